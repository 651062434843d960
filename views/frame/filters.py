"""How dates, times, roles and kinds are written on a page; registered with the templates by `create_app`."""

import datetime as dt
import re

from flask import Flask
from markupsafe import Markup, escape

from policy.core import clock


def _day(value: dt.date | dt.datetime) -> dt.date:
    return clock.today(value) if isinstance(value, dt.datetime) else value


def day(value: dt.date | dt.datetime | None) -> str:
    """3 November 2026, London's day where a moment is given."""
    return "" if value is None else clock.day_words(_day(value))


def weekday(value: dt.date | dt.datetime | None) -> str:
    """Tuesday 3 November 2026."""
    return "" if value is None else clock.weekday_words(_day(value))


def hour(value: dt.time | dt.datetime | None) -> str:
    """10.30 am, on London's clock where a moment is given."""
    if value is None:
        return ""
    return clock.time_words(clock.london(value).time() if isinstance(value, dt.datetime) else value)


def moment(value: dt.datetime | None) -> str:
    """3 November 2026, 10.30 am."""
    if value is None:
        return ""
    here = clock.london(value)
    return f"{clock.day_words(here)}, {clock.time_words(here.time())}"


def months(count: int) -> str:
    """1 month; 6 months."""
    return f"{count} month" if count == 1 else f"{count} months"


def paragraphs(text: str | None) -> Markup:
    """Typed text as paragraphs and lines; every character is shown as it was typed."""
    blocks = [block for block in re.split(r"\n\s*\n", (text or "").replace("\r\n", "\n").strip("\n")) if block.strip()]
    lines = (Markup("<br>").join(escape(line) for line in block.split("\n")) for block in blocks)
    return Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)


def unbroken(sentence: str) -> Markup:
    """A sentence whose references (R-00012/2) stay on one line."""
    pieces = re.split(r"(\b[A-Z]-\d{5}(?:/\d+)?)", sentence)
    spans = (
        Markup('<span class="nowrap">{}</span>').format(one) if place % 2 else one for place, one in enumerate(pieces)
    )
    return Markup("").join(escape(one) for one in spans)


def register(app: Flask) -> None:
    """Give the templates these filters."""
    for one in (day, weekday, hour, moment, months, paragraphs, unbroken):
        app.add_template_filter(one)
