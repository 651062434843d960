"""Considerations: what the decider weighs before each decision, and the support workers spoken to."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response
from wtforms import HiddenField, RadioField, StringField, TextAreaField

from models import Consideration, Customer, SupportWorker, User
from policy.considerations import considerations
from policy.core import clock
from policy.customers import summary as file_summary
from policy.incidents import entries as incident_entries
from policy.incidents import evidence
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


class SupportForm(Form):
    """One try at reaching a support worker."""

    on = DateField("When")
    method = RadioField("How", choices=clauses.SUPPORT_METHODS, validate_choice=False)
    reached = RadioField("Were they reached?", choices={"yes": "Yes", "no": "No, I tried"}, validate_choice=False)
    words = StringField("What came of it", description="The outcome only, nothing they told you in confidence.")


class ConsiderationForm(Form):
    """The questions of the policy, each with a field, and what else is weighed."""

    form_key = FormKey()
    purpose = HiddenField()
    about = HiddenField()
    linked_to_disability = RadioField(
        "Could the behaviour come from a disability?", choices=considerations.LINKED, validate_choice=False
    )
    linked_words = TextAreaField("How, and what follows from it")
    support_words = TextAreaField(
        "What the support workers said, or why they could not be reached",
        description="Needed where somebody was tried twice and not reached.",
    )
    safeguarding_signed_off = TextAreaField("Who in safeguarding signed this off, and when")


for _name, _question in considerations.QUESTIONS.items():
    setattr(ConsiderationForm, _name, TextAreaField(_question, description=HINTS.get(_name, "")))


# --- Weighing -------------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/considerations/new")
def new(customer_id: int) -> Response:
    """The questions, never filled in from an older answer, with what we know beside them."""
    user, now = decision_pages.worker_or_safety_lead(), clock.now()
    customer = access.file_for(user, customer_id)
    purpose = request.args.get("purpose", "")
    if purpose not in considerations.PURPOSES:
        abort(404)
    form = ConsiderationForm(formdata=None, purpose=purpose, about=request.args.get("about", ""))
    return _page(customer, form, user, now)


def _page(customer: Customer, form: ConsiderationForm, user: User, now: dt.datetime, **more: Any) -> Response:
    about = _subject(customer, form) if form.purpose.data in PAGES else None
    facts = {
        "form": form,
        "purpose_words": considerations.PURPOSES.get(form.purpose.data or "", "a decision"),
        "about": about,
        "ours": considerations.OURS,
        "young": considerations.is_young(customer, now),
        "may_consider": considerations.may_consider(user, customer, now),
        **_known(customer, now),
        **more,
    }
    workers = facts["people"].support_workers
    facts["support_forms"] = {one.id: _support_form(one, now) for one in workers} | facts.get("support_forms", {})
    return respond.page("considerations/new.html", customer=customer, **facts)


def _support_form(worker: SupportWorker, now: dt.datetime) -> SupportForm:
    return SupportForm(formdata=None, prefix=f"worker-{worker.id}", on=clock.today(now))


def _known(customer: Customer, now: dt.datetime) -> dict[str, Any]:
    """What we know of this customer, in a fixed number of reads: needs, supporters, requests, incidents, our part."""
    incidents = incident_entries.newest(customer, NEWEST)
    return {
        "people": file_summary.people(customer),
        "needs": clauses.NEEDS,
        "formats": clauses.LETTER_FORMATS,
        "channels": clauses.CHANNELS,
        "methods": clauses.SUPPORT_METHODS,
        "incidents": incidents,
        "before": [one for one in incidents if one.came_before],
        "unanswered": evidence.unanswered(incidents),
        "requests": file_summary.open_requests(customer),
        "today": clock.today(now),
        "tries": considerations.tries(customer),
    }


# The page on which each thing is decided that a weighing is for.
PAGES = {
    "warning": "warnings.show",
    "restriction": "restrictions.show",
    "review": "reviews.show",
    "appeal": "appeals.show",
    "marker": "markers.show",
}


def _subject(customer: Customer, form: ConsiderationForm) -> Any:
    """What the weighing is for, where the page was opened from a decision on this file; None otherwise."""
    thing = considerations.DECISIONS[form.purpose.data or ""].find(decision_pages.number(form.about.data))
    return thing if thing is not None and thing.customer_id == customer.id else None


@blueprint.post("/customers/<int:customer_id>/considerations")
def make(customer_id: int) -> Response:
    """Record the weighing, then go back to the decision it is for."""
    user, now = decision_pages.worker_or_safety_lead(), clock.now()
    customer, form = access.file_for(user, customer_id), ConsiderationForm()
    if form.purpose.data not in considerations.PURPOSES:
        abort(400)
    return respond.deed(
        form,
        lambda: considerations.consider(user, customer, form.typed(considerations.Weighing), now, form.form_key.data),
        lambda row: _weighed(row, _subject(customer, form)),
        lambda **more: _page(customer, form, user, now, **more),
        "What you considered is recorded. It counts for a decision made today.",
    )


def _weighed(row: Consideration, about: Any) -> Response:
    if about is not None:
        return respond.see(PAGES[row.purpose], "way", **{f"{row.purpose}_id": about.id})
    return respond.see("considerations.show", consideration_id=row.id)


@blueprint.get("/considerations/<int:consideration_id>")
def show(consideration_id: int) -> Response:
    """What was considered, by whom and when; it cannot be changed, only made again."""
    row = access.consideration_for(access.actor(), consideration_id)
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
    worker = access.support_worker_for(user, worker_id)
    customer, form = worker.customer, SupportForm(prefix=f"worker-{worker_id}")
    return respond.deed(
        form,
        lambda: considerations.record_support(
            user, worker, form.typed(considerations.SupportTry, reached=form.reached.data == "yes"), now
        ),
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
        more |= {"tries": considerations.tries(customer), "methods": clauses.SUPPORT_METHODS}
        return respond.page("considerations/_worker.html", worker=worker, form=form, swapped=not form.faults, **more)
    more |= {"support_forms": {worker.id: form}, "support_faults": form if form.faults else None}
    return _page(customer, ConsiderationForm(), user, now, **more)
