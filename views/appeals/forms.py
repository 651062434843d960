"""The forms of appeals: taking one in, its letters, and the answer to each ground."""

from collections.abc import Mapping, Sequence
from typing import Any

from wtforms import BooleanField, RadioField, StringField, TextAreaField

from models import Appeal, AppealGround, Customer
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.appeals import letters as appeal_letters
from policy.customers import summary as file_summary
from policy.rulebook import clauses
from views.frame import decision_pages
from views.frame.decision_pages import Ticks, Version
from views.frame.forms import DateField, Form, FormKey, optional

GROUND_WORDS = {f"words_{kind}": kind for kind in clauses.APPEAL_GROUNDS}
SOMEBODY_ELSE = "else"


class GroundsForm(Form):
    """The grounds, each with what they said about it."""

    grounds = Ticks("On which grounds", choices=clauses.APPEAL_GROUNDS, description="Tick every one that fits.")

    def ticked(self) -> dict[str, str]:
        """The grounds that were ticked: kind and words."""
        return {kind: self[name].data or "" for name, kind in GROUND_WORDS.items() if kind in (self.grounds.data or [])}


for _name in GROUND_WORDS:
    setattr(GroundsForm, _name, TextAreaField("What they said about it, in their words"))


class Taking(GroundsForm):
    """An objection as it came in."""

    form_key = FormKey()
    received_on = DateField("When they first said so", [optional()])
    channel = RadioField(
        "How it came",
        choices={key: f"{words[:1].upper()}{words[1:]}" for key, words in clauses.CHANNELS.items()},
        validate_choice=False,
    )
    from_whom = RadioField("Who says so", choices=appeal_intake.FROM_WHOM, validate_choice=False)
    representative = RadioField("Who speaks for them", choices={}, validate_choice=False)
    representative_name = StringField("Their name")
    words = TextAreaField("What they said or wrote", description="In their own words, as received. Nothing left out.")
    late_because = TextAreaField("Why it comes late, in their words")
    data_complaint = BooleanField("They also complain about how we use their information")
    discrimination = BooleanField("They say that they were treated unfairly because of who they are")

    def offer(self, customer: Customer) -> None:
        """Let the form choose among those on the file who speak for the customer, or somebody else."""
        people = file_summary.people(customer).representatives
        known = {str(one.id): f"{one.name}{f', {one.relationship}' if one.relationship else ''}" for one in people}
        self.representative.choices = known | {SOMEBODY_ELSE: "Somebody else"}

    def entry(self, customer: Customer) -> appeal_intake.Entry:
        """What was typed; who speaks for the customer as a row of their file, or by the name that was given."""
        people = file_summary.people(customer).representatives
        speaker = next((one for one in people if str(one.id) == self.representative.data), None)
        name = "" if speaker else self.representative_name.data or ""
        return self.typed(appeal_intake.Entry, representative=speaker, representative_name=name, grounds=self.ticked())


class Assigning(Form):
    """Who hears it."""

    version = Version()
    decider = RadioField("Who hears it", choices={}, validate_choice=False)


class Suspending(Form):
    """Whether the restriction rests meanwhile."""

    suspended = RadioField(
        "While this appeal is heard",
        choices={"no": "The restriction goes on", "yes": "The restriction is set aside"},
        validate_choice=False,
    )
    from_on = DateField("From which day", [optional()])
    because = TextAreaField("Your reason")


class Withdrawing(Form):
    """That the customer withdrew it."""

    on = DateField("When they said so", [optional()])
    words = TextAreaField("What they said or wrote", description="In their own words.")


# --- The answer ---

FIELDS = {"data": "their_information"}
"""The field of a passage whose own name every form has taken already."""


class Answer(Form):
    """The answer to an appeal; its passages and grounds are added to it."""

    def entry(self, grounds: Sequence[AppealGround]) -> appeal_hearing.Entry:
        """What was typed."""
        answers = {one.id: (self[f"found_{one.id}"].data, self[f"answer_{one.id}"].data) for one in grounds}
        return self.typed(appeal_hearing.Entry, data=self[FIELDS["data"]].data, answers=answers)

    def blame(self, errors: Mapping[str, str]) -> None:
        """Put the sentence about a passage beside its field."""
        super().blame({FIELDS.get(name, name): sentence for name, sentence in errors.items()})


def answer_form(appeal: Appeal, grounds: Sequence[AppealGround]) -> type[Answer]:
    """The form of the answer to this appeal."""
    outcomes = outcome_words(appeal)
    fields: dict[str, Any] = {
        "version": Version(),
        "outcome": RadioField("What you decide", choices=outcomes, validate_choice=False),
        "ends_on": DateField("Its new end", [optional()]),
        "next_review_on": DateField("Its next review", [optional()]),
        "marker_fact": TextAreaField("What staff see"),
        "marker_action": TextAreaField("What they are asked to do"),
        "arranged": TextAreaField("How this letter is given in that form, and by whom"),
    }
    passages = decision_pages.passage_fields(appeal_letters.template_of(appeal))
    fields |= {FIELDS.get(name, name): field for name, field in passages.items()}
    for one in grounds:
        fields[f"found_{one.id}"] = RadioField("What you found", choices=clauses.APPEAL_FOUND, validate_choice=False)
        fields[f"answer_{one.id}"] = TextAreaField("Your answer, to the customer")
    return type("AnswerForm", (Answer,), fields)


def outcome_words(appeal: Appeal) -> dict[str, str]:
    """The outcomes as they are called for what this appeal is against."""
    if appeal.warning_id is not None:
        return {
            "stands": "The warning stands",
            "varied": "The warning stands, with corrections",
            "overturned": "The warning is withdrawn",
        }
    return clauses.APPEAL_OUTCOMES


def kept_answer(appeal: Appeal, grounds: Sequence[AppealGround]) -> Answer:
    """The answer as it is saved."""
    found = {f"found_{one.id}": one.found for one in grounds} | {f"answer_{one.id}": one.answer for one in grounds}
    names = ("version", "outcome", "ends_on", "next_review_on", "arranged", *appeal_hearing.WORDS)
    own = {name: getattr(appeal, name) for name in names}
    marker = appeal.marker
    words = {f"marker_{name}": getattr(marker, name) for name in ("fact", "action")} if marker else {}
    words |= {FIELDS.get(name, name): text for name, text in appeal.passages.items() if text}
    return answer_form(appeal, grounds)(formdata=None, **own, **found, **words)


def as_typed(appeal: Appeal, form: Answer) -> Appeal:
    """A copy of the appeal with what the form holds, to make the letter from; never saved."""
    copy = Appeal(**appeal.__data__)
    copy.customer, copy.decider, copy.successor = appeal.customer, appeal.decider, appeal.successor
    for name in appeal_hearing.WORDS:
        setattr(copy, name, form[name].data or "")
    copy.ends_on, copy.next_review_on = form["ends_on"].data, form["next_review_on"].data
    outcome = form["outcome"].data
    copy.outcome = outcome if outcome in clauses.APPEAL_OUTCOMES else ""
    copy.passages = {name: form[FIELDS.get(name, name)].data or "" for name in appeal_hearing.MORE}
    return copy
