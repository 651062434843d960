"""Easy read: the letter's own words, laid out for somebody who finds reading hard.

Made from the letter's HTML by its structure alone: each heading begins a part with room for a number beside it, each
sentence stands on a line of its own, and hard words that we have an explanation for are bold where they first come
and explained at the end. No word of the letter is dropped, moved or changed; exact words that it quotes stay as they
were said.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from jinja2 import TemplateNotFound
from markupsafe import escape

from letterpress.make import sources
from letterpress.make.sources import ENGLISH

WORD_LIST = "parts/word_list.toml"
_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_NAME = re.compile(r"</?([a-z0-9]+)")
_LIST = re.compile(r'<section class="easy-words">.*?</section>\n?', re.DOTALL)
_END = re.compile(r"[.!?\u061f]+[\u201d\u2019\"')\x01]*([ \n]+)")
_SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|No|St|Prof|Rev|Cllr|e\.g|i\.e|approx|tel|[A-Z]"
    r"|godz|m\.in|np|nr|tj|tzn|ul|al|os|pl|art|ust|pkt|\u015bw)\.$"
)
_OPENS = "\u201c\u2018\u201e\u00ab\"'("
_BODY = '<div class="letter-body">'
_TITLE_ENDS, _BODY_ENDS = "</h2>", "</div>"
_SPACE = "(?:[ \n\u00a0]|&nbsp;)+"
_TAG = "\x01"  # stands for a tag while sentences are found: no letter holds this character


@dataclass(frozen=True)
class Explained:
    """A hard word, the forms it has in letters, and what it means."""

    word: str
    forms: tuple[str, ...]
    means: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """Finds any form of it, a longer form before a shorter, whatever the spaces between its words are."""
        forms = (re.escape(form).replace("\\ ", _SPACE) for form in sorted(self.forms, key=len, reverse=True))
        same = re.IGNORECASE if any(map(str.islower, self.forms)) else re.NOFLAG
        return re.compile(rf"\b(?:{'|'.join(forms)})\b", same)


@cache
def word_list(language: str = ENGLISH) -> tuple[str, tuple[Explained, ...]]:
    """The heading of the list in this language, and its words; none where the language has no list."""
    try:
        read = tomllib.loads(sources.text(WORD_LIST, language))
    except TemplateNotFound:
        return "", ()
    return read["title"], tuple(Explained(one["word"], tuple(one["forms"]), one["means"]) for one in read["words"])


def easy(html: str, language: str = ENGLISH) -> str:
    """The letter's HTML with its body in easy read. Already easy: the same again."""
    head, body, rest = html.partition(_BODY)
    if not body or 'class="easy-part' in rest:
        return html
    title, heading_ends, rest = rest.partition(_TITLE_ENDS)
    heading, words = word_list(language)
    reader = _Reader(words)
    return head + body + title + heading_ends + reader.read(rest, heading)


def without_list(html: str) -> str:
    """The letter without the explanations at its end, which are not among the words it has to say."""
    return _LIST.sub("", html)


@dataclass
class _Reader:
    """Reads what follows the title, part by part."""

    words: tuple[Explained, ...]
    out: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    found: list[Explained] = field(default_factory=list)
    in_part: bool = False

    def read(self, html: str, heading: str) -> str:
        tokens = iter(_TOKEN.findall(html))
        for token in tokens:
            if token == _BODY_ENDS and not self.open:
                self._end_part()
                self._list(heading)
                return "".join([*self.out, token, *tokens])
            self._take(token, tokens)
        self._end_part()
        return "".join(self.out)

    def _take(self, token: str, tokens: Iterator[str]) -> None:
        name = _name(token)
        if not self.open and name and not token.startswith("</"):
            self._part(token, name)
        if name in ("p", "li") and not token.startswith("</") and not self._as_it_is():
            self.out.append(self._lines(name, token, tokens))
            return
        if name and name not in ("br", "img"):
            self.open.pop() if token.startswith("</") else self.open.append(token)
        self.out.append(token)

    def _as_it_is(self) -> bool:
        return any(tag == "<blockquote>" or "letter-" in tag for tag in self.open)

    def _part(self, token: str, name: str) -> None:
        """A heading begins a part, and so does the first thing of all; the signature ends the last."""
        if "letter-" in token:
            self._end_part()
        elif name == "h3" or not self.in_part:
            self._end_part()
            self.out.append(f'<div class="easy-part{"" if name == "h3" else " easy-opening"}">\n')
            self.in_part = True

    def _end_part(self) -> None:
        if self.in_part:
            self.out.append("</div>\n")
        self.in_part = False

    def _lines(self, name: str, opening: str, tokens: Iterator[str]) -> str:
        """A paragraph or item up to its end, one sentence a line; what is nested in an item is read in its turn."""
        inside: list[str] = []
        for token in tokens:
            if _name(token) == name or (_name(token) in ("p", "ul", "ol", "blockquote")):
                break
            inside.append(token)
        else:
            token = ""
        sentences = _sentences(inside)
        joint = f"</p>\n{opening}" if name == "p" else "<br>"
        lines = joint.join("".join(self._explained(sentence)) for sentence in sentences)
        if token == f"</{name}>":
            return f"{opening}{lines}{token}"
        self.open.append(opening)
        self.out.append(f"{opening}{lines}")
        self._take(token, tokens)
        return ""

    def _explained(self, sentence: list[str]) -> Iterator[str]:
        """The sentence with the hard words that come for the first time in bold."""
        marked = 0
        for token in sentence:
            if token.startswith("<"):
                marked += {"/": -1}.get(token[1], 1) if _name(token) in ("strong", "mark") else 0
                yield token
            else:
                yield self._bold(token, inside=bool(marked))

    def _bold(self, text: str, *, inside: bool) -> str:
        for one in self.words:
            if one in self.found or not (found := one.pattern.search(text)):
                continue
            self.found.append(one)
            if not inside:
                before, after = text[: found.start()], text[found.end() :]
                return f"{self._bold(before, inside=False)}<strong>{found[0]}</strong>{self._bold(after, inside=False)}"
        return text

    def _list(self, heading: str) -> None:
        explained = [one for one in self.words if one in self.found]
        if explained:
            items = (f"<li><strong>{escape(one.word)}</strong>: {escape(one.means)}</li>\n" for one in explained)
            said = f"<h3>{escape(heading)}</h3>\n<ul>\n{''.join(items)}</ul>\n"
            self.out.append(f'<section class="easy-words">\n{said}</section>\n')


def _name(token: str) -> str:
    found = _NAME.match(token)
    return found[1] if found else ""


def _sentences(tokens: list[str]) -> list[list[str]]:
    """The tokens of a paragraph, parted where a sentence ends; a tag open there is closed and opened again."""
    tags = iter([token for token in tokens if token.startswith("<")])
    out: list[list[str]] = [[]]
    open_tags: list[str] = []
    for piece in _parted("".join(_TAG if token.startswith("<") else token for token in tokens)):
        if "<mark>" in open_tags:  # a gap stays in one piece
            out[-1].append(" ")
        elif out[-1]:
            out[-1] += [f"</{_name(tag)}>" for tag in reversed(open_tags)]
            out.append(list(open_tags))
        for part in re.split(f"({_TAG})", piece):
            token = next(tags) if part == _TAG else part
            if part == _TAG and _name(token) not in ("br", "img"):
                open_tags.pop() if token.startswith("</") else open_tags.append(token)
            out[-1].append(token)
    return [[token for token in sentence if token] for sentence in out]


def _parted(text: str) -> Iterator[str]:
    """The sentences of a text: a full stop ends one unless it belongs to a short form or a small letter follows."""
    start = 0
    for end in _END.finditer(text):
        before = text[start : end.start(1)].replace(_TAG, "")
        after = text[end.end() :].replace(_TAG, "").lstrip(_OPENS)
        quoting = before.count("\u201c") > before.count("\u201d")
        if after and not after[0].islower() and not quoting and not _SHORT.search(before):
            yield text[start : end.start(1)]
            start = end.end()
    yield text[start:]
