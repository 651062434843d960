"""How a letter reached the customer, and what the letter is about."""

import datetime as dt
from typing import Any, TypedDict

from models import (
    Appeal,
    BehaviourWarning,
    ContactWay,
    Delivery,
    Ending,
    Letter,
    Marker,
    Restriction,
    Review,
    SideLetter,
    User,
    holding,
)
from policy.core import audit, clock, numbers
from policy.core.answers import YES, Answer, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, SHORT, Check, is_email
from policy.correspondence import deemed_receipt
from policy.correspondence import facts as letter_facts
from policy.rulebook import clauses

POSTED = {key: clauses.WAYS[key] for key in clauses.POST_WAYS}
WAY_OF = {"posted": "first_class", "handed": "by_hand", "emailed": "email", "read": "email", "returned": ""}


class Entry(TypedDict, total=False):
    """What is known of a letter's way; posted first class where nothing is said."""

    outcome: str
    way: str
    on: dt.date | None
    address: str
    tracking: str
    words: str


@only_for(*WORKS, says=letter_facts.DELIVERS, remedy="Ask an officer.", clause="box")
def may_record_delivery(actor: User, letter: Letter, now: dt.datetime) -> Answer:
    """P box: an officer or manager records how the letter reached the customer, or that it came back."""
    return YES


@deed(
    "record_delivery",
    label="Record how a letter reached the customer, or that it came back",
    clause="box",
    asks=may_record_delivery,
    event=("letter_posted", "letter_handed", "letter_read", "letter_returned"),
)
def record_delivery(
    actor: User, letter: Letter, entry: Entry, now: dt.datetime, expected: int | None = None
) -> Delivery:
    """Record that a letter was posted, handed over, e-mailed, read or returned (G4). Raises Refused or Invalid.

    `expected` is the id of the newest delivery the page showed (0 for none): a second person's same click is refused.
    """
    check = Check(entry)
    outcome = check.choice("outcome", "What happened", clauses.DELIVERIES, required=True)
    way = check.choice("way", "How it was posted", POSTED) if outcome == "posted" else ""
    earliest = clock.today(letter.issued_at)
    on = check.day("on", "When", latest=clock.today(now), earliest=earliest, required=True)
    kept = {
        "tracking": check.text("tracking", "Tracking number", 60),
        "words": check.text("words", "How you know", LONG, required=outcome in ("handed", "returned")),
        "address": check.text("address", "Sent to", SHORT),
    }
    if outcome == "emailed" and not kept["address"] and not _has_email(letter):
        check.wrong("address", "Sent to: give the e-mail address; there is none on the file.")
    if outcome == "emailed" and kept["address"] and not is_email(kept["address"]):
        check.wrong("address", "Sent to: this is not an e-mail address.")
    check.or_refuse()
    assert on is not None
    with holding(letter) as letter:
        newest = deemed_receipt.standing(letter)
        seen = newest.id if newest else 0
        answer(
            *may_record_delivery(actor, letter, now).reasons,
            unless(
                expected is None or seen == expected,
                "stale",
                "Somebody else has recorded something about this letter in the meantime.",
                "Look at the letter, then record yours if it is still needed.",
            ),
            unless(
                outcome != "returned" or (newest is not None and newest.outcome in deemed_receipt.SENT),
                "G4",
                "Only a letter that was posted or e-mailed can come back.",
                "Record how it was sent first.",
            ),
            unless(
                outcome != "read" or any(one.outcome == "emailed" for one in deliveries(letter)),
                "G4",
                "Only an e-mail that was sent can have been read.",
                "Record first that the letter went by e-mail, and to which address.",
            ),
        ).or_refuse()
        row = Delivery.create(
            letter=letter,
            customer=letter.customer_id,
            outcome=outcome,
            way=way or WAY_OF[outcome],
            on=on,
            deemed_on=deemed_receipt.deemed_on(outcome, way, on, numbers.values(now), _time_of(on, now)),
            by=actor,
            at=now,
            **kept,
        )
        audit.event(f"letter_{outcome}", letter.customer_id, actor, now, letter=letter.id, delivery=row.id, on=on)
    return row


def deliveries(letter: Letter) -> list[Delivery]:
    """What is known of a letter's way, oldest first, with who recorded it: one read."""
    query = Delivery.select(Delivery, User).join(User, on=Delivery.by).where(Delivery.letter == letter)
    return list(query.order_by(Delivery.id))


def _has_email(letter: Letter) -> bool:
    own = (ContactWay.customer == letter.customer_id) & (ContactWay.kind == "email") & ContactWay.ended_at.is_null()
    return ContactWay.select().where(own).exists()


def _time_of(on: dt.date, now: dt.datetime) -> dt.time | None:
    """The time in London, where the day is today; of an earlier day no time is known."""
    moment = clock.london(now)
    return moment.time() if moment.date() == on else None


def subject_of(letter: Letter) -> BehaviourWarning | Restriction | Marker | Review | Appeal | None:
    """What a letter gave notice of, or whose end it told of; else the review or appeal it belongs to."""
    found: Any = BehaviourWarning.get_or_none(BehaviourWarning.letter == letter)
    found = found or Restriction.get_or_none(Restriction.letter == letter)
    found = found or Marker.get_or_none(Marker.letter == letter)
    ended = None if found else Ending.get_or_none(Ending.letter == letter)
    if ended or found:
        return (ended.restriction or ended.marker) if ended else found
    review = Review.get_or_none((Review.letter == letter) | (Review.invitation == letter))
    sent = (Appeal.letter == letter) | (Appeal.acknowledgement == letter) | (Appeal.extension == letter)
    beside = None if review else SideLetter.get_or_none(SideLetter.letter == letter)
    if beside is not None:
        return beside.restriction or beside.warning or beside.marker
    return review or Appeal.get_or_none(sent)
