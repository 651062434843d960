"""Lets many stories happen in the order of their dates, as they would have, whatever the order they are told in.

A story is a generator: it yields the moment at which it goes on, and is given that moment back when it has come.
"""

import datetime as dt
import heapq
from collections.abc import Generator, Iterable

from policy.core import clock

Story = Generator[dt.datetime, dt.datetime, None]
# Two days apart may both fall on the working day before a holiday: a story still goes forward.
SOON = dt.timedelta(minutes=5)


def days_before(now: dt.datetime, days: int, hour: int = 10, minute: int = 0) -> dt.datetime:
    """A time of day in London so many days before `now`, on the nearest working day before that."""
    day = clock.today(now) - dt.timedelta(days=days)
    while not clock.is_working_day(day):
        day -= dt.timedelta(days=1)
    return at(day, hour, minute)


def at(day: dt.date, hour: int = 10, minute: int = 0) -> dt.datetime:
    """A time of day in London on `day`, as a moment."""
    return dt.datetime.combine(day, dt.time(hour, minute), clock.LONDON).astimezone(dt.UTC)


def live(stories: Iterable[Story], until: dt.datetime) -> None:
    """Run all stories, always the one whose moment comes first; nothing happens after `until`."""
    waiting: list[tuple[dt.datetime, int, Story]] = []
    for number, story in enumerate(stories):
        moment = next(story, None)
        if moment is not None:
            heapq.heappush(waiting, (moment, number, story))
    while waiting and waiting[0][0] <= until:
        moment, number, story = heapq.heappop(waiting)
        try:
            heapq.heappush(waiting, (max(story.send(moment), moment + SOON), number, story))
        except StopIteration:
            continue
