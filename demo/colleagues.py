"""What is kept of colleagues in the demonstration: who knows a customer privately, and how they are looked after."""

import datetime as dt
from collections.abc import Iterator, Sequence

from demo import diary, words
from demo.diary import Story
from demo.stories import Staff
from models import Customer
from policy import care, clock, conflicts, incidents, injuries, statements

NEIGHBOUR = 23  # a customer who lives next to the income officer
PLUMBER = 9  # a customer at whose door the plumber was hurt
DOOR = words.seen(
    (14, 10), "visit", "At the front door", "The customer pushed the plumber off the step when he said that a part "
    "had to be ordered. He fell against the railing.", "You are not leaving until it works", ("violence",), 4,
    police="reported", police_words="Reported by the plumber's manager the same afternoon.",
)  # fmt: skip


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """Every story about colleagues, as it will have happened by `now`."""
    yield _neighbour(staff, customers[NEIGHBOUR], now)
    yield _plumber(staff, customers[PLUMBER], now)


def _neighbour(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    moment = yield diary.days_before(now, 30, 9, 20)
    person = staff["officer_rents"]
    conflicts.declare(person, person, customer, "neighbour", "We live on the same stair.", moment)


def _plumber(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    """Hurt at a door: asked the same day, off work since, a statement asked of him and not given yet."""
    plumber, manager = staff["trades"], staff["manager_south"]
    moment = yield diary.days_before(now, 12, 16, 30)
    told = DOOR | {"happened_on": clock.today(moment)}
    incident = incidents.log(plumber, customer, told, moment, "demonstration-plumber", [(plumber, "target")])
    moment = yield moment + dt.timedelta(minutes=25)
    care.check(manager, incident, plumber, "yes", "Driven home. Offered the counselling line and a visit.", moment)
    statements.ask(manager, incident, plumber, moment)
    moment = yield diary.days_before(now, 8, 9, 5)
    off_from = incident.happened_on + dt.timedelta(days=1)
    hurt = {"kind": "hurt", "words": "A sprained wrist and a bruised back.", "off_from": off_from}
    injuries.record_injury(manager, incident, plumber, hurt, moment)
