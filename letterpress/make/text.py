"""The words of a letter without their tags: what a reader reads, whole, per marked section and block by block."""

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import chain

_BLOCKS = frozenset("p h1 h2 h3 ul ol li blockquote section header address div dl dt dd article footer br".split())
_PARTS = _BLOCKS - {"br"}
_HEADINGS = frozenset(("h1", "h2", "h3"))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>|<!--.*?-->", re.DOTALL)
_CLASS = re.compile(r"\bclass=\"([^\"]*)\"")
_SPACES = re.compile(r"[ \t\r\n]+")
_ENDS = re.compile(r" *\n[ \n]*")


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or item of a list: the heading it stands under, and the marks around it.

    `around` are the tags and classes it stands in: "li", "blockquote", "incident", "letter-signature". `is_heading`
    is true for a heading of the letter or its title.
    """

    text: str
    heading: str
    around: frozenset[str]
    is_heading: bool


@dataclass
class Words:
    """`whole` is the text with one line per block; `sections` the text of each <section>, by its class, in order."""

    whole: str = ""
    sections: dict[str, list[str]] = field(default_factory=dict)
    gaps: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


@dataclass
class _Reader:
    """Reads the letters' own mark-up, which is well formed: everything typed in it is escaped."""

    all: list[str] = field(default_factory=list)
    open: list[tuple[str, int]] = field(default_factory=list)
    around: list[tuple[str, ...]] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    heading: str = ""
    mark: int = 0
    block: int = 0

    def read(self, html: str) -> Words:
        at = 0
        for tag in _TAG.finditer(html):
            self._say(html[at : tag.start()])
            at = tag.end()
            if tag[2]:
                (self._end if tag[1] else self._begin)(tag[2].lower(), tag[3])
        self._say(html[at:])
        self._close()
        self.words.whole = _tidy(self.all)
        return self.words

    def _say(self, text: str) -> None:
        if text:
            self.all.append(_SPACES.sub(" ", unescape(text) if "&" in text else text))

    def _begin(self, tag: str, attributes: str) -> None:
        if tag in _PARTS:
            self._close()
            found = _CLASS.search(attributes) if attributes else None
            classes = unescape(found[1]) if found else ""
            self.around.append((tag, *classes.split()))
            if tag == "section":
                self.open.append((classes, len(self.all)))
        elif tag == "br":
            self.all.append("\n")
        elif tag == "mark":
            self.mark = len(self.all)

    def _end(self, tag: str, _: str) -> None:
        if tag in _PARTS:
            self._close()
            if self.around:
                self.around.pop()
            if tag == "section" and self.open:
                name, start = self.open.pop()
                self.words.sections.setdefault(name, []).append(_tidy(self.all[start:]))
        elif tag == "mark":
            self.words.gaps.append(_tidy(self.all[self.mark :]))

    def _close(self) -> None:
        """A block begins or ends here: keep what was said since the last such place."""
        said = _tidy(self.all[self.block :])
        if said:
            around = frozenset(chain.from_iterable(self.around))
            is_heading = not _HEADINGS.isdisjoint(around)
            self.words.blocks.append(Block(said, self.heading, around, is_heading))
            if is_heading:
                self.heading = said
        self.all.append("\n")
        self.block = len(self.all)


def _tidy(pieces: list[str]) -> str:
    return _ENDS.sub("\n", "".join(pieces)).strip()


def text_of(html: str) -> Words:
    """The text of a piece of HTML, as a reader sees it; `gaps` are the places still to be filled in."""
    return _Reader().read(html)


def one_line(text: str) -> str:
    """For comparing: small letters, every run of white space (breaking or not) one space."""
    return " ".join(text.split()).casefold()
