"""Considerations: what the decider weighs before each decision, and the support workers spoken to."""

import datetime as dt
from functools import cache
from typing import Any

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response
from wtforms import HiddenField, RadioField, StringField, TextAreaField

from models import (
    Appeal,
    BehaviourWarning,
    Consideration,
    Customer,
    Incident,
    IncidentNote,
    Marker,
    Restriction,
    Review,
    SupportContact,
    SupportWorker,
    User,
)
from policy.considerations import considerations
from policy.core import clock
from policy.customers import summary as file_summary
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.forms import DateField, Form, FormKey
from views.frame.sections import CUSTOMERS, section

blueprint = Blueprint("considerations", __name__)
section(blueprint, CUSTOMERS)

NEWEST = 20
HINTS = {
    "needs": "What is on the file stands beside. Say how it bears on this decision, or that you know of none.",
    "equality": "Age, disability, race, religion, sex, sexual orientation, gender reassignment, pregnancy, maternity.",
    "adjustments": "Another way of contact, more time, somebody to help, simpler letters.",
    "customers_account": "Ask before deciding where that is safe. Their words, not ours.",
}
OURS = ("complaint_dealt_with", "communication_adequate", "unanswered", "new_information")


class SupportForm(Form):
    """One try at reaching a support worker."""

    on = DateField("When")
    method = RadioField("How", choices=clauses.SUPPORT_METHODS, validate_choice=False)
    reached = RadioField("Were they reached?", choices={"yes": "Yes", "no": "No, I tried"}, validate_choice=False)
    words = StringField("What came of it", description="The outcome only, nothing they told you in confidence.")


@cache
def _form() -> type[Form]:
    """The form with a field for each question of the policy."""
    fields: dict[str, Any] = {
        "form_key": FormKey(),
        "purpose": HiddenField(),
        "about": HiddenField(),
        "linked_to_disability": RadioField(
            "Could the behaviour come from a disability?", choices=considerations.LINKED, validate_choice=False
        ),
        "linked_words": TextAreaField("How, and what follows from it"),
        "support_words": TextAreaField(
            "What the support workers said, or why they could not be reached",
            description="Needed where somebody was tried twice and not reached.",
        ),
        "safeguarding_signed_off": TextAreaField("Who in safeguarding signed this off, and when"),
    }
    for name, question in considerations.QUESTIONS.items():
        fields[name] = TextAreaField(question, description=HINTS.get(name, ""))
    return type("ConsiderationForm", (Form,), fields)


# --- Weighing -------------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/considerations/new")
def new(customer_id: int) -> Response:
    """The questions, never filled in from an older answer, with what we know beside them."""
    user, now = decision_pages.worker_or_safety_lead(), clock.now()
    customer = access.file_for(user, customer_id)
    purpose = request.args.get("purpose", "")
    if purpose not in considerations.PURPOSES:
        abort(404)
    form = _form()(formdata=None, purpose=purpose, about=request.args.get("about", ""))
    return _page(customer, form, user, now)


def _page(customer: Customer, form: Form, user: User, now: dt.datetime, **more: Any) -> Response:
    about = _subject(customer, form) if form.purpose.data in SUBJECTS else None
    facts = {
        "form": form,
        "purpose_words": considerations.PURPOSES.get(form.purpose.data or "", "a decision"),
        "about": about,
        "ours": OURS,
        "questions": considerations.QUESTIONS,
        "young": _is_young(customer, now),
        "may_consider": considerations.may_consider(user, customer, now),
        **_known(customer, now),
        **more,
    }
    facts.setdefault("support_forms", {})
    for worker in facts["people"].support_workers:
        facts["support_forms"].setdefault(worker.id, _support_form(worker, now))
    status = facts.pop("status", 200)
    return respond.page("considerations/new.html", status=status, customer=customer, **facts)


def _support_form(worker: SupportWorker, now: dt.datetime) -> SupportForm:
    return SupportForm(formdata=None, prefix=f"worker-{worker.id}", on=clock.today(now))


def _is_young(customer: Customer, now: dt.datetime) -> bool:
    age = customer.age_on(clock.today(now))
    return age is not None and age < clauses.ADULT


def _known(customer: Customer, now: dt.datetime) -> dict[str, Any]:
    """What we know of this customer, in a fixed number of reads: needs, supporters, requests, incidents, our part."""
    logged = Incident.select().where(Incident.customer == customer)
    incidents = list(logged.order_by(Incident.happened_on.desc(), Incident.id.desc()).limit(NEWEST))
    complained = [one for one in incidents if one.allegation]
    ids = [one.id for one in complained]
    notes = IncidentNote.select(IncidentNote.incident).where(
        IncidentNote.incident << ids, IncidentNote.kind == "finding"
    )
    answered = {note.incident_id for note in notes} if ids else set()
    return {
        "people": file_summary.people(customer),
        "needs": clauses.NEEDS,
        "formats": clauses.LETTER_FORMATS,
        "channels": clauses.CHANNELS,
        "methods": clauses.SUPPORT_METHODS,
        "incidents": incidents,
        "before": [one for one in incidents if one.came_before],
        "unanswered": [one for one in complained if one.id not in answered],
        "requests": file_summary.open_requests(customer),
        "today": clock.today(now),
        "tries": _tries(customer),
    }


def _tries(customer: Customer) -> dict[int, list[SupportContact]]:
    query = SupportContact.select(SupportContact, User).join(User, on=SupportContact.by)
    found: dict[int, list[SupportContact]] = {}
    for row in query.where(SupportContact.customer == customer).order_by(SupportContact.id):
        found.setdefault(row.support_worker_id, []).append(row)
    return found


# What each weighing is for: the table it is kept in, and the page it is decided on.
SUBJECTS: dict[str, tuple[Any, str, str]] = {
    "warning": (BehaviourWarning, "warnings.show", "warning_id"),
    "restriction": (Restriction, "restrictions.show", "restriction_id"),
    "review": (Review, "reviews.show", "review_id"),
    "appeal": (Appeal, "appeals.show", "appeal_id"),
    "marker": (Marker, "markers.show", "marker_id"),
}


def _subject(customer: Customer, form: Form) -> Any:
    """What the weighing is for, where the page was opened from a decision on this file; None otherwise."""
    table, _, _ = SUBJECTS[form.purpose.data or ""]
    found = table.find(decision_pages.number(form.about.data))
    return found if found is not None and found.customer_id == customer.id else None


@blueprint.post("/customers/<int:customer_id>/considerations")
def make(customer_id: int) -> Response:
    """Record the weighing, then go back to the decision it is for."""
    user, now = decision_pages.worker_or_safety_lead(), clock.now()
    customer, form = access.file_for(user, customer_id), _form()()
    if form.purpose.data not in considerations.PURPOSES:
        abort(400)
    told = {name: field.data or "" for name, field in form._fields.items() if name not in ("form_key", "about")}
    return respond.deed(
        form,
        lambda: considerations.consider(user, customer, told, now, form.form_key.data),
        lambda row: _weighed(row, _subject(customer, form)),
        lambda **more: _page(customer, form, user, now, **more),
        "What you considered is recorded. It counts for a decision made today.",
    )


def _weighed(row: Consideration, about: Any) -> Response:
    if about is not None:
        _, endpoint, name = SUBJECTS[row.purpose]
        return respond.see(endpoint, _anchor="way", **{name: about.id})
    return respond.see("considerations.show", consideration_id=row.id)


@blueprint.get("/considerations/<int:consideration_id>")
def show(consideration_id: int) -> Response:
    """What was considered, by whom and when; it cannot be changed, only made again."""
    user = access.actor()
    row = Consideration.get_or_none(Consideration.id == consideration_id)
    if row is None:
        abort(404)
    access.file_for(user, row.customer_id)
    return respond.page(
        "considerations/show.html",
        row=row,
        purpose_words=considerations.PURPOSES[row.purpose],
        linked=considerations.LINKED,
        questions=considerations.QUESTIONS,
    )


# --- Support workers ------------------------------------------------------------------------------------------------


@blueprint.post("/support-workers/<int:worker_id>/contacts")
def contact(worker_id: int) -> Response:
    """Record a try at reaching a support worker; what is typed elsewhere on the page stays as it is."""
    user, now = decision_pages.worker(), clock.now()
    worker = SupportWorker.get_or_none(SupportWorker.id == worker_id)
    if worker is None:
        abort(404)
    customer = access.file_for(user, worker.customer_id)
    form = SupportForm(prefix=f"worker-{worker_id}")
    told = {"on": form.on.data, "method": form.method.data, "words": form.words.data or ""}
    told["reached"] = form.reached.data == "yes"
    return respond.deed(
        form,
        lambda: considerations.record_support(user, worker, told, now),
        lambda _: _contacted(customer, worker, _support_form(worker, now), user, now),
        lambda **more: _contacted(customer, worker, form, user, now, **more),
        check=lambda: _answered(form),
    )


def _answered(form: SupportForm) -> None:
    if form.reached.data not in ("yes", "no"):
        form.blame({"reached": "Were they reached? Please choose one."})


def _contacted(
    customer: Customer, worker: SupportWorker, form: SupportForm, user: User, now: dt.datetime, **more: Any
) -> Response:
    if respond.is_htmx():
        facts: dict[str, Any] = {
            "worker": worker,
            "form": form,
            "tries": _tries(customer),
            "methods": clauses.SUPPORT_METHODS,
        }
        return respond.page("considerations/_worker.html", swapped=not form.faults, **facts, **more)
    more |= {"support_forms": {worker.id: form}, "support_faults": form if form.faults else None}
    return _page(customer, _form()(), user, now, **more)
