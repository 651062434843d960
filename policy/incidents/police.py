"""Whether the police were told of an incident, and why not: every threat or violence has an answer (P 3.2.8, G69).

Shared by the nouns; reads only. The answer is told at logging, or added afterwards as a note.
"""

from collections.abc import Sequence

from models import Declaration, Incident, IncidentNote
from policy.incidents import severity

POLICE = {"reported": "Reported to the police", "not_reported": "Not reported", "not_needed": "Not needed"}
NOTES = ("police", "completed")


def is_owed(incident: Incident) -> bool:
    """True where the policy asks for an answer about the police."""
    return severity.is_serious(incident, severity.THREATENING)


def newest(incident: Incident, notes: Sequence[IncidentNote]) -> str:
    """The answer as it stands now: the newest note about it, else what was first told; empty where nobody said."""
    later = [note.outcome for note in notes if note.kind in NOTES and note.outcome in POLICE]
    first = incident.police if told_at_first(incident) else ""
    return later[-1] if later else first


def told_at_first(incident: Incident) -> bool:
    """True where it was said at logging: that they were told or, where they were not, why."""
    return incident.police == "reported" or bool(incident.police and incident.police_words)


def is_recorded(incident: Incident, notes: Sequence[IncidentNote]) -> bool:
    """G69: true where an answer stands, in the incident, in a note, or with the extreme route declared on it."""
    if newest(incident, notes):
        return True
    return Declaration.select().where(Declaration.incident == incident.id).exists()
