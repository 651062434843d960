"""The address as it must stand in the window of a DL envelope: six lines of about 76 mm at most.

Lines that are too long are turned over at a space, neighbours are joined with commas where there are too many, and the
type is made smaller only when that is not enough. Widths are those of Liberation Sans (the same as Arial's) in ems.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from letterpress.make.escape import in_line

WIDTH_MM = 74.0
SIZES = (("roomy", 10.5, 6), ("close", 9.0, 7), ("tight", 7.5, 8))
"""Class of the block, its type in points, and how many lines fit into the height of the window."""
_MM = 25.4 / 72
_NARROW, _WIDE = frozenset("ijltfrI.,;:'|!()[] -/"), frozenset("mwMW@%—")


@dataclass(frozen=True)
class Window:
    """The lines to print and the class that gives their size."""

    lines: tuple[str, ...]
    size: str


def width(text: str, points: float) -> float:
    """How wide the text is at most, in millimetres."""
    return sum(map(_em, text)) * points * _MM


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.345
    if character in _WIDE or ord(character) > 0x24F:
        return 1.03
    return 0.79 if character.isupper() else 0.56


def window(lines: Sequence[str]) -> Window:
    """Arrange name and address for the window. Longer than the smallest size holds: the last line is cut with "…"."""
    given = [line for line in map(in_line, lines) if line]
    for size, points, most in SIZES:
        arranged = _joined([part for line in given for part in _turned(line, points)], points, most)
        if len(arranged) <= most:
            return Window(tuple(arranged), size)
    packed = _turned(", ".join(given), points)
    return Window((*packed[: most - 1], _cut(" ".join(packed[most - 1 :]), points)), size)


def _turned(line: str, points: float) -> list[str]:
    """The line in pieces that fit, broken at spaces, or anywhere in a word that does not fit by itself."""
    out, now = [], ""
    for word in line.split(" "):
        if now and width(f"{now} {word}", points) > WIDTH_MM:
            out.append(now)
            now = ""
        now = f"{now} {word}" if now else word
        while width(now, points) > WIDTH_MM:
            fits = next(n for n in range(len(now), 0, -1) if width(now[:n], points) <= WIDTH_MM)
            out.append(now[:fits])
            now = now[fits:]
    return [*out, now] if now else out


def _joined(lines: list[str], points: float, most: int) -> list[str]:
    """Join the narrowest neighbours with a comma until they are few enough; the name and the last line stay alone."""
    lines = list(lines)
    while len(lines) > most:
        pairs = [(width(f"{a}, {b}", points), n) for n, (a, b) in enumerate(zip(lines[1:-2], lines[2:-1], strict=True))]
        narrowest, at = min(pairs, default=(WIDTH_MM + 1, 0))
        if narrowest > WIDTH_MM:
            return lines
        lines[at + 1 : at + 3] = [f"{lines[at + 1].rstrip(',')}, {lines[at + 2]}"]
    return lines


def _cut(line: str, points: float) -> str:
    if width(line, points) <= WIDTH_MM:
        return line
    return next(f"{line[:n]}…" for n in range(len(line), -1, -1) if width(f"{line[:n]}…", points) <= WIDTH_MM)
