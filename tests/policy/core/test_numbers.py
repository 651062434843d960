"""Settings: each has a default, a range and a history; a decision keeps the numbers it was made under."""

from typing import Any

import pytest

from models import Event, Setting
from policy.core import numbers
from policy.core.answers import Refused
from policy.correspondence import deemed_receipt
from tests import make


@pytest.mark.parametrize("number", numbers.REGISTER.values(), ids=numbers.REGISTER)
def test_every_number_has_a_default_within_its_range_and_a_clause(number: numbers.Number) -> None:
    assert number.low <= number.default <= number.high
    assert number.clause and number.why and number.unit


def test_every_number_stands_in_exactly_one_group_of_the_settings() -> None:
    shown = [key for keys in numbers.GROUPS.values() for key in keys]
    assert sorted(shown) == sorted(numbers.REGISTER)


@pytest.mark.parametrize(("wanted", "taken"), [(2, False), (3, True), (12, True), (13, False), ("6", False)])
def test_a_number_stays_within_its_range(sqlite_db: Any, cast: Any, wanted: Any, taken: bool) -> None:
    assert bool(numbers.may_set(cast.ada, "warning_months", wanted, make.MONDAY)) is taken


@pytest.mark.parametrize("who", ["carla", "omar", "mina", "sena", "dora"])
def test_only_an_administrator_changes_a_number(sqlite_db: Any, cast: Any, who: str) -> None:
    before = Setting.select().count()
    with pytest.raises(Refused):
        numbers.set_value(getattr(cast, who), "warning_months", 7, make.MONDAY)
    assert Setting.select().count() == before and Event.select().count() == 0


def test_a_number_is_the_one_in_force_at_the_moment_asked(db: Any, cast: Any) -> None:
    for month, day in ((4, 10), (9, 20)):
        numbers.set_value(cast.ada, "warning_months", month, make.later(make.MONDAY, day))
    asked = [numbers.value("warning_months", make.later(make.MONDAY, day)) for day in (9, 10, 19, 20)]
    assert asked == [6, 4, 4, 9]
    assert [row.value for row in numbers.history("warning_months")] == [4, 9]


def test_organisation_details_are_settings_too(db: Any, cast: Any) -> None:
    numbers.set_value(cast.ada, "organisation_name", "Another Home", make.MONDAY)
    assert numbers.organisation(make.MONDAY)["name"] == "Another Home"
    assert numbers.organisation(cast.ada.added_at.replace(year=2020))["name"] == "Your organisation"


def test_a_change_of_number_leaves_an_issued_warning_as_it_was(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mina, whose, [make.incident(cast.carla, whose)])
    received = make.MONDAY.date()
    before = deemed_receipt.live_until(warning, received)
    numbers.set_value(cast.ada, "warning_months", 12, make.later(make.MONDAY, 1))
    assert deemed_receipt.live_until(warning.fresh(), received) == before


def test_an_unknown_number_is_an_error(sqlite_db: Any) -> None:
    with pytest.raises(KeyError):
        numbers.value("no_such_number", make.MONDAY)


@pytest.mark.parametrize(
    ("key", "wrong", "right"),
    [
        ("name", "", "Another Home"),
        ("emergency_telephone", "abc", "0191 496 0199"),
        ("complaints_email", "x y", "c@karbon.example"),
        ("website", "javascript:alert(1)", "www.karbon.example/help"),
    ],
)
def test_a_detail_printed_in_every_letter_has_the_shape_of_what_it_is(sqlite_db, cast, key, wrong, right):
    with pytest.raises(Refused):
        numbers.set_value(cast.ada, f"organisation_{key}", wrong, make.MONDAY)
    numbers.set_value(cast.ada, f"organisation_{key}", right, make.MONDAY)
