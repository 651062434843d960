"""A letter as a text to read aloud, by a colleague on the telephone or by a speech program.

What a page shows is said: headings are announced, lists counted, quotations opened and closed, numbers to ring said
digit by digit, dates and times in words, references spelled. Made from the frozen HTML; English letters only, since
what is announced is English.
"""

import math
import re
from collections.abc import Callable, Iterator
from itertools import groupby

from letterpress.formats.blocks import Block, blocks

WORDS_A_MINUTE = 140
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty".split()
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth", "twenty": "twentieth", "thirty": "thirtieth",
}  # fmt: skip
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_EXACTLY = " o\u2019clock"
_SIGNS = {"@": " at ", ".": " dot ", "/": " slash ", "-": " dash ", "_": " underscore ", "+": " plus ", "://": ", "}
_FOUND = re.compile(
    r"(?P<address>(?<![\w.+-])(?:\w[\w.+-]*@[\w-]+(?:\.[\w-]+)+"
    r"|(?:https://|www\.)[\w-]+(?:\.[\w-]+)+(?:/[\w./~%-]*[\w/])?))"
    r"|(?P<telephone>(?<![\w/.-])0\d{2,4} \d{3,4}(?: \d{3,4})?(?!\w)|(?<![\w/.-])(?:999|112)(?![\w-]))"
    rf"|(?P<date>(?:\b(?:{_DAYS}) )?\b\d{{1,2}} (?:{_MONTHS})\b(?: \d{{4}}\b)?)"
    r"|(?P<time>\b\d{1,2}(?:[.:]\d{2})? [ap]m\b|\b(?:[01]?\d|2[0-3]):[0-5]\d\b)"
    r"|(?P<reference>\b[A-Z]{1,4}-(?=[A-Z\d/-]*\d)[A-Z\d]+(?:[-/][A-Z\d]+)*\b)"
    r"|(?P<postcode>\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b)"
    r"|(?P<money>£\d+(?:,\d{3})*(?:\.\d{2})?(?!\d))"
)


def text(html: str) -> str:
    """What to say, a paragraph for each thing said, after an estimate of how long it takes."""
    said = list(_said(blocks(html)))
    length = minutes("\n".join(said))
    estimate = f"This letter takes about {_number(length)} minute{'' if length == 1 else 's'} to read aloud."
    return "\n\n".join([estimate, *said]) + "\n"


def minutes(said: str) -> int:
    """How long a text takes to read aloud, in whole minutes, rounded up."""
    return max(1, math.ceil(len(said.split()) / WORDS_A_MINUTE))


def spoken(words: str) -> str:
    """The words with everything in figures and signs as a voice says it."""
    plain = re.sub(r"[\u00a0\u202f]", " ", words)
    return _FOUND.sub(lambda found: _WAYS[found.lastgroup or ""](found[0]), plain)


def _said(found: list[Block]) -> Iterator[str]:
    sender = next((block for block in found if "letter-sender" in block.area), None)
    for quoted, run in groupby(found, lambda block: block.kind == "quote"):
        if quoted:
            yield f"Quotation. {' '.join(_closed(block) for block in run)} End of quotation."
            continue
        for block in run:
            yield _opening(block, is_sender=block is sender) + _closed(block)


def _opening(block: Block, *, is_sender: bool) -> str:
    """What is announced before a block."""
    if is_sender:
        return "This is a letter from "
    if block.kind == "item":
        points = "There is one point. " if block.among == 1 else f"There are {_number(block.among)} points. "
        return (points if block.place == 1 else "") + f"{_nth(block.place)}: "
    return {"address": "It is to ", "title": "The letter is headed: ", "heading": "Heading: "}.get(block.kind, "")


def _closed(block: Block) -> str:
    """The block's words, its lines with commas between them and a full stop at the end."""
    words = spoken(", ".join(line.rstrip(",") for line in block.lines))
    words = words if block.text[0].islower() else words[0].upper() + words[1:]
    return words if words[-1] in ".?!:\u201d\u2026" else f"{words}."


def _nth(place: int) -> str:
    return _ordinal(place).capitalize() if place <= 10 else f"Point {_number(place)}"


# --- Figures as words ---


def _number(count: int) -> str:
    if count < 20:
        return _ONES[count]
    if count > 59:
        return str(count)
    tens, ones = _TENS[count // 10 - 2], count % 10
    return f"{tens}-{_ONES[ones]}" if ones else tens


def _ordinal(count: int) -> str:
    before, dash, last = _number(count).rpartition("-")
    return before + dash + _ORDINALS.get(last, f"{last}th")


def _year(year: str) -> str:
    century, rest = int(year[:2]), int(year[2:])
    if rest > 59 or century > 59:
        return year
    if year[2] == "0":
        return f"two thousand{f' and {_number(rest)}' if rest else ''}" if year[:3] == "200" else year
    return f"{_number(century)} {_number(rest)}"


def _date(words: str) -> str:
    *weekday, day, month, year = words.split() if words[-1].isdigit() else [*words.split(), ""]
    said = f"the {_ordinal(int(day))} of {month}" if int(day) <= 31 else f"{day} {month}"
    return " ".join([*weekday, said, _year(year) if year else ""]).strip()


def _time(words: str) -> str:
    clock, _, half = words.partition(" ")
    hour, _, minute = clock.replace(":", ".").partition(".")
    past = (
        ""
        if minute in ("", "00")
        else f" oh {_number(int(minute))}"
        if minute[0] == "0"
        else f" {_number(int(minute))}"
    )
    if not half:
        return f"{_number(int(hour))}{past or ' hundred hours'}"
    part = _part_of_day(int(hour) % 12 + (12 if half == "pm" else 0))
    return f"{_number(int(hour))}{past or _EXACTLY} {part}"


def _part_of_day(hour: int) -> str:
    if hour < 5:
        return "at night"
    return "in the morning" if hour < 12 else "in the afternoon" if hour < 18 else "in the evening"


def _digits(words: str) -> str:
    return ", ".join(" ".join(group) for group in words.split())


def _spelled(words: str) -> str:
    runs = re.findall(r"[A-Z]+|\d+|[-/]", words)
    return " ".join(_SIGNS[run].strip() if run in _SIGNS else " ".join(run) for run in runs)


def _address(words: str) -> str:
    opened = re.sub(r"^www(?=\.)", "w w w", words.replace("https://", ""))
    return re.sub(r"[@./_+-]", lambda sign: _SIGNS[sign[0]], opened)


def _money(words: str) -> str:
    pounds, _, pence = words[1:].partition(".")
    said = f"{pounds} pound{'' if pounds == '1' else 's'}"
    return f"{said} and {int(pence)} pence" if pence.strip("0") else said


_WAYS: dict[str, Callable[[str], str]] = {
    "address": _address,
    "telephone": _digits,
    "date": _date,
    "time": _time,
    "reference": _spelled,
    "postcode": _digits,
    "money": _money,
}
