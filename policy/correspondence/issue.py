"""Freezing a letter as it is sent: its words, what they were made from, and its digest."""

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any

from letterpress.make import render as words
from letterpress.make.templates import CUSTOMER
from letterpress.print import pdf as printing
from models import Customer, Letter, User
from policy.core import audit, files
from policy.core.answers import answer
from policy.correspondence import fairness, letterhead, wording_files


def freeze(customer: Customer, rendered: words.Rendered, arranged: str, actor: User, now: dt.datetime) -> Letter:
    """Keep a letter as it is sent, for ever; call it inside the deed's transaction, which writes the event.

    `rendered` is the very letter of which the deed has asked whether it may go: it is made once, and not made again.

    What goes to somebody else (a support worker, staff) is in plain English print, whatever the customer asked for.

    Raises Refused where the customer has died (G51).
    """
    answer(fairness.lives(customer)).or_refuse()
    answer(letterhead.own_hand(actor, rendered.given_facts)).or_refuse()
    theirs = rendered.made_from.audience == CUSTOMER
    return Letter.create(
        customer=customer,
        kind=rendered.template,
        title=rendered.title,
        format=rendered.format,
        asked_format=customer.letter_format if theirs else rendered.format,
        language=customer.language if theirs else "English",
        arranged=arranged,
        html=rendered.html,
        source=rendered.source,
        template=rendered.template,
        template_version=rendered.version,
        facts=_plain(rendered.given_facts),
        sha256=audit.letter_digest(rendered.html, rendered.source),
        style=files.keep(printing.style().encode(), "text/css", now).sha256,
        wording=_wording(rendered, now),
        unwritten=rendered.unwritten,
        written_in=rendered.language,
        issued_by=actor,
        issued_at=now,
    )


def _wording(rendered: words.Rendered, now: dt.datetime) -> str:
    """The digest of every file the letter's words come from, as one text, kept as a version in use."""
    whole = json.dumps(dict(rendered.made_from.files), ensure_ascii=False, sort_keys=True).encode()
    named = rendered.template, rendered.language, rendered.version
    wording_files.kept_as(*named, whole, "application/json", None, now, rendered.own)
    return files.keep(whole, "application/json", now).sha256


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, (dt.date, dt.time)) else value
