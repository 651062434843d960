"""Reading a PDF back: every word with its place on the page in millimetres from the top left corner."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

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
    found = subprocess.run(["pdftotext", "-bbox", str(file), "-"], capture_output=True, check=True).stdout.decode()
    return [
        Word(page, *(float(number) * MM for number in box[:4]), unescape(box[4]))
        for page, part in enumerate(found.split("<page ")[1:], start=1)
        for box in _WORD.findall(part)
    ]


def said(found: list[Word], page: int | None = None) -> str:
    """The words of a page, or of all pages, on one line."""
    return " ".join(word.text for word in found if page in (None, word.page))
