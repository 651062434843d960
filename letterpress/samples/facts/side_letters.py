"""Samples of the letters beside the decisions: a reminder, a warning that ended, and what others are sent."""

from datetime import date, time
from typing import Any

from letterpress.samples.facts.absences import DEPUTY, OFFICER
from letterpress.samples.facts.common import EVERY, TERMS

REMINDER: dict[str, Any] = {
    "reference": "KH-2041-R1",
    "kept_words": "for 3 years after the arrangement ends",
    "told": ["colleagues who deal with you"],
    "restriction": "KH-2041-R1",
    "letter_date": date(2026, 12, 7),
    "contacts": [
        {"on": date(2027, 1, 12), "at": time(9, 5), "how": "by telephone", "about": "a repair"},
        {"on": date(2027, 1, 14), "at": time(16, 40), "how": "in person at an office", "about": None},
    ],
    "scope": "your contact with all of Karbon Homes",
    "terms": TERMS[:2],
    "reply_days": 5,
    "review_on": date(2027, 3, 15),
    "ends_on": date(2027, 6, 14),
}
WARNING_ENDED: dict[str, Any] = {
    "kept_words": "for 2 years after the warning ends",
    "warning_date": date(2026, 11, 9),
    "ended_on": date(2027, 5, 10),
}
PAPER = {name: EVERY[name] for name in ("organisation", "letterhead", "sender", "reference", "date")}
ALWAYS = [one["what"].lower().replace("your ", "their ") for one in EVERY["always_open"]]
SUPPORTER: dict[str, Any] = {
    **PAPER,
    "recipient": {"name": "Jo Field", "salutation": "Jo Field", "address_lines": ["Harbour Advice", "2 Quay Street"]},
    "enclosures": [],
    "customer": "Ms Rukhsana Ahmed-Dale",
    "agreed": True,
    "about": "restriction",
    "given_on": date(2026, 12, 7),
    "ends_on": date(2027, 6, 14),
    "review_on": date(2027, 3, 15),
    "measures": ["Deals with Priya Nair, or Tom Sadler while away.", "Contact is by letter or e-mail."],
    "officer": OFFICER,
    "always": ALWAYS,
}
STAFF_NOTICE: dict[str, Any] = {
    **PAPER,
    "recipient": {"name": "The repairs team", "salutation": "colleagues", "address_lines": ["By hand"]},
    "enclosures": [],
    "customer": "Ms Rukhsana Ahmed-Dale",
    "account": "T-20410",
    "about": "restriction",
    "measures": SUPPORTER["measures"],
    "officer": OFFICER,
    "deputy": DEPUTY,
    "applies_to": None,
    "category": None,
    "fact": None,
    "action": None,
    "always": ALWAYS,
    "emergency_telephone": EVERY["organisation"]["emergency_telephone"],
    "ends_on": date(2027, 6, 14),
}
LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "side_letters/reminder": (
        {**EVERY, **REMINDER},
        {"answer": "Mr Okafor has passed your question about the leak to our repairs team."},
    ),
    "side_letters/warning_ended": ({**EVERY, **WARNING_ENDED}, {"thanks": "Your calls have been calm and clear."}),
    "side_letters/support_worker": (SUPPORTER, {}),
    "side_letters/staff_notice": (STAFF_NOTICE, {}),
}
