"""Which incidents are serious: by how they were judged, or by the behaviour told at first or added since.

Shared by the nouns; reads only. The same question as a sentence of SQL, for lists, and of one incident.
"""

from collections.abc import Sequence

from models import Incident

SEVERITY = 3  # from here on: intimidation, a threat or discriminatory abuse, and violence
THREATENING = ("violence", "threat")
FRIGHTENING = (*THREATENING, "intimidation", "harassment", "discriminatory")


def is_serious(incident: Incident, behaviours: Sequence[str]) -> bool:
    """True for an incident of severity 3 or 4, or with any of `behaviours`; complete the incident first."""
    return incident.severity >= SEVERITY or bool(set(incident.behaviours) & set(behaviours))


def where(behaviours: Sequence[str], hate: bool = False) -> tuple[str, list[str]]:
    """SQL on table incident that says the same, what was added since counted, with its values; `hate` counts too."""
    likes = [f'%"{key}"%' for key in behaviours]
    first = " OR ".join(["CAST(incident.behaviours AS TEXT) LIKE ?"] * len(likes))
    added = " OR ".join(["CAST(n.added AS TEXT) LIKE ?"] * len(likes))
    since = (
        "EXISTS (SELECT 1 FROM incident_note n WHERE n.incident_id = incident.id"  # noqa: S608 - nothing typed
        f" AND n.kind = 'completed' AND ({added}))"
    )
    parts = [f"incident.severity >= {SEVERITY}", first, since, *(["incident.hate_element"] if hate else [])]
    return f"({' OR '.join(parts)})", likes + likes
