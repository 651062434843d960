"""The measures of 4.4: the register of their kinds, and what is asked of several measures together.

All that is particular to a kind stands in its own module here, which ends with KIND; a new module is a new kind. Shared
by the nouns that decide on measures (warnings, restrictions, reviews, appeals); writes nothing. G19-G21, G26, G28.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from models import Need, Restriction, RestrictionTerm, WarningSanction
from policy.core import clock
from policy.core.answers import Refusal, unless
from policy.core.validation import Check
from policy.measures.bearing import Times, Ways
from policy.measures.kind import Kind, Measure
from policy.rulebook import clauses
from policy.staff import cover

NO_KINDS = ("bearing", "kind")


class UnknownKind(KeyError):
    """There is no kind of restriction of this key in the register."""

    def __str__(self) -> str:
        return f"There is no kind of restriction called {self.args[0]!r}."


def _registered() -> dict[str, Kind]:
    names = [one.name for one in iter_modules(__path__) if one.name not in NO_KINDS]  # reads this folder, at start
    kinds: list[Kind] = [import_module(f"{__name__}.{name}").KIND for name in names]
    assert len({one.rung for one in kinds}) == len(kinds), "two kinds stand on one rung of the ladder"
    return {one.key: one for one in sorted(kinds, key=lambda one: one.rung)}


KINDS = _registered()
"""Every kind by its key, mildest first: the order of every page and letter."""


def of_key(key: str) -> Kind:
    """The kind of this key. Raises UnknownKind."""
    try:
        return KINDS[key]
    except KeyError:
        raise UnknownKind(key) from None


def kind_of(row: RestrictionTerm | WarningSanction) -> Kind:
    """The kind of a measure or of a sanction. Raises UnknownKind."""
    return of_key(row.kind)


def rung(key: str) -> int:
    """The place of a kind on the ladder, from mildest (1). Raises UnknownKind."""
    return of_key(key).rung


def mildest_first(terms: Sequence[RestrictionTerm]) -> list[RestrictionTerm]:
    """The same measures in the order of the ladder. Raises UnknownKind."""
    return sorted(terms, key=lambda one: rung(one.kind))


def terms_of(restriction: Restriction) -> list[RestrictionTerm]:
    """The measures of a restriction, mildest first, with the officer as named last."""
    rows = list(RestrictionTerm.select().where(RestrictionTerm.restriction == restriction))
    return mildest_first(cover.as_changed(rows))


def term_of(restriction: Restriction, kind: str) -> RestrictionTerm | None:
    """The measure of this kind among those of a restriction that is not in force yet; None where there is none."""
    return RestrictionTerm.get_or_none(RestrictionTerm.restriction == restriction, RestrictionTerm.kind == kind)


def latest_review(starts: dt.date, ends: dt.date, months: int) -> dt.date:
    """The latest day of the first review: `months` after the start or half-way, whichever is sooner (P 4.2)."""
    return min(clock.months_after(starts, months), starts + (ends - starts) / 2)


def checked_term(kind: str, measure: Measure) -> dict[str, Any]:
    """The columns of one measure; what its kind does not use stays empty. Raises Invalid, also for an unknown kind."""
    check = Check({**measure, "kind": kind})
    check.choice("kind", "Measure", KINDS, required=True)
    check.or_refuse()
    columns = of_key(kind).checked(check, measure)
    check.or_refuse()
    return columns


def milder_left_out(terms: Sequence[RestrictionTerm]) -> list[Kind]:
    """The kinds milder than the strictest of these that are not among them: each needs a reason (G19)."""
    chosen = {term.kind for term in terms}
    highest = max(map(rung, chosen), default=0)
    return [kind for kind in KINDS.values() if kind.rung < highest and kind.key not in chosen]


def sound(restriction: Restriction, terms: Sequence[RestrictionTerm]) -> Iterator[Refusal | None]:
    """G19, G21, G26, G28: what the measures of this restriction lack."""
    yield unless(
        terms,
        "G26",
        "There is no measure from the policy's list. A stop to all contact is not on it.",
        "Choose one or more of the measures of 4.4.",
    )
    for kind in milder_left_out(terms):
        yield unless(
            restriction.why_not_milder.get(kind.key),
            "G19",
            f"It does not say why a milder step would not do: {kind.label}.",
            "Write the reason, or choose the milder step.",
        )
    for term in terms:
        yield from kind_of(term).sound(term)
    bearings = [kind_of(term).bearing(term) for term in terms]
    ways = [one.ways for one in bearings if isinstance(one, Ways)]
    yield unless(
        not any(isinstance(one, Times) for one in bearings) or all("telephone" in one for one in ways),
        "G72",
        "One measure gives times for telephone calls, and another leaves telephone calls out.",
        "Tick telephone calls among the ways of contact, or take the times out.",
    )


def fits(needs: Sequence[Need], terms: Sequence[RestrictionTerm]) -> Iterator[Refusal | None]:
    """G20: where a measure clashes with a known need of the customer."""
    for term in terms:
        for need, ruled_out in clashes(needs, term):
            yield unless(
                False,
                "G20",
                f"{kind_of(term).label}: this clashes with a known need. {clauses.NEEDS[need]}: {ruled_out}.",
                "Choose a measure this customer can keep to.",
            )


def needs_of(customer_id: int) -> list[Need]:
    """The known needs of a customer that have not ended."""
    return list(Need.select().where(Need.customer == customer_id, Need.ended_at.is_null()))


def clashes(needs: Sequence[Need], term: RestrictionTerm) -> list[tuple[str, str]]:
    """G20: each known need that this measure would leave without a usable way, with the reason in words."""
    return kind_of(term).clashes([need.kind for need in needs if need.kind in clauses.CANNOT_USE], term)


def is_narrower(before: RestrictionTerm, after: RestrictionTerm) -> bool:
    """True where `after` leaves less open than `before`, of the same kind. Raises UnknownKind."""
    return kind_of(after).is_narrower(before, after)


def as_told(term: RestrictionTerm, values: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
    """What a letter says of this measure: its kind, and the facts of the kind's paragraph. Raises UnknownKind."""
    kind = kind_of(term)
    return {"kind": kind.key, "limits_contact": kind.limits_contact, **kind.facts(term, values, landlord)}
