"""The pages of absences, working days and named officers: recorded, shown to whom they concern, told, changed."""

import datetime as dt

import pytest

from models import Absence, OfficerChange, User
from policy.core import clock
from policy.staff import absences
from tests import make
from tests.browse import words
from tests.views.test_queries import ask


@pytest.fixture
def bound(app, cast):
    """Omar is the named officer, Olive the deputy, from today."""
    terms = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    return make.restriction_in_force(cast, now=clock.now(), terms=terms)


@pytest.fixture
def days():
    """Two working weeks, the next but one and the one after."""
    starts = clock.working_days_after(clock.today(clock.now()), 5)
    return starts, starts + dt.timedelta(days=10)


@pytest.fixture
def away(cast, days):
    told = {"starts_on": days[0], "ends_on": days[1], "handover": "The fence comes on Thursday"}
    return absences.record_absence(cast.omar, cast.omar, told, clock.now())


def test_a_colleague_records_days_away_and_cancels_them(signed_in, cast, bound, days):
    omar = signed_in(cast.omar)
    assert "Why somebody is away is not asked" in words(omar.get("/absences/new").text)
    told = {"person": cast.omar.id, "starts_on": days[0], "ends_on": days[1], "handover": "The fence"}
    assert omar.post("/absences/new", data=told).status_code == 303
    row = Absence.get()
    assert "Cancel this absence" in omar.get("/named-officers").text
    assert omar.post(f"/absences/{row.id}/cancellation").status_code == 303
    assert omar.post(f"/absences/{row.id}/cancellation").status_code == 409
    assert Absence.get().cancelled_by_id == cast.omar.id


def test_days_that_cannot_be_keep_what_was_typed(signed_in, cast, bound, days):
    told = {"person": cast.omar.id, "starts_on": days[1], "ends_on": days[0], "handover": "The fence"}
    answer = signed_in(cast.omar).post("/absences/new", data=told)
    assert answer.status_code == 422 and "is before the first day" in answer.text and "The fence" in answer.text


def test_one_records_for_others_as_a_manager_only(signed_in, cast, bound, days):
    told = {"person": cast.omar.id, "starts_on": days[0], "ends_on": days[1]}
    assert signed_in(cast.olive).get(f"/absences/new?person={cast.omar.id}").status_code == 404
    assert signed_in(cast.olive).post("/absences/new", data=told).status_code == 404
    assert signed_in(cast.mina).post("/absences/new", data=told).status_code == 303
    assert Absence.get().user_id == cast.omar.id


def test_g28_officer_and_deputy_away_together_is_said_at_once(signed_in, cast, bound, days, away):
    olive = signed_in(cast.olive)
    olive.post("/absences/new", data={"person": cast.olive.id, "starts_on": days[0], "ends_on": days[0]})
    said = words(olive.get("/named-officers").text)
    assert f"Officer and deputy are away together: nobody answers {bound.customer.name}" in said


def test_handover_notes_are_for_who_covers(signed_in, cast, bound):
    told = {"starts_on": clock.today(clock.now()), "ends_on": clock.today(clock.now()), "handover": "The fence"}
    absences.record_absence(cast.omar, cast.omar, told, clock.now())
    covers = "The fence" in signed_in(cast.olive).get("/named-officers").text
    assert covers is clock.is_working_day(clock.today(clock.now()))
    assert "The fence" in signed_in(cast.mina).get("/named-officers").text
    assert "The fence" not in signed_in(cast.sol).get("/named-officers").text


def test_who_reads_no_files_sees_their_own_only(signed_in, cast, bound):
    carla = signed_in(cast.carla).get("/named-officers")
    assert bound.customer.name not in carla.text and "not anybody’s named officer" in words(carla.text)
    assert bound.customer.name in signed_in(cast.dora).get("/named-officers").text
    assert signed_in(cast.ada).get("/named-officers").status_code == 403


def test_working_days_are_set(signed_in, cast, bound):
    address = f"/people/{cast.omar.id}/working-days"
    assert signed_in(cast.olive).get(address).status_code == 404
    omar = signed_in(cast.omar)
    assert omar.post(address, data={"days": []}).status_code == 422
    assert omar.post(address, data={"days": ["0", "2"]}).status_code == 303
    assert User.get_by_id(cast.omar.id).working_days == [0, 2]


def test_g28_the_customer_is_told_by_a_letter_that_was_looked_at(signed_in, cast, bound, away):
    olive, address = signed_in(cast.olive), f"/restrictions/{bound.id}/cover/{away.id}"
    assert address in olive.get("/").text
    page = olive.get(address)
    assert "Who deals with you while your named officer is away" in page.text
    shown = f"{cast.olive.id}|{cast.mina.id}|{away.starts_on}|{away.ends_on}"
    assert f'value="{shown}"' in page.text
    told = {"officer": cast.mark.id, "deputy": cast.mina.id, "shown": shown, "do": "issue"}
    unseen = olive.post(address, data=told)
    assert unseen.status_code == 200 and "The letter has changed with your choice" in unseen.text
    assert OfficerChange.select().count() == 0
    told = {"officer": cast.olive.id, "deputy": cast.mina.id, "shown": shown, "do": "issue"}
    assert olive.post(address, data=told).status_code == olive.post(address, data=told).status_code == 303
    assert OfficerChange.select().count() == 1
    assert address not in olive.get("/").text
    assert "covers for the named officer" in words(olive.get(f"/customers/{bound.customer_id}").text)


def test_cover_that_cannot_be_is_refused_with_what_was_chosen(signed_in, cast, bound, away):
    olive, address = signed_in(cast.olive), f"/restrictions/{bound.id}/cover/{away.id}"
    shown = f"{cast.omar.id}|{cast.mina.id}|{away.starts_on}|{away.ends_on}"
    told = {"officer": cast.omar.id, "deputy": cast.mina.id, "shown": shown, "do": "issue"}
    answer = olive.post(address, data=told)
    assert answer.status_code == 409 and "Whoever is away cannot cover" in words(answer.text)
    assert olive.post(address, data=told | {"deputy": ""}).status_code == 422


def test_a_manager_names_another_officer_and_an_officer_sees_why_not(signed_in, cast, bound):
    address = f"/restrictions/{bound.id}/officer"
    assert "Only a manager names another officer" in words(signed_in(cast.olive).get(address).text)
    mina, starts = signed_in(cast.mina), clock.working_days_after(clock.today(clock.now()), 2)
    told = {"officer": cast.mark.id, "deputy": cast.olive.id, "from_on": starts, "because": "Omar moved team"}
    looked = mina.post(address, data=told | {"do": "look"})
    assert looked.status_code == 200 and "A change of who deals with you" in looked.text
    told |= {"shown": f"{cast.mark.id}|{cast.olive.id}|{starts}|", "do": "issue"}
    assert mina.post(address, data=told | {"because": ""}).status_code == 422
    assert mina.post(address, data=told).status_code == 303
    assert "Mark Manager was named as the officer" in words(mina.get(f"/customers/{bound.customer_id}").text)


def test_the_board_asks_twelve_times_at_most(signed_in, cast, bound, away):
    reads = ask(signed_in(cast.mina), "/named-officers")
    assert len([sql for sql in reads if sql.startswith("SELECT")]) <= 12, reads
