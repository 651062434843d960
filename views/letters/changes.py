"""What a letter's template says and what its author wrote, side by side with the wording in use today. To read only."""

from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response

from letterpress.checks import reading
from letterpress.make.text import text_of
from models import Letter
from policy.correspondence import changes as letter_changes
from views.frame import access, respond
from views.frame.sections import CUSTOMERS, section

blueprint = Blueprint("letter_changes", __name__, url_prefix="/letters/<int:letter_id>")
section(blueprint, CUSTOMERS)


@blueprint.get("/changes")
def show(letter_id: int) -> Response:
    """The letter with its author's words marked, and how its wording differs from today's."""
    letter = access.letter_for(access.actor(), letter_id)
    return respond.page(
        "letters/changes.html",
        letter=letter,
        paragraphs=letter_changes.written(letter),
        kept=letter_changes.wording(letter),
    )


def facts_of(letter: Letter) -> dict[str, Any]:
    """How a sent letter reads, for its page."""
    said = text_of(letter.html)
    age = reading.read(said).age if letter.written_in == "en" else None
    return {"letter_age": age, "letter_length": reading.length(said)}
