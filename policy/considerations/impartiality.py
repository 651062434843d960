"""Who may not decide because of their own part in what happened (G16)."""

from collections.abc import Iterator, Sequence

from models import Incident, IncidentStaff, User
from policy.core.answers import Refusal, unless


def impartial(actor: User, incidents: Sequence[Incident]) -> Iterator[Refusal | None]:
    """G16: the decider was not the target, is not complained about, and does not report to somebody who was."""
    ids = [incident.id for incident in incidents]
    parts = ("target", "complained_about")
    query = IncidentStaff.select().where(IncidentStaff.incident.in_(ids), IncidentStaff.part.in_(parts))
    involved = {row.user_id for row in query} if ids else set()
    remedy = "Ask another manager to decide."
    yield unless(
        actor.id not in involved, "G16", "You were the target of this behaviour, or are complained about.", remedy
    )
    yield unless(
        actor.line_manager_id not in involved,
        "G16",
        "You report to somebody who was the target of this behaviour.",
        remedy,
    )
