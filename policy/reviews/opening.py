"""Reviews of restrictions (P 4.2): when one is due, opening it, asking the customer, and preparing what is decided.

Holding one is in `decision`. A review's day is that of the restriction and nobody moves it. G39, G42, G49.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypedDict

from letterpress.make import render as words
from models import Customer, Letter, Restriction, Review, ReviewComment, User, holding, marks, rows_of
from policy.core import audit, clock, form_keys, numbers, work_item
from policy.core.answers import Answer, Refusal, answer, not_stale, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, Check
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.restrictions import lifecycle
from policy.reviews import letters as review_letters
from policy.reviews import period as review_period
from policy.rulebook import clauses

EVIDENCE = {"new": "Something new has happened", "not_needed": "Nothing new has happened, and none is needed"}
NO_MORE = "No more can be done with this review. If the restriction still stands, open another."


class Request(TypedDict, total=False):
    """A request to end a restriction, as it came in."""

    asked_on: dt.date | None
    asked_by: str
    asked_channel: str
    asked_words: str


class Comment(TypedDict, total=False):
    """What somebody said for a review."""

    from_whom: str
    channel: str
    on: dt.date | None
    words: str


class Preparation(TypedDict, total=False):
    """What is prepared for the decision, and the words of its letter."""

    outcome: str
    evidence: str
    evidence_because: str
    cited: Sequence[int]  # ids of incidents
    ends_on: dt.date | None
    next_review_on: dt.date | None
    support_words: str
    reasons: str
    answer: str
    support: str
    adjustments: str
    improvement: str
    arranged: str


def _stands(restriction: Restriction, now: dt.datetime) -> Refusal | None:
    why = review_period.over(restriction, clock.today(now))
    return unless(not why, "G40", why, "A new restriction needs a warning and a decision of its own.")


def _open(review: Review, now: dt.datetime) -> Iterator[Refusal | None]:
    yield unless(review.restriction_id, "state", "This is a marker's review.", "It is held on the marker's page.")
    yield unless(review.is_open, "state", "This review has been held.", NO_MORE)
    why = review_period.overtaken(review, clock.today(now))
    yield unless(not why, "G40", why, NO_MORE)


# --- Beginning ---


@only_for(*WORKS, says="Only officers and managers prepare reviews.", remedy="Ask an officer.", clause="4.2")
def may_open(actor: User, restriction: Restriction, now: dt.datetime) -> Answer:
    """4.2: an officer or a manager prepares a review at any time while the restriction stands; never a later one."""
    return answer(
        _stands(restriction, now),
        unless(
            review_period.open_review(restriction) is None,
            "state",
            "A review of this restriction is open already.",
            "Go on with that one.",
        ),
    )


@deed("open_review", label="Open a review of a restriction", clause="4.2", asks=may_open, event="review_opened")
def open_review(actor: User, restriction: Restriction, now: dt.datetime, form_key: str) -> Review:
    """Begin a review of this restriction, due on its day or before it. Raises Refused."""
    with holding(restriction) as restriction:
        form_key = form_keys.key(form_key, actor, restriction)
        known = Review.get_or_none(Review.form_key == form_key)
        if known:
            return known
        may_open(actor, restriction, now).or_refuse()
        ahead = dt.timedelta(days=numbers.value("remind_days", now))
        assert restriction.review_on is not None, "what was issued has a review date"
        near = restriction.review_on <= clock.today(now) + ahead
        return _begin(actor, restriction, now, form_key, kind="due" if near else "early", due_on=restriction.review_on)


def _begin(actor: User, restriction: Restriction, now: dt.datetime, form_key: str, **more: Any) -> Review:
    row = Review.create(
        customer=restriction.customer_id,
        restriction=restriction,
        opened_by=actor,
        opened_at=now,
        form_key=form_key,
        **more,
    )
    facts = {"review": row.id, "restriction": restriction.id, "kind": row.kind, "due_on": row.due_on}
    audit.event("review_opened", restriction.customer_id, actor, now, **facts)
    return row


@only_for(*WORKS, says="Only officers and managers record this.", remedy="Ask an officer.", clause="4.2")
def may_ask_to_lift(actor: User, restriction: Restriction, now: dt.datetime) -> Answer:
    """G49: a request to end a restriction is taken at any time, by any way of contact, and answered like an appeal."""
    known = review_period.open_review(restriction)
    asked = known.asked_on if known is not None else None
    return answer(
        _stands(restriction, now),
        unless(
            asked is None,
            "state",
            f"They asked already on {clock.day_words(asked)}, and it is being answered." if asked else "",
            "Add what they say now to that review as a comment.",
        ),
    )


@deed(
    "ask_to_lift",
    label="Take a request to end a restriction",
    clause="4.2",
    asks=may_ask_to_lift,
    event=("lifting_asked", "review_opened"),
)
def ask_to_lift(actor: User, restriction: Restriction, request: Request, now: dt.datetime, form_key: str) -> Review:
    """Take a request to end a restriction: a review that has a day for its answer (G49). Raises Refused or Invalid.

    An open review becomes this one, with the nearer day.
    """
    check = Check(request)
    earliest = restriction.authorised_at and clock.today(restriction.authorised_at)
    columns: dict[str, Any] = {
        "asked_on": check.day("asked_on", "When they asked", latest=clock.today(now), earliest=earliest, required=True),
        "asked_by": check.choice("asked_by", "Who asked", review_period.FROM_WHOM, required=True),
        "asked_channel": check.choice("asked_channel", "How they asked", clauses.CHANNELS, required=True),
        "asked_words": check.text("asked_words", "What they said", LONG, required=True),
    }
    check.or_refuse()
    form_key = form_keys.key(form_key, actor, restriction, request)
    with holding(restriction) as restriction:
        known = Review.get_or_none(Review.form_key == form_key)
        if known:
            return known
        may_ask_to_lift(actor, restriction, now).or_refuse()
        due_on = clock.working_days_after(columns["asked_on"], numbers.value("appeal_answer_days", now))
        begun = review_period.open_review(restriction)
        if begun is None:
            begun = _begin(actor, restriction, now, form_key, kind="asked", due_on=due_on, **columns)
        else:
            _keep(begun, kind="asked", due_on=min(begun.due_on, due_on), **columns)
        facts = {"review": begun.id, "restriction": restriction.id, "due_on": begun.due_on}
        audit.event("lifting_asked", restriction.customer_id, actor, now, **facts)
    return begun


def _keep(review: Review, **columns: Any) -> None:
    for name, value in columns.items():
        setattr(review, name, value)
    review.version += 1
    review.save()


# --- Asking the customer ---


@only_for(
    *WORKS, says="Only officers and managers invite customers to comment.", remedy="Ask an officer.", clause="4.2"
)
def may_invite(actor: User, review: Review, now: dt.datetime, sheet: words.Rendered | None = None) -> Answer:
    """G42: the customer is invited to comment, in their format, before the review is held.

    `sheet` is the invitation as it stands, where whoever asks has made it.
    """
    if sheet is None and review.restriction_id:
        sheet = review_letters.invitation(review, actor, now)
    passages = review_letters.passages_of(review_letters.INVITATION, review)
    return answer(
        _open(review, now),
        unless(review.invited_at is None, "state", "The customer was invited already.", "Record what they say."),
        fairness.sendable(review.customer, sheet, passages, review.arranged, (), "G34") if sheet else None,
    )


@deed(
    "invite_to_review",
    label="Invite the customer to comment before a review",
    clause="4.2",
    asks=may_invite,
    event="review_invited",
    letter="reviews/invitation",
)
def invite(actor: User, review: Review, passages: Mapping[str, str], now: dt.datetime) -> Letter:
    """Issue the invitation to comment; any way of contact may be used for it. Raises Refused or Invalid.

    Among the `passages` is `arranged`, where the customer has another format.
    """
    check = Check(passages)
    passages = letter_facts.checked_passages(review_letters.INVITATION, passages, check)
    arranged = check.text("arranged", "How the letter is given in their format", LONG)
    check.or_refuse()
    with holding(review) as review:
        for_the_result = review.arranged  # how the invitation is given is kept with it, and settles nothing later
        review.passages, review.arranged = {**review.passages, **passages}, arranged
        sheet = review_letters.invitation(review, actor, now) if review.restriction_id else None
        may_invite(actor, review, now, sheet).or_refuse()
        assert sheet is not None, "a marker's review has letters of its own"
        review.comments_by = review_letters.comments_by(review, now)
        letter = letter_issue.freeze(review.customer, sheet, arranged, actor, now)
        _keep(review, invitation=letter, invited_by=actor, invited_at=now, arranged=for_the_result)
        facts = {"review": review.id, "comments_by": review.comments_by, **audit.sent(letter)}
        audit.event("review_invited", review.customer_id, actor, now, **facts)
    return letter


@only_for(*WORKS, says="Only officers and managers record comments.", remedy="Ask an officer.", clause="4.2")
def may_comment(actor: User, review: Review, now: dt.datetime) -> Answer:
    """G42: what is said for a review is taken by any way of contact, until it is held."""
    return answer(_open(review, now))


@deed(
    "comment_on_review",
    label="Record what was said for a review",
    clause="4.2",
    asks=may_comment,
    event="review_commented",
)
def add_comment(actor: User, review: Review, comment: Comment, now: dt.datetime) -> ReviewComment:
    """Take down what was said for a review; it cannot be changed afterwards. Raises Refused or Invalid."""
    check = Check(comment)
    columns: dict[str, Any] = {
        "from_whom": check.choice("from_whom", "Who said it", review_period.FROM_WHOM, required=True),
        "channel": check.choice("channel", "How", clauses.CHANNELS, required=True),
        "on": check.day("on", "When", latest=clock.today(now), required=True),
        "words": check.text("words", "What they said", LONG, required=True),
    }
    check.or_refuse()
    with holding(review) as review:
        for one in review_period.comments_of(review):
            if all(getattr(one, name) == value for name, value in columns.items()):
                return one
        may_comment(actor, review, now).or_refuse()
        row = ReviewComment.create(review=review, customer=review.customer_id, by=actor, at=now, **columns)
        facts = {"review": review.id, "comment": row.id, "from_whom": row.from_whom, "on": row.on}
        audit.event("review_commented", review.customer_id, actor, now, **facts)
    return row


# --- Preparing ---


@only_for(*WORKS, says="Only officers and managers prepare reviews.", remedy="Ask an officer.", clause="4.2")
def may_change(actor: User, review: Review, now: dt.datetime) -> Answer:
    """4.2: those who work on the file prepare the decision until it is made."""
    return answer(_open(review, now))


@deed("change_review", label="Prepare the decision of a review", clause="4.2", asks=may_change, event="review_changed")
def change(actor: User, review: Review, preparation: Preparation, now: dt.datetime, version: int) -> Review:
    """Save what is prepared for the decision. Raises Refused (stale page too) or Invalid.

    Where it is to be changed, a draft of the changed restriction is made, whose measures are then edited like those of
    a proposal.
    """
    with holding(review) as review:
        may_change(actor, review, now).or_refuse()
        not_stale(review.version, version).or_refuse()
        _keep(review, **checked(review, preparation, now))
        if review.outcome == "varied":
            lifecycle.draft_after(actor, review_period.restriction_of(review), now)
        audit.event("review_changed", review.customer_id, actor, now, review=review.id, version=review.version)
    return review


def checked(review: Review, preparation: Preparation, now: dt.datetime) -> dict[str, Any]:
    """The columns of a review as its page has them. Raises Invalid."""
    check = Check(preparation)
    passages = {key: label for key, label in review_letters.passages().items() if key in preparation}
    cited = review_period.chosen(review_period.restriction_of(review), preparation.get("cited") or [], now)
    columns: dict[str, Any] = {
        "outcome": check.choice("outcome", "What is decided", review_period.OUTCOMES),
        "reasons": check.text("reasons", "Why", LONG),
        "evidence": check.choice("evidence", "What it rests on", EVIDENCE),
        "evidence_because": check.text("evidence_because", "Why no new evidence is needed", LONG),
        "ends_on": check.day("ends_on", "New end"),
        "next_review_on": check.day("next_review_on", "Next review"),
        "support_words": check.text("support_words", "What the support worker says", LONG),
        "arranged": check.text("arranged", "How the letter is given in their format", LONG),
        "passages": review.passages | {key: check.text(key, label, LONG) for key, label in passages.items()},
        "cited": [one.id for one in cited],
    }
    check.or_refuse()
    return columns


def rendered(review: Review, preparation: Preparation, sender: User, now: dt.datetime) -> words.Rendered | None:
    """The result letter with what is being typed; nothing is kept. Raises Invalid."""
    copy = Review(**review.__data__)  # never saved
    copy.restriction, copy.customer = review.restriction, review.customer
    for name, value in checked(review, preparation, now).items():
        setattr(copy, name, value)
    return review_letters.rendered(copy, sender, now, review_period.period(review, now))


# --- What waits ---


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """G39, G49: reviews whose day is near or past, and requests to end a restriction; late ones to senior officers."""
    today, press = clock.today(now), numbers.value("remind_again_days", now)
    if not actor.is_officer:
        return
    near = _near(today + dt.timedelta(days=numbers.value("remind_days", now)), today)
    begun = {one.restriction_id: one for one in _begun(near)}
    for one in near:
        review = begun.get(one.id)
        asked = review is not None and review.asked_on is not None
        assert one.review_on is not None, "what is near has a day"
        day = min(one.review_on, review.due_on) if review is not None else one.review_on
        if not work_item.comes_to(actor, day, today, "officer", "manager"):
            continue
        what = "Answer the request to end restriction" if asked else "Review restriction"
        yield work_item.item(
            f"{what} {one.reference} for {one.customer.name}",
            f"{what} {one.reference}",
            "reviews.show" if review is not None else "reviews.new",
            {"review_id": review.id} if review is not None else {"restriction_id": one.id},
            day,
            today,
            press,
            escalated=work_item.late_to_senior(actor, day, today),
        )


def _near(until: dt.date, today: dt.date) -> list[Restriction]:
    """Restrictions that stand and are to be reviewed by `until`, or that somebody asked us to end."""
    asked = Review.select(Review.restriction).where(
        Review.asked_on.is_null(False), Review.held_at.is_null(), Review.closed_at.is_null()
    )
    query = (
        Restriction.select(Restriction, Customer)
        .join(Customer)
        .where(
            Restriction.issued_at.is_null(False),
            Restriction.in_force_from <= today,
            Restriction.ended_on.is_null(),
            Restriction.ends_on >= today,
            (Restriction.review_on <= until) | Restriction.id.in_(asked),
        )
    )
    return list(query.order_by(Restriction.review_on, Restriction.id).limit(work_item.EACH_AT_MOST))


def _begun(restrictions: Iterable[Restriction]) -> list[Review]:
    ids = [one.id for one in restrictions]
    rest = f"WHERE restriction_id IN ({marks(ids)}) AND held_at IS NULL AND closed_at IS NULL ORDER BY id"
    return rows_of(Review, rest, *ids) if ids else []
