"""The measures of 4.4: what is typed for one, whether it is whole and fits the customer, and how letters say it.

Shared by the nouns that decide on measures (restrictions, reviews, appeals); writes nothing. G19-G21, G26, G28.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from letterpress.make.escape import Gap
from models import Customer, Need, Restriction, RestrictionTerm
from policy.core import clock
from policy.core.answers import Refusal, unless
from policy.core.validation import LONG, SHORT, Check
from policy.correspondence import facts as letter_facts
from policy.rulebook import clauses
from policy.staff import cover

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORTEST_DEFINITION = 20


def terms_of(restriction: Restriction) -> list[RestrictionTerm]:
    """The measures of a restriction, mildest first, with the officer as named last."""
    found = list(RestrictionTerm.select().where(RestrictionTerm.restriction == restriction))
    return sorted(cover.as_changed(found), key=lambda one: clauses.RESTRICTION_KINDS[one.kind].rung)


def latest_review(starts: dt.date, ends: dt.date, months: int) -> dt.date:
    """The latest day of the first review: `months` after the start or half-way, whichever is sooner (P 4.2)."""
    return min(clock.months_after(starts, months), starts + (ends - starts) / 2)


def rung(kind: str) -> int:
    return clauses.RESTRICTION_KINDS[kind].rung


def checked_term(kind: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """The columns of one measure; what its kind does not use stays empty. Raises Invalid."""
    check = Check({**told, "kind": kind})
    check.choice("kind", "Measure", clauses.RESTRICTION_KINDS, required=True)
    kept: dict[str, Any] = {}
    if kind == "channels":
        kept["channels"] = check.choices("channels", "Ways of contact", clauses.PERMITTED_CHANNELS)
        if not kept["channels"]:
            check.wrong("channels", "Ways of contact: tick at least one. Nobody may be left without a way to reach us.")
    elif kind == "named_officer":
        kept |= _officers(check, told)
    elif kind == "telephone_times":
        kept["slots"] = _slots(check, told.get("slots") or [])
    elif kind == "significant_only":
        kept["definition"] = check.text("definition", "What we mean by significant and serious", LONG, required=True)
        kept["examples"] = check.text("examples", "Examples, a line each", LONG, required=True)
    elif kind == "access":
        kept["place"] = check.text("place", "Service or place", SHORT, required=True)
        kept["instead"] = check.text("instead", "What they do instead", LONG, required=True)
    check.or_refuse()
    return kept


def _officers(check: Check, told: Mapping[str, Any]) -> dict[str, Any]:
    officer, deputy = told.get("officer"), told.get("deputy")
    if officer is None:
        check.wrong("officer", "Named officer: please choose one.")
    if deputy is None:
        check.wrong("deputy", "Deputy: please choose who covers when the officer is away.")
    if officer and deputy and officer.id == deputy.id:
        check.wrong("deputy", "Deputy: choose somebody other than the named officer.")
    return {"officer": officer, "deputy": deputy}


def _slots(check: Check, given: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    kept = []
    for slot in given:
        days = sorted({int(day) for day in slot["days"] if 0 <= int(day) <= 6})
        if not days or not slot["from"] or not slot["until"]:
            check.wrong("slots", "Times: give the days, and when calls are taken from and until.")
        elif slot["until"] <= slot["from"]:
            check.wrong("slots", "Times: a time ends before it begins.")
        kept.append({"days": days, "from": slot["from"], "until": slot["until"]})
    if not kept:
        check.wrong("slots", "Times: give at least one day and time when calls are taken.")
    return kept


def sound(restriction: Restriction, terms: Sequence[RestrictionTerm]) -> Iterator[Refusal | None]:
    yield unless(
        terms,
        "G26",
        "There is no measure from the policy's list. A stop to all contact is not on it.",
        "Choose one or more of the measures of 4.4.",
    )
    highest = max((rung(term.kind) for term in terms), default=0)
    chosen = {term.kind for term in terms}
    for kind in clauses.RESTRICTION_KINDS.values():
        if kind.rung < highest and kind.key not in chosen:
            yield unless(
                restriction.why_not_milder.get(kind.key),
                "G19",
                f"It does not say why a milder step would not do: {kind.label}.",
                "Write the reason, or choose the milder step.",
            )
    for term in terms:
        yield from _measure(term)


def _measure(term: RestrictionTerm) -> Iterator[Refusal | None]:
    if term.kind == "channels":
        yield unless(
            term.channels, "G26", "No way of contact is left open.", "Tick at least one way the customer may use."
        )
    if term.kind == "significant_only":
        defined = len(term.definition.strip()) >= SHORTEST_DEFINITION and term.examples.strip()
        yield unless(
            defined,
            "G21",
            "“Significant and serious” is not defined with examples.",
            "Write the definition and at least one example; both are printed in the letter.",
        )
    if term.kind == "named_officer":
        yield _covered(term)


def _covered(term: RestrictionTerm) -> Refusal | None:
    two = [one for one in (term.officer, term.deputy) if one is not None and one.active]
    days = {day for one in two for day in one.working_days}
    whole = len(two) == 2 and two[0].id != two[1].id and days >= set(range(5))
    return unless(
        whole,
        "G28",
        "The named officer and the deputy do not cover the working week between them.",
        "Choose two people who both work here and together work Monday to Friday.",
    )


def fits(customer: Customer, terms: Sequence[RestrictionTerm]) -> Iterator[Refusal | None]:
    needs = list(Need.select().where(Need.customer == customer, Need.ended_at.is_null()))
    for term in terms:
        for need, ruled_out in clashes(needs, term):
            yield unless(
                False,
                "G20",
                f"{clauses.RESTRICTION_KINDS[term.kind].label}: this clashes with a known need. "
                f"{clauses.NEEDS[need]}: {ruled_out}.",
                "Choose a measure this customer can keep to.",
            )


def clashes(needs: Sequence[Need], term: RestrictionTerm) -> list[tuple[str, str]]:
    """G20: each known need that this measure would leave without a usable way, with the reason in words."""
    kinds = [need.kind for need in needs if need.kind in clauses.CANNOT_USE]
    if term.kind == "telephone_times":
        return [(kind, "calls are of no use") for kind in kinds if "telephone" in clauses.CANNOT_USE[kind]]
    if term.kind == "channels":
        cannot = frozenset().union(*(clauses.CANNOT_USE[kind] for kind in kinds))
        if term.channels and set(term.channels) <= cannot:
            return [(kind, "none of the ways left can be used") for kind in kinds]
    return []


# --- In a letter ---


def as_told(term: RestrictionTerm, found: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
    return {"limits_contact": term.kind != "access", **_facts(term, found, landlord)}


def _facts(term: RestrictionTerm, found: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
    if term.kind == "telephone_times":
        slots = [
            {
                "days": [DAYS[day] for day in slot["days"]],
                "start_time": dt.time.fromisoformat(slot["from"]),
                "end_time": dt.time.fromisoformat(slot["until"]),
            }
            for slot in term.slots
        ]
        return {"kind": term.kind, "telephone": landlord["telephone"] or "our number", "slots": slots, "minutes": None}
    if term.kind == "named_officer":
        officer = letter_facts.person(term.officer, landlord) if term.officer else Gap("the named officer")
        deputy = letter_facts.person(term.deputy, landlord) if term.deputy else Gap("the deputy")
        return {"kind": term.kind, "officer": officer, "deputy": deputy, "reply_days": found["reply_days"]}
    if term.kind == "channels":
        return {"kind": term.kind, "channels": [_way(key, landlord) for key in term.channels]}
    if term.kind == "significant_only":
        examples = [line.strip(" -•") for line in term.examples.splitlines() if line.strip(" -•")]
        return {
            "kind": term.kind,
            "definition": term.definition.rstrip(".") or Gap("what it means"),
            "examples": examples,
        }
    what, instead = term.place.rstrip(".") or Gap("which place"), term.instead.rstrip(".") or Gap("what instead")
    return {"kind": term.kind, "what": what, "instead": instead}


def _way(key: str, landlord: Mapping[str, str]) -> dict[str, str]:
    address = ", ".join(line.strip() for line in landlord["address"].splitlines() if line.strip())
    to = {
        "letter": address,
        "office": address,
        "email": landlord["email"],
        "portal": landlord["website"],
        "visit": "at a time we have agreed with you",
    }.get(key, landlord["telephone"])
    return {"words": clauses.PERMITTED_CHANNELS[key].capitalize(), "to": to or "our office"}
