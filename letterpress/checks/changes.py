"""What differs between two versions of a letter's words: by lines, as programs show it, and by words, for everybody."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff

from letterpress.checks.copies import Copy

SAME, GONE, NEW = "same", "gone", "new"
_PIECES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\s+|[^\s{]+|\{")


@dataclass(frozen=True)
class Piece:
    """Some words that are the same, gone or new."""

    kind: str
    words: str


def said(copy: Copy) -> str:
    """The title and the words of a version, as they are compared."""
    return f"{copy.title}\n\n{copy.words}" if copy.title else copy.words


def by_lines(before: Copy, after: Copy, named: tuple[str, str] = ("shipped", "your own")) -> list[str]:
    """A unified difference, line by line."""
    return list(unified_diff(said(before).splitlines(), said(after).splitlines(), *named, lineterm="", n=2))


def count(before: Copy, after: Copy) -> int:
    """How many lines were added, taken out or changed."""
    old, new = said(before).splitlines(), said(after).splitlines()
    return sum(max(i2 - i1, j2 - j1) for kind, i1, i2, j1, j2 in _steps(old, new) if kind != "equal")


def by_words(before: Copy, after: Copy) -> list[list[Piece]]:
    """Each line that differs, as pieces of words that are the same, gone or new."""
    old, new = said(before).splitlines(), said(after).splitlines()
    changed = []
    for kind, i1, i2, j1, j2 in _steps(old, new):
        if kind != "equal":
            changed.append(list(_pieces("\n".join(old[i1:i2]), "\n".join(new[j1:j2]))))
    return changed


def _steps(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def _pieces(before: str, after: str) -> Iterator[Piece]:
    """Words that changed stay together: a lone space between two changes counts as changed."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    gone = fresh = ""
    for kind, i1, i2, j1, j2 in _steps(old, new):
        same = "".join(old[i1:i2])
        if kind == "equal" and (same.strip() or i2 == len(old) or not (gone or fresh)):
            yield from _turned(gone, fresh)
            gone = fresh = ""
            yield Piece(SAME, same)
        else:
            gone, fresh = gone + same, fresh + "".join(new[j1:j2])
    yield from _turned(gone, fresh)


def _turned(gone: str, fresh: str) -> Iterator[Piece]:
    if gone:
        yield Piece(GONE, gone)
    if fresh:
        yield Piece(NEW, fresh)
