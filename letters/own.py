"""Which words a letter is made from: the landlord's own copies where they are sound, else those shipped."""

from functools import lru_cache

from letters import sources, templates
from letters.sources import ENGLISH
from letters.templates import LetterTemplate


def choose(name: str, language: str = ENGLISH) -> LetterTemplate:
    """The letter wholly from sound words: own copies first, or, where anything is wrong with them, none of them.

    Raises UnknownLetter.
    """
    return _chosen(name, language, sources.stamp())


@lru_cache(maxsize=1024)
def _chosen(name: str, language: str, stamp: sources.Stamp) -> LetterTemplate:
    shipped = templates.load(name, language)
    touched = stamp and any(sources.own_copy(path, language) for path in shipped.files)
    return templates.load(name, language, own=True) if touched else shipped
