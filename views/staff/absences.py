"""Absences and working days: one's own, and a manager's for others."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort, flash, request
from werkzeug.wrappers import Response
from wtforms import SelectField, TextAreaField

from models import Absence, User
from policy.core import clock
from policy.staff import absences, cover, people
from views.frame import access, decision_pages, respond
from views.frame.forms import DateField, Form, whole
from views.frame.sections import NAMED_OFFICERS, section

blueprint = Blueprint("absences", __name__)
section(blueprint, NAMED_OFFICERS)


class AbsenceForm(Form):
    """Days away."""

    person = SelectField("Who is away?", choices={}, validate_choice=False)
    starts_on = DateField("First day away")
    ends_on = DateField("Last day away")
    handover = TextAreaField("What you hand over", description="Whoever covers sees it while you are away.")


class DaysForm(Form):
    """The days of the week on which somebody works."""

    days = decision_pages.Ticks("Working days", coerce=int, choices=dict(enumerate(cover.DAYS)))


def _person(user: User, number: int) -> User:
    """The person meant: oneself, or for a manager anybody who works here; 404 for anybody else."""
    if number != user.id and not user.is_manager:
        abort(404)
    return access.person(number)


def colleagues() -> list[User]:
    """Everybody who works here now and deals with customers, by name."""
    return [one for one in people.active() if one.logs_incidents]


# --- Absences -------------------------------------------------------------------------------------------------------


@blueprint.get("/absences/new")
def new() -> Response:
    """The form; why somebody is away is not asked."""
    user = access.who_logs()
    person = _person(user, request.args.get("person", user.id, type=whole))
    form = AbsenceForm(formdata=None, person=str(person.id))
    return _absence_page(user, form)


def _absence_page(user: User, form: AbsenceForm, **more: Any) -> Response:
    whose = colleagues() if user.is_manager else [user]
    form.person.choices = {str(one.id): one.name for one in whose}
    return respond.page("staff/absence_new.html", form=form, others=user.is_manager, **more)


@blueprint.post("/absences/new")
def record() -> Response:
    """Record it; whom it leaves without an answer is said at once."""
    user, now, form = access.who_logs(), clock.now(), AbsenceForm()
    person = _person(user, decision_pages.number(form.person.data) if form.person.data else user.id)

    def done(row: Absence) -> Response:
        for sentence in _together(row, now):
            flash(sentence)
        return respond.see("named_officers.board")

    return respond.deed(
        form,
        lambda: absences.record_absence(user, person, form.typed(absences.AbsenceEntry), now),
        done,
        lambda **more: _absence_page(user, form, **more),
        lambda row: f"{person.name}: away from {clock.day_words(row.starts_on)} to {clock.day_words(row.ends_on)}.",
    )


def _together(row: Absence, now: dt.datetime) -> list[str]:
    """Each customer whom officer and deputy leave without an answer on some day, in a sentence."""
    return [
        f"Officer and deputy are away together: nobody answers {one.customer.name} on "
        f"{clock.weekday_words(day)}. Name somebody else for these days."
        for one, day in absences.uncovered(row.user_id, max(row.starts_on, clock.today(now)), row.ends_on)
    ]


@blueprint.post("/absences/<int:absence_id>/cancellation")
def cancel(absence_id: int) -> Response:
    """Cancel an absence; it stays on record as cancelled."""
    user, now = access.who_logs(), clock.now()
    row = Absence.find(absence_id)
    if row is None or not (user.is_manager or row.user_id == user.id):
        abort(404)
    return respond.deed(
        None,
        lambda: absences.cancel(user, row, now),
        lambda _: respond.see("named_officers.board"),
        lambda **more: respond.page("staff/absence_refused.html", **more),
        "The absence is cancelled. Where a customer was told who covers, that person still answers too.",
    )


# --- Working days ---------------------------------------------------------------------------------------------------


@blueprint.get("/people/<int:person_id>/working-days")
def days(person_id: int) -> Response:
    """On which days this person works."""
    person = _person(access.who_logs(), person_id)
    return respond.page(
        "staff/absence_days.html", person=person, form=DaysForm(formdata=None, days=person.working_days)
    )


@blueprint.post("/people/<int:person_id>/working-days")
def set_days(person_id: int) -> Response:
    """Save them."""
    user, now, form = access.who_logs(), clock.now(), DaysForm()
    person = _person(user, person_id)
    return respond.deed(
        form,
        lambda: absences.set_working_days(user, person, form.days.data or [], now),
        lambda _: respond.see("named_officers.board"),
        lambda **more: respond.page("staff/absence_days.html", form=form, person=person, **more),
        f"{person.name}: the working days are saved.",
    )
