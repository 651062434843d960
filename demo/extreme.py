"""Action without a warning in the demonstration: declared, agreed, in force, and to be looked back on."""

import datetime as dt
from collections.abc import Iterator, Sequence

from demo import diary
from demo.diary import Story
from models import Customer, User
from policy.considerations import considerations
from policy.core import clock
from policy.correspondence import delivery as letter_delivery
from policy.extreme_route import declaration as declarations
from policy.incidents import entries as incident_entries
from policy.measures.kind import Measure
from policy.restrictions import decision as restriction_decision
from policy.restrictions import notifications
from policy.restrictions import proposal as restriction_proposal

Staff = dict[str, User]
THREAT: incident_entries.Entry = {
    "channel": "office",
    "what_happened": "The customer came to the front desk about a transfer that had been refused, struck the glass "
    "with a hammer until it broke, and said that she would come back for the adviser. She was led out by a passer-by. "
    "Nobody was hurt.",
    "exact_words": "I will be back for you, and glass will not help you then",
    "behaviours": ["threat", "violence"],
    "severity": 4,
    "police": "reported",
    "police_words": "Two officers came within the hour.",
    "identity": "certain",
    "identified_by": "Known to the colleague",
}
DECLARED: declarations.Entry = {
    "threatened": "both",
    "reason": "She broke the glass, named the adviser she would come back for, and left with the hammer. Other "
    "customers were in the room.",
    "why_no_warning": "A warning counts as received in two working days; the office opens tomorrow.",
    "needs_known": "Nothing on the file. She lives alone. The police know of nothing that bears on it.",
    "police": "reported",
    "police_reference": "NP-118-0427",
    "legal": "advice",
    "legal_words": "Our solicitors look at an injunction this week.",
}
PASSAGES = {
    "danger": "Glass was broken with a hammer in a room with other customers in it, and a colleague was told that you "
    "would come back for her.",
    "no_warning": "A warning would have reached you after the office had opened again.",
    "safe_route": "Repairs go on. Two colleagues will come together, at a time we agree with you on the telephone or "
    "by letter. For an emergency ring us at any hour.",
    "underlying": "Our allocations manager will write to you about the transfer, with the reasons and what else there "
    "is.",
    "adjustments": "We know of no needs. If coming to a library or a call suits you less than the office did, tell us.",
    "improvement": "If nothing of the kind happens before the review, we will look at opening the office to you again.",
}
WEIGHED: considerations.Weighing = {
    "needs": "Read the file and asked the repairs team: nothing is known, and nothing was told today.",
    "equality": "Went through each characteristic: the office is one way among several, and she uses the others.",
    "adjustments": "Offered a meeting at a library with two colleagues, and calls at any hour.",
    "complaint_dealt_with": "The transfer was refused in writing with reasons; it will be looked at again by another.",
    "communication_adequate": "The refusal was two weeks late. The letter about it says sorry.",
    "unanswered": "One call of last Friday was not returned; it was made today.",
    "new_information": "The police told us of nothing that changes what happened.",
    "customers_account": "Not asked yet: she is with the police today. She will be asked before more is decided.",
    "proportionate": "It closes one room to her and nothing else, and everything can be done another way.",
}


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """The one story, as it will have happened by `now`."""
    yield _office(staff, customers[39], now)


def _office(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    key = f"demonstration-extreme-{customer.id}"
    at = yield diary.days_before(now, 4, 9)
    happened: incident_entries.Entry = {**THREAT, "happened_on": clock.today(at), "started_at": dt.time(8, 50)}
    incident = incident_entries.log(staff["officer"], customer, happened, at, f"{key}-incident")
    row = declarations.declare(
        staff["contact_manager"], customer, incident, DECLARED, (yield diary.days_before(now, 4, 9, 40)), key
    )
    at = yield diary.days_before(now, 4, 10, 30)
    declarations.second(staff["manager"], row, "I saw the desk and spoke to the adviser. It cannot wait.", at)
    at = yield diary.days_before(now, 4, 11)
    made = restriction_proposal.propose(staff["officer"], customer, None, [], at, f"{key}-restriction", row.fresh())
    page: restriction_proposal.Proposal = {
        **restriction_proposal.as_saved(made),
        "scope": "our Blyth office",
        "told": "the front desk at Blyth\nthe customer contact team",
        "why_not_milder": {
            "telephone_times": "It happened in the room, not on the telephone.",
            "named_officer": "Whoever is at the desk is in danger.",
            "channels": "Every other way is safe and stays open.",
            "significant_only": "The matter was serious; the danger is the room.",
        },
        "passages": PASSAGES,
    }
    made = restriction_proposal.change(staff["officer"], made, page, at, made.version)
    place: Measure = {
        "place": "our Blyth office",
        "instead": "ring us, write to us, or meet us at a library by appointment",
    }
    restriction_proposal.set_term(staff["officer"], made, "access", place, at, made.version)
    at = yield diary.days_before(now, 4, 12)
    weighed: considerations.Weighing = {**WEIGHED, "purpose": "restriction", "linked_to_disability": "no"}
    considerations.consider(staff["manager"], customer, weighed, at, f"{key}-weighing")
    made = restriction_decision.authorise(staff["manager"], made.fresh(), at)
    letter = restriction_decision.issue(staff["manager"], made, (yield diary.days_before(now, 4, 12, 30)))
    at = yield diary.days_before(now, 4, 14)
    how = "Given to her by a housing officer, with the police there"
    handed: letter_delivery.Entry = {"outcome": "handed", "on": clock.today(at), "words": how}
    letter_delivery.record_delivery(staff["officer"], letter, handed, at)
    owed = notifications.owed(made.fresh(), "begins", at)
    notifications.tell(staff["officer"], made.fresh(), "begins", owed, "Told in person", at)
