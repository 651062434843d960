"""What is kept of colleagues in the demonstration: who knows a customer privately, and how they are looked after."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import cast

from demo import diary, words
from demo.diary import Story
from demo.stories import Staff
from models import BehaviourWarning, Customer, Incident, WarningIncident
from policy.care import checks as care_checks
from policy.care import feedback, injuries, protective_steps, statements
from policy.core import clock
from policy.incidents import entries as incident_entries
from policy.incidents import notes as incident_notes
from policy.other_letters import corrections
from policy.staff import conflicts_of_interest

NEIGHBOUR = 23  # a customer who lives next to the income officer
PLUMBER = 9  # a customer at whose door the plumber was hurt
CORRECTED, TO_CORRECT = 15, 28  # customers whose warnings rest on something that was put right since
SAID = {
    "same_day": "Talked it over. Offered a break, and a talk with somebody trained.",
    "second": "Back to usual. Knows whom to ask.",
    "third": "Nothing more is wanted.",
}
STEP = "Asked the colleague what would help, and told the team not to take such calls alone."
DONE = "It was looked at with the rest of the file, and the customer has heard from us that it is not acceptable."
DOOR = words.seen(
    (14, 10), "visit", "At the front door", "The customer pushed the plumber off the step when he said that a part "
    "had to be ordered. He fell against the railing.", "You are not leaving until it works", ("violence",), 4,
    police="reported", police_words="Reported by the plumber's manager the same afternoon.",
)  # fmt: skip


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """Every story about colleagues, as it will have happened by `now`."""
    yield _neighbour(staff, customers[NEIGHBOUR], now)
    yield _plumber(staff, customers[PLUMBER], now)
    yield _rounds(staff, now)
    yield _corrected(staff, customers[CORRECTED], now, answered=True)
    yield _corrected(staff, customers[TO_CORRECT], now, answered=False)


def _rounds(staff: Staff, now: dt.datetime) -> Story:
    """Somebody asks those who are due, says what was done, and notes the steps; not of the last two days."""
    people = {one.id: one for one in staff.values()}
    for days in (*range(438, 14, -7), *range(13, 1, -1)):
        moment = yield diary.days_before(now, days, 15, 45)
        for one in care_checks.owed(moment):
            person = people[one.person_id]
            if one.talk.due <= clock.today(moment) and person != staff["trades"]:
                care_checks.check(person.line_manager, one.incident, person, "yes", SAID[one.talk.stage], moment)
        for incident in protective_steps.without_steps():
            protective_steps.take(staff["safety"], incident, STEP, moment)
        for waiting in feedback.needs(staff["manager"], moment):
            told = Incident.get_by_id(waiting.values["incident_id"])
            if clock.today(told.recorded_at) + dt.timedelta(days=9) <= clock.today(moment):
                feedback.tell(staff["manager"], told, DONE, moment)


def _corrected(staff: Staff, customer: Customer, now: dt.datetime, answered: bool) -> Story:
    """A recording heard after the warning was sent puts a fact right; its letter is put right, or waits for that."""
    moment = yield diary.days_before(now, 20 if answered else 2, 11, 40)
    warning = BehaviourWarning.get(BehaviourWarning.customer == customer, BehaviourWarning.letter.is_null(False))
    cited = WarningIncident.select().where(WarningIncident.warning == warning).order_by(WarningIncident.id).first()
    found = "The recording was listened to. The words were said by somebody in the background, not by the customer."
    key = f"demonstration-corrected-{customer.id}"
    note = incident_notes.add_note(staff["officer_two"], cited.incident, "correction", found, moment, key)
    if answered:
        moment = yield diary.days_before(now, 18, 15, 5)
        reason = "The customer was rung and told, and agreed that no further letter was wanted."
        correction: corrections.Correction = {"kind": "not_needed", "because": reason}
        assert warning.letter is not None
        corrections.settle(staff["manager"], note, warning.letter, correction, moment)


def _neighbour(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    moment = yield diary.days_before(now, 30, 9, 20)
    person = staff["officer_rents"]
    conflicts_of_interest.declare(person, person, customer, "neighbour", "We live on the same stair.", moment)


def _plumber(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    """Hurt at a door: asked the same day, off work since, a statement asked of him and not given yet."""
    plumber, manager = staff["trades"], staff["manager_south"]
    moment = yield diary.days_before(now, 12, 16, 30)
    entry = cast(incident_entries.Entry, DOOR | {"happened_on": clock.today(moment)})
    incident = incident_entries.log(plumber, customer, entry, moment, "demonstration-plumber", [(plumber, "target")])
    moment = yield moment + dt.timedelta(minutes=25)
    care_checks.check(
        manager, incident, plumber, "yes", "Driven home. Offered the counselling line and a visit.", moment
    )
    statements.ask(manager, incident, plumber, moment)
    moment = yield diary.days_before(now, 8, 9, 5)
    off_from = incident.happened_on + dt.timedelta(days=1)
    hurt: injuries.InjuryEntry = {"kind": "hurt", "words": "A sprained wrist and a bruised back.", "off_from": off_from}
    injuries.record_injury(manager, incident, plumber, hurt, moment)
