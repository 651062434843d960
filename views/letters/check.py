"""The letter check beside a letter that is not sent yet, and what its author wrote beside what the template says."""

from dataclasses import dataclass

from markupsafe import Markup

from policy.correspondence import check as letter_check


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
