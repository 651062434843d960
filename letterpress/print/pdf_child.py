"""The process that holds WeasyPrint: reads a letter from its input, writes the PDF to its output, one at a time.

A message is four bytes of length and that many bytes. In: JSON with `html` and `css`. Out: one byte (`+` the PDF,
`!` this machine lacks what PDF needs, `-` this letter failed: the kind of error only, never its words) and the rest.
"""

import json
import logging
import os
import struct
import sys
from functools import lru_cache
from typing import Any, BinaryIO


def read(stream: BinaryIO) -> bytes | None:
    """The next message, or None where the other side has closed."""
    head = stream.read(4)
    if len(head) < 4:
        return None
    size = struct.unpack(">I", head)[0]
    body = stream.read(size)
    return body if len(body) == size else None


def write(stream: BinaryIO, message: bytes) -> None:
    """Send one message."""
    stream.write(struct.pack(">I", len(message)) + message)
    stream.flush()


def answer(message: bytes) -> bytes:
    """Make one PDF/UA-1 file. Nothing is fetched from anywhere; the same letter gives the same bytes."""
    try:
        import weasyprint
        from weasyprint.urls import URLFetcher
    except (OSError, ImportError) as error:
        return b"!" + type(error).__name__.encode()
    given = json.loads(message)
    fetcher = URLFetcher(allowed_protocols=("data",))
    try:
        page = weasyprint.HTML(string=given["html"], url_fetcher=fetcher)
        style = parsed(given["css"])
        return b"+" + page.write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1", finisher=finished)
    except Exception as error:  # the parent needs an answer whatever went wrong, and the words must stay here
        return b"-" + type(error).__name__.encode()


@lru_cache(maxsize=8)
def parsed(css: str) -> Any:
    """A style sheet as WeasyPrint reads it: read once for all the letters that are printed with it."""
    import weasyprint
    from weasyprint.urls import URLFetcher

    return weasyprint.CSS(string=css, url_fetcher=URLFetcher(allowed_protocols=("data",)))


def finished(document: Any, file: Any) -> None:
    """Say what PDF/UA asks for and WeasyPrint leaves out: a link is on paper too, a table's head is of its column."""
    import pydyf

    for one in file.objects:
        if isinstance(one, dict) and one.get("Subtype") == "/Link":
            one["F"] = 4
        elif isinstance(one, dict) and one.get("S") == "/TH":
            one["A"] = pydyf.Dictionary({"O": "/Table", "Scope": "/Column"})


def main() -> None:
    """Answer until the input closes. What libraries print goes nowhere: it could quote a letter."""
    logging.disable(logging.CRITICAL)
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    while (message := read(sys.stdin.buffer)) is not None:
        write(out, answer(message))


if __name__ == "__main__":
    main()
