"""What needs a person as a calendar (RFC 5545) under a secret address: for telephones, without a name in it.

The address needs no session and is a secret: it stands in no log line, whoever writes it.
"""

import datetime as dt
import hashlib
import json
import logging
import re
from collections import Counter
from typing import Any

from flask import Blueprint, Response, url_for
from flask.blueprints import BlueprintSetupState
from icalendar import Alarm, Calendar, Event

from models import User
from policy import calendar
from policy.core import clock, work_item
from policy.today import needs, pressed
from views.frame import respond
from views.frame.sections import NONE, section

blueprint = Blueprint("calendar", __name__)
section(blueprint, NONE)

SECRET = re.compile(r"(/calendar/)[^\s?\"']+")
LONGEST = 200
LOGS = ("evenhand", "waitress", "werkzeug")
THE_MORNING_BEFORE = dt.timedelta(hours=-15)  # before midnight of its day: nine o'clock the day before
ASK_AGAIN = dt.timedelta(hours=1)


@blueprint.get("/calendar/<secret>.ics")
def show(secret: str) -> Response:
    """The calendar under this address; 404 where there is none."""
    user = calendar.whose(secret) if len(secret) <= LONGEST else None
    if user is None:
        return respond.plainly("There is no such calendar. Make a new address on your account page.", 404)
    response = Response(feed(user, clock.now()).to_ical(), content_type="text/calendar; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response


def feed(user: User, now: dt.datetime) -> Calendar:
    """Every dated thing that needs `user`, as whole days; what is overdue stands on today until it is done."""
    dated = Calendar.new(
        name="Evenhand: what needs you", prodid="-//Evenhand//Today//EN", method="PUBLISH", refresh_interval=ASK_AGAIN
    )
    dated.add("X-PUBLISHED-TTL", "PT1H")
    same: Counter[str] = Counter()
    for one in needs(user, now):
        if one.due is not None:
            dated.add_component(_day(one, now, user, same))
    return dated


def _day(one: work_item.Item, now: dt.datetime, user: User, same: Counter[str]) -> Event:
    today = clock.today(now)
    day, said = max(one.due or today, today), summary(one, today)
    event = Event()
    event.add("uid", _uid(one, user, same))
    event.add("dtstamp", now)
    event.add("summary", said)
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("url", url_for(one.endpoint, **one.values, _external=True))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    if not one.overdue:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", said)
        alarm.add("trigger", THE_MORNING_BEFORE)
        event.add_component(alarm)
    return event


def summary(one: work_item.Item, today: dt.date) -> str:
    """What a calendar shows of a thing: its plain words, and that it is overdue or was brought to a senior officer."""
    if one.escalated:
        return f"Overdue, brought to you as a senior officer: {one.plain}"
    if one.overdue:
        return f"Overdue: {one.plain}"
    near = pressed(one, today)
    return f"{near}: {one.plain}" if near else one.plain


def _uid(one: work_item.Item, user: User, same: Counter[str]) -> str:
    """The same for the same thing each time it is asked for, so that a calendar moves it and does not add it again."""
    which = json.dumps([user.id, one.endpoint, one.values, one.plain], sort_keys=True, default=str)
    same[which] += 1
    return f"{hashlib.sha256(f'{which} {same[which]}'.encode()).hexdigest()[:40]}@evenhand"


# --- Kept out of every log ---


class _Hushed(logging.Filter):
    """Takes the secret out of whatever is being logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _without(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_without(one) for one in record.args)
        return True


def _without(part: Any) -> Any:
    return SECRET.sub(r"\1…", part) if isinstance(part, str) else part


@blueprint.record_once
def _hush(state: BlueprintSetupState) -> None:
    for name in (*LOGS, state.app.logger.name):
        log = logging.getLogger(name)
        if not any(isinstance(one, _Hushed) for one in log.filters):
            log.addFilter(_Hushed())
