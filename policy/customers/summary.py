"""What stands on a customer's file now: the icon, the arrangement in force, warnings, open requests, supporters.

Nothing here is stored: each is worked out from dated facts and one "now". Reads only, in a fixed number of queries.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from peewee import JOIN

from models import (
    BehaviourWarning,
    ContactWay,
    Customer,
    CustomerRequest,
    Delivery,
    Incident,
    LifeEvent,
    Need,
    Representative,
    Restriction,
    RestrictionTerm,
    Review,
    SupportWorker,
    User,
    rows_of,
)
from policy import measures
from policy.core import clock
from policy.correspondence import deemed_receipt
from policy.incidents import severity
from policy.restrictions import lifecycle
from policy.staff import cover

SHOWN_AT_MOST = 50
SOON = dt.timedelta(days=21)


@dataclass(frozen=True)
class Icon:
    """What the customer's account shows to everybody who deals with them (P 4.6)."""

    words: str
    kind: str


@dataclass(frozen=True)
class Arrangement:
    """A restriction in force, about to begin, or suspended while an appeal is heard, in words."""

    restriction: Restriction
    terms: tuple[str, ...]
    begins: dt.date
    ends: dt.date
    in_force: bool
    review_due: bool
    suspended: bool = False


@dataclass(frozen=True)
class Standing:
    """A warning and how it stands: words first, the colour's kind second."""

    warning: BehaviourWarning
    words: str
    kind: str
    live: bool = False


@dataclass(frozen=True)
class People:
    """How a customer is reached, what they need, who supports them and who speaks for them; ended ones left out."""

    ways: list[ContactWay] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    support_workers: list[SupportWorker] = field(default_factory=list)
    representatives: list[Representative] = field(default_factory=list)


def people(customer: Customer) -> People:
    """Everybody and everything to bear in mind before dealing with this customer (P 4.9, 4.10, G24)."""
    return People(*(_current(table, customer) for table in (ContactWay, Need, SupportWorker, Representative)))


def _current(table: Any, customer: Customer) -> list[Any]:
    return rows_of(table, "WHERE customer_id = ? AND ended_at IS NULL ORDER BY id", customer.id)


# --- Restrictions ---


def arrangements(customer: Customer, now: dt.datetime) -> list[Arrangement]:
    """Each restriction in force today, or issued and still to begin, with its terms in words (P 4.2, 4.4)."""
    today = clock.today(now)
    rest = "WHERE customer_id = ? AND issued_at IS NOT NULL AND ends_on >= ? ORDER BY in_force_from, id LIMIT ?"
    rows = rows_of(Restriction, rest, customer.id, today, SHOWN_AT_MOST)
    rows = [one for one in rows if one.in_force_on(today) or _still_to_begin(one, today)]
    terms = _terms([one.id for one in rows])
    resting = lifecycle.suspended([one.id for one in rows], today)
    return [
        _arrangement(one, [term for term in terms if term.restriction_id == one.id], today, one.id in resting)
        for one in rows
    ]


def _still_to_begin(restriction: Restriction, today: dt.date) -> bool:
    begins = restriction.in_force_from
    return begins is not None and begins > today and restriction.ended_on is None


def _terms(restrictions: Sequence[int]) -> list[RestrictionTerm]:
    if not restrictions:
        return []
    deputy = User.alias()
    query = (
        RestrictionTerm.select(RestrictionTerm, User, deputy)
        .join(User, JOIN.LEFT_OUTER, on=RestrictionTerm.officer)
        .switch(RestrictionTerm)
        .join(deputy, JOIN.LEFT_OUTER, on=RestrictionTerm.deputy)
        .where(RestrictionTerm.restriction.in_(restrictions))
    )
    return measures.mildest_first(cover.as_changed(list(query)))


def _arrangement(
    restriction: Restriction, terms: Sequence[RestrictionTerm], today: dt.date, suspended: bool
) -> Arrangement:
    begins, ends = restriction.in_force_from, restriction.ends_on
    assert begins is not None and ends is not None, "a restriction whose letter was issued has both dates"
    return Arrangement(
        restriction,
        tuple(term_words(term) for term in terms),
        begins,
        ends,
        restriction.in_force_on(today) and not suspended,
        restriction.review_on is not None and restriction.review_on <= today + SOON,
        suspended,
    )


def term_words(term: RestrictionTerm) -> str:
    """One measure as a colleague reads it at the telephone: what the customer may do, in one or two sentences."""
    return measures.kind_of(term).for_file(term)


# --- Warnings ---


def warnings(customer: Customer, now: dt.datetime) -> list[Standing]:
    """Every warning on the file, newest first, with how it stands today (P box, G4)."""
    rows = rows_of(BehaviourWarning, "WHERE customer_id = ? ORDER BY id DESC LIMIT ?", customer.id, SHOWN_AT_MOST)
    ways = deemed_receipt.standings([one.letter_id for one in rows if one.letter_id])
    return [standing(one, ways.get(one.letter_id or 0), now) for one in rows]


def standing(warning: BehaviourWarning, delivery: Delivery | None, now: dt.datetime) -> Standing:
    """How one warning stands: what is known of its reading, its letter's way and its life."""
    if warning.withdrawn_at:
        return Standing(warning, f"Withdrawn on {clock.day_words(clock.today(warning.withdrawn_at))}", "quiet")
    if warning.issued_at is None:
        return _drafted(warning)
    today, issued = clock.today(now), clock.day_words(clock.today(warning.issued_at))
    if delivery is None:
        return Standing(warning, f"Issued on {issued}; how it was sent is not recorded yet", "mind", True)
    if delivery.outcome == "returned":
        return Standing(warning, f"Came back on {clock.day_words(delivery.on)}: not received", "stop")
    received = deemed_receipt.served_on(delivery, today)
    if received is None:
        return Standing(warning, f"Issued on {issued}; counts as received on {_on(delivery.deemed_on)}", "mind", True)
    until = deemed_receipt.live_until(warning, received)
    if today > until:
        return Standing(warning, f"Lapsed on {clock.day_words(until)}", "quiet")
    return Standing(warning, f"Received on {_on(received)}; live until {_on(until)}", "mind", True)


def _drafted(warning: BehaviourWarning) -> Standing:
    if warning.read_by_id is None or warning.read_version != warning.version:
        return Standing(warning, "Draft, waiting for a second reader", "tell")
    return Standing(warning, "Draft, read by a second person, ready for a manager", "tell")


def _on(day: dt.date | None) -> str:
    return clock.day_words(day) if day else ""


# --- The icon ---


def icon(customer: Customer, now: dt.datetime) -> Icon | None:
    """P 4.6: what the account shows today; worked out from what exists, set by nobody."""
    return icon_of(arrangements(customer, now), warnings(customer, now))


def icon_of(arranged: Sequence[Arrangement], warned: Sequence[Standing]) -> Icon | None:
    """The icon that these arrangements and warnings make; None where there is nothing to bear in mind."""
    if any(one.in_force for one in arranged):
        return Icon("A contact arrangement is in place", "stop")
    begins = [one.begins for one in arranged if not one.suspended]
    if begins:
        return Icon(f"A contact arrangement begins on {clock.day_words(begins[0])}", "stop")
    if arranged:
        return Icon("A contact arrangement is suspended while an appeal is heard", "tell")
    if any(one.live for one in warned):
        return Icon("A written warning is in place", "mind")
    return None


# --- What else lives ---

BESIDES = {
    "death": "This customer has died. Do not ring, visit or write; ask who works on the file.",
    "incident": "A serious incident was logged, and nothing has been decided about it yet. Ask a manager before you "
    "meet this customer.",
    "declaration": "Action without a warning is being decided. Ask a manager before you meet this customer.",
    "marker": "A staff-safety precaution was asked for and is not decided yet. Ask a manager before a visit.",
    "unseen": "",
}
UNDECIDED = dt.timedelta(days=90)


@dataclass(frozen=True)
class Besides:
    """What a colleague bears in mind beside arrangements and warnings; `clear` where nothing at all lives."""

    sentences: tuple[str, ...]
    clear: bool


def besides(customer: Customer, bound: bool, now: dt.datetime) -> Besides:
    """What else lives on this file, what keeps somebody safe first: one read (P 3.2.8, 4.5, 4.6).

    A serious incident counts until a manager has decided what to do or something rests on it. A marker that only some
    may see is not said, but nobody is told that nothing lives. `bound`: an arrangement or a warning stands.
    """
    today = clock.today(now)
    is_serious, values = severity.where(severity.FRIGHTENING)
    used = "".join(
        f" AND NOT EXISTS (SELECT 1 FROM {table} u WHERE u.incident_id = incident.id{more})"  # noqa: S608 - nothing typed
        for table, more in (
            ("incident_note", " AND u.kind = 'triage'"),
            ("warning_incident", ""),
            ("restriction_incident", ""),
            ("declaration", ""),
            ("marker", " AND (u.approved_at IS NOT NULL OR u.declined_at IS NOT NULL)"),
        )
    )
    rest = (
        "WHERE customer_id = ? AND kind = 'death'"  # noqa: S608 - nothing typed
        f" UNION SELECT 'incident', 0 FROM incident WHERE customer_id = ? AND happened_on >= ? AND {is_serious}{used}"
        " UNION SELECT 'declaration', 0 FROM declaration WHERE customer_id = ? AND refused_at IS NULL"
        " AND seconded_at IS NULL"
        " UNION SELECT CASE WHEN approved_at IS NULL THEN 'marker' ELSE 'unseen' END, 0 FROM marker"
        " WHERE customer_id = ? AND declined_at IS NULL AND ended_on IS NULL AND (ends_on IS NULL OR ends_on >= ?)"
    )
    asked = (customer.id, customer.id, today - UNDECIDED, *values, customer.id, customer.id, today)
    found = {one.kind for one in rows_of(LifeEvent, rest, *asked, columns="kind, 0 AS id")}
    return Besides(tuple(words for kind, words in BESIDES.items() if kind in found and words), not (bound or found))


# --- Under way ---


@dataclass(frozen=True)
class UnderWay:
    """A review, an appeal or a declaration that is not finished: its words, its page, and its day where it has one."""

    words: str
    endpoint: str
    values: dict[str, int]
    due: dt.date | None


UNDER_WAY = {
    "review": ("Review V-{:05d}", "reviews.show", "review_id"),
    "marker": ("Review of a staff-safety marker", "markers.show", "marker_id"),
    "appeal": ("Appeal A-{:05d}", "appeals.show", "appeal_id"),
    "declaration": ("Action without a warning, X-{:05d}", "declarations.show", "declaration_id"),
}


def under_way(customer: Customer) -> list[UnderWay]:
    """What is being decided on this file and is not finished, the most pressing first: one read (P 4.2, 4.5, 4.7)."""
    rest = (
        "WHERE customer_id = ? AND held_at IS NULL AND closed_at IS NULL"
        " UNION ALL SELECT 'appeal', id, COALESCE(extended_to, answer_by) FROM appeal"
        " WHERE customer_id = ? AND decided_at IS NULL AND withdrawn_at IS NULL"
        " UNION ALL SELECT 'declaration', id, NULL FROM declaration"
        " WHERE customer_id = ? AND looked_back_at IS NULL AND refused_at IS NULL"
    )
    which = "CASE WHEN marker_id IS NULL THEN 'review' ELSE 'marker' END AS noun, COALESCE(marker_id, id) AS id, due_on"
    rows = rows_of(Review, rest, *(customer.id,) * 3, columns=which)
    pending = [_under_way(row.noun, row.id, row.due_on) for row in rows[:SHOWN_AT_MOST]]
    return sorted(pending, key=lambda one: (one.due is None, one.due or dt.date.max))


def _under_way(noun: str, number: int, due: dt.date | None) -> UnderWay:
    words, endpoint, name = UNDER_WAY[noun]
    return UnderWay(words.format(number), endpoint, {name: number}, due)


# --- Open ends ---


def open_requests(customer: Customer) -> list[CustomerRequest]:
    """What the customer asked for and has not been answered, the most pressing first (P 3.2.6)."""
    query = CustomerRequest.select(CustomerRequest, User).join(User, on=CustomerRequest.owner)
    query = query.where(CustomerRequest.customer == customer, CustomerRequest.answered_at.is_null())
    return list(query.order_by(CustomerRequest.due_on, CustomerRequest.id).limit(SHOWN_AT_MOST))


def own_entries(actor: User, customer: Customer) -> list[Incident]:
    """What `actor` logged about this customer, newest first: all that a colleague sees of the file."""
    query = Incident.select().where(Incident.customer == customer, Incident.recorded_by == actor)
    return list(query.order_by(Incident.id.desc()).limit(SHOWN_AT_MOST))
