"""The measures of a proposal (4.4), each edited where it stands: a card, its form, and taking it out again.

An answer to htmx brings the card and, beside it, what follows from the change: the version, the reasons a milder step
needs, the letter, and what stands in the way. Without a script each is a page, and what else was typed is kept.
"""

import datetime as dt
from typing import Any

from flask import Blueprint, abort, flash, request
from werkzeug.wrappers import Response

from models import Restriction, User
from policy import measures
from policy.restrictions import proposal as restriction_proposal
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import worked_on
from views.frame.sections import CUSTOMERS, section
from views.restrictions import form as restriction_form
from views.restrictions import measure_forms
from views.restrictions import pages as restriction_pages

blueprint = Blueprint("measures", __name__, url_prefix="/restrictions/<int:restriction_id>/terms/<kind>")
section(blueprint, CUSTOMERS)
measure_forms.check()


def _known(kind: str) -> str:
    return kind if kind in measures.KINDS else abort(404)


@blueprint.get("")
def show(restriction_id: int, kind: str) -> Response:
    """One measure as a card; without htmx the whole proposal."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    term, needs = measures.term_of(restriction, _known(kind)), measures.needs_of(restriction.customer.id)
    if respond.is_htmx():
        card = restriction_pages.measure(measures.of_key(kind), term, needs)
        return respond.page("restrictions/_measure.html", restriction=restriction, one=card)
    return restriction_pages.shown(restriction, user, now)


@blueprint.get("/editing")
def edit(restriction_id: int, kind: str) -> Response:
    """The form of one measure."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    may_change = restriction_proposal.may_change(user, restriction, now)
    if may_change:
        form = measure_forms.form_for(_known(kind)).saved(measures.term_of(restriction, kind))
        return _form(restriction, kind, form)
    if respond.is_htmx():
        return respond.refused("", may_change)
    return restriction_pages.shown(restriction, user, now)


def _form(restriction: Restriction, kind: str, form: measure_forms.TermForm, **more: Any) -> Response:
    return respond.page(
        "restrictions/term.html",
        fragment="restrictions/_term_form.html",
        restriction=restriction,
        customer=restriction.customer,
        kind=measures.of_key(kind),
        form=form,
        ruled_out=measure_forms.ruled_out(measures.needs_of(restriction.customer.id)),
        alone=not respond.is_htmx(),
        most_rows=measure_forms.MOST_ROWS,
        **more,
    )


@blueprint.post("")
def save(restriction_id: int, kind: str) -> Response:
    """Add the measure or change it; or only add a row of times to its form."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    one_more = request.form.get("do") == "row"
    form = measure_forms.form_for(_known(kind)).sent(more_rows=int(one_more))
    if one_more:
        return _form(restriction, kind, form)
    return respond.deed(
        form,
        lambda: restriction_proposal.set_term(user, restriction, kind, form.measure(), now, _version()),
        lambda _: _changed(restriction.fresh(), kind, user, now, "The measure is saved."),
        lambda **more: _form(restriction, kind, form, **more),
        when_refused=lambda **more: (
            _form(restriction.fresh(), kind, form, **more)
            if restriction_proposal.may_change(user, restriction.fresh(), now)
            else restriction_pages.shown(restriction.fresh(), user, now, **more)
        ),
        before_you=lambda: decision_pages.before_you(restriction, user),
    )


def _version() -> int:
    return decision_pages.number(request.form.get("version"))


def _changed(restriction: Restriction, kind: str, user: User, now: dt.datetime, done: str) -> Response:
    """The card and all that follows from it; without htmx the proposal again."""
    if not respond.is_htmx():
        flash(done)
        return respond.see("restrictions.show", restriction_id=restriction.id, _anchor=f"term-{kind}")
    form = _typed(restriction, now)
    facts = restriction_pages.proposal_facts(restriction, form, user, now, unsaved=True)
    one = next(card for card in facts["measures"] if card["kind"].key == kind)
    return respond.page("restrictions/_changed.html", one=one, unsaved=True, said=done, **facts)


def _typed(restriction: Restriction, now: dt.datetime) -> restriction_form.Proposal:
    """The form of the proposal with what was typed and is not saved yet."""
    form = restriction_form.typed_form(restriction, now)
    form.version.data = restriction.version
    return form


@blueprint.post("/removing")
def remove(restriction_id: int, kind: str) -> Response:
    """Take the measure out; what else was typed on the proposal stays as it is."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    return respond.deed(
        None,
        lambda: restriction_proposal.remove_term(user, restriction, _known(kind), now, _version()),
        lambda _: (
            _changed(restriction.fresh(), kind, user, now, "The measure is taken out.")
            if respond.is_htmx()
            else _with_typed(restriction.fresh(), user, now)
        ),
        lambda **more: _with_typed(restriction.fresh(), user, now, **more),
        before_you=lambda: decision_pages.before_you(restriction, user),
    )


def _with_typed(restriction: Restriction, user: User, now: dt.datetime, **more: Any) -> Response:
    """The proposal with what was typed and is not saved yet; a draft that follows a restriction is shown elsewhere."""
    if restriction.follows_id is not None:
        for refusal in more.get("refusals", ()):
            flash(f"Nothing was changed. {refusal.sentence}")
        return respond.see("restrictions.show", restriction_id=restriction.id)
    if not restriction_proposal.may_change(user, restriction, now):
        return restriction_pages.shown(restriction, user, now, **more)
    return restriction_pages.proposing(restriction, _typed(restriction, now), user, now, unsaved=True, **more)
