"""The kinds of restriction that letters know: each is a paragraph, `parts/kinds/<kind>.md`, with what belongs to it.

Between its +++ lines the English paragraph says which facts it is made from, an example of them and what an arrangement
of this kind cannot do without; in each language it says what must be printed, and the fixed phrases of its facts.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import TemplateNotFound

from letterpress.make import sources
from letterpress.make.errors import UnknownKind
from letterpress.make.sources import ENGLISH

PARTS = "parts/kinds/"
_FRONT = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+\n", re.DOTALL)


@cache
def names() -> tuple[str, ...]:
    """The kinds that have a paragraph of their own, by their keys."""
    found = (path for path in sources.paths() if path.startswith(PARTS))
    return tuple(path.removeprefix(PARTS).removesuffix(".md") for path in found)


def paragraph(kind: str) -> str:
    """The path of a kind's paragraph. Raises UnknownKind."""
    if kind not in names():
        raise UnknownKind(f"Letters have no paragraph for restrictions of the kind {kind!r}.")
    return f"{PARTS}{kind}.md"


@cache
def front(kind: str, language: str = ENGLISH) -> Mapping[str, Any]:
    """What stands between the +++ lines of a kind's paragraph as shipped; empty in a language without it."""
    try:
        found = _FRONT.match(sources.text(paragraph(kind), language))
    except TemplateNotFound:
        return {}
    return tomllib.loads(found[1]) if found else {}


def sample(kind: str) -> dict[str, Any]:
    """An example of the facts of this kind."""
    return {"kind": kind, **front(kind)["sample"]}


def needs() -> str:
    """An expression that holds for a measure (`it`) of which nothing is missing that its kind cannot do without."""
    return " or ".join(f"(it.kind == '{kind}' and ({front(kind)['needs']}))" for kind in names())


def must_say(language: str = ENGLISH) -> str:
    """What a letter must print of a measure (`it`) of each kind, as Jinja; an unknown kind raises UnknownKind."""
    asked = (f"{{% elif it.kind == '{kind}' %}}" + "\n".join(front(kind, language)["must_say"]) for kind in names())
    return "{% if false %}" + "".join(asked) + "{% else %}{{ it.kind|paragraph_of_kind }}{% endif %}"
