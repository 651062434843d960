"""How typed text enters a letter: literally, whatever it holds.

Every character with a meaning in HTML or Markdown becomes a numeric reference, so Markdown sees letters, digits
and spaces only; characters that cannot be printed are dropped; only line breaks and blank lines keep a meaning, and
those only where a template asks for them.
"""

import re
from datetime import date, time
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup

from letterpress.make.errors import LetterError

_ACTIVE = re.compile(r"[\\`*_{}\[\]()<>#+\-.!&|:=~^@]")
_HARMLESS = re.compile(r"(?<=\w)-(?=[ \w])|(?<=\w)\.(?=\w)|(?<=[^\W\d])\.(?= |$)")
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNPRINTABLE = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069\ufeff]"
    + "|["
    + "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_TELEPHONE = re.compile(r"(?<!\d)0\d{2,4} \d{3,4}(?: \d{3,4})?(?!\d)")


class Gap(str):
    """Stands in a draft for a fact that is not known yet; its words say which. Printed marked, and always missing."""


def clean(text: str) -> str:
    """The text as a letter can print it: one kind of line end, nothing that controls, reorders or is no character."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text).replace("\t", " "))


def in_line(text: str) -> str:
    """The same on one line: any run of white space is one space, but non-breaking spaces stay."""
    return re.sub(r"[^\S\u00a0\u202f]+", " ", clean(text)).strip()


def _references(text: str) -> str:
    text = _TELEPHONE.sub(lambda number: number[0].replace(" ", "\u00a0"), text)
    harmless = {match.start() for match in _HARMLESS.finditer(text)}
    return _ACTIVE.sub(lambda m: m[0] if m.start() in harmless else f"&#{ord(m[0])};", text)


def gap_words(value: Any) -> Any:
    """A gap as its reader sees it; any other value as it is."""
    return f"[Still to be filled in: {in_line(value)}]" if isinstance(value, Gap) else value


def plain(value: Any) -> Any:
    """A value as the letter's plain text has it: a gap as its reader sees it, other text as it can be printed."""
    said = gap_words(value)
    return clean(said) if isinstance(said, str) else said


def _text(value: object) -> str:
    if isinstance(value, Undefined):
        return str(value)  # a strict one raises, and names what is missing
    if isinstance(value, (date, time)):
        raise LetterError(f"A date or time needs a filter before it is printed: {type(value).__name__}.")
    if isinstance(value, str) or (isinstance(value, int) and not isinstance(value, bool)):
        return in_line(str(gap_words(value)))
    raise LetterError(f"A letter cannot print a value of the kind {type(value).__name__}.")


def as_typed(value: object) -> str:
    """A value inside a line of HTML, still to be escaped for it. Raises LetterError for what has no printed form."""
    if isinstance(value, Gap):
        return Markup("<mark>{}</mark>").format(_text(value))
    return value if isinstance(value, Markup) else _text(value)


def literal(value: object) -> Markup:
    """A value inside a line of Markdown. Raises LetterError for what has no printed form of its own."""
    if isinstance(value, Markup):
        return value
    words = Markup(_references(_text(value)))
    return Markup("<mark>{}</mark>").format(words) if isinstance(value, Gap) else words


def _paragraphs(text: str) -> list[list[str]]:
    blocks = re.split(r"\n[^\S\n]*(?:\n[^\S\n]*)+", clean(text).strip())
    return [[line for line in map(in_line, block.split("\n")) if line] for block in blocks if block.strip()]


def paragraphs(text: str, before: str = "") -> Markup:
    """Typed text as paragraphs: blank lines part them, line ends stay line ends, nothing else means anything.

    `before` goes in front of every line (a Markdown quotation mark, for instance).
    """
    if isinstance(text, (Gap, Markup)):
        return Markup(before) + literal(text)
    blocks = [f"  \n{before}".join(_references(line) for line in lines) for lines in _paragraphs(text) if lines]
    return Markup(f"\n{before}\n".join(before + block for block in blocks))


def quotation(text: str, marks: tuple[str, str] = ("\u201c", "\u201d")) -> Markup:
    """Somebody's exact words as a block quotation, in quotation marks."""
    return paragraphs(text if isinstance(text, Gap) else f"{marks[0]}{clean(text).strip()}{marks[1]}", "> ")
