"""Endings (P 4.2): the letter that tells a customer a restriction has ended, and what is owed until all is told. G48.

The end itself needs no deed: it follows from the dates. Before the letter is issued and all are told, it is not closed.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from letterpress.make import render as words
from letterpress.make.escape import Gap
from models import Ending, Letter, LifeEvent, Restriction, Review, User, holding, rows_of
from policy import measures
from policy.core import audit, clock, numbers, work_item
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, Check
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.restrictions import lifecycle, notifications

TEMPLATE = "restrictions/ended"
ICON = "A contact arrangement is in place"
SAID = {"begins": "begins", "changes": "has changed", "ends": "has ended"}
RECENT = dt.timedelta(days=90)


# --- The letter ---


@only_for(*WORKS, says="Only officers and managers write about an end.", remedy="Ask an officer.")
def may_settle(
    actor: User,
    restriction: Restriction,
    now: dt.datetime,
    passages: Mapping[str, str] | None = None,
    sheet: words.Rendered | None = None,
) -> Answer:
    """G48: on the day of the end whoever works on the file writes to the customer; on that day, and not before.

    `sheet` is the letter with these passages, where whoever asks has made it.
    """
    over, today = notifications.over_on(restriction), clock.today(now)
    come = over is not None and over <= today
    if sheet is None and come and not no_letter_because(restriction):
        sheet = rendered(restriction, actor, now, passages)
    return answer(
        unless(come, "state", _not_yet(over), "Come back on that day, or lift it."),
        unless(
            not notifications.is_followed(restriction), "state", "A later decision goes on with it: it has not ended."
        ),
        unless(notifications.settled(restriction) is None, "state", "The customer has been told of the end already."),
        _still_being_decided(restriction, today) if come else None,
        _letter_sound(restriction, sheet, passages or {}) if sheet else None,
    )


def _not_yet(over: dt.date | None) -> str:
    return f"It ends on {clock.day_words(over)}." if over else "It has not begun."


def _still_being_decided(restriction: Restriction, today: dt.date) -> Refusal | None:
    """On its last day a review may still go on with it; the day after, it has lapsed (G40)."""
    if not restriction.in_force_on(today):
        return None
    rest = "WHERE restriction_id = ? AND held_at IS NULL AND closed_at IS NULL LIMIT 1"
    return unless(
        not rows_of(Review, rest, restriction.id),
        "state",
        "A review of it is open, and today it could still be gone on with.",
        "Decide on the review, or write tomorrow, when it has ended.",
    )


def no_letter_because(restriction: Restriction) -> str:
    """Why no letter is owed, to somebody who has died or was never told of it; empty where one is."""
    if rows_of(LifeEvent, "WHERE customer_id = ? AND kind = 'death' LIMIT 1", restriction.customer_id):
        return "The customer has died."
    if restriction.letter_id is None:
        return "The customer was not told of it, because telling them would have been dangerous."
    return ""


def _letter_sound(
    restriction: Restriction, sheet: words.Rendered, passages: Mapping[str, str]
) -> Iterator[Refusal | None]:
    yield from fairness.fair_passages(restriction.customer, passages, [], sheet.given_facts)
    yield from fairness.complete(sheet, "G48")


def facts(restriction: Restriction, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of the cease letter as they stand at `now` (3.10)."""
    over = notifications.over_on(restriction) or clock.today(now)
    landlord, found = numbers.organisation(now), restriction.numbers or numbers.values(now)
    terms = measures.terms_of(restriction)
    officers = [one for term in terms for one in (term.officer, term.deputy) if one is not None]
    kept = found["keep_restriction_years"]
    until = clock.months_after(over, 12 * kept)
    return letter_facts.common(
        restriction.customer,
        sender,
        restriction.reference,
        now,
        kept_words=f"until {clock.day_words(until)}, {letter_facts.years(kept)} after the end",
        icon_words=ICON,
        told=[line.strip() for line in restriction.told.splitlines() if line.strip()],
        letter=TEMPLATE,
        limits_contact=any(measures.kind_of(term).limits_contact for term in terms),
        begun_on=lifecycle.begun_on(restriction) or Gap("the day it began"),
        ended_on=over if _ended_at(restriction) else lifecycle.last_day(restriction) or over,
        ended_at=_ended_at(restriction),
        former=[measures.kind_of(term).when_over(term) for term in terms],
        officers=[letter_facts.person(one, landlord) for one in officers],
        places=[place for term in terms if (place := measures.kind_of(term).open_again(term))],
        review_missed=_review_missed(restriction, over),
    )


def _ended_at(restriction: Restriction) -> dt.time | None:
    """The time of day at which somebody ended it; None where it ran out, or ended on another day than it was said."""
    if (
        restriction.ended_at is None
        or restriction.ended_on is None
        or restriction.ended_on != notifications.over_on(restriction)
    ):
        return None
    moment = clock.london(restriction.ended_at)
    return moment.time().replace(second=0, microsecond=0) if moment.date() == restriction.ended_on else None


def _review_missed(restriction: Restriction, over: dt.date) -> dt.date | None:
    """G40: the day of a review that was promised and not held before it came to its end by itself."""
    if restriction.ended_on is not None or restriction.review_on is None or restriction.review_on >= over:
        return None
    held = rows_of(Review, "WHERE restriction_id = ? AND held_at IS NOT NULL LIMIT 1", restriction.id)
    return None if held else restriction.review_on


def rendered(
    restriction: Restriction, sender: User, now: dt.datetime, passages: Mapping[str, str] | None = None
) -> words.Rendered:
    """The cease letter as it stands; nothing is kept."""
    made_from = facts(restriction, sender, now)
    return letter_facts.made(restriction.customer, TEMPLATE, made_from, passages or {})


@deed(
    "settle_ending",
    label="Write to a customer that a restriction has ended",
    clause="4.2",
    asks=may_settle,
    event="ending_settled",
    letter="restrictions/ended",
)
def settle(
    actor: User, restriction: Restriction, passages: Mapping[str, str], now: dt.datetime, arranged: str = ""
) -> Letter | None:
    """Issue the cease letter, or note why none is owed; the letter, where there is one. Raises Refused or Invalid."""
    check = Check({**passages, "arranged": arranged})
    passages = letter_facts.checked_passages(TEMPLATE, passages, check)
    arranged = check.text("arranged", "How the letter is given in their format", LONG)
    check.or_refuse()
    with holding(restriction) as restriction:
        because, letter = no_letter_because(restriction), None
        sheet = None if because else rendered(restriction, actor, now, passages)
        may_settle(actor, restriction, now, passages, sheet).or_refuse()
        if sheet is not None:
            fairness.require_their_format(restriction.customer, arranged, sheet)
            letter = letter_issue.freeze(restriction.customer, sheet, arranged, actor, now)
        row = Ending.create(
            customer=restriction.customer_id, restriction=restriction, letter=letter, no_letter_because=because,
            by=actor, at=now,
        )  # fmt: skip
        sent = {} if letter is None else {"letter": letter.id, "letter_digest": letter.sha256}
        audit.event(
            "ending_settled", restriction.customer_id, actor, now, restriction=restriction.id, ending=row.id, **sent
        )
    return letter


# --- What waits ---


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """The cease letters that are owed, and who has still to be told that a restriction began, changed or ended."""
    if not actor.is_officer:
        return
    today = clock.today(now)
    owing = unsettled(today)
    ended = [*owing, *_recently_ended(today, {one.id for one in owing})]
    running = _running(today)
    names = work_item.names_of([*ended, *running])
    for one in owing:
        over = notifications.over_on(one)
        assert over is not None
        if work_item.comes_to(actor, over, today, "officer", "manager"):
            yield work_item.item(
                f"Write to {names[one.customer_id]}: restriction {one.reference} has ended",
                f"Write about the end of restriction {one.reference}",
                "endings.settling", {"restriction_id": one.id}, over, today,
                escalated=not actor.has("officer", "manager"),
            )  # fmt: skip
    past, still = notifications.Told(ended), notifications.Told(running)
    for occasion, things, known in (("ends", ended, past), ("begins", running, still), ("changes", running, still)):
        yield from _to_tell(actor, things, known, occasion, names, now)


def _to_tell(
    actor: User,
    things: Sequence[Restriction],
    known: notifications.Told,
    occasion: str,
    names: Mapping[int, str],
    now: dt.datetime,
) -> Iterator[work_item.Item]:
    today = clock.today(now)
    for one in things:
        if not (whom := known.owed(one, occasion, now)):
            continue
        day = (notifications.over_on(one) if occasion == "ends" else one.in_force_from) or today
        if work_item.comes_to(actor, day, today, "officer", "manager"):
            count = "somebody" if len(whom) == 1 else f"{len(whom)} more"
            yield work_item.item(
                f"Tell {count} that restriction {one.reference} for {names[one.customer_id]} {SAID[occasion]}",
                f"Tell {count} that restriction {one.reference} {SAID[occasion]}",
                "endings.tellings", {"restriction_id": one.id}, day, today,
                escalated=not actor.has("officer", "manager"),
            )  # fmt: skip


NOT_FOLLOWED = (
    "NOT EXISTS (SELECT 1 FROM restriction later WHERE later.follows_id = restriction.id"
    " AND later.in_force_from IS NOT NULL)"
)
HAS_COME = f"in_force_from IS NOT NULL AND (ended_on <= ? OR ends_on <= ?) AND {NOT_FOLLOWED}"


def unsettled(today: dt.date, customer_id: int | None = None) -> list[Restriction]:
    """Restrictions (of one customer) whose end has come and whose customer was not told, longest waiting first."""
    own, whose = ("", ()) if customer_id is None else ("customer_id = ? AND ", (customer_id,))
    rows = rows_of(
        Restriction,
        f"WHERE {own}{HAS_COME} AND NOT EXISTS"  # noqa: S608 - nobody typed any of it
        " (SELECT 1 FROM ending WHERE ending.restriction_id = restriction.id)"
        " AND NOT EXISTS (SELECT 1 FROM review WHERE review.restriction_id = restriction.id"
        " AND review.held_at = restriction.ended_at AND review.letter_id IS NOT NULL)"
        " AND NOT EXISTS (SELECT 1 FROM appeal WHERE appeal.restriction_id = restriction.id"
        " AND appeal.decided_at = restriction.ended_at AND appeal.letter_id IS NOT NULL)"
        " ORDER BY id LIMIT ?",
        *whose,
        today,
        today,
        work_item.EACH_AT_MOST,
    )
    return sorted(rows, key=lambda one: (notifications.over_on(one) or today, one.id))


def _recently_ended(today: dt.date, known: set[int]) -> list[Restriction]:
    rest = f"WHERE {HAS_COME} AND (ended_on >= ? OR ends_on >= ?) ORDER BY id DESC LIMIT ?"
    since = today - RECENT
    rows = rows_of(Restriction, rest, today, today, since, since, work_item.EACH_AT_MOST)
    return [one for one in rows if one.id not in known]


def _running(today: dt.date) -> list[Restriction]:
    rest = "WHERE in_force_from IS NOT NULL AND ends_on >= ? AND (ended_on IS NULL OR ended_on > ?) ORDER BY id DESC"
    return rows_of(Restriction, f"{rest} LIMIT ?", today, today, work_item.EACH_AT_MOST)
