"""The file as it was when an appeal came in, frozen and never changed (G47)."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from typing import Any

from models import (
    BehaviourWarning,
    BreachByUs,
    Consideration,
    Contact,
    Delivery,
    Incident,
    IncidentNote,
    Letter,
    Restriction,
    RestrictionIncident,
    RestrictionTerm,
    WarningIncident,
    WarningSanction,
    marks,
    rows_of,
)
from policy.appeals import subject as appeal_subject
from policy.core import clock
from policy.restrictions import lifecycle
from policy.rulebook import clauses

WEIGHED = (
    "needs", "linked_to_disability", "linked_words", "equality", "adjustments", "support_words", "complaint_dealt_with",
    "communication_adequate", "unanswered", "new_information", "customers_account", "proportionate",
)  # fmt: skip


def bundle(thing: appeal_subject.Thing, came: Mapping[str, Any], now: dt.datetime) -> dict[str, Any]:
    """What was on the file for this decision at `now`, as plain words and dates: kept with the appeal for ever."""
    rows = _rows(thing)
    return {
        "frozen_at": now.isoformat(timespec="seconds"),
        "appeal": dict(came),
        "decisions": [_decision(one) for one in rows],
        "incidents": _incidents(rows),
        "letters": _letters(rows),
        "considerations": _considerations(rows),
        "contacts": _contacts(rows),
        "breaches_by_us": _breaches(rows),
    }


def _rows(thing: appeal_subject.Thing) -> list[Any]:
    """The decision, those it goes on from, and the warning behind it; oldest first."""
    if isinstance(thing, BehaviourWarning):
        return [thing]
    parts = [one for one in lifecycle.parts(thing) if one.id <= thing.id] or [thing]
    warning = getattr(thing, "warning", None)
    return [*([warning] if warning else []), *parts]


def _decision(row: Any) -> dict[str, Any]:
    people = ("drafted_by", "read_by", "proposed_by", "authorised_by", "asked_by", "approved_by", "issued_by")
    dates = ("starts_on", "in_force_from", "ends_on", "review_on", "ended_on", "issued_at", "approved_at")
    words = ("scope", "told", "fact", "action", "category", "source", "source_words", "ended_because")
    return {
        "noun": appeal_subject.noun_of(row),
        "id": row.id,
        "reference": row.reference,
        "numbers": row.numbers,
        "people": {name: getattr(row, name).name for name in people if getattr(row, name, None)},
        "dates": {name: getattr(row, name).isoformat() for name in dates if getattr(row, name, None)},
        "words": {name: getattr(row, name) for name in words if getattr(row, name, None)},
        "why_not_milder": getattr(row, "why_not_milder", {}),
        "measures": _measures(row),
    }


def _measures(row: Any) -> list[dict[str, Any]]:
    if isinstance(row, Restriction):
        return [_term(one) for one in rows_of(RestrictionTerm, "WHERE restriction_id = ? ORDER BY id", row.id)]
    if isinstance(row, BehaviourWarning):
        found = rows_of(WarningSanction, "WHERE warning_id = ? ORDER BY id", row.id)
        return [{"kind": one.kind, **one.detail} for one in found]
    return []


def _term(term: RestrictionTerm) -> dict[str, Any]:
    names = ("kind", "channels", "slots", "definition", "examples", "place", "instead")
    kept = {name: getattr(term, name) for name in names if getattr(term, name)}
    return kept | {name: getattr(term, name).name for name in ("officer", "deputy") if getattr(term, name)}


def _incidents(rows: list[Any]) -> list[dict[str, Any]]:
    ids: set[int] = set()
    for row in rows:
        if isinstance(row, BehaviourWarning):
            ids |= {one.incident_id for one in rows_of(WarningIncident, "WHERE warning_id = ?", row.id)}
        elif isinstance(row, Restriction):
            ids |= {one.incident_id for one in rows_of(RestrictionIncident, "WHERE restriction_id = ?", row.id)}
            ids |= {row.declaration.incident_id} if row.declaration else set()
        elif row.incident_id:
            ids.add(row.incident_id)
    found = rows_of(Incident, f"WHERE id IN ({marks(ids)}) ORDER BY happened_on, id", *ids) if ids else []
    notes = rows_of(IncidentNote, f"WHERE incident_id IN ({marks(ids)}) ORDER BY id", *ids) if ids else []
    return [_incident(one, [note for note in notes if note.incident_id == one.id]) for one in found]


def _incident(one: Incident, notes: list[IncidentNote]) -> dict[str, Any]:
    return {
        "id": one.id,
        "reference": one.reference,
        "happened_on": one.happened_on.isoformat(),
        "until_on": one.until_on.isoformat() if one.until_on else None,
        "started_at": one.started_at.isoformat() if one.started_at else None,
        "channel": clauses.CHANNELS[one.channel],
        "what_happened": one.what_happened,
        "exact_words": one.exact_words,
        "came_before": one.came_before,
        "contacts_counted": one.contacts_counted,
        "behaviours": [clauses.BEHAVIOURS[key].words for key in one.behaviours if key in clauses.BEHAVIOURS],
        "notes": [{"kind": n.kind, "on": clock.today(n.at).isoformat(), "words": n.words} for n in notes],
    }


def _letters(rows: list[Any]) -> list[dict[str, Any]]:
    ids = [one.letter_id for one in rows if one.letter_id]
    if not ids:
        return []
    ways = rows_of(Delivery, f"WHERE letter_id IN ({marks(ids)}) ORDER BY id", *ids)
    return [
        {
            "id": one.id,
            "reference": one.reference,
            "title": one.title,
            "issued_on": clock.today(one.issued_at).isoformat(),
            "sha256": one.sha256,
            "deliveries": [_delivery(way) for way in ways if way.letter_id == one.id],
        }
        for one in rows_of(Letter, f"WHERE id IN ({marks(ids)}) ORDER BY id", *ids)
    ]


def _delivery(way: Delivery) -> dict[str, Any]:
    deemed = way.deemed_on.isoformat() if way.deemed_on else None
    return {"outcome": clauses.DELIVERIES[way.outcome], "on": way.on.isoformat(), "received_on": deemed}


def _considerations(rows: list[Any]) -> list[dict[str, Any]]:
    ids = [one.consideration_id for one in rows if getattr(one, "consideration_id", None)]
    found = rows_of(Consideration, f"WHERE id IN ({marks(ids)}) ORDER BY id", *ids) if ids else []
    return [
        {
            "id": one.id,
            "purpose": one.purpose,
            "made_by": one.made_by.name,
            "made_on": clock.today(one.made_at).isoformat(),
            "words": {name: getattr(one, name) for name in WEIGHED if getattr(one, name)},
        }
        for one in found
    ]


def _contacts(rows: list[Any]) -> dict[str, int]:
    """How many contacts fell under the arrangement, and how many of them kept to it."""
    ids = [one.id for one in rows if isinstance(one, Restriction)]
    rest = f"WHERE restriction_id IN ({marks(ids)})"
    found = rows_of(Contact, rest, *ids, columns="id, arrangement") if ids else []
    return dict(Counter(one.arrangement or "not_said" for one in found))


def _breaches(rows: list[Any]) -> list[dict[str, Any]]:
    ids = [one.id for one in rows if isinstance(one, Restriction)]
    found = rows_of(BreachByUs, f"WHERE restriction_id IN ({marks(ids)}) ORDER BY id", *ids) if ids else []
    return [
        {"kind": one.kind, "on": one.on.isoformat(), "words": one.words, "put_right": one.put_right} for one in found
    ]
