"""What can go wrong while a letter is made; each message names the key, the letter or the remedy."""


class LetterError(ValueError):
    """The letter cannot be made from what was given; the message says which key or name is at fault."""


class UnknownLetter(LetterError):
    """There is no letter of this name."""


class UnknownLanguage(LetterError):
    """Letters are not written in this language."""


class UnknownFormat(LetterError):
    """The letter is not made in this format."""


class FactsWrong(LetterError):
    """A fact is missing, not known to the letter, empty or of the wrong kind."""


class UnknownKind(FactsWrong):
    """Letters do not know this kind of restriction: it has no paragraph of its own."""
