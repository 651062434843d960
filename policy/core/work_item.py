"""What waits for somebody: one thing with its page and its day, and how near that day is. Shared by the nouns.

Each noun has `needs(actor, now)`, which yields these; `today` gathers them.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models import Customer, User, rows_among

EACH_AT_MOST = 50
ESCALATED_AFTER = dt.timedelta(days=1)


@dataclass(frozen=True)
class Item:
    """One thing that needs somebody: where it is done, and by when where there is a day for it.

    `plain` says the same without any name or anything about a person: it is what a calendar outside may show.
    `pressing` is true for what has come to its second reminder, `escalated` for what reached a senior officer because
    it is overdue. `kind` is the noun that says it; `today` fills it in.
    """

    sentence: str
    endpoint: str
    values: dict[str, Any]
    due: dt.date | None = None
    overdue: bool = False
    plain: str = ""
    pressing: bool = False
    escalated: bool = False
    kind: str = ""


def item(
    sentence: str,
    plain: str,
    endpoint: str,
    values: dict[str, Any],
    due: dt.date | None,
    today: dt.date,
    press_days: int = 0,
    escalated: bool = False,
) -> Item:
    """An item with its day weighed against today: overdue after it, pressing from `press_days` before it."""
    overdue = due is not None and due < today
    pressing = due is not None and not overdue and due - dt.timedelta(days=press_days) <= today
    return Item(sentence, endpoint, values, due, overdue, plain, pressing, escalated)


def names_of(things: Iterable[Any]) -> dict[int, str]:
    """The names of the customers whose these things are, by their ids: one read at most."""
    ids = {one.customer_id for one in things}
    return {one.id: one.name for one in rows_among(Customer, "id", ids, columns="id, name")}


def comes_to(actor: User, due: dt.date, today: dt.date, *roles: str) -> bool:
    """G39: whether a thing due on `due` is shown to `actor`: to who does it, and a day late to senior officers."""
    return actor.has(*roles) or late_to_senior(actor, due, today)


def late_to_senior(actor: User, due: dt.date, today: dt.date) -> bool:
    """True for a senior officer from the day after `due` on: it has been escalated."""
    return actor.is_senior_officer and today >= due + ESCALATED_AFTER
