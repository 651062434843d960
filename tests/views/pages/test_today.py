"""Today: what needs this person by day and by kind, and the search for those who may look customers up."""

import re
from dataclasses import replace

import pytest

from models import Incident
from policy.core import clock, work_item
from tests import make
from tests.browse import htmx, words
from tests.views.test_queries import ask
from views.pages import today as today_page


@pytest.mark.parametrize(
    ("who", "searches"), [("carla", True), ("omar", True), ("mina", True), ("dora", True), ("ada", False)]
)
def test_the_search_is_for_those_who_may_look_customers_up(signed_in, cast, who, searches):
    assert ('role="search"' in signed_in(getattr(cast, who)).get("/").text) is searches


def test_nothing_to_do_is_said_kindly(signed_in, cast):
    page = signed_in(cast.mina).get("/").text
    assert "Nothing needs you today. What comes up will be shown here." in words(page)
    assert "<h3" not in page and 'class="kinds"' not in page


def test_a_request_that_is_owed_an_answer_stands_on_its_owners_page(signed_in, cast):
    now = clock.now()
    person = make.customer(cast.omar, now)
    make.incident(cast.omar, person, now, request="Ring about the leak", request_owner=cast.olive)
    shown = words(signed_in(cast.olive).get("/").text)
    assert f"Answer what {person.name} asked for" in shown
    assert person.name not in words(signed_in(cast.mark).get("/").text)


def test_somebody_who_only_administers_sees_no_customer(signed_in, cast):
    make.incident(cast.omar, make.customer(cast.omar, clock.now()), clock.now())
    shown = signed_in(cast.ada).get("/").text
    assert "Robin" not in shown
    assert "Customers" not in words(shown)


# --- By day and by kind ---


@pytest.fixture
def busy(app, cast):
    """Olive owes answers since yesterday, today and in forty days, and may read a draft as the second reader."""
    now = clock.now()
    whose = make.customer(cast.omar, make.later(now, -20))
    for days in (-1, 0, 40):
        told = {"request": "A plumber", "request_owner": cast.olive, "request_due": make.later(now, days).date()}
        make.incident(cast.omar, whose, make.later(now, -10), channel="email", **told)
    make.draft_warning(cast.omar, whose, [Incident.get()], now)
    return whose


def headings(page):
    return re.findall(r"<h3[^>]*>([^<]+)</h3>", page)


def test_what_needs_somebody_stands_under_its_day(signed_in, cast, busy):
    page = signed_in(cast.olive).get("/").text
    assert headings(page) == ["Overdue", "Today", "Later", "Without a day"]
    assert "Four things need you. One of them is overdue." in words(page)


def test_one_kind_is_shown_alone_with_and_without_htmx(signed_in, cast, busy):
    client = signed_in(cast.olive)
    for headers in ({}, htmx("needs")):
        page = client.get("/?kind=warnings", headers=headers).text
        assert headings(page) == ["Without a day"] and "What needs you: warnings One thing needs you." in words(page)
        assert ("<html" in page) is not bool(headers)
        assert re.search(r'id="kind-warnings"[^>]* aria-current="true"', page)
        assert "Incidents 3" in words(page) and "Everything 4" in words(page)


@pytest.mark.parametrize("kind", ["", "nonsense", "appeals", "<b>"])
def test_a_kind_of_which_there_is_nothing_shows_everything(signed_in, cast, busy, kind):
    assert "Four things need you." in words(signed_in(cast.olive).get("/", query_string={"kind": kind}).text)


def test_reminders_and_what_was_brought_to_a_senior_officer_are_said_in_words(signed_in, cast, monkeypatch):
    day = clock.today(clock.now())
    ahead, gone = make.later(clock.now(), 5).date(), make.later(clock.now(), -3).date()
    page = ("restrictions.show", {"restriction_id": 1})
    items = [
        work_item.item("Review R-00001/2", "Review", *page, gone, day, escalated=True),
        work_item.item("Review two", "Review", *page, ahead, day, press_days=7),
        work_item.item("Answer three", "Answer", *page, ahead, day, press_days=7),
    ]
    items = [replace(one, kind=kind) for one, kind in zip(items, ("reviews", "reviews", "appeals"), strict=True)]
    monkeypatch.setattr(today_page, "needs", lambda *_: items)
    page = signed_in(cast.sena).get("/").text
    shown = words(page)
    assert 'Review <span class="nowrap">R-00001/2</span></a>' in page
    assert "Overdue: brought to you as a senior officer." in shown and "Second reminder" in shown
    assert "Soon by" in shown


@pytest.mark.parametrize(
    ("late", "in_time", "told"),
    [
        (0, 0, "Nothing needs you today."),
        (0, 1, "One thing needs you. It is not overdue."),
        (1, 0, "One thing needs you. It is overdue."),
        (0, 2, "Two things need you. None is overdue."),
        (3, 0, "Three things need you. All of them are overdue."),
        (1, 11, "Twelve things need you. One of them is overdue."),
        (2, 40, "42 things need you. Two of them are overdue."),
    ],
)
def test_how_much_there_is_is_said_in_words(late, in_time, told):
    one = work_item.Item("", "", {})
    assert today_page.said([work_item.Item("", "", {}, overdue=True)] * late + [one] * in_time) == told


def test_a_very_long_list_is_cut_and_says_so(signed_in, cast, monkeypatch):
    items = [work_item.Item(f"Thing {number}", "account.show", {}) for number in range(today_page.AT_MOST + 1)]
    monkeypatch.setattr(today_page, "needs", lambda *_: items)
    page = signed_in(cast.olive).get("/").text
    assert page.count('class="row"') == today_page.AT_MOST and "There is more." in words(page)
    assert "201 things need you." in words(page)


# --- What it costs ---

READS = {"ada": 13, "carla": 13, "omar": 28, "mina": 37, "sena": 31, "sol": 21}  # one or two for each noun


@pytest.mark.parametrize("who", READS)
def test_the_start_page_asks_little_for_everybody(signed_in, cast, busy, who):
    asked = ask(signed_in(getattr(cast, who)), "/")
    assert len(asked) <= READS[who], "\n".join(" ".join(sql.split())[:140] for sql in asked)
