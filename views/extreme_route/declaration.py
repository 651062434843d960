"""The extreme route: declaring it, the second person, looking back, and the restriction that may rest on it."""

import datetime as dt
from textwrap import shorten
from typing import Any

from flask import Blueprint, request
from werkzeug.wrappers import Response
from wtforms import RadioField, StringField, TextAreaField

from models import Customer, Declaration, User
from policy.core import clock
from policy.core.validation import Invalid
from policy.extreme_route import declaration as declarations
from policy.extreme_route import notice as notices
from policy.incidents import evidence
from policy.restrictions import proposal as restriction_proposal
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import worked_on
from views.frame.forms import Form, FormKey, Once
from views.frame.sections import CUSTOMERS, section

blueprint = Blueprint("declarations", __name__)
section(blueprint, CUSTOMERS)

ONE_INCIDENT = "The incident it rests on. Log it first, where it is not there."


class DeclareForm(Form):
    """What is needed before anybody acts without a warning."""

    form_key = FormKey()
    incident = RadioField("What happened", choices={}, validate_choice=False, description=ONE_INCIDENT)
    threatened = RadioField("Whose safety is threatened?", choices=declarations.THREATENED, validate_choice=False)
    reason = TextAreaField(
        "What makes the danger immediate?", description="Facts: what was said or done, and what may happen next."
    )
    why_no_warning = TextAreaField("Why would a warning not do?")
    needs_known = TextAreaField(
        "What do we know of their needs, and of anybody who has to be safeguarded?",
        description="Health, disability, children or others at home. If we know of nothing, say so.",
    )
    safeguarding_signed_off = TextAreaField(declarations.SIGNED)
    police = RadioField("The police", choices=declarations.POLICE, validate_choice=False)
    police_reference = StringField("Their reference", description="Where there is none yet, say so below.")
    police_words = TextAreaField(
        "What was said, or why they were not told", description="Needed where the police were not told."
    )
    legal = RadioField("Legal action", choices=declarations.LEGAL, validate_choice=False, default="none")
    legal_words = TextAreaField("In words: by whom, and by when; or why none")


class SecondForm(Form):
    """The second person's decision."""

    agrees = RadioField(
        "Do you agree?",
        choices={"yes": "I agree: a warning would not keep people safe", "no": "I do not agree"},
        validate_choice=False,
    )
    words = TextAreaField("Why", description="In your own words. You looked at the incident yourself.")


class LookBackForm(Form):
    """What somebody finds who had no part in it."""

    outcome = RadioField("What do you find?", choices=declarations.OUTCOMES, validate_choice=False)
    words = TextAreaField("What you looked at, and why you find so")


# --- Declaring ------------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/declarations/new")
def new(customer_id: int) -> Response:
    """The questions that stand before any action without a warning."""
    form = DeclareForm(formdata=None, incident=request.args.get("incident", ""))
    return _new(*worked_on(access.file_for, customer_id), form)


def _new(customer: Customer, user: User, now: dt.datetime, form: DeclareForm, **more: Any) -> Response:
    offered = {str(one.incident.id): one.incident for one in decision_pages.choices(customer, now)}
    form.incident.choices = {
        key: f"{clock.day_words(one.happened_on)}, {clauses.CHANNELS[one.channel]} ({one.reference})"
        for key, one in offered.items()
    }
    return respond.page(
        "extreme_route/new.html",
        customer=customer,
        form=form,
        hints={key: shorten(one.what_happened, 200, placeholder=" …") for key, one in offered.items()},
        young=declarations.is_young(customer, now),
        may_declare=declarations.may_declare(user, customer, now),
        **more,
    )


@blueprint.post("/customers/<int:customer_id>/declarations")
def declare(customer_id: int) -> Response:
    """A manager declares the extreme route."""
    customer, user, now = worked_on(access.file_for, customer_id)
    form = DeclareForm()
    cited = {str(one.incident.id): one.incident for one in decision_pages.choices(customer, now)}
    form.incident.choices = dict.fromkeys(cited, "")

    def say() -> Declaration:
        entry, incident = form.typed(declarations.Entry), cited.get(form.incident.data or "")
        if incident is None:
            form.blame({"incident": "Choose the incident it rests on."})
            declarations.checked(entry, customer, now)
            raise Invalid({})
        return declarations.declare(user, customer, incident, entry, now, form.form_key.data)

    return respond.deed(
        form,
        say,
        lambda row: respond.see("declarations.show", declaration_id=row.id),
        lambda **more: _new(customer, user, now, form, **more),
        "It is declared. Now a second person decides.",
        may=declarations.may_declare(user, customer, now),
    )


# --- The declaration ------------------------------------------------------------------------------------------------


@blueprint.get("/declarations/<int:declaration_id>")
def show(declaration_id: int) -> Response:
    """What was declared, who agreed, what came of it."""
    user, now = access.actor(), clock.now()
    return _show(access.declaration_for(user, declaration_id), user, now)


def _show(declaration: Declaration, user: User, now: dt.datetime, **more: Any) -> Response:
    words, colour = stands(declaration)
    return respond.page(
        "extreme_route/show.html",
        standing_words=words,
        standing_kind=colour,
        may_second=declarations.may_second(user, declaration, now),
        may_look_back=declarations.may_look_back(user, declaration, now),
        may_propose=restriction_proposal.may_propose(user, declaration.customer, now, declaration),
        restrictions=declarations.restrictions_of(declaration),
        to_lift=declarations.to_be_lifted(declaration, clock.today(now)),
        is_open=declarations.is_open(declaration),
        **declared_facts(declaration),
        **more,
    )


def declared_facts(declaration: Declaration) -> dict[str, Any]:
    """What the pages of a declaration say of it."""
    return {
        "declaration": declaration,
        "customer": declaration.customer,
        "incident": evidence.completed([declaration.incident])[0],
        "channels": clauses.CHANNELS,
        "threatened": declarations.THREATENED[declaration.threatened],
        "police": declarations.POLICE[declaration.police],
        "legal": declarations.LEGAL[declaration.legal],
        "found": declarations.OUTCOMES.get(declaration.looked_back_outcome, ""),
        "second_by": declarations.second_by(declaration),
        "look_back_by": declarations.look_back_by(declaration),
    }


def stands(declaration: Declaration) -> tuple[str, str]:
    """How a declaration stands, in words, and the kind of its colour."""
    if declaration.refused_at:
        return "A second person did not agree: a warning comes first", "quiet"
    if declaration.seconded_at is None:
        return f"Declared; a second person decides by {clock.day_words(declarations.second_by(declaration))}", "mind"
    if declaration.looked_back_at is None:
        by = clock.day_words(declarations.look_back_by(declaration))
        return f"Agreed by two people; to be looked back on by {by}", "stop"
    if declaration.looked_back_outcome == "wrong":
        return "Looked back on, and found wrong", "mind"
    return "Agreed by two people, and looked back on", "tell"


# --- The second person, and looking back ----------------------------------------------------------------------------


@blueprint.get("/declarations/<int:declaration_id>/seconding")
def seconding(declaration_id: int) -> Response:
    """Check before you decide, as the second person."""
    return _seconding(*worked_on(access.declaration_for, declaration_id), SecondForm(formdata=None))


def _seconding(declaration: Declaration, user: User, now: dt.datetime, form: SecondForm, **more: Any) -> Response:
    may, facts = declarations.may_second(user, declaration, now), declared_facts(declaration)
    return respond.page("extreme_route/seconding.html", form=form, may=may, **facts, **more)


@blueprint.post("/declarations/<int:declaration_id>/seconding")
def second(declaration_id: int) -> Response:
    """Agree or refuse."""
    declaration, user, now = worked_on(access.declaration_for, declaration_id)
    form = SecondForm()

    def decide() -> None:
        deed = {"yes": declarations.second, "no": declarations.refuse}.get(form.agrees.data or "")
        if deed is None:
            raise Invalid({"agrees": "Do you agree? Please choose one."})
        deed(user, declaration, form.words.data or "", now)

    return respond.deed(
        form,
        decide,
        lambda _: respond.see("declarations.show", declaration_id=declaration.id),
        lambda **more: _seconding(declaration.fresh(), user, now, form, **more),
        "Your decision is recorded.",
        may=declarations.may_second(user, declaration, now),
    )


@blueprint.get("/declarations/<int:declaration_id>/looking-back")
def looking_back(declaration_id: int) -> Response:
    """Everything that somebody needs who looks back on it."""
    return _looking_back(*worked_on(access.declaration_for, declaration_id), LookBackForm(formdata=None))


def _looking_back(declaration: Declaration, user: User, now: dt.datetime, form: LookBackForm, **more: Any) -> Response:
    return respond.page(
        "extreme_route/looking_back.html",
        form=form,
        may=declarations.may_look_back(user, declaration, now),
        restrictions=declarations.restrictions_of(declaration),
        **declared_facts(declaration),
        **more,
    )


@blueprint.post("/declarations/<int:declaration_id>/looking-back")
def look_back(declaration_id: int) -> Response:
    """Record what was found."""
    declaration, user, now = worked_on(access.declaration_for, declaration_id)
    form = LookBackForm()
    return respond.deed(
        form,
        lambda: declarations.look_back(user, declaration, form.outcome.data or "", form.words.data or "", now),
        lambda _: respond.see("declarations.show", declaration_id=declaration.id),
        lambda **more: _looking_back(declaration.fresh(), user, now, form, **more),
        "What you found is recorded.",
        may=declarations.may_look_back(user, declaration, now),
    )


# --- What rests on it -----------------------------------------------------------------------------------------------


@blueprint.post("/declarations/<int:declaration_id>/restrictions")
def propose(declaration_id: int) -> Response:
    """Begin a restriction that rests on the declaration instead of a warning; the one begun already, if any."""
    declaration, user, now = worked_on(access.declaration_for, declaration_id)
    key = Once().form_key.data
    begun = [one for one in declarations.restrictions_of(declaration) if one.declined_at is None]
    return respond.deed(
        None,
        lambda: restriction_proposal.propose(user, declaration.customer, None, [], now, key, declaration),
        lambda row: respond.see("restrictions.show", restriction_id=row.id),
        lambda **more: _show(declaration.fresh(), user, now, **more),
        sent_before=begun[-1] if begun else None,
    )


def notice_facts(restriction: Any, user: User, now: dt.datetime) -> dict[str, Any]:
    """What a restriction's page says where no warning came before it: the declaration and its notice."""
    if restriction.declaration_id is None:
        return {"declared": None}
    return {
        "declared": restriction.declaration,
        "declared_stands": stands(restriction.declaration)[0],
        "withheld": notices.is_withheld(restriction),
        "withholdings": notices.withholdings(restriction),
        "may_send": notices.may_send(user, restriction, now),
        "may_withhold_again": notices.may_withhold_again(user, restriction, now),
    }
