"""The letter check before issuing: what a letter says and does not say, like a proof-reader's marks, never guessed.

What is missing stops a letter, and the refusal says it in the same words (letters.complete, letters.fair_words). How
hard it is to read and how long it is are advice: nothing here stops anything by itself.
"""

import datetime as dt
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from letterpress.checks import content, reading
from letterpress.make import render as words
from letterpress.make.escape import Gap
from letterpress.make.facts import incidents_in
from letterpress.make.text import Block, one_line
from models import Incident
from policy.core import numbers
from policy.correspondence import fairness

STOP, MIND, SAID = "missing", "mind", "said"
WORDS_A_PAGE = {"standard": 300, "large_print": 155}
"""Counted over the PDFs of every letter of ours; other formats are not counted, so nothing is said of their pages."""
_ABOUT = re.compile(r"^“(.+?)”|: (.+)\.$")
FAIR = {
    "G35": "Nobody is named in your words who should not be",
    "G36": "No word of yours labels the person",
    "G37": "Every date and time in your words about what happened belongs to the record",
}


@dataclass(frozen=True)
class Mark:
    """One line of the check: missing, said, or to be borne in mind; where, on what rule or clause, and what to do."""

    kind: str
    words: str
    where: str = ""
    item: str = ""
    clause: str = ""
    rule: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class Hard:
    """One of the hardest sentences, as printed, its own reading age, and where it comes from."""

    words: str
    age: int
    where: str


@dataclass(frozen=True)
class LetterCheck:
    """Everything the check found. `age` is None where none is worked out; `pages` is None where none is estimated."""

    marks: tuple[Mark, ...]
    hardest: tuple[Hard, ...]
    age: int | None
    record_age: int | None
    length: int
    pages: int | None
    words_a_page: int
    english: bool

    def of(self, kind: str) -> list[Mark]:
        """The marks of one kind: missing, mind, said."""
        return [mark for mark in self.marks if mark.kind == kind]

    @property
    def groups(self) -> dict[str, list[Mark]]:
        """What is said: the whole letter's lines, then each incident's."""
        found: dict[str, list[Mark]] = {}
        for mark in self.of(SAID):
            found.setdefault(mark.item, []).append(mark)
        return found


def of(
    rendered: words.Rendered, now: dt.datetime, incidents: Sequence[Incident] = (), allowed: Sequence[Any] = ()
) -> LetterCheck:
    """The check of a letter as it stands.

    `incidents` it relies on beyond those it prints; `allowed` days and times it may name beyond its facts.
    """
    said = rendered.words
    leave_out = reading.addresses(rendered.facts)
    english = rendered.language == "en"
    own, record = reading.read(said, leave_out), reading.read_record(said, leave_out)
    length, page = reading.length(said), WORDS_A_PAGE.get(rendered.format, 0)
    age = own.age if english else None
    found = numbers.values(now)
    marks = [*_said(rendered), *_spoken(rendered), *_fair(rendered, incidents, allowed), *_advice(age, length, found)]
    return LetterCheck(
        marks=tuple(marks),
        hardest=tuple(_hardest(rendered, own)) if english else (),
        age=age,
        record_age=record.age if english else None,
        length=length,
        pages=math.ceil(length / page) if page else None,
        words_a_page=page,
        english=english,
    )


# --- What it says ---


def _said(rendered: words.Rendered) -> Iterator[Mark]:
    where = _Where(rendered.words.blocks, rendered.title)
    for gap in content.gaps(rendered.words):
        yield Mark(STOP, gap, where.of((one_line(gap.rstrip(".")),)), remedy=fairness.FILL_IN)
    if not rendered.words.gaps:
        yield Mark(SAID, "Nothing is left to be filled in")
    seen: set[str] = set()
    for line in rendered.checklist:
        rule, clause = _source(line.asks.clause)
        if not line.said:
            yield Mark(STOP, line.sentence, "", line.item, clause, rule, fairness.FILL_IN)
            continue
        if not line.wanted and not line.asks.needs:
            continue  # nothing of the kind was asked for, so nothing is ticked
        if line.asks.each and not line.asks.within and line.asks.what in seen:
            continue
        seen.add(line.asks.what)
        item = line.item if line.asks.within else ""
        yield Mark(SAID, _opening(line.asks.what), where.of(line.wanted), item, clause, rule)


def _spoken(rendered: words.Rendered) -> Iterator[Mark]:
    """G33: is it in the language that its reader asked for; nothing where nobody has said who reads it."""
    for sentence in rendered.lacks or ():
        yield Mark(MIND, sentence, rule="G33", remedy="Have it translated, or say how it is given in their language.")
    if rendered.lacks is not None and not rendered.lacks:
        yield Mark(SAID, "It is in the language the customer asked for", rule="G33")


def _source(clause: str) -> tuple[str, str]:
    """The rule or the policy's clause that a line of the checklist stands on; the rest is good practice."""
    if clause.startswith("G"):
        return clause, ""
    return "", clause.removeprefix("P ") if clause.startswith("P ") else ""


def _opening(what: str) -> str:
    return what[:1].upper() + what[1:]


class _Where:
    """In which part of the letter something stands."""

    def __init__(self, blocks: Sequence[Block], title: str) -> None:
        parts: dict[str, list[str]] = {}
        for block in blocks:
            parts.setdefault(_part(block, title), []).append(block.text)
        self.text = {part: one_line(" ".join(found)) for part, found in parts.items()}

    def of(self, wanted: Sequence[str]) -> str:
        """The first part that says the first of these words."""
        first = next(iter(wanted), "")
        return next((part for part, text in self.text.items() if first and first in text), "")


def _part(block: Block, title: str) -> str:
    if block.around & {"letter-head", "letter-contact", "letter-greeting"}:
        return "at the head"
    if "letter-signature" in block.around:
        return "with the signature"
    if block.heading == title or not block.heading:
        return "at the beginning"
    return f"under “{block.text if block.is_heading else block.heading}”"


# --- What it may not say ---


def _fair(rendered: words.Rendered, incidents: Sequence[Incident], allowed: Sequence[Any]) -> Iterator[Mark]:
    """G35, G36, G37, by the same words that refuse the letter."""
    own = _typed(rendered)
    if not own and not incidents_in(rendered.facts, rendered.made_from.facts):
        return
    ids = {one.id for one in incidents} | _printed(rendered)
    days = [day for one in incidents for day in (one.happened_on, one.last_on)]
    against = fairness.fair_words(own, ids, {**rendered.facts, "allowed": [*days, *allowed]})
    found = [one for one in against if one is not None]
    for one in found:
        yield Mark(STOP, one.sentence, _written(one.sentence, own, rendered), "", one.clause, one.rule, one.remedy)
    for reference in _logged(rendered):
        yield Mark(
            MIND,
            f"Incident {reference} is printed as it was logged: it does not speak to the customer as “you”.",
            remedy="Open the incident and add how our letters put it.",
            clause="4.2",
        )
    for rule, said in FAIR.items():
        if not any(one.rule == rule for one in found):
            yield Mark(SAID, said, rule=rule)


def _logged(rendered: words.Rendered) -> Iterator[str]:
    """The references of the printed incidents whose account never says “you”."""
    for one in incidents_in(rendered.facts, rendered.made_from.facts):
        if isinstance(one, Mapping) and not re.search(r"\byou", str(one.get("what_happened")), re.IGNORECASE):
            yield str(one.get("reference"))


def _typed(rendered: words.Rendered) -> dict[str, str]:
    """What was written freely for this letter: its passages, and the reasons and answers among its facts."""
    grounds = rendered.facts.get("grounds") or []
    answers = {f"answer {number}": one.get("answer") for number, one in enumerate(grounds) if isinstance(one, Mapping)}
    written = {**rendered.passages, "because": rendered.facts.get("no_new_because"), **answers}
    return {key: text for key, text in written.items() if text and not isinstance(text, Gap)}


def _written(sentence: str, own: Mapping[str, str], rendered: words.Rendered) -> str:
    """The passage that holds the word, name or date which the sentence is about."""
    about = _ABOUT.search(sentence)
    said = (about[1] or about[2]).casefold() if about else ""
    labels = (one.label for one in rendered.made_from.passages if said in own.get(one.key, "").casefold())
    return next((f"in your words, “{label}”" for label in labels if said), "")


def _printed(rendered: words.Rendered) -> set[int]:
    """The incidents that the letter prints, by their references."""
    told = incidents_in(rendered.facts, rendered.made_from.facts)
    found = (str(one.get("reference", "")).rpartition("-")[2] for one in told if isinstance(one, Mapping))
    return {int(number) for number in found if number.isdigit()}


# --- How it reads ---


def _advice(age: int | None, length: int, limits: Mapping[str, int]) -> Iterator[Mark]:
    if age is not None and age > limits["reading_age"]:
        yield Mark(
            MIND,
            f"It reads at an age of about {age}. Up to {limits['reading_age']} is advised.",
            remedy="Part the longest sentences, and use everyday words.",
            clause="4.11",
        )
    if length > limits["letter_words"]:
        yield Mark(
            MIND,
            f"It is {length:,} words long. Up to {limits['letter_words']:,} is advised.",
            remedy="Say each thing once, and leave out what the customer need not know.",
        )


def _hardest(rendered: words.Rendered, own: reading.Reading) -> Iterator[Hard]:
    labels = {one.key: one.label for one in rendered.made_from.passages}
    written = {labels[key]: one_line(text) for key, text in rendered.passages.items() if text}
    for one in own.hardest():
        said = one_line(one.text)
        label = next((label for label, text in written.items() if said in text), "")
        under = f"under “{one.heading}”" if one.heading and one.heading != rendered.title else "at the beginning"
        yield Hard(
            one.text, one.age, f"in your words, “{label}”" if label else f"in the words of the template, {under}"
        )
