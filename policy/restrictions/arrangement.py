"""What is arranged with a customer from a day on: the measures that bind, the ways they leave, the times of calls.

Shared by the nouns. `standing` reads all of it once; the rest are pure functions of those rows.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from models import Restriction, RestrictionTerm, rows_among, rows_of
from policy import measures
from policy.core import clock, wording
from policy.measures.bearing import Bearing, Times, Ways
from policy.restrictions import lifecycle
from policy.rulebook import clauses
from policy.staff import cover

MOST = 20
B = TypeVar("B", bound=Bearing)


@dataclass(frozen=True)
class Slot:
    """When a contact may go ahead: from a moment on, until a time of that day (None: without end)."""

    starts: dt.datetime
    until: dt.time | None

    @property
    def words(self) -> str:
        """As colleagues read it: on Tuesday 24 November from 10 am to midday; from Monday 30 November 2026."""
        here = clock.london(self.starts)
        if self.until is None:
            return f"from {clock.weekday_words(here.date())}"
        day = f"{here:%A} {here.day} {here:%B}"
        return f"on {day} from {clock.time_words(here.time())} to {clock.time_words(self.until)}"


@dataclass(frozen=True)
class Standing:
    """What stands on a file from a day on: restrictions with their measures, those suspended, and who answers."""

    restrictions: tuple[Restriction, ...] = ()
    terms: tuple[RestrictionTerm, ...] = ()
    resting: frozenset[int] = frozenset()
    officers: cover.Known = field(default_factory=cover.Known)

    def on(self, day: dt.date) -> list[Restriction]:
        """The restrictions that bind on `day` (P 4.2, 4.7): the first and the last day count, a suspended one not."""
        return [one for one in self.restrictions if one.in_force_on(day) and one.id not in self.resting]

    def of(self, bound: Sequence[Restriction], bearing: type[B]) -> list[B]:
        """What the measures of these restrictions mean for a contact, as far as it is of this sort."""
        return [one for _, one in self.bearings(bound, bearing)]

    def bearings(self, bound: Sequence[Restriction], bearing: type[B]) -> list[tuple[int, B]]:
        """The same, each with the id of its restriction."""
        ids = {one.id for one in bound}
        all_of_them = [
            (one.restriction_id, measures.kind_of(one).bearing(one)) for one in self.terms if one.restriction_id in ids
        ]
        return [(restriction, one) for restriction, one in all_of_them if isinstance(one, bearing)]

    def measures(self, restriction: Restriction) -> list[RestrictionTerm]:
        """The measures of one restriction, mildest first."""
        own = [one for one in self.terms if one.restriction_id == restriction.id]
        return measures.mildest_first(own)


def standing(customer_id: int, day: dt.date) -> Standing:
    """What stands on this file on `day` and after it: one read where there is nothing, five or six at most."""
    rows = rows_of(
        Restriction,
        "WHERE customer_id = ? AND in_force_from IS NOT NULL AND ends_on >= ? AND (ended_on IS NULL OR ended_on > ?)"
        " ORDER BY in_force_from, id LIMIT ?",
        customer_id, day, day, MOST,
    )  # fmt: skip
    if not rows:
        return Standing()
    ids = [one.id for one in rows]
    terms = rows_among(RestrictionTerm, "restriction_id", ids, "ORDER BY id")
    resting = lifecycle.suspended(ids, day)
    return Standing(tuple(rows), tuple(terms), frozenset(resting), cover.known(rows, terms, day))


# --- Ways and times -------------------------------------------------------------------------------------------------


def allowed_ways(stands: Standing, bound: Sequence[Restriction]) -> frozenset[str] | None:
    """The ways that several measures leave together; None where no measure is about ways.

    Calls at set times in the same decision are a way left open. Where two decisions leave nothing in common, each
    way of either stays: nobody may be left without one (G26).
    """
    timed = {restriction for restriction, _ in stands.bearings(bound, Times)}
    each = [
        one.ways | ({"telephone"} if restriction in timed else set())
        for restriction, one in stands.bearings(bound, Ways)
        if one.ways
    ]
    return frozenset.intersection(*each) or frozenset.union(*each) if each else None


def ways_left(stands: Standing, bound: Sequence[Restriction]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ways that stay open, as keys and in words with their times."""
    allowed = allowed_ways(stands, bound)
    keys = tuple(key for key in clauses.PERMITTED_CHANNELS if allowed is None or key in allowed)
    times = wording.listed([one.words for one in stands.of(bound, Times)])
    return keys, tuple(f"{clauses.CHANNELS[key]} {times if key == 'telephone' else ''}".rstrip() for key in keys)


def within(moment: dt.datetime, times: Sequence[Times]) -> bool:
    """True where a call at `moment` falls into a time of every measure; on the stroke of its end it still does."""
    here = clock.london(moment)
    at = here.time().replace(second=0, microsecond=0)
    return all(any(begins <= at <= ends for begins, ends in one.spans(here.date())) for one in times)


def next_call(moment: dt.datetime, stands: Standing) -> Slot:
    """The next moment after `moment` at which a call may go ahead, by the times or because the arrangement ended."""
    day = clock.today(moment)
    last = max(one.ends_on for one in stands.restrictions if one.ends_on)
    while day <= last:
        bound = stands.on(day)
        times = stands.of(bound, Times)
        allowed = allowed_ways(stands, bound)
        spans = [span for one in times for span in one.spans(day)]
        free = not times and (allowed is None or "telephone" in allowed)
        starts = [(dt.time(), None)] if free else sorted(spans)
        for begins, until in starts if allowed is None or "telephone" in allowed else ():
            at = dt.datetime.combine(day, begins, clock.LONDON).astimezone(dt.UTC)
            if at > moment and within(at, times):
                return Slot(at, until and _shortest(at, times))
        day += dt.timedelta(days=1)
    return Slot(dt.datetime.combine(day, dt.time(), clock.LONDON).astimezone(dt.UTC), None)


def next_day(moment: dt.datetime) -> Slot:
    """The beginning of the day after, for what is not bound to times."""
    day = clock.today(moment) + dt.timedelta(days=1)
    return Slot(dt.datetime.combine(day, dt.time(), clock.LONDON).astimezone(dt.UTC), None)


def _shortest(at: dt.datetime, times: Sequence[Times]) -> dt.time:
    """The end of the time that `at` falls into; where several measures set times, the one that comes first."""
    here = clock.london(at)
    ends_of_each = [[ends for begins, ends in one.spans(here.date()) if begins <= here.time() <= ends] for one in times]
    return min(max(ends) for ends in ends_of_each)


def measure_words(term: RestrictionTerm, covering: cover.Cover | None = None) -> str:
    """One measure as a colleague reads it beside the answer, with who answers that day."""
    return measures.kind_of(term).for_check(term, covering)
