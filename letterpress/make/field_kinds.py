"""The kinds of a letter's fields (facts.py), what each filter takes and gives, and how both are said."""

from collections.abc import Mapping
from datetime import date, time
from difflib import get_close_matches
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from letterpress.make import facts as shapes

Scope = dict[str, Any]


class Fields(dict[str, Any]):
    """Fields with their kinds that are no TypedDict: a letter's passages, what a loop knows of itself."""

    __hash__ = object.__hash__  # type: ignore[assignment]


LOOP = Fields(dict.fromkeys(("index", "index0", "revindex", "revindex0", "length"), int), first=bool, last=bool)
# What each filter takes, and gives; None: anything.
FILTERS: dict[str, tuple[Any, Any]] = {
    "date": (date, str), "weekday_date": (date, str), "time": (time, str), "months": (int, str), "number": (int, str),
    "working_days": (int, str), "inside": (str, str), "opening": (str, str), "paragraphs": (str, str),
    "quotation": (str, str), "and_list": (list, str), "join": (list, str), "length": (None, int), "lower": (str, str),
    "upper": (str, str), "capitalize": (str, str), "trim": (str, str), "first": (list, None), "last": (list, None),
    "list": (None, "same"), "map": (list, list[Any]), "select": (list, "same"), "reject": (list, "same"),
    "selectattr": (list, "same"), "rejectattr": (list, "same"), "sort": (list, "same"), "unique": (list, "same"),
    "default": (None, None),
}  # fmt: skip
TESTS = {
    "defined", "undefined", "none", "equalto", "eq", "ne", "in", "lt", "gt", "le", "ge", "odd", "even", "string",
    "number", "true", "false", "sameas", "divisibleby",
}  # fmt: skip
WORDS_OF = {date: "a date", time: "a time of day", int: "a number", str: "words", bool: "yes or no"}
HOW = {
    date: "Write {{{{ {0}|date }}}} or {{{{ {0}|weekday_date }}}}.",
    time: "Write {{{{ {0}|time }}}}.",
    bool: "Ask for it: {{% if {0} %}} … {{% endif %}}.",
}


def root(facts: str, passages: Mapping[str, str]) -> Scope:
    """The names that a letter of this shape knows, with the kind of each, and its passages."""
    hints = {key: plain(kind) for key, kind in get_type_hints(shapes.SHAPES[facts]).items()}
    return hints | {"passages": Fields(dict.fromkeys(passages, str)), "gap": None}


def plain(kind: Any) -> Any:
    """The kind without None, and words for one of several words."""
    if isinstance(kind, UnionType) and NoneType in get_args(kind):
        kind = next(one for one in get_args(kind) if one is not NoneType)
    return str if get_origin(kind) is Literal else kind


def members_of(kind: Any) -> Mapping[str, Any] | None:
    """The fields of a kind that has some; of a choice, those of each."""
    if isinstance(kind, dict):
        return kind
    found = [get_type_hints(one) for one in choices(kind) if is_typeddict(one)]
    return {key: of for one in found for key, of in one.items()} if found else None


def choices(kind: Any) -> tuple[Any, ...]:
    if kind is shapes.Term:
        return tuple(shapes.terms().values())
    return get_args(kind) if isinstance(kind, UnionType) else (kind,)


def kinds_of(kind: Any) -> tuple[Any, ...]:
    return get_args(get_type_hints(kind)["kind"]) if is_typeddict(kind) else ()


def nearest(name: str, among: Any, what: str) -> str:
    """What was probably meant, or where the names are listed."""
    close = get_close_matches(name, [str(one) for one in among], 1, 0.6)
    return f"Did you mean “{close[0]}”?" if close else f"See the list of {what}."


def named(kind: Any) -> str:
    return "a list" if (get_origin(kind) or kind) is list else WORDS_OF.get(kind, "something that holds several fields")


def fits(kind: Any) -> str:
    fitting = [f"|{name}" for name, (takes, _) in FILTERS.items() if takes is kind]
    return f"For {named(kind)} there are {', '.join(fitting)}." if fitting else "Leave the filter out."
