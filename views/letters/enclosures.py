"""What is enclosed with which letters: for administrators, and the PDFs for whoever posts letters."""

from typing import Any

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as Answered
from wtforms import BooleanField, FileField, StringField

from policy.core import clock
from policy.core.uploads import headers
from policy.correspondence import enclosures
from views.frame import access, respond, uploading
from views.frame.forms import CheckboxesField, Form
from views.frame.sections import SETTINGS, section

blueprint = Blueprint("enclosures", __name__)
section(blueprint, SETTINGS)


class EnclosureForm(Form):
    """One thing that goes into the envelope."""

    title = StringField("Title")
    with_all = BooleanField("With every letter")
    letters = CheckboxesField("With these letters", validate_choice=False)
    file = FileField("The PDF, to be printed with the letters")
    no_file = BooleanField("Take the PDF away")
    ended = BooleanField("No longer enclosed with any letter")


def _form(**given: Any) -> EnclosureForm:
    form = EnclosureForm(**given)
    form.letters.choices = [(name, enclosures.title_of(name)) for name in enclosures.names()]
    return form


def _known(key: str) -> enclosures.Enclosed:
    access.administrators_only()
    return next((one for one in enclosures.everything(clock.now()) if one.key == key), None) or abort(404)


def _page(one: enclosures.Enclosed | None, form: EnclosureForm, **more: Any) -> Answered:
    return respond.page("letters/letterhead/enclosure.html", one=one, form=form, **more)


@blueprint.get("/settings/enclosures/new")
def new() -> Answered:
    """The form for something more."""
    access.administrators_only()
    return _page(None, _form(formdata=None, letters=[]))


@blueprint.post("/settings/enclosures")
def add() -> Answered:
    """Enclose something more from now on."""
    access.administrators_only()
    return _saved(None)


@blueprint.get("/settings/enclosures/<key>")
def show(key: str) -> Answered:
    """One enclosure and the letters it goes with."""
    one = _known(key)
    every = enclosures.ALL in one.letters
    given = {"title": one.title, "with_all": every, "letters": list(one.letters), "ended": one.ended}
    return _page(one, _form(formdata=None, **given))


@blueprint.post("/settings/enclosures/<key>")
def save(key: str) -> Answered:
    """Change an enclosure from now on."""
    return _saved(_known(key))


def _saved(one: enclosures.Enclosed | None) -> Answered:
    form = _form(formdata=request.form)
    entry = form.typed(enclosures.Entry)
    actor, sent = access.actor(), uploading.sent("file")
    return respond.deed(
        form,
        lambda: enclosures.set_enclosure(actor, one.key if one else "", entry, sent, clock.now()),
        lambda _: respond.see("letterhead.show", _anchor="enclosures"),
        lambda **more: _page(one, form, **more),
        lambda row: f"Changed: {row.title}. It counts for letters issued from now on.",
    )


@blueprint.get("/enclosures/<key>.pdf")
def pdf(key: str) -> Answered:
    """The PDF of an enclosure, to save and print; for whoever is signed in."""
    file = enclosures.file_of(key, clock.now()) or abort(404)
    return Response(bytes(file.content), headers=headers(file.media_type, f"{key}.pdf"))
