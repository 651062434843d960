"""Incidents: logging what happened, adding to it, triage, and the request that came with it (P 1.3, 3.2-3.4, 4.1)."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from models import (
    Customer,
    CustomerRequest,
    Incident,
    IncidentNote,
    IncidentStaff,
    User,
    holding,
    marks,
    rows_of,
)
from policy.core import audit, clock, numbers, work_item
from policy.core.answers import Answer, answer, unless
from policy.core.validation import LONG, SHORT, Check, Invalid, clean
from policy.core.work_item import Item, item
from policy.incidents import evidence, police, severity
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
OUTCOMES: dict[str, tuple[str, Mapping[str, str]]] = {
    "triage": ("What to do", clauses.TRIAGE_OUTCOMES),
    "identity": ("How sure we are now", clauses.IDENTITIES),
    "police": ("The police", POLICE),
}


def may_log(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """P 3.2: anybody who works with customers may log an incident."""
    return answer(
        unless(actor.logs_incidents, "role", "Your role does not log incidents.", "Ask a colleague who does.")
    )


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


def log(
    actor: User,
    customer: Customer,
    told: Mapping[str, Any],
    now: dt.datetime,
    form_key: str,
    staff: Sequence[tuple[User, str]] = (),
) -> Incident:
    """Log an incident as told; the same `form_key` a second time answers the incident already logged.

    `told` has the columns of Incident; `request`, `request_owner` (User) and `request_due` belong to the request that
    came with it (P 3.2.6, G38). Raises Refused or Invalid.
    """
    kept = checked(told, now)
    request = _request(told, actor, now)
    with holding(customer) as customer:
        known = Incident.get_or_none(Incident.form_key == form_key)
        if known:
            return known
        may_log(actor, customer, now).or_refuse()
        incident = Incident.create(customer=customer, recorded_by=actor, recorded_at=now, form_key=form_key, **kept)
        for user, part in staff:
            IncidentStaff.create(incident=incident, user=user, part=part)
        digest = audit.incident_digest(incident.fresh())
        audit.event("incident_logged", customer, actor, now, incident=incident.id, digest=digest)
        if request:
            _take(incident, customer, actor, now, request)
    return incident


def _request(told: Mapping[str, Any], actor: User, now: dt.datetime) -> dict[str, Any] | None:
    words = Check(told).text("request", "What was asked for")
    if not words:
        return None
    today = clock.today(now)
    check = Check(told)
    check.text("request", "What was asked for")
    due = check.day("request_due", "Answer due by", earliest=today, latest=today + dt.timedelta(days=366))
    check.or_refuse()
    due = due or clock.working_days_after(today, numbers.value("request_days", now))
    return {"words": words, "owner": told.get("request_owner") or actor, "due_on": due}


def _take(
    incident: Incident, customer: Customer, actor: User, now: dt.datetime, request: Mapping[str, Any]
) -> CustomerRequest:
    row = CustomerRequest.create(incident=incident, customer=customer, **request)
    audit.event(
        "request_taken", customer, actor, now, incident=incident.id, request=row.id, owner=row.owner_id, due=row.due_on
    )
    return row


def may_take_request(actor: User, incident: Incident, now: dt.datetime) -> Answer:
    """P 3.2.6: what was properly asked for in the same contact is noted by whoever works on it, at any time."""
    own = actor.id == incident.recorded_by_id and actor.active
    return answer(
        unless(
            own or actor.is_officer,
            "role",
            "Only the person who logged this, or somebody who works on the file, can add to it.",
            clause="3.2.6",
        )
    )


def take_request(actor: User, incident: Incident, told: Mapping[str, Any], now: dt.datetime) -> CustomerRequest:
    """Note a request that came with an incident, with its owner and date (G38); the same words twice are one request.

    Raises Refused or Invalid.

    `told`: request (words), request_owner (User), request_due.
    """
    request = _request(told, actor, now)
    if request is None:
        raise Invalid({"request": "What was asked for: please fill this in."})
    with holding(incident) as incident:
        may_take_request(actor, incident, now).or_refuse()
        known = CustomerRequest.get_or_none(incident=incident, words=request["words"])
        return known or _take(incident, incident.customer, actor, now, request)


def may_add_note(actor: User, incident: Incident, kind: str, now: dt.datetime) -> Answer:
    """G64: nothing is overwritten; whoever logged it or sees the file may add, and triage is a manager's."""
    own = actor.id == incident.recorded_by_id and actor.active
    return answer(
        unless(
            own or actor.has("officer", "manager", "senior_officer", "safety_lead"),
            "role",
            "Only the person who logged this, or somebody who works on the file, can add to it.",
        ),
        unless(
            kind != "triage" or actor.is_manager,
            "role",
            "Only a manager decides what to do about an incident.",
            "Ask a manager.",
        ),
    )


def add_note(
    actor: User, incident: Incident, kind: str, words: str, now: dt.datetime, form_key: str, outcome: str = ""
) -> IncidentNote:
    """Add a correction, an account, a finding or a triage to an incident (G64). Raises Refused or Invalid."""
    check = Check({"words": words, "kind": kind, "outcome": outcome})
    words = check.text("words", "Your note", LONG, required=True)
    check.choice("kind", "Kind of note", clauses.NOTE_KINDS, required=True)
    if kind in OUTCOMES:
        check.choice("outcome", *OUTCOMES[kind], required=True)
    check.or_refuse()
    with holding(incident) as incident:
        known = IncidentNote.get_or_none(IncidentNote.form_key == form_key)
        if known:
            return known
        may_add_note(actor, incident, kind, now).or_refuse()
        note = IncidentNote.create(
            incident=incident, kind=kind, outcome=outcome, words=words, by=actor, at=now, form_key=form_key
        )
        name = "incident_triaged" if kind == "triage" else "incident_added_to"
        audit.event(name, incident.customer_id, actor, now, incident=incident.id, note=note.id, kind=kind)
    return note


def may_complete(actor: User, incident: Incident, now: dt.datetime) -> Answer:
    """G64: what was left out at first may be added by whoever logged it or works on the file."""
    return may_add_note(actor, incident, "completed", now)


FIELDS = {"behaviours": "behaviours", "time": "started_at", "exact_words": "exact_words", "police": "police"}


def left_out(incident: Incident) -> list[str]:
    """What a decision will need of this incident and nobody has said yet: behaviours, time, exact_words, police."""
    said: dict[str, Any] = {
        "behaviours": incident.behaviours,
        "time": incident.has_time,
        "exact_words": incident.exact_words,
        "police": not police.is_owed(incident) or police.is_recorded(incident, _about_police(incident)),
    }
    return [name for name, words in said.items() if not words]


def complete(actor: User, incident: Incident, told: Mapping[str, Any], now: dt.datetime, form_key: str) -> IncidentNote:
    """Add what was left out: `behaviours`, `started_at`, `time_unknown_because`, `exact_words`, `police` with
    `police_words`; nothing is replaced.

    Raises Refused, or Invalid where it is nothing, cannot be, or was said already.
    """
    check = Check(told)
    given: dict[str, Any] = {
        "behaviours": check.choices("behaviours", "What kind of behaviour", clauses.BEHAVIOURS),
        "started_at": told.get("started_at"),
        "time_unknown_because": check.text("time_unknown_because", LONG_TEXTS["time_unknown_because"], SHORT),
        "exact_words": check.text("exact_words", LONG_TEXTS["exact_words"]),
        "police": check.choice("police", LONG_TEXTS["police_words"], POLICE),
        "police_words": check.text("police_words", LONG_TEXTS["police_words"]),
    }
    given = {name: value for name, value in given.items() if value}
    if not given and not check.errors:
        still = left_out(*evidence.completed([Incident.get_by_id(incident.id)]))
        check.wrong(FIELDS[still[0]] if still else "exact_words", "Fill in what was left out: at least one of these.")
    if "started_at" in given:
        _times(check, {"started_at": given["started_at"], "happened_on": incident.happened_on}, clock.today(now), now)
    check.or_refuse()
    with holding(incident) as incident:
        known = IncidentNote.get_or_none(IncidentNote.form_key == form_key)
        if known:
            return known
        may_complete(actor, incident, now).or_refuse()
        evidence.completed([incident])
        for name in given:
            if getattr(incident, name):
                check.wrong(name, "This has been said already. If it is not right, add a correction.")
        _said_why(check, incident, given)
        check.or_refuse()
        added = {name: value.isoformat() if name == "started_at" else value for name, value in given.items()}
        note = IncidentNote.create(
            incident=incident, kind="completed", words=_said(given), added=added, by=actor, at=now, form_key=form_key,
            outcome=_police_in(incident, given),
        )  # fmt: skip
        audit.event(
            "incident_added_to", incident.customer_id, actor, now, incident=incident.id, note=note.id, kind="completed"
        )
    return note


def _police_in(incident: Incident, given: Mapping[str, Any]) -> str:
    """The answer about the police that these additions come to, as the note keeps it; empty where they say nothing."""
    told = bool(given.keys() & {"police", "police_words"})
    return (given.get("police") or incident.police) if told else ""


def _said_why(check: Check, incident: Incident, given: Mapping[str, Any]) -> None:
    answer_now, why = _police_in(incident, given), given.get("police_words") or incident.police_words
    if given.get("police_words") and not answer_now:
        check.wrong("police", "Say first whether the police were told.")
    if answer_now in ("not_reported", "not_needed") and not why:
        check.wrong("police_words", "Say why the police were not told (3.2.8).")


def _about_police(incident: Incident) -> list[IncidentNote]:
    found = IncidentNote.select().where(IncidentNote.incident == incident, IncidentNote.kind.in_(police.NOTES))
    return list(found.order_by(IncidentNote.id))


def _said(given: Mapping[str, Any]) -> str:
    said = [clauses.BEHAVIOURS[key].words for key in given.get("behaviours", ())]
    if "started_at" in given:
        said.append(f"It started at {clock.time_words(given['started_at'])}")
    if "time_unknown_because" in given:
        said.append(f"The time is not known: {given['time_unknown_because']}")
    if "exact_words" in given:
        said.append(f"The words were: “{given['exact_words']}”")
    if "police" in given:
        said.append(f"The police: {POLICE[given['police']].lower()}")
    if "police_words" in given:
        said.append(f"About the police: {given['police_words']}")
    return "\n".join(said)


def needs(actor: User, now: dt.datetime) -> Iterator[Item]:
    """G69: a threat or violence without an answer about the police waits for who logged it and for managers."""
    today = clock.today(now)
    is_serious, values = severity.where(severity.THREATENING)
    rest = (
        f"WHERE {is_serious} AND NOT (police = 'reported' OR (police <> '' AND police_words <> ''))"  # noqa: S608 - nothing typed
        " AND NOT EXISTS (SELECT 1 FROM incident_note n WHERE n.incident_id = incident.id"
        f" AND n.kind IN ({marks(police.NOTES)}) AND n.outcome IN ({marks(POLICE)}))"
        " AND NOT EXISTS (SELECT 1 FROM declaration d WHERE d.incident_id = incident.id)"
    )
    found: list[Any] = [*values, *police.NOTES, *POLICE]
    if not actor.has("manager", "senior_officer"):
        rest, found = f"{rest} AND recorded_by_id = ?", [*found, actor.id]
    columns = "id, recorded_at, recorded_by_id"
    for one in rows_of(Incident, f"{rest} ORDER BY id LIMIT {work_item.EACH_AT_MOST}", *found, columns=columns):
        by = clock.today(one.recorded_at)
        if one.recorded_by_id == actor.id or work_item.comes_to(actor, by, today, "manager"):
            sentence = f"Record whether the police were told about incident {one.reference}"
            yield item(sentence, sentence, "incidents.show", {"incident_id": one.id}, by, today)


def may_pass_request(actor: User, request: CustomerRequest, now: dt.datetime) -> Answer:
    """P 3.2.7: nobody must answer abuse addressed to them; the owner passes the reply to their line manager."""
    return answer(
        unless(request.answered_at is None, "state", "This request has been answered.", clause="3.2.7"),
        unless(
            actor.id == request.owner_id or actor.is_manager,
            "role",
            "Only the person who has this request, or a manager, can pass it on.",
            clause="3.2.7",
        ),
        unless(
            _line_manager(request),
            "state",
            "No line manager is set for the person who has this request.",
            "An administrator sets line managers under Settings.",
            clause="3.2.7",
        ),
    )


def _line_manager(request: CustomerRequest) -> User | None:
    return request.owner.line_manager


def pass_request(actor: User, request: CustomerRequest, now: dt.datetime) -> None:
    """Hand the reply to the owner's line manager in one step (P 3.2.7). Raises Refused."""
    with holding(request) as request:
        may_pass_request(actor, request, now).or_refuse()
        request.owner = _line_manager(request) or request.owner
        request.passed_by, request.passed_at = actor, now
        request.save()
        audit.event("request_passed", request.customer_id, actor, now, request=request.id, owner=request.owner_id)


def may_answer_request(actor: User, request: CustomerRequest, now: dt.datetime) -> Answer:
    """P 3.2.6: what was properly asked for is answered, whatever the manner in which it was asked."""
    return answer(
        unless(request.answered_at is None, "state", "This request has been answered already.", clause="3.2.6"),
        unless(actor.logs_incidents, "role", "Your role does not answer customers' requests.", clause="3.2.6"),
    )


def answer_request(actor: User, request: CustomerRequest, words: str, now: dt.datetime) -> None:
    """Record how and when the request was answered (P 3.2.6). Raises Refused or Invalid."""
    check = Check({"answer": words})
    words = check.text("answer", "How it was answered", LONG, required=True)
    check.or_refuse()
    with holding(request) as request:
        may_answer_request(actor, request, now).or_refuse()
        request.answer, request.answered_by, request.answered_at = words, actor, now
        request.save()
        audit.event("request_answered", request.customer_id, actor, now, request=request.id)
