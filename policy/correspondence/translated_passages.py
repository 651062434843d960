"""Words typed in English for one customer, and how a named translator put them into the customer's language (P 4.11).

What is translated once for a customer is kept for that customer alone: typed words are about a person.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from letterpress.languages import bilingual, phrases
from letterpress.make import own
from letterpress.make.escape import Gap
from letterpress.make.making import Rendered, made
from letterpress.make.sources import ENGLISH
from models import Customer, Translated, User, holding
from policy.core import audit
from policy.core.answers import Answer, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, SHORT, Check
from policy.correspondence import language as letter_language


@dataclass(frozen=True)
class Typed:
    """One piece of a draft letter to translate, with its translation where there is one."""

    piece: phrases.Piece
    digest: str
    words: str


def typed_words(customer: Customer, letter: Rendered) -> list[Typed]:
    """The pieces of this letter that a translator has to put into the customer's language."""
    code = letter_language.code_of(customer)
    if code in (None, ENGLISH):
        return []
    known = letter_language.typed(customer, str(code))
    return [
        Typed(piece, bilingual.digest(piece.english), known.get(piece.english, ""))
        for piece in pieces(customer, letter)
    ]


def pieces(customer: Customer, letter: Rendered) -> list[phrases.Piece]:
    """The same without their translations."""
    labels = {one.key: one.label for one in own.choose(letter.template).passages}
    return phrases.pieces(letter_language.code_of(customer) or ENGLISH, letter.given, letter.given["passages"], labels)


def in_their_language(customer: Customer, letter: Rendered) -> Rendered | None:
    """The letter in the customer's language as far as it is translated, to be looked at and never sent."""
    code = letter_language.code_of(customer)
    template = letter_language.template_in(letter.template, code) if code and code != ENGLISH else None
    if template is None or code is None:
        return None
    typed = {key: words for key, words in letter.given["passages"].items() if not isinstance(words, Gap)}
    return made(template, letter.given_facts, typed, letter.format, letter_language.typed(customer, code))


@only_for(*WORKS, says="Only officers and managers record translated words.", remedy="Ask an officer.")
def may_translate(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """P 4.11: those who work on the file record how a named translator put typed words into the language."""
    code = letter_language.code_of(customer)
    return answer(
        unless(code != ENGLISH, "state", "This customer has letters in English."),
        unless(code is not None, "state", f"Letters are not made in {customer.language} here."),
    )


@deed(
    "translate_words",
    label="Record how a translator put typed words for a customer",
    clause="4.11",
    asks=may_translate,
    event="words_translated",
)
def translate(
    actor: User, customer: Customer, pieces: Sequence[phrases.Piece], translated: Mapping[str, str], translator: str,
    now: dt.datetime,
) -> int:  # fmt: skip
    """Keep what is new of `translated` (digest to words) for this customer; how many. Raises Refused or Invalid."""
    check = Check({"translator": translator, **translated})
    by = check.text("translator", "Who translated it", SHORT, required=True)
    said = {one: check.text(bilingual.digest(one.english), one.label, LONG) for one in pieces}
    check.or_refuse()
    with holding(customer) as customer:
        may_translate(actor, customer, now).or_refuse()
        code = str(letter_language.code_of(customer))
        known = letter_language.typed(customer, code)
        new = {one: words for one, words in said.items() if words and known.get(one.english) != words}
        for piece, words in new.items():
            Translated.create(
                customer=customer, language=code, digest=bilingual.digest(piece.english), english=piece.english,
                words=words, translator=by, by=actor, at=now,
            )  # fmt: skip
        if new:
            audit.event("words_translated", customer, actor, now, language=code, pieces=len(new))
    return len(new)
