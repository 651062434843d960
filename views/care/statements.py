"""A witness statement: read by the few who may, given by the colleague who was asked."""

from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response
from wtforms import TextAreaField

from models import Statement, User
from policy.care import statements
from policy.core import clock
from views.care.pages import incident_is_open
from views.frame import access, respond
from views.frame.forms import Form, required
from views.frame.sections import COLLEAGUES, section

blueprint = Blueprint("statements", __name__)
section(blueprint, COLLEAGUES)


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
    user, form, now = access.actor(), StatementForm(), clock.now()
    row = access.statement_for(user, statement_id)
    return respond.deed(
        form,
        lambda: statements.give(user, row, form.words.data or "", now),
        lambda _: respond.see("statements.show", statement_id=row.id),
        lambda **more: _page(user, row.fresh(), form, **more),
        "Thank you. Your statement is kept as you gave it.",
        may=statements.may_give(user, row, now),
    )
