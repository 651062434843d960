"""The landlord's own copies of letters as files of the data folder: written whole or not at all, every version kept.

Nothing is written that letters.checking finds a fault in, nor anywhere but where a shipped file has its own copy.
"""

import datetime as dt
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from letterpress.checks import checking, copies
from letterpress.make import sources
from letterpress.make.sources import ENGLISH
from models import User, Wording, db, on_sqlite, rows_of, writing
from policy.core import audit, files
from policy.core.answers import Refused, answer, unless
from policy.core.validation import Invalid

LONGEST = 60_000


class Unsound(Invalid):
    """The words have faults: `problems` says which, where, and what helps. Nothing was written."""

    def __init__(self, problems: list[checking.Problem]):
        self.problems = problems
        super().__init__({"words": " ".join(one.sentence for one in checking.faults(problems))})


def version_now(path: str, language: str = ENGLISH) -> str:
    """The version of the landlord's own copy of a file, or "" where the shipped one is used."""
    try:
        text = sources.own_words(path, language)
    except UnicodeError:
        return "unreadable"
    return "" if text is None else copies.version_of(text)


def put(
    path: str, language: str, text: str, actor: User, now: dt.datetime, expected: str | None = None,
    checked: bool = False,
) -> Wording:  # fmt: skip
    """Put a whole file ("warnings/issued.md") in the place of the shipped one, and keep it as a version.

    `expected` is the version that its writer started from: refused where it is another by now. Raises Unsound, Invalid,
    Refused, or TemplateNotFound for a file that is not shipped. Who may is asked before (policy/wordings.may_save).
    `checked`: it has been already, with others that are put beside it (letters.bilingual).
    """
    if len(text) > LONGEST:
        raise Invalid(
            {"words": f"This has {len(text):,} characters; at most {LONGEST:,} can be kept. Please shorten it."}
        )
    place = sources.place_of(path, language)
    found = [] if checked else checking.problems(path, language, text)
    if checking.faults(found):
        raise Unsound(found)
    with _alone():
        _not_stale(path, language, expected)
        kept = keep(path, language, text, actor, now)
        audit.event("wording_saved", None, actor, now, wording=kept.id)
        _write(place, text)
    return kept


def withdraw(path: str, language: str, actor: User, now: dt.datetime, expected: str | None = None) -> None:
    """Go back to the shipped words: the copy leaves the data folder, its versions stay. Raises Refused."""
    place = sources.place_of(path, language)
    with _alone():
        _not_stale(path, language, expected)
        answer(unless(place.is_file(), "state", "The words that came with Evenhand are in use already.")).or_refuse()
        kept = None
        with suppress(UnicodeError):
            kept = keep(path, language, sources.own_words(path, language) or "", actor, now)
        audit.event("wording_withdrawn", None, actor, now, wording=kept.id if kept else None)
        _inside(place)
        place.unlink()


def keep(path: str, language: str, text: str, actor: User | None, now: dt.datetime, own: bool = True) -> Wording:
    """The version of a file with these words, made where it is new; call it inside a write transaction."""
    return kept_as(path, language, copies.version_of(text), text.encode(), "text/markdown", actor, now, own)


def kept_as(
    name: str, language: str, version: str, content: bytes, media_type: str,
    actor: User | None, now: dt.datetime, own: bool,
) -> Wording:  # fmt: skip
    """A row for a version of a file, or of a whole letter (its name has no ending); once for each version."""
    found = _row(name, language, version)
    if found is None:
        file = files.keep(content, media_type, now)
        row = {"name": name, "language": language, "version": version, "own": own, "file": file, "by": actor, "at": now}
        Wording.insert(**row).on_conflict_ignore().execute()
        found = _row(name, language, version)
    assert found is not None
    return found


def _row(name: str, language: str, version: str) -> Wording | None:
    found = rows_of(Wording, "WHERE name = ? AND language = ? AND version = ?", name, language, version)
    return next(iter(found), None)


def _not_stale(path: str, language: str, expected: str | None) -> None:
    answer(
        unless(
            expected is None or expected == version_now(path, language),
            "stale",
            "Somebody else has changed these words in the meantime.",
            "Look at theirs, then save yours again if you still want it.",
        )
    ).or_refuse()


@contextmanager
def _alone() -> Iterator[None]:
    """A write transaction in which nobody else changes a wording."""
    with writing():
        if not on_sqlite():
            db.execute_sql("LOCK TABLE wording IN SHARE ROW EXCLUSIVE MODE")
        yield


def _write(place: Path, text: str) -> None:
    """The file at once and whole, readable as the others are; a reader finds the old one or the new one."""
    place.parent.mkdir(parents=True, exist_ok=True)
    _inside(place)
    number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=place.parent)
    try:
        with os.fdopen(number, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o640)
        os.replace(name, place)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _inside(place: Path) -> None:
    """Nothing outside the folder of own copies is touched, wherever a link in it may lead."""
    home = sources.own_folder()
    if home is None or home not in place.resolve().parents:
        raise Refused(answer(unless(False, "state", "This would lie outside the data folder.")).reasons)
