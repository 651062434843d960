"""How hard a letter is to read: the Automated Readability Index of the words its author answers for.

4.71 x characters / words + 0.5 x words / sentences - 21.43 is an American school grade (Senter and Smith, 1967); five
years more is an age. It counts letters and needs no guess at syllables. textstat was tried and left out: it fetches a
word list from the internet when first used, takes 2.4 seconds to load and 44 MB of memory.

Headings, the head and the signature, addresses, numbers to ring and what stands in quotation marks are not counted;
what is printed from the record of an incident is counted apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from letterpress.make.text import Block, Words

GRADE_TO_AGE = 5
RANKED_FROM = 8
"""A sentence of fewer words is not called hard: one long word is all it takes."""
_HEAD = frozenset({"letter-head", "letter-contact", "letter-greeting", "letter-signature", "letter-foot", "footer"})
_RECORD = frozenset({"incident", "blockquote"})
_NUMBERS = re.compile(
    r"\S+@\S+\w|(?:https?://|www\.)\S*[\w/]|\b[\w-]+\.(?:org|gov|co)\.uk\S*\b|\+?\b0\d{2,4}[\s\u00a0]\d{3,4}(?:[\s\u00a0]\d{3,4})?\b"
    r"|\b[A-Z]{1,2}\d[A-Z\d]?[\s\u00a0]\d[A-Z]{2}\b|\bPO Box \d+"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_WORD = re.compile(r"[^\W_]+(?:[.,:/'’\u2010\u2011-][^\W_]+)*")
_ENDS = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9À-Þ])")
_SHORT = re.compile(
    r"(?:\b(?:Mrs?|Ms|Mx|Miss|Dr|Prof|Rev|Sir|St|No|nos?|Ltd|Co|Inc|vs?|etc|approx|tel|ext|ref|p|pp|para|Jan|Feb|Aug|Sept?"
    r"|Oct|Nov|Dec)|\b(?:e\.g|i\.e|c\.f|viz)|\b[A-Z](?:\.[A-Z])*)\.$"
)


@dataclass(frozen=True)
class Sentence:
    """One sentence, the heading it stands under, and how hard it is by itself."""

    text: str
    heading: str
    characters: int
    words: int

    @property
    def age(self) -> int:
        """The reading age of this sentence by itself."""
        return _age(self.characters, self.words, 1)


@dataclass(frozen=True)
class Reading:
    """What was counted: sentences, and of them the words and letters."""

    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> int:
        """How many words were counted."""
        return sum(one.words for one in self.sentences)

    @property
    def age(self) -> int | None:
        """The reading age in whole years; None where there is nothing to read."""
        if not self.words:
            return None
        return _age(sum(one.characters for one in self.sentences), self.words, len(self.sentences))

    def hardest(self, most: int = 3) -> list[Sentence]:
        """The hardest sentences, the hardest first."""
        long = [one for one in self.sentences if one.words >= RANKED_FROM]
        return sorted(long, key=lambda one: -_grade(one.characters, one.words, 1))[:most]


def _grade(characters: int, words: int, sentences: int) -> float:
    return 4.71 * characters / words + 0.5 * words / sentences - 21.43


def _age(characters: int, words: int, sentences: int) -> int:
    return max(GRADE_TO_AGE, int(_grade(characters, words, sentences) + GRADE_TO_AGE + 0.5))


def read(words: Words, leave_out: Iterable[str] = ()) -> Reading:
    """How hard the author's letter is; `leave_out` are addresses and the like, as they are printed."""
    return _read((block for block in body(words) if not block.around & _RECORD), leave_out)


def read_record(words: Words, leave_out: Iterable[str] = ()) -> Reading:
    """How hard the parts are that are printed from the record as somebody wrote them down."""
    return _read((b for b in body(words) if "incident" in b.around and "blockquote" not in b.around), leave_out)


def body(words: Words) -> Iterator[Block]:
    """What is said in the letter: no headings, no head, no signature."""
    return (block for block in words.blocks if not block.is_heading and not block.around & _HEAD)


def length(words: Words) -> int:
    """How many words are printed in all, as anybody would count them."""
    return len(words.whole.split())


def addresses(facts: Mapping[str, object]) -> list[str]:
    """The postal addresses among a letter's facts, as a sentence prints them."""
    found = []
    for value in facts.values():
        if isinstance(value, Mapping):
            lines = value.get("address_lines") or value.get("address")
            if isinstance(lines, (list, tuple)):
                found += [", ".join(map(str, lines))]
            elif lines:
                found.append(str(lines))
    return sorted(found, key=len, reverse=True)


def _read(blocks: Iterable[Block], leave_out: Iterable[str]) -> Reading:
    out = tuple(one for one in leave_out if one)
    return Reading(tuple(one for block in blocks for one in _measured(block.text, block.heading, out)))


@lru_cache(maxsize=1024)
def _measured(text: str, heading: str, leave_out: tuple[str, ...]) -> tuple[Sentence, ...]:
    """A block's sentences. While somebody types only one block changes; the others are known."""
    found = []
    for sentence in sentences(text.replace("\n", " ")):
        said = _WORD.findall(_counted(sentence, leave_out))
        if said:
            letters = sum(character.isalnum() for word in said for character in word)
            found.append(Sentence(sentence, heading, letters, len(said)))
    return tuple(found)


def _counted(text: str, leave_out: Sequence[str]) -> str:
    for one in leave_out:
        text = text.replace(one, " ")
    return _QUOTED.sub(" ", _NUMBERS.sub(" ", text))


def sentences(text: str) -> list[str]:
    """A paragraph's sentences. A full stop inside 10.30 am, after Mr or in e.g. ends none; an item of a list is one."""
    found, start = [], 0
    for end in _ENDS.finditer(text):
        before = text[start : end.start()]
        if not _SHORT.search(before) and before.count("“") == before.count("”"):
            found.append(text[start : end.end()].strip())
            start = end.end()
    rest = text[start:].strip()
    return [*found, rest] if rest else found
