"""The content check: does the letter, as printed, say everything its checklist asks for?

It reads the finished words, not the facts alone, so a template that forgets to print a fact is caught too. The words a
letter's whole checklist looks for are one template, so that a preview can be checked as it is typed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from jinja2 import Template

from letterpress.make.templates import LetterTemplate, MustSay, checklist_words
from letterpress.make.text import Words, one_line

_LINE, _WORDS, _NOT = "\ufdd0", "\ufdd1", "\ufdd2"  # no characters: `clean` keeps them out of every printed value


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


def missing_from(words: Words, checklist: Iterable[Line]) -> list[str]:
    """The lines of its checklist that the printed letter does not keep, and the gaps still in it, in words."""
    unsaid = (line.sentence for line in checklist if not line.said)
    return list(dict.fromkeys(chain(gaps(words), unsaid)))


def gaps(words: Words) -> list[str]:
    """The places still to be filled in."""
    return list(dict.fromkeys(f"{gap.strip('[]')}." for gap in words.gaps))


def lines(words: Words, facts: Mapping[str, Any], template: LetterTemplate) -> list[Line]:
    """Every line of the checklist, once for each item it is asked of, held against the printed words.

    What an item says of itself is looked for in its own section, everything else in the whole letter.
    """
    asked = _asked(template.must_say, template.language).render(facts)
    wanted = iter(one_line(asked.replace("\n", _WORDS)).split(_LINE)[1:])
    whole = one_line(words.whole)
    sections = {name: [one_line(one) for one in found] for name, found in words.sections.items()}
    found = []
    for line in template.must_say:
        places = sections.get(line.within, [])
        for number, item in enumerate(facts[line.each] if line.each else [None]):
            looked_for = next(wanted)
            holds = not looked_for.startswith(_NOT)
            parts = tuple(filter(None, map(str.strip, looked_for.split(_WORDS)))) if holds else ()
            place = whole if not line.within else places[number] if number < len(places) else ""
            said = holds and all(part in place for part in parts)
            found.append(Line(line, _name_of(item, number) if line.each else "", said, parts))
    return found


def _name_of(item: Any, number: int) -> str:
    reference = item.get("reference") if isinstance(item, Mapping) else None
    return str(reference or f"number {number + 1}")


@lru_cache(maxsize=256)
def _asked(must_say: tuple[MustSay, ...], language: str) -> Template:
    """The words of a whole checklist as one template: a line for each item it is asked of, its words parted."""
    return checklist_words(language).from_string("".join(map(_source, must_say)))


def _source(line: MustSay) -> str:
    words = _LINE + _WORDS.join(line.words)
    if line.needs:
        words = f"{{% if {line.needs} %}}{words}{{% else %}}{_LINE}{_NOT}{{% endif %}}"
    return f"{{% for it in {line.each} %}}{words}{{% endfor %}}" if line.each else words
