"""Cases set up to the brink of a decision, so that a test breaks one thing, asks, mends it and asks again."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from models import BehaviourWarning, Customer, Incident, Restriction
from policy import measures
from policy.core.answers import Answer, Refusal
from policy.restrictions import proposal as restriction_proposal
from policy.rulebook.rules import RULES
from policy.warnings import letter as warning_letter
from policy.warnings import warnings
from tests import make
from tests.copies import copied, known

MONDAY = make.MONDAY
WEDNESDAY = make.later(MONDAY, 9)


def stands(answer: Answer, rule: str, words: str, alone: bool = False) -> Refusal:
    """The refusal on `rule` (and no other, where `alone`), whose sentence holds `words`; clause and kind as told."""
    found = [one for one in answer.reasons if one.rule == rule and words in one.sentence]
    told = [(one.rule, one.sentence) for one in answer.reasons]
    assert found, f"{rule} “{words}” is not among {told}"
    assert not alone or {one.rule for one in answer.reasons} == {rule}, told
    known = RULES[rule]
    assert (found[0].clause, found[0].kind) == (known.clause, known.kind)
    assert found[0].remedy, "every refusal says what would clear it"
    return found[0]


def clear(answer: Answer) -> None:
    """Nothing stands against it."""
    assert answer, [(one.rule, one.sentence) for one in answer.reasons]


# --- Warnings ---


@copied
def read_warning(
    cast: Any, whose: Customer, cited: Sequence[Incident], now: dt.datetime = MONDAY, **told: Any
) -> BehaviourWarning:
    """Omar's draft, read by Olive; nobody has weighed it yet."""
    draft = make.draft_warning(cast.omar, whose, cited, now, **told)
    warnings.read(cast.olive, draft, "Clear and fair.", now, draft.version)
    return draft.fresh()


@copied
def ready_warning(
    cast: Any, whose: Customer, cited: Sequence[Incident], now: dt.datetime = MONDAY, **told: Any
) -> BehaviourWarning:
    """The same, weighed by Mark on the day: he may issue it unless something in `told` stands against it."""
    draft = read_warning(cast, whose, cited, now, **told)
    make.weighing(cast.mark, whose, "warning", now)
    return draft


@known
def changed(cast: Any, draft: BehaviourWarning, now: dt.datetime = MONDAY, **told: Any) -> BehaviourWarning:
    """The draft with some of it changed, and read again by Olive."""
    page = {
        "incidents": warning_letter.incidents_of(draft),
        "sanctions": {one.kind: one.detail for one in warning_letter.sanctions_of(draft)},
        "sanction_months": draft.sanction_months,
        "arranged": draft.arranged,
        **told,
    }
    page = make.with_passages(page, draft.passages)
    draft = warnings.change(cast.omar, draft, page, now, draft.version)
    warnings.read(cast.olive, draft, "Still clear.", now, draft.version)
    return draft.fresh()


# --- Restrictions ---


@copied
def warned(cast: Any, whose: Customer, now: dt.datetime = MONDAY, **told: Any) -> BehaviourWarning:
    """A warning for one abusive call, issued by Mark and handed over the same day."""
    first = make.incident(cast.carla, whose, now)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first], now, **told)
    make.served(cast.omar, warning.letter, now)
    return warning


@copied
def ready_restriction(
    cast: Any,
    whose: Customer,
    now: dt.datetime = WEDNESDAY,
    warning: BehaviourWarning | None = None,
    cited: Sequence[Incident] | None = None,
    **told: Any,
) -> Restriction:
    """Omar's proposal after a warning received and a later call, weighed by Mark: he may authorise it."""
    warning = warning or warned(cast, whose)
    cited = [make.incident(cast.carla, whose, now)] if cited is None else cited
    row = make.proposal(cast.omar, whose, warning, cited, now, **told)
    make.weighing(cast.mark, whose, "restriction", now)
    return row.fresh()


@copied
def altered(cast: Any, row: Restriction, now: dt.datetime = WEDNESDAY, **told: Any) -> Restriction:
    """The proposal with some of it changed."""
    page = make.with_passages({**restriction_proposal.as_saved(row), **told}, row.passages)
    return restriction_proposal.change(cast.omar, row, page, now, row.version)


@copied
def measured(
    cast: Any, row: Restriction, kind: str, detail: dict[str, Any], now: dt.datetime = WEDNESDAY
) -> Restriction:
    """The proposal with this measure and no other."""
    for term in measures.terms_of(row):
        restriction_proposal.remove_term(cast.omar, row, term.kind, now, row.version)
        row = row.fresh()
    restriction_proposal.set_term(cast.omar, row, kind, detail, now, row.version)
    return row.fresh()
