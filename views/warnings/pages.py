"""Warnings: drafting one from incidents, its second reader, issuing it, and what became of its letter."""

import datetime as dt
from functools import cache
from typing import Any

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField, TextAreaField

from models import BehaviourWarning, Customer, User, WarningSanction
from policy import measures
from policy.considerations import considerations, overrides
from policy.core import clock, numbers
from policy.correspondence import deemed_receipt
from policy.customers import summary as file_summary
from policy.rulebook import clauses
from policy.warnings import letter as warning_letter
from policy.warnings import warnings
from views.appeals import pages as appeal_pages
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import Citing, Decide, LetterForm, Ticks, Version, worked_on
from views.frame.forms import Form, FormKey, IntegerField
from views.frame.sections import CUSTOMERS, section
from views.letters import translated_passages as translated_passages_pages
from views.letters.pages import delivery_facts, previewed, print_out, sheet
from views.other_letters import side_letters as side_letters_pages

blueprint = Blueprint("warnings", __name__)
section(blueprint, CUSTOMERS)


class Begin(Citing):
    """Which incidents a warning rests on, and of which kind it is."""

    form_key = FormKey()
    kind = RadioField("Kind of warning", choices=clauses.WARNING_KINDS, validate_choice=False)
    incidents = Ticks("Which incidents does it rest on?", coerce=int, choices={})


class Draft(LetterForm, Citing):
    """A draft, but for the free passages of its letter. Its fields `channels` and `place` are details of sanctions."""

    version = Version()
    incidents = Ticks("Which incidents it rests on", coerce=int, choices={})
    sanctions = Ticks(
        "What a manager may decide if it happens again",
        choices={kind.key: kind.label for kind in measures.KINDS.values()},
    )
    channels = Ticks("Which ways of contact would stay open", choices=decision_pages.CHANNELS)
    place = StringField(
        "Which service or place", description="As it will stand in the letter, such as: our office in Wallsend"
    )
    sanction_months = IntegerField("For how many months at most")
    arranged = TextAreaField("How this letter is given in that form, and by whom")

    def detail(self, name: str) -> Any:
        """What was given as a detail of a sanction; of ticks, those that were offered."""
        field = self[name]
        if not isinstance(field, Ticks):
            return field.data or ""
        offered = {value for value, *_ in field.iter_choices()}
        return [key for key in field.data or [] if key in offered]


class Read(Form):
    """The second reader's note on one version."""

    version = Version()
    noted = TextAreaField("What you noticed")


@cache
def _draft_form(kind: str) -> type[Draft]:
    template = warning_letter.TEMPLATES[kind]
    return type("WarningDraft", (Draft,), {"letter_template": template, **decision_pages.passage_fields(template)})


# --- Beginning ------------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/warnings/new")
def new(customer_id: int) -> Response:
    """Choose the kind and the incidents; beside each incident why it may not be relied on."""
    customer, user, now = worked_on(access.file_for, customer_id)
    form, asked = Begin(formdata=None, kind="behaviour"), request.args.get("incident", "")
    form.offer(decision_pages.choices(customer, now))
    form.incidents.data = [one.incident.id for one in form.offered if str(one.incident.id) == asked]
    return _begin(customer, form, user, now)


def _begin(customer: Customer, form: Begin, user: User, now: dt.datetime, **more: Any) -> Response:
    return respond.page(
        "warnings/new.html",
        customer=customer,
        form=form,
        choices=form.offered,
        limit=decision_pages.MOST_SHOWN,
        channels=clauses.CHANNELS,
        may_draft=warnings.may_draft(user, customer, now),
        **more,
    )


@blueprint.post("/customers/<int:customer_id>/warnings")
def draft(customer_id: int) -> Response:
    """Begin a draft."""
    customer, user, now = worked_on(access.file_for, customer_id)
    form = Begin()
    form.offer(decision_pages.choices(customer, now))
    return respond.deed(
        form,
        lambda: warnings.draft(user, customer, form.kind.data or "", form.cited, now, form.form_key.data),
        lambda row: respond.see("warnings.show", warning_id=row.id),
        lambda **more: _begin(customer, form, user, now, **more),
    )


# --- The warning ----------------------------------------------------------------------------------------------------


@blueprint.get("/warnings/<int:warning_id>")
def show(warning_id: int) -> Response:
    """The draft to work on; after that, how the warning stands."""
    user, now = access.actor(), clock.now()
    warning = access.warning_for(user, warning_id)
    return _shown(warning, user, now)


def _shown(warning: BehaviourWarning, user: User, now: dt.datetime, **more: Any) -> Response:
    if warnings.may_change(user, warning, now):
        return _drafting(warning, _saved_form(warning, now), user, now, **more)
    return _standing(warning, user, now, **more)


def _saved_form(warning: BehaviourWarning, now: dt.datetime) -> Draft:
    """The form with what the draft holds."""
    cited = warning_letter.incidents_of(warning)
    sanctions = {one.kind: one.detail for one in warning_letter.sanctions_of(warning)}
    form = _draft_form(warning.kind)(
        formdata=None,
        version=warning.version,
        incidents=[one.id for one in cited],
        sanctions=list(sanctions),
        sanction_months=warning.sanction_months,
        arranged=warning.arranged,
        **{name: value for detail in sanctions.values() for name, value in detail.items()},
        **warning.passages,
    )
    form.offer(decision_pages.choices(warning.customer, now, cited=cited))
    return form


def _typed_form(warning: BehaviourWarning, now: dt.datetime) -> Draft:
    """The form with what was typed."""
    form = _draft_form(warning.kind)()
    form.offer(decision_pages.choices(warning.customer, now, cited=warning_letter.incidents_of(warning)))
    return form


def _sanctions(form: Draft) -> dict[str, dict[str, Any]]:
    """The sanctions ticked, each with its detail."""
    kinds = [measures.KINDS[key] for key in form.sanctions.data or [] if key in measures.KINDS]
    return {kind.key: {name: form.detail(name) for name in kind.detail} for kind in kinds}


def _letter(warning: BehaviourWarning, form: Draft, user: User, now: dt.datetime) -> Any:
    """The letter with what the form holds; nothing is kept."""
    rows = [WarningSanction(warning=warning, kind=kind, detail=detail) for kind, detail in _sanctions(form).items()]
    warning.sanction_months = form.sanction_months.data
    return print_out(warning_letter.rendered(warning, user, now, form.passages, form.cited, rows))


def _drafting(
    warning: BehaviourWarning, form: Draft, user: User, now: dt.datetime, unsaved: bool = False, **more: Any
) -> Response:
    """The page on which a draft is written."""
    contents = warning_letter.contents_of(warning, user, now)
    may_issue = warnings.may_issue(user, warning, now, contents)
    facts: dict[str, Any] = {
        "warning": warning,
        "customer": warning.customer,
        "form": form,
        "choices": form.offered,
        "limit": decision_pages.MOST_SHOWN,
        "channels": clauses.CHANNELS,
        "kind_words": clauses.WARNING_KINDS[warning.kind],
        "kinds": measures.KINDS.values(),
        "sanction_hints": {kind.key: kind.hint for kind in measures.KINDS.values()},
        "most_months": numbers.value("restriction_most_months", now),
        "passages": list(form.passages),
        "ways": decision_pages.ways(may_issue, user, warning, places(warning), now),
        "may_issue": may_issue,
        "may_read": warnings.may_read(user, warning, now),
        "asides_made": overrides.of(warning),
        "unsaved": unsaved,
        **decision_pages.format_facts(warning.customer),
    }
    facts["letter"] = _letter(warning, form, user, now) if unsaved else print_out(contents.sheet)
    return respond.page("warnings/draft.html", **facts, **more)


def places(warning: BehaviourWarning, elsewhere: bool = False) -> decision_pages.Places:
    """Where what stands against a draft is cleared, for its own page or for one `elsewhere`."""
    return decision_pages.places(
        warning,
        url_for("warnings.show", warning_id=warning.id) if elsewhere else "",
        incidents=("Choose other incidents", "#incidents"),
        sanctions=("Choose what may follow", "#sanctions-0"),
        reading=("Read it and say so", url_for("warnings.reading", warning_id=warning.id)),
        format=translated_passages_pages.place(warning, "#arranged"),
        words=("Change the words of the letter", "#passages"),
    )


def _standing(warning: BehaviourWarning, user: User, now: dt.datetime, **more: Any) -> Response:
    """How a warning stands that is no longer, or not by this person, to be worked on."""
    letter = warning.letter
    delivery = deemed_receipt.standing(letter) if letter else None
    facts: dict[str, Any] = {
        "warning": warning,
        "customer": warning.customer,
        "standing": file_summary.standing(warning, delivery, now),
        "kind_words": clauses.WARNING_KINDS[warning.kind],
        "cited": warning_letter.incidents_of(warning),
        "channels": clauses.CHANNELS,
        "sanctions": [measures.of_key(one.kind).label for one in warning_letter.sanctions_of(warning)],
        "may_withdraw": warnings.may_withdraw(user, warning, now),
        "asides_made": overrides.of(warning),
        "sheet": None if letter else print_out(warning_letter.rendered(warning, user, now)),
    }
    if letter:
        facts |= delivery_facts(user, letter, now)
    if warning.issued_at:
        facts |= appeal_pages.on_page(warning) | side_letters_pages.on_page(warning, now)
    return respond.page("warnings/show.html", **facts, **more)


@blueprint.post("/warnings/<int:warning_id>/preview")
def preview(warning_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    warning, user, now = worked_on(access.warning_for, warning_id)
    may_change = warnings.may_change(user, warning, now)
    if not may_change:
        return decision_pages.too_late(warning, user, may_change, lambda **more: _standing(warning, user, now, **more))
    form = _typed_form(warning, now)
    return previewed(
        lambda: _letter(warning, form, user, now), lambda **more: _drafting(warning, form, user, now, **more)
    )


@blueprint.post("/warnings/<int:warning_id>")
def save(warning_id: int) -> Response:
    """Save the draft as the page has it."""
    warning, user, now = worked_on(access.warning_for, warning_id)
    form = _typed_form(warning, now)

    def change() -> BehaviourWarning:
        draft = form.typed(warnings.Draft, incidents=form.cited, sanctions=_sanctions(form), passages=form.passages)
        return warnings.change(user, warning, draft, now, form.version.data)

    return respond.deed(
        form,
        change,
        lambda _: respond.see("warnings.show", warning_id=warning.id),
        lambda **more: _drafting(warning, form, user, now, unsaved=True, **more),
        "The draft is saved.",
        when_refused=lambda **more: _not_saved(warning.fresh(), form, user, now, **more),
    )


def _not_saved(warning: BehaviourWarning, form: Draft, user: User, now: dt.datetime, **more: Any) -> Response:
    """409: somebody changed or issued it in the meantime; what was typed stays, and what they saved stands beside."""
    more |= decision_pages.words_apart(form, warning.passages)
    more["before_you"] = decision_pages.before_you(warning, user)
    if not warnings.may_change(user, warning, now):
        return _standing(warning, user, now, **more)
    form.version.data = warning.version
    return _drafting(warning, form, user, now, unsaved=True, **more)


# --- The second reader ----------------------------------------------------------------------------------------------


@blueprint.get("/warnings/<int:warning_id>/reading")
def reading(warning_id: int) -> Response:
    """The letter as it stands, for somebody other than its author to read."""
    warning, user, now = worked_on(access.warning_for, warning_id)
    return _reading(warning, Read(formdata=None), user, now)


def _reading(warning: BehaviourWarning, form: Read, user: User, now: dt.datetime, **more: Any) -> Response:
    form.version.data, issued = warning.version, warning.letter
    return respond.page(
        "warnings/reading.html",
        warning=warning,
        customer=warning.customer,
        form=form,
        may=warnings.may_read(user, warning, now),
        letter=sheet(issued.html) if issued else print_out(warning_letter.rendered(warning, user, now)),
        **more,
    )


@blueprint.post("/warnings/<int:warning_id>/reading")
def read(warning_id: int) -> Response:
    """Record that this very version was read by a second person."""
    warning, user, now = worked_on(access.warning_for, warning_id)
    form = Read()
    return respond.deed(
        form,
        lambda: warnings.read(user, warning, form.noted.data or "", now, form.version.data),
        lambda _: respond.see("warnings.show", warning_id=warning.id),
        lambda **more: _reading(warning.fresh(), form, user, now, **more),
        "It is recorded that you have read this version.",
        before_you=lambda: decision_pages.before_you(warning, user),
    )


# --- Issuing --------------------------------------------------------------------------------------------------------


@blueprint.get("/warnings/<int:warning_id>/issuing")
def issuing(warning_id: int) -> Response:
    """Check before you decide: the letter as it will be sent, and what stands in the way."""
    return _issuing(*worked_on(access.warning_for, warning_id))


def _issuing(warning: BehaviourWarning, user: User, now: dt.datetime, **more: Any) -> Response:
    contents = warning_letter.contents_of(warning, user, now)
    may_issue = warnings.may_issue(user, warning, now, contents)
    return respond.page(
        "warnings/issuing.html",
        warning=warning,
        customer=warning.customer,
        form=Decide(formdata=None, version=warning.version),
        may_issue=may_issue,
        ways=decision_pages.ways(may_issue, user, warning, places(warning, elsewhere=True), now),
        weighed=considerations.consideration_of(user, warning.customer, "warning", now),
        cited=len(contents.incidents),
        letter=sheet(warning.letter.html) if warning.letter else print_out(contents.sheet),
        **more,
    )


@blueprint.post("/warnings/<int:warning_id>/issuing")
def issue(warning_id: int) -> Response:
    """Issue the warning; its letter is frozen."""
    warning, user, now = worked_on(access.warning_for, warning_id)
    return respond.deed(
        None,
        lambda: warnings.issue(user, warning, now, Decide().version.data),
        lambda _: respond.see("warnings.show", warning_id=warning.id, _anchor="letter"),
        lambda **more: _issuing(warning.fresh(), user, now, **more),
        "The warning is issued. Print the letter, sign it and send it; then record how it was sent.",
        before_you=lambda: decision_pages.before_you(warning, user),
    )


# --- Setting a rule aside, withdrawing ------------------------------------------------------------------------------


@blueprint.post("/warnings/<int:warning_id>/overrides")
def override(warning_id: int) -> Response:
    """Set a rule of kind S aside for this warning, with a reason."""
    warning, user, now = worked_on(access.warning_for, warning_id)
    return decision_pages.set_aside(warning, "warnings.show", lambda **more: _shown(warning, user, now, **more))


@blueprint.get("/warnings/<int:warning_id>/withdrawing")
def withdrawing(warning_id: int) -> Response:
    """Ask for the reason before a draft is put aside or an issued warning withdrawn."""
    return withdraw(warning_id)


@blueprint.post("/warnings/<int:warning_id>/withdrawing")
def withdraw(warning_id: int) -> Response:
    """End the draft or the warning, with a reason; it stays on the file."""
    warning, _, _ = worked_on(access.warning_for, warning_id)
    return decision_pages.with_reason(
        "warnings/withdrawing.html",
        warning,
        warnings.may_withdraw,
        warnings.withdraw,
        lambda: respond.see("warnings.show", warning_id=warning.id),
        "It is withdrawn, with your reason.",
    )
