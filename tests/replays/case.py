"""A published decision as data: its steps in order with a day each, and what the software should do at which step."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

CASES = Path(__file__).parent / "cases"
APART = dt.timedelta(days=30)
UNDATED = dt.date(2021, 9, 6)  # where a decision has no day of its own


@dataclass(frozen=True)
class Step:
    """One step of a case; `day` is the day given, or one between its neighbours where none is."""

    number: int
    day: dt.date
    dated: bool
    actor: str
    action: str
    told: Mapping[str, Any]

    @property
    def facts(self) -> str:
        return str(self.told.get("facts", ""))


@dataclass(frozen=True)
class Case:
    """One decision."""

    name: str
    told: Mapping[str, Any]
    steps: tuple[Step, ...]

    def step(self, number: int) -> Step:
        return next(step for step in self.steps if step.number == number)

    def before(self, step: Step) -> list[Step]:
        """The steps that came before one, in order."""
        return list(self.steps[: self.steps.index(step)])

    @property
    def channels(self) -> list[str]:
        return list(self.told["channels"])

    @property
    def needs(self) -> str:
        return str(self.told.get("person", {}).get("needs", ""))


@dataclass(frozen=True)
class Entry:
    """One thing that the software should do at a step."""

    case: Case
    number: int
    step: Step
    do: str
    what: str
    policy: frozenset[str]

    @property
    def id(self) -> str:
        words = re.sub(r"[^a-z0-9]+", "-", self.what.lower()).strip("-")
        return f"{self.case.name}-at{self.step.number}-{self.do}-{self.number}-{words[:36].rstrip('-')}"


def clause(words: str) -> str:
    """The number of a clause as the policy's code knows it: the warning rule is "box"."""
    return "box" if "box" in words else words


def cases(folder: Path = CASES) -> list[Case]:
    """Every case in the folder, by name."""
    return [read(path) for path in sorted(folder.glob("*.yaml"))]


def read(path: Path) -> Case:
    """One file."""
    told = yaml.safe_load(path.read_text())
    days = placed([step["date"] for step in told["timeline"]], _told_day(told["source"]["decision_date"]))
    steps = [
        Step(step["step"], day, step["date"] is not None, step["actor"], step["action"], step)
        for step, day in zip(told["timeline"], days, strict=True)
    ]
    return Case("-".join(path.stem.split("-")[:2]), told, tuple(steps))


def entries(folder: Path = CASES) -> Iterator[Entry]:
    """Everything that the cases ask of the software, file by file."""
    for case in cases(folder):
        for number, told in enumerate(case.told["software_should"], 1):
            policy = frozenset(clause(str(one)) for one in told["policy"])
            yield Entry(case, number, case.step(told["at"]), told["do"], told["what"], policy)


# --- Days ---


def _told_day(words: Any) -> dt.date | None:
    """2021-08-06, 2021-07 (its first day) or 2021 (its middle); None where no day is told."""
    if words is None:
        return None
    parts = [int(part) for part in str(words).split("-")]
    return dt.date(parts[0], parts[1] if len(parts) > 1 else 7, parts[2] if len(parts) > 2 else 1)


def placed(dates: Sequence[Any], decided: dt.date | None) -> list[dt.date]:
    """A day for every step: those given, the others between them, evenly; never one before its neighbour."""
    days = [_told_day(one) for one in dates]
    known = [number for number, day in enumerate(days) if day]
    if not known:
        last = (decided or UNDATED) - APART
        return [last - APART * (len(days) - 1 - number) for number in range(len(days))]
    found: list[dt.date] = []
    for number, day in enumerate(days):
        found.append(day or _between(days, known, number))
    for number in range(1, len(found)):
        found[number] = max(found[number], found[number - 1])
    return found


def _between(days: Sequence[dt.date | None], known: Sequence[int], number: int) -> dt.date:
    before = max((one for one in known if one < number), default=None)
    after = min((one for one in known if one > number), default=None)
    if before is None:
        first = days[known[0]]
        assert first
        return first - APART * (known[0] - number)
    start = days[before]
    assert start
    if after is None:
        return start + APART * (number - before)
    end = days[after]
    assert end
    return start + (end - start) * (number - before) / (after - before)
