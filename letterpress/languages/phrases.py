"""Facts in another language: fixed English phrases by phrases.toml, typed words as their translator put them.

Never touched: names, addresses, references, numbers and the ways to reach somebody, nor the keys a letter asks about.
What nobody has put into the language yet is listed, piece by piece, and stays English until somebody has.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from jinja2 import TemplateNotFound

from letterpress.make import facts as shapes
from letterpress.make import kinds, sources
from letterpress.make.escape import Gap, clean

KEPT = frozenset(
    "name salutation address_lines telephone email website emergency_telephone complaints_email address reference "
    "against_reference letter_reference police_reference restriction officer_name decider_name "
    "by_representative".split()
)
"""Keys whose words are the same in every language."""
MAY_STAY = frozenset("job_title title enclosures to".split())
"""Keys whose words are put into the language where there is a phrase, and may stay English where there is none."""
CARRIED = frozenset("number address name landlord email website telephone reference officer deputy".split())
"""Places in a phrase, {number}, whose words are carried over as they are; what stands in any other must be put over."""
LONGEST_FIXED = 400
"""Longer words are typed, and no phrase is looked for inside them."""
LISTS = (("and", r", | and "), ("and", r", (?=on )| and (?=on )"), ("or", r", | or "))
UNITS = r"(\d+)\s(working day|day|week|month|year|time)s?"
_PLACE = re.compile(r"\{(\w+)\}")
_SAME = re.compile(r"[^@\s]+@[^@\s]+|(?:https?://|www\.)\S+|[^^\W\d_]*[\W\d_]+", re.IGNORECASE)
_TIME = re.compile(r"(1?\d)(?:[.:]([0-5]\d))? ?(am|pm)")
_NAMED_TIMES = {"midday": time(12), "midnight": time(0)}
LABELS = {
    "what_happened": "What happened",
    "exact_words": "The words that were used",
    "subject": "The subject line",
    "place": "Where",
    "time_unknown_because": "Why the time is not known",
    "words": "Words of the letter",
    "definition": "What significant and serious means",
    "examples": "An example of it",
}


@dataclass(frozen=True)
class Piece:
    """English words that somebody has to put into the language: what they are in the letter, and the words."""

    label: str
    english: str


@dataclass(frozen=True)
class _Pattern:
    """A phrase with places: "ring {number} or use any other way"."""

    matches: re.Pattern[str]
    words: str


@dataclass(frozen=True)
class Book:
    """The phrases of a language."""

    exact: Mapping[str, tuple[str, str]]
    patterns: tuple[_Pattern, ...]
    weekdays: Mapping[str, str]
    filters: Mapping[str, Callable[..., Any]]


@cache
def book(code: str) -> Book:
    """The phrases of this language, with its weekdays and the titles of its letters."""
    from letterpress.languages import counting, languages

    try:
        rows = tomllib.loads(sources.text("phrases.toml", code)).get("phrase", [])
    except TemplateNotFound:
        rows = []
    rows = [*rows, *(row for kind in kinds.names() for row in kinds.front(kind, code).get("phrase", []))]
    pairs = [*_titles(code), *((row["english"], row["words"]) for row in rows)]
    placed = sorted((pair for pair in pairs if _PLACE.search(pair[0])), key=lambda pair: -len(_PLACE.sub("", pair[0])))
    return Book(
        {_plain(english): (english, words) for english, words in pairs if not _PLACE.search(english)},
        tuple(_Pattern(_matching(english), words) for english, words in placed),
        counting.weekdays(code),
        languages.load(code).filters,
    )


def _titles(code: str) -> Iterator[tuple[str, str]]:
    """A letter that speaks of another by its title says it as that letter does."""
    for name in sources.names(code):
        pair = [tomllib.loads(_front(sources.text(f"{name}.md", each)))["title"] for each in (sources.ENGLISH, code)]
        if "{" not in pair[0] + pair[1]:
            yield pair[0], pair[1]
            yield pair[1], pair[1]


def _front(text: str) -> str:
    return text.split("+++\n")[1]


def _matching(english: str) -> re.Pattern[str]:
    parts = _PLACE.split(english)
    pattern = "".join(re.escape(one) if n % 2 == 0 else f"(?P<{one}>.+?)" for n, one in enumerate(parts))
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def _plain(text: str) -> str:
    return clean(text).replace("\u00a0", " ").strip().casefold()


class Speaker:
    """Says English words in a language; `say` gives them with what is not translated of them."""

    def __init__(self, code: str, translated: Mapping[str, str]) -> None:
        self._book = book(code)
        self._typed = {_plain(english): words for english, words in translated.items()}

    def say(self, text: str) -> tuple[str, list[str]]:
        """The words, and the English pieces among them that nobody has put into the language."""
        found = self._typed.get(_plain(text)) or self._known(text)
        if found:
            return found, []
        if _SAME.fullmatch(text):
            return text, []
        said = [*self._placed(text), *self._listed(text)] if len(text) <= LONGEST_FIXED else []
        whole = [one for one in said if not one[1]]
        return (whole or said or [(text, [text.strip()])])[0]

    def _known(self, text: str) -> str:
        text = text.replace("\u00a0", " ").strip()
        if counted := re.fullmatch(UNITS, text):
            unit = f"{counted[2].replace(' ', '_')}s"
            return str(self._book.filters[unit](int(counted[1])))
        if dated := _dated(text):
            return str(self._book.filters[dated[0]](dated[1]))
        if day := self._book.weekdays.get(text):
            return day
        found = self._book.exact.get(_plain(text)) or self._book.exact.get(_plain(text).removesuffix("."))
        return _cased(text, *found) if found else ""

    def _placed(self, text: str) -> Iterator[tuple[str, list[str]]]:
        """By each phrase with places that fits."""
        for pattern in self._book.patterns:
            if matched := pattern.matches.fullmatch(text.strip()):
                said = {name: self.say(words) for name, words in matched.groupdict().items()}
                lacking = [piece for name, (_, pieces) in said.items() if name not in CARRIED for piece in pieces]
                yield _PLACE.sub(lambda at, said=said: said.get(at[1], at)[0], pattern.words), lacking  # type: ignore[misc]

    def _listed(self, text: str) -> Iterator[tuple[str, list[str]]]:
        """As a list in one string, "letter, e-mail and telephone", where each of it is known."""
        for word, ends in LISTS:
            parts = re.split(ends, text.strip())
            said = [self.say(part) for part in parts] if len(parts) > 1 else []
            if said and not any(lacking for _, lacking in said):
                yield str(self._book.filters["and_list"]([words for words, _ in said], word)), []


def _dated(text: str) -> tuple[str, Any] | None:
    """The filter and value of an English day or time: "Tuesday 3 March 2026", "10.30 am"."""
    for form, name in (("%d %B %Y", "date"), ("%A %d %B %Y", "weekday_date")):
        with suppress(ValueError):
            return name, datetime.strptime(text, form).date()  # noqa: DTZ007 (a day, not a moment)
    if text in _NAMED_TIMES:
        return "time", _NAMED_TIMES[text]
    if found := _TIME.fullmatch(text):
        return "time", time(int(found[1]) % 12 + (12 if found[3] == "pm" else 0), int(found[2] or 0))
    return None


def _cased(text: str, english: str, words: str) -> str:
    """The words with a capital or small first letter where the English differs in just that from its phrase."""
    if text[:1].isupper() and english[:1].islower():
        return words[:1].upper() + words[1:]
    if text[:1].islower() and english[:1].isupper() and not words[1:2].isupper():
        return words[:1].lower() + words[1:]
    return words


@cache
def _asked_about() -> frozenset[tuple[str, str]]:
    """Keys with one of a few fixed words, which templates ask about and never print: ("against", "warning")."""
    return frozenset(found for shape in shapes.SHAPES.values() for found in _literals(shape))


def _literals(shape: Any) -> Iterator[tuple[str, str]]:
    for key, kind in get_type_hints(shape).items():
        if get_origin(kind) is Literal:
            yield from ((key, word) for word in get_args(kind))
        for inner in (kind, *get_args(kind)):
            for one in (inner, *get_args(inner), *(shapes.terms().values() if inner is shapes.Term else ())):
                if hasattr(one, "__total__"):
                    yield from _literals(one)


def _stays(path: tuple[str, ...], value: str) -> bool:
    """True for what is the same in every language: the letterhead, names, addresses, what is never printed."""
    return path[0] == "letterhead" or path[-1] in KEPT or (path[-1], value) in _asked_about() or path == ("before",)


def _walked(value: Any, path: tuple[str, ...], say: Callable[[tuple[str, ...], str], str]) -> Any:
    if isinstance(value, Mapping):
        return {key: _walked(inner, (*path, key), say) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_walked(inner, path, say) for inner in value]
    if not isinstance(value, str) or isinstance(value, Gap) or not value.strip() or _stays(path, value):
        return value
    return say(path, value)


def facts_in(code: str, facts: Mapping[str, Any], translated: Mapping[str, str]) -> dict[str, Any]:
    """The facts with their words in this language, as far as there are any."""
    speaker = Speaker(code, translated)
    found = _walked(facts, (), lambda path, text: speaker.say(text)[0])
    assert isinstance(found, dict)
    return found


def pieces(code: str, facts: Mapping[str, Any], passages: Mapping[str, str], labels: Mapping[str, str]) -> list[Piece]:
    """Every piece of a letter that no phrase covers, in its order, each once; `labels` name the passages."""
    speaker = Speaker(code, {})
    found: dict[str, Piece] = {}

    def note(path: tuple[str, ...], text: str) -> str:
        for piece in speaker.say(text)[1] if path[-1] not in MAY_STAY else ():
            found.setdefault(piece, Piece(LABELS.get(path[-1], path[-1].replace("_", " ").capitalize()), piece))
        return text

    for key, text in passages.items():
        words = clean(text or "").strip()
        if words and not isinstance(text, Gap):
            found.setdefault(words, Piece(labels.get(key, key), words))
    _walked({key: value for key, value in facts.items() if key != "passages"}, (), note)
    return list(found.values())


def untranslated(
    code: str, facts: Mapping[str, Any], passages: Mapping[str, str], translated: Mapping[str, str]
) -> list[str]:
    """The English words of this letter that neither a phrase nor a translator has put into the language."""
    known = {_plain(english) for english, words in translated.items() if words.strip()}
    return [piece.english for piece in pieces(code, facts, passages, {}) if _plain(piece.english) not in known]
