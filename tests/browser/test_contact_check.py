"""The contact check and cover in a real browser: by keyboard, on a telephone, with and without JavaScript."""

import datetime as dt

import pytest

from models import Contact, OfficerChange
from policy.core import clock
from policy.staff import absences
from tests import make
from tests.accessible import assert_accessible

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 780}


@pytest.fixture
def bound(live, cast):
    """Letters and e-mails only."""
    return make.restriction_in_force(cast, now=clock.now())


def verdict(page):
    return page.locator("#verdict").inner_text()


def narrow(page):
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_two_keys_lead_to_the_answer_and_a_choice_swaps_it(page, live, cast, enter, bound):
    page.set_viewport_size(PHONE)
    enter(page, live, cast.carla)
    page.goto(f"{live.url}/policy")
    page.keyboard.press("/")
    page.wait_for_url("**/customers")
    page.keyboard.press("/")
    page.keyboard.type(bound.customer.reference)
    page.locator("#results a").first.wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").startswith("Contact check")
    page.keyboard.press("Enter")
    page.wait_for_url("**/contact-check")
    assert verdict(page) == "Not by telephone" and narrow(page)
    assert_accessible(page)
    page.get_by_label("How?").select_option("email")
    page.locator("#verdict", has_text="Go ahead").wait_for()
    assert page.url.endswith("/contact-check")
    page.get_by_label("How?").select_option("text")
    page.locator("#verdict", has_text="Not by text message").wait_for()
    page.get_by_role("link", name="Rent and other payments").click()
    assert verdict(page) == "Go ahead"


def test_without_javascript_the_same_answer_and_one_tap_logs(browser, live, cast, bound):
    page = _plain_window(browser, live, cast.carla)
    page.goto(f"{live.url}/customers/{bound.customer_id}/contact-check")
    page.get_by_label("How?").select_option("letter")
    page.get_by_role("button", name="Check").click()
    assert verdict(page) == "Go ahead"
    page.get_by_role("button", name="They kept to it").click()
    assert "The contact is logged" in page.locator("[role=status]").inner_text()
    assert Contact.get().channel == "letter"
    page.context.close()


def test_without_javascript_a_customer_is_told_who_covers(browser, live, cast):
    terms = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    row = make.restriction_in_force(cast, now=clock.now(), terms=terms)
    starts = clock.working_days_after(clock.today(clock.now()), 3)
    days = {"starts_on": starts, "ends_on": starts + dt.timedelta(days=7)}
    away = absences.record_absence(cast.omar, cast.omar, days, clock.now())
    page = _plain_window(browser, live, cast.olive)
    page.goto(f"{live.url}/restrictions/{row.id}/cover/{away.id}")
    page.get_by_label("And when that person is not at work").select_option(str(cast.mark.id))
    page.get_by_role("button", name="Issue this letter").click()
    assert "The letter has changed with your choice" in page.locator("main").inner_text()
    page.get_by_role("button", name="Issue this letter").click()
    page.wait_for_url("**/letters/*")
    assert OfficerChange.get().deputy_id == cast.mark.id
    page.context.close()


def test_named_officers_are_sound_on_a_telephone(page, live, cast, enter):
    make.restriction_in_force(
        cast, now=clock.now(), terms={"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    )
    page.set_viewport_size(PHONE)
    enter(page, live, cast.mina)
    page.goto(f"{live.url}/named-officers")
    assert narrow(page)
    assert_accessible(page)


def _plain_window(browser, live, person):
    """A telephone's window on which `person` is signed in and no script runs."""
    from tests.browse import AGENT, Browser

    context = browser.new_context(java_script_enabled=False, viewport=PHONE, locale="en-GB", user_agent=AGENT)
    one = Browser(live.app, live.app.response_class)
    one.sign_in(person)
    name = live.app.config["SESSION_COOKIE_NAME"]
    context.add_cookies([{"name": name, "value": one.get_cookie(name).value, "url": live.url}])
    return context.new_page()
