"""Two people at once, each in a window of their own; one person too quick; and what is left after signing out."""

import re

import pytest

from models import BehaviourWarning, Event, Incident, Restriction
from policy.core import clock
from policy.warnings import warnings
from tests import make
from tests.browser.desk import Desk

pytestmark = pytest.mark.browser

WORDS = "A sentence that took ten minutes to write."


@pytest.fixture
def sits(browser, live, enter):
    """`sits(person)`: a window of their own in which this person is signed in."""
    contexts = []

    def sit(person, scripts=True):
        contexts.append(browser.new_context(java_script_enabled=scripts, locale="en-GB"))
        page = contexts[-1].new_page()
        enter(page, live, person)
        return Desk(page, live.url, scripts)

    yield sit
    for context in contexts:
        context.close()


@pytest.fixture
def whose(live, cast):
    """A customer with an incident of nineteen days ago."""
    whose = make.customer(cast.omar, make.later(clock.now(), -20), name="Robin Twopenny")
    make.incident(cast.carla, whose, make.later(clock.now(), -19))
    return whose


@pytest.fixture
def proposal(whose, cast):
    """A proposal for that customer that nothing stands in the way of but a manager's weighing."""
    now = clock.now()
    then = make.later(now, -19)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mina, whose, [Incident.get()], then)
    make.served(cast.omar, warning.letter, then)
    again = make.incident(cast.carla, whose, make.later(now, -2))
    return make.proposal(cast.omar, whose, warning, [again], now)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_words_written_on_a_stale_draft_are_kept(sits, cast, whose, scripts):
    draft = make.draft_warning(cast.omar, whose, [Incident.get()], clock.now())
    omar, olive = sits(cast.omar, scripts), sits(cast.olive, scripts)
    for desk in (omar, olive):
        desk.page.goto(f"{desk.url}/warnings/{draft.id}")
    olive.fill(Why_this_matters="Olive wrote this first.")
    olive.press("Save the draft")
    olive.sees("The draft is saved.")
    omar.fill(Why_this_matters=WORDS)
    omar.press("Save the draft")
    omar.sees("This was not saved")
    told = omar.words()
    assert "Somebody else changed this while you had it open." in told
    assert re.search(r"Olive Officer changed it on \d+ \w+ \d{4}, ", told)
    assert "Olive wrote this first." in told
    assert omar.page.get_by_label("Why this matters").input_value() == WORDS
    assert BehaviourWarning.get().passages["effect"] == "Olive wrote this first."
    assert omar.page.evaluate("document.activeElement.matches('[data-summary]')")
    omar.press("Save the draft")
    omar.sees("The draft is saved.")
    assert BehaviourWarning.get().passages["effect"] == WORDS


def test_words_written_on_a_draft_that_was_issued_are_kept(sits, cast, whose):
    now = clock.now()
    draft = make.draft_warning(cast.omar, whose, [Incident.get()], now)
    omar = sits(cast.omar)
    omar.page.goto(f"{omar.url}/warnings/{draft.id}")
    warnings.read(cast.olive, draft, "Clear.", now, draft.version)
    make.weighing(cast.mina, whose, "warning", now)
    warnings.issue(cast.mina, draft, now)
    omar.fill(Why_this_matters=WORDS)
    omar.press("Save the draft")
    omar.sees("What you typed, which was not saved")
    told = omar.words()
    assert WORDS in told
    assert "Mina Manager issued it on" in told


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_the_second_of_two_managers_is_told(sits, cast, whose, proposal, scripts):
    make.weighing(cast.mina, whose, "restriction", clock.now())
    make.weighing(cast.mark, whose, "restriction", clock.now())
    mina, mark = sits(cast.mina, scripts), sits(cast.mark, scripts)
    for desk in (mina, mark):
        desk.page.goto(f"{desk.url}/restrictions/{proposal.id}/authorising")
        assert desk.offers("Authorise this restriction")
    mina.press("Authorise this restriction")
    mina.sees("It is authorised. It is not in force until its letter is issued.")
    mark.press("Authorise this restriction")
    mark.sees("This cannot be done yet")
    told = mark.words()
    assert "This restriction has been authorised already." in told
    assert "Mina Manager authorised it on" in told
    assert not mark.offers("Authorise this restriction")
    assert Restriction.get().authorised_by == cast.mina
    assert Event.select().where(Event.name == "restriction_authorised").count() == 1


@pytest.mark.parametrize("place", ["#log", "main"], ids=["short form", "whole form"])
def test_two_presses_on_save_make_one_incident(sits, cast, whose, place):
    carla = sits(cast.carla)
    carla.page.goto(f"{carla.url}/customers/{whose.id}" + ("" if place == "#log" else "/incidents/new"))
    carla.fill(place, What_happened=WORDS)
    carla.choose("Office", within=place)
    button = carla.page.locator(place).get_by_role("button", name="Save this incident")
    button.dblclick(no_wait_after=True)
    carla.sees("Logged as I-00002")
    carla.page.wait_for_load_state("networkidle")
    assert Incident.select().where(Incident.what_happened == WORDS).count() == 1


def test_the_same_form_sent_again_makes_no_second_incident(sits, cast, whose):
    """Back from the answer, and sent once more: it is known for the same form."""
    carla = sits(cast.carla, scripts=False)
    carla.page.goto(f"{carla.url}/customers/{whose.id}/incidents/new")
    key = carla.page.locator("[name=form_key]").first.input_value()
    for _ in range(2):
        carla.page.goto(f"{carla.url}/customers/{whose.id}/incidents/new")
        carla.page.locator("[name=form_key]").first.evaluate("(one, key) => { one.value = key }", key)
        carla.fill(What_happened=WORDS)
        carla.choose("Office")
        carla.press("Save this incident")
        carla.sees("Logged as I-00002")
    assert Incident.select().where(Incident.what_happened == WORDS).count() == 1


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_going_back_after_signing_out_shows_nothing(sits, cast, whose, scripts):
    omar = sits(cast.omar, scripts)
    omar.find("Robin Twopenny")
    assert omar.heading() == "Customer’s file"
    omar.press("Sign out", within="header")
    omar.page.wait_for_url(re.compile("/sign-in"))
    kept = omar.page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "Twopenny" not in kept and "/customers" not in kept
    for _ in range(2):
        omar.page.go_back()
        shown = omar.page.locator("body").inner_text() + omar.page.title() + omar.page.url
        assert "Twopenny" not in shown and "Omar" not in shown, omar.page.url
