"""What follows a staff-safety marker: telling the customer later, its reviews, its removal, and settling its end.

G39, G43, G48, G55, G57. The approval of a marker that goes on after a review is in `decision`.
"""

import datetime as dt
from collections.abc import Mapping
from typing import TypedDict

from models import Ending, Letter, LifeEvent, Marker, Review, User, Withholding, holding, rows_of
from policy import measures
from policy.core import audit, clock, form_keys, numbers
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, Check
from policy.correspondence import facts as letter_facts
from policy.correspondence import issue as letter_issue
from policy.markers import letters as marker_letters
from policy.markers import visibility as marker_visibility
from policy.restrictions import lifecycle, notifications
from policy.rulebook import clauses

TELLS = "Only a manager or the safety lead tells the customer."
KINDS = {
    "due": "Its review",
    "asked": "The customer has asked us to look at it again",
    "early": "Something has changed",
}
COPIED = (
    "about", "place", "category", "incident", "source", "source_on", "source_words", "fact", "action", "recipients",
    "recipients_because", "telling", "not_telling_because", "passages", "arranged",
)  # fmt: skip


class Opening(TypedDict, total=False):
    """Why a review is opened now; where the customer asked for it, when and in what words."""

    kind: str
    asked_on: dt.date | None
    asked_words: str


class Silence(TypedDict, total=False):
    """Why a customer is not told for now, once more, and when that is thought of again."""

    because: str
    think_again_on: dt.date | None


class Removal(TypedDict, total=False):
    """Why a marker is taken off, and whether it should never have been there."""

    because: str
    was_wrong: bool


class Settlement(TypedDict, total=False):
    """How the end is settled with the customer: by a letter and its words, or why none is owed."""

    letter: bool
    mistake: str
    words: str
    arranged: str
    no_letter_because: str


def _stands(marker: Marker, now: dt.datetime) -> Refusal | None:
    """It holds today, or ended undecided and still shows (G55)."""
    today = clock.today(now)
    return unless(
        marker.in_force_on(today) or marker_visibility.is_undecided(marker, today),
        "state",
        "This marker is not in place.",
        "Look at how it stands.",
    )


# --- Telling the customer later (G57) ---


def withheld(marker: Marker) -> list[Withholding]:
    """Each time it was decided not to tell the customer for now, oldest first."""
    return rows_of(Withholding, "WHERE marker_id = ? ORDER BY id", marker.id)


@only_for("manager", "safety_lead", says=TELLS, remedy="Ask one of them.", clause="4.6")
def may_tell_now(actor: User, marker: Marker, now: dt.datetime) -> Answer:
    """G57: what was kept from the customer may be told at any time; the letter is made then."""
    return answer(_stands(marker, now), unless(marker.letter_id is None, "state", "The customer has been told."))


@deed(
    "tell_marker",
    label="Tell a customer of a marker that was kept from them",
    clause="7.1",
    asks=may_tell_now,
    event="marker_told",
    letter="markers/notice",
)
def tell_now(actor: User, marker: Marker, passages: Mapping[str, str], now: dt.datetime) -> Letter:
    """Tell the customer what was kept from them so far. Raises Refused or Invalid; `passages` hold `arranged`."""
    check = Check(passages)
    passages = letter_facts.checked_passages(marker_letters.NOTICE, passages, check)
    arranged = check.text("arranged", "How the letter is given in their format", LONG)
    check.or_refuse()
    with holding(marker) as marker:
        may_tell_now(actor, marker, now).or_refuse()
        marker.passages, marker.arranged = passages, arranged
        sheet = marker_letters.notice(marker, actor, now)
        answer(*marker_letters.notice_sound(marker, sheet, passages, arranged)).or_refuse()
        letter = letter_issue.freeze(marker.customer, sheet, arranged, actor, now)
        marker.letter, marker.telling = letter, "tell"
        marker.save()
        audit.event("marker_told", marker.customer_id, actor, now, marker=marker.id, **audit.sent(letter))
    return letter


@only_for("manager", "safety_lead", says=TELLS, remedy="Ask one of them.", clause="4.6")
def may_withhold_again(actor: User, marker: Marker, now: dt.datetime) -> Answer:
    """G57: when the day has come, telling is thought of again; the same reason does not go on by itself."""
    return may_tell_now(actor, marker, now)


@deed(
    "withhold_marker",
    label="Decide again not to tell a customer of a marker for now",
    clause="7.1",
    asks=may_withhold_again,
    event="marker_withheld",
)
def withhold_again(actor: User, marker: Marker, silence: Silence, now: dt.datetime) -> Withholding:
    """Decide again not to tell the customer for now: a fresh reason and a day. Raises Refused or Invalid."""
    today, latest = clock.today(now), lifecycle.think_again_by(now)
    check = Check(silence)
    because = check.text("because", "Why telling them would still be dangerous", LONG, required=True)
    again = check.day(
        "think_again_on", "Think again on", earliest=today + dt.timedelta(days=1), latest=latest, required=True
    )
    check.or_refuse()
    with holding(marker) as marker:
        may_withhold_again(actor, marker, now).or_refuse()
        row = Withholding.create(
            customer=marker.customer_id, marker=marker, because=because, think_again_on=again, by=actor, at=now
        )
        audit.event("marker_withheld", marker.customer_id, actor, now, marker=marker.id, again_on=again)
    return row


# --- Reviews (G39, G43, G54) ---


def open_review_of(marker: Marker) -> Review | None:
    """The review that is being held of this marker, if any."""
    rest = "WHERE marker_id = ? AND held_at IS NULL AND closed_at IS NULL LIMIT 1"
    return next(iter(rows_of(Review, rest, marker.id)), None)


def draft_of(marker: Marker) -> Marker | None:
    """The draft with which this marker would go on, while a review is open."""
    rest = "WHERE follows_id = ? AND approved_at IS NULL AND declined_at IS NULL ORDER BY id LIMIT 1"
    return next(iter(rows_of(Marker, rest, marker.id)), None)


@only_for("manager", says="Only a manager prepares a review of a marker.", remedy="Ask a manager.", clause="4.6")
def may_review(actor: User, marker: Marker, now: dt.datetime) -> Answer:
    """G54: a manager prepares the review at any time while the marker stands; somebody else decides."""
    return answer(
        _stands(marker, now),
        unless(open_review_of(marker) is None, "state", "A review is open already.", "Go on with that one."),
    )


def sent_before(actor: User, marker: Marker, opening: Opening, form_key: str) -> Marker | None:
    """The draft of the review that this person opened with the same form; the marker itself once that is decided."""
    known = Review.get_or_none(Review.form_key == form_keys.key(form_key, actor, marker, opening))
    return (draft_of(marker) or marker) if known else None


@deed(
    "review_marker",
    label="Open the review of a staff-safety marker",
    clause="4.6",
    asks=may_review,
    event=("marker_review_opened", "marker_proposed"),
)
def review(actor: User, marker: Marker, opening: Opening, now: dt.datetime, form_key: str) -> Marker:
    """Open a review: answers the draft with which the marker would go on, to be changed and decided on (G39, G49).

    Raises Refused or Invalid.
    """
    today, check = clock.today(now), Check(opening)
    kind = check.choice("kind", "Why now", KINDS, required=True)
    asked = kind == "asked"
    asked_on = check.day("asked_on", "When they asked", latest=today, required=asked)
    asked_words = check.text("asked_words", "What they said", LONG, required=asked)
    check.or_refuse()
    with holding(marker) as marker:
        known = sent_before(actor, marker, opening, form_key)
        if known:
            return known
        may_review(actor, marker, now).or_refuse()
        values = numbers.values(now)
        answer_by = clock.working_days_after(asked_on or today, values["appeal_answer_days"])
        row = Review.create(
            form_key=form_keys.key(form_key, actor, marker, opening),
            customer=marker.customer_id,
            marker=marker,
            kind=kind,
            due_on=answer_by if asked else marker.review_on,
            opened_by=actor,
            opened_at=now,
            asked_on=asked_on if asked else None,
            asked_words=asked_words if asked else "",
        )
        draft = _draft_after(actor, marker, values, now)
        audit.event("marker_review_opened", marker.customer_id, actor, now, marker=marker.id, review=row.id, kind=kind)
        audit.event("marker_proposed", marker.customer_id, actor, now, marker=draft.id)
    return draft


def _draft_after(actor: User, marker: Marker, values: Mapping[str, int], now: dt.datetime) -> Marker:
    today = clock.today(now)
    ends = clock.months_after(today, values[clauses.MARKER_MONTHS[marker.category]])
    return Marker.create(
        customer=marker.customer_id,
        form_key=f"marker-{marker.id}-{now.timestamp()}",
        asked_by=actor,
        asked_at=now,
        proposed_by=actor,
        proposed_at=now,
        ends_on=ends,
        review_on=measures.latest_review(today, ends, values["review_months"]),
        root=lifecycle.root_of(marker),
        follows=marker,
        part=max(marker.part, *(one.part for one in lifecycle.parts(marker))) + 1,
        version=1,
        **{name: getattr(marker, name) for name in COPIED},
    )


# --- Removal (G48, G55) ---


@only_for(
    "manager",
    "safety_lead",
    "senior_officer",
    says="Only a manager, the safety lead or a senior officer removes a marker.",
    remedy="Ask one of them.",
    clause="4.6",
)
def may_remove(actor: User, marker: Marker, now: dt.datetime) -> Answer:
    """4.6: a manager, the safety lead or a senior officer takes a marker off before its day, or decides after it."""
    return answer(_stands(marker, now))


@deed(
    "remove_marker",
    label="Remove a staff-safety marker",
    clause="4.6",
    asks=may_remove,
    event=("marker_removed", "marker_reviewed"),
)
def remove(actor: User, marker: Marker, removal: Removal, now: dt.datetime) -> None:
    """Take it off at once; the letter and telling the others are owed from now on (G48). Raises Refused or Invalid."""
    check = Check(removal)
    because = check.text("because", "Your reason", LONG, required=True)
    check.or_refuse()
    with holding(marker) as marker:
        may_remove(actor, marker, now).or_refuse()
        marker.was_wrong = bool(removal.get("was_wrong"))
        lifecycle.end(actor, marker, because, now)
        _settle_review(actor, marker, because, now)
        audit.event("marker_removed", marker.customer_id, actor, now, marker=marker.id, was_wrong=marker.was_wrong)


def _settle_review(actor: User, marker: Marker, because: str, now: dt.datetime) -> None:
    """A review that was open has come to this; the draft to go on is put aside."""
    row, draft = open_review_of(marker), draft_of(marker)
    if draft is not None:
        draft.declined_by, draft.declined_at, draft.declined_because = actor, now, because
        draft.save()
    if row is not None:
        row.outcome, row.reasons, row.held_by, row.held_at = "removed", because, actor, now
        row.save()
        audit.event(
            "marker_reviewed", marker.customer_id, actor, now, marker=marker.id, review=row.id, outcome="removed"
        )


# --- Settling the end (G48) ---


def is_over(marker: Marker, now: dt.datetime) -> bool:
    """True once a marker that held is gone: removed, or its day passed and nobody may decide on it any more."""
    today = clock.today(now)
    return lifecycle.has_ended(marker, today) or (
        marker.ended_on is not None
        and marker.ended_on <= today
        and marker.in_force_from is not None
        and not any(one.follows_id == marker.id for one in lifecycle.parts(marker))
    )


@only_for(
    *WORKS,
    "safety_lead",
    says="Only people who work on the file write this letter.",
    remedy="Ask an officer.",
    clause="4.6",
)
def may_settle(actor: User, marker: Marker, now: dt.datetime) -> Answer:
    """G48: a marker that has ended is not closed before the customer has been told, or it is said why not."""
    return answer(
        unless(is_over(marker, now), "state", "This marker has not ended.", "Remove it first, or wait for its day."),
        unless(notifications.settled(marker) is None, "state", "Its end is settled already."),
    )


@deed(
    "settle_marker",
    label="Write to a customer that a marker has ended",
    clause="4.2",
    asks=may_settle,
    event="marker_settled",
    letter="markers/removed",
)
def settle(actor: User, marker: Marker, settlement: Settlement, now: dt.datetime) -> Ending:
    """Write to the customer that it has ended, or record why no letter is owed. Raises Refused or Invalid."""
    check, by_letter = Check(settlement), bool(settlement.get("letter"))
    passages = letter_facts.checked_passages(marker_letters.REMOVED, settlement, check)
    arranged = check.text("arranged", "How the letter is given in their format", LONG)
    because = check.text("no_letter_because", "Why no letter is owed", LONG, required=not by_letter)
    check.or_refuse()
    with holding(marker) as marker:
        may_settle(actor, marker, now).or_refuse()
        letter = None
        if by_letter:
            sheet = marker_letters.removed(marker, actor, now, passages)
            answer(*marker_letters.removed_sound(marker, sheet, passages, arranged)).or_refuse()
            letter = letter_issue.freeze(marker.customer, sheet, arranged, actor, now)
        else:
            answer(_no_letter(marker)).or_refuse()
        row = Ending.create(
            customer=marker.customer_id, marker=marker, letter=letter, by=actor, at=now,
            no_letter_because="" if letter else because,
        )  # fmt: skip
        audit.event("marker_settled", marker.customer_id, actor, now, marker=marker.id, **audit.sent(letter))
    return row


def _no_letter(marker: Marker) -> Refusal | None:
    """Whoever was told of it is told of its end; unless they cannot be reached any more."""
    told_of = any(one.letter_id for one in lifecycle.parts(marker))
    gone = rows_of(LifeEvent, "WHERE customer_id = ? LIMIT 1", marker.customer_id) if told_of else []
    return unless(
        not told_of or gone,
        "G48",
        "The customer was told of this marker, so they are told that it has ended.",
        "Write the letter.",
    )
