"""What is said when something did not work: a plain sentence, what to do, and never a trace or a name."""

import logging
from typing import Any

from flask import Flask, Response, make_response, render_template, request
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from peewee import InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException

from policy.core.answers import Refused
from views.frame import access, carry, respond, sessions, uploading

log = logging.getLogger("evenhand")

# code: what happened, what to do
WORDS = {
    400: ("We could not read that request", "Go back and try once more. Nothing was changed."),
    401: ("Please sign in", "Sign in, then try once more. Nothing was changed."),
    403: ("This is not open to your role", "Nothing was changed. Ask your manager if you need to do this."),
    404: ("There is no such page", "It may have moved, or it is not open to you. Start from Today, or search again."),
    405: ("That is not how this page is used", "Go back and use the buttons of the page. Nothing was changed."),
    409: ("The policy does not allow this yet", "Nothing was changed."),
    413: (
        "That was too much text for one form",
        "Nothing was saved. Go back: your browser still has what you typed. Shorten it, or put the rest in a note;"
        " send a long list in parts.",
    ),
    415: ("We could not read that request", "Go back and try once more. Nothing was changed."),
    422: ("Something on the form needs another look", "Go back and check it. Nothing was changed."),
    429: ("Too many tries", "Wait a few minutes, then try once more."),
    500: (
        "Something went wrong on our side",
        "It has been noted for the people who look after Evenhand. Go back: your browser still has what you typed.",
    ),
    503: ("Evenhand is busy", "Nothing was changed. Wait a moment, then try once more."),
}
TOO_LARGE = (
    "That file is too large",
    "Nothing was saved. A file may have 10 MB at most. Go back: your browser still has what you typed. Scan it in a"
    " smaller size, then choose the new file.",
)
ANOTHERS = (
    "Somebody else was signed in here before you",
    "This may have been typed by them, so nothing was sent. What is yours: go back, copy it, load the page again, and"
    " send it.",
)
BARE = frozenset({500, 503})  # pages that must not need the database


def page(code: int, heading: str = "", advice: str = "", **facts: Any) -> Response:
    """The error page for `code`, or its sentences alone where htmx asked."""
    known = WORDS.get(code) or (WORDS[500] if code >= 500 else WORDS[400])
    heading, advice = heading or known[0], advice or known[1]
    if respond.is_htmx():
        return respond.plainly(f"{heading}. {advice}", code)
    bare = code in BARE
    html = render_template("errors/page.html", heading=heading, advice=advice, code=code, bare=bare, **facts)
    return make_response(html, code)


def _http(error: HTTPException) -> Any:
    if error.code is None or error.code < 400:
        return error
    words: tuple[str, ...] = ()
    if error.code == 413 and uploading.takes_files():
        words = TOO_LARGE
    elif error.description == access.FROM_ELSEWHERE:
        words = (access.FROM_ELSEWHERE, "Nothing was changed. Open the page here, then try once more.")
    response = page(error.code, *words)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _page_was_open_too_long(_error: CSRFError) -> Any:
    """The form's token no longer holds: show what was typed with a button that sends it again."""
    if request.endpoint == "account.sign_in":
        from views.frame.account import sign_in_again

        return sign_in_again()
    if current_user.is_authenticated and sessions.who_left() not in (None, current_user.id):
        return page(400, *ANOTHERS)
    heading = "This page was open for too long"
    fields = carry.typed_fields()
    if not current_user.is_authenticated or fields is None or respond.is_htmx():
        return page(400, heading, "Nothing was changed. Load the page again, then try once more.")
    kept = carry.Kept(current_user.id, carry.own_address(), fields)
    html = render_template("errors/send_again.html", heading=heading, kept=kept)
    return make_response(html, 400)


def _refused(refusal: Refused) -> Response:
    """A rule said no and no view answered for it: its reasons on a page of their own."""
    if respond.is_htmx():
        return respond.refused("", refusal)
    return page(409, refusals=list(refusal.reasons))


def _known_privately(refusal: access.KnownPrivately) -> Response:
    """G65: kept out of this customer's file; nothing of it is shown, not even the name."""
    advice = "Nothing of it is shown to you. Pass the call, the visit or the task to a colleague now."
    return page(403, "You know this customer privately", advice, refusals=list(refusal.refusals))


def _database_busy(error: Exception) -> Response:
    log.error("The database did not answer: %s", type(error).__name__)
    return page(503)


def _unforeseen(error: Exception) -> Response:
    log.exception("Unforeseen fault at %s", request.endpoint, exc_info=error)
    return page(500)


def register(app: Flask) -> None:
    """Have `app` answer its faults in plain words."""
    app.register_error_handler(CSRFError, _page_was_open_too_long)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(access.KnownPrivately, _known_privately)
    app.register_error_handler(OperationalError, _database_busy)
    app.register_error_handler(InterfaceError, _database_busy)
    app.register_error_handler(Exception, _unforeseen)
