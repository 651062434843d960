"""What a customer asked for in the same contact: taken down, passed on, answered (P 3.2.6, 3.2.7, G38)."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from models import Customer, CustomerRequest, Incident, User, holding, marks, rows_of
from policy.core import audit, clock, numbers, work_item
from policy.core.answers import YES, Answer, answer, unless
from policy.core.register import LOGS, WORKS, Where, deed, only_for
from policy.core.validation import Check, Invalid, required_text
from policy.core.work_item import Item, item
from policy.incidents import police, severity
from policy.incidents.police import POLICE

ADDS = "Only the person who logged this, or somebody who works on the file, can add to it."
WHO_LOGGED = Where("who logged it", lambda actor, incident, *_: actor.id == incident.recorded_by_id)


class RequestEntry(TypedDict, total=False):
    """What a customer asked for; whoever notes it answers it in the usual time, unless something else is said."""

    request: str
    request_owner: User | None
    request_due: dt.date | None


def columns_of(entry: RequestEntry, actor: User, now: dt.datetime) -> dict[str, Any] | None:
    """The columns of a request from what was typed; None where nothing was asked for. Raises Invalid."""
    check, today = Check(entry), clock.today(now)
    words = check.text("request", "What was asked for")
    if not words:
        return None
    due = check.day("request_due", "Answer due by", earliest=today, latest=today + dt.timedelta(days=366))
    check.or_refuse()
    due = due or clock.working_days_after(today, numbers.value("request_days", now))
    return {"words": words, "owner": entry.get("request_owner") or actor, "due_on": due}


def take(
    incident: Incident, customer: Customer, actor: User, now: dt.datetime, request: Mapping[str, Any]
) -> CustomerRequest:
    """Write the request down, inside the deed that checked it."""
    row = CustomerRequest.create(incident=incident, customer=customer, **request)
    audit.event(
        "request_taken", customer, actor, now, incident=incident.id, request=row.id, owner=row.owner_id, due=row.due_on
    )
    return row


@only_for(*WORKS, says=ADDS, clause="3.2.6", also=(WHO_LOGGED,))
def may_take_request(actor: User, incident: Incident, now: dt.datetime) -> Answer:
    """P 3.2.6: what was properly asked for in the same contact is noted by whoever works on it, at any time."""
    return YES


@deed(
    "take_request",
    label="Note what the customer asked for in the same contact",
    clause="3.2.6",
    asks=may_take_request,
    event="request_taken",
)
def take_request(actor: User, incident: Incident, entry: RequestEntry, now: dt.datetime) -> CustomerRequest:
    """Note a request that came with an incident, with its owner and date (G38); the same words twice are one request.

    Raises Refused or Invalid.
    """
    request = columns_of(entry, actor, now)
    if request is None:
        raise Invalid({"request": "What was asked for: please fill this in."})
    with holding(incident) as incident:
        may_take_request(actor, incident, now).or_refuse()
        known = CustomerRequest.get_or_none(incident=incident, words=request["words"])
        return known or take(incident, incident.customer, actor, now, request)


def needs(actor: User, now: dt.datetime) -> Iterator[Item]:
    """G69: a threat or violence without an answer about the police waits for who logged it and for managers."""
    today = clock.today(now)
    is_serious, values = severity.where(severity.THREATENING)
    rest = (
        f"WHERE {is_serious} AND NOT (police = 'reported' OR (police <> '' AND police_words <> ''))"  # noqa: S608 - nothing typed
        " AND NOT EXISTS (SELECT 1 FROM incident_note n WHERE n.incident_id = incident.id"
        f" AND n.kind IN ({marks(police.NOTES)}) AND n.outcome IN ({marks(POLICE)}))"
        " AND NOT EXISTS (SELECT 1 FROM declaration d WHERE d.incident_id = incident.id)"
    )
    chosen: list[str | int] = [*values, *police.NOTES, *POLICE]
    if not actor.has("manager", "senior_officer"):
        rest, chosen = f"{rest} AND recorded_by_id = ?", [*chosen, actor.id]
    columns = "id, recorded_at, recorded_by_id"
    for one in rows_of(Incident, f"{rest} ORDER BY id LIMIT {work_item.EACH_AT_MOST}", *chosen, columns=columns):
        by = clock.today(one.recorded_at)
        if one.recorded_by_id == actor.id or work_item.comes_to(actor, by, today, "manager"):
            sentence = f"Record whether the police were told about incident {one.reference}"
            yield item(sentence, sentence, "incidents.show", {"incident_id": one.id}, by, today)


@only_for(
    "manager",
    says="Only the person who has this request, or a manager, can pass it on.",
    clause="3.2.7",
    also=(Where("whoever has the request", lambda actor, request, *_: actor.id == request.owner_id),),
)
def may_pass_request(actor: User, request: CustomerRequest, now: dt.datetime) -> Answer:
    """P 3.2.7: nobody must answer abuse addressed to them; the owner passes the reply to their line manager."""
    return answer(
        unless(request.answered_at is None, "state", "This request has been answered.", clause="3.2.7"),
        unless(
            request.owner.line_manager,
            "state",
            "No line manager is set for the person who has this request.",
            "An administrator sets line managers under Settings.",
            clause="3.2.7",
        ),
    )


@deed(
    "pass_request",
    label="Pass a reply to a line manager",
    clause="3.2.7",
    asks=may_pass_request,
    event="request_passed",
)
def pass_request(actor: User, request: CustomerRequest, now: dt.datetime) -> None:
    """Hand the reply to the owner's line manager in one step (P 3.2.7). Raises Refused."""
    with holding(request) as request:
        may_pass_request(actor, request, now).or_refuse()
        request.owner = request.owner.line_manager or request.owner
        request.passed_by, request.passed_at = actor, now
        request.save()
        audit.event("request_passed", request.customer_id, actor, now, request=request.id, owner=request.owner_id)


@only_for(*LOGS, says="Your role does not answer customers' requests.", clause="3.2.6")
def may_answer_request(actor: User, request: CustomerRequest, now: dt.datetime) -> Answer:
    """P 3.2.6: what was properly asked for is answered, whatever the manner in which it was asked."""
    return answer(
        unless(request.answered_at is None, "state", "This request has been answered already.", clause="3.2.6")
    )


def has_one(actor: User, incident: Incident) -> bool:
    """True for who answers, or answered, something that was asked for in it."""
    return CustomerRequest.select().where(CustomerRequest.incident == incident, CustomerRequest.owner == actor).exists()


def of(incident: Incident) -> list[CustomerRequest]:
    """What was asked for in the same contact, in order, each with who answers it and who answered."""
    owner, answered_by = User.alias(), User.alias()
    query = CustomerRequest.select(CustomerRequest, owner, answered_by).where(CustomerRequest.incident == incident)
    query = query.join(owner, on=CustomerRequest.owner).switch(CustomerRequest)
    return list(query.left_outer_join(answered_by, on=CustomerRequest.answered_by).order_by(CustomerRequest.id))


@deed(
    "answer_request",
    label="Record how a request was answered",
    clause="3.2.6",
    asks=may_answer_request,
    event="request_answered",
)
def answer_request(actor: User, request: CustomerRequest, words: str, now: dt.datetime) -> None:
    """Record how and when the request was answered (P 3.2.6). Raises Refused or Invalid."""
    words = required_text("answer", "How it was answered", words)
    with holding(request) as request:
        may_answer_request(actor, request, now).or_refuse()
        request.answer, request.answered_by, request.answered_at = words, actor, now
        request.save()
        audit.event("request_answered", request.customer_id, actor, now, request=request.id)
