"""Who had a part in a decision, worked out from the rows and events and never from a tick-box (G17, G43, G44).

Shared by the nouns; reads only. Each answer says in words what the part was, so that a refusal can name it.
"""

from collections.abc import Iterable, Sequence
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
    Row,
    User,
    WarningIncident,
    marks,
    rows_among,
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


# What the people did whom a row names, by its column.
PARTS: dict[type[Row], dict[str, str]] = {
    BehaviourWarning: {
        "drafted_by_id": "drafted the warning",
        "read_by_id": "read the warning as the second reader",
        "issued_by_id": "issued the warning",
    },
    Restriction: {
        "proposed_by_id": "proposed it",
        "authorised_by_id": "authorised it",
        "issued_by_id": "issued its letter",
        "ended_by_id": "ended a part of it",
    },
    RestrictionTerm: {"officer_id": "is the named officer", "deputy_id": "is the deputy of the named officer"},
    OfficerChange: {"officer_id": "was the named officer", "deputy_id": "was the deputy of the named officer"},
    Marker: {"asked_by_id": "asked for it", "proposed_by_id": "proposed it", "approved_by_id": "approved it"},
    Declaration: {
        "declared_by_id": "declared the extreme route",
        "seconded_by_id": "seconded the extreme route",
        "refused_by_id": "was asked to second the extreme route",
        "looked_back_by_id": "looked back on the extreme route",
    },
    Override: {"by_id": "set a rule aside in it"},
    Consideration: {"made_by_id": "weighed it before it was decided"},
    Incident: {"recorded_by_id": "recorded an incident it rests on"},
    Review: {"held_by_id": "reviewed it", "opened_by_id": "prepared a review of it"},
    Appeal: {"decided_by_id": "decided an earlier appeal about it"},
}
DECIDED = "AND decided_at IS NOT NULL"
STAFF = {
    "target": "was the target of the behaviour",
    "witness": "was a witness of the behaviour",
    "complained_about": "is complained about in it",
    "rang_police": "rang the police about it",
}


def in_warning(warning: BehaviourWarning) -> Parts:
    """Everybody who had a part in a warning, by their id, with what they did."""
    everybody = _Everybody()
    everybody.warning(warning)
    return everybody.parts


def in_restriction(restriction: Restriction, but: int | None = None) -> Parts:
    """Everybody who had a part in a restriction, in any decision it follows from, and in the warning behind it.

    `but`: the draft in which whoever hears an appeal writes a milder arrangement; it is no part of what is appealed.
    """
    everybody = _Everybody()
    rows = [one for one in _all_parts(Restriction, restriction) if one.id != but]
    ids = [one.id for one in rows]
    everybody.decisions("restriction", rows)
    everybody.staff([one.incident_id for one in rows_among(RestrictionIncident, "restriction_id", ids)])
    everybody.named(rows_among(RestrictionTerm, "restriction_id", ids))
    everybody.named(rows_among(OfficerChange, "restriction_id", ids))
    everybody.named(rows_among(Review, "restriction_id", ids))
    everybody.named(rows_among(Appeal, "restriction_id", ids, DECIDED))
    for warning in {one.warning_id for one in rows if one.warning_id}:
        everybody.warning(BehaviourWarning.get_by_id(warning))
    for declared in {one.declaration_id for one in rows if one.declaration_id}:
        everybody.declaration(Declaration.get_by_id(declared))
    return everybody.parts


def in_marker(marker: Marker) -> Parts:
    """Everybody who had a part in a staff-safety marker and in those it renews."""
    everybody = _Everybody()
    rows = _all_parts(Marker, marker)
    ids = [one.id for one in rows]
    everybody.decisions("marker", rows)
    everybody.staff([one.incident_id for one in rows if one.incident_id])
    everybody.named(rows_among(Review, "marker_id", ids))
    everybody.named(rows_among(Appeal, "marker_id", ids, DECIDED))
    return everybody.parts


def in_declaration(declaration: Declaration) -> Parts:
    """Everybody who had a part in declaring the extreme route, and whom its incident touched."""
    everybody = _Everybody()
    everybody.declaration(declaration)
    return everybody.parts


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


class _Everybody:
    """Everybody who had a part, with what they did, each once."""

    def __init__(self) -> None:
        self.parts: Parts = {}

    def add(self, user_id: int | None, what: str) -> None:
        if user_id is not None and what not in self.parts.setdefault(user_id, []):
            self.parts[user_id].append(what)

    def named(self, rows: Iterable[Any]) -> None:
        """Whoever these rows name in a column of PARTS."""
        for row in rows:
            for column, what in PARTS[type(row)].items():
                self.add(getattr(row, column), what)

    def decisions(self, noun: str, rows: Sequence[Any]) -> None:
        """Whoever decided these decisions on one thing, did something about it, set a rule aside or weighed it."""
        ids = [one.id for one in rows]
        self.named(rows)
        rest = f"WHERE customer_id = ? AND name IN ({marks(DEEDS)}) ORDER BY number"
        for event in rows_of(Event, rest, rows[0].customer_id, *DEEDS, columns="id, name, actor_id, facts"):
            if event.facts.get(noun) in ids:
                self.add(event.actor_id, DEEDS[event.name])
        self.named(rows_among(Override, f"{noun}_id", ids))
        self.named(rows_among(Consideration, "id", [one.consideration_id for one in rows if one.consideration_id]))

    def staff(self, incidents: list[int]) -> None:
        """Whoever the behaviour was aimed at, who saw it, is complained about, or recorded it."""
        for row in rows_among(IncidentStaff, "incident_id", incidents):
            self.add(row.user_id, STAFF.get(row.part, "was part of an incident it rests on"))
        self.named(rows_among(Incident, "id", incidents))

    def warning(self, warning: BehaviourWarning) -> None:
        self.decisions("warning", [warning])
        self.staff([one.incident_id for one in rows_among(WarningIncident, "warning_id", [warning.id])])
        self.named(rows_among(Appeal, "warning_id", [warning.id], DECIDED))

    def declaration(self, declaration: Declaration) -> None:
        self.named([declaration])
        self.staff([declaration.incident_id])


def _all_parts(table: Any, thing: Any) -> list[Any]:
    root = lifecycle.root_of(thing)
    return rows_of(table, "WHERE id = ? OR root_id = ? ORDER BY id", root, root)
