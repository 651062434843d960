"""What was decided in the last comparable cases, without names, references or dates, for whoever decides now (G29).

Shared; reads only. Comparable are restrictions of other customers, issued after a warning, that rest on behaviour under
one of the same headings.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from models import Appeal, Incident, Restriction, RestrictionIncident, RestrictionTerm, Review, marks, rows_of
from policy import clauses
from policy.answers import Refusal, unless

SHOWN = 10
LOOKED_THROUGH = 300  # incidents cited by the newest restrictions
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
        return max((clauses.RESTRICTION_KINDS[kind].rung for kind in self.kinds), default=0)

    @property
    def labels(self) -> list[str]:
        """Its measures in words, mildest first."""
        kinds = [clauses.RESTRICTION_KINDS[kind] for kind in self.kinds]
        return [one.label for one in sorted(kinds, key=lambda one: one.rung)]


@dataclass
class _Found:
    """A restriction while its incidents are gathered."""

    months: int
    headings: set[str]
    severity: int


def cases(restriction: Restriction, incidents: Sequence[Incident], today: dt.date) -> list[Case]:
    """The last ten comparable restrictions, newest first, with what became of each: five reads."""
    found = _found(restriction, incidents)
    kinds, since = _kinds(found), _since(list(found), today)
    return [Case(kinds.get(key, ()), one.months, one.severity, since.get(key, "")) for key, one in found.items()]


def cautions(
    restriction: Restriction, incidents: Sequence[Incident], terms: Sequence[RestrictionTerm]
) -> Iterator[Refusal | None]:
    """G29: a warning where this would be stricter or longer than every comparable one: two reads."""
    found = _found(restriction, incidents)
    if not found:
        return
    kinds = _kinds(found)
    before = [Case(kinds.get(key, ()), one.months, one.severity) for key, one in found.items()]
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
    """Comparable restrictions by id, newest first."""
    wanted = {heading for one in incidents for heading in clauses.headings_of(one.behaviours)}
    if not wanted:
        return {}
    query = (
        RestrictionIncident.select(
            Restriction.id, Restriction.starts_on, Restriction.ends_on, Incident.behaviours, Incident.severity
        )
        .join(Restriction)
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
    )
    found: dict[int, _Found] = {}
    rows: Any = query.tuples()
    for number, starts, ends, behaviours, severity in rows:
        one = found.setdefault(number, _Found(_months(starts, ends), set(), 0))
        one.headings |= set(clauses.headings_of(behaviours))
        one.severity = max(one.severity, severity)
    alike = [(number, one) for number, one in found.items() if one.headings & wanted]
    return dict(alike[:SHOWN])


def _months(starts: dt.date | None, ends: dt.date | None) -> int:
    return max(round((ends - starts).days / DAYS_A_MONTH), 1) if starts and ends else 0


def _kinds(found: Collection[int]) -> dict[int, tuple[str, ...]]:
    if not found:
        return {}
    made: dict[int, tuple[str, ...]] = {}
    for term in rows_of(RestrictionTerm, f"WHERE restriction_id IN ({marks(found)}) ORDER BY id", *found):
        made[term.restriction_id] = (*made.get(term.restriction_id, ()), term.kind)
    return made


# --- What became of it ----------------------------------------------------------------------------------------------

APPEALED = {"stands": "stood on appeal", "varied": "changed on appeal", "overturned": "overturned on appeal"}
REVIEWED = {"lifted": "ended by a review", "continued": "continued by a review", "varied": "changed by a review"}


def _since(roots: Sequence[int], today: dt.date) -> dict[int, str]:
    """In words what appeals and reviews made of each of these, and how it stands now: three reads."""
    if not roots:
        return {}
    among = f"id IN ({marks(roots)}) OR root_id IN ({marks(roots)})"
    parts = rows_of(Restriction, f"WHERE ({among}) AND issued_at IS NOT NULL ORDER BY part, id", *roots, *roots)
    root = {one.id: one.root_id or one.id for one in parts}
    said: dict[int, list[str]] = {number: [] for number in roots}
    within = f"WHERE restriction_id IN ({marks(root)})"
    for appeal in rows_of(Appeal, f"{within} AND decided_at IS NOT NULL ORDER BY id", *root):
        said[root[appeal.restriction_id]].append(APPEALED.get(appeal.outcome, ""))
    for review in rows_of(Review, f"{within} AND held_at IS NOT NULL ORDER BY id", *root):
        said[root[review.restriction_id]].append(REVIEWED.get(review.outcome, ""))
    newest = {root[one.id]: one for one in parts}
    return {
        number: ", ".join(dict.fromkeys([*filter(None, words), _now(newest[number], today)]))
        for number, words in said.items()
        if number in newest
    }


def _now(restriction: Restriction, today: dt.date) -> str:
    if restriction.ended_on is not None:
        return "ended early"
    if restriction.ends_on is not None and restriction.ends_on < today:
        return "ran to its end"
    return "in force"
