"""The rules of an appeal (P 4.7): who hears it, how it comes in, its time, the file kept as it was, what follows."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peewee import IntegrityError

from models import Appeal, Ending, Event, Override, Restriction, writing
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.appeals import subject as appeal_subject
from policy.considerations import overrides
from policy.core import audit, clock, numbers
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.correspondence import delivery as letter_delivery
from policy.restrictions import decision as restriction_decision
from policy.restrictions import independence, lifecycle
from policy.restrictions import proposal as restriction_proposal
from tests import make
from tests.policy.stage import clear, stands

BEGINS = make.later(make.MONDAY, 9)  # the day make.restriction_in_force issues the letter on
NEXT = make.later(BEGINS, 1)
DAY = dt.timedelta(days=1)


@pytest.fixture
def row(sqlite_db: Any, cast: Any) -> Restriction:
    return make.restriction_in_force(cast)


def hearer(appeal: Appeal, who: Any) -> str:
    """Why this person may not hear it; "-" where they are not on the list at all."""
    return next((one.why_not for one in appeal_subject.hearers(appeal) if one.user == who), "-")


def ready(cast: Any, row: Restriction, now: dt.datetime = NEXT, **told: Any) -> Appeal:
    """An appeal that Sena may decide now."""
    return make.answered(make.heard(cast, make.appeal(cast.carla, row, now), now), now, **told)


# --- G44 ---


def test_g44_whoever_had_a_part_cannot_hear_it(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    seen = make.incident(cast.carla, whose, make.MONDAY, staff=[(cast.sena, "witness")])
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [seen], make.MONDAY)
    make.served(cast.omar, warning.letter, make.MONDAY)
    again = make.incident(cast.carla, whose, BEGINS)
    row = make.authorised(cast.mark, make.proposal(cast.omar, whose, warning, [again], BEGINS), BEGINS)
    restriction_decision.issue(cast.mark, row, BEGINS)
    appeal = make.appeal(cast.carla, row.fresh(), NEXT)
    assert hearer(appeal, cast.sena) == "was a witness of the behaviour"
    assert hearer(appeal, cast.mark) == hearer(appeal, cast.omar) == "-"  # no senior officers
    stands(
        appeal_intake.may_assign(cast.mina, appeal, NEXT, cast.sena),
        "G44",
        "was a witness of the behaviour",
        alone=True,
    )
    for who in (cast.mark, cast.mina, cast.carla):
        stands(appeal_intake.may_assign(cast.mina, appeal, NEXT, who), "G44", "cannot hear this appeal")
    with pytest.raises(Refused):
        appeal_intake.assign(cast.mina, appeal, cast.sena, NEXT)
    other = make.senior(cast)
    assert hearer(appeal, other) == ""
    assert appeal_intake.assign(cast.mina, appeal, other, NEXT).decider == other


def test_g44_setting_a_rule_aside_is_a_part_in_it(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose)])
    overrides.override(cast.sena, draft, "G14", "Nobody else was here.", make.MONDAY)
    assert Override.select().count() == 1
    make.weighing(cast.mark, whose, "warning")
    from policy.warnings import warnings

    warnings.issue(cast.mark, draft, make.MONDAY)
    appeal = make.appeal(cast.carla, draft.fresh(), NEXT)
    assert "set a rule aside in it" in hearer(appeal, cast.sena)


def test_g44_it_is_asked_again_when_it_is_decided(row: Restriction, cast: Any) -> None:
    appeal = ready(cast, row)
    clear(appeal_hearing.may_decide(cast.sena, appeal, NEXT))
    late = make.later(NEXT, 0.1)
    make_part = restriction_decision.lift
    make_part(cast.mina, row, "No longer needed.", late)  # somebody else's part changes nothing
    clear(appeal_hearing.may_decide(cast.sena, appeal, late))
    with writing():
        restriction = row.fresh()
        restriction.authorised_by = cast.sena
        restriction.save()
    stands(appeal_hearing.may_decide(cast.sena, appeal, late), "G44", "authorised it")
    with pytest.raises(Refused):
        appeal_hearing.decide(cast.sena, appeal, late)
    assert appeal.fresh().is_open


def test_g44_only_the_person_chosen_decides(row: Restriction, cast: Any) -> None:
    appeal = ready(cast, row)
    other = make.senior(cast)
    for who in (other, cast.mina, cast.omar, cast.mark):
        stands(appeal_hearing.may_decide(who, appeal, NEXT), "G44", "Only the senior officer who was chosen")
        stands(appeal_hearing.may_change(who, appeal, NEXT), "G44", "Only the senior officer who was chosen")
    with pytest.raises(IntegrityError), writing():
        appeal.decided_at, appeal.decided_by = NEXT, other
        appeal.save()


def test_g44_writing_the_milder_draft_makes_nobody_involved(row: Restriction, cast: Any) -> None:
    appeal = ready(cast, row, outcome="varied", found="partly")
    draft = appeal.successor
    restriction_proposal.set_term(
        cast.sena, draft, "channels", {"channels": ["letter", "email", "telephone"]}, NEXT, draft.version
    )
    clear(appeal_hearing.may_decide(cast.sena, appeal, NEXT))


DEEDS = ("author", "reader", "manager", "target", "witness", "weigher", "lifter", "nothing")


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(st.sampled_from(DEEDS), min_size=3, max_size=3), data=st.data())
def test_g44_nobody_with_a_part_can_ever_be_the_decider(sqlite_db: Any, cast: Any, parts: list[str], data: Any) -> None:
    """Three people of every role, each with some part in a random history: only those without one may hear it."""
    from models import User

    people = list(User.select().where(User.name.endswith("Random")).order_by(User.id))
    if not people:
        people = [make.senior(cast, f"Person{letter} Random") for letter in "abc"]
        with writing():
            roles = ["senior_officer", "manager", "officer"]
            User.update(roles=roles).where(User.id.in_([one.id for one in people])).execute()
        people = [User.get_by_id(one.id) for one in people]
    by = {part: [one for one, own in zip(people, parts, strict=True) if own == part] for part in DEEDS}
    first = [(one, part) for part in ("target", "witness") for one in by[part]]
    whose = make.customer(cast.omar)
    author, reader = (by["author"] or [cast.omar])[0], (by["reader"] or [cast.olive])[0]
    manager = (by["manager"] or [cast.mark])[0]
    seen = make.incident(cast.carla, whose, make.MONDAY, staff=first)
    warning = make.issued_warning(author, reader, manager, whose, [seen], make.MONDAY)
    make.served(cast.olive, warning.letter, make.MONDAY)
    for one in by["weigher"]:
        make.weighing(one, whose, "warning", NEXT)  # a weighing that no decision rests on is no part in one
    appeal = make.appeal(cast.carla, warning, make.later(NEXT, 1))
    found = independence.in_appealed(appeal)
    for one in User.select():
        why_not = appeal_subject.against_hearing(one, appeal)
        assert bool(why_not) == (one.id in found or not one.is_senior_officer)
        asked = appeal_intake.may_assign(cast.mina, appeal, NEXT, one)
        assert bool(asked) is not bool(why_not)
    for part in ("target", "witness"):
        assert all(appeal_subject.against_hearing(one, appeal) for one in by[part])
    for part, who in (("author", author), ("reader", reader), ("manager", manager)):
        assert appeal_subject.against_hearing(who, appeal), part
    tried = data.draw(st.sampled_from(people))
    if tried.id in found:
        with pytest.raises(Refused):
            appeal_intake.assign(cast.mina, appeal, tried, NEXT)
        assert appeal.fresh().decider is None


# --- G45 ---


@pytest.mark.parametrize("channel", ["telephone", "social_public", "third_party"])
def test_g45_it_comes_in_by_any_way_the_closed_ones_too(row: Restriction, cast: Any, channel: str) -> None:
    for who in (cast.carla, cast.omar, cast.mina, cast.sena, cast.sol):
        clear(appeal_intake.may_take(who, row, NEXT))
    assert make.appeal(cast.carla, row, NEXT, channel=channel).channel == channel
    stands_role = appeal_intake.may_take(cast.ada, row, NEXT).reasons
    assert [one.rule for one in stands_role] == ["role", "state"]


def test_g45_a_representative_may_appeal_recorded_or_named_now(row: Restriction, cast: Any) -> None:
    with pytest.raises(Invalid) as invalid:
        make.appeal(cast.carla, row, NEXT, from_whom="representative")
    assert "representative_name" in invalid.value.errors
    from policy.customers import customers

    told = {"name": "Yusuf Example", "relationship": "brother"}
    known = customers.add_representative(cast.omar, row.customer, told, NEXT)
    appeal = make.appeal(cast.carla, row, NEXT, from_whom="representative", representative=known)
    assert appeal.representative == known and appeal.bundle["appeal"]["from"] == "Yusuf Example"
    letter = appeal_intake.acknowledge(cast.omar, make_heard(cast, appeal), {}, NEXT)
    assert "through Yusuf Example" in letter.html


def make_heard(cast: Any, appeal: Appeal) -> Appeal:
    return appeal_intake.assign(cast.mina, appeal, cast.sena, NEXT)


def test_g45_the_extreme_route_and_a_proposal_differ(row: Restriction, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose)])
    assert [one.rule for one in appeal_intake.may_take(cast.carla, draft, NEXT).reasons] == ["state"]


def test_one_appeal_for_a_decision_then_the_ombudsman(row: Restriction, cast: Any) -> None:
    appeal = ready(cast, row)
    assert "is being looked at" in appeal_intake.may_take(cast.carla, row, NEXT).reasons[0].sentence
    appeal_hearing.decide(cast.sena, appeal, NEXT)
    assert "was heard on appeal already" in appeal_intake.may_take(cast.carla, row, NEXT).reasons[0].sentence


def test_a_withdrawn_appeal_may_come_again(row: Restriction, cast: Any) -> None:
    appeal = make.appeal(cast.carla, row, NEXT)
    with pytest.raises(Invalid):
        appeal_intake.withdraw(cast.omar, appeal, {"on": NEXT.date(), "words": ""}, NEXT)
    appeal_intake.withdraw(cast.omar, appeal, {"on": NEXT.date(), "words": "Leave it."}, NEXT)
    clear(appeal_intake.may_take(cast.carla, row, NEXT))
    assert list(appeal_intake.needs(cast.sena, NEXT)) == []


# --- G46 ---


@pytest.mark.parametrize(("days", "in_time"), [(-1, True), (0, True), (1, False)])
def test_g46_the_time_runs_from_receipt(row: Restriction, cast: Any, days: int, in_time: bool) -> None:
    last = clock.working_days_after(BEGINS.date(), numbers.value("appeal_days", BEGINS))
    assert appeal_subject.deadline(row, NEXT) == last
    now = dt.datetime.combine(last + days * DAY, dt.time(12), dt.UTC)
    appeal = make.appeal(cast.carla, row, now)
    assert (appeal.received_on <= appeal.deadline) is in_time  # while it stands it is heard either way


def test_g46_no_time_runs_while_the_letter_is_not_received(row: Restriction, cast: Any) -> None:
    letter_delivery.record_delivery(cast.omar, row.letter, {"outcome": "posted", "on": BEGINS.date()}, BEGINS)
    told = {"outcome": "returned", "on": NEXT.date(), "words": "Gone away"}
    letter_delivery.record_delivery(cast.omar, row.letter, told, NEXT)
    assert appeal_subject.deadline(row, NEXT) is None
    assert make.appeal(cast.carla, row, make.later(NEXT, 90)).deadline is None


def test_g46_when_it_has_ended_a_late_appeal_needs_a_reason(row: Restriction, cast: Any) -> None:
    restriction_decision.lift(cast.mina, row, "No longer needed.", make.later(NEXT, 20))
    now = make.later(NEXT, 60)
    with pytest.raises(Invalid) as invalid:
        make.appeal(cast.carla, row, now)
    assert set(invalid.value.errors) == {"late_because"}
    assert make.appeal(cast.carla, row, now, late_because="I was in hospital.").late_because == "I was in hospital."


def test_g46_the_answer_runs_from_the_first_objection_not_from_typing(row: Restriction, cast: Any) -> None:
    now = make.later(NEXT, 6)
    appeal = make.appeal(cast.carla, row, now, received_on=NEXT.date())
    days = numbers.value("appeal_answer_days", now)
    assert appeal.answer_by == clock.working_days_after(NEXT.date(), days)
    assert appeal_subject.acknowledge_by(appeal) == clock.working_days_after(NEXT.date(), 3)


def test_g46_more_time_once_and_never_without_its_letter(db: Any, cast: Any) -> None:
    row = make.restriction_in_force(cast)
    appeal = make.heard(cast, make.appeal(cast.carla, row, NEXT), NEXT)
    with pytest.raises(IntegrityError), writing():
        appeal.extended_to = appeal.answer_by + DAY
        appeal.save()
    appeal = appeal.fresh()
    letter = appeal_intake.extend(cast.sena, appeal, {"reason": "The recording has not come yet."}, NEXT)
    appeal = appeal.fresh()
    assert appeal.extension == letter and clock.day_words(appeal.extended_to) in letter.source.replace("\u00a0", " ")
    assert appeal.extended_to == clock.working_days_after(appeal.answer_by, 10) == appeal.due_on
    stands(appeal_intake.may_extend(cast.sena, appeal, NEXT), "G46", "More time was taken once already", alone=True)


def test_g46_no_more_time_once_the_day_has_passed(row: Restriction, cast: Any) -> None:
    appeal = make.heard(cast, make.appeal(cast.carla, row, NEXT), NEXT)
    on_the_day = dt.datetime.combine(appeal.answer_by, dt.time(12), dt.UTC)
    clear(appeal_intake.may_extend(cast.sena, appeal, on_the_day))
    stands(appeal_intake.may_extend(cast.sena, appeal, on_the_day + DAY), "G46", "ran out", alone=True)


def test_g46_a_late_answer_reaches_every_senior_officer(row: Restriction, cast: Any) -> None:
    other = make.senior(cast)
    appeal = make.appeal(cast.carla, row, NEXT)
    assert [one.plain for one in appeal_intake.needs(cast.mina, NEXT)] == [
        f"Choose who hears appeal {appeal.reference}"
    ]
    assert list(appeal_intake.needs(cast.carla, NEXT)) == []
    appeal = make.heard(cast, appeal, NEXT)
    last = dt.datetime.combine(appeal.answer_by, dt.time(12), dt.UTC)
    assert [one.overdue for one in appeal_intake.needs(cast.sena, last)] == [False]
    assert list(appeal_intake.needs(other, last)) == []
    (late,) = appeal_intake.needs(other, last + DAY)
    assert late.overdue and late.escalated and row.customer.name not in late.plain


# --- G47 ---


def test_g47_the_file_is_frozen_as_it_was(db: Any, cast: Any) -> None:
    row = make.restriction_in_force(cast)
    appeal = make.appeal(cast.carla, row, NEXT)
    kept = appeal.fresh().bundle
    assert [one["reference"] for one in kept["decisions"]] == [row.warning.reference, row.reference]
    assert len(kept["incidents"]) == 2 and kept["incidents"][0]["exact_words"] == "You are a useless idiot"
    assert [one["sha256"] for one in kept["letters"]] == [row.warning.letter.sha256, row.letter.sha256]
    assert kept["letters"][1]["deliveries"][0]["received_on"] == BEGINS.date().isoformat()
    assert [one["purpose"] for one in kept["considerations"]] == ["warning", "restriction"]
    make.incident(cast.carla, row.customer, NEXT)
    restriction_decision.lift(cast.mina, row, "Enough.", NEXT)
    assert appeal.fresh().bundle == kept
    event = Event.get(Event.name == "appeal_taken")
    assert event.facts["bundle_digest"] == appeal.bundle_sha256 == audit.bundle_digest(appeal.fresh().bundle)
    assert list(audit.verify()) == []
    with writing():
        appeal = appeal.fresh()
        appeal.bundle = kept | {"incidents": []}
        appeal.save()
    assert [one for one in audit.verify() if "appeal" in one]


def test_g47_each_ground_is_answered(row: Restriction, cast: Any) -> None:
    appeal = ready(cast, row)
    first, second = appeal_subject.grounds_of(appeal)
    for found, words in (("", "x"), ("upheld", ""), ("upheld", "  ")):
        told = {"outcome": "stands", "reasons": "Read.", "answers": {second.id: (found, words)}}
        appeal = appeal_hearing.change(cast.sena, appeal, told, NEXT, appeal.version)
        stands(
            appeal_hearing.may_decide(cast.sena, appeal, NEXT), "G47", "This ground is not answered yet: how we decided"
        )
    told = {"outcome": "stands", "reasons": "Read.", "answers": {second.id: ("partly", "We should have asked.")}}
    clear(
        appeal_hearing.may_decide(cast.sena, appeal_hearing.change(cast.sena, appeal, told, NEXT, appeal.version), NEXT)
    )


@pytest.mark.parametrize(("flag", "passage"), [("discrimination", "equality"), ("data_complaint", "data")])
def test_g47_what_else_they_complained_of_is_answered_too(row: Restriction, cast: Any, flag: str, passage: str) -> None:
    appeal = make.heard(cast, make.appeal(cast.carla, row, NEXT, **{flag: True}), NEXT)
    words = {"discrimination": "treated unfairly", "data_complaint": "how we use your information"}
    assert words[flag] in appeal.acknowledgement.html
    appeal = make.answered(appeal, NEXT)
    stands(appeal_hearing.may_decide(cast.sena, appeal, NEXT), "G47", "the answer does not speak of it", alone=True)
    told = {"outcome": "stands", "reasons": "Read.", passage: "We looked at it."}
    clear(
        appeal_hearing.may_decide(cast.sena, appeal_hearing.change(cast.sena, appeal, told, NEXT, appeal.version), NEXT)
    )


def test_g47_nothing_falls_where_no_ground_is_right(row: Restriction, cast: Any) -> None:
    appeal = ready(cast, row, outcome="overturned")
    stands(appeal_hearing.may_decide(cast.sena, appeal, NEXT), "G47", "No ground is found right", alone=True)


def test_g07_the_decider_weighs_it_on_the_day(row: Restriction, cast: Any) -> None:
    appeal = ready(cast, row)
    stands(appeal_hearing.may_decide(cast.sena, appeal, make.later(NEXT, 1)), "G7", "not yet recorded today")


def test_grounds_are_added_until_it_is_acknowledged(row: Restriction, cast: Any) -> None:
    appeal = make.appeal(cast.carla, row, NEXT)
    appeal_intake.add(cast.olive, appeal, {"other": "And my sister heard it."}, NEXT)
    assert [one.kind for one in appeal_subject.grounds_of(appeal)] == ["facts", "process", "other"]
    appeal = make.heard(cast, appeal, NEXT)
    with pytest.raises(Refused):
        appeal_intake.add(cast.olive, appeal, {"other": "More."}, NEXT)
    with pytest.raises(Invalid):
        appeal_intake.add(cast.olive, appeal, {}, NEXT)


# --- What follows ---


def test_g48_overturned_ends_it_today_and_the_answer_tells_of_it(row: Restriction, cast: Any) -> None:
    appeal = ready(cast, row, outcome="overturned", found="upheld")
    letter = appeal_hearing.decide(cast.sena, appeal, NEXT, appeal.version)
    row = row.fresh()
    assert row.ended_on == NEXT.date() and lifecycle.in_force(row.customer_id, NEXT.date()) == []
    assert Ending.get().letter == letter and Ending.get().restriction == row
    assert "The arrangement ends today" in letter.source and appeal.fresh().letter == letter
    assert [one.name for one in Event.select().order_by(Event.number.desc()).limit(1)] == ["appeal_decided"]
    with pytest.raises(Refused):
        appeal_hearing.decide(cast.sena, appeal, NEXT)


def test_stands_changes_nothing(row: Restriction, cast: Any) -> None:
    letter = appeal_hearing.decide(cast.sena, ready(cast, row), NEXT)
    assert row.fresh().ended_on is None and Ending.select().count() == 0
    assert "it stays as it is" in letter.source


def varied(cast: Any, row: Restriction, ways: list[str], **told: Any) -> Any:
    """May Sena change it to these ways of contact?"""
    appeal = ready(cast, row, outcome="varied", found="partly", **told)
    draft = appeal.successor
    restriction_proposal.set_term(cast.sena, draft, "channels", {"channels": ways}, NEXT, draft.version)
    return appeal, appeal_hearing.may_decide(cast.sena, appeal.fresh(), NEXT)


def test_varied_is_milder_and_goes_on_as_a_part_of_its_own(row: Restriction, cast: Any) -> None:
    appeal, asked = varied(cast, row, ["letter", "email", "telephone"], next_review_on=NEXT.date() + 60 * DAY)
    clear(asked)
    letter = appeal_hearing.decide(cast.sena, appeal, NEXT)
    after, row = appeal.fresh().successor, row.fresh()
    assert after.follows == row and after.letter == letter and after.authorised_by == cast.sena
    assert after.in_force_from == row.ended_on == NEXT.date() and after.ends_on == row.ends_on
    assert lifecycle.in_force(row.customer_id, NEXT.date()) == [after] and not lifecycle.has_ended(row, NEXT.date())
    assert "Telephone calls" in letter.source and Ending.select().count() == 0
    clear(appeal_intake.may_take(cast.carla, after, NEXT))  # a new decision may be appealed against in its turn


def test_varied_is_never_stricter_nor_longer(row: Restriction, cast: Any) -> None:
    appeal, asked = varied(cast, row, ["letter"])
    stands(asked, "G47", "This would be stricter than before", alone=True)
    told = {"outcome": "varied", "reasons": "Read.", "ends_on": row.ends_on + DAY, "next_review_on": NEXT.date() + DAY}
    appeal = appeal_hearing.change(cast.sena, appeal, told, NEXT, appeal.fresh().version)
    stands(appeal_hearing.may_decide(cast.sena, appeal, NEXT), "G22", "An appeal makes nothing longer")
    told |= {"ends_on": row.ends_on - 30 * DAY, "next_review_on": NEXT.date() + 20 * DAY}
    appeal = appeal_hearing.change(cast.sena, appeal, told, NEXT, appeal.version)
    draft = appeal.successor
    ways = {"channels": ["letter", "email"]}
    restriction_proposal.set_term(cast.sena, draft, "channels", ways, NEXT, draft.version)
    clear(appeal_hearing.may_decide(cast.sena, appeal, NEXT))


def test_an_unused_draft_is_put_aside(row: Restriction, cast: Any) -> None:
    appeal, _ = varied(cast, row, ["letter", "email", "telephone"])
    draft = appeal.successor
    appeal = make.answered(appeal, NEXT, "stands")
    appeal_hearing.decide(cast.sena, appeal, NEXT)
    assert not draft.fresh().is_open_proposal and appeal.fresh().successor is None


def test_the_restriction_rests_only_where_the_decider_says_so(db: Any, cast: Any) -> None:
    row = make.restriction_in_force(cast)
    appeal = make.heard(cast, make.appeal(cast.carla, row, NEXT), NEXT)
    assert lifecycle.in_force(row.customer_id, NEXT.date()) == [row]
    told = {"suspended": True, "from_on": NEXT.date() + DAY, "because": "It keeps a carer away."}
    stands(appeal_intake.may_suspend(cast.mina, appeal, NEXT), "G44", "Only the senior officer who hears this appeal")
    appeal = appeal_intake.decide_suspension(cast.sena, appeal, told, NEXT)
    assert lifecycle.in_force(row.customer_id, NEXT.date()) == [row]
    assert lifecycle.in_force(row.customer_id, NEXT.date() + DAY) == []
    with writing():  # what a review went on with rests as well
        after = lifecycle.draft_after(cast.mina, row, NEXT)
        dates = {"starts_on": NEXT.date(), "ends_on": row.ends_on, "review_on": NEXT.date() + 30 * DAY}
        more = {"consideration": row.consideration, "letter": appeal.acknowledgement, "found": row.numbers}
        lifecycle.follow(cast.mina, row, **dates, **more, because="Reviewed.", now=NEXT, terms=after)
        row = after.fresh()
    assert lifecycle.in_force(row.customer_id, NEXT.date()) == [row]
    assert lifecycle.in_force(row.customer_id, NEXT.date() + DAY) == []
    appeal_intake.decide_suspension(cast.sena, appeal, {"because": "The carer was told."}, make.later(NEXT, 2))
    assert lifecycle.in_force(row.customer_id, NEXT.date() + 2 * DAY) == [row]
    assert "It keeps a carer away." in appeal.fresh().suspended_because


def test_a_dispute_may_withdraw_the_warning(row: Restriction, cast: Any) -> None:
    warning = row.warning
    assert appeal_subject.deadline(warning, NEXT) == clock.working_days_after(make.MONDAY.date(), 10)
    appeal = make.heard(cast, make.appeal(cast.carla, warning, NEXT), NEXT)
    appeal = make.answered(appeal, NEXT, "overturned", "upheld")
    letter = appeal_hearing.decide(cast.sena, appeal, NEXT)
    assert warning.fresh().withdrawn_by == cast.sena and "the warning is withdrawn" in letter.source
    assert letter.kind == "appeals/dispute_outcome"


def against_marker(cast: Any, outcome: str, now: dt.datetime = NEXT, **told: Any) -> Appeal:
    """An appeal against a marker that Mina proposed and Sol approved, answered by Sena."""
    marker = make.live_marker(cast.mina, cast.sol, make.customer(cast.omar), now=make.MONDAY)
    row = make.heard(cast, make.appeal(cast.omar, marker, now), now)
    dates = {"ends_on": marker.ends_on, "next_review_on": clock.today(now) + 30 * DAY}
    return make.answered(row, now, outcome, "upheld", **dates | told)


def test_g48_an_overturned_marker_is_gone_at_once_and_was_wrong(sqlite_db: Any, cast: Any) -> None:
    appeal = against_marker(cast, "overturned")
    letter = appeal_hearing.decide(cast.sena, appeal, NEXT)
    marker = appeal.marker.fresh()
    assert lifecycle.markers(marker.customer_id, NEXT.date()) == [] and marker.was_wrong
    assert Ending.get().marker == marker and "is taken away" in letter.source
    assert marker.fact not in letter.source  # what it said is not repeated


def test_a_marker_is_changed_by_a_part_that_follows(sqlite_db: Any, cast: Any) -> None:
    appeal = against_marker(cast, "varied")
    stands(appeal_hearing.may_decide(cast.sena, appeal, NEXT), "G47", "Nothing is changed yet", alone=True)
    milder = {"marker_fact": "He raised his voice at the door.", "marker_action": "Ring before you go."}
    told = {"outcome": "varied", "reasons": "Read.", "ends_on": appeal.ends_on, "next_review_on": appeal.next_review_on}
    appeal = appeal_hearing.change(cast.sena, appeal, told | milder, NEXT, appeal.version)
    letter = appeal_hearing.decide(cast.sena, appeal, NEXT)
    (after,) = lifecycle.markers(appeal.customer_id, NEXT.date())
    assert after.follows == appeal.marker and after.fact == milder["marker_fact"] and after.part == 2
    assert "He raised his voice at the door" in letter.source and after.approved_by == cast.sena


def test_g44_whoever_approved_a_marker_had_a_part_in_it(sqlite_db: Any, cast: Any) -> None:
    appeal = against_marker(cast, "overturned")
    found = independence.in_appealed(appeal)
    assert {cast.mina.id, cast.sol.id} <= set(found) and cast.sena.id not in found
    stands(appeal_intake.may_suspend(cast.mina, appeal, NEXT), "G44", "Only the senior officer who hears this appeal")
