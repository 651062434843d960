"""Looking after colleagues after an incident (G66-G68, G70): apart from the customer's file, and shown to few."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField, TextAreaField

from models import Incident, User
from policy.care import checks as care_checks
from policy.care import concerned, feedback, injuries, protective_steps, riddor, statements
from policy.core import clock
from policy.core.validation import Invalid
from policy.incidents import evidence
from policy.rulebook import clauses
from policy.staff import people
from views.frame import access, respond
from views.frame.forms import DateField, Form, optional
from views.frame.sections import COLLEAGUES, section
from views.incidents.form import colleague, label

blueprint = Blueprint("care", __name__)
section(blueprint, COLLEAGUES)
SPOKE = {"yes": "Yes", "no": "No: I tried, and will try again"}


class TalkForm(Form):
    """One talk, or a try at one."""

    own_names = {"words": "offered"}
    spoke = RadioField("Did you speak to them?", choices=SPOKE, validate_choice=False)
    offered = TextAreaField("What was offered, and what was agreed?", [optional()])


class InjuryForm(Form):
    """How an injury stands, and the days off."""

    own_names = {"words": "suffered"}
    kind = RadioField("Were they hurt?", choices=riddor.KINDS, validate_choice=False)
    suffered = TextAreaField("What they suffered", [optional()])
    off_from = DateField("First day off work", [optional()])
    back_on = DateField("Back at work on", [optional()])


class ReportForm(Form):
    """That it was reported to the Health and Safety Executive."""

    reported_on = DateField("Reported on", [optional()])
    number = StringField("The number of the report", [optional()])


class StepForm(Form):
    """One step taken to protect staff."""

    own_names = {"words": "step"}
    step = TextAreaField("What was done?", [optional()])


class AskForm(Form):
    """Whom to ask for a statement."""

    person = StringField("Whom do you ask?", [optional()])


class TellForm(Form):
    """What who logged it is told."""

    own_names = {"words": "told"}
    told = TextAreaField("What was done about it?", [optional()])


FORMS: dict[str, type[Form]] = {
    "talk": TalkForm,
    "injury": InjuryForm,
    "report": ReportForm,
    "step": StepForm,
    "ask": AskForm,
    "tell": TellForm,
}


def _forms(*filled: Form | None) -> dict[str, Form]:
    """A form of each kind: the first of its kind among `filled`, else an empty one."""
    firsts = {name: next((one for one in filled if isinstance(one, kind)), None) for name, kind in FORMS.items()}
    return {f"{name}_form": one or FORMS[name](formdata=None) for name, one in firsts.items()}


# --- The list -------------------------------------------------------------------------------------------------------


@blueprint.get("/care")
def index() -> Response:
    """Whom to look after: what concerns me, then those who report to me, then everybody I may see."""
    user, now = access.actor(), clock.now()
    if not user.logs_incidents:
        abort(403)
    staff = concerned.staff()
    rows = [(staff[one.person_id], one) for one in care_checks.owed(now)]
    rows = [(person, one) for person, one in rows if person.active and concerned.may_see(user, person)]
    rows.sort(key=lambda row: (row[0].id != user.id, row[0].line_manager_id != user.id, row[1].talk.due))
    sees_all = user.has(*concerned.SEES_ALL)
    return respond.page(
        "care/index.html",
        rows=rows,
        stages=care_checks.STAGES,
        today=clock.today(now),
        statements=statements.open_of(user),
        steps=protective_steps.newest() if sees_all else None,
        owed_steps=protective_steps.without_steps() if sees_all else [],
    )


# --- One incident ---------------------------------------------------------------------------------------------------


@blueprint.get("/incidents/<int:incident_id>/care")
def show(incident_id: int) -> Response:
    """Whom it concerned, statements, steps taken, and telling who logged it."""
    user = access.actor()
    incident, seen = access.care_for(user, incident_id)
    return _overview(user, incident, seen)


def _overview(
    user: User, incident: Incident, seen: list[concerned.Concerned], form: Form | None = None, **more: Any
) -> Response:
    now = clock.now()
    (known,) = evidence.completed([incident.fresh()])
    asked_for = statements.statements_of(incident)
    facts: dict[str, Any] = {
        "incident": known,
        "behaviours": [clauses.BEHAVIOURS[key].words for key in known.behaviours],
        "channels": clauses.CHANNELS,
        "frightening": concerned.is_frightening(known),
        "hate": concerned.targets_who_they_are(known),
        "people": [_summary(incident, one, now) for one in seen],
        "statements": [one for one in asked_for if concerned.may_see(user, one.user) or one.asked_by == user],
        "may_ask": _may_ask(user, seen),
        "names": [label(one) for one in people.active()],
        "steps": protective_steps.steps_of(incident),
        "examples": protective_steps.EXAMPLES,
        "may_take": protective_steps.may_take(user, incident, now),
        "told": feedback.told_of(incident),
        "may_tell": feedback.may_tell(user, incident, now),
        "recorder": incident.recorded_by,
        "opens": incident_is_open(user, incident),
        "today": clock.today(now),
        **_forms(form),
        **more,
    }
    return respond.page("care/show.html", form=form, **facts)


def incident_is_open(user: User, incident: Incident) -> bool:
    """True where this person may open the incident itself."""
    return incident.customer_id not in access.kept_out_of() and access.may_see_incident(user, incident)


def _may_ask(user: User, seen: list[concerned.Concerned]) -> bool:
    return user.has(*concerned.SEES_ALL) or any(concerned.looks_after(user, one.person) for one in seen)


def _summary(incident: Incident, one: concerned.Concerned, now: dt.datetime) -> dict[str, Any]:
    return {
        "person": one.person,
        "part": PARTS[one.part],
        "talk": care_checks.open_talk(incident, one.person, now) if one.owed else None,
        "owed": one.owed,
        "stands": injuries.stands_now(incident, one.person, now),
    }


PARTS = {"target": "It was aimed at them", "witness": "They saw or heard it", "logged": "They logged it"}


@blueprint.post("/incidents/<int:incident_id>/care/steps")
def take_step(incident_id: int) -> Response:
    """Record one step taken to protect staff (G68)."""
    user, form, now = access.actor(), StepForm(), clock.now()
    incident, seen = access.care_for(user, incident_id)
    return respond.deed(
        form,
        lambda: protective_steps.take(user, incident, form.step.data or "", now),
        lambda _: respond.see("care.show", "steps", incident_id=incident.id),
        lambda **more: _overview(user, incident, seen, form, **more),
        "Recorded.",
        may=protective_steps.may_take(user, incident, now),
    )


@blueprint.post("/incidents/<int:incident_id>/care/statements")
def ask_statement(incident_id: int) -> Response:
    """Ask a colleague for a statement."""
    user, form, now = access.actor(), AskForm(), clock.now()
    incident, seen = access.care_for(user, incident_id)
    if not _may_ask(user, seen):
        abort(403)

    def ask() -> None:
        person = colleague(form.person, people.active())
        if person is None:
            raise Invalid({} if form.person.errors else {"person": "Give your colleague's name."})
        statements.ask(user, incident, person, now)

    return respond.deed(
        form,
        ask,
        lambda _: respond.see("care.show", "statements", incident_id=incident.id),
        lambda **more: _overview(user, incident, seen, form, **more),
        "Asked. It stands on their Today page.",
    )


@blueprint.post("/incidents/<int:incident_id>/care/telling")
def tell(incident_id: int) -> Response:
    """Tell whoever logged it what was done (G70)."""
    user, form, now = access.actor(), TellForm(), clock.now()
    incident, seen = access.care_for(user, incident_id)
    return respond.deed(
        form,
        lambda: feedback.tell(user, incident, form.told.data or "", now),
        lambda _: respond.see("care.show", "reporter", incident_id=incident.id),
        lambda **more: _overview(user, incident, seen, form, **more),
        "Told. It stands on their Today page and on the incident.",
        may=feedback.may_tell(user, incident, now),
    )


# --- One colleague --------------------------------------------------------------------------------------------------


def _person(incident_id: int, person_id: int) -> tuple[User, Incident, concerned.Concerned]:
    user = access.actor()
    incident, seen = access.care_for(user, incident_id)
    whom = next((one for one in seen if one.person.id == person_id), None)
    return (user, incident, whom) if whom is not None else abort(404)


@blueprint.get("/incidents/<int:incident_id>/care/<int:person_id>")
def person(incident_id: int, person_id: int) -> Response:
    """How one colleague is looked after: the talks, an injury, what was reported."""
    user, incident, one = _person(incident_id, person_id)
    return _of_person(user, incident, one)


def _of_person(
    user: User, incident: Incident, one: concerned.Concerned, form: Form | None = None, **more: Any
) -> Response:
    now, whom = clock.now(), one.person
    injury = injuries.newest(incident, whom)
    facts: dict[str, Any] = {
        "incident": incident,
        "person": whom,
        "own": whom.id == user.id,
        "part": PARTS[one.part],
        "owed": one.owed,
        "talk": care_checks.open_talk(incident, whom, now),
        "talks": care_checks.checks_of(incident, whom),
        "stages": care_checks.STAGES,
        "may_check": care_checks.may_check(user, incident, whom, now),
        "injury": injury,
        "kinds": riddor.KINDS,
        "specified": riddor.SPECIFIED,
        "stands": injuries.stands_now(incident, whom, now),
        "reports": injuries.reports_of(incident, whom),
        "reported_as": riddor.REPORTED_AS,
        "may_record": injuries.may_record(user, incident, whom, now),
        "may_report": injuries.may_report(user, incident, whom, now),
        "today": clock.today(now),
        **_forms(form, InjuryForm(formdata=None, obj=injury, suffered=injury.words if injury else None)),
        **more,
    }
    return respond.page("care/person.html", form=form, **facts)


@blueprint.post("/incidents/<int:incident_id>/care/<int:person_id>/talks")
def check(incident_id: int, person_id: int) -> Response:
    """Record a talk, or a try: silence closes nothing (G66)."""
    user, incident, one = _person(incident_id, person_id)
    form, now = TalkForm(), clock.now()
    return respond.deed(
        form,
        lambda: care_checks.check(user, incident, one.person, form.spoke.data, form.offered.data or "", now),
        lambda _: respond.see("care.person", incident_id=incident.id, person_id=person_id),
        lambda **more: _of_person(user, incident, one, form, **more),
        "Recorded." if form.spoke.data == "yes" else "Recorded. You are asked again on the next working day.",
        may=care_checks.may_check(user, incident, one.person, now),
    )


@blueprint.post("/incidents/<int:incident_id>/care/<int:person_id>/injuries")
def record_injury(incident_id: int, person_id: int) -> Response:
    """Record how an injury stands (G67)."""
    user, incident, one = _person(incident_id, person_id)
    form, now = InjuryForm(), clock.now()
    entry = form.typed(injuries.InjuryEntry, words=form.suffered.data)
    return respond.deed(
        form,
        lambda: injuries.record_injury(user, incident, one.person, entry, now),
        lambda _: respond.see("care.person", "injured", incident_id=incident.id, person_id=person_id),
        lambda **more: _of_person(user, incident, one, form, **more),
        "Recorded.",
    )


@blueprint.post("/incidents/<int:incident_id>/care/<int:person_id>/reports")
def report(incident_id: int, person_id: int) -> Response:
    """Record that it was reported to the Health and Safety Executive (G67)."""
    user, incident, one = _person(incident_id, person_id)
    form, now = ReportForm(), clock.now()
    return respond.deed(
        form,
        lambda: injuries.report(user, incident, one.person, form.typed(injuries.ReportEntry), now),
        lambda _: respond.see("care.person", "injured", incident_id=incident.id, person_id=person_id),
        lambda **more: _of_person(user, incident, one, form, **more),
        "Recorded.",
        may=injuries.may_report(user, incident, one.person, now),
    )
