"""A run that passes midnight stays on the day on which it began: tests of views reckon from the day they were read."""

import datetime as dt

import pytest

from policy.core import clock

BEGAN_ON = clock.today(clock.now())
LAST_SECOND = dt.datetime.combine(BEGAN_ON, dt.time(23, 59, 59), tzinfo=clock.LONDON)


@pytest.fixture(autouse=True)
def one_day(monkeypatch):
    """The clock of the program goes on until the end of that day, and stands there."""
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: min(real(), LAST_SECOND.astimezone(dt.UTC)))
