"""Deciding on a restriction (P 4.3): a manager's authority, declining, the letter, and lifting it. G15-G34."""

import datetime as dt

from models import Letter, Restriction, User, holding
from policy import measures
from policy.considerations import comparable_cases, considerations, impartiality, overrides
from policy.core import audit, clock, numbers
from policy.core.answers import Answer, Refusal, answer, not_stale, unless
from policy.core.register import deed, only_for
from policy.core.validation import required_text
from policy.correspondence import issue as letter_issue
from policy.incidents import evidence
from policy.restrictions import grounds as restriction_grounds
from policy.restrictions import letter as restriction_letter
from policy.restrictions.letter import Contents, contents_of


@only_for("manager", says="Only a manager can authorise a restriction.", remedy="Ask a manager to decide.", rule="G15")
def may_authorise(actor: User, restriction: Restriction, now: dt.datetime, contents: Contents | None = None) -> Answer:
    """4.2-4.4, P box: everything that stands against authorising this restriction now, at once.

    `contents` are the restriction's as they stand, where whoever asks has read them.
    """
    contents = contents or contents_of(restriction, actor, now)
    incidents, terms = contents.incidents, contents.terms
    since = min((one.happened_on for one in incidents), default=None)
    customer = restriction.customer
    needs = measures.needs_of(customer.id)
    return answer(
        unless(restriction.authorised_at is None, "state", "This restriction has been authorised already."),
        unless(restriction.declined_at is None, "state", "This proposal was declined."),
        _own_decision(restriction),
        restriction_grounds.rests_on(restriction, incidents, terms, now),
        evidence.evidence(customer, incidents, now) if incidents else None,
        considerations.weighed(actor, customer, "restriction", since, now),
        impartiality.impartial(actor, incidents),
        measures.sound(restriction, terms),
        measures.fits(needs, terms),
        restriction_grounds.within_limits(restriction, now),
        restriction_letter.sound(restriction, contents),
        evidence.cautions(needs, incidents),
        restriction_grounds.answers_the_behaviour(incidents, terms),
        restriction_grounds.not_by_the_target(incidents, terms),
        restriction_grounds.beside_others(restriction, terms),
        comparable_cases.cautions(restriction, incidents, terms),
        overridden=overrides.overridden(restriction, actor),
    )


def _own_decision(restriction: Restriction) -> Refusal | None:
    return unless(
        restriction.follows_id is None, "state", "This draft belongs to a review or an appeal.", "Decide on it there."
    )


@deed(
    "authorise_restriction",
    label="Authorise a restriction",
    clause="4.3",
    asks=may_authorise,
    event="restriction_authorised",
)
def authorise(actor: User, restriction: Restriction, now: dt.datetime, version: int | None = None) -> Restriction:
    """A manager's decision (P 4.3); nothing is in force until the letter is issued (G32). Raises Refused."""
    with holding(restriction) as restriction:
        contents = contents_of(restriction, actor, now)
        may_authorise(actor, restriction, now, contents).or_refuse()
        if version is not None:
            not_stale(restriction.version, version).or_refuse()
        restriction.authorised_by, restriction.authorised_at = actor, now
        restriction.consideration = considerations.consideration_of(actor, restriction.customer, "restriction", now)
        restriction.numbers = numbers.values(now)
        restriction.save()
        audit.event(
            "restriction_authorised",
            restriction.customer_id,
            actor,
            now,
            restriction=restriction.id,
            starts_on=restriction.starts_on,
            ends_on=restriction.ends_on,
            review_on=restriction.review_on,
            incidents=[one.id for one in contents.incidents],
        )
    return restriction


@only_for("manager", says="Only a manager can decide on a restriction.", remedy="Ask a manager.", rule="G15")
def may_decline(actor: User, restriction: Restriction, now: dt.datetime) -> Answer:
    """4.3: a manager may also decide against."""
    return answer(
        unless(restriction.is_open_proposal, "state", "This has been decided already."), _own_decision(restriction)
    )


@deed(
    "decline_restriction",
    label="Decide against a restriction",
    clause="4.3",
    asks=may_decline,
    event="restriction_declined",
)
def decline(actor: User, restriction: Restriction, because: str, now: dt.datetime) -> None:
    """Decide against a proposal, with a reason. Raises Refused or Invalid."""
    because = required_text("because", "Your reason", because)
    with holding(restriction) as restriction:
        may_decline(actor, restriction, now).or_refuse()
        restriction.declined_by, restriction.declined_at, restriction.declined_because = actor, now, because
        restriction.save()
        audit.event("restriction_declined", restriction.customer_id, actor, now, restriction=restriction.id)


@only_for("manager", says="Only a manager issues this letter.", remedy="Ask a manager.", clause="4.2")
def may_issue(actor: User, restriction: Restriction, now: dt.datetime, contents: Contents | None = None) -> Answer:
    """4.2, P box, G32-G37: a manager issues the letter while the decision still stands, and the restriction begins.

    `contents` are the restriction's as they stand, where whoever asks has read them.
    """
    contents = contents or contents_of(restriction, actor, now)
    return answer(
        unless(
            restriction.authorised_at, "G15", "No manager has authorised this restriction yet.", "Authorise it first."
        ),
        unless(restriction.issued_at is None, "state", "The letter has been issued already."),
        unless(restriction.ended_on is None, "state", "This restriction was put aside before it began."),
        restriction_grounds.still_stands(restriction, contents.incidents, contents.terms, now),
        restriction_grounds.within_limits(restriction, now),
        restriction_letter.sound(restriction, contents),
        overridden=overrides.overridden(restriction, actor),
    )


@deed(
    "issue_restriction",
    label="Issue a restriction's letter, with which it begins",
    clause="4.2",
    asks=may_issue,
    event="restriction_issued",
    letter="restrictions/imposed",
)
def issue(actor: User, restriction: Restriction, now: dt.datetime, version: int | None = None) -> Letter:
    """Issue the letter; the restriction is in force from its start or today, whichever is later. Raises Refused."""
    with holding(restriction) as restriction:
        contents = contents_of(restriction, actor, now)
        may_issue(actor, restriction, now, contents).or_refuse()
        not_stale(restriction.version, version).or_refuse()
        letter = letter_issue.freeze(restriction.customer, contents.sheet, restriction.arranged, actor, now)
        restriction.letter, restriction.issued_by, restriction.issued_at = letter, actor, now
        restriction.in_force_from = contents.sheet.given_facts["starts_on"]
        restriction.save()
        audit.event(
            "restriction_issued",
            restriction.customer_id,
            actor,
            now,
            restriction=restriction.id,
            letter=letter.id,
            letter_digest=letter.sha256,
            in_force_from=restriction.in_force_from,
            ends_on=restriction.ends_on,
        )
    return letter


@only_for("manager", says="Only a manager can lift a restriction.", remedy="Ask a manager.", rule="G15", clause="4.3")
def may_lift(actor: User, restriction: Restriction, now: dt.datetime) -> Answer:
    """4.2: a manager ends a restriction early, or puts it aside before its letter is issued."""
    ended = restriction.ended_on is not None or (restriction.ends_on and restriction.ends_on < clock.today(now))
    return answer(
        unless(restriction.authorised_at, "G15", "No manager has authorised this restriction.", "Decline it instead."),
        unless(not ended, "state", "This restriction has ended already."),
    )


@deed("lift_restriction", label="Lift a restriction", clause="4.2", asks=may_lift, event="restriction_lifted")
def lift(actor: User, restriction: Restriction, because: str, now: dt.datetime) -> None:
    """End a restriction today, with a reason. Raises Refused or Invalid."""
    because = required_text("because", "Your reason", because)
    with holding(restriction) as restriction:
        may_lift(actor, restriction, now).or_refuse()
        restriction.ended_on, restriction.ended_by = clock.today(now), actor
        restriction.ended_at, restriction.ended_because = now, because
        restriction.save()
        audit.event("restriction_lifted", restriction.customer_id, actor, now, restriction=restriction.id)
