"""A year of two hundred files, lived day by day: what Today shows to whom, on chosen days, and what never happens."""

import datetime as dt
import itertools
from collections.abc import Callable
from typing import Any

import pytest

from models import Appeal, Contact, CustomerRequest, Incident, Marker, Restriction, Review
from policy import today
from policy.appeals import hearing as appeal_hearing
from policy.care import checks as care_checks
from policy.contacts import contacts
from policy.core import audit
from policy.incidents import requests as incident_requests
from policy.markers import decision as marker_decision
from policy.restrictions import decision as restriction_decision
from policy.restrictions import ending as restriction_ending
from policy.restrictions import lifecycle
from policy.staff import absences
from tests import make
from tests.cast import Cast
from tests.year import plan
from tests.year.plan import DAY, expected


def moment(day: dt.date, hour: int = 10) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(hour), dt.UTC)


class Year:
    """The deeds of the year in the order of their days; each is done when its day has come."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.selma = cast, make.senior(cast)
        self.queue: list[tuple[dt.date, int, Callable[[], Any]]] = []
        self.order = itertools.count()
        self.kept: dict[tuple[str, int], Any] = {}
        for restricted in plan.RESTRICTED:
            self.restricted(restricted)
        for marked in plan.MARKED:
            self.on(marked.proposed, lambda one=marked: self.propose(one))
            self.on(marked.starts, lambda one=marked: self.approve(one))
        for asked in plan.ASKED:
            self.on(asked.asked, lambda one=asked: self.ask(one))
            self.on(asked.answered, lambda one=asked: self.answer(one))
        for frightened in plan.FRIGHTENED:
            self.on(frightened.on, lambda one=frightened: self.frighten(one))
            for talk in frightened.talks[: frightened.held]:
                self.on(talk, lambda one=frightened, day=talk: self.talk(one, day))
        for number in range(plan.OTHERS):
            self.on(plan.FIRST + number * 7 * DAY, lambda day=plan.FIRST + number * 7 * DAY: self.other(day))
        self.on(plan.AWAY_TOLD, self.away)
        self.queue.sort(key=lambda one: one[:2])

    def on(self, day: dt.date, deed: Callable[[], Any]) -> None:
        self.queue.append((day, next(self.order), deed))

    def until(self, day: dt.date) -> None:
        """Everything that is done up to and on this day."""
        while self.queue and self.queue[0][0] <= day:
            self.queue.pop(0)[2]()

    # --- Restrictions ---

    def restricted(self, one: plan.Restricted) -> None:
        self.on(one.starts, lambda: self.restrict(one))
        part = one.parts[0]
        if one.kind == "goes on":
            self.on(part.review, lambda: self.go_on(one))
        if one.kind == "lifted":
            self.on(part.ended or part.ends, lambda: self.lift(one))
        if one.kind == "appealed":
            self.on(one.appealed, lambda: self.appeal(one))
            if one.answered:
                self.on(one.answered, lambda: self.hear(one))
        if one.kind == "told":
            self.on(one.written or one.starts, lambda: self.write(one))
            self.on(plan.replied(one), lambda: self.reply(one))
            self.on(part.ends + DAY, lambda: self.settle(one, part.ends + DAY))

    def restrict(self, one: plan.Restricted) -> None:
        cast, now = self.cast, moment(one.starts)
        officers = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
        told = {"terms": officers} if one.kind == "told" else {}
        self.kept["restriction", one.number] = make.restriction_in_force(cast, now=now, **told)

    def row(self, one: plan.Restricted) -> Restriction:
        return self.kept["restriction", one.number].fresh()

    def go_on(self, one: plan.Restricted) -> None:
        part = one.parts[1]
        now = moment(part.starts)
        make.held_review(self.cast, self.row(one), now, ends_on=part.ends, next_review_on=part.review)

    def lift(self, one: plan.Restricted) -> None:
        now = moment(one.parts[0].ended or one.starts)
        restriction_decision.lift(self.cast.mark, self.row(one), "It has stopped.", now)
        restriction_ending.settle(self.cast.mark, self.row(one), {}, now)

    def settle(self, one: plan.Restricted, day: dt.date) -> None:
        restriction_ending.settle(self.cast.omar, self.row(one), {}, moment(day))

    def appeal(self, one: plan.Restricted) -> None:
        now = moment(one.appealed)
        appeal = make.appeal(self.cast.carla, self.row(one), now)
        self.kept["appeal", one.number] = make.heard(self.cast, appeal, now)

    def hear(self, one: plan.Restricted) -> None:
        assert one.answered
        now = moment(one.answered)
        appeal_hearing.decide(self.cast.sena, make.answered(self.kept["appeal", one.number], now), now)

    def write(self, one: plan.Restricted) -> None:
        told = {"channel": "email", "reply_wanted": True}
        now = moment(one.written or one.starts)
        self.kept["contact", one.number] = contacts.log(self.cast.carla, self.row(one).customer, told, now, make.key())

    def reply(self, one: plan.Restricted) -> None:
        contacts.reply(self.cast.omar, self.kept["contact", one.number], moment(plan.replied(one)))

    # --- Everything else ---

    def propose(self, one: plan.Marked) -> None:
        cast, now = self.cast, moment(one.proposed)
        whose = make.customer(cast.omar, now)
        cited = make.threat(cast.olive, whose, now)
        page = make.marker_page(cited, now, ends_on=one.ends, review_on=one.review)
        row = make.asked_marker(cast.mina, whose, now)
        self.kept["marker", one.number] = marker_decision.propose(cast.mina, row, page, now, row.version)

    def approve(self, one: plan.Marked) -> None:
        row, now = self.kept["marker", one.number].fresh(), moment(one.starts)
        make.weighing(self.cast.sol, row.customer, "marker", now)
        marker_decision.approve(self.cast.sol, row, now, row.version)

    def ask(self, one: plan.Asked) -> None:
        cast, now = self.cast, moment(one.asked)
        told = {"channel": "email", "request": "A plumber", "request_owner": cast.olive}
        made = make.incident(cast.carla, make.customer(cast.omar, now), now, **told)
        self.kept["request", one.number] = CustomerRequest.get(CustomerRequest.incident == made)

    def answer(self, one: plan.Asked) -> None:
        row = self.kept["request", one.number]
        incident_requests.answer_request(self.cast.olive, row, "A plumber came.", moment(one.answered))

    def frighten(self, one: plan.Frightened) -> None:
        cast, now = self.cast, moment(one.on, 9)
        whose = make.customer(cast.omar, now)
        self.kept["threat", one.number] = make.threat(cast.omar, whose, now, staff=[(cast.carla, "target")])

    def talk(self, one: plan.Frightened, day: dt.date) -> None:
        cast = self.cast
        care_checks.check(cast.mina, self.kept["threat", one.number], cast.carla, "yes", "She is well.", moment(day))

    def other(self, day: dt.date) -> None:
        make.incident(self.cast.carla, make.customer(self.cast.omar, moment(day)), moment(day))

    def away(self) -> None:
        told = {"starts_on": plan.AWAY[0], "ends_on": plan.AWAY[1], "handover": "Olive knows all of it."}
        absences.record_absence(self.cast.omar, self.cast.omar, told, moment(plan.AWAY_TOLD))

    # --- Asking ---

    def shown(self, key: str, day: dt.date) -> list[Any]:
        person = self.selma if key == "selma" else getattr(self.cast, key)
        return today.needs(person, moment(day, 18))


def review_of(number: int) -> dt.date:
    return plan.RESTRICTED[number].parts[0].review


def end_of(number: int) -> dt.date:
    return plan.RESTRICTED[number].parts[-1].ends


CHOSEN = sorted(
    {
        *(review_of(0) + days * DAY for days in (-22, -21, -7, 0, 1)),  # a review that is missed
        *(review_of(1) + days * DAY for days in (-1, 0)),  # one that is held on its day
        plan.AWAY[0],
        *(end_of(0) + days * DAY for days in (-1, 0, 1)),  # the missed one lapses, and its letter is owed
        plan.MARKED[5].proposed,  # a marker that waits for the safety lead
        plan.MARKED[0].ends + DAY,
        plan.working(plan.RESTRICTED[8].appealed, 10) + DAY,  # an appeal that is late
        plan.working(plan.RESTRICTED[9].written, 5) + DAY,  # a reply that is late
        plan.LAST,
    }
)


@pytest.fixture(scope="module")
def year(sqlite_template: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The database of the year, and what was seen on each chosen day."""
    import shutil

    import models

    path = tmp_path_factory.mktemp("year") / "year.db"
    shutil.copyfile(sqlite_template, path)
    database = models.connect(f"sqlite:///{path}")
    with database.connection_context():
        lived, seen = Year(Cast()), {}
        for day in CHOSEN:
            lived.until(day)
            wanted = expected(day)
            people = {key for counts in wanted.values() for key in counts}
            found = {key: lived.shown(key, day) for key in people}
            seen[day] = (wanted, found, standing(day))
        lived.until(plan.LAST)
        yield seen


def standing(day: dt.date) -> list[tuple[str, dt.date, dt.date]]:
    """Everything in force on a day: its reference, its end and the day of its review."""
    rows = [one for one in Restriction.select() if one.in_force_on(day)]
    rows += [one for one in Marker.select() if one.in_force_on(day)]
    return [(one.reference, one.ends_on, one.review_on) for one in rows]


def count(items: list[Any], words: str) -> int:
    return sum(one.plain.startswith(words) for one in items)


@pytest.mark.parametrize("day", CHOSEN, ids=str)
def test_today_shows_what_the_plan_of_the_year_comes_to(year: Any, day: dt.date) -> None:
    wanted, found, _ = year[day]
    seen = {words: {key: count(found[key], words) for key in counts} for words, counts in wanted.items()}
    assert seen == wanted


@pytest.mark.parametrize("day", CHOSEN, ids=str)
def test_nothing_in_force_lacks_a_day_of_review_ahead_or_overdue_with_a_senior_officer(year: Any, day: dt.date) -> None:
    _, found, in_force = year[day]
    assert in_force and all(ends >= day and review is not None for _, ends, review in in_force)
    for reference, _, review in in_force:
        if review < day:
            assert any(reference in one.plain and one.escalated for one in found["sena"]), reference


def test_every_kind_of_thing_waits_for_everybody_it_may_wait_for_on_some_day(year: Any) -> None:
    """Or the counts above would prove little: each is above nothing somewhere, and differs from day to day."""
    most: dict[tuple[str, str], set[int]] = {}
    for wanted, *_ in year.values():
        for words, counts in wanted.items():
            for key, number in counts.items():
                most.setdefault((words, key), set()).add(number)
    never = {pair for pair, numbers in most.items() if numbers == {0}}
    assert {words for words, _ in most} == {words for words, key in most if (words, key) not in never}
    assert {key for _, key in never} <= {"carla", "omar", "mark", "sena"}
    assert sum(len(numbers) > 1 for numbers in most.values()) >= 20


def test_the_number_in_force_is_that_of_the_plan(year: Any) -> None:
    for day, (*_, in_force) in year.items():
        marked = sum(one.stands(day) for one in plan.MARKED)
        assert len(in_force) == len(list(plan.parts(day))) + marked, day


def test_a_missed_review_is_pressed_overdue_escalated_then_lapses_and_its_letter_is_owed_that_day(year: Any) -> None:
    day, ends, words = review_of(0), end_of(0), "Review restriction R-00001"

    def of(when: dt.date, key: str, told: str = words) -> list[Any]:
        return [one for one in year[when][1][key] if one.plain == told]

    assert [len(of(day + days * DAY, "mark")) for days in (-22, -21, -7, 0, 1)] == [0, 1, 1, 1, 1]
    assert [one.pressing for one in of(day - 7 * DAY, "mark")] == [True]
    assert [len(of(day + days * DAY, "sena")) for days in (0, 1)] == [0, 1]
    assert of(day + DAY, "sena")[0].escalated and of(day + DAY, "sena")[0].overdue
    letter = "Write about the end of restriction R-00001"
    assert [len(of(ends + days * DAY, "mark", letter)) for days in (-1, 0, 1)] == [0, 1, 1]
    assert [len(of(ends + days * DAY, "mark")) for days in (-1, 0, 1)] == [1, 1, 0]


def test_two_hundred_files_and_what_became_of_them(year: Any) -> None:
    files = len(plan.RESTRICTED) + len(plan.MARKED) + len(plan.ASKED) + len(plan.FRIGHTENED) + plan.OTHERS
    assert files == 200
    assert Restriction.select().count() == 24 and Review.select().count() == 4 and Marker.select().count() == 15
    assert Appeal.select().where(Appeal.decided_at.is_null(False)).count() == 2
    assert Contact.select().where(Contact.replied_at.is_null(False)).count() == 4
    assert Incident.select().count() == 2 * 20 + 15 + 100 + 15 + 50
    assert all(not lifecycle.in_force(one.customer_id, one.ends_on + DAY) for one in Restriction.select())
    assert list(audit.verify()) == []


def test_no_item_of_the_year_names_anybody_where_it_should_not(year: Any) -> None:
    for _, found, _ in year.values():
        for items in found.values():
            assert all(one.plain and "Robin" not in one.plain and "Carla" not in one.plain for one in items)
            dues = [one.due for one in items if one.overdue]
            assert dues == sorted(dues)
