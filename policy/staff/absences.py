"""Who is away, and on which days of the week somebody works: what cover for a named officer is worked out from (G28).

Why somebody is away is not asked and not kept. Telling customers who covers is in `named_officers`.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import TypedDict

from models import Absence, Customer, Restriction, RestrictionTerm, User, marks, rows_of, writing
from policy.core import audit, clock
from policy.core.answers import YES, Answer, answer, unless
from policy.core.register import Where, deed, only_for
from policy.core.validation import LONG, Check
from policy.staff import cover

LONGEST = dt.timedelta(days=366)
AHEAD = dt.timedelta(days=730)
SHOWN_AT_MOST = 200


# --- Absences -------------------------------------------------------------------------------------------------------


class AbsenceEntry(TypedDict, total=False):
    """Days on which somebody is away, both counted, and what they hand over."""

    starts_on: dt.date | None
    ends_on: dt.date | None
    handover: str


@only_for(
    "manager",
    says="Only a manager records other people's absences.",
    remedy="Ask a manager, or the person themselves.",
    also=(Where("everybody for themselves", lambda actor, whose, *_: actor.id == whose.id),),
)
def may_record(actor: User, whose: User, now: dt.datetime) -> Answer:
    """4.4: everybody records their own absence, a manager those of others too."""
    return answer(unless(whose.active, "state", "This person no longer works here.", "Name another officer instead."))


@deed(
    "record_absence",
    label="Record days away, with what is handed over",
    clause="4.4",
    asks=may_record,
    event="absence_recorded",
)
def record_absence(actor: User, whose: User, entry: AbsenceEntry, now: dt.datetime) -> Absence:
    """Record days away; the same days again answer the same row. Raises Refused or Invalid."""
    check, today = Check(entry), clock.today(now)
    starts = check.day("starts_on", "First day away", latest=today + AHEAD, required=True)
    ends = check.day("ends_on", "Last day away", latest=today + AHEAD, required=True)
    handover = check.text("handover", "What you hand over", LONG)
    if starts and ends and ends < starts:
        check.wrong("ends_on", f"Last day away: {clock.day_words(ends)} is before the first day.")
    if ends and ends < today:
        check.wrong("ends_on", f"Last day away: {clock.day_words(ends)} has passed.")
    if starts and ends and ends - starts > LONGEST:
        check.wrong("ends_on", "Last day away: give at most a year, and name another officer for longer.")
    check.or_refuse()
    assert starts is not None and ends is not None
    with writing():
        whose = whose.fresh()
        may_record(actor, whose, now).or_refuse()
        known = of([whose.id], starts, ends)
        same = next((one for one in known if (one.starts_on, one.ends_on) == (starts, ends)), None)
        if same is not None:
            return same
        for one in known:
            check.wrong(
                "starts_on",
                f"First day away: {whose.name} is away from {clock.day_words(one.starts_on)} to "
                f"{clock.day_words(one.ends_on)} already. Cancel that, or give other days.",
            )
        check.or_refuse()
        row = Absence.create(user=whose, starts_on=starts, ends_on=ends, handover=handover, by=actor, at=now)
        audit.event("absence_recorded", None, actor, now, absence=row.id, user=whose.id, starts_on=starts, ends_on=ends)
    return row


@only_for(
    "manager",
    says="Only a manager cancels other people's absences.",
    remedy="Ask a manager, or the person themselves.",
    also=(Where("everybody for themselves", lambda actor, absence, *_: actor.id == absence.user_id),),
)
def may_cancel(actor: User, absence: Absence, now: dt.datetime) -> Answer:
    """4.4: whoever may record an absence may cancel it, until it is over."""
    return answer(
        unless(absence.cancelled_at is None, "state", "This absence was cancelled already."),
        unless(absence.ends_on >= clock.today(now), "state", "This absence is over."),
    )


@deed("cancel_absence", label="Cancel an absence", clause="4.4", asks=may_cancel, event="absence_cancelled")
def cancel(actor: User, absence: Absence, now: dt.datetime) -> None:
    """Cancel an absence, with a date and a name. Raises Refused.

    What customers were told about cover stands: whoever covers still answers, and so does the officer, who is back.
    """
    with writing():
        absence = absence.fresh()
        may_cancel(actor, absence, now).or_refuse()
        absence.cancelled_by, absence.cancelled_at = actor, now
        absence.save()
        audit.event("absence_cancelled", None, actor, now, absence=absence.id, user=absence.user_id)


def of(users: Collection[int], since: dt.date, until: dt.date) -> list[Absence]:
    """The absences of these people that touch these days, earliest first."""
    if not users:
        return []
    rest = f"WHERE user_id IN ({marks(users)}) AND cancelled_at IS NULL AND ends_on >= ? AND starts_on <= ?"
    return rows_of(Absence, f"{rest} ORDER BY starts_on, id LIMIT {SHOWN_AT_MOST}", *users, since, until)


def uncovered(user: int, since: dt.date, until: dt.date) -> list[tuple[Restriction, dt.date]]:
    """Each restriction of this officer or deputy that nobody of the two answers on some working day, and the first.

    A warning for whoever records an absence: officer and deputy away together.
    """
    named = rows_of(RestrictionTerm, "WHERE officer_id = ? OR deputy_id = ?", user, user)
    query = Restriction.select(Restriction, Customer).join(Customer)
    query = query.where(
        Restriction.id.in_([one.restriction_id for one in named]),
        Restriction.in_force_from <= until,
        Restriction.ends_on >= since,
    )
    rows = list(query.order_by(Restriction.id).limit(SHOWN_AT_MOST))
    known = cover.known(rows, named, since)
    days = [since + dt.timedelta(days=number) for number in range((until - since).days + 1)]
    first = ((row, next((day for day in days if _is_alone(row, known, day)), None)) for row in rows)
    return [(row, day) for row, day in first if day is not None]


def _is_alone(row: Restriction, known: cover.Known, day: dt.date) -> bool:
    covering = known.on(row.id, day) if clock.is_working_day(day) and row.in_force_on(day) else None
    return covering is not None and covering.answers is None


# --- Working days ---------------------------------------------------------------------------------------------------


@only_for(
    "manager",
    says="Only a manager sets other people's working days.",
    remedy="Ask a manager, or the person themselves.",
    also=(Where("everybody for themselves", lambda actor, whose, *_: actor.id == whose.id),),
)
def may_set_working_days(actor: User, whose: User, now: dt.datetime) -> Answer:
    """4.4: everybody says on which days they work, a manager says it for others too."""
    return YES


@deed(
    "set_working_days",
    label="Say on which days somebody works",
    clause="4.4",
    asks=may_set_working_days,
    event="working_days_set",
)
def set_working_days(actor: User, whose: User, days: Sequence[int], now: dt.datetime) -> None:
    """The days of the week on which somebody works, 0 for Monday. Raises Refused or Invalid."""
    check = Check({"days": [str(day) for day in days]})
    ticked = check.choices("days", "Working days", {str(day): name for day, name in enumerate(cover.DAYS)})
    if not ticked:
        check.wrong("days", "Working days: tick at least one day.")
    check.or_refuse()
    with writing():
        whose = whose.fresh()
        may_set_working_days(actor, whose, now).or_refuse()
        whose.working_days = [int(day) for day in ticked]
        whose.save()
        audit.event("working_days_set", None, actor, now, user=whose.id, days=whose.working_days)
