"""Incidents: logging what happened, and those that look alike (P 1.3, 3.2-3.4)."""

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from models import Customer, Incident, IncidentStaff, User, holding
from policy.core import audit, clock, form_keys, numbers
from policy.core.answers import YES, Answer
from policy.core.register import LOGS, deed, only_for
from policy.core.validation import LONG, Check, clean
from policy.incidents import requests as incident_requests
from policy.incidents.police import POLICE
from policy.rulebook import clauses

MOST_CONTACTS = 100_000
NEAR = dt.timedelta(days=3650)
LONG_TEXTS = {
    "what_happened": "What happened",
    "exact_words": "The words used",
    "time_unknown_because": "Why the time is not known",
    "place": "Where",
    "identified_by": "How you know who it was",
    "told_to_stop_words": "What was said, and the answer",
    "contact_about": "What the contact was about",
    "came_before": "What came before",
    "allegation": "The complaint about a colleague",
    "observed": "Anything you noticed",
    "witnesses": "Who else saw it",
    "evidence_held": "Where the evidence is kept",
    "police_words": "Police",
    "late_reason": "Why it is logged late",
}
TIMES = {  # in the order they come
    "started_at": "it started",
    "told_to_stop_at": "the customer was asked to stop",
    "contact_ended_at": "the contact was ended",
    "ended_at": "it ended",
}


@only_for(*LOGS, says="Your role does not log incidents.", remedy="Ask a colleague who does.")
def may_log(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """P 3.2: anybody who works with customers may log an incident."""
    return YES


class AtOnce(TypedDict, total=False):
    """What must be said at once of an incident; the short form asks no more."""

    what_happened: str
    channel: str
    happened_on: dt.date | None
    started_at: dt.time | None


class Entry(AtOnce, incident_requests.RequestEntry, total=False):
    """An incident as somebody tells it, and what was asked for in the same contact (P 3.2.6, G38)."""

    exact_words: str
    date_is_about: bool
    ended_at: dt.time | None
    time_unknown_because: str | None
    until_on: dt.date | None  # of a pattern over a period
    contacts_counted: list[dict[str, Any]] | None  # {"channel": …, "count": …} each
    minutes_spent: int | None
    place: str
    behaviours: list[str]
    severity: int | None
    who_acted: str
    identified_by: str
    identity: str
    aimed_at_a_person: bool | None
    caused_fear: bool | None
    hate_element: bool
    told_to_stop: bool
    told_to_stop_at: dt.time | None
    told_to_stop_words: str
    contact_ended: bool
    contact_ended_at: dt.time | None
    contact_about: str
    nothing_asked: bool
    came_before: str
    protected: str
    allegation: str
    observed: str
    witnesses: str
    evidence_held: str
    police: str
    police_words: str
    late_reason: str


def checked(entry: Entry, now: dt.datetime) -> dict[str, Any]:
    """The columns of an incident from what was typed. Raises Invalid with a sentence for each field at fault."""
    check, today = Check(entry), clock.today(now)
    columns: dict[str, Any] = {
        name: check.text(name, label, LONG, required=name == "what_happened") for name, label in LONG_TEXTS.items()
    } | {
        "happened_on": check.day("happened_on", "When it happened", latest=today, earliest=today - NEAR, required=True),
        "until_on": check.day("until_on", "The last day of the period", latest=today),
        "channel": check.choice("channel", "How it happened", clauses.CHANNELS, required=True),
        "behaviours": check.choices("behaviours", "What kind of behaviour", clauses.BEHAVIOURS),
        "severity": check.choice("severity", "How serious", clauses.SEVERITIES) or 1,
        "who_acted": check.choice("who_acted", "Who did it", clauses.WHO_ACTED) or "customer",
        "identity": check.choice("identity", "How sure you are who it was", clauses.IDENTITIES) or "certain",
        "protected": check.choice("protected", "Part of the contact", clauses.PROTECTED),
        "police": check.choice("police", "Police", POLICE),
    }
    for name in ("date_is_about", "hate_element", "told_to_stop", "contact_ended", "nothing_asked"):
        columns[name] = bool(entry.get(name))
    for name in ("aimed_at_a_person", "caused_fear", "minutes_spent", *TIMES):
        columns[name] = entry.get(name)
    if columns["nothing_asked"] and clean(entry.get("request")):
        check.wrong("nothing_asked", "You wrote down a request above. Take it out, or leave this box empty.")
    check_times(check, now)
    columns["contacts_counted"] = _counts(check, entry, columns)
    check.or_refuse()
    return columns


def check_times(check: Check, now: dt.datetime) -> None:
    """Note each time that is before the one it follows, or that has not come yet on the day `happened_on`."""
    given = [(name, check.told[name], words) for name, words in TIMES.items() if check.told.get(name)]
    for (_, before, first), (name, after, then) in itertools.pairwise(given):
        if after < before:
            check.wrong(
                name,
                f"The time when {then} ({clock.time_words(after)}) is before the time when {first} "
                f"({clock.time_words(before)}). If it went past midnight, log each day by itself.",
            )
    if check.told.get("happened_on") == clock.today(now):
        this_minute = clock.london(now).time()
        for name, time, words in given:
            if time > this_minute:
                check.wrong(name, f"The time when {words} ({clock.time_words(time)}) has not come yet today.")


def _counts(check: Check, entry: Entry, columns: Mapping[str, Any]) -> list[dict[str, Any]]:
    counted = []
    for row in entry.get("contacts_counted") or []:
        if row["channel"] not in clauses.CHANNELS or not 0 < int(row["count"]) <= MOST_CONTACTS:
            check.wrong("contacts_counted", f"Contacts: give a number from 1 to {MOST_CONTACTS:,} for each way.")
        counted.append({"channel": row["channel"], "count": int(row["count"])})
    first, last, minutes = columns["happened_on"], columns["until_on"], columns["minutes_spent"]
    if first and last and last < first:
        check.wrong(
            "until_on", f"The period ends on {clock.day_words(last)}, before it begins on {clock.day_words(first)}."
        )
    if last and not counted:
        check.wrong("contacts_counted", "Contacts: a pattern over a period needs the contacts counted (3.3.3, 3.4.3).")
    if minutes is not None and not 0 <= minutes <= MOST_CONTACTS:
        check.wrong("minutes_spent", f"Minutes spent: give a number from 0 to {MOST_CONTACTS:,}.")
    return counted


def newest(customer: Customer, most: int, since: dt.date | None = None) -> list[Incident]:
    """At most so many incidents of a customer, newest first; those that ended before `since` are left out."""
    query = Incident.select().where(Incident.customer == customer)
    if since is not None:
        query = query.where((Incident.until_on >= since) | (Incident.happened_on >= since))
    return list(query.order_by(Incident.happened_on.desc(), Incident.id.desc()).limit(most))


def staff_of(incident: Incident) -> list[IncidentStaff]:
    """Who of us was part of it, each with the person."""
    return list(IncidentStaff.select(IncidentStaff, User).join(User).where(IncidentStaff.incident == incident))


def look_alikes(customer: Customer, entry: Entry, now: dt.datetime) -> list[Incident]:
    """Incidents already logged that may be this one: same day, same way, near in time. Shown, never refused."""
    query = (
        Incident.select(Incident, User)
        .join(User)
        .where(
            Incident.customer == customer,
            Incident.happened_on == entry.get("happened_on"),
            Incident.channel == entry.get("channel"),
        )
    )
    minutes = numbers.value("duplicate_minutes", now)
    return [other for other in query.order_by(Incident.id) if _near(other.started_at, entry.get("started_at"), minutes)]


def _near(one: dt.time | None, other: dt.time | None, minutes: int) -> bool:
    if one is None or other is None:
        return True
    apart = abs((one.hour - other.hour) * 60 + one.minute - other.minute)
    return apart <= minutes


@deed("log_incident", label="Log an incident", clause="3.2.1", asks=may_log, event=("incident_logged", "request_taken"))
def log(
    actor: User,
    customer: Customer,
    entry: Entry,
    now: dt.datetime,
    form_key: str,
    staff: Sequence[tuple[User, str]] = (),
) -> Incident:
    """Log an incident; the same `form_key` and words a second time answer the incident already logged.

    `staff`: who of us was part of it, and as what. Raises Refused or Invalid.
    """
    columns = checked(entry, now)
    request = incident_requests.columns_of(entry, actor, now)
    form_key = _log_key(form_key, actor, customer, entry, staff)
    with holding(customer) as customer:
        known = Incident.get_or_none(Incident.form_key == form_key)
        if known:
            return known
        may_log(actor, customer, now).or_refuse()
        incident = Incident.create(customer=customer, recorded_by=actor, recorded_at=now, form_key=form_key, **columns)
        for user, part in staff:
            IncidentStaff.create(incident=incident, user=user, part=part)
        seal = audit.incident_seal(incident.fresh())
        audit.event("incident_logged", customer, actor, now, incident=incident.id, **seal)
        if request:
            incident_requests.take(incident, customer, actor, now, request)
    return incident


def logged_before(
    form_key: str, actor: User, customer: Customer, entry: Entry, staff: Sequence[tuple[User, str]] = ()
) -> bool:
    """True where the same form has been logged already."""
    return Incident.select().where(Incident.form_key == _log_key(form_key, actor, customer, entry, staff)).exists()


def _log_key(form_key: str, actor: User, customer: Customer, entry: Entry, staff: Sequence[tuple[User, str]]) -> str:
    return form_keys.key(form_key, actor, customer, entry, [[one.id, part] for one, part in staff])
