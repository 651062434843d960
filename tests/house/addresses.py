"""Every address of the application: which roles it opens to, and what its variable parts point at.

To add a page, add a row. `opens_to` lists the roles that get the page (or, for a form, whose form is read); for
everybody else and for whoever is signed out nothing is shown and nothing changes. `parts` names, for each variable
part of the address, the thing of the scene (tests/house/scene.py) whose number stands there.
"""

from dataclasses import dataclass, field

ROLES = (
    "colleague", "officer", "manager", "safety_lead", "senior_officer", "data_protection_officer", "administrator",
)  # fmt: skip
EVERYONE = frozenset(ROLES)
LOGS_INCIDENTS = frozenset({"colleague", "officer", "manager", "safety_lead", "senior_officer"})
SEES_FILES = frozenset({"officer", "manager", "safety_lead", "senior_officer", "data_protection_officer"})
WORKS_ON_FILES = frozenset({"officer", "manager", "senior_officer"})
DECIDES_ON_MARKERS = frozenset({"manager", "safety_lead", "senior_officer"})
MANAGERS = frozenset({"manager"})
CARES = frozenset({"manager", "safety_lead", "senior_officer"})
ADMINISTRATORS = frozenset({"administrator"})


@dataclass(frozen=True)
class Address:
    """One way into the application: an endpoint by one method."""

    endpoint: str
    opens_to: frozenset[str]
    parts: dict[str, str] = field(default_factory=dict)
    method: str = "GET"
    logged: bool = False  # reading it is written to the access log, and nothing else is

    def __str__(self) -> str:
        return f"{self.method} {self.endpoint}"


def get(endpoint: str, opens_to: frozenset[str], **parts: str) -> Address:
    """A page to read."""
    return Address(endpoint, opens_to, parts)


def look(endpoint: str, opens_to: frozenset[str], **parts: str) -> Address:
    """A page to read, of which the access log keeps that it was read (G60)."""
    return Address(endpoint, opens_to, parts, logged=True)


def post(endpoint: str, opens_to: frozenset[str], **parts: str) -> Address:
    """A form to send."""
    return Address(endpoint, opens_to, parts, "POST")


# Open to whoever is signed out; tests of their own hold what they answer.
OPEN = {
    "account.sign_in": {"GET", "POST"},
    "assets.show": {"GET"},
    "calendar.show": {"GET"},
    "healthz": {"GET"},
}

ADDRESSES: tuple[Address, ...] = (
    get("home.today", EVERYONE),
    get("account.show", EVERYONE),
    get("policy_page.show", EVERYONE),
    post("account.sign_out", EVERYONE),
    post("account.change_password", EVERYONE),
    post("account.make_calendar", EVERYONE),
    post("account.close_calendar", EVERYONE),
    get("settings.show", ADMINISTRATORS),
    get("settings.number", ADMINISTRATORS, key="number"),
    post("settings.set_number", ADMINISTRATORS, key="number"),
    get("settings.everybody", ADMINISTRATORS),
    get("settings.new_person", ADMINISTRATORS),
    post("settings.add_person", ADMINISTRATORS),
    get("settings.person", ADMINISTRATORS, person_id="person"),
    post("settings.set_roles", ADMINISTRATORS, person_id="person"),
    post("settings.switch_access", ADMINISTRATORS, person_id="person"),
    post("settings.reset_password", ADMINISTRATORS, person_id="person"),
    get("letterhead.show", ADMINISTRATORS),
    post("letterhead.save", ADMINISTRATORS),
    post("letterhead.show_page", ADMINISTRATORS),
    post("letterhead.as_pdf", ADMINISTRATORS),
    post("letterhead.put_back", ADMINISTRATORS, row="paper"),
    get("letterhead.picture", EVERYONE, digest="logo"),
    get("signatures.own", EVERYONE),
    post("signatures.put_in_own", EVERYONE),
    post("signatures.take_away_own", EVERYONE),
    get("signatures.show", ADMINISTRATORS, person_id="person"),
    post("signatures.put_in", ADMINISTRATORS, person_id="person"),
    post("signatures.take_away", ADMINISTRATORS, person_id="person"),
    get("enclosures.new", ADMINISTRATORS),
    post("enclosures.add", ADMINISTRATORS),
    get("enclosures.show", ADMINISTRATORS, key="enclosure"),
    post("enclosures.save", ADMINISTRATORS, key="enclosure"),
    get("enclosures.pdf", EVERYONE, key="enclosure"),
    get("customers.find", LOGS_INCIDENTS | SEES_FILES),
    post("incidents.complete", LOGS_INCIDENTS - {"colleague"}, incident_id="incident"),
    post("customers.search", LOGS_INCIDENTS | SEES_FILES),
    get("customers.new", LOGS_INCIDENTS),
    post("customers.add", LOGS_INCIDENTS),
    get("customers.show", LOGS_INCIDENTS | SEES_FILES, customer_id="customer"),
    look("contact_check.show", LOGS_INCIDENTS | SEES_FILES, customer_id="customer"),
    post("contact_check.log", LOGS_INCIDENTS, customer_id="customer"),
    get("named_officers.board", LOGS_INCIDENTS | SEES_FILES),
    get("named_officers.telling", WORKS_ON_FILES, restriction_id="officer_restriction", absence_id="absence"),
    post("named_officers.tell", WORKS_ON_FILES, restriction_id="officer_restriction", absence_id="absence"),
    get("named_officers.changing", WORKS_ON_FILES, restriction_id="officer_restriction"),
    post("named_officers.change", WORKS_ON_FILES, restriction_id="officer_restriction"),
    get("absences.new", LOGS_INCIDENTS),
    post("absences.record", LOGS_INCIDENTS),
    post("absences.cancel", MANAGERS | {"officer"}, absence_id="absence"),
    get("absences.days", MANAGERS | {"officer"}, person_id="person"),
    post("absences.set_days", MANAGERS | {"officer"}, person_id="person"),
    get("customers.edit", WORKS_ON_FILES, customer_id="customer"),
    post("customers.save", WORKS_ON_FILES, customer_id="customer"),
    post("customers.add_ways", WORKS_ON_FILES, customer_id="customer"),
    post("customers.end_ways", WORKS_ON_FILES, row_id="way"),
    post("customers.add_needs", WORKS_ON_FILES, customer_id="customer"),
    post("customers.end_needs", WORKS_ON_FILES, row_id="need"),
    post("customers.add_support_workers", WORKS_ON_FILES, customer_id="customer"),
    post("customers.end_support_workers", WORKS_ON_FILES, row_id="support_worker"),
    post("customers.add_representatives", WORKS_ON_FILES, customer_id="customer"),
    post("customers.end_representatives", WORKS_ON_FILES, row_id="representative"),
    get("incidents.new", LOGS_INCIDENTS, customer_id="customer"),
    post("incidents.log", LOGS_INCIDENTS, customer_id="customer"),
    get("incidents.show", SEES_FILES, incident_id="incident"),
    post("incidents.add_note", LOGS_INCIDENTS - {"colleague"}, incident_id="incident"),
    post("incidents.take_request", WORKS_ON_FILES, incident_id="incident"),
    post("incidents.pass_request", LOGS_INCIDENTS - {"colleague"}, request_id="request"),
    post("incidents.answer_request", LOGS_INCIDENTS - {"colleague"}, request_id="request"),
    get("care.index", LOGS_INCIDENTS),
    get("care.show", CARES, incident_id="cared_incident"),
    post("care.take_step", CARES, incident_id="cared_incident"),
    post("care.ask_statement", CARES, incident_id="cared_incident"),
    post("care.tell", CARES, incident_id="cared_incident"),
    get("care.person", CARES, incident_id="cared_incident", person_id="cared_person"),
    post("care.check", CARES, incident_id="cared_incident", person_id="cared_person"),
    post("care.record_injury", CARES, incident_id="cared_incident", person_id="cared_person"),
    post("care.report", CARES, incident_id="cared_incident", person_id="cared_person"),
    get("statements.show", CARES, statement_id="statement"),
    post("statements.give", CARES, statement_id="statement"),
    get("corrections.show", WORKS_ON_FILES, note_id="correcting_note", letter_id="corrected_letter"),
    post("corrections.preview", WORKS_ON_FILES, note_id="correcting_note", letter_id="corrected_letter"),
    post("corrections.settle", WORKS_ON_FILES, note_id="correcting_note", letter_id="corrected_letter"),
    post("corrections.tell", WORKS_ON_FILES, note_id="answered_note", letter_id="answered_letter"),
    get("conflicts.new", LOGS_INCIDENTS | SEES_FILES, customer_id="customer"),
    post("conflicts.declare", LOGS_INCIDENTS | SEES_FILES, customer_id="customer"),
    get("conflicts.ending", frozenset({"manager", "senior_officer"}), conflict_id="conflict"),
    post("conflicts.end", frozenset({"manager", "senior_officer"}), conflict_id="conflict"),
    get("contacts.new", LOGS_INCIDENTS, customer_id="customer"),
    post("contacts.log", LOGS_INCIDENTS, customer_id="customer"),
    get("contacts.index", SEES_FILES, customer_id="customer"),
    get("contacts.show", SEES_FILES, contact_id="contact"),
    post("contacts.reply", WORKS_ON_FILES, contact_id="contact"),
    get("contacts.breach", WORKS_ON_FILES, restriction_id="restriction"),
    post("contacts.record_breach", WORKS_ON_FILES, restriction_id="restriction"),
    get("contact_lists.choose", WORKS_ON_FILES, customer_id="customer"),
    post("contact_lists.look", WORKS_ON_FILES, customer_id="customer"),
    post("contact_lists.take_in", WORKS_ON_FILES, customer_id="customer"),
    get("considerations.new", WORKS_ON_FILES | {"safety_lead"}, customer_id="customer", purpose="purpose"),
    post("considerations.make", WORKS_ON_FILES | {"safety_lead"}, customer_id="customer"),
    get("considerations.show", SEES_FILES, consideration_id="consideration"),
    post("considerations.contact", WORKS_ON_FILES, worker_id="support_worker"),
    get("warnings.new", WORKS_ON_FILES, customer_id="customer"),
    post("warnings.draft", WORKS_ON_FILES, customer_id="customer"),
    get("warnings.show", SEES_FILES, warning_id="warning"),
    post("warnings.save", WORKS_ON_FILES, warning_id="draft_warning"),
    post("warnings.preview", WORKS_ON_FILES, warning_id="draft_warning"),
    get("warnings.reading", WORKS_ON_FILES, warning_id="draft_warning"),
    post("warnings.read", WORKS_ON_FILES, warning_id="draft_warning"),
    get("warnings.issuing", WORKS_ON_FILES, warning_id="draft_warning"),
    post("warnings.issue", WORKS_ON_FILES, warning_id="draft_warning"),
    post("warnings.override", WORKS_ON_FILES, warning_id="draft_warning"),
    get("warnings.withdrawing", WORKS_ON_FILES, warning_id="warning"),
    post("warnings.withdraw", WORKS_ON_FILES, warning_id="warning"),
    get("restrictions.new", WORKS_ON_FILES, customer_id="customer"),
    post("restrictions.propose", WORKS_ON_FILES, customer_id="customer"),
    get("restrictions.show", SEES_FILES, restriction_id="restriction"),
    post("restrictions.save", WORKS_ON_FILES, restriction_id="proposed_restriction"),
    post("restrictions.preview", WORKS_ON_FILES, restriction_id="proposed_restriction"),
    get("restrictions.authorising", WORKS_ON_FILES, restriction_id="proposed_restriction"),
    post("restrictions.authorise", WORKS_ON_FILES, restriction_id="proposed_restriction"),
    get("restrictions.declining", WORKS_ON_FILES, restriction_id="proposed_restriction"),
    post("restrictions.decline", WORKS_ON_FILES, restriction_id="proposed_restriction"),
    get("restrictions.issuing", WORKS_ON_FILES, restriction_id="restriction"),
    post("restrictions.issue", WORKS_ON_FILES, restriction_id="restriction"),
    get("restrictions.lifting", WORKS_ON_FILES, restriction_id="restriction"),
    post("restrictions.lift", WORKS_ON_FILES, restriction_id="restriction"),
    post("restrictions.override", WORKS_ON_FILES, restriction_id="proposed_restriction"),
    get("declarations.new", WORKS_ON_FILES, customer_id="customer"),
    post("declarations.declare", WORKS_ON_FILES, customer_id="customer"),
    get("declarations.show", SEES_FILES, declaration_id="declaration"),
    get("declarations.seconding", WORKS_ON_FILES, declaration_id="declaration"),
    post("declarations.second", WORKS_ON_FILES, declaration_id="declaration"),
    get("declarations.looking_back", WORKS_ON_FILES, declaration_id="declaration"),
    post("declarations.look_back", WORKS_ON_FILES, declaration_id="declaration"),
    post("declarations.propose", WORKS_ON_FILES, declaration_id="declaration"),
    get("notices.withholding", WORKS_ON_FILES, restriction_id="declared_restriction"),
    post("notices.withhold", WORKS_ON_FILES, restriction_id="declared_restriction"),
    get("notices.sending", WORKS_ON_FILES, restriction_id="declared_restriction"),
    post("notices.send", WORKS_ON_FILES, restriction_id="declared_restriction"),
    get("life_events.new", WORKS_ON_FILES, customer_id="customer"),
    post("life_events.write", WORKS_ON_FILES, customer_id="customer"),
    get("reviews.new", WORKS_ON_FILES, restriction_id="restriction"),
    post("reviews.open_review", WORKS_ON_FILES, restriction_id="restriction"),
    post("reviews.ask", WORKS_ON_FILES, restriction_id="restriction"),
    get("reviews.show", SEES_FILES, review_id="review"),
    post("reviews.save", WORKS_ON_FILES, review_id="review"),
    post("reviews.preview", WORKS_ON_FILES, review_id="review"),
    get("reviews.changing", WORKS_ON_FILES, review_id="review"),
    post("reviews.give_reasons", WORKS_ON_FILES, review_id="review"),
    get("reviews.inviting", WORKS_ON_FILES, review_id="review"),
    post("reviews.invite", WORKS_ON_FILES, review_id="review"),
    post("reviews.comment", WORKS_ON_FILES, review_id="review"),
    get("reviews.holding", WORKS_ON_FILES, review_id="review"),
    post("reviews.hold", WORKS_ON_FILES, review_id="review"),
    post("reviews.override", WORKS_ON_FILES, review_id="review"),
    get("endings.settling", WORKS_ON_FILES, restriction_id="restriction"),
    post("endings.settle", WORKS_ON_FILES, restriction_id="restriction"),
    post("endings.preview", WORKS_ON_FILES, restriction_id="ended_restriction"),
    get("endings.tellings", SEES_FILES, restriction_id="restriction"),
    post("endings.tell", WORKS_ON_FILES, restriction_id="restriction"),
    get("terms.show", WORKS_ON_FILES, restriction_id="proposed_restriction", kind="measure"),
    get("terms.edit", WORKS_ON_FILES, restriction_id="proposed_restriction", kind="measure"),
    post("terms.save", WORKS_ON_FILES, restriction_id="proposed_restriction", kind="measure"),
    post("terms.remove", WORKS_ON_FILES, restriction_id="proposed_restriction", kind="measure"),
    get("appeals.choose", LOGS_INCIDENTS, customer_id="customer"),
    get("appeals.new", LOGS_INCIDENTS | SEES_FILES, restriction_id="restriction"),
    get("appeals.new", LOGS_INCIDENTS | SEES_FILES, warning_id="warning"),
    post("appeals.take", LOGS_INCIDENTS | SEES_FILES, restriction_id="restriction"),
    get("appeals.show", SEES_FILES, appeal_id="appeal"),
    post("appeals.add", SEES_FILES, appeal_id="appeal"),
    get("appeals.assigning", WORKS_ON_FILES, appeal_id="appeal"),
    post("appeals.assign", WORKS_ON_FILES, appeal_id="appeal"),
    get("appeals.suspending", WORKS_ON_FILES, appeal_id="appeal"),
    post("appeals.suspend", WORKS_ON_FILES, appeal_id="appeal"),
    get("appeals.withdrawing", WORKS_ON_FILES, appeal_id="appeal"),
    post("appeals.withdraw", WORKS_ON_FILES, appeal_id="appeal"),
    get("appeal_bundle.show", SEES_FILES, appeal_id="appeal"),
    get("appeal_letters.acknowledging", WORKS_ON_FILES, appeal_id="appeal"),
    post("appeal_letters.preview_acknowledgement", WORKS_ON_FILES, appeal_id="appeal"),
    post("appeal_letters.acknowledge", WORKS_ON_FILES, appeal_id="appeal"),
    get("appeal_letters.extending", WORKS_ON_FILES, appeal_id="appeal"),
    post("appeal_letters.preview_extension", WORKS_ON_FILES, appeal_id="appeal"),
    post("appeal_letters.extend", WORKS_ON_FILES, appeal_id="appeal"),
    get("hearings.answering", SEES_FILES, appeal_id="appeal"),
    post("hearings.save", WORKS_ON_FILES, appeal_id="appeal"),
    post("hearings.preview", WORKS_ON_FILES, appeal_id="appeal"),
    get("hearings.deciding", WORKS_ON_FILES, appeal_id="appeal"),
    post("hearings.decide", WORKS_ON_FILES, appeal_id="appeal"),
    get("markers.index", LOGS_INCIDENTS | SEES_FILES, customer_id="customer"),
    get("markers.new", LOGS_INCIDENTS, customer_id="customer"),
    post("markers.ask", LOGS_INCIDENTS, customer_id="customer"),
    get("markers.show", LOGS_INCIDENTS | SEES_FILES, marker_id="marker"),
    post("markers.look", LOGS_INCIDENTS | SEES_FILES, marker_id="marker"),
    look("markers.editing", DECIDES_ON_MARKERS, marker_id="asked_marker"),
    post("markers.preview", DECIDES_ON_MARKERS, marker_id="asked_marker"),
    post("markers.save", DECIDES_ON_MARKERS, marker_id="asked_marker"),
    look("marker_decisions.approving", DECIDES_ON_MARKERS, marker_id="asked_marker"),
    post("marker_decisions.approve", DECIDES_ON_MARKERS, marker_id="asked_marker"),
    get("marker_decisions.declining", DECIDES_ON_MARKERS, marker_id="asked_marker"),
    post("marker_decisions.decline", DECIDES_ON_MARKERS, marker_id="asked_marker"),
    post("marker_decisions.override", WORKS_ON_FILES, marker_id="asked_marker"),
    look("marker_life.reviewing", DECIDES_ON_MARKERS, marker_id="marker"),
    post("marker_life.review", DECIDES_ON_MARKERS, marker_id="marker"),
    look("marker_life.removing", DECIDES_ON_MARKERS, marker_id="marker"),
    post("marker_life.remove", DECIDES_ON_MARKERS, marker_id="marker"),
    look("marker_life.telling", DECIDES_ON_MARKERS, marker_id="marker"),
    post("marker_life.tell", DECIDES_ON_MARKERS, marker_id="marker"),
    post("marker_life.withhold", DECIDES_ON_MARKERS, marker_id="marker"),
    look("marker_life.settling", WORKS_ON_FILES | {"safety_lead"}, marker_id="marker"),
    post("marker_life.settle", WORKS_ON_FILES | {"safety_lead"}, marker_id="marker"),
    get("marker_life.tellings", WORKS_ON_FILES | {"safety_lead"}, marker_id="marker"),
    post("marker_life.tell_others", WORKS_ON_FILES | {"safety_lead"}, marker_id="marker"),
    get("looking.show", frozenset({"data_protection_officer"})),
    get("letters.show", SEES_FILES, letter_id="letter"),
    post("letters.deliver", WORKS_ON_FILES, letter_id="letter"),
    get("letter_changes.show", SEES_FILES, letter_id="letter"),
    get("letters.on_paper", SEES_FILES, letter_id="letter"),
    get("letters.pdf", SEES_FILES, letter_id="letter"),
    post("letter_files.attach", WORKS_ON_FILES, letter_id="letter"),
    get("letter_files.save", SEES_FILES, letter_id="scanned_letter", file_id="scan"),
)
