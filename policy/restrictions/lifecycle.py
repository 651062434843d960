"""What stands on a day: which restrictions bind and which are suspended, how long they have run, and what follows one.

Shared by the nouns. Everything is read from dated facts; only `follow` writes, inside the deed that calls it.
"""

import datetime as dt
from collections.abc import Collection
from typing import Any

from models import Consideration, Marker, Restriction, RestrictionTerm, User, marks, rows_of
from policy import measures
from policy.core import clock, numbers

# --- Restrictions ---


def in_force(customer_id: int, day: dt.date) -> list[Restriction]:
    """The restrictions of a customer that bind on `day`: begun, not ended, not suspended by an appeal (P 4.2, 4.7)."""
    rows = rows_of(
        Restriction,
        "WHERE customer_id = ? AND issued_at IS NOT NULL AND in_force_from <= ? AND ends_on >= ? ORDER BY id",
        customer_id,
        day,
        day,
    )
    rows = [one for one in rows if one.in_force_on(day)]
    resting = suspended([one.id for one in rows], day)
    return [one for one in rows if one.id not in resting]


def suspended(restrictions: Collection[int], day: dt.date) -> set[int]:
    """Those of these restrictions that an open appeal suspends on `day`, by id: one read."""
    if not restrictions:
        return set()
    # By the whole: what a review went on with in the meantime rests as well.
    wholes = (
        "SELECT COALESCE(r.root_id, r.id) FROM appeal a JOIN restriction r ON r.id = a.restriction_id"
        " WHERE a.suspended = ? AND a.suspended_from <= ? AND a.decided_at IS NULL AND a.withdrawn_at IS NULL"
    )
    rest = f"WHERE id IN ({marks(restrictions)}) AND COALESCE(root_id, id) IN ({wholes})"
    return {one.id for one in rows_of(Restriction, rest, *restrictions, True, day, columns="id")}


def root_of(thing: Any) -> int:
    """The id of the first of the decisions that a restriction or a marker follows from; its own where it is first."""
    return thing.root_id or thing.id


def parts(thing: Any) -> list[Any]:
    """All decisions on one restriction or marker that were issued or approved, oldest first."""
    table, root = type(thing), root_of(thing)
    begun = "in_force_from IS NOT NULL"
    return rows_of(table, f"WHERE (id = ? OR root_id = ?) AND {begun} ORDER BY part, id", root, root)


def begun_on(thing: Any) -> dt.date | None:
    """The day on which the first of these decisions began: the start of the unbroken whole."""
    all_parts = parts(thing)
    return all_parts[0].in_force_from if all_parts else None


def newest(thing: Any) -> Any:
    """The decision that stands last: a restriction or marker that was gone on with is read from its newest part."""
    all_parts = parts(thing)
    return all_parts[-1] if all_parts else thing


def last_day(thing: Any) -> dt.date | None:
    """The last day on which this restriction or marker holds as things stand; None before it has an end."""
    if thing.ends_on is None:
        return None
    return thing.ends_on if thing.ended_on is None else min(thing.ends_on, thing.ended_on - dt.timedelta(days=1))


def has_ended(thing: Any, day: dt.date) -> bool:
    """True on and after the day on which a thing that had begun is over, and nothing that follows it has begun (G48).

    A thing put aside before it began never ends: it never was.
    """
    over = last_day(thing)
    if thing.in_force_from is None or over is None or over >= day or over < thing.in_force_from:
        return False
    return not any(one.follows_id == thing.id for one in parts(thing))


def follow(
    actor: User,
    before: Restriction,
    *,
    starts_on: dt.date,
    ends_on: dt.date,
    review_on: dt.date,
    consideration: Consideration,
    letter: Any,
    found: dict[str, int],
    now: dt.datetime,
    terms: Restriction | None = None,
    because: str,
) -> Restriction:
    """Go on with a restriction under a new decision: a row that follows, in force from `starts_on`; the old one ends.

    `terms`: the restriction whose measures it takes (a changed draft), else those of `before`. `found`: the numbers in
    force. Call it inside the deed's transaction, which writes the event.
    """
    source = terms or before
    after = source if source.follows_id == before.id else _copy(actor, before, now)
    after.starts_on, after.ends_on, after.review_on = starts_on, ends_on, review_on
    after.authorised_by, after.authorised_at, after.consideration = actor, now, consideration
    after.issued_by, after.issued_at, after.in_force_from, after.letter = actor, now, starts_on, letter
    after.numbers = found
    after.save()
    before.ended_on, before.ended_by, before.ended_at, before.ended_because = starts_on, actor, now, because
    before.save()
    return after


def end(actor: User, thing: Restriction | Marker, because: str, now: dt.datetime) -> None:
    """End a restriction or a marker today. Call it inside the deed's transaction, which writes the event."""
    thing.ended_on, thing.ended_by, thing.ended_at, thing.ended_because = clock.today(now), actor, now, because
    thing.save()


def draft_after(actor: User, before: Restriction, now: dt.datetime) -> Restriction:
    """A draft that follows `before` with the same measures, to be changed before the decision; the open one if any."""
    open_draft = rows_of(
        Restriction, "WHERE follows_id = ? AND authorised_at IS NULL AND declined_at IS NULL", before.id
    )
    return open_draft[0] if open_draft else _copy(actor, before, now)


def _copy(actor: User, before: Restriction, now: dt.datetime) -> Restriction:
    root = root_of(before)
    last = max(one.part for one in rows_of(Restriction, "WHERE id = ? OR root_id = ?", root, root))
    after = Restriction.create(
        customer=before.customer_id,
        warning=before.warning_id,
        declaration=before.declaration_id,
        root=root,
        follows=before,
        part=last + 1,
        proposed_by=actor,
        proposed_at=now,
        scope=before.scope,
        told=before.told,
        why_not_milder=before.why_not_milder,
        form_key=f"follows-{before.id}-{last + 1}",
    )
    for term in measures.terms_of(before):
        columns = {name: getattr(term, name) for name in MEASURE}
        RestrictionTerm.create(restriction=after, **columns)
    return after


MEASURE = ("kind", "channels", "officer", "deputy", "slots", "definition", "examples", "place", "instead")


# --- Markers ---


def markers(customer_id: int, day: dt.date) -> list[Marker]:
    """The staff-safety markers of a customer that hold on `day` (G54, G55)."""
    rows = rows_of(
        Marker,
        "WHERE customer_id = ? AND approved_at IS NOT NULL AND in_force_from <= ? AND ends_on >= ? ORDER BY id",
        customer_id,
        day,
        day,
    )
    return [one for one in rows if one.in_force_on(day)]


def think_again_by(now: dt.datetime) -> dt.date:
    """The latest day on which telling a customer is thought of again, by the landlord's number (P 4.5, G57)."""
    return clock.working_days_after(clock.today(now), numbers.value("think_again_days", now))
