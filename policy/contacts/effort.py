"""What a customer's contacts come to, week by week, beside what is usual at this landlord (P 3.3.3, 3.4.3). Reads only.

Counted are contacts from the customer; protected ones and those made by us stand apart (G12). A week begins on Monday
in London. Usual: of every other customer, the average of the weeks in which they were in touch; then the middle one.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median
from typing import Any

import models
from models import BehaviourWarning, Customer, Restriction, rows_of
from policy.contacts import compliance
from policy.core import clock
from policy.restrictions import lifecycle

WEEKS = 26
FEWEST_OTHERS = 5
MEASURES = ("contacts", "minutes", "subjects", "colleagues")
A_WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class Week:
    """What one week came to; `protected` and `ours` are in none of the other figures."""

    begins: dt.date
    contacts: int = 0
    minutes: int = 0
    subjects: int = 0
    colleagues: int = 0
    protected: int = 0
    ours: int = 0


@dataclass(frozen=True)
class Mark:
    """A warning's issue, or a restriction from its start to its last day, on the same axis as the weeks."""

    kind: str
    reference: str
    on: dt.date
    until: dt.date | None = None


@dataclass(frozen=True)
class Effort:
    """The weeks, oldest first; `own` and `usual` are averages of weeks in touch, `usual` empty with few `others`."""

    weeks: list[Week]
    own: dict[str, float]
    usual: dict[str, float]
    others: int
    marks: list[Mark]

    @property
    def weeks_in_touch(self) -> int:
        return sum(one.contacts > 0 for one in self.weeks)

    def total(self, name: str) -> int:
        """All weeks of a figure that adds up: contacts, minutes, protected, ours."""
        return sum(getattr(one, name) for one in self.weeks)


def of(customer: Customer, now: dt.datetime) -> Effort:
    """The last 26 weeks, this one included: three reads, however many contacts there are."""
    today = clock.today(now)
    first = today - dt.timedelta(days=today.weekday()) - (WEEKS - 1) * A_WEEK
    begins = [first + number * A_WEEK for number in range(WEEKS)]
    everybody: dict[int, dict[int, Week]] = {}
    for whose, number, *figures in _read(begins):
        everybody.setdefault(whose, {})[number] = Week(begins[number], *(int(one or 0) for one in figures))
    mine = everybody.pop(customer.id, {})
    averages = [theirs for weeks in everybody.values() if (theirs := _averages(list(weeks.values())))]
    usual = {name: median(one[name] for one in averages) for name in MEASURES} if len(averages) >= FEWEST_OTHERS else {}
    return Effort(
        weeks=[mine.get(number, Week(day)) for number, day in enumerate(begins)],
        own=_averages(list(mine.values())),
        usual=usual,
        others=len(averages),
        marks=_marks(customer, first, today),
    )


def _averages(weeks: Sequence[Week]) -> dict[str, float]:
    """The averages of the weeks with a counted contact; empty where there is none."""
    touched = [one for one in weeks if one.contacts]
    return {name: fmean(getattr(one, name) for one in touched) for name in MEASURES} if touched else {}


COUNTED = "direction = 'in' AND protected = ''"
FIGURES = f"""
SUM(CASE WHEN {COUNTED} THEN 1 ELSE 0 END),
SUM(CASE WHEN {COUNTED} THEN COALESCE(minutes, 0) ELSE 0 END),
COUNT(DISTINCT CASE WHEN {COUNTED} THEN subject END),
COUNT(DISTINCT CASE WHEN {COUNTED} AND colleague <> '' THEN LOWER(colleague) END),
SUM(CASE WHEN direction = 'in' AND protected <> '' THEN 1 ELSE 0 END),
SUM(CASE WHEN direction = 'out' THEN 1 ELSE 0 END)
"""


def _read(begins: Sequence[dt.date]) -> list[Any]:
    """(customer, number of the week, figures in the order of Week), for everybody who was in touch."""
    moments = [models.Contact.at.db_value(compliance.begins(day)) for day in (*begins[1:], begins[-1] + A_WEEK)]
    first = models.Contact.at.db_value(compliance.begins(begins[0]))
    whens = " ".join(f"WHEN at < ? THEN {number}" for number in range(len(moments)))
    sql = (
        f"SELECT customer_id, CASE {whens} END, {FIGURES} FROM contact "  # noqa: S608 - no part of it was typed
        "WHERE at >= ? AND at < ? GROUP BY 1, 2"
    )
    values = (*moments, first, moments[-1])
    return list(models.db.execute_sql(sql if models.on_sqlite() else sql.replace("?", "%s"), values).fetchall())


def _marks(customer: Customer, first: dt.date, today: dt.date) -> list[Mark]:
    issued = "WHERE customer_id = ? AND issued_at IS NOT NULL ORDER BY id"
    warned = [
        Mark("warning", one.reference, on)
        for one in rows_of(BehaviourWarning, issued, customer.id)
        if (on := clock.today(one.issued_at)) >= first
    ]
    restricted = [
        Mark("restriction", one.reference, one.in_force_from, over)
        for one in rows_of(Restriction, issued, customer.id)
        if one.in_force_from <= today
        and (over := lifecycle.last_day(one))
        and first <= over
        and over >= one.in_force_from
    ]
    return sorted([*warned, *restricted], key=lambda one: one.on)
