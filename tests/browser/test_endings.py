"""Lifting a restriction, writing to the customer and telling everybody, in a browser."""

import pytest

from policy.core import clock
from policy.restrictions import notifications
from tests import make
from tests.browser.desk import Desk

pytestmark = pytest.mark.browser


def test_g48_from_lifting_to_closed(browser, live, enter, cast):
    row = make.restriction_in_force(cast, now=make.later(clock.now(), -10))
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    enter(page, live, cast.mina)
    desk = Desk(page, live.url)
    page.goto(f"{live.url}/restrictions/{row.id}/lifting")
    desk.fill(Your_reason="It is no longer needed.")
    desk.press("Lift this restriction")
    desk.sees("The letter about the end")
    page.get_by_text("How it reads").click()
    desk.fill(Thanks="Thank you for your calm letters.")
    desk.sees("Thank you for your calm letters.", within="#preview")
    assert page.get_by_text("The hardest sentences:").is_visible(), "what was opened stays open"
    desk.press("Issue this letter")
    desk.sees("Print it, sign it and send it today", within="body")
    desk.choose(*notifications.owed(row.fresh(), "ends", clock.now()))
    desk.press("Record who was told")
    desk.sees("Closed:")
    assert notifications.closed(row.fresh(), clock.now())
    context.close()
