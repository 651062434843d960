"""Who may add people and change what they may do, and how they sign in, on both databases."""

import datetime as dt

import pytest

from models import Event, SignInAttempt, User
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.staff import people
from tests.cast import PASSWORD

NOW = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
KEY = "a key for digests"
MINA = "mina@karbon.example"


def tries(count, email=MINA, remote="10.0.0.1", at=NOW):
    for _ in range(count):
        assert people.sign_in(email, "not the password", remote, KEY, at) is None


def wait(email, remote, at):
    return people.may_try(people.name_digest(email, KEY), remote, at)


def test_the_right_password_finds_its_person(db, cast):
    assert people.sign_in(" MINA@Karbon.example", PASSWORD, "10.0.0.1", KEY, NOW) == cast.mina


@pytest.mark.parametrize(
    ("count", "after", "may"),
    [
        (4, dt.timedelta(0), True),
        (5, dt.timedelta(0), False),
        (5, dt.timedelta(minutes=14, seconds=59), False),
        (5, dt.timedelta(minutes=15), True),
    ],
)
def test_five_failures_in_fifteen_minutes_make_a_name_wait(db, cast, count, after, may):
    tries(count)
    assert bool(wait(MINA, "10.0.0.2", NOW + after)) is may
    assert wait("mark@karbon.example", "10.0.0.2", NOW + after)


@pytest.mark.parametrize(("count", "may"), [(19, True), (20, False)])
def test_twenty_failures_make_an_address_wait_for_every_name(db, cast, count, may):
    for number in range(count):
        tries(1, email=f"guess{number}@karbon.example")
    assert bool(wait(MINA, "10.0.0.1", NOW)) is may
    assert wait(MINA, "10.0.0.2", NOW)


def test_the_right_password_does_not_help_while_one_has_to_wait(db, cast):
    tries(5)
    with pytest.raises(Refused) as refused:
        people.sign_in(MINA, PASSWORD, "10.0.0.1", KEY, NOW + dt.timedelta(minutes=5))
    assert "Wait 10 minutes" in refused.value.reasons[0].remedy


def test_tries_are_forgotten_after_ninety_days(db, cast):
    tries(2)
    tries(1, at=NOW + dt.timedelta(days=91))
    assert SignInAttempt.select().count() == 1


def test_an_older_hash_is_made_anew_at_the_next_sign_in(db, cast):
    from argon2 import PasswordHasher

    weak = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    User.update(password_hash=weak).where(User.id == cast.mina.id).execute()
    assert people.sign_in(MINA, PASSWORD, "10.0.0.1", KEY, NOW)
    assert not people.hasher.check_needs_rehash(cast.mina.password_hash)


@pytest.mark.parametrize("field", ["name", "email", "job_title", "team", "telephone", "password"])
def test_a_new_person_is_refused_as_a_whole_for_one_bad_detail(db, cast, field):
    told = {"name": "Ines", "email": "ines@karbon.example", "password": PASSWORD, "roles": ["officer"]}
    with pytest.raises(Invalid) as invalid:
        people.add_person(cast.ada, now=NOW, **told | {field: "x" * 201})
    assert field in invalid.value.errors
    assert User.get_or_none(User.email == "ines@karbon.example") is None
    assert Event.select().count() == 0


@pytest.mark.parametrize(
    ("deed", "event"),
    [
        (lambda cast: people.set_roles(cast.ada, cast.omar, ["manager", "officer"], NOW), "roles_changed"),
        (lambda cast: people.deactivate(cast.ada, cast.omar, NOW), "person_deactivated"),
        (lambda cast: people.reset_password(cast.ada, cast.omar, NOW), "password_reset"),
        (lambda cast: people.change_password(cast.omar, PASSWORD, "four quiet brown mice", NOW), "password_changed"),
    ],
)
def test_a_deed_leaves_exactly_one_event_without_a_name_in_it(db, cast, deed, event):
    deed(cast)
    lines = list(Event.select())
    assert [line.name for line in lines] == [event]
    assert "Omar" not in str(lines[0].facts)


@pytest.mark.parametrize(
    "deed", [people.deactivate, lambda actor, one, now: people.set_roles(actor, one, ["officer"], now)]
)
def test_the_last_administrator_stays(db, cast, deed):
    with pytest.raises(Refused):
        deed(cast.ada, cast.ada, NOW)
    people.set_roles(cast.ada, cast.mina, ["manager", "administrator"], NOW)
    deed(cast.ada, cast.ada, NOW)
    assert not (cast.ada.active and cast.ada.is_administrator)


def test_access_given_back_does_not_revive_old_sessions(db, cast):
    before = cast.omar.get_id()
    people.deactivate(cast.ada, cast.omar, NOW)
    people.reactivate(cast.ada, cast.omar, NOW)
    assert cast.omar.active
    assert cast.omar.get_id() != before
