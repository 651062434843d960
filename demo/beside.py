"""Letters beside a decision in the demonstration: a reminder of an arrangement, and a notice for the repairs team."""

import datetime as dt
from collections.abc import Iterator, Sequence

from demo import diary
from demo.diary import Story
from demo.stories import Staff
from models import Customer, Restriction
from policy.contacts import contacts
from policy.other_letters import side_letters
from policy.other_letters.side_letter_facts import Entry

REMINDED = 27
ANSWER = "The call was about bikes in the yard. Our estates team looks at it on Tuesday, and will write."


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """One customer who rang twice outside the arrangement, and is reminded of it once."""
    yield _reminded(staff, customers[REMINDED], now)


def _reminded(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    moment = yield diary.days_before(now, 12, 9, 20)
    rang: contacts.Entry = {
        "channel": "telephone",
        "subject": "neighbours",
        "minutes": 6,
        "arrangement": "broken_by_customer",
    }
    first = contacts.log(staff["colleague"], customer, rang, moment, "demo-outside-1")
    moment = yield diary.days_before(now, 10, 14, 5)
    second = contacts.log(staff["colleague"], customer, rang, moment, "demo-outside-2")
    moment = yield diary.days_before(now, 8, 11)
    mine = (Restriction.customer == customer) & Restriction.in_force_from.is_null(False)
    restriction = Restriction.select().where(mine).order_by(Restriction.id.desc()).first()
    if restriction is None or not side_letters.may_remind(staff["officer"], restriction, moment):
        return
    entry = Entry(cited=[first.id, second.id], passages={"answer": ANSWER})
    side_letters.send(staff["officer"], side_letters.REMINDER, restriction, entry, moment, "demo-reminder")
    moment = yield moment + dt.timedelta(minutes=20)
    entry = Entry(to_whom="The repairs team")
    side_letters.send(staff["officer"], side_letters.STAFF_NOTICE, restriction, entry, moment, "demo-notice")
