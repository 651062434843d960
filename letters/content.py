"""The content check: does the letter, as printed, say everything its checklist asks for?

It reads the finished words, not the facts alone, so a template that forgets to print a fact is caught too.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from jinja2 import Template

from letters.escape import clean
from letters.templates import LetterTemplate, MustSay, checklist_words
from letters.text import Words, one_line, text_of


def missing_from(html: str, facts: Mapping[str, Any], template: LetterTemplate) -> list[str]:
    """The checklist's lines that the printed letter does not keep, and the gaps still in it, in words."""
    words = text_of(html)
    found = list(dict.fromkeys(f"{gap.strip('[]')}." for gap in words.gaps))
    for line in template.must_say:
        found += [what for what in _unsaid(line, words, facts, template.language) if what not in found]
    return found


def _unsaid(line: MustSay, words: Words, facts: Mapping[str, Any], language: str) -> Iterator[str]:
    if not line.each:
        if not _keeps(line, one_line(words.whole), facts, language):
            yield f"The letter does not give {line.what}."
        return
    sections = words.sections.get(line.within, [])
    for number, item in enumerate(facts[line.each]):
        place = words.whole if not line.within else sections[number] if number < len(sections) else ""
        if not _keeps(line, one_line(place), {**facts, "it": item}, language):
            yield f"The letter does not give {line.what} ({_name_of(item, number)})."


def _name_of(item: Any, number: int) -> str:
    reference = item.get("reference") if isinstance(item, Mapping) else None
    return str(reference or f"number {number + 1}")


def _keeps(line: MustSay, printed: str, facts: Mapping[str, Any], language: str) -> bool:
    if line.needs and not _asked(line.needs)(**facts):
        return False
    wanted = (_compiled(words, language).render(facts) for words in line.words)
    return all(one_line(clean(part)) in printed for want in wanted for part in want.split("\n"))


@cache
def _compiled(words: str, language: str) -> Template:
    """A line of a checklist, compiled once: there are as many as the letters' checklists have."""
    return checklist_words(language).from_string(words)


@cache
def _asked(needs: str) -> Callable[..., Any]:
    return checklist_words().compile_expression(needs)
