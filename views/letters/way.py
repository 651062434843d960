"""What a letter's page shows of its way: whether it waits in the tray, its e-mails, and the PDF as first printed."""

import datetime as dt
from typing import Any

from models import Delivery, Letter, User
from policy.post import email as letter_email
from policy.post import printing as letter_printing
from policy.post import tray as post_tray


def facts_of(letter: Letter, user: User, now: dt.datetime, newest: Delivery | None) -> dict[str, Any]:
    """What a letter's page needs of the post; `newest` is what is known of its way. Of what was sent, one read."""
    kept = {"was_sent": newest is not None, "kept_pdf": letter_printing.kept(letter)}
    if newest is not None and newest.outcome != "returned":
        return {**kept, "waiting": None, "waits": False, "may_email": None, "email_unknown": None}
    return {
        **kept,
        "waiting": post_tray.of(letter),
        "waits": letter.id in post_tray.still_wanted([letter.id], now),
        "may_email": letter_email.may_email(user, letter, now),
        "email_unknown": letter_email.unanswered(letter),
    }
