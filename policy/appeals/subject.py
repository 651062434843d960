"""What an appeal is against: its own time to appeal, who may hear it, and the file frozen as it came in (G44-G47).

Shared by taking appeals in and by deciding them; writes nothing but that an unused draft is put aside.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from models import (
    Appeal,
    AppealGround,
    BehaviourWarning,
    BreachByUs,
    Conflict,
    Consideration,
    Contact,
    Delivery,
    Incident,
    IncidentNote,
    Letter,
    Marker,
    Restriction,
    RestrictionIncident,
    RestrictionTerm,
    User,
    WarningIncident,
    WarningSanction,
    marks,
    rows_of,
)
from policy.core import clock, numbers
from policy.core.answers import Refusal, unless
from policy.correspondence import deemed_receipt
from policy.restrictions import independence, lifecycle
from policy.rulebook import clauses

Thing = Restriction | Marker | BehaviourWarning
NAMES = {"restriction": "restriction", "marker": "staff-safety marker", "warning": "warning"}
WEIGHED = (
    "needs", "linked_to_disability", "linked_words", "equality", "adjustments", "support_words", "complaint_dealt_with",
    "communication_adequate", "unanswered", "new_information", "customers_account", "proportionate",
)  # fmt: skip


def noun_of(thing: Thing) -> str:
    """What the thing is called in a column, an address and an event: restriction, marker or warning."""
    return {Restriction: "restriction", Marker: "marker", BehaviourWarning: "warning"}[type(thing)]


def against(appeal: Appeal) -> Thing:
    """The decision that an appeal is against."""
    found = appeal.restriction or appeal.marker or appeal.warning
    assert found is not None, "an appeal is against one thing"
    return found


def grounds_of(appeal: Appeal) -> list[AppealGround]:
    """The grounds of an appeal, in the order in which they came."""
    return rows_of(AppealGround, "WHERE appeal_id = ? ORDER BY id", appeal.id)


def decided_at(thing: Thing) -> dt.datetime | None:
    """When the decision reached its end: the letter issued, the marker approved; None for a draft."""
    return thing.approved_at if isinstance(thing, Marker) else thing.issued_at


def whole(thing: Thing) -> list[int]:
    """The ids of the decisions that belong to the thing: of a restriction or marker all its parts."""
    return [thing.id, *(one.id for one in lifecycle.parts(thing))] if not isinstance(thing, BehaviourWarning) else [thing.id]


def appeals_of(thing: Thing) -> list[Appeal]:
    """Every appeal against a thing or a part of it, newest first."""
    noun, newest_first = noun_of(thing), "ORDER BY id DESC"
    if isinstance(thing, BehaviourWarning):
        return rows_of(Appeal, f"WHERE warning_id = ? {newest_first}", thing.id)
    root, parts = lifecycle.root_of(thing), f'SELECT id FROM "{noun}" WHERE id = ? OR root_id = ?'  # noqa: S608 - a table of ours  # noqa: S608
    return rows_of(Appeal, f"WHERE {noun}_id IN ({parts}) {newest_first}", root, root)


def still_stands(thing: Thing, day: dt.date) -> bool:
    """True while there is something to end: a restriction or marker that has not ended, a warning not yet over."""
    if isinstance(thing, BehaviourWarning):
        return thing.withdrawn_at is None and not _lapsed(thing, day)
    over = lifecycle.last_day(lifecycle.newest(thing))
    return over is not None and day <= over


def _lapsed(warning: BehaviourWarning, day: dt.date) -> bool:
    received = received_on(warning)
    return received is not None and deemed_receipt.live_until(warning, received) < day


# --- Its time (G46) ---


def received_on(thing: Thing) -> dt.date | None:
    """The day the letter counts as received, or will; None where it is not known how it went, or it came back."""
    if thing.letter_id is None:
        return None
    way = deemed_receipt.standings([thing.letter_id]).get(thing.letter_id)
    return way.deemed_on if way else None


def days_to_appeal(thing: Thing, now: dt.datetime) -> int:
    """The working days from receipt: by the numbers that the decision was made under."""
    key = "dispute_days" if isinstance(thing, BehaviourWarning) else "appeal_days"
    return thing.numbers.get(key) or numbers.value(key, now)


def deadline(thing: Thing, now: dt.datetime) -> dt.date | None:
    """The last day to appeal in time; None while the letter does not count as received: then no time has run."""
    received = received_on(thing)
    return clock.working_days_after(received, days_to_appeal(thing, now)) if received else None


def acknowledge_by(appeal: Appeal) -> dt.date:
    """The day by which the customer knows who decides: counted from the day the objection came in."""
    return clock.working_days_after(appeal.received_on, appeal.numbers["appeal_acknowledge_days"])


# --- Who may hear it (G44) ---


@dataclass(frozen=True)
class Hearer:
    """A senior officer, and why they may not hear this appeal; empty where they may."""

    user: User
    why_not: str


def hearers(appeal: Appeal) -> list[Hearer]:
    """P 4.7: every senior officer who works here, by name, with what their own part was where they had one."""
    parts = independence.in_appealed(appeal)
    known = _who_know(appeal.customer_id)
    senior = [one for one in User.select().where(User.active == True).order_by(User.name) if one.is_senior_officer]  # noqa: E712
    return [Hearer(one, why_not(one, parts, known)) for one in senior]


def why_not(user: User, parts: independence.Parts, known: Iterable[int] = ()) -> str:
    """What stands against this person hearing it, as the end of a sentence about them."""
    if not user.is_senior_officer:
        return "is not a senior officer who works here"
    own = independence.words(user, parts)
    return own or ("has said that they know the customer privately" if user.id in set(known) else "")


def against_hearing(user: User, appeal: Appeal) -> str:
    """What stands against `user` hearing this appeal now; empty where nothing does."""
    return why_not(user, independence.in_appealed(appeal), _who_know(appeal.customer_id))


def _who_know(customer_id: int) -> set[int]:
    rest = "WHERE customer_id = ? AND ended_at IS NULL"
    return {one.user_id for one in rows_of(Conflict, rest, customer_id)}


def heard_by(appeal: Appeal) -> Iterator[Refusal | None]:
    """G44: somebody is to hear it, and still may."""
    decider = appeal.decider
    yield unless(decider, "G44", "Nobody has been chosen to hear this appeal.", "Choose who hears it first.")
    if decider:
        against = against_hearing(decider, appeal)
        sentence = f"{decider.name} {against}, and so cannot hear this appeal."
        yield unless(not against, "G44", sentence, "Have somebody else chosen who had no part in it.")


def drafted_for(draft: Restriction) -> Appeal | None:
    """The open appeal for which this draft changes a restriction, or None."""
    if draft.follows_id is None or not draft.is_open_proposal:
        return None
    rest = "WHERE successor_id = ? AND decided_at IS NULL AND withdrawn_at IS NULL LIMIT 1"
    return next(iter(rows_of(Appeal, rest, draft.id)), None)


def put_draft_aside(appeal: Appeal, actor: User, because: str, now: dt.datetime) -> None:
    """End the draft of a milder arrangement that the appeal does not need; call it inside the deed's transaction."""
    draft = appeal.successor
    if draft is not None and draft.is_open_proposal and draft.proposed_by_id == appeal.decider_id:
        draft.declined_by, draft.declined_at, draft.declined_because = actor, now, because
        draft.save()
        appeal.successor = None


# --- The file as it was (G47) ---


def bundle(thing: Thing, came: Mapping[str, Any], now: dt.datetime) -> dict[str, Any]:
    """What was on the file for this decision at `now`, as plain words and dates: kept with the appeal for ever."""
    rows = _rows(thing)
    cited = _incidents(thing, rows)
    letters = _letters(rows)
    return {
        "frozen_at": now.isoformat(timespec="seconds"),
        "appeal": dict(came),
        "decisions": [_decision(one) for one in rows],
        "incidents": cited,
        "letters": letters,
        "considerations": _considerations(rows),
        "contacts": _contacts(thing, rows),
        "breaches_by_us": _breaches(thing, rows),
    }


def _rows(thing: Thing) -> list[Any]:
    """The decision, those it goes on from, and the warning behind it; oldest first."""
    if isinstance(thing, BehaviourWarning):
        return [thing]
    parts = [one for one in lifecycle.parts(thing) if one.id <= thing.id] or [thing]
    warning = getattr(thing, "warning", None)
    return [*([warning] if warning else []), *parts]


def _decision(row: Any) -> dict[str, Any]:
    people = (
        "drafted_by", "read_by", "proposed_by", "authorised_by", "asked_by", "approved_by", "issued_by",
    )  # fmt: skip
    dates = ("starts_on", "in_force_from", "ends_on", "review_on", "ended_on", "issued_at", "approved_at")
    words = ("scope", "told", "fact", "action", "category", "source", "source_words", "ended_because")
    kept: dict[str, Any] = {"noun": noun_of(row), "id": row.id, "reference": row.reference, "numbers": row.numbers}
    kept["people"] = {name: getattr(row, name).name for name in people if getattr(row, name, None)}
    kept["dates"] = {name: getattr(row, name).isoformat() for name in dates if getattr(row, name, None)}
    kept["words"] = {name: getattr(row, name) for name in words if getattr(row, name, None)}
    kept["why_not_milder"] = getattr(row, "why_not_milder", {})
    kept["measures"] = _measures(row)
    return kept


def _measures(row: Any) -> list[dict[str, Any]]:
    if isinstance(row, Restriction):
        return [_term(one) for one in rows_of(RestrictionTerm, "WHERE restriction_id = ? ORDER BY id", row.id)]
    if isinstance(row, BehaviourWarning):
        found = rows_of(WarningSanction, "WHERE warning_id = ? ORDER BY id", row.id)
        return [{"kind": one.kind, **one.detail} for one in found]
    return []


def _term(term: RestrictionTerm) -> dict[str, Any]:
    kept = {name: getattr(term, name) for name in ("kind", "channels", "slots", *TERM_WORDS) if getattr(term, name)}
    return kept | {name: getattr(term, name).name for name in ("officer", "deputy") if getattr(term, name)}


TERM_WORDS = ("definition", "examples", "place", "instead")


def _incidents(thing: Thing, rows: list[Any]) -> list[dict[str, Any]]:
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


def _contacts(thing: Thing, rows: list[Any]) -> dict[str, int]:
    """How many contacts fell under the arrangement, and how many of them kept to it."""
    ids = [one.id for one in rows if isinstance(one, Restriction)]
    if not ids:
        return {}
    found: dict[str, int] = {}
    for one in rows_of(Contact, f"WHERE restriction_id IN ({marks(ids)})", *ids, columns="id, arrangement"):
        found[one.arrangement or "not_said"] = found.get(one.arrangement or "not_said", 0) + 1
    return found


def _breaches(thing: Thing, rows: list[Any]) -> list[dict[str, Any]]:
    ids = [one.id for one in rows if isinstance(one, Restriction)]
    found = rows_of(BreachByUs, f"WHERE restriction_id IN ({marks(ids)}) ORDER BY id", *ids) if ids else []
    return [{"kind": one.kind, "on": one.on.isoformat(), "words": one.words, "put_right": one.put_right}
            for one in found]  # fmt: skip
