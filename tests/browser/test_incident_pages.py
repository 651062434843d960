"""Customers and incidents in a real browser: sound on every screen; logged in place; questions that follow answers."""

import pytest

from models import Incident
from policy.core import clock
from policy.customers import customers
from policy.incidents import entries as incident_entries
from policy.incidents import notes as incident_notes
from tests import make
from tests.accessible import assert_accessible

pytestmark = pytest.mark.browser


@pytest.fixture
def whose(live, cast):
    """A customer with something of every kind on the file."""
    now = clock.now()
    whose = make.customer(cast.omar, make.later(now, -9), name="Robin Ashworth-Delaney")
    customers.add_need(cast.omar, whose, "mental_health", "Told us in March", now)
    customers.add_support_worker(cast.omar, whose, {"name": "Ann Tyler", "basis": "Agreed"}, now)
    customers.add_representative(cast.omar, whose, {"name": "Sam Speaker", "email": "s" * 40 + "@example.org"}, now)
    row = make.incident(cast.omar, whose, make.later(now, -3), request="A plumber", what_happened="x" * 300)
    incident_notes.add_note(cast.omar, row, "account", "The line was bad", now, make.key())
    make.draft_warning(cast.omar, whose, [row], now)
    return whose


@pytest.fixture
def shown(page, live, cast, enter):
    """Opens an address as somebody."""
    page.set_default_timeout(7000)

    def show(who, address):
        enter(page, live, getattr(cast, who))
        page.goto(live.url + address)
        return page

    return show


PAGES = [
    ("omar", "/customers"),
    ("mina", "/customers/{whose}"),
    ("carla", "/customers/{whose}"),
    ("omar", "/customers/new"),
    ("omar", "/customers/{whose}/edit"),
    ("carla", "/customers/{whose}/incidents/new"),
    ("mina", "/incidents/1"),
    ("mina", "/"),
]


@pytest.mark.parametrize(("who", "address"), PAGES, ids=[f"{who} {address}" for who, address in PAGES])
def test_a_page_is_sound_with_every_part_unfolded(shown, whose, who, address):
    page = shown(who, address.format(whose=whose.id))
    for part in page.locator("main details").all():
        part.evaluate("part => { part.open = true }")
    assert_accessible(page)


def test_a_search_answers_as_one_types(shown, whose):
    page = shown("carla", "/customers")
    page.locator("#q").press_sequentially("ashw", delay=30)
    page.locator("#results .row__main", has_text="Robin Ashworth-Delaney").wait_for()


def test_an_incident_is_logged_in_one_round_trip_and_four_taps(shown, whose):
    page = shown("omar", f"/customers/{whose.id}")
    asked = []
    asks = ("document", "xhr", "fetch")
    page.on("request", lambda request: request.resource_type in asks and asked.append(request.method))
    page.get_by_label("What happened?").fill("He swore at me twice.")
    page.locator("label", has_text="E-mail").first.click()
    page.get_by_role("button", name="Save this incident").click()
    page.locator("#log .notice--done").wait_for()
    assert asked == ["POST"] and page.locator("#timeline li").first.inner_text().startswith("Incident on")
    assert page.get_by_label("What happened?").input_value() == ""
    page.locator("#log .notice--done:focus").wait_for()
    assert Incident.select().count() == 2


def test_a_possible_duplicate_keeps_the_words_and_more_questions_take_them_along(shown, whose, cast):
    make.incident(cast.carla, whose, clock.now(), channel="visit")
    page = shown("omar", f"/customers/{whose.id}")
    page.get_by_label("What happened?").fill("He shouted at the door.")
    page.locator("label", has_text="Home visit").click()
    page.get_by_role("button", name="Save this incident").click()
    page.locator(".summary:focus", has_text="Is it already here?").wait_for()
    page.get_by_role("button", name="More questions first").click()
    page.locator("#exact_words").fill("Get lost")
    assert page.get_by_label("What happened?").input_value() == "He shouted at the door."
    page.get_by_role("button", name="Save this incident").click()
    page.get_by_role("button", name="This is a different incident: save it").click()
    page.wait_for_url("**/incidents/*")
    assert "Get lost" in page.inner_text("main")


def test_a_question_shows_when_an_answer_calls_for_it_and_stays_once_it_is_answered(shown, whose):
    page = shown("carla", f"/customers/{whose.id}/incidents/new")
    stop, police = (page.locator("summary", has_text=words) for words in ("Asked to stop", "The police"))
    assert not stop.is_visible() and not police.is_visible()
    page.locator("label", has_text="Telephone").first.click()
    assert stop.is_visible()
    page.locator("label", has_text="E-mail").first.click()
    assert not stop.is_visible()
    page.locator("label", has_text="Telephone").first.click()
    stop.click()
    page.get_by_label("I told them it was not acceptable").check()
    page.locator("label", has_text="E-mail").first.click()
    assert stop.is_visible()
    page.locator("summary", has_text="What kind of behaviour").click()
    calm = page.get_by_text("It sounds like anger")
    assert not calm.is_visible()
    for question in ("Was it aimed at a person?", "Did it make somebody feel"):
        page.get_by_role("group", name=question).get_by_label("No").check()
    assert calm.is_visible()
    page.get_by_label("Violence, a weapon").check()
    assert police.is_visible()


def test_what_is_refused_comes_back_unfolded_where_it_is_at_fault(shown, whose):
    page = shown("carla", f"/customers/{whose.id}/incidents/new")
    page.get_by_label("What happened?").fill("He shouted.")
    page.locator("label", has_text="E-mail").first.click()
    page.locator("summary", has_text="Who of us was part of it").click()
    page.locator("#colleague_1").fill("Nobody Here")
    page.get_by_role("button", name="Save this incident").click()
    page.locator(".summary:focus").get_by_role("link").click()
    page.locator("#colleague_1:focus").wait_for()
    assert page.get_by_label("What happened?").input_value() == "He shouted."


def test_a_note_is_added_in_place(shown, whose):
    page = shown("omar", "/incidents/1")
    page.locator("summary", has_text="Add something").click()
    page.get_by_label("A correction").check()
    page.get_by_label("In your words").fill("It was the Tuesday.")
    page.get_by_role("button", name="Add this").click()
    page.locator("#notes .notice--done").wait_for()
    assert "It was the Tuesday." in page.inner_text("#notes")


def test_what_the_short_form_left_out_is_added_on_the_incidents_page(shown, whose, cast):
    told = {"happened_on": clock.today(clock.now()), "channel": "visit", "what_happened": "Shouted at the door."}
    row = incident_entries.log(cast.carla, whose, told, clock.now(), make.key())
    page = shown("carla", f"/incidents/{row.id}")
    page.locator("#left-out summary").click()
    assert_accessible(page)
    page.get_by_label("Swore at or insulted somebody").check()
    page.get_by_label("Why the time is not known").fill("Nobody looked at the clock")
    page.locator("#left-out").get_by_role("button", name="Add this").click()
    page.get_by_role("heading", name="What kind of behaviour").wait_for()
    assert page.locator("#left-out").count() == 0
