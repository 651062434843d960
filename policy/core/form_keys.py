"""When a form that is sent twice is the same form: the same key, from the same person, about the same thing, saying the
same. With other words under the same key it says something else, and none of it may be lost under the first.
"""

import datetime as dt
import hashlib
import json
import secrets
from collections.abc import Mapping
from typing import Any

from models import Row, User


def key(form_key: str, actor: User, thing: Row | None, told: Mapping[str, Any] | None = None, *more: Any) -> str:
    """The key that the row of this sending is kept under, 64 characters; without a form's key each sending is new.

    `thing`: what the form is about, None for nothing. Without `told`, other words under one key are the same sending.
    """
    said = [form_key or secrets.token_hex(16), actor.id, thing and _plain(thing), dict(told or {}), *more]
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=_plain).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Row):
        return [type(value).__name__, value.id]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    raise TypeError(f"Nobody types a {type(value).__name__} into a form.")
