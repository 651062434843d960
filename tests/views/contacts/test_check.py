"""The page of the contact check: one answer, what to say, what is always open, what is logged, how often it asks."""

import datetime as dt

import pytest

from models import Access, Contact, Event
from policy.core import clock
from policy.customers import customers
from policy.rulebook import clauses
from tests import make
from tests.browse import htmx, words
from tests.views.test_queries import ask


@pytest.fixture
def whose(app, cast):
    return make.customer(cast.omar, make.later(clock.now(), -30))


@pytest.fixture
def bound(cast, whose):
    """Letters and e-mails only."""
    return make.restriction_in_force(cast, whose, clock.now())


def page(client, whose, **asked):
    return client.get(f"/customers/{whose.id}/contact-check", query_string=asked)


def test_without_an_arrangement_it_says_go_ahead(signed_in, cast, whose):
    found = page(signed_in(cast.carla), whose)
    assert "Go ahead" in found.text and "Deal with this customer as with anybody else" in found.text
    assert "always open" not in found.text


def test_a_colleague_gets_the_answer_the_sentence_and_how_to_challenge_it_and_no_narrative(signed_in, cast, bound):
    found = page(signed_in(cast.carla), bound.customer)
    said = words(found.text)
    assert "Not by telephone" in said and "You can reach us by letter or by e-mail" in said
    assert clock.day_words(bound.ends_on) in said and "they may appeal" in said
    assert "useless idiot" not in found.text and "shouted" not in found.text
    assert f"/restrictions/{bound.id}" not in found.text
    assert f"/restrictions/{bound.id}" in page(signed_in(cast.omar), bound.customer).text


def test_g25_each_subject_that_is_always_open_is_one_tap_from_go_ahead(signed_in, cast, bound):
    carla = signed_in(cast.carla)
    shown = page(carla, bound.customer).text
    for key in clauses.ALWAYS_OPEN:
        assert f"subject={key}#answer" in shown
        assert '<h2 class="verdict__words" id="verdict">Go ahead</h2>' in page(carla, bound.customer, subject=key).text


def test_g24_somebody_who_speaks_for_them_is_let_through(signed_in, cast, bound):
    said = words(page(signed_in(cast.carla), bound.customer, caller="representative").text)
    assert "never stops somebody whom they have chosen to speak for them" in said


def test_g26_g27_what_is_written_by_another_way_is_read(signed_in, cast, bound):
    carla = signed_in(cast.carla)
    assert "Nothing is blocked or sent back" in words(page(carla, bound.customer, channel="text").text)
    assert "Go ahead: read it and deal with it" in page(carla, bound.customer, channel="text", subject="new").text


def test_known_needs_and_who_speaks_for_them_stand_beside(signed_in, cast, bound):
    now = clock.now()
    customers.add_need(cast.omar, bound.customer, "language", "Urdu", now)
    customers.add_representative(cast.omar, bound.customer, {"name": "Sam Speaker"}, now)
    said = words(page(signed_in(cast.carla), bound.customer).text)
    assert "Needs an interpreter or a translation: Urdu" in said and "Speaks for them: Sam Speaker" in said


def test_another_day_may_be_asked_and_a_day_that_is_none_is_said(signed_in, cast, bound):
    carla, after = signed_in(cast.carla), bound.ends_on + dt.timedelta(days=1)
    assert "Go ahead" in page(carla, bound.customer, on=after.isoformat(), at="10:00").text
    assert page(carla, bound.customer, on="2026-02-31").status_code == 422
    assert page(carla, bound.customer, on="1926-02-03").status_code == 422
    assert page(carla, bound.customer, channel="<b>", subject="x").status_code == 422


def test_htmx_gets_the_answer_alone(signed_in, cast, bound):
    address = f"/customers/{bound.customer_id}/contact-check?channel=email"
    found = signed_in(cast.carla).get(address, headers=htmx("answer"))
    assert found.text.strip().startswith("{#") is False and "<h1" not in found.text and 'id="answer"' in found.text


def test_looking_is_written_to_the_access_log_and_nothing_else(signed_in, cast, bound):
    events = Event.select().count()
    page(signed_in(cast.carla), bound.customer, channel="email", subject="rent")
    row = Access.select().order_by(Access.id.desc()).get()
    assert (row.user_id, row.customer_id, row.what) == (cast.carla.id, bound.customer_id, "contact_check")
    assert row.facts == {"channel": "email", "subject": "rent", "answer": "go"}
    assert Event.select().count() == events


def test_one_tap_logs_what_happened_once(signed_in, cast, bound):
    carla, address = signed_in(cast.carla), f"/customers/{bound.customer_id}/contact-check"
    told = {"channel": "telephone", "subject": "other", "arrangement": "broken_by_customer", "form_key": "tap"}
    assert carla.post(address, data=told).status_code == carla.post(address, data=told).status_code == 303
    row = Contact.get()
    assert (row.channel, row.arrangement, row.restriction_id) == ("telephone", "broken_by_customer", bound.id)


def test_g25_what_is_always_open_is_never_logged_as_outside_the_arrangement(signed_in, cast, bound):
    carla = signed_in(cast.carla)
    assert "They went outside it" not in page(carla, bound.customer, subject="complaints").text
    told = {"channel": "telephone", "subject": "complaints", "arrangement": "broken_by_customer", "form_key": "tap"}
    assert carla.post(f"/customers/{bound.customer_id}/contact-check", data=told).status_code == 422
    assert Contact.select().count() == 0


def test_under_a_named_officer_it_is_passed_on(signed_in, cast, whose):
    terms = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    make.restriction_in_force(cast, whose, clock.now(), terms=terms)
    monday = next(day for day in (clock.today(clock.now()) + dt.timedelta(days=n) for n in range(1, 15))
                  if day.weekday() == 0 and clock.is_working_day(day))  # fmt: skip
    asked = {"on": monday.isoformat(), "at": "11:00", "channel": "telephone"}
    assert "Pass to Omar Officer" in page(signed_in(cast.carla), whose, **asked).text
    mine = page(signed_in(cast.omar), whose, **asked)
    assert "You are who answers this customer today" in words(mine.text)
    reads = [sql for sql in ask(signed_in(cast.carla), f"/customers/{whose.id}/contact-check?on={monday}&at=11:00")
             if sql.startswith("SELECT")]  # fmt: skip
    assert len(reads) <= 12, reads  # one each for conflicts of interest (G65), markers (G55), and what else lives


def test_an_administrator_and_nobody_else_is_kept_out(signed_in, cast, bound):
    assert page(signed_in(cast.ada), bound.customer).status_code == 404
    assert page(signed_in(None), bound.customer).status_code == 303


def test_what_is_in_place_for_the_safety_of_staff_is_read_before_a_visit(signed_in, cast, whose):
    make.live_marker(cast.mark, cast.sol, whose, now=make.later(clock.now(), -1))
    said = page(signed_in(cast.omar), whose, channel="visit").text
    assert "Staff safety" in said and said.index("Staff safety") < said.index("Go ahead")


@pytest.mark.parametrize("query", ["channel=pigeon", "on=2026-02-30", "on=9999-12-31&at=23:59", "at=25:00"])
def test_a_question_that_is_not_understood_has_no_answer(signed_in, cast, bound, query):
    answer = signed_in(cast.carla).get(f"/customers/{bound.customer_id}/contact-check?{query}")
    assert answer.status_code == 422 and "There is no answer to this question" in answer.text
    assert "verdict__reach" not in answer.text and "What to say" not in answer.text
