"""Reviews of restrictions: opened or asked for, the customer invited, prepared beside the letter, and held."""

import datetime as dt
from typing import Any

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from models import Restriction, Review, User
from policy import measures
from policy.considerations import overrides
from policy.core import clock
from policy.core.validation import Invalid
from policy.customers import summary as file_summary
from policy.incidents import evidence
from policy.reviews import decision as review_decision
from policy.reviews import letters as review_letters
from policy.reviews import opening as review_opening
from policy.reviews import period as review_period
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import Choice
from views.frame.forms import Once, fresh_key
from views.frame.sections import CUSTOMERS, section
from views.letters import translated_passages as translated_passages_pages
from views.letters.check import Preview
from views.letters.pages import delivery_facts, previewed, print_out
from views.reviews import forms as review_forms
from views.reviews.forms import AskForm, CommentForm, Prepare

blueprint = Blueprint("reviews", __name__)
section(blueprint, CUSTOMERS)


# --- Beginning ------------------------------------------------------------------------------------------------------


@blueprint.get("/restrictions/<int:restriction_id>/reviews/new")
def new(restriction_id: int) -> Response:
    """Open a review, or take a request to end the restriction."""
    user, now = decision_pages.worker(), clock.now()
    restriction = access.restriction_for(user, restriction_id)
    form = AskForm(formdata=None, asked_on=clock.today(now), asked_by="customer")
    return _new(restriction, form, user, now)


def _new(restriction: Restriction, form: AskForm, user: User, now: dt.datetime, **more: Any) -> Response:
    facts: dict[str, Any] = {
        "restriction": restriction,
        "customer": restriction.customer,
        "form": form,
        "form_key": fresh_key(),
        "begun": review_period.open_review(restriction),
        "may_open": review_opening.may_open(user, restriction, now),
        "may_ask": review_opening.may_ask_to_lift(user, restriction, now),
        "term_words": [file_summary.term_words(term) for term in measures.terms_of(restriction)],
        **more,
    }
    return respond.page("reviews/new.html", **facts)


@blueprint.post("/restrictions/<int:restriction_id>/reviews")
def open_review(restriction_id: int) -> Response:
    """Begin a review."""
    user, now = decision_pages.worker(), clock.now()
    restriction, key = access.restriction_for(user, restriction_id), Once().form_key.data
    return respond.deed(
        None,
        lambda: review_opening.open_review(user, restriction, now, key),
        lambda row: respond.see("reviews.show", review_id=row.id),
        lambda **more: _new(restriction.fresh(), AskForm(formdata=None, asked_on=clock.today(now)), user, now, **more),
    )


@blueprint.post("/restrictions/<int:restriction_id>/reviews/asked")
def ask(restriction_id: int) -> Response:
    """Take a request to end the restriction; it gets a day for its answer."""
    user, now = decision_pages.worker(), clock.now()
    restriction, form = access.restriction_for(user, restriction_id), AskForm()
    return respond.deed(
        form,
        lambda: review_opening.ask_to_lift(
            user, restriction, form.typed(review_opening.Request), now, form.form_key.data
        ),
        lambda row: respond.see("reviews.show", review_id=row.id),
        lambda **more: _new(restriction.fresh(), form, user, now, **more),
        lambda row: f"The request is recorded. It is answered by {clock.day_words(row.due_on)}.",
    )


# --- The review -----------------------------------------------------------------------------------------------------


@blueprint.get("/reviews/<int:review_id>")
def show(review_id: int) -> Response:
    """The review to work on; once held, what was decided."""
    user, now = access.actor(), clock.now()
    return _shown(access.review_for(user, review_id), user, now)


def _shown(review: Review, user: User, now: dt.datetime, **more: Any) -> Response:
    if review.restriction is None:
        return respond.see("markers.show", marker_id=review.marker_id)
    if review_opening.may_change(user, review, now):
        found = _choices(review, now)
        return _preparing(review, review_forms.kept(review, found, now), found, user, now, **more)
    return _standing(review, user, now, **more)


def _choices(review: Review, now: dt.datetime) -> list[Choice]:
    since = review_period.incidents_since(review_period.restriction_of(review), now)
    return review_forms.choices(since, evidence.against(review.customer, since, now))


def known(review: Review, user: User, now: dt.datetime) -> dict[str, Any]:
    """What every page of a review shows: the time it looks at, and what was said."""
    restriction = review.restriction
    found = review_period.period(review, now)
    begun = found.begun_on
    return {
        "review": review,
        "restriction": restriction,
        "customer": review.customer,
        "found": found,
        "run": review_period.time_words(begun, found.until) if begun else "",
        "term_words": [file_summary.term_words(term) for term in measures.terms_of(restriction)] if restriction else [],
        "channels": clauses.CHANNELS,
        "needs": clauses.NEEDS,
        "methods": clauses.SUPPORT_METHODS,
        "from_whom": review_period.FROM_WHOM,
        "review_outcomes": review_period.OUTCOMES,
        "kinds": review_period.KINDS,
        "evidence": review_opening.EVIDENCE,
        "overtaken": review_period.overtaken(review, clock.today(now)),
        "may_comment": review_opening.may_comment(user, review, now),
    }


def _preparing(
    review: Review, form: Prepare, found: list[Choice], user: User, now: dt.datetime, **more: Any
) -> Response:
    made = None if more.get("unsaved") else review_decision.result(review, user, now)
    may_hold = review_decision.may_hold(user, review, now, made)
    facts: dict[str, Any] = {
        **known(review, user, now),
        "form": form,
        "choices": found,
        "limit": decision_pages.MOST_SHOWN,
        "comment_form": CommentForm(formdata=None, prefix="said", on=clock.today(now)),
        "limits": review_forms.limits(review_period.restriction_of(review), now),
        "goes_on": review_forms.GOES_ON,
        **decision_pages.format_of(review.customer),
        "may_hold": may_hold,
        "ways": decision_pages.ways(may_hold, user, review, places(review), now),
        "asides_made": overrides.of(review),
        "letter": print_out(made) if made else _typed_letter(review, form, user, now),
        "unsaved": False,
        **more,
    }
    return respond.page("reviews/show.html", **facts)


def _typed_letter(review: Review, form: Prepare, user: User, now: dt.datetime) -> Preview | None:
    try:
        made = review_opening.rendered(review, form.typed(review_opening.Preparation), user, now)
    except Invalid:
        return None
    return print_out(made) if made is not None else None


def places(review: Review, elsewhere: bool = False) -> decision_pages.Places:
    """Where what stands against a review is cleared, for its own page or for one `elsewhere`."""
    changing = url_for("reviews.changing", review_id=review.id)
    return decision_pages.places(
        review,
        url_for("reviews.show", review_id=review.id) if elsewhere else "",
        incidents=("Choose other incidents", "#rests"),
        measures=("Change the measures", changing),
        ladder=("Change the measures", changing),
        dates=("Change the dates", "#dates"),
        format=translated_passages_pages.place(review, "#arranged"),
        words=("Change the words of the letter", "#passages"),
        basis=("Say what it rests on", "#decision"),
        said=("What they were asked and told us", "#said"),
        ended=("See how the restriction stands", url_for("restrictions.show", restriction_id=review.restriction_id)),
    )


def _standing(review: Review, user: User, now: dt.datetime, **more: Any) -> Response:
    letter = review.letter
    facts = {**known(review, user, now), "asides_made": overrides.of(review)}
    if letter:
        facts |= delivery_facts(user, letter, now)
    return respond.page("reviews/held.html", **{"letter": letter, **facts, **more})


@blueprint.post("/reviews/<int:review_id>/preview")
def preview(review_id: int) -> Response:
    """The result letter as it is being typed; nothing is kept."""
    user, now = decision_pages.worker(), clock.now()
    review = access.review_for(user, review_id)
    may_change = review_opening.may_change(user, review, now)
    if not may_change:
        return _too_late(review, user, now, may_change)
    found = _choices(review, now)
    form = review_forms.typed(found)
    return previewed(
        lambda: _typed_letter(review, form, user, now),
        lambda **more: _preparing(review, form, found, user, now, **more),
    )


def _too_late(review: Review, user: User, now: dt.datetime, refusal: Any, **more: Any) -> Response:
    """409: it was held or overtaken in the meantime; who did it, and what was typed."""
    if respond.is_htmx():
        return respond.refused("", refusal)
    review = review.fresh()
    before = decision_pages.before_you(review, user)
    return _shown(review, user, now, refusals=respond.reasons_in(refusal), before_you=before, status=409, **more)


@blueprint.post("/reviews/<int:review_id>")
def save(review_id: int) -> Response:
    """Save what is prepared; then on to the measures, where it is to be changed."""
    user, now = decision_pages.worker(), clock.now()
    review = access.review_for(user, review_id)
    may_change = review_opening.may_change(user, review, now)
    if not may_change:
        passages = ("reasons", *review_letters.passages())
        words = [(name, value) for name, value in request.form.items() if name in passages and value]
        return _too_late(review, user, now, may_change, typed=words)
    found = _choices(review, now)
    form = review_forms.typed(found)
    to_measures = request.form.get("then") == "measures" and form.outcome.data == "varied"
    return respond.deed(
        form,
        lambda: review_opening.change(user, review, form.typed(review_opening.Preparation), now, form.version.data),
        lambda _: respond.see("reviews.changing" if to_measures else "reviews.show", review_id=review.id),
        lambda **more: _preparing(review, form, found, user, now, unsaved=True, **more),
        "" if to_measures else "What is prepared is saved.",
        when_refused=lambda **more: _not_saved(review.fresh(), form, found, user, now, **more),
    )


def _not_saved(
    review: Review, form: Prepare, found: list[Choice], user: User, now: dt.datetime, **more: Any
) -> Response:
    """409: somebody changed it in the meantime; what was typed stays, and what they saved stands beside."""
    form.version.data = review.version
    more |= {"before_you": decision_pages.before_you(review, user), "theirs": _theirs(review, form)}
    return _preparing(review, form, found, user, now, unsaved=True, **more)


def _theirs(review: Review, form: Prepare) -> list[tuple[str, str]]:
    """What is saved now and differs from what was typed: label and words."""
    saved = {"reasons": review.reasons, "evidence_because": review.evidence_because, **review.passages}
    names = [name for name, words in saved.items() if name in form and words.strip() != (form[name].data or "").strip()]
    return [(form[name].label.text, saved[name]) for name in names]


@blueprint.post("/reviews/<int:review_id>/comments")
def comment(review_id: int) -> Response:
    """Take down what was said for the review."""
    user, now = decision_pages.worker(), clock.now()
    review, form = access.review_for(user, review_id), CommentForm(prefix="said")
    words = [("What they said", form.words.data or "")]
    return respond.deed(
        form,
        lambda: review_opening.add_comment(user, review, form.typed(review_opening.Comment), now),
        lambda _: respond.see("reviews.show", review_id=review.id, _anchor="said"),
        lambda **more: _shown(review, user, now, comment_form=form, **more),
        "What they said is recorded.",
        when_refused=lambda refusals, **more: _too_late(review, user, now, refusals, typed=words),
    )


@blueprint.post("/reviews/<int:review_id>/overrides")
def override(review_id: int) -> Response:
    """Set a rule of kind S aside for this review, with a reason."""
    review, user, now = decision_pages.worked_on(access.review_for, review_id)
    return decision_pages.set_aside(review, "reviews.show", lambda **more: _shown(review, user, now, **more))
