"""What the letters beside the decisions are made from: the facts of each, and what it may name. Shared; writes nothing.

What goes to somebody other than the customer is built up from nothing, never cut down from the customer's letter.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from letterpress.make.escape import Gap
from models import (
    BehaviourWarning,
    Contact,
    Customer,
    Incident,
    Letter,
    Marker,
    Restriction,
    SideLetter,
    SupportWorker,
    User,
    rows_of,
)
from policy import measures
from policy.appeals.subject import Thing, noun_of
from policy.core import clock, numbers
from policy.correspondence import deemed_receipt
from policy.correspondence import facts as letter_facts
from policy.markers import visibility as marker_visibility
from policy.restrictions import arrangement, lifecycle
from policy.rulebook import clauses
from policy.staff import cover

REMINDER = "side_letters/reminder"
SUPPORT_WORKER = "side_letters/support_worker"
STAFF_NOTICE = "side_letters/staff_notice"
WARNING_ENDED = "side_letters/warning_ended"
MOST = 50
ALL_LETTERS = 200
WHOLE = "restriction_id IN (SELECT id FROM restriction WHERE id = ? OR root_id = ?)"


@dataclass(frozen=True)
class Entry:
    """What a person adds to one of these letters; each has a use for some of it."""

    cited: Sequence[int] = ()  # the contacts that a reminder names, by their numbers
    worker: SupportWorker | None = None  # whom it goes to
    to_whom: str = ""  # their address; or the team or firm
    agreed: str = ""  # when and how the customer agreed
    passages: Mapping[str, str] = field(default_factory=dict)
    arranged: str = ""


def sent(thing: Thing, kind: str = "") -> list[SideLetter]:
    """The letters sent beside this warning, restriction or marker, in order; of one kind where it is given."""
    found = rows_of(SideLetter, f"WHERE {noun_of(thing)}_id = ? ORDER BY id LIMIT ?", thing.id, MOST)
    return [one for one in found if kind in ("", one.kind)]


def letters_of(customer: Customer) -> list[Letter]:
    """The letters of a file, newest first."""
    columns = "id, customer_id, title, kind, issued_at"
    return rows_of(Letter, "WHERE customer_id = ? ORDER BY id DESC LIMIT ?", customer.id, ALL_LETTERS, columns=columns)


# --- A reminder ---


def outside(restriction: Restriction) -> list[Contact]:
    """The newest contacts outside the arrangement of which the customer was not reminded yet, oldest first (G12)."""
    root = lifecycle.root_of(restriction)
    rest = f"WHERE {WHOLE} AND direction = 'in' AND arrangement = 'broken_by_customer' AND protected = ''"
    found = rows_of(Contact, f"{rest} ORDER BY at DESC, id DESC LIMIT ?", root, root, MOST)
    rest = f"WHERE {WHOLE} AND kind = 'reminder' ORDER BY id"
    named = {number for one in rows_of(SideLetter, rest, root, root) for number in one.cited}
    return [one for one in reversed(found) if one.id not in named]


def reminder(restriction: Restriction, entry: Entry, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of a reminder: each contact outside the arrangement, and the arrangement as it stands."""
    found, landlord = restriction.numbers or numbers.values(now), numbers.organisation(now)
    issued = restriction.letter.issued_at if restriction.letter is not None else None
    return letter_facts.of_arrangement(
        restriction,
        sender,
        restriction.reference,
        now,
        letter=REMINDER,
        restriction=restriction.reference,
        letter_date=clock.today(issued) if issued else Gap("the day of the letter that set it"),
        contacts=[_contact(one) for one in outside(restriction) if one.id in entry.cited],
        scope=restriction.scope or Gap("what it applies to"),
        terms=[measures.as_told(term, found, landlord) for term in measures.terms_of(restriction)],
        reply_days=found["reply_days"],
        review_on=restriction.review_on or Gap("the review"),
        ends_on=lifecycle.last_day(restriction) or Gap("the end"),
    )


def _contact(one: Contact) -> dict[str, Any]:
    here = clock.london(one.at)
    return {
        "on": here.date(),
        "at": here.time().replace(second=0, microsecond=0),
        "how": clauses.CHANNELS[one.channel],
        "about": None if one.subject == "other" else clauses.CONTACT_SUBJECTS.get(one.subject),
    }


# --- A warning that has ended ---


def over_on(warning: BehaviourWarning, today: dt.date) -> dt.date | None:
    """The last day of a warning that was received; None where it was not, or not yet."""
    if warning.letter is None:
        return None
    received = deemed_receipt.served_on(deemed_receipt.standing(warning.letter), today)
    return deemed_receipt.live_until(warning, received) if received else None


def further(warning: BehaviourWarning) -> list[Incident]:
    """What has happened since the warning was issued, done by the customer."""
    assert warning.issued_at is not None, "asked of a warning that was issued"
    rest = (
        "WHERE customer_id = ? AND happened_on >= ? AND who_acted = 'customer' AND recorded_at > ? ORDER BY id LIMIT 1"
    )
    issued = warning.issued_at
    return rows_of(Incident, rest, warning.customer_id, clock.today(issued), Incident.recorded_at.db_value(issued))


def warning_ended(warning: BehaviourWarning, _entry: Entry, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of the letter that says that a warning has ended."""
    ended, kept = over_on(warning, clock.today(now)), numbers.value("keep_warning_years", now)
    until = f", until {clock.day_words(clock.months_after(ended, 12 * kept))}" if ended else ""
    return letter_facts.common(
        warning.customer,
        sender,
        warning.reference,
        now,
        letter=WARNING_ENDED,
        kept_words=f"for {letter_facts.years(kept)} after the warning ended{until}",
        icon_words="A written warning is in place",
        told=[],
        warning_date=clock.today(warning.issued_at) if warning.issued_at else Gap("the day of the warning"),
        ended_on=ended or Gap("the day it ended"),
    )


# --- To others than the customer ---


def _paper(thing: Thing, template: str, sender: User, now: dt.datetime) -> dict[str, Any]:
    """What the sheet itself needs, and whom it is about: nothing else of what a customer's letter holds."""
    every = letter_facts.common(thing.customer, sender, thing.reference, now, letter=template)
    kept = ("organisation", "letterhead", "sender", "reference", "date")
    return {key: every[key] for key in kept} | {"enclosures": [], "customer": thing.customer.name}


def always() -> list[str]:
    """The subjects that are always open, as they are said of the customer to somebody else (G25)."""
    said = [("your ", "their "), ("you have", "they have"), ("for you", "for them")]
    found = []
    for what in clauses.ALWAYS_OPEN.values():
        for yours, theirs in said:
            what = what.replace(yours, theirs)
        found.append(what)
    return found


def lines(text: str) -> list[str]:
    """The lines of an address as typed."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def support_workers(customer: int) -> list[SupportWorker]:
    """The support workers known on a file now."""
    return rows_of(SupportWorker, "WHERE customer_id = ? AND ended_at IS NULL ORDER BY id LIMIT ?", customer, MOST)


def measure_lines(restriction: Restriction, today: dt.date) -> list[str]:
    """What is arranged, each measure in a sentence about the customer."""
    terms = measures.terms_of(restriction)
    covering = cover.known([restriction], terms, today).on(
        restriction.id, max(today, restriction.in_force_from or today)
    )
    return [arrangement.measure_words(term, covering) for term in terms]


def _officers(restriction: Restriction, now: dt.datetime) -> dict[str, Any]:
    landlord = numbers.organisation(now)
    term = next((one for one in measures.terms_of(restriction) if one.officer is not None), None)
    two = {"officer": term.officer if term else None, "deputy": term.deputy if term else None}
    return {name: letter_facts.person(one, landlord) if one else None for name, one in two.items()}


def support_worker(
    thing: Restriction | BehaviourWarning, entry: Entry, sender: User, now: dt.datetime
) -> dict[str, Any]:
    """The facts of a letter to a support worker: what was decided and until when, and nothing of what led to it."""
    today, worker = clock.today(now), entry.worker
    restriction = thing if isinstance(thing, Restriction) else None
    issued = thing.letter.issued_at if thing.letter is not None else None
    ends = over_on(thing, today) if isinstance(thing, BehaviourWarning) else lifecycle.last_day(thing)
    name = worker.name if worker else Gap("which support worker")
    typed = lines(entry.to_whom) or ([f"By e-mail: {worker.email}"] if worker and worker.email else [])
    place = ([worker.organisation] if worker and worker.organisation else []) + typed
    return _paper(thing, SUPPORT_WORKER, sender, now) | {
        "recipient": {"name": name, "salutation": name, "address_lines": place or [Gap("where this letter goes")]},
        "agreed": bool(entry.agreed),
        "about": noun_of(thing),
        "given_on": clock.today(issued) if issued else Gap("the day of our letter"),
        "ends_on": ends or Gap("the end"),
        "review_on": restriction.review_on if restriction else None,
        "measures": measure_lines(restriction, today) if restriction else [],
        "officer": _officers(restriction, now)["officer"] if restriction else None,
        "always": always(),
    }


def recipients(thing: Thing) -> list[str]:
    """Who may be given a notice: the marker's own recipients (G56), or who was to be told of the restriction."""
    if isinstance(thing, Marker):
        return [clauses.TEAMS[key].label for key in marker_visibility.keys(thing.recipients)]
    return lines(thing.told)[:MOST] if isinstance(thing, Restriction) else []


def staff_notice(thing: Restriction | Marker, entry: Entry, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of a notice to staff: the handling card of a restriction, or a marker's exact words (2.6, 5.2)."""
    of_it: dict[str, Any] = dict.fromkeys(("officer", "deputy", "applies_to", "category", "fact", "action"))
    if isinstance(thing, Restriction):
        of_it |= {"measures": measure_lines(thing, clock.today(now)), **_officers(thing, now)}
    else:
        category = clauses.MARKER_CATEGORIES.get(thing.category)
        of_it |= {"measures": [], "applies_to": marker_visibility.about_words(thing), "category": category}
        of_it |= {"fact": thing.fact or None, "action": thing.action or None}
    landlord = numbers.organisation(now)
    whom = entry.to_whom or Gap("whom this notice is for")
    return _paper(thing, STAFF_NOTICE, sender, now) | {
        "recipient": {"name": whom, "salutation": "colleagues", "address_lines": ["By hand"]},
        "account": thing.customer.reference,
        "about": noun_of(thing),
        "always": always(),
        "emergency_telephone": landlord["emergency_telephone"] or landlord["telephone"] or "our office",
        "ends_on": lifecycle.last_day(thing) or Gap("the end"),
        **of_it,
    }
