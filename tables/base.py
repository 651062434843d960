"""What every table stands on: the database, its rows and moments, one kind of write, and reads in SQL text."""

import datetime as dt
import secrets
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Self

from peewee import AutoField, DatabaseProxy, DateTimeField, Model, ModelDelete, SqliteDatabase

db = DatabaseProxy()

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"

SQLITE = "sqlite:///"

SQLITE_PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "synchronous": "full",
    "busy_timeout": 10_000,
    "recursive_triggers": 1,
}


def on_sqlite() -> bool:
    """True where the models are bound to SQLite, false on PostgreSQL."""
    return isinstance(db.obj, SqliteDatabase)


_read_once: ContextVar[dict[str, Any] | None] = ContextVar("read_once", default=None)


def remember(whether: bool) -> None:
    """From now on, in this thread, keep what `once` reads; or forget it and keep nothing."""
    _read_once.set({} if whether else None)


def once(name: str, read: Callable[[], Any]) -> Any:
    """What `read` answers; kept under `name` for as long as this thread remembers and nothing is written."""
    kept = _read_once.get()
    if kept is None:
        return read()
    if name not in kept:
        kept[name] = read()
    return kept[name]


def _forget() -> None:
    if kept := _read_once.get():
        kept.clear()


@contextmanager
def writing() -> Iterator[None]:
    """The one kind of write transaction: on SQLite the write lock is taken at its start, not in its middle.

    Whatever was remembered is read again inside it, and again after it.
    """
    with db.atomic("IMMEDIATE") if on_sqlite() else db.atomic():
        _forget()
        try:
            yield
        finally:
            _forget()


class Moment(DateTimeField):
    """A point in time: aware (UTC) in Python, without a zone and in UTC in the database."""

    def db_value(self, value: Any) -> Any:
        if isinstance(value, dt.datetime):
            if value.tzinfo is None:
                raise ValueError("A moment needs its time zone.")
            value = value.astimezone(dt.UTC).replace(tzinfo=None)
        return super().db_value(value)  # type: ignore[no-untyped-call]

    def python_value(self, value: Any) -> Any:
        value = super().python_value(value)  # type: ignore[no-untyped-call]
        return value.replace(tzinfo=dt.UTC) if isinstance(value, dt.datetime) else value


class Row(Model):
    """A table's row, with a number of its own."""

    id = AutoField()

    class Meta:
        database = db
        legacy_table_names = False

    @classmethod
    def find(cls, number: int) -> Self | None:
        """The row of this number, or None."""
        return next(iter(rows_of(cls, "WHERE id = ?", number)), None)

    @classmethod
    def clear(cls, condition: Any) -> None:
        """Take out the rows that `condition` finds: of a draft, to be written anew, or old tries at signing in."""
        ModelDelete(cls).where(condition).execute()

    def fresh(self) -> Self:
        """The row as the database has it now, locked until the transaction ends where the engine locks rows."""
        # Others may still point at a row that is locked like this.
        lock = "" if on_sqlite() else " FOR NO KEY UPDATE"
        found = rows_of(type(self), f"WHERE id = ?{lock}", self.id)
        if not found:
            raise type(self).DoesNotExist  # type: ignore[attr-defined]
        return found[0]


def marks(values: Collection[Any]) -> str:
    """As many ? as there are values, for an IN (…)."""
    return ", ".join("?" * len(values))


def rows_of(table: Any, rest: str, *values: Any, columns: str = "*") -> list[Any]:
    """Rows of `table`; `rest` is the SQL from WHERE on, written by us, with a ? for each value.

    For the pages opened most, where building a query costs more than running it; elsewhere queries are built.
    """
    sql = f'SELECT {columns} FROM "{table._meta.table_name}" {rest}'  # noqa: S608 - no part of it was typed by anybody
    return list(table.raw(sql if on_sqlite() else sql.replace("?", "%s"), *values))


def rows_among(
    table: Any, column: str, values: Collection[Any], rest: str = "", *more: Any, columns: str = "*"
) -> list[Any]:
    """Rows of `table` whose `column` is among these values, none for none; `rest` goes on after that."""
    if not values:
        return []
    return rows_of(table, f"WHERE {column} IN ({marks(values)}) {rest}", *values, *more, columns=columns)


def nonce() -> str:
    """A random text that makes a row's digest impossible to guess from its words."""
    return secrets.token_hex(16)


def lasts(one: Any, day: dt.date) -> bool:
    """True where a restriction or marker is in force on `day`: begun, not past its end, not ended before."""
    if one.in_force_from is None or one.ends_on is None:
        return False
    return one.in_force_from <= day <= one.ends_on and (one.ended_on is None or day < one.ended_on)
