"""A whole appeal in a real browser: overturned with JavaScript, varied without it; nothing is done behind the pages."""

import pytest

from models import Appeal, Restriction
from policy.core import clock
from policy.restrictions import lifecycle
from tests import make
from tests.browser.desk import Desk
from tests.views.desk import NOW, ago

pytestmark = pytest.mark.browser

WEIGHED = {
    "What do we know of": "I rang her: she hears badly on one side and turns away from the telephone.",
    "Could this decision put them at a disadvantage": "Set ways of contact may weigh harder on her; I asked.",
    "What have we offered or changed": "Nothing had been offered before. A text service would meet it.",
    "Has their complaint or request been dealt with": "The leak is mended since last week.",
    "Have we told them clearly": "Two calls back were promised and not made.",
    "Are any repairs, complaints or contacts": "Nothing is open today.",
    "Have they given us anything new": "What she said of her hearing is new to us.",
    "What do they say happened": "That she was trying to be heard.",
    "Why is this step in proportion": "It answered something that nobody had asked about.",
}


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def desk(request, browser, live, cast):
    context = browser.new_context(java_script_enabled=request.param, locale="en-GB", timezone_id="Europe/London")
    yield Desk(context.new_page(), live.url, scripts=request.param)
    context.close()


def test_a_whole_appeal(desk, cast):
    row = make.restriction_in_force(cast, now=ago(5))
    desk.sign_in(cast.carla)
    take_it_in(desk, row)
    desk.sign_in(cast.mina)
    give_it_to_a_senior_officer(desk, cast)
    desk.sign_in(cast.omar)
    tell_the_customer(desk)
    desk.sign_in(cast.sena)
    weigh(desk)
    if desk.scripts:
        overturn(desk, row)
    else:
        vary(desk, row)


def take_it_in(desk, row):
    desk.page.goto(f"{desk.url}/customers/{row.customer_id}")
    desk.follow("Take an appeal")
    desk.follow("A decision to limit their contact")
    desk.choose("By telephone", "The facts are not right")
    desk.fill(**{"What they said or wrote": "I was not shouting at anybody."})
    desk.page.locator("#words_facts").fill("I was not shouting.")
    desk.press("Take it in")
    desk.sees("What you can tell them")


def give_it_to_a_senior_officer(desk, cast):
    desk.page.goto(f"{desk.url}/appeals/{Appeal.get().id}")
    desk.sees("Nobody has been chosen to hear it yet")
    desk.follow("Choose who hears it")
    desk.choose(cast.sena.name)
    desk.press("Let them hear it")
    desk.sees(f"{cast.sena.name} hears it")


def tell_the_customer(desk):
    desk.page.goto(f"{desk.url}/appeals/{Appeal.get().id}")
    desk.follow("Tell the customer who hears it")
    desk.fill(**{"Anything else the customer should know": "She rings you on Monday."})
    if not desk.scripts:
        desk.press("Show the letter")
    desk.sees("She rings you on Monday.", "#preview")
    desk.press("Issue this letter")
    desk.sees("Issued on")


def weigh(desk):
    desk.page.goto(f"{desk.url}/appeals/{Appeal.get().id}")
    desk.follow("Record what you considered today")
    desk.choose("No", within="#weighing")
    desk.fill(**WEIGHED)
    desk.press("Record what you considered")
    desk.sees("It counts for a decision made today", "body")


def answer(desk, outcome, found):
    desk.page.goto(f"{desk.url}/appeals/{Appeal.get().id}/answer")
    desk.choose(found, outcome)
    desk.fill(**{"Your answer": "I listened to the call.", "Why this is the answer": "I read what everybody wrote."})
    if desk.scripts:
        desk.sees("I listened to the call.", "#preview")
    desk.press("Save the answer")
    desk.sees("Your answer is saved", "body")


def overturn(desk, row):
    answer(desk, "It is overturned", "Upheld")
    desk.follow("Check before you decide")
    desk.press("Decide this appeal")
    desk.sees("Our answer to your appeal: the arrangement ends")
    assert row.fresh().ended_on == clock.today(NOW)
    assert lifecycle.in_force(row.customer_id, clock.today(NOW)) == []


def vary(desk, row):
    answer(desk, "It is changed", "Right in part")
    desk.page.locator("#measures").get_by_role("link", name="Change it").first.click()
    desk.choose("Telephone calls")
    desk.press("Save")
    desk.sees("Until now: Contact only by letters and e-mails.")
    desk.follow("Check before you decide")
    desk.press("Decide this appeal")
    desk.sees("Our answer to your appeal: the arrangement changes")
    after = Restriction.get(Restriction.follows == row)
    assert lifecycle.in_force(row.customer_id, clock.today(NOW)) == [after]
