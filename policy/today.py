"""What needs a person today: each a sentence and the page where it is done, overdue first. Reads only, all bounded.

The nouns say for themselves what waits in them; here stand the things that came first, and the order. What is of a file
that somebody keeps away from is left out for them (G65).
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from peewee import JOIN, fn

from models import BehaviourWarning, Customer, CustomerRequest, Delivery, Letter, Restriction, User
from policy.appeals import intake as appeal_intake
from policy.care import checks as care_checks
from policy.care import feedback, injuries, protective_steps, statements
from policy.contacts import contacts
from policy.core import clock
from policy.core.work_item import EACH_AT_MOST, Item, item
from policy.correspondence import facts as letter_facts
from policy.extreme_route import declaration as declarations
from policy.extreme_route import notice as notices
from policy.incidents import requests as incident_requests
from policy.markers import work as marker_work
from policy.other_letters import corrections
from policy.post import email as letter_email
from policy.post import runs as post_runs
from policy.restrictions import ending as restriction_ending
from policy.restrictions import named_officers
from policy.reviews import opening as review_opening
from policy.staff import conflicts_of_interest, file_access

# What says for itself what waits, by the kind it stands under: modules with `needs(actor, now)`, which yields items.
SOURCES: tuple[tuple[str, Any], ...] = (
    ("appeals", appeal_intake),
    ("care", care_checks),
    ("named_officers", conflicts_of_interest),
    ("contacts", contacts),
    ("corrections", corrections),
    ("declarations", declarations),
    ("letters", letter_email),
    ("endings", restriction_ending),
    ("incidents", incident_requests),
    ("care", injuries),
    ("markers", marker_work),
    ("named_officers", named_officers),
    ("declarations", notices),
    ("letters", post_runs),
    ("care", feedback),
    ("reviews", review_opening),
    ("care", statements),
    ("care", protective_steps),
)
# The kinds by which a person may narrow the page down, in their order: the noun that said it, and its words.
KINDS = {
    "reviews": "Reviews",
    "appeals": "Appeals",
    "declarations": "Action without a warning",
    "restrictions": "Restrictions",
    "markers": "Staff safety",
    "warnings": "Warnings",
    "letters": "Letters",
    "incidents": "Incidents",
    "contacts": "Replies",
    "named_officers": "Named officers",
    "endings": "Endings",
    "corrections": "Corrections",
    "care": "Colleagues",
}


def needs(actor: User, now: dt.datetime) -> list[Item]:
    """Everything that waits for `actor`: overdue first, then by day, then what has none."""
    today = clock.today(now)
    items = [replace(one, kind=kind) for kind, waiting in _all(actor, now) for one in waiting]
    return sorted(
        file_access.without(actor, items), key=lambda one: (not one.overdue, one.due is None, one.due or today)
    )


def _all(actor: User, now: dt.datetime) -> Iterator[tuple[str, Iterable[Item]]]:
    today = clock.today(now)
    yield "incidents", _requests(actor, today)
    if actor.is_officer:
        yield "warnings", _drafts(actor)
        yield "letters", _letters(today)
    if actor.is_manager:
        yield "restrictions", _proposals(today)
    for kind, source in SOURCES:
        yield kind, source.needs(actor, now)


# --- By day ---

A_WEEK = dt.timedelta(days=7)
GROUPS = {"overdue": "Overdue", "today": "Today", "week": "Within a week", "later": "Later", "undated": "Without a day"}


def by_day(items: Iterable[Item], today: dt.date) -> list[tuple[str, list[Item]]]:
    """The items as `needs` sorts them, under overdue, today, within a week, later and without a day; none is empty."""
    return [(key, list(group)) for key, group in groupby(items, lambda one: _group(one, today))]


REMINDED = ("reviews", "markers")


def pressed(one: Item, today: dt.date) -> str:
    """G39: what is said of a thing whose day is near: a review's second reminder, or that it is soon."""
    if not one.pressing or one.due is None or one.due <= today:
        return ""
    return "Second reminder" if one.kind in REMINDED else "Soon"


def _group(one: Item, today: dt.date) -> str:
    if one.due is None:
        return "undated"
    if one.due <= today:
        return "overdue" if one.overdue else "today"
    return "week" if one.due <= today + A_WEEK else "later"


# --- Replies, warnings, letters ---


def _requests(actor: User, today: dt.date) -> Iterator[Item]:
    """P 3.2.6: what a customer asked for and is still owed an answer to."""
    query = (
        CustomerRequest.select(CustomerRequest, Customer)
        .join(Customer, on=CustomerRequest.customer)
        .where(CustomerRequest.owner == actor, CustomerRequest.answered_at.is_null())
    )
    for one in query.order_by(CustomerRequest.due_on).limit(EACH_AT_MOST):
        yield item(
            f"Answer what {one.customer.name} asked for",
            f"Answer the request noted in I-{one.incident_id:05d}",
            "incidents.show",
            {"incident_id": one.incident_id},
            one.due_on,
            today,
        )


def _drafts(actor: User) -> Iterator[Item]:
    """G14: drafts of others that no second person has read as they stand; for a manager, those that were read."""
    query = (
        BehaviourWarning.select(BehaviourWarning, Customer)
        .join(Customer)
        .where(BehaviourWarning.issued_at.is_null(), BehaviourWarning.withdrawn_at.is_null())
        .order_by(BehaviourWarning.drafted_at)
        .limit(EACH_AT_MOST)
    )
    for one in query:
        whose, name, page = one.customer.name, one.reference, ("warnings.show", {"warning_id": one.id})
        was_read = one.read_by_id is not None and one.read_version == one.version
        if was_read and actor.is_manager:
            plain = f"Decide whether to issue warning {name}"
            yield Item(f"{plain} for {whose}; a second person has read it", *page, plain=plain)
        elif not was_read and one.drafted_by_id != actor.id:
            plain = f"Read the draft warning {name} as the second reader"
            yield Item(f"Read the draft warning {name} for {whose} as the second reader", *page, plain=plain)


def _letters(today: dt.date) -> Iterator[Item]:
    """G4: letters of warnings and restrictions that stand, whose way is not recorded, or that came back."""
    newest = (
        Delivery.select(Delivery.letter, fn.MAX(Delivery.id).alias("last")).group_by(Delivery.letter).alias("newest")
    )
    query = (
        Letter.select(Letter.id, Letter.issued_at, Delivery.outcome, Delivery.on, Customer.name)
        .join(Customer, on=Letter.customer)
        .join(BehaviourWarning, JOIN.LEFT_OUTER, on=(BehaviourWarning.letter == Letter.id))
        .join(Restriction, JOIN.LEFT_OUTER, on=(Restriction.letter == Letter.id))
        .join(newest, JOIN.LEFT_OUTER, on=(newest.c.letter_id == Letter.id))
        .join(Delivery, JOIN.LEFT_OUTER, on=(Delivery.id == newest.c.last))
        .where(
            Delivery.id.is_null() | (Delivery.outcome == "returned"),
            Letter.kind.not_in(letter_facts.NOT_TO_THE_CUSTOMER),
            BehaviourWarning.withdrawn_at.is_null(),
            Restriction.ended_on.is_null(),
            Restriction.ends_on.is_null() | (Restriction.ends_on >= today),
        )
    )
    rows: Any = query.order_by(Letter.id).limit(EACH_AT_MOST).tuples()
    for number, issued_at, outcome, on, name in rows:
        reference = f"L-{number:05d}"
        due = clock.working_days_after(on or clock.today(issued_at), 1)
        if outcome:
            said = f"Letter {reference} to {name} came back: check the address and send it again"
            plain = f"Letter {reference} came back: check the address"
        else:
            said, plain = f"Record how letter {reference} reached {name}", f"Record how letter {reference} was given"
        yield item(said, plain, "letters.show", {"letter_id": number}, due, today)


# --- Restrictions ---


def _proposals(today: dt.date) -> Iterator[Item]:
    """P 4.3: proposals wait for a manager; G32: authorised ones are not in force before their letter is issued."""
    query = (
        Restriction.select(Restriction, Customer)
        .join(Customer)
        .where(Restriction.issued_at.is_null(), Restriction.declined_at.is_null(), Restriction.ended_on.is_null())
    )
    for one in query.order_by(Restriction.id).limit(EACH_AT_MOST):
        name, whose, page = one.reference, one.customer.name, ("restrictions.show", {"restriction_id": one.id})
        if one.authorised_at is not None:
            plain = f"Issue the letter of restriction {name}"
            yield item(f"{plain} for {whose}: it is not in force until then", plain, *page, one.starts_on, today)
        elif one.follows_id is None:
            plain = f"Decide on the proposed restriction {name}"
            yield Item(f"{plain} for {whose}", *page, plain=plain)
