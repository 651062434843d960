"""Makes what a test needs by the deeds a person uses, each at the moment given. Nothing here writes a row itself."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from models import (
    Appeal,
    BehaviourWarning,
    Consideration,
    Customer,
    Declaration,
    Incident,
    Letter,
    Marker,
    Restriction,
    Review,
    User,
)
from policy import measures
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.appeals import subject as appeal_subject
from policy.considerations import considerations
from policy.core import clock, numbers
from policy.correspondence import delivery as letter_delivery
from policy.customers import customers
from policy.extreme_route import declaration as declarations
from policy.incidents import entries as incident_entries
from policy.incidents.severity import SEVERITY, THREATENING
from policy.markers import decision as marker_decision
from policy.restrictions import decision as restriction_decision
from policy.restrictions import proposal as restriction_proposal
from policy.reviews import decision as review_decision
from policy.reviews import opening as review_opening
from policy.staff import people
from policy.warnings import warnings
from tests.copies import copied, known
from tests.copies import numbers as numbers_used

MONDAY = dt.datetime(2026, 3, 2, 10, 0, tzinfo=dt.UTC)
WARNING_PASSAGES = {
    "effect": "Our colleague was frightened and had to stop taking calls for the rest of the day.",
    "our_part": "We did not ring you back when we said we would. We are sorry for that.",
    "underlying": "A plumber will look at the leak. We will write to you with the day.",
    "expectation": "Please tell us what you need without insults, so that we can help you.",
    "answer": "",
}
RESTRICTION_PASSAGES = {
    "reasons": "The calls went on after our warning, and a word in person did not help.",
    "underlying": "",
    "commitments": "",
    "adjustments": "You told us that you would rather write. We will answer every letter and e-mail.",
    "improvement": "If you write to us without insults until the review, we will look at ending this.",
}


def with_passages(page: dict[str, Any], passages: dict[str, str]) -> dict[str, Any]:
    """A page whose letter has these passages, but for those that the page itself names."""
    own = {name: page.pop(name) for name in passages if name in page}
    return page | {"passages": passages | own}


def key() -> str:
    """A form's key that was never used before."""
    return f"test-{next(numbers_used)}"


def later(moment: dt.datetime, days: float) -> dt.datetime:
    """`days` after `moment`."""
    return moment + dt.timedelta(days=days)


@known
def customer(actor: User, now: dt.datetime = MONDAY, **told: Any) -> Customer:
    """A tenant, invented."""
    number = next(numbers_used)
    usual = {
        "name": f"Robin Example{_letters(number)}",
        "reference": f"OT{number:05d}",
        "kind": "tenant",
        "address": "14 Sample Street\nWallsend",
        "postcode": "NE28 6AA",
        "telephone": "0191 496 0123",
    }
    return customers.add(actor, usual | told, now)


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


@known
def incident(actor: User, whose: Customer, now: dt.datetime = MONDAY, **told: Any) -> Incident:
    """An abusive telephone call on the day of `now`, an hour ago on London's clock, unless told otherwise."""
    staff = told.pop("staff", ())
    earlier = clock.london(now) - dt.timedelta(hours=1)
    hour = earlier.time().replace(second=0, microsecond=0) if earlier.date() == clock.today(now) else dt.time(0)
    usual: dict[str, Any] = {
        "happened_on": clock.today(now),
        "started_at": hour,
        "channel": "telephone",
        "what_happened": "The customer rang about a leak, shouted, and called the adviser names.",
        "exact_words": "You are a useless idiot",
        "behaviours": ["verbal_abuse"],
        "severity": 2,
        "identity": "certain",
        "identified_by": "Passed the security questions",
    }
    if told.get("severity", 2) >= SEVERITY or set(told.get("behaviours", ())) & set(THREATENING):
        usual |= {"police": "not_needed", "police_words": "Nobody was in danger any more"}
    return incident_entries.log(actor, whose, usual | told, now, key(), staff=staff)


@known
def weighing(actor: User, whose: Customer, purpose: str, now: dt.datetime = MONDAY, **told: Any) -> Consideration:
    """A weighing by `actor`, in words that were not used before."""
    mark = f" ({purpose}, weighing {next(numbers_used)})"
    usual: dict[str, Any] = dict.fromkeys(considerations.QUESTIONS, f"Looked at for this decision{mark}")
    return considerations.consider(
        actor, whose, usual | {"purpose": purpose, "linked_to_disability": "no"} | told, now, key()
    )


@known
def draft_warning(
    author: User,
    whose: Customer,
    cited: Sequence[Incident],
    now: dt.datetime = MONDAY,
    kind: str = "behaviour",
    sanctions: dict[str, Any] | None = None,
    months: int | None = 6,
    **told: Any,
) -> BehaviourWarning:
    """A draft with every passage written, that proposes letters and e-mails only unless told otherwise."""
    warning = warnings.draft(author, whose, kind, cited, now, key())
    proposed = {"channels": {"channels": ["letter", "email"]}} if sanctions is None else sanctions
    page = {"incidents": cited, "sanctions": proposed, "sanction_months": months, **told}
    page = with_passages(page, WARNING_PASSAGES)
    return warnings.change(author, warning, page, now, warning.version)


@copied
def issued_warning(
    author: User, reader: User, manager: User, whose: Customer, cited: Sequence[Incident], now: dt.datetime = MONDAY,
    **told: Any,
) -> BehaviourWarning:  # fmt: skip
    """A warning drafted, read, weighed and issued, all at `now`."""
    warning = draft_warning(author, whose, cited, now, **told)
    warnings.read(reader, warning, "Clear and fair.", now, warning.version)
    weighing(manager, whose, "warning", now)
    warnings.issue(manager, warning, now)
    return warning.fresh()


@known
def served(actor: User, letter: Letter | None, now: dt.datetime, outcome: str = "handed") -> None:
    """A letter handed over on the day of `now` (or posted, or read, or returned)."""
    assert letter is not None
    letter_delivery.record_delivery(
        actor, letter, {"outcome": outcome, "on": clock.today(now), "words": "At the door"}, now
    )


@copied
def proposal(
    author: User,
    whose: Customer,
    warning: BehaviourWarning | None,
    cited: Sequence[Incident],
    now: dt.datetime,
    terms: dict[str, dict[str, Any]] | None = None,
    **told: Any,
) -> Restriction:
    """A proposal with all that it needs: letters and e-mails only, for the usual time, unless told otherwise."""
    row = restriction_proposal.propose(author, whose, warning, cited, now, key())
    usual: dict[str, Any] = {
        "warning": warning,
        "incidents": cited,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
        "review_on": row.review_on,
        "scope": "all our services and offices",
        "told": "the customer contact team",
        "why_not_milder": {
            "telephone_times": "The insults came at every hour.",
            "named_officer": "Each officer was insulted in turn.",
            "channels": "Letters were as abusive as calls.",
            "significant_only": "The matters were serious; the manner was not acceptable.",
        },
    }
    page = with_passages(usual | told, RESTRICTION_PASSAGES)
    row = restriction_proposal.change(author, row, page, now, row.version)
    for kind, detail in ({"channels": {"channels": ["letter", "email"]}} if terms is None else terms).items():
        restriction_proposal.set_term(author, row, kind, detail, now, row.version)
        row = row.fresh()
    return row


@known
def authorised(manager: User, row: Restriction, now: dt.datetime) -> Restriction:
    """A proposal weighed and authorised by `manager`."""
    weighing(manager, row.customer, "restriction", now)
    return restriction_decision.authorise(manager, row, now)


@copied
def restriction_in_force(
    cast: Any, whose: Customer | None = None, now: dt.datetime | None = None, **told: Any
) -> Restriction:
    """A restriction that Omar proposed and Mark authorised and issued at `now`, in force from that day.

    A warning was handed over nine days before, and a call came on the day; the letter is handed over at once. `told`
    goes to the proposal (terms, ends_on, told …).
    """
    now = later(MONDAY, 9) if now is None else now
    before, whose = later(now, -9), whose or customer(cast.omar, later(now, -10))
    first = incident(cast.carla, whose, before)
    warning = issued_warning(cast.omar, cast.olive, cast.mark, whose, [first], before)
    served(cast.omar, warning.letter, before)
    starts = clock.today(now)
    ends = told.get("ends_on", clock.months_after(starts, 6))
    review = measures.latest_review(starts, ends, numbers.value("review_months", now))
    usual = {"starts_on": starts, "ends_on": ends, "review_on": review}
    row = proposal(cast.omar, whose, warning, [incident(cast.carla, whose, now)], now, **usual | told)
    row = authorised(cast.mark, row, now)
    served(cast.omar, restriction_decision.issue(cast.mark, row, now), now)
    return row.fresh()


# --- Appeals ---


@known
def senior(cast: Any, name: str = "Selma Second") -> User:
    """Another senior officer, of another part of the house."""
    email = f"{name.split()[0].lower()}-{next(numbers_used)}@karbon.example"
    title = {"job_title": "Director of property"}
    return people.add_person(cast.ada, name, email, ["senior_officer"], "correct horse battery", MONDAY, **title)


@known
def appeal(actor: User, thing: Any, now: dt.datetime, **told: Any) -> Appeal:
    """An appeal that came by telephone on the day of `now`, in the customer's words, on two grounds."""
    usual: dict[str, Any] = {
        "received_on": clock.today(now),
        "channel": "telephone",
        "from_whom": "customer",
        "words": "I was not shouting at her, and nobody rang me back for two weeks.",
        "grounds": {"facts": "I was not shouting at her.", "process": "Nobody asked for my side."},
    }
    return appeal_intake.take(actor, thing, usual | told, now, key())


@known
def heard(cast: Any, row: Appeal, now: dt.datetime, decider: User | None = None) -> Appeal:
    """An appeal given to Sena (or another) by Mina, and acknowledged by Omar."""
    appeal_intake.assign(cast.mina, row, decider or cast.sena, now)
    appeal_intake.acknowledge(cast.omar, row, {"more": ""}, now)
    return row.fresh()


def answered(row: Appeal, now: dt.datetime, outcome: str = "stands", found: str = "not_upheld", **told: Any) -> Appeal:
    """The whole answer of whoever hears it, saved and weighed on the day, ready to be decided."""
    row = row.fresh()
    decider = row.decider
    assert decider is not None
    usual: dict[str, Any] = {
        "outcome": outcome,
        "reasons": "I listened to the recording and read what everybody wrote down that day.",
        "remedy": "",
        "lessons": "We will ask for the customer's side before we write.",
        "answers": {one.id: (found, "I listened to the call.") for one in appeal_subject.grounds_of(row)},
    }
    row = appeal_hearing.change(decider, row, usual | told, now, row.version)
    weighing(decider, row.customer, "appeal", now)
    return row.fresh()


# --- Staff-safety markers ---

MARKER_PASSAGES = {
    "reasons": "Our colleague believed that it was meant. Two colleagues together can do the work safely.",
    "also": "",
}


@known
def threat(actor: User, whose: Customer, now: dt.datetime = MONDAY, **told: Any) -> Incident:
    """A threat at the door, an hour ago: what a staff-safety marker may rest on."""
    usual = {
        "channel": "visit",
        "what_happened": "The customer told the joiner at the door that he would hit him with a spanner if he came in.",
        "exact_words": "Come in here and I will hit you with this",
        "behaviours": ["threat"],
        "severity": 3,
        "police": "not_reported",
        "police_words": "The joiner did not want it.",
    }
    return incident(actor, whose, now, **usual | told)


@known
def asked_marker(actor: User, whose: Customer, now: dt.datetime = MONDAY, **told: Any) -> Marker:
    """A request for a marker, about the person unless told otherwise."""
    usual: dict[str, Any] = {"asked_words": "He raised a spanner at the joiner.", "about": "person"}
    return marker_decision.ask(actor, whose, usual | told, now, key())


def marker_page(cited: Incident | None, now: dt.datetime = MONDAY, **told: Any) -> dict[str, Any]:
    """What a manager writes: all that a marker needs to be approved, for six months, the customer told."""
    today = clock.today(now)
    return {
        "about": "person",
        "category": "threat",
        "incident": cited,
        "fact": "He told the joiner at the door that he would hit him with a spanner. Nobody was hurt.",
        "action": "Go in twos. Ring the duty manager on arriving and on leaving.",
        "recipients": {"housing": "they visit this home", "repairs_contractor": "its joiners work there"},
        "ends_on": clock.months_after(today, 6),
        "review_on": clock.months_after(today, 3),
        "telling": "tell",
        **MARKER_PASSAGES,
        **told,
    }


@known
def proposed_marker(
    manager: User, whose: Customer, cited: Incident | None, now: dt.datetime = MONDAY, **told: Any
) -> Marker:
    """A marker as a manager has written it, ready for somebody else's decision but for their weighing."""
    row = asked_marker(manager, whose, now)
    return marker_decision.propose(manager, row, marker_page(cited, now, **told), now, row.version)


@copied
def live_marker(
    manager: User, safety: User, whose: Customer, cited: Incident | None = None, now: dt.datetime = MONDAY, **told: Any
) -> Marker:
    """A marker proposed by `manager`, weighed and approved by `safety`; about a threat at the door."""
    row = proposed_marker(manager, whose, cited or threat(manager, whose, now), now, **told)
    weighing(safety, whose, "marker", now)
    marker_decision.approve(safety, row, now, row.version)
    return row.fresh()


# --- Reviews ---


@known
def opened_review(cast: Any, row: Restriction, now: dt.datetime) -> Review:
    """A review of this restriction that Omar opened, with nothing written in it yet."""
    return review_opening.open_review(cast.omar, row, now, key())


def going_on(row: Restriction, now: dt.datetime, **told: Any) -> dict[str, Any]:
    """What a page says that goes on with this restriction as it is, for three more months."""
    today = clock.today(now)
    ends = told.get("ends_on", clock.months_after(today, 3))
    return {
        "outcome": "continued",
        "reasons": "Two letters since were as abusive as the calls before.",
        "evidence": "not_needed",
        "evidence_because": "What led to it was serious, and it is working",
        "ends_on": ends,
        "next_review_on": measures.latest_review(today, ends, numbers.value("review_months", now)),
        "adjustments": RESTRICTION_PASSAGES["adjustments"],
        "improvement": RESTRICTION_PASSAGES["improvement"],
        **told,
    }


def changed_review(cast: Any, review: Review, now: dt.datetime, **told: Any) -> Review:
    """The review with some of what Omar prepared changed."""
    kept = ("outcome", "reasons", "evidence", "evidence_because", "cited", "ends_on", "next_review_on", "arranged")
    page = {name: getattr(review, name) for name in kept} | review.passages | told
    return review_opening.change(cast.omar, review, page, now, review.version)


@copied
def ready_review(cast: Any, row: Restriction, now: dt.datetime, by: User | None = None, **told: Any) -> Review:
    """A review on which the customer has said something, prepared, and weighed by Mina (or `by`), who may hold it."""
    review = opened_review(cast, row, now)
    said = {"from_whom": "customer", "channel": "telephone", "on": clock.today(now), "words": "I want it to end."}
    review_opening.add_comment(cast.omar, review, said, now)
    answered = {"answer": "We see that you want it to end.", **told}
    review = changed_review(cast, review.fresh(), now, **going_on(row, now, **answered))
    weighing(by or cast.mina, row.customer, "review", now)
    return review


@copied
def held_review(cast: Any, row: Restriction, now: dt.datetime, by: User | None = None, **told: Any) -> Review:
    """A review held by Mina (or `by`), with which the restriction goes on unless told otherwise."""
    return review_decision.hold(by or cast.mina, ready_review(cast, row, now, by, **told), now).fresh()


# --- Without a warning, and at the end ---

DECLARED = {
    "threatened": "staff",
    "reason": "The customer said when and where they would wait, and was seen there this morning.",
    "why_no_warning": "A letter would come after the colleague's next shift.",
    "needs_known": "We know of no needs, and of nobody else at home.",
    "police": "reported",
    "police_reference": "NP-20260302-0415",
    "legal": "none",
    "legal_words": "The police come first; our solicitors are asked on Monday.",
}
NOTICE_PASSAGES = {
    "danger": "You said that you would wait for a colleague, and were seen where you said you would be.",
    "no_warning": "A warning would have reached you after the day you named.",
    "safe_route": "Two colleagues will come together, at a time we agree with you by letter.",
    "underlying": "",
    "adjustments": "We know of no needs. Tell us if there is something we should know.",
    "improvement": "If there is nothing of this kind until the review, we will look at ending this.",
}


@copied
def declared(
    cast: Any, whose: Customer | None = None, now: dt.datetime = MONDAY, seconded: bool = True, **told: Any
) -> Declaration:
    """The extreme route, declared by Mina for a threat aimed at Carla, and seconded by Mark unless told otherwise."""
    whose = whose or customer(cast.omar, later(now, -1))
    happened = told.pop("incident", None) or incident(
        cast.omar, whose, now, severity=4, staff=[(cast.carla, "target")], police="reported"
    )
    row = declarations.declare(cast.mina, whose, happened, DECLARED | told, now, key())
    if seconded:
        declarations.second(cast.mark, row, "I read the incident and spoke to Carla. I agree.", now)
    return row.fresh()


@copied
def declared_proposal(cast: Any, row: Declaration, now: dt.datetime = MONDAY, **told: Any) -> Restriction:
    """A proposal that rests on a declaration, with all that it needs but the weighing: letters and e-mails only."""
    made = restriction_proposal.propose(cast.omar, row.customer, None, [], now, key(), row)
    names = ("starts_on", "ends_on", "review_on")
    usual: dict[str, Any] = {
        **{name: getattr(made, name) for name in names},
        "scope": "all our services and offices",
        "told": "the customer contact team",
        "why_not_milder": {
            "telephone_times": "The threats came by telephone.",
            "named_officer": "Whoever answers is threatened.",
        },
    }
    page = with_passages(usual | told, NOTICE_PASSAGES)
    made = restriction_proposal.change(cast.omar, made, page, now, made.version)
    restriction_proposal.set_term(cast.omar, made, "channels", {"channels": ["letter", "email"]}, now, made.version)
    return made.fresh()
