"""respond.deed: the contract of every view that does something."""

from typing import Any

import pytest
from flask import Response, get_flashed_messages

from policy.core.answers import Refusal, Refused, answer, unless
from policy.core.validation import Invalid
from views.frame import respond
from views.frame.decision_pages import Reason

STALE = Refusal("stale", "", "Somebody else changed this.", "Read it again.")
OTHER = Refusal("G22", "4.2", "This is not in force.")


def again(**facts: Any) -> Response:
    """The page again, as its facts."""
    response = Response("again", facts.pop("status"))
    response.facts = facts
    return response


def done(made: Any) -> Response:
    return Response(f"done {made}", 303)


def raising(fault: Exception) -> Any:
    def do() -> str:
        raise fault

    return do


@pytest.fixture
def form(app: Any) -> Any:
    with app.test_request_context("/", method="POST", data={"because": "I say so"}):
        yield Reason(meta={"csrf": False})


def test_what_is_done_is_said_and_sends_on(form):
    response = respond.deed(form, lambda: 7, done, again, lambda made: f"Made {made}.")
    assert (response.status_code, response.get_data(as_text=True)) == (303, "done 7")
    assert get_flashed_messages() == ["Made 7."]


def test_what_will_not_do_as_typed_comes_back_with_each_fault(form):
    response = respond.deed(form, raising(Invalid({"because": "Say why."})), done, again, "Done.")
    assert (response.status_code, response.facts) == (422, {"has_errors": True})
    assert form.because.errors == ["Say why."] and get_flashed_messages() == []


def test_a_check_adds_to_what_the_form_found_and_stops_the_deed(form):
    check = lambda: form.blame({"because": "That is nobody."})  # noqa: E731
    response = respond.deed(form, raising(AssertionError()), done, again, check=check)
    assert response.status_code == 422 and form.faults == [("because", "That is nobody.")]


def test_a_refusal_stands_before_the_form_and_gives_every_reason(form):
    may = answer(OTHER, unless(False, "G15", "Only a manager can."))
    response = respond.deed(form, raising(AssertionError()), done, again, may=may)
    assert response.status_code == 409 and [one.rule for one in response.facts["refusals"]] == ["G22", "G15"]
    assert "before_you" not in response.facts


@pytest.mark.parametrize(("reason", "said"), [(STALE, "Mark did."), (OTHER, "")], ids=["late", "a rule"])
def test_who_was_first_is_said_only_to_whom_came_too_late(form, reason, said):
    response = respond.deed(form, raising(Refused([reason])), done, again, before_you=lambda: "Mark did.")
    assert response.facts["before_you"] == said


def test_a_refusal_may_have_a_page_of_its_own(form):
    def elsewhere(**facts: Any) -> Response:
        return Response("elsewhere", facts["status"])

    response = respond.deed(form, raising(Refused([OTHER])), done, again, when_refused=elsewhere)
    assert (response.status_code, response.get_data(as_text=True)) == (409, "elsewhere")


def test_where_htmx_asked_a_refusal_is_its_sentences(app):
    with app.test_request_context("/", method="POST", headers={"HX-Request": "true"}):
        response = respond.deed(None, raising(Refused([STALE])), done, again)
        assert (
            response.status_code == 409
            and response.get_data(as_text=True) == "Somebody else changed this. Read it again."
        )


def test_the_same_form_again_answers_with_what_it_made(form):
    response = respond.deed(form, raising(AssertionError()), done, again, "Done.", may=answer(OTHER), sent_before=7)
    assert response.get_data(as_text=True) == "done 7" and get_flashed_messages() == []


def test_a_button_that_types_nothing_cannot_be_blamed(app):
    with app.test_request_context("/", method="POST"), pytest.raises(Invalid):
        respond.deed(None, raising(Invalid({"because": "Say why."})), done, again)
