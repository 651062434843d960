"""That a colleague knows a customer privately, and stays out of the file while it stands (G65)."""

import datetime as dt
from collections.abc import Iterator

from models import Conflict, Customer, CustomerRequest, OfficerChange, Restriction, RestrictionTerm, User, holding
from policy.core import audit, clock, work_item
from policy.core.answers import Answer, answer, unless
from policy.core.register import Where, deed, only_for
from policy.core.validation import Check, required_text
from policy.core.work_item import Item, item

KINDS = {"relative": "A relative", "neighbour": "A neighbour", "friend": "A friend", "other": "Something else"}


def standing(customer: Customer) -> list[Conflict]:
    """Who stays out of this customer's file now, in the order it was said."""
    query = Conflict.select(Conflict, User).join(User, on=Conflict.user)
    return list(query.where(Conflict.customer == customer, Conflict.ended_at.is_null()).order_by(Conflict.id))


@only_for(
    "manager",
    says="Only a manager can say it of somebody else.",
    remedy="Ask their manager, or ask them to say it themselves.",
    also=(Where("everybody for themselves", lambda actor, person, *_: actor.id == person.id),),
)
def may_declare(actor: User, person: User, customer: Customer, now: dt.datetime) -> Answer:
    """G65: anybody says it of themselves; a manager says it of somebody else."""
    known = Conflict.select().where(Conflict.user == person, Conflict.customer == customer, Conflict.ended_at.is_null())
    return answer(
        unless(person.active, "state", "This person no longer works here."),
        unless(not known.exists(), "state", "This is recorded already.", "Nothing more is needed."),
    )


@deed(
    "declare_conflict",
    label="Say that a customer is known privately, and stay out of the file",
    clause="4.2",
    asks=may_declare,
    event=("conflict_declared", "request_passed"),
)
def declare(actor: User, person: User, customer: Customer, kind: str, words: str, now: dt.datetime) -> Conflict:
    """Keep `person` out of this customer's file from now on; replies they owe go to their line manager.

    Raises Refused or Invalid.
    """
    check = Check({"kind": kind, "words": words})
    kind = check.choice("kind", "How they know each other", KINDS, required=True)
    words = check.text("words", "In a few words", required=kind == "other")
    check.or_refuse()
    with holding(customer) as customer:
        may_declare(actor, person, customer, now).or_refuse()
        row = Conflict.create(user=person, customer=customer, kind=kind, words=words, by=actor, at=now)
        audit.event("conflict_declared", customer, actor, now, conflict=row.id, person=person.id)
        _pass_requests(actor, person, customer, now)
    return row


def _pass_requests(actor: User, person: User, customer: Customer, now: dt.datetime) -> None:
    """What the customer is owed by somebody who may no longer look goes to the line manager (3.2.6)."""
    other = actor if actor.id != person.id else person.line_manager
    owed = CustomerRequest.select().where(
        CustomerRequest.customer == customer, CustomerRequest.owner == person, CustomerRequest.answered_at.is_null()
    )
    for one in owed if other is not None else ():
        one.owner, one.passed_by, one.passed_at = other, actor, now
        one.save()
        audit.event("request_passed", customer, actor, now, request=one.id, owner=other.id)


@only_for(
    "senior_officer",
    says="Only a senior officer can let somebody into the file of a customer they know privately.",
    remedy="Ask a senior officer.",
)
def may_end(actor: User, conflict: Conflict, now: dt.datetime) -> Answer:
    """G65: a senior officer lets somebody in again, with a reason; nobody does so for themselves."""
    return answer(
        unless(actor.id != conflict.user_id, "own", "You cannot let yourself in.", "Ask another senior officer."),
        unless(conflict.ended_at is None, "state", "They have been let in already."),
    )


@deed(
    "end_conflict",
    label="Let somebody into the file of a customer they know privately",
    clause="4.2",
    asks=may_end,
    event="conflict_ended",
)
def end(actor: User, conflict: Conflict, because: str, now: dt.datetime) -> None:
    """Let somebody into the file again, with a reason that is kept. Raises Refused or Invalid."""
    because = required_text("because", "Your reason", because)
    with holding(conflict) as conflict:
        may_end(actor, conflict, now).or_refuse()
        conflict.ended_by, conflict.ended_at, conflict.ended_because = actor, now, because
        conflict.save()
        audit.event("conflict_ended", conflict.customer_id, actor, now, conflict=conflict.id, person=conflict.user_id)


# --- What waits -----------------------------------------------------------------------------------------------------


def needs(actor: User, now: dt.datetime) -> Iterator[Item]:
    """Arrangements in force whose named officer or deputy stays out of the file: managers name another."""
    if not actor.is_manager:
        return
    today = clock.today(now)
    closed = list(Conflict.select(Conflict.user, Conflict.customer, Conflict.at).where(Conflict.ended_at.is_null()))
    if not closed:
        return
    people: dict[tuple[int | None, int], dt.datetime] = {(one.user_id, one.customer_id): one.at for one in closed}
    query = (
        RestrictionTerm.select(RestrictionTerm, Restriction)
        .join(Restriction)
        .where(
            Restriction.customer.in_({one.customer_id for one in closed}),
            Restriction.in_force_from.is_null(False),
            Restriction.ended_on.is_null(),
            Restriction.ends_on >= today,
            RestrictionTerm.officer.is_null(False),
        )
    )
    for term in query.order_by(Restriction.id).limit(work_item.EACH_AT_MOST):
        row = term.restriction
        since = [people.get((one, row.customer_id)) for one in _deals_now(term, today)]
        by = next((clock.today(one) for one in since if one is not None), None)
        if by is not None:
            sentence = f"Name another officer for restriction {row.reference}: one of them knows the customer privately"
            yield item(sentence, sentence, "restrictions.show", {"restriction_id": row.id}, by, today)


def _deals_now(term: RestrictionTerm, today: dt.date) -> tuple[int | None, int | None]:
    """The officer and deputy of today: those of the measure, or of the newest change for good."""
    lasting = OfficerChange.select().where(
        OfficerChange.restriction == term.restriction_id,
        OfficerChange.from_on <= today,
        OfficerChange.until_on.is_null(),
    )
    newest = lasting.order_by(OfficerChange.id.desc()).first()
    return (newest.officer_id, newest.deputy_id) if newest else (term.officer_id, term.deputy_id)
