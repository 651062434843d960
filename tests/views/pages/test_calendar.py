"""One's own calendar: a secret address that opens to whoever knows it, names nobody, and stands in no log."""

import datetime as dt
import hashlib
import logging
import re

import pytest
from icalendar import Calendar

from models import Customer, CustomerRequest, Event, User
from policy import calendar, today
from policy.core import clock
from policy.staff import people
from tests import make
from tests.browse import words
from views.pages.calendar import feed


@pytest.fixture
def now():
    return clock.now()


def address(client):
    """Make a calendar on the account page; the path shown there."""
    page = client.post("/account/calendar")
    assert page.status_code == 201
    found = re.search(r"http://localhost(/calendar/[\w-]+\.ics)", page.text)
    return found[1]


def events(response):
    assert response.status_code == 200
    return Calendar.from_ical(response.get_data()).walk("VEVENT")


@pytest.fixture
def owed(app, cast, now):
    """Olive owes a customer an answer: since yesterday, today, in three days, and without a day a draft to read."""
    whose = make.customer(cast.omar, make.later(now, -20))
    for days in (-1, 0, 3):
        told = {"request": "A plumber", "request_owner": cast.olive, "request_due": make.later(now, days).date()}
        make.incident(cast.omar, whose, make.later(now, -10), channel="email", **told)
    make.draft_warning(cast.omar, whose, [make.incident(cast.omar, whose, make.later(now, -10))], now)
    return whose


def test_the_address_is_shown_once_and_only_its_digest_is_kept(signed_in, cast):
    client = signed_in(cast.olive)
    assert "Make a calendar address" in words(client.get("/account").text)
    path = address(client)
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    assert len(secret) >= 43
    assert cast.olive.calendar_digest == hashlib.sha256(secret.encode()).hexdigest()
    after = client.get("/account").text
    assert secret not in after and "Switch it off" in words(after)
    assert Event.get(Event.name == "calendar_opened").facts == {"user": cast.olive.id}


def test_a_phone_without_a_session_gets_what_has_a_day(app, signed_in, cast, owed, now):
    phone = signed_in(None)
    response = phone.get(address(signed_in(cast.olive)))
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store" and "Set-Cookie" not in response.headers
    day = clock.today(now)
    found = sorted(events(response), key=lambda one: (one["dtstart"].dt, str(one["summary"])))
    assert [one["dtstart"].dt for one in found] == [day, day, day + dt.timedelta(days=3)]
    assert [one["dtend"].dt - one["dtstart"].dt for one in found] == [dt.timedelta(days=1)] * 3
    requests = list(CustomerRequest.select().order_by(CustomerRequest.due_on))
    plain = [f"Answer the request noted in I-{one.incident_id:05d}" for one in requests]
    assert sorted(str(one["summary"]) for one in found) == sorted([f"Overdue: {plain[0]}", *plain[1:]])
    assert all(str(one["url"]).startswith("http://localhost/incidents/") for one in found)
    ahead = [one for one in found if not str(one["summary"]).startswith("Overdue")]
    assert all([alarm["trigger"].dt for alarm in one.walk("VALARM")] == [-dt.timedelta(hours=15)] for one in ahead)


def test_what_a_calendar_says_keeps_to_the_rules_of_its_form(app, signed_in, cast, owed):
    path = address(signed_in(cast.olive))
    raw = signed_in(None).get(path).get_data()
    lines = raw.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(len(line) <= 75 for line in lines) and b"\n" not in raw.replace(b"\r\n", b"")
    again = [str(one["uid"]) for one in events(signed_in(None).get(path))]
    assert again == [str(one["uid"]) for one in Calendar.from_ical(raw).walk("VEVENT")]
    assert len(set(again)) == len(again)


def test_a_calendar_names_nobody(demo_app, now):
    """Over the whole demonstration, for everybody, now and in the months to come."""
    names = {one.name for table in (Customer, User) for one in table.select()}
    names |= {part for name in names for part in name.split() if len(part) > 3}
    with demo_app.test_request_context():
        for person in User.select():
            for days in (0, 20, 100):
                told = feed(person, make.later(now, days)).to_ical().decode().replace("\r\n ", "")
                assert [name for name in names if re.search(rf"\b{name}\b", told)] == []


@pytest.mark.parametrize("secret", ["x", "0" * 43, "a" * 5000, "%20", "é"])
def test_an_unknown_address_is_not_found(signed_in, cast, secret):
    signed_in(cast.olive).post("/account/calendar")
    response = signed_in(None).get(f"/calendar/{secret}.ics")
    assert response.status_code == 404 and secret not in response.text
    assert "Set-Cookie" not in response.headers


def test_an_address_made_anew_or_switched_off_leads_nowhere(signed_in, cast):
    client, phone = signed_in(cast.olive), signed_in(None)
    first = address(client)
    second = address(client)
    assert phone.get(first).status_code == 404 and phone.get(second).status_code == 200
    assert client.post("/account/calendar/end").status_code == 303
    assert phone.get(second).status_code == 404 and cast.olive.calendar_digest == ""
    assert client.post("/account/calendar/end").status_code == 409
    names = [event.name for event in Event.select().where(Event.name.startswith("calendar")).order_by(Event.number)]
    assert names == ["calendar_opened", "calendar_opened", "calendar_closed"]


def test_who_no_longer_works_here_has_no_calendar_even_after_a_return(signed_in, cast, now):
    path, phone = address(signed_in(cast.olive)), signed_in(None)
    people.deactivate(cast.ada, cast.olive, now)
    assert phone.get(path).status_code == 404
    people.reactivate(cast.ada, cast.olive, now)
    assert phone.get(path).status_code == 404


def test_nobody_has_a_calendar_before_it_is_made(app, cast):
    assert not User.select().where(User.calendar_digest != "").exists()
    assert calendar.whose("") is None


@pytest.mark.parametrize("where", ["evenhand", "waitress", "werkzeug"])
def test_the_secret_stands_in_no_log_line(app, signed_in, cast, caplog, where):
    path = address(signed_in(cast.olive))
    with caplog.at_level(logging.INFO):
        logging.getLogger(where).info("Exception while serving %s" % path)  # noqa: UP031 - as waitress writes it
        logging.getLogger(where).info('"%s %s" %s', "GET", f"http://host{path}?x=1", 500)
    assert len(caplog.messages) == 2 and path.split("/")[-1] not in caplog.text
    assert all("/calendar/…" in line for line in caplog.messages)


def test_a_fault_behind_the_calendar_tells_no_secret(app, signed_in, cast, caplog, monkeypatch):
    path = address(signed_in(cast.olive))
    monkeypatch.setattr("views.pages.calendar.needs", lambda *_: 1 / 0)
    app.config["PROPAGATE_EXCEPTIONS"] = False
    response = signed_in(None).get(path)
    secret = path.split("/")[-1].removesuffix(".ics")
    assert response.status_code == 500 and secret not in response.text and secret not in caplog.text
    assert "Unforeseen fault at calendar.show" in caplog.text


def test_the_calendar_holds_what_today_shows_with_a_day(app, cast, owed, now):
    with app.test_request_context():
        shown = [str(one["summary"]) for one in feed(cast.olive, now).walk("VEVENT")]
    dated = [one for one in today.needs(cast.olive, now) if one.due]
    assert len(shown) == len(dated) == 3
