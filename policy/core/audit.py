"""The only writer of events: each line carries the digest of the one before, so that a changed past shows.

The chain holds numbers, dates and keys; names and words stay in the rows it points at, of which it keeps digests
salted with a random text of the row, so that a row can be forgotten one day without breaking the chain.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import models
from models import Access, Appeal, Customer, Event, Incident, Letter, Marker, User

START = "0" * 64
# What the digest of an incident covers where its event does not say so: those logged before events kept the names.
FIRST_FIELDS = """
    aimed_at_a_person allegation behaviours came_before caused_fear channel contact_about contact_ended contact_ended_at
    contacts_counted customer date_is_about ended_at evidence_held exact_words form_key happened_on hate_element
    identified_by identity late_reason minutes_spent nonce nothing_asked observed place police police_words protected
    recorded_at recorded_by severity started_at time_unknown_because told_to_stop told_to_stop_at told_to_stop_words
    until_on what_happened who_acted witnesses
""".split()


def event(name: str, customer: Customer | int | None, actor: User | None, now: dt.datetime, **facts: Any) -> Event:
    """Append one event; call it inside the deed's own transaction. `facts` are numbers, dates, keys: nothing typed."""
    if not models.on_sqlite():
        models.db.execute_sql("LOCK TABLE event IN SHARE ROW EXCLUSIVE MODE")
    last = Event.select(Event.number, Event.digest).order_by(Event.number.desc()).first()
    number, previous = (last.number + 1, last.digest) if last else (1, START)
    customer_id = customer.id if isinstance(customer, Customer) else customer
    kept = json.loads(json.dumps(facts, default=str))
    digest = _digest(number, name, now, actor.id if actor else None, customer_id, kept, previous)
    return Event.create(
        number=number,
        name=name,
        at=now,
        actor=actor,
        customer=customer_id,
        facts=kept,
        previous=previous,
        digest=digest,
    )


def newest(customer_id: int, names: Collection[str], noun: str, number: int, most: int = 200) -> Event | None:
    """The newest event with one of these names whose fact `noun` is `number`, with its actor, among the last `most`."""
    query = Event.select(Event, User).join(User).where(Event.customer == customer_id, Event.name.in_(list(names)))
    rows = query.order_by(Event.number.desc()).limit(most)
    return next((one for one in rows if one.facts.get(noun) == number), None)


def _digest(
    number: int, name: str, at: dt.datetime, actor: int | None, customer: int | None, facts: Any, previous: str
) -> str:
    moment = at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    line = json.dumps([number, name, moment, actor, customer, facts, previous], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(line.encode()).hexdigest()


def seen(
    actor: User,
    customer: Customer | int,
    what: str,
    now: dt.datetime,
    marker: Marker | None = None,
    reason: str = "",
    **facts: Any,
) -> None:
    """Note that somebody looked: a contact check, a marker (G60). The access log is the one thing that a GET writes.

    `facts` are numbers, dates and keys. The log is kept beside the chain of events, append-only like it.
    """
    customer_id = customer.id if isinstance(customer, Customer) else customer
    kept = json.loads(json.dumps(facts, default=str))
    with models.writing():
        Access.create(user=actor, customer=customer_id, what=what, marker=marker, reason=reason, facts=kept, at=now)


def incident_seal(incident: Incident) -> dict[str, Any]:
    """What the event of an incident keeps of it: the digest of the row, and the names of the fields it covers.

    The names are those of today, so that a column added later leaves the evidence of today as it is.
    """
    fields = sorted(name for name in Incident._meta.fields if name != "id")
    return {"digest": _incident_digest(incident, fields), "fields": fields}


def _incident_digest(incident: Incident, fields: Sequence[str]) -> str:
    """Digest of these fields of an incident as first told, salted with the row's own random text."""
    told = {name: incident.__data__[name] for name in fields}
    moment = told["recorded_at"].astimezone(dt.UTC)
    told["recorded_at"] = moment.replace(tzinfo=None).isoformat(timespec="microseconds")
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def _as_first_told(incident: Incident, facts: Mapping[str, Any]) -> bool:
    """True where every field that was covered is still there and says what it said."""
    fields = facts.get("fields", FIRST_FIELDS)
    return set(fields) <= incident.__data__.keys() and _incident_digest(incident, fields) == facts["digest"]


def letter_digest(html: str, source: str) -> str:
    """Digest of a letter's words as sent: the page and its source together."""
    return hashlib.sha256(f"{html}\0{source}".encode()).hexdigest()


def sent(letter: Letter | None) -> dict[str, Any]:
    """What an event keeps of the letter that went with it, its number and digest; nothing where none did."""
    return {"letter": letter.id, "letter_digest": letter.sha256} if letter is not None else {}


def bundle_digest(bundle: Any) -> str:
    """Digest of what was on the file when an appeal came in (G47)."""
    return hashlib.sha256(json.dumps(bundle, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def verify() -> Iterator[str]:
    """Check the whole chain and every row it points at; yields a sentence for each fault, nothing when all is well."""
    previous, number = START, 0
    for line in Event.select().order_by(Event.number).iterator():
        number += 1
        if line.number != number:
            yield f"Event {number} is missing."
            number = line.number
        if line.previous != previous:
            yield f"Event {line.number} does not follow from the one before it."
        if line.digest != _digest(
            line.number, line.name, line.at, line.actor_id, line.customer_id, line.facts, line.previous
        ):
            yield f"Event {line.number} was changed after it was written."
        yield from _rows_behind(line)
        previous = line.digest


def _rows_behind(line: Event) -> Iterator[str]:
    facts = line.facts
    if line.name == "incident_logged":
        incident = Incident.get_or_none(Incident.id == facts["incident"])
        if incident is None or not _as_first_told(incident, facts):
            yield f"Incident {facts['incident']} is not as it was first told."
    if "letter_digest" in facts:
        letter = Letter.get_or_none(Letter.id == facts["letter"])
        if letter is None or letter_digest(letter.html, letter.source) != facts["letter_digest"]:
            yield f"Letter {facts['letter']} is not as it was sent."
    if "bundle_digest" in facts:
        appeal = Appeal.get_or_none(Appeal.id == facts["appeal"])
        if appeal is None or bundle_digest(appeal.bundle) != facts["bundle_digest"]:
            yield f"What was kept with appeal {facts['appeal']} is not as it was when it came in."
