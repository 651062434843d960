"""How a view answers: a page, a fragment, a redirect, a refusal, a form to look at again.

This file alone reads and writes the HX- headers.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from flask import Response, flash, g, make_response, redirect, render_template, url_for
from htmx_flask import request
from werkzeug.wrappers import Response as Answered

from policy.core.answers import YES, Answer, Refusal, Refused
from policy.core.validation import Invalid
from views.frame import drafts
from views.frame.forms import Form

Made = TypeVar("Made")


def is_htmx() -> bool:
    """True where htmx asks for a fragment: not for a boosted link, not for a page the Back button asks for."""
    htmx = request.htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def came_from() -> str | None:
    """The address of the page from which htmx asked."""
    return request.htmx.current_url


def page(template: str, fragment: str | None = None, status: int = 200, **facts: Any) -> Response:
    """The page, or its `fragment` where htmx asked for one. Never kept by a cache: pages hold people's affairs.

    201 where what was sent is saved and this page answers it.
    """
    if status == 201:
        drafts.arrive()
    chosen = fragment if fragment and is_htmx() else template
    response = make_response(render_template(chosen, **facts), status)
    response.vary.add("HX-Request")
    response.headers["Cache-Control"] = "no-store"
    return response


def see(endpoint: str, _anchor: str | None = None, **values: Any) -> Response:
    """Send the reader on to another page after a deed: 303, or HX-Redirect where htmx asked."""
    return go(url_for(endpoint, _anchor=_anchor, **values))


def go(address: str) -> Response:
    """Send the reader on to `address`, one of our own paths; what was sent, if anything, is saved."""
    drafts.arrive()
    if is_htmx():
        return Response(status=204, headers={"HX-Redirect": address, "Cache-Control": "no-store"})
    response = make_response(redirect(address, 303))
    response.headers["Cache-Control"] = "no-store"
    return response


def reasons_in(refusal: Any) -> list[Refusal]:
    """The refusals in a Refusal, a Refused, an Answer, or several of them."""
    if isinstance(refusal, Refusal):
        return [refusal]
    if isinstance(refusal, Refused | Answer):
        return list(refusal.reasons)
    if isinstance(refusal, Iterable):
        return [reason for one in refusal for reason in reasons_in(one)]
    raise TypeError(f"Not a refusal: {type(refusal).__name__}")


def refused(template: str, refusal: Any, **facts: Any) -> Response:
    """409: a rule stands in the way. The page again, with `refusals` for components/refusals.html at its top.

    Where htmx asked, the sentences alone: our script shows them and changes nothing on the page.
    """
    reasons = reasons_in(refusal)
    if is_htmx():
        return plainly(" ".join(f"{reason.sentence} {reason.remedy}".strip() for reason in reasons), 409)
    return page(template, status=409, refusals=reasons, **facts)


def plainly(sentence: str, status: int) -> Response:
    """A plain sentence for our own script to show in its banner; htmx never puts it into the page."""
    return Response(sentence, status, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})


def file(content: str | bytes, media_type: str, name: str, disposition: str = "inline") -> Response:
    """A file of ours to look at, or to be saved as an "attachment"; never kept by a cache."""
    named = f'{disposition}; filename="{name}"'
    return Response(content, mimetype=media_type, headers={"Content-Disposition": named, "Cache-Control": "no-store"})


def deed(
    form: Form | None,
    do: Callable[[], Made],
    done: Callable[[Made], Answered],
    again: Callable[..., Answered],
    said: str | Callable[[Made], str] = "",
    *,
    may: Answer = YES,
    check: Callable[[], object] = bool,
    when_refused: Callable[..., Answered] | None = None,
    before_you: Callable[[], str] | None = None,
    sent_before: Made | None = None,
) -> Answered:
    """Do what a form asks for, and answer. One view of a deed is one call of this.

    `form` is None where only a button was pressed. `may` stands before the form is read, where a refusal is to be said
    first. `check()` notes on the form what it cannot see by itself, such as a name that is nobody's. `do` does the
    deed, and raises Refused or Invalid where nothing was changed.

    - Done: `said` is flashed, and `done(made)` sends the reader on: 303, or HX-Redirect where htmx asked.
    - Not as typed: 422, `again(status=, has_errors=)` with the form as typed; its summary takes the focus.
    - Refused: 409, `again(status=, refusals=)` with every reason; it shows the row as it is now; where htmx
      asked, the sentences alone. `when_refused` takes the place of `again` where that page is another one.
      `before_you()`, who was first and with what, is asked only where somebody else did something in the meantime,
      and given to that page under its name. Words that the page does not show by itself stand at its top.
    - Sent before: `done(sent_before)`, with what this very form made then, where a second look would refuse it.
    """
    if sent_before is not None:
        return done(sent_before)
    try:
        may.or_refuse()
        if form is not None:
            sound = form.validate()
            check()
            if not sound or form.faults:
                raise Invalid({})
        made = do()
    except Invalid as invalid:
        if form is None:
            raise
        form.blame(invalid.errors)
        for field in form:
            field.held = True
        return _with_words(form, again, {"status": 422, "has_errors": True})
    except Refused as refusal:
        if is_htmx():
            return refused("", refusal)
        facts: dict[str, Any] = {"before_you": before_you() if came_too_late(refusal) else ""} if before_you else {}
        facts |= {"status": 409, "refusals": list(refusal.reasons)}
        return _with_words(form, when_refused or again, facts)
    if sentence := said(made) if callable(said) else said:
        flash(sentence)
    return done(made)


def _with_words(form: Form | None, again: Callable[..., Answered], facts: dict[str, Any]) -> Answered:
    """The page that says why nothing was changed, with whatever was typed: in its form, or else at its top."""
    response = again(**facts)
    if is_htmx():
        return response  # a part of the page, which has the rest of what was typed still in it
    if lost := form and form.not_in(response.get_data(as_text=True)):
        g.not_saved = lost
        response = again(**facts)
    return response


def beside(
    form: Form, refusals: list[Refusal], field: Callable[[Refusal], str], again: Callable[..., Answered]
) -> Answered:
    """422 in place of 409: each refusal is about what was typed, and is said beside its `field`."""
    for reason in refusals:
        form.blame({field(reason): reason.sentence})
    return again(status=422, has_errors=True)


def came_too_late(refusal: Refused) -> bool:
    """True where it was refused because of what somebody else did in the meantime."""
    return any(reason.rule in ("stale", "state") for reason in refusal.reasons)
