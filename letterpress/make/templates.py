"""What a letter is made from: front matter (TOML between +++ lines), body, the parts it includes and its version.

The version names the exact words: a short SHA-256 over the letter, every part it may include, the checklist every
letter has, and the sheet around it. `own` says that the landlord's own copies are read first (sources.py).
"""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial
from typing import Any, get_type_hints

from jinja2 import BaseLoader, Environment, StrictUndefined, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment

from letterpress.languages import languages
from letterpress.make import facts as shapes
from letterpress.make import kinds, sources
from letterpress.make.errors import LetterError, UnknownLetter
from letterpress.make.escape import Gap, as_typed, literal, paragraphs, plain, quotation
from letterpress.make.sources import ENGLISH

SHEET = "sheet.html"
MUST_SAY = "parts/must_say.toml"
OTHERS_MUST_SAY = "parts/must_say_others.toml"
CUSTOMER, SUPPORTER, STAFF = AUDIENCES = ("customer", "supporter", "staff")
PARAGRAPH_OF_KIND = "paragraph_of_kind"
OF_A_LANGUAGE = ("language.toml", "phrases.toml")
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
    In the front matter `of_its_kind` ("must_say" or "needs") takes that from the paragraph of the item's kind.
    """

    what: str
    clause: str
    words: tuple[str, ...] = ()
    needs: str = ""
    each: str = ""
    within: str = ""


@dataclass(frozen=True)
class LetterTemplate:
    """A letter's front matter and body, as read from its file; `files` are all it is made from, by their paths.

    `audience`: customer, supporter (somebody who supports the customer) or staff.
    """

    name: str
    language: str
    own: bool
    title: str
    revised: str
    facts: str
    audience: str
    passages: tuple[Passage, ...]
    must_say: tuple[MustSay, ...]
    body: str
    version: str
    files: Mapping[str, str] = field(repr=False, hash=False, compare=False)


class _Files(BaseLoader):
    """Jinja sources of one language; a letter's front matter is not part of its words."""

    def __init__(self, language: str, own: bool) -> None:
        self.language, self.own = language, own

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Any]:
        words = _body(template, self.language, self.own)
        return words, template, lambda: words == _body(template, self.language, True)


def _text(path: str, language: str, own: bool) -> str:
    """The sheet is the same in every language; everything else is read in its own."""
    return sources.sheet() if path == SHEET else sources.text(path, language, own=own)


def _body(path: str, language: str, own: bool) -> str:
    text = _text(path, language, own)
    found = _FRONT.match(text)
    return found[2] if found else text


def _environment(finalize: Any, language: str, own: bool, *, html: bool = True) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=_Files(language, own),
        undefined=StrictUndefined,
        autoescape=html,
        finalize=finalize,
        auto_reload=own,  # what is shipped stays as it was read
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(languages.load(language).filters)
    environment.filters[PARAGRAPH_OF_KIND] = kinds.paragraph
    environment.globals["gap"] = Gap
    return environment


@cache
def markdown_words(language: str = ENGLISH, own: bool = False) -> ImmutableSandboxedEnvironment:
    """The environment of the letters' words: every printed value enters literally (see letterpress.make.escape)."""
    environment = _environment(literal, language, own)
    quotes = languages.load(language).quotes
    environment.filters.update(paragraphs=paragraphs, quotation=partial(quotation, marks=quotes))
    return environment


@cache
def sheet_words(language: str = ENGLISH) -> ImmutableSandboxedEnvironment:
    """The environment of the sheet around the words, which is HTML: the same filters, escaped for HTML only."""
    environment = _environment(as_typed, language, False)
    say = languages.load(language).say
    environment.globals["say"] = lambda key, **values: say(key, **{name: as_typed(one) for name, one in values.items()})
    return environment


@cache
def checklist_words(language: str = ENGLISH) -> ImmutableSandboxedEnvironment:
    """The environment of the content check: plain text, every value cleaned as the letter cleans it."""
    return _environment(plain, language, False, html=False)


def _reachable(path: str, language: str = ENGLISH, own: bool = False) -> set[str]:
    """The letter, and every part it may include; one not given by its name may be the paragraph of any kind."""
    found, to_read = set(), [path]
    while to_read:
        name = to_read.pop()
        if name not in found:
            found.add(name)
            words = markdown_words(language, own).parse(_body(name, language, own))
            for other in meta.find_referenced_templates(words):
                to_read += [other] if other else map(kinds.paragraph, kinds.names())
    return found


def names() -> tuple[str, ...]:
    """Every letter there is."""
    return sources.names()


@cache
def to(*audiences: str) -> tuple[str, ...]:
    """Every letter that goes to one of these."""
    return tuple(name for name in names() if load(name).audience in audiences)


def load(name: str, language: str = ENGLISH, *, own: bool = False) -> LetterTemplate:
    """The letter of this name, like "warnings/issued", in a language.

    Raises UnknownLetter; LetterError, or an error of TOML or Jinja, for an own copy that cannot be read.
    """
    return _load(name, language, own, sources.stamp() if own else ())


@lru_cache
def _load(name: str, language: str, own: bool, stamp: sources.Stamp) -> LetterTemplate:
    if not _NAME.fullmatch(name) or name not in sources.names(language):
        raise UnknownLetter(f"There is no letter called {name!r}.")
    path = f"{name}.md"
    found = _FRONT.match(_text(path, language, own))
    if not found:
        raise LetterError(f"{path} has no front matter.")
    front = tomllib.loads(found[1])
    english = tomllib.loads(_front(path))
    audience = english.get("audience", CUSTOMER)
    if audience not in AUDIENCES:
        raise LetterError(f"{path} is to nobody we know: {audience}.")
    must_say = MUST_SAY if audience == CUSTOMER else OTHERS_MUST_SAY
    shared = tomllib.loads(_text(must_say, language, False))["must_say"]
    asked = front if not own else tomllib.loads(_front(path, language))
    around = OF_A_LANGUAGE if language != ENGLISH else ()
    reached = sorted({*_reachable(path, language, own), SHEET, must_say, *around})
    files = {part: _text(part, language, own) for part in reached}
    return LetterTemplate(
        name=name,
        language=language,
        own=own,
        title=front["title"],
        revised=front["revised"],
        facts=english["facts"],
        audience=audience,
        passages=tuple(Passage(**passage) for passage in english.get("passages", [])),
        must_say=tuple(
            _must_say(line, language) for line in [*_that_apply(shared, english["facts"]), *asked["must_say"]]
        ),
        body=found[2],
        version=hashlib.sha256("\0".join(files.values()).encode()).hexdigest()[:12],
        files=files,
    )


def _front(path: str, language: str = ENGLISH) -> str:
    """A shipped letter's front matter: facts, passages and checklist are never the landlord's to change."""
    found = _FRONT.match(_text(path, language, False))
    return found[1] if found else ""


def _that_apply(shared: list[dict[str, Any]], shape: str) -> list[dict[str, Any]]:
    """What every letter must say, but for lines about a fact that letters of this shape do not have (incidents)."""
    known = get_type_hints(shapes.SHAPES[shape])
    asked = [{line.get("each", ""), line.get("needs", "")} for line in shared]
    return [
        line
        for line, names in zip(shared, asked, strict=True)
        if all(name in known for name in names if name.isidentifier())
    ]


def _must_say(line: dict[str, Any], language: str) -> MustSay:
    of_its_kind = line.get("of_its_kind")
    words = [kinds.must_say(language)] if of_its_kind == "must_say" else line.get("words", ())
    more = {"needs": kinds.needs()} if of_its_kind == "needs" else {}
    return MustSay(**{key: of for key, of in line.items() if key != "of_its_kind"} | {"words": tuple(words)} | more)
