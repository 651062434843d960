"""A session's life: 30 minutes without a step, 12 hours at most, ended at once when the person's rights change.

The times are in the signed session and judged here, on the server. An ended session remembers whose it was, so that
words typed under it can be kept for that person (`carry.py`).
"""

import datetime as dt
import hashlib

from flask import Flask, g, request, session
from flask_login import LoginManager, login_user, logout_user

from models import User
from policy.core import clock

IDLE = dt.timedelta(minutes=30)
LONGEST = dt.timedelta(hours=12)
NOTED_EVERY = dt.timedelta(seconds=30)
login = LoginManager()


def _browser() -> str:
    """What a session is bound to: the browser. Not its address, which changes as a telephone moves."""
    return hashlib.sha256(request.user_agent.string.encode()).hexdigest()


@login.user_loader
def load(identity: str) -> User | None:
    """The person whose session this is; None once it has ended, whatever ended it."""
    (number, _, _version), now = identity.partition("."), clock.now()
    if not number.isdigit() or _is_over(now):
        return None
    user = User.find(int(number))
    if user is None or not user.active or user.get_id() != identity:
        return None
    _note_the_step(now)
    return user


def _is_over(now: dt.datetime) -> bool:
    started, seen = session.get("started"), session.get("seen")
    if not isinstance(started, int) or not isinstance(seen, int):
        return True
    moment = now.timestamp()
    return moment - started >= LONGEST.total_seconds() or moment - seen >= IDLE.total_seconds()


def _note_the_step(now: dt.datetime) -> None:
    moment = int(now.timestamp())
    if moment - session["seen"] >= NOTED_EVERY.total_seconds():
        session["seen"] = moment


def begin(user: User, now: dt.datetime) -> None:
    """Start a new session for `user`; nothing of the one before is kept but whose it was."""
    before = whose() or who_left()
    _clear()
    login_user(user)
    session["left_by"] = before
    session["started"] = session["seen"] = int(now.timestamp())


def end() -> None:
    """End this session on this browser; words still open in another tab are kept for its person all the same."""
    number = whose()
    logout_user()
    _clear()
    session["left_by"] = number


def _clear() -> None:
    """Empty the session, and forget the token of its forms, of which the answer to this request may make another."""
    session.clear()
    g.pop("csrf_token", None)


def whose() -> int | None:
    """The id of the person this session is or was for, though it may have ended; None where it was for nobody."""
    number = str(session.get("_user_id", "")).partition(".")[0]
    return int(number) if number.isdigit() else None


def who_left() -> int | None:
    """The id of whoever was signed in here before; None where nobody was."""
    number = session.get("left_by")
    return number if isinstance(number, int) else None


def register(app: Flask) -> None:
    """Give `app` its sign-in."""
    app.config["SESSION_PROTECTION"] = "strong"
    login.init_app(app)
    login._session_identifier_generator = _browser
