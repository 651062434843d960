"""What arrives from outside, made safe once for all who read it: text without what nobody can see, and numbers that a
column can hold.
"""

import unicodedata
from typing import Any

from flask import Flask
from htmx_flask.requests import HtmxAwareRequest
from werkzeug.datastructures import ImmutableMultiDict, MultiDict
from werkzeug.routing import IntegerConverter

from policy.core.validation import is_hidden


def _even(text: str) -> str:
    """One kind of newline, composed letters."""
    for line_end in ("\r\n", "\r", "\v", "\f", "\x85"):
        text = text.replace(line_end, "\n")
    return unicodedata.normalize("NFC", text)


def clean(text: str) -> str:
    """`text` with one kind of newline, composed letters, and without what nobody can see."""
    text = _even(text)
    return text if text.isprintable() else "".join(sign for sign in text if not is_hidden(sign))


def unseen_in(text: str) -> str | None:
    """What stands before the first character of `text` that nobody can see; None where there is none."""
    text = _even(text)
    at = -1 if text.isprintable() else next((i for i, sign in enumerate(text) if is_hidden(sign)), -1)
    return None if at < 0 else text[max(0, at - 20) : at].strip()


class Fields(ImmutableMultiDict[str, Any]):
    """The fields, files or query of one request. `unseen`: of each field from which something was taken out, where."""

    def __init__(self, mapping: Any = None):
        sent = list(MultiDict(mapping).items(multi=True))
        self.unseen = {
            clean(name): near
            for name, value in sent
            if isinstance(value, str) and (near := unseen_in(value)) is not None
        }
        super().__init__([(clean(name), _cleaned(name, value)) for name, value in sent])


def _cleaned(name: str, value: Any) -> Any:
    return clean(value) if isinstance(value, str) and "password" not in name else value


class Request(HtmxAwareRequest):
    """A request whose fields hold what can be seen."""

    parameter_storage_class = Fields


class Number(IntegerConverter):
    """`<int:…>` in an address: nine digits at most, which any column can hold; a longer one leads nowhere (404)."""

    regex = r"\d{1,9}"


def register(app: Flask) -> None:
    """Have `app` read its requests so: after whatever else sets its kind of request, before any address is added."""
    app.request_class = Request
    app.url_map.converters["int"] = Number
