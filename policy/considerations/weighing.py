"""The rules that a warning and a restriction share: evidence, weighing, identity, support workers, overrides.

Shared by the nouns, like `record`: each function answers with refusals and writes nothing, but for `override`.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from models import (
    Appeal,
    BehaviourWarning,
    Consideration,
    Customer,
    CustomerRequest,
    Incident,
    IncidentNote,
    IncidentStaff,
    Marker,
    Need,
    Override,
    Restriction,
    Review,
    SupportContact,
    SupportWorker,
    User,
    holding,
    marks,
    rows_of,
)
from policy.core import audit, clock, numbers
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.validation import LONG, Check
from policy.incidents import police
from policy.rulebook import clauses
from policy.rulebook.rules import RULES

TRIES = 2
# What a weighing is made before: its purpose, and the table of the decisions that rest on it.
DECISIONS: dict[str, Any] = {
    "warning": BehaviourWarning,
    "restriction": Restriction,
    "review": Review,
    "appeal": Appeal,
    "marker": Marker,
}
# What a rule may be set aside for: the noun, who wrote it, and whether it is decided.
Decided = BehaviourWarning | Restriction | Review | Marker


def consideration_of(actor: User, customer: Customer, purpose: str, now: dt.datetime) -> Consideration | None:
    """The newest weighing by `actor` for this purpose made on the day of `now` and not yet used, or None.

    One weighing serves one decision: what another decision already rests on is left out.
    """
    noun = DECISIONS[purpose]
    used = noun.select(noun.consideration).where(noun.consideration.is_null(False))
    query = Consideration.select().where(
        Consideration.customer == customer,
        Consideration.purpose == purpose,
        Consideration.made_by == actor,
        Consideration.id.not_in(used),
    )
    newest = query.order_by(Consideration.id.desc()).first()
    return newest if newest and clock.today(newest.made_at) == clock.today(now) else None


def weighed(
    actor: User, customer: Customer, purpose: str, since: dt.date | None, now: dt.datetime
) -> Iterator[Refusal | None]:
    """G7, G8, G9, G31: the decider's own weighing of today, our own part in it, and the support workers reached."""
    weighing = consideration_of(actor, customer, purpose, now)
    remedy = "Record the considerations for this decision now."
    yield unless(
        weighing,
        "G7",
        "You have not yet recorded today what you considered: needs, equality, and what is in proportion.",
        remedy,
    )
    yield unless(
        weighing
        and all(
            (
                weighing.complaint_dealt_with,
                weighing.communication_adequate,
                weighing.unanswered,
                weighing.new_information,
            )
        ),
        "G9",
        "Our own part has not been looked at today: open repairs, complaints and unanswered contacts.",
        remedy,
    )
    age = customer.age_on(clock.today(now))
    signed = weighing is not None and bool(weighing.safeguarding_signed_off)
    yield unless(
        age is None or age >= clauses.ADULT or signed,
        "G31",
        "The customer is under 18, and safeguarding has not signed this off.",
        "Ask safeguarding, and record who agreed and when.",
    )
    yield from _supporters_reached(customer, since, weighing)


def _supporters_reached(
    customer: Customer, since: dt.date | None, weighing: Consideration | None
) -> Iterator[Refusal | None]:
    workers = list(SupportWorker.select().where(SupportWorker.customer == customer, SupportWorker.ended_at.is_null()))
    tries = list(SupportContact.select().where(SupportContact.customer == customer)) if workers else []
    for worker in workers:
        ours = [one for one in tries if one.support_worker_id == worker.id and (since is None or one.on >= since)]
        reached = any(one.reached for one in ours)
        tried = len(ours) >= TRIES and weighing is not None and bool(weighing.support_words)
        yield unless(
            reached or tried,
            "G8",
            "A known support worker has not been spoken to about this.",
            "Record the conversation, or two tries and the reason why it was not possible.",
        )


# --- Evidence ---


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
    """The same incidents with what was left out at first and added since; what was told is never replaced (G64)."""
    ids = {incident.id: incident for incident in incidents}
    rest = f"WHERE kind = 'completed' AND incident_id IN ({marks(ids)}) ORDER BY id"
    for note in rows_of(IncidentNote, rest, *ids) if ids else ():
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
    found: dict[int, list[Refusal]] = {}
    for incident in incidents:
        own = [note for note in notes if note.incident_id == incident.id]
        parts = _one(customer, incident, own, oldest, months)
        found[incident.id] = [reason for reason in parts if reason is not None]
    return found


def _one(
    customer: Customer, incident: Incident, notes: Sequence[IncidentNote], oldest: dt.date, months: int
) -> Iterator[Refusal | None]:
    name = f"Incident {incident.reference}"
    kinds = {note.kind for note in notes}
    identity = identity_of(incident, notes)
    vouched = bool(incident.identified_by) or "identity" in kinds
    counted = set(clauses.headings_of(incident.behaviours)) & set(clauses.COUNTED_HEADINGS)
    yield unless(
        incident.customer_id == customer.id,
        "G23",
        f"{name} is on another person's file.",
        "A decision rests on the person's own behaviour.",
    )
    yield unless(
        incident.has_time,
        "G2",
        f"{name} has no time, and no reason why the time is not known.",
        "Open the incident and add the time, or why it is not known.",
    )
    yield unless(
        incident.behaviours,
        "G2",
        f"{name} does not say what kind of behaviour it was.",
        "Open the incident and say which kind it was.",
    )
    yield unless(
        identity == "certain" or (identity == "likely" and vouched),
        "G10",
        f"{name}: we are not sure enough that it was this customer.",
        "Add a note that says how it was confirmed who it was.",
    )
    yield unless(
        incident.who_acted != "unknown",
        "G10",
        f"{name}: it is not known who acted.",
        "Leave it out, or log what is known.",
    )
    yield unless(
        incident.who_acted not in ("household", "visitor"),
        "G23",
        f"{name} was somebody else's behaviour, not the customer's.",
        "Leave it out. That person has a file of their own.",
    )
    yield unless(
        incident.who_acted != "representative",
        "G24",
        f"{name} was the representative's behaviour.",
        "Leave it out. A representative needs a decision of their own.",
    )
    yield unless(
        not incident.allegation or "finding" in kinds,
        "G11",
        f"{name}: the customer complained about a colleague in the same event, and that is not answered.",
        "Look into it and add what was found.",
    )
    yield unless(
        not (incident.protected and counted),
        "G12",
        f"{name} was {clauses.PROTECTED.get(incident.protected, '')}: it does not count as persistence.",
        "Leave it out.",
    )
    yield unless(
        incident.last_on >= oldest,
        "G13",
        f"{name} is more than {months} months old: it is background only.",
        "Leave it out.",
    )
    yield unless(
        not police.is_owed(incident) or police.is_recorded(incident, notes),
        "G69",
        f"{name} was serious, and it is not recorded whether the police were told, or why not.",
        "Open the incident and record what was decided about the police.",
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


# --- What is only shown ---


def cautions(customer: Customer, incidents: Sequence[Incident]) -> Iterator[Refusal | None]:
    """E2-E4: what the decider should have in mind; none of it stops anything."""
    needs = {need.kind for need in Need.select().where(Need.customer == customer, Need.ended_at.is_null())}
    yield unless(
        not needs & {"domestic_abuse", "mental_health"},
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


# --- Two people at once ---


def not_stale(current: int, shown: int) -> Answer:
    """A page shown before somebody else's change is refused, and nothing typed is lost."""
    return answer(
        unless(
            current == shown,
            "stale",
            "Somebody else changed this while you had it open.",
            "Your words are still below. Open the newest version in another window, then bring them together.",
        )
    )


# --- Overrides ---


def noun_of(thing: Decided) -> str:
    """What this thing is called where an override or an event points at it."""
    return {BehaviourWarning: "warning", Restriction: "restriction", Review: "review", Marker: "marker"}[type(thing)]


def overridden(thing: Decided, decider: User) -> set[str]:
    """The rules of kind S that somebody of a higher grade, other than the decider, set aside for this one thing."""
    noun = getattr(Override, noun_of(thing))
    return {row.rule for row in Override.select(Override.rule).where(noun == thing, Override.by != decider)}


def _author_of(thing: Decided) -> int | None:
    if isinstance(thing, BehaviourWarning):
        return thing.drafted_by_id
    return thing.opened_by_id if isinstance(thing, Review) else thing.proposed_by_id


def _is_settled(thing: Decided) -> bool:
    if isinstance(thing, Review):
        return not thing.is_open
    return not thing.is_open_request if isinstance(thing, Marker) else thing.issued_at is not None


def may_override(actor: User, thing: Decided, rule: str, now: dt.datetime) -> Answer:
    """A senior officer who had no part in it may set aside a rule of kind S, with a reason, before it is decided."""
    known = RULES.get(rule)
    return answer(
        unless(known and known.kind == "S", "rule", "This rule cannot be set aside by anybody."),
        unless(
            actor.is_senior_officer, "grade", "Only a senior officer can set a rule aside.", "Ask a senior officer."
        ),
        unless(
            actor.id != _author_of(thing),
            "grade",
            "You wrote this yourself, so somebody else must decide.",
            "Ask another senior officer.",
        ),
        unless(not _is_settled(thing), "state", "This has been issued or decided already."),
    )


def override(actor: User, thing: Any, rule: str, because: str, now: dt.datetime) -> Override:
    """Set a rule of kind S aside for one warning or restriction, with a reason. Raises Refused or Invalid."""
    check = Check({"because": because})
    because = check.text("because", "Your reason", LONG, required=True)
    check.or_refuse()
    with holding(thing) as thing:
        may_override(actor, thing, rule, now).or_refuse()
        noun = noun_of(thing)
        row = Override.create(customer=thing.customer_id, rule=rule, because=because, by=actor, at=now, **{noun: thing})
        audit.event("rule_set_aside", thing.customer_id, actor, now, rule=rule, override=row.id, **{noun: thing.id})
    return row
