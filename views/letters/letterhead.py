"""The paper of letters: for administrators, with a picture of the page beside the form, and the pictures themselves."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as Answered
from wtforms import BooleanField, FileField, RadioField, StringField, TextAreaField

from letterpress.make import render
from letterpress.print import pdf as printing
from policy.core import clock, files, numbers
from policy.correspondence import enclosures, letterhead, letterhead_sample
from policy.post import printing as letter_printing
from views.frame import access, respond, uploading
from views.frame.forms import Form
from views.frame.sections import SETTINGS, section
from views.letters.pages import sheet

blueprint = Blueprint("letterhead", __name__)
section(blueprint, SETTINGS)

LABELS = {
    "logo": "the logo",
    "logo_words": "the words for the logo",
    "logo_place": "where the logo stands",
    "colour": "the colour",
    "footer": "the lines at the foot",
    "name": "our name",
    "address": "our address",
    "telephone": "our telephone",
    "email": "our e-mail address",
    "website": "our website",
}


class PaperForm(Form):
    """What stands on the landlord's paper."""

    name = StringField("Name")
    address = TextAreaField("Address, a line each")
    telephone = StringField("Telephone")
    email = StringField("E-mail")
    website = StringField("Website")
    logo = FileField("Logo, a PNG or JPEG picture")
    logo_words = StringField("What the logo says or shows")
    logo_place = RadioField("Where the logo stands", choices=letterhead.PLACES, validate_choice=False)
    no_logo = BooleanField("Take the logo away")
    colour = RadioField("Colour", choices=letterhead.COLOURS, validate_choice=False)
    footer = TextAreaField("Lines at the foot")


def _in_force() -> dict[str, str]:
    now = clock.now()
    details = numbers.organisation(now)
    return letterhead.values(now) | {key: details[key] for key in letterhead.DETAILS}


def _typed(form: PaperForm) -> dict[str, str]:
    """What is typed, with the logo that is kept."""
    paper = {key: form[key].data or "" for key in (*letterhead.KEYS, *letterhead.DETAILS)}
    kept = "" if form.no_logo.data else letterhead.values(clock.now())["logo"]
    place = paper["logo_place"] if paper["logo_place"] in letterhead.PLACES else "left"
    colour = paper["colour"] if paper["colour"] in letterhead.COLOURS else ""
    return paper | {"logo": kept, "logo_place": place, "colour": colour}


def _sample(paper: dict[str, str]) -> render.Rendered:
    lines = letterhead.lines_of(paper["footer"])[: letterhead.MOST_LINES]
    words = paper["logo_words"] or "Our logo"
    return letterhead_sample.made(paper | {"logo_words": words, "footer": "\n".join(lines)}, clock.now())


# --- The page -------------------------------------------------------------------------------------------------------


@blueprint.get("/settings/letterhead")
def show() -> Answered:
    """The paper as it is, what it was before, who signs, and what is enclosed."""
    access.administrators_only()
    paper = _in_force()
    return _page(PaperForm(formdata=None, **paper), paper)


def _page(form: PaperForm, paper: dict[str, str], unsaved: bool = False, **more: Any) -> Answered:
    now = clock.now()
    return respond.page(
        "letters/letterhead/show.html",
        fragment="letters/letterhead/_picture.html",
        form=form,
        logo=letterhead.values(now)["logo"],
        letter=sheet(_sample(paper).html),
        unsaved=unsaved,
        history=letterhead.history(),
        labels=LABELS,
        signers=letterhead.signers(),
        enclosed=enclosures.everything(now),
        most_lines=letterhead.MOST_LINES,
        **more,
    )


@blueprint.post("/settings/letterhead")
def save() -> Answered:
    """Set the paper from now on."""
    access.administrators_only()
    form = PaperForm(formdata=request.form)
    sent = uploading.sent("logo")
    return respond.deed(
        form,
        lambda: letterhead.change(access.actor(), form.typed(letterhead.Entry), sent, clock.now()),
        lambda _: respond.see("letterhead.show"),
        lambda **more: _page(form, _typed(form), True, **more),
        lambda changed: _said("Changed", changed) if changed else "Nothing was different.",
    )


def _said(done: str, changed: Sequence[str]) -> str:
    return f"{done}: {', '.join(LABELS[key] for key in changed)}."


@blueprint.post("/settings/letterhead/page")
def show_page() -> Answered:
    """The first page with what is typed and not saved yet; nothing is kept."""
    access.administrators_only()
    form = PaperForm(formdata=request.form)
    return _page(form, _typed(form), True)


@blueprint.post("/settings/letterhead/page.pdf")
def as_pdf() -> Answered:
    """The sample letter as a PDF with what is typed, a logo that is chosen and not saved among it."""
    access.administrators_only()
    form = PaperForm(formdata=request.form)
    paper, sent = _typed(form), uploading.sent("logo")

    def draw() -> Answered:
        logo, new = letterhead.new_logo(sent) if sent else (paper["logo"], {})
        letter = _sample(paper | {"logo": logo})
        try:
            made = printing.pdf(letter.html, letter.title, pictures={**letter_printing.pictures(letter.html), **new})
        except printing.PdfUnavailable as unavailable:
            return _page(form, paper, True, no_pdf=unavailable.sentence, status=501)
        return respond.file(made, "application/pdf", "sample-letter.pdf")

    return respond.deed(form, draw, lambda made: made, lambda **more: _page(form, paper, True, **more))


@blueprint.post("/settings/letterhead/earlier/<int:row>")
def put_back(row: int) -> Answered:
    """Have an earlier paper again."""
    access.administrators_only()
    if letterhead.as_it_was(row) is None:
        abort(404)
    paper = _in_force()
    return respond.deed(
        None,
        lambda: letterhead.put_back(access.actor(), row, clock.now()),
        lambda _: respond.see("letterhead.show"),
        lambda **more: _page(PaperForm(formdata=None, **paper), paper, **more),
        lambda changed: _said("Put back", changed) if changed else "It is the same already.",
    )


# --- Pictures of letters --------------------------------------------------------------------------------------------


@blueprint.get("/letters/pictures/<digest>")
def picture(digest: str) -> Answered:
    """A logo or a signature, for whoever is signed in; 404 for anything else that is stored."""
    found = (files.named(digest) if letterhead.is_shown(digest) else None) or abort(404)
    held = {"Cache-Control": "private, max-age=31536000, immutable", "Content-Disposition": "inline"}
    return Response(bytes(found.content), mimetype=found.media_type, headers=held)
