"""Contacts in a real browser: logged in four taps, the meter on every screen, a list taken in without a script too."""

import pytest

from models import Contact
from policy.contacts import contacts
from tests import make
from tests.accessible import assert_accessible
from tests.views.desk import NOW, ago

pytestmark = pytest.mark.browser

LIST = "Date;Time;Type;Reason;Minutes\n1/3/2026;9:15;Phone;Repair;7\n31/2/2026;9:15;Phone;Repair;7\n"


@pytest.fixture
def row(live, cast):
    """A restriction with a named officer, some contacts of its customer, and enough of others' to compare with."""
    terms = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    row = make.restriction_in_force(cast, now=ago(20), terms=terms)
    for day in range(0, 60, 3):
        contacts.log(cast.carla, row.customer, {"channel": "email", "minutes": day}, ago(day), make.key())
    contacts.log(cast.carla, row.customer, {"channel": "email", "reply_wanted": True}, ago(15), make.key())
    for _ in range(5):
        contacts.log(cast.carla, make.customer(cast.omar), {"channel": "email"}, NOW, make.key())
    return row


def test_a_contact_is_logged_in_four_taps_and_one_number(page, live, cast, enter, row):
    page.set_viewport_size({"width": 360, "height": 740})
    enter(page, live, cast.carla)
    sent = []
    page.on("request", lambda request: request.method == "POST" and sent.append(request.url))
    page.goto(f"{live.url}/customers/{row.customer_id}/contacts/new")
    page.locator("label", has_text="Telephone").first.click()
    page.locator("label", has_text="A repair").click()
    page.get_by_label("Minutes it took").fill("6")
    page.get_by_role("button", name="Save this contact").click()
    page.get_by_text("The contact is logged.").wait_for()
    assert len(sent) == 1
    last = Contact.select().order_by(Contact.id.desc()).get()
    assert (last.channel, last.subject, last.minutes, last.by) == ("telephone", "repair", 6, cast.carla)


def test_the_meter_is_sound_in_every_light(page, live, cast, enter, row):
    page.set_default_timeout(7000)
    enter(page, live, cast.omar)
    page.goto(f"{live.url}/customers/{row.customer_id}/contacts")
    page.locator(".meter details").evaluate("part => { part.open = true }")
    assert_accessible(page)
    for media in ({"color_scheme": "dark"}, {"forced_colors": "active"}, {"media": "print"}):
        page.emulate_media(**media)
        bars = page.locator(".meter__bar").first.evaluate("one => getComputedStyle(one).fill")
        ground = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert bars != ground and bars != "none"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_list_is_looked_at_and_taken_in(browser, live, cast, enter, row, tmp_path, scripts):
    (tmp_path / "phone log.csv").write_text(LIST)
    context = browser.new_context(java_script_enabled=True, viewport={"width": 360, "height": 740})
    enter(context.new_page(), live, cast.omar)
    state = context.storage_state()
    agent = context.pages[0].evaluate("navigator.userAgent")
    context.close()
    context = browser.new_context(java_script_enabled=scripts, storage_state=state, user_agent=agent)
    page = context.new_page()
    page.set_default_timeout(7000)
    page.goto(f"{live.url}/customers/{row.customer_id}/contacts")
    page.get_by_role("link", name="Take in a list").click()
    page.get_by_label("The list, as a CSV file").set_input_files(tmp_path / "phone log.csv")
    page.get_by_role("button", name="Look at it first").click()
    page.get_by_text("1 of 2 lines can be taken in.").wait_for()
    if scripts:
        assert_accessible(page)
    before = Contact.select().count()
    page.get_by_role("button", name="Take in 1 contact").click()
    page.get_by_text("1 contact was taken in.").wait_for()
    assert Contact.select().count() == before + 1
    page.get_by_role("link", name="Log a contact").click()
    page.get_by_label("E-mail").check(force=True)
    page.get_by_role("button", name="Save this contact").click()
    page.get_by_text("The contact is logged.").wait_for()
    context.close()
