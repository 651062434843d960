"""What was decided in the last comparable cases, without names, references or dates, for whoever decides now (G29).

Shared; reads only. Comparable are restrictions of other customers, issued after a warning, that rest on behaviour under
one of the same headings.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from peewee import JOIN

from models import Appeal, Incident, Restriction, RestrictionIncident, RestrictionTerm, Review
from policy import measures
from policy.core.answers import Refusal, unless
from policy.rulebook import clauses

SHOWN = 10
LOOKED_THROUGH = 600  # measures of the newest restrictions, each with an incident
DAYS_A_MONTH = 365.25 / 12


@dataclass(frozen=True)
class Case:
    """One decided restriction as it may be shown: its measures, months, how serious it was, and what became of it."""

    kinds: tuple[str, ...]
    months: int
    severity: int
    since: str = ""

    @property
    def rung(self) -> int:
        """How strict its strictest measure is."""
        return max(map(measures.rung, self.kinds), default=0)

    @property
    def labels(self) -> list[str]:
        """Its measures in words, mildest first."""
        kinds = map(measures.of_key, self.kinds)
        return [one.label for one in sorted(kinds, key=lambda one: one.rung)]


@dataclass
class _Found:
    """A restriction while its measures and incidents are gathered."""

    months: int
    kinds: set[str] = field(default_factory=set)
    headings: set[str] = field(default_factory=set)
    severity: int = 0

    def case(self, since: str = "") -> Case:
        return Case(tuple(sorted(self.kinds)), self.months, self.severity, since)


def cases(restriction: Restriction, incidents: Sequence[Incident], today: dt.date) -> list[Case]:
    """The last ten comparable restrictions, newest first, with what became of each: two reads."""
    found = _found(restriction, incidents)
    since = _since(list(found), today)
    return [one.case(since.get(number, "")) for number, one in found.items()]


def cautions(
    restriction: Restriction, incidents: Sequence[Incident], terms: Sequence[RestrictionTerm]
) -> Iterator[Refusal | None]:
    """G29: a warning where this would be stricter or longer than every comparable one: one read."""
    before = [one.case() for one in _found(restriction, incidents).values()]
    if not before:
        return
    rung = Case(tuple(term.kind for term in terms), 0, 0).rung
    longest = max(one.months for one in before)
    months = _months(restriction.starts_on, restriction.ends_on)
    last = f"the last {len(before)} comparable restrictions" if len(before) > 1 else "the one comparable restriction"
    remedy = "Look at them below, and say in the reasons what is different here."
    yield unless(rung <= max(one.rung for one in before), "G29", f"It is stricter than {last}.", remedy)
    yield unless(
        months <= longest,
        "G29",
        f"It lasts longer than {last}: {months} months, where the longest was {longest}.",
        remedy,
    )


def _found(restriction: Restriction, incidents: Sequence[Incident]) -> dict[int, _Found]:
    """Comparable restrictions by id, newest first: one read, of which a row is a measure with an incident."""
    wanted = {heading for one in incidents for heading in clauses.headings_of(one.behaviours)}
    if not wanted:
        return {}
    rows: Any = (
        RestrictionIncident.select(
            Restriction.id,
            Restriction.starts_on,
            Restriction.ends_on,
            RestrictionTerm.kind,
            Incident.behaviours,
            Incident.severity,
        )
        .join(Restriction)
        .join(RestrictionTerm, on=(RestrictionTerm.restriction == Restriction.id))
        .switch(RestrictionIncident)
        .join(Incident)
        .where(
            Restriction.customer != restriction.customer_id,
            Restriction.issued_at.is_null(False),
            Restriction.follows.is_null(),
            Restriction.declaration.is_null(),
        )
        .order_by(Restriction.issued_at.desc(), Restriction.id.desc())
        .limit(LOOKED_THROUGH)
        .tuples()
    )
    found: dict[int, _Found] = {}
    for number, starts, ends, kind, behaviours, severity in rows:
        one = found.setdefault(number, _Found(_months(starts, ends)))
        one.kinds.add(kind)
        one.headings |= set(clauses.headings_of(behaviours))
        one.severity = max(one.severity, severity)
    alike = [(number, one) for number, one in found.items() if one.headings & wanted]
    return dict(alike[:SHOWN])


def _months(starts: dt.date | None, ends: dt.date | None) -> int:
    return max(round((ends - starts).days / DAYS_A_MONTH), 1) if starts and ends else 0


# --- What became of it ----------------------------------------------------------------------------------------------

APPEALED = {"stands": "stood on appeal", "varied": "changed on appeal", "overturned": "overturned on appeal"}
REVIEWED = {"lifted": "ended by a review", "continued": "continued by a review", "varied": "changed by a review"}


def _since(roots: Sequence[int], today: dt.date) -> dict[int, str]:
    """In words what appeals and reviews made of each of these, and how it stands now: one read."""
    if not roots:
        return {}
    decided = (Appeal.restriction == Restriction.id) & Appeal.decided_at.is_null(False)
    held = (Review.restriction == Restriction.id) & Review.held_at.is_null(False)
    of_these = Restriction.id.in_(list(roots)) | Restriction.root.in_(list(roots))
    rows: Any = (
        Restriction.select(
            Restriction.id, Restriction.root, Restriction.ended_on, Restriction.ends_on, Appeal.outcome, Review.outcome
        )
        .join(Appeal, JOIN.LEFT_OUTER, on=decided)
        .switch(Restriction)
        .join(Review, JOIN.LEFT_OUTER, on=held)
        .where(of_these, Restriction.issued_at.is_null(False))
        .order_by(Restriction.part, Restriction.id, Review.id, Appeal.id)
        .tuples()
    )
    said: dict[int, list[str]] = {}
    last: dict[int, str] = {}
    for number, root, ended, ends, appealed, reviewed in rows:
        first = root or number
        said.setdefault(first, []).extend([APPEALED.get(appealed, ""), REVIEWED.get(reviewed, "")])
        last[first] = _now(ended, ends, today)
    return {number: ", ".join(dict.fromkeys([*filter(None, words), last[number]])) for number, words in said.items()}


def _now(ended: dt.date | None, ends: dt.date | None, today: dt.date) -> str:
    if ended is not None:
        return "ended early"
    return "ran to its end" if ends is not None and ends < today else "in force"
