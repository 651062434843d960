"""Complete invented facts and passages of each letter: for tests, for checking words and for the list of fields."""

from copy import deepcopy
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from letterpress.samples import facts as samples_of_nouns
from letterpress.samples.facts.common import CALL, EVERY, MESSAGE, PATTERN, TERMS

__all__ = ["CALL", "EVERY", "LETTERS", "MESSAGE", "PATTERN", "TERMS", "sample"]

_NOUNS = [one.name for one in iter_modules(samples_of_nouns.__path__) if one.name != "common"]
LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    # What goes to others than customers has a paper of its own, and brings it with it.
    name: (facts if "organisation" in facts else {**EVERY, **facts}, passages)
    for noun in _NOUNS
    for name, (facts, passages) in import_module(f"{samples_of_nouns.__name__}.{noun}").LETTERS.items()
}
LETTERS["appeals/outcome"][0]["terms"] = TERMS[:1]


def sample(name: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Facts and passages of a letter, to change at will."""
    return deepcopy(LETTERS[name])
