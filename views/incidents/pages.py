"""Incidents: logging one, from the full form or the short one on a customer's page, reading it, adding to it."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, flash, request, url_for
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField, TextAreaField

from models import Customer, CustomerRequest, Incident, User
from policy import measures
from policy.care import concerned, feedback
from policy.core import clock, numbers
from policy.core.answers import Refusal
from policy.core.validation import Invalid
from policy.incidents import entries as incident_entries
from policy.incidents import evidence, police
from policy.incidents import notes as incident_notes
from policy.incidents import requests as incident_requests
from policy.incidents.entries import Entry
from policy.rulebook import clauses
from policy.staff import people
from views.customers import customers as customers_pages
from views.frame import access, respond
from views.frame.forms import DateField, Form, FormKey, TimeField, optional, required
from views.frame.sections import CUSTOMERS, section
from views.incidents.form import CAUTIONS, Behaviours, IncidentForm, ShortForm, answers, colleague, label, named, ticked

blueprint = Blueprint("incidents", __name__)
section(blueprint, CUSTOMERS)


# --- Logging --------------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/incidents/new")
def new(customer_id: int) -> Response:
    """The whole form, empty but for today's date."""
    customer = _logs_about(customer_id)
    return _whole(IncidentForm(formdata=None, happened_on=clock.today(clock.now())), customer)


def _logs_about(customer_id: int) -> Customer:
    actor = access.actor()
    customer = access.customer_for(actor, customer_id)
    if not incident_entries.may_log(actor, customer, clock.now()):
        abort(403)
    return customer


def _whole(form: IncidentForm, customer: Customer, has_errors: bool = False, **facts: Any) -> Response:
    return respond.page(
        "incidents/new.html",
        form=form,
        customer=customer,
        staff=[label(one) for one in people.active()],
        request_days=numbers.value("request_days", clock.now()),
        cautions_first=CAUTIONS,
        alike=form.alike,
        has_errors=has_errors and not form.alike,
        **facts,
    )


@blueprint.post("/customers/<int:customer_id>/incidents/new")
def log(customer_id: int) -> Response:
    """Log what was told. A possible duplicate is shown first; the same form sent twice makes one incident."""
    customer = _logs_about(customer_id)
    if request.form.get("more"):
        return _more(customer)
    return _log_short(customer) if request.form.get("short") else _log_whole(customer)


def _more(customer: Customer) -> Response:
    """The whole form with what was typed into the short one; nothing is saved yet."""
    return _whole(IncidentForm(), customer, fragment="incidents/_whole.html", kept=True, inside=respond.is_htmx())


def _log_whole(customer: Customer) -> Response:
    form, actor, staff = IncidentForm(), access.actor(), people.active()

    def keep() -> Incident:
        owner, parts = named(form, actor, staff)
        return _keep(form, customer, answers(form, owner), parts)

    return respond.deed(
        form,
        keep,
        lambda incident: respond.see("incidents.show", incident_id=incident.id),
        lambda **more: _whole(form, customer, kept=bool(form.alike), **more),
        lambda incident: f"Logged as {incident.reference}.",
        check=lambda: named(form, actor, staff),
    )


def _keep(form: ShortForm, customer: Customer, entry: Entry, staff: Sequence[tuple[User, str]] = ()) -> Incident:
    """Log it; what may be the same is shown first, unless it is said to be another or this form was sent before."""
    actor, now, key = access.actor(), clock.now(), form.form_key.data
    if not request.form.get("different") and not incident_entries.logged_before(key, actor, customer, entry, staff):
        form.alike = incident_entries.look_alikes(customer, entry, now)
        if form.alike:
            raise Invalid({})
    return incident_entries.log(actor, customer, entry, now, key, staff)


def _log_short(customer: Customer) -> Response:
    """The short form: answered in place by the timeline where htmx asks, by the customer's page otherwise."""
    form, actor = ShortForm(), access.actor()

    def logged(incident: Incident) -> Response:
        if respond.is_htmx():
            facts = customers_pages.after_logging(customer, actor, incident)
            return respond.page("customers/_logged.html", status=201, **facts)
        flash(f"Logged as {incident.reference}.")
        return respond.see("customers.show", customer_id=customer.id)

    return respond.deed(
        form,
        lambda: _keep(form, customer, {**form.typed(incident_entries.AtOnce)}),
        logged,
        lambda **more: _short_again(form, customer, **more),
    )


def _short_again(form: ShortForm, customer: Customer, has_errors: bool = False, **facts: Any) -> Response:
    """422: the short form in place for htmx, the whole form for everybody else; both as typed."""
    if respond.is_htmx():
        errors = has_errors and not form.alike
        facts |= {"alike": form.alike, "has_errors": errors}
        return respond.page("", "customers/_log.html", form=form, customer=customer, **facts)
    whole = IncidentForm()
    for field in form:
        whole[field.short_name].errors = field.errors
    whole.form_errors, whole.alike = form.form_errors, form.alike
    return _whole(whole, customer, has_errors, kept=True, **facts)


# --- Reading --------------------------------------------------------------------------------------------------------


class NoteForm(Form):
    """Something added to an incident afterwards."""

    form_key = FormKey()
    kind = RadioField("What do you want to add?", [required("Choose what you want to add.")])
    identity_outcome = RadioField("How sure are we now?", [optional()], choices=clauses.IDENTITIES)
    police_outcome = RadioField("The police", [optional()], choices=police.POLICE)
    triage_outcome = RadioField("What to do", [optional()], choices=clauses.TRIAGE_OUTCOMES)
    words = TextAreaField("In your words", [required("Write what you want to add.")])

    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        self.own_names = {"outcome": f"{self.kind.data}_outcome"}


class RequestForm(Form):
    """What the customer asked for, noted after the incident was logged."""

    request = TextAreaField("What did they ask for?", [required("Say what they asked for.")])
    request_owner = StringField("Who answers it?", [optional()])
    request_due = DateField("By when?", [optional()])


class CompleteForm(Behaviours):
    """What was left out when the incident was logged; the page shows only what is still missing."""

    form_key = FormKey()
    started_at = TimeField("What time did it start?", [optional()])
    time_unknown_because = StringField("Why the time is not known", [optional()])
    exact_words = TextAreaField("The exact words used", [optional()])
    police = RadioField("Were the police told?", [optional()], choices=police.POLICE)
    police_words = StringField("Reference number, or why they were not told", [optional()])


class AnswerForm(Form):
    """How a request was answered."""

    answer = TextAreaField("How was it answered?", [required("Say how it was answered.")])


def _with_kinds(form: NoteForm, actor: User, incident: Incident) -> NoteForm:
    kinds, now = clauses.NOTE_KINDS.items(), clock.now()
    form.kind.choices = {
        kind: words for kind, words in kinds if incident_notes.may_add_note(actor, incident, kind, now)
    }
    return form


@blueprint.get("/incidents/<int:incident_id>")
def show(incident_id: int) -> Response:
    """An incident as it was told, what was added to it, and what may be done about it."""
    actor = access.actor()
    incident = access.incident_for(actor, incident_id)
    return respond.page("incidents/show.html", **_facts(actor, incident))


def _cautions(incident: Incident) -> list[Refusal]:
    needs = measures.needs_of(incident.customer.id)
    return [one for one in evidence.cautions(needs, [incident]) if one]


def _facts(actor: User, incident: Incident, answering: AnswerForm | None = None, **forms: Any) -> dict[str, Any]:
    now, customer = clock.now(), incident.customer
    notes, staff = incident_notes.of(incident), incident_entries.staff_of(incident)
    (known,) = evidence.completed([incident.fresh()])
    missing = incident_notes.left_out(known)
    may_take = bool(incident_requests.may_take_request(actor, incident, now))
    return {
        "incident": incident,
        "customer": customer,
        "left_out": missing,
        "needed": [name for name in missing if name != "exact_words"],
        "may_complete": incident_notes.may_complete(actor, incident, now),
        "complete_form": CompleteForm(formdata=None),
        "recorder": incident.recorded_by,
        "notes": notes,
        "staff": staff,
        "requests": [_request_facts(actor, one, now, answering) for one in incident_requests.of(incident)],
        "identity": evidence.identity_of(incident, notes),
        "shown_as": [clauses.BEHAVIOURS[key] for key in known.behaviours],
        "cautions_first": CAUTIONS,
        "cautions": _cautions(incident) if actor.sees_files else [],
        "words": clauses,
        "police": police.POLICE,
        "police_now": police.newest(known, notes),
        "counted": [f"{row['count']} {clauses.COUNTED_WORDS[row['channel']]}" for row in incident.contacts_counted],
        "note_form": _with_kinds(NoteForm(formdata=None), actor, incident),
        "request_form": RequestForm(formdata=None),
        "may_take": may_take,
        "names": [label(one) for one in people.active()] if may_take else [],
        "request_days": numbers.value("request_days", now),
        "sees_file": actor.sees_files,
        "done": feedback.told_of(incident) if incident.recorded_by_id == actor.id else [],
        "cares": actor.has(*concerned.SEES_ALL)
        or any(concerned.may_see(actor, one.person) for one in concerned.people_of(incident, staff)),
        "today": clock.today(now),
        **forms,
    }


def _request_facts(actor: User, row: CustomerRequest, now: dt.datetime, sent: AnswerForm | None) -> dict[str, Any]:
    waits, name = row.answered_at is None, f"answer-{row.id}"
    form = sent if sent is not None and sent.answer.id == name else AnswerForm(formdata=None)
    form.answer.id = name
    return {
        "row": row,
        "form": form,
        "may_pass": incident_requests.may_pass_request(actor, row, now) if waits else None,
        "may_answer": incident_requests.may_answer_request(actor, row, now) if waits else None,
    }


# --- Adding ---------------------------------------------------------------------------------------------------------


@blueprint.post("/incidents/<int:incident_id>/notes")
def add_note(incident_id: int) -> Response:
    """Add a correction, an account, a finding, who it was, or a manager's decision; the original stays."""
    actor, now = access.actor(), clock.now()
    incident = access.incident_for(actor, incident_id)
    form = _with_kinds(NoteForm(), actor, incident)
    if not form.kind.choices:
        abort(403)
    kind = form.kind.data
    outcome = form[f"{kind}_outcome"].data or "" if kind in incident_notes.OUTCOMES else ""
    return respond.deed(
        form,
        lambda: incident_notes.add_note(actor, incident, kind, form.words.data or "", now, form.form_key.data, outcome),
        lambda _: _noted(actor, incident),
        lambda **more: _again(
            actor, incident, form, "incidents/_notes.html", note_form=form, inside=respond.is_htmx(), **more
        ),
    )


def _noted(actor: User, incident: Incident) -> Response:
    if respond.is_htmx():
        return respond.page("", "incidents/_notes.html", 201, said="Added.", **_facts(actor, incident))
    flash("Added. The incident itself stays as it was told.")
    return respond.see("incidents.show", "notes", incident_id=incident.id)


@blueprint.post("/incidents/<int:incident_id>/completing")
def complete(incident_id: int) -> Response:
    """Add what was left out at first; what was told is never replaced (G64)."""
    actor, now = access.actor(), clock.now()
    incident = access.incident_for(actor, incident_id)
    if not incident_notes.may_complete(actor, incident, now):
        abort(403)
    form = CompleteForm()
    return respond.deed(
        form,
        lambda: incident_notes.complete(
            actor, incident, form.typed(incident_notes.Addition, behaviours=ticked(form)), now, form.form_key.data
        ),
        lambda _: respond.see("incidents.show", incident_id=incident.id),
        lambda **more: _again(actor, incident, form, complete_form=form, **more),
        "Added. The incident itself stays as it was told.",
    )


def _again(actor: User, incident: Incident, form: Form | None, fragment: str | None = None, **more: Any) -> Response:
    return respond.page("incidents/show.html", fragment, form=form, **_facts(actor, incident, **more))


@blueprint.post("/incidents/<int:incident_id>/requests")
def take_request(incident_id: int) -> Response:
    """Note what the customer asked for in the same contact (P 3.2.6)."""
    actor, now = access.actor(), clock.now()
    incident = access.incident_for(actor, incident_id)
    if not incident_requests.may_take_request(actor, incident, now):
        abort(403)
    form, staff = RequestForm(), people.active()

    def take() -> User:
        owner = colleague(form.request_owner, staff) or actor
        entry = form.typed(incident_requests.RequestEntry, request_owner=owner)
        incident_requests.take_request(actor, incident, entry, now)
        return owner

    return respond.deed(
        form,
        take,
        lambda _: respond.see("incidents.show", "requests", incident_id=incident.id),
        lambda **more: _again(actor, incident, form, request_form=form, **more),
        lambda owner: f"Noted. {owner.name} answers it.",
        check=lambda: colleague(form.request_owner, staff),
    )


def _request(request_id: int) -> tuple[User, CustomerRequest]:
    """The person and a request that they may see; 403 for who reads files and answers nobody."""
    actor = access.actor()
    row = access.request_for(actor, request_id)
    if not actor.logs_incidents:
        abort(403)
    return actor, row


@blueprint.post("/requests/<int:request_id>/passing")
def pass_request(request_id: int) -> Response:
    """Pass the reply to the owner's line manager (P 3.2.7)."""
    actor, row = _request(request_id)
    return respond.deed(
        None,
        lambda: incident_requests.pass_request(actor, row, clock.now()),
        lambda _: _after_request(actor, row),
        lambda **more: _again(actor, row.incident, None, **more),
        "Passed to the line manager, who now answers it.",
    )


@blueprint.post("/requests/<int:request_id>/answer")
def answer_request(request_id: int) -> Response:
    """Record how a request was answered (P 3.2.6)."""
    actor, row = _request(request_id)
    form, now = AnswerForm(), clock.now()
    form.answer.id = f"answer-{row.id}"
    return respond.deed(
        form,
        lambda: incident_requests.answer_request(actor, row, form.answer.data or "", now),
        lambda _: _after_request(actor, row),
        lambda **more: _again(actor, row.incident, form, answering=form, **more),
        "Recorded how it was answered.",
        may=incident_requests.may_answer_request(actor, row, now),
    )


def _after_request(actor: User, row: CustomerRequest) -> Response:
    """Back to the incident, or to Today for somebody to whom it is no longer open."""
    if access.may_see_incident(actor, row.incident):
        return respond.see("incidents.show", "requests", incident_id=row.incident_id)
    return respond.go(url_for("today.today"))
