"""The content check: does the letter, as printed, say everything its checklist asks for?

It reads the finished words, not the facts alone, so a template that forgets to print a fact is caught too. The words a
letter's whole checklist looks for are one template, so that a preview can be checked as it is typed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from jinja2 import Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from letterpress.make.escape import clean, gap_words
from letterpress.make.templates import LetterTemplate, MustSay, checklist_words
from letterpress.make.text import Words, one_line

_LINE, _WORDS, _NOT = "\x1e", "\x1f", "\x1d"  # characters that `clean` keeps out of every printed value


@dataclass(frozen=True)
class Line:
    """One line of the checklist held against the letter: is it said, of which item, and by which words."""

    asks: MustSay
    item: str
    said: bool
    wanted: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What is missing, in words."""
        return f"The letter does not give {self.asks.what}{f' ({self.item})' if self.item else ''}."


def missing_from(words: Words, facts: Mapping[str, Any], template: LetterTemplate) -> list[str]:
    """The checklist's lines that the printed letter does not keep, and the gaps still in it, in words."""
    unsaid = (line.sentence for line in lines(words, facts, template) if not line.said)
    return list(dict.fromkeys(chain(gaps(words), unsaid)))


def gaps(words: Words) -> list[str]:
    """The places still to be filled in."""
    return list(dict.fromkeys(f"{gap.strip('[]')}." for gap in words.gaps))


def lines(words: Words, facts: Mapping[str, Any], template: LetterTemplate) -> Iterator[Line]:
    """Every line of the checklist, once for each item it is asked of, held against the printed words."""
    asked = _asked(template.must_say, template.language).render(facts).split(_LINE)[1:]
    places = _Places(words)
    wanted = iter(asked)
    for line in template.must_say:
        items = facts[line.each] if line.each else [None]
        for number, item in enumerate(items):
            looked_for, holds = next(wanted), True
            if looked_for.startswith(_NOT):
                looked_for, holds = "", False
            parts = tuple(filter(None, map(one_line, looked_for.replace(_WORDS, "\n").split("\n"))))
            place = places.of(line.within, number)
            said = holds and all(part in place for part in parts)
            yield Line(line, _name_of(item, number) if line.each else "", said, parts)


class _Places:
    """Where a line's words are looked for: the whole letter, or one item's own section."""

    def __init__(self, words: Words) -> None:
        self.whole = one_line(words.whole)
        self.sections = {name: [one_line(one) for one in found] for name, found in words.sections.items()}

    def of(self, within: str, number: int) -> str:
        if not within:
            return self.whole
        found = self.sections.get(within, [])
        return found[number] if number < len(found) else ""


def _name_of(item: Any, number: int) -> str:
    reference = item.get("reference") if isinstance(item, Mapping) else None
    return str(reference or f"number {number + 1}")


@lru_cache(maxsize=256)
def _asked(must_say: tuple[MustSay, ...], language: str) -> Template:
    """The words of a whole checklist as one template: a line for each item it is asked of, its words parted."""
    return _environment(language).from_string("".join(map(_source, must_say)))


def _source(line: MustSay) -> str:
    words = _LINE + _WORDS.join(line.words)
    if line.needs:
        words = f"{{% if {line.needs} %}}{words}{{% else %}}{_LINE}{_NOT}{{% endif %}}"
    return f"{{% for it in {line.each} %}}{words}{{% endfor %}}" if line.each else words


@lru_cache(maxsize=64)
def _environment(language: str) -> ImmutableSandboxedEnvironment:
    """Plain text, every value cleaned as the letter cleans it."""
    return checklist_words(language).overlay(finalize=_printed)


def _printed(value: Any) -> Any:
    said = gap_words(value)
    return clean(said) if isinstance(said, str) else said
