"""Samples of the letters about a staff-safety marker."""

from datetime import date
from typing import Any

from letterpress.samples.facts.common import CALL

VISIT: dict[str, Any] = {
    **CALL,
    "reference": "INC-350",
    "end_time": None,
    "channel": "in person during a visit to the home",
    "what_happened": "You told the colleague who came about the leak that you would hit him with a spanner if he "
    "came in.",
    "exact_words": "Come in here and I’ll hit you with this",
    "behaviours": ["threats"],
}
NOTICE: dict[str, Any] = {
    "reference": "M-00041",
    "kept_words": "for 2 years after the precaution ends",
    "icon_words": "A staff-safety precaution is in place: a threat. Read it before contact",
    "told": ["the housing officers", "the repairs contractor"],
    "happened": [VISIT],
    "concern_on": None,
    "concern": None,
    "about": "you, and nobody else who lives with you",
    "person": True,
    "category": "A threat",
    "fact": "On 3 November 2026 he told a colleague at the door that he would hit him with a spanner. Nobody was hurt.",
    "action": "Go in twos. Ring the duty manager on arriving and on leaving.",
    "seen_by": [
        {"who": "The housing officers", "why": "they visit this home", "outside": False},
        {"who": "The repairs contractor", "why": "its joiners work in this home", "outside": True},
    ],
    "goes_on": False,
    "starts_on": date(2026, 11, 9),
    "ends_on": date(2027, 5, 9),
    "review_on": date(2027, 4, 12),
    "decided_by_role": "health and safety lead",
    "appeal_by": date(2026, 12, 9),
    "appeal_days": 20,
    "appeal_answer_days": 10,
}
NOTICE_PASSAGES = {
    "reasons": "Our colleague believed that you meant it and left without mending the leak. We would like to finish "
    "the work, and two colleagues can do that safely.",
    "also": "The leak will be mended next week by two joiners. If another time of day suits you better, tell me.",
}
REMOVED: dict[str, Any] = {
    "reference": "M-00041",
    "kept_words": "for 2 years after the precaution ended, until 10 May 2029",
    "icon_words": "No staff-safety precaution is in place. Read the file before contact",
    "told": ["the housing officers", "the repairs contractor"],
    "category": "A threat",
    "fact": NOTICE["fact"],
    "begun_on": date(2026, 11, 9),
    "over_on": date(2027, 5, 10),
    "ran_out": False,
    "was_wrong": True,
    "told_before": True,
    "person": True,
}
REMOVED_PASSAGES = {
    "mistake": "The colleague had gone to another door. It was not you, and we should have asked before we wrote it "
    "down. Everybody who could see it has been told that it was wrong.",
    "words": "Thank you for telling us. The two visits since then went well.",
}
LETTERS = {"markers/notice": (NOTICE, NOTICE_PASSAGES), "markers/removed": (REMOVED, REMOVED_PASSAGES)}
