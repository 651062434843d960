"""The files that the inventory of addresses is tried on: the demonstration's, one thing of every kind."""

from demo import STAFF
from models import (
    Absence,
    Appeal,
    BehaviourWarning,
    Conflict,
    Consideration,
    Contact,
    ContactWay,
    CorrectionAnswer,
    Customer,
    CustomerRequest,
    Declaration,
    Incident,
    Letter,
    LetterFile,
    Marker,
    Need,
    PostRun,
    Representative,
    Restriction,
    RestrictionTerm,
    Review,
    Setting,
    Statement,
    SupportWorker,
    User,
    Wording,
)
from policy.core import clock
from policy.other_letters import corrections
from policy.post import runs as post_runs
from policy.post import tray as post_tray
from policy.restrictions.ending import unsettled


def person(role: str) -> User:
    """Somebody of the demonstration who has this role and no other."""
    return next(User.get(User.email == one.email) for one in STAFF if one.roles == (role,))


def open_run() -> PostRun:
    """A run of the post of the oldest letter that waits; its PDF is not made."""
    now = clock.now()
    return post_runs.print_these(
        person("officer"), {post_tray.tray(now)[0].letter.id: "first_class"}, False, now, "scene"
    )


def things() -> dict[str, int | str]:
    """The number of one thing of every kind, by the name that rows of the inventory give it."""
    today = clock.today(clock.now())
    restrictions = list(Restriction.select().order_by(Restriction.id.desc()))
    restricted = next((one for one in restrictions if one.in_force_on(today)), None)
    proposed = next((one for one in restrictions if one.is_open_proposal and one.follows_id is None), None)
    warned = BehaviourWarning.select().where(BehaviourWarning.letter.is_null(False)).order_by(BehaviourWarning.id)
    drafted = BehaviourWarning.select().where(BehaviourWarning.letter.is_null()).order_by(BehaviourWarning.id)
    own = Incident.select().where(Incident.recorded_by == person("colleague")).order_by(Incident.id).first()
    others = Incident.select().where(Incident.recorded_by == person("officer")).order_by(Incident.id).first()
    note, corrected = next(iter(corrections.owed()), (None, None))
    answered = CorrectionAnswer.select().order_by(CorrectionAnswer.id).first()
    cared = Statement.select().order_by(Statement.id).first()
    scan = LetterFile.select().where(LetterFile.kind == "scan").first()
    logo = Setting.select().where(Setting.key == "letterhead_logo").first()
    named = {row.restriction_id for row in RestrictionTerm.select().where(RestrictionTerm.kind == "named_officer")}
    officers = [one for one in restrictions if one.in_force_on(today) and one.id in named]
    found = {
        "post_run": PostRun.select().first() or open_run(),
        "absence": Absence.select().order_by(Absence.id).first(),
        "officer_restriction": officers[0] if officers else None,
        "customer": restricted.customer if restricted else Customer.select().order_by(Customer.id).first(),
        "incident": others,
        "own_incident": own,
        "warning": warned.first(),
        "draft_warning": drafted.first(),
        "restriction": restricted,
        "proposed_restriction": proposed,
        "marker": Marker.select().where(Marker.letter.is_null(False)).order_by(Marker.id).first(),
        "asked_marker": Marker.select().where(Marker.proposed_at.is_null()).order_by(Marker.id).first(),
        "ended_restriction": next((one for one in unsettled(today)), None),
        "declaration": Declaration.select().order_by(Declaration.id).first(),
        "declared_restriction": next((one for one in restrictions if one.declaration_id), None),
        "review": Review.select().where(Review.restriction.is_null(False), Review.held_at.is_null()).first(),
        "consideration": Consideration.select().order_by(Consideration.id).first(),
        "appeal": Appeal.select().where(Appeal.took_by != person("colleague"), Appeal.decided_at.is_null()).first(),
        "scan": scan,
        "scanned_letter": scan.letter if scan else None,
        "paper": logo,
        "letter": Letter.select().order_by(Letter.id).first(),
        "contact": Contact.select().where(Contact.by == person("officer")).order_by(Contact.id.desc()).first(),
        "person": person("officer"),
        "cared_incident": cared.incident if cared else None,
        "cared_person": cared.user if cared else None,
        "correcting_note": note,
        "corrected_letter": corrected,
        "answered_note": answered.note if answered else None,
        "answered_letter": answered.letter if answered else None,
        "statement": cared,
        "wording": Wording.select().where(Wording.name == "warnings/issued").order_by(Wording.id).first(),
        "conflict": Conflict.select().order_by(Conflict.id).first(),
        "way": ContactWay.select().order_by(ContactWay.id).first(),
        "need": Need.select().order_by(Need.id).first(),
        "support_worker": SupportWorker.select().order_by(SupportWorker.id).first(),
        "representative": Representative.select().order_by(Representative.id).first(),
        "request": CustomerRequest.select().where(CustomerRequest.incident == others).first()
        or CustomerRequest.select().join(Incident).where(Incident.recorded_by != person("colleague")).first(),
    }
    words = {"number": "warning_months", "purpose": "warning", "measure": "channels", "enclosure": "appeal_form"}
    words |= {"logo": logo.value} if logo else {}
    words |= {"language": "pl", "letter_noun": "warnings", "letter_event": "issued"}
    words |= {"letter_name": "warnings/issued", "side_letter": "reminder", "staff_notice": "staff-notice"}
    return {name: thing.id for name, thing in found.items() if thing is not None} | words
