"""What people type, before any rule looks at it: cleaned, measured, and refused with a sentence for its field."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from policy.core.clock import day_words

LONG = 10_000
SHORT = 200
FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and a pattern by their category, and nothing to the eye
OLDEST = dt.date(1900, 1, 1)
Made = TypeVar("Made")


class Invalid(Exception):
    """Something typed cannot be taken: `errors` maps each field to the sentence shown beside it. Nothing changed."""

    def __init__(self, errors: Mapping[str, str]):
        self.errors = dict(errors)
        super().__init__("; ".join(self.errors))


def clean(value: Any) -> str:
    """Text with its line ends made alike and the blanks around it taken off; nothing seen is empty."""
    text = str(value or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    return text if shows(text) else ""


def shows(text: str) -> bool:
    """True where a reader sees anything of `text`: not blanks, marks without a letter, or signs of no width alone."""
    return any(
        not sign.isspace() and unicodedata.category(sign)[0] not in "CM" and sign not in FILLERS for sign in text
    )


class Check:
    """Collects what is wrong with a form; `or_refuse` raises `Invalid` with all of it at once."""

    def __init__(self, told: Mapping[str, Any]):
        self.told = told
        self.errors: dict[str, str] = {}

    def wrong(self, field: str, sentence: str) -> None:
        """Note the first fault of a field."""
        self.errors.setdefault(field, sentence)

    def made(self, make: Callable[[], Made]) -> Made | None:
        """What `make` gives; None where it raises Invalid, whose sentences are noted here."""
        try:
            return make()
        except Invalid as invalid:
            for field, sentence in invalid.errors.items():
                self.wrong(field, sentence)
            return None

    def text(self, field: str, label: str, most: int = LONG, required: bool = False) -> str:
        """The cleaned text of a field; refused when missing, too long, or with characters that cannot be printed."""
        words = clean(self.told.get(field))
        if required and not words:
            self.wrong(field, f"{label}: please fill this in.")
        if len(words) > most:
            self.wrong(
                field, f"{label}: this has {len(words):,} characters; at most {most:,} can be kept. Please shorten it."
            )
        hidden = next((i for i, sign in enumerate(words) if is_hidden(sign)), None)
        if hidden is not None:
            near = "".join(sign for sign in words[max(0, hidden - 20) : hidden] if not is_hidden(sign))
            where = f" after “{near}”" if near else " at its start"
            self.wrong(field, f"{label}: there is a hidden character{where} that cannot be kept. Please delete it.")
        return words

    def telephone(self, field: str, label: str, most: int = SHORT, required: bool = False) -> str:
        """A number that can be rung, as somebody writes it."""
        words = self.text(field, label, most, required)
        if words and not is_telephone(words):
            self.wrong(field, f"{label}: there is no number in this that can be rung.")
        return words

    def email(self, field: str, label: str, most: int = SHORT, required: bool = False) -> str:
        """An e-mail address."""
        words = self.text(field, label, most, required)
        if words and not is_email(words):
            self.wrong(field, f"{label}: this is not an e-mail address.")
        return words

    def choice(self, field: str, label: str, among: Mapping[Any, Any], required: bool = False) -> Any:
        """One of the keys of `among`, or an empty text where nothing was chosen and nothing is required."""
        value = self.told.get(field)
        if value in (None, ""):
            if required:
                self.wrong(field, f"{label}: please choose one.")
            return ""
        if value not in among:
            self.wrong(field, f"{label}: please choose one from the list.")
        return value

    def choices(self, field: str, label: str, among: Mapping[str, Any]) -> list[str]:
        """Any of the keys of `among`, each once, in the order of `among`."""
        values = self.told.get(field) or []
        if any(value not in among for value in values):
            self.wrong(field, f"{label}: please choose from the list.")
        return [key for key in among if key in values]

    def day(
        self,
        field: str,
        label: str,
        *,
        latest: dt.date | None = None,
        earliest: dt.date | None = None,
        required: bool = False,
    ) -> dt.date | None:
        """A date no later than `latest` and no earlier than `earliest`."""
        day = self.told.get(field)
        if day is None:
            if required:
                self.wrong(field, f"{label}: please give a date.")
            return None
        if latest and day > latest:
            self.wrong(field, f"{label}: {day_words(day)} is later than {day_words(latest)}. Please check the date.")
        if day < (earliest or OLDEST):
            self.wrong(field, f"{label}: {day_words(day)} is too early. Please check the date.")
        return day

    def or_refuse(self) -> None:
        """Raise `Invalid` where anything was wrong."""
        if self.errors:
            raise Invalid(self.errors)


def required_text(field: str, label: str, words: str) -> str:
    """The cleaned text of the one field that a deed asks for. Raises Invalid where it is missing or cannot be kept."""
    check = Check({field: words})
    words = check.text(field, label, required=True)
    check.or_refuse()
    return words


def is_telephone(words: str) -> bool:
    """True for what holds a number that can be rung, 101 or longer."""
    return sum(map(str.isdigit, words)) >= 3


def is_email(words: str) -> bool:
    """True for what has the shape of an e-mail address."""
    return re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", words) is not None


def is_hidden(sign: str) -> bool:
    """True for a character that shows nothing, and that a database or a page may not take."""
    return unicodedata.category(sign) in ("Cc", "Cs", "Cn", "Co") and sign not in "\n\t"
