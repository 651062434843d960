"""What stops a letter as it is worded: names, loose dates, labels, another format or language, gaps. G33-G37."""

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from letterpress.make import render as words
from letterpress.make.sources import ENGLISH
from models import ContactWay, Customer, Incident, LifeEvent, User
from policy.core.answers import Refusal, unless
from policy.core.validation import Invalid
from policy.correspondence import facts as letter_facts
from policy.correspondence import language as letter_language
from policy.rulebook import clauses

MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
DATE = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s\u00a0]+({MONTHS})(?:[\s\u00a0]+(\d{{4}}))?\b", re.IGNORECASE)
NUMERIC_DATE = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b")
TIME = re.compile(
    r"\b(\d{1,2})(?:[.:](\d{2}))?[\s\u00a0]?([ap])\.?m\b\.?|\b([01]?\d|2[0-3]):([0-5]\d)\b", re.IGNORECASE
)
# Passages about what we did, owe or promise: they may give dates and times of their own.
OF_OURS = frozenset(
    "adjustments also answer commitments data decision equality help lessons mistake more our_part put_right reason"
    " remedy safe_route support underlying".split()
)
SPACED = r"\s+"
FILL_IN = "Fill this in; then look at the letter again."
NAME = re.compile(r"\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){1,2}")


def in_their_format(
    customer: Customer, arranged: str, letter: words.Rendered | None = None
) -> Iterator[Refusal | None]:
    """G33: an address, the standing format and language, or a note of how it is given to them outside the system.

    `letter` as it would be sent; without one, any language but English counts as one it is not made in.
    """
    yield unless(
        arranged.strip() or _has_somewhere_to_go(customer),
        "G33",
        "The letter has no address to go to: none with a postcode, or no e-mail address where they ask for e-mail.",
        "Add it to the customer's details, or write down how this letter will reach them.",
    )
    yield _in_their_layout(customer, arranged)
    yield _in_their_language(customer, arranged, letter)


def require_their_format(customer: Customer, arranged: str, letter: words.Rendered) -> None:
    """The same, asked of what is typed in one form with the letter. Raises Invalid for `arranged` (G33)."""
    for reason in in_their_format(customer, arranged, letter):
        if reason is not None:
            raise Invalid({"arranged": f"{reason.sentence} {reason.remedy}"})


def sendable(
    customer: Customer,
    sheet: words.Rendered,
    passages: Mapping[str, str],
    arranged: str,
    incidents: Sequence[Incident],
    rule: str,
) -> Iterator[Refusal | None]:
    """G33, G35-G37: what stands against sending this letter, made with these passages."""
    yield from in_their_format(customer, arranged, sheet)
    yield from fair_passages(customer, passages, incidents, sheet.given_facts)
    yield from complete(sheet, rule)


def _has_somewhere_to_go(customer: Customer) -> bool:
    """An address with its postcode; or an e-mail address, for whoever has asked for letters by e-mail."""
    if customer.letter_format != "email":
        return bool(customer.address.strip() and customer.postcode)
    email = (ContactWay.customer == customer) & (ContactWay.kind == "email") & ContactWay.ended_at.is_null()
    return ContactWay.select().where(email).exists()


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
    missing = (
        letter_language.wanting(customer, letter) if letter else [""] * (letter_language.code_of(customer) != ENGLISH)
    )
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
    """G35, G36, G37: passages and printed accounts name nobody they should not, label nobody, and follow the record."""
    yield lives(customer)
    days = [day for one in incidents for day in (one.happened_on, one.last_on)]
    known = {**facts, "customer": {"name": customer.name}, "days": days}
    yield from fair_words(passages, {one.id for one in incidents}, known)


def lives(customer: Customer) -> Refusal | None:
    """G51: nobody writes to somebody who has died."""
    died = LifeEvent.select().where(LifeEvent.customer == customer, LifeEvent.kind == "death").exists()
    return unless(not died, "G51", "It is recorded that this customer has died: no letter is written.")


def fair_words(
    passages: Mapping[str, str], incidents: Collection[int], facts: Mapping[str, Any]
) -> Iterator[Refusal | None]:
    """The same: people, days and times in `facts` may be named; the colleagues of these `incidents` may not."""
    text = "\n".join(passages.values())
    names = letter_facts.involved(incidents)
    for name in _names_in(text, names, facts):
        yield unless(False, "G35", f"The letter names somebody it should not name: {name}.", "Use their role instead.")
    for reference, account in _accounts(facts):
        for name in _names_in(account, names, facts):
            yield unless(
                False,
                "G35",
                f"Incident {reference}, as the letter prints it, names somebody it should not name: {name}.",
                "Open the incident and add how our letters put it: as “you”, with a role in place of the name.",
                incident=int(reference.rpartition("-")[2]) if reference[-1:].isdigit() else None,
            )
    for word in _labels_in(text):
        yield unless(
            False,
            "G36",
            f"“{word}” labels the person rather than describing what happened.",
            "Say what was done or said, or have a senior officer set this aside with a reason.",
        )
    for shown in _unbound("\n".join(passages[key] for key in filter(_is_bound, passages)), facts):
        yield unless(
            False,
            "G37",
            f"“{shown}” is not a date or time of an incident this letter relies on, or of this decision.",
            "Take it out: the letter prints dates and times from the record by itself.",
        )


def _is_bound(key: str) -> bool:
    """True for a passage about what happened: its days and times are those of the record (G37)."""
    return key not in OF_OURS and not key.startswith("answer")


def _accounts(facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Reference and printed account of each incident that the letter prints."""
    for value in facts.values():
        for one in value if isinstance(value, list) else ():
            if isinstance(one, Mapping) and isinstance(one.get("what_happened"), str):
                yield one["reference"], one["what_happened"]


def _names_in(text: str, involved: Sequence[str], facts: Mapping[str, Any]) -> list[str]:
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    allowed = {name.casefold() for name in _people_named(facts)}
    known_parts = {part.casefold() for name in allowed for part in name.split()}
    found = {name for name in involved if _mentions(text, name, known_parts)}
    runs = {part for run in NAME.findall(text) for part in _pairs(run)}
    if runs:
        known = Customer.select(Customer.name).where(Customer.name.in_(runs))
        found |= {name for (name,) in (known | User.select(User.name).where(User.name.in_(runs))).tuples()}
    return sorted(name for name in found if name.casefold() not in allowed)


def _pairs(run: str) -> list[str]:
    parts = run.split()
    return [" ".join(parts[i:j]) for i in range(len(parts)) for j in range(i + 2, len(parts) + 1)]


def _mentions(text: str, name: str, known_parts: Collection[str]) -> bool:
    """True where the whole name stands there, or a part of it, written as a name, that is nobody's who may be named."""
    parts = [part for part in letter_facts.name_parts(name)[1:] if part.casefold() not in known_parts]
    found = [rf"(?i:\b{SPACED.join(map(re.escape, name.split()))}\b)", *(rf"\b{re.escape(part)}\b" for part in parts)]
    return any(re.search(one, text) for one in found)


def _people_named(facts: Mapping[str, Any]) -> Iterator[str]:
    for value in facts.values():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Mapping):
                if isinstance(one.get("name"), str):
                    yield one["name"]
                yield from _people_named(one)


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
    elif isinstance(facts, (Mapping, list)):
        for value in facts.values() if isinstance(facts, Mapping) else facts:
            yield from _values(value, kind)


def complete(rendered: words.Rendered, rule: str) -> Iterator[Refusal | None]:
    """G34 and the checklists: every line the letter must say is in its printed words."""
    for gap in words.missing(rendered):
        yield unless(False, rule, gap, FILL_IN)
