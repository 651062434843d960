"""How words are put into a sentence, one way everywhere."""

from collections.abc import Sequence


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: one, two and three."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if words[1:] else "".join(words)


def by_now(words: str) -> str:
    """Typed words as a sentence of their own."""
    said = words.strip().rstrip(".")
    return f"{said[:1].upper()}{said[1:]}." if said else ""
