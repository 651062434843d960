"""A letter as a file for a braille embosser (BRF): 25 lines of 40 cells, contracted braille, numbered pages.

Print becomes braille in liblouis, a program of its own, where it is installed. The layout is ours: the title centred,
headings at the fifth cell and never at the foot of a page, paragraphs begun at the third cell, lists and addresses
with their runover at the third, quotations set in.
"""

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

from letterpress.formats.blocks import Block, blocks
from letterpress.make.sources import ENGLISH

CELLS, LINES = 40, 25
PROGRAM = "lou_translate"
TABLES = {ENGLISH: "en-ueb-g2.ctb", "pl": "Pl-Pl-g1.utb", "ar": "ar-ar-g1.utb"}
"""liblouis's table for each language: Unified English Braille, contracted; Polish and Arabic uncontracted."""
REMEDY = (
    "Braille files cannot be made on this computer. Give the plain text to whoever makes the braille instead, or ask "
    "whoever looks after this computer to install liblouis (on Debian: liblouis-bin)."
)
_SIGNS = "en-us-brf.dis"
_AT_ONCE = 800  # characters: the program cuts longer lines anywhere
_TIME_OUT = 20
_DIGITS = str.maketrans("1234567890", "ABCDEFGHIJ")


class BrailleUnavailable(Exception):
    """Braille cannot be made here; `sentence` says so with what to do instead."""

    def __init__(self, sentence: str = REMEDY) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class _Shape:
    """How a kind of block stands: its first cell, the cell its other lines begin at, and what keeps it apart."""

    first: int
    runover: int
    blank_before: bool = False
    centred: bool = False
    with_next: bool = False


_SHAPES = {
    "title": _Shape(0, 0, blank_before=True, centred=True, with_next=True),
    "heading": _Shape(4, 4, blank_before=True, with_next=True),
    "paragraph": _Shape(2, 0),
    "item": _Shape(0, 2),
    "address": _Shape(0, 2, blank_before=True),
    "quote": _Shape(4, 2),
}
_BY_LINES = _Shape(0, 2, blank_before=True)
"""Our own details and the signature: line by line, as they are in print."""


def is_available() -> bool:
    """True where the program that makes braille is installed."""
    return _program() is not None


def brf(html: str, language: str = ENGLISH) -> bytes:
    """The letter as a BRF file; the same letter gives the same bytes. Raises BrailleUnavailable."""
    found = blocks(html)
    in_braille = iter(_translated([line for block in found for line in _print(block)], language))
    pages = _Pages()
    before: Block | None = None
    for block in found:
        lines = [next(in_braille) for _ in block.lines]
        pages.add(_shape(block), lines, apart=_is_apart(before, block))
        before = block
    return "".join(_page(number, lines) for number, lines in enumerate(pages.all(), start=1)).encode("ascii", "replace")


def _print(block: Block) -> list[str]:
    sign = f"{block.place}. " if block.numbered else ""
    return [f"{sign}{block.lines[0]}", *block.lines[1:]]


def _shape(block: Block) -> _Shape:
    by_lines = "letter-sender" in block.area or "letter-signature" in block.area
    return _BY_LINES if by_lines and block.kind == "paragraph" else _SHAPES[block.kind]


def _is_apart(before: Block | None, block: Block) -> bool:
    """A list or a quotation has a blank line before its beginning and after its end; so has what follows a title."""
    set_apart = ("item", "quote", "title", "address")
    return before is not None and before.kind != block.kind and (before.kind in set_apart or block.kind in set_apart)


# --- Print to braille ---


@cache
def _program() -> str | None:
    return shutil.which(PROGRAM)


def _translated(lines: list[str], language: str) -> list[str]:
    """Each line in braille, as the signs of a BRF file. Raises BrailleUnavailable."""
    program, table = _program(), TABLES.get(language)
    if program is None:
        raise BrailleUnavailable
    if table is None:
        raise BrailleUnavailable("There is no braille table for this letter's language here.")
    pieces = [_cut(" ".join(line.split())) for line in lines]
    given = "".join(f"{piece}\n" for piece in chain.from_iterable(pieces))
    command = [program, "--forward", f"{_SIGNS},{table}"]
    try:
        done = subprocess.run(command, input=given.encode(), capture_output=True, timeout=_TIME_OUT, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise BrailleUnavailable from error
    made = iter(done.stdout.decode("ascii", "replace").splitlines())
    out = [[next(made, None) for _ in piece] for piece in pieces]
    if any(part is None for part in chain.from_iterable(out)):
        raise BrailleUnavailable
    return [" ".join(part or "" for part in parts) for parts in out]


def _cut(line: str) -> list[str]:
    """The line in pieces that the program takes whole, cut between words."""
    pieces = [""]
    for word in line.split(" "):
        if pieces[-1] and len(pieces[-1]) + len(word) >= _AT_ONCE:
            pieces.append("")
        pieces[-1] = f"{pieces[-1]} {word}" if pieces[-1] else word
    return pieces


# --- Onto pages ---


class _Pages:
    """Lines put on pages one after the other; the last line of each page is for its number."""

    def __init__(self) -> None:
        self.done: list[list[str]] = []
        self.now: list[str] = []
        self.kept: list[str] = []

    def add(self, shape: _Shape, lines: list[str], *, apart: bool) -> None:
        """Put a block down; a heading waits for the first two lines of what follows it."""
        laid = [
            *([""] if shape.blank_before or apart else []),
            *chain.from_iterable(_laid(line, shape) for line in lines),
        ]
        if shape.with_next:
            self.kept += laid
            return
        kept, self.kept = self.kept, []
        self._need(len(kept) + min(2, len(laid)) if kept else 1)
        for line in [*kept, *(laid[1:] if kept and not laid[0] else laid)]:
            self._need(1)
            if line or self.now:
                self.now.append(line)

    def _need(self, room: int) -> None:
        if len(self.now) + room > LINES - 1 and self.now:
            self.done.append(self.now)
            self.now = []

    def all(self) -> list[list[str]]:
        """Every page with what stands on it."""
        return [*self.done, [*self.now, *self.kept]]


def _laid(braille: str, shape: _Shape) -> Iterator[str]:
    """One run of braille in lines of at most 40 cells."""
    width = CELLS - 6 if shape.centred else CELLS
    line, has_words = " " * shape.first, False
    for word in _words(braille, width - max(shape.first, shape.runover)):
        if has_words and len(line) + 1 + len(word) > width:
            yield _placed(line, shape)
            line, has_words = " " * shape.runover, False
        line = f"{line} {word}" if has_words else line + word
        has_words = True
    if has_words:
        yield _placed(line, shape)


def _words(braille: str, longest: int) -> Iterator[str]:
    for word in braille.split():
        yield from (word[at : at + longest] for at in range(0, len(word), longest))


def _placed(line: str, shape: _Shape) -> str:
    return " " * ((CELLS - len(line)) // 2) + line if shape.centred else line


def _page(number: int, lines: list[str]) -> str:
    foot = f"#{number}".translate(_DIGITS).rjust(CELLS)
    return "".join(f"{line}\r\n" for line in [*lines, *[""] * (LINES - 1 - len(lines)), foot]) + "\f"
