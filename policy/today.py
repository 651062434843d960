"""What needs a person today: each a sentence and the page where it is done, overdue first. Reads only, all bounded."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from peewee import JOIN, fn

from models import BehaviourWarning, Customer, CustomerRequest, Delivery, Letter, Restriction, User
from policy import clock
from policy.due import EACH_AT_MOST, Item

# The nouns that say for themselves what waits in them: modules with `needs(actor, now)`, which yields items.
NOUNS: tuple[Any, ...] = ()
REVIEW_AHEAD = dt.timedelta(days=21)
ENDED_SINCE = dt.timedelta(days=7)


def needs(actor: User, now: dt.datetime) -> list[Item]:
    """Everything that waits for `actor`: overdue first, then by day, then what has none."""
    today = clock.today(now)
    found = [*_requests(actor, today)]
    if actor.is_officer:
        found += [*_to_read(actor), *_letters(today), *_ended(today)]
    if actor.is_manager:
        found += [*_to_issue(), *_to_decide(), *_to_send(today), *_reviews(today)]
    for noun in NOUNS:
        found += noun.needs(actor, now)
    return sorted(found, key=lambda one: (not one.overdue, one.due is None, one.due or today))


def _item(sentence: str, endpoint: str, values: dict[str, Any], due: dt.date | None, today: dt.date) -> Item:
    return Item(sentence, endpoint, values, due, due is not None and due < today)


def _requests(actor: User, today: dt.date) -> Iterator[Item]:
    """P 3.2.6: what a customer asked for and is still owed an answer to."""
    query = (
        CustomerRequest.select(CustomerRequest, Customer)
        .join(Customer, on=CustomerRequest.customer)
        .where(CustomerRequest.owner == actor, CustomerRequest.answered_at.is_null())
    )
    for one in query.order_by(CustomerRequest.due_on).limit(EACH_AT_MOST):
        yield _item(
            f"Answer what {one.customer.name} asked for",
            "incidents.show",
            {"incident_id": one.incident_id},
            one.due_on,
            today,
        )


def _drafts() -> Any:
    return (
        BehaviourWarning.select(BehaviourWarning, Customer)
        .join(Customer)
        .where(BehaviourWarning.issued_at.is_null(), BehaviourWarning.withdrawn_at.is_null())
        .order_by(BehaviourWarning.drafted_at)
        .limit(EACH_AT_MOST)
    )


def _was_read() -> Any:
    return BehaviourWarning.read_by.is_null(False) & (BehaviourWarning.read_version == BehaviourWarning.version)


def _to_read(actor: User) -> Iterator[Item]:
    """G14: drafts of others that no second person has read as they stand."""
    unread = BehaviourWarning.read_version.is_null() | (BehaviourWarning.read_version != BehaviourWarning.version)
    for one in _drafts().where(BehaviourWarning.drafted_by != actor, unread):
        yield Item(
            f"Read the draft warning {one.reference} for {one.customer.name} as the second reader",
            "warnings.show",
            {"warning_id": one.id},
        )


def _to_issue() -> Iterator[Item]:
    for one in _drafts().where(_was_read()):
        yield Item(
            f"Decide whether to issue warning {one.reference} for {one.customer.name}; a second person has read it",
            "warnings.show",
            {"warning_id": one.id},
        )


def _letters(today: dt.date) -> Iterator[Item]:
    """G4: letters of warnings and restrictions that stand, whose way is not recorded, or that came back."""
    newest = (
        Delivery.select(Delivery.letter, fn.MAX(Delivery.id).alias("last")).group_by(Delivery.letter).alias("newest")
    )
    query = (
        Letter.select(Letter.id, Letter.issued_at, Delivery.outcome, Delivery.on, Customer.name)
        .join(Customer, on=Letter.customer)
        .join(BehaviourWarning, JOIN.LEFT_OUTER, on=(BehaviourWarning.letter == Letter.id))
        .join(Restriction, JOIN.LEFT_OUTER, on=(Restriction.letter == Letter.id))
        .join(newest, JOIN.LEFT_OUTER, on=(newest.c.letter_id == Letter.id))
        .join(Delivery, JOIN.LEFT_OUTER, on=(Delivery.id == newest.c.last))
        .where(
            Delivery.id.is_null() | (Delivery.outcome == "returned"),
            BehaviourWarning.withdrawn_at.is_null(),
            Restriction.ended_on.is_null(),
            Restriction.ends_on.is_null() | (Restriction.ends_on >= today),
        )
    )
    found: Any = query.order_by(Letter.id).limit(EACH_AT_MOST).tuples()
    for number, issued_at, outcome, on, name in found:
        reference = f"L-{number:05d}"
        due = clock.working_days_after(on or clock.today(issued_at), 1)
        said = (
            f"Letter {reference} to {name} came back: find another way to give it"
            if outcome
            else f"Record how letter {reference} reached {name}"
        )
        yield _item(said, "letters.show", {"letter_id": number}, due, today)


def _restrictions() -> Any:
    return Restriction.select(Restriction, Customer).join(Customer).order_by(Restriction.id).limit(EACH_AT_MOST)


def _to_decide() -> Iterator[Item]:
    """P 4.3: proposals wait for a manager."""
    for one in _restrictions().where(
        Restriction.authorised_at.is_null(), Restriction.declined_at.is_null(), Restriction.follows.is_null()
    ):
        yield Item(
            f"Decide on the proposed restriction {one.reference} for {one.customer.name}",
            "restrictions.show",
            {"restriction_id": one.id},
        )


def _to_send(today: dt.date) -> Iterator[Item]:
    """G32: authorised, and not in force before its letter is issued."""
    for one in _restrictions().where(
        Restriction.authorised_at.is_null(False), Restriction.issued_at.is_null(), Restriction.ended_on.is_null()
    ):
        yield _item(
            f"Issue the letter of restriction {one.reference} for {one.customer.name}: it is not in force until then",
            "restrictions.show",
            {"restriction_id": one.id},
            one.starts_on,
            today,
        )


def _reviews(today: dt.date) -> Iterator[Item]:
    query = _restrictions().where(
        Restriction.issued_at.is_null(False),
        Restriction.ended_on.is_null(),
        Restriction.ends_on >= today,
        Restriction.review_on <= today + REVIEW_AHEAD,
    )
    for one in query:
        yield _item(
            f"Review restriction {one.reference} for {one.customer.name}",
            "restrictions.show",
            {"restriction_id": one.id},
            one.review_on,
            today,
        )


def _ended(today: dt.date) -> Iterator[Item]:
    """A restriction that came to its end these days: whoever deals with the customer goes back to the usual way."""
    days = (today - ENDED_SINCE, today - dt.timedelta(days=1))
    ran_out = Restriction.ended_on.is_null() & Restriction.ends_on.between(*days)
    query = _restrictions().where(
        Restriction.issued_at.is_null(False), ran_out | Restriction.ended_on.between(days[0], today)
    )
    for one in query:
        ended = min(one.ended_on or one.ends_on, one.ends_on)
        yield Item(
            f"Deal with {one.customer.name} as usual: restriction {one.reference} ended on {clock.day_words(ended)}",
            "restrictions.show",
            {"restriction_id": one.id},
        )
