"""What happens in a customer's life and ends or moves what stands on the file: death, a move, a new name (G51).

The past is not changed: what ends has its date and its reason from here on, and stays to be read.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypedDict

from models import BehaviourWarning, Customer, LifeEvent, Marker, Restriction, Review, User, holding, rows_of
from policy.core import audit, clock, form_keys
from policy.core.answers import Answer, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, Check
from policy.restrictions import notifications

KINDS = {
    "death": "They have died",
    "tenancy_end": "Their tenancy ends",
    "transfer": "They move to another of our homes",
    "exchange": "They exchange homes with another tenant",
    "name": "They have a new name",
}
REASONS = {
    "death": "The customer has died.",
    "tenancy_end": "The customer's tenancy ends.",
    "transfer": "The customer has moved; this is about the home they left.",
    "exchange": "The customer has exchanged homes; this is about the home they left.",
}
MOVES = ("transfer", "exchange")
LEFT_BEHIND = ("property", "animal")  # markers about the home, which do not go with the person (G58)


@only_for(*WORKS, says="Only officers and managers record this.", remedy="Ask an officer.", clause="7.1")
def may_record(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """G51: whoever works on the file records what has happened."""
    return answer(unless(not died_on(customer), "state", "It is recorded that this customer has died."))


def of(customer: Customer) -> list[LifeEvent]:
    """What has been recorded, oldest first."""
    return rows_of(LifeEvent, "WHERE customer_id = ? ORDER BY id", customer.id)


def died_on(customer: Customer) -> dt.date | None:
    """The day the customer died, where that is recorded."""
    return next((one.on for one in of(customer) if one.kind == "death"), None)


def ending(customer: Customer, kind: str, now: dt.datetime) -> list[Restriction | Marker]:
    """What on this file an event of this kind would end: restrictions and markers that stand or are to begin."""
    if kind not in REASONS:
        return []
    today = clock.today(now)
    standing = "WHERE customer_id = ? AND ended_on IS NULL AND ends_on >= ?"
    restrictions: list[Restriction] = []
    if kind not in MOVES:
        restrictions = rows_of(Restriction, f"{standing} AND authorised_at IS NOT NULL ORDER BY id", customer.id, today)
    markers = rows_of(Marker, f"{standing} AND approved_at IS NOT NULL ORDER BY id", customer.id, today)
    return [*restrictions, *(one for one in markers if kind not in MOVES or one.about in LEFT_BEHIND)]


class LifeEntry(TypedDict, total=False):
    """What has happened; the end of a tenancy may lie ahead."""

    kind: str
    on: dt.date | None
    words: str  # how we know


def sent_before(actor: User, customer: Customer, entry: LifeEntry, form_key: str) -> LifeEvent | None:
    """What this person recorded of this customer with the same form, saying the same."""
    return LifeEvent.get_or_none(LifeEvent.form_key == form_keys.key(form_key, actor, customer, entry))


@deed(
    "record_life_event",
    label="Record a death, a move or a new name",
    clause="7.1",
    asks=may_record,
    event="life_event_recorded",
)
def write(actor: User, customer: Customer, entry: LifeEntry, now: dt.datetime, form_key: str) -> LifeEvent:
    """Record what has happened; what it ends, ends by it. Raises Refused or Invalid."""
    check, today, key = Check(entry), clock.today(now), form_keys.key(form_key, actor, customer, entry)
    kind = check.choice("kind", "What has happened", KINDS, required=True)
    on = check.day("on", "On which day", latest=None if kind == "tenancy_end" else today, required=True)
    words = check.text("words", "How you know", LONG, required=kind == "death")
    check.or_refuse()
    assert on is not None
    with holding(customer) as customer:
        if known := LifeEvent.get_or_none(LifeEvent.form_key == key):
            return known
        may_record(actor, customer, now).or_refuse()
        ended = ending(customer, kind, now)
        row = LifeEvent.create(customer=customer, kind=kind, on=on, words=words, by=actor, at=now, form_key=key)
        for thing in ended:
            _end(actor, thing, max(on, today), REASONS[kind], now)
        aside = list(_put_aside(actor, customer, now)) if kind == "death" else []
        audit.event(
            "life_event_recorded", customer, actor, now, life_event=row.id, kind=kind, on=on, put_aside=aside,
            restrictions=[one.id for one in ended if isinstance(one, Restriction)],
            markers=[one.id for one in ended if isinstance(one, Marker)],
        )  # fmt: skip
    return row


def _end(actor: User, thing: Any, day: dt.date, because: str, now: dt.datetime) -> None:
    thing.ended_on, thing.ended_by, thing.ended_at, thing.ended_because = day, actor, now, because
    thing.save()
    noun = notifications.noun_of(thing)
    for review in rows_of(Review, f"WHERE {noun}_id = ? AND held_at IS NULL AND closed_at IS NULL", thing.id):
        review.closed_at, review.closed_because = now, because
        review.save()


def _put_aside(actor: User, customer: Customer, now: dt.datetime) -> Iterator[str]:
    """Drafts, proposals and requests that nobody will decide on now; yields their references."""
    because = REASONS["death"]
    drafts = "WHERE customer_id = ? AND issued_at IS NULL AND withdrawn_at IS NULL"
    for draft in rows_of(BehaviourWarning, drafts, customer.id):
        draft.withdrawn_by, draft.withdrawn_at, draft.withdrawn_because = actor, now, because
        draft.save()
        yield draft.reference
    open_still = "WHERE customer_id = ? AND {} IS NULL AND declined_at IS NULL"
    for table, decided in ((Restriction, "authorised_at"), (Marker, "approved_at")):
        for row in rows_of(table, open_still.format(decided), customer.id):
            row.declined_by, row.declined_at, row.declined_because = actor, now, because
            row.save()
            yield row.reference
