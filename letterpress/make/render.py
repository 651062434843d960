"""The letters' front door: make a letter, ask what it does not say, show it as a page of its own.

The landlord's own copy of a letter is used where there is a sound one (own.py), in the language asked for.
"""

from collections.abc import Mapping
from typing import Any

from letterpress.checks.content import missing_from
from letterpress.make import own
from letterpress.make.making import FORMATS, Rendered, made, standalone, to_html
from letterpress.make.sources import ENGLISH
from letterpress.make.templates import LetterTemplate

__all__ = ["FORMATS", "LetterTemplate", "Rendered", "missing", "render", "standalone", "template_info", "to_html"]


def template_info(name: str) -> LetterTemplate:
    """The letter's title, passages (for the form), checklist and version, in English. Raises UnknownLetter."""
    return own.choose(name)


def render(
    name: str,
    facts: Mapping[str, Any],
    passages: Mapping[str, str],
    *,
    format: str = "standard",
    language: str = ENGLISH,
    translated: Mapping[str, str] | None = None,
) -> Rendered:
    """Make the letter. Raises UnknownLetter, UnknownFormat, UnknownLanguage, or FactsWrong naming the key.

    A required passage that is still empty is printed as a marked gap, and `missing` reports it. `translated` gives
    words typed in English, facts and passages, as a translator put them.
    """
    return made(own.choose(name, language), facts, passages, format, translated or {})


def missing(rendered: Rendered) -> list[str]:
    """What the letter's checklist asks for and the printed words do not say; empty when the letter is complete."""
    return missing_from(rendered.words, rendered.checklist)
