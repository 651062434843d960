"""Samples of the letters about an appeal."""

from datetime import date
from typing import Any

APPEAL: dict[str, Any] = {
    "reference": "A-00012",
    "date": date(2026, 12, 22),
    "kept_words": "for 3 years after the arrangement ends",
    "icon_words": "A contact arrangement is in place. Read the file before contact",
    "told": ["our contact centre", "our repairs team"],
    "against": "restriction",
    "against_words": "our decision to limit how you contact us",
    "against_reference": "R-00041",
    "against_date": date(2026, 12, 7),
    "received_on": date(2026, 12, 18),
    "received_how": "by telephone",
    "by_representative": "Yusuf Ahmed-Dale",
    "decider_role": "Director of Customer Services",
    "still_stands": True,
    "suspended_from": None,
}
GROUNDS: list[dict[str, Any]] = [
    {"what": "what we recorded is not right", "words": "I never said I would wait for her. I said I would wait in."},
    {"what": "it goes too far, or lasts too long", "words": "Six months because of two calls."},
    {"what": "how we decided was not right", "words": None},
]
ACKNOWLEDGED: dict[str, Any] = {
    **APPEAL,
    "grounds": GROUNDS,
    "decider_name": "Priya Raman",
    "answer_by": date(2027, 1, 6),
    "answer_days": 10,
    "late": True,
    "data_complaint": True,
    "discrimination": True,
}
EXTENDED: dict[str, Any] = {
    **APPEAL,
    "date": date(2027, 1, 5),
    "suspended_from": date(2027, 1, 5),
    "answer_by": date(2027, 1, 6),
    "extended_to": date(2027, 1, 20),
    "extension_days": 10,
}
OUTCOME: dict[str, Any] = {
    **APPEAL,
    "date": date(2027, 1, 6),
    "outcome": "varied",
    "read": [
        "what you told us, in your own words",
        "our letters to you about this, and how they reached you",
        "our record of what happened (3 entries), with what was added to it since",
    ],
    "grounds": [
        GROUNDS[0] | {"found": "You are right about this", "answer": "I listened to the call. You said you would wait "
                      "in for the plasterer. Our note was wrong, and I have had it corrected."},
        GROUNDS[1] | {"found": "You are right about part of this", "answer": "There were two calls, and the second was "
                      "calmer. Four months are enough."},
        GROUNDS[2] | {"found": "We do not agree", "answer": "You were asked for your side on 1 December."},
    ],
    "former": ["One named officer", "Telephone calls only on set days and times"],
    "former_ends_on": date(2027, 6, 14),
    "terms": [],
    "scope": "your contact with all of Karbon Homes",
    "reply_days": 5,
    "starts_on": date(2027, 1, 6),
    "ends_on": date(2027, 4, 14),
    "review_on": date(2027, 2, 22),
    "ended_on": None,
    "marker_fact": None,
    "marker_action": None,
}  # fmt: skip
DISPUTE: dict[str, Any] = {
    **OUTCOME,
    "kept_words": "for 2 years after the warning ends",
    "icon_words": "No contact arrangement is in place. Read the file before contact",
    "told": [],
    "against": "warning",
    "against_words": "our written warning",
    "against_reference": "W-00038",
    "outcome": "overturned",
    "former": [],
    "former_ends_on": None,
    "scope": None,
    "starts_on": None,
    "ends_on": None,
    "review_on": None,
    "ended_on": date(2027, 1, 6),
}
PASSAGES = {
    "reasons": "One of the two calls that our decision rested on was written down wrongly. The other was not, and the "
    "colleague who took it was frightened. A milder arrangement for a shorter time is enough to keep calls calm.",
    "remedy": "I am sorry that our note said something you had not said. It is corrected, and the colleagues who read "
    "it have been told. We will pay £50 into your rent account by 20 January.",
    "lessons": "Before we rely on a call, somebody who was not on it will listen to the recording.",
    "equality": "You said that we treated you this way because English is not your first language. Nobody had asked "
    "whether you wanted an interpreter. We should have. From now on we will offer one at every visit.",
    "data": "The wrong note was yours to have corrected, and it has been.",
}
LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "appeals/acknowledged": (ACKNOWLEDGED, {"more": "Ms Raman will ring you on Wednesday at 10 am to hear your side."}),
    "appeals/extended": (
        EXTENDED,
        {"reason": "The company that keeps our recordings has not sent the second call yet. I am sorry for the wait."},
    ),
    "appeals/outcome": (OUTCOME, PASSAGES),
    "appeals/dispute_outcome": (DISPUTE, PASSAGES),
}
