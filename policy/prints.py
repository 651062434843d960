"""A sent letter on paper: the PDF made from its frozen words, its frozen style and its own pictures."""

from letters import pdf as printing
from models import Letter
from policy import files

SEAL_SIGNS = 16
"""How much of a letter's SHA-256 stands on the foot of each page."""


def seal(letter: Letter) -> str:
    """What the foot of each page says of the words: the letter's number and the start of its SHA-256."""
    return f"{letter.reference} {letter.sha256[:SEAL_SIGNS]}"


def pictures(html: str) -> printing.Pictures:
    """The pictures a letter shows, as the PDF needs them."""
    found = {digest: files.named(digest) for digest in printing.pictures_in(html)}
    return {digest: (file.media_type, bytes(file.content)) for digest, file in found.items() if file}


def pdf(letter: Letter, copy: str = "") -> bytes:
    """The letter as a PDF; with `copy`, those words across each page. Raises letters.pdf.PdfUnavailable."""
    return printing.pdf(
        letter.html,
        letter.title,
        format=letter.format,
        language=letter.written_in,
        css=files.text(letter.style) if letter.style else "",
        seal=seal(letter),
        copy=copy,
        pictures=pictures(letter.html),
    )
