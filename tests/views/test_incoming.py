"""What arrives that no page of ours sends: numbers that no column holds, and signs that no database takes."""

import io

import pytest

from models import Customer, Incident, Need
from tests import make

TOO_LARGE = ("2147483648", "9223372036854775808", "9" * 5000)


@pytest.fixture
def whose(either_app, db, cast):
    with either_app.app_context():
        return make.customer(cast.omar)


@pytest.mark.parametrize("number", TOO_LARGE, ids=("2^31", "2^63", "5,000 nines"))
def test_a_number_too_large_for_a_column_is_no_thing_of_ours(either_app, db, cast, whose, signed_in, number):
    manager = signed_in(cast.mark, app=either_app)
    for address in (f"/customers/{number}", f"/incidents/{number}", f"/markers/{number}/told", f"/letters/{number}"):
        assert manager.get(address).status_code == 404, address
    assert manager.post(f"/warnings/{number}/issuing").status_code == 404
    for query in (f"before={number}", f"page={number}", f"person={number}"):
        for address in (f"/customers/{whose.id}", f"/customers/{whose.id}/contacts", "/absences/new"):
            assert manager.get(f"{address}?{query}").status_code == 200, (address, query)
    for typed in ({"incidents": number, "kind": "behaviour"}, {"incident": number}):
        assert manager.post(f"/customers/{whose.id}/warnings", data=typed).status_code == 422
    typed = {"happened_on": "2026-01-05", "minutes_spent": number, "count_telephone": number}
    answer = manager.post(f"/customers/{whose.id}/incidents/new", data=typed)
    sentence = "Enter a whole number" if len(number) > 4000 else "Enter a smaller number."
    assert answer.status_code == 422 and answer.text.count(sentence) >= 2


def test_a_sign_that_nobody_sees_reaches_no_row(either_app, db, cast, whose, signed_in):
    carla = signed_in(cast.carla, app=either_app)
    typed = {"channel": "telephone", "subject": "other", "caller": "customer", "form_key": "a\x00key\ufffe"}
    assert carla.post(f"/customers/{whose.id}/contact-check", data=typed).status_code < 500
    short = {"short": "1", "what_happened": "Sho\x00uting.", "channel": "telephone", "happened_on": "2026-01-05"}
    answer = carla.post(f"/customers/{whose.id}/incidents/new", data=short)
    assert answer.status_code == 422 and "A character that cannot be seen was taken out" in answer.text
    assert not Incident.select().exists()
    raw = b"q=R%00ob%ed%a0%80in&%ff=%zz&a[]=&=x"
    assert carla.post("/customers", data=raw, content_type="application/x-www-form-urlencoded").status_code < 400


def test_a_file_where_words_belong_is_as_nothing(either_app, db, cast, whose, signed_in):
    omar, before = signed_in(cast.omar, app=either_app), Customer.get_by_id(whose.id).name
    data = {"name": (io.BytesIO(b"Name"), "name.txt"), "version": str(whose.version)}
    answer = omar.post(f"/customers/{whose.id}/edit", data=data, content_type="multipart/form-data")
    assert answer.status_code == 422 and Customer.get_by_id(whose.id).name == before
    data = {"words": (io.BytesIO(b"A need"), "need.txt")}
    omar.post(f"/customers/{whose.id}/needs", data=data, content_type="multipart/form-data")
    assert not Need.select().exists()
