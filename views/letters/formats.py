"""A letter in other formats, made from its frozen words: plain text, a text to read aloud, braille, another layout."""

import datetime as dt
from typing import Any, NamedTuple

from flask import Blueprint, Response, url_for
from werkzeug.wrappers import Response as Answered

from letterpress.formats import aloud, braille, plain
from letterpress.make.layouts import relaid
from letterpress.make.sources import ENGLISH
from letterpress.print import pdf as printing
from models import Letter, User
from policy.post import printing as letter_printing
from policy.rulebook import clauses
from views.frame import access, respond
from views.frame.sections import CUSTOMERS, section

blueprint = Blueprint("letter_formats", __name__, url_prefix="/letters")
section(blueprint, CUSTOMERS)

LAYOUTS = {"standard": "standard print", "large_print": "large print", "easy_read": "easy read"}
STANDING = {
    "large_print": "It was made in large print",
    "easy_read": "It was made in easy read",
    "plain_text": "Its plain text is below",
    "email": "It goes by e-mail, with its plain text",
    "audio": "The text to read aloud is below",
    "braille": "The braille file is below",
}


class Format(NamedTuple):
    """One way to have the letter: what it is called and for, its address, or why it cannot be had here."""

    label: str
    hint: str
    address: str = ""
    lacks: str = ""


def facts_of(letter: Letter, user: User, now: dt.datetime) -> dict[str, Any]:
    """What a letter's page needs to offer its formats, and to say which of them its customer always has."""
    done = STANDING.get(letter.asked_format)
    asked = clauses.LETTER_FORMATS.get(letter.asked_format)
    why = f"{done}, because this customer has asked for letters in: {asked}. Nobody had to ask for it again."
    return {"letter_formats": list(_formats(letter)), "standing_format": why if done else ""}


def _formats(letter: Letter) -> list[Format]:
    def at(endpoint: str) -> str:
        return url_for(endpoint, letter_id=letter.id)

    as_sent = Format(
        f"PDF in {LAYOUTS.get(letter.format, letter.format)}",
        "As it was made and sent, tagged for screen readers.",
        at("letters.pdf"),
    )
    made = [as_sent, Format("Plain text", "For an e-mail, or a screen reader.", at("letter_formats.plain_text"))]
    if letter.written_in == ENGLISH:
        length = aloud.minutes(aloud.text(letter.html))
        taken = f"about {length} minute{'' if length == 1 else 's'}"
        made.append(
            Format("Text to read aloud", f"For a recording or a call: {taken}.", at("letter_formats.read_aloud"))
        )
    made.append(_braille(at("letter_formats.in_braille")))
    if letter.format == "standard":
        made.append(Format("Large print", "18 point.", at("letter_formats.large_print")))
    if letter.format != "easy_read":
        made.append(Format("Easy read", "The same words, a line for each sentence.", at("letter_formats.easy_read")))
    return made


def _braille(address: str) -> Format:
    if braille.is_available():
        return Format("Braille file", "For an embosser: BRF, 25 lines of 40 cells.", address)
    return Format("Braille file", "", lacks=braille.REMEDY)


@blueprint.get("/<int:letter_id>.txt")
def plain_text(letter_id: int) -> Response:
    """The letter as plain text."""
    letter = access.letter_for(access.actor(), letter_id)
    return respond.file(plain.text(letter.html), "text/plain", f"letter-{letter.reference}.txt")


@blueprint.get("/<int:letter_id>/read-aloud.txt")
def read_aloud(letter_id: int) -> Answered:
    """The letter as a text to read aloud; 501 where it is not in English."""
    letter = access.letter_for(access.actor(), letter_id)
    if letter.written_in != ENGLISH:
        return not_here(letter, "A text to read aloud is made from English letters only. Read out the plain text.")
    return respond.file(aloud.text(letter.html), "text/plain", f"letter-{letter.reference}-read-aloud.txt")


@blueprint.get("/<int:letter_id>.brf")
def in_braille(letter_id: int) -> Answered:
    """The letter for a braille embosser; 501 with what to do instead where none can be made here."""
    letter = access.letter_for(access.actor(), letter_id)
    try:
        made = braille.brf(letter.html, letter.written_in)
    except braille.BrailleUnavailable as unavailable:
        return not_here(letter, unavailable.sentence)
    return respond.file(made, "application/octet-stream", f"letter-{letter.reference}.brf", "attachment")


@blueprint.get("/<int:letter_id>/large-print.pdf")
def large_print(letter_id: int) -> Answered:
    """The letter that was sent, in large print."""
    return _laid_out(letter_id, "large_print", "Large print")


@blueprint.get("/<int:letter_id>/easy-read.pdf")
def easy_read(letter_id: int) -> Answered:
    """The letter that was sent, in easy read."""
    return _laid_out(letter_id, "easy_read", "Easy read")


def _laid_out(letter_id: int, layout: str, words: str) -> Answered:
    letter = access.letter_for(access.actor(), letter_id)
    try:
        made = printing.pdf(
            relaid(letter.html, layout, letter.written_in),
            letter.title,
            format=layout,
            language=letter.written_in,
            seal=letter_printing.seal(letter),
            copy=f"{words}, made from letter {letter.reference}",
            pictures=letter_printing.pictures(letter.html),
        )
    except printing.PdfUnavailable as unavailable:
        return not_here(letter, unavailable.sentence)
    return respond.file(made, "application/pdf", f"letter-{letter.reference}-{layout.replace('_', '-')}.pdf")


def not_here(letter: Letter, sentence: str, to_print: bool = False) -> Answered:
    """501: what cannot be made here, and how to have the letter instead."""
    return respond.page("letters/not_here.html", status=501, letter=letter, sentence=sentence, to_print=to_print)
