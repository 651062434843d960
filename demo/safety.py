"""Staff-safety markers of the demonstration: one in place and told, a contractor's request, one not told for now."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, cast

from demo import diary
from demo.diary import Story
from models import Customer, Incident, Marker, User
from policy.considerations import considerations
from policy.core import clock
from policy.correspondence import delivery as letter_delivery
from policy.incidents import entries as incident_entries
from policy.markers import decision as marker_decision
from policy.restrictions import notifications

Staff = dict[str, User]
SPANNER: incident_entries.Entry = {
    "channel": "visit",
    "what_happened": "The plumber came about a leaking boiler. The customer raised a spanner at the door and "
    "threatened to use it if the plumber came in. The plumber left at once. Nobody was hurt.",
    "exact_words": "Set foot in here and you get this",
    "behaviours": ["threat"],
    "severity": 3,
    "police": "not_needed",
    "police_words": "The plumber did not want the police told.",
}
KNIFE: incident_entries.Entry = {
    "channel": "visit",
    "what_happened": "A housing officer visited about rent. The customer held a kitchen knife and told her to get out. "
    "She left at once and rang the police. Nobody was hurt.",
    "exact_words": "Get out or you will be sorry",
    "behaviours": ["threat", "violence"],
    "severity": 4,
    "police": "reported",
    "police_words": "Reported the same hour.",
}
WEIGHED = {
    "needs": "The file was read for this decision: nothing there says that visits are hard for the customer. ({})",
    "equality": "Each characteristic was looked at; a visit by two colleagues puts nobody at a disadvantage. ({})",
    "adjustments": "Visits are arranged by telephone first, and may be at another time or place. ({})",
    "complaint_dealt_with": "The repair behind it goes on and is not held up by this. ({})",
    "communication_adequate": "The letter says in plain words what is recorded and why. ({})",
    "unanswered": "Nothing else of theirs is open. ({})",
    "new_information": "Nothing new came in since the visit. ({})",
    "customers_account": "Asked on the telephone where that was safe; what was said is on the incident. ({})",
    "proportionate": "A visit by two is the least that keeps everybody safe; it limits no contact. ({})",
}
REASONS = (
    "Our colleague believed that it was meant and could not finish the work. Two colleagues together can do it safely."
)


def begin(staff: Staff, customers: Sequence[Customer], now: Any) -> Iterator[Story]:
    """The three stories, as they will have happened by `now`."""
    yield _told(staff, customers[35], now)
    yield _asked(staff, customers[38], now)
    yield _not_told(staff, customers[37], now)


def _told(staff: Staff, customer: Customer, now: Any) -> Story:
    at = yield diary.days_before(now, 33, 8)
    incident = _logged(staff["trades"], customer, SPANNER, at)
    at = yield diary.days_before(now, 33, 9)
    row = marker_decision.ask(
        staff["trades"],
        customer,
        {"asked_words": "They raised a spanner at me. Nobody should go there alone.", "incident": incident},
        at,
        f"demonstration-marker-{customer.id}",
    )
    at = yield diary.days_before(now, 33, 10)
    row = marker_decision.propose(staff["manager_south"], row, _page(incident, at), at, row.version)
    at = yield diary.days_before(now, 33, 14)
    letter = _approved(staff["safety"], row, at)
    at = yield diary.days_before(now, 33, 15)
    assert letter is not None
    letter_delivery.record_delivery(
        staff["officer_south"],
        letter,
        {"outcome": "posted", "on": clock.today(at), "address": ", ".join(customer.address_lines)},
        at,
    )
    notifications.tell(
        staff["officer_south"], row.fresh(), "begins", notifications.everybody(row)[:3], "In the morning meeting", at
    )
    at = yield diary.days_before(now, 3, 9)
    marker_decision.look(staff["colleague"], row.fresh(), {"reason": "telephone"}, at)


def _asked(staff: Staff, customer: Customer, now: Any) -> Story:
    at = yield diary.days_before(now, 2, 16)
    marker_decision.ask(
        staff["officer"],
        customer,
        {
            "asked_words": "Our fitter says that a large dog ran at him in the yard. He will not go back alone.",
            "asked_for": "Tyne Heating Services",
            "about": "animal",
            "place": "A large dog in the back yard",
            "category": "animal",
            "action": "Ring before you go, and ask for the dog to be shut away.",
        },
        at,
        f"demonstration-marker-{customer.id}",
    )


def _not_told(staff: Staff, customer: Customer, now: Any) -> Story:
    at = yield diary.days_before(now, 12, 10)
    incident = _logged(staff["officer_two"], customer, KNIFE, at)
    at = yield diary.days_before(now, 12, 12)
    key = f"demonstration-marker-{customer.id}"
    row = marker_decision.ask(staff["manager"], customer, {"asked_words": "A knife at a visit about rent."}, at, key)
    silent: marker_decision.Proposal = {
        "category": "weapon",
        "fact": "Held a kitchen knife and told a housing officer to get out. Nobody was hurt.",
        "action": "No visits to the home. Meet at the office, two colleagues together.",
        "telling": "withhold",
        "not_telling_because": "The police ask us to wait until they have spoken to the customer. Knowing who rang "
        "them could put the housing officer in danger.",
        "think_again_on": clock.working_days_after(clock.today(at), 15),
    }
    row = marker_decision.propose(staff["manager"], row, _page(incident, at) | silent, at, row.version)
    _approved(staff["safety"], row, (yield diary.days_before(now, 12, 15)))


def _logged(who: User, customer: Customer, said: incident_entries.Entry, at: dt.datetime) -> Incident:
    entry: incident_entries.Entry = {
        "happened_on": clock.today(at),
        "started_at": clock.london(at).time().replace(minute=0, second=0, microsecond=0),
        "identity": "certain",
        "identified_by": "Known to them",
        **said,
    }
    return incident_entries.log(who, customer, entry, at, f"demonstration-safety-{customer.id}")


def _page(incident: Incident, at: Any) -> marker_decision.Proposal:
    today = clock.today(at)
    return {
        "about": "person",
        "category": "threat",
        "incident": incident,
        "fact": "Raised a spanner at the door and threatened to use it on the plumber. Nobody was hurt.",
        "action": "Go in twos. Ring the duty manager on arriving and on leaving. Say nothing about rent at the door.",
        "recipients": {
            "housing": "they visit this home",
            "contact_centre": "they arrange visits and repairs",
            "repairs": "they mend the boiler and the heating",
        },
        "ends_on": clock.months_after(today, 6),
        "review_on": clock.months_after(today, 3),
        "telling": "tell",
        "reasons": REASONS,
        "also": "The boiler will be mended by two plumbers. If another time of day suits you better, tell us.",
    }


def _approved(safety: User, row: Marker, at: Any) -> Any:
    said = {name: words.format(row.customer.reference) for name, words in WEIGHED.items()}
    weighed = cast(considerations.Weighing, said | {"purpose": "marker", "linked_to_disability": "no"})
    considerations.consider(safety, row.customer, weighed, at, f"demonstration-weighing-marker-{row.id}")
    return marker_decision.approve(safety, row, at, row.version)
