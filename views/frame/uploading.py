"""Files that people send: the few addresses that take them, how much they take, and the file as it came."""

from flask import Flask, request

from policy.core.uploads import LONGEST_NAME, MOST_BYTES, Upload
from views.frame.incoming import clean

TAKES_FILES = frozenset(
    {
        "letterhead.save", "letterhead.as_pdf", "letterhead.show_page",
        "signatures.put_in", "signatures.put_in_own",
        "enclosures.save", "enclosures.add",
        "scans.attach",
    }
)  # fmt: skip
FIELDS_BYTES = 500_000
"""Beside the file a form may hold so much; a file a little too large is still read, and refused with its sentence."""


def takes_files() -> bool:
    """True where this address takes a file."""
    return request.endpoint in TAKES_FILES


def make_room() -> None:
    """Let more than the usual megabyte in, at these addresses alone."""
    if takes_files():
        request.max_content_length = MOST_BYTES + 2 * FIELDS_BYTES


def sent(field: str) -> Upload | None:
    """The file that was chosen, or None."""
    file = request.files.get(field)
    if file is None or not file.filename:
        return None
    with file.stream:
        return Upload(file.read(), "", clean(file.filename)[-LONGEST_NAME:])


def register(app: Flask) -> None:
    """Have `app` make room before anything of a form is read."""
    app.before_request(make_room)
