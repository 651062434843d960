"""The extreme route (P 4.5, 3.2.8): two people, the police, no warning, a notice or a reason, and looking back."""

import datetime as dt
from typing import Any

import pytest
from peewee import IntegrityError

from letterpress.make.text import text_of
from models import Declaration, Ending, Restriction
from policy.core import clock
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.extreme_route import declaration as declarations
from policy.extreme_route import notice as notices
from policy.restrictions import decision as restriction_decision
from policy.restrictions import ending as restriction_ending
from policy.restrictions import lifecycle
from policy.restrictions import proposal as restriction_proposal
from tests import make
from tests.policy.stage import MONDAY, clear, stands

DAY = dt.timedelta(days=1)
TODAY = MONDAY.date()


def ready(cast: Any, **told: Any) -> Restriction:
    """A restriction resting on a seconded declaration, weighed by Mark, who may authorise it."""
    row = make.declared_proposal(cast, make.declared(cast), **told)
    make.weighing(cast.mark, row.customer, "restriction", MONDAY)
    return row


def authorised(cast: Any) -> Restriction:
    return restriction_decision.authorise(cast.mark, ready(cast), MONDAY)


# --- G17: two people ---


def test_g17_a_manager_declares_and_nobody_else(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    for key, person in cast.everyone().items():
        answer = declarations.may_declare(person, whose, MONDAY)
        if key in ("mina", "mark"):
            clear(answer)
        else:
            stands(answer, "G17", "Only a manager can declare")


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("mina", "You declared this yourself"),
        ("omar", "Only a manager or a senior officer"),
        ("carla", "The behaviour was aimed at you"),
        ("mark", ""),
        ("sena", ""),
    ],
)
def test_g17_the_second_is_neither_declarer_nor_target(sqlite_db: Any, cast: Any, who: str, words: str) -> None:
    row = make.declared(cast, seconded=False)
    answer = declarations.may_second(getattr(cast, who), row, MONDAY)
    if words:
        stands(answer, "G17", words)
    else:
        clear(answer)


def test_g17_the_database_wants_two_people_as_well(db: Any, cast: Any) -> None:
    row = make.declared(cast, seconded=False)
    row.seconded_by = row.declared_by
    with pytest.raises(IntegrityError):
        row.save()


def test_g17_nothing_rests_on_it_before_a_second_person_agrees(sqlite_db: Any, cast: Any) -> None:
    declared = make.declared(cast, seconded=False)
    row = make.declared_proposal(cast, declared)
    make.weighing(cast.mark, row.customer, "restriction", MONDAY)
    stands(restriction_decision.may_authorise(cast.mark, row, MONDAY), "G17", "No second person has agreed", alone=True)
    declarations.second(cast.sena, declared, "I read it and agree.", MONDAY)
    clear(restriction_decision.may_authorise(cast.mark, row.fresh(), MONDAY))


def test_g17_a_second_person_may_refuse_and_then_a_warning_comes_first(sqlite_db: Any, cast: Any) -> None:
    declared = make.declared(cast, seconded=False)
    row = make.declared_proposal(cast, declared)
    with pytest.raises(Invalid):
        declarations.refuse(cast.mark, declared, " ", MONDAY)
    declarations.refuse(cast.mark, declared, "The threat was not for today.", MONDAY)
    stands(restriction_decision.may_authorise(cast.mark, row.fresh(), MONDAY), "G17", "did not agree")
    stands(restriction_proposal.may_propose(cast.omar, row.customer, MONDAY, declared.fresh()), "G17", "did not agree")
    assert declarations.may_second(cast.sena, declared.fresh(), MONDAY).reasons[0].rule == "state"


def test_g17_somebody_else_looks_back_within_days(sqlite_db: Any, cast: Any) -> None:
    row = make.declared(cast)
    for who, part in (("mina", "declared"), ("mark", "seconded"), ("carla", "target")):
        stands(declarations.may_look_back(getattr(cast, who), row, MONDAY), "G17", part)
    clear(declarations.may_look_back(cast.sena, row, MONDAY))
    late = clock.working_days_after(TODAY, 5)

    def waits(who: Any, day: dt.date) -> list[tuple[Any, bool]]:
        now = dt.datetime.combine(day, dt.time(12, tzinfo=dt.UTC))
        found = [one for one in declarations.needs(who, now) if "Look back" in one.sentence]
        assert all(row.customer.name not in one.plain for one in found)
        return [(one.due, one.overdue) for one in found]

    assert waits(cast.sena, late) == [(late, False)] and waits(cast.sena, late + DAY) == [(late, True)]
    assert waits(cast.mina, late) == waits(cast.mark, late) == waits(cast.omar, late) == []
    declarations.look_back(cast.sena, row, "stands", "I read all of it. It was right.", MONDAY)
    assert waits(cast.sena, late) == []
    with pytest.raises(Refused):
        declarations.look_back(cast.sena, row, "wrong", "Again", MONDAY)


def test_g17_whoever_authorised_what_rests_on_it_does_not_look_back(sqlite_db: Any, cast: Any) -> None:
    row = make.declared_proposal(cast, make.declared(cast, seconded=False))
    declared = row.declaration
    declarations.second(cast.sena, declared, "I agree.", MONDAY)
    make.weighing(cast.mark, row.customer, "restriction", MONDAY)
    clear(declarations.may_look_back(cast.mark, declared.fresh(), MONDAY))
    restriction_decision.authorise(cast.mark, row, MONDAY)
    stands(declarations.may_look_back(cast.mark, declared.fresh(), MONDAY), "G17", "decided on the restriction")


def test_g17_found_wrong_it_is_to_be_lifted(sqlite_db: Any, cast: Any) -> None:
    row = authorised(cast)
    restriction_decision.issue(cast.mark, row, MONDAY)
    declared = row.declaration.fresh()
    assert declarations.to_be_lifted(declared, TODAY) == []
    declarations.look_back(cast.sena, declared, "wrong", "It could have waited for a warning.", MONDAY)
    assert declarations.to_be_lifted(declared.fresh(), TODAY) == [row]
    assert [one for one in declarations.needs(cast.mark, MONDAY) if "Lift what rests on" in one.sentence]
    restriction_decision.lift(cast.mina, row.fresh(), "Looking back found it wrong.", MONDAY)
    assert [one for one in declarations.needs(cast.mark, MONDAY) if "Lift what rests on" in one.sentence] == []


def test_g17_to_second_is_due_within_a_working_day(sqlite_db: Any, cast: Any) -> None:
    make.declared(cast, seconded=False)
    found = [one for one in declarations.needs(cast.mark, MONDAY) if "second person" in one.sentence]
    assert [one.due for one in found] == [clock.working_days_after(TODAY, 1)]
    assert list(declarations.needs(cast.mina, MONDAY)) == list(declarations.needs(cast.omar, MONDAY)) == []


# --- G18, G31, G69 ---


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"threatened": ""}, "threatened"),
        ({"why_no_warning": " "}, "why_no_warning"),
        ({"needs_known": ""}, "needs_known"),
        ({"police": ""}, "police"),
        ({"police": "not_reported", "police_reference": "", "police_words": "", "legal": "advice"}, "police_words"),
        ({"police_reference": ""}, "police_reference"),
        ({"legal_words": ""}, "legal_words"),
        ({"police": "not_reported", "police_reference": "", "police_words": "Not asked to."}, "legal"),
        ({"police": "not_reported", "police_words": "Not asked to.", "legal": "advice"}, "police_reference"),
        ({"legal": "injunction", "legal_words": ""}, "legal_words"),
    ],
)
def test_g18_it_needs_a_reason_of_immediate_safety_and_a_decision_about_the_police(
    sqlite_db: Any, cast: Any, told: dict[str, Any], field: str
) -> None:
    whose = make.customer(cast.omar)
    with pytest.raises(Invalid) as refused:
        make.declared(cast, whose, **told)
    assert list(refused.value.errors) == [field] and Declaration.select().count() == 0
    assert make.declared(cast, whose, **dict.fromkeys(("police_words", "legal_words"), "Said by telephone"))


def test_g18_it_rests_on_this_persons_own_incident_where_we_know_who_it_was(sqlite_db: Any, cast: Any) -> None:
    whose, other = make.customer(cast.omar), make.customer(cast.omar)
    for incident, rule in (
        (make.threat(cast.omar, other, MONDAY), "G23"),
        (make.threat(cast.omar, whose, MONDAY, identity="likely", identified_by=""), "G10"),
        (make.incident(cast.omar, whose, MONDAY), "G18"),
        (make.threat(cast.omar, whose, MONDAY - 15 * DAY), "G18"),
    ):
        with pytest.raises(Refused) as refused:
            make.declared(cast, whose, incident=incident)
        assert {one.rule for one in refused.value.reasons} == {rule}


def test_g31_under_18_safeguarding_signs_it_off(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar, date_of_birth=dt.date(2010, 1, 1))
    with pytest.raises(Invalid) as refused:
        make.declared(cast, whose)
    assert list(refused.value.errors) == ["safeguarding_signed_off"]
    assert make.declared(cast, whose, safeguarding_signed_off="The safeguarding lead, by telephone today")


def test_g69_the_declarations_decision_about_the_police_is_the_incidents_too(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    grave = make.incident(cast.omar, whose, MONDAY, severity=3, staff=[(cast.carla, "target")])
    declared = make.declared(cast, whose, incident=grave)
    row = make.declared_proposal(cast, declared)
    make.weighing(cast.mark, whose, "restriction", MONDAY)
    clear(restriction_decision.may_authorise(cast.mark, row, MONDAY))


# --- What else holds ---


def test_g01_no_warning_is_asked_where_two_people_agreed(db: Any, cast: Any) -> None:
    row = ready(cast)
    assert row.warning_id is None and row.starts_on == TODAY
    clear(restriction_decision.may_authorise(cast.mark, row, MONDAY))
    assert restriction_decision.authorise(cast.mark, row, MONDAY).authorised_by == cast.mark
    assert not restriction_proposal.may_propose(cast.omar, row.customer, MONDAY)


@pytest.mark.parametrize(("rule", "told"), [("G19", {"why_not_milder": {}}), ("G34", {"no_warning": ""})])
def test_g18_everything_else_is_asked_as_always(sqlite_db: Any, cast: Any, rule: str, told: dict[str, Any]) -> None:
    answer = restriction_decision.may_authorise(cast.mark, ready(cast, **told), MONDAY)
    assert {one.rule for one in answer.reasons} == {rule}


def test_g07_the_authoriser_weighs_it_that_day_as_always(sqlite_db: Any, cast: Any) -> None:
    answer = restriction_decision.may_authorise(cast.mina, ready(cast), MONDAY)
    assert {one.rule for one in answer.reasons} == {"G7", "G9"}


# --- G32: the notice, or why it is withheld ---


def test_g32_in_force_only_from_its_notice(sqlite_db: Any, cast: Any) -> None:
    row = authorised(cast)
    assert lifecycle.in_force(row.customer_id, TODAY) == []
    letter = restriction_decision.issue(cast.mark, row, MONDAY)
    assert lifecycle.in_force(row.customer_id, TODAY) == [row]
    assert letter.template == "declarations/notice"
    shown = " ".join(text_of(letter.html).whole.split())
    for said in (
        "the safety of our colleagues was threatened",
        "A warning would have reached you after the day you named.",
        "told the police what happened. Their reference is NP-20260302-0415",
        "Two colleagues will come together",
        "Your right to appeal is the same",
        "Housing Ombudsman",
    ):
        assert said in shown, said


def test_g32_withheld_with_a_reason_it_is_in_force_and_thought_of_again(db: Any, cast: Any) -> None:
    row = authorised(cast)
    latest = lifecycle.think_again_by(MONDAY)
    for because, day in (("", latest), ("He would come to the office", latest + DAY), ("He would come", TODAY)):
        with pytest.raises(Invalid):
            notices.withhold(cast.mark, row, because, day, MONDAY)
    with pytest.raises(Refused):
        notices.withhold(cast.omar, row, "He would come", latest, MONDAY)
    notices.withhold(cast.mark, row, "He would come to the office with a knife.", latest, MONDAY)
    row = row.fresh()
    assert row.letter_id is None and lifecycle.in_force(row.customer_id, TODAY) == [row]
    now = dt.datetime.combine(latest, dt.time(12, tzinfo=dt.UTC))
    assert [one.due for one in notices.needs(cast.mina, now)] == [latest]
    assert list(notices.needs(cast.sena, now)) == []
    assert [one.overdue for one in notices.needs(cast.sena, now + DAY)] == [True]
    notices.withhold_again(cast.mina, row, "He is still looking for her.", latest + 7 * DAY, now)
    assert [one.due for one in notices.needs(cast.mina, now)] == [latest + 7 * DAY]
    assert len(notices.withholdings(row)) == 2


def test_g32_the_notice_is_sent_once_it_is_safe(sqlite_db: Any, cast: Any) -> None:
    row = authorised(cast)
    notices.withhold(cast.mark, row, "He would come to the office.", TODAY + 7 * DAY, MONDAY)
    later = make.later(MONDAY, 7)
    letter = notices.send(cast.mina, row.fresh(), later)
    row = row.fresh()
    assert row.letter == letter and row.in_force_from == TODAY
    assert f"from {clock.day_words(TODAY)}" in " ".join(text_of(letter.html).whole.split())
    assert not notices.may_send(cast.mina, row, later) and not notices.may_withhold_again(cast.mina, row, later)


def test_g32_where_a_warning_came_first_no_letter_is_withheld(sqlite_db: Any, cast: Any) -> None:
    row = make.restriction_in_force(cast)
    stands(notices.may_withhold(cast.mark, row, MONDAY), "G32", "rests on a warning")


def test_g48_who_was_never_told_of_it_gets_no_letter_about_its_end(sqlite_db: Any, cast: Any) -> None:
    row = authorised(cast)
    notices.withhold(cast.mark, row, "He would come to the office.", TODAY + 7 * DAY, MONDAY)
    later = make.later(MONDAY, 3)
    restriction_decision.lift(cast.mina, row.fresh(), "He is in custody.", later)
    assert list(notices.needs(cast.mina, make.later(MONDAY, 8))) == []
    assert restriction_ending.settle(cast.omar, row.fresh(), {}, later) is None
    assert "was not told of it" in Ending.get().no_letter_because
