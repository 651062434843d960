"""The effort meter as a picture: where its bars, lines and words stand. Its colours are in static/css/meter.css.

A page shows it with {% include "contacts/_meter.html" %} and `meter=meter.drawn(customer, now)`.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from models import Customer
from policy.contacts import effort
from policy.core import clock

WIDTH, LEFT, RIGHT = 360, 4, 356
TOP = 34
TITLE = 21
BETWEEN = 13
BOTTOM = 20
SLOT = (RIGHT - LEFT) / effort.WEEKS
BAR = 0.72
PANELS = {
    "contacts": ("Contacts", 78),
    "minutes": ("Minutes of our time", 62),
    "subjects": ("Subjects", 34),
    "colleagues": ("Colleagues", 34),
}
NARROW_MONTH = 3
LETTERS = {"warning": "W", "restriction": "R"}


@dataclass(frozen=True)
class Panel:
    """One figure over the weeks: its name, bars (x, y, width, height), ground line, and the line of what is usual."""

    name: str
    words: str
    top: float
    ground: float
    bars: list[tuple[float, float, float, float]]
    most: int
    usual: str
    usual_y: float | None


@dataclass(frozen=True)
class Drawn:
    """A mark on the axis: a letter that the list below explains, and where it stands; a restriction is a band."""

    letter: str
    kind: str
    x: float
    end: float
    begins_before: bool
    words: str


@dataclass(frozen=True)
class Meter:
    """All that the picture and its table show."""

    effort: effort.Effort
    panels: list[Panel]
    marks: list[Drawn]
    months: list[tuple[float, str]]
    height: float
    said: str
    width: int = WIDTH


def drawn(customer: Customer, now: dt.datetime) -> Meter:
    """The meter of a customer's last 26 weeks: three reads."""
    summary = effort.of(customer, now)
    panels = list(_panels(summary))
    high, said = panels[-1].ground + BOTTOM, _said(summary, panels)
    return Meter(summary, panels, list(_marks(summary)), list(_months(summary)), high, said)


def _panels(summary: effort.Effort) -> Iterator[Panel]:
    top: float = TOP
    for name, (words, high) in PANELS.items():
        values = [getattr(week, name) for week in summary.weeks]
        usual, most = summary.usual.get(name), max(values)
        scale = high / (max(most, (usual or 0) * 1.15) or 1)
        ground = top + TITLE + high
        yield Panel(
            name,
            words,
            top,
            ground,
            [_bar(number, value * scale, ground) for number, value in enumerate(values) if value],
            most,
            short(usual) if usual is not None else "",
            round(ground - usual * scale, 1) if usual is not None else None,
        )
        top = ground + BETWEEN


def _bar(number: int, high: float, ground: float) -> tuple[float, float, float, float]:
    x, high = LEFT + number * SLOT + SLOT * (1 - BAR) / 2, max(round(high, 1), 1)
    return round(x, 1), round(ground - high, 1), round(SLOT * BAR, 1), high


def short(value: float) -> str:
    """A figure with one decimal where it is not whole: 1, 1.5."""
    return f"{value:.1f}".removesuffix(".0")


def _at(summary: effort.Effort, day: dt.date) -> float:
    """Where a day stands across, in its own week."""
    days = (day - summary.weeks[0].begins).days
    return round(min(max(LEFT + days / 7 * SLOT, LEFT), RIGHT), 1)


def _marks(summary: effort.Effort) -> Iterator[Drawn]:
    counts = {kind: sum(one.kind == kind for one in summary.marks) for kind in LETTERS}
    seen = dict.fromkeys(LETTERS, 0)
    first, last = summary.weeks[0].begins, summary.weeks[-1].begins + effort.A_WEEK
    for one in summary.marks:
        seen[one.kind] += 1
        letter = LETTERS[one.kind] + (str(seen[one.kind]) if counts[one.kind] > 1 else "")
        ends = min(one.until + dt.timedelta(days=1), last) if one.until else one.on
        yield Drawn(letter, one.kind, _at(summary, one.on), _at(summary, ends), one.on < first, _mark_words(one))


def _mark_words(one: effort.Mark) -> str:
    if one.until is None:
        return f"Warning {one.reference} issued on {clock.day_words(one.on)}"
    return f"Restriction {one.reference} from {clock.day_words(one.on)} to {clock.day_words(one.until)}"


def _months(summary: effort.Effort) -> Iterator[tuple[float, str]]:
    """The first week of each month, named; the very first only where there is room before the next."""
    for number, week in enumerate(summary.weeks):
        days = {(week.begins + dt.timedelta(days=day)).month for day in range(7)}
        begins = len(days) > 1 or week.begins.day == 1
        if begins and number <= effort.WEEKS - NARROW_MONTH:
            new = week.begins + dt.timedelta(days=6)
            yield round(_at(summary, new.replace(day=1)), 1), f"{new:%b}"


def _said(summary: effort.Effort, panels: list[Panel]) -> str:
    """The picture in words, for whoever cannot see it; the table beside it has every figure."""
    first, last = summary.weeks[0].begins, summary.weeks[-1].begins
    highest = "; ".join(f"{one.words.lower()} {one.most}" for one in panels)
    marks = "".join(f" {_mark_words(one)}." for one in summary.marks)
    weeks = f"each week from {clock.day_words(first)} to that of {clock.day_words(last)}"
    return f"Bars for {weeks}. Highest: {highest}.{marks}"
