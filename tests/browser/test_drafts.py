"""What was typed leaves the browser only when the server has it: whatever became of the sending."""

import pytest

from models import Incident
from tests import make
from tests.cast import PASSWORD

pytestmark = pytest.mark.browser
WORDS = "She shouted at me about the leak, and then at the plumber. " * 7


@pytest.fixture
def form(page, live, cast, enter):
    """The whole form with four hundred characters typed, and the address it stands at."""
    address = f"{live.url}/customers/{make.customer(cast.omar).id}/incidents/new"
    page.goto(f"{live.url}/sign-in")
    enter(page, live, cast.carla)
    page.goto(address)
    fill(page, WORDS)
    return address


def fill(page, words):
    page.fill("#what_happened", words)
    page.check("text=Telephone")
    page.fill("#happened_on", "2026-01-05")
    page.wait_for_timeout(400)


def drafts(page):
    return page.evaluate("Object.keys(sessionStorage).filter(name => name.startsWith('evenhand:'))")


def send(page):
    page.click("main form.told .buttons button >> nth=0")
    page.wait_for_load_state()


def offered(page):
    assert "What you typed here before has been put back" in page.inner_text("main")
    return page.input_value("#what_happened")


def test_signed_out_in_another_tab_the_words_are_offered_again(page, live, cast, form):
    page.context.clear_cookies()
    send(page)
    assert "You were signed out before this was sent. Nothing was saved." in page.inner_text("main")
    page.fill("#email", "carla@karbon.example")
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url(form)
    assert offered(page) == WORDS.strip() or offered(page) == WORDS
    send(page)
    page.wait_for_url("**/incidents/*")
    assert drafts(page) == [] and Incident.select().count() == 1


@pytest.mark.parametrize("answer", [None, 503, 500, 413])
def test_a_sending_that_failed_or_was_lost_keeps_them(page, live, cast, form, answer):
    lose = (lambda route: route.fulfill(status=answer, body="<h1>No</h1>", content_type="text/html")) if answer else (
        lambda route: route.abort())  # fmt: skip
    page.route(form, lambda route: lose(route) if route.request.method == "POST" else route.continue_())
    page.click("main form.told .buttons button >> nth=0", no_wait_after=True)
    page.wait_for_timeout(200)
    page.unroute_all()
    page.goto(f"{live.url}/policy")
    assert len(drafts(page)) == 1
    page.goto(form)
    assert offered(page) == WORDS


def test_of_two_tabs_with_one_form_each_says_what_it_says(page, live, cast, form):
    other = page.context.new_page()
    other.goto(f"{live.url}/policy")
    other.evaluate("kept => Object.assign(sessionStorage, kept)", page.evaluate("({...sessionStorage})"))
    other.goto(form)
    assert offered(other) == WORDS
    send(page)
    page.wait_for_url("**/incidents/*")
    other.fill("#what_happened", "Something else altogether.")
    send(other)
    assert "Logged as" not in other.inner_text("main") and len(drafts(other)) == 1
    other.click("text=This is a different incident: save it")
    other.wait_for_url("**/incidents/*")
    assert drafts(page) == [] and drafts(other) == []
    assert [one.what_happened for one in Incident.select().order_by(Incident.id)] == [
        WORDS.strip(),
        "Something else altogether.",
    ]
