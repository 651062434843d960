"""Freezes the database of a release, for the tests of later migrations: `python scripts/freeze_release.py 1.2.0`.

Both engines get the schema of today and the few rows of a whole case, as SQL in tests/migrations/releases/<version>/.
Run it on the day of a release, once; what is frozen is never made again. It needs PostgreSQL's programs and pg_dump.
"""

import datetime as dt
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import models  # noqa: E402
from demo import diary, households, people, stories  # noqa: E402
from tests import postgres  # noqa: E402

NOW = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)
CUSTOMERS = (14, 25)  # a warning whose letter came back, and a restriction in force
RELEASES = ROOT / "tests/migrations/releases"
# What another version of pg_dump, or another run of it, would say differently.
# A full-text index keeps tables of its own, which it makes again; a dump names it in a way that cannot be read back.
SHADOW = re.compile(r"""(?:CREATE TABLE|INSERT INTO) ['"]customer_search_|PRAGMA writable_schema""")
MASTER = re.compile(r"INSERT INTO sqlite_master")
NOISE = re.compile(
    r"^(?:--.*version.*|\\(?:un)?restrict .*|SET transaction_timeout.*|SELECT pg_catalog\.set_config.*)\n", re.MULTILINE
)


def fill(url: str) -> None:
    """Migrate the database at `url` and play a few cases in it."""
    with models.connect(url).connection_context(), models.db.atomic():
        models.migrate()
        staff = people.add(diary.days_before(NOW, 460, 9))
        everybody = households.add(staff, diary.days_before(NOW, 450, 10))
        told = [case for case in stories.CASES if case.customer in CUSTOMERS]
        diary.live((stories.Telling(case, staff, everybody[case.customer], NOW).tell() for case in told), NOW)


def of_sqlite(folder: Path) -> str:
    """The SQL of a filled SQLite database."""
    path = folder / "frozen.db"
    fill(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as database:
        made = database.execute("SELECT sql FROM sqlite_master WHERE name = 'customer_search'").fetchone()[0]
        lines = [made + ";" if MASTER.match(line) else line for line in database.iterdump() if not SHADOW.match(line)]
    rebuild = "INSERT INTO customer_search (customer_search) VALUES ('rebuild');"
    return "\n".join(["PRAGMA foreign_keys=OFF;", *lines, rebuild, ""])


def of_postgres() -> str:
    """The SQL of a filled PostgreSQL database, as pg_dump writes it."""
    programs = postgres.programs()
    if programs is None:
        sys.exit(postgres.ABSENT)
    server = postgres.Server(programs)
    try:
        name = server.create()
        fill(server.url(name))
        command = [programs / "pg_dump", "--no-owner", "--no-privileges", "--inserts", server.url(name)]
        return NOISE.sub("", subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    finally:
        server.stop()


def main(version: str) -> None:
    """Write both files; refuses to touch a release that is there."""
    target = RELEASES / version
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        sys.exit("Give the version as three numbers, for example 1.2.0.")
    if target.exists():
        sys.exit(f"{version} is frozen already, and stays as it is.")
    with tempfile.TemporaryDirectory() as folder:
        texts = {"sqlite.sql": of_sqlite(Path(folder)), "postgresql.sql": of_postgres()}
    target.mkdir(parents=True)
    for name, text in texts.items():
        (target / name).write_text(text)
    print(f"Frozen: {os.path.relpath(target)} ({sum(map(len, texts.values())) // 1024} kB)")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which: python scripts/freeze_release.py VERSION")
    main(sys.argv[1])
