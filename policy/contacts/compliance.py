"""How an arrangement was kept on both sides: contacts within it and outside it, and where we ourselves broke it (G50).

Shared by the nouns; writes nothing. A late reply needs no row: it follows from the day it was due and the day it was
given. Protected contacts (complaints and the like) are counted apart and never as outside an arrangement (G12).
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from peewee import fn

from models import BreachByUs, Contact, User, marks, rows_of
from policy.core import clock

# What a contact says of the arrangement that was in force; empty where nobody said.
ARRANGEMENT = {
    "kept": "The customer kept to it",
    "broken_by_customer": "It was outside the arrangement",
    "broken_by_us": "We did not keep to it ourselves",
}
BREACHES = {
    "missed_slot": "We were not there at a time agreed for calls",
    "late_reply": "We answered late",
    "missed_visit": "We missed a visit or meeting that was agreed",
    "no_cover": "Nobody answered while the named officer was away",
    "other": "We did not keep to it in another way",
}
ALL_SHOWN = 200
FIRST, LAST = dt.date(2000, 1, 1), dt.date(9000, 1, 1)
A_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Breach:
    """Once that we did not keep to an arrangement: recorded by somebody, or worked out from a reply that is late."""

    restriction_id: int
    kind: str
    on: dt.date
    sentence: str
    words: str = ""
    put_right: str = ""
    contact_id: int | None = None
    recorded_by: str = ""


@dataclass(frozen=True)
class Kept:
    """How an arrangement was kept from `since` to `until`, both days included, on both sides.

    `contacts`: from the customer, protected ones left out; of these `kept` and `outside` the arrangement, the rest not
    said. `minutes`: what these took us. `protected` and `ours` (contacts made by us) are counted apart. `by_us`: where
    we broke it, newest first.
    """

    since: dt.date
    until: dt.date
    contacts: int
    kept: int
    outside: int
    protected: int
    ours: int
    minutes: int
    by_us: list[Breach]
    replies_owed: int


def summary(restrictions: Collection[int], since: dt.date, until: dt.date, now: dt.datetime) -> Kept:
    """How the arrangement that these restrictions (ids, all its parts) make was kept in a period: three reads."""
    counts = _counts(restrictions, since, until) if restrictions else []
    theirs = [one for one in counts if one[0] == "in" and not one[1]]
    ours = _our_side(restrictions)
    by_us = _breaches(restrictions, ours, clock.today(now), since, until)
    return Kept(
        since,
        until,
        contacts=sum(one[3] for one in theirs),
        kept=sum(one[3] for one in theirs if one[2] in ("kept", "broken_by_us")),
        outside=sum(one[3] for one in theirs if one[2] == "broken_by_customer"),
        protected=sum(one[3] for one in counts if one[0] == "in" and one[1]),
        ours=sum(one[3] for one in counts if one[0] == "out"),
        minutes=sum(one[4] or 0 for one in theirs),
        by_us=by_us,
        replies_owed=sum(one.reply_due_on is not None and one.replied_at is None for one in ours),
    )


def _counts(restrictions: Collection[int], since: dt.date, until: dt.date) -> list[Any]:
    """(direction, protected, arrangement, how many, minutes), London days."""
    protected = Contact.protected  # the key itself: PostgreSQL cannot group by a comparison with a value
    query = (
        Contact.select(Contact.direction, protected, Contact.arrangement, fn.COUNT(Contact.id), fn.SUM(Contact.minutes))
        .where(
            Contact.restriction.in_(list(restrictions)), Contact.at >= begins(since), Contact.at < begins(until + A_DAY)
        )
        .group_by(Contact.direction, protected, Contact.arrangement)
    )
    return list(query.tuples())


def begins(day: dt.date) -> dt.datetime:
    """The moment at which a day begins in London."""
    return dt.datetime.combine(day, dt.time(), clock.LONDON).astimezone(dt.UTC)


# --- Our own side ---


def breaches(
    restrictions: Collection[int], now: dt.datetime, since: dt.date = FIRST, until: dt.date = LAST
) -> list[Breach]:
    """Where we did not keep to these restrictions (ids) ourselves, newest first: recorded, and worked out."""
    return _breaches(restrictions, _our_side(restrictions), clock.today(now), since, until)


def is_late(contact: Contact, today: dt.date) -> bool:
    """True where a reply was given after its day, or is still owed when its day has passed."""
    if contact.reply_due_on is None:
        return False
    return (clock.today(contact.replied_at) if contact.replied_at else today) > contact.reply_due_on


def _our_side(restrictions: Collection[int]) -> list[Contact]:
    if not restrictions:
        return []
    ours = "(reply_due_on IS NOT NULL OR arrangement = 'broken_by_us')"
    rest = f"WHERE restriction_id IN ({marks(restrictions)}) AND {ours} ORDER BY id DESC LIMIT ?"
    return rows_of(Contact, rest, *restrictions, ALL_SHOWN)


def _breaches(
    restrictions: Collection[int], contacts: list[Contact], today: dt.date, since: dt.date, until: dt.date
) -> list[Breach]:
    if not restrictions:
        return []
    query = BreachByUs.select(BreachByUs, User).join(User).where(BreachByUs.restriction.in_(list(restrictions)))
    rows = list(query.order_by(BreachByUs.id.desc()).limit(ALL_SHOWN))
    late = {row.contact_id for row in rows if row.kind == "late_reply"}
    noted = {row.contact_id for row in rows}
    broken = [_recorded(row) for row in rows]
    broken += [_late(one, today) for one in contacts if one.id not in late and is_late(one, today)]
    broken += [_said(one) for one in contacts if one.id not in noted and one.arrangement == "broken_by_us"]
    within = [one for one in broken if since <= one.on <= until]
    return sorted(within, key=lambda one: one.on, reverse=True)


def _recorded(row: BreachByUs) -> Breach:
    said = (f"{BREACHES[row.kind]}.", row.words, row.put_right, row.contact_id, row.by.name)
    return Breach(row.restriction_id, row.kind, row.on, *said)


def _late(contact: Contact, today: dt.date) -> Breach:
    due = contact.reply_due_on
    assert due is not None and contact.restriction_id is not None, "only a reply that is owed is late"
    said = f"Our reply to the contact of {clock.day_words(clock.today(contact.at))} was due by {clock.day_words(due)}"
    given = clock.today(contact.replied_at) if contact.replied_at else None
    after = f"and was given on {clock.day_words(given)}" if given else "and is still owed"
    return Breach(contact.restriction_id, "late_reply", due + A_DAY, f"{said} {after}.", contact_id=contact.id)


def _said(contact: Contact) -> Breach:
    on = clock.today(contact.at)
    assert contact.restriction_id is not None, "an arrangement is that of a restriction"
    said = f"In the contact of {clock.day_words(on)} we did not keep to it ourselves."
    return Breach(contact.restriction_id, "other", on, said, contact.words, contact_id=contact.id)
