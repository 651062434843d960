"""Samples of the letters about a review."""

from datetime import date, time
from typing import Any

from letterpress.samples.facts.common import CALL, TERMS

REVIEW: dict[str, Any] = {
    "reference": "V-00007",
    "date": date(2027, 3, 12),
    "kept_words": "for 3 years after the arrangement ends",
    "icon_words": "Contact arrangement until 14 June 2027. Read it before contact",
    "told": ["our contact centre", "our repairs team"],
    "restriction": "KH-2041-R1",
    "began_on": date(2026, 12, 14),
}
INVITATION: dict[str, Any] = {
    **REVIEW,
    "date": date(2027, 2, 22),
    "ends_on": date(2027, 6, 14),
    "review_by": date(2027, 3, 15),
    "asked_on": date(2027, 2, 19),
    "reviewer_role": "Head of Neighbourhoods",
    "comments_by": date(2027, 3, 8),
    "comment_days": 10,
}
INVITATION_PASSAGES = {
    "help": "Mr Okafor will telephone you on Tuesday and ask what you think. He can write it down while you talk."
}
REVIEWED: dict[str, Any] = {
    **REVIEW,
    "looked_from": date(2026, 12, 15),
    "decided_on": date(2027, 3, 11),
    "decided_by_role": "Neighbourhood Manager",
    "contacts": 14,
    "outside": 2,
    "incidents_count": 3,
    "our_lapses": ["Our reply to your letter was due by 12 January 2027 and was given on 18 January 2027."],
    "invited_on": date(2027, 2, 22),
    "asked_on": date(2027, 2, 19),
    "said": [
        {"who": "you", "on": date(2027, 3, 1), "how": "by telephone"},
        {"who": "your support worker", "on": date(2027, 3, 2), "how": "by e-mail"},
    ],
    "appeal_by": date(2027, 4, 13),
    "appeal_days": 20,
    "appeal_answer_days": 10,
}
LIFTED: dict[str, Any] = {
    **REVIEWED,
    "ended_on": date(2027, 3, 10),
    "officer_name": "Martin Okafor",
    "another_stands": False,
}
CONTINUED: dict[str, Any] = {
    **REVIEWED,
    "since": [{**CALL, "reference": "INC-361", "date": date(2027, 2, 3), "start_time": time(9, 15), "end_time": None}],
    "no_new_because": None,
    "scope": "your contact with all of Karbon Homes",
    "terms": TERMS[:2],
    "reply_days": 5,
    "starts_on": date(2027, 3, 16),
    "ends_on": date(2027, 9, 13),
    "review_on": date(2027, 6, 11),
    "reviewer_role": "Head of Neighbourhoods",
    "former_ends_on": date(2027, 6, 14),
}
CHANGED: dict[str, Any] = {
    **CONTINUED,
    "changes": [
        {"before": "calls on Tuesdays only", "after": "calls on Tuesdays, Thursdays and Fridays"},
        {"before": "letters only", "after": "this part ends: write to us in any way you like"},
    ],
}
LIFTED_PASSAGES = {
    "reasons": "In three months you have written to us eight times, each time plainly. Thank you for that.",
    "answer": "You asked why it took until now. We could have looked earlier, and we are sorry that we did not.",
    "support": "She told us that the new way of dealing with you works well.",
}
GONE_ON_PASSAGES = {
    **LIFTED_PASSAGES,
    "reasons": "You again told a colleague that you would wait for her. Without the arrangement she would be at risk.",
    "adjustments": "You told us that you find long letters hard to read. Mr Okafor goes through them with you.",
    "improvement": "Three months in which calls stay calm, even when we disagree.",
}
LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "reviews/invitation": (INVITATION, INVITATION_PASSAGES),
    "reviews/lifted": (LIFTED, LIFTED_PASSAGES),
    "reviews/continued": (CONTINUED, GONE_ON_PASSAGES),
    "reviews/changed": (CHANGED, GONE_ON_PASSAGES),
}
