"""The file as it was when an appeal came in: what was frozen, in words and days, and whether it is still that (G47)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from policy import measures
from policy.contacts import compliance
from policy.core import audit, clock
from policy.rulebook import clauses
from views.appeals.pages import standing
from views.frame import access, respond
from views.frame.filters import day
from views.frame.sections import CUSTOMERS, section

blueprint = Blueprint("appeal_bundle", __name__)
section(blueprint, CUSTOMERS)

WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LABELS = {
    "drafted_by": "Drafted by",
    "read_by": "Read by",
    "proposed_by": "Proposed by",
    "authorised_by": "Authorised by",
    "asked_by": "Asked for by",
    "approved_by": "Approved by",
    "issued_by": "Letter issued by",
    "starts_on": "To start on",
    "in_force_from": "In force from",
    "ends_on": "Ends on",
    "review_on": "Review",
    "ended_on": "Ended on",
    "issued_at": "Letter issued",
    "approved_at": "Approved",
    "scope": "Applies to",
    "told": "Who is told",
    "fact": "What is recorded",
    "action": "What staff are asked to do",
    "category": "Category",
    "source": "Source",
    "source_words": "What the source said",
    "ended_because": "Why it ended",
}
WEIGHED = {
    "needs": "What they need",
    "linked_to_disability": "Could it come from a disability",
    "linked_words": "How, and what follows",
    "equality": "Equality",
    "adjustments": "Adjustments",
    "support_words": "Support workers",
    "complaint_dealt_with": "Was their matter dealt with",
    "communication_adequate": "Were they told clearly",
    "unanswered": "What was open",
    "new_information": "Anything new",
    "customers_account": "Their account",
    "proportionate": "In proportion",
}


@blueprint.get("/appeals/<int:appeal_id>/bundle")
def show(appeal_id: int) -> Response:
    """What was on the file for this decision, as it was frozen."""
    user, now = access.actor(), clock.now()
    if not user.sees_files:
        abort(404)
    appeal = access.appeal_for(user, appeal_id)
    frozen = appeal.bundle
    facts = standing(appeal, now) | {
        "sealed": audit.bundle_digest(frozen) == appeal.bundle_sha256,
        "decisions": [_decision(one) for one in frozen["decisions"]],
        "incidents": [_incident(one) for one in frozen["incidents"]],
        "letters": [_letter(one) for one in frozen["letters"]],
        "considerations": [_weighed(one) for one in frozen["considerations"]],
        "contacts": [
            (compliance.ARRANGEMENT.get(key, "Not said"), str(count)) for key, count in frozen["contacts"].items()
        ],
        "breaches": [
            _days(one) | {"kind": compliance.BREACHES.get(one["kind"], one["kind"])} for one in frozen["breaches_by_us"]
        ],
        "came": _days(frozen["appeal"]),
        "counted": clauses.COUNTED_WORDS,
    }
    return respond.page("appeals/bundle.html", **facts)


def _days(one: Mapping[str, Any]) -> dict[str, Any]:
    """The same with its days in words."""
    return {key: _day(value) if key.endswith("on") and value else value for key, value in one.items()}


def _day(text: str) -> str:
    return day(dt.date.fromisoformat(text[:10]))


def _decision(one: Mapping[str, Any]) -> dict[str, Any]:
    days = {key: _day(value) for key, value in one["dates"].items()}
    pairs = {**one["people"], **days, **one["words"]}
    why = one["why_not_milder"].items()
    return {
        "noun": "staff-safety marker" if one["noun"] == "marker" else one["noun"],
        "reference": one["reference"],
        "facts": [(LABELS[key], value) for key, value in pairs.items()],
        "measures_heading": "What it warned of" if one["noun"] == "warning" else "Its measures",
        "measures": [_measure(term) for term in one["measures"]],
        "why_not": [(measures.of_key(kind).label, words) for kind, words in why],
    }


def _measure(term: Mapping[str, Any]) -> str:
    """One measure in a line."""
    said = [", ".join(clauses.PERMITTED_CHANNELS.get(key, key) for key in term.get("channels", []))]
    said += [f"{term['officer']}, with {term.get('deputy', 'nobody')} as deputy"] if term.get("officer") else []
    for slot in term.get("slots", []):
        said.append(f"{', '.join(WEEK[number] for number in slot['days'])} {slot['from']} to {slot['until']}")
    said += [term[key] for key in ("definition", "examples", "place", "instead") if term.get(key)]
    words = "; ".join(part for part in said if part)
    label = measures.of_key(term["kind"]).label
    return f"{label}: {words}" if words else label


def _weighed(one: Mapping[str, Any]) -> dict[str, Any]:
    return _days(one) | {"facts": [(WEIGHED[key], words) for key, words in one["words"].items()]}


def _letter(one: Mapping[str, Any]) -> dict[str, Any]:
    return _days(one) | {"deliveries": [_days(way) for way in one["deliveries"]]}


def _incident(one: Mapping[str, Any]) -> dict[str, Any]:
    began = one["started_at"]
    time = clock.time_words(dt.time.fromisoformat(began)) if began else ""
    return _days(one) | {"started_at": time, "notes": [_days(note) for note in one["notes"]]}
