"""Complete facts and passages of the letters about a staff-safety marker, and what their checklists must notice."""

from datetime import date, time
from typing import Any

CALL: dict[str, Any] = {
    "reference": "INC-350",
    "date": date(2026, 11, 3),
    "date_is_about": False,
    "until": None,
    "start_time": time(10, 30),
    "end_time": None,
    "time_unknown_because": None,
    "channel": "in person during a visit to the home",
    "place": None,
    "subject": None,
    "contacts_counted": [],
    "what_happened": "You told the colleague who came about the leak that you would hit him with a spanner if he "
    "came in.",
    "exact_words": "Come in here and I’ll hit you with this",
    "behaviours": ["threats"],
    "headings": ["aggressive or abusive behaviour"],
}
NOTICE: dict[str, Any] = {
    "reference": "M-00041",
    "kept_words": "for 2 years after the precaution ends",
    "icon_words": "A staff-safety precaution is in place: a threat. Read it before contact",
    "told": ["the housing officers", "the repairs contractor"],
    "happened": [CALL],
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
NOTICE_LINES = [
    ("3.9", "Tuesday 3 November 2026", "what happened in the incident it rests on, and when (INC-350)"),
    ("3.9", "hit him with a spanner if he", "what happened in the incident it rests on, and when (INC-350)"),
    ("G57", "Ring the duty manager on arriving", "what is recorded, in the exact words"),
    ("G57", "Nobody was hurt", "what is recorded, in the exact words"),
    ("G58", "nobody else in your household is marked", "whom or what it is about"),
    ("G56", "its joiners work in this home", "who can see it, contractors included"),
    ("G56", "a firm or body that works for us", "who can see it, contractors included"),
    ("G54", "12 April 2027", "since when, how long and when it is reviewed"),
    ("G54", "9 May 2027", "since when, how long and when it is reviewed"),
    ("G57", "health and safety lead", "who decided, by role"),
    ("G53", "does not limit how you contact us", "that it does not limit"),
    ("G57", "you can appeal: by", "how to challenge it"),
    ("G57", "9 December 2026", "how to challenge it"),
    ("G57", "If anything in it is wrong", "how to challenge it"),
]
REMOVED_LINES = [
    ("3.10", "10 May 2027", "when it ended"),
    ("3.10", "A threat", "what was removed"),
    ("3.10", "9 November 2026", "what was removed"),
    ("G48", "Your account no longer shows it", "that the account no longer shows it"),
    ("3.10", "until 10 May 2029", "how long a record of it is kept"),
    ("3.11", "We are sorry.", "an apology for an entry that was wrong"),
    ("3.10", "make a complaint to us", "what the customer can do"),
]
LETTERS = {"markers/notice": (NOTICE, NOTICE_PASSAGES), "markers/removed": (REMOVED, REMOVED_PASSAGES)}
LINES = {"markers/notice": NOTICE_LINES, "markers/removed": REMOVED_LINES}
ALSO = {"markers/notice": ["the day of the incident or concern", "anybody who can see it"], "markers/removed": []}
