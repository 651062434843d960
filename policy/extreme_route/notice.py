"""The notice of a restriction made without a warning: sent, or withheld for now because telling would be dangerous.

P 4.5, G32: without a notice it is in force only where the reason is written down, and the day it is thought of again.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from models import Letter, Restriction, User, Withholding, holding, rows_among, rows_of
from policy.considerations.overrides import overridden
from policy.core import audit, clock, work_item
from policy.core.answers import Answer, answer, unless
from policy.core.register import deed, only_for
from policy.core.validation import LONG, Check
from policy.correspondence import issue as letter_issue
from policy.measures import terms_of
from policy.restrictions import grounds as restriction_grounds
from policy.restrictions import letter as restriction_letter
from policy.restrictions import lifecycle
from policy.restrictions.letter import Contents, contents_of, incidents_of


def withholdings(restriction: Restriction) -> list[Withholding]:
    """Each time it was decided not to tell the customer yet, oldest first."""
    query = Withholding.select(Withholding, User).join(User, on=Withholding.by)
    return list(query.where(Withholding.declaration == restriction.declaration_id).order_by(Withholding.id))


def is_withheld(restriction: Restriction) -> bool:
    """True where it began without a notice and none was sent since."""
    return restriction.declaration_id is not None and restriction.issued_at is not None and restriction.letter is None


# --- Withholding ---


@only_for("manager", says="Only a manager withholds a notice.", remedy="Ask a manager.", clause="4.5")
def may_withhold(actor: User, restriction: Restriction, now: dt.datetime) -> Answer:
    """G32, 4.5: a manager begins a restriction without its notice where telling the customer would be dangerous."""
    return answer(
        unless(
            restriction.declaration_id,
            "G32",
            "This rests on a warning, so its letter is always sent.",
            "Issue its letter.",
        ),
        unless(restriction.authorised_at, "G15", "No manager has authorised this yet.", "Authorise it first."),
        unless(restriction.issued_at is None, "state", "It has begun already."),
        unless(restriction.ended_on is None, "state", "It was put aside before it began."),
        restriction_grounds.still_stands(restriction, incidents_of(restriction), terms_of(restriction), now),
        restriction_grounds.within_limits(restriction, now),
        overridden=overridden(restriction, actor),
    )


@deed(
    "withhold_notice",
    label="Begin a restriction without telling the customer yet, because telling would be dangerous",
    clause="4.5",
    asks=may_withhold,
    event="notice_withheld",
)
def withhold(
    actor: User, restriction: Restriction, because: str, think_again_on: dt.date | None, now: dt.datetime
) -> Withholding:
    """Begin it without a notice: the reason, and the day on which it is thought of again. Raises Refused or Invalid."""
    columns = _checked(because, think_again_on, now)
    with holding(restriction) as restriction:
        may_withhold(actor, restriction, now).or_refuse()
        restriction.issued_by, restriction.issued_at = actor, now
        restriction.in_force_from = max(restriction.starts_on or clock.today(now), clock.today(now))
        restriction.save()
        row = _row(actor, restriction, columns, now)
        audit.event(
            "notice_withheld", restriction.customer_id, actor, now, restriction=restriction.id, withholding=row.id,
            think_again_on=row.think_again_on, in_force_from=restriction.in_force_from, ends_on=restriction.ends_on,
        )  # fmt: skip
    return row


@only_for("manager", says="Only a manager withholds a notice.", remedy="Ask a manager.", clause="4.5")
def may_withhold_again(actor: User, restriction: Restriction, now: dt.datetime) -> Answer:
    """4.6: a manager thinks again, and may go on withholding with a fresh reason."""
    return answer(unless(is_withheld(restriction), "state", "Its notice is not being withheld."))


@deed(
    "withhold_again",
    label="Go on not telling a customer, with a fresh reason",
    clause="4.5",
    asks=may_withhold_again,
    event="notice_withheld_again",
)
def withhold_again(
    actor: User, restriction: Restriction, because: str, think_again_on: dt.date | None, now: dt.datetime
) -> Withholding:
    """Go on withholding, with a reason as things stand today. Raises Refused or Invalid."""
    columns = _checked(because, think_again_on, now)
    with holding(restriction) as restriction:
        may_withhold_again(actor, restriction, now).or_refuse()
        row = _row(actor, restriction, columns, now)
        audit.event(
            "notice_withheld_again", restriction.customer_id, actor, now, restriction=restriction.id,
            withholding=row.id, think_again_on=row.think_again_on,
        )  # fmt: skip
    return row


def _checked(because: str, think_again_on: dt.date | None, now: dt.datetime) -> dict[str, Any]:
    check = Check({"because": because, "think_again_on": think_again_on})
    columns = {
        "because": check.text("because", "Why telling them would be dangerous", LONG, required=True),
        "think_again_on": check.day(
            "think_again_on", "Thought of again on", earliest=clock.today(now) + dt.timedelta(days=1),
            latest=lifecycle.think_again_by(now), required=True,
        ),
    }  # fmt: skip
    check.or_refuse()
    return columns


def _row(actor: User, restriction: Restriction, columns: dict[str, Any], now: dt.datetime) -> Withholding:
    return Withholding.create(
        customer=restriction.customer_id, declaration=restriction.declaration_id, by=actor, at=now, **columns
    )


# --- Sending it after all ---


@only_for("manager", says="Only a manager issues this notice.", remedy="Ask a manager.", clause="4.5")
def may_send(actor: User, restriction: Restriction, now: dt.datetime, contents: Contents | None = None) -> Answer:
    """4.5: a manager sends the notice once it is safe to tell the customer.

    `contents` are the restriction's with the notice as it stands, where whoever asks has read them.
    """
    return answer(
        unless(is_withheld(restriction), "state", "Its notice is not being withheld."),
        unless(restriction.in_force_on(clock.today(now)), "state", "It is not in force today."),
        restriction_letter.sound(restriction, contents or contents_of(restriction, actor, now)),
        overridden=overridden(restriction, actor),
    )


@deed(
    "send_notice",
    label="Send a notice that was withheld",
    clause="4.5",
    asks=may_send,
    event="notice_sent",
    letter="declarations/notice",
)
def send(actor: User, restriction: Restriction, now: dt.datetime) -> Letter:
    """Issue the notice that was withheld until now. Raises Refused."""
    with holding(restriction) as restriction:
        contents = contents_of(restriction, actor, now)
        may_send(actor, restriction, now, contents).or_refuse()
        letter = letter_issue.freeze(restriction.customer, contents.sheet, restriction.arranged, actor, now)
        restriction.letter = letter
        restriction.save()
        audit.event(
            "notice_sent", restriction.customer_id, actor, now, restriction=restriction.id, letter=letter.id,
            letter_digest=letter.sha256,
        )  # fmt: skip
    return letter


# --- What waits ---


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """Notices withheld that have to be thought of again: on the day with managers, a day late with senior officers."""
    today = clock.today(now)
    if not actor.has("manager", "senior_officer"):
        return
    rest = (
        "WHERE declaration_id IS NOT NULL AND in_force_from IS NOT NULL AND letter_id IS NULL AND ended_on IS NULL"
        " AND ends_on >= ? ORDER BY id LIMIT ?"
    )
    rows = rows_of(Restriction, rest, today, work_item.EACH_AT_MOST)
    if not rows:
        return
    declared, names = {one.declaration_id for one in rows}, work_item.names_of(rows)
    withheld = rows_among(Withholding, "declaration_id", declared, "ORDER BY id")
    newest = {one.declaration_id: one for one in withheld}
    for one in rows:
        again = newest[one.declaration_id].think_again_on
        if work_item.comes_to(actor, again, today, "manager"):
            words = f"Think again about telling the customer of restriction {one.reference}"
            sentence = words.replace("the customer", names[one.customer_id])
            page = {"restriction_id": one.id}
            yield work_item.item(
                sentence, words, "notices.withholding", page, again, today, escalated=not actor.is_manager
            )
