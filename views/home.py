"""Today: the search, and what needs this person, overdue first."""

from flask import Blueprint, url_for
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
    return respond.page("home/today.html", needs=needs(user, now), today=clock.today(now), finds=_finds(user))


def _finds(user: User) -> str | None:
    """The address of the search, for whoever may look customers up."""
    return url_for("customers.search") if user.sees_files or user.logs_incidents else None
