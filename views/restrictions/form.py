"""The form of a proposal, with what is saved or what is typed, and the letter made from either."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from wtforms import RadioField, StringField, TextAreaField

from models import BehaviourWarning, Customer, Incident, Restriction, User
from policy import measures
from policy.core import clock
from policy.core.answers import Refusal
from policy.correspondence import deemed_receipt
from policy.customers import summary as file_summary
from policy.restrictions import letter as restriction_letter
from policy.restrictions import proposal as restriction_proposal
from views.frame import decision_pages
from views.frame.decision_pages import Choice, Citing, LetterForm, Ticks, Version
from views.frame.filters import day
from views.frame.forms import DateField, FormKey
from views.letters.check import Preview
from views.letters.pages import print_out

WHY_NOT = {f"why_not_{kind.key}": kind for kind in measures.KINDS.values()}
SAVED = ("version", *restriction_proposal.DATES, "scope", "told", "arranged")
INCIDENTS_HINT = "Only what happened after the customer received the warning, and before it lapses."


class Resting(Citing):
    """A form that chooses what a proposal rests on, among its `grounds`."""

    grounds: "Grounds"
    warning: RadioField

    @property
    def chosen_warning(self) -> BehaviourWarning | None:
        """The warning that was chosen, where it is one of these."""
        warnings = (one.warning for one in self.grounds.warnings)
        return next((one for one in warnings if str(one.id) == self.warning.data), None)


class Begin(Resting):
    """Which warning a proposal rests on, and what has happened since."""

    form_key = FormKey()
    warning = RadioField("Which warning does it rest on?", choices={}, validate_choice=False)
    incidents = Ticks("What has happened since?", coerce=int, choices={}, description=INCIDENTS_HINT)


class Proposal(LetterForm, Resting):
    """A proposal, but for its measures and the free passages of its letter."""

    letter_template = restriction_letter.TEMPLATE
    version = Version()
    warning = RadioField("The warning it rests on", choices={}, validate_choice=False)
    incidents = Ticks("What has happened since", coerce=int, choices={}, description=INCIDENTS_HINT)
    starts_on = DateField("Start")
    ends_on = DateField("End")
    review_on = DateField("First review")
    scope = StringField(
        "What it applies to",
        description="The letter says: This applies to … Name a team or a topic where that is enough.",
    )
    told = TextAreaField(
        "Who is told about it, one on each line", description="By role: the contact team, the repairs team."
    )
    arranged = TextAreaField("How this letter is given in that form, and by whom")


@cache
def _form(template: str) -> type[Proposal]:
    labels = {name: f"{kind.label[0].lower()}{kind.label[1:]}" for name, kind in WHY_NOT.items()}
    why_not = {name: TextAreaField(f"Why not: {label}") for name, label in labels.items()}
    fields: dict[str, Any] = {**why_not, **decision_pages.passage_fields(template), "letter_template": template}
    return type("ProposalForm", (Proposal,), fields)


@dataclass(frozen=True)
class Grounds:
    """What a proposal may rest on: the issued warnings, each with how it stands, and the incidents since.

    `cited` are the incidents that a proposal rests on as it is saved.
    With the extreme route there is no warning, and the letter it begins with (`template`) is another.
    """

    warnings: list[file_summary.Standing]
    choices: list[Choice]
    cited: Sequence[Incident] = ()
    template: str = restriction_letter.TEMPLATE

    def offer(self, form: Resting) -> None:
        """Let `form` choose among these."""
        form.grounds = self
        form.offer(self.choices)
        form.warning.choices = {
            str(one.warning.id): f"{one.warning.reference}, issued on {day(one.warning.issued_at)}"
            for one in self.warnings
        }

    @property
    def hints(self) -> dict[str, str]:
        """How each warning stands, by the value of its choice."""
        return {str(one.warning.id): f"{one.words}." for one in self.warnings}


def grounds(customer: Customer, now: dt.datetime, restriction: Restriction | None = None) -> Grounds:
    """The warnings and incidents that a proposal for this customer may rest on: a fixed number of reads."""
    if restriction is not None and restriction.declaration is not None:
        cited, since = restriction_letter.incidents_of(restriction), restriction.declaration.incident.happened_on
        choices = decision_pages.choices(customer, now, since=since, cited=cited)
        return Grounds([], choices, cited, restriction_letter.template_of(restriction))
    rows = restriction_proposal.issued_warnings(customer, decision_pages.MOST_SHOWN)
    ways = deemed_receipt.standings([one.letter_id for one in rows if one.letter_id])
    standings = [file_summary.standing(one, ways.get(one.letter_id or 0), now) for one in rows]
    today = clock.today(now)
    lives = [
        (received, deemed_receipt.live_until(one, received))
        for one in rows
        if (received := deemed_receipt.served_on(ways.get(one.letter_id or 0), today))
    ]
    issued = [clock.today(one.issued_at) for one in rows if one.issued_at]
    cited = restriction_letter.incidents_of(restriction) if restriction else []
    choices = decision_pages.choices(customer, now, since=min(issued), cited=cited) if issued else []
    return Grounds(standings, [_with_its_day(one, lives) for one in choices], cited)


def _with_its_day(one: Choice, lives: list[tuple[dt.date, dt.date]]) -> Choice:
    happened = one.incident.happened_on
    if any(received < happened <= until for received, until in lives):
        return one
    sentence = "It does not come after a warning was received and before that warning lapsed."
    return Choice(one.incident, [*one.reasons, Refusal("G5", "box", sentence, kind="S")])


def saved_form(restriction: Restriction, now: dt.datetime) -> Proposal:
    """The form with what the proposal holds."""
    offered = grounds(restriction.customer, now, restriction)
    form = _form(offered.template)(
        formdata=None,
        warning=str(restriction.warning_id or ""),
        incidents=[one.id for one in offered.cited],
        **{name: getattr(restriction, name) for name in SAVED},
        **{f"why_not_{kind}": reason for kind, reason in restriction.why_not_milder.items()},
        **restriction.passages,
    )
    offered.offer(form)
    return form


def typed_form(restriction: Restriction, now: dt.datetime) -> Proposal:
    """The form with what was typed."""
    offered = grounds(restriction.customer, now, restriction)
    form = _form(offered.template)()
    offered.offer(form)
    return form


def proposed(form: Proposal) -> restriction_proposal.Proposal:
    """The proposal as its deed takes it."""
    return form.typed(
        restriction_proposal.Proposal,
        warning=form.chosen_warning,
        incidents=form.cited,
        why_not_milder={kind.key: form[name].data or "" for name, kind in WHY_NOT.items()},
        passages=form.passages,
    )


def letter(restriction: Restriction, form: Proposal, user: User, now: dt.datetime) -> Preview:
    """The letter with what the form holds; nothing is kept."""
    typed = Restriction(**restriction.__data__)  # a copy that is never saved
    typed.customer, typed.warning = restriction.customer, form.chosen_warning
    for name in restriction_proposal.DATES:
        setattr(typed, name, form[name].data)
    typed.scope, typed.told = (form.scope.data or "").strip(), form.told.data or ""
    return print_out(restriction_letter.rendered(typed, user, now, form.passages, form.cited))
