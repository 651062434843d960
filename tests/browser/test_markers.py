"""A staff-safety marker the whole way in a real browser: from the request to its end."""

import pytest

from models import Access, Marker
from tests import make
from tests.browser.desk import Desk
from tests.views.desk import NOW, ago

pytestmark = pytest.mark.browser

FACT = "He raised a spanner at the door. Nobody was hurt."


@pytest.fixture
def desk(browser, live, cast):
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London", viewport={"width": 390, "height": 844})
    yield Desk(context.new_page(), live.url)
    context.close()


def test_a_marker_goes_from_a_request_to_its_end(desk, enter, live, cast):
    whose = make.customer(cast.omar, ago(9), name="Robin Example")
    make.threat(cast.carla, whose, ago(2))
    there = f"{desk.url}/customers/{whose.id}/markers"

    enter(desk.page, live, cast.carla)
    desk.page.goto(there)
    desk.follow("Ask for a staff-safety marker")
    desk.fill(**{"What happened, or what": "He raised a spanner at our joiner."})
    desk.press("Send this request")
    desk.sees("shown to nobody until it is approved")

    enter(desk.page, live, cast.mina)
    row = Marker.get()
    desk.page.goto(f"{desk.url}/markers/{row.id}")
    desk.follow("Complete this request")
    desk.choose("This customer", "A threat", "The housing officers")
    desk.page.locator("#incident-0").check()
    days = make.marker_page(None, NOW)
    desk.fill(
        **{
            "What staff do": "Go in twos. Ring the duty manager on arriving.",
            "What happened, in plain words": FACT,
            "It ends on": days["ends_on"].isoformat(),
            "It is reviewed by": days["review_on"].isoformat(),
            "Why a precaution is needed": make.MARKER_PASSAGES["reasons"],
        }
    )
    desk.page.locator("#purpose_housing").fill("they visit this home")
    desk.choose("Tell the customer")
    desk.sees("Go in twos", "#preview")
    desk.press("Save the marker", "form .buttons")
    desk.sees("nobody has approved it yet")

    make.weighing(cast.sol, whose, "marker", NOW)
    enter(desk.page, live, cast.sol)
    desk.page.goto(f"{desk.url}/markers/{row.id}/approving")
    desk.press("Approve this marker")
    desk.sees("In place until")

    enter(desk.page, live, cast.omar)
    desk.page.goto(there)
    desk.sees("Go in twos")
    desk.follow("Read marker")
    assert FACT not in desk.words()
    desk.choose("I am going there")
    desk.press("Read what happened")
    desk.sees(FACT)
    assert Access.select().where(Access.user == cast.omar).count() == 1

    enter(desk.page, live, cast.mina)
    desk.page.goto(f"{desk.url}/markers/{row.id}/removing")
    desk.fill(**{"Your reason": "Two calm visits, and he has said sorry."})
    desk.press("Remove this marker")
    desk.sees("has ended")
    desk.press("Make this letter")
    desk.sees("Everybody who needs" if not row.fresh().recipients else "They need to know")
    desk.page.goto(there)
    desk.sees("nothing here that you need to know")
