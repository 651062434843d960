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


@dataclass
class Case:
    """One decided restriction as it may be shown: its measures, months, how serious it was, and what became of it."""

    months: int
    kinds: set[str] = field(default_factory=set)
    headings: set[str] = field(default_factory=set)
    severity: int = 0
    since: str = ""

    @property
    def rung(self) -> int:
        """How strict its strictest measure is."""
        return max(map(measures.rung, self.kinds), default=0)

    @property
    def labels(self) -> list[str]:
        """Its measures in words, mildest first."""
        kinds = map(measures.of_key, sorted(self.kinds))
        return [one.label for one in sorted(kinds, key=lambda one: one.rung)]


def cases(restriction: Restriction, incidents: Sequence[Incident], today: dt.date) -> list[Case]:
    """The last ten comparable restrictions, newest first, with what became of each: two reads."""
    comparable = _comparable(restriction, incidents)
    for number, since in _since(list(comparable), today).items():
        comparable[number].since = since
    return list(comparable.values())


def cautions(
    restriction: Restriction, incidents: Sequence[Incident], terms: Sequence[RestrictionTerm]
) -> Iterator[Refusal | None]:
    """G29: a warning where this would be stricter or longer than every comparable one: one read."""
    before = list(_comparable(restriction, incidents).values())
    if not before:
        return
    rung = Case(0, {term.kind for term in terms}).rung
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


def _comparable(restriction: Restriction, incidents: Sequence[Incident]) -> dict[int, Case]:
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
    decided: dict[int, Case] = {}
    for number, starts, ends, kind, behaviours, severity in rows:
        one = decided.setdefault(number, Case(_months(starts, ends)))
        one.kinds.add(kind)
        one.headings |= set(clauses.headings_of(behaviours))
        one.severity = max(one.severity, severity)
    alike = [(number, one) for number, one in decided.items() if one.headings & wanted]
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
