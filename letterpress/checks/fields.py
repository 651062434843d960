"""The list of what a letter's words may use: each field with its kind, what to write and what it prints in the example.

Everything is read from letterpress/make/facts.py, the filters and the samples, so the list cannot fall behind them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints, is_typeddict

from letterpress.checks import checking, copies
from letterpress.checks.known import Walk
from letterpress.languages import languages
from letterpress.make import facts as shapes
from letterpress.make import kinds, sources, templates
from letterpress.make.field_kinds import WORDS_OF, choices, members_of, plain, root
from letterpress.make.sources import ENGLISH
from letterpress.samples.samples import LETTERS

_REFERENCES = re.compile(r" ?\[(?:P|G)[^\]]*\]")
SHEET = "letterhead"  # for the paper around the words
LONGEST = 90


@dataclass(frozen=True)
class Field:
    """One field: its name, kind, what to write, what the example prints, what it means; `inner` its own fields."""

    name: str
    kind: str
    write: str
    sample: str
    meaning: str
    inner: tuple["Field", ...] = ()


@dataclass(frozen=True)
class Listed:
    """All that the words of a file may use, in groups; `filters` with what each does, `parts` with how each begins."""

    groups: tuple[tuple[str, tuple[Field, ...]], ...]
    filters: tuple[tuple[str, str], ...]
    parts: tuple[tuple[str, str], ...]


@cache
def of(path: str, language: str = ENGLISH) -> Listed:
    """What the words of this file may use; for a part, what every letter that it stands in has."""
    names = [name for name in sources.names(language) if path in templates.load(name, language).files]
    name = names[0] if names else sources.names(language)[0]
    template, (facts, passages) = templates.load(name), LETTERS.get(name, ({}, {}))
    hints = get_type_hints(shapes.SHAPES[template.facts])
    for other in names[1:]:
        hints = {key: kind for key, kind in hints.items() if key in root(templates.load(other).facts, {})}
    shape, every = shapes.SHAPES[template.facts], get_type_hints(shapes.EveryLetter)
    groups = []
    if not copies.is_part(path):
        written = tuple(_passage(one, passages.get(one.key, "")) for one in template.passages)
        groups.append(("What its author writes", written))
    say = languages.load(language).filters
    this = tuple(_field(key, kind, facts.get(key), shape, say) for key, kind in hints.items() if key not in every)
    term = _term(path, facts, say)
    groups.append(("Of this letter" if not copies.is_part(path) else "Of the letters it stands in", (*term, *this)))
    all_have = tuple(
        _field(key, kind, facts.get(key), shape, say) for key, kind in hints.items() if key in every and key != SHEET
    )
    groups.append(("Of every letter", all_have))
    return Listed(tuple(one for one in groups if one[1]), _filters(language), _parts(template.facts, path, language))


def _term(path: str, facts: Mapping[str, Any], say: Mapping[str, Any]) -> tuple[Field, ...]:
    """The measure that a part of its kind is about."""
    if not path.startswith(kinds.PARTS):
        return ()
    key = path.removeprefix(kinds.PARTS).removesuffix(".md")
    return (_field("term", shapes.terms()[key], kinds.sample(key), shapes.EveryLetter, say),)


def _passage(one: templates.Passage, sample: str) -> Field:
    name = f"passages.{one.key}"
    kind = "words of the author" if one.required else "words of the author, may be empty"
    return Field(name, kind, f"{{{{ {name}|paragraphs }}}}", _short(sample), f"{one.label}. {one.hint}")


def _field(name: str, kind: Any, sample: Any, owner: Any, say: Mapping[str, Any], depth: int = 0) -> Field:
    bare = plain(kind)
    optional = ", may be missing" if (bare is not kind and bare is not str) or "None" in str(kind) else ""
    item = plain(get_args(bare)[0]) if get_origin(bare) is list else bare
    members, listed = members_of(item), get_origin(bare) is list
    if members and depth < 3:
        one = sample[0] if listed and sample else sample
        first = ("each" if depth else "one") if listed else name
        given = one if isinstance(one, Mapping) else {}
        inner = tuple(_field(f"{first}.{key}", of, given.get(key), item, say, depth + 1) for key, of in members.items())
        kind_words = f"a list, each with {len(inner)} fields" if listed else f"{len(inner)} fields"
        write = f"{{% for {first} in {name} %}} … {{% endfor %}}" if listed else ""
        return Field(
            name,
            kind_words + optional,
            write,
            "",
            _meaning(name, owner) or (_opening(item) if len(choices(item)) == 1 else ""),
            inner,
        )
    if listed:
        shown = _short(", ".join(str(one) for one in sample or []))
        return Field(name, "a list of words" + optional, f"{{{{ {name}|and_list }}}}", shown, _meaning(name, owner))
    write, printed = _written(name, bare, sample, say)
    return Field(name, WORDS_OF.get(bare, "words") + optional, write, printed, _meaning(name, owner))


def _written(name: str, kind: Any, sample: Any, say: Mapping[str, Any]) -> tuple[str, str]:
    """What to write for a field of this kind, and what the example then prints."""
    if kind is bool:
        return f"{{% if {name} %}} … {{% endif %}}", "yes" if sample else "no"
    chosen = "date" if kind is date else "time" if kind is time else ""
    counted = "months" if name.endswith("_months") else "working_days" if name.endswith("_days") else ""
    chosen = chosen or (counted if kind is int else "")
    if not chosen:
        return f"{{{{ {name} }}}}", "" if sample is None else _short(str(sample))
    return f"{{{{ {name}|{chosen} }}}}", "" if sample is None else str(say[chosen](sample))


def _meaning(name: str, owner: Any) -> str:
    """The sentences of the shape's own description, and of those it builds on, that speak of this field."""
    key = f"`{name.rpartition('.')[2]}`"
    found = [one for words in _described(owner) for one in re.split(r"(?<=\.)\s+", words) if key in one]
    return " ".join(found).replace("`", "")


def _described(shape: Any) -> Iterator[str]:
    for one in filter(is_typeddict, choices(shape)):
        # Python 3.11 does not keep what a TypedDict builds on: it is those of which it has every field.
        fields = one.__annotations__.items()
        bases = (
            other for other in vars(shapes).values() if is_typeddict(other) and other.__annotations__.items() < fields
        )
        for described in (one, *bases):
            yield _REFERENCES.sub("", " ".join((described.__doc__ or "").split()))


def _opening(shape: Any) -> str:
    words = next(_described(shape), "")
    return words.partition(". ")[0].replace("`", "").rstrip(".") + "." if words else ""


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + " …"


@cache
def _filters(language: str) -> tuple[tuple[str, str], ...]:
    said = {
        "paragraphs": "Typed words, with their paragraphs.",
        "quotation": "Somebody's exact words, in quotation marks.",
    }
    found = {
        name: (call.__doc__ or "").strip().split("\n")[0] for name, call in languages.load(ENGLISH).filters.items()
    }
    return tuple(sorted((found | said).items()))


@cache
def _parts(facts: str, path: str, language: str) -> tuple[tuple[str, str], ...]:
    """The parts that a letter with these facts may include, each with how it begins."""
    fitting = []
    for part in sources.paths(language):
        if copies.is_part(part) and part != path and not part.startswith(kinds.PARTS):
            walk = Walk(language, False)
            walk.file(part, root(facts, {}))
            if not walk.found:
                words = re.sub(r"\{%.*?%\}|\{#.*?#\}", "", copies.body_of(part, language, False), flags=re.DOTALL)
                fitting.append((part, _short(words.replace("#", "").replace("*", ""))))
    return tuple(fitting)


def sample_of(path: str, language: str = ENGLISH) -> str:
    """The letter with whose example a file is shown: itself, or the first that a part stands in."""
    used = checking.used_in(path, language)
    return path.removesuffix(".md") if not copies.is_part(path) else used[0] if used else ""
