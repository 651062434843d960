"""Letters as deeds: the facts they are made from, what stops them, freezing them as sent, and how they were delivered.

Shared by the nouns that send letters. The words themselves are in `letters/`; every fact comes from a row (G37).
"""

import datetime as dt
import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from letters import pdf as printing
from letters import render as words
from letters.escape import Gap
from letters.sources import ENGLISH
from letters.templates import CUSTOMER
from models import (
    Appeal,
    BehaviourWarning,
    Customer,
    Delivery,
    Ending,
    Incident,
    IncidentStaff,
    Letter,
    LifeEvent,
    Marker,
    Restriction,
    Review,
    SideLetter,
    User,
    holding,
)
from policy.core import audit, clock, files, numbers
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.validation import LONG, SHORT, Check
from policy.correspondence import deemed_receipt, enclosures, letterhead, wording_files
from policy.correspondence import language as letter_language
from policy.rulebook import clauses

REGULATOR = {"name": "Information Commissioner's Office", "telephone": "0303 123 1113", "website": "www.ico.org.uk"}
OTHER_FORMATS = ["large print", "audio", "braille", "easy read", "another language", "by e-mail"]
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s\u00a0]+({MONTHS})(?:[\s\u00a0]+(\d{{4}}))?\b", re.IGNORECASE)
NUMERIC_DATE = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
TIME = re.compile(
    r"\b(\d{1,2})(?:[.:](\d{2}))?[\s\u00a0]?([ap])\.?m\b\.?|\b([01]?\d|2[0-3]):([0-5]\d)\b", re.IGNORECASE
)
# What is about a customer and goes to somebody else: a support worker, or colleagues (by hand, so never posted).
BY_HAND = ("side_letters/staff_notice",)
NOT_TO_THE_CUSTOMER = ("side_letters/support_worker", *BY_HAND)
POSTED = {key: clauses.WAYS[key] for key in clauses.POST_WAYS}
WAY_OF = {"posted": "first_class", "handed": "by_hand", "emailed": "email", "read": "email", "returned": ""}
FILL_IN = "Fill this in; then look at the letter again."
NAME = re.compile(r"\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){1,2}")


# --- The facts ---


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
    """Each incident as a letter prints it, straight from its row (G37)."""
    return [_incident(incident) for incident in sorted(incidents, key=lambda one: (one.happened_on, one.id))]


def _incident(incident: Incident) -> dict[str, Any]:
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
        "what_happened": incident.what_happened,
        "exact_words": incident.exact_words or None,
        "behaviours": [clauses.BEHAVIOURS[key].words for key in incident.behaviours],
        "headings": [clauses.HEADINGS[key] for key in clauses.headings_of(incident.behaviours)],
    }


# --- What stops a letter ---


def passage_labels(name: str) -> dict[str, str]:
    """The free passages of a letter: key and label."""
    return {passage.key: passage.label for passage in words.template_info(name).passages}


def checked_passages(name: str, told: Mapping[str, Any], check: Check) -> dict[str, str]:
    """The free passages as typed, cleaned; notes on `check` what is too long or unprintable."""
    return {key: check.text(key, label, LONG) for key, label in passage_labels(name).items()}


def in_their_format(
    customer: Customer, arranged: str, letter: words.Rendered | None = None
) -> Iterator[Refusal | None]:
    """G33: the standing format and language, or a note of what is done outside the system to give it in them.

    `letter` as it would be sent; without one, any language but English counts as one it is not made in.
    """
    yield _in_their_layout(customer, arranged)
    yield _in_their_language(customer, arranged, letter)


def _in_their_layout(customer: Customer, arranged: str) -> Refusal | None:
    """What is made here needs no note; of what is begun here, only the rest is asked for."""
    asked = customer.letter_format
    missing, remedy = clauses.FORMATS_BEGUN_HERE.get(asked, ("", "Write down how this letter will be given so."))
    return unless(
        asked in clauses.FORMATS_MADE_HERE or arranged.strip(),
        "G33",
        f"This customer has asked for letters in: {clauses.LETTER_FORMATS[asked]}. {missing}".strip(),
        remedy,
    )


def _in_their_language(customer: Customer, arranged: str, letter: words.Rendered | None) -> Refusal | None:
    """A translation that is signed off and whole is enough; else it is said what is missing, and the rest is asked."""
    missing = letter_language.wanting(customer, letter) if letter else [""] * (letter_language.code_of(customer) != ENGLISH)
    return unless(
        not missing or arranged.strip(),
        "G33",
        " ".join([f"This customer has asked for letters in: {customer.language}.", *filter(None, missing)]),
        "Have the translation completed and signed off, or write down how this letter will be given in that language, "
        "and by whom.",
    )


def fair_passages(
    customer: Customer, passages: Mapping[str, str], incidents: Sequence[Incident], facts: Mapping[str, Any]
) -> Iterator[Refusal | None]:
    """G35, G36, G37: free passages hold no names that do not belong, no labels, no date or time of their own."""
    days = [day for one in incidents for day in (one.happened_on, one.last_on)]
    known = {**facts, "customer": {"name": customer.name}, "days": days}
    return fair_words(passages, {one.id for one in incidents}, known)


def fair_words(
    passages: Mapping[str, str], incidents: Collection[int], facts: Mapping[str, Any]
) -> Iterator[Refusal | None]:
    """The same: people, days and times in `facts` may be named; the colleagues of these `incidents` may not."""
    text = "\n".join(passages.values())
    for name in _names_in(text, incidents, facts):
        yield unless(False, "G35", f"The letter names somebody it should not name: {name}.", "Use their role instead.")
    for word in _labels_in(text):
        yield unless(
            False,
            "G36",
            f"“{word}” labels the person rather than describing what happened.",
            "Say what was done or said, or have a senior officer set this aside with a reason.",
        )
    for shown in _unbound(text, facts):
        yield unless(
            False,
            "G37",
            f"“{shown}” is not a date or time of an incident this letter relies on, or of this decision.",
            "Take it out: the letter prints dates and times from the record by itself.",
        )


def _names_in(text: str, incidents: Collection[int], facts: Mapping[str, Any]) -> list[str]:
    allowed = {name.casefold() for name in _people_named(facts)}
    rest = IncidentStaff.incident.in_(list(incidents))
    staff = IncidentStaff.select(IncidentStaff, User).join(User).where(rest) if incidents and text.strip() else []
    found = {row.user.name for row in staff if _mentions(text, row.user.name)}
    runs = {part for run in NAME.findall(text) for part in _pairs(run)}
    if runs:
        known = Customer.select(Customer.name).where(Customer.name.in_(runs))
        found |= {name for (name,) in (known | User.select(User.name).where(User.name.in_(runs))).tuples()}
    return sorted(name for name in found if name.casefold() not in allowed)


def _pairs(run: str) -> list[str]:
    parts = run.split()
    return [" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 2, len(parts) + 1)]


def _mentions(text: str, name: str) -> bool:
    return any(re.search(rf"\b{re.escape(part)}\b", text, re.IGNORECASE) for part in (name, *name.split()[-1:]))


def _people_named(facts: Mapping[str, Any]) -> Iterator[str]:
    for value in facts.values():
        if isinstance(value, Mapping):
            if isinstance(value.get("name"), str):
                yield value["name"]
            yield from _people_named(value)
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, Mapping):
                    yield from _people_named({"item": item})


def _labels_in(text: str) -> list[str]:
    return [word for word in clauses.LABEL_WORDS if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]


def _unbound(text: str, facts: Mapping[str, Any]) -> Iterator[str]:
    days = set(_values(facts, dt.date))
    for found in DATE.finditer(text):
        day, month = int(found[1]), MONTHS.split("|").index(found[2].casefold()) + 1
        if not any((one.day, one.month) == (day, month) and found[3] in (None, str(one.year)) for one in days):
            yield found[0]
    for found in NUMERIC_DATE.finditer(text):
        year = int(found[3]) + (2000 if len(found[3]) == 2 else 0)
        if (year, int(found[2]), int(found[1])) not in {(one.year, one.month, one.day) for one in days}:
            yield found[0]
    times = {(one.hour, one.minute) for one in _values(facts, dt.time)}
    for found in TIME.finditer(text):
        if _clock_time(found) not in times:
            yield found[0]


def _clock_time(found: re.Match[str]) -> tuple[int, int]:
    if found[4]:
        return int(found[4]), int(found[5])
    return int(found[1]) % 12 + (12 if found[3].casefold() == "p" else 0), int(found[2] or 0)


def _values(facts: Any, kind: type) -> Iterator[Any]:
    if isinstance(facts, kind):
        yield facts
    elif isinstance(facts, Mapping):
        for value in facts.values():
            yield from _values(value, kind)
    elif isinstance(facts, list):
        for value in facts:
            yield from _values(value, kind)


def complete(rendered: words.Rendered, facts: Mapping[str, Any], rule: str) -> Iterator[Refusal | None]:
    """G34 and the checklists: every line the letter must say is in its printed words."""
    for gap in words.missing(rendered):
        yield unless(False, rule, gap, FILL_IN)


# --- Freezing ---


def format_of(customer: Customer) -> str:
    """The layout of this customer's letters: their own where theirs is one, else standard print beside their own."""
    return clauses.FORMAT_LAYOUTS.get(customer.letter_format, "standard")


def made(customer: Customer, name: str, facts: Mapping[str, Any], passages: Mapping[str, str]) -> words.Rendered:
    """The letter in the form and language it is made in here for this customer (P 4.11). Raises LetterError."""
    language, translated = letter_language.chosen(customer, name, facts, passages)
    made = words.render(name, facts, passages, format=format_of(customer), language=language, translated=translated)
    return replace(made, lacks=letter_language.wanting(customer, made))


def freeze(
    customer: Customer, rendered: words.Rendered, facts: Mapping[str, Any], arranged: str, actor: User, now: dt.datetime
) -> Letter:
    """Keep a letter as it is sent, for ever; call it inside the deed's transaction, which writes the event.

    What goes to somebody else (a support worker, staff) is in plain English print, whatever the customer asked for.

    Raises Refused where the customer has died (G51).
    """
    died = LifeEvent.select().where(LifeEvent.customer == customer, LifeEvent.kind == "death").exists()
    answer(unless(not died, "G51", "It is recorded that this customer has died: no letter is written.")).or_refuse()
    answer(letterhead.own_hand(actor, facts)).or_refuse()
    theirs = words.template_of(rendered).audience == CUSTOMER
    return Letter.create(
        customer=customer,
        kind=rendered.template,
        title=rendered.title,
        format=rendered.format,
        asked_format=customer.letter_format if theirs else rendered.format,
        language=customer.language if theirs else "English",
        arranged=arranged,
        html=rendered.html,
        source=rendered.source,
        template=rendered.template,
        template_version=rendered.version,
        facts=_plain(facts),
        sha256=audit.letter_digest(rendered.html, rendered.source),
        style=files.keep(printing.style().encode(), "text/css", now).sha256,
        wording=_wording(rendered, now),
        unwritten=rendered.unwritten,
        written_in=rendered.language,
        issued_by=actor,
        issued_at=now,
    )


def _wording(rendered: words.Rendered, now: dt.datetime) -> str:
    """The digest of every file the letter's words come from, as one text, kept as a version in use."""
    whole = json.dumps(dict(words.template_of(rendered).files), ensure_ascii=False, sort_keys=True).encode()
    named = rendered.template, rendered.language, rendered.version
    wording_files.kept_as(*named, whole, "application/json", None, now, rendered.own)
    return files.keep(whole, "application/json", now).sha256


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else value


# --- On its way ---


def may_record_delivery(actor: User, letter: Letter, now: dt.datetime) -> Answer:
    """P box: an officer or manager records how the letter reached the customer, or that it came back."""
    return answer(
        unless(
            actor.is_officer, "role", "Only officers and managers record deliveries.", "Ask an officer.", clause="box"
        )
    )


def record_delivery(
    actor: User, letter: Letter, told: Mapping[str, Any], now: dt.datetime, expected: int | None = None
) -> Delivery:
    """Record that a letter was posted, handed over, e-mailed, read or returned (G4). Raises Refused or Invalid.

    `told["way"]` says how it was posted (first class where nothing is said).
    `expected` is the id of the newest delivery the page showed (0 for none): a second person's same click is refused.
    """
    check = Check(told)
    outcome = check.choice("outcome", "What happened", clauses.DELIVERIES, required=True)
    way = check.choice("way", "How it was posted", POSTED) if outcome == "posted" else ""
    earliest = clock.today(letter.issued_at)
    on = check.day("on", "When", latest=clock.today(now), earliest=earliest, required=True)
    kept = {
        "tracking": check.text("tracking", "Tracking number", 60),
        "words": check.text("words", "How you know", LONG, required=outcome in ("handed", "returned")),
        "address": check.text("address", "Sent to", SHORT),
    }
    check.or_refuse()
    assert on is not None
    with holding(letter) as letter:
        newest = deemed_receipt.standing(letter)
        seen = newest.id if newest else 0
        answer(
            *may_record_delivery(actor, letter, now).reasons,
            unless(
                expected is None or seen == expected,
                "stale",
                "Somebody else has recorded something about this letter in the meantime.",
                "Look at the letter, then record yours if it is still needed.",
            ),
            unless(
                outcome != "returned" or (newest is not None and newest.outcome in deemed_receipt.SENT),
                "G4",
                "Only a letter that was posted or e-mailed can come back.",
                "Record how it was sent first.",
            ),
        ).or_refuse()
        row = Delivery.create(
            letter=letter,
            customer=letter.customer_id,
            outcome=outcome,
            way=way or WAY_OF[outcome],
            on=on,
            deemed_on=deemed_receipt.deemed_on(outcome, way, on, numbers.values(now), _time_of(on, now)),
            by=actor,
            at=now,
            **kept,
        )
        audit.event(f"letter_{outcome}", letter.customer_id, actor, now, letter=letter.id, delivery=row.id, on=on)
    return row


def _time_of(on: dt.date, now: dt.datetime) -> dt.time | None:
    """The time in London, where the day is today; of an earlier day no time is known."""
    moment = clock.london(now)
    return moment.time() if moment.date() == on else None


def subject_of(letter: Letter) -> BehaviourWarning | Restriction | Marker | Review | Appeal | None:
    """What a letter gave notice of, or whose end it told of; else the review or appeal it belongs to."""
    found: Any = BehaviourWarning.get_or_none(BehaviourWarning.letter == letter)
    found = found or Restriction.get_or_none(Restriction.letter == letter)
    found = found or Marker.get_or_none(Marker.letter == letter)
    ended = None if found else Ending.get_or_none(Ending.letter == letter)
    if ended or found:
        return (ended.restriction or ended.marker) if ended else found
    review = Review.get_or_none((Review.letter == letter) | (Review.invitation == letter))
    sent = (Appeal.letter == letter) | (Appeal.acknowledgement == letter) | (Appeal.extension == letter)
    beside = None if review else SideLetter.get_or_none(SideLetter.letter == letter)
    if beside is not None:
        return beside.restriction or beside.warning or beside.marker
    return review or Appeal.get_or_none(sent)
