"""Samples of the letters about who deals with a customer: cover for some days, and a change for good."""

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
