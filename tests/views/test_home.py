"""Today: what needs this person, and the search for those who may look customers up."""

import pytest

from policy import clock
from tests import make
from tests.browse import words


@pytest.mark.parametrize(
    ("who", "searches"),
    [("carla", True), ("omar", True), ("mina", True), ("dora", True), ("ada", False)],
)
def test_the_search_is_for_those_who_may_look_customers_up(signed_in, cast, who, searches):
    assert ('role="search"' in signed_in(getattr(cast, who)).get("/").text) is searches


def test_nothing_to_do_is_said(signed_in, cast):
    assert "Nothing needs you today." in words(signed_in(cast.mina).get("/").text)


def test_a_request_that_is_owed_an_answer_stands_on_its_owners_page(signed_in, cast):
    now = clock.now()
    person = make.customer(cast.omar, now)
    make.incident(cast.omar, person, now, request="Ring about the leak", request_owner=cast.olive)
    shown = words(signed_in(cast.olive).get("/").text)
    assert f"Answer what {person.name} asked for" in shown
    assert person.name not in words(signed_in(cast.mark).get("/").text)


def test_somebody_who_only_administers_sees_no_customer(signed_in, cast):
    make.incident(cast.omar, make.customer(cast.omar, clock.now()), clock.now())
    shown = signed_in(cast.ada).get("/").text
    assert "Robin" not in shown
    assert "Customers" not in words(shown)
