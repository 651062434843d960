"""The letters on the way to an answer: who hears an appeal and by when, and more time, once. Each previewed first."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response

from models import Appeal, User
from policy.appeals import intake as appeal_intake
from policy.appeals import letters as appeal_letters
from policy.core import clock
from policy.core.answers import Answer
from policy.rulebook import clauses
from views.appeals import forms as appeal_forms
from views.appeals.pages import standing
from views.frame import access, decision_pages, respond
from views.frame.forms import Form
from views.frame.sections import CUSTOMERS, section
from views.letters.check import Preview
from views.letters.pages import print_out

blueprint = Blueprint("appeal_letters", __name__, url_prefix="/appeals/<int:appeal_id>")
section(blueprint, CUSTOMERS)

Made = Callable[[Appeal, User, dt.datetime], dict[str, Any]]


def _told(form: Any) -> dict[str, Any]:
    keys = [key for key in form._fields if key not in ("version", "csrf_token")]
    return {key: form[key].data or "" for key in keys}


def _letter(name: str, made: Made, appeal: Appeal, form: Any, user: User, now: dt.datetime) -> Preview:
    passages = {key: words for key, words in _told(form).items() if key != "arranged"}
    return print_out(appeal_letters.rendered(name, appeal, made(appeal, user, now), passages))


def _page(
    template: str, name: str, made: Made, appeal: Appeal, form: Any, user: User, now: dt.datetime, may: Answer,
    **more: Any,
) -> Response:  # fmt: skip
    """The form of a letter beside the letter, or the letter alone where htmx asked for it."""
    form.version.data = appeal.version
    facts = standing(appeal, now) | {
        "form": form,
        "passages": [key for key in _told(form) if key != "arranged"],
        "may": may,
        "letter": _letter(name, made, appeal, form, user, now),
        "arranging": appeal_forms.needs_arranging(appeal) or form.arranged.data,
        "asked_format": clauses.LETTER_FORMATS[appeal.customer.letter_format],
        "unsaved": False,
        **more,
    }
    return respond.page(template, **facts)


def _form(name: str, formdata: bool) -> Form:
    kind = appeal_forms.letter_form(name)
    return kind() if formdata else kind(formdata=None)


def _show(template: str, name: str, made: Made, may: Any, appeal_id: int) -> Response:
    user, now = decision_pages.worker(), clock.now()
    appeal = access.appeal_for(user, appeal_id)
    return _page(template, name, made, appeal, _form(name, False), user, now, may(user, appeal, now))


def _preview(template: str, name: str, made: Made, may: Any, appeal_id: int) -> Response:
    user, now = decision_pages.worker(), clock.now()
    appeal, form = access.appeal_for(user, appeal_id), _form(name, True)
    if respond.is_htmx():
        letter = _letter(name, made, appeal, form, user, now)
        return respond.page("appeals/_preview.html", letter=letter, unsaved=True)
    return _page(template, name, made, appeal, form, user, now, may(user, appeal, now), unsaved=True)


def _send(template: str, name: str, made: Made, may: Any, deed: Any, appeal_id: int) -> Response:
    user, now = decision_pages.worker(), clock.now()
    appeal, form = access.appeal_for(user, appeal_id), _form(name, True)
    version = form["version"].data
    return respond.deed(
        form,
        lambda: deed(user, appeal, _told(form), now, version),
        lambda letter: respond.see("letters.show", letter_id=letter.id),
        lambda **more: _page(
            template, name, made, appeal.fresh(), form, user, now, may(user, appeal.fresh(), now), unsaved=True, **more
        ),
        "The letter is issued. Print it, sign it and send it; then record how it was sent.",
        may=may(user, appeal, now),
    )


ACKNOWLEDGING = (
    "appeals/acknowledging.html",
    appeal_letters.ACKNOWLEDGED,
    appeal_letters.acknowledged,
    appeal_intake.may_acknowledge,
)
EXTENDING = ("appeals/extending.html", appeal_letters.EXTENDED, appeal_letters.extended, appeal_intake.may_extend)


@blueprint.get("/acknowledging")
def acknowledging(appeal_id: int) -> Response:
    """The letter that says who hears it and by when."""
    return _show(*ACKNOWLEDGING, appeal_id)


@blueprint.post("/acknowledging/preview")
def preview_acknowledgement(appeal_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    return _preview(*ACKNOWLEDGING, appeal_id)


@blueprint.post("/acknowledging")
def acknowledge(appeal_id: int) -> Response:
    """Issue it."""
    return _send(*ACKNOWLEDGING, appeal_intake.acknowledge, appeal_id)


@blueprint.get("/extending")
def extending(appeal_id: int) -> Response:
    """The letter that asks for more time: there is no more time without it (G46)."""
    return _show(*EXTENDING, appeal_id)


@blueprint.post("/extending/preview")
def preview_extension(appeal_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    return _preview(*EXTENDING, appeal_id)


@blueprint.post("/extending")
def extend(appeal_id: int) -> Response:
    """Issue it, and take the time."""
    return _send(*EXTENDING, appeal_intake.extend, appeal_id)
