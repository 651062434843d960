"""Copies the SQLite database, while it is in use, into a folder: `python scripts/backup.py FOLDER`.

The copy is consistent, checked, named after the moment (UTC) and readable by its owner only. EVENHAND_DATA or
DATABASE_URL say which database. PostgreSQL has pg_dump for this.
"""

import datetime as dt
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent


def source(environ: dict[str, str]) -> Path:
    """The SQLite file in use. Ends with a sentence where there is none."""
    url = environ.get("DATABASE_URL", "")
    if url and not url.startswith("sqlite:///"):
        sys.exit("DATABASE_URL is not a SQLite database: use pg_dump for PostgreSQL.")
    folder = Path(environ.get("EVENHAND_DATA") or HERE / "instance")
    path = Path(url.removeprefix("sqlite:///")) if url else folder / "evenhand.db"
    if not path.is_file():
        sys.exit(f"There is no database at {path}: look at EVENHAND_DATA.")
    return path


def copy(path: Path, folder: Path, now: dt.datetime) -> Path:
    """A checked copy of the database at `path` in `folder`; answers where it is. Raises FileExistsError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"evenhand-{now:%Y%m%dT%H%M%SZ}.db"
    os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    read_only = f"{path.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(read_only, uri=True)) as database, closing(sqlite3.connect(target)) as backup:
        database.backup(backup, pages=-1)
        faults = [row[0] for row in backup.execute("PRAGMA integrity_check")]
    if faults != ["ok"]:
        sys.exit(f"The copy {target} is not sound: {faults[0]}")
    return target


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Say where to: python scripts/backup.py FOLDER")
    print(copy(source(dict(os.environ)), Path(sys.argv[1]), dt.datetime.now(dt.UTC)))
