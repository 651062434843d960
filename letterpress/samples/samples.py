"""Complete invented facts and passages of each letter: for tests, for checking words and for the list of fields."""

from copy import deepcopy
from typing import Any

from letterpress.samples.facts import (
    absences,
    appeals,
    corrections,
    markers,
    restrictions,
    reviews,
    side_letters,
    warnings,
)
from letterpress.samples.facts.common import CALL, EVERY, MESSAGE, PATTERN, TERMS

__all__ = ["CALL", "EVERY", "LETTERS", "MESSAGE", "PATTERN", "TERMS", "sample"]

_NOUNS = (warnings, restrictions, corrections, reviews, markers, appeals, absences)
LETTERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    name: ({**EVERY, **facts}, passages) for noun in _NOUNS for name, (facts, passages) in noun.LETTERS.items()
}
LETTERS |= side_letters.LETTERS
LETTERS["appeals/outcome"][0]["terms"] = TERMS[:1]


def sample(name: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Facts and passages of a letter, to change at will."""
    return deepcopy(LETTERS[name])
