"""Letters beside the decisions as pages: looked at, refused, made; and what is never shown or sent to whom."""

from typing import Any

import pytest

from models import SideLetter
from policy.contacts import contacts
from policy.core import clock
from policy.customers import customers
from tests import make
from tests.policy.stage import WEDNESDAY


@pytest.fixture
def restriction(sqlite_db: Any, cast: Any) -> Any:
    now = make.later(clock.now(), -20)
    return make.restriction_in_force(cast, now=now, terms={"channels": {"channels": ["letter", "email"]}})


def test_a_reminder_is_previewed_and_sent_once(client: Any, cast: Any, restriction: Any) -> None:
    told = {"channel": "telephone", "subject": "tenancy", "arrangement": "broken_by_customer"}
    row = contacts.log(cast.carla, restriction.customer, told, make.later(clock.now(), -1), make.key())
    client.sign_in(cast.omar)
    at = f"/restrictions/{restriction.id}/letters/reminder"
    page = client.get(at).text
    assert "by telephone" in page and "This is a reminder and not a new decision" in page
    typed = {"form_key": "once", "cited": [str(row.id)], "answer": "We have asked our rents team."}
    assert "We have asked our rents team." in client.post(f"{at}/preview", data=typed).text
    assert SideLetter.select().count() == 0
    first, again = client.post(at, data=typed), client.post(at, data=typed)
    assert first.status_code == again.status_code == 303 and first.location == again.location
    assert SideLetter.select().count() == 1
    assert client.get(at).text.count("What would clear it") >= 1
    assert "A reminder of the arrangement" in client.get(f"/restrictions/{restriction.id}").text


def test_what_was_typed_for_a_support_worker_is_kept_when_it_is_refused(
    client: Any, cast: Any, restriction: Any
) -> None:
    told = {"name": "Jo Field", "organisation": "Harbour Advice", "email": "jo@harbour.example", "basis": "Form signed"}
    customers.add_support_worker(cast.omar, restriction.customer, told, WEDNESDAY)
    client.sign_in(cast.omar)
    at = f"/restrictions/{restriction.id}/letters/support-worker"
    assert "Form signed" in client.get(at).text
    answer = client.post(at, data={"form_key": "a", "to_whom": "2 Quay Street"})
    assert answer.status_code == 422 and "2 Quay Street" in answer.text and "Choose the support worker" in answer.text


def test_a_notice_is_handed_over_and_shows_no_address(client: Any, cast: Any, restriction: Any) -> None:
    client.sign_in(cast.omar)
    at = f"/restrictions/{restriction.id}/letters/staff-notice"
    assert client.post(f"{at}/preview", data={"arranged": "Not asked for here"}).status_code == 200
    client.post(at, data={"form_key": "n", "to_whom": "other", "other": "The repairs team"})
    row = SideLetter.get()
    page = client.get(f"/letters/{row.letter_id}").text
    assert "To The repairs team, about" in page and "It is not posted" in page
    assert restriction.customer.postcode not in page
    assert client.get(f"/restrictions/{restriction.id}/letters/warning-ended").status_code == 404


def test_an_appeal_form_names_nobody(client: Any, cast: Any, restriction: Any) -> None:
    client.sign_in(cast.omar)
    page = client.get(f"/restrictions/{restriction.id}/appeal-form").text
    assert restriction.reference in page and restriction.customer.name not in page
    assert "R-0" not in client.get("/appeal-form").text
