"""G65: nobody works on the file of a relative, neighbour or friend; a senior officer may let them in, with a reason."""

import datetime as dt
from typing import Any

import pytest

from models import Conflict, Event
from policy import today
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.restrictions import decision as restriction_decision
from policy.staff import conflicts_of_interest, file_access
from tests import make
from tests.policy.stage import MONDAY, WEDNESDAY, clear, ready_restriction, stands, warned


def declared(cast: Any, whose: Any, who: str = "omar", now: dt.datetime = MONDAY) -> Conflict:
    person = getattr(cast, who)
    return conflicts_of_interest.declare(person, person, whose, "neighbour", "Same stair", now)


def test_g65_a_neighbour_stays_out_until_a_senior_officer_lets_them_in(db: Any, cast: Any) -> None:
    whose, other = make.customer(cast.omar), make.customer(cast.omar)
    clear(file_access.may_open(cast.omar, whose.id))
    row = declared(cast, whose)
    stands(file_access.may_open(cast.omar, whose.id), "G65", "know this customer privately", alone=True)
    clear(file_access.may_open(cast.omar, other.id))
    clear(file_access.may_open(cast.olive, whose.id))
    conflicts_of_interest.end(cast.sena, row, "The only officer on duty", WEDNESDAY)
    clear(file_access.may_open(cast.omar, whose.id))
    told = [one.name for one in Event.select().where(Event.customer == whose).order_by(Event.number)]
    assert told[-2:] == ["conflict_declared", "conflict_ended"]


@pytest.mark.parametrize(
    ("actor", "person", "may"),
    [("carla", "carla", True), ("sol", "sol", True), ("mina", "omar", True), ("omar", "olive", False),
     ("sena", "omar", False), ("carla", "mina", False)],
)  # fmt: skip
def test_g65_one_says_it_of_oneself_and_a_manager_of_others(
    sqlite_db: Any, cast: Any, actor: str, person: str, may: bool
) -> None:
    whose = make.customer(cast.omar)
    asked = conflicts_of_interest.may_declare(getattr(cast, actor), getattr(cast, person), whose, MONDAY)
    assert bool(asked) is may


@pytest.mark.parametrize("who", ["omar", "olive", "mina", "sol", "dora", "ada", "carla"])
def test_g65_only_a_senior_officer_lets_somebody_in(sqlite_db: Any, cast: Any, who: str) -> None:
    row = declared(cast, make.customer(cast.omar))
    with pytest.raises(Refused):
        conflicts_of_interest.end(getattr(cast, who), row, "We are short of people", MONDAY)
    assert row.fresh().ended_at is None


def test_g65_nobody_lets_themselves_in(sqlite_db: Any, cast: Any) -> None:
    row = declared(cast, make.customer(cast.omar), "sena")
    assert not conflicts_of_interest.may_end(cast.sena, row, MONDAY)
    with pytest.raises(Invalid):
        conflicts_of_interest.end(cast.sena, row, "  ", MONDAY)


def test_g65_it_is_said_once_and_in_words_where_it_is_something_else(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    with pytest.raises(Invalid):
        conflicts_of_interest.declare(cast.omar, cast.omar, whose, "other", "", MONDAY)
    declared(cast, whose)
    with pytest.raises(Refused):
        declared(cast, whose)


def test_g65_what_they_owe_goes_to_their_line_manager_and_their_tasks_leave_today(sqlite_db: Any, cast: Any) -> None:
    whose, other = make.customer(cast.omar), make.customer(cast.omar)
    for one in (whose, other):
        make.incident(cast.omar, one, request="When will it be mended?")
    draft = make.draft_warning(cast.olive, whose, [make.incident(cast.carla, whose)])
    assert any(draft.reference in one.sentence for one in today.needs(cast.omar, MONDAY))
    declared(cast, whose)
    waiting = [one.sentence for one in today.needs(cast.omar, MONDAY)]
    assert any(other.name in one for one in waiting) and not any(whose.name in one for one in waiting)
    assert any(whose.name in one.sentence for one in today.needs(cast.mina, MONDAY))


def test_g65_an_arrangement_needs_another_named_officer(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    warning = warned(cast, whose, sanctions={"named_officer": {}})
    measure = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    row = ready_restriction(cast, whose, WEDNESDAY, warning, terms=measure)
    restriction_decision.authorise(cast.mark, row, WEDNESDAY)
    restriction_decision.issue(cast.mark, row.fresh(), WEDNESDAY)
    assert list(conflicts_of_interest.needs(cast.mina, WEDNESDAY)) == []
    declared(cast, whose, "olive", WEDNESDAY)
    (one,) = conflicts_of_interest.needs(cast.mina, WEDNESDAY)
    assert row.reference in one.sentence and one.values == {"restriction_id": row.id}
    assert list(conflicts_of_interest.needs(cast.omar, WEDNESDAY)) == []
