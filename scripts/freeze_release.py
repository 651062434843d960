"""Freezes rows for the tests of later migrations: `python scripts/freeze_release.py 1.2.0`, on the day of the release.

The rows of one whole case, as either engine holds them, go into tests/migrations/releases/<version>/, with the name
of each migration that had run and the digest of its files. What is frozen under a version is never made again; before
the first, `unreleased` stands in its place and may be. It needs PostgreSQL's programs and pg_dump.
"""

import datetime as dt
import hashlib
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from peewee import sort_models

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import models  # noqa: E402
from demo import diary, people, stories  # noqa: E402
from policy.customers import customers  # noqa: E402
from tests import postgres  # noqa: E402

NOW = dt.datetime(2026, 11, 20, 12, 0, tzinfo=dt.UTC)
CUSTOMER = {
    "name": "Joan Hesketh", "salutation": "Ms Hesketh", "reference": "OT1S-400100", "kind": "tenant",
    "address": "4 Mill Lane\nBlyth", "postcode": "NE24 1AA", "telephone": "07700 900123",
    "letter_format": "standard", "language": "English",
}  # fmt: skip
CASE = next(case for case in stories.CASES if case.returned)  # a warning whose letter came back and went again
RELEASES = ROOT / "tests/migrations/releases"
UNRELEASED = "unreleased"
# Of what pg_dump writes: the rows, whose texts may run over several lines, and where the counters stand.
ROWS = re.compile(
    r"^(?:INSERT INTO .*?\);|SELECT pg_catalog\.setval.*?)\n(?=\n|INSERT|SELECT|--)", re.MULTILINE | re.DOTALL
)


def fill(url: str) -> None:
    """Migrate the database at `url` and play one case in it, from the first incident to the letter."""
    with models.connect(url).connection_context(), models.db.atomic():
        models.migrate()
        staff = people.add(diary.days_before(NOW, 460, 9))
        customer = customers.add(staff["officer"], CUSTOMER, diary.days_before(NOW, 450, 10))
        diary.live([stories.Telling(CASE, staff, customer, NOW).tell()], NOW)


def of_sqlite(folder: Path) -> str:
    """The rows of a filled SQLite database, a table after those it points at."""
    path = folder / "frozen.db"
    fill(f"sqlite:///{path}")
    lines = []
    with closing(sqlite3.connect(path)) as database:
        for table in (table._meta.table_name for table in sort_models(models.TABLES)):
            names = [f'"{row[1]}"' for row in database.execute(f'PRAGMA table_info("{table}")')]
            columns, values = ", ".join(names), " || ', ' || ".join(f"quote({name})" for name in names)
            rows = database.execute(f'SELECT {values} FROM "{table}" ORDER BY id')
            lines += [f'INSERT INTO "{table}" ({columns}) VALUES ({row[0]});\n' for row in rows]
    return "".join(lines)


def of_postgres() -> str:
    """The rows of a filled PostgreSQL database, as pg_dump writes them, and where its counters stand."""
    programs = postgres.programs()
    if programs is None:
        sys.exit(postgres.ABSENT)
    server = postgres.Server(programs)
    try:
        name = server.create()
        fill(server.url(name))
        which = ["--data-only", "--column-inserts", "--exclude-table=schema_migration*"]
        command = [programs / "pg_dump", *which, server.url(name)]
        written = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    finally:
        server.stop()
    return "".join(ROWS.findall(written))


def migrations(with_digests: bool) -> str:
    """A line for each migration: its name and, where asked for, the SHA-256 of its files."""
    names = [path.stem for path in sorted(models.MIGRATIONS.glob("[0-9]*.py"))]
    return "".join(f"{name} {digest(name) if with_digests else ''}".rstrip() + "\n" for name in names)


def digest(name: str) -> str:
    """The SHA-256 of the files of one migration, one after the other."""
    files = sorted(models.MIGRATIONS.glob(f"{name}.*"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def main(version: str) -> None:
    """Write the three files; refuses to touch a release that is there."""
    target = RELEASES / version
    if version != UNRELEASED and not re.fullmatch(r"\d+\.\d+\.\d+", version):
        sys.exit("Give the version as three numbers, for example 1.2.0.")
    if version != UNRELEASED and target.exists():
        sys.exit(f"{version} is frozen already, and stays as it is.")
    with tempfile.TemporaryDirectory() as folder:
        texts = {"sqlite.sql": of_sqlite(Path(folder)), "postgresql.sql": of_postgres()}
    texts["migrations.txt"] = migrations(with_digests=version != UNRELEASED)
    target.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (target / name).write_text(text)
    print(f"Frozen: {os.path.relpath(target)} ({sum(map(len, texts.values())) // 1024} kB)")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say which: python scripts/freeze_release.py VERSION")
    main(sys.argv[1])
