"""Setting a rule of kind S aside for one decision: with a reason, by a higher grade, logged."""

import datetime as dt
from typing import Any

from models import BehaviourWarning, Marker, Override, Restriction, Review, User, holding
from policy.core import audit
from policy.core.answers import Answer, answer, unless
from policy.core.register import deed, only_for
from policy.core.validation import required_text
from policy.rulebook.rules import RULES

# What a rule may be set aside for: the noun, who wrote it, and whether it is decided.
Decided = BehaviourWarning | Restriction | Review | Marker


def noun_of(thing: Decided) -> str:
    """What this thing is called where an override or an event points at it."""
    return {BehaviourWarning: "warning", Restriction: "restriction", Review: "review", Marker: "marker"}[type(thing)]


def overridden(thing: Decided, decider: User) -> set[str]:
    """The rules of kind S that somebody of a higher grade, other than the decider, set aside for this one thing."""
    noun = getattr(Override, noun_of(thing))
    return {row.rule for row in Override.select(Override.rule).where(noun == thing, Override.by != decider)}


def of(thing: Decided) -> list[Override]:
    """The rules set aside for this one thing, oldest first, each with who did it."""
    query = Override.select(Override, User).join(User, on=Override.by)
    return list(query.where(getattr(Override, noun_of(thing)) == thing).order_by(Override.id))


def _author_of(thing: Decided) -> int | None:
    if isinstance(thing, BehaviourWarning):
        return thing.drafted_by_id
    return thing.opened_by_id if isinstance(thing, Review) else thing.proposed_by_id


def _is_settled(thing: Decided) -> bool:
    if isinstance(thing, Review):
        return not thing.is_open
    return not thing.is_open_request if isinstance(thing, Marker) else thing.issued_at is not None


@only_for("senior_officer", says="Only a senior officer can set a rule aside.", remedy="Ask a senior officer.")
def may_override(actor: User, thing: Decided, rule: str, now: dt.datetime) -> Answer:
    """A senior officer who had no part in it may set aside a rule of kind S, with a reason, before it is decided."""
    known = RULES.get(rule)
    return answer(
        unless(known and known.kind == "S", "rule", "This rule cannot be set aside by anybody."),
        unless(
            actor.id != _author_of(thing),
            "own",
            "You wrote this yourself, so somebody else must decide.",
            "Ask another senior officer.",
        ),
        unless(not _is_settled(thing), "state", "This has been issued or decided already."),
    )


@deed(
    "set_rule_aside",
    label="Set a rule aside, with a reason, where the rule allows it",
    clause="4.2",
    asks=may_override,
    event="rule_set_aside",
)
def override(actor: User, thing: Any, rule: str, because: str, now: dt.datetime) -> Override:
    """Set a rule of kind S aside for one warning or restriction, with a reason. Raises Refused or Invalid."""
    because = required_text("because", "Your reason", because)
    with holding(thing) as thing:
        may_override(actor, thing, rule, now).or_refuse()
        noun = noun_of(thing)
        row = Override.create(customer=thing.customer_id, rule=rule, because=because, by=actor, at=now, **{noun: thing})
        audit.event("rule_set_aside", thing.customer_id, actor, now, rule=rule, override=row.id, **{noun: thing.id})
    return row
