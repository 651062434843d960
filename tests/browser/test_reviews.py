"""A review from the customer's request to the decision, in a real browser."""

import datetime as dt

import pytest
import time_machine

from tests import make
from tests.browser.desk import Desk
from tests.browser.test_whole_path import WEIGHED

pytestmark = pytest.mark.browser

BEGUN = make.later(make.MONDAY, 9)
PREPARED = {
    "The reasons": "The letters have been civil. Calls can be tried again at first.",
    "Our answer to what they told us": "You would like to ring us again, and you can.",
    "What we have done to make this fair": "We know of nothing else that you need.",
    "What would end this sooner": "Three calm months.",
}


@pytest.fixture
def desk(browser, live, cast):
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    yield Desk(context.new_page(), live.url)
    context.close()


def test_a_review_goes_the_whole_way(desk, cast):
    row = make.restriction_in_force(cast, now=BEGUN)
    with time_machine.travel(BEGUN + dt.timedelta(days=75), tick=True):
        desk.sign_in(cast.omar)
        desk.follow(f"Review restriction {row.reference}")
        assert desk.heading() == "Review a restriction"
        ask(desk)
        invite(desk)
        hear(desk)
        prepare(desk)
        ease(desk)
        desk.sign_in(cast.mina)
        desk.follow(f"Answer the request to end restriction {row.reference}")
        desk.follow("Check before you decide")
        assert not desk.offers("Decide this and issue the letter")
        desk.follow("Record what you considered", within="#way")
        desk.fill(**{question: f"{answer} Before the review." for question, answer in WEIGHED.items()})
        desk.page.locator('[name="linked_to_disability"][value="no"]').check()
        desk.press("Record what you considered")
        desk.sees("Nothing stands in the way of deciding this")
        desk.follow("Check before you decide")
        assert "From now on: You contact us by letters, e-mails and telephone calls" in desk.words(".sheet")
        desk.press("Decide this and issue the letter")
        desk.sees("The review is decided, and its letter is issued.")
        assert "It goes on, but changed." in desk.words(".standing")
        desk.follow(f"{row.reference}/2")
        assert "Contact only by letters, e-mails and telephone calls." in desk.words()


def ask(desk):
    desk.fill(**{"What did they say": "I have been calm. Let me ring you again."})
    desk.page.get_by_label("How did they ask").select_option("telephone")
    desk.press("Record this request")
    desk.sees("The request is recorded.")


def invite(desk):
    desk.follow("Check the invitation before you send it")
    desk.fill(**{"What help we offer": "Olive can ring you on Tuesday."})
    desk.sees("Olive can ring you on Tuesday.", within="#preview")
    desk.press("Issue the invitation")
    desk.sees("The invitation is issued.")
    desk.follow("V-00001")


def hear(desk):
    desk.unfold("Record what somebody said")
    desk.choose("The customer", within="#said")
    desk.page.locator("#said select").select_option("visit")
    desk.fill("#said", What_did_they_say="I would like to ring on Mondays.")
    desk.press("Record this", within="#said")
    desk.sees("What they said is recorded.")
    assert "I would like to ring on Mondays." in desk.words("#said")


def prepare(desk):
    desk.choose("It goes on, but changed", "Nothing new has happened")
    desk.fill("#prepare", **PREPARED)
    desk.fill("#prepare", Why_no_new_evidence_is_needed="It was serious, and only some weeks have passed")
    desk.page.locator('[name="outcome"][value="lifted"]').check()
    assert not desk.page.get_by_label("New end").is_visible()
    desk.page.locator('[name="outcome"][value="varied"]').check()
    desk.sees("Calls can be tried again at first.", within="#preview")
    assert "It is not saved yet" in desk.words("#preview")
    desk.press("Save, and change the measures")


def ease(desk):
    assert desk.heading() == "Change the measures"
    desk.follow("Change", within="#term-channels")
    desk.choose("telephone calls")
    desk.press("Save this measure")
    desk.sees("After the review: Contact only by letters, e-mails and telephone calls.")
    desk.follow("Back to the review")
    assert (
        desk.page.get_by_label("Our answer to what they told us").input_value()
        == PREPARED["Our answer to what they told us"]
    )
