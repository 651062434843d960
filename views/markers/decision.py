"""The decision on a staff-safety marker: approving it, declining it, and setting a rule aside."""

import datetime as dt
from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response

from models import Marker, User
from policy.considerations import considerations
from policy.core import clock
from policy.markers import decision as marker_decision
from policy.markers import letters as marker_letters
from policy.markers import visibility as marker_visibility
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.sections import CUSTOMERS, section
from views.letters.pages import print_out
from views.markers import pages as marker_pages
from views.markers.forms import ApproveForm

blueprint = Blueprint("marker_decisions", __name__)
section(blueprint, CUSTOMERS)


@blueprint.get("/markers/<int:marker_id>/approving")
def approving(marker_id: int) -> Response:
    """Check before you decide: what it rests on, what staff would see, who sees it, and the letter."""
    user, now = marker_pages.decider(), clock.now()
    marker = access.marker_for(user, marker_id)
    marker_decision.note_deciding(user, marker, now)
    return _approving(marker, ApproveForm(formdata=None, version=marker.version), user, now)


def _approving(marker: Marker, form: ApproveForm, user: User, now: dt.datetime, **more: Any) -> Response:
    made = marker_letters.notice(marker, user, now) if marker.telling != "withhold" else None
    may_approve = marker_decision.may_approve(user, marker, now, made)
    weighed = considerations.consideration_of(user, marker.customer, "marker", now)
    facts: dict[str, Any] = {
        "marker": marker,
        "customer": marker.customer,
        "form": form,
        "may_approve": may_approve,
        "ways": decision_pages.ways(may_approve, user, marker, marker_pages.places(marker), now),
        "weighed": weighed,
        "considering": decision_pages.considering(marker),
        "about_words": marker_visibility.about_words(marker),
        "category": clauses.MARKER_CATEGORIES.get(marker.category, ""),
        "teams": [(clauses.TEAMS[one["team"]], one["purpose"]) for one in marker.recipients],
        "before": marker.follows,
        "letter": print_out(made, marker_letters.incidents_of(marker)) if made else None,
        **more,
    }
    return respond.page("markers/approving.html", **facts)


@blueprint.post("/markers/<int:marker_id>/approving")
def approve(marker_id: int) -> Response:
    """A second person approves it; it holds from today."""
    user, now = marker_pages.decider(), clock.now()
    marker, form = access.marker_for(user, marker_id), ApproveForm()
    return respond.deed(
        form,
        lambda: marker_decision.approve(user, marker, now, form.version.data, form.reasons.data or ""),
        lambda _: respond.see("markers.show", marker_id=marker.id),
        lambda **more: _approving(marker.fresh(), form, user, now, **more),
        lambda letter: "It is in place. " + ("Send the letter now, and tell those who see it." if letter else
                                             "The customer is not told for now. Tell those who see it."),
        before_you=lambda: decision_pages.before_you(marker, user),
    )  # fmt: skip


@blueprint.get("/markers/<int:marker_id>/declining")
def declining(marker_id: int) -> Response:
    """Ask for the reason before a request or proposal is declined."""
    user, now = marker_pages.decider(), clock.now()
    return _declining(access.marker_for(user, marker_id), decision_pages.Reason(formdata=None), user, now)


def _declining(marker: Marker, form: decision_pages.Reason, user: User, now: dt.datetime, **more: Any) -> Response:
    may = marker_decision.may_decline(user, marker, now)
    return respond.page("markers/declining.html", marker=marker, customer=marker.customer, form=form, may=may, **more)


@blueprint.post("/markers/<int:marker_id>/declining")
def decline(marker_id: int) -> Response:
    """Decide against it, with a reason."""
    user, now = marker_pages.decider(), clock.now()
    marker, form = access.marker_for(user, marker_id), decision_pages.Reason()
    return respond.deed(
        form,
        lambda: marker_decision.decline(user, marker, form.because.data or "", now),
        lambda _: respond.see("markers.show", marker_id=marker.id),
        lambda **more: _declining(marker.fresh(), form, user, now, **more),
        "It is declined, with your reason. Tell whoever asked for it.",
        may=marker_decision.may_decline(user, marker, now),
    )


@blueprint.post("/markers/<int:marker_id>/overrides")
def override(marker_id: int) -> Response:
    """Set a rule of kind S aside for this marker, with a reason."""
    marker, user, now = decision_pages.worked_on(access.marker_for, marker_id)
    whole = marker_decision.is_deciding(user, marker)
    return decision_pages.set_aside(
        marker, "markers.show", lambda **more: marker_pages.shown(marker, user, now, whole=whole, **more)
    )
