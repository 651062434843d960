"""When a letter counts as received, and so whether a warning is live (P box, G4). Shared; writes nothing."""

import datetime as dt
from collections.abc import Iterable

from models import BehaviourWarning, Delivery, Letter, marks, rows_of
from policy import clock


def standing(letter: Letter) -> Delivery | None:
    """The newest thing known about the letter's way: it alone decides."""
    return next(iter(rows_of(Delivery, "WHERE letter_id = ? ORDER BY id DESC LIMIT 1", letter.id)), None)


def standings(letters: Iterable[int]) -> dict[int, Delivery]:
    """The newest delivery of each of these letters, by the letter's id: one read."""
    wanted = list(letters)
    if not wanted:
        return {}
    found = rows_of(Delivery, f"WHERE letter_id IN ({marks(wanted)}) ORDER BY id", *wanted)
    return {row.letter_id: row for row in found}


def served_on(delivery: Delivery | None, day: dt.date) -> dt.date | None:
    """The day the letter counts as received, where that day has come by `day`; returned post was not received."""
    if delivery is None or delivery.deemed_on is None or delivery.deemed_on > day:
        return None
    return delivery.deemed_on


def live_until(warning: BehaviourWarning, received: dt.date) -> dt.date:
    """The last day of a warning's life, by the number of months it was issued under."""
    return clock.months_after(received, warning.numbers["warning_months"]) - dt.timedelta(days=1)


def is_live(warning: BehaviourWarning, delivery: Delivery | None, day: dt.date) -> bool:
    """True while a warning that was received and not withdrawn lasts."""
    received = served_on(delivery, day)
    return warning.withdrawn_at is None and received is not None and day <= live_until(warning, received)
