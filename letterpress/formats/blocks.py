"""A letter's frozen HTML as a run of blocks, in reading order: what plain text, reading aloud and braille are made of.

Every word of the letter is in exactly one block. Spaces that do not break stay as they are.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_KINDS = {"p": "paragraph", "h1": "title", "h2": "title", "h3": "heading", "li": "item", "address": "address"}
_AREAS = frozenset({"section", "header", "footer", "div", "article", "address", "blockquote", "dl"})
_VOID = frozenset({"br", "img", "hr", "wbr"})


@dataclass(frozen=True)
class Block:
    """One block. `kind`: title, heading, paragraph, item, quote or address; `area`: the class of what it stands in.

    `text` has a line end where the letter has one. An item knows its `place` in its list (from 1), how many items the
    list has (`among`), and whether they are `numbered`.
    """

    kind: str
    text: str
    area: str = ""
    place: int = 0
    among: int = 0
    numbered: bool = False

    @property
    def lines(self) -> list[str]:
        """The text by its own line ends."""
        return self.text.split("\n")


@dataclass
class _List:
    numbered: bool
    at: list[int] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, str]] = []
        self.lists: list[_List] = []
        self.all_lists: list[_List] = []
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.kind, self.area = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.pieces.append("\n")
        if tag in _VOID:
            return
        self.open.append((tag, dict(attrs).get("class") or ""))
        if tag in ("ul", "ol"):
            self._end()
            self.lists.append(_List(tag == "ol"))
            self.all_lists.append(self.lists[-1])
        elif tag in _KINDS:
            self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in [name for name, _ in self.open]:
            return
        while self.open and self.open.pop()[0] != tag:
            pass
        if tag in _KINDS and not (tag == "p" and self._within("li")):
            self._end()
        if tag in ("ul", "ol"):
            self.lists.pop()

    def handle_data(self, data: str) -> None:
        self.pieces.append(re.sub(r"[ \t\r\n]+", " ", data))

    def _begin(self, tag: str) -> None:
        if tag == "p" and self._within("li"):  # a list whose items are paragraphs: one item all the same
            self.pieces.append("\n")
            return
        self._end()
        self.kind = "quote" if tag == "p" and self._within("blockquote") else _KINDS[tag]
        self.area = next((names for name, names in reversed(self.open) if name in _AREAS and names), "")

    def _within(self, tag: str) -> bool:
        return any(name == tag for name, _ in self.open)

    def _end(self) -> None:
        text = re.sub(r" *\n[ \n]*", "\n", "".join(self.pieces)).strip(" \n")
        self.pieces = []
        if not text:
            return
        if self.kind == "item" and self.lists:
            self.lists[-1].at.append(len(self.blocks))
        self.blocks.append(Block(self.kind or "paragraph", text, self.area))

    def counted(self) -> list[Block]:
        """The blocks, each item knowing its place in its list."""
        for one in self.all_lists:
            for place, at in enumerate(one.at, start=1):
                block = self.blocks[at]
                self.blocks[at] = Block(block.kind, block.text, block.area, place, len(one.at), one.numbered)
        return self.blocks


def blocks(html: str) -> list[Block]:
    """The blocks of a letter's HTML, in the order they are read."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader._end()
    return reader.counted()
