"""The notice of a restriction made without a warning: withheld for now, thought of again, or sent after all."""

import datetime as dt
from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response
from wtforms import TextAreaField

from models import Restriction, User
from policy.extreme_route import notice as notices
from policy.restrictions import letter as restriction_letter
from policy.restrictions import lifecycle
from views.frame import access, respond
from views.frame.decision_pages import worked_on
from views.frame.forms import DateField, Form
from views.frame.sections import CUSTOMERS, section
from views.letters.pages import print_out

blueprint = Blueprint("notices", __name__)
section(blueprint, CUSTOMERS)


class WithholdForm(Form):
    """Why the customer is not told yet, and when that is thought of again."""

    because = TextAreaField("Why would telling them be dangerous?", description="To whom, and what may happen.")
    think_again_on = DateField("Thought of again on")


@blueprint.get("/restrictions/<int:restriction_id>/withholding")
def withholding(restriction_id: int) -> Response:
    """Ask for the reason before a customer is not told, or not told yet again."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    form = WithholdForm(formdata=None, think_again_on=lifecycle.think_again_by(now))
    return _withholding(restriction, user, now, form)


def _withholding(restriction: Restriction, user: User, now: dt.datetime, form: WithholdForm, **more: Any) -> Response:
    again = notices.is_withheld(restriction)
    question = notices.may_withhold_again if again else notices.may_withhold
    return respond.page(
        "extreme_route/withholding.html",
        restriction=restriction,
        customer=restriction.customer,
        form=form,
        again=again,
        may=question(user, restriction, now),
        latest=lifecycle.think_again_by(now),
        withholdings=notices.withholdings(restriction) if restriction.declaration_id else [],
        **more,
    )


@blueprint.post("/restrictions/<int:restriction_id>/withholding")
def withhold(restriction_id: int) -> Response:
    """Begin without telling the customer, or go on not telling them."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    form, again = WithholdForm(), notices.is_withheld(restriction)
    question, deed = (
        (notices.may_withhold_again, notices.withhold_again) if again else (notices.may_withhold, notices.withhold)
    )
    return respond.deed(
        form,
        lambda: deed(user, restriction, form.because.data or "", form.think_again_on.data, now),
        lambda _: respond.see("restrictions.show", restriction_id=restriction.id),
        lambda **more: _withholding(restriction.fresh(), user, now, form, **more),
        "Your reason is recorded." if again else "It has begun. The customer is not told for now.",
        may=question(user, restriction, now),
    )


@blueprint.get("/restrictions/<int:restriction_id>/notice")
def sending(restriction_id: int) -> Response:
    """Check before you decide: the notice as it will be sent."""
    return _sending(*worked_on(access.restriction_for, restriction_id))


def _sending(restriction: Restriction, user: User, now: dt.datetime, **more: Any) -> Response:
    contents = restriction_letter.contents_of(restriction, user, now)
    return respond.page(
        "extreme_route/sending.html",
        restriction=restriction,
        customer=restriction.customer,
        may_send=notices.may_send(user, restriction, now, contents),
        withheld=notices.is_withheld(restriction),
        letter=print_out(contents.sheet),
        **more,
    )


@blueprint.post("/restrictions/<int:restriction_id>/notice")
def send(restriction_id: int) -> Response:
    """Issue the notice that was withheld."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    return respond.deed(
        None,
        lambda: notices.send(user, restriction, now),
        lambda _: respond.see("restrictions.show", restriction_id=restriction.id, _anchor="letter"),
        lambda **more: _sending(restriction.fresh(), user, now, **more),
        "The notice is issued. Print it, sign it and send it; then record how it was sent.",
    )
