"""Which words a letter is made from: the landlord's own copies where they are sound, else those shipped."""

from functools import lru_cache

from letterpress.checks import checking
from letterpress.make import sources, templates
from letterpress.make.sources import ENGLISH
from letterpress.make.templates import LetterTemplate


def choose(name: str, language: str = ENGLISH) -> LetterTemplate:
    """The letter wholly from sound words: own copies first, or, where anything is wrong with them, none of them.

    Raises UnknownLetter.
    """
    return _chosen(name, language, sources.stamp())


def faulty(name: str, language: str = ENGLISH) -> bool:
    """True where the landlord has copies for this letter that are not used, because of their faults."""
    return bool(sources.stamp()) and bool(checking.letter_faults(name, language))


@lru_cache(maxsize=1024)
def _chosen(name: str, language: str, stamp: sources.Stamp) -> LetterTemplate:
    shipped = templates.load(name, language)
    if not stamp or not checking.touched(name, language) or checking.letter_faults(name, language):
        return shipped
    return templates.load(name, language, own=True)
