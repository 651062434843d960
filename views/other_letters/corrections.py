"""Putting right a letter that rests on an incident corrected since (G63)."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort
from werkzeug.wrappers import Response
from wtforms import RadioField, TextAreaField

from letterpress.make import render
from models import IncidentNote, Letter, User
from policy.core import clock
from policy.other_letters import corrections
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import Ticks
from views.frame.forms import Form, optional
from views.frame.sections import CUSTOMERS, section
from views.letters.pages import print_out

blueprint = Blueprint("corrections", __name__)
section(blueprint, CUSTOMERS)
PASSAGES = {key: render.template_info(name).passages for key, name in corrections.TEMPLATES.items()}
FIELDS = {one.key: one for passages in PASSAGES.values() for one in passages}


class CorrectionForm(Form):
    """What is done about the letter, and the words that are added to it."""

    kind = RadioField("What is done about it?", choices=corrections.ANSWERS, validate_choice=False)
    right = TextAreaField(FIELDS["right"].label, [optional()], description=FIELDS["right"].hint)
    decision = TextAreaField(FIELDS["decision"].label, [optional()], description=FIELDS["decision"].hint)
    put_right = TextAreaField(FIELDS["put_right"].label, [optional()], description=FIELDS["put_right"].hint)
    because = TextAreaField("Why no letter is needed", [optional()])
    arranged = TextAreaField("How this letter is given in that form, and by whom", [optional()])

    def passages(self) -> dict[str, str]:
        """The passages of the letter that was chosen."""
        return {one.key: self[one.key].data or "" for one in PASSAGES.get(self.kind.data or "", ())}


class HeardForm(Form):
    """Who has been told what is right."""

    whom = Ticks("Who has been told what is right?", choices={})


def _found(note_id: int, letter_id: int) -> tuple[User, IncidentNote, Letter]:
    user = decision_pages.worker()
    letter = access.letter_for(user, letter_id)
    note = IncidentNote.find(note_id)
    return (user, note, letter) if note is not None and corrections.rests(note, letter) else abort(404)


@blueprint.get("/corrections/<int:note_id>/<int:letter_id>")
def show(note_id: int, letter_id: int) -> Response:
    """What was corrected, the letter that rests on it, and the answer to it."""
    user, note, letter = _found(note_id, letter_id)
    form = CorrectionForm(formdata=None, kind="mistaken_identity" if note.kind == "identity" else "corrected")
    return _page(user, note, letter, form)


def _page(user: User, note: IncidentNote, letter: Letter, form: CorrectionForm, **more: Any) -> Response:
    now = clock.now()
    answered = corrections.answer_of(note, letter)
    left = corrections.to_tell(answered) if answered else []
    heard = HeardForm(formdata=None)
    heard.whom.choices = {one: one for one in left}
    kind = form.kind.data or ""
    customer, made = letter.customer, _made(user, note, letter, form, now)
    facts: dict[str, Any] = {
        "note": note,
        "letter": letter,
        "incident": note.incident,
        "customer": customer,
        "thing": corrections.thing_of(letter),
        "answered": answered,
        "left": left,
        "heard_form": heard,
        "form": form,
        "kind": kind,
        "may": corrections.may_answer(user, note, letter, "", now),
        "ways": corrections.may_answer(user, note, letter, kind, now, form.passages(), made),
        "unsaved": True,
        "sheet": None if answered else _sheet(made, note),
        **decision_pages.format_of(customer),
        **more,
    }
    return respond.page("other_letters/correction.html", **facts)


def _made(
    user: User, note: IncidentNote, letter: Letter, form: CorrectionForm, now: dt.datetime
) -> render.Rendered | None:
    kind = form.kind.data or ""
    if kind not in corrections.TEMPLATES:
        return None
    return corrections.rendered(note, letter, kind, user, now, form.passages())


def _sheet(made: render.Rendered | None, note: IncidentNote) -> Any:
    return print_out(made, [note.incident], corrections.days_in(note.words)) if made else None


@blueprint.post("/corrections/<int:note_id>/<int:letter_id>/preview")
def preview(note_id: int, letter_id: int) -> Response:
    """The letter with what was typed; nothing is kept."""
    user, note, letter = _found(note_id, letter_id)
    form = CorrectionForm()
    if respond.is_htmx():
        sheet = _sheet(_made(user, note, letter, form, clock.now()), note)
        return respond.page("letters/_preview.html", letter=sheet, unsaved=True)
    return _page(user, note, letter, form)


@blueprint.post("/corrections/<int:note_id>/<int:letter_id>")
def settle(note_id: int, letter_id: int) -> Response:
    """Send the letter, or note why none is needed."""
    user, note, letter = _found(note_id, letter_id)
    form, now = CorrectionForm(), clock.now()
    return respond.deed(
        form,
        lambda: corrections.settle(user, note, letter, form.typed(corrections.Correction), now),
        lambda _: respond.see("corrections.show", note_id=note.id, letter_id=letter.id),
        lambda **more: _page(user, note, letter, form, **more),
        lambda row: (
            "The letter is issued. Print it, sign it and send it today." if row.correcting_id else "It is written down."
        ),
        may=corrections.may_answer(user, note, letter, "", now),
    )


@blueprint.post("/corrections/<int:note_id>/<int:letter_id>/telling")
def tell(note_id: int, letter_id: int) -> Response:
    """Record who was told what is right."""
    user, note, letter = _found(note_id, letter_id)
    answered, now = corrections.answer_of(note, letter) or abort(404), clock.now()
    form, heard = CorrectionForm(formdata=None), HeardForm()
    heard.whom.choices = {one: one for one in corrections.to_tell(answered)}
    return respond.deed(
        heard,
        lambda: corrections.tell(user, answered, heard.whom.data or [], now),
        lambda _: respond.see("corrections.show", note_id=note.id, letter_id=letter.id),
        lambda **more: _page(user, note, letter, form, heard_form=heard, **more),
        "Recorded.",
        may=corrections.may_tell(user, answered, now),
    )
