"""Drafts in the browser (keep.js) are let go only when we have what was typed: each kept form sends the mark of its
draft, and once the deed is done the pages that follow say which drafts have arrived.
"""

import re

from flask import request, session
from flask_login import current_user

FIELD = "draft_mark"
ARRIVED = "drafts_arrived"
MOST = 8
_MARK = re.compile(r"([0-9a-z]{4,16}) (/.*)")


def arrive() -> None:
    """What this request sent is done: note the mark of its draft, if it was sent to its form's own address."""
    sent = _MARK.fullmatch(request.form.get(FIELD, "")) if request.method == "POST" else None
    if sent and sent[2] == request.path and current_user.is_authenticated:
        session[ARRIVED] = [*arrived(), sent[1]][-MOST:]


def arrived() -> list[str]:
    """The marks of the drafts that arrived last, for the browser to let go of."""
    return session.get(ARRIVED, [])
