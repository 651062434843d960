"""Every test has the same moment, and a stage that is copied is the stage that its deeds would make."""

import sqlite3
from contextlib import closing

import models
from models import Customer, Event, Setting
from policy.core import audit, clock
from tests import copies, make
from tests.moment import NOW
from tests.policy import stage


def test_the_clock_of_the_tests_stands():
    assert clock.now() == NOW == clock.now()


def test_a_copied_stage_is_the_stage_that_was_made(sqlite_db, cast, tmp_path):
    """Whether it is made here or was made by a test before: the second time it can only be a copy."""
    copies_of = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.db"
        with closing(sqlite3.connect(path)) as copy:
            sqlite_db.connection().backup(copy)
        database = models.connect(f"sqlite:///{path}")
        with database.connection_context(), copies.follow(path, tmp_path):
            whose = make.customer(cast.omar)
            row = stage.ready_restriction(cast, whose)
            assert list(audit.verify()) == []
            copies_of.append((row, whose, row.customer, Event.select(Event.digest).order_by(Event.number).tuples()[:]))
    assert copies_of[0] == copies_of[1]
    assert len(list(tmp_path.glob("*.json"))) > 0


def test_what_a_test_writes_itself_is_kept_and_ends_the_copying(sqlite_db, cast):
    whose = make.customer(cast.omar)
    Setting.create(key="warning_months", value=9, at=make.MONDAY, by=None)
    lines = Event.select().count()
    warning = stage.warned(cast, whose)
    assert Setting.select().where(Setting.key == "warning_months").count() == 1
    assert Event.select().count() > lines and warning.customer == whose


def test_another_name_is_another_stage(sqlite_db, cast):
    whose = make.customer(cast.omar, name="Robin Other")
    stage.warned(cast, whose)
    assert Customer.get_by_id(whose.id).name == "Robin Other"
