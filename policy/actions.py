"""The whole register of deeds, each declared beside its question (policy/core/register.py), and what follows.

Knows every noun. Pages, the table "who may do what" and the checks all read this list.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from models import BehaviourWarning, Customer, Declaration, Restriction, User, rows_of
from policy import calendar
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.care import checks as care_checks
from policy.care import feedback, injuries, protective_steps, statements
from policy.considerations import considerations, overrides
from policy.contacts import contacts, import_list
from policy.core import clock, numbers
from policy.core.answers import Answer
from policy.core.register import DECLARED, Action
from policy.correspondence import delivery as letter_delivery
from policy.correspondence import enclosures, letterhead, translated_passages, translations, wordings
from policy.correspondence import scans as letter_scans
from policy.customers import customers, life_events
from policy.extreme_route import declaration as declarations
from policy.extreme_route import notice as notices
from policy.incidents import entries as incident_entries
from policy.incidents import notes as incident_notes
from policy.incidents import requests as incident_requests
from policy.markers import decision as marker_decision
from policy.markers import review as marker_review
from policy.other_letters import corrections, side_letters
from policy.post import email as letter_email
from policy.post import runs as post_runs
from policy.restrictions import decision as restriction_decision
from policy.restrictions import ending as restriction_ending
from policy.restrictions import named_officers, notifications
from policy.restrictions import proposal as restriction_proposal
from policy.reviews import decision as review_decision
from policy.reviews import opening as review_opening
from policy.staff import absences, conflicts_of_interest, people
from policy.warnings import warnings

NOUNS = (
    customers,
    incident_entries,
    incident_notes,
    incident_requests,
    considerations,
    warnings,
    letter_delivery,
    letter_scans,
    post_runs,
    letter_email,
    restriction_proposal,
    restriction_decision,
    restriction_ending,
    declarations,
    notices,
    life_events,
    notifications,
    marker_decision,
    marker_review,
    review_opening,
    review_decision,
    overrides,
    corrections,
    side_letters,
    conflicts_of_interest,
    contacts,
    import_list,
    care_checks,
    injuries,
    protective_steps,
    statements,
    feedback,
    translations,
    translated_passages,
    wordings,
    people,
    calendar,
    appeal_intake,
    appeal_hearing,
    absences,
    named_officers,
    numbers,
    letterhead,
    enclosures,
)
"""In the order of the page: the actions of a noun stand together, as they are declared there."""


def _in_order(action: Action) -> int:
    return [noun.__name__ for noun in NOUNS].index(action.deed.__module__)


ACTIONS = {one.name: one for one in sorted(DECLARED.values(), key=_in_order)}


@dataclass(frozen=True)
class Step:
    """A deed that may come next on a file: the answer now, and the page where it is done."""

    action: Action
    label: str
    answer: Answer
    endpoint: str
    values: dict[str, Any]


def next_steps(actor: User, customer: Customer, now: dt.datetime) -> list[Step]:
    """What may be done next on this file and, for what may not be done yet, every reason why."""
    return list(_steps(actor, customer, now))


def _step(name: str, answer: Answer, endpoint: str, label: str = "", **values: Any) -> Step:
    action = ACTIONS[name]
    return Step(action, label or action.label, answer, endpoint, values)


def _steps(actor: User, customer: Customer, now: dt.datetime) -> Iterator[Step]:
    """Open drafts and proposals first; of each kind the newest is asked in full, so a page costs the same always."""
    if not actor.is_officer:
        return
    draft = _newest(BehaviourWarning, customer, "issued_at", "withdrawn_at")
    if draft is not None:
        yield from _draft_steps(actor, draft, now)
    else:
        yield _step("draft_warning", warnings.may_draft(actor, customer, now), "warnings.new", customer_id=customer.id)
    proposal = _newest(Restriction, customer, "issued_at", "declined_at", "ended_on", "follows_id")
    if proposal is not None:
        yield _proposal_step(actor, proposal, now)
    else:
        yield _step(
            "propose_restriction",
            restriction_proposal.may_propose(actor, customer, now),
            "restrictions.new",
            customer_id=customer.id,
        )
    yield from _other_steps(actor, customer, now)


def _other_steps(actor: User, customer: Customer, now: dt.datetime) -> Iterator[Step]:
    """An end that nobody wrote about, and action without a warning."""
    for row in restriction_ending.unsettled(clock.today(now), customer.id)[:1]:
        asked, label = (
            restriction_ending.may_settle(actor, row, now),
            f"Write that restriction {row.reference} has ended",
        )
        yield _step("settle_ending", asked, "endings.settling", label, restriction_id=row.id)
    waiting = _newest(Declaration, customer, "seconded_at", "refused_at")
    if waiting is not None:
        label, page = f"Decide as the second person on {waiting.reference}", {"declaration_id": waiting.id}
        asked = declarations.may_second(actor, waiting, now)
        yield _step("second_extreme", asked, "declarations.seconding", label, **page)
    elif actor.is_manager:
        asked = declarations.may_declare(actor, customer, now)
        label = "Act without a warning, where people are not safe"
        yield _step("declare_extreme", asked, "declarations.new", label, customer_id=customer.id)


def _newest(table: Any, customer: Customer, *still_open: str) -> Any:
    nothing = " AND ".join(f"{column} IS NULL" for column in still_open)
    found = rows_of(table, f"WHERE customer_id = ? AND {nothing} ORDER BY id DESC LIMIT 1", customer.id)
    return next(iter(found), None)


def _draft_steps(actor: User, draft: BehaviourWarning, now: dt.datetime) -> Iterator[Step]:
    name, page = draft.reference, {"warning_id": draft.id}
    yield _step("change_warning", warnings.may_change(actor, draft, now), "warnings.show", f"Go on with {name}", **page)
    if draft.read_by_id is None or draft.read_version != draft.version:
        label = f"Read {name} as the second reader"
        yield _step("read_warning", warnings.may_read(actor, draft, now), "warnings.show", label, **page)
    yield _step(
        "issue_warning", warnings.may_issue(actor, draft, now), "warnings.show", f"Issue warning {name}", **page
    )


def _proposal_step(actor: User, proposal: Restriction, now: dt.datetime) -> Step:
    name, page = proposal.reference, {"restriction_id": proposal.id}
    if proposal.authorised_at is None:
        asked = restriction_decision.may_authorise(actor, proposal, now)
        return _step("authorise_restriction", asked, "restrictions.show", f"Authorise restriction {name}", **page)
    asked = restriction_decision.may_issue(actor, proposal, now)
    return _step("issue_restriction", asked, "restrictions.show", f"Issue the letter of restriction {name}", **page)
