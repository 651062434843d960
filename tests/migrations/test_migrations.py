"""The migrations make what the models describe, go down and up, and bring what a release left up to date."""

import itertools
import re
import shutil
from contextlib import closing

import pytest
from peewee import TextField
from playhouse.migrations import Runner

import models
from policy.core import audit
from scripts.freeze_release import digest
from tests.house.trees import ROOT
from tests.migrations.releases import RELEASES, load
from tests.migrations.shape import append_only, shape

LATER = """
def up(migrator, db):
    db.execute_sql('CREATE TABLE "thing" ("id" INTEGER PRIMARY KEY, "customer_id" INTEGER REFERENCES "customer")')
    for table in ("customer", "event", "letter"):
        db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "later" INTEGER NOT NULL DEFAULT 7')
    db.execute_sql('CREATE INDEX "customer_later" ON "customer" ("later")')


def down(migrator, db):
    db.execute_sql('DROP INDEX "customer_later"')
    for table in ("customer", "event", "letter"):
        db.execute_sql(f'ALTER TABLE "{table}" DROP COLUMN "later"')
    db.execute_sql('DROP TABLE "thing"')
"""


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


def test_the_migrations_make_what_the_models_describe(make_empty):
    with opened(make_empty()) as database:
        models.migrate()
        migrated = shape(database)
    with opened(make_empty()) as database:
        database.create_tables(models.TABLES)
        assert shape(database) == migrated
    assert all(parts["columns"] for parts in migrated.values())
    checks = sum(len(table._meta.constraints or ()) for table in models.TABLES)
    assert repr(migrated).count("CHECK (") == checks > 20


def test_what_is_only_added_to_is_what_the_models_say(db):
    deeds = ("UPDATE", "DELETE") if models.on_sqlite() else ("UPDATE", "DELETE", "TRUNCATE")
    assert append_only(db) == {(table._meta.table_name, deed) for table in models.APPEND_ONLY for deed in deeds}


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
def test_what_a_release_left_comes_up_to_date(release, empty):
    load(release, empty)
    with opened(empty) as database:
        before = rows(database)
        models.migrate()
        assert rows(database) == before
        assert sum(before.values()) > 50
        assert list(audit.verify()) == []


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


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_what_a_release_wrote_still_cannot_be_changed(release, empty):
    load(release, empty)
    with opened(empty) as database:
        models.migrate()
        filled = [name for name, count in rows(database).items() if count and (name, "DELETE") in append_only(database)]
        assert {"event", "letter", "incident"} <= set(filled)
        for table in filled:
            for deed in (f'DELETE FROM "{table}"', f'UPDATE "{table}" SET id = id'):
                with pytest.raises(Exception, match="append-only"), database.atomic():
                    database.execute_sql(deed)


@pytest.mark.parametrize("release", RELEASES, ids=str)
def test_a_later_migration_runs_over_what_a_release_left_and_back(release, empty, tmp_path):
    folder = shutil.copytree(models.MIGRATIONS, tmp_path / "migrations")
    (folder / "9999_later.py").write_text(LATER)
    load(release, empty)
    with opened(empty) as database:
        models.migrate()
        first, before = shape(database), rows(database)
        runner = Runner(database, str(folder))
        assert runner.up() == ["9999_later"]
        assert database.execute_sql("SELECT DISTINCT later FROM event").fetchall() == [(7,)]
        assert rows(database) == before
        assert list(audit.verify()) == []
        assert runner.down() == ["9999_later"]
        assert (shape(database), rows(database)) == (first, before)


def rows(database):
    """How many rows each table of the models holds."""
    names = [table._meta.table_name for table in models.TABLES]
    return {name: database.execute_sql(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def test_every_version_of_the_changelog_is_frozen_and_its_migrations_are_as_they_were():
    versions = re.findall(r"^## (\d+\.\d+\.\d+)", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert [release.version for release in RELEASES] == (sorted(versions) or ["unreleased"])
    held = {name: kept for release in RELEASES for name, kept in release.migrations.items() if kept}
    assert {name: digest(name) for name in held} == held
