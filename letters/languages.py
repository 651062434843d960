"""The languages letters are written in: the words around a letter, and how its dates, times and counts are said."""

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markupsafe import Markup

from letters import sources
from letters.errors import UnknownLanguage
from letters.words import FILTERS


@dataclass(frozen=True)
class Language:
    """One language: its code (en), names, direction (ltr, rtl), the words around a letter, and its filters."""

    code: str
    name: str
    own_name: str
    direction: str
    words: Mapping[str, str]
    filters: Mapping[str, Callable[..., Any]] = field(repr=False)

    def say(self, key: str, **values: str) -> Markup:
        """A word around the letter with its `{…}` filled in, escaped for HTML."""
        return Markup(self.words[key]).format(**values)


@cache
def load(code: str) -> Language:
    """The language of this code. Raises UnknownLanguage."""
    if code not in sources.languages():
        raise UnknownLanguage(f"Letters are not written in {code!r}.")
    path = "language.toml" if code == sources.ENGLISH else f"{code}/language.toml"
    read = tomllib.loads((sources.HOME / path).read_text(encoding="utf-8"))
    return Language(code, read["name"], read["own_name"], read["direction"], read["words"], FILTERS)


def facts_in(code: str, facts: Mapping[str, Any], translated: Mapping[str, str]) -> dict[str, Any]:
    """The facts as this language prints them; `translated`: words typed in English, as a translator put them."""
    return dict(facts)
