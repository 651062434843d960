"""Files kept for good under their SHA-256: the same bytes once only, and never changed (a trigger holds it)."""

import datetime as dt
import hashlib

from models import StoredFile, rows_of


def keep(content: bytes, media_type: str, now: dt.datetime) -> StoredFile:
    """The stored file with this content, made where it is new; call it inside a write transaction."""
    digest = hashlib.sha256(content).hexdigest()
    found = named(digest)
    return found or StoredFile.create(sha256=digest, media_type=media_type, content=content, at=now)


def digest(text: str) -> str:
    """The SHA-256 under which a text is kept."""
    return hashlib.sha256(text.encode()).hexdigest()


def named(digest: str) -> StoredFile | None:
    """The stored file of this SHA-256, or None."""
    return next(iter(rows_of(StoredFile, "WHERE sha256 = ?", digest)), None)


def text(digest: str) -> str:
    """The words of a stored text; "" where there is none of this SHA-256."""
    found = named(digest)
    return bytes(found.content).decode() if found else ""
