"""An absence of a named officer in the demonstration: one customer told who covers, one still to be told."""

import datetime as dt
from collections.abc import Iterator, Sequence

from demo import diary
from demo.diary import Story
from demo.stories import Staff
from models import Customer, Restriction
from policy.core import clock
from policy.restrictions import named_officers
from policy.staff import absences

TOLD = 27
HANDOVER = "The fence is ordered and comes on the 14th; ring the customer that day. Nothing else is open."


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """The officer is away for a week and a half, beginning a working week from now."""
    yield _away(staff, customers[TOLD], now)


def _away(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    moment = yield diary.days_before(now, 2, 15, 40)
    officer = staff["officer"]
    starts = clock.working_days_after(clock.today(now), 5)
    days: absences.AbsenceEntry = {"starts_on": starts, "ends_on": starts + dt.timedelta(days=10), "handover": HANDOVER}
    absence = absences.record_absence(officer, officer, days, moment)
    moment = yield moment + dt.timedelta(minutes=12)
    mine = (Restriction.customer == customer) & Restriction.in_force_from.is_null(False)
    restriction = Restriction.select().where(mine).order_by(Restriction.id.desc()).first()
    if restriction is not None:
        chosen: named_officers.Cover = {"officer": staff["officer_two"], "deputy": staff["manager"]}
        named_officers.tell_of_cover(officer, restriction, absence, chosen, moment)
