"""A copy made while the database is in use is whole, is its owner's alone, and never replaces another."""

import datetime as dt
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from scripts.backup import copy, source
from tests.house.trees import ROOT

NOW = dt.datetime(2026, 11, 3, 10, 30, tzinfo=dt.UTC)


@pytest.fixture
def busy(tmp_path):
    """A database in write-ahead mode with a row that is not yet in its main file, held open."""
    path = tmp_path / "a folder" / "evenhand.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=wal")
        database.execute("CREATE TABLE thing (words TEXT)")
        database.execute("INSERT INTO thing VALUES ('kept')")
        database.commit()
        yield path


def test_the_copy_holds_what_was_last_written(busy, tmp_path):
    made = copy(busy, tmp_path / "backups", NOW)
    with closing(sqlite3.connect(made)) as database:
        assert database.execute("SELECT words FROM thing").fetchall() == [("kept",)]
    assert made.name == "evenhand-20261103T103000Z.db"
    assert made.stat().st_mode & 0o077 == 0


def test_a_copy_is_never_replaced(busy, tmp_path):
    copy(busy, tmp_path, NOW)
    with pytest.raises(FileExistsError):
        copy(busy, tmp_path, NOW)


def test_a_missing_database_is_said_in_one_sentence(tmp_path):
    with pytest.raises(SystemExit, match="There is no database at"):
        source({"EVENHAND_DATA": str(tmp_path / "nowhere")})


def test_postgresql_has_its_own_way():
    with pytest.raises(SystemExit, match="pg_dump"):
        source({"DATABASE_URL": "postgresql://somebody@localhost/evenhand"})


def test_the_command_says_where_the_copy_is(busy, tmp_path):
    done = subprocess.run(
        [sys.executable, ROOT / "scripts/backup.py", tmp_path / "kept"],
        env={"EVENHAND_DATA": str(busy.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_file()
