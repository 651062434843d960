"""A letter's file as segments for translators: one for each line of words, with its fields and marks protected.

What a reader never sees (blocks, loops, includes) is no segment; it stays where the English has it. Words inside a
field, {{ "event" if … else "events" }}, are segments of their own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinja2 import nodes

from letterpress.checks import copies
from letterpress.make.templates import markdown_words

_CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\*\*|(?<!\*)\*(?!\*)", re.DOTALL)
_OPENS = re.compile(r"\s*(?:#{1,3} |[-*+] |> |\d+\. |:::.*$)?")
_RAW = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|\*|\n")
_OPENING = re.compile(r"\s*(?:#|>|[-+] |:::|\d+\. )")
_LITERAL = '"{}"'
TITLE = "title"


@dataclass(frozen=True)
class Field:
    """A protected place: `number` counts those of its segment from 1, `code` is what stands there in English."""

    number: int
    code: str


Part = str | Field
Words = tuple[Part, ...]


@dataclass(frozen=True)
class Segment:
    """English words to translate: `key` is its place in the file, `opens` the marks in front of it that stay."""

    key: str
    words: Words
    opens: str = ""
    inside: str = ""

    @property
    def text(self) -> str:
        """The words with their fields as they stand in the file."""
        return "".join(part if isinstance(part, str) else part.code for part in self.words)


def segments_of(path: str, text: str) -> list[Segment]:
    """The segments of a file, in its order."""
    whole = copies.taken_apart(path, text)
    found = [] if copies.is_part(path) else list(_line(TITLE, whole.title))
    for number, line in enumerate(whole.words.split("\n"), 1):
        found += _line(str(number), line)
    return found


def _line(key: str, line: str) -> Iterator[Segment]:
    match = _OPENS.match(line)
    opens = match[0] if match and key != TITLE else ""
    words = _protected(line[len(opens) :])
    if any(isinstance(part, str) and re.search(r"[^\W\d_]", part) for part in words):
        yield Segment(key, words, opens)
    fields = [part.code for part in words if isinstance(part, Field)]
    for number, literal in enumerate((one for code in fields for one in _printed(code)), 1):
        yield Segment(f"{key}.{number}", (literal,), inside=line.strip())


def _protected(line: str) -> Words:
    parts: list[Part] = []
    at = 0
    for count, found in enumerate(_CODE.finditer(line), 1):
        parts += [line[at : found.start()], Field(count, found[0])]
        at = found.end()
    return tuple(part for part in [*parts, line[at:]] if part)


def _printed(code: str) -> list[str]:
    """The words that a field holds in quotation marks and prints."""
    if '"' not in code or code.startswith(("{#", "{% if", "{% elif", "{% for", "{% include")):
        return []
    tree = markdown_words().parse(code)
    found = [one for output in tree.find_all(nodes.Output) for node in output.nodes for one in _said(node)]
    found += [one for given in tree.find_all(nodes.Assign) for one in _said(given.node)]
    return [one for one in dict.fromkeys(found) if re.search(r"[^\W\d_]", one) and _LITERAL.format(one) in code]


def _said(node: nodes.Node | None) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        yield from (*_said(node.expr1), *_said(node.expr2))
    elif isinstance(node, (nodes.Or, nodes.And, nodes.Add)):
        yield from (*_said(node.left), *_said(node.right))
    elif isinstance(node, nodes.Concat):
        yield from (one for part in node.nodes for one in _said(part))
    elif isinstance(node, nodes.Filter):
        yield from _said(node.node)
    elif isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "gap":
        yield from (one for part in node.args for one in _said(part))


def _bare(code: str) -> str:
    """A field without the words it prints: what must be the same in every language."""
    for literal in _printed(code):
        code = code.replace(_LITERAL.format(literal), _LITERAL.format(""))
    return code


# --- Side by side -------------------------------------------------------------------------------------------------


def aligned(path: str, english: str, other: str) -> dict[str, Words]:
    """For each segment the translation there is now, where both files are built alike; else for none of them."""
    theirs = {one.key: one for one in segments_of(path, other)}
    ours = segments_of(path, english)
    if [one.key for one in ours] != list(theirs):
        return {}
    return {one.key: said for one in ours if (said := _matched(one, theirs[one.key])) is not None}


def _matched(ours: Segment, theirs: Segment) -> Words | None:
    """Their words with our fields in the places of theirs; None where the fields are others."""
    free = [part for part in ours.words if isinstance(part, Field)]
    said: list[Part] = []
    for part in theirs.words:
        if isinstance(part, Field):
            same = next((one for one in free if _bare(one.code) == _bare(part.code)), None)
            if same is None:
                return None
            free.remove(same)
            said.append(same)
        else:
            said.append(part)
    return None if free else tuple(said)


def faults(segment: Segment, words: Sequence[Part] | None) -> Iterator[str]:
    """What is wrong with a segment's translation, in sentences."""
    text = "".join(part for part in words or () if isinstance(part, str))
    if not words or not (text.strip() or any(isinstance(part, Field) for part in words)):
        yield "It has no translation."
        return
    wanted = Counter(part.number for part in segment.words if isinstance(part, Field))
    given = Counter(part.number for part in words if isinstance(part, Field))
    codes = {part.number: part.code for part in segment.words if isinstance(part, Field)}
    for number in sorted(wanted.keys() | given.keys()):
        code = codes.get(number, f"number {number}")
        if given[number] < wanted[number]:
            yield f"The field {code} is missing."
        elif given[number] > wanted[number]:
            yield f"The field {code} stands there more often than in the English."
    steps = [part.number for part in segment.words if isinstance(part, Field) and _orders(part.code)]
    if (
        not wanted - given
        and [part.number for part in words if isinstance(part, Field) and part.number in steps] != steps
    ):
        yield "Its fields {% … %} and its marks ** must stay in their order."
    new = _RAW.search(text) or (segment.inside and re.search('"', text))
    if new := new or (_OPENING.match(words[0]) if isinstance(words[0], str) and segment.key != TITLE else None):
        yield f"It has something new that is no word: {new[0].strip() or 'a line break'}."


def _orders(code: str) -> bool:
    return code.startswith("{%") or code == "**"


def put_into(path: str, text: str, said: Mapping[str, Sequence[Part]]) -> tuple[str, str]:
    """Title and words of the file in the other language: the English built as it is, with each segment translated."""
    whole = copies.taken_apart(path, text)
    title = _put(TITLE, whole.title, said)
    lines = [_put(str(number), line, said) for number, line in enumerate(whole.words.split("\n"), 1)]
    return title, "\n".join(lines)


def _put(key: str, line: str, said: Mapping[str, Sequence[Part]]) -> str:
    found = list(_line(key, line))
    whole = next((one for one in found if one.key == key), None)
    match = _OPENS.match(line)
    opens = match[0] if match and key != TITLE else ""
    words = said[key] if whole else _protected(line[len(opens) :])
    literals = {one.text: "".join(map(str, said[one.key])) for one in found if one.key != key}
    return opens + "".join(part if isinstance(part, str) else _spoken(part.code, literals) for part in words)


def _spoken(code: str, literals: Mapping[str, str]) -> str:
    return re.sub(r'"([^"]*)"', lambda one: _LITERAL.format(literals.get(one[1], one[1])), code)
