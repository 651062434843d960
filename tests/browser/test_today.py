"""Today in a real browser: one kind alone, with JavaScript and without it; and the calendar of a telephone."""

import re
import urllib.request

import pytest
from icalendar import Calendar

from models import Incident
from policy.core import clock
from tests import make
from tests.accessible import assert_accessible
from tests.browser.desk import Desk

pytestmark = pytest.mark.browser


@pytest.fixture
def busy(live, cast):
    """Olive owes answers since yesterday and today, and may read a draft as the second reader."""
    now = clock.now()
    whose = make.customer(cast.omar, make.later(now, -20))
    for days in (-1, 0):
        told = {"request": "A plumber", "request_owner": cast.olive, "request_due": make.later(now, days).date()}
        make.incident(cast.omar, whose, make.later(now, -10), channel="email", **told)
    make.draft_warning(cast.omar, whose, [Incident.get()], now)
    return whose


def headings(page):
    return page.locator("#needs h3").all_inner_texts()


def narrowed(page, live):
    """Warnings alone, then everything again, by pressing the buttons."""
    assert headings(page) == ["Overdue", "Today", "Without a day"]
    page.get_by_role("button", name=re.compile("^Warnings")).click()
    page.wait_for_url(f"{live.url}/?kind=warnings")
    page.wait_for_selector("#kind-warnings[aria-current]")
    assert headings(page) == ["Without a day"]
    page.get_by_role("button", name=re.compile("^Everything")).click()
    page.wait_for_selector("#kind-all[aria-current]")
    assert headings(page) == ["Overdue", "Today", "Without a day"]


def test_one_kind_is_shown_alone_in_place(page, live, cast, busy, enter):
    enter(page, live, cast.olive)
    page.goto(live.url)
    page.evaluate("document.querySelector('h1').dataset.same = 'page'")
    narrowed(page, live)
    assert page.evaluate("document.querySelector('h1').dataset.same") == "page"
    assert page.evaluate("document.activeElement.id") == "kind-all"
    page.go_back()
    page.wait_for_selector("#kind-warnings[aria-current]")
    assert headings(page) == ["Without a day"]
    assert_accessible(page)


def test_without_scripts_one_kind_is_shown_alone_and_a_calendar_is_made(browser, live, cast, busy, enter):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    enter(page, live, cast.olive)
    page.goto(live.url)
    narrowed(page, live)
    desk = Desk(page, live.url, scripts=False)
    page.goto(f"{live.url}/account")
    desk.press("Make a calendar address")
    address = page.input_value("#address")
    told = urllib.request.urlopen(address, timeout=10).read()  # as a telephone asks: without a session
    assert len(Calendar.from_ical(told).walk("VEVENT")) == 2
    desk.follow("Back to your account")
    desk.press("Switch it off")
    desk.sees("Your calendar address is switched off.")
    context.close()
