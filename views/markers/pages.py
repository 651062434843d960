"""Staff-safety markers: what is in place for a customer, asking for one, reading it, and writing it."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort, url_for
from werkzeug.wrappers import Response

from models import Customer, Incident, Marker, User
from policy.considerations import overrides
from policy.core import clock, numbers
from policy.correspondence import facts as letter_facts
from policy.markers import checks as marker_checks
from policy.markers import decision as marker_decision
from policy.markers import letters as marker_letters
from policy.markers import review as marker_review
from policy.markers import visibility as marker_visibility
from policy.restrictions import lifecycle, notifications
from policy.rulebook import clauses
from views.appeals import pages as appeal_pages
from views.frame import access, decision_pages, respond
from views.frame.sections import CUSTOMERS, section
from views.letters.pages import delivery_facts, previewed
from views.markers import forms as marker_forms
from views.markers.forms import AskForm, LookForm, ProposalForm
from views.other_letters import side_letters as side_letters_pages

blueprint = Blueprint("markers", __name__)
section(blueprint, CUSTOMERS)

KEPT = "Your request is kept. A manager looks at it; nobody else sees it until it is approved."
NO_INCIDENT = {"ask": "No, or I do not know", "propose": "A named person’s clearly stated concern"}


def decider() -> User:
    """Whoever may be at work on deciding about markers; 403 for everybody else."""
    user = access.actor()
    return user if user.has("manager", "safety_lead", "senior_officer") else abort(403)


# --- What is in place -----------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/markers")
def index(customer_id: int) -> Response:
    """What is in place, as far as it is this reader's to know; for those who work on files, all there ever was."""
    user, now = access.actor(), clock.now()
    customer = access.customer_for(user, customer_id)
    known = [one for one in marker_visibility.of_file(customer) if user.sees_files or one.asked_by_id == user.id]
    today = clock.today(now)
    standing = marker_visibility.shown(customer.id, user, now)
    there = {one.marker.id for one in standing}
    return respond.page(
        "markers/index.html",
        customer=customer,
        precautions=standing,
        others=[(one, *stands(one, today)) for one in known if one.id not in there],
        may_ask=marker_decision.may_ask(user, customer, now),
    )


def stands(marker: Marker, today: dt.date) -> tuple[str, str]:
    """How a marker stands today, in words, and the kind of its colour (G55, G59)."""
    if marker.declined_at:
        return f"Decided against on {clock.day_words(clock.today(marker.declined_at))}", "quiet"
    if marker.approved_at is None:
        if marker.proposed_at is None:
            return "A request: shown to nobody until it is approved", "tell"
        return "A proposal: nobody has approved it yet", "tell"
    assert marker.ends_on is not None, "an approved marker has an end"
    if marker_visibility.is_undecided(marker, today):
        return f"Ended on {clock.day_words(marker.ends_on)}, to be decided at once", "mind"
    if marker.in_force_on(today):
        return f"In place until {clock.day_words(marker.ends_on)}", "stop"
    if marker.ended_on:
        after = notifications.is_followed(marker)
        words = "Went on after a review on" if after else "Removed on"
        return f"{words} {clock.day_words(marker.ended_on)}", "quiet"
    return f"Ended on {clock.day_words(marker.ends_on)}", "quiet"


# --- Asking ---------------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/markers/new")
def new(customer_id: int) -> Response:
    """Ask for a marker, for oneself or for a firm that works for us."""
    user, now = access.who_logs(), clock.now()
    return _new(access.customer_for(user, customer_id), AskForm(formdata=None), user, now)


def _new(customer: Customer, form: AskForm, user: User, now: dt.datetime, **more: Any) -> Response:
    hints = marker_forms.offer(form, marker_checks.citable(user, customer), NO_INCIDENT["ask"])
    facts: dict[str, Any] = {
        "customer": customer,
        "form": form,
        "hints": hints,
        "about_hints": marker_forms.ABOUT_HINTS,
        "may_ask": marker_decision.may_ask(user, customer, now),
        **more,
    }
    return respond.page("markers/new.html", **facts)


@blueprint.post("/customers/<int:customer_id>/markers")
def ask(customer_id: int) -> Response:
    """Keep the request; a manager goes straight on to complete it."""
    user, now = access.who_logs(), clock.now()
    customer, form = access.customer_for(user, customer_id), AskForm()
    incident = marker_forms.chosen(form, marker_checks.citable(user, customer))
    request = form.typed(marker_decision.Request, incident=incident)
    return respond.deed(
        form,
        lambda: marker_decision.ask(user, customer, request, now, form.form_key.data),
        lambda row: respond.see("markers.editing" if user.is_manager else "markers.show", marker_id=row.id),
        lambda **more: _new(customer, form, user, now, **more),
        "" if user.is_manager else KEPT,
    )


# --- One marker -----------------------------------------------------------------------------------------------------


@blueprint.get("/markers/<int:marker_id>")
def show(marker_id: int) -> Response:
    """How it stands; what happened is shown to whoever is deciding on it, and to others once they say why (G60)."""
    user, now = access.actor(), clock.now()
    marker = access.marker_for(user, marker_id)
    deciding = marker_decision.is_deciding(user, marker)
    if deciding:
        marker_decision.note_deciding(user, marker, now)
    return shown(marker, user, now, whole=deciding or marker_visibility.is_own_request(user, marker))


def shown(
    marker: Marker, user: User, now: dt.datetime, whole: bool = False, form: LookForm | None = None, **more: Any
) -> Response:
    """The page of a marker; `whole`: with what happened and what it rests on."""
    today = clock.today(now)
    words, colour = stands(marker, today)
    undecided = marker_visibility.is_undecided(marker, today)
    facts: dict[str, Any] = {
        "marker": marker,
        "customer": marker.customer,
        "standing_words": words,
        "standing_kind": colour,
        "about_words": marker_visibility.about_words(marker),
        "category": clauses.MARKER_CATEGORIES.get(marker.category, ""),
        "teams": [(clauses.TEAMS[one["team"]], one["purpose"]) for one in marker.recipients],
        "whole": whole,
        "look_form": form or LookForm(formdata=None),
        "unseen_until": marker_visibility.unseen_until(marker) if undecided else None,
        **more,
    }
    if user.sees_files:
        facts |= _for_the_file(marker, user, now) | more
    return respond.page("markers/show.html", **facts)


def _for_the_file(marker: Marker, user: User, now: dt.datetime) -> dict[str, Any]:
    """What those who work on the file see besides: what stands in the way, and what may be done."""
    found: dict[str, Any] = {"asides_made": overrides.of(marker), "withheld": marker_review.withheld(marker)}
    if marker.is_open_request:
        found["may_propose"] = marker_decision.may_propose(user, marker, now)
        found["may_decline"] = marker_decision.may_decline(user, marker, now)
        if marker.proposed_at:
            may_approve = marker_decision.may_approve(user, marker, now)
            found["may_approve"] = may_approve
            found["ways"] = decision_pages.ways(may_approve, user, marker, places(marker), now)
        return found
    if marker.approved_at is None:
        return found
    over = marker_review.is_over(marker, now)
    found |= {
        "over": over,
        "draft": marker_review.draft_of(marker),
        "may_review": marker_review.may_review(user, marker, now),
        "may_remove": marker_review.may_remove(user, marker, now),
        "may_tell": marker_review.may_tell_now(user, marker, now),
        "may_settle": marker_review.may_settle(user, marker, now),
        "settled": notifications.settled(marker),
        "owed": [one for occasion in notifications.OCCASIONS for one in notifications.owed(marker, occasion, now)],
    }
    found |= appeal_pages.on_page(marker) | side_letters_pages.on_page(marker, now)
    if marker.letter is not None:
        found |= delivery_facts(user, marker.letter, now)
    return found


@blueprint.post("/markers/<int:marker_id>/looking")
def look(marker_id: int) -> Response:
    """Read what happened, once it is said why; who, when and why is recorded (G60)."""
    user, now = access.actor(), clock.now()
    marker, form = access.marker_for(user, marker_id), LookForm()
    return respond.deed(
        form,
        lambda: marker_decision.look(user, marker, form.typed(marker_decision.Look, words=form.why.data), now),
        lambda _: shown(marker, user, now, whole=True),
        lambda **more: shown(marker, user, now, form=form, **more),
    )


# --- Writing it -----------------------------------------------------------------------------------------------------


@blueprint.get("/markers/<int:marker_id>/editing")
def editing(marker_id: int) -> Response:
    """A manager writes the marker beside its letter."""
    user, now = decider(), clock.now()
    marker = access.marker_for(user, marker_id)
    marker_decision.note_deciding(user, marker, now)
    return _editing(marker, marker_forms.kept(marker, now), user, now)


def _editing(
    marker: Marker, form: ProposalForm, user: User, now: dt.datetime, status: int = 200, **more: Any
) -> Response:
    incidents = marker_checks.citable(user, marker.customer, marker)
    hints = marker_forms.offer(form, incidents, NO_INCIDENT["propose"])
    facts: dict[str, Any] = {
        "marker": marker,
        "customer": marker.customer,
        "form": form,
        "hints": hints,
        "about_hints": marker_forms.ABOUT_HINTS,
        "limits": limits(form, now),
        "may_propose": marker_decision.may_propose(user, marker, now),
        "passages": list(letter_facts.passage_labels(marker_letters.NOTICE)),
        "letter": marker_forms.letter(marker, form, incidents, user, now),
        "unsaved": status != 200,
        **decision_pages.format_of(marker.customer),
        **more,
    }
    return respond.page("markers/editing.html", status=status, **facts)


def limits(form: ProposalForm, now: dt.datetime) -> dict[str, str]:
    """What bounds each day and the number of recipients, in a sentence (G54, G56, G57)."""
    category = form.category.data or ""
    most = numbers.value("marker_recipients", now)
    ends = "How long it may last follows from the kind of danger."
    if category in clauses.MARKER_MONTHS:
        months, last = marker_checks.limit(category, now)
        ends = f"At most {months} months, so by {clock.day_words(last)}. It goes on only by a review."
    return {
        "ends_on": ends,
        "review_on": "On or before the end.",
        "recipients": f"Only those who go there or speak to them. More than {most} need a reason.",
        "think_again_on": f"By {clock.day_words(lifecycle.think_again_by(now))} at the latest.",
    }


def _typed(user: User, marker_id: int) -> tuple[Marker, ProposalForm, list[Incident]]:
    marker, form = access.marker_for(user, marker_id), marker_forms.proposal_form()()
    incidents = marker_checks.citable(user, marker.customer, marker)
    marker_forms.offer(form, incidents, NO_INCIDENT["propose"])
    return marker, form, incidents


@blueprint.post("/markers/<int:marker_id>/preview")
def preview(marker_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    user, now = decider(), clock.now()
    marker, form, incidents = _typed(user, marker_id)
    return previewed(
        lambda: marker_forms.letter(marker, form, incidents, user, now),
        lambda **more: _editing(marker, form, user, now, **more),
    )


@blueprint.post("/markers/<int:marker_id>")
def save(marker_id: int) -> Response:
    """Propose it, or save what was changed."""
    user, now = decider(), clock.now()
    marker, form, incidents = _typed(user, marker_id)
    return respond.deed(
        form,
        lambda: marker_decision.propose(user, marker, form.proposal(incidents), now, form.version.data),
        lambda _: respond.see("markers.show", marker_id=marker.id),
        lambda **more: _editing(marker, form, user, now, **more),
        "The marker is saved. It is shown to nobody until a second person approves it.",
        before_you=lambda: decision_pages.before_you(marker, user),
    )


def places(marker: Marker) -> decision_pages.Places:
    """Where what stands against a marker is cleared."""
    page = url_for("markers.editing", marker_id=marker.id)
    return decision_pages.places(
        marker,
        page,
        incidents=("Choose another incident", "#ground"),
        source=("Choose what it rests on", "#ground"),
        format=("Change the words", page),
        words=("Change the words", page),
        marker=("Change what is written", page),
        readers=("Choose who sees it", "#readers"),
        telling=("Say whether the customer is told", "#telling"),
    )
