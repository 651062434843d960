"""What the decider weighs: asked afresh, beside what we know, and the support workers spoken to."""

import datetime as dt
from typing import Any

import pytest

from models import Consideration, SupportContact
from policy.considerations import considerations
from policy.core import clock
from policy.customers import customers
from tests import make
from tests.browse import htmx, words

NOW = clock.now()
EARLIER = make.later(NOW, -40)


@pytest.fixture
def whose(app: Any, cast: Any) -> Any:
    return make.customer(cast.omar, EARLIER)


def answers(mark: str = "today", **more: Any) -> dict[str, Any]:
    """An answer to every question, in words of their own."""
    told = {name: f"We looked at this for {mark}: {name} in our own words" for name in considerations.QUESTIONS}
    return {"form_key": make.key(), "purpose": "warning", "linked_to_disability": "no", **told, **more}


def test_the_questions_are_asked_afresh_with_what_we_know_beside(signed_in, cast, whose):
    make.weighing(cast.mark, whose, "warning", EARLIER, needs="These words stand in an older weighing of ours")
    customers.add_need(cast.omar, whose, "deaf", "Uses relay", EARLIER)
    make.incident(cast.carla, whose, EARLIER, came_before="Two appointments were missed", allegation="She hung up")
    response = signed_in(cast.mark).get(f"/customers/{whose.id}/considerations/new?purpose=warning")
    page = words(response.text)
    assert "These words stand in an older weighing of ours" not in page
    for known in ("Uses relay", "Two appointments were missed", "a complaint about a colleague that has no finding"):
        assert known in page


def test_a_weighing_is_recorded_once_and_leads_back_to_the_decision(signed_in, cast, whose):
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose, EARLIER)], NOW)
    mark, told = signed_in(cast.mark), answers(about=draft.id)
    first = mark.post(f"/customers/{whose.id}/considerations", data=told)
    again = mark.post(f"/customers/{whose.id}/considerations", data=told)
    assert first.status_code == again.status_code == 303
    assert first.location == f"/warnings/{draft.id}#way"
    assert Consideration.select().count() == 1
    shown = words(mark.get(f"/considerations/{Consideration.get().id}").text)
    assert told["proportionate"] in shown and "Mark Manager" in shown


def test_it_does_not_lead_to_another_persons_decision(signed_in, cast, whose):
    other = make.customer(cast.omar, EARLIER)
    draft = make.draft_warning(cast.omar, other, [make.incident(cast.carla, other, EARLIER)], NOW)
    response = signed_in(cast.mark).post(f"/customers/{whose.id}/considerations", data=answers(about=draft.id))
    assert response.location == f"/considerations/{Consideration.get().id}"


def test_g7_words_copied_from_an_older_weighing_are_sent_back(signed_in, cast, whose):
    mark = signed_in(cast.mark)
    mark.post(f"/customers/{whose.id}/considerations", data=answers())
    response = mark.post(f"/customers/{whose.id}/considerations", data=answers())
    assert response.status_code == 422
    assert "Please weigh it afresh" in words(response.text)
    assert Consideration.select().count() == 1


def test_every_missing_answer_is_named_and_the_others_are_kept(signed_in, cast, whose):
    told = answers(needs="", equality=" ", linked_to_disability="")
    response = signed_in(cast.mark).post(f"/customers/{whose.id}/considerations", data=told)
    assert response.status_code == 422
    for control in ("needs", "equality", "linked_to_disability-0"):
        assert f'href="#{control}"' in response.text
    assert told["proportionate"] in response.text
    assert response.text.index("<title>Error: ") > 0


def test_an_officer_is_told_who_weighs_it(signed_in, cast, whose):
    omar = signed_in(cast.omar)
    page = omar.get(f"/customers/{whose.id}/considerations/new?purpose=restriction")
    assert "The weighing is done by the manager" in words(page.text)
    response = omar.post(f"/customers/{whose.id}/considerations", data=answers())
    assert response.status_code == 409 and Consideration.select().count() == 0
    assert answers()["needs"] in response.text


@pytest.mark.parametrize("purpose", ["", "dinner", "warning%20x"])
def test_it_is_for_a_decision_of_the_policy(signed_in, cast, whose, purpose):
    mark = signed_in(cast.mark)
    assert mark.get(f"/customers/{whose.id}/considerations/new?purpose={purpose}").status_code == 404
    told = answers(purpose=purpose)
    assert mark.post(f"/customers/{whose.id}/considerations", data=told).status_code == 400


def test_g31_safeguarding_is_asked_for_the_young(signed_in, cast, whose):
    young = make.customer(cast.omar, EARLIER, date_of_birth=clock.today(NOW) - dt.timedelta(days=16 * 366))
    mark = signed_in(cast.mark)
    assert "under 18" in words(mark.get(f"/customers/{young.id}/considerations/new?purpose=warning").text)
    assert "under 18" not in words(mark.get(f"/customers/{whose.id}/considerations/new?purpose=warning").text)
    assert mark.post(f"/customers/{young.id}/considerations", data=answers()).status_code == 422


# --- Support workers ---


@pytest.fixture
def worker(cast: Any, whose: Any) -> Any:
    told = {"name": "Beth Larkin", "organisation": "Recovery", "telephone": "0191 498 0301", "basis": "He agreed"}
    return customers.add_support_worker(cast.omar, whose, told, EARLIER)


def tried(worker: Any, **told: Any) -> dict[str, Any]:
    usual = {"on": clock.today(NOW).isoformat(), "method": "telephone", "reached": "yes", "words": "She will help"}
    return {f"worker-{worker.id}-{name}": value for name, value in (usual | told).items()}


def test_a_conversation_is_recorded_in_place(signed_in, cast, worker):
    response = signed_in(cast.omar).post(
        f"/support-workers/{worker.id}/contacts", data=tried(worker), headers=htmx(f"worker-{worker.id}")
    )
    assert response.status_code == 200
    assert response.text.lstrip().startswith(f'<section class="panel" id="worker-{worker.id}"')
    assert "reached. She will help" in words(response.text)
    assert SupportContact.get().reached is True


def test_without_a_script_nothing_typed_in_the_weighing_is_lost(signed_in, cast, worker):
    told = answers(needs="Half an answer") | tried(worker, reached="no", words="")
    response = signed_in(cast.mark).post(f"/support-workers/{worker.id}/contacts", data=told)
    assert response.status_code == 200
    assert "Half an answer" in response.text and "not reached" in words(response.text)


@pytest.mark.parametrize(
    ("told", "control"),
    [
        ({"on": ""}, "on"),
        ({"on": "2999-01-01"}, "on"),
        ({"on": "yesterday"}, "on"),
        ({"method": "pigeon"}, "method-0"),
        ({"reached": ""}, "reached-0"),
        ({"words": ""}, "words"),
        ({"words": "a\x07b"}, "words"),
    ],
)
def test_a_try_that_cannot_be_is_asked_again(signed_in, cast, worker, told, control):
    told = answers(needs="Half an answer") | tried(worker, **told)
    response = signed_in(cast.mark).post(f"/support-workers/{worker.id}/contacts", data=told)
    assert response.status_code == 422
    assert f'href="#worker-{worker.id}-{control}"' in response.text
    assert "Half an answer" in response.text
    assert SupportContact.select().count() == 0


def test_those_who_see_no_files_record_nothing(signed_in, cast, worker):
    for key in ("carla", "ada", "dora", "sol"):
        response = signed_in(getattr(cast, key)).post(f"/support-workers/{worker.id}/contacts", data=tried(worker))
        assert response.status_code == 403
    assert signed_in(cast.omar).post("/support-workers/99/contacts", data={}).status_code == 404
