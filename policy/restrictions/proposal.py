"""Proposing a restriction (P 4.2-4.4, 2.0): its measures, its dates and what was tried first. G1-G6, G22."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict, cast

from models import (
    BehaviourWarning,
    Customer,
    Declaration,
    Incident,
    Restriction,
    RestrictionIncident,
    RestrictionTerm,
    User,
    holding,
)
from policy import measures
from policy.core import audit, clock, form_keys, numbers
from policy.core.answers import Answer, Refusal, answer, not_stale, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, SHORT, Check
from policy.correspondence import deemed_receipt
from policy.correspondence import facts as letter_facts
from policy.measures.kind import Measure
from policy.restrictions import letter as restriction_letter

TEMPLATE = restriction_letter.TEMPLATE


@only_for(*WORKS, says="Only officers and managers propose restrictions.", remedy="Ask an officer.")
def may_propose(actor: User, customer: Customer, now: dt.datetime, declaration: Declaration | None = None) -> Answer:
    """4.2: an officer or a manager proposes, and a manager decides (4.3); on a declaration without a warning (4.5)."""
    return answer(_some_warning_received(customer, now) if declaration is None else _declared(customer, declaration))


def _declared(customer: Customer, declaration: Declaration) -> Iterator[Refusal | None]:
    yield unless(declaration.customer_id == customer.id, "G23", "That is on another person's file.")
    yield unless(
        declaration.refused_at is None,
        "G17",
        "The second person did not agree to act without a warning.",
        "Write a warning instead.",
    )


def issued_warnings(customer: Customer, most: int | None = None) -> list[BehaviourWarning]:
    """The warnings of a customer that were issued and not withdrawn, the newest first."""
    issued, kept = BehaviourWarning.issued_at.is_null(False), BehaviourWarning.withdrawn_at.is_null()
    query = BehaviourWarning.select().where(BehaviourWarning.customer == customer, issued, kept)
    return list(query.order_by(BehaviourWarning.id.desc()).limit(most))


def _some_warning_received(customer: Customer, now: dt.datetime) -> Refusal | None:
    issued = issued_warnings(customer)
    if not issued:
        return unless(
            False, "G1", "No written warning has been issued to this customer.", "Draft and issue a warning first."
        )
    ways = deemed_receipt.standings([one.letter_id for one in issued if one.letter_id])
    today = clock.today(now)
    received = any(deemed_receipt.served_on(ways.get(one.letter_id or 0), today) for one in issued)
    return unless(
        received,
        "G4",
        "No warning counts as received by this customer yet.",
        "Record how the warning was delivered, or send it again if it came back.",
    )


@deed(
    "propose_restriction", label="Propose a restriction", clause="4.2", asks=may_propose, event="restriction_proposed"
)
def propose(
    actor: User,
    customer: Customer,
    warning: BehaviourWarning | None,
    incidents: Sequence[Incident],
    now: dt.datetime,
    form_key: str,
    declaration: Declaration | None = None,
) -> Restriction:
    """Begin a proposal resting on a warning and incidents after it, or on the extreme route (4.5). Raises Refused."""
    form_key = form_keys.key(form_key, actor, customer, None, warning, declaration, list(incidents))
    with holding(customer) as customer:
        known = Restriction.get_or_none(Restriction.form_key == form_key)
        if known:
            return known
        may_propose(actor, customer, now, declaration).or_refuse()
        starts, ends, review = usual_dates(now, at_once=declaration is not None)
        incidents = [declaration.incident, *incidents] if declaration else incidents
        restriction = Restriction.create(
            customer=customer,
            warning=warning if declaration is None else None,
            declaration=declaration,
            proposed_by=actor,
            proposed_at=now,
            form_key=form_key,
            starts_on=starts,
            ends_on=ends,
            review_on=review,
            scope="all our services and offices",
        )
        _cite(restriction, customer, warning, incidents)
        audit.event("restriction_proposed", customer, actor, now, restriction=restriction.id)
    return restriction


def usual_dates(now: dt.datetime, at_once: bool = False) -> tuple[dt.date, dt.date, dt.date]:
    """Start, end and review a new proposal begins with, by the landlord's numbers.

    A few days ahead for the post; `at_once` where immediate safety is threatened.
    """
    values, today = numbers.values(now), clock.today(now)
    starts = today if at_once else clock.working_days_after(today, values["deemed_days"] + 1)
    ends = clock.months_after(starts, values["restriction_months"])
    return starts, ends, measures.latest_review(starts, ends, values["review_months"])


def _cite(
    restriction: Restriction, customer: Customer, warning: BehaviourWarning | None, incidents: Sequence[Incident]
) -> None:
    RestrictionIncident.clear(RestrictionIncident.restriction == restriction)
    own = all(one.customer_id == customer.id for one in incidents)
    own = own and (warning is None or warning.customer_id == customer.id)
    answer(unless(own, "G23", "That is on another person's file.")).or_refuse()
    for incident in {one.id: one for one in incidents}.values():
        RestrictionIncident.create(restriction=restriction, incident=incident)


@only_for(*WORKS, says="Only officers and managers change a proposal.", remedy="Ask an officer.")
def may_change(actor: User, restriction: Restriction, now: dt.datetime) -> Answer:
    """A proposal may be changed by those who work on the file, until it is decided."""
    return answer(
        unless(restriction.authorised_at is None, "state", "This restriction has been authorised and stands as it is."),
        unless(restriction.declined_at is None, "state", "This proposal was declined.", "Make a new one."),
    )


class Proposal(TypedDict, total=False):
    """A proposal as its page has it, but for its measures."""

    warning: BehaviourWarning | None
    incidents: Sequence[Incident]
    starts_on: dt.date | None
    ends_on: dt.date | None
    review_on: dt.date | None
    scope: str
    told: str  # who is told, a line each
    arranged: str  # how the letter is given in their format
    why_not_milder: Mapping[str, str]  # kind -> reason
    passages: Mapping[str, str]  # of the letter


@deed(
    "change_restriction",
    label="Change a proposed restriction",
    clause="4.2",
    asks=may_change,
    event="restriction_changed",
)
def change(actor: User, restriction: Restriction, proposal: Proposal, now: dt.datetime, version: int) -> Restriction:
    """Save a proposal as the page has it. Raises Refused (stale page too) or Invalid."""
    passages = proposal.get("passages", {})
    check = Check({**proposal, **passages})
    columns: dict[str, Any] = {name: check.day(name, label) for name, label in DATES.items()}
    columns["scope"] = check.text("scope", "What it applies to", SHORT)
    columns["told"] = check.text("told", "Who is told", LONG)
    columns["arranged"] = check.text("arranged", "How the letter is given in their format", LONG)
    columns["passages"] = letter_facts.checked_passages(restriction_letter.template_of(restriction), passages, check)
    columns["why_not_milder"] = _ladder_words(check, proposal.get("why_not_milder", {}))
    _dates_in_order(check, columns)
    check.or_refuse()
    with holding(restriction) as restriction:
        may_change(actor, restriction, now).or_refuse()
        not_stale(restriction.version, version).or_refuse()
        warning = proposal.get("warning", restriction.warning) if restriction.declaration_id is None else None
        declared = [restriction.declaration.incident] if restriction.declaration else []
        _cite(restriction, restriction.customer, warning, [*declared, *proposal.get("incidents", [])])
        _save(restriction, actor, now, warning=warning, **columns)
    return restriction


def as_saved(restriction: Restriction) -> Proposal:
    """What a proposal holds, as `change` takes it."""
    columns = {name: getattr(restriction, name) for name in Proposal.__annotations__ if name != "incidents"}
    return cast(Proposal, columns | {"incidents": restriction_letter.incidents_of(restriction)})


DATES = {"starts_on": "Start", "ends_on": "End", "review_on": "Review"}


def _dates_in_order(check: Check, columns: Mapping[str, Any]) -> None:
    starts, ends, review = (columns[name] for name in DATES)
    if starts and ends and ends <= starts:
        check.wrong("ends_on", f"End: {clock.day_words(ends)} is not after the start, {clock.day_words(starts)}.")
    if review and (starts is None or ends is None or not starts <= review <= ends):
        check.wrong("review_on", "Review: the day must lie between the start and the end.")


def _ladder_words(check: Check, given: Mapping[str, str]) -> dict[str, str]:
    inner = Check({f"why_not_{kind}": reason for kind, reason in given.items()})
    reasons = {
        key: inner.text(f"why_not_{key}", f"Why not: {kind.label}", LONG) for key, kind in measures.KINDS.items()
    }
    for field, sentence in inner.errors.items():
        check.wrong(field, sentence)
    return {kind: reason for kind, reason in reasons.items() if reason}


def _save(restriction: Restriction, actor: User, now: dt.datetime, **columns: Any) -> None:
    for name, value in columns.items():
        setattr(restriction, name, value)
    restriction.version += 1
    restriction.save()
    audit.event(
        "restriction_changed",
        restriction.customer_id,
        actor,
        now,
        restriction=restriction.id,
        version=restriction.version,
    )


def set_term(
    actor: User, restriction: Restriction, kind: str, measure: Measure, now: dt.datetime, version: int
) -> RestrictionTerm:
    """Add a measure or change it (P 4.4). Raises Refused, or Invalid with a sentence for each field."""
    columns = measures.checked_term(kind, measure)
    with holding(restriction) as restriction:
        may_change(actor, restriction, now).or_refuse()
        not_stale(restriction.version, version).or_refuse()
        RestrictionTerm.clear((RestrictionTerm.restriction == restriction) & (RestrictionTerm.kind == kind))
        term = RestrictionTerm.create(restriction=restriction, kind=kind, **columns)
        _save(restriction, actor, now)
    return term


def remove_term(actor: User, restriction: Restriction, kind: str, now: dt.datetime, version: int) -> None:
    """Take a measure out of a proposal. Raises Refused."""
    with holding(restriction) as restriction:
        may_change(actor, restriction, now).or_refuse()
        not_stale(restriction.version, version).or_refuse()
        RestrictionTerm.clear((RestrictionTerm.restriction == restriction) & (RestrictionTerm.kind == kind))
        _save(restriction, actor, now)
