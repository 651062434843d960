"""Telephone calls only on set days and at set times (P 4.4)."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from models import RestrictionTerm
from policy.core import clock
from policy.core.answers import Refusal
from policy.core.validation import Check
from policy.core.wording import listed
from policy.measures.bearing import Bearing, Span, Times
from policy.measures.kind import Measure, NoDetail
from policy.rulebook import clauses
from policy.staff.cover import DAYS, Cover


class TelephoneTimes(NoDetail):
    """Slots: days of the week (0 is Monday) with times as "10:00"."""

    def checked(self, check: Check, measure: Measure) -> dict[str, Any]:
        slots = []
        for slot in measure.get("slots") or []:
            days = sorted({int(day) for day in slot["days"] if 0 <= int(day) <= 6})
            if not days or not slot["from"] or not slot["until"]:
                check.wrong("slots", "Times: give the days, and when calls are taken from and until.")
            elif slot["until"] <= slot["from"]:
                check.wrong("slots", "Times: a time ends before it begins.")
            slots.append({"days": days, "from": slot["from"], "until": slot["until"]})
        if not check.errors:
            _check_lengths(check, slots)
        if not slots:
            check.wrong("slots", "Times: give at least one day and time when calls are taken.")
        return {"slots": slots}

    def sound(self, term: RestrictionTerm) -> Iterator[Refusal | None]:
        yield from ()

    def clashes(self, needs: Sequence[str], term: RestrictionTerm) -> list[tuple[str, str]]:
        return [(need, "calls are of no use") for need in needs if "telephone" in clauses.CANNOT_USE[need]]

    def is_narrower(self, before: RestrictionTerm, after: RestrictionTerm) -> bool:
        return _minutes(after) < _minutes(before)

    def as_warned(self, detail: Mapping[str, Any]) -> str:
        return "take telephone calls from you only on set days and at set times"

    def facts(self, term: RestrictionTerm, values: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
        slots = [
            {"days": [DAYS[day] for day in slot["days"]], "start_time": begins, "end_time": ends}
            for slot in term.slots
            for begins, ends in [_span(slot)]
        ]
        return {"telephone": landlord["telephone"] or "our number", "slots": slots, "minutes": None}

    def for_file(self, term: RestrictionTerm) -> str:
        return f"Telephone calls only {listed([_words(slot) for slot in term.slots])}."

    def for_check(self, term: RestrictionTerm, covering: Cover | None) -> str:
        return f"Telephone calls are taken {_weekly(term)}, bank holidays apart."

    def for_customer(self, term: RestrictionTerm) -> str:
        return f"we take your calls {listed([_words(slot) for slot in term.slots])}"

    def when_over(self, term: RestrictionTerm) -> str:
        return "Telephone calls only on certain days at certain times"

    def open_again(self, term: RestrictionTerm) -> str:
        return ""

    def systems(self, term: RestrictionTerm) -> frozenset[str]:
        return frozenset({"telephone"})

    def bearing(self, term: RestrictionTerm) -> Bearing:
        return Times(lambda day: _spans(term, day), _weekly(term))


SHORTEST = 15  # minutes in which a call can be made


def _check_lengths(check: Check, slots: Sequence[Mapping[str, Any]]) -> None:
    """G72: each time is long enough for a call, and no two of them overlap."""
    for day in range(7):
        spans = sorted(_span(slot) for slot in slots if day in slot["days"])
        for begins, ends in spans:
            if (ends.hour - begins.hour) * 60 + ends.minute - begins.minute < SHORTEST:
                check.wrong("slots", f"Times: give at least {SHORTEST} minutes, so that a call can be made.")
        for (_, ends), (begins, _) in pairwise(spans):
            if begins < ends:
                check.wrong("slots", f"Times: two of them overlap on {DAYS[day]}. Put them together.")


def _span(slot: Mapping[str, Any]) -> Span:
    return dt.time.fromisoformat(slot["from"]), dt.time.fromisoformat(slot["until"])


def _spans(term: RestrictionTerm, day: dt.date) -> list[Span]:
    """The times of a day at which calls are taken, in order; none on a bank holiday."""
    if clock.is_bank_holiday(day):
        return []
    return sorted(_span(slot) for slot in term.slots if day.weekday() in slot["days"])


def _minutes(term: RestrictionTerm) -> int:
    """The minutes of a week in which calls are taken."""
    minutes = 0
    for slot in term.slots:
        begins, ends = _span(slot)
        minutes += len(slot["days"]) * ((ends.hour - begins.hour) * 60 + ends.minute - begins.minute)
    return minutes


def _words(slot: Mapping[str, Any], every: str = "") -> str:
    """One span of times in words: on Tuesday and Thursday from 10 am to midday."""
    begins, ends = map(clock.time_words, _span(slot))
    return f"on {listed([f'{DAYS[day]}{every}' for day in slot['days']])} from {begins} to {ends}"


def _weekly(term: RestrictionTerm) -> str:
    """All of them: on Tuesdays from 10 am to midday and on Fridays from 2 pm to 4 pm."""
    return listed([_words(slot, every="s") for slot in term.slots])


KIND = TelephoneTimes(
    key="telephone_times",
    rung=1,
    source="4.4 (3)",
    label="Telephone calls only on set days and times",
    hint="The customer may ring on the days and between the times given. Everything else stays as it is.",
    limits_contact=True,
    detail=(),
)
