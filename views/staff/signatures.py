"""The pictures of colleagues' signatures: put in by themselves in their account, or by an administrator."""

from typing import Any

from flask import Blueprint, request
from werkzeug.wrappers import Response
from wtforms import FileField

from models import User
from policy.core import clock
from policy.correspondence import letterhead
from views.frame import access, respond, uploading
from views.frame.forms import Form
from views.frame.sections import SETTINGS, section

blueprint = Blueprint("signatures", __name__)
section(blueprint, SETTINGS)


def _person(person_id: int) -> User:
    """Somebody whose signature an administrator looks after; 404 where there is nobody."""
    access.administrators_only()
    return access.person(person_id)


class SignatureForm(Form):
    """A picture of a signature."""

    signature = FileField("A picture of the signature, PNG or JPEG")


def _page(person: User, own: bool, form: SignatureForm | None = None, **more: Any) -> Response:
    actor, now = access.actor(), clock.now()
    return respond.page(
        "letters/letterhead/signature.html",
        person=person,
        own=own,
        form=form or SignatureForm(formdata=None),
        digest=letterhead.signature_of(person),
        may_set=letterhead.may_set_signature(actor, person, now),
        may_withdraw=letterhead.may_withdraw_signature(actor, person, now),
        **more,
    )


@blueprint.get("/account/signature")
def own() -> Response:
    """One's own signature."""
    return _page(access.actor(), True)


@blueprint.post("/account/signature")
def put_in_own() -> Response:
    """Put one's own signature in."""
    return _put_in(access.actor(), True)


@blueprint.post("/account/signature/end")
def take_away_own() -> Response:
    """Take one's own signature away."""
    return _take_away(access.actor(), True)


@blueprint.get("/settings/signatures/<int:person_id>")
def show(person_id: int) -> Response:
    """A colleague's signature."""
    return _page(_person(person_id), False)


@blueprint.post("/settings/signatures/<int:person_id>")
def put_in(person_id: int) -> Response:
    """Put a colleague's signature in."""
    return _put_in(_person(person_id), False)


@blueprint.post("/settings/signatures/<int:person_id>/end")
def take_away(person_id: int) -> Response:
    """Take a colleague's signature away."""
    return _take_away(_person(person_id), False)


def _put_in(person: User, own: bool) -> Response:
    form = SignatureForm(formdata=request.form)
    return respond.deed(
        form,
        lambda: letterhead.set_signature(access.actor(), person, uploading.sent("signature"), clock.now()),
        lambda _: _back(person, own),
        lambda **more: _page(person, own, form, **more),
        "The signature is kept. It stands on letters issued from now on.",
    )


def _take_away(person: User, own: bool) -> Response:
    return respond.deed(
        None,
        lambda: letterhead.withdraw_signature(access.actor(), person, clock.now()),
        lambda _: _back(person, own),
        lambda **more: _page(person, own, **more),
        "The signature is taken away. Letters are signed by hand again.",
    )


def _back(person: User, own: bool) -> Response:
    return respond.see("signatures.own") if own else respond.see("signatures.show", person_id=person.id)
