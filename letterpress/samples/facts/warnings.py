"""Samples of the written warnings."""

from datetime import date
from typing import Any

from letterpress.samples.facts.common import CALL, MESSAGE, PATTERN

WARNING: dict[str, Any] = {
    "incidents": [CALL, PATTERN],
    "sanctions": [
        {"kind": "channels", "words": "accept contact from you only by letter and by e-mail"},
        {"kind": "named_officer", "words": "ask you to deal with one named officer, or the officer’s deputy"},
    ],
    "sanction_months": 6,
    "valid_months": 6,
    "dispute_by": date(2026, 11, 25),
    "dispute_days": 10,
    "requests": [
        {
            "words": "When will the ceiling be plastered?",
            "answered_on": None,
            "due_on": date(2026, 11, 16),
            "owner_role": "Repairs Team Leader",
        }
    ],
}
WARNING_PASSAGES = {
    "effect": "The colleague who took your call was frightened to walk to her car that evening. In October three "
    "people spent most of their time on your messages, and other customers waited longer for an answer.",
    "our_part": "The plumber’s visit was moved without a call to you first. That was our mistake, and I am sorry. We "
    "also gave you two different dates on 2 October.",
    "underlying": "The plumber will come on Thursday 12 November between 8 am and midday.\n\nOur Repairs Team Leader "
    "will telephone you the day before to confirm it.",
    "expectation": "Please speak to us as you would wish to be spoken to, and let us finish explaining. If you are too "
    "angry to talk, put the telephone down and call again later: we will pick up where we left off.\n\nFor the leak, "
    "one message is enough. We will answer it within two working days.",
}
ABUSIVE: dict[str, Any] = {
    **WARNING,
    "incidents": [MESSAGE],
    "reference": "KH-2041-W2",
    "requests": [
        {"words": "When will the plasterer come?", "answered_on": date(2026, 3, 4), "due_on": None, "owner_role": None}
    ],
    "enclosures": ["Our answer about the plasterer’s visit", "Unacceptable Customer Behaviour Policy"],
}
ABUSIVE_PASSAGES = {
    "effect": "The words insult a colleague and speak of hurting her. She found them upsetting and does not deserve "
    "them.",
    "answer": "The plasterer will come on Wednesday 18 November between 1 pm and 5 pm.",
    "our_part": "You had written twice before without an answer. That should not have happened, and I am sorry.",
    "expectation": "Please tell us what is wrong, what it is like to live with, and what you want us to do. We will "
    "act on it, and we will tell you by when.",
}
LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "warnings/issued": (WARNING, WARNING_PASSAGES),
    "warnings/abusive_correspondence": (ABUSIVE, ABUSIVE_PASSAGES),
}
