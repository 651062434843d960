"""Who looked at which staff-safety marker this week, for the data protection officer (G60)."""

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from policy.core import clock, numbers
from policy.markers import access_report
from views.frame import access, respond
from views.frame.sections import WHO_LOOKED, section

blueprint = Blueprint("access_report", __name__)
section(blueprint, WHO_LOOKED)


@blueprint.get("/audit/looking")
def show() -> Response:
    """Everybody's looking in the last 7 days, the unusual on top; no names of customers."""
    user, now = access.actor(), clock.now()
    if not access_report.may_see(user, now):
        abort(403)
    found = access_report.week(now)
    return respond.page(
        "markers/looking.html",
        unusual=[one for one in found if one.unusual],
        usual=[one for one in found if not one.unusual],
        above=numbers.value("unusual_views", now),
    )
