"""What the policy promises after a decision, from the rows and, where something must not be forgotten, from Today."""

import datetime as dt
from collections import Counter
from typing import Any

from models import Appeal, BehaviourWarning, Customer, Ending, Event, Marker, Restriction, Review
from policy import today
from policy.customers import summary as file_summary
from policy.markers import visibility as marker_visibility
from policy.restrictions import lifecycle

DAY = dt.timedelta(days=1)
PART = ("restriction_", "warning_", "review_held", "review_opened", "rule_set_aside")  # deeds that are a part in it


def hold(now: dt.datetime, cast: Any) -> None:
    """Every promise, for everything in the database."""
    office = _Desks(now, cast)
    rows = list(Restriction.select())
    _standing(rows, office)
    _ended(rows, office)
    for appeal in Appeal.select():
        _heard(appeal, now.date())
    for marker in Marker.select():
        _marked(marker, office)
    for customer in Customer.select():
        _icon(customer, now)


class _Desks:
    """Today of a manager and of a senior officer, asked only where something must be there."""

    def __init__(self, now: dt.datetime, cast: Any) -> None:
        self.now, self.day, self.cast = now, now.date(), cast
        self.known: dict[str, list[str]] = {}

    def says(self, key: str, words: str) -> bool:
        if key not in self.known:
            self.known[key] = [one.plain for one in today.needs(getattr(self.cast, key), self.now)]
        return any(one.startswith(words) for one in self.known[key])


def _standing(rows: list[Restriction], office: _Desks) -> None:
    """4.2: within its days, with a review ahead or late with a senior officer; one decision of each at a time."""
    standing = [one for one in rows if one.in_force_on(office.day)]
    assert all(count == 1 for count in Counter(one.root_id or one.id for one in standing).values())
    for one in standing:
        assert one.review_on is not None and one.in_force_from <= office.day <= one.ends_on
        late = one.review_on < office.day
        words = (f"Review restriction {one.reference}", f"Answer the request to end restriction {one.reference}")
        assert not late or any(office.says("sena", said) for said in words), one.reference


def _ended(rows: list[Restriction], office: _Desks) -> None:
    """G48: what has ended was told to the customer, or it is on a manager's desk."""
    followed = {one.follows_id for one in rows if one.in_force_from is not None}
    for one in rows:
        over = min(filter(None, (one.ends_on, one.ended_on)), default=None)
        if one.in_force_from is None or over is None or over > office.day or one.id in followed:
            continue
        assert not one.in_force_on(office.day + DAY)
        told = Ending.select().where(Ending.restriction == one).exists()
        assert told or office.says("mark", f"Write about the end of restriction {one.reference}"), one.reference


def _heard(appeal: Appeal, day: dt.date) -> None:
    """4.7: decided by a senior officer who had no part before; while suspended, what it is against does not bind."""
    if appeal.restriction is not None and appeal.is_open and appeal.suspended and appeal.suspended_from <= day:
        assert appeal.restriction_id not in [one.id for one in lifecycle.in_force(appeal.customer_id, day)]
    if appeal.decided_by is None:
        return
    assert "senior_officer" in appeal.decided_by.roles and appeal.letter is not None
    assert all(one.found and one.answer for one in appeal.grounds)
    thing = appeal.restriction or appeal.warning
    if thing is not None:
        assert appeal.decided_by_id not in _involved(appeal, thing)


def _involved(appeal: Appeal, thing: Any) -> set[int | None]:
    """Whoever did something to the decision, to those before it or to its warning, before the appeal was decided."""
    root = thing.root_id or thing.id if isinstance(thing, Restriction) else 0
    ids = {one.id for one in Restriction.select() if root in (one.id, one.root_id)}
    warning = thing.warning_id if isinstance(thing, Restriction) else thing.id
    decided = next(
        one.number for one in Event.select() if one.name == "appeal_decided" and one.facts["appeal"] == appeal.id
    )
    return {
        line.actor_id
        for line in Event.select().where(Event.customer == appeal.customer_id, Event.number < decided)
        if line.name.startswith(PART) and (line.facts.get("restriction") in ids or line.facts.get("warning") == warning)
    }


def _marked(marker: Marker, office: _Desks) -> None:
    """4.6: two people on a fact, within its days; shown no longer than that, but for a grave one that is undecided."""
    if marker.approved_at is None:
        assert marker.in_force_from is None
        return
    assert marker.approved_by_id != marker.proposed_by_id and (marker.incident_id or marker.source)
    assert marker.review_on <= marker.ends_on and marker.action and marker.fact
    shown = marker.id in [one.id for one in marker_visibility.standing(marker.customer_id, office.now)]
    grave = marker.category in ("violence", "weapon") and marker.ended_on is None
    assert shown is marker.in_force_on(office.day) or grave
    if marker.in_force_on(office.day) and marker.review_on < office.day:
        assert office.says("sena", f"Review marker {marker.reference}")


def _icon(customer: Customer, now: dt.datetime) -> None:
    """4.6: no icon without a cause that lives today."""
    icon, day = file_summary.icon(customer, now), now.date()
    if icon is None:
        return
    if icon.words == "A contact arrangement is in place":
        assert lifecycle.in_force(customer.id, day)
    elif icon.words == "A written warning is in place":
        issued = BehaviourWarning.issued_at.is_null(False) & BehaviourWarning.withdrawn_at.is_null()
        assert BehaviourWarning.select().where(BehaviourWarning.customer == customer, issued).exists()
    else:
        rows = Restriction.select().where(Restriction.customer == customer, Restriction.issued_at.is_null(False))
        assert any(one.ends_on >= day and (one.ended_on is None or one.ended_on > day) for one in rows)


def decided_how(restriction: Restriction) -> Review | Appeal | None:
    """The review or appeal by which a decision follows another; None for one that stands by itself."""
    return Review.get_or_none(Review.successor == restriction) or Appeal.get_or_none(
        Appeal.successor == restriction, Appeal.decided_at.is_null(False)
    )
