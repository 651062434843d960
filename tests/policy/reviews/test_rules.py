"""The rules of reviews (P 4.2, 4.3): when one is due, who is asked, what it rests on, who holds it, what it changes."""

import datetime as dt
from typing import Any

import pytest
from peewee import IntegrityError

from models import Ending, Event, Letter, Restriction, Review, User
from policy import measures, today
from policy.considerations import overrides
from policy.core import audit, clock
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.correspondence import deemed_receipt
from policy.customers import customers
from policy.restrictions import decision as restriction_decision
from policy.restrictions import lifecycle
from policy.restrictions import proposal as restriction_proposal
from policy.reviews import decision as review_decision
from policy.reviews import letters as review_letters
from policy.reviews import opening as review_opening
from policy.reviews import period as review_period
from tests import make
from tests.policy.stage import clear, stands

BEGUN = make.later(make.MONDAY, 9)
DAY = dt.timedelta(days=1)


@pytest.fixture
def row(sqlite_db: Any, cast: Any) -> Restriction:
    """In force since BEGUN: letters and e-mails only, for six months."""
    return make.restriction_in_force(cast, now=BEGUN)


def on(day: dt.date, hour: int = 10) -> dt.datetime:
    """A moment of that day."""
    return dt.datetime.combine(day, dt.time(hour), clock.LONDON).astimezone(dt.UTC)


def needs_of(person: User, now: dt.datetime, words: str = "restriction") -> list[Any]:
    return [one for one in today.needs(person, now) if one.kind == "reviews" and words in one.sentence]


# --- G39: when ---


def test_g39_a_review_is_shown_ahead_pressed_due_and_then_overdue_to_a_senior_officer(cast: Any, row: Any) -> None:
    day = row.review_on
    assert not needs_of(cast.mark, on(day - 22 * DAY))
    for who in (cast.omar, cast.mark):
        (item,) = needs_of(who, on(day - 21 * DAY))
        assert (item.due, item.overdue, item.pressing, item.endpoint) == (day, False, False, "reviews.new")
    assert not needs_of(cast.sena, on(day))
    assert [one.pressing for one in needs_of(cast.mark, on(day - 7 * DAY))] == [True]
    for later in (1, 2, 30):
        (item,) = needs_of(cast.sena, on(day + later * DAY))
        assert item.overdue and item.escalated
        assert needs_of(cast.mark, on(day + later * DAY))[0].overdue
    assert not needs_of(cast.carla, on(day)) and not needs_of(cast.dora, on(day + DAY))
    assert row.customer.name not in item.plain and row.reference in item.plain


def test_g39_nothing_moves_the_day_of_a_review_or_takes_it_away(cast: Any, row: Any) -> None:
    page = {"starts_on": row.starts_on, "ends_on": row.ends_on, "review_on": row.review_on + DAY, "incidents": []}
    with pytest.raises(Refused):
        restriction_proposal.change(cast.omar, row, page, BEGUN, row.version)
    review = make.opened_review(cast, row, on(row.review_on))
    assert review.due_on == row.fresh().review_on == row.review_on
    assert not any(name in vars(review_opening) for name in ("delete", "close", "postpone", "move"))
    # A review that is open and never held leaves everything as it was.
    assert needs_of(cast.sena, on(row.review_on + 5 * DAY))[0].values == {"review_id": review.id}


def test_g39_a_review_may_come_early(cast: Any, row: Any) -> None:
    early = review_opening.open_review(cast.omar, row, make.later(BEGUN, 3), make.key())
    assert (early.kind, early.due_on) == ("early", row.review_on)


def test_g39_the_next_review_is_never_past_its_limit(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    review = make.ready_review(cast, row, now)
    ends = review.ends_on
    latest = measures.latest_review(row.review_on, ends, 3)
    assert review.next_review_on <= latest
    late = make.changed_review(cast, review, now, next_review_on=latest + DAY)
    stands(review_decision.may_hold(cast.mina, late, now), "G22", "The next review is too late", alone=True)
    clear(review_decision.may_hold(cast.mina, make.changed_review(cast, late, now, next_review_on=latest), now))


# --- G40: a missed review ---


def test_g40_a_missed_review_extends_nothing(cast: Any, row: Any) -> None:
    review = make.ready_review(cast, row, on(row.review_on))
    last, after = on(row.ends_on), on(row.ends_on + DAY)
    assert lifecycle.in_force(row.customer_id, row.ends_on) == [row]
    assert not lifecycle.in_force(row.customer_id, row.ends_on + DAY)
    make.weighing(cast.mina, row.customer, "review", last)
    make.weighing(cast.mina, row.customer, "review", after)
    refused = review_decision.may_hold(cast.mina, review, after)
    stands(refused, "G40", "ended by itself")
    with pytest.raises(Refused):
        review_decision.hold(cast.mina, review, after)
    assert Restriction.select().count() == 1 and row.fresh().ends_on == row.ends_on
    assert not review_decision.may_hold(cast.mina, review, last).names("G40")
    assert not needs_of(cast.mark, after) and review_period.overtaken(review, row.ends_on + DAY)


def test_g40_what_has_ended_is_neither_opened_asked_about_nor_prepared(cast: Any, row: Any) -> None:
    after = on(row.ends_on + DAY)
    stands(review_opening.may_open(cast.omar, row, after), "G40", "ended by itself", alone=True)
    stands(review_opening.may_ask_to_lift(cast.omar, row, after), "G40", "ended by itself", alone=True)
    review = make.opened_review(cast, row, on(row.review_on))
    restriction_decision.lift(cast.mark, row, "All is well.", on(row.review_on))
    refused = review_opening.may_change(cast.omar, review.fresh(), on(row.review_on))
    stands(refused, "G40", "This restriction ended on", alone=True)
    assert not needs_of(cast.mark, on(row.review_on + DAY))


# --- G41: what it rests on ---


def test_g41_going_on_needs_new_evidence_or_the_reason_why_none_is_needed(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    review = make.ready_review(cast, row, now, evidence="", evidence_because="")
    stands(review_decision.may_hold(cast.mina, review, now), "G41", "not said what going on rests on")
    review = make.changed_review(cast, review, now, evidence="new")
    stands(review_decision.may_hold(cast.mina, review, now), "G41", "No incident since the last decision")
    since = make.incident(cast.carla, row.customer, make.later(BEGUN, 30))
    review = make.changed_review(cast, review, now, cited=[since.id])
    clear(review_decision.may_hold(cast.mina, review, now))
    review = make.changed_review(cast, review, now, evidence="not_needed", evidence_because="It was serious", cited=[])
    clear(review_decision.may_hold(cast.mina, review, now))


def test_g41_only_what_came_after_the_last_decision_is_new(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    before = restrictions_cited(row)
    told_late = make.incident(cast.carla, row.customer, now, happened_on=BEGUN.date() - 2 * DAY)
    same_day = make.incident(cast.carla, row.customer, make.later(BEGUN, 0.2))
    found = review_period.incidents_since(row, now)
    assert found == [same_day]
    review = make.ready_review(cast, row, now, evidence="new", cited=[*before, told_late.id, same_day.id])
    assert review.cited == [same_day.id]


def restrictions_cited(row: Restriction) -> list[int]:
    return [one.incident_id for one in row.cited]


def test_g41_evidence_that_may_not_be_relied_on_is_refused(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    unsure = make.incident(cast.carla, row.customer, make.later(BEGUN, 30), identity="low", identified_by="")
    review = make.ready_review(cast, row, now, evidence="new", cited=[unsure.id])
    stands(review_decision.may_hold(cast.mina, review, now), "G10", "not sure enough")


# --- G42: asking the customer ---


def test_g42_the_customer_is_invited_and_has_time_to_answer(cast: Any, row: Any) -> None:
    begun = on(row.review_on - 20 * DAY)
    review = make.opened_review(cast, row, begun)
    review = make.changed_review(cast, review, begun, **make.going_on(row, begun))
    make.weighing(cast.mina, row.customer, "review", begun)
    stands(review_decision.may_hold(cast.mina, review, begun), "G42", "has not been invited", alone=True)
    letter = review_opening.invite(cast.omar, review, {"help": "We can ring you."}, begun)
    review = review.fresh()
    assert review.comments_by == clock.working_days_after(clock.today(begun), 10)
    assert clock.day_words(review.comments_by) in letter.source.replace("\u00a0", " ")
    stands(review_decision.may_hold(cast.mina, review, begun), "G42", "has not answered yet", alone=True)
    later = on(review.comments_by + DAY)
    make.weighing(cast.mina, row.customer, "review", later)
    clear(review_decision.may_hold(cast.mina, review, later))


def test_g42_an_answer_by_any_way_ends_the_waiting_and_is_answered_in_the_letter(cast: Any, row: Any) -> None:
    now = on(row.review_on - 20 * DAY)
    review = make.opened_review(cast, row, now)
    review = make.changed_review(cast, review, now, **make.going_on(row, now))
    review_opening.invite(cast.omar, review, {}, now)
    make.weighing(cast.mina, row.customer, "review", now)
    said = {"from_whom": "customer", "channel": "telephone", "on": clock.today(now), "words": "It is unfair."}
    one = review_opening.add_comment(cast.omar, review, said, now)  # by telephone, which the restriction does not allow
    assert review_opening.add_comment(cast.omar, review, said, now) == one, "the same form sent twice is one comment"
    review = review.fresh()
    stands(review_decision.may_hold(cast.mina, review, now), "G42", "does not answer what they told us", alone=True)
    review = make.changed_review(cast, review, now, answer="We see why it feels so.")
    clear(review_decision.may_hold(cast.mina, review, now))


def test_g42_a_support_workers_word_is_not_the_customers(cast: Any, row: Any) -> None:
    now = on(row.review_on - 20 * DAY)
    review = make.opened_review(cast, row, now)
    review = make.changed_review(cast, review, now, **make.going_on(row, now), answer="Thank you.")
    make.weighing(cast.mina, row.customer, "review", now)
    said = {"from_whom": "support_worker", "channel": "email", "on": clock.today(now), "words": "It works."}
    review_opening.add_comment(cast.omar, review, said, now)
    stands(review_decision.may_hold(cast.mina, review, now), "G42", "has not been invited", alone=True)


def test_g42_may_be_set_aside_by_a_senior_officer_who_did_not_prepare_it(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    review = make.opened_review(cast, row, now)
    review = make.changed_review(cast, review, now, **make.going_on(row, now))
    make.weighing(cast.mina, row.customer, "review", now)
    assert not overrides.may_override(cast.mina, review, "G42", now)
    overrides.override(cast.sena, review, "G42", "They asked us not to write.", now)
    clear(review_decision.may_hold(cast.mina, review, now))


def test_g33_an_invitation_goes_out_in_their_format(cast: Any, row: Any) -> None:
    now = on(row.review_on - 20 * DAY)
    told = {"name": "Robin Example", "reference": "OT1", "kind": "tenant", "address": "1 Old Row"}
    told["letter_format"] = "braille"
    customers.edit(cast.omar, row.customer, told, now, row.customer.version)
    review = make.opened_review(cast, row.fresh(), now)
    with pytest.raises(Refused) as refused:
        review_opening.invite(cast.omar, review, {}, now)
    assert {one.rule for one in refused.value.reasons} == {"G33"}
    assert Letter.select().where(Letter.kind == "reviews/invitation").count() == 0
    review_opening.invite(cast.omar, review, {"arranged": "Read out by Olive on Friday"}, now)
    with pytest.raises(Refused):
        review_opening.invite(cast.omar, review, {"arranged": "Again"}, now)


# --- G43: by whom ---


def test_g43_at_least_every_second_review_is_somebody_elses(cast: Any, row: Any) -> None:
    """Mark authorised it: he may hold the first review, but not the next one too."""
    now = on(row.review_on)
    first = make.held_review(cast, row, now, by=cast.mark)
    second = first.successor
    assert second.reference == f"{row.reference}/2" and second.authorised_by == cast.mark
    then = on(second.review_on)
    review = make.ready_review(cast, second, then, by=cast.mark)
    stands(review_decision.may_hold(cast.mark, review, then), "G43", "You decided on this before", alone=True)
    make.weighing(cast.mina, row.customer, "review", then)
    clear(review_decision.may_hold(cast.mina, review, then))
    overrides.override(cast.sena, review, "G43", "There is nobody else this month.", then)
    clear(review_decision.may_hold(cast.mark, review, then))


def test_g43_after_somebody_new_the_first_decider_may_hold_one_again(cast: Any, row: Any) -> None:
    first = make.held_review(cast, row, on(row.review_on), by=cast.mina)
    then = on(first.successor.review_on)
    review = make.ready_review(cast, first.successor, then, by=cast.mark)
    clear(review_decision.may_hold(cast.mark, review, then))


# --- G49: asked to end it ---


def test_g49_a_request_to_end_a_restriction_is_answered_in_the_time_of_an_appeal(cast: Any, row: Any) -> None:
    now = make.later(BEGUN, 7)
    told = {"asked_on": clock.today(now), "asked_by": "customer", "asked_channel": "telephone", "asked_words": "End it"}
    review = review_opening.ask_to_lift(cast.omar, row, told, now, "once")
    assert review_opening.ask_to_lift(cast.omar, row, told, now, "once") == review
    assert review.kind == "asked" and review.due_on == clock.working_days_after(clock.today(now), 10)
    (item,) = needs_of(cast.mark, now)
    assert "Answer the request to end restriction" in item.sentence and item.due == review.due_on
    assert needs_of(cast.sena, on(review.due_on + DAY))[0].escalated
    stands_state(review_opening.may_ask_to_lift(cast.omar, row, now), "They asked already")
    review = make.changed_review(cast, review, now, **make.going_on(row, now), answer="We looked at it at once.")
    make.weighing(cast.mina, row.customer, "review", now)
    clear(review_decision.may_hold(cast.mina, review, now))  # G42: who asks has said what they think
    review_decision.hold(cast.mina, review, now)
    assert not needs_of(cast.mark, now)


def stands_state(answer: Any, words: str) -> None:
    assert any(words in one.sentence for one in answer.reasons), answer.reasons


def test_g49_a_request_turns_a_review_that_is_open_into_its_answer(cast: Any, row: Any) -> None:
    review = make.opened_review(cast, row, make.later(BEGUN, 3))
    now = make.later(BEGUN, 4)
    told = {"asked_on": clock.today(now), "asked_by": "representative", "asked_channel": "visit", "asked_words": "Stop"}
    asked = review_opening.ask_to_lift(cast.olive, row, told, now, make.key())
    assert asked == review and asked.kind == "asked" and asked.due_on < row.review_on
    assert Review.select().count() == 1


@pytest.mark.parametrize("wrong", ["asked_words", "asked_by", "asked_channel", "asked_on"])
def test_g49_a_request_says_who_asked_how_when_and_what(cast: Any, row: Any, wrong: str) -> None:
    now = make.later(BEGUN, 7)
    told: dict[str, Any] = {"asked_by": "customer", "asked_channel": "letter", "asked_words": "End it"}
    told |= {"asked_on": clock.today(now)} | {wrong: None}
    with pytest.raises(Invalid) as invalid:
        review_opening.ask_to_lift(cast.omar, row, told, now, make.key())
    assert list(invalid.value.errors) == [wrong]


# --- The decision ---


def test_p42_a_review_that_goes_on_adds_a_decision_of_its_own(db: Any, cast: Any) -> None:
    row = make.restriction_in_force(cast, now=BEGUN)
    now = on(row.review_on)
    since = make.incident(cast.carla, row.customer, make.later(BEGUN, 30))
    review = make.held_review(cast, row, now, evidence="new", cited=[since.id])
    row, after = row.fresh(), review.successor
    assert (row.ended_on, after.in_force_from, after.part) == (clock.today(now), clock.today(now), 2)
    assert (after.ends_on, after.review_on) == (review.ends_on, review.next_review_on)
    assert after.consideration == review.consideration and after.letter == review.letter == letter_of(review)
    assert lifecycle.in_force(row.customer_id, clock.today(now)) == [after]
    assert [one.channels for one in measures.terms_of(after)] == [["letter", "email"]]
    assert restrictions_cited(after) == [since.id]
    assert review.letter.kind == "reviews/continued" and since.reference in review.letter.source
    assert not Ending.select().exists() and list(audit.verify()) == []
    event = Event.get(Event.name == "review_held")
    assert (event.facts["outcome"], event.facts["successor"]) == ("continued", after.id)
    with pytest.raises(Refused):
        review_decision.hold(cast.mina, review, now)


def letter_of(review: Review) -> Letter:
    return Letter.get(Letter.kind.startswith("reviews/") & (Letter.id == review.letter_id))


def test_g48_a_review_that_ends_it_ends_it_today_and_its_letter_tells_the_customer(cast: Any, row: Any) -> None:
    now = make.later(BEGUN, 20)
    review = make.opened_review(cast, row, now)
    review = make.changed_review(
        cast, review, now, outcome="lifted", reasons="Every letter since was civil. Thank you."
    )
    for who in (cast.omar, cast.carla):
        assert review_decision.may_hold(who, review, now).names("G15")
    clear(review_decision.may_hold(cast.mark, review, now))  # nobody need be asked before something ends
    review_decision.hold(cast.mark, review, now)
    row, review = row.fresh(), review.fresh()
    assert row.ended_on == clock.today(now) and not lifecycle.in_force(row.customer_id, clock.today(now))
    ending = Ending.get()
    assert (ending.restriction, ending.letter) == (row, review.letter)
    said = review.letter.source.replace("\u00a0", " ")
    assert "You can contact us in any way again" in said and "no longer shows" in said


def test_g48_where_another_arrangement_stands_the_letter_does_not_say_that_all_is_as_usual(cast: Any, row: Any) -> None:
    now = make.later(BEGUN, 20)
    calls = {"telephone_times": {"slots": [{"days": [1], "from": "10:00", "until": "12:00"}]}}
    make.restriction_in_force(cast, row.customer, make.later(BEGUN, 12), terms=calls)
    review = make.opened_review(cast, row, now)
    review = make.changed_review(cast, review, now, outcome="lifted", reasons="Every letter was civil. Thank you.")
    said = review_decision.hold(cast.mark, review, now).letter.source
    assert "Another arrangement" in said and "still shows" in said and "no longer shows" not in said


def test_p42_a_review_that_eases_it_prints_old_and_new(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    review = make.ready_review(cast, row, now, outcome="varied")
    draft = review_letters.draft_of(row)
    assert draft is not None and draft.reference.endswith("/2")
    stands(review_decision.may_hold(cast.mina, review, now), "G34", "side by side", alone=True)
    wider = {"channels": ["letter", "email", "telephone"]}
    restriction_proposal.set_term(cast.omar, draft, "channels", wider, now, draft.version)
    clear(review_decision.may_hold(cast.mina, review, now))
    review = review_decision.hold(cast.mina, review, now)
    assert review.successor == draft and draft.fresh().in_force_on(clock.today(now))
    said = review.letter.source.replace("\u00a0", " ")
    assert "**Until now:** You contact us by letters and e-mails" in said
    assert "**From now on:** You contact us by letters, e-mails and telephone calls" in said


@pytest.mark.parametrize(
    ("kind", "detail", "rule", "words"),
    [
        ("channels", {"channels": ["letter"]}, "G6", "less open"),
        ("access", {"place": "our office", "instead": "ring us"}, "G1", "stricter"),
        ("telephone_times", {"slots": [{"days": [0], "from": "10:00", "until": "11:00"}]}, "G6", "more measures"),
    ],
)
def test_g6_g1_a_review_makes_nothing_stricter(
    cast: Any, row: Any, kind: str, detail: dict[str, Any], rule: str, words: str
) -> None:
    now = on(row.review_on)
    review = make.ready_review(cast, row, now, outcome="varied")
    draft = review_letters.draft_of(row)
    assert draft is not None
    restriction_proposal.set_term(cast.omar, draft, kind, detail, now, draft.version)
    stands(review_decision.may_hold(cast.mina, review, now), rule, words)


def test_a_draft_that_is_not_needed_after_all_is_put_aside(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    review = make.ready_review(cast, row, now, outcome="varied")
    draft = review_letters.draft_of(row)
    assert draft is not None
    review = make.changed_review(cast, review, now, outcome="continued")
    review = review_decision.hold(cast.mina, review, now)
    assert (
        review.successor != draft and draft.fresh().declined_because == f"Review {review.reference} decided otherwise."
    )
    assert not restriction_decision.may_authorise(cast.mark, draft, now)


def test_g22_beyond_the_longest_time_only_a_senior_officer_goes_on(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    ends = clock.months_after(row.in_force_from, 12)
    following = measures.latest_review(row.review_on, ends, 3)
    review = make.ready_review(cast, row, now, ends_on=ends, next_review_on=following)
    clear(review_decision.may_hold(cast.mina, review, now))
    review = make.changed_review(cast, review, now, ends_on=ends + DAY)
    stands(review_decision.may_hold(cast.mina, review, now), "G22", "only a senior officer", alone=True)
    make.weighing(cast.sena, row.customer, "review", now)
    clear(review_decision.may_hold(cast.sena, review, now))
    too_long = clock.months_after(clock.today(now), 12) + DAY
    review = make.changed_review(cast, review, now, ends_on=too_long)
    stands(review_decision.may_hold(cast.sena, review, now), "G22", "at most 12 months at a time", alone=True)


def test_g7_whoever_decides_a_review_weighs_it_that_day(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    review = make.ready_review(cast, row, now)
    tomorrow = make.later(now, 1)
    assert review_decision.may_hold(cast.mina, review, tomorrow).names("G7")
    assert review_decision.may_hold(cast.mark, review, now).names("G7")
    clear(review_decision.may_hold(cast.mina, review, now))


def test_g20_what_was_learnt_of_their_needs_since_stops_going_on_as_it_is(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    review = make.ready_review(cast, row, now)
    customers.add_need(cast.omar, row.customer, "cannot_write", "", now)
    customers.add_need(cast.omar, row.customer, "no_internet", "", now)
    answer = review_decision.may_hold(cast.mina, review, now)
    assert answer.names("G20"), answer.reasons
    assert [one.kind for one in review_period.period(review, now).new_needs] == ["cannot_write", "no_internet"]


def test_what_was_typed_on_a_stale_page_is_refused_and_nothing_is_lost(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    review = make.opened_review(cast, row, now)
    review_opening.change(cast.omar, review, {"reasons": "First words"}, now, 0)
    with pytest.raises(Refused) as refused:
        review_opening.change(cast.olive, review, {"reasons": "Other words"}, now, 0)
    assert [one.rule for one in refused.value.reasons] == ["stale"]
    assert review.fresh().reasons == "First words"


def test_a_held_review_has_reasons_in_the_database_too(cast: Any, row: Any) -> None:
    review = make.opened_review(cast, row, BEGUN)
    review.held_by, review.held_at, review.outcome = cast.mark, BEGUN, "lifted"
    with pytest.raises(IntegrityError):
        review.save()


def test_a_review_looks_at_both_sides_since_the_last_decision(cast: Any, row: Any) -> None:
    now = on(row.review_on)
    first = make.held_review(cast, row, now)
    then = make.later(now, 10)
    found = review_period.period(make.opened_review(cast, first.successor, then), then)
    assert (found.since, found.until, found.begun_on) == (clock.today(now), clock.today(then), row.in_force_from)
    assert found.earlier == [first] and found.reasons_then == make.RESTRICTION_PASSAGES["reasons"]
    assert [one.id for one in found.cited_then] == restrictions_cited(row)
    assert deemed_receipt.standing(first.letter) is None


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (dt.date(2026, 3, 11), "0 days"),
        (dt.date(2026, 4, 10), "30 days"),
        (dt.date(2026, 4, 11), "1 month"),
        (dt.date(2027, 3, 12), "12 months and 1 day"),
    ],
)
def test_how_long_it_has_run_in_words(until: dt.date, words: str) -> None:
    assert review_period.time_words(dt.date(2026, 3, 11), until) == words
