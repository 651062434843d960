"""What needs whom today: each kind of thing comes to those who may do it, and goes when it is done."""

import pytest

from models import CustomerRequest
from policy import incidents, letters, restrictions, today, warnings
from tests import make

MONDAY = make.MONDAY


def needs(person, days=0.0):
    return [item.sentence for item in today.needs(person, make.later(MONDAY, days))]


def about(words, *people, days=0.0):
    """For each of these people, whether something with `words` needs them."""
    return [any(words in said for said in needs(person, days)) for person in people]


@pytest.fixture
def whose(db, cast):
    return make.customer(cast.omar)


def test_g14_a_draft_waits_for_a_second_reader_who_is_not_its_author(cast, whose):
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose)])
    said = "Read the draft warning"
    assert about(said, cast.omar, cast.olive, cast.mark, cast.carla, cast.ada) == [False, True, True, False, False]
    warnings.read(cast.olive, draft, "", MONDAY, draft.version)
    assert about(said, cast.olive) == [False]
    assert about("Decide whether to issue warning", cast.mark, cast.omar) == [True, False]


def test_g4_a_letter_waits_until_its_way_is_recorded_and_again_when_it_comes_back(cast, whose):
    first = make.incident(cast.carla, whose)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])
    assert about("Record how letter", cast.omar, cast.carla) == [True, False]
    letters.record_delivery(cast.omar, warning.letter, {"outcome": "posted", "on": MONDAY.date()}, MONDAY)
    assert about("letter", cast.omar, cast.mark) == [False, False]
    make.served(cast.omar, warning.letter, make.later(MONDAY, 2), "returned")
    assert about("came back", cast.omar, days=2) == [True]
    warnings.withdraw(cast.mark, warning.fresh(), "Moved away", make.later(MONDAY, 2))
    assert about("came back", cast.omar, days=2) == [False]


def test_g38_a_request_needs_its_owner_until_it_is_answered_and_is_overdue_after_its_day(cast, whose):
    make.incident(cast.carla, whose, channel="email", request="A plumber", request_owner=cast.carla)
    assert about("asked for", cast.carla, cast.omar) == [True, False]
    due = CustomerRequest.get().due_on
    on_the_day = today.needs(cast.carla, make.later(MONDAY, (due - MONDAY.date()).days))
    after = today.needs(cast.carla, make.later(MONDAY, (due - MONDAY.date()).days + 1))
    assert (on_the_day[0].overdue, after[0].overdue, after[0].due) == (False, True, due)
    incidents.answer_request(cast.carla, CustomerRequest.get(), "Friday", MONDAY)
    assert needs(cast.carla) == []


def test_p43_a_proposal_needs_a_manager_then_its_letter_then_its_review(cast, whose):
    first = make.incident(cast.carla, whose)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])
    make.served(cast.omar, warning.letter, MONDAY)
    later = make.later(MONDAY, 9)
    row = make.proposal(cast.omar, whose, warning, [make.incident(cast.carla, whose, later)], later)
    assert about("Decide on the proposed", cast.mark, cast.omar, days=9) == [True, False]
    row = make.authorised(cast.mark, row, later)
    assert about("Decide on the proposed", cast.mark, days=9) == [False]
    assert about("not in force until then", cast.mark, cast.omar, days=9) == [True, False]
    restrictions.issue(cast.mark, row, later)
    assert about("not in force until then", cast.mark, days=9) == [False]
    review = (row.review_on - MONDAY.date()).days
    assert about("Review restriction", cast.mark, days=review - 22) == [False]
    assert about("Review restriction", cast.mark, days=review - 21) == [True]
    ends = (row.ends_on - MONDAY.date()).days
    assert [about("as usual", cast.omar, days=ends + gone)[0] for gone in (0, 1, 7, 8)] == [False, True, True, False]
    assert about("Review restriction", cast.mark, days=ends + 1) == [False]


def test_a_lifted_restriction_is_told_at_once(cast, whose):
    first = make.incident(cast.carla, whose)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])
    make.served(cast.omar, warning.letter, MONDAY)
    later = make.later(MONDAY, 9)
    row = make.proposal(cast.omar, whose, warning, [make.incident(cast.carla, whose, later)], later)
    row = make.authorised(cast.mark, row, later)
    restrictions.issue(cast.mark, row, later)
    restrictions.lift(cast.mark, row.fresh(), "All is well", make.later(later, 20))
    assert about("as usual", cast.omar, days=29) == [True] and about("Review", cast.mark, days=29) == [False]


def test_what_is_overdue_comes_first_then_by_day_then_what_has_none(cast, whose):
    for days in (9, 1, 5):
        told = {"request": "A plumber", "request_owner": cast.omar, "request_due": make.later(MONDAY, days).date()}
        make.incident(cast.carla, whose, channel="email", **told)
    make.draft_warning(cast.olive, whose, [make.incident(cast.carla, whose)])
    found = today.needs(cast.omar, make.later(MONDAY, 3))
    assert [item.overdue for item in found] == [True, False, False, False]
    assert [item.due for item in found] == [make.later(MONDAY, days).date() for days in (1, 5, 9)] + [None]
