"""What a letter's page shows of its way: whether it waits in the tray, its e-mails, and the PDF as first printed."""

import datetime as dt
from typing import Any

from models import Letter, User
from policy import emails, post, prints, served


def facts_of(letter: Letter, user: User, now: dt.datetime) -> dict[str, Any]:
    """What a letter's page needs of the post."""
    waiting = post.of(letter)
    newest = served.standing(letter)
    waits = newest is None or newest.outcome == "returned"
    return {
        "waiting": waiting,
        "waits": waits and letter.id in post.still_wanted([letter.id], now),
        "was_sent": newest is not None,
        "kept_pdf": prints.kept(letter),
        "may_email": emails.may_email(user, letter, now) if waits else None,
        "email_unknown": emails.unanswered(letter),
    }
