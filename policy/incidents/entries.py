"""Incidents: logging what happened, and those that look alike (P 1.3, 3.2-3.4)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

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


@only_for(*LOGS, says="Your role does not log incidents.", remedy="Ask a colleague who does.")
def may_log(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """P 3.2: anybody who works with customers may log an incident."""
    return YES


def checked(told: Mapping[str, Any], now: dt.datetime) -> dict[str, Any]:
    """The columns of an incident from what was typed. Raises Invalid with a sentence for each field at fault."""
    check = Check(told)
    today = clock.today(now)
    kept: dict[str, Any] = {
        name: check.text(name, label, LONG, required=name == "what_happened") for name, label in LONG_TEXTS.items()
    }
    kept["happened_on"] = check.day(
        "happened_on", "When it happened", latest=today, earliest=today - NEAR, required=True
    )
    kept["until_on"] = check.day("until_on", "The last day of the period", latest=today)
    kept["channel"] = check.choice("channel", "How it happened", clauses.CHANNELS, required=True)
    kept["behaviours"] = check.choices("behaviours", "What kind of behaviour", clauses.BEHAVIOURS)
    kept["severity"] = check.choice("severity", "How serious", clauses.SEVERITIES) or 1
    kept["who_acted"] = check.choice("who_acted", "Who did it", clauses.WHO_ACTED) or "customer"
    kept["identity"] = check.choice("identity", "How sure you are who it was", clauses.IDENTITIES) or "certain"
    kept["protected"] = check.choice("protected", "Part of the contact", clauses.PROTECTED)
    kept["police"] = check.choice("police", "Police", POLICE)
    for name in ("date_is_about", "hate_element", "told_to_stop", "contact_ended", "nothing_asked"):
        kept[name] = bool(told.get(name))
    for name in ("aimed_at_a_person", "caused_fear"):
        kept[name] = told.get(name)
    if kept["nothing_asked"] and clean(told.get("request")):
        check.wrong("nothing_asked", "You wrote down a request above. Take it out, or leave this box empty.")
    kept.update(_times(check, told, today, now))
    kept.update(_counts(check, told, kept))
    check.or_refuse()
    return kept


def _times(check: Check, told: Mapping[str, Any], today: dt.date, now: dt.datetime) -> dict[str, dt.time | None]:
    names = ("started_at", "told_to_stop_at", "contact_ended_at", "ended_at")
    times: dict[str, dt.time | None] = {name: told.get(name) for name in names}
    labels = ("it started", "the customer was asked to stop", "the contact was ended", "it ended")
    given = [(name, times[name], words) for name, words in zip(names, labels, strict=True) if times[name]]
    for (_, before, first), (name, after, then) in zip(given, given[1:], strict=False):
        if before and after and after < before:
            check.wrong(
                name,
                f"The time when {then} ({clock.time_words(after)}) is before the time when {first} "
                f"({clock.time_words(before)}). If it went past midnight, log each day by itself.",
            )
    if told.get("happened_on") == today:
        this_minute = clock.london(now).time()
        for name, time, words in given:
            if time and time > this_minute:
                check.wrong(name, f"The time when {words} ({clock.time_words(time)}) has not come yet today.")
    return times


def _counts(check: Check, told: Mapping[str, Any], kept: Mapping[str, Any]) -> dict[str, Any]:
    counted = []
    for row in told.get("contacts_counted") or []:
        if row["channel"] not in clauses.CHANNELS or not 0 < int(row["count"]) <= MOST_CONTACTS:
            check.wrong("contacts_counted", f"Contacts: give a number from 1 to {MOST_CONTACTS:,} for each way.")
        counted.append({"channel": row["channel"], "count": int(row["count"])})
    first, last = kept["happened_on"], kept["until_on"]
    if first and last and last < first:
        check.wrong(
            "until_on", f"The period ends on {clock.day_words(last)}, before it begins on {clock.day_words(first)}."
        )
    if last and not counted:
        check.wrong("contacts_counted", "Contacts: a pattern over a period needs the contacts counted (3.3.3, 3.4.3).")
    minutes = told.get("minutes_spent")
    if minutes is not None and not 0 <= minutes <= MOST_CONTACTS:
        check.wrong("minutes_spent", f"Minutes spent: give a number from 0 to {MOST_CONTACTS:,}.")
    return {"contacts_counted": counted, "minutes_spent": minutes}


def look_alikes(customer: Customer, told: Mapping[str, Any], now: dt.datetime) -> list[Incident]:
    """Incidents already logged that may be this one: same day, same way, near in time. Shown, never refused."""
    query = (
        Incident.select(Incident, User)
        .join(User)
        .where(
            Incident.customer == customer,
            Incident.happened_on == told.get("happened_on"),
            Incident.channel == told.get("channel"),
        )
    )
    minutes = numbers.value("duplicate_minutes", now)
    return [other for other in query.order_by(Incident.id) if _near(other.started_at, told.get("started_at"), minutes)]


def _near(one: dt.time | None, other: dt.time | None, minutes: int) -> bool:
    if one is None or other is None:
        return True
    apart = abs((one.hour - other.hour) * 60 + one.minute - other.minute)
    return apart <= minutes


@deed("log_incident", label="Log an incident", clause="3.2.1", asks=may_log, event=("incident_logged", "request_taken"))
def log(
    actor: User,
    customer: Customer,
    told: Mapping[str, Any],
    now: dt.datetime,
    form_key: str,
    staff: Sequence[tuple[User, str]] = (),
) -> Incident:
    """Log an incident as told; the same `form_key` and words a second time answer the incident already logged.

    `told` has the columns of Incident; `request`, `request_owner` (User) and `request_due` belong to the request that
    came with it (P 3.2.6, G38). Raises Refused or Invalid.
    """
    kept = checked(told, now)
    request = incident_requests.request_in(told, actor, now)
    form_key = _log_key(form_key, actor, customer, told, staff)
    with holding(customer) as customer:
        known = Incident.get_or_none(Incident.form_key == form_key)
        if known:
            return known
        may_log(actor, customer, now).or_refuse()
        incident = Incident.create(customer=customer, recorded_by=actor, recorded_at=now, form_key=form_key, **kept)
        for user, part in staff:
            IncidentStaff.create(incident=incident, user=user, part=part)
        seal = audit.incident_seal(incident.fresh())
        audit.event("incident_logged", customer, actor, now, incident=incident.id, **seal)
        if request:
            incident_requests.take(incident, customer, actor, now, request)
    return incident


def logged_before(
    form_key: str, actor: User, customer: Customer, told: Mapping[str, Any], staff: Sequence[tuple[User, str]] = ()
) -> bool:
    """True where the same form has been logged already."""
    return Incident.select().where(Incident.form_key == _log_key(form_key, actor, customer, told, staff)).exists()


def _log_key(
    form_key: str, actor: User, customer: Customer, told: Mapping[str, Any], staff: Sequence[tuple[User, str]]
) -> str:
    return form_keys.key(form_key, actor, customer, told, [[one.id, part] for one, part in staff])
