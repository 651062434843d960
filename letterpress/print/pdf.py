"""A letter as a PDF, made by WeasyPrint in a process of its own (letterpress.print.pdf_child).

The web process never loads WeasyPrint. One child is kept warm; it is started when first needed, replaced when it has
died, taken too long or made many letters, and ended with this process.
"""

import atexit
import base64
import contextlib
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from markupsafe import escape

from letterpress.formats.links import linked
from letterpress.languages import languages
from letterpress.make.making import FORMATS, standalone
from letterpress.make.sources import ENGLISH
from letterpress.print.pdf_child import read, write

ROOT = Path(__file__).resolve().parents[2]
TIME_OUT = 60.0
"""Seconds one letter may take, the start of the child included."""
LETTERS_A_CHILD = 200
"""After so many letters the child is replaced, so that its memory stays bounded."""
_PICTURE = re.compile(r'src="/letters/pictures/([0-9a-f]{64})"')
REMEDY = (
    "PDF files cannot be made on this computer. Print the letter from the browser instead, or ask whoever looks after "
    "it to install Pango (on Debian: libpango-1.0-0, libpangoft2-1.0-0 and fonts-liberation)."
)


class PdfUnavailable(Exception):
    """PDF cannot be made here at all; `sentence` says so with what to do instead."""

    def __init__(self, sentence: str = REMEDY) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class PdfFailed(PdfUnavailable):
    """This one letter could not be made into a PDF; it can still be printed from the browser."""

    def __init__(self) -> None:
        super().__init__("The PDF of this letter could not be made. Print the letter from the browser instead.")


@cache
def style() -> str:
    """The letters' style sheets, the same the browser prints with: letter.css, then the others in order of name."""
    folder = ROOT / "static" / "css"
    first = folder / "letter.css"
    others = sorted(path for path in folder.glob("letter*.css") if path != first)
    return "\n".join(path.read_text(encoding="utf-8") for path in (first, *others))


Pictures = Mapping[str, tuple[str, bytes]]
"""Pictures a letter shows, by their SHA-256: media type and content."""


def pdf(
    html: str,
    title: str,
    *,
    format: str = "standard",
    language: str = ENGLISH,
    css: str = "",
    seal: str = "",
    copy: str = "",
    pictures: Pictures | None = None,
) -> bytes:
    """A4, PDF/UA-1; the same letter gives the same bytes. Raises PdfUnavailable (or its kind PdfFailed).

    `css` is the style sheet it was issued with ("" for today's), `seal` is printed on the foot of each page, `copy`
    ("Copy printed on 3 March 2027") across each page of what is not the first print.
    """
    if format not in FORMATS:
        raise ValueError(f"Letters are not printed in the format {format!r}.")
    page = page_of(html, title, language=language, seal=seal, copy=copy, pictures=pictures)
    return _child.ask(json.dumps({"html": page, "css": (css or style()) + copy_style(copy)}).encode())


def page_of(
    html: str, title: str, *, language: str = ENGLISH, seal: str = "", copy: str = "", pictures: Pictures | None = None
) -> str:
    """The whole HTML document that is printed; everything it shows is inside it. For the parameters see `pdf`."""
    spoken = "en-GB" if language == ENGLISH else language
    foot = f" \u00b7 {seal}" if seal else ""
    marked = f'<p class="letter-copy">{escape(copy)}</p>' if copy else ""
    say = languages.load(language).say
    return (
        f'<!doctype html><html lang="{spoken}" dir="{languages.load(language).direction}"><head><meta charset="utf-8">'
        f"<title>{escape(title)}</title></head>"
        f'<body class="letter-page" data-seal="{escape(foot)}" data-page="{say("page")}" data-of="{say("of")}"'
        f' data-reference="{say("reference_on_foot")}">'
        f"{marked}{_pictured(linked(standalone(html)), pictures or {})}</body></html>"
    )


def _pictured(html: str, pictures: Pictures) -> str:
    """The letter with its pictures inside it; one that is not at hand leaves its words."""

    def put(found: re.Match[str]) -> str:
        if found[1] not in pictures:
            return found[0]
        media_type, content = pictures[found[1]]
        return f'src="data:{media_type};base64,{base64.b64encode(content).decode()}"'

    return _PICTURE.sub(put, html)


def pictures_in(html: str) -> list[str]:
    """The digests of the pictures a letter shows."""
    return _PICTURE.findall(html)


def copy_style(copy: str) -> str:
    """What marks each page of a copy: its words across the page in grey, behind the text, and small at its head.

    It goes with the letter's own style, which is frozen, and so is no part of it. Both are artifacts for whoever
    listens to the page; for them the words stand once at the beginning (see `page_of`).
    """
    if not copy:
        return ""
    words = escape(copy)
    if not copy.startswith(COPIED):  # another form of the letter, made to be read: only its head says what it is
        return HEAD
    picture = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297">'
        '<g transform="translate(48 240) rotate(-55)" fill="#e8e8e8" font-family="Liberation Sans, Arial"'
        ' font-weight="700"><text x="0" y="0" font-size="76">COPY</text>'
        f'<text x="3" y="14" font-size="9.5">{words}</text>'
        "</g></svg>"
    )
    return HEAD + ACROSS % base64.b64encode(picture.encode()).decode()


COPIED = "Copy "
"""How the words begin of what is no more than a copy."""
ACROSS = """
@page { background: url("data:image/svg+xml;base64,%s") no-repeat -24mm -18mm / 210mm 297mm; }
.letter-page, .letter { background: none !important; }
"""
HEAD = """
@page {
  @top-center { content: string(copied); font: 700 9.5pt "Liberation Sans", Arimo, Arial, sans-serif; color: #333; } }
.letter-copy { font-size: 1pt; height: 0; line-height: 0; margin: 0; overflow: hidden; position: absolute;
  string-set: copied content(); }
"""


class Child:
    """The process, its pipes and the one lock in front of them."""

    def __init__(self, command: list[str] | None = None, time_out: float = TIME_OUT) -> None:
        self._command = command or [sys.executable, "-m", "letterpress.print.pdf_child"]
        self._time_out = time_out
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._made = 0

    def ask(self, message: bytes) -> bytes:
        with self._lock:
            was_warm = self._is_warm()
            found = self._once(message)
            if found is None and was_warm:  # a child that died while idle says nothing about this letter
                found = self._once(message)
        if found is None or found[:1] == b"-":
            raise PdfFailed
        if found[:1] == b"!":
            raise PdfUnavailable
        return found[1:]

    def end(self) -> None:
        """Stop the child, where there is one and it is ours."""
        if self._process and self._owner == os.getpid():
            self._process.kill()
            self._process.wait()
            for pipe in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):  # what was not yet written has nowhere to go
                    assert pipe
                    pipe.close()
        self._process = None

    def _is_warm(self) -> bool:
        return bool(self._process and self._owner == os.getpid() and self._made < LETTERS_A_CHILD)

    def _start(self) -> subprocess.Popen[bytes]:
        if self._process and self._is_warm() and self._process.poll() is None:
            return self._process
        self.end()
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        self._process = subprocess.Popen(  # noqa: S603 -- a fixed command: this Python, this module
            self._command, stdin=pipe, stdout=pipe, stderr=nothing, cwd=ROOT
        )
        self._owner, self._made = os.getpid(), 0
        return self._process

    def _once(self, message: bytes) -> bytes | None:
        """The child's answer, or None when it died or had to be stopped."""
        process = self._start()
        assert process.stdin and process.stdout
        late = threading.Timer(self._time_out, process.kill)
        late.start()
        try:
            write(process.stdin, message)  # type: ignore[arg-type]
            found = read(process.stdout)  # type: ignore[arg-type]
        except OSError:
            found = None
        finally:
            late.cancel()
        self._made += 1
        if not found:
            self.end()
        return found


_child = Child()
atexit.register(_child.end)
