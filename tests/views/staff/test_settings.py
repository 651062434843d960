"""Numbers, details and people, for administrators alone."""

import pytest

from models import Event, User
from policy.core import clock, numbers
from policy.core.answers import Refused
from policy.staff import people
from tests.browse import words
from tests.cast import PASSWORD

NEW = {"name": "Ines Invented", "email": "Ines@Karbon.example", "roles": ["officer"], "job_title": "Housing officer"}


@pytest.fixture
def ada(signed_in, cast):
    return signed_in(cast.ada)


def test_a_number_within_its_range_counts_from_now_on(ada):
    assert ada.post("/settings/numbers/warning_months", data={"value": "9"}).status_code == 303
    assert numbers.value("warning_months", clock.now()) == 9
    page = words(ada.get("/settings/numbers/warning_months").text)
    assert "9 months, since" in page
    assert "set by Ada Administrator" in page


@pytest.mark.parametrize("typed", ["2", "13", "-6", "six", "", "6.5", "9" * 30, "６\x00"])
def test_a_number_out_of_range_is_refused_and_stays_in_the_form(ada, typed):
    answer = ada.post("/settings/numbers/warning_months", data={"value": typed})
    assert answer.status_code == 422
    assert "<title>Error: " in answer.text
    assert typed.strip("\x00") in answer.text
    assert numbers.value("warning_months", clock.now()) == 6


def test_the_landlords_details_are_kept_as_typed(ada):
    typed = "Number Five <b>House</b>\r\nGosforth"
    assert ada.post("/settings/numbers/organisation_address", data={"value": typed}).status_code == 303
    assert numbers.organisation(clock.now())["address"] == "Number Five <b>House</b>\nGosforth"
    assert "<b>House" not in ada.get("/settings").text


@pytest.mark.parametrize("key", ["unknown", "organisation_unknown", "organisation_"])
def test_a_setting_that_is_none_is_not_found(ada, key):
    assert ada.get(f"/settings/numbers/{key}").status_code == 404
    assert ada.post(f"/settings/numbers/{key}", data={"value": "1"}).status_code == 404


def test_somebody_new_can_sign_in_with_the_password_shown_once(ada, client):
    answer = ada.post("/settings/people", data=NEW)
    assert answer.status_code == 201
    password = answer.text.split("<code>")[1].split("</code>")[0]
    assert password not in ada.get("/settings/people").text
    assert client.post("/sign-in", data={"email": "ines@karbon.example", "password": password}).status_code == 303
    assert [line.name for line in Event.select()] == ["person_added"]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"name": ""}, "Enter their name."),
        ({"email": "no address"}, "Enter an e-mail address such as"),
        ({"email": "MINA@karbon.example"}, "Somebody with this e-mail address is here already."),
        ({"roles": []}, "Choose at least one role."),
        ({"roles": ["emperor"]}, "Choose from the list."),
        ({"name": "x" * 121}, "Use 120 characters at most."),
        ({"name": "Ines\x00Invented"}, "A character that cannot be seen was taken out after “Ines”."),
    ],
)
def test_a_person_who_cannot_be_added_stays_in_the_form(ada, told, sentence):
    count = User.select().count()
    answer = ada.post("/settings/people", data=NEW | told)
    assert answer.status_code == 422
    assert sentence in words(answer.text)
    assert "Housing officer" in answer.text
    assert User.select().count() == count


def test_roles_are_given_and_taken(ada, cast):
    address = f"/settings/people/{cast.omar.id}/roles"
    assert ada.post(address, data={"roles": ["officer", "manager"]}).status_code == 303
    assert cast.omar.is_manager
    assert ada.post(address, data={"roles": []}).status_code == 422
    assert cast.omar.is_manager


def test_there_is_always_an_administrator(ada, cast):
    answer = ada.post(f"/settings/people/{cast.ada.id}/roles", data={"roles": ["officer"]})
    assert answer.status_code == 409
    assert "There would be no administrator left." in words(answer.text)
    assert ada.post(f"/settings/people/{cast.ada.id}/access", data={"access": "end"}).status_code == 409
    assert cast.ada.is_administrator


def test_access_ends_and_comes_back(ada, cast, client):
    address = f"/settings/people/{cast.omar.id}/access"
    assert ada.post(address, data={"access": "end"}).status_code == 303
    assert not cast.omar.active
    assert client.post("/sign-in", data={"email": "omar@karbon.example", "password": PASSWORD}).status_code == 422
    assert ada.post(address, data={"access": "back"}).status_code == 303
    assert cast.omar.active


def test_a_new_first_password_ends_the_persons_sessions(ada, cast, signed_in):
    omar = signed_in(cast.omar)
    assert ada.post(f"/settings/people/{cast.omar.id}/password").status_code == 200
    assert omar.get("/account").status_code == 303


@pytest.mark.parametrize("who", ["carla", "omar", "mina", "sena", "sol", "dora"])
def test_nobody_else_changes_people_even_past_the_pages(cast, who):
    actor = getattr(cast, who)
    for deed in (
        lambda: people.set_roles(actor, cast.omar, ["administrator"], clock.now()),
        lambda: people.deactivate(actor, cast.omar, clock.now()),
        lambda: people.reset_password(actor, cast.omar, clock.now()),
        lambda: people.add_person(actor, "New", "new@karbon.example", ["officer"], PASSWORD, clock.now()),
        lambda: numbers.set_value(actor, "warning_months", 9, clock.now()),
    ):
        with pytest.raises(Refused):
            deed()
