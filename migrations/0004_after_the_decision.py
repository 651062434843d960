"""After the decision: reviews, appeals, the extreme route, markers, endings, contacts, absences and care for staff.

Frozen copies of the models as they were, so that later models change nothing here.
"""

from peewee import *

APPEND_ONLY = (
    "withholding",
    "review_comment",
    "ending",
    "telling",
    "life_event",
    "correction_answer",
    "contact_import",
    "breach_by_us",
    "access",
    "officer_change",
    "care_check",
    "staff_injury",
    "riddor_report",
    "step_taken",
    "reporter_told",
)
COMPLETE = "restriction_authorised_is_complete"
ISSUED = "restriction_issued_after_authority"
OVERRIDE = "override_of_one_thing"
CHECKS = {
    "restriction": {
        COMPLETE: (
            "authorised_at IS NULL OR (authorised_by_id IS NOT NULL AND warning_id IS NOT NULL"
            " AND consideration_id IS NOT NULL AND starts_on IS NOT NULL AND ends_on IS NOT NULL"
            " AND review_on IS NOT NULL)",
            "authorised_at IS NULL OR (authorised_by_id IS NOT NULL AND starts_on IS NOT NULL"
            " AND ends_on IS NOT NULL AND review_on IS NOT NULL"
            " AND (declaration_id IS NOT NULL OR (warning_id IS NOT NULL AND consideration_id IS NOT NULL)))",
        ),
        ISSUED: (
            "issued_at IS NULL OR (authorised_at IS NOT NULL AND letter_id IS NOT NULL AND in_force_from IS NOT NULL)",
            "issued_at IS NULL OR (authorised_at IS NOT NULL AND in_force_from IS NOT NULL"
            " AND (letter_id IS NOT NULL OR declaration_id IS NOT NULL))",
        ),
    },
    "override": {
        OVERRIDE: (
            "(warning_id IS NULL) <> (restriction_id IS NULL)",
            "(CASE WHEN warning_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN restriction_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN review_id IS NULL THEN 0 ELSE 1 END)"
            " + (CASE WHEN marker_id IS NULL THEN 0 ELSE 1 END) = 1",
        ),
    },
}
# Columns added to tables that are there already: table, column, its type, and what it points at.
COLUMNS = (
    ("user", "calendar_digest", "VARCHAR(64) NOT NULL DEFAULT ''", ""),
    ("restriction", "declaration_id", "INTEGER", "declaration"),
    ("restriction", "root_id", "INTEGER", "restriction"),
    ("restriction", "follows_id", "INTEGER", "restriction"),
    ("restriction", "part", "INTEGER NOT NULL DEFAULT 1", ""),
    ("override", "review_id", "INTEGER", "review"),
    ("override", "marker_id", "INTEGER", "marker"),
)
INDEXED = tuple((table, column) for table, column, _, to in COLUMNS if to) + (("user", "calendar_digest"),)


def up(migrator, db):
    _make_tables(db)
    for table, column, kind, to in COLUMNS:
        points = f' REFERENCES "{to}" ("id")' if to else ""
        db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{column}" {kind}{points}')
    for table, column in INDEXED:
        db.execute_sql(f'CREATE INDEX "{_index(table, column)}" ON "{table}" ("{column}")')
    _swap_checks(db, old=0, new=1)
    for table in APPEND_ONLY:
        _hold(db, table)


def down(migrator, db):
    # What is here only since this migration goes with it: nothing of it may keep a row of the older tables back.
    for table in APPEND_ONLY:
        _let_go(db, table)
    _swap_checks(db, old=1, new=0)
    for table, column in INDEXED:
        db.execute_sql(f'DROP INDEX "{_index(table, column)}"')
    for table, column, _, _ in COLUMNS:
        db.execute_sql(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
    for table in reversed(TABLES):
        db.execute_sql(f'DROP TABLE "{table}"')


def _index(table, column):
    return f"{table}_{column}"


def _swap_checks(db, old, new):
    """Put another condition under the same name: SQLite keeps it in the text of the table, which may be edited."""
    sqlite = "Sqlite" in type(db).__name__
    if sqlite:
        version = db.execute_sql("PRAGMA schema_version").fetchone()[0]
        db.execute_sql("PRAGMA writable_schema=ON")
    for table, checks in CHECKS.items():
        for name, texts in checks.items():
            if sqlite:
                changed = db.execute_sql(
                    "UPDATE sqlite_master SET sql = replace(sql, ?, ?) WHERE type = 'table' AND name = ?"
                    " AND instr(sql, ?) > 0",
                    (texts[old], texts[new], table, texts[old]),
                )
                if changed.rowcount != 1:
                    raise RuntimeError(f"The condition {name} of {table} is not as it was made.")
            else:
                db.execute_sql(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
                db.execute_sql(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" CHECK ({texts[new]})')
    if sqlite:
        db.execute_sql(f"PRAGMA schema_version={version + 1}")
        db.execute_sql("PRAGMA writable_schema=OFF")


def _hold(db, table):
    if "Sqlite" in type(db).__name__:
        for deed in ("UPDATE", "DELETE"):
            db.execute_sql(
                f'CREATE TRIGGER "{table}_no_{deed.lower()}" BEFORE {deed} ON "{table}"'
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    db.execute_sql(
        f'CREATE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE ON "{table}"'
        " FOR EACH ROW EXECUTE FUNCTION append_only()"
    )
    db.execute_sql(
        f'CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}"'
        " FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
    )


def _let_go(db, table):
    names = ("no_update", "no_delete") if "Sqlite" in type(db).__name__ else ("append_only", "no_truncate")
    for name in names:
        on = "" if "Sqlite" in type(db).__name__ else f' ON "{table}"'
        db.execute_sql(f'DROP TRIGGER "{table}_{name}"{on}')


TABLES = (
    "declaration",
    "marker",
    "withholding",
    "review",
    "review_comment",
    "appeal",
    "appeal_ground",
    "ending",
    "telling",
    "life_event",
    "correction_answer",
    "contact_import",
    "contact",
    "breach_by_us",
    "access",
    "conflict",
    "absence",
    "officer_change",
    "care_check",
    "staff_injury",
    "riddor_report",
    "step_taken",
    "statement",
    "reporter_told",
)


def _make_tables(db):
    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class Customer(Model):
        class Meta:
            database = db
            table_name = "customer"

    class Incident(Model):
        class Meta:
            database = db
            table_name = "incident"

    class IncidentNote(Model):
        class Meta:
            database = db
            table_name = "incident_note"

    class Representative(Model):
        class Meta:
            database = db
            table_name = "representative"

    class Consideration(Model):
        class Meta:
            database = db
            table_name = "consideration"

    class Letter(Model):
        class Meta:
            database = db
            table_name = "letter"

    class BehaviourWarning(Model):
        class Meta:
            database = db
            table_name = "behaviour_warning"

    class Restriction(Model):
        class Meta:
            database = db
            table_name = "restriction"

    class Declaration(Model):
        form_key = CharField(64, unique=True)
        customer = ForeignKeyField(Customer)
        incident = ForeignKeyField(Incident)
        declared_by = ForeignKeyField(User)
        declared_at = DateTimeField()
        threatened = CharField(20)
        reason = TextField()
        why_no_warning = TextField()
        needs_known = TextField()
        safeguarding_signed_off = TextField(default="")
        police = CharField(20)
        police_reference = CharField(60, default="")
        police_words = TextField(default="")
        legal = CharField(20, default="none")
        legal_words = TextField(default="")
        numbers = JSONField(default=dict)
        seconded_by = ForeignKeyField(User, null=True)
        seconded_at = DateTimeField(null=True)
        seconded_words = TextField(default="")
        refused_by = ForeignKeyField(User, null=True)
        refused_at = DateTimeField(null=True)
        refused_because = TextField(default="")
        looked_back_by = ForeignKeyField(User, null=True)
        looked_back_at = DateTimeField(null=True)
        looked_back_outcome = CharField(20, default="")
        looked_back_words = TextField(default="")

        class Meta:
            database = db
            table_name = "declaration"
            constraints = [
                Check("seconded_by_id IS NULL OR seconded_by_id <> declared_by_id", name="declaration_has_two_people"),
                Check("seconded_at IS NULL OR refused_at IS NULL", name="declaration_seconded_or_refused"),
                Check(
                    "looked_back_by_id IS NULL OR"
                    " (looked_back_by_id <> declared_by_id"
                    " AND (seconded_by_id IS NULL OR looked_back_by_id <> seconded_by_id))",
                    name="declaration_looked_back_on_by_another",
                ),
            ]

    class Marker(Model):
        form_key = CharField(64, unique=True)
        customer = ForeignKeyField(Customer)
        version = IntegerField(default=0)
        about = CharField(20)
        place = TextField(default="")
        category = CharField(30)
        incident = ForeignKeyField(Incident, null=True)
        source = CharField(200, default="")
        source_on = DateField(null=True)
        source_words = TextField(default="")
        fact = TextField()
        action = TextField()
        recipients = JSONField(default=list)
        recipients_because = TextField(default="")
        asked_by = ForeignKeyField(User)
        asked_at = DateTimeField()
        asked_for = CharField(200, default="")
        asked_words = TextField(default="")
        proposed_by = ForeignKeyField(User, null=True)
        proposed_at = DateTimeField(null=True)
        ends_on = DateField(null=True)
        review_on = DateField(null=True)
        telling = CharField(20, default="")
        not_telling_because = TextField(default="")
        think_again_on = DateField(null=True)
        passages = JSONField(default=dict)
        arranged = TextField(default="")
        numbers = JSONField(default=dict)
        consideration = ForeignKeyField(Consideration, null=True)
        approved_by = ForeignKeyField(User, null=True)
        approved_at = DateTimeField(null=True)
        declined_by = ForeignKeyField(User, null=True)
        declined_at = DateTimeField(null=True)
        declined_because = TextField(default="")
        letter = ForeignKeyField(Letter, null=True, unique=True)
        in_force_from = DateField(null=True)
        ended_on = DateField(null=True)
        ended_by = ForeignKeyField(User, null=True)
        ended_at = DateTimeField(null=True)
        ended_because = TextField(default="")
        was_wrong = BooleanField(default=False)
        root = ForeignKeyField("self", null=True)
        follows = ForeignKeyField("self", null=True)
        part = IntegerField(default=1)

        class Meta:
            database = db
            table_name = "marker"
            constraints = [
                Check(
                    "approved_at IS NULL OR (approved_by_id IS NOT NULL AND proposed_by_id IS NOT NULL"
                    " AND approved_by_id <> proposed_by_id AND ends_on IS NOT NULL AND review_on IS NOT NULL"
                    " AND in_force_from IS NOT NULL AND (incident_id IS NOT NULL OR source <> ''))",
                    name="marker_approved_by_two_on_a_fact",
                ),
                Check(
                    "review_on IS NULL OR ends_on IS NULL OR review_on <= ends_on", name="marker_reviewed_by_its_end"
                ),
                Check("approved_at IS NULL OR declined_at IS NULL", name="marker_decided_once"),
            ]

    class Withholding(Model):
        customer = ForeignKeyField(Customer)
        declaration = ForeignKeyField(Declaration, null=True)
        marker = ForeignKeyField(Marker, null=True)
        because = TextField()
        think_again_on = DateField()
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "withholding"
            constraints = [Check("(declaration_id IS NULL) <> (marker_id IS NULL)", name="withholding_of_one_thing")]

    class Review(Model):
        form_key = CharField(64, unique=True)
        customer = ForeignKeyField(Customer)
        restriction = ForeignKeyField(Restriction, null=True)
        marker = ForeignKeyField(Marker, null=True)
        kind = CharField(20)
        due_on = DateField()
        version = IntegerField(default=0)
        opened_by = ForeignKeyField(User)
        opened_at = DateTimeField()
        asked_on = DateField(null=True)
        asked_by = CharField(20, default="")
        asked_channel = CharField(30, default="")
        asked_words = TextField(default="")
        comments_by = DateField(null=True)
        invitation = ForeignKeyField(Letter, null=True, unique=True)
        invited_by = ForeignKeyField(User, null=True)
        invited_at = DateTimeField(null=True)
        support_words = TextField(default="")
        outcome = CharField(20, default="")
        reasons = TextField(default="")
        evidence = CharField(20, default="")
        evidence_because = TextField(default="")
        cited = JSONField(default=list)
        ends_on = DateField(null=True)
        next_review_on = DateField(null=True)
        passages = JSONField(default=dict)
        arranged = TextField(default="")
        numbers = JSONField(default=dict)
        held_by = ForeignKeyField(User, null=True)
        held_at = DateTimeField(null=True)
        consideration = ForeignKeyField(Consideration, null=True)
        letter = ForeignKeyField(Letter, null=True, unique=True)
        successor = ForeignKeyField(Restriction, null=True)
        renewed = ForeignKeyField(Marker, null=True)
        closed_at = DateTimeField(null=True)
        closed_because = TextField(default="")

        class Meta:
            database = db
            table_name = "review"
            constraints = [
                Check("(restriction_id IS NULL) <> (marker_id IS NULL)", name="review_of_one_thing"),
                Check(
                    "held_at IS NULL OR (held_by_id IS NOT NULL AND outcome <> '' AND reasons <> '')",
                    name="review_held_with_reasons",
                ),
                Check("held_at IS NULL OR closed_at IS NULL", name="review_held_or_overtaken"),
            ]

    class ReviewComment(Model):
        review = ForeignKeyField(Review)
        customer = ForeignKeyField(Customer)
        from_whom = CharField(20)
        channel = CharField(30)
        on = DateField()
        words = TextField()
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "review_comment"

    class Appeal(Model):
        form_key = CharField(64, unique=True)
        customer = ForeignKeyField(Customer)
        restriction = ForeignKeyField(Restriction, null=True)
        marker = ForeignKeyField(Marker, null=True)
        warning = ForeignKeyField(BehaviourWarning, null=True)
        version = IntegerField(default=0)
        received_on = DateField()
        channel = CharField(30)
        from_whom = CharField(20)
        representative = ForeignKeyField(Representative, null=True)
        representative_name = CharField(120, default="")
        words = TextField()
        deadline = DateField(null=True)
        late_because = TextField(default="")
        data_complaint = BooleanField(default=False)
        discrimination = BooleanField(default=False)
        took_by = ForeignKeyField(User)
        took_at = DateTimeField()
        answer_by = DateField()
        numbers = JSONField(default=dict)
        bundle = JSONField(default=dict)
        bundle_sha256 = CharField(64)
        decider = ForeignKeyField(User, null=True)
        assigned_by = ForeignKeyField(User, null=True)
        assigned_at = DateTimeField(null=True)
        acknowledgement = ForeignKeyField(Letter, null=True, unique=True)
        suspended = BooleanField(null=True)
        suspended_from = DateField(null=True)
        suspended_because = TextField(default="")
        suspended_by = ForeignKeyField(User, null=True)
        suspended_at = DateTimeField(null=True)
        extended_to = DateField(null=True)
        extended_because = TextField(default="")
        extended_by = ForeignKeyField(User, null=True)
        extended_at = DateTimeField(null=True)
        extension = ForeignKeyField(Letter, null=True, unique=True)
        outcome = CharField(20, default="")
        reasons = TextField(default="")
        remedy = TextField(default="")
        lessons = TextField(default="")
        ends_on = DateField(null=True)
        next_review_on = DateField(null=True)
        passages = JSONField(default=dict)
        arranged = TextField(default="")
        decided_by = ForeignKeyField(User, null=True)
        decided_at = DateTimeField(null=True)
        consideration = ForeignKeyField(Consideration, null=True)
        letter = ForeignKeyField(Letter, null=True, unique=True)
        successor = ForeignKeyField(Restriction, null=True)
        withdrawn_on = DateField(null=True)
        withdrawn_by = ForeignKeyField(User, null=True)
        withdrawn_at = DateTimeField(null=True)
        withdrawn_words = TextField(default="")

        class Meta:
            database = db
            table_name = "appeal"
            constraints = [
                Check(
                    "(CASE WHEN restriction_id IS NULL THEN 0 ELSE 1 END)"
                    " + (CASE WHEN marker_id IS NULL THEN 0 ELSE 1 END)"
                    " + (CASE WHEN warning_id IS NULL THEN 0 ELSE 1 END) = 1",
                    name="appeal_against_one_thing",
                ),
                Check(
                    "decided_at IS NULL OR (decided_by_id = decider_id AND reasons <> '')",
                    name="appeal_decided_by_its_decider",
                ),
                Check("decided_at IS NULL OR withdrawn_at IS NULL", name="appeal_ends_once"),
                Check("extended_to IS NULL OR extension_id IS NOT NULL", name="appeal_extended_with_a_letter"),
            ]

    class AppealGround(Model):
        appeal = ForeignKeyField(Appeal)
        kind = CharField(20)
        words = TextField()
        found = CharField(20, default="")
        answer = TextField(default="")

        class Meta:
            database = db
            table_name = "appeal_ground"

    class Ending(Model):
        customer = ForeignKeyField(Customer)
        restriction = ForeignKeyField(Restriction, null=True, unique=True)
        marker = ForeignKeyField(Marker, null=True, unique=True)
        letter = ForeignKeyField(Letter, null=True, unique=True)
        no_letter_because = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "ending"
            constraints = [
                Check("(restriction_id IS NULL) <> (marker_id IS NULL)", name="ending_of_one_thing"),
                Check("letter_id IS NOT NULL OR no_letter_because <> ''", name="ending_told_or_why_not"),
            ]

    class Telling(Model):
        customer = ForeignKeyField(Customer)
        restriction = ForeignKeyField(Restriction, null=True)
        marker = ForeignKeyField(Marker, null=True)
        occasion = CharField(20)
        whom = CharField(200)
        words = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "telling"
            constraints = [Check("(restriction_id IS NULL) <> (marker_id IS NULL)", name="telling_of_one_thing")]

    class LifeEvent(Model):
        form_key = CharField(64, unique=True)
        customer = ForeignKeyField(Customer)
        kind = CharField(20)
        on = DateField()
        words = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "life_event"

    class CorrectionAnswer(Model):
        customer = ForeignKeyField(Customer)
        note = ForeignKeyField(IncidentNote)
        letter = ForeignKeyField(Letter)
        correcting = ForeignKeyField(Letter, null=True, unique=True)
        words = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "correction_answer"
            indexes = ((("note", "letter"), True),)

    class ContactImport(Model):
        name = CharField(200)
        sha256 = CharField(64, unique=True)
        rows = IntegerField()
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "contact_import"

    class Contact(Model):
        form_key = CharField(64, unique=True)
        customer = ForeignKeyField(Customer)
        at = DateTimeField()
        direction = CharField(4, default="in")
        channel = CharField(30)
        subject = CharField(30, default="other")
        words = TextField(default="")
        minutes = IntegerField(null=True)
        colleague = CharField(120, default="")
        protected = CharField(30, default="")
        arrangement = CharField(20, default="")
        restriction = ForeignKeyField(Restriction, null=True)
        reply_due_on = DateField(null=True)
        replied_by = ForeignKeyField(User, null=True)
        replied_at = DateTimeField(null=True)
        imported = ForeignKeyField(ContactImport, null=True)
        by = ForeignKeyField(User)
        recorded_at = DateTimeField()

        class Meta:
            database = db
            table_name = "contact"
            indexes = ((("customer", "at"), False), (("restriction", "at"), False))

    class BreachByUs(Model):
        form_key = CharField(64, unique=True)
        customer = ForeignKeyField(Customer)
        restriction = ForeignKeyField(Restriction)
        contact = ForeignKeyField(Contact, null=True)
        kind = CharField(20)
        on = DateField()
        words = TextField(default="")
        put_right = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "breach_by_us"

    class Access(Model):
        user = ForeignKeyField(User)
        customer = ForeignKeyField(Customer)
        what = CharField(20)
        marker = ForeignKeyField(Marker, null=True)
        reason = CharField(200, default="")
        facts = JSONField(default=dict)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "access"
            indexes = ((("customer", "at"), False), (("user", "at"), False))

    class Conflict(Model):
        user = ForeignKeyField(User)
        customer = ForeignKeyField(Customer)
        kind = CharField(20)
        words = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()
        ended_by = ForeignKeyField(User, null=True)
        ended_at = DateTimeField(null=True)
        ended_because = TextField(default="")

        class Meta:
            database = db
            table_name = "conflict"
            indexes = ((("user", "customer"), False),)

    class Absence(Model):
        user = ForeignKeyField(User)
        starts_on = DateField()
        ends_on = DateField()
        handover = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()
        cancelled_by = ForeignKeyField(User, null=True)
        cancelled_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "absence"
            constraints = [Check("ends_on >= starts_on", name="absence_in_order")]

    class OfficerChange(Model):
        customer = ForeignKeyField(Customer)
        restriction = ForeignKeyField(Restriction)
        officer = ForeignKeyField(User)
        deputy = ForeignKeyField(User)
        from_on = DateField()
        until_on = DateField(null=True)
        absence = ForeignKeyField(Absence, null=True)
        because = TextField(default="")
        letter = ForeignKeyField(Letter, unique=True)
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "officer_change"
            constraints = [
                Check("deputy_id <> officer_id", name="officer_change_deputy_is_another"),
                Check("until_on IS NULL OR until_on >= from_on", name="officer_change_in_order"),
            ]

    class CareCheck(Model):
        incident = ForeignKeyField(Incident)
        user = ForeignKeyField(User)
        stage = CharField(20)
        spoke = BooleanField()
        words = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "care_check"

    class StaffInjury(Model):
        incident = ForeignKeyField(Incident)
        user = ForeignKeyField(User)
        kind = CharField(20)
        words = TextField(default="")
        off_from = DateField(null=True)
        back_on = DateField(null=True)
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "staff_injury"

    class RiddorReport(Model):
        incident = ForeignKeyField(Incident)
        user = ForeignKeyField(User)
        reported_on = DateField()
        reported_as = CharField(20)
        number = CharField(60, default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "riddor_report"

    class StepTaken(Model):
        incident = ForeignKeyField(Incident)
        words = TextField()
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "step_taken"

    class Statement(Model):
        incident = ForeignKeyField(Incident)
        user = ForeignKeyField(User)
        asked_by = ForeignKeyField(User)
        asked_at = DateTimeField()
        due_on = DateField()
        words = TextField(default="")
        given_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "statement"

    class ReporterTold(Model):
        incident = ForeignKeyField(Incident)
        words = TextField()
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "reporter_told"

    db.create_tables(
        [
            Declaration,
            Marker,
            Withholding,
            Review,
            ReviewComment,
            Appeal,
            AppealGround,
            Ending,
            Telling,
            LifeEvent,
            CorrectionAnswer,
            ContactImport,
            Contact,
            BreachByUs,
            Access,
            Conflict,
            Absence,
            OfficerChange,
            CareCheck,
            StaffInjury,
            RiddorReport,
            StepTaken,
            Statement,
            ReporterTold,
        ]
    )
