"""Words typed under a session that ended are carried, signed, through the sign-in page and sent by one more press.

They are carried only for the person whose session it was, only from our own pages, and never a password.
"""

from dataclasses import dataclass
from typing import Any

from flask import current_app, make_response, render_template, request
from itsdangerous import BadData, TimedSerializer
from werkzeug.wrappers import Response

from views.frame import drafts, sessions
from views.frame.incoming import clean

FIELD = "kept"
LONGEST_KEPT = 12 * 60 * 60
MOST_CHARACTERS = 300_000
NEVER = ("csrf_token", FIELD)


@dataclass(frozen=True)
class Kept:
    """What was typed: whose it is, the address it was meant for, and its fields in order."""

    who: int
    path: str
    fields: list[tuple[str, str]]

    @property
    def words(self) -> list[str]:
        """The typed texts that are long enough to be missed."""
        return [value for name, value in self.fields if len(value) > 12 and name not in ("form_key", drafts.FIELD)]


def _signer() -> TimedSerializer:
    return TimedSerializer(current_app.secret_key or "", salt="kept words")


def typed_fields() -> list[tuple[str, str]] | None:
    """The fields of this request that may be carried; None where they are too long for it."""
    fields = [
        (clean(name), clean(value))
        for name, value in request.form.items(multi=True)
        if name not in NEVER and "password" not in name
    ]
    return fields if sum(len(name) + len(value) for name, value in fields) <= MOST_CHARACTERS else None


def own_address() -> str:
    """This request's path and query."""
    return request.full_path.rstrip("?")


def sealed(who: int, path: str, fields: list[tuple[str, str]]) -> str:
    """What was typed, signed so that only we can have written it."""
    text = _signer().dumps({"who": who, "path": path, "fields": fields})
    return text if isinstance(text, str) else text.decode()


def opened(text: str | None) -> Kept | None:
    """What `sealed` signed within the last 12 hours; None for anything else."""
    try:
        parts: Any = _signer().loads(text or "", max_age=LONGEST_KEPT)
        return Kept(parts["who"], parts["path"], [(name, value) for name, value in parts["fields"]])
    except (BadData, KeyError, TypeError, ValueError):
        return None


def to_sign_in() -> Response:
    """401: the sign-in page, carrying what was typed where it is known whose it was."""
    from views.frame import access
    from views.frame.account import SignIn

    ended, fields = sessions.whose() is not None, typed_fields()
    whose = sessions.whose() if ended else sessions.who_left()
    form = SignIn(formdata=None)
    if whose is not None and fields:
        form.kept.data = sealed(whose, own_address(), fields)
    else:
        form.next.data = access.own_path(request.referrer)
    facts = {
        "form": form,
        "ended": ended,
        "too_long": whose is not None and fields is None,
        "carries": bool(form.kept.data),
        "unsent": not ended,
    }
    return make_response(render_template("frame/sign_in.html", **facts), 401)
