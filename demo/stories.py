"""What happened to the customers of the demonstration, told as stories that the diary plays in order."""

import datetime as dt
from collections.abc import Iterator

from demo.diary import Story
from models import Customer, User


def begin(staff: dict[str, User], customers: list[Customer], now: dt.datetime) -> Iterator[Story]:
    """Every story of the demonstration, as it will have happened by `now`."""
    yield from ()
