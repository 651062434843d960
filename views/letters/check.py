"""The letter check beside a letter that is not sent yet, and what its author wrote beside what the template says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from letterpress.make import own, render
from models import Incident
from policy.core import clock
from policy.correspondence import check as letter_check
from policy.correspondence import wordings
from views.frame import access


@dataclass(frozen=True)
class Preview:
    """A letter that is only looked at: its mark-up, as a page prints it, and its check.

    `not_used` is the letter's name where the landlord's own words for it have faults, so that it is made without them;
    `may_see` says that whoever looks may see which.
    """

    mark_up: Markup
    check: letter_check.LetterCheck
    not_used: str = ""
    may_see: bool = False

    def __html__(self) -> Markup:
        return self.mark_up


def preview(
    mark_up: Markup, rendered: render.Rendered, incidents: Sequence[Incident] = (), allowed: Sequence[Any] = ()
) -> Preview:
    """The letter with its check as it stands now; see policy.letter_check.of."""
    now = clock.now()
    not_used = rendered.template if own.faulty(rendered.template, rendered.language) else ""
    may_see = bool(not_used) and wordings.is_read_by(access.actor())
    return Preview(mark_up, letter_check.of(rendered, now, incidents, allowed), not_used, may_see)
