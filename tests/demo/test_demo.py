"""The demonstration: the same people each time, every stage of the policy, an unbroken history, on any day."""

import datetime as dt

import peewee
import pytest

import demo
import models
from demo import households, people
from demo.stories import CASES, STAGES
from models import BehaviourWarning, Customer, Event, Incident, Restriction, RestrictionTerm, User
from policy import measures
from policy.core import audit, clock
from policy.correspondence import deemed_receipt
from policy.rulebook import clauses

# The night of a clock change, the bank holidays of Christmas, and (on PostgreSQL) a leap day just before midnight.
DAYS = ("2026-10-25T01:30", "2026-12-28T08:00")
LEAP_DAY = dt.datetime(2028, 2, 29, 23, 50, tzinfo=dt.UTC)


@pytest.fixture(params=DAYS)
def now(request):
    """A moment at which somebody makes the demonstration."""
    return dt.datetime.fromisoformat(request.param).replace(tzinfo=dt.UTC)


def test_it_can_be_made_on_any_day(now, sqlite_db):
    demo.fill(now)
    moments = [event.at for event in Event.select(Event.at).order_by(Event.number)]
    assert moments == sorted(moments)
    assert moments[-1] <= now
    assert len({case.customer for case in CASES}) == len(CASES)
    warned_first = Restriction.issued_at.is_null(False) & Restriction.declaration.is_null()
    assert Restriction.select().where(warned_first, Restriction.follows.is_null()).count() == sum(
        case.reaches("in_force") for case in CASES
    )
    assert list(audit.verify()) == []


def test_it_is_the_same_on_postgresql(postgres_url):
    database = models.connect(postgres_url)
    with database.connection_context():
        demo.fill(LEAP_DAY)
        assert Customer.select().count() == 40
        assert list(audit.verify()) == []


def test_every_stage_of_the_policy_is_there(demo_app):
    today = clock.today(clock.now())
    assert {case.stage for case in CASES} == set(STAGES)
    warned = list(BehaviourWarning.select())
    ways = deemed_receipt.standings([one.letter_id for one in warned if one.letter_id])
    live = [one for one in warned if one.letter_id and deemed_receipt.is_live(one, ways.get(one.letter_id), today)]
    lapsed = [one for one in warned if one.letter_id in ways and ways[one.letter_id].deemed_on and one not in live]
    assert any(one.is_open_draft for one in warned)
    assert live
    assert lapsed
    assert any(way.outcome == "returned" for way in ways.values())
    assert {one.kind for one in warned} == set(clauses.WARNING_KINDS)
    restrictions = list(Restriction.select())
    assert any(one.is_open_proposal for one in restrictions)
    assert any(one.declined_at for one in restrictions)
    assert any(one.authorised_at and not one.issued_at for one in restrictions)
    assert any(one.ended_on for one in restrictions)
    assert any(one.issued_at and one.ends_on < today for one in restrictions)
    in_force = [one for one in restrictions if one.in_force_on(today)]
    kinds = {term.kind for term in RestrictionTerm.select().where(RestrictionTerm.restriction.in_(in_force))}
    assert kinds == set(measures.KINDS)


def test_every_role_can_sign_in_and_everybody_knows_the_password(demo_app):
    from policy.staff.people import hasher

    assert {role for one in demo.STAFF for role in one.roles} == set(clauses.ROLES)
    for person in User.select():
        assert hasher.verify(person.password_hash, demo.PASSWORD)


def test_it_is_known_for_what_it_is(demo_app):
    assert demo.is_here()


def test_an_ordinary_database_is_not_taken_for_it(sqlite_db, cast):
    assert not demo.is_here()


def test_the_same_people_each_time(demo_app, sqlite_url):
    names = [customer.name for customer in Customer.select().order_by(Customer.id)]
    assert Incident.select().count() > 50
    with models.connect(sqlite_url).connection_context():
        now = clock.now() - dt.timedelta(days=100)
        assert [customer.name for customer in households.add(people.add(now), now)] == names


def test_a_broken_off_start_leaves_nothing_behind(sqlite_db):
    sqlite_db.execute_sql("CREATE TRIGGER full BEFORE INSERT ON need BEGIN SELECT RAISE(ABORT, 'disk full'); END")
    with pytest.raises(peewee.PeeweeException, match="disk full"):
        demo.fill(clock.now())
    assert User.select().count() == Customer.select().count() == Event.select().count() == 0
