"""What may be uploaded: pictures and PDFs, known by their bytes and never by their name, and not too large.

Pictures are made anew, so that nothing hidden in them (where and when they were taken, other data) is kept. A PDF is
kept as it is and never opened here; it is only ever handed back as a file to save.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass

import filetype  # type: ignore[import-untyped]
from PIL import Image, ImageOps

from policy.core.validation import Invalid

MOST_BYTES = 10_000_000
"""A file may have so many bytes at most."""
MOST_PIXELS = 40_000_000
"""A picture may have so many points at most: an A4 page at 600 dots an inch has 35 million."""
LONGEST_NAME = 120
PNG, JPEG, PDF = "image/png", "image/jpeg", "application/pdf"
ENDINGS = {PNG: "png", JPEG: "jpg", PDF: "pdf"}
_KINDS = {PNG: "PNG", JPEG: "JPEG"}
_MEGABYTES = MOST_BYTES // 1_000_000


@dataclass(frozen=True)
class Upload:
    """What was sent: its content, kind, and the name it had where it came from, which decides nothing."""

    content: bytes
    media_type: str
    name: str = ""


def picture(sent: Upload | None, field: str, longest_side: int) -> Upload:
    """The picture made anew, no side longer than so many points. Raises Invalid for `field`."""
    content = _given(sent, field)
    if _kind(content) not in _KINDS:
        raise _not(field, "This is not a picture that can be used here. Choose a PNG or JPEG file.")
    return _made_anew(content, field, longest_side)


def document(sent: Upload | None, field: str) -> Upload:
    """A PDF as it is, or a picture of a page made anew. Raises Invalid for `field`."""
    content = _given(sent, field)
    kind = _kind(content)
    if kind == PDF:
        return pdf(sent, field)
    if kind in _KINDS:
        return _made_anew(content, field, 10_000)
    raise _not(field, "This is neither a PDF nor a picture. Choose a PDF, JPEG or PNG file.")


def pdf(sent: Upload | None, field: str) -> Upload:
    """A PDF as it is, where it looks whole. Raises Invalid for `field`."""
    content = _given(sent, field)
    if _kind(content) != PDF or not content.startswith(b"%PDF-"):
        raise _not(field, "This is not a PDF. Save it as a PDF and choose that file.")
    if b"%%EOF" not in content[-2048:]:
        raise _not(field, "This PDF is not whole: its end is missing. Save or scan it again.")
    if b"/Encrypt" in content:
        raise _not(field, "This PDF is locked with a password. Save it without one, so that it can be read later.")
    return Upload(content, PDF, _name(sent))


def headers(media_type: str, name: str) -> Mapping[str, str]:
    """How an uploaded file is handed back: to be saved, never run or shown as a page of ours."""
    return {
        "Content-Type": media_type,
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-store",
    }


def _given(sent: Upload | None, field: str) -> bytes:
    if sent is None:
        raise _not(field, "Choose a file.")
    if not sent.content:
        raise _not(field, "This file is empty. Choose another.")
    if len(sent.content) > MOST_BYTES:
        raise _not(field, f"This file is too large: it may have {_MEGABYTES} MB at most. Scan it in a smaller size.")
    return sent.content


def _kind(content: bytes) -> str:
    found = filetype.guess(content)
    return found.mime if found else ""


def _made_anew(content: bytes, field: str, longest_side: int) -> Upload:
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise _not(
                    field, f"This picture is too large: {opened.width:,} by {opened.height:,} points. Make it smaller."
                )
            kind = PNG if opened.format == "PNG" else JPEG
            upright = ImageOps.exif_transpose(opened)
            upright.thumbnail((longest_side, longest_side))
            return Upload(_saved(upright, kind), kind)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as fault:
        raise _not(field, "This picture cannot be read. Save it again and choose the new file.") from fault


def _saved(shown: Image.Image, kind: str) -> bytes:
    """The points of the picture and nothing else."""
    mode = "RGBA" if kind == PNG and ("A" in shown.getbands() or "transparency" in shown.info) else "RGB"
    bare = Image.new(mode, shown.size)
    bare.paste(shown.convert(mode))
    out = io.BytesIO()
    bare.save(out, _KINDS[kind], **({"optimize": True} if kind == PNG else {"quality": 90, "subsampling": 0}))
    return out.getvalue()


def _name(sent: Upload | None) -> str:
    return sent.name[-LONGEST_NAME:] if sent else ""


def _not(field: str, sentence: str) -> Invalid:
    return Invalid({field: sentence})
