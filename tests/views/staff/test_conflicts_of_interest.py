"""Knowing a customer privately on screen: the file is closed, page by page, and a senior officer opens it again."""

import pytest

from models import Conflict, Event
from policy.staff import conflicts_of_interest
from tests import make
from tests.browse import words
from tests.views.desk import NOW, ago, proposed

pytestmark = pytest.mark.usefixtures("app")


def test_g65_every_page_of_the_file_is_closed_and_says_only_why(signed_in, cast):
    row = proposed(cast)
    whose = row.customer
    (incident,) = whose.incidents.limit(1)
    conflicts_of_interest.declare(cast.omar, cast.omar, whose, "relative", "", NOW)
    omar = signed_in(cast.omar)
    for address in (
        f"/customers/{whose.id}",
        f"/customers/{whose.id}/incidents/new",
        f"/customers/{whose.id}/warnings/new",
        f"/customers/{whose.id}/conflict",
        f"/incidents/{incident.id}",
        f"/warnings/{row.warning_id}",
        f"/restrictions/{row.id}",
        f"/letters/{row.warning.letter_id}",
        f"/letters/{row.warning.letter_id}.pdf",
    ):
        response = omar.get(address)
        told = words(response.text)
        assert response.status_code == 403, address
        assert "You know this customer privately" in told and "G65" in told and "colleague now" in told
        assert whose.name not in response.text and whose.reference not in response.text
    assert omar.post(f"/incidents/{incident.id}/notes", data={"kind": "account", "words": "x"}).status_code == 403
    assert whose.name not in omar.get("/").text
    assert signed_in(cast.olive).get(f"/customers/{whose.id}").status_code == 200


def test_g65_a_colleague_says_so_and_is_out_at_once(signed_in, cast):
    whose = make.customer(cast.omar, ago(3))
    carla = signed_in(cast.carla)
    page = carla.get(f"/customers/{whose.id}/conflict")
    assert 'name="person"' not in page.text and "Who stays out" not in page.text
    assert carla.post(f"/customers/{whose.id}/conflict", data={}).status_code == 422
    response = carla.post(f"/customers/{whose.id}/conflict", data={"kind": "friend"})
    assert response.status_code == 303 and response.location == "/"
    assert carla.get(f"/customers/{whose.id}").status_code == 403
    row = Conflict.get()
    assert (row.user, row.by, row.kind) == (cast.carla, cast.carla, "friend")


def test_g65_a_manager_says_it_of_a_colleague(signed_in, cast):
    whose = make.customer(cast.omar, ago(3))
    mina, address = signed_in(cast.mina), f"/customers/{whose.id}/conflict"
    assert mina.post(address, data={"who": "other", "kind": "friend"}).status_code == 422
    assert mina.post(address, data={"who": "other", "person": "Nobody", "kind": "friend"}).status_code == 422
    told = {"who": "other", "person": "Omar Officer", "kind": "neighbour", "words": "Next door"}
    assert mina.post(address, data=told).location == address
    assert mina.post(address, data=told).status_code == 409
    page = words(mina.get(address).text)
    assert "Omar Officer: a neighbour" in page and "Next door" in page
    assert signed_in(cast.omar).get(f"/customers/{whose.id}").status_code == 403
    assert mina.get(f"/customers/{whose.id}").status_code == 200


def test_g65_a_senior_officer_lets_them_in_with_a_reason(signed_in, cast):
    whose = make.customer(cast.omar, ago(3))
    row = conflicts_of_interest.declare(cast.omar, cast.omar, whose, "neighbour", "Same stair", ago(2))
    address = f"/conflicts/{row.id}/ending"
    mina, sena = signed_in(cast.mina), signed_in(cast.sena)
    assert "Only a senior officer" in words(mina.get(address).text)
    assert mina.post(address, data={"because": "We are short"}).status_code == 409
    assert signed_in(cast.olive).get(address).status_code == 403
    assert signed_in(cast.omar).get(address).status_code == 403
    assert "Same stair" in words(sena.get(address).text)
    assert sena.post(address, data={"because": ""}).status_code == 422
    before = Event.select().count()
    assert sena.post(address, data={"because": "The only officer who signs"}).status_code == 303
    assert Event.select().count() == before + 1
    assert sena.post(address, data={"because": "Again"}).status_code == 409
    assert signed_in(cast.omar).get(f"/customers/{whose.id}").status_code == 200
