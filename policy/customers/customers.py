"""Customers: who they are, how to reach them, what they need, who supports and speaks for them; the search."""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, TypedDict

from peewee import SQL

import models
from models import ContactWay, Customer, Need, Representative, SupportWorker, User, holding, writing
from policy.core import audit, clock
from policy.core.answers import YES, Answer, answer, unless
from policy.core.register import LOGS, WORKS, deed, only_for
from policy.core.validation import LONG, SHORT, Check, Invalid
from policy.rulebook import clauses

POSTCODE = re.compile(r"^[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}$")
MOST_ADDRESS_LINES = 5
LONGEST_ADDRESS_LINE = 40
FOUND_AT_MOST = 20
REFERENCES = 1  # the number of the lock, on PostgreSQL, that whoever gives a customer a reference holds
WAYS = {"telephone": "Telephone", "mobile": "Mobile", "email": "E-mail", "other": "Another way"}


@only_for(*LOGS, says="Your role does not add customers.", remedy="Ask an officer.")
def may_add(actor: User, now: dt.datetime) -> Answer:
    """Anybody who logs incidents may add the customer an incident is about."""
    return YES


@only_for(*WORKS, says="Only officers and managers change a customer's details.", remedy="Ask an officer.")
def may_edit(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """An officer keeps the customer's details, needs and supporters up to date (P 4.9, 4.10)."""
    return YES


class Details(TypedDict, total=False):
    """Who a customer is, where they live, and how letters reach them."""

    name: str
    salutation: str
    reference: str  # in the housing system
    kind: str
    date_of_birth: dt.date | None
    address: str
    postcode: str
    letter_format: str
    language: str


class NewCustomer(Details, total=False):
    """A customer who is new here, with how to reach them."""

    telephone: str
    email: str


class Person(TypedDict, total=False):
    """Somebody beside the customer, and how to reach them."""

    name: str
    telephone: str
    email: str


class SupporterEntry(Person, total=False):
    """A support worker, and on what basis we may speak to them."""

    organisation: str
    basis: str


class SpeakerEntry(Person, total=False):
    """A representative, and who they are to the customer."""

    relationship: str


def checked(details: Details, now: dt.datetime) -> dict[str, Any]:
    """The columns of a customer from what was typed. Raises Invalid with a sentence for each field at fault."""
    check = Check(details)
    columns: dict[str, Any] = {
        "name": check.text("name", "Name", 120, required=True),
        "salutation": check.text("salutation", "How letters greet them", 120),
        "reference": check.text("reference", "Reference", 40, required=True).upper(),
        "kind": check.choice("kind", "What they are to us", clauses.CUSTOMER_KINDS, required=True),
        "date_of_birth": check.day("date_of_birth", "Date of birth", latest=clock.today(now)),
        "address": check.text("address", "Address", LONG),
        "postcode": check.text("postcode", "Postcode", 12).upper(),
        "letter_format": check.choice("letter_format", "Format of letters", clauses.LETTER_FORMATS) or "standard",
        "language": check.text("language", "Language of letters", 40) or "English",
    }
    lines = [line.strip() for line in columns["address"].splitlines() if line.strip()]
    if len(lines) > MOST_ADDRESS_LINES or any(len(line) > LONGEST_ADDRESS_LINE for line in lines):
        check.wrong(
            "address",
            f"Address: at most {MOST_ADDRESS_LINES} lines of {LONGEST_ADDRESS_LINE} characters fit the "
            "window of an envelope. Leave the postcode to its own field.",
        )
    if columns["postcode"] and not POSTCODE.match(columns["postcode"]):
        check.wrong("postcode", "Postcode: this does not look like a postcode, for example NE12 8BT.")
    columns["address"] = "\n".join(lines)
    check.or_refuse()
    return columns


@deed("add_customer", label="Add a customer", clause="7.1", asks=may_add, event="customer_added")
def add(actor: User, details: NewCustomer, now: dt.datetime) -> Customer:
    """Add a customer. Raises Refused, or Invalid (also when the reference is taken)."""
    columns, check = checked(details, now), Check(details)
    ways = {"telephone": check.telephone("telephone", "Telephone"), "email": check.email("email", "E-mail")}
    check.or_refuse()
    with writing():
        may_add(actor, now).or_refuse()
        _reference_free(columns["reference"], None)
        customer = Customer.create(added_by=actor, added_at=now, **columns)
        for kind, value in ways.items():
            if value:
                ContactWay.create(customer=customer, kind=kind, value=value)
        _index(customer)
        audit.event("customer_added", customer, actor, now)
    return customer


@deed("edit_customer", label="Change a customer's details", clause="7.1", asks=may_edit, event="customer_changed")
def edit(actor: User, customer: Customer, details: Details, now: dt.datetime, version: int) -> Customer:
    """Change a customer's details; `version` is the one the page showed. Raises Refused or Invalid."""
    columns = checked(details, now)
    with holding(customer) as customer:
        may_edit(actor, customer, now).or_refuse()
        answer(
            unless(
                customer.version == version,
                "stale",
                "Somebody else changed these details while you were typing.",
                "Look at the file, then make your change again.",
            )
        ).or_refuse()
        _reference_free(columns["reference"], customer.id)
        changed = sorted(name for name, value in columns.items() if getattr(customer, name) != value)
        for name, value in columns.items():
            setattr(customer, name, value)
        customer.version += 1
        customer.save()
        _index(customer)
        audit.event("customer_changed", customer, actor, now, changed=changed)
    return customer


def _reference_free(reference: str, own: int | None) -> None:
    if not models.on_sqlite():  # two people who add the same customer at once wait here for each other
        models.db.execute_sql("SELECT pg_advisory_xact_lock(%s)", (REFERENCES,))
    other = Customer.get_or_none(Customer.reference == reference)
    if other and other.id != own:
        raise Invalid({"reference": "Reference: another customer already has this one. Search for it first."})


# --- What belongs to a customer ---


@deed("add_need", label="Record what a customer needs", clause="4.9", asks=may_edit, event="need_recorded")
def add_need(actor: User, customer: Customer, kind: str, words: str, now: dt.datetime) -> Need:
    """Record something the customer needs (P 4.9). Raises Refused or Invalid."""
    check = Check({"kind": kind, "words": words})
    columns = {
        "kind": check.choice("kind", "What they need", clauses.NEEDS, required=True),
        "words": check.text("words", "In their words", LONG, required=kind == "other"),
        "recorded_by": actor,
        "recorded_at": now,
    }
    return _attach(Need, actor, customer, columns, check, "need_recorded", now)


@deed("add_way", label="Record a way to reach a customer", clause="4.11", asks=may_edit, event="way_recorded")
def add_way(actor: User, customer: Customer, kind: str, value: str, note: str, now: dt.datetime) -> ContactWay:
    """Record a way to reach the customer. Raises Refused or Invalid."""
    check = Check({"kind": kind, "value": value, "note": note})
    columns = {
        "kind": check.choice("kind", "Kind", WAYS, required=True),
        "value": check.email("value", "E-mail", required=True)
        if kind == "email"
        else check.telephone("value", "Number", required=True)
        if kind in ("telephone", "mobile")
        else check.text("value", "Number or address", SHORT, required=True),
        "note": check.text("note", "Note", SHORT),
    }
    return _attach(ContactWay, actor, customer, columns, check, "way_recorded", now)


@deed(
    "add_support_worker", label="Record a support worker", clause="4.10", asks=may_edit, event="support_worker_recorded"
)
def add_support_worker(actor: User, customer: Customer, entry: SupporterEntry, now: dt.datetime) -> SupportWorker:
    """Record who supports the customer, and on what basis we may speak to them (P 4.10). Raises Refused or Invalid."""
    check = Check(entry)
    columns = _person(check) | {
        "organisation": check.text("organisation", "Organisation", 160),
        "basis": check.text("basis", "On what basis we may speak to them", LONG, required=True),
        "added_at": now,
    }
    return _attach(SupportWorker, actor, customer, columns, check, "support_worker_recorded", now)


@deed(
    "add_representative",
    label="Record somebody who speaks for a customer",
    clause="6.1",
    asks=may_edit,
    event="representative_recorded",
)
def add_representative(actor: User, customer: Customer, entry: SpeakerEntry, now: dt.datetime) -> Representative:
    """Record somebody the customer chose to speak for them (G24). Raises Refused or Invalid."""
    check = Check(entry)
    columns = _person(check) | {"relationship": check.text("relationship", "Relationship", 120), "added_at": now}
    return _attach(Representative, actor, customer, columns, check, "representative_recorded", now)


def _person(check: Check) -> dict[str, Any]:
    return {
        "name": check.text("name", "Name", 120, required=True),
        "telephone": check.telephone("telephone", "Telephone", 40),
        "email": check.email("email", "E-mail"),
    }


def _attach(
    table: Any, actor: User, customer: Customer, columns: Mapping[str, Any], check: Check, name: str, now: dt.datetime
) -> Any:
    check.or_refuse()
    with holding(customer) as customer:
        may_edit(actor, customer, now).or_refuse()
        row = table.create(customer=customer, **columns)
        _index(customer)
        audit.event(name, customer, actor, now, row=row.id)
    return row


@deed(
    "end_detail",
    label="End a need, a way to reach them, a support worker or a representative",
    clause="7.1",
    asks=may_edit,
    event=("need_ended", "contactway_ended", "supportworker_ended", "representative_ended"),
)
def end(actor: User, row: Any, now: dt.datetime) -> None:
    """End a need, way, support worker or representative: it stays in the history with its date. Raises Refused."""
    with holding(row) as row:
        may_edit(actor, row.customer, now).or_refuse()
        if row.ended_at is None:
            row.ended_at = now
            row.save()
            _index(row.customer)
            audit.event(f"{type(row).__name__.lower()}_ended", row.customer, actor, now, row=row.id)


# --- Search ---


def _index(customer: Customer) -> None:
    known = ContactWay.select().where(ContactWay.customer == customer, ContactWay.ended_at.is_null())
    ways = [way.value for way in known]
    words = [customer.name, customer.reference, *customer.address_lines, customer.postcode.replace(" ", ""), *ways]
    for way in ways:
        digits = re.sub(r"\D", "", way)
        words += [digits, digits[-6:], digits[-4:]] if len(digits) >= 6 else []
    Customer.update(search_words=" ".join(_tokens(" ".join(words)))).where(Customer.id == customer.id).execute()


def _tokens(words: str) -> list[str]:
    """Words as both engines index and look them up: no accents, no capitals, letters and figures only."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign))
    return re.findall(r"[^\W_]+", plain.casefold())


def find(typed: str) -> list[Customer]:
    """At most twenty customers all of whose words begin with the words typed; newest first, never counted."""
    terms = _terms(typed)
    if not terms:
        return []
    query = Customer.select(
        Customer.id, Customer.name, Customer.reference, Customer.address, Customer.postcode, Customer.kind
    )
    if models.on_sqlite():
        match = " ".join(f'"{term}"*' for term in terms)
        condition = SQL("id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ?)", [match])
    else:
        match = " & ".join(f"'{term}':*" for term in terms)
        condition = SQL("to_tsvector('simple', search_words) @@ to_tsquery('simple', %s)", [match])
    return list(query.where(condition).order_by(Customer.id.desc()).limit(FOUND_AT_MOST))


def _terms(typed: str) -> list[str]:
    words = _tokens(typed[:SHORT])
    numbers = [word for word in words if word.isdigit()]
    if len(numbers) > 1 and len(numbers) == len(words):
        return ["".join(numbers)]
    return words[:8]
