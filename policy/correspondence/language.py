"""Which language a customer's letter is made in (P 4.11, G33): theirs, once its translation is signed off and whole.

A translation is signed off for exactly one version of its words; whatever a colleague typed in English must have been
put over by a named translator. Reads only; the deeds are in policy/correspondence/translations.py.
"""

from collections.abc import Mapping
from typing import Any

from letterpress.languages import languages
from letterpress.make import own
from letterpress.make.errors import UnknownLetter
from letterpress.make.making import Rendered
from letterpress.make.sources import ENGLISH
from letterpress.make.templates import LetterTemplate
from models import Customer, Letter, SignOff, Translated

SHOWN = 3
"""How many untranslated words a reason quotes."""
QUOTED = 60


def code_of(customer: Customer) -> str | None:
    """The code of the language this customer asked for; None where no letters are written in it."""
    return languages.named(customer.language)


def template_in(name: str, code: str) -> LetterTemplate | None:
    """The letter in this language as it would be used, or None where it is not written in it."""
    try:
        return own.choose(name, code)
    except UnknownLetter:
        return None


def newest(name: str, code: str) -> SignOff | None:
    """The newest sign-off, or withdrawal of one, of a letter in a language."""
    query = SignOff.select().where(SignOff.name == name, SignOff.language == code)
    found: SignOff | None = query.order_by(SignOff.id.desc()).first()
    return found


def signed_off(name: str, code: str) -> SignOff | None:
    """The sign-off that stands for the very words of this letter in this language, or None."""
    template, row = template_in(name, code), newest(name, code)
    stands = template is not None and row is not None and row.granted and row.version == template.version
    return row if stands else None


def typed(customer: Customer, code: str) -> dict[str, str]:
    """Words typed in English about this customer, as they were last translated: English to words."""
    query = Translated.select().where(Translated.customer == customer, Translated.language == code)
    return {row.english: row.words for row in query.order_by(Translated.id)}


def chosen(
    customer: Customer, name: str, facts: Mapping[str, Any], passages: Mapping[str, str]
) -> tuple[str, dict[str, str]]:
    """The language this letter is made in for this customer, and the translated words it takes."""
    code = code_of(customer)
    if code in (None, ENGLISH) or not signed_off(name, str(code)):
        return ENGLISH, {}
    known = typed(customer, str(code))
    whole = not languages.untranslated(str(code), facts, passages, known)
    return (str(code), known) if whole else (ENGLISH, {})


def wanting(customer: Customer, letter: Rendered) -> list[str]:
    """Sentences that say what a letter still lacks to be made in the customer's language; none where it is in it."""
    code = code_of(customer)
    if code == letter.language:
        return []
    if code is None:
        return [f"Letters are not made in {customer.language} here."]
    language = languages.load(code).name
    if template_in(letter.template, code) is None:
        return [f"This letter is not written in {language} yet."]
    said = [] if signed_off(letter.template, code) else [f"Its {language} translation is not signed off."]
    words = untranslated(customer, letter, code)
    if words:
        said.append(f"These words are not translated: {_quoted(words)}.")
    return said


def untranslated(customer: Customer, letter: Rendered, code: str) -> list[str]:
    """The English words of this letter that nobody has put into the language for this customer."""
    return languages.untranslated(code, letter.given, letter.given["passages"], typed(customer, code))


def written_in(letter: Letter) -> dict[str, str]:
    """Of a letter sent: its language, the one asked for where it is another, and who answered for the translation."""
    if letter.written_in == ENGLISH:
        asked = languages.named(letter.language) != ENGLISH
        return {"language": "English", "asked": letter.language if asked else "", "signer": ""}
    query = SignOff.select().where(
        SignOff.name == letter.template, SignOff.language == letter.written_in, SignOff.at <= letter.issued_at,
        SignOff.version == letter.template_version, SignOff.granted,
    )  # fmt: skip
    row = query.order_by(SignOff.id.desc()).first()
    return {"language": languages.load(letter.written_in).name, "asked": "", "signer": row.signer if row else ""}


def _quoted(words: list[str]) -> str:
    shown = [f"“{one if len(one) <= QUOTED else one[: QUOTED - 1] + '…'}”" for one in words[:SHOWN]]
    more = len(words) - SHOWN
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
