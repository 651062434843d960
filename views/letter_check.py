"""The letter check beside a letter that is not sent yet, and what its author wrote beside what the template says."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from letters import render
from models import Incident
from policy import clock, letter_check


@dataclass(frozen=True)
class Preview:
    """A letter that is only looked at: its mark-up, as a page prints it, and its check."""

    mark_up: Markup
    check: letter_check.LetterCheck

    def __html__(self) -> Markup:
        return self.mark_up


def preview(
    mark_up: Markup,
    rendered: render.Rendered,
    incidents: Sequence[Incident] = (),
    allowed: Sequence[Any] = (),
) -> Preview:
    """The letter with its check as it stands now; see policy.letter_check.of."""
    return Preview(mark_up, letter_check.of(rendered, clock.now(), incidents, allowed))
