"""Holding a review of a restriction (P 4.2): what stands against a decision, and the one deed that decides. G41-G43."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from letterpress.make.render import Rendered
from models import Ending, Incident, Restriction, RestrictionIncident, RestrictionTerm, Review, User, holding
from policy import measures
from policy.considerations import considerations, impartiality, overrides
from policy.core import audit, clock, numbers
from policy.core.answers import Answer, Refusal, answer, not_stale, unless
from policy.core.register import deed, only_for
from policy.correspondence import issue as letter_issue
from policy.incidents import evidence
from policy.restrictions import lifecycle
from policy.reviews import letters as review_letters
from policy.reviews import period as review_period


@only_for(
    "manager",
    "senior_officer",
    says="Only a manager can decide a review.",
    remedy="Ask a manager to decide.",
    rule="G15",
)
def may_hold(actor: User, review: Review, now: dt.datetime, sheet: Rendered | None = None) -> Answer:
    """4.2, 4.3: everything that stands against deciding this review now as it is prepared, at once.

    To end a restriction asks for the reasons and the letter only, as lifting it early does. `sheet` is the result
    letter as it stands, where whoever asks has made it.
    """
    restriction = review.restriction
    if restriction is None:
        return answer(unless(False, "state", "This is a marker's review.", "It is held on the marker's page."))
    found, terms = review_period.period(review, now), review_letters.terms_of(review)
    goes_on = review.outcome in ("continued", "varied")
    sheet = sheet or review_letters.rendered(review, actor, now, found)
    return answer(
        _not_too_long(actor, review, restriction, now),
        _can_be_decided(review, restriction, now),
        _goes_on(actor, review, restriction, terms, found, now) if goes_on else None,
        _no_harsher(measures.terms_of(restriction), terms) if review.outcome == "varied" else None,
        review_letters.sound(review, sheet, found) if sheet else None,
        evidence.cautions(measures.needs_of(review.customer.id), found.cited(review)),
        overridden=overrides.overridden(review, actor),
    )


def _not_too_long(actor: User, review: Review, restriction: Restriction, now: dt.datetime) -> Refusal | None:
    begun, ends = lifecycle.begun_on(restriction), review.ends_on
    most = (review.numbers or numbers.values(now))["restriction_most_months"]
    too_long = review.outcome != "lifted" and begun and ends and ends > clock.months_after(begun, most)
    return unless(
        not too_long or actor.is_senior_officer,
        "G22",
        f"In all it would last more than {most} months, and only a senior officer can decide that.",
        "Choose an earlier end, or ask a senior officer to hold this review.",
    )


def _can_be_decided(review: Review, restriction: Restriction, now: dt.datetime) -> Iterator[Refusal | None]:
    yield unless(review.is_open, "state", "This review has been held already.")
    over = review_period.over(restriction, clock.today(now)) if review.is_open else ""
    yield unless(not over, "G40", over, "A new restriction needs a warning and a decision of its own.")
    yield unless(
        review.outcome, "G41", "It is not chosen what is decided.", "Choose whether it ends, goes on or changes."
    )
    yield unless(review.reasons.strip(), "G41", "The reasons are not written yet.", "Write why.")


def _goes_on(
    actor: User,
    review: Review,
    restriction: Restriction,
    terms: Sequence[RestrictionTerm],
    found: review_period.Period,
    now: dt.datetime,
) -> Iterator[Refusal | None]:
    customer, since = review.customer, found.cited(review)
    yield from _rests_on(review, since, restriction)
    yield from evidence.evidence(customer, since, now) if since and review.evidence == "new" else ()
    yield _invited(review, found, now)
    yield _somebody_else(actor, restriction, found)
    yield from considerations.weighed(actor, customer, "review", clock.today(review.opened_at), now)
    yield from impartiality.impartial(actor, [*since, *found.cited_then])
    draft = review_letters.draft_of(restriction) if review.outcome == "varied" else None
    yield from measures.sound(draft or restriction, terms)
    yield from measures.fits(measures.needs_of(customer.id), terms)
    yield from _within_limits(review, now)


def _rests_on(review: Review, since: Sequence[Incident], restriction: Restriction) -> Iterator[Refusal | None]:
    decided = clock.day_words(review_period.decided_on(restriction))
    yield unless(
        review.evidence != "new" or since,
        "G41",
        f"No incident since the last decision, on {decided}, is ticked.",
        "Tick what has happened since, or say why no new evidence is needed.",
    )
    yield unless(
        review.evidence == "new" or (review.evidence == "not_needed" and review.evidence_because.strip()),
        "G41",
        "It is not said what going on rests on: new evidence, or the reason why none is needed.",
        "Tick what has happened since, or say why no new evidence is needed.",
    )


def _invited(review: Review, found: review_period.Period, now: dt.datetime) -> Refusal | None:
    """G42: asked, and either they have answered or the time for it is over; who asks for a review has said it."""
    answered = any(one.from_whom != "support_worker" for one in found.comments)
    if review.asked_words or answered:
        return None
    if review.invited_at is None or review.comments_by is None:
        return unless(False, "G42", "The customer has not been invited to comment.", "Invite them, in writing.")
    return unless(
        review.comments_by < clock.today(now),
        "G42",
        f"The customer has until {clock.day_words(review.comments_by)} to comment, and has not answered yet.",
        "Wait for their answer or for that day to pass.",
    )


def _somebody_else(actor: User, restriction: Restriction, found: review_period.Period) -> Refusal | None:
    """G43: of two reviews in a row, one is held by somebody who neither authorised it nor held the one before."""
    first = next(iter(lifecycle.parts(restriction)), restriction).authorised_by_id
    deciders = [first, *(one.held_by_id for one in found.earlier)]
    if len(deciders) == 1:
        return None
    last_was_another = deciders[-1] not in (first, deciders[-2])
    return unless(
        actor.id not in (first, deciders[-1]) or last_was_another,
        "G43",
        "You decided on this before, and the last review was not held by somebody new to it either.",
        "Ask another manager to hold this review.",
    )


def _within_limits(review: Review, now: dt.datetime) -> Iterator[Refusal | None]:
    today, ends, following = clock.today(now), review.ends_on, review.next_review_on
    if ends is None or following is None:
        yield unless(False, "G22", "The new end or the next review is missing.", "Give both; neither may be left open.")
        return
    values = numbers.values(now)
    most, months = values["restriction_most_months"], values["review_months"]
    last = clock.months_after(today, most)
    yield unless(ends > today, "G22", f"The end, {clock.day_words(ends)}, has passed.", "Choose a later day.")
    yield unless(
        ends <= last,
        "G22",
        f"It may go on for at most {most} months at a time.",
        f"Choose an end by {clock.day_words(last)}.",
    )
    latest = measures.latest_review(today, ends, months)
    yield unless(
        today < following <= latest or ends <= today,
        "G22",
        "The next review is too late." if following > latest else "The next review is not after today.",
        f"Choose a day after today and by {clock.day_words(latest)}: {months} months from today or half-way, "
        "whichever is sooner.",
    )


def _no_harsher(before: Sequence[RestrictionTerm], after: Sequence[RestrictionTerm]) -> Iterator[Refusal | None]:
    """G1, G6: a review eases or goes on; what is stricter needs a warning and a decision of its own."""
    remedy = "Choose nothing stricter than what stands. Something stricter needs a warning and a decision of its own."
    highest = max((measures.rung(one.kind) for one in before), default=0)
    then = {one.kind: one for one in before}
    for term in after:
        yield unless(
            measures.rung(term.kind) <= highest,
            "G1",
            f"This is stricter than what stands: {measures.kind_of(term).label}.",
            remedy,
        )
        former = then.get(term.kind)
        yield unless(
            former is None or not measures.is_narrower(former, term),
            "G6",
            f"This leaves less open than what stands: {measures.kind_of(term).label}.",
            remedy,
        )
    yield unless(len(after) <= len(before), "G6", "There are more measures than stand now.", remedy)


# --- The deed ---


@deed(
    "hold_review",
    label="Decide a review: a restriction ends, goes on or is eased",
    clause="4.2",
    asks=may_hold,
    event="review_held",
    letter="reviews/continued",
)
def hold(actor: User, review: Review, now: dt.datetime, version: int | None = None) -> Review:
    """Decide the review, which issues the customer's letter: it ends, goes on or changes from today. Raises Refused."""
    with holding(review) as review:
        sheet = result(review, actor, now)
        may_hold(actor, review, now, sheet).or_refuse()
        not_stale(review.version, version).or_refuse()
        restriction = review.restriction
        assert restriction is not None and sheet is not None, "asked by may_hold"
        weighed = considerations.consideration_of(actor, review.customer, "review", now)
        since = review_period.period(review, now).cited(review)
        letter = letter_issue.freeze(review.customer, sheet, review.arranged, actor, now)
        draft = review_letters.draft_of(restriction)
        if review.outcome == "lifted":
            lifecycle.end(actor, restriction, review.reasons, now)
            Ending.create(customer=restriction.customer_id, restriction=restriction, letter=letter, by=actor, at=now)
        else:
            _go_on(actor, review, restriction, draft, weighed, letter, since, now)
        if draft is not None and review.outcome != "varied":
            _set_aside(actor, draft, review, now)
        review.letter, review.consideration, review.numbers = letter, weighed, numbers.values(now)
        review.held_by, review.held_at = actor, now
        review.save()
        audit.event(
            "review_held",
            review.customer_id,
            actor,
            now,
            review=review.id,
            restriction=restriction.id,
            outcome=review.outcome,
            successor=review.successor_id,
            ends_on=review.ends_on if review.outcome != "lifted" else clock.today(now),
            next_review_on=review.next_review_on if review.outcome != "lifted" else None,
            **audit.sent(letter),
        )
    return review


def result(review: Review, sender: User, now: dt.datetime) -> Rendered | None:
    """The result letter as it stands; None while no outcome is chosen, or of a marker's review. Nothing is kept."""
    if review.restriction is None:
        return None
    return review_letters.rendered(review, sender, now, review_period.period(review, now))


def _go_on(
    actor: User,
    review: Review,
    restriction: Restriction,
    draft: Restriction | None,
    weighed: Any,
    letter: Any,
    since: Sequence[Incident],
    now: dt.datetime,
) -> None:
    assert review.ends_on and review.next_review_on and weighed, "asked by may_hold"
    after = lifecycle.follow(
        actor,
        restriction,
        starts_on=clock.today(now),
        ends_on=review.ends_on,
        review_on=review.next_review_on,
        consideration=weighed,
        letter=letter,
        found=numbers.values(now),
        now=now,
        terms=draft if review.outcome == "varied" else None,
        because=f"A new decision at review {review.reference} took its place.",
    )
    after.passages, after.arranged = {"reasons": review.reasons}, review.arranged
    after.save()
    for incident in since:
        RestrictionIncident.create(restriction=after, incident=incident)
    review.successor = after


def _set_aside(actor: User, draft: Restriction, review: Review, now: dt.datetime) -> None:
    draft.declined_by, draft.declined_at = actor, now
    draft.declined_because = f"Review {review.reference} decided otherwise."
    draft.save()
