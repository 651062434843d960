"""The landlord's numbers and details, and the people who work here: for administrators."""

from typing import Any

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response
from wtforms import EmailField, StringField, TelField, TextAreaField

from models import User
from policy import numbers_in_use
from policy.core import clock, numbers
from policy.rulebook import clauses
from policy.staff import people
from views.frame import access, respond
from views.frame.forms import CheckboxesField, Form, IntegerField, at_most, optional, required
from views.frame.sections import SETTINGS, section

blueprint = Blueprint("settings", __name__, url_prefix="/settings")
section(blueprint, SETTINGS)


class NumberForm(Form):
    """One number of the policy."""

    value = IntegerField("New value", [required("Enter a whole number.")])


class DetailForm(Form):
    """One detail of the landlord's."""

    value = StringField("New text", [optional(), at_most(numbers.LONGEST_TEXT)])


class LinesForm(Form):
    """A detail of several lines."""

    value = TextAreaField("New text", [optional(), at_most(numbers.LONGEST_TEXT)])


class PersonForm(Form):
    """Somebody new who works here."""

    name = StringField("Name", [required("Enter their name."), at_most(120)])
    email = EmailField("E-mail address", [required("Enter their e-mail address."), at_most(200)])
    job_title = StringField("Job title", [optional(), at_most(120)], description="It is shown in letters they sign.")
    team = StringField("Team", [optional(), at_most(120)])
    telephone = TelField("Telephone", [optional(), at_most(40)])
    roles = CheckboxesField("Roles", [required("Choose at least one role.")], choices=clauses.ROLES)


class RolesForm(Form):
    """What somebody may do."""

    roles = CheckboxesField("Roles", [required("Choose at least one role.")], choices=clauses.ROLES)


blueprint.before_request(access.administrators_only)


# --- Numbers and details --------------------------------------------------------------------------------------------


@blueprint.get("")
def show() -> Response:
    """Every number with its value, and the landlord's details."""
    now = clock.now()
    values, words = numbers.values(now), numbers.organisation(now)
    return respond.page(
        "staff/settings.html",
        groups={
            group: [(numbers.REGISTER[key], values[key]) for key in keys] for group, keys in numbers.GROUPS.items()
        },
        details=[(key, label, words[key]) for key, (label, _) in numbers.ORGANISATION.items()],
    )


def _setting(key: str) -> tuple[str, type[Form], numbers.Number | None]:
    """The label, form and register entry of a setting; 404 for one that does not exist."""
    if key in numbers.REGISTER:
        return numbers.REGISTER[key].label, NumberForm, numbers.REGISTER[key]
    name = key.removeprefix("organisation_")
    if key == name or name not in numbers.ORGANISATION:
        abort(404)
    return numbers.ORGANISATION[name][0], LinesForm if name == "address" else DetailForm, None


def _in_force(key: str) -> int | str:
    now = clock.now()
    if key in numbers.REGISTER:
        return numbers.value(key, now)
    return numbers.organisation(now)[key.removeprefix("organisation_")]


def _number_facts(key: str) -> dict[str, Any]:
    label, _, number = _setting(key)
    return {
        "key": key,
        "label": label,
        "number": number,
        "history": numbers.history(key)[::-1],
        "value": _in_force(key),
        "keeping": numbers_in_use.keeping(key, clock.now()) if number else [],
    }


@blueprint.get("/numbers/<key>")
def number(key: str) -> Response:
    """One setting: what it is, its history, and the form to change it."""
    _, kind, _ = _setting(key)
    return respond.page("staff/number.html", form=kind(formdata=None, value=_in_force(key)), **_number_facts(key))


@blueprint.post("/numbers/<key>")
def set_number(key: str) -> Response:
    """Set a new value from now on."""
    label, kind, number = _setting(key)
    form, empty = kind(), 0 if number else ""

    def again(**more: Any) -> Response:
        return respond.page("staff/number.html", form=form, **_number_facts(key), **more)

    return respond.deed(
        form,
        lambda: numbers.set_value(access.actor(), key, form["value"].data or empty, clock.now()),
        lambda _: respond.see("settings.show"),
        again,
        f"Changed: {label}.",
        when_refused=lambda refusals, **_: respond.beside(form, refusals, lambda _: "value", again),
    )


# --- People ---------------------------------------------------------------------------------------------------------


@blueprint.get("/people")
def everybody() -> Response:
    """Everybody who works here, and those who did."""
    return respond.page("staff/people.html", people=people.everybody())


@blueprint.get("/people/new")
def new_person() -> Response:
    """The form for somebody new."""
    return respond.page("staff/new_person.html", form=PersonForm(formdata=None, roles=["colleague"]))


@blueprint.post("/people")
def add_person() -> Response:
    """Add somebody; their first password is shown once."""
    form, password = PersonForm(), people.first_password()
    typed = {key: value or "" for key, value in form.data.items() if key in people.DETAILS}

    def again(**more: Any) -> Response:
        return respond.page("staff/new_person.html", form=form, **more)

    return respond.deed(
        form,
        lambda: people.add_person(
            access.actor(), roles=form.roles.data or [], password=password, now=clock.now(), **typed
        ),
        lambda made: respond.page("staff/first_password.html", status=201, person=made, password=password),
        again,
        when_refused=lambda refusals, **_: respond.beside(form, refusals, lambda reason: reason.rule, again),
    )


@blueprint.get("/people/<int:person_id>")
def person(person_id: int) -> Response:
    """One person: their roles and their access."""
    return _person_page(access.person(person_id))


def _person_page(person: User, form: RolesForm | None = None, **more: Any) -> Response:
    actor = access.actor()
    return respond.page(
        "staff/person.html",
        person=person,
        form=form or RolesForm(formdata=None, roles=person.roles),
        may_reset=people.may_reset_password(actor, person),
        may_deactivate=people.may_deactivate(actor, person),
        may_reactivate=people.may_reactivate(actor, person),
        **more,
    )


@blueprint.post("/people/<int:person_id>/roles")
def set_roles(person_id: int) -> Response:
    """Give somebody exactly the roles chosen."""
    person, form = access.person(person_id), RolesForm()
    return respond.deed(
        form,
        lambda: people.set_roles(access.actor(), person, form.roles.data or [], clock.now()),
        lambda _: respond.see("settings.person", person_id=person_id),
        lambda **more: _person_page(person, form, **more),
        "Their roles are changed.",
    )


@blueprint.post("/people/<int:person_id>/access")
def switch_access(person_id: int) -> Response:
    """End somebody's access or give it back, as the button said."""
    person, actor, now = access.person(person_id), access.actor(), clock.now()
    ends = request.form.get("access") != "back"
    return respond.deed(
        None,
        lambda: (people.deactivate if ends else people.reactivate)(actor, person, now),
        lambda _: respond.see("settings.everybody"),
        lambda **more: _person_page(person, **more),
        "Their access has ended." if ends else "They have access again.",
    )


@blueprint.post("/people/<int:person_id>/password")
def reset_password(person_id: int) -> Response:
    """Give somebody a new first password, shown once."""
    person = access.person(person_id)
    return respond.deed(
        None,
        lambda: people.reset_password(access.actor(), person, clock.now()),
        lambda password: respond.page("staff/first_password.html", person=person, password=password),
        lambda **more: _person_page(person, **more),
    )
