"""Today: the search, and what needs this person, overdue first."""

from flask import Blueprint, current_app, url_for
from werkzeug.wrappers import Response

from models import User
from policy import clock
from policy.today import needs
from views import access, respond

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
def today() -> Response:
    """What needs me, and where to look somebody up."""
    now, user = clock.now(), access.actor()
    items = [item for item in needs(user, now) if item.endpoint in current_app.view_functions]
    return respond.page("home/today.html", needs=items, today=clock.today(now), finds=_finds(user))


def _finds(user: User) -> str | None:
    """The address of the search, for whoever may look customers up."""
    allowed = (user.sees_files or user.logs_incidents) and "customers.find" in current_app.view_functions
    return url_for("customers.find") if allowed else None
