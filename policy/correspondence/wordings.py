"""The landlord's own words of letters, edited without a developer: who may, what state each is in, and its versions.

The words are files of the data folder (wording_files.py); which are used is worked out each time
(letterpress/make/own.py).
"""

import datetime as dt
import json
import re
from dataclasses import dataclass
from typing import TypedDict

from letterpress.checks import checking, copies, fields
from letterpress.make import sources
from letterpress.make.making import Rendered, made
from letterpress.make.sources import ENGLISH
from letterpress.make.templates import load
from letterpress.samples.samples import sample
from models import Event, User, Wording
from policy.core import clock
from policy.core.answers import YES, Answer, answer, unless
from policy.core.register import deed, only_for
from policy.core.validation import Check
from policy.correspondence import wording_files

CHANGES_WORDS = "Only an administrator changes the words of letters."
STATES = {
    "shipped": "As it came with Evenhand",
    "own": "Our own words",
    "faulty": "Our own words have faults and are not used",
    "behind": "Our own words; those that came with Evenhand have been revised since",
}
SHORT, LONG = 8, 70
_JINJA = re.compile(r"\{[{%#].*?[}%#]\}")


class Entry(TypedDict, total=False):
    """Words as an administrator types them."""

    title: str  # of a letter; a part has none
    words: str
    version: str  # of the words that were opened
    taken_up: bool  # the revised words that came with Evenhand are in it


@dataclass(frozen=True)
class State:
    """A letter or part: its path, title, first words, which words are used, and what is wrong with our own."""

    path: str
    title: str
    begins: str
    key: str
    problems: tuple[checking.Problem, ...]

    @property
    def words(self) -> str:
        """The state in words."""
        return STATES[self.key]

    @property
    def faults(self) -> list[checking.Problem]:
        """What keeps our own words from being used."""
        return checking.faults(self.problems)


@dataclass(frozen=True)
class Version:
    """A version of some words: since when it is kept, who put it in use and when, and whether it is in use now."""

    row: Wording
    uses: tuple[tuple[dt.datetime, str], ...]
    now: bool


# --- Who may ---


def is_read_by(actor: User) -> bool:
    """7.1: administrators look after the letters' words; managers, who sign them, may read them."""
    return bool(actor.is_administrator or actor.is_manager)


@only_for("administrator", says=CHANGES_WORDS, remedy="Ask an administrator.")
def may_save(actor: User, path: str, now: dt.datetime) -> Answer:
    """7.1: an administrator puts our own words in use, where they have no fault (letters.checking)."""
    return YES


@only_for("administrator", says=CHANGES_WORDS, remedy="Ask an administrator.")
def may_withdraw(actor: User, path: str, now: dt.datetime, language: str = ENGLISH) -> Answer:
    """7.1: an administrator goes back to the words that came with Evenhand, where our own are there."""
    return answer(
        unless(
            wording_files.version_now(path, language),
            "state",
            "There are no words of our own here: those that came with Evenhand are in use.",
        )
    )


# --- Doing ---


@deed("save_wording", label="Put our own words of a letter in use", clause="7.1", asks=may_save, event="wording_saved")
def save(actor: User, path: str, entry: Entry, now: dt.datetime, language: str = ENGLISH) -> Wording:
    """Put our own words in use. Raises Refused (also where they are not those that were opened), Invalid or Unsound."""
    may_save(actor, path, now).or_refuse()
    text = text_of(path, entry, now, language)
    return wording_files.put(path, language, text, actor, now, entry.get("version") or "")


@deed(
    "withdraw_wording",
    label="Go back to the words of a letter that came with Evenhand",
    clause="7.1",
    asks=may_withdraw,
    event="wording_withdrawn",
)
def withdraw(actor: User, path: str, version: str, now: dt.datetime, language: str = ENGLISH) -> None:
    """Go back to the words that came with Evenhand; every version stays. Raises Refused."""
    may_withdraw(actor, path, now, language).or_refuse()
    wording_files.withdraw(path, language, actor, now, version)


def text_of(path: str, entry: Entry, now: dt.datetime, language: str = ENGLISH) -> str:
    """The file that was typed. Raises Invalid for what is missing, too long or cannot be printed."""
    check = Check(entry)
    part = copies.is_part(path)
    title = "" if part else check.text("title", "Title", 2000, required=True)
    words = check.text("words", "Words", wording_files.LONGEST, required=True)
    check.or_refuse()
    origin = "" if entry.get("taken_up") else opened(path, language).from_version
    return copies.put_together(path, title, words, origin or copies.shipped_version(path, language), clock.today(now))


# --- Looking ---


def state(path: str, language: str = ENGLISH) -> State:
    """What is used of a letter or part, and what is wrong with our own."""
    found = tuple(checking.problems(path, language))
    key = "own" if found else "shipped"
    if checking.faults(found):
        key = "faulty"
    elif found and checking.is_behind(path, language):
        key = "behind"
    whole = copies.taken_apart(path, sources.text(path, language))
    return State(path, _plain(whole.title) or _part_name(path), _first_words(whole.words), key, found)


def _part_name(path: str) -> str:
    *folders, name = path.removeprefix("parts/").removesuffix(".md").replace("_", " ").split("/")
    return f"The measure “{name}”" if folders else name[:1].upper() + name[1:]


def _plain(title: str) -> str:
    """A title as a list of letters shows it: the first words of it that do not depend on a fact."""
    pieces = (piece.strip(" :") for piece in _JINJA.split(title))
    return next((piece for piece in pieces if piece), "")


def _first_words(words: str) -> str:
    lines = (
        re.sub("…[…. ]*…", "…", _JINJA.sub("…", line.replace("*", ""))).strip("#-:… ") for line in words.split("\n")
    )
    first = next((line for line in lines if len(line) > SHORT), "")
    return first if len(first) <= LONG else f"{first[:LONG].rsplit(' ', 1)[0]} …"


def opened(path: str, language: str = ENGLISH) -> copies.Copy:
    """The words to edit: our own, or those shipped. Our own that cannot be taken apart stand as they are."""
    shipped = copies.taken_apart(path, sources.text(path, language))
    try:
        text = sources.own_words(path, language)
        return shipped if text is None else copies.taken_apart(path, text)
    except UnicodeError:
        return shipped
    except ValueError:
        return copies.Copy(shipped.title, copies.without_front(text or ""), "", 0)


def shown(path: str, language: str, text: str) -> Rendered | None:
    """The letter with these words, made from the example; None where it cannot be made."""
    name = fields.sample_of(path, language)
    try:
        facts, passages = sample(name)
        with sources.trying({(path, language): text}):
            return made(load(name, language, own=True), facts, passages, "standard", {})
    except Exception:  # the problems beside it say why
        return None


# --- Versions ---


def versions(path: str, language: str = ENGLISH) -> list[Version]:
    """Every version of a file that was ever saved, and of its letter that was ever sent, newest first: three reads."""
    names = (path, path.removesuffix(".md"))
    rows = list(
        Wording.select(Wording, User)
        .left_outer_join(User, on=Wording.by)
        .where(Wording.name.in_(names), Wording.language == language)
        .order_by(Wording.id.desc())
    )
    lines = Event.select(Event, User).left_outer_join(User, on=Event.actor).where(Event.name == "wording_saved")
    uses: dict[int, list[tuple[dt.datetime, str]]] = {}
    for line in lines.order_by(Event.number):
        uses.setdefault(line.facts["wording"], []).append((line.at, line.actor.name if line.actor else ""))
    current = wording_files.version_now(path, language)
    return [Version(row, tuple(uses.get(row.id, ())), row.name == path and row.version == current) for row in rows]


def version(path: str, number: int, language: str = ENGLISH) -> Wording | None:
    """One version of a file or of its letter, or None."""
    row = Wording.get_or_none(Wording.id == number, Wording.language == language)
    return row if row is not None and row.name in (path, path.removesuffix(".md")) else None


def files_of(row: Wording) -> dict[str, str]:
    """The files of a version by their paths: of a whole letter all that it was made from."""
    text = bytes(row.file.content).decode()
    return {row.name: text} if row.name.endswith(".md") else dict(json.loads(text))


def copy_in(row: Wording, path: str) -> copies.Copy | None:
    """The words of this file in a version; None where it has none that can be read."""
    text = files_of(row).get(path)
    try:
        return None if text is None else copies.taken_apart(path, text)
    except ValueError:
        return None
