"""Several examples of each letter, so that every branch of its words is made: full, bare, and each kind of measure."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from letterpress.make import facts as shapes
from letterpress.make import templates
from letterpress.samples.samples import LETTERS, TERMS, sample

Variant = tuple[str, Mapping[str, Any], Mapping[str, str]]


@cache
def variants(name: str) -> tuple[Variant, ...]:
    """Examples of a letter: what each is called, its facts, its passages. None where it has no sample."""
    if name not in LETTERS:
        return ()
    facts, passages = sample(name)
    template = templates.load(name)
    needed = {one.key: passages.get(one.key, "") for one in template.passages if one.required}
    hints = get_type_hints(shapes.SHAPES[template.facts])
    return tuple(_each(facts, passages, needed, hints))


def _each(
    facts: dict[str, Any], passages: dict[str, str], needed: dict[str, str], hints: dict[str, Any]
) -> Iterator[Variant]:
    yield "with everything filled in", facts, passages
    yield "with nothing that may be left out", _bare(facts, hints), needed
    yield "with every list empty", {**facts, **{key: [] for key, of in hints.items() if get_origin(of) is list}}, needed
    yield "with one of everything", _as_many(facts, hints, 1), passages
    yield "with two of everything", _as_many(facts, hints, 2), passages
    yield "with yes and no the other way round", _turned(facts), passages
    for key, of in hints.items():
        for choice in get_args(of) if get_origin(of) is Literal else ():
            if choice != facts[key]:
                yield f"with {key} = {choice}", {**facts, key: choice}, passages
    for term in TERMS if "terms" in hints else ():
        yield f"with the measure {term['kind']} alone", {**facts, "terms": [deepcopy(term)]}, passages


def _optional(kind: Any) -> bool:
    return isinstance(kind, UnionType) and NoneType in get_args(kind)


def _bare(value: Any, kind: Any) -> Any:
    """The value without anything optional, and with nothing true."""
    hints = kind if isinstance(kind, dict) else get_type_hints(kind) if is_typeddict(kind) else None
    if _optional(kind):
        return None
    if hints is not None:
        return {key: _bare(inner, hints[key]) for key, inner in value.items()}
    if get_origin(kind) is list:
        return [_bare(item, get_args(kind)[0]) for item in value]
    return False if kind is bool else value


def _as_many(facts: dict[str, Any], hints: dict[str, Any], count: int) -> dict[str, Any]:
    lists = {key: facts[key] for key, of in hints.items() if get_origin(of) is list and facts[key]}
    return {**facts, **{key: (items * count)[:count] for key, items in lists.items()}}


def _turned(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _turned(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_turned(inner) for inner in value]
    return not value if isinstance(value, bool) else value
