"""What follows a staff-safety marker: telling the customer later, reviews, removal, its end, and who has been told."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from models import Marker, User
from policy.core import clock
from policy.correspondence import facts as letter_facts
from policy.markers import decision as marker_decision
from policy.markers import letters as marker_letters
from policy.markers import review as marker_review
from policy.markers import visibility as marker_visibility
from policy.restrictions import lifecycle, notifications
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.sections import CUSTOMERS, section
from views.letters.pages import print_out
from views.markers import forms as marker_forms
from views.markers.forms import RemoveForm, ReviewForm, ToldForm, WithholdForm
from views.markers.pages import decider

blueprint = Blueprint("marker_lifecycle", __name__)
section(blueprint, CUSTOMERS)


def _page(template: str, marker: Marker, form: Any, **facts: Any) -> Response:
    shown = {
        "about_words": marker_visibility.about_words(marker),
        "category": clauses.MARKER_CATEGORIES[marker.category],
    }
    return respond.page(template, marker=marker, customer=marker.customer, form=form, **shown | facts)


def _approved(user: User, marker_id: int) -> Marker:
    """A marker that was approved; what was not has none of these pages."""
    marker = access.marker_for(user, marker_id)
    return marker if marker.approved_at else abort(404)


# --- Reviews --------------------------------------------------------------------------------------------------------


@blueprint.get("/markers/<int:marker_id>/reviewing")
def reviewing(marker_id: int) -> Response:
    """Why a review is opened now, with what it would look at."""
    user, now = decider(), clock.now()
    marker = _approved(user, marker_id)
    marker_decision.note_deciding(user, marker, now)
    due = marker.review_on is not None and marker.review_on <= clock.today(now) + dt.timedelta(days=31)
    form = ReviewForm(formdata=None, kind="due" if due else "")
    return _reviewing(marker, form, user, now)


def _reviewing(marker: Marker, form: ReviewForm, user: User, now: dt.datetime, **more: Any) -> Response:
    facts = {"may_review": marker_review.may_review(user, marker, now), "draft": marker_review.draft_of(marker)}
    return _page("markers/reviewing.html", marker, form, **facts | more)


@blueprint.post("/markers/<int:marker_id>/reviewing")
def review(marker_id: int) -> Response:
    """Open the review: on to the draft with which it would go on."""
    user, now = decider(), clock.now()
    marker, form = _approved(user, marker_id), ReviewForm()
    opening = form.typed(marker_review.Opening)
    return respond.deed(
        form,
        lambda: marker_review.review(user, marker, opening, now, form.form_key.data),
        lambda draft: respond.see("markers.editing", marker_id=draft.id),
        lambda **more: _reviewing(marker.fresh(), form, user, now, **more),
        "The review is open. Change what should change; the safety lead or a senior officer decides.",
        sent_before=marker_review.sent_before(user, marker, opening, form.form_key.data),
        may=marker_review.may_review(user, marker, now),
    )


# --- Removal --------------------------------------------------------------------------------------------------------


@blueprint.get("/markers/<int:marker_id>/removing")
def removing(marker_id: int) -> Response:
    """Ask for the reason before it is taken off."""
    user, now = decider(), clock.now()
    marker = _approved(user, marker_id)
    marker_decision.note_deciding(user, marker, now)
    return _removing(marker, RemoveForm(formdata=None), user, now)


def _removing(marker: Marker, form: RemoveForm, user: User, now: dt.datetime, **more: Any) -> Response:
    return _page("markers/removing.html", marker, form, may=marker_review.may_remove(user, marker, now), **more)


@blueprint.post("/markers/<int:marker_id>/removing")
def remove(marker_id: int) -> Response:
    """Take it off at once."""
    user, now = decider(), clock.now()
    marker, form = _approved(user, marker_id), RemoveForm()
    return respond.deed(
        form,
        lambda: marker_review.remove(user, marker, form.typed(marker_review.Removal), now),
        lambda _: respond.see("marker_lifecycle.settling", marker_id=marker.id),
        lambda **more: _removing(marker.fresh(), form, user, now, **more),
        "It is removed, and shown nowhere from now on. Write to the customer, and tell those who saw it.",
        may=marker_review.may_remove(user, marker, now),
    )


# --- Telling the customer later -------------------------------------------------------------------------------------


@blueprint.get("/markers/<int:marker_id>/telling")
def telling(marker_id: int) -> Response:
    """Think again: tell the customer now, or not for now with a fresh reason."""
    user, now = decider(), clock.now()
    marker = _approved(user, marker_id)
    marker_decision.note_deciding(user, marker, now)
    return _telling(marker, None, None, user, now)


def _telling(marker: Marker, form: Any, withhold: Any, user: User, now: dt.datetime, **more: Any) -> Response:
    kept = {key: marker.passages.get(key, "") for key in letter_facts.passage_labels(marker_letters.NOTICE)}
    form = form or marker_forms.letter_form(marker_letters.NOTICE, arranged=marker.arranged, **kept)
    written = decision_pages.passages(marker_letters.NOTICE, form)
    facts = {
        "may": marker_review.may_tell_now(user, marker, now),
        "withheld": marker_review.withheld(marker),
        "withhold_form": withhold or WithholdForm(formdata=None),
        "think_again_by": lifecycle.think_again_by(now),
        "passages": list(letter_facts.passage_labels(marker_letters.NOTICE)),
        "letter": print_out(marker_letters.notice(marker, user, now, written), marker_letters.incidents_of(marker)),
        **decision_pages.format_of(marker.customer),
    }
    return _page("markers/telling.html", marker, form, **facts | more)


@blueprint.post("/markers/<int:marker_id>/telling")
def tell(marker_id: int) -> Response:
    """Tell the customer now."""
    user, now = decider(), clock.now()
    marker, form = _approved(user, marker_id), marker_forms.letter_form(marker_letters.NOTICE)
    typed = decision_pages.passages(marker_letters.NOTICE, form) | {"arranged": form.arranged.data or ""}
    return respond.deed(
        form,
        lambda: marker_review.tell_now(user, marker, typed, now),
        lambda _: respond.see("markers.show", marker_id=marker.id, _anchor="letter"),
        lambda **more: _telling(marker.fresh(), form, None, user, now, **more),
        "The letter is made. Print it, sign it and send it; then record how it was sent.",
        may=marker_review.may_tell_now(user, marker, now),
    )


@blueprint.post("/markers/<int:marker_id>/withholding")
def withhold(marker_id: int) -> Response:
    """Not for now, once more: with a fresh reason and another day."""
    user, now = decider(), clock.now()
    marker, form = _approved(user, marker_id), WithholdForm()
    return respond.deed(
        form,
        lambda: marker_review.withhold_again(user, marker, form.typed(marker_review.Silence), now),
        lambda _: respond.see("markers.show", marker_id=marker.id),
        lambda **more: _telling(marker.fresh(), None, form, user, now, **more),
        "It is recorded, with the day on which you think again.",
        may=marker_review.may_withhold_again(user, marker, now),
    )


# --- Its end --------------------------------------------------------------------------------------------------------


@blueprint.get("/markers/<int:marker_id>/ending")
def settling(marker_id: int) -> Response:
    """The letter that it has ended, or why none is owed."""
    user, now = decision_pages.worker_or_safety_lead(), clock.now()
    marker = _approved(user, marker_id)
    marker_decision.note_deciding(user, marker, now)
    return _settling(marker, marker_forms.letter_form(marker_letters.REMOVED, arranged=""), user, now)


def _settling(marker: Marker, form: Any, user: User, now: dt.datetime, **more: Any) -> Response:
    may = marker_review.may_settle(user, marker, now)
    written = decision_pages.passages(marker_letters.REMOVED, form)
    facts = {
        "may": may,
        "passages": [key for key in written if key != "mistake" or marker.was_wrong],
        "letter": print_out(marker_letters.removed(marker, user, now, written), marker_letters.incidents_of(marker))
        if may
        else None,
        **decision_pages.format_of(marker.customer),
    }
    return _page("markers/settling.html", marker, form, **facts | more)


@blueprint.post("/markers/<int:marker_id>/ending")
def settle(marker_id: int) -> Response:
    """Issue the letter, or write down why none is owed."""
    user, now = decision_pages.worker_or_safety_lead(), clock.now()
    marker, form = _approved(user, marker_id), marker_forms.letter_form(marker_letters.REMOVED)
    settlement = form.typed(marker_review.Settlement, letter=not form.no_letter_because.data)
    return respond.deed(
        form,
        lambda: marker_review.settle(user, marker, settlement, now),
        lambda _: respond.see("marker_lifecycle.tellings", marker_id=marker.id),
        lambda **more: _settling(marker.fresh(), form, user, now, **more),
        lambda row: "The letter is made. Print it, sign it and send it." if row.letter_id else "It is written down.",
        may=marker_review.may_settle(user, marker, now),
    )


# --- Who has been told ----------------------------------------------------------------------------------------------


def occasion_of(marker: Marker, now: dt.datetime) -> str:
    """What there is to tell of this marker now: its end once that has come, else a change, else its beginning."""
    if marker_review.is_over(marker, now):
        return "ends"
    return "changes" if marker.part > 1 else "begins"


@blueprint.get("/markers/<int:marker_id>/told")
def tellings(marker_id: int) -> Response:
    """Who has been told of this marker, and who is still to be told."""
    user, now = decision_pages.worker_or_safety_lead(), clock.now()
    marker = _approved(user, marker_id)
    return _tellings(marker, ToldForm(formdata=None, occasion=occasion_of(marker, now)), user, now)


def _tellings(marker: Marker, form: ToldForm, user: User, now: dt.datetime, **more: Any) -> Response:
    occasion = form.occasion.data if form.occasion.data in notifications.OCCASIONS else occasion_of(marker, now)
    owed = notifications.owed(marker, occasion, now)
    form.whom.choices = {one: one for one in owed}
    facts = {
        "owed": owed,
        "occasion_words": notifications.OCCASIONS[occasion],
        "may": notifications.may_tell(user, marker, occasion, now),
        "rows": [(notifications.OCCASIONS[one], notifications.done(marker, one)) for one in notifications.OCCASIONS],
    }
    return _page("markers/tellings.html", marker, form, **facts | more)


@blueprint.post("/markers/<int:marker_id>/told")
def tell_others(marker_id: int) -> Response:
    """Record who was told just now; twice is once."""
    user, now = decision_pages.worker_or_safety_lead(), clock.now()
    marker, form = _approved(user, marker_id), ToldForm()
    occasion = form.occasion.data or ""
    form.whom.choices = {one: one for one in notifications.everybody(marker)}

    def somebody() -> None:
        if occasion not in notifications.OCCASIONS or not form.whom.data:
            form.blame({"whom": "Tick who was told."})

    return respond.deed(
        form,
        lambda: notifications.tell(user, marker, occasion, form.whom.data, form.words.data or "", now),
        lambda _: respond.see("markers.show", marker_id=marker.id),
        lambda **more: _tellings(marker, form, user, now, **more),
        "It is recorded.",
        check=somebody,
    )
