"""The steps of a review that have a page of their own: easing the measures, inviting the customer, deciding."""

import datetime as dt
from typing import Any

from flask import request
from werkzeug.wrappers import Response

from models import Restriction, Review, User
from policy import measures
from policy.considerations import considerations
from policy.core import clock
from policy.customers import summary as file_summary
from policy.restrictions import proposal as restriction_proposal
from policy.reviews import decision as review_decision
from policy.reviews import letters as review_letters
from policy.reviews import opening as review_opening
from policy.reviews import period as review_period
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import Decide
from views.frame.forms import Form
from views.letters.pages import print_out, sheet
from views.restrictions.pages import ladder, measures_shown
from views.reviews import forms as review_forms
from views.reviews import pages as review_pages
from views.reviews.pages import blueprint

__all__ = ["blueprint"]


# --- Changed measures -----------------------------------------------------------------------------------------------


@blueprint.get("/reviews/<int:review_id>/measures")
def changing(review_id: int) -> Response:
    """The measures of the changed restriction, beside those that stand."""
    user, now = decision_pages.worker(), clock.now()
    review = access.review_for(user, review_id)
    draft = _draft(review, user, now)
    if draft is None:
        return respond.see("reviews.show", review_id=review.id)
    return _changing(review, draft, review_forms.ladder_form(draft), user, now)


def _draft(review: Review, user: User, now: dt.datetime) -> Restriction | None:
    """The changed restriction, while it may be changed."""
    may_change = review.restriction is not None and review_opening.may_change(user, review, now)
    return review_letters.draft_of(review_period.restriction_of(review)) if may_change else None


def _changing(review: Review, draft: Restriction, form: Form, user: User, now: dt.datetime, **more: Any) -> Response:
    terms, before = measures.terms_of(draft), measures.terms_of(review.restriction) if review.restriction else []
    milder = ladder(terms)
    facts: dict[str, Any] = {
        "review": review,
        "restriction": draft,
        "customer": review.customer,
        "form": form,
        "measures": measures_shown(review.customer, terms),
        "ladder": milder,
        "before": {term.kind: file_summary.term_words(term) for term in before},
        **more,
    }
    return respond.page("reviews/changing.html", **facts)


@blueprint.post("/reviews/<int:review_id>/measures")
def give_reasons(review_id: int) -> Response:
    """Save why a milder step would not do, for the changed restriction."""
    user, now = decision_pages.worker(), clock.now()
    review = access.review_for(user, review_id)
    draft = _draft(review, user, now)
    if draft is None:
        return respond.see("reviews.show", review_id=review.id)
    form = review_forms.ladder_form()
    proposal = restriction_proposal.as_saved(draft)
    proposal["why_not_milder"] = review_forms.reasons_told(form)
    return respond.deed(
        form,
        lambda: restriction_proposal.change(user, draft, proposal, now, form.version.data),
        lambda _: respond.see("reviews.show", review_id=review.id, _anchor="way"),
        lambda **more: _changing(review, draft.fresh(), form, user, now, **more),
        "The reasons are saved.",
    )


# --- Asking the customer --------------------------------------------------------------------------------------------


@blueprint.get("/reviews/<int:review_id>/invitation")
def inviting(review_id: int) -> Response:
    """Check before you send: the invitation to comment."""
    user, now = decision_pages.worker(), clock.now()
    review = access.review_for(user, review_id)
    return _inviting(review, review_forms.inviting(review), user, now)


def _inviting(review: Review, form: Form, user: User, now: dt.datetime, **more: Any) -> Response:
    if review.restriction is None:
        return respond.see("markers.show", marker_id=review.marker_id)
    typed = decision_pages.passages(review_letters.INVITATION, form)
    made = review_letters.invitation(review, user, now, typed)
    as_kept = typed == review_letters.passages_of(review_letters.INVITATION, review)
    facts: dict[str, Any] = {
        "review": review,
        "restriction": review.restriction,
        "customer": review.customer,
        "form": form,
        "passages": list(typed),
        **decision_pages.format_of(review.customer),
        "may_invite": review_opening.may_invite(user, review, now, made if as_kept else None),
        "letter": sheet(review.invitation.html) if review.invitation else print_out(made),
        "unsaved": False,
        **more,
    }
    return respond.page("reviews/invitation.html", **facts)


@blueprint.post("/reviews/<int:review_id>/invitation")
def invite(review_id: int) -> Response:
    """Issue the invitation; or only show it with what is typed."""
    user, now = decision_pages.worker(), clock.now()
    review, form = access.review_for(user, review_id), review_forms.inviting()
    if review.restriction is None:
        return respond.see("markers.show", marker_id=review.marker_id)
    typed = decision_pages.passages(review_letters.INVITATION, form)
    if respond.is_htmx():
        letter = print_out(review_letters.invitation(review, user, now, typed))
        return respond.page("letters/_preview.html", letter=letter, unsaved=True)
    if request.form.get("do") == "preview":
        return _inviting(review, form, user, now, unsaved=True)
    return respond.deed(
        form,
        lambda: review_opening.invite(user, review, typed | {"arranged": form.arranged.data or ""}, now),
        lambda sent: respond.see("letters.show", letter_id=sent.id, _anchor="letter"),
        lambda **more: _inviting(review.fresh(), form, user, now, **more),
        "The invitation is issued. Print it and send it; then record how it was sent.",
        before_you=lambda: decision_pages.before_you(review, user),
    )


# --- The decision ---------------------------------------------------------------------------------------------------


@blueprint.get("/reviews/<int:review_id>/holding")
def holding(review_id: int) -> Response:
    """Check before you decide: what is prepared, what stands in the way, and the letter."""
    user, now = decision_pages.worker(), clock.now()
    return _holding(access.review_for(user, review_id), user, now)


def _holding(review: Review, user: User, now: dt.datetime, **more: Any) -> Response:
    if review.restriction is None:
        return respond.see("markers.show", marker_id=review.marker_id)
    shared = review_pages.known(review, user, now)
    made = None if review.held_at else review_letters.rendered(review, user, now, shared["found"])
    may_hold = review_decision.may_hold(user, review, now, made)
    facts: dict[str, Any] = {
        **shared,
        "form": Decide(formdata=None, version=review.version),
        "may_hold": may_hold,
        "ways": decision_pages.ways(may_hold, user, review, review_pages.places(review, elsewhere=True), now),
        "weighed": considerations.consideration_of(user, review.customer, "review", now),
        "new_terms": [file_summary.term_words(term) for term in review_letters.terms_of(review)],
        "since": shared["found"].cited(review),
        "letter": print_out(made) if made is not None else None,
        **more,
    }
    return respond.page("reviews/holding.html", **facts)


@blueprint.post("/reviews/<int:review_id>/holding")
def hold(review_id: int) -> Response:
    """Decide the review; with it the customer's letter is issued."""
    user, now = decision_pages.worker(), clock.now()
    review, form = access.review_for(user, review_id), Decide()
    return respond.deed(
        None,
        lambda: review_decision.hold(user, review, now, form.version.data),
        lambda _: respond.see("reviews.show", review_id=review.id),
        lambda **more: _holding(review.fresh(), user, now, **more),
        "The review is decided, and its letter is issued. Print it, sign it and send it.",
        before_you=lambda: decision_pages.before_you(review, user),
    )
