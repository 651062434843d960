"""What goes into the envelope beside a letter: the policy, an appeal form, and whatever else the landlord adds.

Each has a key; its newest row counts. Two are there from the start. A letter keeps the titles it was sent with.
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from letterpress.make import render, templates
from models import Enclosure, Letter, StoredFile, User, marks, once, rows_of, writing
from policy.core import audit, files
from policy.core.answers import YES, Answer
from policy.core.register import deed, only_for
from policy.core.uploads import Upload, pdf
from policy.core.validation import SHORT, Check, Invalid

ALL = "all"
POLICY = "policy"
MOST = 20


@dataclass(frozen=True)
class Enclosed:
    """One thing enclosed: its title as printed after "Enclosed:", the letters it goes with, and its PDF if any."""

    key: str
    title: str
    letters: tuple[str, ...]
    file_id: int | None = None
    ended: bool = False
    row: int | None = None

    def goes_with(self, letter: str) -> bool:
        return not self.ended and (ALL in self.letters or letter in self.letters)


def _shipped() -> tuple[Enclosed, ...]:
    policy = tuple(name for name in names() if name != "markers/removed")
    form = ("restrictions/imposed", "declarations/notice", "reviews/continued", "reviews/changed")
    return (
        Enclosed(POLICY, "Unacceptable Customer Behaviour Policy", policy),
        Enclosed("appeal_form", "Appeal form", form, ended=True),
    )


def names() -> tuple[str, ...]:
    """Every letter that something can be enclosed with: those to customers."""
    return templates.to(templates.CUSTOMER)


def everything(at: dt.datetime) -> list[Enclosed]:
    """All there is at `at`, ended or not, those shipped first: one read."""
    found = {one.key: one for one in _shipped()}
    for row in once("enclosures", lambda: rows_of(Enclosure, "ORDER BY id")):
        if row.at > at:
            continue
        found[row.key] = Enclosed(row.key, row.title, tuple(row.letters), row.file_id, row.ended, row.id)
    return list(found.values())


def where_policy(enclosed: Sequence[Enclosed], address: str) -> str:
    """What completes "The policy …", by what is enclosed and where it can be read."""
    here = ["is enclosed"] if any(one.key == POLICY for one in enclosed) else []
    at = [f"is at {address}"] if address else []
    return ", and ".join(here + at) or "is sent to you if you ask us"


def enclosures_of(letter: Letter) -> list[str]:
    """What went with a letter that was sent, by the titles it prints."""
    return [str(title) for title in letter.facts.get("enclosures") or []]


def file_numbers(letter: Letter) -> list[int]:
    """The numbers of those files, without reading them."""
    titles = enclosures_of(letter)
    return sorted({one.file_id for one in everything(letter.issued_at) if one.title in titles and one.file_id})


def files_of(letter: Letter) -> list[StoredFile]:
    """The PDFs of what goes with a letter, as they were when it was issued."""
    ids = file_numbers(letter)
    return rows_of(StoredFile, f"WHERE id IN ({marks(ids)}) ORDER BY id", *ids) if ids else []


def file_of(key: str, now: dt.datetime) -> StoredFile | None:
    """The PDF that is kept of an enclosure now."""
    number = next((one.file_id for one in everything(now) if one.key == key), None)
    return StoredFile.get_by_id(number) if number else None


# --- Setting them ---


class Entry(TypedDict, total=False):
    """What is enclosed with which letters, as an administrator sets it."""

    title: str
    with_all: bool
    letters: list[str]
    no_file: bool  # take the PDF away
    ended: bool


@only_for("administrator", says="Only an administrator sets what is enclosed.", remedy="Ask an administrator.")
def may_set_enclosure(actor: User, now: dt.datetime) -> Answer:
    """P 4.2: an administrator says what goes with which letter; letters sent already keep theirs."""
    return YES


@deed(
    "set_enclosure",
    label="Say what is enclosed with which letters",
    clause="4.2",
    asks=may_set_enclosure,
    event="enclosure_set",
)
def set_enclosure(actor: User, key: str, entry: Entry, sent: Upload | None, now: dt.datetime) -> Enclosure:
    """Set what is enclosed under a key, a new one where it is empty. Raises Refused or Invalid."""
    before = {one.key: one for one in everything(now)}
    if key and key not in before:
        raise Invalid({"title": "There is no such enclosure. Load the page again."})
    check = Check(entry)
    title = check.text("title", "Title", SHORT, required=True)
    chosen = check.choices("letters", "Letters", {name: name for name in names()})
    ended = bool(entry.get("ended"))
    if any(one.title.casefold() == title.casefold() and one.key != key for one in before.values() if not one.ended):
        check.wrong("title", "There is an enclosure of this title already.")
    if not ended and not chosen and not entry.get("with_all"):
        check.wrong("letters", "Choose the letters it goes with.")
    if not key and len(before) >= MOST:
        check.wrong("title", f"There are {MOST} enclosures already. Change one of them.")
    file = check.made(lambda: pdf(sent, "file")) if sent else None
    check.or_refuse()
    with writing():
        may_set_enclosure(actor, now).or_refuse()
        kept = before[key].file_id if key and not entry.get("no_file") else None
        new = files.keep(file.content, file.media_type, now).id if file else kept
        row = Enclosure.create(
            key=key or _key(title, before),
            title=title,
            letters=[ALL] if entry.get("with_all") else chosen,
            file=new,
            ended=ended,
            by=actor,
            at=now,
        )
        audit.event("enclosure_set", None, actor, now, enclosure=row.id)
    return row


def _key(title: str, taken: Mapping[str, Any]) -> str:
    base = re.sub(r"[^a-z0-9]+", "_", title.casefold()).strip("_")[:30] or "enclosure"
    return next(key for key in (base, *(f"{base}_{n}" for n in range(2, MOST + 3))) if key not in taken)


_EITHER = re.compile(r"\{% if [^%]*%\}([^{]*)\{% else %\}([^{]*)\{% endif %\}")
_REST = re.compile(r"\{%.*", re.DOTALL)
_FACT = re.compile(r"\{\{.*?\}\}")


def title_of(letter: str) -> str:
    """A letter's title for a list to choose from: both ways of one that varies, up to what depends on more."""
    either = _EITHER.sub(r"\1 / \2", render.template_info(letter).title)
    return _FACT.sub("…", _REST.sub("", either)).strip()
