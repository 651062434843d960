"""What samples of several letters share: the facts of every letter, incidents, and each kind of measure."""

from datetime import date, time
from typing import Any

from letterpress.make import kinds

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
    "letterhead": {
        "logo": None,
        "logo_words": None,
        "logo_place": None,
        "colour": None,
        "footer": [],
        "signature": None,
    },
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
    "what_happened": "You telephoned our contact centre about the leak in your bathroom ceiling. When our adviser said "
    "that the plumber’s visit had moved to the next day, you shouted and said that you would come to the office and "
    "find her. She asked you twice to stop, and then ended the call.",
    "exact_words": "I know where you lot park. I’ll be waiting for you.",
    "behaviours": ["threats", "shouting at a colleague"],
    "headings": ["aggressive or abusive behaviour"],
    "paragraphs": ["3.2.3"],
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
    "paragraphs": ["3.4.1"],
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
FIRST = ("named_officer", "telephone_times")
TERMS: list[dict[str, Any]] = [kinds.sample(kind) for kind in dict.fromkeys((*FIRST, *kinds.names()))]
