"""What the cases ask after the decision: reminders, reviews, appeals; each by questions, deeds and Today on a day."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from models import Appeal, CustomerRequest, Letter, Restriction, Review
from policy import today
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.appeals import subject as appeal_subject
from policy.core import clock
from policy.core.answers import Refused, answer
from policy.core.validation import Invalid
from policy.correspondence import fairness
from policy.incidents import requests as incident_requests
from policy.restrictions import ending as restriction_ending
from policy.restrictions import letter as restriction_letter
from policy.restrictions import lifecycle, notifications
from policy.reviews import decision as review_decision
from policy.reviews import letters as review_letters
from policy.reviews import opening as review_opening
from policy.reviews import period as review_period
from tests import make
from tests.policy.stage import clear, stands
from tests.replays import stage, steps
from tests.replays.case import Entry
from tests.replays.stage import DAY, Replay, moment, printed, shown

AHEAD, AGAIN = 21, 7  # days before a review: first shown, pressed


def waits(person: Any, day: dt.date, plain: str) -> list[Any]:
    """What needs this person on a day and says these plain words."""
    return [one for one in today.needs(person, moment(day, 10)) if plain in one.plain]


def not_done(deed: Any) -> None:
    with pytest.raises(Refused):
        deed()


# --- Reminders ---


def reminded(entry: Entry, cast: Any) -> Replay:
    """Its owner ahead of the day, pressed again, on the day, then a senior officer each day; then it ends by itself."""
    replay = steps.play(entry.case, cast, entry.step)
    thing = steps.decided(replay)
    assert thing is not None
    if isinstance(thing, Restriction):
        review_is_shown(cast, thing)
        lapses(cast, thing)
    else:
        marker_is_shown(cast, thing)
    return replay


def review_is_shown(cast: Any, row: Restriction) -> None:
    """G39 by the numbers: 21 and 7 days before, on the day, the day after, and every day until it is held."""
    day, words = row.review_on, f"Review restriction {row.reference}"
    seen = {
        days: [len(waits(person, day + days * DAY, words)) for person in (cast.omar, cast.mark, cast.sena)]
        for days in (-AHEAD - 1, -AHEAD, -AGAIN, 0, 1, 30)
    }
    assert seen == {
        -AHEAD - 1: [0, 0, 0],
        -AHEAD: [1, 1, 0],
        -AGAIN: [1, 1, 0],
        0: [1, 1, 0],
        1: [1, 1, 1],
        30: [1, 1, 1],
    }
    pressed = [waits(cast.mark, day + days * DAY, words)[0].pressing for days in (-AGAIN - 1, -AGAIN, 0)]
    assert pressed == [False, True, True]
    (late,) = waits(cast.sena, day + DAY, words)
    assert late.overdue and late.escalated and late.due == day
    a_month_before_the_end = row.ends_on - 30 * DAY
    assert waits(cast.mark, max(a_month_before_the_end, day - AHEAD * DAY), words)


def lapses(cast: Any, row: Restriction) -> None:
    """G40: unreviewed, it binds on its last day and not after; the letter about its end is owed from that day."""
    assert [one.id for one in lifecycle.in_force(row.customer_id, row.ends_on)] == [row.id]
    assert lifecycle.in_force(row.customer_id, row.ends_on + DAY) == []
    after, words = row.ends_on + DAY, f"Write about the end of restriction {row.reference}"
    assert [len(waits(cast.mark, day, words)) for day in (row.ends_on - DAY, row.ends_on, after)] == [0, 1, 1]
    assert [len(waits(cast.sena, day, words)) for day in (row.ends_on, after)] == [0, 1]
    letter = restriction_ending.settle(cast.mark, row, {}, moment(after))
    assert letter is not None and clock.day_words(row.review_on).lower() in printed(letter)
    assert not waits(cast.mark, after, words) and notifications.owed(row, "ends", moment(after))


def marker_is_shown(cast: Any, marker: Any) -> None:
    """The same of a marker: a manager ahead of its day, and gone by itself the day after its end."""
    day, words = marker.review_on, f"Review marker {marker.reference}"
    seen = [len(waits(cast.mark, day + days * DAY, words)) for days in (-AHEAD - 1, -AHEAD, -AGAIN, 0)]
    assert seen == [0, 1, 1, 1]
    pressed = [waits(cast.mark, day + days * DAY, words)[0].pressing for days in (-AGAIN - 1, -AGAIN)]
    assert pressed == [False, True]
    assert [one.id for one in lifecycle.markers(marker.customer_id, marker.ends_on)] == [marker.id]
    assert lifecycle.markers(marker.customer_id, marker.ends_on + DAY) == []
    ended = f"Write to the customer that marker {marker.reference} has ended"
    assert [len(waits(cast.mark, marker.ends_on + days * DAY, ended)) for days in (0, 1)] == [0, 1]


def reminded_each_time(entry: Entry, cast: Any) -> Replay:
    """Each decision has a day of its own: reviewed once, the next is shown again by the same numbers."""
    replay = steps.play(entry.case, cast, entry.step)
    steps.take(replay, entry.step)
    assert replay.restriction
    first = replay.restriction.fresh()
    review_is_shown(cast, first)
    second = steps.hold_review(replay, first.review_on, ends_on=first.ends_on + 90 * DAY)
    assert second.review_on > first.review_on and second.follows_id == first.id
    review_is_shown(cast, second)
    assert not waits(cast.mark, second.review_on, f"Review restriction {first.reference}"[:-2] + "/9")
    lapses(cast, second)
    return replay


def what_was_asked_for_stays_open(entry: Entry, cast: Any) -> Replay:
    """What was asked for keeps its owner and its day, and no marker closes it (1.2, 3.2.6)."""
    replay = steps.play(entry.case, cast, entry.step)
    steps.take(replay, entry.step)
    incident, reported = replay.happened[-1], [one for one in replay.case.steps if one.action == "repair_report"]
    for one in reported:
        wanted = {"request": f"{one.facts} Send two operatives, or at another time.", "request_owner": cast.olive}
        incident_requests.take_request(cast.omar, incident, wanted, moment(entry.step.day))
    replay.supply("who answers for the repairs")
    due_on = {one.due_on for one in CustomerRequest.select()}
    assert len(due_on) == 1 and CustomerRequest.select().count() == len(reported) == 2
    for later in replay.case.steps[replay.case.steps.index(entry.step) + 1 :]:
        if later.action == "marker_set":
            steps.take(replay, later)
    assert replay.marker and lifecycle.markers(replay.customer.id, replay.marker.in_force_from)
    words, day = "Answer the request", due_on.pop()
    assert [len(waits(cast.olive, one, words)) for one in (entry.step.day, day, day + DAY)] == [2, 2, 2]
    assert [one.overdue for one in waits(cast.olive, day + DAY, words)] == [True, True]
    for one in CustomerRequest.select():
        incident_requests.answer_request(cast.olive, one, "Done on Friday.", moment(day))
    assert not waits(cast.olive, day + DAY, words)
    return replay


# --- Reviews ---


def no_ground_any_more(entry: Entry, cast: Any) -> Replay:
    """By the second missed review nothing stands: it ended by itself, and what is proposed is the letter about that."""
    replay = steps.play(entry.case, cast, entry.step)
    row = steps.decided(replay)
    assert isinstance(row, Restriction) and row.ends_on < entry.step.day
    now = moment(entry.step.day)
    assert lifecycle.in_force(row.customer_id, entry.step.day) == []
    stands(review_opening.may_open(cast.omar, row, now), "G40", "ended by itself", alone=True)
    (late,) = waits(cast.sena, entry.step.day, f"Write about the end of restriction {row.reference}")
    assert late.overdue and late.due == row.ends_on
    clear(restriction_ending.may_settle(cast.mark, row, now))
    assert clock.day_words(row.review_on).lower() in shown(restriction_ending.rendered(row, cast.mark, now).html)
    return replay


def review_without_its_parts(entry: Entry, cast: Any) -> Replay:
    """No result without reasons, what it rests on, a new end and the next day."""
    replay = steps.play(entry.case, cast, entry.step)
    review, by = steps.ready_review(replay, entry.step)
    now, kept = moment(entry.step.day), review
    clear(review_decision.may_hold(by, review, now))
    before = Restriction.select().count()
    for left_out, rule, words in (
        ({"reasons": ""}, "G41", "The reasons are not written"),
        ({"evidence": "", "evidence_because": ""}, "G41", "not said what going on rests on"),
        ({"evidence": "new", "cited": []}, "G41", "No incident since the last decision"),
        ({"next_review_on": None}, "G22", "The new end or the next review is missing"),
        ({"ends_on": None}, "G22", "The new end or the next review is missing"),
    ):
        whole = {name: getattr(kept, name) for name in (*left_out, *left_out)}
        review = make.changed_review(cast, review, now, **left_out)
        stands(review_decision.may_hold(by, review, now), rule, words)
        not_done(lambda review=review: review_decision.hold(by, review, now))
        review = make.changed_review(cast, review, now, **whole)
        clear(review_decision.may_hold(by, review, now))
    assert Restriction.select().count() == before
    return replay


def review_without_its_letter(entry: Entry, cast: Any) -> Replay:
    """What goes on goes on with a letter that says until when and how to appeal; cut out, it is not sent (4.7)."""
    replay = steps.play(entry.case, cast, entry.step)
    review, by = steps.ready_review(replay, entry.step)
    now = moment(entry.step.day)
    found = review_period.period(review, now)
    whole = review_letters.rendered(review, by, now, found)
    assert whole is not None
    clear(answer(fairness.complete(whole, "G34")))
    cut = replace(whole, html="".join(one for one in whole.html.split("<p>") if "appeal" not in one))
    stands(answer(fairness.complete(cut, "G34")), "G34", "The letter does not give")
    held = review_decision.hold(by, review, now)
    after = held.successor
    assert after is not None and after.letter_id == held.letter_id
    assert clock.day_words(after.ends_on).lower() in printed(held.letter) and "appeal" in printed(held.letter)
    return replay


def gone_on_with(entry: Entry, cast: Any) -> Replay:
    """With new incidents linked it goes on: a decision of its own, with its own end, day of review and letter."""
    replay = steps.play(entry.case, cast, entry.step)
    row = steps.keep_alive(replay, entry.step.day)
    since = stage.happening(replay, replay.case.before(entry.step)[-1], entry.step.day)
    by = make.senior(cast, "Sibyl Third")
    ends = clock.months_after(entry.step.day, 12)
    told_of = {"evidence": "new", "evidence_because": "", "cited": [since.id], "ends_on": ends}
    review = make.ready_review(cast, row, moment(entry.step.day, 17), by, **told_of)
    clear(review_decision.may_hold(by, review, moment(entry.step.day, 17)))
    after = review_decision.hold(by, review, moment(entry.step.day, 17)).successor
    assert after is not None and after.ends_on == ends and restriction_letter.incidents_of(after) == [since]
    assert [one.id for one in lifecycle.in_force(row.customer_id, entry.step.day)] == [after.id]
    assert lifecycle.begun_on(after) < entry.step.day - 365 * DAY
    return replay


# --- Appeals ---


def clock_from_the_objection(entry: Entry, cast: Any) -> Replay:
    """The time to answer runs from the day they first objected, whatever was made of it; the decider sees that day."""
    replay = steps.play(entry.case, cast, entry.step)
    first = next(step for step in replay.case.before(entry.step) if "object" in step.facts)
    assert replay.appeal and replay.appeal.received_on == first.day < entry.step.day
    appeal_intake.assign(cast.mark, replay.appeal, cast.sena, moment(first.day, 16))
    steps.take(replay, entry.step)
    row = replay.appeal.fresh()
    assert Appeal.select().count() == 1 and len(appeal_subject.grounds_of(row)) == 2
    by = clock.working_days_after(first.day, 10)
    assert (row.answer_by, row.due_on) == (by, by) and by < entry.step.day
    (item,) = waits(cast.sena, entry.step.day, f"Answer appeal {row.reference}")
    assert item.due == by and item.overdue
    assert [one.overdue for one in waits(cast.sena, by, f"Answer appeal {row.reference}")] == [False]
    return replay


def neither_closed_nor_ignored(entry: Entry, cast: Any) -> Replay:
    """A challenge has a clock and a decider who had no part; only an answer, or the customer, ends it."""
    replay = steps.play(entry.case, cast, entry.step)
    steps.take(replay, entry.step)
    row, now = replay.appeal, moment(entry.step.day, 16)
    assert row is not None and row.answer_by == clock.working_days_after(entry.step.day, 10)
    for involved in (cast.mark, cast.omar, cast.carla):
        stands(appeal_intake.may_assign(cast.mina, row, now, involved), "G44", "cannot hear this appeal")
        not_done(lambda involved=involved: appeal_intake.assign(cast.mina, row, involved, now))
    with pytest.raises(Invalid):
        appeal_intake.withdraw(cast.mark, row, {"on": entry.step.day, "words": ""}, now)
    assert not any(name in vars(appeal_intake) for name in ("close", "delete", "dismiss"))
    chosen = f"Choose who hears appeal {row.reference}"
    assert waits(cast.mark, entry.step.day, chosen) and waits(cast.sena, entry.step.day, chosen)
    appeal_intake.assign(cast.mina, row, cast.sena, now)
    late = row.answer_by + 40 * DAY
    assert [one.overdue for one in waits(cast.sena, late, f"Answer appeal {row.reference}")] == [True]
    other = make.senior(cast)
    assert [one.escalated for one in waits(other, late, f"Answer appeal {row.reference}")] == [True]
    stands(appeal_hearing.may_decide(cast.sena, row.fresh(), moment(late)), "G47", "This ground is not answered yet")
    return replay


def taken_at_any_time(entry: Entry, cast: Any) -> Replay:
    """4.7: taken by any way, from anybody who speaks for them, against a restriction or a marker, while it stands."""
    replay = steps.play(entry.case, cast, entry.step)
    thing = steps.decided(replay)
    assert thing is not None
    last_day = thing.ends_on
    assert appeal_subject.still_stands(thing, entry.step.day)
    for day in (entry.step.day, last_day):
        clear(appeal_intake.may_take(cast.carla, thing, moment(day)))
    late = steps.grounds(replay, entry.step) | {"received_on": last_day, "late_because": ""}
    speaker = {"from_whom": "representative", "representative_name": "Rosa Representative"}
    row = make.appeal(cast.carla, thing, moment(last_day), **late | speaker)
    assert (row.answer_by == clock.working_days_after(last_day, 10) and row.deadline is None) or row.deadline < last_day
    stands(appeal_intake.may_assign(cast.mina, row, moment(last_day), cast.mark), "G44", "cannot hear this appeal")
    clear(appeal_intake.may_assign(cast.mina, row, moment(last_day), cast.sena))
    return replay


def discrimination_answered(entry: Entry, cast: Any) -> Replay:
    """An appeal that speaks of discrimination is not answered before the answer speaks of it too (6.1)."""
    replay = steps.play(entry.case, cast, entry.step)
    steps.take(replay, entry.step)
    assert replay.appeal and replay.appeal.discrimination
    now = moment(entry.step.day, 17)
    make.heard(cast, replay.appeal, moment(entry.step.day, 16))
    row = make.answered(replay.appeal, now)
    stands(appeal_hearing.may_decide(cast.sena, row, now), "G47", "complained about unfair treatment", alone=True)
    not_done(lambda: appeal_hearing.decide(cast.sena, row, now))
    assert "equality" in row.bundle["considerations"][-1] or row.bundle["considerations"]
    row = make.answered(row, now, equality="We read what was considered, and found nothing unfair in it.")
    clear(appeal_hearing.may_decide(cast.sena, row, now))
    return replay


def objection_is_an_appeal(entry: Entry, cast: Any) -> Replay:
    """An objection inside another complaint is a challenge of its own: shown as one until it has its own answer."""
    replay = steps.play(entry.case, cast, entry.step)
    wanted = {"request": "An answer to the complaint", "request_owner": cast.olive}
    told_of = wanted | {"protected": "complaint", "channel": "email"}
    complaint = make.incident(cast.carla, replay.customer, moment(entry.step.day, 9), **told_of)
    steps.take(replay, entry.step)
    row = replay.appeal
    assert row is not None and row.answer_by == clock.working_days_after(entry.step.day, 10)
    words = f"Choose who hears appeal {row.reference}"
    assert [len(waits(person, entry.step.day, words)) for person in (cast.mark, cast.mina, cast.sena)] == [1, 1, 1]
    request = CustomerRequest.get(CustomerRequest.incident == complaint)
    incident_requests.answer_request(cast.olive, request, "Answered, the marker too.", moment(entry.step.day, 16))
    assert row.fresh().is_open and waits(cast.mark, entry.step.day + 30 * DAY, words)[0].overdue
    return replay


def confirmed_by_another(entry: Entry, cast: Any) -> Replay:
    """Confirmed by a senior officer who had no part: each ground answered, the letter sent, nothing else moved."""
    replay = steps.play(entry.case, cast, entry.step)
    assert replay.appeal and replay.restriction
    now, before = moment(entry.step.day), replay.restriction.fresh()
    make.heard(cast, replay.appeal, moment(replay.appeal.received_on, 16))
    row = steps.answer_to(replay, entry.step)
    stands(appeal_hearing.may_decide(cast.mark, row, now), "G44", "Only the senior officer who was chosen")
    clear(appeal_hearing.may_decide(cast.sena, row, now))
    letter = appeal_hearing.decide(cast.sena, row, now)
    assert row.fresh().outcome == "stands" and "ombudsman" in printed(letter)
    after = replay.restriction.fresh()
    assert (after.ends_on, after.ended_on) == (before.ends_on, None) and after.in_force_on(entry.step.day)
    assert Letter.select().where(Letter.kind == letter.kind).count() == 1 and not Review.select().count()
    return replay
