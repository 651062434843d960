"""What a measure may mean for one contact: the ways left, the times, the person, the matters, the place, or a reminder.

A kind says which (Kind.bearing); the contact check puts those of all measures together. Pure.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from models import RestrictionTerm

Span = tuple[dt.time, dt.time]


@dataclass(frozen=True)
class Ways:
    """Only these ways of contact stay open."""

    ways: frozenset[str]


@dataclass(frozen=True)
class Times:
    """Calls are taken within the `spans` of a day, in order; `words` say when. They keep the telephone open."""

    spans: Callable[[dt.date], list[Span]]
    words: str


@dataclass(frozen=True)
class Person:
    """One officer answers, or who covers: who that is on a day, policy/staff/cover.py knows."""


@dataclass(frozen=True)
class Matters:
    """Only matters are answered that this measure defines."""

    term: RestrictionTerm


@dataclass(frozen=True)
class Place:
    """Not at this place; what they do `instead`."""

    place: str
    instead: str


@dataclass(frozen=True)
class Reminder:
    """The contact goes ahead, by these ways of contact with a word to the colleague about how."""

    ways: frozenset[str]
    words: str


Bearing = Ways | Times | Person | Matters | Place | Reminder
