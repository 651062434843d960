"""Databases as earlier releases left them: schema and rows, frozen, one folder for each release and a file per engine.

They are made with `python scripts/freeze_release.py VERSION` on the day of the release and never changed afterwards.
"""

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Release:
    """One release and the folder of its databases."""

    version: str
    folder: Path

    def __str__(self) -> str:
        return self.version

    @property
    def tables(self) -> list[str]:
        """The tables the release had."""
        text = (self.folder / "postgresql.sql").read_text()
        return sorted(re.findall(r'^CREATE TABLE public\."?(\w+)"? \(', text, re.MULTILINE))


RELEASES = [Release(path.name, path) for path in sorted(HERE.iterdir()) if (path / "sqlite.sql").exists()]


def load(release: Release, url: str) -> None:
    """Fill the empty database at `url` with what the release left."""
    if url.startswith("sqlite:///"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database:
            database.executescript((release.folder / "sqlite.sql").read_text())
        return
    with psycopg.connect(url, autocommit=True) as database:
        database.execute((release.folder / "postgresql.sql").read_text())
