"""How words are put into a sentence, one way everywhere."""

from collections.abc import Sequence

from letterpress.make.words import and_list


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: one, two and three."""
    return and_list(words, last)


def by_now(words: str) -> str:
    """Typed words as a sentence of their own."""
    said = words.strip().rstrip(".")
    return f"{said[:1].upper()}{said[1:]}." if said else ""
