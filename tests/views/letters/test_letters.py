"""Letters as sent: shown and printed as they were kept, never made again, and their way to the customer."""

from typing import Any

import pytest

from letterpress.print import pdf as printing
from models import Delivery, Event, Letter
from policy.core import clock, numbers
from tests import make
from tests.browse import words

NOW = clock.now()
TODAY = clock.today(NOW).isoformat()
ISSUED = make.later(NOW, -5)


@pytest.fixture
def letter(app: Any, cast: Any) -> Letter:
    whose = make.customer(cast.omar, make.later(NOW, -30), name="Robin Example")
    cited = [make.incident(cast.carla, whose, make.later(NOW, -8))]
    return make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited, ISSUED).letter


def sent(**told: Any) -> dict[str, Any]:
    return {"expected": "0", "outcome": "posted", "on": TODAY, "address": "14 Sample Street", **told}


def test_the_letter_is_shown_as_it_was_kept(signed_in, cast, letter):
    numbers.set_value(cast.ada, "organisation_name", "A landlord with a new name", NOW)
    response = signed_in(cast.omar).get(f"/letters/{letter.id}")
    assert letter.html in response.text
    assert letter.sha256 in response.text and "have not changed" in words(response.text)
    assert "<title>A letter" in response.text
    bare = signed_in(cast.omar).get(f"/letters/{letter.id}/print")
    assert "A landlord with a new name" not in bare.text
    assert "Robin Example" in words(bare.text) and "no-store" in bare.headers["Cache-Control"]


def test_the_pdf_has_a_name_without_a_person(signed_in, cast, letter):
    response = signed_in(cast.omar).get(f"/letters/{letter.id}.pdf")
    assert response.status_code == 200 and response.data[:5] == b"%PDF-"
    assert response.headers["Content-Disposition"] == f'inline; filename="letter-{letter.reference}.pdf"'
    assert "no-store" in response.headers["Cache-Control"]


def test_where_no_pdf_can_be_made_the_browser_prints(signed_in, cast, letter, monkeypatch):
    broken = printing.Child(["false"])
    monkeypatch.setattr(printing, "_child", broken)
    response = signed_in(cast.omar).get(f"/letters/{letter.id}.pdf")
    assert response.status_code == 501
    assert f"/letters/{letter.id}/print" in response.text and "from the browser" in words(response.text)


@pytest.mark.parametrize("key", ["carla", "ada"])
def test_those_who_see_no_files_see_no_letter(signed_in, cast, letter, key):
    one = signed_in(getattr(cast, key))
    for address in (f"/letters/{letter.id}", f"/letters/{letter.id}/print", f"/letters/{letter.id}.pdf"):
        assert one.get(address).status_code == 404


# --- Its way to the customer ---


def test_g4_the_way_is_recorded_and_the_warning_counts_from_then(signed_in, cast, letter):
    omar = signed_in(cast.omar)
    told = sent(outcome="handed", words="At the door, by Omar")
    response = omar.post(f"/letters/{letter.id}/deliveries", data=told)
    assert response.status_code == 303 and response.location == "/warnings/1#letter"
    page = words(omar.get("/warnings/1").text)
    assert f"Received on {clock.day_words(clock.today(NOW))}; live until" in page
    assert "At the door, by Omar" in page


def test_two_people_record_once_and_the_second_is_told(signed_in, cast, letter):
    assert signed_in(cast.omar).post(f"/letters/{letter.id}/deliveries", data=sent()).status_code == 303
    told = sent(words="Kept words of the second")
    response = signed_in(cast.olive).post(f"/letters/{letter.id}/deliveries", data=told)
    page = words(response.text)
    assert response.status_code == 409
    assert "Omar Officer recorded something on" in page and "Kept words of the second" in response.text
    assert Delivery.select().count() == 1
    assert Event.select().where(Event.name == "letter_posted").count() == 1


@pytest.mark.parametrize(
    ("told", "control"),
    [
        ({"outcome": ""}, "outcome-0"),
        ({"outcome": "eaten"}, "outcome-0"),
        ({"on": ""}, "on"),
        ({"on": "31/02/2026"}, "on"),
        ({"on": "2999-01-01"}, "on"),
        ({"on": "2020-01-01"}, "on"),
        ({"outcome": "handed", "words": ""}, "words"),
        ({"tracking": "9" * 61}, "tracking"),
        ({"address": "a\x00b"}, "address"),
        ({"words": "x" * 10_001}, "words"),
    ],
)
def test_what_cannot_be_is_asked_again_with_everything_typed(signed_in, cast, letter, told, control):
    told = {"tracking": "AB 123 <i>", **told}
    response = signed_in(cast.omar).post(f"/letters/{letter.id}/deliveries", data=sent(**told))
    assert response.status_code == 422
    assert f'href="#{control}"' in response.text
    assert told["tracking"].replace("<i>", "&lt;i&gt;") in response.text
    assert Delivery.select().count() == 0


@pytest.mark.parametrize("expected", ["", "-1", "1", "x", "9" * 30])
def test_a_page_that_knows_another_state_is_refused(signed_in, cast, letter, expected):
    response = signed_in(cast.omar).post(f"/letters/{letter.id}/deliveries", data=sent(expected=expected))
    assert response.status_code == 409
    assert Delivery.select().count() == 0


def test_only_what_was_posted_comes_back(signed_in, cast, letter):
    told = sent(outcome="returned", words="Addressee gone away")
    response = signed_in(cast.omar).post(f"/letters/{letter.id}/deliveries", data=told)
    assert response.status_code == 409
    assert "Only a letter that was posted or e-mailed can come back" in words(response.text)
