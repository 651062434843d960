"""Reading a PDF back: every word with its place on the page in millimetres from the top left corner.

Each letter is printed once a run and shared by all that looks at it, `printed(name, format, long, language)`.
"""

import re
import subprocess
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

from letterpress.make.render import Rendered, render
from letterpress.print.pdf import pdf
from tests.letterpress.samples import CALL, TERMS, sample

MM = 25.4 / 72
_WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


@dataclass(frozen=True)
class Word:
    """One word and its box; `page` counts from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str

    def touches(self, left: float, top: float, right: float, bottom: float) -> bool:
        return self.left < right and self.right > left and self.top < bottom and self.bottom > top

    def inside(self, left: float, top: float, right: float, bottom: float) -> bool:
        return self.left >= left and self.right <= right and self.top >= top and self.bottom <= bottom


def words(pdf: bytes, folder: Path) -> list[Word]:
    """All words of the PDF in reading order."""
    file = folder / "letter.pdf"
    file.write_bytes(pdf)
    return words_in(pdf)


def words_in(pdf: bytes) -> list[Word]:
    """The same without a file beside it."""
    command = ["pdftotext", "-bbox", "-", "-"]
    found = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return [
        Word(page, *(float(number) * MM for number in box[:4]), unescape(box[4]))
        for page, part in enumerate(found.split("<page ")[1:], start=1)
        for box in _WORD.findall(part)
    ]


def said(found: list[Word], page: int | None = None) -> str:
    """The words of a page, or of all pages, on one line."""
    return " ".join(word.text for word in found if page in (None, word.page))


LONG_WORD = "W" * 600
EIGHT_LINES = [
    "Flat 12B, The Old Granary", "Byron House", "141 to 149 Great Westmorland Street", "Ouseburn",
    "Newcastle upon Tyne", "Tyne and Wear", "NE6 9ZZ",
]  # fmt: skip


def long_case(name: str) -> tuple[dict[str, Any], dict[str, str]]:
    """A letter with as much in it as may be."""
    facts, passages = sample(name)
    if "incidents" in facts:
        twice = CALL["what_happened"] * 2
        facts["incidents"] = [
            {**CALL, "reference": f"INC-{400 + n}", "date": date(2026, 10, 1 + n), "what_happened": twice}
            for n in range(20)
        ]
        facts["incidents"][3]["exact_words"] = LONG_WORD
    facts["recipient"]["name"] = "Mrs Bartholomea Featherstonehaugh-Cholmondeley"
    facts["recipient"]["address_lines"] = EIGHT_LINES
    if "terms" in facts:
        facts["terms"] = TERMS
    return facts, passages


@dataclass(frozen=True)
class Printed:
    """A letter on paper: what it was made from, the PDF, and its words with their places."""

    facts: dict[str, Any]
    made: Rendered
    file: bytes
    found: list[Word]


@cache
def printed(name: str, format: str, long: bool, language: str) -> Printed:
    """The letter as it usually is or, `long`, with as much in it as may be."""
    facts, passages = long_case(name) if long else sample(name)
    made = render(name, facts, passages, format=format, language=language)
    file = pdf(made.html, made.title, format=format, language=language)
    return Printed(facts, made, file, words_in(file))
