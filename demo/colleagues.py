"""What is kept of colleagues in the demonstration: who knows a customer privately, and how they are looked after."""

import datetime as dt
from collections.abc import Iterator, Sequence

from demo import diary
from demo.diary import Story
from demo.stories import Staff
from models import Customer
from policy import conflicts

NEIGHBOUR = 23  # a customer who lives next to the income officer


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """Every story about colleagues, as it will have happened by `now`."""
    yield _neighbour(staff, customers[NEIGHBOUR], now)


def _neighbour(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    moment = yield diary.days_before(now, 30, 9, 20)
    person = staff["officer_rents"]
    conflicts.declare(person, person, customer, "neighbour", "We live on the same stair.", moment)
