"""The filters of the letters: dates, times, lists and lengths of time as plain English says them.

Inside a date or a time the spaces do not break. A Gap (a fact not known yet) passes through every filter.
"""

from collections.abc import Callable, Sequence
from datetime import date, time
from functools import wraps
from typing import Any

from letterpress.make.escape import Gap

SPACE = "\u00a0"
_NUMBERS = "no one two three four five six seven eight nine ten".split()


def _gap_passes(say: Callable[[Any], str]) -> Callable[[Any], str]:
    @wraps(say)
    def said(value: Any) -> str:
        return value if isinstance(value, Gap) else say(value)

    return said


@_gap_passes
def say_date(day: date) -> str:
    """3 November 2026"""
    return f"{day.day}{SPACE}{day:%B}{SPACE}{day.year}"


@_gap_passes
def say_weekday_date(day: date) -> str:
    """Tuesday 3 November 2026"""
    return f"{day:%A} {say_date(day)}"


@_gap_passes
def say_time(moment: time) -> str:
    """10.30 am, 10 am, midday, midnight"""
    if moment.minute == 0 and moment.hour in (0, 12):
        return "midday" if moment.hour else "midnight"
    minutes = f".{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}{SPACE}{'am' if moment.hour < 12 else 'pm'}"


def and_list(items: Sequence[str], word: str = "and") -> str:
    """a, b and c (or another word: a, b or c)"""
    *first, last = [str(item) for item in items] or [""]
    return f"{', '.join(first)} {word} {last}" if first else last


def number(count: int) -> str:
    """two, ten, 11"""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _counted(count: int, thing: str) -> str:
    return f"{count}{SPACE}{thing}{'' if count == 1 else 's'}"


@_gap_passes
def months(count: int) -> str:
    """6 months, 1 month"""
    return _counted(count, "month")


@_gap_passes
def working_days(count: int) -> str:
    """10 working days, 1 working day"""
    return _counted(count, f"working{SPACE}day")


@_gap_passes
def inside(words: str) -> str:
    """The words as they stand inside a sentence: a small first letter (but NHS stays NHS), no full stop at the end."""
    words = words.strip().removesuffix(".")
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


@_gap_passes
def opening(words: str) -> str:
    """The words as they stand at the start of a line: a capital first letter, no full stop at the end."""
    return words.strip().removesuffix(".")[:1].upper() + words.strip().removesuffix(".")[1:]


FILTERS: dict[str, Callable[..., Any]] = {
    "date": say_date,
    "weekday_date": say_weekday_date,
    "time": say_time,
    "and_list": and_list,
    "number": number,
    "inside": inside,
    "opening": opening,
    "months": months,
    "working_days": working_days,
}
