"""The demonstration: Karbon Homes with invented staff and customers, in every stage of the policy.

Nobody here exists. Everything is done through the policy's own deeds at past moments, so the dates hang together
whatever the day on which the demonstration is made; one seed makes it the same each time.
"""

import datetime as dt

from demo import (
    beside,
    colleagues,
    contacts,
    cover,
    diary,
    extreme,
    households,
    objections,
    paper,
    people,
    reviews,
    safety,
    stories,
)
from demo.people import PASSWORD, STAFF
from models import User, writing

__all__ = ["PASSWORD", "STAFF", "fill", "is_here"]


def is_here() -> bool:
    """True where the database holds the demonstration's people."""
    return User.select().where(User.email == STAFF[0].email).exists()


def fill(now: dt.datetime) -> None:
    """Put the demonstration into an empty database as it stands at `now`; all of it or, when interrupted, nothing."""
    with writing():
        staff = people.add(diary.days_before(now, 460, 9))
        paper.add(staff, diary.days_before(now, 455, 9))
        customers = households.add(staff, diary.days_before(now, 450, 10))
        told = [
            *stories.begin(staff, customers, now),
            *objections.begin(staff, customers, now),
            *colleagues.begin(staff, customers, now),
            *safety.begin(staff, customers, now),
            *reviews.begin(staff, customers, now),
            *contacts.begin(staff, customers, now),
            *extreme.begin(staff, customers, now),
            *cover.begin(staff, customers, now),
            *beside.begin(staff, customers, now),
        ]
        diary.live(told, now)
        paper.scan_one(staff, now)
