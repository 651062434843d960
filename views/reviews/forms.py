"""The forms of a review: to begin it, to invite, to take down what was said, to prepare what is decided."""

import datetime as dt
from functools import cache
from typing import Any

from wtforms import RadioField, SelectField, TextAreaField

from models import Incident, Restriction, Review
from policy import measures
from policy.core import clock, numbers
from policy.restrictions import lifecycle
from policy.reviews import letters as review_letters
from policy.reviews import opening as review_opening
from policy.reviews import period as review_period
from policy.rulebook import clauses
from views.frame import decision_pages
from views.frame.decision_pages import Choice, Decide, Ticks, Version, passage_fields
from views.frame.forms import DateField, Form, FormKey

GOES_ON = ("adjustments", "improvement")
WAYS = {"": "Choose how", **{key: f"{words[0].upper()}{words[1:]}" for key, words in clauses.CHANNELS.items()}}
WHY_NOT = {f"why_not_{kind.key}": kind for kind in measures.KINDS.values()}


class AskForm(Form):
    """A request to end a restriction, as it came in."""

    form_key = FormKey()
    asked_on = DateField("When did they ask?")
    asked_by = RadioField("Who asked?", choices=review_period.FROM_WHOM, validate_choice=False)
    asked_channel = SelectField(
        "How did they ask?",
        choices=WAYS,
        validate_choice=False,
        description="Any way counts, also one that the restriction does not allow.",
    )
    asked_words = TextAreaField("What did they say?", description="In their own words where you can.")


class CommentForm(Form):
    """What somebody said for a review."""

    from_whom = RadioField("Who said it?", choices=review_period.FROM_WHOM, validate_choice=False)
    channel = SelectField("How?", choices=WAYS, validate_choice=False)
    on = DateField("When?")
    words = TextAreaField(
        "What did they say?", description="The customer's own words; of a support worker the outcome only."
    )


class Prepare(Form):
    """What is prepared for the decision; the passages of its letter are added below."""

    version = Version()
    outcome = RadioField("What is decided", choices=review_period.OUTCOMES, validate_choice=False)
    evidence = RadioField("What does it rest on?", choices=review_opening.EVIDENCE, validate_choice=False)
    cited = Ticks("What has happened since the last decision", coerce=int, choices={})
    evidence_because = TextAreaField(
        "Why no new evidence is needed", description="The letter prints it. It follows “we think it is still needed”."
    )
    ends_on = DateField("New end")
    next_review_on = DateField("Next review by")
    support_words = TextAreaField(
        "What the support worker says, or why nobody was asked", description="For the file; the letter leaves it out."
    )
    arranged = TextAreaField("How this letter is given in that form, and by whom")


@cache
def _prepare() -> type[Prepare]:
    fields: dict[str, Any] = {}
    for template in ("reviews/lifted", "reviews/continued"):
        fields |= passage_fields(template)
    fields["reasons"] = TextAreaField(
        "The reasons", description="Why it ends, changes or goes on, and why nothing milder would do. Facts first."
    )
    return type("PrepareForm", (Prepare,), fields)


@cache
def _invite() -> type[Form]:
    arranged = TextAreaField("How this letter is given in that form, by whom")
    return decision_pages.letter_form(review_letters.INVITATION, arranged=arranged)


def offer(form: Prepare, found: list[Choice]) -> None:
    """Let `form` choose among these incidents."""
    form.cited.choices = {one.incident.id: "" for one in found}


PLAIN = ("version", "outcome", "evidence", "cited", "evidence_because", "support_words", "arranged", "reasons")


def kept(review: Review, found: list[Choice], now: dt.datetime) -> Prepare:
    """The form with what is prepared; dates that are not chosen yet propose no longer a term than there is."""
    restriction = review_period.restriction_of(review)
    ends, following = review.ends_on or restriction.ends_on, review.next_review_on
    if following is None and ends is not None:
        following = measures.latest_review(clock.today(now), ends, numbers.value("review_months", now))
    form = _prepare()(
        formdata=None,
        ends_on=ends,
        next_review_on=following,
        **{name: getattr(review, name) for name in PLAIN},
        **{key: review.passages.get(key, "") for key in review_letters.passages()},
    )
    offer(form, found)
    return form


def typed(found: list[Choice]) -> Prepare:
    """The form with what was typed."""
    form = _prepare()()
    offer(form, found)
    return form


def inviting(review: Review | None = None) -> Form:
    """The form of the invitation, with what is kept of `review` or else with what was typed."""
    if review is None:
        return _invite()()
    return _invite()(
        formdata=None, arranged=review.arranged, **review_letters.passages_of("reviews/invitation", review)
    )


def limits(restriction: Restriction, now: dt.datetime) -> dict[str, str]:
    """What bounds each date, in a sentence (G22)."""
    values, today, begun = numbers.values(now), clock.today(now), lifecycle.begun_on(restriction)
    most, months = values["restriction_most_months"], values["review_months"]
    senior = (
        f" After {clock.day_words(clock.months_after(begun, most))} only a senior officer decides." if begun else ""
    )
    return {
        "ends_on": f"It ends now on {_day(restriction.ends_on)}. At most {most} months from today.{senior}",
        "next_review_on": f"At the latest {months} months from today or half-way, whichever is sooner"
        + (f": by {clock.day_words(measures.latest_review(today, restriction.ends_on, months))} for the end it has now."
           if restriction.ends_on and restriction.ends_on > today else "."),
    }  # fmt: skip


def _day(day: dt.date | None) -> str:
    return clock.day_words(day) if day else "no day"


def choices(incidents: list[Incident], against: dict[int, list[Any]]) -> list[Choice]:
    """The incidents since the last decision, newest first, each with what stands against relying on it."""
    return [Choice(one, against[one.id]) for one in reversed(incidents)]


@cache
def _ladder() -> type[Decide]:
    """The reasons why a milder step would not do, of the changed restriction (G19)."""
    fields = {name: TextAreaField(f"Why not: {one.label[0].lower()}{one.label[1:]}") for name, one in WHY_NOT.items()}
    return type("ReviewLadderForm", (Decide,), fields)


def ladder_form(draft: Restriction | None = None) -> Decide:
    """The form with what the draft holds, else with what was typed."""
    if draft is None:
        return _ladder()()
    return _ladder()(
        formdata=None, version=draft.version, **{f"why_not_{kind}": why for kind, why in draft.why_not_milder.items()}
    )


def reasons_told(form: Decide) -> dict[str, str]:
    """Each reason by the kind of measure it speaks about."""
    return {kind.key: form[name].data or "" for name, kind in WHY_NOT.items()}
