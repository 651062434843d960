"""What an incident proves: what it comes to after its notes, what stands against resting on it, and whose it is."""

import datetime as dt
from collections.abc import Iterator, Sequence

from models import (
    BehaviourWarning,
    Customer,
    CustomerRequest,
    Incident,
    IncidentNote,
    Need,
    Restriction,
    RestrictionIncident,
    WarningIncident,
    marks,
    rows_of,
)
from policy.core import clock, numbers
from policy.core.answers import Refusal, unless
from policy.incidents import police
from policy.rulebook import clauses


def identity_of(incident: Incident, notes: Sequence[IncidentNote]) -> str:
    """How sure we are now of who it was: the newest note about it, else what was first told."""
    later = [note.outcome for note in notes if note.kind == "identity"]
    return later[-1] if later else incident.identity


def evidence(customer: Customer, incidents: Sequence[Incident], now: dt.datetime) -> Iterator[Refusal | None]:
    """G2, G10-G13, G23, G24, G38, G69: what may be relied on, for all of these incidents together."""
    yield unless(incidents, "G2", "No incident is chosen.", "Choose at least one incident.")
    for reasons in against(customer, incidents, now).values():
        yield from reasons


def completed(incidents: list[Incident]) -> list[Incident]:
    """The same incidents with what was left out at first and added since, and with how our letters put them.

    What was told is never replaced (G64).
    """
    ids = {incident.id: incident for incident in incidents}
    rest = f"WHERE kind IN ('completed', 'letter') AND incident_id IN ({marks(ids)}) ORDER BY id"
    for note in rows_of(IncidentNote, rest, *ids) if ids else ():
        if note.kind == "letter":
            ids[note.incident_id].for_letters = note.words
        for name, value in note.added.items():
            if not getattr(ids[note.incident_id], name):
                setattr(ids[note.incident_id], name, dt.time.fromisoformat(value) if name == "started_at" else value)
    return incidents


def against(customer: Customer, incidents: Sequence[Incident], now: dt.datetime) -> dict[int, list[Refusal]]:
    """What stands against relying on each incident, by its id: one read of notes, however many there are."""
    ids = [incident.id for incident in incidents]
    notes = list(IncidentNote.select().where(IncidentNote.incident.in_(ids)).order_by(IncidentNote.id)) if ids else []
    months = numbers.value("look_back_months", now)
    oldest = clock.months_after(clock.today(now), -months)
    reasons: dict[int, list[Refusal]] = {}
    for incident in incidents:
        own = [note for note in notes if note.incident_id == incident.id]
        reasons[incident.id] = list(filter(None, _one(customer, incident, own, oldest, months)))
    return reasons


def _one(
    customer: Customer, incident: Incident, notes: Sequence[IncidentNote], oldest: dt.date, months: int
) -> list[Refusal | None]:
    name = f"Incident {incident.reference}"
    kinds = {note.kind for note in notes}
    identity = identity_of(incident, notes)
    vouched = bool(incident.identified_by) or "identity" in kinds
    counted = set(clauses.headings_of(incident.behaviours)) & set(clauses.COUNTED_HEADINGS)
    return [
        unless(
            incident.customer_id == customer.id,
            "G23",
            f"{name} is on another person's file.",
            "A decision rests on the person's own behaviour.",
        ),
        unless(
            incident.has_time,
            "G2",
            f"{name} has no time, and no reason why the time is not known.",
            "Open the incident and add the time, or why it is not known.",
            incident=incident.id,
        ),
        unless(
            incident.behaviours,
            "G2",
            f"{name} does not say what kind of behaviour it was.",
            "Open the incident and say which kind it was.",
            incident=incident.id,
        ),
        unless(
            identity == "certain" or (identity == "likely" and vouched),
            "G10",
            f"{name}: we are not sure enough that it was this customer.",
            "Add a note that says how it was confirmed who it was.",
            incident=incident.id,
        ),
        unless(
            incident.who_acted != "unknown",
            "G10",
            f"{name}: it is not known who acted.",
            "Leave it out, or log what is known.",
        ),
        unless(
            incident.who_acted not in ("household", "visitor"),
            "G23",
            f"{name} was somebody else's behaviour, not the customer's.",
            "Leave it out. That person has a file of their own.",
        ),
        unless(
            incident.who_acted != "representative",
            "G24",
            f"{name} was the representative's behaviour.",
            "Leave it out. A representative needs a decision of their own.",
        ),
        unless(
            not incident.allegation or "finding" in kinds,
            "G11",
            f"{name}: the customer complained about a colleague in the same event, and that is not answered.",
            "Look into it and add what was found.",
            incident=incident.id,
        ),
        unless(
            not (incident.protected and counted),
            "G12",
            f"{name} was {clauses.PROTECTED.get(incident.protected, '')}: it does not count as persistence.",
            "Leave it out.",
        ),
        unless(
            incident.last_on >= oldest,
            "G13",
            f"{name} is more than {months} months old: it is background only.",
            "Leave it out.",
        ),
        unless(
            not police.is_owed(incident) or police.is_recorded(incident, notes),
            "G69",
            f"{name} was serious, and it is not recorded whether the police were told, or why not.",
            "Open the incident and record what was decided about the police.",
            incident=incident.id,
        ),
    ]


def unanswered(incidents: Sequence[Incident]) -> list[Incident]:
    """Those in which the customer complained about a colleague, and nothing was found yet."""
    complained = [one for one in incidents if one.allegation]
    notes = IncidentNote.select(IncidentNote.incident).where(
        IncidentNote.incident.in_([one.id for one in complained]), IncidentNote.kind == "finding"
    )
    answered = {note.incident_id for note in notes} if complained else set()
    return [one for one in complained if one.id not in answered]


def answered_already(
    incidents: Sequence[Incident],
    but_warning: BehaviourWarning | None = None,
    but_restriction: Restriction | None = None,
) -> Iterator[Refusal | None]:
    """G71: what a warning or a restriction has answered is not the ground of another, ended or overturned though it be.

    Its own decision, and those that go on from it, do not count; nor does a restriction that goes on from the warning.
    """
    ids = [one.id for one in incidents]
    if not ids:
        return
    warned = (
        WarningIncident.select(WarningIncident, BehaviourWarning)
        .join(BehaviourWarning)
        .where(
            WarningIncident.incident.in_(ids),
            BehaviourWarning.issued_at.is_null(False),
            BehaviourWarning.withdrawn_at.is_null(),
        )
    )
    issued = (
        RestrictionIncident.select(RestrictionIncident, Restriction)
        .join(Restriction)
        .where(RestrictionIncident.incident.in_(ids), Restriction.issued_at.is_null(False))
    )
    own = (but_restriction.root_id or but_restriction.id) if but_restriction else 0
    by = {one.incident_id: one.warning.reference for one in warned if one.warning != but_warning}
    rest = [one for one in issued if (one.restriction.root_id or one.restriction_id) != own]
    by |= {one.incident_id: one.restriction.reference for one in rest}
    for incident in incidents:
        yield unless(
            incident.id not in by,
            "G71",
            f"Incident {incident.reference} was answered already, by {by.get(incident.id)}.",
            "Leave it out, and rest this on what has happened since.",
        )


def asked(incidents: Sequence[Incident]) -> Iterator[Refusal | None]:
    """G38, P 3.2.6: of abusive letters and e-mails it is known what was asked for, or that nothing was."""
    ids = [incident.id for incident in incidents]
    requests = list(CustomerRequest.select().where(CustomerRequest.incident.in_(ids))) if ids else []
    notes = IncidentNote.select().where(IncidentNote.incident.in_(ids), IncidentNote.kind == "no_request")
    settled = {request.incident_id for request in requests} | {note.incident_id for note in notes if ids}
    for incident in incidents:
        yield unless(
            incident.id in settled or incident.nothing_asked or incident.channel not in clauses.WRITTEN_CHANNELS,
            "G38",
            f"Incident {incident.reference}: it is not recorded whether anything was asked for in it.",
            "Open the incident: note the request with an owner and a date, or that nothing was asked for.",
        )


def cautions(needs: Sequence[Need], incidents: Sequence[Incident]) -> Iterator[Refusal | None]:
    """E2-E4: what the decider should have in mind, of the customer's known needs too; none of it stops anything."""
    yield unless(
        not {need.kind for need in needs} & {"domestic_abuse", "mental_health"},
        "E3",
        "We know of abuse this customer has survived, or of a mental health difficulty.",
        "Ask who has spoken to their support worker, and what would help.",
    )
    for incident in incidents:
        yield from _cautions_of(incident)


def _cautions_of(incident: Incident) -> Iterator[Refusal | None]:
    headings = clauses.headings_of(incident.behaviours)
    yield unless(
        incident.channel != "social_public",
        "E2",
        f"{incident.reference} is a public post. Opinion about us is allowed, and what others posted does not count.",
        "Rely only on threats, a named colleague targeted, or private details shown, by this customer.",
    )
    yield unless(
        "persistence" not in headings or incident.is_pattern,
        "E4",
        f"{incident.reference} is a single contact called persistent.",
        "Persistence is shown over a period, with its contacts counted.",
    )
