"""Which decisions that hold today keep a number they were made under (G30). Reads only; shared."""

import datetime as dt
from collections import Counter, defaultdict
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
    counts: Counter[str]

    @property
    def words(self) -> str:
        """Such as: 3 warnings and 1 restriction."""
        return and_list([f"{count} {noun}{'' if count == 1 else 's'}" for noun, count in self.counts.items()])


def keeping(key: str, now: dt.datetime) -> list[Keeping]:
    """The live decisions by the value of `key` that each was made under, the commonest first: four reads."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for noun, value in _decisions(key, clock.today(now)):
        found[value][noun] += 1
    return [Keeping(*one) for one in sorted(found.items(), key=lambda one: (-one[1].total(), one[0]))]


def _decisions(key: str, today: dt.date) -> Iterator[tuple[str, Any]]:
    """(kind of decision, the value it keeps) for everything that holds today, warnings first."""
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
