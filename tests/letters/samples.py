"""A complete set of facts and passages for each letter: the exact keys, with invented people and places."""

from copy import deepcopy
from datetime import date, time
from typing import Any

from tests.letters import appeal_samples, cover_samples, marker_samples

EVERY: dict[str, Any] = {
    "organisation": {
        "name": "Karbon Homes",
        "address_lines": ["Number Five, Example Park", "Gosforth", "Newcastle upon Tyne", "NE3 9ZZ"],
        "telephone": "0808 157 0000",
        "email": "info@karbon.example",
        "website": "www.karbon.example",
        "emergency_telephone": "0808 157 0001",
        "complaints_email": "complaints@karbon.example",
    },
    "letterhead": {"logo": None, "logo_words": None, "colour": None, "footer": [], "signature": None},
    "ombudsman": {
        "name": "Housing Ombudsman Service",
        "telephone": "0300 111 3000",
        "email": "info@housing-ombudsman.org.uk",
        "website": "www.housing-ombudsman.org.uk",
        "address": "PO Box 1484, Unit D, Preston PR2 0ET",
    },
    "information_regulator": {
        "name": "Information Commissioner",
        "telephone": "0303 123 1113",
        "website": "www.ico.org.uk",
    },
    "policy": {"title": "Unacceptable Customer Behaviour Policy", "where": "is enclosed with this letter"},
    "recipient": {
        "name": "Ms Rukhsana Ahmed-Dale",
        "salutation": "Ms Ahmed-Dale",
        "address_lines": ["14 Lark Rise", "Stanley", "County Durham", "DH9 9ZZ"],
    },
    "sender": {
        "name": "Helen Oduya",
        "job_title": "Neighbourhood Manager",
        "telephone": "0191 496 0110",
        "email": "helen.oduya@karbon.example",
    },
    "reference": "KH-2041-W1",
    "date": date(2026, 11, 9),
    "format_offers": ["large print", "an audio recording", "easy read", "another language"],
    "always_open": [
        {"what": "Emergencies", "how": "telephone 0808 157 0001, day or night; if life is in danger, 999"},
        {"what": "Repairs and hazards", "how": "telephone 0808 157 0000 or www.karbon.example/repairs"},
        {"what": "Gas and electrical safety", "how": "telephone 0808 157 0001; gas leaks, 0800 111 999"},
        {"what": "Safeguarding and domestic abuse", "how": "telephone 0808 157 0000, or anyone you trust here"},
        {"what": "Complaints and appeals", "how": "complaints@karbon.example, telephone, letter or in person"},
        {"what": "The Housing Ombudsman", "how": "telephone 0300 111 3000"},
        {
            "what": "Your MP and your councillors",
            "how": "you may ask them for help at any time, and we will answer them",
        },
        {"what": "Advisers and solicitors", "how": "they may contact us for you in any way"},
        {"what": "Your rent and payments", "how": "telephone 0808 157 0000 or www.karbon.example/pay"},
        {"what": "Your information", "how": "ask for a copy at data@karbon.example or by letter"},
    ],
    "kept_words": "for 2 years after the warning ends",
    "icon_words": "Written warning in force. Read the file before contact",
    "told": [],
    "enclosures": ["Unacceptable Customer Behaviour Policy"],
}

CALL: dict[str, Any] = {
    "reference": "INC-311",
    "date": date(2026, 11, 3),
    "date_is_about": False,
    "until": None,
    "start_time": time(10, 30),
    "end_time": time(10, 42),
    "time_unknown_because": None,
    "channel": "by telephone",
    "place": None,
    "subject": None,
    "contacts_counted": [],
    "what_happened": "You telephoned our contact centre about the leak in your bathroom ceiling. When our adviser "
    "said "
    "that the plumber’s visit had moved to the next day, you shouted and said that you would come to the office and "
    "find "
    "her. She asked you twice to stop, and then ended the call.",
    "exact_words": "I know where you lot park. I’ll be waiting for you.",
    "behaviours": ["threats", "shouting at a colleague"],
    "headings": ["aggressive or abusive behaviour"],
}

PATTERN: dict[str, Any] = {
    "reference": "INC-315",
    "date": date(2026, 10, 1),
    "date_is_about": False,
    "until": date(2026, 10, 28),
    "start_time": None,
    "end_time": None,
    "time_unknown_because": None,
    "channel": "by e-mail and telephone",
    "place": None,
    "subject": None,
    "contacts_counted": [{"channel": "e-mails", "count": 58}, {"channel": "telephone calls", "count": 31}],
    "what_happened": "You contacted several of our teams about the same repair, most days more than once. We had "
    "answered on 2 October with the date of the visit.",
    "exact_words": None,
    "behaviours": ["a very large number of contacts about one matter"],
    "headings": ["unacceptable persistence"],
}

MESSAGE: dict[str, Any] = {
    **CALL,
    "reference": "INC-320",
    "date": date(2026, 11, 5),
    "start_time": time(21, 5),
    "end_time": None,
    "channel": "by e-mail to our repairs team",
    "subject": "Ceiling STILL leaking",
    "what_happened": "You asked when the plasterer would come, and used these words about the colleague who answered "
    "you.",
    "exact_words": "You are a useless, stupid cow and somebody should slap you.\n\nAnswer me.",
    "behaviours": ["abusive language in writing"],
}

WARNING: dict[str, Any] = {
    **EVERY,
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
        },
    ],
}

WARNING_PASSAGES = {
    "effect": "The colleague who took your call was frightened to walk to her car that evening. In October three "
    "people "
    "spent most of their time on your messages, and other customers waited longer for an answer.",
    "our_part": "The plumber’s visit was moved without a call to you first. That was our mistake, and I am sorry. We "
    "also "
    "gave you two different dates on 2 October.",
    "underlying": "The plumber will come on Thursday 12 November between 8 am and midday.\n\nOur Repairs Team Leader "
    "will "
    "telephone you the day before to confirm it.",
    "expectation": "Please speak to us as you would wish to be spoken to, and let us finish explaining. If you are "
    "too "
    "angry to talk, put the telephone down and call again later: we will pick up where we left off.\n\nFor the leak, "
    "one message is enough. We will answer it within two working days.",
}

ABUSIVE: dict[str, Any] = {
    **WARNING,
    "incidents": [MESSAGE],
    "reference": "KH-2041-W2",
    "requests": [
        {"words": "When will the plasterer come?", "answered_on": date(2026, 3, 4), "due_on": None, "owner_role": None},
    ],
    "enclosures": ["Our answer about the plasterer’s visit", "Unacceptable Customer Behaviour Policy"],
}

ABUSIVE_PASSAGES = {
    "effect": "The words insult a colleague and speak of hurting her. She found them upsetting and does not deserve "
    "them.",
    "answer": "The plasterer will come on Wednesday 18 November between 1 pm and 5 pm.",
    "our_part": "You had written twice before without an answer. That should not have happened, and I am sorry.",
    "expectation": "Please tell us what is wrong, what it is like to live with, and what you want us to do. We will "
    "act on "
    "it, and we will tell you by when.",
}

TERMS: list[dict[str, Any]] = [
    {
        "kind": "named_officer",
        "officer": {
            "name": "Martin Okafor",
            "job_title": "Senior Housing Officer",
            "telephone": "0191 496 0123",
            "email": "martin.okafor@karbon.example",
        },
        "deputy": {
            "name": "Jean Whitfield",
            "job_title": "Housing Officer",
            "telephone": "0191 496 0124",
            "email": "jean.whitfield@karbon.example",
        },
        "reply_days": 5,
    },
    {
        "kind": "telephone_times",
        "telephone": "0191 496 0123",
        "slots": [
            {"days": ["Tuesday"], "start_time": time(10), "end_time": time(12)},
            {"days": ["Thursday", "Friday"], "start_time": time(14, 30), "end_time": time(16)},
        ],
        "minutes": 20,
    },
    {
        "kind": "channels",
        "channels": [
            {"words": "by letter", "to": "Martin Okafor, at our address at the top of this letter"},
            {"words": "by e-mail", "to": "martin.okafor@karbon.example"},
        ],
    },
    {
        "kind": "significant_only",
        "definition": "anything that affects your safety, your health, your home or your rights as a tenant",
        "examples": [
            "water coming in, or no heating",
            "a letter about your tenancy",
            "a repair that has not been done",
        ],
    },
    {
        "kind": "access",
        "what": "the reception desk at our Stanley office",
        "instead": "telephone or write, or ask us to come to you; two colleagues will come",
    },
]

RESTRICTION: dict[str, Any] = {
    **EVERY,
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
    "reasons": "You have again told a colleague that you would wait for her outside. We thought about asking you "
    "once more "
    "to stop, but that is what our warning did. One officer who knows your case, at times when he is free to listen, "
    "lets "
    "us go on helping you and keeps our colleagues safe.",
    "underlying": "The ceiling was plastered on 30 November. It will be painted by 18 December. We owe you £50 for "
    "the "
    "visit we missed, and it will be in your rent account by then.",
    "commitments": "Mr Okafor will telephone you every Tuesday at 10 am until the painting is done.",
    "adjustments": "You told us that you find long letters hard to read. Mr Okafor will go through this letter with "
    "you on "
    "the telephone, and you may bring your sister into any call.",
    "improvement": "Three months in which calls stay calm, even when we disagree.",
}

REVIEW: dict[str, Any] = {
    **EVERY,
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
    "help": "Mr Okafor will telephone you on Tuesday and ask what you think. He can write it down while you talk.",
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
    **EVERY,
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

CORRECTED: dict[str, Any] = {
    **EVERY,
    "reference": "KH-2041-C1",
    "told": ["our contact centre"],
    "letter_title": "A warning about your contact with us",
    "letter_date": date(2026, 11, 9),
    "letter_reference": "KH-2041-W1",
    "incidents": WARNING["incidents"][:1],
    "decided_on": date(2026, 11, 20),
    "decided_by_role": "housing manager",
    "appeal_by": date(2026, 12, 9),
}
CORRECTED_PASSAGES = {
    "right": (
        "The call was taken by another adviser, who did not hear the words that our letter gave. She heard shouting."
    ),
    "decision": "The warning stands, because of the other calls. We no longer rely on those words.",
}
MISTAKEN: dict[str, Any] = {
    **EVERY,
    "reference": "KH-2041-C2",
    "told": ["our contact centre"],
    "letter_title": "A warning about your contact with us",
    "letter_date": date(2026, 11, 9),
    "letter_reference": "KH-2041-W1",
    "happened_on": date(2026, 11, 3),
    "found_on": date(2026, 11, 18),
    "decided_by_role": "housing manager",
}
MISTAKEN_PASSAGES = {"put_right": "The warning was taken back. From now on we ask two security questions, not one."}

LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "warnings/issued": (WARNING, WARNING_PASSAGES),
    "warnings/abusive_correspondence": (ABUSIVE, ABUSIVE_PASSAGES),
    "restrictions/imposed": (RESTRICTION, RESTRICTION_PASSAGES),
    "restrictions/ended": (ENDED, ENDED_PASSAGES),
    "declarations/notice": (NOTICE, NOTICE_PASSAGES),
    "incidents/corrected": (CORRECTED, CORRECTED_PASSAGES),
    "incidents/mistaken_identity": (MISTAKEN, MISTAKEN_PASSAGES),
    "reviews/invitation": (INVITATION, INVITATION_PASSAGES),
    "reviews/lifted": (LIFTED, LIFTED_PASSAGES),
    "reviews/continued": (CONTINUED, GONE_ON_PASSAGES),
    "reviews/changed": (CHANGED, GONE_ON_PASSAGES),
}
LETTERS |= {name: ({**EVERY, **facts}, passages) for name, (facts, passages) in marker_samples.LETTERS.items()}
LETTERS |= {name: ({**EVERY, **facts}, passages) for name, (facts, passages) in appeal_samples.LETTERS.items()}
LETTERS |= {name: ({**EVERY, **facts}, passages) for name, (facts, passages) in cover_samples.LETTERS.items()}
LETTERS["appeals/outcome"][0]["terms"] = TERMS[:1]


def sample(name: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Facts and passages of a letter, to change at will."""
    return deepcopy(LETTERS[name])
