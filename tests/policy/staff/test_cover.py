"""Who answers for a named officer, absences, telling the customer, and naming somebody else (4.4, G28)."""

import datetime as dt

import pytest

from models import Absence, Event, OfficerChange, User
from policy.core import audit, clock, numbers
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.restrictions import named_officers
from policy.restrictions.arrangement import standing
from policy.staff import absences, cover, people
from tests import make

NOW = make.later(make.MONDAY, 9)  # Wednesday 11 March 2026
WEDNESDAY = clock.today(NOW)
FRIDAY, MONDAY, TUESDAY = (WEDNESDAY + dt.timedelta(days=count) for count in (2, 5, 6))


@pytest.fixture
def bound(cast):
    """Omar is the named officer, Olive the deputy."""
    return make.restriction_in_force(
        cast, now=NOW, terms={"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    )


def on(row, day):
    return named_officers.known_of(row, WEDNESDAY).on(row.id, day)


def away(whose, starts, ends=None, actor=None, now=NOW, handover="Ring on Thursday"):
    days = {"starts_on": starts, "ends_on": ends or starts, "handover": handover}
    return absences.record_absence(actor or whose, whose, days, now)


def waiting(actor, now=NOW):
    return [one.sentence for one in named_officers.needs(actor, now)]


def told(cast):
    return {"officer": cast.olive, "deputy": cast.mina, "arranged": ""}


# --- Who answers ---


def test_g28_the_officer_answers_and_the_deputy_while_they_are_away(cast, bound):
    assert on(bound, FRIDAY).answers == cast.omar
    away(cast.omar, FRIDAY)
    found = on(bound, FRIDAY)
    assert (found.answers, found.why, found.until) == (cast.olive, "away", FRIDAY)
    assert found.stands_in and found.handover == "Ring on Thursday"
    assert on(bound, MONDAY).answers == cast.omar


def test_g28_on_a_day_the_officer_does_not_work_the_deputy_answers(cast, bound):
    absences.set_working_days(cast.omar, cast.omar, [0, 1], NOW)
    assert on(bound, MONDAY).answers == cast.omar
    assert (on(bound, FRIDAY).answers, on(bound, FRIDAY).why_words) == (cast.olive, "does not work on Fridays")


def test_g28_with_both_away_the_manager_and_the_day_somebody_is_back_are_named(cast, bound):
    away(cast.omar, FRIDAY, MONDAY)
    away(cast.olive, FRIDAY)
    found = on(bound, FRIDAY)
    assert (found.answers, found.manager, found.back, found.back_on) == (None, cast.mina, cast.olive, MONDAY)


def test_g28_nobody_answers_on_a_bank_holiday_nor_at_the_weekend(cast, bound):
    good_friday, saturday = dt.date(2026, 4, 3), dt.date(2026, 4, 4)
    assert (on(bound, good_friday).answers, on(bound, good_friday).why) == (None, "bank_holiday")
    assert on(bound, saturday).answers is None and on(bound, saturday).back_on == dt.date(2026, 4, 7)


def test_g28_who_has_left_does_not_answer(cast, bound):
    people.deactivate(cast.ada, cast.omar, NOW)
    assert (on(bound, FRIDAY).answers, on(bound, FRIDAY).why) == (cast.olive, "left")
    people.deactivate(cast.ada, cast.olive, NOW)
    assert on(bound, FRIDAY).answers is None and on(bound, FRIDAY).back is None


def test_both_engines_read_the_same(db, cast):
    row = make.restriction_in_force(
        cast, now=NOW, terms={"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    )
    away(cast.omar, FRIDAY)
    stands = standing(row.customer_id, WEDNESDAY)
    assert stands.officers.on(row.id, FRIDAY).answers == cast.olive
    assert [one.id for one in stands.on(WEDNESDAY)] == [row.id]


# --- Absences ---


def test_absences_are_ones_own_or_a_managers_to_record(cast):
    assert absences.may_record(cast.omar, cast.omar, NOW) and absences.may_record(cast.mina, cast.omar, NOW)
    assert not absences.may_record(cast.olive, cast.omar, NOW)
    with pytest.raises(Refused):
        away(cast.omar, FRIDAY, actor=cast.olive)


@pytest.mark.parametrize(
    ("starts", "ends", "field"),
    [(None, FRIDAY, "starts_on"), (MONDAY, FRIDAY, "ends_on"), (WEDNESDAY - dt.timedelta(days=9),) * 2 + ("ends_on",),
     (FRIDAY, FRIDAY + dt.timedelta(days=400), "ends_on")],
)  # fmt: skip
def test_days_that_cannot_be_are_said(cast, starts, ends, field):
    with pytest.raises(Invalid) as wrong:
        absences.record_absence(cast.omar, cast.omar, {"starts_on": starts, "ends_on": ends}, NOW)
    assert field in wrong.value.errors and Absence.select().count() == 0


def test_the_same_days_twice_are_one_absence_and_others_may_not_overlap(cast):
    assert away(cast.omar, FRIDAY, MONDAY) == away(cast.omar, FRIDAY, MONDAY)
    with pytest.raises(Invalid) as wrong:
        away(cast.omar, MONDAY, TUESDAY)
    assert "already" in wrong.value.errors["starts_on"]
    assert Event.select().where(Event.name == "absence_recorded").count() == 1


def test_a_cancelled_absence_stays_and_no_longer_counts(cast, bound):
    row = away(cast.omar, FRIDAY)
    assert not absences.may_cancel(cast.olive, row, NOW)
    absences.cancel(cast.mina, row, NOW)
    assert on(bound, FRIDAY).answers == cast.omar and Absence.get().cancelled_by_id == cast.mina.id
    with pytest.raises(Refused):
        absences.cancel(cast.mina, row, NOW)


def test_g28_officer_and_deputy_away_together_is_said(cast, bound):
    away(cast.omar, FRIDAY, TUESDAY)
    away(cast.olive, MONDAY)
    assert [(row.id, day) for row, day in absences.uncovered(cast.olive.id, FRIDAY, TUESDAY)] == [(bound.id, MONDAY)]


def test_working_days_are_at_least_one(cast):
    with pytest.raises(Invalid):
        absences.set_working_days(cast.omar, cast.omar, [], NOW)
    with pytest.raises(Refused):
        absences.set_working_days(cast.olive, cast.omar, [1], NOW)
    assert User.get_by_id(cast.omar.id).working_days == [0, 1, 2, 3, 4]


# --- Telling the customer ---


def test_g28_an_absence_longer_than_the_number_set_is_told(cast, bound):
    assert numbers.value("absence_days", NOW) == 1
    away(cast.omar, FRIDAY)
    assert waiting(cast.olive) == []
    away(cast.omar, MONDAY, TUESDAY)
    assert waiting(cast.olive) == [
        f"Tell {bound.customer.name} who covers for Omar Officer, away from 16 March 2026 to 17 March 2026"
    ]
    assert waiting(cast.mina) and not waiting(cast.carla)
    plain = [one.plain for one in named_officers.needs(cast.olive, NOW)]
    assert plain == [f"Tell the customer of restriction {bound.reference} who covers for the named officer"]


def test_g28_a_weekend_is_no_absence(cast, bound):
    away(cast.omar, FRIDAY, FRIDAY + dt.timedelta(days=2))
    assert waiting(cast.olive) == []


def test_g28_telling_freezes_a_letter_and_names_who_covers(cast, bound):
    row = away(cast.omar, MONDAY, TUESDAY)
    change = named_officers.tell_of_cover(cast.olive, bound, row, told(cast), NOW)
    words = change.letter.html.replace("&nbsp;", " ")
    assert "Olive Officer" in words and "Mina Manager" in words and "17 March 2026" in words
    assert waiting(cast.olive) == [] and list(audit.verify()) == []
    found = on(bound, TUESDAY)
    assert (found.usual, found.officer, found.deputy, found.answers) == (cast.omar, cast.olive, cast.mina, cast.olive)
    assert on(bound, TUESDAY + dt.timedelta(days=1)).answers == cast.omar
    again = named_officers.tell_of_cover(cast.olive, bound, row, told(cast), NOW)
    assert again == change and OfficerChange.select().count() == 1


def test_g28_each_customer_of_an_officer_is_told_for_themselves(cast, bound):
    terms = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    other = make.restriction_in_force(cast, now=NOW, terms=terms)
    row = away(cast.omar, MONDAY, TUESDAY)
    named_officers.tell_of_cover(cast.olive, bound, row, told(cast) | {"officer": cast.mark}, NOW)
    assert [sentence.split(" who")[0] for sentence in waiting(cast.olive)] == [f"Tell {other.customer.name}"]
    rows, known = named_officers.arrangements(WEDNESDAY)
    assert [known.on(one.id, MONDAY).answers for one in (bound, other)] == [cast.mark, cast.olive]
    assert len(rows) == 2


def test_g28_after_a_cancelled_absence_both_may_answer(cast, bound):
    row = away(cast.omar, MONDAY, TUESDAY)
    named_officers.tell_of_cover(cast.olive, bound, row, told(cast), NOW)
    absences.cancel(cast.omar, row, NOW)
    assert on(bound, TUESDAY).answers == cast.olive
    known = named_officers.known_of(bound, WEDNESDAY)
    assert known.why_not(cast.omar, TUESDAY) == ""


def test_g28_whoever_is_away_cannot_cover(cast, bound):
    row = away(cast.omar, MONDAY, TUESDAY)
    away(cast.olive, TUESDAY)
    for officer in (cast.omar, cast.olive):
        with pytest.raises(Refused) as refusal:
            named_officers.tell_of_cover(cast.mina, bound, row, told(cast) | {"officer": officer}, NOW)
        assert refusal.value.reasons[0].rule == "G28"


@pytest.mark.parametrize("missing", ["officer", "deputy"])
def test_g28_nobody_is_left_without_an_officer_or_a_deputy(cast, bound, missing):
    row = away(cast.omar, MONDAY, TUESDAY)
    with pytest.raises(Invalid) as wrong:
        named_officers.tell_of_cover(cast.olive, bound, row, told(cast) | {missing: None}, NOW)
    assert missing in wrong.value.errors
    with pytest.raises(Invalid):
        named_officers.tell_of_cover(cast.olive, bound, row, told(cast) | {"deputy": cast.olive}, NOW)


def test_telling_is_for_officers_and_for_what_lasts(cast, bound):
    row = away(cast.omar, MONDAY, TUESDAY)
    assert named_officers.may_tell(cast.olive, bound, row, NOW)
    assert not named_officers.may_tell(cast.carla, bound, row, NOW)
    assert named_officers.may_tell(cast.olive, bound, row, make.later(NOW, 7)).names("state")
    absences.cancel(cast.omar, row, NOW)
    assert named_officers.may_tell(cast.olive, bound, row.fresh(), NOW).names("state")


# --- Naming somebody else ---


def changed(cast, **more):
    return {"officer": cast.mark, "deputy": cast.olive, "from_on": FRIDAY, "until_on": None, "because": "Moved team",
            "arranged": ""} | more  # fmt: skip


def test_g28_a_manager_names_another_officer_for_good(cast, bound):
    row = named_officers.change_officer(cast.mina, bound, changed(cast), NOW)
    assert named_officers.change_officer(cast.mina, bound, changed(cast), NOW) == row
    assert on(bound, WEDNESDAY).usual == cast.omar
    assert (on(bound, FRIDAY).usual, on(bound, FRIDAY).answers) == (cast.mark, cast.mark)
    assert row.letter.kind == named_officers.CHANGED and list(audit.verify()) == []


def test_only_a_manager_names_another_officer(cast, bound):
    assert named_officers.may_change_officer(cast.omar, bound, NOW).names("role")
    with pytest.raises(Refused):
        named_officers.change_officer(cast.omar, bound, changed(cast), NOW)


@pytest.mark.parametrize(
    "more", [{"because": ""}, {"from_on": None}, {"from_on": WEDNESDAY - dt.timedelta(days=1)}, {"until_on": WEDNESDAY}]
)
def test_a_change_has_a_reason_and_days_that_can_be(cast, bound, more):
    with pytest.raises(Invalid):
        named_officers.change_officer(cast.mina, bound, changed(cast, **more), NOW)
    assert OfficerChange.select().count() == 0


def test_g28_when_an_officer_or_deputy_leaves_a_manager_is_asked(cast, bound):
    people.deactivate(cast.ada, cast.olive, NOW)
    assert waiting(cast.mina) == [f"Name another officer for {bound.customer.name}: Olive Officer no longer works here"]
    assert waiting(cast.omar) == []
    named_officers.change_officer(
        cast.mina, bound, changed(cast, officer=cast.omar, deputy=cast.mark, from_on=WEDNESDAY), NOW
    )
    assert waiting(cast.mina) == []


def test_a_change_holds_on_in_the_decision_that_follows(cast, bound):
    """A review that goes on with the same officer takes over who was named since."""
    from models import Restriction, RestrictionTerm
    from policy.restrictions import lifecycle

    named_officers.change_officer(cast.mina, bound, changed(cast), NOW)
    after = lifecycle.draft_after(cast.mina, bound, NOW)
    rows = [Restriction.get_by_id(after.id)]
    terms = list(RestrictionTerm.select().where(RestrictionTerm.restriction == after))
    assert cover.known(rows, terms, WEDNESDAY).on(after.id, FRIDAY).usual == cast.mark
    assert terms[0].officer_id == cast.mark.id


def test_pages_and_letters_say_who_was_named_last(cast, bound):
    from policy import measures
    from policy.customers import summary as file_summary

    named_officers.change_officer(cast.mina, bound, changed(cast, from_on=WEDNESDAY), NOW)
    assert measures.terms_of(bound)[0].officer == cast.mark
    assert file_summary.arrangements(bound.customer, NOW)[0].terms == (
        "Deals with Mark Manager, or Olive Officer when away.",
    )
