"""Signed copies of a sent letter, read in again: attach one, and save it from here."""

import datetime as dt
from typing import Any

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as Answered
from wtforms import FileField, StringField

from models import Letter, User
from policy.core import clock
from policy.core.uploads import ENDINGS, headers
from policy.correspondence import scans as letter_scans
from views.frame import access, decision_pages, respond, uploading
from views.frame.forms import Form
from views.frame.sections import CUSTOMERS, section

blueprint = Blueprint("scans", __name__, url_prefix="/letters")
section(blueprint, CUSTOMERS)


class ScanForm(Form):
    """A signed copy."""

    scan = FileField("The signed copy")
    original = StringField("Where the original is")


def facts_of(letter: Letter, user: User, now: dt.datetime) -> dict[str, Any]:
    """What the page of a letter shows of its signed copies: two reads."""
    return {
        "scans": letter_scans.scans_of(letter),
        "scan_form": ScanForm(formdata=None),
        "may_attach": letter_scans.may_attach(user, letter, now),
    }


@blueprint.post("/<int:letter_id>/files")
def attach(letter_id: int) -> Answered:
    """Attach a signed copy."""
    user, now = decision_pages.worker(), clock.now()
    letter, form = access.letter_for(user, letter_id), ScanForm(formdata=request.form)
    return respond.deed(
        form,
        lambda: letter_scans.attach(user, letter, form.original.data or "", uploading.sent("scan"), now),
        lambda _: respond.see("letters.show", letter_id=letter.id, _anchor="files"),
        lambda **more: _again(letter, now, scan_form=form, **more),
        "The signed copy is attached.",
    )


def _again(letter: Letter, now: dt.datetime, **more: Any) -> Answered:
    from views.letters import pages as letter_pages  # which shows these files on its page

    return letter_pages.page_of(letter, now, **more)


@blueprint.get("/<int:letter_id>/files/<int:file_id>")
def save(letter_id: int, file_id: int) -> Answered:
    """A signed copy, to save: named by the letter's number, never by anybody's name."""
    letter = access.letter_for(access.actor(), letter_id)
    file = (letter_scans.scan_of(letter, file_id) or abort(404)).file
    name = f"letter-{letter.reference}-signed-{file_id}.{ENDINGS[file.media_type]}"
    return Response(bytes(file.content), headers=headers(file.media_type, name))
