"""The words of a letter without their tags: what a reader reads, whole and per marked section."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = frozenset("p h1 h2 h3 ul ol li blockquote section header address div dl dt dd article footer br".split())


@dataclass
class Words:
    """`whole` is the text with one line per block; `sections` the text of each <section>, by its class, in order."""

    whole: str = ""
    sections: dict[str, list[str]] = field(default_factory=dict)
    gaps: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.all: list[str] = []
        self.open: list[tuple[str, int]] = []
        self.words = Words()
        self.mark = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.all.append("\n")
        if tag == "section":
            self.open.append((dict(attrs).get("class") or "", len(self.all)))
        if tag == "mark":
            self.mark = len(self.all)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.all.append("\n")
        if tag == "section":
            name, start = self.open.pop()
            self.words.sections.setdefault(name, []).append(_tidy(self.all[start:]))
        if tag == "mark":
            self.words.gaps.append(_tidy(self.all[self.mark :]))

    def handle_data(self, data: str) -> None:
        self.all.append(re.sub(r"[ \t\r\n]+", " ", data))


def _tidy(pieces: list[str]) -> str:
    return re.sub(r" *\n[ \n]*", "\n", "".join(pieces)).strip()


def text_of(html: str) -> Words:
    """The text of a piece of HTML, as a reader sees it; `gaps` are the places still to be filled in."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.words.whole = _tidy(reader.all)
    return reader.words


def one_line(text: str) -> str:
    """For comparing: small letters, every run of white space (breaking or not) one space."""
    return re.sub(r"\s+", " ", text).strip().casefold()
