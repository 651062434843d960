"""The letters on the way to an answer: who hears an appeal and by when, and more time, once. Each previewed first."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response

from models import Appeal, User
from models import Letter as Issued
from policy.appeals import intake as appeal_intake
from policy.appeals import letters as appeal_letters
from policy.core import clock
from policy.core.answers import Answer
from views.appeals.pages import standing
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import Version
from views.frame.forms import Form
from views.frame.sections import CUSTOMERS, section
from views.letters.check import Preview
from views.letters.pages import print_out

blueprint = Blueprint("appeal_letters", __name__, url_prefix="/appeals/<int:appeal_id>")
section(blueprint, CUSTOMERS)


@dataclass(frozen=True)
class Letter:
    """A letter on the way to an answer: its page, its template, what it is made from and its question."""

    page: str
    template: str
    facts: Callable[[Appeal, User, dt.datetime], dict[str, Any]]
    may: Callable[[User, Appeal, dt.datetime], Answer]


ACKNOWLEDGED = Letter(
    "appeals/acknowledging.html",
    appeal_letters.ACKNOWLEDGED,
    appeal_letters.acknowledged,
    appeal_intake.may_acknowledge,
)
EXTENDED = Letter("appeals/extending.html", appeal_letters.EXTENDED, appeal_letters.extended, appeal_intake.may_extend)


def _form(letter: Letter) -> type[Form]:
    return decision_pages.letter_form(letter.template, version=Version())


def _made(letter: Letter, appeal: Appeal, form: Form, user: User, now: dt.datetime) -> Preview:
    made_from, passages = letter.facts(appeal, user, now), decision_pages.passages(letter.template, form)
    return print_out(appeal_letters.rendered(letter.template, appeal, made_from, passages))


def _page(letter: Letter, appeal: Appeal, form: Form, user: User, now: dt.datetime, **more: Any) -> Response:
    """The form of a letter beside the letter."""
    form["version"].data = appeal.version
    facts = standing(appeal, now) | {
        "form": form,
        "passages": list(decision_pages.passages(letter.template, form)),
        "may": letter.may(user, appeal, now),
        "letter": _made(letter, appeal, form, user, now),
        "unsaved": False,
        **decision_pages.format_of(appeal.customer),
        **more,
    }
    return respond.page(letter.page, **facts)


def _show(letter: Letter, appeal_id: int) -> Response:
    user, form = decision_pages.worker(), _form(letter)(formdata=None)
    return _page(letter, access.appeal_for(user, appeal_id), form, user, clock.now())


def _preview(letter: Letter, appeal_id: int) -> Response:
    user, now = decision_pages.worker(), clock.now()
    appeal, form = access.appeal_for(user, appeal_id), _form(letter)()
    if respond.is_htmx():
        made = _made(letter, appeal, form, user, now)
        return respond.page("appeals/_preview.html", letter=made, unsaved=True)
    return _page(letter, appeal, form, user, now, unsaved=True)


def _send(letter: Letter, issue: Callable[..., Issued], appeal_id: int) -> Response:
    user, now = decision_pages.worker(), clock.now()
    appeal, form = access.appeal_for(user, appeal_id), _form(letter)()
    version, arranged = form["version"].data, {"arranged": form["arranged"].data or ""}
    return respond.deed(
        form,
        lambda: issue(user, appeal, decision_pages.passages(letter.template, form) | arranged, now, version),
        lambda sent: respond.see("letters.show", letter_id=sent.id),
        lambda **more: _page(letter, appeal.fresh(), form, user, now, unsaved=True, **more),
        "The letter is issued. Print it, sign it and send it; then record how it was sent.",
        may=letter.may(user, appeal, now),
    )


@blueprint.get("/acknowledging")
def acknowledging(appeal_id: int) -> Response:
    """The letter that says who hears it and by when."""
    return _show(ACKNOWLEDGED, appeal_id)


@blueprint.post("/acknowledging/preview")
def preview_acknowledgement(appeal_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    return _preview(ACKNOWLEDGED, appeal_id)


@blueprint.post("/acknowledging")
def acknowledge(appeal_id: int) -> Response:
    """Issue it."""
    return _send(ACKNOWLEDGED, appeal_intake.acknowledge, appeal_id)


@blueprint.get("/extending")
def extending(appeal_id: int) -> Response:
    """The letter that asks for more time: there is no more time without it (G46)."""
    return _show(EXTENDED, appeal_id)


@blueprint.post("/extending/preview")
def preview_extension(appeal_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    return _preview(EXTENDED, appeal_id)


@blueprint.post("/extending")
def extend(appeal_id: int) -> Response:
    """Issue it, and take the time."""
    return _send(EXTENDED, appeal_intake.extend, appeal_id)
