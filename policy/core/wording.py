"""Lists in a sentence, said one way everywhere."""

from collections.abc import Sequence


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a list in a sentence: one, two and three."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if words[1:] else "".join(words)
