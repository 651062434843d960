"""Samples of the letters that put a letter right."""

from datetime import date
from typing import Any

from letterpress.samples.facts.common import CALL

PUT_RIGHT: dict[str, Any] = {
    "told": ["our contact centre"],
    "letter_title": "A warning about your contact with us",
    "letter_date": date(2026, 11, 9),
    "letter_reference": "KH-2041-W1",
    "decided_by_role": "housing manager",
}
CORRECTED: dict[str, Any] = {
    **PUT_RIGHT,
    "reference": "KH-2041-C1",
    "incidents": [CALL],
    "decided_on": date(2026, 11, 20),
    "appeal_by": date(2026, 12, 9),
}
CORRECTED_PASSAGES = {
    "right": (
        "The call was taken by another adviser, who did not hear the words that our letter gave. She heard shouting."
    ),
    "decision": "The warning stands, because of the other calls. We no longer rely on those words.",
}
MISTAKEN: dict[str, Any] = {
    **PUT_RIGHT,
    "reference": "KH-2041-C2",
    "happened_on": date(2026, 11, 3),
    "found_on": date(2026, 11, 18),
}
MISTAKEN_PASSAGES = {"put_right": "The warning was taken back. From now on we ask two security questions, not one."}
LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "incidents/corrected": (CORRECTED, CORRECTED_PASSAGES),
    "incidents/mistaken_identity": (MISTAKEN, MISTAKEN_PASSAGES),
}
