"""What a review looks at: the time since the last decision on a restriction, told from the rows alone (P 4.2, G41).

Shared by what is done with reviews; reads only. Nobody writes this page: it is the same for whoever opens it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models import Customer, Incident, Need, Restriction, Review, ReviewComment, SupportContact, User, marks, rows_of
from policy.contacts import compliance
from policy.core import clock
from policy.incidents import evidence
from policy.restrictions import lifecycle

SHOWN_AT_MOST = 100
KINDS = {"due": "Because its day is near", "early": "Before its day", "asked": "The customer asked for it"}
FROM_WHOM = {
    "customer": "The customer",
    "representative": "Somebody who speaks for them",
    "support_worker": "A support worker",
}
OUTCOMES = {"lifted": "It ends today", "continued": "It goes on as it is", "varied": "It goes on, but changed"}


@dataclass(frozen=True)
class Period:
    """The time since the last decision: what happened in it, on both sides, and what the decision rested on."""

    since: dt.date
    until: dt.date
    kept: compliance.Kept
    incidents: list[Incident]
    comments: list[ReviewComment]
    needs: list[Need]
    new_needs: list[Need]
    ended_needs: list[Need]
    support: list[SupportContact]
    begun_on: dt.date | None
    reasons_then: str
    cited_then: list[Incident]
    earlier: list[Review]

    def cited(self, review: Review) -> list[Incident]:
        """Those of its incidents that the review relies on."""
        return [one for one in self.incidents if one.id in review.cited]


def decided_on(restriction: Restriction) -> dt.date:
    """The day of the last decision on this restriction: new evidence comes after it (G41)."""
    assert restriction.authorised_at is not None, "only what was decided is reviewed"
    return clock.today(restriction.authorised_at)


def over(restriction: Restriction, today: dt.date, parts: Sequence[Restriction] = ()) -> str:
    """Why there is nothing to review any more, as a sentence; empty while the restriction stands (G40).

    `parts`: all decisions on it, where they were read already.
    """
    if restriction.in_force_from is None or restriction.in_force_from > today:
        return "This restriction has not begun yet."
    newest = parts[-1] if parts else lifecycle.newest(restriction)
    if newest.id != restriction.id:
        return f"A later decision, {newest.reference}, has taken its place."
    if restriction.ended_on is not None:
        return f"This restriction ended on {clock.day_words(restriction.ended_on)}."
    last = lifecycle.last_day(restriction)
    if last is not None and last < today:
        return f"This restriction ended by itself on {clock.day_words(last)}. Nothing extends it afterwards."
    return ""


def overtaken(review: Review, today: dt.date) -> str:
    """Why this open review has nothing left to decide, as a sentence; empty while it has."""
    if review.held_at is not None or review.restriction is None:
        return ""
    return over(review.restriction, today)


def incidents_since(restriction: Restriction, now: dt.datetime) -> list[Incident]:
    """What has happened since the last decision, oldest first; what was only logged since does not count (G41)."""
    decided = decided_on(restriction)
    rest = "WHERE customer_id = ? AND (happened_on >= ? OR until_on >= ?) ORDER BY happened_on DESC, id DESC LIMIT ?"
    found = rows_of(Incident, rest, restriction.customer_id, decided, decided, SHOWN_AT_MOST)
    after = [one for one in found if _comes_after(one, restriction, decided)]
    return evidence.completed(list(reversed(after)))


def _comes_after(incident: Incident, restriction: Restriction, decided: dt.date) -> bool:
    if incident.last_on > decided:
        return True
    return restriction.authorised_at is not None and incident.recorded_at > restriction.authorised_at


def chosen(restriction: Restriction, ids: Sequence[int], now: dt.datetime) -> list[Incident]:
    """Those of these incidents that came after the last decision: a review can cite no others."""
    return [one for one in incidents_since(restriction, now) if one.id in ids]


def restriction_of(review: Review) -> Restriction:
    """The restriction that this is a review of; a marker's review has pages and letters of its own."""
    assert review.restriction is not None, "asked of a restriction's review"
    return review.restriction


def comments_of(review: Review) -> list[ReviewComment]:
    """What was said for this review, oldest first, each with whoever took it down."""
    query = ReviewComment.select(ReviewComment, User).join(User, on=ReviewComment.by)
    return list(query.where(ReviewComment.review == review).order_by(ReviewComment.on, ReviewComment.id))


def period(review: Review, now: dt.datetime) -> Period:
    """All that the page of a review shows of the time it looks at, in a fixed number of reads."""
    restriction, customer = restriction_of(review), review.customer
    parts = lifecycle.parts(restriction)
    first = parts[0] if parts else restriction
    since = restriction.in_force_from or decided_on(restriction)
    until = clock.today(review.held_at) if review.held_at else clock.today(now)
    needs = rows_of(Need, "WHERE customer_id = ? ORDER BY id", customer.id)
    return Period(
        since,
        until,
        compliance.summary([one.id for one in parts], since, until, now),
        incidents_since(restriction, now),
        comments_of(review),
        [one for one in needs if one.ended_at is None],
        [one for one in needs if one.ended_at is None and clock.today(one.recorded_at) > decided_on(restriction)],
        [one for one in needs if one.ended_at is not None and clock.today(one.ended_at) > decided_on(restriction)],
        _support(customer, decided_on(restriction)),
        first.in_force_from,
        first.passages.get("reasons", ""),
        _cited(first),
        [one for one in earlier(restriction) if one.id != review.id],
    )


def _support(customer: Customer, since: dt.date) -> list[SupportContact]:
    query = SupportContact.select().where(SupportContact.customer == customer, SupportContact.on > since)
    return list(query.order_by(SupportContact.id).limit(SHOWN_AT_MOST))


def _cited(restriction: Restriction) -> list[Incident]:
    rest = (
        "WHERE id IN (SELECT incident_id FROM restriction_incident WHERE restriction_id = ?) ORDER BY happened_on, id"
    )
    return rows_of(Incident, rest, restriction.id)


def earlier(restriction: Restriction) -> list[Review]:
    """The reviews already held of this restriction and of all decisions it follows from, oldest first."""
    ids = [one.id for one in lifecycle.parts(restriction)]
    if not ids:
        return []
    return rows_of(Review, f"WHERE restriction_id IN ({marks(ids)}) AND held_at IS NOT NULL ORDER BY held_at, id", *ids)


def open_review(restriction: Restriction) -> Review | None:
    """The review of this restriction that somebody has begun and nobody has held, or None."""
    rest = "WHERE restriction_id = ? AND held_at IS NULL AND closed_at IS NULL ORDER BY id DESC LIMIT 1"
    return next(iter(rows_of(Review, rest, restriction.id)), None)


def time_words(begun: dt.date, until: dt.date) -> str:
    """How long something has run, in months and days as people say it."""
    months = (until.year - begun.year) * 12 + until.month - begun.month
    if clock.months_after(begun, months) > until:
        months -= 1
    days = (until - clock.months_after(begun, months)).days
    said = [f"{months} month{'s' * (months != 1)}"] if months else []
    said += [f"{days} day{'s' * (days != 1)}"] if days or not months else []
    return " and ".join(said)


def drafted_for(draft: Restriction) -> Review | None:
    """The open review for which this draft changes the measures of a restriction, or None."""
    if draft.follows_id is None or not draft.is_open_proposal:
        return None
    rest = "WHERE restriction_id = ? AND outcome = 'varied' AND held_at IS NULL AND closed_at IS NULL LIMIT 1"
    return next(iter(rows_of(Review, rest, draft.follows_id)), None)


def shown_on(restriction: Restriction, today: dt.date) -> dict[str, Any]:
    """What the page of a restriction shows of its reviews: two reads."""
    parts = lifecycle.parts(restriction)
    ids = [one.id for one in parts] or [restriction.id]
    rows = rows_of(Review, f"WHERE restriction_id IN ({marks(ids)}) ORDER BY held_at, id", *ids)
    return {
        "over": over(restriction, today, parts),
        "open": next((one for one in rows if one.is_open and one.restriction_id == restriction.id), None),
        "overdue": restriction.review_on is not None and restriction.review_on < today,
        "held": [one for one in rows if one.held_at is not None],
        "outcomes": OUTCOMES,
    }
