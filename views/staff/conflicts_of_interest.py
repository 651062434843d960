"""Knowing a customer privately: saying so, and being let in again by a senior officer (G65)."""

from typing import Any

from flask import Blueprint, abort
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField, TextAreaField

from models import Conflict, Customer, User
from policy.core import clock
from policy.staff import conflicts_of_interest, people
from views.frame import access, decision_pages, respond
from views.frame.forms import Form, optional, required
from views.frame.sections import CUSTOMERS, section
from views.incidents.form import colleague, label

blueprint = Blueprint("conflicts_of_interest", __name__)
section(blueprint, CUSTOMERS)
WHO = {"me": "I know them", "other": "A colleague knows them"}


class ConflictForm(Form):
    """Who knows the customer, and how."""

    who = RadioField("Who knows this customer privately?", [optional()], choices=WHO, default="me")
    person = StringField("Their name", [optional()])
    kind = RadioField("How do you know each other?", [required("Choose one.")], choices=conflicts_of_interest.KINDS)
    words = TextAreaField("In a few words", [optional()])


@blueprint.get("/customers/<int:customer_id>/conflict")
def new(customer_id: int) -> Response:
    """Say that you know this customer privately; managers see who stays out, and may say it of a colleague."""
    user = access.actor()
    customer = access.customer_for(user, customer_id)
    return _page(user, customer, ConflictForm(formdata=None))


def _page(user: User, customer: Customer, form: ConflictForm, **more: Any) -> Response:
    rows = conflicts_of_interest.standing(customer) if user.is_manager or user.is_senior_officer else []
    facts: dict[str, Any] = {
        "customer": customer,
        "form": form,
        "manages": user.is_manager,
        "names": [label(one) for one in people.active()] if user.is_manager else [],
        "rows": rows,
        "kinds": conflicts_of_interest.KINDS,
        "may_end": {one.id: conflicts_of_interest.may_end(user, one, clock.now()) for one in rows},
        **more,
    }
    return respond.page("staff/conflict_new.html", **facts)


@blueprint.post("/customers/<int:customer_id>/conflict")
def declare(customer_id: int) -> Response:
    """Keep somebody out of this customer's file from now on."""
    user, now = access.actor(), clock.now()
    customer, form = access.customer_for(user, customer_id), ConflictForm()
    of_another = form.who.data == "other" and user.is_manager

    def whom() -> User | None:
        person = colleague(form.person, people.active()) if of_another else user
        if person is None and not form.person.errors:
            form.blame({"person": "Give your colleague's name."})
        return person

    def say() -> User:
        person = whom()
        assert person is not None, "checked above"
        conflicts_of_interest.declare(user, person, customer, form.kind.data or "", form.words.data or "", now)
        return person

    return respond.deed(
        form,
        say,
        lambda person: (
            respond.see("today.today")
            if person.id == user.id
            else respond.see("conflicts_of_interest.new", customer_id=customer.id)
        ),
        lambda **more: _page(user, customer, form, **more),
        lambda person: (
            "Thank you for saying so. This customer's file is closed to you from now on."
            if person.id == user.id
            else f"{person.name} stays out of this file from now on."
        ),
        check=whom,
    )


def _conflict(conflict_id: int) -> tuple[User, Conflict]:
    user = access.actor()
    row = access.conflict_for(user, conflict_id)
    return (user, row) if user.is_manager or user.is_senior_officer else abort(403)


@blueprint.get("/conflicts/<int:conflict_id>/ending")
def ending(conflict_id: int) -> Response:
    """Check before somebody is let in again."""
    user, row = _conflict(conflict_id)
    return _ending(user, row, decision_pages.Reason(formdata=None))


def _ending(user: User, row: Conflict, form: decision_pages.Reason, **more: Any) -> Response:
    facts: dict[str, Any] = {
        "row": row,
        "customer": row.customer,
        "person": row.user,
        "kind": conflicts_of_interest.KINDS[row.kind],
        "form": form,
        "may": conflicts_of_interest.may_end(user, row, clock.now()),
        **more,
    }
    return respond.page("staff/conflict_ending.html", **facts)


@blueprint.post("/conflicts/<int:conflict_id>/ending")
def end(conflict_id: int) -> Response:
    """A senior officer lets somebody into the file again, with a reason."""
    user, row = _conflict(conflict_id)
    now, form = clock.now(), decision_pages.Reason()
    return respond.deed(
        form,
        lambda: conflicts_of_interest.end(user, row, form.because.data or "", now),
        lambda _: respond.see("conflicts_of_interest.new", customer_id=row.customer_id),
        lambda **more: _ending(user, row.fresh(), form, **more),
        f"{row.user.name} may open this file again.",
        may=conflicts_of_interest.may_end(user, row, now),
    )
