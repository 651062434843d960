"""Rows as earlier releases left them, frozen: one folder for each release, with a file per engine.

They are made with `python scripts/freeze_release.py VERSION` on the day of the release and never changed afterwards.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
from playhouse.migrations import Runner

import models

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Release:
    """One release and the folder of its rows."""

    version: str
    folder: Path

    def __str__(self) -> str:
        return self.version

    @property
    def migrations(self) -> dict[str, str]:
        """The migrations that had run, in order, each with the digest of its files ("" before the first release)."""
        lines = (self.folder / "migrations.txt").read_text().splitlines()
        return {name: digest for name, _, digest in (line.partition(" ") for line in lines)}


RELEASES = [Release(path.name, path) for path in sorted(HERE.iterdir()) if (path / "migrations.txt").exists()]


def load(release: Release, url: str) -> None:
    """Bring the empty database at `url` to where the release was, and fill it with what the release left."""
    with closing(models.connect(url)) as database:
        Runner(database, str(models.MIGRATIONS)).up(target=list(release.migrations)[-1])
    if url.startswith("sqlite:///"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database:
            database.executescript((release.folder / "sqlite.sql").read_text())
        return
    with psycopg.connect(url, autocommit=True) as database:
        database.execute((release.folder / "postgresql.sql").read_text())
