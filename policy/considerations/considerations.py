"""Considerations: the weighing of needs, equality and our own part before a decision (P 4.9, 4.10, 6.1; G7-G9, G31)."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from models import (
    Appeal,
    BehaviourWarning,
    Consideration,
    Customer,
    Marker,
    Restriction,
    Review,
    SupportContact,
    SupportWorker,
    User,
    holding,
)
from policy.core import audit, clock, form_keys
from policy.core.answers import YES, Answer, Refusal, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, Check
from policy.rulebook import clauses

PURPOSES = {
    "warning": "a written warning",
    "restriction": "a restriction",
    "review": "a review is decided",
    "appeal": "an appeal is decided",
    "marker": "a staff-safety marker",
}
LINKED = {"yes": "Yes", "no": "No", "unknown": "We do not know"}
QUESTIONS = {
    "needs": "What do we know of the customer's health, disability and circumstances, and of what they need from us?",
    "equality": "Could this decision put them at a disadvantage because of a protected characteristic?",
    "adjustments": "What have we offered or changed to make contact easier, and what will we offer now?",
    "complaint_dealt_with": "Has their complaint or request been dealt with properly?",
    "communication_adequate": "Have we told them clearly, and kept them informed?",
    "unanswered": "Are any repairs, complaints or contacts of theirs open or unanswered?",
    "new_information": "Have they given us anything new that matters?",
    "customers_account": "What do they say happened? If they have not been asked, why not?",
    "proportionate": "Why is this step in proportion, and why would a milder one not do?",
}
OURS = ("complaint_dealt_with", "communication_adequate", "unanswered", "new_information")
SHORTEST_COPY = 25


@only_for(
    "manager",
    "senior_officer",
    "safety_lead",
    says="The weighing is done by the manager who will decide.",
    remedy="Ask a manager.",
    clause="4.3",
)
def may_consider(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """G7: whoever decides weighs it: a manager, a senior officer for appeals, the safety lead for markers.

    A safety lead approves markers and a senior officer hears appeals; whether this decision is theirs is asked there.
    """
    return YES


class Weighing(TypedDict, total=False):
    """What whoever decides has considered, in words of their own: an answer to each of QUESTIONS, and more."""

    purpose: str
    needs: str
    linked_to_disability: str
    linked_words: str
    equality: str
    adjustments: str
    complaint_dealt_with: str
    communication_adequate: str
    unanswered: str
    new_information: str
    customers_account: str
    proportionate: str
    support_words: str
    safeguarding_signed_off: str


def checked(weighing: Weighing, customer: Customer, now: dt.datetime) -> dict[str, Any]:
    """The columns of a consideration. Raises Invalid, also for words copied from an earlier one (G7)."""
    check = Check(weighing)
    linked, signed = "Could the behaviour come from a disability?", "Who in safeguarding signed this off, and when"
    columns = {name: check.text(name, question, LONG, required=True) for name, question in QUESTIONS.items()}
    columns |= {
        "purpose": check.choice("purpose", "Before which decision", PURPOSES, required=True),
        "linked_to_disability": check.choice("linked_to_disability", linked, LINKED, required=True),
        "support_words": check.text("support_words", "What the support workers said, or why not reached", LONG),
        "safeguarding_signed_off": check.text(
            "safeguarding_signed_off", signed, LONG, required=is_young(customer, now)
        ),
    }
    follows = columns["linked_to_disability"] == "yes"
    columns["linked_words"] = check.text("linked_words", "How, and what follows from it", LONG, required=follows)
    for field, when in _copied(columns, customer).items():
        check.wrong(
            field,
            f"These are the words written on {clock.day_words(when)}. Please weigh it afresh, as things stand today.",
        )
    check.or_refuse()
    return columns


def is_young(customer: Customer, now: dt.datetime) -> bool:
    """G31: true for somebody under 18, about whom safeguarding must have agreed."""
    age = customer.age_on(clock.today(now))
    return age is not None and age < clauses.ADULT


def _copied(columns: Mapping[str, str], customer: Customer) -> dict[str, dt.date]:
    copied: dict[str, dt.date] = {}
    for earlier in Consideration.select().where(Consideration.customer == customer):
        for field in QUESTIONS:
            words = _plain(columns[field])
            if len(words) >= SHORTEST_COPY and words == _plain(getattr(earlier, field)):
                copied[field] = clock.today(earlier.made_at)
    return copied


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


@deed(
    "consider",
    label="Weigh needs, equality and our own part before a decision",
    clause="4.9",
    asks=may_consider,
    event="considered",
)
def consider(actor: User, customer: Customer, weighing: Weighing, now: dt.datetime, form_key: str) -> Consideration:
    """Record the weighing; it cannot be changed, only made again. Raises Refused or Invalid."""
    form_key = form_keys.key(form_key, actor, customer, weighing)
    with holding(customer) as customer:
        known = Consideration.get_or_none(Consideration.form_key == form_key)
        if known:
            return known
        may_consider(actor, customer, now).or_refuse()
        columns = checked(weighing, customer, now)
        row = Consideration.create(customer=customer, made_by=actor, made_at=now, form_key=form_key, **columns)
        audit.event("considered", customer, actor, now, consideration=row.id, purpose=row.purpose)
    return row


@only_for(
    *WORKS,
    says="Only officers and managers contact support workers about this.",
    remedy="Ask an officer.",
    clause="4.10",
)
def may_record_support(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """P 4.10: whoever works on the file records a try at reaching a support worker."""
    return YES


class SupportTry(TypedDict, total=False):
    """A try at reaching a support worker, and what came of it: the outcome only."""

    on: dt.date | None
    method: str
    reached: bool
    words: str


@deed(
    "record_support",
    label="Record a try at reaching a support worker",
    clause="4.10",
    asks=may_record_support,
    event="support_worker_tried",
)
def record_support(actor: User, support_worker: SupportWorker, attempt: SupportTry, now: dt.datetime) -> SupportContact:
    """Record one try at reaching a support worker, and what came of it (P 4.10). Raises Refused or Invalid."""
    check, reached = Check(attempt), bool(attempt.get("reached"))
    columns = {
        "on": check.day("on", "When", latest=clock.today(now), required=True),
        "method": check.choice("method", "How", clauses.SUPPORT_METHODS, required=True),
        "reached": reached,
        "words": check.text("words", "What came of it (the outcome only)", LONG, required=reached),
    }
    check.or_refuse()
    with holding(support_worker) as support_worker:
        may_record_support(actor, support_worker.customer, now).or_refuse()
        row = SupportContact.create(
            support_worker=support_worker, customer=support_worker.customer_id, by=actor, at=now, **columns
        )
        audit.event(
            "support_worker_tried", support_worker.customer_id, actor, now, support_contact=row.id, reached=row.reached
        )
    return row


def tries(customer: Customer) -> dict[int, list[SupportContact]]:
    """The tries at reaching each support worker, by the worker's id, oldest first, each with who tried."""
    query = SupportContact.select(SupportContact, User).join(User, on=SupportContact.by)
    by_worker: dict[int, list[SupportContact]] = {}
    for row in query.where(SupportContact.customer == customer).order_by(SupportContact.id):
        by_worker.setdefault(row.support_worker_id, []).append(row)
    return by_worker


TRIES = 2
# What a weighing is made before: its purpose, and the table of the decisions that rest on it.
DECISIONS: dict[str, Any] = {
    "warning": BehaviourWarning,
    "restriction": Restriction,
    "review": Review,
    "appeal": Appeal,
    "marker": Marker,
}


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
        weighing and all(getattr(weighing, name) for name in OURS),
        "G9",
        "Our own part has not been looked at today: open repairs, complaints and unanswered contacts.",
        remedy,
    )
    signed = weighing is not None and bool(weighing.safeguarding_signed_off)
    yield unless(
        signed or not is_young(customer, now),
        "G31",
        "The customer is under 18, and safeguarding has not signed this off.",
        "Ask safeguarding, and record who agreed and when.",
    )
    yield from _supporters_reached(customer, since, weighing)


def _supporters_reached(
    customer: Customer, since: dt.date | None, weighing: Consideration | None
) -> Iterator[Refusal | None]:
    workers = list(SupportWorker.select().where(SupportWorker.customer == customer, SupportWorker.ended_at.is_null()))
    tried_before = tries(customer) if workers else {}
    for worker in workers:
        ours = [one for one in tried_before.get(worker.id, ()) if since is None or one.on >= since]
        reached = any(one.reached for one in ours)
        tried = len(ours) >= TRIES and weighing is not None and bool(weighing.support_words)
        yield unless(
            reached or tried,
            "G8",
            "A known support worker has not been spoken to about this.",
            "Record the conversation, or two tries and the reason why it was not possible.",
        )
