"""Which decisions that hold today keep a number they were made under (G30). Reads only; shared."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from letterpress.make.words import and_list
from models import BehaviourWarning, Marker, Restriction, rows_of
from policy.core import clock
from policy.correspondence import deemed_receipt


@dataclass(frozen=True)
class Keeping:
    """So many live decisions of each kind were made under this value and keep it, whatever is set now."""

    value: int
    warnings: int = 0
    restrictions: int = 0
    markers: int = 0

    @property
    def words(self) -> str:
        """Such as: 3 warnings and 1 restriction."""
        counts = [(self.warnings, "warning"), (self.restrictions, "restriction"), (self.markers, "marker")]
        said = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count]
        return and_list(said)

    @property
    def total(self) -> int:
        return self.warnings + self.restrictions + self.markers


def keeping(key: str, now: dt.datetime) -> list[Keeping]:
    """The live decisions by the value of `key` that each was made under, the commonest first: four reads."""
    counted = Counter(_kept(key, clock.today(now)))
    made = [
        Keeping(value, *(counted[(noun, value)] for noun in ("warning", "restriction", "marker")))
        for value in {value for _, value in counted}
    ]
    return sorted(made, key=lambda one: (-one.total, one.value))


def _kept(key: str, today: dt.date) -> Iterator[tuple[str, Any]]:
    """(kind of decision, the value it keeps) for everything that holds today."""
    warned = rows_of(BehaviourWarning, "WHERE issued_at IS NOT NULL AND withdrawn_at IS NULL")
    ways = deemed_receipt.standings([one.letter_id for one in warned if one.letter_id])
    for one in warned:
        if key in one.numbers and deemed_receipt.is_live(one, ways.get(one.letter_id or 0), today):
            yield "warning", one.numbers[key]
    standing: tuple[tuple[str, Any], ...] = (("restriction", Restriction), ("marker", Marker))
    for noun, table in standing:
        for one in rows_of(table, "WHERE in_force_from IS NOT NULL AND ends_on >= ?", today):
            to_come = one.in_force_from > today and one.ended_on is None
            if key in one.numbers and (one.in_force_on(today) or to_come):
                yield noun, one.numbers[key]
