CREATE TABLE "user" (
    "id" SERIAL NOT NULL PRIMARY KEY, "name" VARCHAR(120) NOT NULL, "email" VARCHAR(200) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL, "job_title" VARCHAR(120) NOT NULL, "team" VARCHAR(120) NOT NULL,
    "telephone" VARCHAR(40) NOT NULL, "roles" JSONB NOT NULL, "line_manager_id" INTEGER,
    "working_days" JSONB NOT NULL, "active" BOOLEAN NOT NULL, "session_version" INTEGER NOT NULL,
    "calendar_digest" VARCHAR(64) NOT NULL, "added_at" TIMESTAMP NOT NULL,
    FOREIGN KEY ("line_manager_id") REFERENCES "user" ("id")
);
CREATE UNIQUE INDEX "user_email" ON "user" ("email");
CREATE INDEX "user_line_manager_id" ON "user" ("line_manager_id");
CREATE INDEX "user_calendar_digest" ON "user" ("calendar_digest");
CREATE TABLE "absence" (
    "id" SERIAL NOT NULL PRIMARY KEY, "user_id" INTEGER NOT NULL, "starts_on" DATE NOT NULL, "ends_on" DATE NOT NULL,
    "handover" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL, "cancelled_by_id" INTEGER,
    "cancelled_at" TIMESTAMP, FOREIGN KEY ("user_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id"), FOREIGN KEY ("cancelled_by_id") REFERENCES "user" ("id"),
    CONSTRAINT "absence_in_order" CHECK (ends_on >= starts_on)
);
CREATE INDEX "absence_user_id" ON "absence" ("user_id");
CREATE INDEX "absence_by_id" ON "absence" ("by_id");
CREATE INDEX "absence_cancelled_by_id" ON "absence" ("cancelled_by_id");
CREATE TABLE "customer" (
    "id" SERIAL NOT NULL PRIMARY KEY, "reference" VARCHAR(40) NOT NULL, "kind" VARCHAR(30) NOT NULL,
    "name" VARCHAR(120) NOT NULL, "salutation" VARCHAR(120) NOT NULL, "date_of_birth" DATE, "address" TEXT NOT NULL,
    "postcode" VARCHAR(12) NOT NULL, "letter_format" VARCHAR(30) NOT NULL, "language" VARCHAR(40) NOT NULL,
    "search_words" TEXT NOT NULL, "version" INTEGER NOT NULL, "added_by_id" INTEGER NOT NULL,
    "added_at" TIMESTAMP NOT NULL, FOREIGN KEY ("added_by_id") REFERENCES "user" ("id")
);
CREATE UNIQUE INDEX "customer_reference" ON "customer" ("reference");
CREATE INDEX "customer_added_by_id" ON "customer" ("added_by_id");
CREATE TABLE "incident" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "nonce" VARCHAR(32) NOT NULL,
    "customer_id" INTEGER NOT NULL, "recorded_by_id" INTEGER NOT NULL, "recorded_at" TIMESTAMP NOT NULL,
    "late_reason" TEXT NOT NULL, "happened_on" DATE NOT NULL, "date_is_about" BOOLEAN NOT NULL, "started_at" TIME,
    "ended_at" TIME, "time_unknown_because" TEXT NOT NULL, "until_on" DATE, "contacts_counted" JSONB NOT NULL,
    "minutes_spent" INTEGER, "channel" VARCHAR(30) NOT NULL, "place" TEXT NOT NULL, "what_happened" TEXT NOT NULL,
    "exact_words" TEXT NOT NULL, "behaviours" JSONB NOT NULL, "severity" INTEGER NOT NULL,
    "who_acted" VARCHAR(30) NOT NULL, "identified_by" TEXT NOT NULL, "identity" VARCHAR(12) NOT NULL,
    "aimed_at_a_person" BOOLEAN, "caused_fear" BOOLEAN, "hate_element" BOOLEAN NOT NULL,
    "told_to_stop" BOOLEAN NOT NULL, "told_to_stop_at" TIME, "told_to_stop_words" TEXT NOT NULL,
    "contact_ended" BOOLEAN NOT NULL, "contact_ended_at" TIME, "contact_about" TEXT NOT NULL,
    "nothing_asked" BOOLEAN NOT NULL, "came_before" TEXT NOT NULL, "protected" VARCHAR(30) NOT NULL,
    "allegation" TEXT NOT NULL, "observed" TEXT NOT NULL, "witnesses" TEXT NOT NULL, "evidence_held" TEXT NOT NULL,
    "police" VARCHAR(20) NOT NULL, "police_words" TEXT NOT NULL,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("recorded_by_id") REFERENCES "user" ("id"),
    CONSTRAINT "incident_severity" CHECK (severity BETWEEN 1 AND 4),
    CONSTRAINT "incident_period" CHECK (until_on IS NULL OR until_on >= happened_on)
);
CREATE UNIQUE INDEX "incident_form_key" ON "incident" ("form_key");
CREATE INDEX "incident_customer_id" ON "incident" ("customer_id");
CREATE INDEX "incident_recorded_by_id" ON "incident" ("recorded_by_id");
CREATE INDEX "incident_customer_id_happened_on" ON "incident" ("customer_id", "happened_on");
CREATE INDEX "incident_recorded_by_id_recorded_at" ON "incident" ("recorded_by_id", "recorded_at");
CREATE TABLE "consideration" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "customer_id" INTEGER NOT NULL,
    "purpose" VARCHAR(20) NOT NULL, "made_by_id" INTEGER NOT NULL, "made_at" TIMESTAMP NOT NULL,
    "needs" TEXT NOT NULL, "linked_to_disability" VARCHAR(12) NOT NULL, "linked_words" TEXT NOT NULL,
    "equality" TEXT NOT NULL, "adjustments" TEXT NOT NULL, "support_words" TEXT NOT NULL,
    "complaint_dealt_with" TEXT NOT NULL, "communication_adequate" TEXT NOT NULL, "unanswered" TEXT NOT NULL,
    "new_information" TEXT NOT NULL, "customers_account" TEXT NOT NULL, "proportionate" TEXT NOT NULL,
    "safeguarding_signed_off" TEXT NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("made_by_id") REFERENCES "user" ("id")
);
CREATE UNIQUE INDEX "consideration_form_key" ON "consideration" ("form_key");
CREATE INDEX "consideration_customer_id" ON "consideration" ("customer_id");
CREATE INDEX "consideration_made_by_id" ON "consideration" ("made_by_id");
CREATE TABLE "letter" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "kind" VARCHAR(60) NOT NULL,
    "title" VARCHAR(200) NOT NULL, "format" VARCHAR(30) NOT NULL, "asked_format" VARCHAR(30) NOT NULL,
    "language" VARCHAR(40) NOT NULL, "arranged" TEXT NOT NULL, "html" TEXT NOT NULL, "source" TEXT NOT NULL,
    "template" VARCHAR(100) NOT NULL, "template_version" VARCHAR(64) NOT NULL, "facts" JSONB NOT NULL,
    "sha256" VARCHAR(64) NOT NULL, "style" VARCHAR(64) NOT NULL, "wording" VARCHAR(64) NOT NULL,
    "unwritten" TEXT NOT NULL, "written_in" VARCHAR(10) NOT NULL, "issued_by_id" INTEGER NOT NULL,
    "issued_at" TIMESTAMP NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("issued_by_id") REFERENCES "user" ("id")
);
CREATE INDEX "letter_customer_id" ON "letter" ("customer_id");
CREATE INDEX "letter_issued_by_id" ON "letter" ("issued_by_id");
CREATE TABLE "marker" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "customer_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL, "about" VARCHAR(20) NOT NULL, "place" TEXT NOT NULL, "category" VARCHAR(30) NOT NULL,
    "incident_id" INTEGER, "source" VARCHAR(200) NOT NULL, "source_on" DATE, "source_words" TEXT NOT NULL,
    "fact" TEXT NOT NULL, "action" TEXT NOT NULL, "recipients" JSONB NOT NULL, "recipients_because" TEXT NOT NULL,
    "asked_by_id" INTEGER NOT NULL, "asked_at" TIMESTAMP NOT NULL, "asked_for" VARCHAR(200) NOT NULL,
    "asked_words" TEXT NOT NULL, "proposed_by_id" INTEGER, "proposed_at" TIMESTAMP, "ends_on" DATE, "review_on" DATE,
    "telling" VARCHAR(20) NOT NULL, "not_telling_because" TEXT NOT NULL, "think_again_on" DATE,
    "passages" JSONB NOT NULL, "arranged" TEXT NOT NULL, "numbers" JSONB NOT NULL, "consideration_id" INTEGER,
    "approved_by_id" INTEGER, "approved_at" TIMESTAMP, "declined_by_id" INTEGER, "declined_at" TIMESTAMP,
    "declined_because" TEXT NOT NULL, "letter_id" INTEGER, "in_force_from" DATE, "ended_on" DATE,
    "ended_by_id" INTEGER, "ended_at" TIMESTAMP, "ended_because" TEXT NOT NULL, "was_wrong" BOOLEAN NOT NULL,
    "root_id" INTEGER, "follows_id" INTEGER, "part" INTEGER NOT NULL,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"), FOREIGN KEY ("asked_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("proposed_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("consideration_id") REFERENCES "consideration" ("id"),
    FOREIGN KEY ("approved_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("declined_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("ended_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("root_id") REFERENCES "marker" ("id"), FOREIGN KEY ("follows_id") REFERENCES "marker" ("id"),
    CONSTRAINT "marker_approved_by_two_on_a_fact" CHECK (approved_at IS NULL OR (approved_by_id IS NOT NULL AND proposed_by_id IS NOT NULL AND approved_by_id <> proposed_by_id AND ends_on IS NOT NULL AND review_on IS NOT NULL AND in_force_from IS NOT NULL AND (incident_id IS NOT NULL OR source <> ''))),
    CONSTRAINT "marker_reviewed_by_its_end" CHECK (review_on IS NULL OR ends_on IS NULL OR review_on <= ends_on),
    CONSTRAINT "marker_decided_once" CHECK (approved_at IS NULL OR declined_at IS NULL)
);
CREATE UNIQUE INDEX "marker_form_key" ON "marker" ("form_key");
CREATE INDEX "marker_customer_id" ON "marker" ("customer_id");
CREATE INDEX "marker_incident_id" ON "marker" ("incident_id");
CREATE INDEX "marker_asked_by_id" ON "marker" ("asked_by_id");
CREATE INDEX "marker_proposed_by_id" ON "marker" ("proposed_by_id");
CREATE INDEX "marker_consideration_id" ON "marker" ("consideration_id");
CREATE INDEX "marker_approved_by_id" ON "marker" ("approved_by_id");
CREATE INDEX "marker_declined_by_id" ON "marker" ("declined_by_id");
CREATE UNIQUE INDEX "marker_letter_id" ON "marker" ("letter_id");
CREATE INDEX "marker_ended_by_id" ON "marker" ("ended_by_id");
CREATE INDEX "marker_root_id" ON "marker" ("root_id");
CREATE INDEX "marker_follows_id" ON "marker" ("follows_id");
CREATE TABLE "access" (
    "id" SERIAL NOT NULL PRIMARY KEY, "user_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL,
    "what" VARCHAR(20) NOT NULL, "marker_id" INTEGER, "reason" VARCHAR(200) NOT NULL, "facts" JSONB NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("user_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("marker_id") REFERENCES "marker" ("id")
);
CREATE INDEX "access_user_id" ON "access" ("user_id");
CREATE INDEX "access_customer_id" ON "access" ("customer_id");
CREATE INDEX "access_marker_id" ON "access" ("marker_id");
CREATE INDEX "access_customer_id_at" ON "access" ("customer_id", "at");
CREATE INDEX "access_user_id_at" ON "access" ("user_id", "at");
CREATE TABLE "behaviour_warning" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL,
    "version" INTEGER NOT NULL, "drafted_by_id" INTEGER NOT NULL, "drafted_at" TIMESTAMP NOT NULL,
    "passages" JSONB NOT NULL, "sanction_months" INTEGER, "numbers" JSONB NOT NULL, "read_by_id" INTEGER,
    "read_at" TIMESTAMP, "read_words" TEXT NOT NULL, "read_version" INTEGER, "arranged" TEXT NOT NULL,
    "issued_by_id" INTEGER, "issued_at" TIMESTAMP, "consideration_id" INTEGER, "letter_id" INTEGER,
    "withdrawn_by_id" INTEGER, "withdrawn_at" TIMESTAMP, "withdrawn_because" TEXT NOT NULL,
    "form_key" VARCHAR(64) NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("drafted_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("read_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("issued_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("consideration_id") REFERENCES "consideration" ("id"),
    FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("withdrawn_by_id") REFERENCES "user" ("id"),
    CONSTRAINT "warning_issued_with_its_letter" CHECK ((issued_at IS NULL) = (letter_id IS NULL)),
    CONSTRAINT "warning_second_reader_is_another" CHECK (read_by_id IS NULL OR read_by_id <> drafted_by_id)
);
CREATE INDEX "behaviour_warning_customer_id" ON "behaviour_warning" ("customer_id");
CREATE INDEX "behaviour_warning_drafted_by_id" ON "behaviour_warning" ("drafted_by_id");
CREATE INDEX "behaviour_warning_read_by_id" ON "behaviour_warning" ("read_by_id");
CREATE INDEX "behaviour_warning_issued_by_id" ON "behaviour_warning" ("issued_by_id");
CREATE INDEX "behaviour_warning_consideration_id" ON "behaviour_warning" ("consideration_id");
CREATE UNIQUE INDEX "behaviour_warning_letter_id" ON "behaviour_warning" ("letter_id");
CREATE INDEX "behaviour_warning_withdrawn_by_id" ON "behaviour_warning" ("withdrawn_by_id");
CREATE UNIQUE INDEX "behaviour_warning_form_key" ON "behaviour_warning" ("form_key");
CREATE TABLE "declaration" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "customer_id" INTEGER NOT NULL,
    "incident_id" INTEGER NOT NULL, "declared_by_id" INTEGER NOT NULL, "declared_at" TIMESTAMP NOT NULL,
    "threatened" VARCHAR(20) NOT NULL, "reason" TEXT NOT NULL, "why_no_warning" TEXT NOT NULL,
    "needs_known" TEXT NOT NULL, "safeguarding_signed_off" TEXT NOT NULL, "police" VARCHAR(20) NOT NULL,
    "police_reference" VARCHAR(60) NOT NULL, "police_words" TEXT NOT NULL, "legal" VARCHAR(20) NOT NULL,
    "legal_words" TEXT NOT NULL, "numbers" JSONB NOT NULL, "seconded_by_id" INTEGER, "seconded_at" TIMESTAMP,
    "seconded_words" TEXT NOT NULL, "refused_by_id" INTEGER, "refused_at" TIMESTAMP, "refused_because" TEXT NOT NULL,
    "looked_back_by_id" INTEGER, "looked_back_at" TIMESTAMP, "looked_back_outcome" VARCHAR(20) NOT NULL,
    "looked_back_words" TEXT NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"), FOREIGN KEY ("declared_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("seconded_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("refused_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("looked_back_by_id") REFERENCES "user" ("id"),
    CONSTRAINT "declaration_has_two_people" CHECK (seconded_by_id IS NULL OR seconded_by_id <> declared_by_id),
    CONSTRAINT "declaration_seconded_or_refused" CHECK (seconded_at IS NULL OR refused_at IS NULL),
    CONSTRAINT "declaration_looked_back_on_by_another" CHECK (looked_back_by_id IS NULL OR (looked_back_by_id <> declared_by_id AND (seconded_by_id IS NULL OR looked_back_by_id <> seconded_by_id)))
);
CREATE UNIQUE INDEX "declaration_form_key" ON "declaration" ("form_key");
CREATE INDEX "declaration_customer_id" ON "declaration" ("customer_id");
CREATE INDEX "declaration_incident_id" ON "declaration" ("incident_id");
CREATE INDEX "declaration_declared_by_id" ON "declaration" ("declared_by_id");
CREATE INDEX "declaration_seconded_by_id" ON "declaration" ("seconded_by_id");
CREATE INDEX "declaration_refused_by_id" ON "declaration" ("refused_by_id");
CREATE INDEX "declaration_looked_back_by_id" ON "declaration" ("looked_back_by_id");
CREATE TABLE "restriction" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "warning_id" INTEGER, "declaration_id" INTEGER,
    "root_id" INTEGER, "follows_id" INTEGER, "part" INTEGER NOT NULL, "version" INTEGER NOT NULL,
    "proposed_by_id" INTEGER NOT NULL, "proposed_at" TIMESTAMP NOT NULL, "starts_on" DATE, "ends_on" DATE,
    "review_on" DATE, "scope" TEXT NOT NULL, "why_not_milder" JSONB NOT NULL, "told" TEXT NOT NULL,
    "passages" JSONB NOT NULL, "numbers" JSONB NOT NULL, "arranged" TEXT NOT NULL, "authorised_by_id" INTEGER,
    "authorised_at" TIMESTAMP, "consideration_id" INTEGER, "declined_by_id" INTEGER, "declined_at" TIMESTAMP,
    "declined_because" TEXT NOT NULL, "issued_by_id" INTEGER, "issued_at" TIMESTAMP, "in_force_from" DATE,
    "letter_id" INTEGER, "ended_on" DATE, "ended_by_id" INTEGER, "ended_at" TIMESTAMP, "ended_because" TEXT NOT NULL,
    "form_key" VARCHAR(64) NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id"),
    FOREIGN KEY ("declaration_id") REFERENCES "declaration" ("id"),
    FOREIGN KEY ("root_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("follows_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("proposed_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("authorised_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("consideration_id") REFERENCES "consideration" ("id"),
    FOREIGN KEY ("declined_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("issued_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("ended_by_id") REFERENCES "user" ("id"),
    CONSTRAINT "restriction_ends_after_start" CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on > starts_on),
    CONSTRAINT "restriction_review_within_term" CHECK (review_on IS NULL OR (review_on >= starts_on AND review_on <= ends_on)),
    CONSTRAINT "restriction_authorised_is_complete" CHECK (authorised_at IS NULL OR (authorised_by_id IS NOT NULL AND starts_on IS NOT NULL AND ends_on IS NOT NULL AND review_on IS NOT NULL AND (declaration_id IS NOT NULL OR (warning_id IS NOT NULL AND consideration_id IS NOT NULL)))),
    CONSTRAINT "restriction_issued_after_authority" CHECK (issued_at IS NULL OR (authorised_at IS NOT NULL AND in_force_from IS NOT NULL AND (letter_id IS NOT NULL OR declaration_id IS NOT NULL))),
    CONSTRAINT "restriction_in_force_after_letter" CHECK (in_force_from IS NULL OR issued_at IS NOT NULL),
    CONSTRAINT "restriction_decided_once" CHECK (authorised_at IS NULL OR declined_at IS NULL)
);
CREATE INDEX "restriction_customer_id" ON "restriction" ("customer_id");
CREATE INDEX "restriction_warning_id" ON "restriction" ("warning_id");
CREATE INDEX "restriction_declaration_id" ON "restriction" ("declaration_id");
CREATE INDEX "restriction_root_id" ON "restriction" ("root_id");
CREATE INDEX "restriction_follows_id" ON "restriction" ("follows_id");
CREATE INDEX "restriction_proposed_by_id" ON "restriction" ("proposed_by_id");
CREATE INDEX "restriction_authorised_by_id" ON "restriction" ("authorised_by_id");
CREATE INDEX "restriction_consideration_id" ON "restriction" ("consideration_id");
CREATE INDEX "restriction_declined_by_id" ON "restriction" ("declined_by_id");
CREATE INDEX "restriction_issued_by_id" ON "restriction" ("issued_by_id");
CREATE UNIQUE INDEX "restriction_letter_id" ON "restriction" ("letter_id");
CREATE INDEX "restriction_ended_by_id" ON "restriction" ("ended_by_id");
CREATE UNIQUE INDEX "restriction_form_key" ON "restriction" ("form_key");
CREATE TABLE "representative" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "name" VARCHAR(120) NOT NULL,
    "relationship" VARCHAR(120) NOT NULL, "telephone" VARCHAR(40) NOT NULL, "email" VARCHAR(200) NOT NULL,
    "added_at" TIMESTAMP NOT NULL, "ended_at" TIMESTAMP, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id")
);
CREATE INDEX "representative_customer_id" ON "representative" ("customer_id");
CREATE TABLE "appeal" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "customer_id" INTEGER NOT NULL,
    "restriction_id" INTEGER, "marker_id" INTEGER, "warning_id" INTEGER, "version" INTEGER NOT NULL,
    "received_on" DATE NOT NULL, "channel" VARCHAR(30) NOT NULL, "from_whom" VARCHAR(20) NOT NULL,
    "representative_id" INTEGER, "representative_name" VARCHAR(120) NOT NULL, "words" TEXT NOT NULL, "deadline" DATE,
    "late_because" TEXT NOT NULL, "data_complaint" BOOLEAN NOT NULL, "discrimination" BOOLEAN NOT NULL,
    "took_by_id" INTEGER NOT NULL, "took_at" TIMESTAMP NOT NULL, "answer_by" DATE NOT NULL, "numbers" JSONB NOT NULL,
    "bundle" JSONB NOT NULL, "bundle_sha256" VARCHAR(64) NOT NULL, "decider_id" INTEGER, "assigned_by_id" INTEGER,
    "assigned_at" TIMESTAMP, "acknowledgement_id" INTEGER, "suspended" BOOLEAN, "suspended_from" DATE,
    "suspended_because" TEXT NOT NULL, "suspended_by_id" INTEGER, "suspended_at" TIMESTAMP, "extended_to" DATE,
    "extended_because" TEXT NOT NULL, "extended_by_id" INTEGER, "extended_at" TIMESTAMP, "extension_id" INTEGER,
    "outcome" VARCHAR(20) NOT NULL, "reasons" TEXT NOT NULL, "remedy" TEXT NOT NULL, "lessons" TEXT NOT NULL,
    "ends_on" DATE, "next_review_on" DATE, "passages" JSONB NOT NULL, "arranged" TEXT NOT NULL,
    "decided_by_id" INTEGER, "decided_at" TIMESTAMP, "consideration_id" INTEGER, "letter_id" INTEGER,
    "successor_id" INTEGER, "withdrawn_on" DATE, "withdrawn_by_id" INTEGER, "withdrawn_at" TIMESTAMP,
    "withdrawn_words" TEXT NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("marker_id") REFERENCES "marker" ("id"),
    FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id"),
    FOREIGN KEY ("representative_id") REFERENCES "representative" ("id"),
    FOREIGN KEY ("took_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("decider_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("assigned_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("acknowledgement_id") REFERENCES "letter" ("id"),
    FOREIGN KEY ("suspended_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("extended_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("extension_id") REFERENCES "letter" ("id"), FOREIGN KEY ("decided_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("consideration_id") REFERENCES "consideration" ("id"),
    FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"),
    FOREIGN KEY ("successor_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("withdrawn_by_id") REFERENCES "user" ("id"),
    CONSTRAINT "appeal_against_one_thing" CHECK ((CASE WHEN restriction_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN marker_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN warning_id IS NULL THEN 0 ELSE 1 END) = 1),
    CONSTRAINT "appeal_decided_by_its_decider" CHECK (decided_at IS NULL OR (decided_by_id = decider_id AND reasons <> '')),
    CONSTRAINT "appeal_ends_once" CHECK (decided_at IS NULL OR withdrawn_at IS NULL),
    CONSTRAINT "appeal_extended_with_a_letter" CHECK (extended_to IS NULL OR extension_id IS NOT NULL)
);
CREATE UNIQUE INDEX "appeal_form_key" ON "appeal" ("form_key");
CREATE INDEX "appeal_customer_id" ON "appeal" ("customer_id");
CREATE INDEX "appeal_restriction_id" ON "appeal" ("restriction_id");
CREATE INDEX "appeal_marker_id" ON "appeal" ("marker_id");
CREATE INDEX "appeal_warning_id" ON "appeal" ("warning_id");
CREATE INDEX "appeal_representative_id" ON "appeal" ("representative_id");
CREATE INDEX "appeal_took_by_id" ON "appeal" ("took_by_id");
CREATE INDEX "appeal_decider_id" ON "appeal" ("decider_id");
CREATE INDEX "appeal_assigned_by_id" ON "appeal" ("assigned_by_id");
CREATE UNIQUE INDEX "appeal_acknowledgement_id" ON "appeal" ("acknowledgement_id");
CREATE INDEX "appeal_suspended_by_id" ON "appeal" ("suspended_by_id");
CREATE INDEX "appeal_extended_by_id" ON "appeal" ("extended_by_id");
CREATE UNIQUE INDEX "appeal_extension_id" ON "appeal" ("extension_id");
CREATE INDEX "appeal_decided_by_id" ON "appeal" ("decided_by_id");
CREATE INDEX "appeal_consideration_id" ON "appeal" ("consideration_id");
CREATE UNIQUE INDEX "appeal_letter_id" ON "appeal" ("letter_id");
CREATE INDEX "appeal_successor_id" ON "appeal" ("successor_id");
CREATE INDEX "appeal_withdrawn_by_id" ON "appeal" ("withdrawn_by_id");
CREATE TABLE "appeal_ground" (
    "id" SERIAL NOT NULL PRIMARY KEY, "appeal_id" INTEGER NOT NULL, "kind" VARCHAR(20) NOT NULL,
    "words" TEXT NOT NULL, "found" VARCHAR(20) NOT NULL, "answer" TEXT NOT NULL,
    FOREIGN KEY ("appeal_id") REFERENCES "appeal" ("id")
);
CREATE INDEX "appeal_ground_appeal_id" ON "appeal_ground" ("appeal_id");
CREATE TABLE "contact_import" (
    "id" SERIAL NOT NULL PRIMARY KEY, "name" VARCHAR(200) NOT NULL, "sha256" VARCHAR(64) NOT NULL,
    "rows" INTEGER NOT NULL, "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL,
    FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE UNIQUE INDEX "contact_import_sha256" ON "contact_import" ("sha256");
CREATE INDEX "contact_import_by_id" ON "contact_import" ("by_id");
CREATE TABLE "contact" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "customer_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, "direction" VARCHAR(4) NOT NULL, "channel" VARCHAR(30) NOT NULL,
    "subject" VARCHAR(30) NOT NULL, "words" TEXT NOT NULL, "minutes" INTEGER, "colleague" VARCHAR(120) NOT NULL,
    "protected" VARCHAR(30) NOT NULL, "arrangement" VARCHAR(20) NOT NULL, "restriction_id" INTEGER,
    "reply_due_on" DATE, "replied_by_id" INTEGER, "replied_at" TIMESTAMP, "imported_id" INTEGER,
    "by_id" INTEGER NOT NULL, "recorded_at" TIMESTAMP NOT NULL,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("replied_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("imported_id") REFERENCES "contact_import" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE UNIQUE INDEX "contact_form_key" ON "contact" ("form_key");
CREATE INDEX "contact_customer_id" ON "contact" ("customer_id");
CREATE INDEX "contact_restriction_id" ON "contact" ("restriction_id");
CREATE INDEX "contact_replied_by_id" ON "contact" ("replied_by_id");
CREATE INDEX "contact_imported_id" ON "contact" ("imported_id");
CREATE INDEX "contact_by_id" ON "contact" ("by_id");
CREATE INDEX "contact_customer_id_at" ON "contact" ("customer_id", "at");
CREATE INDEX "contact_restriction_id_at" ON "contact" ("restriction_id", "at");
CREATE TABLE "breach_by_us" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "customer_id" INTEGER NOT NULL,
    "restriction_id" INTEGER NOT NULL, "contact_id" INTEGER, "kind" VARCHAR(20) NOT NULL, "on" DATE NOT NULL,
    "words" TEXT NOT NULL, "put_right" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("contact_id") REFERENCES "contact" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE UNIQUE INDEX "breach_by_us_form_key" ON "breach_by_us" ("form_key");
CREATE INDEX "breach_by_us_customer_id" ON "breach_by_us" ("customer_id");
CREATE INDEX "breach_by_us_restriction_id" ON "breach_by_us" ("restriction_id");
CREATE INDEX "breach_by_us_contact_id" ON "breach_by_us" ("contact_id");
CREATE INDEX "breach_by_us_by_id" ON "breach_by_us" ("by_id");
CREATE TABLE "care_check" (
    "id" SERIAL NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "user_id" INTEGER NOT NULL,
    "stage" VARCHAR(20) NOT NULL, "spoke" BOOLEAN NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"),
    FOREIGN KEY ("user_id") REFERENCES "user" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "care_check_incident_id" ON "care_check" ("incident_id");
CREATE INDEX "care_check_user_id" ON "care_check" ("user_id");
CREATE INDEX "care_check_by_id" ON "care_check" ("by_id");
CREATE TABLE "conflict" (
    "id" SERIAL NOT NULL PRIMARY KEY, "user_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL,
    "kind" VARCHAR(20) NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL,
    "ended_by_id" INTEGER, "ended_at" TIMESTAMP, "ended_because" TEXT NOT NULL,
    FOREIGN KEY ("user_id") REFERENCES "user" ("id"), FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id"), FOREIGN KEY ("ended_by_id") REFERENCES "user" ("id")
);
CREATE INDEX "conflict_user_id" ON "conflict" ("user_id");
CREATE INDEX "conflict_customer_id" ON "conflict" ("customer_id");
CREATE INDEX "conflict_by_id" ON "conflict" ("by_id");
CREATE INDEX "conflict_ended_by_id" ON "conflict" ("ended_by_id");
CREATE INDEX "conflict_user_id_customer_id" ON "conflict" ("user_id", "customer_id");
CREATE TABLE "contact_way" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "kind" VARCHAR(20) NOT NULL,
    "value" VARCHAR(200) NOT NULL, "note" VARCHAR(200) NOT NULL, "ended_at" TIMESTAMP,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id")
);
CREATE INDEX "contact_way_customer_id" ON "contact_way" ("customer_id");
CREATE TABLE "incident_note" (
    "id" SERIAL NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL,
    "outcome" VARCHAR(30) NOT NULL, "words" TEXT NOT NULL, "added" JSONB NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, "form_key" VARCHAR(64) NOT NULL,
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "incident_note_incident_id" ON "incident_note" ("incident_id");
CREATE INDEX "incident_note_by_id" ON "incident_note" ("by_id");
CREATE UNIQUE INDEX "incident_note_form_key" ON "incident_note" ("form_key");
CREATE TABLE "correction_answer" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "note_id" INTEGER NOT NULL,
    "letter_id" INTEGER NOT NULL, "correcting_id" INTEGER, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("note_id") REFERENCES "incident_note" ("id"), FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"),
    FOREIGN KEY ("correcting_id") REFERENCES "letter" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "correction_answer_customer_id" ON "correction_answer" ("customer_id");
CREATE INDEX "correction_answer_note_id" ON "correction_answer" ("note_id");
CREATE INDEX "correction_answer_letter_id" ON "correction_answer" ("letter_id");
CREATE UNIQUE INDEX "correction_answer_correcting_id" ON "correction_answer" ("correcting_id");
CREATE INDEX "correction_answer_by_id" ON "correction_answer" ("by_id");
CREATE UNIQUE INDEX "correction_answer_note_id_letter_id" ON "correction_answer" ("note_id", "letter_id");
CREATE TABLE "customer_request" (
    "id" SERIAL NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL,
    "words" TEXT NOT NULL, "owner_id" INTEGER NOT NULL, "due_on" DATE NOT NULL, "passed_by_id" INTEGER,
    "passed_at" TIMESTAMP, "answered_by_id" INTEGER, "answered_at" TIMESTAMP, "answer" TEXT NOT NULL,
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"),
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("owner_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("passed_by_id") REFERENCES "user" ("id"), FOREIGN KEY ("answered_by_id") REFERENCES "user" ("id")
);
CREATE INDEX "customer_request_incident_id" ON "customer_request" ("incident_id");
CREATE INDEX "customer_request_customer_id" ON "customer_request" ("customer_id");
CREATE INDEX "customer_request_owner_id" ON "customer_request" ("owner_id");
CREATE INDEX "customer_request_passed_by_id" ON "customer_request" ("passed_by_id");
CREATE INDEX "customer_request_answered_by_id" ON "customer_request" ("answered_by_id");
CREATE TABLE "delivery" (
    "id" SERIAL NOT NULL PRIMARY KEY, "letter_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL,
    "outcome" VARCHAR(20) NOT NULL, "way" VARCHAR(20) NOT NULL, "on" DATE NOT NULL, "deemed_on" DATE,
    "address" TEXT NOT NULL, "tracking" VARCHAR(60) NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"),
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"),
    CONSTRAINT "delivery_returned_is_not_served" CHECK (outcome <> 'returned' OR deemed_on IS NULL)
);
CREATE INDEX "delivery_letter_id" ON "delivery" ("letter_id");
CREATE INDEX "delivery_customer_id" ON "delivery" ("customer_id");
CREATE INDEX "delivery_by_id" ON "delivery" ("by_id");
CREATE TABLE "email_sent" (
    "id" SERIAL NOT NULL PRIMARY KEY, "letter_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL,
    "address" VARCHAR(200) NOT NULL, "message_id" VARCHAR(200) NOT NULL, "taken" BOOLEAN NOT NULL,
    "answer" VARCHAR(200) NOT NULL, "delivery_id" INTEGER, "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL,
    FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("delivery_id") REFERENCES "delivery" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "email_sent_letter_id" ON "email_sent" ("letter_id");
CREATE INDEX "email_sent_customer_id" ON "email_sent" ("customer_id");
CREATE INDEX "email_sent_delivery_id" ON "email_sent" ("delivery_id");
CREATE INDEX "email_sent_by_id" ON "email_sent" ("by_id");
CREATE TABLE "stored_file" (
    "id" SERIAL NOT NULL PRIMARY KEY, "sha256" VARCHAR(64) NOT NULL, "media_type" VARCHAR(60) NOT NULL,
    "content" BYTEA NOT NULL, "at" TIMESTAMP NOT NULL
);
CREATE UNIQUE INDEX "stored_file_sha256" ON "stored_file" ("sha256");
CREATE TABLE "enclosure" (
    "id" SERIAL NOT NULL PRIMARY KEY, "key" VARCHAR(40) NOT NULL, "title" VARCHAR(200) NOT NULL,
    "letters" JSONB NOT NULL, "file_id" INTEGER, "ended" BOOLEAN NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("file_id") REFERENCES "stored_file" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "enclosure_file_id" ON "enclosure" ("file_id");
CREATE INDEX "enclosure_by_id" ON "enclosure" ("by_id");
CREATE INDEX "enclosure_key" ON "enclosure" ("key");
CREATE TABLE "ending" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "restriction_id" INTEGER, "marker_id" INTEGER,
    "letter_id" INTEGER, "no_letter_because" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("marker_id") REFERENCES "marker" ("id"), FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id"),
    CONSTRAINT "ending_of_one_thing" CHECK ((restriction_id IS NULL) <> (marker_id IS NULL)),
    CONSTRAINT "ending_told_or_why_not" CHECK (letter_id IS NOT NULL OR no_letter_because <> '')
);
CREATE INDEX "ending_customer_id" ON "ending" ("customer_id");
CREATE UNIQUE INDEX "ending_restriction_id" ON "ending" ("restriction_id");
CREATE UNIQUE INDEX "ending_marker_id" ON "ending" ("marker_id");
CREATE UNIQUE INDEX "ending_letter_id" ON "ending" ("letter_id");
CREATE INDEX "ending_by_id" ON "ending" ("by_id");
CREATE TABLE "event" (
    "id" SERIAL NOT NULL PRIMARY KEY, "number" INTEGER NOT NULL, "name" VARCHAR(60) NOT NULL, "at" TIMESTAMP NOT NULL,
    "actor_id" INTEGER, "customer_id" INTEGER, "facts" JSONB NOT NULL, "previous" VARCHAR(64) NOT NULL,
    "digest" VARCHAR(64) NOT NULL, FOREIGN KEY ("actor_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id")
);
CREATE UNIQUE INDEX "event_number" ON "event" ("number");
CREATE INDEX "event_actor_id" ON "event" ("actor_id");
CREATE INDEX "event_customer_id" ON "event" ("customer_id");
CREATE INDEX "event_customer_id_number" ON "event" ("customer_id", "number");
CREATE TABLE "incident_staff" (
    "id" SERIAL NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "user_id" INTEGER NOT NULL,
    "part" VARCHAR(20) NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"),
    FOREIGN KEY ("user_id") REFERENCES "user" ("id")
);
CREATE INDEX "incident_staff_incident_id" ON "incident_staff" ("incident_id");
CREATE INDEX "incident_staff_user_id" ON "incident_staff" ("user_id");
CREATE TABLE "letter_file" (
    "id" SERIAL NOT NULL PRIMARY KEY, "letter_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL,
    "kind" VARCHAR(20) NOT NULL, "file_id" INTEGER NOT NULL, "name" VARCHAR(200) NOT NULL, "words" TEXT NOT NULL,
    "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL, FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"),
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("file_id") REFERENCES "stored_file" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "letter_file_letter_id" ON "letter_file" ("letter_id");
CREATE INDEX "letter_file_customer_id" ON "letter_file" ("customer_id");
CREATE INDEX "letter_file_file_id" ON "letter_file" ("file_id");
CREATE INDEX "letter_file_by_id" ON "letter_file" ("by_id");
CREATE TABLE "life_event" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "customer_id" INTEGER NOT NULL,
    "kind" VARCHAR(20) NOT NULL, "on" DATE NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE UNIQUE INDEX "life_event_form_key" ON "life_event" ("form_key");
CREATE INDEX "life_event_customer_id" ON "life_event" ("customer_id");
CREATE INDEX "life_event_by_id" ON "life_event" ("by_id");
CREATE TABLE "need" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL,
    "words" TEXT NOT NULL, "recorded_by_id" INTEGER NOT NULL, "recorded_at" TIMESTAMP NOT NULL, "ended_at" TIMESTAMP,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("recorded_by_id") REFERENCES "user" ("id")
);
CREATE INDEX "need_customer_id" ON "need" ("customer_id");
CREATE INDEX "need_recorded_by_id" ON "need" ("recorded_by_id");
CREATE TABLE "officer_change" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "restriction_id" INTEGER NOT NULL,
    "officer_id" INTEGER NOT NULL, "deputy_id" INTEGER NOT NULL, "from_on" DATE NOT NULL, "until_on" DATE,
    "absence_id" INTEGER, "because" TEXT NOT NULL, "letter_id" INTEGER NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("officer_id") REFERENCES "user" ("id"), FOREIGN KEY ("deputy_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("absence_id") REFERENCES "absence" ("id"), FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id"),
    CONSTRAINT "officer_change_deputy_is_another" CHECK (deputy_id <> officer_id),
    CONSTRAINT "officer_change_in_order" CHECK (until_on IS NULL OR until_on >= from_on)
);
CREATE INDEX "officer_change_customer_id" ON "officer_change" ("customer_id");
CREATE INDEX "officer_change_restriction_id" ON "officer_change" ("restriction_id");
CREATE INDEX "officer_change_officer_id" ON "officer_change" ("officer_id");
CREATE INDEX "officer_change_deputy_id" ON "officer_change" ("deputy_id");
CREATE INDEX "officer_change_absence_id" ON "officer_change" ("absence_id");
CREATE UNIQUE INDEX "officer_change_letter_id" ON "officer_change" ("letter_id");
CREATE INDEX "officer_change_by_id" ON "officer_change" ("by_id");
CREATE TABLE "review" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "customer_id" INTEGER NOT NULL,
    "restriction_id" INTEGER, "marker_id" INTEGER, "kind" VARCHAR(20) NOT NULL, "due_on" DATE NOT NULL,
    "version" INTEGER NOT NULL, "opened_by_id" INTEGER NOT NULL, "opened_at" TIMESTAMP NOT NULL, "asked_on" DATE,
    "asked_by" VARCHAR(20) NOT NULL, "asked_channel" VARCHAR(30) NOT NULL, "asked_words" TEXT NOT NULL,
    "comments_by" DATE, "invitation_id" INTEGER, "invited_by_id" INTEGER, "invited_at" TIMESTAMP,
    "support_words" TEXT NOT NULL, "outcome" VARCHAR(20) NOT NULL, "reasons" TEXT NOT NULL,
    "evidence" VARCHAR(20) NOT NULL, "evidence_because" TEXT NOT NULL, "cited" JSONB NOT NULL, "ends_on" DATE,
    "next_review_on" DATE, "passages" JSONB NOT NULL, "arranged" TEXT NOT NULL, "numbers" JSONB NOT NULL,
    "held_by_id" INTEGER, "held_at" TIMESTAMP, "consideration_id" INTEGER, "letter_id" INTEGER,
    "successor_id" INTEGER, "renewed_id" INTEGER, "closed_at" TIMESTAMP, "closed_because" TEXT NOT NULL,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("marker_id") REFERENCES "marker" ("id"), FOREIGN KEY ("opened_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("invitation_id") REFERENCES "letter" ("id"), FOREIGN KEY ("invited_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("held_by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("consideration_id") REFERENCES "consideration" ("id"),
    FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"),
    FOREIGN KEY ("successor_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("renewed_id") REFERENCES "marker" ("id"),
    CONSTRAINT "review_of_one_thing" CHECK ((restriction_id IS NULL) <> (marker_id IS NULL)),
    CONSTRAINT "review_held_with_reasons" CHECK (held_at IS NULL OR (held_by_id IS NOT NULL AND outcome <> '' AND reasons <> '')),
    CONSTRAINT "review_held_or_overtaken" CHECK (held_at IS NULL OR closed_at IS NULL)
);
CREATE UNIQUE INDEX "review_form_key" ON "review" ("form_key");
CREATE INDEX "review_customer_id" ON "review" ("customer_id");
CREATE INDEX "review_restriction_id" ON "review" ("restriction_id");
CREATE INDEX "review_marker_id" ON "review" ("marker_id");
CREATE INDEX "review_opened_by_id" ON "review" ("opened_by_id");
CREATE UNIQUE INDEX "review_invitation_id" ON "review" ("invitation_id");
CREATE INDEX "review_invited_by_id" ON "review" ("invited_by_id");
CREATE INDEX "review_held_by_id" ON "review" ("held_by_id");
CREATE INDEX "review_consideration_id" ON "review" ("consideration_id");
CREATE UNIQUE INDEX "review_letter_id" ON "review" ("letter_id");
CREATE INDEX "review_successor_id" ON "review" ("successor_id");
CREATE INDEX "review_renewed_id" ON "review" ("renewed_id");
CREATE TABLE "override" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "warning_id" INTEGER, "restriction_id" INTEGER,
    "review_id" INTEGER, "marker_id" INTEGER, "rule" VARCHAR(6) NOT NULL, "because" TEXT NOT NULL,
    "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id"),
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("review_id") REFERENCES "review" ("id"), FOREIGN KEY ("marker_id") REFERENCES "marker" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id"),
    CONSTRAINT "override_of_one_thing" CHECK ((CASE WHEN warning_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN restriction_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN review_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN marker_id IS NULL THEN 0 ELSE 1 END) = 1)
);
CREATE INDEX "override_customer_id" ON "override" ("customer_id");
CREATE INDEX "override_warning_id" ON "override" ("warning_id");
CREATE INDEX "override_restriction_id" ON "override" ("restriction_id");
CREATE INDEX "override_review_id" ON "override" ("review_id");
CREATE INDEX "override_marker_id" ON "override" ("marker_id");
CREATE INDEX "override_by_id" ON "override" ("by_id");
CREATE TABLE "post_run" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, "two_sided" BOOLEAN NOT NULL, "printed_at" TIMESTAMP, "pages" INTEGER,
    "closed_by_id" INTEGER, "closed_at" TIMESTAMP, "sent_on" DATE, FOREIGN KEY ("by_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("closed_by_id") REFERENCES "user" ("id")
);
CREATE UNIQUE INDEX "post_run_form_key" ON "post_run" ("form_key");
CREATE INDEX "post_run_by_id" ON "post_run" ("by_id");
CREATE INDEX "post_run_closed_by_id" ON "post_run" ("closed_by_id");
CREATE TABLE "post_run_letter" (
    "id" SERIAL NOT NULL PRIMARY KEY, "run_id" INTEGER NOT NULL, "letter_id" INTEGER NOT NULL,
    "place" INTEGER NOT NULL, "way" VARCHAR(20) NOT NULL, "outcome" VARCHAR(20) NOT NULL, "because" TEXT NOT NULL,
    "tracking" VARCHAR(60) NOT NULL, "delivery_id" INTEGER, FOREIGN KEY ("run_id") REFERENCES "post_run" ("id"),
    FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("delivery_id") REFERENCES "delivery" ("id")
);
CREATE INDEX "post_run_letter_run_id" ON "post_run_letter" ("run_id");
CREATE INDEX "post_run_letter_letter_id" ON "post_run_letter" ("letter_id");
CREATE INDEX "post_run_letter_delivery_id" ON "post_run_letter" ("delivery_id");
CREATE UNIQUE INDEX "post_run_letter_run_id_letter_id" ON "post_run_letter" ("run_id", "letter_id");
CREATE UNIQUE INDEX "post_run_letter_open" ON "post_run_letter" ("letter_id") WHERE outcome = '';
CREATE TABLE "reporter_told" (
    "id" SERIAL NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "reporter_told_incident_id" ON "reporter_told" ("incident_id");
CREATE INDEX "reporter_told_by_id" ON "reporter_told" ("by_id");
CREATE TABLE "restriction_incident" (
    "id" SERIAL NOT NULL PRIMARY KEY, "restriction_id" INTEGER NOT NULL, "incident_id" INTEGER NOT NULL,
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id")
);
CREATE INDEX "restriction_incident_restriction_id" ON "restriction_incident" ("restriction_id");
CREATE INDEX "restriction_incident_incident_id" ON "restriction_incident" ("incident_id");
CREATE UNIQUE INDEX "restriction_incident_restriction_id_incident_id" ON "restriction_incident" ("restriction_id", "incident_id");
CREATE TABLE "restriction_term" (
    "id" SERIAL NOT NULL PRIMARY KEY, "restriction_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL,
    "channels" JSONB NOT NULL, "officer_id" INTEGER, "deputy_id" INTEGER, "slots" JSONB NOT NULL,
    "definition" TEXT NOT NULL, "examples" TEXT NOT NULL, "place" TEXT NOT NULL, "instead" TEXT NOT NULL,
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("officer_id") REFERENCES "user" ("id"), FOREIGN KEY ("deputy_id") REFERENCES "user" ("id"),
    CONSTRAINT "term_deputy_is_another" CHECK (deputy_id IS NULL OR deputy_id <> officer_id)
);
CREATE INDEX "restriction_term_restriction_id" ON "restriction_term" ("restriction_id");
CREATE INDEX "restriction_term_officer_id" ON "restriction_term" ("officer_id");
CREATE INDEX "restriction_term_deputy_id" ON "restriction_term" ("deputy_id");
CREATE UNIQUE INDEX "restriction_term_restriction_id_kind" ON "restriction_term" ("restriction_id", "kind");
CREATE TABLE "review_comment" (
    "id" SERIAL NOT NULL PRIMARY KEY, "review_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL,
    "from_whom" VARCHAR(20) NOT NULL, "channel" VARCHAR(30) NOT NULL, "on" DATE NOT NULL, "words" TEXT NOT NULL,
    "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL, FOREIGN KEY ("review_id") REFERENCES "review" ("id"),
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "review_comment_review_id" ON "review_comment" ("review_id");
CREATE INDEX "review_comment_customer_id" ON "review_comment" ("customer_id");
CREATE INDEX "review_comment_by_id" ON "review_comment" ("by_id");
CREATE TABLE "riddor_report" (
    "id" SERIAL NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "user_id" INTEGER NOT NULL,
    "reported_on" DATE NOT NULL, "reported_as" VARCHAR(20) NOT NULL, "number" VARCHAR(60) NOT NULL,
    "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"),
    FOREIGN KEY ("user_id") REFERENCES "user" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "riddor_report_incident_id" ON "riddor_report" ("incident_id");
CREATE INDEX "riddor_report_user_id" ON "riddor_report" ("user_id");
CREATE INDEX "riddor_report_by_id" ON "riddor_report" ("by_id");
CREATE TABLE "setting" (
    "id" SERIAL NOT NULL PRIMARY KEY, "key" VARCHAR(60) NOT NULL, "value" JSONB, "at" TIMESTAMP NOT NULL,
    "by_id" INTEGER, FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "setting_by_id" ON "setting" ("by_id");
CREATE INDEX "setting_key_at" ON "setting" ("key", "at");
CREATE TABLE "support_worker" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "name" VARCHAR(120) NOT NULL,
    "organisation" VARCHAR(160) NOT NULL, "telephone" VARCHAR(40) NOT NULL, "email" VARCHAR(200) NOT NULL,
    "basis" TEXT NOT NULL, "added_at" TIMESTAMP NOT NULL, "ended_at" TIMESTAMP,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id")
);
CREATE INDEX "support_worker_customer_id" ON "support_worker" ("customer_id");
CREATE TABLE "side_letter" (
    "id" SERIAL NOT NULL PRIMARY KEY, "form_key" VARCHAR(64) NOT NULL, "kind" VARCHAR(30) NOT NULL,
    "customer_id" INTEGER NOT NULL, "warning_id" INTEGER, "restriction_id" INTEGER, "marker_id" INTEGER,
    "support_worker_id" INTEGER, "to_whom" VARCHAR(200) NOT NULL, "agreed" TEXT NOT NULL, "passages" JSONB NOT NULL,
    "cited" JSONB NOT NULL, "arranged" TEXT NOT NULL, "letter_id" INTEGER NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id"),
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("marker_id") REFERENCES "marker" ("id"),
    FOREIGN KEY ("support_worker_id") REFERENCES "support_worker" ("id"),
    FOREIGN KEY ("letter_id") REFERENCES "letter" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE UNIQUE INDEX "side_letter_form_key" ON "side_letter" ("form_key");
CREATE INDEX "side_letter_customer_id" ON "side_letter" ("customer_id");
CREATE INDEX "side_letter_warning_id" ON "side_letter" ("warning_id");
CREATE INDEX "side_letter_restriction_id" ON "side_letter" ("restriction_id");
CREATE INDEX "side_letter_marker_id" ON "side_letter" ("marker_id");
CREATE INDEX "side_letter_support_worker_id" ON "side_letter" ("support_worker_id");
CREATE UNIQUE INDEX "side_letter_letter_id" ON "side_letter" ("letter_id");
CREATE INDEX "side_letter_by_id" ON "side_letter" ("by_id");
CREATE TABLE "signature" (
    "id" SERIAL NOT NULL PRIMARY KEY, "user_id" INTEGER NOT NULL, "file_id" INTEGER, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("user_id") REFERENCES "user" ("id"),
    FOREIGN KEY ("file_id") REFERENCES "stored_file" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "signature_user_id" ON "signature" ("user_id");
CREATE INDEX "signature_file_id" ON "signature" ("file_id");
CREATE INDEX "signature_by_id" ON "signature" ("by_id");
CREATE TABLE "sign_in_attempt" (
    "id" SERIAL NOT NULL PRIMARY KEY, "name_digest" VARCHAR(64) NOT NULL, "remote" VARCHAR(64) NOT NULL,
    "at" TIMESTAMP NOT NULL, "succeeded" BOOLEAN NOT NULL
);
CREATE INDEX "sign_in_attempt_name_digest" ON "sign_in_attempt" ("name_digest");
CREATE INDEX "sign_in_attempt_remote" ON "sign_in_attempt" ("remote");
CREATE INDEX "sign_in_attempt_at" ON "sign_in_attempt" ("at");
CREATE TABLE "sign_off" (
    "id" SERIAL NOT NULL PRIMARY KEY, "name" VARCHAR(100) NOT NULL, "language" VARCHAR(10) NOT NULL,
    "version" VARCHAR(64) NOT NULL, "english" VARCHAR(64) NOT NULL, "granted" BOOLEAN NOT NULL,
    "signer" VARCHAR(200) NOT NULL, "qualification" TEXT NOT NULL, "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL,
    FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "sign_off_by_id" ON "sign_off" ("by_id");
CREATE INDEX "sign_off_name_language" ON "sign_off" ("name", "language");
CREATE TABLE "staff_injury" (
    "id" SERIAL NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "user_id" INTEGER NOT NULL,
    "kind" VARCHAR(20) NOT NULL, "words" TEXT NOT NULL, "off_from" DATE, "back_on" DATE, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"),
    FOREIGN KEY ("user_id") REFERENCES "user" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "staff_injury_incident_id" ON "staff_injury" ("incident_id");
CREATE INDEX "staff_injury_user_id" ON "staff_injury" ("user_id");
CREATE INDEX "staff_injury_by_id" ON "staff_injury" ("by_id");
CREATE TABLE "statement" (
    "id" SERIAL NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "user_id" INTEGER NOT NULL,
    "asked_by_id" INTEGER NOT NULL, "asked_at" TIMESTAMP NOT NULL, "due_on" DATE NOT NULL, "words" TEXT NOT NULL,
    "given_at" TIMESTAMP, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"),
    FOREIGN KEY ("user_id") REFERENCES "user" ("id"), FOREIGN KEY ("asked_by_id") REFERENCES "user" ("id")
);
CREATE INDEX "statement_incident_id" ON "statement" ("incident_id");
CREATE INDEX "statement_user_id" ON "statement" ("user_id");
CREATE INDEX "statement_asked_by_id" ON "statement" ("asked_by_id");
CREATE TABLE "step_taken" (
    "id" SERIAL NOT NULL PRIMARY KEY, "incident_id" INTEGER NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("incident_id") REFERENCES "incident" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "step_taken_incident_id" ON "step_taken" ("incident_id");
CREATE INDEX "step_taken_by_id" ON "step_taken" ("by_id");
CREATE TABLE "support_contact" (
    "id" SERIAL NOT NULL PRIMARY KEY, "support_worker_id" INTEGER NOT NULL, "customer_id" INTEGER NOT NULL,
    "on" DATE NOT NULL, "method" VARCHAR(30) NOT NULL, "reached" BOOLEAN NOT NULL, "words" TEXT NOT NULL,
    "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL,
    FOREIGN KEY ("support_worker_id") REFERENCES "support_worker" ("id"),
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "support_contact_support_worker_id" ON "support_contact" ("support_worker_id");
CREATE INDEX "support_contact_customer_id" ON "support_contact" ("customer_id");
CREATE INDEX "support_contact_by_id" ON "support_contact" ("by_id");
CREATE TABLE "telling" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "restriction_id" INTEGER, "marker_id" INTEGER,
    "occasion" VARCHAR(20) NOT NULL, "whom" VARCHAR(200) NOT NULL, "words" TEXT NOT NULL, "by_id" INTEGER NOT NULL,
    "at" TIMESTAMP NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("restriction_id") REFERENCES "restriction" ("id"),
    FOREIGN KEY ("marker_id") REFERENCES "marker" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"),
    CONSTRAINT "telling_of_one_thing" CHECK ((restriction_id IS NULL) <> (marker_id IS NULL))
);
CREATE INDEX "telling_customer_id" ON "telling" ("customer_id");
CREATE INDEX "telling_restriction_id" ON "telling" ("restriction_id");
CREATE INDEX "telling_marker_id" ON "telling" ("marker_id");
CREATE INDEX "telling_by_id" ON "telling" ("by_id");
CREATE TABLE "translated" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "language" VARCHAR(10) NOT NULL,
    "digest" VARCHAR(64) NOT NULL, "english" TEXT NOT NULL, "words" TEXT NOT NULL, "translator" VARCHAR(200) NOT NULL,
    "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL, FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "translated_customer_id" ON "translated" ("customer_id");
CREATE INDEX "translated_by_id" ON "translated" ("by_id");
CREATE INDEX "translated_language_digest" ON "translated" ("language", "digest");
CREATE TABLE "warning_incident" (
    "id" SERIAL NOT NULL PRIMARY KEY, "warning_id" INTEGER NOT NULL, "incident_id" INTEGER NOT NULL,
    FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id"),
    FOREIGN KEY ("incident_id") REFERENCES "incident" ("id")
);
CREATE INDEX "warning_incident_warning_id" ON "warning_incident" ("warning_id");
CREATE INDEX "warning_incident_incident_id" ON "warning_incident" ("incident_id");
CREATE UNIQUE INDEX "warning_incident_warning_id_incident_id" ON "warning_incident" ("warning_id", "incident_id");
CREATE TABLE "warning_sanction" (
    "id" SERIAL NOT NULL PRIMARY KEY, "warning_id" INTEGER NOT NULL, "kind" VARCHAR(30) NOT NULL,
    "detail" JSONB NOT NULL, FOREIGN KEY ("warning_id") REFERENCES "behaviour_warning" ("id")
);
CREATE INDEX "warning_sanction_warning_id" ON "warning_sanction" ("warning_id");
CREATE UNIQUE INDEX "warning_sanction_warning_id_kind" ON "warning_sanction" ("warning_id", "kind");
CREATE TABLE "withholding" (
    "id" SERIAL NOT NULL PRIMARY KEY, "customer_id" INTEGER NOT NULL, "declaration_id" INTEGER, "marker_id" INTEGER,
    "because" TEXT NOT NULL, "think_again_on" DATE NOT NULL, "by_id" INTEGER NOT NULL, "at" TIMESTAMP NOT NULL,
    FOREIGN KEY ("customer_id") REFERENCES "customer" ("id"),
    FOREIGN KEY ("declaration_id") REFERENCES "declaration" ("id"),
    FOREIGN KEY ("marker_id") REFERENCES "marker" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"),
    CONSTRAINT "withholding_of_one_thing" CHECK ((declaration_id IS NULL) <> (marker_id IS NULL))
);
CREATE INDEX "withholding_customer_id" ON "withholding" ("customer_id");
CREATE INDEX "withholding_declaration_id" ON "withholding" ("declaration_id");
CREATE INDEX "withholding_marker_id" ON "withholding" ("marker_id");
CREATE INDEX "withholding_by_id" ON "withholding" ("by_id");
CREATE TABLE "wording" (
    "id" SERIAL NOT NULL PRIMARY KEY, "name" VARCHAR(100) NOT NULL, "language" VARCHAR(10) NOT NULL,
    "version" VARCHAR(64) NOT NULL, "own" BOOLEAN NOT NULL, "file_id" INTEGER NOT NULL, "words" TEXT NOT NULL,
    "by_id" INTEGER, "at" TIMESTAMP NOT NULL, FOREIGN KEY ("file_id") REFERENCES "stored_file" ("id"),
    FOREIGN KEY ("by_id") REFERENCES "user" ("id")
);
CREATE INDEX "wording_file_id" ON "wording" ("file_id");
CREATE INDEX "wording_by_id" ON "wording" ("by_id");
CREATE UNIQUE INDEX "wording_name_language_version" ON "wording" ("name", "language", "version");
