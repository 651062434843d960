"""What is added to an incident later: corrections, accounts, findings, triage, and what was left out (P 4.1, 4.2)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypedDict

from models import (
    BehaviourWarning,
    Incident,
    IncidentNote,
    Marker,
    Restriction,
    RestrictionIncident,
    User,
    WarningIncident,
    holding,
)
from policy.core import audit, clock, form_keys
from policy.core.answers import YES, Answer, answer
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, SHORT, Check
from policy.incidents import evidence, police
from policy.incidents import requests as incident_requests
from policy.incidents.entries import LONG_TEXTS, check_times
from policy.incidents.police import POLICE
from policy.rulebook import clauses

OUTCOMES: dict[str, tuple[str, Mapping[str, str]]] = {
    "triage": ("What to do", clauses.TRIAGE_OUTCOMES),
    "identity": ("How sure we are now", clauses.IDENTITIES),
    "police": ("The police", POLICE),
}


@only_for("manager", says="Only a manager decides what to do about an incident.", remedy="Ask a manager.")
def may_triage(actor: User, incident: Incident, now: dt.datetime) -> Answer:
    """P 4.2: a manager decides what is done about an incident."""
    return YES


@only_for(*WORKS, "safety_lead", says=incident_requests.ADDS, also=(incident_requests.WHO_LOGGED,))
def may_add_note(actor: User, incident: Incident, kind: str, now: dt.datetime) -> Answer:
    """G64: nothing is overwritten; whoever logged it or sees the file may add, and triage is a manager's."""
    return answer(may_triage(actor, incident, now).reasons if kind == "triage" else None)


@deed(
    "triage_incident",
    label="Decide what to do about an incident",
    clause="4.2",
    asks=may_triage,
    event="incident_triaged",
)
@deed(
    "add_to_incident",
    label="Add a correction, an account or a finding to an incident",
    clause="4.2",
    asks=may_add_note,
    event="incident_added_to",
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
    form_key = form_keys.key(form_key, actor, incident, {"kind": kind, "outcome": outcome, "words": words})
    with holding(incident) as incident:
        known = IncidentNote.get_or_none(IncidentNote.form_key == form_key)
        if known:
            return known
        may_add_note(actor, incident, kind, now).or_refuse()
        note = IncidentNote.create(
            incident=incident, kind=kind, outcome=outcome, words=words, by=actor, at=now, form_key=form_key
        )
        if kind == "letter":
            _changes_letters(incident)
        name = "incident_triaged" if kind == "triage" else "incident_added_to"
        audit.event(name, incident.customer_id, actor, now, incident=incident.id, note=note.id, kind=kind)
    return note


def _changes_letters(incident: Incident) -> None:
    """A draft that prints this incident is another version now: whoever read it has not seen these words (G14)."""
    warnings = (
        BehaviourWarning.select()
        .join(WarningIncident)
        .where(WarningIncident.incident == incident, BehaviourWarning.issued_at.is_null())
    )
    restrictions = (
        Restriction.select()
        .join(RestrictionIncident)
        .where(RestrictionIncident.incident == incident, Restriction.issued_at.is_null())
    )
    markers = Marker.select().where(Marker.incident == incident, Marker.approved_at.is_null())
    for draft in (one.fresh() for one in (*warnings, *restrictions, *markers)):
        draft.version += 1
        draft.save()


@only_for(*WORKS, "safety_lead", says=incident_requests.ADDS, also=(incident_requests.WHO_LOGGED,))
def may_complete(actor: User, incident: Incident, now: dt.datetime) -> Answer:
    """G64: what was left out at first may be added by whoever logged it or works on the file."""
    return may_add_note(actor, incident, "completed", now)


def of(incident: Incident) -> list[IncidentNote]:
    """What was added to an incident, in order, each with who added it."""
    query = IncidentNote.select(IncidentNote, User).join(User).where(IncidentNote.incident == incident)
    return list(query.order_by(IncidentNote.id))


FIELDS = {"behaviours": "behaviours", "time": "started_at", "exact_words": "exact_words", "police": "police"}


def left_out(incident: Incident) -> list[str]:
    """What a decision will need of this incident and nobody has said yet: behaviours, time, exact_words, police."""
    said: dict[str, Any] = {
        "behaviours": incident.behaviours,
        "time": incident.has_time,
        "exact_words": incident.exact_words,
        "police": not police.is_owed(incident) or police.is_recorded(incident, of(incident)),
    }
    return [name for name, words in said.items() if not words]


class Addition(TypedDict, total=False):
    """What was left out of an incident at first."""

    behaviours: list[str]
    started_at: dt.time | None
    time_unknown_because: str
    exact_words: str
    police: str
    police_words: str


@deed(
    "complete_incident",
    label="Add what was left out of an incident",
    clause="box",
    asks=may_complete,
    event="incident_added_to",
)
def complete(actor: User, incident: Incident, addition: Addition, now: dt.datetime, form_key: str) -> IncidentNote:
    """Add what was left out; nothing is replaced. Raises Refused, or Invalid for nothing, or what was said already."""
    check = Check({**addition, "happened_on": incident.happened_on})
    given: dict[str, Any] = {
        "behaviours": check.choices("behaviours", "What kind of behaviour", clauses.BEHAVIOURS),
        "started_at": addition.get("started_at"),
        "time_unknown_because": check.text("time_unknown_because", LONG_TEXTS["time_unknown_because"], SHORT),
        "exact_words": check.text("exact_words", LONG_TEXTS["exact_words"]),
        "police": check.choice("police", LONG_TEXTS["police_words"], POLICE),
        "police_words": check.text("police_words", LONG_TEXTS["police_words"]),
    }
    given = {name: value for name, value in given.items() if value}
    if not given and not check.errors:
        still = left_out(*evidence.completed([Incident.get_by_id(incident.id)]))
        check.wrong(FIELDS[still[0]] if still else "exact_words", "Fill in what was left out: at least one of these.")
    check_times(check, now)
    check.or_refuse()
    form_key = form_keys.key(form_key, actor, incident, given)
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
        _changes_letters(incident)
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
    return given.get("police") or (incident.police if "police_words" in given else "")


def _said_why(check: Check, incident: Incident, given: Mapping[str, Any]) -> None:
    answer_now, why = _police_in(incident, given), given.get("police_words") or incident.police_words
    if given.get("police_words") and not answer_now:
        check.wrong("police", "Say first whether the police were told.")
    if answer_now in ("not_reported", "not_needed") and not why:
        check.wrong("police_words", "Say why the police were not told (3.2.8).")


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
