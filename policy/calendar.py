"""One's own calendar: what needs a person, for the calendar of their telephone, under an address that is a secret.

The address is shown once; only its digest is kept. What stands behind it names nobody.
"""

import datetime as dt
import hashlib
import secrets

from models import User, writing
from policy.core import audit
from policy.core.answers import YES, Answer, answer, unless
from policy.core.register import EVERYBODY, deed, only_for

SECRET_BYTES = 32


@only_for(*EVERYBODY, says="Your access has ended.")
def may_make(actor: User, now: dt.datetime) -> Answer:
    """P 7.1: whoever works here may have a calendar of what needs them; making it anew ends the address before."""
    return YES


@deed(
    "make_calendar",
    label="Have one's own calendar of what is waiting, without names",
    clause="7.1",
    asks=may_make,
    event="calendar_opened",
)
def make(actor: User, now: dt.datetime) -> str:
    """Give `actor` a calendar under a new secret, which is answered once and not kept. Raises Refused."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    with writing():
        actor = actor.fresh()
        may_make(actor, now).or_refuse()
        _save(actor, digest(secret))
        audit.event("calendar_opened", None, actor, now, user=actor.id)
    return secret


@only_for(*EVERYBODY, says="Your access has ended.")
def may_close(actor: User, now: dt.datetime) -> Answer:
    """P 7.1: a calendar that is there may be switched off."""
    return answer(unless(actor.calendar_digest, "state", "You have no calendar address."))


@deed("close_calendar", label="Switch off one's own calendar", clause="7.1", asks=may_close, event="calendar_closed")
def close(actor: User, now: dt.datetime) -> None:
    """Switch the calendar off: its address leads nowhere any more. Raises Refused."""
    with writing():
        actor = actor.fresh()
        may_close(actor, now).or_refuse()
        _save(actor, "")
        audit.event("calendar_closed", None, actor, now, user=actor.id)


def _save(actor: User, digest: str) -> None:
    actor.calendar_digest = digest
    actor.save(only=[User.calendar_digest])


def digest(secret: str) -> str:
    """What is kept of a secret; finding a person by it takes the same time whatever was guessed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def whose(secret: str) -> User | None:
    """The person who works here now and whose calendar is under this secret; None for everybody else."""
    return User.get_or_none(User.calendar_digest == digest(secret), User.active)
