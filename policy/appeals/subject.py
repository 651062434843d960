"""What an appeal is against, its own time to appeal, and who may hear it (G44-G46)."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models import Appeal, AppealGround, BehaviourWarning, Conflict, Customer, Marker, Restriction, User, rows_of
from policy.core import clock, numbers
from policy.core.answers import Refusal, unless
from policy.correspondence import deemed_receipt
from policy.restrictions import independence, lifecycle

Thing = Restriction | Marker | BehaviourWarning
NAMES = {"restriction": "restriction", "marker": "staff-safety marker", "warning": "warning"}


def noun_of(thing: Thing) -> str:
    """What the thing is called in a column, an address and an event: restriction, marker or warning."""
    return {Restriction: "restriction", Marker: "marker", BehaviourWarning: "warning"}[type(thing)]


def against(appeal: Appeal) -> Thing:
    """The decision that an appeal is against."""
    found = appeal.restriction or appeal.marker or appeal.warning
    assert found is not None, "an appeal is against one thing"
    return found


def grounds_of(appeal: Appeal) -> list[AppealGround]:
    """The grounds of an appeal, in the order in which they came."""
    return rows_of(AppealGround, "WHERE appeal_id = ? ORDER BY id", appeal.id)


def decided_at(thing: Thing) -> dt.datetime | None:
    """When the decision reached its end: the letter issued, the marker approved; None for a draft."""
    return thing.approved_at if isinstance(thing, Marker) else thing.issued_at


def whole(thing: Thing) -> list[int]:
    """The ids of the decisions that belong to the thing: of a restriction or marker all its parts."""
    parts = [] if isinstance(thing, BehaviourWarning) else lifecycle.parts(thing)
    return [thing.id, *(one.id for one in parts)]


def appeals_of(thing: Thing) -> list[Appeal]:
    """Every appeal against a thing or a part of it, newest first."""
    noun, newest_first = noun_of(thing), "ORDER BY id DESC"
    if isinstance(thing, BehaviourWarning):
        return rows_of(Appeal, f"WHERE warning_id = ? {newest_first}", thing.id)
    root, parts = lifecycle.root_of(thing), f'SELECT id FROM "{noun}" WHERE id = ? OR root_id = ?'  # noqa: S608 - a table of ours
    return rows_of(Appeal, f"WHERE {noun}_id IN ({parts}) {newest_first}", root, root)


def restrictions_of(customer: Customer) -> list[Restriction]:
    """The restrictions that a customer may object to, newest first."""
    return rows_of(Restriction, "WHERE customer_id = ? AND issued_at IS NOT NULL ORDER BY id DESC", customer.id)


def warnings_of(customer: Customer) -> list[BehaviourWarning]:
    """The warnings whose facts a customer may dispute, newest first."""
    rest = "WHERE customer_id = ? AND issued_at IS NOT NULL AND withdrawn_at IS NULL ORDER BY id DESC"
    return rows_of(BehaviourWarning, rest, customer.id)


def still_stands(thing: Thing, day: dt.date) -> bool:
    """True while there is something to end: a restriction or marker that has not ended, a warning not yet over."""
    if isinstance(thing, BehaviourWarning):
        return thing.withdrawn_at is None and not _lapsed(thing, day)
    over = lifecycle.last_day(lifecycle.newest(thing))
    return over is not None and day <= over


def _lapsed(warning: BehaviourWarning, day: dt.date) -> bool:
    received = received_on(warning)
    return received is not None and deemed_receipt.live_until(warning, received) < day


def received_on(thing: Thing) -> dt.date | None:
    """The day the letter counts as received, or will; None where it is not known how it went, or it came back."""
    if thing.letter_id is None:
        return None
    way = deemed_receipt.standings([thing.letter_id]).get(thing.letter_id)
    return way.deemed_on if way else None


def days_to_appeal(thing: Thing, now: dt.datetime) -> int:
    """The working days from receipt: by the numbers that the decision was made under."""
    key = "dispute_days" if isinstance(thing, BehaviourWarning) else "appeal_days"
    return thing.numbers.get(key) or numbers.value(key, now)


def deadline(thing: Thing, now: dt.datetime) -> dt.date | None:
    """The last day to appeal in time; None while the letter does not count as received: then no time has run."""
    received = received_on(thing)
    return clock.working_days_after(received, days_to_appeal(thing, now)) if received else None


def acknowledge_by(appeal: Appeal) -> dt.date:
    """The day by which the customer knows who decides: counted from the day the objection came in."""
    return clock.working_days_after(appeal.received_on, appeal.numbers["appeal_acknowledge_days"])


@dataclass(frozen=True)
class Hearer:
    """A senior officer, and why they may not hear this appeal; empty where they may."""

    user: User
    why_not: str


def hearers(appeal: Appeal) -> list[Hearer]:
    """P 4.7: every senior officer who works here, by name, with what their own part was where they had one."""
    parts = independence.in_appealed(appeal)
    known = _who_know(appeal.customer_id)
    senior = [one for one in User.select().where(User.active == True).order_by(User.name) if one.is_senior_officer]  # noqa: E712
    return [Hearer(one, why_not(one, parts, known)) for one in senior]


def why_not(user: User, parts: independence.Parts, known: Iterable[int] = ()) -> str:
    """What stands against this person hearing it, as the end of a sentence about them."""
    if not user.is_senior_officer:
        return "is not a senior officer who works here"
    own = independence.words(user, parts)
    return own or ("has said that they know the customer privately" if user.id in set(known) else "")


def against_hearing(user: User, appeal: Appeal) -> str:
    """What stands against `user` hearing this appeal now; empty where nothing does."""
    return why_not(user, independence.in_appealed(appeal), _who_know(appeal.customer_id))


def _who_know(customer_id: int) -> set[int]:
    rest = "WHERE customer_id = ? AND ended_at IS NULL"
    return {one.user_id for one in rows_of(Conflict, rest, customer_id)}


def heard_by(appeal: Appeal) -> Iterator[Refusal | None]:
    """G44: somebody is to hear it, and still may."""
    decider = appeal.decider
    yield unless(decider, "G44", "Nobody has been chosen to hear this appeal.", "Choose who hears it first.")
    if decider:
        against = against_hearing(decider, appeal)
        sentence = f"{decider.name} {against}, and so cannot hear this appeal."
        yield unless(not against, "G44", sentence, "Have somebody else chosen who had no part in it.")


def drafted_for(draft: Restriction) -> Appeal | None:
    """The open appeal for which this draft changes a restriction, or None."""
    if draft.follows_id is None or not draft.is_open_proposal:
        return None
    rest = "WHERE successor_id = ? AND decided_at IS NULL AND withdrawn_at IS NULL LIMIT 1"
    return next(iter(rows_of(Appeal, rest, draft.id)), None)


def not_over(appeal: Appeal) -> Refusal | None:
    """Nothing more is done with an appeal that has been decided or withdrawn."""
    ended = "decided" if appeal.decided_at else "withdrawn"
    return unless(appeal.is_open, "state", f"This appeal was {ended} already.", "Read how it ended.")


def save(appeal: Appeal) -> None:
    """Save an appeal as its next version."""
    appeal.version += 1
    appeal.save()


def put_draft_aside(appeal: Appeal, actor: User, because: str, now: dt.datetime) -> None:
    """End the draft of a milder arrangement that the appeal does not need; call it inside the deed's transaction."""
    draft = appeal.successor
    if draft is not None and draft.is_open_proposal and draft.proposed_by_id == appeal.decider_id:
        draft.declined_by, draft.declined_at, draft.declined_because = actor, now, because
        draft.save()
        appeal.successor = None
