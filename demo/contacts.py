"""The contacts of the demonstration: two customers in touch often, a few now and then, and a reply given late."""

import datetime as dt
from collections.abc import Iterator, Sequence

from demo import diary
from demo.diary import Story
from models import Customer, Restriction, User
from policy.contacts import contacts, import_list
from policy.core import clock

Staff = dict[str, User]
OFTEN = {27: (2, 5, 7, 4, 9, 12, 8, 3), 26: (1, 3, 2, 6, 5, 2)}  # contacts a week, over and over
SELDOM = (25, 29, 4, 18, 32, 15, 28)
WEEKS = 26
ABOUT = ("Repair", "Repair", "Rent", "Neighbours", "Complaint", "Repair", "Other")
WAYS = ("Phone", "Email", "Phone", "Phone", "Text")
WITH = ("Priya Nair", "Tom Hale", "Dee Carver", "Sam Okoro")
HEADINGS = "Date,Time,Type,Direction,Reason,Minutes,Agent,Notes"


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """The lists that were taken in, and how the named officer's replies went."""
    for number, counts in OFTEN.items():
        yield _taken_in(staff["officer"], customers[number], _lines(number, counts, now), now)
    for number in SELDOM:
        yield _taken_in(staff["officer"], customers[number], _lines(number, (0, 1, 0, 2, 0), now), now)
    yield _replies(staff, customers[27], now)


def _taken_in(actor: User, customer: Customer, lines: Sequence[str], now: dt.datetime) -> Story:
    at = yield diary.days_before(now, 2, 12)
    text = "\n".join((HEADINGS, *lines))
    import_list.take_in(actor, customer, "Telephone and e-mail log.csv", text, "telephone", at)


def _lines(number: int, counts: Sequence[int], now: dt.datetime) -> list[str]:
    """A log of half a year, up to some days ago: the same each time but for its days."""
    made, last = [], clock.today(now) - dt.timedelta(days=4)
    for week in range(WEEKS):
        for nth in range(counts[(week + number) % len(counts)]):
            mark = week * 7 + nth * 3 + number
            day = last - dt.timedelta(days=7 * (WEEKS - 1 - week) + nth % 5)
            at, way = f"{9 + mark % 8}:{mark * 7 % 60:02d}", WAYS[mark % len(WAYS)]
            about, who = ABOUT[mark % len(ABOUT)], WITH[mark % len(WITH)]
            direction = "out" if mark % 9 == 0 else "in"
            made.append(f"{day:%d/%m/%Y},{at},{way},{direction},{about},{3 + mark % 14},{who},")
    return made


def _replies(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    """A reply given late, a call missed and put right, and a reply that is owed now."""
    asked = yield diary.days_before(now, 30, 11)
    first = contacts.log(staff["officer"], customer, _asked("Asked when the fence is mended."), asked, "demo-reply-1")
    missed = yield diary.days_before(now, 19, 16)
    under = Restriction.get_or_none(Restriction.customer == customer, Restriction.issued_at.is_null(False))
    breach: contacts.BreachEntry = {
        "kind": "missed_slot",
        "on": clock.today(missed),
        "words": "Nobody was at the telephone between ten and twelve.",
        "put_right": "Rang back the same afternoon and said sorry.",
    }
    if under is not None:
        contacts.record_breach(staff["officer"], under, breach, missed, "demo-break-1")
    contacts.reply(staff["officer"], first, (yield diary.days_before(now, 18, 12)))
    again = yield diary.days_before(now, 3, 15)
    contacts.log(staff["officer"], customer, _asked("Asked for the date of the gas check."), again, "demo-reply-2")


def _asked(words: str) -> contacts.Entry:
    return {"channel": "telephone", "subject": "repair", "minutes": 8, "words": words, "reply_wanted": True,
            "arrangement": "kept"}  # fmt: skip
