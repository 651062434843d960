"""Looking after colleagues and putting letters right in a real browser: sound pages."""

import pytest

from models import CareCheck, Conflict, CorrectionAnswer, Statement, StepTaken
from policy.care import checks as care_checks
from policy.care import injuries, statements
from policy.core import clock
from policy.incidents import notes as incident_notes
from policy.warnings import letter as warning_letter
from tests import make
from tests.accessible import assert_accessible
from tests.browser.desk import Desk
from tests.views.desk import ago, warned

pytestmark = pytest.mark.browser


@pytest.fixture
def incident(live, cast):
    """A racist threat to Carla twelve days ago, logged by Omar, with an injury and a statement asked for."""
    told = {"severity": 3, "behaviours": ["threat", "discriminatory"], "staff": [(cast.carla, "target")]}
    row = make.incident(cast.omar, make.customer(cast.omar, ago(30)), ago(12), **told)
    care_checks.check(cast.mina, row, cast.carla, "no", "No answer at lunch", ago(12))
    hurt = {"kind": "hurt", "words": "A bruised arm", "off_from": clock.today(ago(11))}
    injuries.record_injury(cast.mina, row, cast.carla, hurt, ago(10))
    statements.ask(cast.mina, row, cast.carla, ago(9))
    return row


@pytest.fixture
def corrected(live, cast):
    """The address of a letter to put right."""
    _, warning = warned(cast)
    (cited,) = warning_letter.incidents_of(warning)
    note = incident_notes.add_note(cast.omar, cited, "correction", "She shouted, and did not swear", ago(2), make.key())
    return f"/corrections/{note.id}/{warning.letter_id}"


def test_every_page_is_sound_with_every_part_unfolded(page, live, cast, enter, incident, corrected):
    page.set_default_timeout(15000)
    enter(page, live, cast.mina)
    whose = incident.customer_id
    addresses = (
        "/care",
        f"/incidents/{incident.id}/care",
        f"/incidents/{incident.id}/care/{cast.carla.id}",
        f"/customers/{whose}/conflict",
        corrected,
    )
    for address in addresses:
        page.goto(live.url + address)
        for part in page.locator("main details").all():
            part.evaluate("part => { part.open = true }")
        assert_accessible(page)


def test_a_manager_looks_after_a_colleague_and_puts_a_letter_right(
    browser, browser_context_args, live, cast, incident, corrected
):
    with browser.new_context(**browser_context_args) as window:
        desk = Desk(window.new_page(), live.url)
        page = desk.page
        desk.sign_in(cast.mina)
        page.goto(f"{live.url}/care")
        page.get_by_role("link", name="Carla Contact").click()
        page.get_by_label("Yes", exact=True).check()
        page.get_by_label("What was offered, and what was agreed?").fill("A day at home, and a talk on Friday")
        page.get_by_role("button", name="Record this").first.click()
        page.get_by_text("A day at home, and a talk on Friday").wait_for()
        page.goto(f"{live.url}/incidents/{incident.id}/care")
        page.locator("summary", has_text="Record a step").click()
        page.get_by_label("What was done?").fill("Wrote to the customer that it is not accepted")
        page.get_by_role("button", name="Record this step").click()
        page.get_by_text("Wrote to the customer that it is not accepted").wait_for()

        page.goto(live.url + corrected)
        page.get_by_label("What is right").fill("She shouted, and said no insult")
        page.get_by_label("What it means for our decision").fill("The warning stands.")
        letter = page.locator("#preview", has_text="She shouted, and said no insult")
        letter.wait_for()
        page.get_by_role("button", name="Decide this").click()
        page.get_by_text("The letter that puts it right").wait_for()

        desk.sign_in(cast.carla)
        page.goto(f"{live.url}/care")
        page.get_by_role("link", name="Your statement about").click()
        page.get_by_label("Your statement").fill("I heard every word of it.")
        page.get_by_role("button", name="Give this statement").click()
        page.get_by_text("It stays as it was given").wait_for()
        page.goto(f"{live.url}/customers/{incident.customer_id}/conflict")
        page.get_by_label("A neighbour").check()
        page.get_by_role("button", name="Stay out of this file").click()
        page.wait_for_url(f"{live.url}/")
        page.goto(f"{live.url}/customers/{incident.customer_id}")
        page.get_by_role("heading", name="You know this customer privately").wait_for()
    assert CareCheck.select().where(CareCheck.spoke).count() == StepTaken.select().count() == 1
    assert CorrectionAnswer.select().count() == Conflict.select().count() == 1 and Statement.get().given_at
