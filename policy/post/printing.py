"""A sent letter on paper: the PDF made from its frozen words, its frozen style and its own pictures.

The PDF as first printed is the original: it is kept, and shown byte for byte for ever. After the letter was sent,
whatever is printed besides is a copy, and says so on each page.
"""

import datetime as dt
from functools import partial
from typing import Any

from letterpress.print import pdf as printing
from models import Letter, LetterFile, User, once, rows_of
from policy.core import audit, clock, files

SEAL_SIGNS = 16
"""How much of a letter's SHA-256 stands on the foot of each page."""
ORIGINAL = "pdf"


def seal(letter: Letter) -> str:
    """What the foot of each page says of the words: the letter's number and the start of its SHA-256."""
    return f"{letter.reference} {letter.sha256[:SEAL_SIGNS]}"


def pictures(html: str) -> printing.Pictures:
    """The pictures a letter shows, as the PDF needs them."""
    found = {one: once(f"picture {one}", partial(files.named, one)) for one in printing.pictures_in(html)}
    return {digest: (file.media_type, bytes(file.content)) for digest, file in found.items() if file}


def page(letter: Letter) -> tuple[str, str]:
    """The document that is printed, with all it shows inside it, and the style sheet it was issued with."""
    return printing.page_of(letter.html, letter.title, **_shown(letter)), _style(letter) or printing.style()


def pdf(letter: Letter, copy: str = "") -> bytes:
    """The letter as a PDF; with `copy`, those words across each page. Raises pdf.PdfUnavailable."""
    shown = _shown(letter)
    return printing.pdf(letter.html, letter.title, format=letter.format, css=_style(letter), copy=copy, **shown)


def _shown(letter: Letter) -> dict[str, Any]:
    return {"language": letter.written_in, "seal": seal(letter), "pictures": pictures(letter.html)}


def _style(letter: Letter) -> str:
    return once(f"style {letter.style}", lambda: files.text(letter.style)) if letter.style else ""


# --- The original and its copies ---


def kept(letter: Letter) -> LetterFile | None:
    """The letter's PDF as first printed, where it is kept."""
    rest = "WHERE letter_id = ? AND kind = ? ORDER BY id LIMIT 1"
    return next(iter(rows_of(LetterFile, rest, letter.id, ORIGINAL)), None)


def original(letter: Letter) -> bytes:
    """The very bytes that were first printed; before that, the PDF as it would be. Raises PdfUnavailable."""
    found = kept(letter)
    return bytes(found.file.content) if found else pdf(letter)


def keep(letter: Letter, content: bytes, actor: User, now: dt.datetime) -> None:
    """Keep these bytes as first printed, where none are kept yet; call it inside a write transaction."""
    if kept(letter) is None:
        file = files.keep(content, "application/pdf", now)
        LetterFile.create(letter=letter, customer=letter.customer_id, kind=ORIGINAL, file=file, by=actor, at=now)


def copy_words(actor: User, now: dt.datetime) -> str:
    """What stands across each page of a copy: that it is one, when it was printed and by whom."""
    return f"{printing.COPIED}printed on {clock.day_words(clock.today(now))} by {actor.name}"


def print_copy(actor: User, letter: Letter, now: dt.datetime) -> bytes:
    """A copy of a letter that was sent, noted in the access log. Raises pdf.PdfUnavailable."""
    made = pdf(letter, copy_words(actor, now))
    audit.seen(actor, letter.customer_id, "letter copy", now, letter=letter.id)
    return made
