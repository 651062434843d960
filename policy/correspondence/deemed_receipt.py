"""When a letter counts as received, and so whether a warning is live (P box, G4). Shared; writes nothing."""

import datetime as dt
from collections.abc import Iterable, Mapping

from models import BehaviourWarning, Delivery, Letter, marks, rows_of
from policy.core import clock

END_OF_DAY = dt.time(16, 30)
"""An e-mail sent later counts as sent on the next working day."""
SENT = ("posted", "emailed")
"""What is on its way, counts as received on a later day, and may come back."""


def standing(letter: Letter) -> Delivery | None:
    """The newest thing known about the letter's way: it alone decides."""
    return next(iter(rows_of(Delivery, "WHERE letter_id = ? ORDER BY id DESC LIMIT 1", letter.id)), None)


def deemed_on(
    outcome: str, way: str, on: dt.date, values: Mapping[str, int], at: dt.time | None = None
) -> dt.date | None:
    """The day on which a letter sent in this way counts as received (P box); None for what came back.

    Post by working days after posting: first class and signed for alike, second class later. Handed over or read: that
    day. An e-mail by working days too; taken by our mail server after 4.30 pm of a working day (`at`, London's clock)
    it counts as sent on the next one. `values` are the numbers in force.
    """
    if outcome == "returned":
        return None
    if outcome == "posted":
        return clock.working_days_after(on, values["second_class_days" if way == "second_class" else "deemed_days"])
    return _emailed_on(on, values["email_days"], at) if outcome == "emailed" else on


def _emailed_on(on: dt.date, days: int, at: dt.time | None) -> dt.date:
    late = clock.is_working_day(on) and at is not None and at > END_OF_DAY
    received = clock.working_days_after(clock.working_days_after(on, 1) if late else on, days)
    return received if clock.is_working_day(received) else clock.working_days_after(received, 1)


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
