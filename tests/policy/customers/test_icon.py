"""P 4.6: the icon is worked out and never set: on every day, what it says has a live cause, and every cause is said."""

import datetime as dt
from typing import Any

import pytest

from models import BehaviourWarning, Customer, Marker, Restriction, User
from policy.core import clock
from policy.correspondence import deemed_receipt
from policy.customers import summary as file_summary
from policy.markers import review as marker_review
from policy.markers import visibility as marker_visibility
from policy.restrictions import decision as restriction_decision
from tests import make
from tests.policy.stage import MONDAY

DAY = dt.timedelta(days=1)


def causes(whose: Customer, day: dt.date) -> tuple[bool, list[str]]:
    """From the bare rows: whether anything of contact is live on this day, and the markers that hold."""
    warned = any(
        one.issued_at
        and clock.today(one.issued_at) <= day
        and deemed_receipt.live_until(one, deemed_receipt.standing(one.letter).on) >= day
        for one in BehaviourWarning.select().where(BehaviourWarning.customer == whose)
    )
    limited = any(
        one.issued_at
        and clock.today(one.issued_at) <= day
        and day <= one.ends_on
        and (one.ended_on is None or day < one.ended_on)
        for one in Restriction.select().where(Restriction.customer == whose)
    )
    held = [
        one.category
        for one in Marker.select().where(Marker.customer == whose, Marker.approved_at.is_null(False))
        if one.in_force_from <= day <= one.ends_on and (one.ended_on is None or day < one.ended_on)
    ]
    return warned or limited, held


def icons(whose: Customer, reader: User, now: dt.datetime) -> list[str]:
    """What the account shows this reader: how contact stands and, beside it, each precaution in its words."""
    contact = file_summary.icon(whose, now)
    return [one.words for one in [*([contact] if contact else []), *marker_visibility.shown(whose.id, reader, now)]]


@pytest.mark.parametrize(
    ("category", "months", "removed_after", "lifted_after"),
    [("threat", 6, None, None), ("violence", 12, None, 40), ("weapon", 3, 30, 90), ("verbal", 1, None, 1)],
)
def test_g55_no_icon_without_a_live_cause(
    sqlite_db: Any, cast: Any, category: str, months: int, removed_after: int | None, lifted_after: int | None
) -> None:
    row = make.restriction_in_force(cast)
    whose, began = row.customer, make.later(MONDAY, 20)
    ends = clock.months_after(began.date(), months)
    make.threat(cast.carla, whose, began)
    marker = make.live_marker(cast.mina, cast.sol, whose, None, began, category=category, ends_on=ends, review_on=ends)
    if removed_after is not None:
        marker_review.remove(cast.mina, marker, {"because": "Calm since."}, make.later(began, removed_after))
    if lifted_after is not None:
        restriction_decision.lift(cast.mark, row.fresh(), "It is no longer needed.", make.later(began, lifted_after))
    undecided_until = clock.working_days_after(ends, 5)
    for offset in [*range(1, 400, 13), *range((ends - began.date()).days - 1, (ends - began.date()).days + 9)]:
        now = make.later(began, offset)
        shown = icons(whose, cast.omar, now)
        contact, held = causes(whose, now.date())
        said = [one for one in shown if "precaution is in place" in one]
        ended = [one for one in shown if "to be decided at once" in one]
        assert len(said) == len(held), (now, shown)
        assert bool([one for one in shown if "precaution" not in one]) == contact, (now, shown)
        grave = category in ("violence", "weapon") and removed_after is None
        assert bool(ended) == (grave and ends < now.date() <= undecided_until), (now, shown)


def test_g53_the_icons_stand_beside_each_other_each_in_its_own_words(sqlite_db: Any, cast: Any) -> None:
    row = make.restriction_in_force(cast)
    began = make.later(MONDAY, 20)
    make.live_marker(cast.mina, cast.sol, row.customer, None, began, recipients={"repairs": "they go in"})
    both = icons(row.customer, cast.omar, began)
    assert both == ["A contact arrangement is in place", "A staff-safety precaution is in place: a threat"]
    assert len(icons(row.customer, cast.carla, began)) == 1  # the precaution is not hers to know
