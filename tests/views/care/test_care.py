"""Looking after colleagues on screen: who may see it, each form, and that the customer's pages hold none of it."""

import pytest

from models import CareCheck, ReporterTold, RiddorReport, StaffInjury, Statement, StepTaken
from policy.care import checks as care_checks
from policy.care import feedback, injuries, protective_steps, statements
from policy.core import clock
from policy.staff import conflicts_of_interest
from tests import make
from tests.browse import words
from tests.views.desk import NOW, ago, warned

pytestmark = pytest.mark.usefixtures("app")
SECRET = "slept badly since"


@pytest.fixture
def incident(cast):
    """A racist threat to Carla twelve days ago, logged by Omar."""
    told = {"severity": 3, "behaviours": ["threat", "discriminatory"], "staff": [(cast.carla, "target")]}
    return make.incident(cast.omar, make.customer(cast.omar, ago(30)), ago(12), **told)


@pytest.fixture
def cared(cast, incident):
    """The same with something of every kind recorded, each in words that stand nowhere else."""
    care_checks.check(cast.mina, incident, cast.carla, "yes", f"She has {SECRET}", ago(12))
    told = {"kind": "hurt", "words": f"A bruise; {SECRET}", "off_from": clock.today(ago(11))}
    injuries.record_injury(cast.mina, incident, cast.carla, told, ago(10))
    protective_steps.take(cast.mina, incident, f"Moved her desk, as she {SECRET}", ago(9))
    row = statements.ask(cast.mina, incident, cast.carla, ago(9))
    statements.give(cast.carla, row, f"I heard it and {SECRET}", ago(8))
    return incident


def test_g66_who_may_see_it_and_who_may_not(signed_in, cast, cared):
    address = f"/incidents/{cared.id}/care"
    for who in ("mina", "mark", "sol", "sena", "carla"):
        client = signed_in(getattr(cast, who))
        assert SECRET in words(client.get(f"{address}/{cast.carla.id}").text), who
        assert "Moved her desk" in words(client.get(address).text), who
    for who in ("omar", "olive", "dora", "ada"):
        client = signed_in(getattr(cast, who))
        for part in ("", f"/{cast.carla.id}"):
            assert client.get(address + part).status_code == 404, who
        assert client.post(f"{address}/{cast.carla.id}/talks", data={"spoke": "yes"}).status_code == 404
    assert signed_in(cast.mina).get(f"{address}/{cast.omar.id}").status_code == 404


def test_g66_the_customers_pages_hold_none_of_it(signed_in, cast, cared):
    feedback.tell(cast.mina, cared, "We asked the police to speak to them", ago(2))
    whose = cared.customer
    for who in ("omar", "olive", "mina", "dora", "sena", "sol"):
        client = signed_in(getattr(cast, who))
        pages = [f"/customers/{whose.id}", f"/incidents/{cared.id}"]
        for page in (client.get(address).text for address in pages):
            assert SECRET not in page and "bruise" not in page and "Moved her desk" not in page
    for who in ("olive", "dora"):
        page = signed_in(getattr(cast, who)).get(f"/incidents/{cared.id}").text
        assert "Looking after" not in page and "/care" not in page and "asked the police to" not in page
    page = words(signed_in(cast.omar).get(f"/incidents/{cared.id}").text)
    assert "What was done about it We asked the police to speak to them" in page and "Looking after" not in page


def test_g66_no_letter_holds_any_of_it(signed_in, cast, cared):
    whose, warning = warned(cast)
    more = make.incident(cast.omar, whose, ago(3), severity=3, behaviours=["threat"], staff=[(cast.carla, "target")])
    care_checks.check(cast.mina, more, cast.carla, "yes", SECRET, ago(3))
    assert SECRET not in signed_in(cast.omar).get(f"/letters/{warning.letter_id}").text


def test_g66_talks_are_recorded_and_a_try_keeps_it_open(signed_in, cast, incident):
    mina, address = signed_in(cast.mina), f"/incidents/{incident.id}/care/{cast.carla.id}"
    assert "To be asked since" in words(mina.get(f"/incidents/{incident.id}/care").text)
    assert mina.post(f"{address}/talks", data={}).status_code == 422
    assert mina.post(f"{address}/talks", data={"spoke": "yes"}).status_code == 422
    assert mina.post(f"{address}/talks", data={"spoke": "no"}).location == address
    assert "tried, and did not reach them" in words(mina.get(address).text)
    assert mina.post(f"{address}/talks", data={"spoke": "yes", "offered": "A day at home"}).status_code == 303
    again = mina.post(f"{address}/talks", data={"spoke": "yes", "offered": "A day at home"})
    assert again.status_code == 409 and "The next talk is for" in words(again.text)
    assert [(row.stage, row.spoke) for row in CareCheck.select()] == [("second", False), ("second", True)]
    own = signed_in(cast.carla)
    assert "A day at home" in words(own.get(address).text) and "/talks" not in own.get(address).text
    assert own.post(f"{address}/talks", data={"spoke": "yes", "offered": "x"}).status_code == 409


def test_g67_an_injury_is_counted_and_reported(signed_in, cast, incident):
    sol, address = signed_in(cast.sol), f"/incidents/{incident.id}/care/{cast.carla.id}"
    off = clock.today(ago(11)).isoformat()
    assert sol.post(f"{address}/injuries", data={"kind": "hurt", "suffered": "", "off_from": off}).status_code == 422
    told = {"kind": "hurt", "suffered": "A bruised arm", "off_from": off}
    assert signed_in(cast.carla).post(f"{address}/injuries", data=told).status_code == 303
    page = words(sol.get(address).text)
    assert "More than 7 days off: report it by" in page and "Days off, so far 12" in page
    assert "Report the injury in incident" in words(sol.get("/").text)
    assert sol.post(f"{address}/reports", data={"reported_on": "", "number": ""}).status_code == 422
    report = {"reported_on": clock.today(NOW).isoformat(), "number": "F2508A-1"}
    assert signed_in(cast.carla).post(f"{address}/reports", data=report).status_code == 409
    assert sol.post(f"{address}/reports", data=report).status_code == 303
    assert sol.post(f"{address}/reports", data=report).status_code == 409
    assert "F2508A-1" in sol.get(address).text and "Report the injury" not in sol.get("/").text
    assert (StaffInjury.select().count(), RiddorReport.get().reported_as) == (1, "over_seven")


def test_g68_steps_are_listed_as_proof(signed_in, cast, incident):
    mina, address = signed_in(cast.mina), f"/incidents/{incident.id}/care"
    assert "Nothing is recorded yet for" in words(mina.get("/care").text)
    assert mina.post(f"{address}/steps", data={"step": ""}).status_code == 422
    assert mina.post(f"{address}/steps", data={"step": "Wrote to the customer"}).status_code == 303
    page = words(mina.get("/care").text)
    assert "Wrote to the customer" in page and "Nothing is recorded yet for" not in page
    assert signed_in(cast.carla).post(f"{address}/steps", data={"step": "Mine"}).status_code == 409
    assert StepTaken.select().count() == 1


def test_g70_who_logged_it_is_told(signed_in, cast, incident):
    mina, address = signed_in(cast.mina), f"/incidents/{incident.id}/care"
    assert "Tell who logged incident" in words(mina.get("/").text)
    assert mina.post(f"{address}/telling", data={"told": ""}).status_code == 422
    assert mina.post(f"{address}/telling", data={"told": "They were warned"}).status_code == 303
    assert "Read what was done about incident" in words(signed_in(cast.omar).get("/").text)
    assert signed_in(cast.carla).post(f"{address}/telling", data={"told": "x"}).status_code == 409
    assert ReporterTold.select().count() == 1


def test_a_statement_is_asked_and_given(signed_in, cast, incident):
    mina, address = signed_in(cast.mina), f"/incidents/{incident.id}/care/statements"
    assert mina.post(address, data={"person": ""}).status_code == 422
    assert mina.post(address, data={"person": "Nobody"}).status_code == 422
    assert mina.post(address, data={"person": "Omar Officer"}).status_code == 303
    assert mina.post(address, data={"person": "Omar Officer"}).status_code == 409
    assert signed_in(cast.carla).post(address, data={"person": "Mina Manager"}).status_code == 403
    row = Statement.get()
    omar, page = signed_in(cast.omar), f"/statements/{row.id}"
    assert page in omar.get("/").text and page in omar.get("/care").text
    assert mina.post(page, data={"words": "He told me"}).status_code == 409
    assert omar.post(page, data={"words": ""}).status_code == 422
    assert omar.post(page, data={"words": "I heard every word"}).status_code == 303
    assert omar.post(page, data={"words": "Another"}).status_code == 409
    assert "I heard every word" in mina.get(page).text
    assert [signed_in(getattr(cast, who)).get(page).status_code for who in ("olive", "carla", "dora", "ada")] == [
        404
    ] * 4


def test_the_list_shows_mine_first_and_nothing_of_others(signed_in, cast, incident):
    make.incident(cast.carla, incident.customer, ago(1), severity=3, staff=[(cast.sol, "target")])
    page = words(signed_in(cast.mina).get("/care").text)
    assert page.index("Carla Contact") < page.index("Sol Safety")
    own = words(signed_in(cast.carla).get("/care").text)
    assert "Sol Safety" not in own and "You " in own and "Steps taken" not in own
    assert "Nobody is waiting to be asked" in words(signed_in(cast.olive).get("/care").text)
    assert [signed_in(getattr(cast, who)).get("/care").status_code for who in ("dora", "ada")] == [403] * 2


def test_who_knows_the_customer_privately_still_sees_their_own_care(signed_in, cast, cared):
    conflicts_of_interest.declare(cast.carla, cast.carla, cared.customer, "neighbour", "", NOW)
    page = signed_in(cast.carla).get(f"/incidents/{cared.id}/care")
    assert page.status_code == 200 and f'"/incidents/{cared.id}"' not in page.text
