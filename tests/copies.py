"""Deeds done once a run: the same deeds from the same beginning leave the same database, so it is copied instead.

`follow` begins with a fresh SQLite file. From then on a deed marked `copied` is known by its name, by what it is told
and by what was done before it: the first time it is done and the file kept, after that the file is put in its place.
Anything else that writes (a test's own deed, a request, another thread) ends the following, and from there on every
deed is done as ever, as it is on PostgreSQL, over a landlord's own words, and in a test that replaces parts of ours.
"""

import datetime as dt
import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import models
from letterpress.make import sources

P = ParamSpec("P")
R = TypeVar("R")
PLAIN = (str, int, float, bool, type(None), dt.date, dt.time)


class Unknown(Exception):
    """Something a deed was told, or answers, that cannot be written down."""


class Numbers:
    """Counts up from one, as names and keys of the tests do: which comes next is part of where a test stands."""

    def __init__(self) -> None:
        self.last = 0

    def __next__(self) -> int:
        self.last += 1
        return self.last


numbers = Numbers()


class Followed:
    """A database whose every change so far is known: `recipe` stands for all of them."""

    def __init__(self, path: Path, kept: Path) -> None:
        self.path, self.kept, self.recipe = str(path), kept, ""
        self.watcher = sqlite3.connect(path, isolation_level=None)
        self.seen = self._version()

    def _version(self) -> int:
        return self.watcher.execute("PRAGMA data_version").fetchone()[0]

    def stands(self) -> bool:
        """True where nobody wrote since the last step, and nobody is about to."""
        ours = models.on_sqlite() and models.db.obj.database == self.path
        return ours and not models.db.in_transaction() and self._version() == self.seen and not sources.stamp()

    def stepped(self, recipe: str) -> None:
        self.recipe, self.seen = recipe, self._version()


_followed: Followed | None = None


@contextmanager
def follow(path: Path, kept: Path) -> Iterator[None]:
    """Follow the fresh database at `path`; files are kept in the folder `kept`, which other processes may share."""
    global _followed
    before, numbers.last = _followed, 0
    _followed = here = Followed(path, kept)
    try:
        yield
    finally:
        here.watcher.close()
        _followed = before


def copied(deed: Callable[P, R]) -> Callable[P, R]:
    """Mark a deed that costs more than putting a file in its place. It answers rows, or something made of them."""
    return _marked(deed, True)


def known(deed: Callable[P, R]) -> Callable[P, R]:
    """Mark a small deed: it is always done, and what follows it is still known."""
    return _marked(deed, False)


def _marked(deed: Callable[P, R], keep: bool) -> Callable[P, R]:
    name = f"{deed.__module__}.{deed.__qualname__}"

    @wraps(deed)
    def done(*args: P.args, **told: P.kwargs) -> R:
        here = _followed
        if here is None or not here.stands():
            return deed(*args, **told)
        try:
            said = json.dumps([here.recipe, numbers.last, name, _written(list(args)), _written(told)])
        except Unknown:
            return deed(*args, **told)
        recipe = hashlib.sha256(said.encode()).hexdigest()
        if keep and (here.kept / f"{recipe}.json").exists():
            return _put_in_place(here, recipe)
        made = deed(*args, **told)
        here.stepped(recipe)
        if keep and here.stands():
            _keep(here, recipe, made)
        return made

    return done


def _keep(here: Followed, recipe: str, made: Any) -> None:
    try:
        answer = _written(made)
    except Unknown:
        return
    part = here.kept / f"{recipe}.{os.getpid()}"
    with closing(sqlite3.connect(part)) as copy:
        copy.execute("PRAGMA synchronous = off")
        models.db.connection().backup(copy)
    part.rename(part.with_suffix(".db"))
    part.write_text(json.dumps([numbers.last, answer]))
    part.rename(part.with_suffix(".json"))


def _put_in_place(here: Followed, recipe: str) -> Any:
    with closing(sqlite3.connect(here.kept / f"{recipe}.db")) as copy:
        copy.backup(models.db.connection())
    here.stepped(recipe)
    numbers.last, answer = json.loads((here.kept / f"{recipe}.json").read_text())
    return _read(answer)


def _written(thing: Any) -> Any:
    """`thing` as JSON that tells it from everything else; raises Unknown."""
    if isinstance(thing, models.Row):
        if thing.is_dirty() or thing.id is None:
            raise Unknown
        return ["row", type(thing).__name__, thing.id, getattr(thing, "version", None)]
    if hasattr(thing, "as_written"):
        return ["cast", thing.as_written()]
    if isinstance(thing, dict):
        return ["dict", [[_written(key), _written(value)] for key, value in thing.items()]]
    if isinstance(thing, (list, tuple)):
        return [type(thing).__name__, [_written(one) for one in thing]]
    if isinstance(thing, PLAIN):
        return ["plain", type(thing).__name__, thing.isoformat() if isinstance(thing, dt.date | dt.time) else thing]
    raise Unknown


def _read(answer: Any) -> Any:
    kind, *rest = answer
    if kind == "row":
        return getattr(models, rest[0]).get_by_id(rest[1])
    if kind == "cast":
        from tests.cast import Cast

        return Cast(rest[0])
    if kind == "dict":
        return {_read(key): _read(value) for key, value in rest[0]}
    if kind == "plain":
        name, value = rest
        kinds = {"date": dt.date, "datetime": dt.datetime, "time": dt.time}
        return kinds[name].fromisoformat(value) if name in kinds else value
    return {"list": list, "tuple": tuple}[kind](_read(one) for one in rest[0])
