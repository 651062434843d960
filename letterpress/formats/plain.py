"""A letter as plain text: good in an e-mail, on any machine, and for a screen reader. Made from its frozen HTML."""

from itertools import pairwise
from textwrap import wrap

from letterpress.formats.blocks import Block, blocks

WIDTH = 72
QUOTED = "    "
_TOGETHER = {("item", "item"), ("quote", "quote")}
_UNDER = {"title": "=", "heading": "-"}


def text(html: str) -> str:
    """The whole letter in lines of at most 72 characters; only a word longer than that (an address) is longer."""
    found = blocks(html)
    out = [_block(found[0])] if found else []
    for before, block in pairwise(found):
        out += ["\n" if (before.kind, block.kind) in _TOGETHER and block.place != 1 else "\n\n", _block(block)]
    return "".join(out).replace("\u00a0", " ").replace("\u202f", " ") + "\n"


def _block(block: Block) -> str:
    if block.kind in _UNDER:
        lines = _wrapped(block)
        return "\n".join([*lines, _UNDER[block.kind] * max(map(len, lines))])
    if block.kind == "item":
        sign = f"{block.place}. " if block.numbered else "- "
        return "\n".join(_wrapped(block, sign, " " * len(sign)))
    if block.kind == "quote":
        return "\n".join(_wrapped(block, QUOTED, QUOTED))
    return "\n".join(_wrapped(block))


def _wrapped(block: Block, first: str = "", then: str = "") -> list[str]:
    out: list[str] = []
    for number, line in enumerate(block.lines):
        start = then if number else first
        out += wrap(
            line, WIDTH, initial_indent=start, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
        ) or [start]
    return out
