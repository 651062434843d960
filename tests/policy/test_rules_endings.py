"""The rules of ending (P 4.2, 7.1): the cease letter, who is told, what lapses by itself, and what life brings."""

import datetime as dt
from typing import Any

import pytest

from letters.text import text_of
from models import Ending, Event, Restriction, Telling
from policy import clock, endings, letters, life, restriction_letter, restrictions, told
from policy.answers import Refused
from policy.typed import Invalid
from tests import make
from tests.policy.stage import WEDNESDAY, clear, stands

DAY = dt.timedelta(days=1)
TODAY = WEDNESDAY.date()
LAST = TODAY + 40 * DAY
NOON = dt.time(12, tzinfo=dt.UTC)


def on(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, NOON)


def short(cast: Any, **given: Any) -> Restriction:
    """A restriction in force until LAST, letters and e-mails only."""
    return make.restriction_in_force(cast, ends_on=LAST, **given)


def words_of(letter: Any) -> str:
    return " ".join(text_of(letter.html).whole.split())


def all_told(cast: Any, row: Restriction, now: dt.datetime, occasion: str = "ends") -> None:
    for whom in told.owed(row, occasion, now):
        told.tell(cast.omar, row, occasion, whom, "By telephone", now)


# --- G48 ---


def test_g48_on_its_last_day_everything_ends_and_the_letter_says_so(db: Any, cast: Any) -> None:
    row = short(cast)
    whose = row.customer_id
    assert not endings.may_settle(cast.omar, row, on(LAST - DAY))
    assert life.in_force(whose, LAST) == [row] and life.in_force(whose, LAST + DAY) == []
    clear(endings.may_settle(cast.omar, row, on(LAST)))
    letter = endings.settle(cast.omar, row, {"thanks": "Thank you for your calm letters."}, on(LAST))
    assert letter is not None
    shown = words_of(letter)
    for said in (
        f"at the end of {LAST:%A} {clock.day_words(LAST)}",
        "every way of contact is open to you",
        "Your account no longer shows it",
        "Thank you for your calm letters.",
        f"until {clock.day_words(clock.months_after(LAST, 36))}",
    ):
        assert said in shown, said
    assert Ending.get().restriction == row
    assert [one.name for one in Event.select().where(Event.name == "ending_settled")] == ["ending_settled"]
    with pytest.raises(Refused):
        endings.settle(cast.omar, row, {}, on(LAST))


def test_g48_it_is_not_closed_before_the_customer_and_everybody_is_told(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), on(LAST + DAY)
    owed = ["the customer contact team", told.TELEPHONE, told.PORTAL, told.ICON]
    assert told.owed(row, "ends", on(LAST - DAY)) == [] and not told.closed(row, on(LAST - DAY))
    assert told.owed(row, "ends", now) == owed
    all_told(cast, row, now)
    assert told.owed(row, "ends", now) == [] and not told.closed(row, now)
    endings.settle(cast.omar, row, {}, now)
    assert told.closed(row, now)
    assert [one.whom for one in told.done(row, "ends")] == owed


def test_g48_the_letter_alone_does_not_close_it(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), on(LAST + DAY)
    endings.settle(cast.omar, row, {}, now)
    assert not told.closed(row, now)
    assert [one.sentence for one in endings.needs(cast.omar, now) if "Tell 4 more" in one.sentence]


def test_g48_the_letter_is_due_that_day_and_a_day_late_with_a_senior_officer(sqlite_db: Any, cast: Any) -> None:
    row = short(cast)

    def letters_owed(who: Any, day: dt.date) -> list[tuple[Any, bool]]:
        found = [one for one in endings.needs(who, on(day)) if one.endpoint == "endings.settling"]
        assert all(row.customer.name not in one.plain for one in found)
        return [(one.due, one.overdue) for one in found]

    assert letters_owed(cast.omar, LAST - DAY) == []
    assert letters_owed(cast.omar, LAST) == letters_owed(cast.mina, LAST) == [(LAST, False)]
    assert letters_owed(cast.sena, LAST) == [] and letters_owed(cast.carla, LAST + DAY) == []
    assert letters_owed(cast.sena, LAST + DAY) == [(LAST, True)]
    endings.settle(cast.omar, row, {}, on(LAST + DAY))
    assert letters_owed(cast.sena, LAST + DAY) == []


def test_g48_lifted_early_it_names_the_day_and_the_time(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 5)
    restrictions.lift(cast.mina, row, "It is no longer needed.", now)
    letter = endings.settle(cast.mina, row.fresh(), {}, now)
    ended = clock.london(now)
    assert f"{clock.day_words(ended.date())}, at {clock.time_words(ended.time())}" in words_of(letter)
    assert life.in_force(row.customer_id, clock.today(now)) == []


def test_g48_the_named_officer_is_no_longer_needed(sqlite_db: Any, cast: Any) -> None:
    pair = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    row = short(cast, terms=pair)
    letter = endings.settle(cast.mina, row, {}, on(LAST))
    assert "no longer have to go through Omar Officer or Olive Officer" in words_of(letter)


def test_g48_what_is_gone_on_with_has_not_ended(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), on(LAST)
    weighed = make.weighing(cast.mina, row.customer, "review", now)
    shown, facts = restriction_letter.rendered(row, cast.mina, now), restriction_letter.facts(row, cast.mina, now)
    after = life.follow(
        cast.mina, row, starts_on=LAST, ends_on=LAST + 30 * DAY, review_on=LAST + 9 * DAY, consideration=weighed,
        letter=letters.freeze(row.customer, shown, facts, "", cast.mina, now), found=row.numbers, now=now,
        because="Gone on with",
    )  # fmt: skip
    row = row.fresh()
    assert not endings.may_settle(cast.omar, row, now) and told.owed(row, "ends", now) == []
    assert [one for one in endings.needs(cast.omar, now) if one.endpoint == "endings.settling"] == []
    assert told.owed(after, "changes", now) == ["the customer contact team", told.TELEPHONE, told.PORTAL, told.ICON]
    assert told.owed(after, "begins", now) == [] and told.owed(row, "begins", now) == []


# --- Telling ---


def test_g48_a_team_is_told_once_on_each_occasion(db: Any, cast: Any) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 1)
    first = told.tell(cast.omar, row, "begins", "the repairs team", "In the morning meeting", now)
    assert told.tell(cast.olive, row, "begins", "the repairs team", "", now) == first
    assert Telling.select().count() == 1
    with pytest.raises(Invalid):
        told.tell(cast.omar, row, "begins", " ", "", now)
    with pytest.raises(Refused):
        told.tell(cast.carla, row, "begins", told.ICON, "", now)
    with pytest.raises(Refused):
        told.tell(cast.omar, row, "ends", told.ICON, "", now)


# --- G40 ---


def test_g40_without_a_review_it_lapses_on_its_date_with_a_letter_that_owns_up(sqlite_db: Any, cast: Any) -> None:
    row = short(cast)
    missed = row.review_on
    assert missed < LAST
    assert life.in_force(row.customer_id, LAST) and not life.in_force(row.customer_id, LAST + DAY)
    assert life.has_ended(row, LAST + DAY)
    letter = endings.settle(cast.omar, row, {}, on(LAST + DAY))
    shown = words_of(letter)
    assert f"look at the arrangement again by {clock.day_words(missed)}. We did not, and we are sorry." in shown
    stood = endings.may_settle(cast.omar, row, on(LAST + DAY))
    assert not stood and stood.reasons[0].rule == "state"


# --- What may be written ---


def test_g48_the_letter_names_nobody_and_no_day_of_its_own(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), on(LAST)
    answer = endings.may_settle(cast.omar, row, now, {"thanks": "Carla Contact thanks you for 3 March 2024."})
    stands(answer, "G35", "Carla Contact")
    stands(answer, "G37", "3 March 2024")
