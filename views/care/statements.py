"""A witness statement: read by the few who may, given by the colleague who was asked."""

from typing import Any

from flask import Blueprint, flash
from werkzeug.wrappers import Response
from wtforms import TextAreaField

from models import Statement, User
from policy.care import statements
from policy.core import clock
from policy.core.answers import Refused
from policy.core.validation import Invalid
from views.care.pages import incident_is_open
from views.frame import access, respond
from views.frame.forms import Form, required

blueprint = Blueprint("statements", __name__)


class StatementForm(Form):
    """The statement in one's own words."""

    words = TextAreaField("Your statement", [required("Write what you saw and heard.")])


@blueprint.get("/statements/<int:statement_id>")
def show(statement_id: int) -> Response:
    """The statement, or the form to give it."""
    user = access.actor()
    return _page(user, access.statement_for(user, statement_id), StatementForm(formdata=None))


def _page(user: User, row: Statement, form: StatementForm, **more: Any) -> Response:
    facts: dict[str, Any] = {
        "row": row,
        "person": row.user,
        "asked_by": row.asked_by,
        "incident": row.incident,
        "own": row.user_id == user.id,
        "may_give": statements.may_give(user, row, clock.now()),
        "opens": incident_is_open(user, row.incident),
        "today": clock.today(clock.now()),
        "form": form,
        **more,
    }
    return respond.page("care/statement.html", **facts)


@blueprint.post("/statements/<int:statement_id>")
def give(statement_id: int) -> Response:
    """Give one's own statement; it stays as it was given."""
    user, form = access.actor(), StatementForm()
    row = access.statement_for(user, statement_id)
    try:
        statements.may_give(user, row, clock.now()).or_refuse()
        if not form.validate():
            return _page(user, row, form, has_errors=True, status=422)
        statements.give(user, row, form.words.data or "", clock.now())
    except Invalid as invalid:
        form.blame(invalid.errors)
        return _page(user, row, form, has_errors=True, status=422)
    except Refused as refusal:
        return _page(user, row.fresh(), form, refusals=list(refusal.reasons), status=409)
    flash("Thank you. Your statement is kept as you gave it.")
    return respond.see("statements.show", statement_id=row.id)
