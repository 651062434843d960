"""The pages of an end: the cease letter, who has been told, and what life brings."""

import datetime as dt
from typing import Any

import pytest

from models import Ending, Event, LifeEvent, Restriction, Telling
from policy.core import clock
from policy.restrictions import decision as restriction_decision
from policy.restrictions import notifications
from tests import make
from tests.browse import words
from tests.views.desk import NOW, ago

TODAY = clock.today(NOW)


@pytest.fixture
def row(app: Any, cast: Any) -> Restriction:
    """In force for ten days, letters and e-mails only."""
    return make.restriction_in_force(cast, now=ago(10))


@pytest.fixture
def lifted(cast: Any, row: Restriction) -> Restriction:
    restriction_decision.lift(cast.mina, row, "It is no longer needed.", NOW)
    return row.fresh()


def test_lifting_leads_to_the_letter_beside_it(signed_in, cast, row):
    mina = signed_in(cast.mina)
    done = mina.post(f"/restrictions/{row.id}/lifting", data={"because": "No longer needed"})
    assert done.status_code == 303 and done.location.endswith(f"/restrictions/{row.id}/ending")
    page = words(mina.get(f"/restrictions/{row.id}/ending").text)
    assert "every way of contact is open to you" in page and "Issue this letter" in page


def test_g48_the_page_says_that_it_is_not_closed_and_what_is_owed(signed_in, cast, lifted):
    omar = signed_in(cast.omar)
    page = words(omar.get(f"/restrictions/{lifted.id}").text)
    assert "It has ended, and is not closed yet" in page and "4 are still to be told" in page
    sent = omar.post(f"/restrictions/{lifted.id}/ending", data={"thanks": "Thank you."})
    assert sent.status_code == 303 and Ending.get().letter is not None
    assert omar.post(f"/restrictions/{lifted.id}/ending", data={}).status_code == 409
    owed = notifications.owed(lifted, "ends", NOW)
    done = {"occasion": "ends", "whom": owed, "words": "By e-mail"}
    assert omar.post(f"/restrictions/{lifted.id}/told", data=done).status_code == 303
    assert {one.whom for one in Telling.select()} == set(owed)
    page = words(omar.get(f"/restrictions/{lifted.id}").text)
    assert "Closed: the customer and everybody else has been told" in page and "not closed yet" not in page
    assert "ended" in words(omar.get(f"/letters/{Ending.get().letter_id}").text)


def test_what_was_typed_is_shown_in_the_letter_and_kept_when_it_will_not_do(signed_in, cast, lifted):
    omar = signed_in(cast.omar)
    shown = omar.post(f"/restrictions/{lifted.id}/ending/preview", data={"thanks": "Your calls were calm."})
    assert shown.status_code == 200 and words(shown.text).count("Your calls were calm.") == 2
    refused = omar.post(f"/restrictions/{lifted.id}/ending", data={"thanks": "Carla Contact thanks you."})
    assert refused.status_code == 409 and "Carla Contact thanks you." in refused.text
    assert Ending.select().count() == 0


def test_before_its_end_there_is_nothing_to_write(signed_in, cast, row):
    page = words(signed_in(cast.omar).get(f"/restrictions/{row.id}/ending").text)
    assert "It ends on" in page and "Issue this letter" not in page


@pytest.mark.parametrize("typed", [{"occasion": "begins"}, {"occasion": "begins", "whom": ["nobody we know"]}, {}])
def test_who_was_told_is_asked_again_where_it_is_not_said(signed_in, cast, row, typed):
    assert signed_in(cast.omar).post(f"/restrictions/{row.id}/told", data=typed).status_code == 422
    assert Telling.select().count() == 0


def test_somebody_else_who_was_told_is_recorded_too(signed_in, cast, row):
    omar = signed_in(cast.omar)
    typed = {"occasion": "begins", "other": "the gas contractor", "words": "By telephone"}
    assert omar.post(f"/restrictions/{row.id}/told", data=typed).status_code == 303
    assert "the gas contractor" in words(omar.get(f"/restrictions/{row.id}/told").text)


def test_where_one_of_those_told_cannot_be_kept_nobody_is_recorded(signed_in, cast, row):
    before = Event.select().count()
    typed = {"occasion": "begins", "whom": [notifications.ICON], "other": "x" * 300, "words": "By telephone"}
    response = signed_in(cast.omar).post(f"/restrictions/{row.id}/told", data=typed)
    assert response.status_code == 422 and "at most 200 can be kept" in words(response.text)
    assert Telling.select().count() == 0 and Event.select().count() == before


def test_g51_a_death_is_recorded_and_no_letter_is_owed(signed_in, cast, row):
    omar = signed_in(cast.omar)
    page = words(omar.get(f"/customers/{row.customer_id}/life-events/new").text)
    assert row.reference in page and "Nothing of the past is changed" in page
    typed = {"form_key": "k", "kind": "death", "on": TODAY.isoformat(), "words": "The family rang"}
    address = f"/customers/{row.customer_id}/life-events"
    assert omar.post(address, data=typed | {"words": ""}).status_code == 422
    assert omar.post(address, data=typed).status_code == omar.post(address, data=typed).status_code == 303
    assert LifeEvent.select().count() == 1 and row.fresh().ended_on == TODAY
    page = words(omar.get(f"/restrictions/{row.id}/ending").text)
    assert "No letter is owed. The customer has died." in page
    assert omar.post(f"/restrictions/{row.id}/ending", data={}).status_code == 303
    assert omar.post(address, data=typed | {"form_key": "other"}).status_code == 409


def test_g51_a_new_name_leads_to_the_details(signed_in, cast, row):
    typed = {"form_key": "k", "kind": "name", "on": (TODAY - dt.timedelta(days=3)).isoformat()}
    done = signed_in(cast.omar).post(f"/customers/{row.customer_id}/life-events", data=typed)
    assert done.status_code == 303 and done.location.endswith(f"/customers/{row.customer_id}/edit")
