"""The languages letters are written in: the words around a letter, and how its dates, times and counts are said."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markupsafe import Markup

from letterpress.make import sources
from letterpress.make.errors import UnknownLanguage
from letterpress.make.words import FILTERS

QUOTES = ("\u201c", "\u201d")
_NEVER_TURNED = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # an e-mail address
    r"|(?:https?://|www\.)[^\s<]*[\w/]"  # a web address
    r"|\b[A-Z]{1,5}-[\w/-]*\w"  # a reference of ours
    r"|\+?\b\d[\d\u00a0 ]{4,}\d\b"  # a telephone number
)
_OUTSIDE_TAGS = re.compile(r"(?<=>)[^<]+")


@dataclass(frozen=True)
class Language:
    """One language: its code (en), names, direction (ltr, rtl), the words around a letter, and its filters."""

    code: str
    name: str
    own_name: str
    direction: str
    words: Mapping[str, str]
    filters: Mapping[str, Callable[..., Any]] = field(repr=False)
    quotes: tuple[str, str] = QUOTES

    def say(self, key: str, **values: str) -> Markup:
        """A word around the letter with its `{…}` filled in, escaped for HTML."""
        return Markup(self.words[key]).format(**values)

    def isolated(self, html: str) -> str:
        """Addresses, numbers and references kept in one piece and in their own order where the words run leftwards."""
        if self.direction == "ltr":
            return html
        return _OUTSIDE_TAGS.sub(lambda text: _NEVER_TURNED.sub(r'<bdi dir="ltr">\g<0></bdi>', text[0]), html)


@cache
def load(code: str) -> Language:
    """The language of this code. Raises UnknownLanguage."""
    if code not in sources.languages():
        raise UnknownLanguage(f"Letters are not written in {code!r}.")
    read = _read(code)
    return Language(
        code=code,
        name=read["name"],
        own_name=read["own_name"],
        direction=read["direction"],
        words=read["words"],
        filters=_filters(code, read),
        quotes=tuple(read.get("quotes", QUOTES)),
    )


def _read(code: str) -> dict[str, Any]:
    return tomllib.loads((sources.HOME / code / "language.toml").read_text(encoding="utf-8"))


def _filters(code: str, read: Mapping[str, Any]) -> Mapping[str, Callable[..., Any]]:
    """English has its own; those of any other language need Babel, which is loaded only here."""
    if code == sources.ENGLISH:
        return FILTERS
    from letterpress.languages import counting

    return counting.filters(code, read)


@cache
def named(words: str) -> str | None:
    """The code of the language somebody named: "Polish", "polski", "pl"; None where letters are not written in it."""
    return _names().get(_bare(re.sub(r"\(.*?\)|\blanguage\b", "", words, flags=re.IGNORECASE)))


@cache
def _names() -> dict[str, str]:
    found = {}
    for code in sources.languages():
        read = _read(code)
        for name in (code, read["name"], read["own_name"], *read.get("also_called", ())):
            found[_bare(name)] = code
    return found


def _bare(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(" .").casefold()


def facts_in(code: str, facts: Mapping[str, Any], translated: Mapping[str, str]) -> dict[str, Any]:
    """The facts as this language prints them; `translated`: words typed in English, as a translator put them."""
    if code == sources.ENGLISH:
        return dict(facts)
    from letterpress.languages import phrases

    return phrases.facts_in(code, facts, translated)


def untranslated(
    code: str, facts: Mapping[str, Any], passages: Mapping[str, str], translated: Mapping[str, str]
) -> list[str]:
    """The English words of a letter that nobody has put into this language."""
    if code == sources.ENGLISH:
        return []
    from letterpress.languages import phrases

    return phrases.untranslated(code, facts, passages, translated)
