"""The forms of staff-safety markers: asking for one, writing it, reading it with a reason, and what comes later."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from typing import Any

from wtforms import BooleanField, HiddenField, RadioField, StringField, TextAreaField

from models import Incident, Marker, User
from policy import measures
from policy.core import clock, numbers
from policy.markers import checks as marker_checks
from policy.markers import decision as marker_decision
from policy.markers import letters as marker_letters
from policy.markers import review as marker_review
from policy.rulebook import clauses
from views.frame import decision_pages
from views.frame.decision_pages import Ticks, Version
from views.frame.filters import day
from views.frame.forms import DateField, Form, FormKey, optional
from views.letters.check import Preview
from views.letters.pages import print_out

NONE = "none"
PURPOSE = "purpose_{}"
ABOUT_HINTS = {
    "person": "What this named person did or said. Nobody else in the home is marked.",
    "property": "Needles, bad wiring, a ramp. It says nothing about whoever lives there.",
    "animal": "The animal, and where it is kept. It says nothing about its owner.",
    "associated": "A visitor or somebody in the home. Say who they are to the customer.",
}


class AskForm(Form):
    """Anybody asks: what happened, and what would keep people safe."""

    form_key = FormKey()
    asked_words = TextAreaField("What happened, or what are you worried about?")
    about = RadioField("Whom or what is it about?", choices=clauses.MARKER_ABOUT, validate_choice=False)
    place = StringField("Which place, animal or person?")
    category = RadioField("What kind of danger?", choices=clauses.MARKER_CATEGORIES, validate_choice=False)
    action = TextAreaField("What should staff do?", description="Such as: go in twos; ring before you go in.")
    incident = RadioField("Is it about something already logged?", choices={}, validate_choice=False)
    asked_for = StringField("Are you asking for a firm that works for us? Its name")


class ProposalForm(Form):
    """A manager writes the marker, but for what each team needs it for and the letter's passages."""

    version = Version()
    about = RadioField("Whom or what is it about?", choices=clauses.MARKER_ABOUT, validate_choice=False)
    place = StringField("Which place, animal or person?", description="Not needed where it is about this customer.")
    category = RadioField("What kind of danger?", choices=clauses.MARKER_CATEGORIES, validate_choice=False)
    incident = RadioField("What does it rest on?", choices={}, validate_choice=False)
    source = StringField("Who told us", description="A name and a role. The customer’s letter does not name them.")
    source_on = DateField("When they told us", [optional()])
    source_words = TextAreaField("What they said, in their words")
    fact = TextAreaField(
        "What happened, in plain words",
        description="Say what was done, when, and whether anybody was hurt. No names of colleagues, no labels.",
    )
    action = TextAreaField(
        "What staff do",
        description="Concrete and short: Go in twos. Ring before you go in. Meet at the office. Ask for the dog to be "
        "shut away.",
    )
    recipients = Ticks("Who needs to see it?", choices={key: team.label for key, team in clauses.TEAMS.items()})
    recipients_because = TextAreaField("Why each of so many needs it")
    ends_on = DateField("It ends on", [optional()])
    review_on = DateField("It is reviewed by", [optional()])
    telling = RadioField("Is the customer told?", choices=clauses.MARKER_TELLING, validate_choice=False)
    not_telling_because = TextAreaField("Why telling them would be dangerous")
    think_again_on = DateField("Think again on", [optional()])
    arranged = TextAreaField("How this letter is given in that form, and by whom")

    def purposes(self) -> dict[str, str]:
        """The teams that were ticked, each with what for."""
        ticked = [key for key in clauses.TEAMS if key in (self.recipients.data or [])]
        return {key: self[PURPOSE.format(key)].data or "" for key in ticked}

    def proposal(self, shown: list[Incident]) -> marker_decision.Proposal:
        """What was typed, with the incident that was chosen among these."""
        return self.typed(marker_decision.Proposal, incident=chosen(self, shown), recipients=self.purposes())


@cache
def proposal_form() -> type[ProposalForm]:
    """The form with every field of it."""
    fields: dict[str, Any] = {PURPOSE.format(key): StringField("What for?") for key in clauses.TEAMS}
    return type("MarkerForm", (ProposalForm,), fields | decision_pages.passage_fields(marker_letters.NOTICE))


class LookForm(Form):
    """Why somebody needs to read what happened (G60)."""

    reason = RadioField("Why do you need to read it?", choices=clauses.LOOKING, validate_choice=False)
    why = StringField("In your own words, where it is something else")

    def blame(self, errors: Mapping[str, str]) -> None:
        """The words are the reader's own reason."""
        super().blame({"why" if name == "words" else name: sentence for name, sentence in errors.items()})


class ApproveForm(Form):
    """The version that was looked at and, where the marker goes on after a review, why."""

    version = Version()
    reasons = TextAreaField("Why it goes on")


class ReviewForm(Form):
    """Why a review is opened now."""

    form_key = FormKey()
    kind = RadioField("Why now?", choices=marker_review.KINDS, validate_choice=False)
    asked_on = DateField("When they asked", [optional()])
    asked_words = TextAreaField("What they said")


class RemoveForm(Form):
    """Why it is taken off, and whether it should never have been there."""

    because = TextAreaField("Your reason")
    was_wrong = BooleanField(
        "It was a mistake: it should never have been recorded",
        description="The customer’s letter then says so, and that we are sorry.",
    )


class WithholdForm(Form):
    """Not telling, for now, once more."""

    because = TextAreaField("Why telling them would still be dangerous")
    think_again_on = DateField("Think again on", [optional()])


class ToldForm(Form):
    """Who was told just now, and how."""

    occasion = HiddenField()
    whom = Ticks("Who has been told", choices={})
    words = StringField("How they were told", description="Such as: by telephone, in the morning meeting.")


def letter_form(template: str, **kept: Any) -> Any:
    """The form for the free passages of one of the letters; with what is kept, or as it was typed."""
    form = decision_pages.letter_form(template, no_letter_because=TextAreaField("Why no letter is owed"))
    return form(formdata=None, **kept) if kept else form()


# --- Incidents ---


def offer(form: Any, shown: list[Incident], none: str) -> dict[str, str]:
    """Let `form` choose among these incidents or none; answers a sentence about each by its value."""
    form.incident.choices = {
        **{str(one.id): f"{day(one.happened_on)}, {clauses.CHANNELS[one.channel]}" for one in shown},
        NONE: none,
    }
    return {str(one.id): _short(one.what_happened) for one in shown}


def _short(words: str) -> str:
    return words if len(words) <= 120 else f"{words[:117].rstrip()}…"


def chosen(form: Any, shown: list[Incident]) -> Incident | None:
    """The incident that was chosen, where it is one of these."""
    return next((one for one in shown if str(one.id) == form.incident.data), None)


# --- A proposal ---


PLAIN = (
    "about", "place", "category", "source", "source_on", "source_words", "fact", "action", "recipients_because",
    "telling", "not_telling_because", "think_again_on", "arranged",
)  # fmt: skip


def kept(marker: Marker, now: dt.datetime) -> ProposalForm:
    """The form with what the marker holds; of a request, with the usual days filled in."""
    ends, review = marker.ends_on, marker.review_on
    if marker.proposed_at is None and marker.category in clauses.MARKER_MONTHS:
        _, ends = marker_checks.limit(marker.category, now)
        review = measures.latest_review(clock.today(now), ends, numbers.value("review_months", now))
    return proposal_form()(
        formdata=None,
        version=marker.version,
        incident=str(marker.incident_id or (NONE if marker.source else "")),
        recipients=[one["team"] for one in marker.recipients],
        ends_on=ends,
        review_on=review,
        **{name: getattr(marker, name) for name in PLAIN},
        **{PURPOSE.format(one["team"]): one["purpose"] for one in marker.recipients},
        **marker.passages,
    )


def letter(marker: Marker, form: ProposalForm, shown: list[Incident], user: User, now: dt.datetime) -> Preview:
    """The notice with what the form holds; nothing is kept."""
    copy = Marker(**marker.__data__)  # a copy that is never saved
    copy.customer, copy.incident = marker.customer, chosen(form, shown)
    for name in ("about", "place", "category", "source", "source_words", "fact", "action"):
        setattr(copy, name, form[name].data or "")
    copy.source_on, copy.ends_on, copy.review_on = form.source_on.data, form.ends_on.data, form.review_on.data
    copy.recipients = marker_checks.recipients(form.purposes())
    written = decision_pages.passages(marker_letters.NOTICE, form)
    return print_out(marker_letters.notice(copy, user, now, written), marker_letters.incidents_of(copy))
