"""Who had a part in a decision, worked out from the rows and events and never from a tick-box (G17, G43, G44).

Shared by the nouns; reads only. Each answer says in words what the part was, so that a refusal can name it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from models import (
    Appeal,
    BehaviourWarning,
    Consideration,
    Declaration,
    Event,
    Incident,
    IncidentStaff,
    Marker,
    OfficerChange,
    Override,
    Restriction,
    RestrictionIncident,
    RestrictionTerm,
    Review,
    User,
    WarningIncident,
    marks,
    rows_of,
)
from policy.restrictions import lifecycle

Parts = dict[int, list[str]]

# What an event's actor did to the thing it names; an officer who only recorded how a letter was posted took no part.
DEEDS = {
    "warning_drafted": "drafted the warning",
    "warning_changed": "worked on the warning",
    "warning_read": "read the warning as the second reader",
    "warning_issued": "issued the warning",
    "warning_withdrawn": "withdrew the warning",
    "restriction_proposed": "proposed the restriction",
    "restriction_changed": "worked on the restriction",
    "restriction_authorised": "authorised the restriction",
    "restriction_declined": "decided against the restriction",
    "restriction_issued": "issued the restriction's letter",
    "restriction_lifted": "lifted the restriction",
    "marker_proposed": "proposed the marker",
    "marker_changed": "worked on the marker",
    "marker_approved": "approved the marker",
    "marker_removed": "removed the marker",
    "marker_told": "told the customer of the marker",
    "marker_withheld": "decided not to tell the customer of the marker",
    "rule_set_aside": "set a rule aside in it",
    "incident_triaged": "decided what to do about an incident it rests on",
}


def in_warning(warning: BehaviourWarning) -> Parts:
    """Everybody who had a part in a warning, by their id, with what they did."""
    found = _Found()
    _warning(found, warning)
    return found.parts


def in_restriction(restriction: Restriction, but: int | None = None) -> Parts:
    """Everybody who had a part in a restriction, in any decision it follows from, and in the warning behind it.

    `but`: the draft in which whoever hears an appeal writes a milder arrangement; it is no part of what is appealed.
    """
    found = _Found()
    rows = [one for one in _all_parts(Restriction, restriction) if one.id != but]
    ids = [one.id for one in rows]
    for one in rows:
        found.add(one.proposed_by_id, "proposed it")
        found.add(one.authorised_by_id, "authorised it")
        found.add(one.issued_by_id, "issued its letter")
        found.add(one.ended_by_id, "ended a part of it")
    _deeds(found, restriction.customer_id, "restriction", ids)
    _overrides(found, "restriction", ids)
    _weighed(found, [one.consideration_id for one in rows])
    cited = rows_of(RestrictionIncident, f"WHERE restriction_id IN ({marks(ids)})", *ids)
    _staff(found, [one.incident_id for one in cited])
    for term in rows_of(RestrictionTerm, f"WHERE restriction_id IN ({marks(ids)})", *ids):
        found.add(term.officer_id, "is the named officer")
        found.add(term.deputy_id, "is the deputy of the named officer")
    for change in rows_of(OfficerChange, f"WHERE restriction_id IN ({marks(ids)})", *ids):
        found.add(change.officer_id, "was the named officer")
        found.add(change.deputy_id, "was the deputy of the named officer")
    _reviews(found, "restriction", ids)
    _heard(found, "restriction", ids)
    for warning in {one.warning_id for one in rows if one.warning_id}:
        _warning(found, BehaviourWarning.get_by_id(warning))
    for declared in {one.declaration_id for one in rows if one.declaration_id}:
        _declaration(found, Declaration.get_by_id(declared))
    return found.parts


def in_marker(marker: Marker) -> Parts:
    """Everybody who had a part in a staff-safety marker and in those it renews."""
    found = _Found()
    rows = _all_parts(Marker, marker)
    ids = [one.id for one in rows]
    for one in rows:
        found.add(one.asked_by_id, "asked for it")
        found.add(one.proposed_by_id, "proposed it")
        found.add(one.approved_by_id, "approved it")
    _deeds(found, marker.customer_id, "marker", ids)
    _overrides(found, "marker", ids)
    _weighed(found, [one.consideration_id for one in rows])
    _staff(found, [one.incident_id for one in rows if one.incident_id])
    _reviews(found, "marker", ids)
    _heard(found, "marker", ids)
    return found.parts


def in_declaration(declaration: Declaration) -> Parts:
    """Everybody who had a part in declaring the extreme route, and whom its incident touched."""
    found = _Found()
    _declaration(found, declaration)
    return found.parts


def in_appealed(appeal: Appeal) -> Parts:
    """Everybody who had a part in what this appeal is against (P 4.7, G44)."""
    if appeal.restriction is not None:
        return in_restriction(appeal.restriction, but=appeal.successor_id)
    if appeal.marker is not None:
        return in_marker(appeal.marker)
    assert appeal.warning is not None, "an appeal is against one thing"
    return in_warning(appeal.warning)


def words(user: User, parts: Parts) -> str:
    """What this person's part was, as the end of a sentence; empty where they had none."""
    return " and ".join(list(dict.fromkeys(parts.get(user.id, [])))[:3])


class _Found:
    """Parts as they are found, each once."""

    def __init__(self) -> None:
        self.parts: Parts = {}

    def add(self, user_id: int | None, what: str) -> None:
        if user_id is not None and what not in self.parts.setdefault(user_id, []):
            self.parts[user_id].append(what)


def _all_parts(table: Any, thing: Any) -> list[Any]:
    root = lifecycle.root_of(thing)
    return rows_of(table, "WHERE id = ? OR root_id = ? ORDER BY id", root, root)


def _warning(found: _Found, warning: BehaviourWarning) -> None:
    found.add(warning.drafted_by_id, "drafted the warning")
    found.add(warning.read_by_id, "read the warning as the second reader")
    found.add(warning.issued_by_id, "issued the warning")
    _deeds(found, warning.customer_id, "warning", [warning.id])
    _overrides(found, "warning", [warning.id])
    _weighed(found, [warning.consideration_id])
    _staff(found, [one.incident_id for one in rows_of(WarningIncident, "WHERE warning_id = ?", warning.id)])
    _heard(found, "warning", [warning.id])


def _declaration(found: _Found, declaration: Declaration) -> None:
    found.add(declaration.declared_by_id, "declared the extreme route")
    found.add(declaration.seconded_by_id, "seconded the extreme route")
    found.add(declaration.refused_by_id, "was asked to second the extreme route")
    found.add(declaration.looked_back_by_id, "looked back on the extreme route")
    _staff(found, [declaration.incident_id])


def _deeds(found: _Found, customer_id: int, noun: str, ids: list[int]) -> None:
    rest = f"WHERE customer_id = ? AND name IN ({marks(DEEDS)}) ORDER BY number"
    for event in rows_of(Event, rest, customer_id, *DEEDS, columns="id, name, actor_id, facts"):
        if event.facts.get(noun) in ids:
            found.add(event.actor_id, DEEDS[event.name])


def _overrides(found: _Found, noun: str, ids: list[int]) -> None:
    for one in rows_of(Override, f"WHERE {noun}_id IN ({marks(ids)})", *ids):
        found.add(one.by_id, "set a rule aside in it")


def _weighed(found: _Found, considerations: Iterable[int | None]) -> None:
    ids = [one for one in considerations if one is not None]
    for one in rows_of(Consideration, f"WHERE id IN ({marks(ids)})", *ids) if ids else ():
        found.add(one.made_by_id, "weighed it before it was decided")


def _staff(found: _Found, incidents: list[int]) -> None:
    """Whoever the behaviour was aimed at, who saw it, is complained about, or recorded it."""
    for row in _rows(IncidentStaff, "incident_id", incidents):
        found.add(row.user_id, STAFF.get(row.part, "was part of an incident it rests on"))
    for row in _rows(Incident, "id", incidents):
        found.add(row.recorded_by_id, "recorded an incident it rests on")


STAFF = {
    "target": "was the target of the behaviour",
    "witness": "was a witness of the behaviour",
    "complained_about": "is complained about in it",
    "rang_police": "rang the police about it",
}


def _reviews(found: _Found, noun: str, ids: list[int]) -> None:
    for one in rows_of(Review, f"WHERE {noun}_id IN ({marks(ids)})", *ids):
        found.add(one.held_by_id, "reviewed it")
        found.add(one.opened_by_id, "prepared a review of it")


def _heard(found: _Found, noun: str, ids: list[int]) -> None:
    rest = f"WHERE {noun}_id IN ({marks(ids)}) AND decided_at IS NOT NULL"
    for one in rows_of(Appeal, rest, *ids):
        found.add(one.decided_by_id, "decided an earlier appeal about it")


def _rows(table: Any, column: str, ids: list[int]) -> Iterator[Any]:
    if ids:
        yield from rows_of(table, f"WHERE {column} IN ({marks(ids)})", *ids)
