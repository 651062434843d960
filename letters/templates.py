"""Where the letters are found: front matter (TOML between +++ lines), body, the parts it includes and its version.

The version names the exact words: a short SHA-256 over the letter, every part it may include, and the sheet around it.
"""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, get_type_hints

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from letters import facts as shapes
from letters.errors import LetterError, UnknownLetter
from letters.escape import Gap, as_typed, gap_words, literal, paragraphs, quotation
from letters.words import FILTERS

HOME = Path(__file__).parent
SHEET = "sheet.html"
_FRONT = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n(.*)\Z", re.DOTALL)
_NAME = re.compile(r"[a-z_]+/[a-z_]+")


@dataclass(frozen=True)
class Passage:
    """A marked place for free text: what the form calls it, what helps to write it, whether it may stay empty."""

    key: str
    label: str
    hint: str
    required: bool


@dataclass(frozen=True)
class MustSay:
    """One line of a letter's checklist. Each of `words` (Jinja) must be printed; `needs` (an expression) must hold.

    With `each`, once for every item of that list (as `it`); with `within`, in the item's own section of that class.
    """

    what: str
    clause: str
    words: tuple[str, ...] = ()
    needs: str = ""
    each: str = ""
    within: str = ""


@dataclass(frozen=True)
class LetterTemplate:
    """A letter's front matter and body, as read from its file."""

    name: str
    title: str
    revised: str
    facts: str
    passages: tuple[Passage, ...]
    must_say: tuple[MustSay, ...]
    body: str
    version: str


class _Files(BaseLoader):
    """Jinja sources below this folder; a letter's front matter is not part of its words."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        return _body(template), template, lambda: True


@cache
def _text(path: str) -> str:
    file = (HOME / path).resolve()
    if HOME not in file.parents or not file.is_file():
        raise TemplateNotFound(path)
    return file.read_text(encoding="utf-8")


def _body(path: str) -> str:
    found = _FRONT.match(_text(path))
    return found[2] if found else _text(path)


def _environment(finalize: Any, *, html: bool = True) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=_Files(),
        undefined=StrictUndefined,
        autoescape=html,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(FILTERS)
    environment.globals["gap"] = Gap
    return environment


@cache
def markdown_words() -> ImmutableSandboxedEnvironment:
    """The environment of the letters' words: every printed value enters literally (see letters.escape)."""
    environment = _environment(literal)
    environment.filters.update(paragraphs=paragraphs, quotation=quotation)
    return environment


@cache
def sheet_words() -> ImmutableSandboxedEnvironment:
    """The environment of the sheet around the words, which is HTML: the same filters, escaped for HTML only."""
    return _environment(as_typed)


@cache
def checklist_words() -> ImmutableSandboxedEnvironment:
    """The environment of the content check: plain text, to be compared with the letter's plain text."""
    return _environment(gap_words, html=False)


def _reachable(path: str) -> set[str]:
    """The letter, and every part it may include; an include by a computed name may be any kind of restriction."""
    found, to_read = set(), [path]
    while to_read:
        name = to_read.pop()
        if name not in found:
            found.add(name)
            for other in meta.find_referenced_templates(markdown_words().parse(_body(name))):
                to_read += [other] if other else [f"parts/kinds/{kind}.md" for kind in kinds()]
    return found


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of restriction that have a paragraph of their own."""
    return tuple(sorted(file.stem for file in (HOME / "parts" / "kinds").glob("*.md")))


@cache
def names() -> tuple[str, ...]:
    """Every letter there is."""
    return tuple(sorted(f"{f.parent.name}/{f.stem}" for f in HOME.glob("*/*.md") if f.parent.name != "parts"))


@lru_cache
def load(name: str) -> LetterTemplate:
    """The letter of this name, like "warnings/issued". Raises UnknownLetter."""
    if not _NAME.fullmatch(name) or name not in names():
        raise UnknownLetter(f"There is no letter called {name!r}.")
    path = f"{name}.md"
    found = _FRONT.match(_text(path))
    if not found:
        raise LetterError(f"{path} has no front matter.")
    front = tomllib.loads(found[1])
    shared = tomllib.loads(_text("parts/must_say.toml"))["must_say"]
    words = "\0".join(_text(part) for part in sorted({*_reachable(path), SHEET, "parts/must_say.toml"}))
    return LetterTemplate(
        name=name,
        title=front["title"],
        revised=front["revised"],
        facts=front["facts"],
        passages=tuple(Passage(**passage) for passage in front.get("passages", [])),
        must_say=tuple(_must_say(line) for line in [*_that_apply(shared, front["facts"]), *front["must_say"]]),
        body=found[2],
        version=hashlib.sha256(words.encode()).hexdigest()[:12],
    )


def _that_apply(shared: list[dict[str, Any]], shape: str) -> list[dict[str, Any]]:
    """What every letter must say, but for lines about a fact that letters of this shape do not have (incidents)."""
    known = get_type_hints(shapes.SHAPES[shape])
    asked = [{line.get("each", ""), line.get("needs", "")} for line in shared]
    return [
        line
        for line, names in zip(shared, asked, strict=True)
        if all(name in known for name in names if name.isidentifier())
    ]


def _must_say(line: dict[str, Any]) -> MustSay:
    return MustSay(**{**line, "words": tuple(line.get("words", ()))})
