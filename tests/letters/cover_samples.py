"""Facts of the letters about who deals with a customer: cover for some days, and a change for good."""

from datetime import date
from typing import Any

OFFICER = {
    "name": "Priya Nair",
    "job_title": "Housing Officer",
    "telephone": "0191 496 0120",
    "email": "priya.nair@karbon.example",
}
DEPUTY = {
    "name": "Tom Sadler",
    "job_title": "Neighbourhood Manager",
    "telephone": "0191 496 0121",
    "email": "tom.sadler@karbon.example",
}
COVER: dict[str, Any] = {
    "kept_words": "for 3 years after the arrangement ends",
    "told": ["colleagues who deal with you"],
    "before": "Anna Brandt",
    "officer": OFFICER,
    "deputy": DEPUTY,
    "from_on": date(2026, 12, 7),
    "until_on": date(2026, 12, 18),
    "ends_on": date(2027, 4, 30),
    "reply_days": 5,
}
LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "absences/cover": (COVER, {}),
    "absences/changed": ({**COVER, "until_on": None}, {}),
}
_BOTH = [
    ("G28", "0191 496 0120", "how to reach them"),
    ("G28", "Priya Nair", "how to reach them"),
    ("G28", "tom.sadler@karbon.example", "away"),
    ("G28", "Monday 7 December 2026", "from when"),
    ("4.4", "Nothing else changes", "nothing else changes"),
    ("4.4", "30 April 2027", "nothing else changes"),
    ("P 4.7", "senior officer who was not involved", "how to challenge it"),
]
LINES: dict[str, list[tuple[str, str, str]]] = {
    "absences/cover": [*_BOTH, ("G28", "Friday 18 December 2026", "from when until when")],
    "absences/changed": _BOTH,
}
ALSO = {
    "absences/cover": ["who covers, and", "who answers when the person covering is away too"],
    "absences/changed": ["who answers now", "who answers when they are away", "from when, and until when"],
}
