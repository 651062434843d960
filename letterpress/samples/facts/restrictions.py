"""Samples of the letters that begin and end an arrangement, with or without a warning."""

from datetime import date, time
from typing import Any

from letterpress.samples.facts.common import CALL, TERMS

RESTRICTION: dict[str, Any] = {
    "reference": "KH-2041-R1",
    "date": date(2026, 12, 7),
    "kept_words": "for 3 years after the arrangement ends",
    "icon_words": "Contact arrangement until 14 June 2027. Read it before contact",
    "told": ["our contact centre", "our repairs team", "the contractor who mends your ceiling"],
    "incidents": [
        {**CALL, "reference": "INC-340", "date": date(2026, 12, 1), "start_time": time(12), "end_time": None}
    ],
    "warning_date": date(2026, 11, 9),
    "decided_on": date(2026, 12, 4),
    "decided_by_role": "Neighbourhood Manager",
    "scope": "your contact with all of Karbon Homes",
    "terms": TERMS[:2],
    "reply_days": 5,
    "starts_on": date(2026, 12, 14),
    "ends_on": date(2027, 6, 14),
    "review_on": date(2027, 3, 15),
    "reviewer_role": "Head of Neighbourhoods",
    "appeal_by": date(2027, 1, 11),
    "appeal_days": 20,
    "appeal_answer_days": 10,
}
RESTRICTION_PASSAGES = {
    "reasons": "You have again told a colleague that you would wait for her outside. We thought about asking you once "
    "more to stop, but that is what our warning did. One officer who knows your case, at times when he is free to "
    "listen, lets us go on helping you and keeps our colleagues safe.",
    "underlying": "The ceiling was plastered on 30 November. It will be painted by 18 December. We owe you £50 for the "
    "visit we missed, and it will be in your rent account by then.",
    "commitments": "Mr Okafor will telephone you every Tuesday at 10 am until the painting is done.",
    "adjustments": "You told us that you find long letters hard to read. Mr Okafor will go through this letter with "
    "you on the telephone, and you may bring your sister into any call.",
    "improvement": "Three months in which calls stay calm, even when we disagree.",
}
NOTICE: dict[str, Any] = {
    **{key: value for key, value in RESTRICTION.items() if key != "warning_date"},
    "threatened": "our colleagues",
    "police_told": True,
    "police_reference": "NP-20261201-0415",
    "legal": "asked for legal advice",
}
NOTICE_PASSAGES = {
    "danger": "You said that you would wait for a colleague, and were seen where you said you would be.",
    "no_warning": "A warning would have reached you after the day you named.",
    "safe_route": "Two colleagues will come together, at a time we agree with you by letter.",
    "underlying": "The ceiling was plastered on 30 November. It will be painted by 18 December.",
    "adjustments": "You told us that you find long letters hard to read. Mr Okafor will go through this letter with "
    "you on the telephone.",
    "improvement": "Three months in which calls stay calm, even when we disagree.",
}
ENDED: dict[str, Any] = {
    "reference": "KH-2041-R1",
    "date": date(2027, 6, 14),
    "kept_words": "until 14 June 2030, 3 years after the end",
    "icon_words": "A contact arrangement is in place. Read it before contact",
    "told": ["our contact centre", "our repairs team"],
    "limits_contact": True,
    "begun_on": date(2026, 12, 14),
    "ended_on": date(2027, 6, 14),
    "ended_at": None,
    "former": ["Dealing with one named officer, or the officer’s deputy", "Not using the desk at our Stanley office"],
    "officers": [TERMS[0]["officer"], TERMS[0]["deputy"]],
    "places": ["the desk at our Stanley office"],
    "review_missed": date(2027, 3, 15),
}
ENDED_PASSAGES = {
    "thanks": "Thank you. Your calls have been calm, and we have been able to get things done together.",
    "underlying": "The painting of your ceiling will be finished this month.",
}
LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "restrictions/imposed": (RESTRICTION, RESTRICTION_PASSAGES),
    "restrictions/ended": (ENDED, ENDED_PASSAGES),
    "declarations/notice": (NOTICE, NOTICE_PASSAGES),
}
