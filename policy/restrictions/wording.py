"""Ways and times of contact in words, as colleagues read them."""

import datetime as dt
from collections.abc import Sequence

from policy.core import clock, wording
from policy.rulebook import clauses


def way_words(key: str, times: Sequence[str]) -> str:
    """One way that is open, in words: by telephone on Tuesdays from 10 am to midday."""
    said = clauses.CHANNELS[key]
    return f"{said} {wording.listed(times)}" if key == "telephone" and times else said


def slots_words(starts: dt.datetime, until: dt.time) -> str:
    """When calls are taken next: on Tuesday 24 November from 10 am to midday."""
    here = clock.london(starts)
    return f"on {here:%A} {here.day} {here:%B} from {clock.time_words(here.time())} to {clock.time_words(until)}"


def day_on_words(starts: dt.datetime) -> str:
    """A day from which on calls are taken at any time: from Monday 30 November 2026."""
    return f"from {clock.weekday_words(clock.today(starts))}"
