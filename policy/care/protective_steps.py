"""What was done to protect staff after abuse that targeted who somebody is: proof of all reasonable steps (G68)."""

import datetime as dt
from collections.abc import Iterator

from models import Incident, StepTaken, User, holding, rows_of
from policy.care import concerned
from policy.core import audit, clock, numbers, work_item
from policy.core.answers import YES, Answer
from policy.core.register import Where, deed, only_for
from policy.core.validation import required_text
from policy.core.work_item import Item

EXAMPLES = (
    "Asked the colleague what would help, and offered support",
    "Told the customer in writing that it is not accepted",
    "Changed who answers this customer, with the colleague's agreement",
    "Reported it to the police as a hate crime, where the colleague wished it",
    "Warned others who might meet the same",
)
HATE = "(hate_element OR CAST(behaviours AS TEXT) LIKE ? OR EXISTS (SELECT 1 FROM incident_note n"
ADDED = " WHERE n.incident_id = incident.id AND n.kind = 'completed' AND CAST(n.added AS TEXT) LIKE ?))"
NOTHING = "NOT EXISTS (SELECT 1 FROM step_taken t WHERE t.incident_id = incident.id)"
LIKE = '%"discriminatory"%'


def steps_of(incident: Incident) -> list[StepTaken]:
    """Every step taken after one incident, oldest first."""
    rows = StepTaken.select(StepTaken, User).join(User, on=StepTaken.by)
    return list(rows.where(StepTaken.incident == incident).order_by(StepTaken.id))


def newest(most: int = 50) -> list[StepTaken]:
    """The newest steps after any incident, as proof."""
    rows = StepTaken.select(StepTaken, User, Incident).join(User, on=StepTaken.by).switch(StepTaken).join(Incident)
    return list(rows.order_by(StepTaken.id.desc()).limit(most))


def _looks_after_one(actor: User, incident: Incident, _now: dt.datetime) -> bool:
    return any(concerned.looks_after(actor, one.person) for one in concerned.people_of(incident))


@only_for(
    *concerned.SEES_ALL,
    says=concerned.ROLE,
    remedy="Ask one of them.",
    also=(Where("the line manager of somebody concerned", _looks_after_one),),
)
def may_take(actor: User, incident: Incident, now: dt.datetime) -> Answer:
    """G68: whoever looks after staff records what was done to protect them."""
    return YES


@deed("take_step", label="Record a step taken to protect staff", clause="3.2.1", asks=may_take, event="step_taken")
def take(actor: User, incident: Incident, words: str, now: dt.datetime) -> StepTaken:
    """Record one step taken to protect staff; the same words twice are one step. Raises Refused or Invalid."""
    words = required_text("words", "What was done", words)
    with holding(incident) as incident:
        may_take(actor, incident, now).or_refuse()
        known = StepTaken.get_or_none(StepTaken.incident == incident, StepTaken.words == words)
        if known:
            return known
        row = StepTaken.create(incident=incident, words=words, by=actor, at=now)
        audit.event("step_taken", None, actor, now, incident=incident.id, step=row.id)
    return row


def without_steps() -> list[Incident]:
    """Incidents that targeted who somebody is and after which nothing is recorded, oldest first."""
    rest = f"WHERE {HATE}{ADDED} AND {NOTHING} ORDER BY id LIMIT {work_item.EACH_AT_MOST}"
    return rows_of(Incident, rest, LIKE, LIKE)


def needs(actor: User, now: dt.datetime) -> Iterator[Item]:
    """G68: until one step is recorded it waits for managers and the safety lead, and late for a senior officer."""
    if not actor.has("manager", "safety_lead", "senior_officer"):
        return
    today = clock.today(now)
    incidents = without_steps()
    days = dt.timedelta(days=numbers.value("care_second_days", now)) if incidents else dt.timedelta()
    for one in incidents:
        by = clock.today(one.recorded_at) + days
        if work_item.comes_to(actor, by, today, "manager", "safety_lead"):
            sentence = f"Record what was done to protect staff after incident {one.reference}"
            yield concerned.item(sentence, sentence, "care.show", {"incident_id": one.id}, by, today)
