"""The migrations make what the models describe, go down and up, and bring every release up to date with its data."""

import itertools
from contextlib import closing

import pytest
from peewee import TextField
from playhouse.migrations import Runner
from playhouse.schema_diff import diff_models

import models
from policy.core import audit
from tests.migrations.releases import RELEASES, load
from tests.migrations.shape import shape

# Made by hand in a migration, because Peewee has no way to declare them.
NOT_DECLARED = {"customer_search"}


@pytest.fixture(params=["sqlite", "postgresql"])
def make_empty(request, tmp_path):
    """Makes empty databases, nothing migrated, first on SQLite, then on PostgreSQL; answers the address of each."""
    if request.param == "sqlite":
        numbers = itertools.count()
        yield lambda: f"sqlite:///{tmp_path}/empty-{next(numbers)}.db"
        return
    server, made = request.getfixturevalue("postgres_server"), []

    def make():
        made.append(server.create())
        return server.url(made[-1])

    yield make
    for name in made:
        server.drop(name)


@pytest.fixture
def empty(make_empty):
    """The address of one empty database, first on SQLite, then on PostgreSQL."""
    return make_empty()


def opened(url):
    return closing(models.connect(url))


def test_the_migrations_make_what_the_models_describe(db):
    difference = diff_models(db, models.TABLES)
    left = [index for index in difference.drop_indexes if index.name not in NOT_DECLARED]
    assert (difference.create_tables, difference.add_columns, difference.drop_columns) == ([], [], [])
    assert (difference.add_indexes, left) == ([], [])


def test_columns_references_and_checks_are_the_same_either_way(make_empty):
    with opened(make_empty()) as database:
        models.migrate()
        migrated = shape(database)
    with opened(make_empty()) as database:
        database.create_tables(models.TABLES)
        assert shape(database) == migrated


def test_every_table_is_in_the_list_that_is_compared(db):
    kept_by_the_search = {name for name in db.get_tables() if name.startswith("customer_search")}
    listed = {table._meta.table_name for table in models.TABLES}
    assert set(db.get_tables()) - kept_by_the_search == listed | {"schema_migration"}


def test_all_the_way_up_and_down_and_up_again(empty):
    with opened(empty) as database:
        ran = models.migrate()
        first = shape(database)
        assert ran == sorted(ran) and ran
        runner = Runner(database, str(models.MIGRATIONS))
        runner.down(target=ran[0])
        assert set(database.get_tables()) == {"schema_migration"}
        assert models.migrate() == ran
        assert shape(database) == first


def test_a_second_run_changes_nothing(db):
    assert models.migrate() == []


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_a_release_with_data_comes_up_to_date(release, empty):
    load(release, empty)
    with opened(empty) as database:
        kept = [table for table in release.tables if table != "schema_migration"]
        before = {table: count(database, table) for table in kept}
        models.migrate()
        assert before == {table: count(database, table) for table in kept}
        assert sum(before.values()) > 50
        assert diff_models(database, models.TABLES).add_columns == []
        assert list(audit.verify()) == []
        assert models.Event.select().count() == before["event"]


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_a_column_yet_to_come_leaves_the_evidence_of_a_release_as_it_is(release, empty):
    load(release, empty)
    with opened(empty) as database:
        models.migrate()
        database.execute_sql("ALTER TABLE incident ADD COLUMN invented TEXT NOT NULL DEFAULT 'nothing'")
        models.Incident._meta.add_field("invented", TextField(default="nothing"))
        try:
            assert list(audit.verify()) == []
        finally:
            models.Incident._meta.remove_field("invented")


def count(database, table):
    return database.execute_sql(f'SELECT count(*) FROM "{table}"').fetchone()[0]


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_what_a_release_wrote_still_cannot_be_changed(release, empty):
    load(release, empty)
    with opened(empty) as database:
        models.migrate()
        for table in ("event", "letter", "incident"):
            with pytest.raises(Exception, match="append-only"), database.atomic():
                database.execute_sql(f'DELETE FROM "{table}"')


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_a_release_is_kept_for_both_engines(release):
    assert (release.folder / "sqlite.sql").read_text().startswith("PRAGMA foreign_keys=OFF;")
    assert "PostgreSQL database dump" in (release.folder / "postgresql.sql").read_text()


def test_there_is_a_release_to_start_from():
    assert RELEASES
