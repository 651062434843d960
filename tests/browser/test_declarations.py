"""Acting without a warning, in a browser: declared by one person, agreed by another."""

import pytest

from models import Declaration, Restriction
from policy.core import clock
from tests import make
from tests.browser.desk import Desk

pytestmark = pytest.mark.browser


def test_g17_declared_agreed_and_on_to_the_restriction(browser, live, enter, cast):
    now = clock.now()
    whose = make.customer(cast.omar, make.later(now, -2))
    make.incident(cast.omar, whose, now, severity=4, police="reported", staff=[(cast.carla, "target")])

    def sits(person):
        context = browser.new_context(locale="en-GB")
        page = context.new_page()
        enter(page, live, person)
        return Desk(page, live.url)

    mina = sits(cast.mina)
    mina.page.goto(f"{live.url}/customers/{whose.id}/declarations/new")
    mina.page.get_by_role("radio").first.check()
    mina.choose("Our colleagues", "We have told the police")
    mina.fill(
        What_makes_the_danger_immediate="He said when he would come.",
        Why_would_a_warning_not_do="It would come too late.",
        What_do_we_know="We know of nothing.",
        Their_reference="NP-1",
        In_words="Our solicitors are asked on Monday.",
    )
    mina.press("Declare this")
    mina.sees("a second person decides by")
    mark = sits(cast.mark)
    mark.page.goto(f"{live.url}/declarations/{Declaration.get().id}/seconding")
    mark.choose("I agree")
    mark.fill(Why="I read it and spoke to her.")
    mark.press("Record my decision")
    mark.sees("Agreed by two people")
    mark.press("Propose a restriction that rests on it")
    mark.sees("It rests on no warning")
    assert Restriction.get().declaration == Declaration.get()
    for desk in (mina, mark):
        desk.page.context.close()
