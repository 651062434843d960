"""What every letter is made from: its paper, the people in it, its incidents, its author's passages; and the making."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from letterpress.make import render as words
from letterpress.make import templates
from letterpress.make.escape import Gap
from models import Customer, Incident, Restriction, User, marks, rows_of
from policy.core import clock, numbers
from policy.core.validation import LONG, Check
from policy.correspondence import enclosures, letterhead
from policy.correspondence import language as letter_language
from policy.rulebook import clauses

DELIVERS = "Only officers and managers record deliveries."
REGULATOR = {"name": "Information Commissioner's Office", "telephone": "0303 123 1113", "website": "www.ico.org.uk"}
OTHER_FORMATS = ["large print", "audio", "braille", "easy read", "another language", "by e-mail"]
# What is about a customer and goes to somebody else: a support worker, or colleagues (by hand, so never posted).
BY_HAND = templates.to(templates.STAFF)
NOT_TO_THE_CUSTOMER = templates.to(templates.SUPPORTER, templates.STAFF)


def common(
    customer: Customer, sender: User, reference: str, now: dt.datetime, *, letter: str, **more: Any
) -> dict[str, Any]:
    """The facts every letter needs, as they stand at `now`; `more` are icon_words, told, kept_words.

    `letter` is its name, by which is known what is enclosed with it.
    """
    settings = numbers.in_force(now)
    landlord = numbers.organisation_in(settings)
    enclosed = [one for one in enclosures.everything(now) if one.goes_with(letter)]
    return {
        "organisation": _landlord(landlord),
        "letterhead": letterhead.of(sender, settings),
        "ombudsman": _ombudsman(),
        "information_regulator": REGULATOR,
        "policy": {
            "title": "Unacceptable Customer Behaviour Policy",
            "where": enclosures.where_policy(enclosed, landlord["policy_address"]),
        },
        "enclosures": [one.title for one in enclosed],
        "recipient": {
            "name": customer.name,
            "salutation": customer.salutation or customer.name,
            "address_lines": customer.address_lines or [Gap("the customer's address")],
        },
        "sender": person(sender, landlord),
        "reference": reference,
        "date": clock.today(now),
        "format_offers": OTHER_FORMATS,
        "always_open": always_open(landlord),
        **more,
    }


def _landlord(landlord: Mapping[str, str]) -> dict[str, Any]:
    lines = [line.strip() for line in landlord["address"].splitlines() if line.strip()]
    keys = ("name", "telephone", "email", "website", "emergency_telephone", "complaints_email")
    return {"address_lines": lines or [_unset("address")]} | {key: landlord[key] or _unset(key) for key in keys}


def _unset(key: str) -> Gap:
    label = numbers.ORGANISATION[key][0]
    return Gap(f"our own detail “{label}”, which an administrator sets under Settings")


def years(number: int) -> str:
    """A number of years in words: 1 year, 2 years."""
    return "1 year" if number == 1 else f"{number} years"


def _ombudsman() -> dict[str, str]:
    found = {key: str(numbers.OMBUDSMAN[key]) for key in ("name", "telephone", "email", "website")}
    return found | {"address": ", ".join(numbers.OMBUDSMAN["address_lines"])}


def person(user: User, landlord: Mapping[str, str]) -> dict[str, str]:
    """A colleague whom a letter names: the sender, a named officer or a deputy."""
    return {
        "name": user.name,
        "job_title": user.job_title or clauses.ROLES[user.roles[0]],
        "telephone": user.telephone or landlord["telephone"] or _unset("telephone"),
        "email": user.email,
    }


def role_of(user: User) -> str:
    """What follows "our" where a letter speaks of a colleague by role: housing manager."""
    words = user.job_title or clauses.ROLES[user.roles[0]]
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def always_open(landlord: Mapping[str, str]) -> list[dict[str, str]]:
    """Every subject no restriction touches, and how to use it (G25); there is no way to leave one out."""
    ring = f"ring {landlord['telephone'] or 'our office'} or use any other way"
    emergency = f"ring {landlord['emergency_telephone'] or landlord['telephone'] or 'our office'}, day or night"
    complain = f"write to {landlord['complaints_email'] or landlord['email'] or 'our office'} or use any other way"
    how = {
        "emergency": emergency + "; if anyone is in danger, ring 999",
        "gas_electric": emergency,
        "complaints": complain,
        "ombudsman": f"ring {numbers.OMBUDSMAN['telephone']}",
        "politicians": "write to them or see them as you always could; we answer them",
        "advisers": "they may speak or write to us for you in any way",
        "data": f"write to {landlord['data_email'] or landlord['email'] or 'our office'} or use any other way",
    }
    return [{"what": what, "how": how.get(key, ring)} for key, what in clauses.ALWAYS_OPEN.items()]


def incident_facts(incidents: Sequence[Incident]) -> list[dict[str, Any]]:
    """Each incident as a letter prints it, from its row (G37), with no colleague's name in what is quoted (G35)."""
    names = involved(one.id for one in incidents)
    return [_incident(one, names) for one in sorted(incidents, key=lambda one: (one.happened_on, one.id))]


def involved(incidents: Iterable[int]) -> list[str]:
    """The names of the colleagues who were in these incidents, and of those who logged them: one read."""
    ids = list(incidents)
    there = "id IN (SELECT user_id FROM incident_staff WHERE incident_id IN ({0}))"
    logged = "id IN (SELECT recorded_by_id FROM incident WHERE id IN ({0}))"
    rest = f"WHERE {there} OR {logged} ORDER BY id".format(marks(ids))
    return [one.name for one in rows_of(User, rest, *ids, *ids, columns="id, name")] if ids else []


def _without(text: str, names: Sequence[str]) -> str:
    for part in sorted({part for name in names for part in name_parts(name)}, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(part)}\b", "[a colleague]", text)
    return text


def name_parts(name: str) -> list[str]:
    """What gives a person away in a text: the whole name, its first and its last word."""
    words = name.split()
    return list(dict.fromkeys([name, *(one for one in (words[0], words[-1]) if len(one) > 2)]))


def _incident(incident: Incident, names: Sequence[str]) -> dict[str, Any]:
    return {
        "reference": incident.reference,
        "date": incident.happened_on,
        "date_is_about": incident.date_is_about,
        "until": incident.until_on,
        "start_time": incident.started_at,
        "end_time": incident.ended_at,
        "time_unknown_because": incident.time_unknown_because or None,
        "channel": clauses.CHANNELS[incident.channel],
        "place": incident.place or None,
        "subject": (incident.contact_about or None) if incident.channel in clauses.WRITTEN_CHANNELS else None,
        "contacts_counted": [
            {"channel": clauses.COUNTED_WORDS.get(row["channel"], "contacts"), "count": row["count"]}
            for row in incident.contacts_counted
        ],
        "what_happened": incident.for_letters or incident.what_happened,
        "exact_words": _without(incident.exact_words, names) or None,
        "behaviours": [clauses.BEHAVIOURS[key].words for key in incident.behaviours],
        "headings": [clauses.HEADINGS[key] for key in clauses.headings_of(incident.behaviours)],
        "paragraphs": clauses.paragraphs_of(incident.behaviours),
    }


def told_of(restriction: Restriction) -> list[str]:
    """Who is told of a restriction, as its letters say it: by name where it says so."""
    lines = [line.strip() for line in restriction.told.splitlines()]
    return [line for line in lines if line] or ["colleagues who deal with you"]


def of_arrangement(
    restriction: Restriction, /, sender: User, reference: str, now: dt.datetime, **own: Any
) -> dict[str, Any]:
    """The facts of a letter about an arrangement that stands: what all of them hold, and its `own`."""
    kept = years(numbers.value("keep_restriction_years", now))
    return common(
        restriction.customer,
        sender,
        reference,
        now,
        kept_words=f"for {kept} after the arrangement ends",
        icon_words="A contact arrangement is in place: see the file before you reply",
        told=told_of(restriction),
        **own,
    )


def passage_labels(name: str) -> dict[str, str]:
    """The free passages of a letter: key and label."""
    return {passage.key: passage.label for passage in words.template_info(name).passages}


def checked_passages(name: str, typed: Mapping[str, object], check: Check) -> dict[str, str]:
    """The free passages as typed, cleaned; notes on `check` what is too long or unprintable."""
    return {key: check.text(key, label, LONG) for key, label in passage_labels(name).items()}


def format_of(customer: Customer) -> str:
    """The layout of this customer's letters: their own where theirs is one, else standard print beside their own."""
    return clauses.FORMAT_LAYOUTS.get(customer.letter_format, "standard")


def made(customer: Customer, name: str, facts: Mapping[str, Any], passages: Mapping[str, str]) -> words.Rendered:
    """The letter in the form and language it is made in here for this customer (P 4.11). Raises LetterError."""
    language, translated = letter_language.chosen(customer, name, facts, passages)
    made = words.render(name, facts, passages, format=format_of(customer), language=language, translated=translated)
    return replace(made, lacks=letter_language.wanting(customer, made))
