"""What waits in staff-safety markers: requests, decisions, reviews, thinking again, letters and tellings owed.

G39, G48, G54, G55, G57. Reads only, a fixed number of them, whoever asks.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from models import Appeal, Customer, Marker, Review, User, Withholding, rows_of
from policy.core import clock, numbers, work_item
from policy.markers import visibility as marker_visibility
from policy.restrictions import lifecycle, notifications

SOON = dt.timedelta(days=3)
LATELY = dt.timedelta(days=92)
SAID = {"begins": " is in place", "changes": " has changed", "ends": " has ended"}


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """Everything about markers that waits for `actor`: a fixed number of reads."""
    if not actor.has("officer", "manager", "safety_lead", "senior_officer"):
        return
    today, values = clock.today(now), numbers.values(now)
    yield from _to_decide(actor)
    standing, over = _recent(today)
    _name([*standing, *over])
    yield from _reviews(actor, standing, today, values)
    yield from _thinking(actor, standing, today)
    yield from _ends(actor, over, today)
    yield from _others(actor, standing, now)


def _item(words: str, marker: Marker, day: dt.date | None, today: dt.date, **more: Any) -> work_item.Item:
    sentence = words.format(marker.reference)
    named, page = f"{sentence}, {marker.customer.name}", {"marker_id": marker.id}
    return replace(work_item.item(named, sentence, "markers.show", page, day, today, **more), kind="markers")


def _name(rows: list[Marker]) -> list[Marker]:
    """The same markers, each with its customer's name: one read."""
    ids = {one.customer_id for one in rows}
    customers = Customer.select(Customer.id, Customer.name).where(Customer.id.in_(ids)) if ids else []
    known = {one.id: one for one in customers}
    for one in rows:
        one.customer = known[one.customer_id]
    return rows


def _to_decide(actor: User) -> Iterator[work_item.Item]:
    if not actor.has("manager", "safety_lead"):
        return
    rest = "WHERE approved_at IS NULL AND declined_at IS NULL ORDER BY id LIMIT ?"
    for one in _name(rows_of(Marker, rest, work_item.EACH_AT_MOST)):
        asked = one.proposed_at is None
        words = "Complete or decline request {} for a staff-safety marker" if asked else "Decide on marker {}"
        if (actor.is_manager and asked) or (actor.has("safety_lead") and not asked and one.proposed_by_id != actor.id):
            sentence = words.format(one.reference)
            named = f"{sentence}, {one.customer.name}"
            yield work_item.Item(named, "markers.show", {"marker_id": one.id}, plain=sentence, kind="markers")


def _recent(today: dt.date) -> tuple[list[Marker], list[Marker]]:
    """Markers that stand (the undecided too), and those that ended without having been settled: one read each."""
    live = "WHERE approved_at IS NOT NULL AND (ended_on IS NULL OR ended_on > ?) AND ends_on >= ?"
    rows = rows_of(
        Marker,
        f"{live} ORDER BY review_on, id LIMIT ?",
        today,
        today - marker_visibility.LONGEST_UNSEEN,
        work_item.EACH_AT_MOST * 4,
    )
    standing = [one for one in rows if one.in_force_on(today) or marker_visibility.is_undecided(one, today)]
    ended = (
        "WHERE approved_at IS NOT NULL AND (ended_on <= ? OR ends_on < ?)"
        " AND NOT EXISTS (SELECT 1 FROM ending WHERE ending.marker_id = marker.id)"
        " AND NOT EXISTS (SELECT 1 FROM marker later WHERE later.follows_id = marker.id"
        " AND later.approved_at IS NOT NULL)"
        " ORDER BY id LIMIT ?"
    )
    over = rows_of(Marker, ended, today, today, work_item.EACH_AT_MOST)
    return standing, [one for one in over if not marker_visibility.is_undecided(one, today)]


def _ended_lately(today: dt.date) -> list[Marker]:
    """Markers that ended in the last months and may still be shown somewhere else, with or without their letter."""
    rest = "WHERE approved_at IS NOT NULL AND ends_on >= ? AND (ended_on <= ? OR ends_on < ?) ORDER BY id DESC LIMIT ?"
    rows = rows_of(Marker, rest, today - LATELY, today, today, work_item.EACH_AT_MOST)
    return [one for one in rows if not marker_visibility.is_undecided(one, today)]


def _reviews(actor: User, rows: list[Marker], today: dt.date, values: Mapping[str, int]) -> Iterator[work_item.Item]:
    """G39, G55: the review is shown ahead of its day; late ones, and grave ones undecided, reach a senior officer."""
    ahead = dt.timedelta(days=values["remind_days"])
    open_ids = _being_reviewed(rows)
    for one in rows:
        if marker_visibility.is_undecided(one, today) and actor.has("manager", "safety_lead", "senior_officer"):
            words = "Decide at once on marker {} about violence: its day has passed"
            yield _item(words, one, one.ends_on, today, escalated=actor.is_senior_officer)
        elif one.review_on is not None and one.review_on - ahead <= today and one.in_force_on(today):
            late = work_item.late_to_senior(actor, one.review_on, today)
            mine = actor.is_manager and one.id not in open_ids  # once it is open, its draft waits to be decided on
            if mine or late:
                press = values["remind_again_days"]
                yield _item(
                    "Review marker {}", one, one.review_on, today, press_days=press, escalated=late and not mine
                )


def _being_reviewed(rows: list[Marker]) -> set[int]:
    ids = [one.id for one in rows]
    query = Review.select(Review.marker).where(
        Review.marker.in_(ids), Review.held_at.is_null(), Review.closed_at.is_null()
    )
    return {row.marker_id for row in query if row.marker_id is not None} if ids else set()


def _thinking(actor: User, rows: list[Marker], today: dt.date) -> Iterator[work_item.Item]:
    """G57: the day on which telling the customer is thought of again."""
    untold = {one.id: one for one in rows if one.letter_id is None and one.in_force_on(today)}
    if not untold:
        return
    newest: dict[int, Withholding] = {}
    for row in Withholding.select().where(Withholding.marker.in_(list(untold))).order_by(Withholding.id):
        if row.marker_id is not None:
            newest[row.marker_id] = row
    for number, row in newest.items():
        if row.think_again_on <= today + SOON and work_item.comes_to(
            actor, row.think_again_on, today, "manager", "safety_lead"
        ):
            words = "Think again about telling the customer of marker {}"
            yield _item(words, untold[number], row.think_again_on, today)


def _ends(actor: User, rows: list[Marker], today: dt.date) -> Iterator[work_item.Item]:
    """G48: a letter is owed for every marker that has ended, but where an appeal's own letter said so."""
    ids = [one.id for one in rows]
    query = Appeal.select(Appeal.marker).where(Appeal.marker.in_(ids), Appeal.letter.is_null(False))
    by_appeal = {one.marker_id for one in query.where(Appeal.outcome == "overturned")} if ids else set()
    for one in rows:
        over = lifecycle.last_day(one)
        day = clock.working_days_after(over, 1) if over else today
        if one.id in by_appeal:
            continue
        if actor.has("officer", "manager") or work_item.late_to_senior(actor, day, today):
            words = "Write to the customer that marker {} has ended"
            yield _item(words, one, day, today)


def _others(actor: User, standing: list[Marker], now: dt.datetime) -> Iterator[work_item.Item]:
    """Whoever has not been told yet that a marker is in place, has changed, or has ended."""
    if not actor.has("officer", "manager"):
        return
    today = clock.today(now)
    over = _name(_ended_lately(today))
    still, past = notifications.Told(standing), notifications.Told(over)
    for occasion, those, known in (("begins", standing, still), ("changes", standing, still), ("ends", over, past)):
        for one in those:
            if left := known.owed(one, occasion, now):
                words = f"Tell {len(left)} that marker {{}}{SAID[occasion]}"
                yield _item(words, one, None, today)
