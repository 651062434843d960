"""What needs whom today: each kind of thing comes to those who may do it, and goes when it is done."""

import datetime as dt
import re

import pytest

import models
from models import Customer, CustomerRequest, User
from policy import today
from policy.core import clock, work_item
from policy.correspondence import delivery as letter_delivery
from policy.incidents import requests as incident_requests
from policy.restrictions import decision as restriction_decision
from policy.warnings import warnings
from tests import make
from tests.house.trees import files, module

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
    letter_delivery.record_delivery(cast.omar, warning.letter, {"outcome": "posted", "on": MONDAY.date()}, MONDAY)
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
    incident_requests.answer_request(cast.carla, CustomerRequest.get(), "Friday", MONDAY)
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
    restriction_decision.issue(cast.mark, row, later)
    assert about("not in force until then", cast.mark, days=9) == [False]
    review = (row.review_on - MONDAY.date()).days
    assert about("Review restriction", cast.mark, days=review - 22) == [False]
    assert about("Review restriction", cast.mark, days=review - 21) == [True]
    ends = (row.ends_on - MONDAY.date()).days
    assert [about("has ended", cast.omar, days=ends + gone)[0] for gone in (-1, 0, 1, 8)] == [False, True, True, True]
    assert about("Review restriction", cast.mark, days=ends + 1) == [False]


def test_a_lifted_restriction_is_told_at_once(cast, whose):
    first = make.incident(cast.carla, whose)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])
    make.served(cast.omar, warning.letter, MONDAY)
    later = make.later(MONDAY, 9)
    row = make.proposal(cast.omar, whose, warning, [make.incident(cast.carla, whose, later)], later)
    row = make.authorised(cast.mark, row, later)
    restriction_decision.issue(cast.mark, row, later)
    restriction_decision.lift(cast.mark, row.fresh(), "All is well", make.later(later, 20))
    assert about("has ended", cast.omar, days=29) == [True] and about("Review", cast.mark, days=29) == [False]


def test_what_is_overdue_comes_first_then_by_day_then_what_has_none(cast, whose):
    for days in (9, 1, 5):
        told = {"request": "A plumber", "request_owner": cast.omar, "request_due": make.later(MONDAY, days).date()}
        make.incident(cast.carla, whose, channel="email", **told)
    make.draft_warning(cast.olive, whose, [make.incident(cast.carla, whose)])
    found = today.needs(cast.omar, make.later(MONDAY, 3))
    assert [item.overdue for item in found] == [True, False, False, False]
    assert [item.due for item in found] == [make.later(MONDAY, days).date() for days in (1, 5, 9)] + [None]


# --- Of every item ---


@pytest.fixture
def demonstration(demo_template):
    """The demonstration's database, which nothing here writes to."""
    with models.connect(f"sqlite:///{demo_template}").connection_context():
        yield clock.now()


def test_every_item_is_said_plainly_and_names_nobody_there(demonstration):
    names = {one.name for table in (Customer, User) for one in table.select()}
    names |= {part for name in names for part in name.split() if len(part) > 3}
    named = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(names)))
    for person in User.select():
        for days in (0, 15, 60, 150):
            for one in today.needs(person, make.later(demonstration, days)):
                assert one.plain and not named.search(one.plain), one
                assert one.sentence and one.kind in today.KINDS, one


def test_every_module_that_says_what_waits_is_asked_and_its_kind_has_words():
    asked = {source.__name__ for _, source in today.SOURCES}
    says = {module(path) for path in files("policy/*/*.py") if "def needs(actor" in path.read_text()}
    assert says == asked
    assert {kind for kind, _ in today.SOURCES} <= set(today.KINDS)


def test_each_group_of_days_holds_what_is_due_then():
    monday = dt.date(2026, 3, 2)
    dues = [dt.date(2026, 3, 1), monday, dt.date(2026, 3, 3), dt.date(2026, 3, 9), dt.date(2026, 3, 10), None]
    items = [work_item.item("", "", "", {}, day, monday) for day in dues]
    found = {key: [one.due for one in group] for key, group in today.by_day(items, monday)}
    assert found == {"overdue": dues[:1], "today": dues[1:2], "week": dues[2:4], "later": dues[4:5], "undated": [None]}


# --- G39: reminders and escalation ---


@pytest.mark.parametrize(("days", "shown"), [(-1, []), (0, []), (1, ["sena"]), (2, ["sena"])])
def test_g39_a_day_late_a_thing_comes_to_the_senior_officers_too(cast, days, shown):
    day = dt.date(2026, 3, 2)
    here = [
        key
        for key in ("sena", "mark", "omar")
        if work_item.comes_to(getattr(cast, key), day, day + dt.timedelta(days=days))
    ]
    assert here == shown
    assert work_item.comes_to(cast.mark, day, day, "manager")


@pytest.mark.parametrize(
    ("days", "overdue", "pressing"),
    [(-8, False, False), (-7, False, True), (-1, False, True), (0, False, True), (1, True, False)],
)
def test_g39_an_item_is_pressed_from_its_second_reminder_and_overdue_after_its_day(days, overdue, pressing):
    day = dt.date(2026, 3, 2)
    one = work_item.item("", "", "", {}, day, day + dt.timedelta(days=days), press_days=7)
    assert (one.overdue, one.pressing) == (overdue, pressing)
