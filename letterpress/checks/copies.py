"""The landlord's own copy of a letter or part as a file: taken apart and put together, and what it was made from.

A letter's copy holds its title, the day it was revised and its words; facts, passages and checklist stay those shipped.
A part's copy opens with a comment that Jinja drops. Both say the version of the shipped file that they were made from.
"""

import hashlib
import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from typing import Any

from letterpress.make import sources
from letterpress.make.escape import clean
from letterpress.make.sources import ENGLISH

_FRONT = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n(.*)\Z", re.DOTALL)
_FROM = re.compile(r'\A\{# from_version = "([0-9a-f]*)" #\}\n')
KEYS = ("title", "revised", "from_version")


@dataclass(frozen=True)
class Copy:
    """A file taken apart; `above` counts the lines before its words. A part has no title."""

    title: str
    words: str
    from_version: str
    above: int
    front: str = ""


def is_part(path: str) -> bool:
    """True for a part, which stands in several letters, and for what is enclosed: words without a title above them."""
    return path.startswith(("parts/", "enclosures/"))


def editable(language: str = ENGLISH) -> tuple[str, ...]:
    """Every file that a landlord may have a copy of: letters and parts."""
    return tuple(path for path in sources.paths(language) if not path.startswith("enclosures/"))


def version_of(text: str) -> str:
    """What tells one state of a file from another: a short SHA-256 of its text."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def shipped_version(path: str, language: str = ENGLISH) -> str:
    """The version of the file as it is shipped now."""
    return version_of(sources.text(path, language))


def body_of(path: str, language: str, own: bool) -> str:
    """The words of a file, without its front matter."""
    text = sources.text(path, language, own=own)
    found = _FRONT.match(text)
    return found[2] if found else text


def taken_apart(path: str, text: str) -> Copy:
    """The file's title, words and origin. Raises tomllib.TOMLDecodeError, or ValueError for a letter without any."""
    if is_part(path):
        found = _FROM.match(text)
        if found:
            return Copy("", text[found.end() :], found[1], 1)
        words = without_front(text)
        return Copy("", words, "", text.removesuffix(words).count("\n"))
    found = _FRONT.match(text)
    if not found:
        raise ValueError("no front matter")
    front = tomllib.loads(found[1])
    title = front.get("title")
    return Copy(
        title=title if isinstance(title, str) else "",
        words=found[2],
        from_version=str(front.get("from_version", "")),
        above=found[1].count("\n") + 3,
        front=found[1],
    )


def without_front(text: str) -> str:
    """The words of a file whose front matter cannot be read."""
    return re.sub(r"\A\+\+\+\n.*?\n\+\+\+\n", "", text, flags=re.DOTALL)


def put_together(path: str, title: str, words: str, from_version: str, day: date) -> str:
    """The file of an own copy, with one kind of line end and nothing that cannot be printed."""
    words = clean(words).strip("\n") + "\n"
    if is_part(path):
        return f'{{# from_version = "{from_version}" #}}\n{words}'
    front = {"title": clean(title).strip(), "revised": day.isoformat(), "from_version": from_version}
    lines = "\n".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
    return f"+++\n{lines}\n+++\n{words}"


def from_shipped(path: str, language: str, day: date) -> str:
    """A first own copy: the shipped words, to be edited."""
    whole = taken_apart(path, sources.text(path, language))
    return put_together(path, whole.title, whole.words, shipped_version(path, language), day)


def front_of(text: str) -> dict[str, Any]:
    """A letter's front matter, read; empty for a part."""
    found = _FRONT.match(text)
    return tomllib.loads(found[1]) if found else {}
