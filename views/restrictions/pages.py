"""Restrictions: proposing one, a manager's decision, its letter, and its end. Its measures: measures.py."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from models import Customer, Need, Restriction, RestrictionTerm, User
from policy import measures
from policy.appeals import subject as appeal_subject
from policy.considerations import comparable_cases, considerations, overrides
from policy.core import clock, numbers
from policy.core.validation import Invalid
from policy.customers import summary as file_summary
from policy.measures.kind import Kind
from policy.restrictions import decision as restriction_decision
from policy.restrictions import letter as restriction_letter
from policy.restrictions import proposal as restriction_proposal
from policy.restrictions.letter import Contents
from policy.reviews import period as review_period
from policy.rulebook import clauses
from views.appeals import pages as appeal_pages
from views.contacts import pages as contact_pages
from views.extreme_route.declaration import notice_facts
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import Decide, worked_on
from views.frame.filters import day
from views.frame.sections import CUSTOMERS, section
from views.letters import translated_passages as translated_passages_pages
from views.letters.pages import delivery_facts, previewed, print_out, sheet
from views.other_letters import side_letters as side_letters_pages
from views.restrictions import form as restriction_form
from views.restrictions.ending import told_facts
from views.restrictions.form import Begin, Proposal

blueprint = Blueprint("restrictions", __name__)
section(blueprint, CUSTOMERS)


# --- Beginning ------------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/restrictions/new")
def new(customer_id: int) -> Response:
    """Choose the warning it rests on and what has happened since; or why nothing can be proposed yet."""
    customer, user, now = worked_on(access.file_for, customer_id)
    grounds = restriction_form.grounds(customer, now)
    live = [one.warning.id for one in grounds.warnings if one.live] or [one.warning.id for one in grounds.warnings]
    form = Begin(formdata=None, warning=str(live[0]) if live else "")
    form.incidents.data = [one.incident.id for one in grounds.choices if not one.reasons]
    grounds.offer(form)
    return _begin(customer, form, user, now)


def _begin(customer: Customer, form: Begin, user: User, now: dt.datetime, **more: Any) -> Response:
    return respond.page(
        "restrictions/new.html",
        customer=customer,
        form=form,
        grounds=form.grounds,
        limit=decision_pages.MOST_SHOWN,
        channels=clauses.CHANNELS,
        may_propose=restriction_proposal.may_propose(user, customer, now),
        **more,
    )


@blueprint.post("/customers/<int:customer_id>/restrictions")
def propose(customer_id: int) -> Response:
    """Begin a proposal."""
    customer, user, now = worked_on(access.file_for, customer_id)
    form = Begin()
    restriction_form.grounds(customer, now).offer(form)

    def begin() -> Restriction:
        if form.chosen_warning is None and form.grounds.warnings:
            raise Invalid({"warning": "Choose the warning it rests on."})
        return restriction_proposal.propose(user, customer, form.chosen_warning, form.cited, now, form.form_key.data)

    return respond.deed(
        form,
        begin,
        lambda row: respond.see("restrictions.show", restriction_id=row.id),
        lambda **more: _begin(customer, form, user, now, **more),
    )


# --- The restriction ------------------------------------------------------------------------------------------------


@blueprint.get("/restrictions/<int:restriction_id>")
def show(restriction_id: int) -> Response:
    """The proposal to work on; after the decision, how the restriction stands."""
    user, now = access.actor(), clock.now()
    restriction = access.restriction_for(user, restriction_id)
    appeal = appeal_subject.drafted_for(restriction)
    if appeal is not None:
        return respond.see("hearings.answering", appeal_id=appeal.id, _anchor="measures")
    review = review_period.drafted_for(restriction)
    if review is not None:
        return respond.see("reviews.changing", review_id=review.id)
    return shown(restriction, user, now)


def shown(restriction: Restriction, user: User, now: dt.datetime, **more: Any) -> Response:
    """The page of a restriction as it is saved."""
    if restriction_proposal.may_change(user, restriction, now):
        return proposing(restriction, restriction_form.saved_form(restriction, now), user, now, **more)
    return _standing(restriction, user, now, **more)


def proposing(
    restriction: Restriction, form: Proposal, user: User, now: dt.datetime, unsaved: bool = False, **more: Any
) -> Response:
    """The page on which a proposal is written."""
    facts = proposal_facts(restriction, form, user, now, unsaved)
    return respond.page("restrictions/proposal.html", unsaved=unsaved, **facts, **more)


def proposal_facts(
    restriction: Restriction, form: Proposal, user: User, now: dt.datetime, unsaved: bool
) -> dict[str, Any]:
    """What the page of a proposal shows; while nothing is `unsaved`, the letter is the one it is asked about."""
    contents = restriction_letter.contents_of(restriction, user, now, None if unsaved else form.grounds.cited)
    customer, terms = restriction.customer, contents.terms
    may_authorise = restriction_decision.may_authorise(user, restriction, now, contents)
    return {
        "restriction": restriction,
        "customer": customer,
        "form": form,
        "grounds": form.grounds,
        "limit": decision_pages.MOST_SHOWN,
        "channels": clauses.CHANNELS,
        "measures": measures_shown(customer, terms),
        "ladder": ladder(terms),
        "why_not": restriction_form.WHY_NOT,
        "always_open": clauses.ALWAYS_OPEN.values(),
        "passages": list(form.passages),
        "limits": limits(restriction, now),
        "ways": decision_pages.ways(may_authorise, user, restriction, places(restriction), now),
        "may_authorise": may_authorise,
        "asides_made": overrides.of(restriction),
        "letter": restriction_form.letter(restriction, form, user, now) if unsaved else print_out(contents.sheet),
        **decision_pages.format_facts(customer),
    }


def measures_shown(customer: Customer, terms: Sequence[RestrictionTerm]) -> list[dict[str, Any]]:
    """Every kind of measure, mildest first: what it says where it is chosen, and what it clashes with (G20)."""
    needs, chosen = measures.needs_of(customer.id), {term.kind: term for term in terms}
    return [measure(kind, chosen.get(kind.key), needs) for kind in measures.KINDS.values()]


def measure(kind: Kind, term: RestrictionTerm | None, needs: list[Need]) -> dict[str, Any]:
    """One kind of measure as its card shows it."""
    clashing = measures.clashes(needs, term) if term else []
    return {
        "kind": kind,
        "steps": max(one.rung for one in measures.KINDS.values()),
        "term": term,
        "words": file_summary.term_words(term) if term else "",
        "clashes": [f"{clauses.NEEDS[need]}: {reason}." for need, reason in clashing],
    }


def ladder(terms: Sequence[RestrictionTerm]) -> list[str]:
    """The milder kinds that need a reason why they would not do, as names of their fields (G19)."""
    return [f"why_not_{kind.key}" for kind in measures.milder_left_out(terms)]


def limits(restriction: Restriction, now: dt.datetime) -> dict[str, str]:
    """What bounds each date, in a sentence (G22)."""
    values = numbers.values(now)
    most, months = values["restriction_most_months"], values["review_months"]
    starts, ends = restriction.starts_on, restriction.ends_on
    last = f", so by {clock.day_words(clock.months_after(starts, most))}" if starts else ""
    latest = f", so by {clock.day_words(measures.latest_review(starts, ends, months))}" if starts and ends else ""
    arrives, warned = " Leave time for the letter to arrive.", " No longer than the warning said."
    if restriction.declaration_id:
        arrives = warned = ""
    return {
        "starts_on": f"Today or later.{arrives}",
        "ends_on": f"At most {most} months after the start{last}.{warned}",
        "review_on": f"At the latest {months} months after the start or half-way, whichever is sooner{latest}.",
    }


def places(restriction: Restriction, elsewhere: bool = False) -> decision_pages.Places:
    """Where what stands against a proposal is cleared, for its own page or for one `elsewhere`."""
    warned, declared = restriction.warning_id, restriction.declaration_id
    warning = url_for("warnings.show", warning_id=warned, _anchor="letter") if warned else ""
    declaration = url_for("declarations.show", declaration_id=declared) if declared else ""
    return decision_pages.places(
        restriction,
        url_for("restrictions.show", restriction_id=restriction.id) if elsewhere else "",
        incidents=("Choose other incidents", "#incidents"),
        received=("Record how the warning was delivered", warning),
        declaration=("Open the declaration", declaration),
        measures=("Change the measures", "#measures"),
        ladder=("Write the reason", "#ladder"),
        dates=("Change the dates", "#starts_on"),
        format=translated_passages_pages.place(restriction, "#arranged"),
        words=("Change the words of the letter", "#passages"),
    )


def stands(restriction: Restriction, today: dt.date) -> tuple[str, str]:
    """How a restriction stands today, in words, and the kind of its colour (G32)."""
    if restriction.declined_at:
        return f"Declined on {day(restriction.declined_at)}", "quiet"
    if restriction.authorised_at is None:
        return "A proposal: no manager has decided yet", "tell"
    if restriction.ended_on and restriction.in_force_from is None:
        return f"Put aside on {clock.day_words(restriction.ended_on)}, before it began", "quiet"
    if restriction.in_force_from is None or restriction.ends_on is None:
        return (f"Authorised on {day(restriction.authorised_at)}, but not in force until its letter is issued", "mind")
    if restriction.ended_on:
        return f"Lifted on {clock.day_words(restriction.ended_on)}", "quiet"
    if today > restriction.ends_on:
        return f"Ended on {clock.day_words(restriction.ends_on)}", "quiet"
    until = f"until {clock.day_words(restriction.ends_on)}"
    if today < restriction.in_force_from:
        return f"Its letter is issued; in force from {clock.day_words(restriction.in_force_from)} {until}", "mind"
    return f"In force {until}", "stop"


def _standing(restriction: Restriction, user: User, now: dt.datetime, **more: Any) -> Response:
    words, colour = stands(restriction, clock.today(now))
    letter, terms = restriction.letter, measures.terms_of(restriction)
    facts: dict[str, Any] = {
        "restriction": restriction,
        "customer": restriction.customer,
        "standing_words": words,
        "standing_kind": colour,
        "named": any(term.officer_id is not None for term in terms),
        "term_words": [file_summary.term_words(term) for term in terms],
        "why_not": [(measures.of_key(kind).label, reason) for kind, reason in restriction.why_not_milder.items()],
        "cited": restriction_letter.incidents_of(restriction),
        "channels": clauses.CHANNELS,
        "always_open": clauses.ALWAYS_OPEN.values(),
        "may_lift": restriction_decision.may_lift(user, restriction, now),
        "asides_made": overrides.of(restriction),
    }
    if letter:
        facts |= delivery_facts(user, letter, now)
    if restriction.in_force_from:
        facts |= contact_pages.breaks(user, restriction, now)
        facts |= told_facts(restriction, now)
        facts["reviews_shown"] = review_period.shown_on(restriction, clock.today(now))
        facts |= appeal_pages.on_page(restriction) | side_letters_pages.on_page(restriction, now)
    facts |= notice_facts(restriction, user, now) | more
    return respond.page("restrictions/show.html", **facts)


@blueprint.post("/restrictions/<int:restriction_id>/preview")
def preview(restriction_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    may_change = restriction_proposal.may_change(user, restriction, now)
    if not may_change:
        return decision_pages.too_late(
            restriction, user, may_change, lambda **more: _standing(restriction, user, now, **more)
        )
    form = restriction_form.typed_form(restriction, now)
    return previewed(
        lambda: restriction_form.letter(restriction, form, user, now),
        lambda **more: proposing(restriction, form, user, now, **more),
    )


@blueprint.post("/restrictions/<int:restriction_id>")
def save(restriction_id: int) -> Response:
    """Save the proposal as the page has it; then on to a measure, where its button was pressed."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    form, then = restriction_form.typed_form(restriction, now), request.form.get("then", "")
    changes = then in measures.KINDS
    return respond.deed(
        form,
        lambda: restriction_proposal.change(user, restriction, restriction_form.proposed(form), now, form.version.data),
        lambda _: (
            respond.see("measures.edit", restriction_id=restriction.id, kind=then)
            if changes
            else respond.see("restrictions.show", restriction_id=restriction.id)
        ),
        lambda **more: proposing(restriction, form, user, now, unsaved=True, **more),
        "" if changes else "The proposal is saved.",
        when_refused=lambda **more: _not_saved(restriction.fresh(), form, user, now, **more),
    )


def _not_saved(restriction: Restriction, form: Proposal, user: User, now: dt.datetime, **more: Any) -> Response:
    """409: somebody changed or decided it in the meantime; what was typed stays, and what they saved stands beside."""
    more |= decision_pages.words_apart(form, restriction.passages)
    more["before_you"] = decision_pages.before_you(restriction, user)
    if not restriction_proposal.may_change(user, restriction, now):
        return _standing(restriction, user, now, **more)
    form.version.data = restriction.version
    return proposing(restriction, form, user, now, unsaved=True, **more)


# --- The decision ---------------------------------------------------------------------------------------------------


@blueprint.get("/restrictions/<int:restriction_id>/authorising")
def authorising(restriction_id: int) -> Response:
    """Check before you decide: everything needed, and what stands in the way."""
    return _authorising(*worked_on(access.restriction_for, restriction_id))


def _authorising(restriction: Restriction, user: User, now: dt.datetime, **more: Any) -> Response:
    contents = restriction_letter.contents_of(restriction, user, now)
    may_authorise = restriction_decision.may_authorise(user, restriction, now, contents)
    return respond.page(
        "restrictions/authorising.html",
        restriction=restriction,
        customer=restriction.customer,
        form=Decide(formdata=None, version=restriction.version),
        may_authorise=may_authorise,
        ways=decision_pages.ways(may_authorise, user, restriction, places(restriction, elsewhere=True), now),
        weighed=considerations.consideration_of(user, restriction.customer, "restriction", now),
        term_words=[file_summary.term_words(term) for term in contents.terms],
        why_not=[(measures.of_key(kind).label, reason) for kind, reason in restriction.why_not_milder.items()],
        cited=contents.incidents,
        comparable=comparable_cases.cases(restriction, contents.incidents, clock.today(now)),
        severities=clauses.SEVERITIES,
        channels=clauses.CHANNELS,
        letter=_letter(restriction, contents),
        **more,
    )


def _letter(restriction: Restriction, contents: Contents) -> Any:
    return sheet(restriction.letter.html) if restriction.letter else print_out(contents.sheet)


@blueprint.post("/restrictions/<int:restriction_id>/authorising")
def authorise(restriction_id: int) -> Response:
    """A manager authorises the restriction; nothing is in force until its letter is issued."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    return respond.deed(
        None,
        lambda: restriction_decision.authorise(user, restriction, now, Decide().version.data),
        lambda _: respond.see("restrictions.show", restriction_id=restriction.id),
        lambda **more: _authorising(restriction.fresh(), user, now, **more),
        "It is authorised. It is not in force until its letter is issued.",
        before_you=lambda: decision_pages.before_you(restriction, user),
    )


@blueprint.get("/restrictions/<int:restriction_id>/declining")
def declining(restriction_id: int) -> Response:
    """Ask for the reason before a proposal is declined."""
    return decline(restriction_id)


@blueprint.post("/restrictions/<int:restriction_id>/declining")
def decline(restriction_id: int) -> Response:
    """A manager decides against, with a reason."""
    restriction, _, _ = worked_on(access.restriction_for, restriction_id)
    return decision_pages.with_reason(
        "restrictions/declining.html",
        restriction,
        restriction_decision.may_decline,
        restriction_decision.decline,
        lambda: respond.see("restrictions.show", restriction_id=restriction.id),
        "It is declined, with your reason.",
    )


@blueprint.get("/restrictions/<int:restriction_id>/lifting")
def lifting(restriction_id: int) -> Response:
    """Ask for the reason before a restriction is ended early."""
    return lift(restriction_id)


@blueprint.post("/restrictions/<int:restriction_id>/lifting")
def lift(restriction_id: int) -> Response:
    """End the restriction today, with a reason."""
    restriction, _, _ = worked_on(access.restriction_for, restriction_id)
    began = restriction.in_force_from is not None
    return decision_pages.with_reason(
        "restrictions/lifting.html",
        restriction,
        restriction_decision.may_lift,
        restriction_decision.lift,
        lambda: respond.see("endings.settling" if began else "restrictions.show", restriction_id=restriction.id),
        "The restriction is lifted. Now tell the customer in writing.",
    )


# --- Its letter -----------------------------------------------------------------------------------------------------


@blueprint.get("/restrictions/<int:restriction_id>/issuing")
def issuing(restriction_id: int) -> Response:
    """Check before you decide: the letter as it will be sent."""
    return _issuing(*worked_on(access.restriction_for, restriction_id))


def _issuing(restriction: Restriction, user: User, now: dt.datetime, **more: Any) -> Response:
    contents = restriction_letter.contents_of(restriction, user, now)
    may_issue = restriction_decision.may_issue(user, restriction, now, contents)
    return respond.page(
        "restrictions/issuing.html",
        restriction=restriction,
        customer=restriction.customer,
        form=Decide(formdata=None, version=restriction.version),
        may_issue=may_issue,
        letter=_letter(restriction, contents),
        begins=max(restriction.starts_on, clock.today(now)) if restriction.starts_on else None,
        **more,
    )


@blueprint.post("/restrictions/<int:restriction_id>/issuing")
def issue(restriction_id: int) -> Response:
    """Issue the letter; with it the restriction begins."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    return respond.deed(
        None,
        lambda: restriction_decision.issue(user, restriction, now, Decide().version.data),
        lambda _: respond.see("restrictions.show", restriction_id=restriction.id, _anchor="letter"),
        lambda **more: _issuing(restriction.fresh(), user, now, **more),
        "The letter is issued. Print it, sign it and send it; then record how it was sent.",
        before_you=lambda: decision_pages.before_you(restriction, user),
    )


@blueprint.post("/restrictions/<int:restriction_id>/overrides")
def override(restriction_id: int) -> Response:
    """Set a rule of kind S aside for this restriction, with a reason."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    return decision_pages.set_aside(
        restriction, "restrictions.show", lambda **more: shown(restriction, user, now, **more)
    )
