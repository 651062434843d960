"""The vocabulary: what the cases' own words are in ours. A new file needs no new code while it keeps to these words."""

import re
from collections.abc import Mapping
from typing import Any

CHANNELS = {
    "telephone": "telephone",
    "email": "email",
    "letter": "letter",
    "visit": "visit",
    "social media": "social_public",
    "text": "text",
    "office": "office",
}
UNSAID_CHANNEL = "telephone"
CUSTOMERS = ("customer", "unknown person")
# A restriction's form, in the words of a case: the measure of ours it is. None: not on the policy's list.
FORMS: tuple[tuple[str, str | None], ...] = (
    ("contact stopped", None),
    ("no communication", None),
    ("single point of contact", "named_officer"),
    ("named officer", "named_officer"),
    ("no visits", "access"),
    ("email", "channels"),
    ("a set way", "channels"),
)
COUNTED = "email a week"  # a number of contacts a week is not a measure of the policy's list (4.4)
NEEDS = (("domestic abuse", "domestic_abuse"), ("mental", "mental_health"), ("deaf", "deaf"))
MONTHS = {"six months": 6, "one year": 12, "a year": 12, "twelve months": 12}


def channel_of(told: Mapping[str, Any], ours: list[str]) -> str:
    """The channel of a step: its own, else the first of the case that we know, else the telephone."""
    for words in (told.get("channel"), *ours):
        if words in CHANNELS:
            return CHANNELS[words]
    return UNSAID_CHANNEL


def forms_of(restriction: Mapping[str, Any]) -> list[str]:
    """The forms of a restriction as the case lists them; empty where it does not say."""
    form = restriction.get("form", "not stated")
    return [one for one in ([form] if isinstance(form, str) else form) if "not stated" not in one]


def measures_of(restriction: Mapping[str, Any]) -> list[str]:
    """The measures of ours that its forms are, each once."""
    found = [next((kind for words, kind in FORMS if words in form), None) for form in forms_of(restriction)]
    return [kind for kind in dict.fromkeys(found) if kind]


def is_total(restriction: Mapping[str, Any]) -> bool:
    """True where a form of it is a stop to all contact."""
    return any(words in form for form in forms_of(restriction) for words, kind in FORMS if kind is None)


def months_of(restriction: Mapping[str, Any]) -> int | None:
    """How long it lasts, in months; None where the case does not say."""
    return next((months for words, months in MONTHS.items() if words in str(restriction.get("duration", ""))), None)


def counted_in(facts: str) -> int | None:
    """The number of contacts that the facts give: "over 400 emails"."""
    found = re.search(r"(\d[\d,]*) (?:e-?mails|calls|letters|contacts)", facts)
    return int(found[1].replace(",", "")) if found else None


def period_in(facts: str) -> int:
    """The months over which they were counted: "within three months"; one where it is not said."""
    found = re.search(r"within (\w+) months?", facts)
    return {"two": 2, "three": 3, "six": 6}.get(found[1], 1) if found else 1


def need_of(words: str) -> str:
    """The kind of need that the case's words are."""
    return next((kind for told, kind in NEEDS if told in words), "other")


# --- After the decision ---

# What the facts tell of danger: the behaviour of ours that it is.
DANGERS = (
    ("threaten", "threat"),
    ("intimidat", "intimidation"),
    ("frighten", "intimidation"),
    ("hostile", "intimidation"),
)
GROUNDS = (("not him", "not_me"), ("not her", "not_me"), ("not them", "not_me"))
OUTCOMES = {"kept": "stands", "upheld": "stands", "overturned": "overturned"}


def danger_in(facts: str) -> str:
    """The behaviour that frightens, where the facts tell of one; empty where they do not."""
    return next((behaviour for told, behaviour in DANGERS if told in facts.lower()), "")


def objects(facts: str) -> bool:
    """True where the facts tell that the customer objects to a decision, whatever they call it."""
    return "object" in facts.lower() and "objective" not in facts.lower()


def ground_of(facts: str) -> str:
    """The ground of an appeal that the facts tell of; "other" where they do not say."""
    return next((ground for told, ground in GROUNDS if told in facts.lower()), "other")


def category_of(marker: Mapping[str, Any]) -> str:
    """The kind of danger that a marker of the case is about."""
    return "violence" if "violen" in str(marker.get("type", "")) else "threat"


def marker_months(marker: Mapping[str, Any]) -> int:
    """How long a marker lasts where the case gives no end: a year where it is looked at every year, else six months."""
    return 12 if "year" in str(marker.get("review", "")) else 6


def is_a_courts(restriction: Mapping[str, Any]) -> bool:
    """True where a court made it."""
    return restriction.get("authorised_by") == "court"
