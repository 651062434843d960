"""The Markdown of a letter's words, line by line: what the narrow Markdown would drop, and blocks that do not match.

Found before anything is made, so that each fault has its line. Jinja is taken out first; its lines stay.
"""

import re
from collections.abc import Iterator
from functools import cache

import markdown

from letterpress.checks.copies import body_of
from letterpress.checks.known import Finding
from letterpress.make import sources
from letterpress.make.making import TAGS

_JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_BLOCK = re.compile(r"^::: *([a-z]*) *$")
_TAG = re.compile(r"<([a-z][a-z0-9]*)")
_LIST = re.compile(r"\s*([-*+]|\d+[.)])\s|\s")
# What a line must not hold, the sentence, and the remedy.
DROPPED = (
    (re.compile(r"</?[A-Za-z][^>]*>?|<!--|<\?|<!"), "HTML is not printed in a letter.", "Use words and ** or ##."),
    (re.compile(r"!\["), "A picture is not printed in a letter.", "Leave it out."),
    (re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|^\[[^\]]+\]:"), "A link is not printed: paper cannot be clicked.",
     "Write the address out in words."),
    (re.compile(r"^\s*\|.*\||^\s*:?-{3,}:?\s*\||\|\s*:?-{3,}"), "A table is not printed as one.",
     "Write a list with - at the start of each line."),
    (re.compile(r"^#(?!#)|^###"), "Only headings of one kind are printed, with ## and a space.",
     "Begin the line with ## and a space."),
    (re.compile(r"^##[^#\s]"), "A heading needs a space after ##.", "Write ## and a space before its words."),
    (re.compile(r"^\s*([-*_])\s*(\1\s*){2,}$|^=+\s*$"), "A line across the page is not printed.",
     "Leave a blank line, or begin a heading with ##."),
    (re.compile(r"`"), "Computer type is not printed.", "Leave the ` signs out."),
)  # fmt: skip


def findings(path: str, words: str) -> Iterator[Finding]:
    """What is wrong with a file's words as Markdown, by line."""
    lines = _JINJA.sub(_emptied, words).split("\n")
    before = ""
    for number, line in enumerate(lines, start=1):
        for wrong, sentence, remedy in DROPPED:
            if wrong.search(line):
                yield Finding(path, number, sentence, remedy)
                break
        if (
            re.match(r"( {4}|\t)\S", line)
            and (number == 1 or not lines[number - 2].strip())
            and not _LIST.match(before)
        ):
            yield Finding(path, number, "A line with four spaces before it is not printed as text.", "Take them out.")
        before = line if line.strip() else before
    yield from _blocks(path, lines)


def _emptied(jinja: re.Match[str]) -> str:
    """A value is some word; a comment, an if or a for is nothing; line ends stay."""
    return ("x" if jinja[0].startswith("{{") else "") + "\n" * jinja[0].count("\n")


def _blocks(path: str, lines: list[str]) -> Iterator[Finding]:
    opened = 0
    for number, line in enumerate(lines, start=1):
        if not line.lstrip().startswith(":::"):
            continue
        found = _BLOCK.match(line)
        if not found:
            known = ", ".join(f"::: {one}" for one in block_names())
            yield Finding(
                path, number, "This line of ::: would be printed as it stands.", f"Write ::: or one of {known}."
            )
        elif not found[1]:
            if not opened:
                yield Finding(
                    path, number, "This ::: closes a block that was never opened.", "Open it, or delete this line."
                )
            opened = 0
        elif opened:
            sentence = f"This block opens before the one of line {opened} is closed."
            yield Finding(path, number, sentence, "Close that one first, with ::: on a line of its own.")
        else:
            opened = number
            if found[1] not in block_names():
                known = ", ".join(block_names())
                yield Finding(path, number, f"There is no block called “{found[1]}”.", f"There are {known}.")
    if opened:
        yield Finding(
            path, opened, "This block is never closed.", "Write ::: on a line of its own after its last line."
        )


@cache
def block_names() -> tuple[str, ...]:
    """The blocks that the shipped letters have."""
    lines = [line for path in sources.paths() for line in body_of(path, sources.ENGLISH, False).split("\n")]
    return tuple(sorted({found[1] for found in map(_BLOCK.match, lines) if found and found[1]}))


def dropped_tags(source: str) -> set[str]:
    """The tags that the narrow Markdown drops from a letter's finished words."""
    return set(_TAG.findall(markdown.markdown(source, extensions=["sane_lists"], output_format="html"))) - TAGS
