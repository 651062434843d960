"""What the pages of warnings and restrictions share: who may send their forms, the incidents to choose from, what
stands in the way and where it is cleared, setting a rule aside with a reason, and who was there first.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import abort, request, url_for
from werkzeug.wrappers import Response
from wtforms import TextAreaField

from letterpress.make import render
from models import Appeal, BehaviourWarning, Customer, Delivery, Incident, Marker, Restriction, Review, User
from policy.considerations import overrides
from policy.core import audit, clock
from policy.core.answers import Answer, Refusal
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.incidents import entries as incident_entries
from policy.incidents import evidence
from policy.rulebook import clauses
from policy.rulebook.rules import RULES
from views.frame import access, respond
from views.frame.filters import moment
from views.frame.forms import CheckboxesField, Form, Mark

MOST_SHOWN = 100
DECIDERS_OWN = ("own", "G7", "G9", "G15", "G16")
EVENTS = {
    "warning_changed": "changed it",
    "warning_read": "read it",
    "warning_issued": "issued it",
    "warning_withdrawn": "withdrew it",
    "restriction_changed": "changed it",
    "restriction_authorised": "authorised it",
    "restriction_declined": "declined it",
    "restriction_issued": "issued its letter",
    "restriction_lifted": "lifted it",
    "review_changed": "changed it",
    "review_invited": "invited the customer",
    "review_held": "decided it",
}

CHANNELS = {key: f"{words[0].upper()}{words[1:]}" for key, words in clauses.PERMITTED_CHANNELS.items()}

Thing = BehaviourWarning | Restriction | Review | Marker
Decided = TypeVar("Decided", BehaviourWarning, Restriction, Review, Marker)
Loaded = TypeVar("Loaded")


def worker() -> User:
    """The person signed in, who works on files; 403 for everybody else."""
    user = access.actor()
    return user if user.is_officer else abort(403)


def worker_or_safety_lead() -> User:
    """The person signed in, who works on files or, as the safety lead, decides on markers; 403 for everybody else."""
    user = access.actor()
    return user if user.is_officer or user.has("safety_lead") else abort(403)


def worked_on(load: Callable[[User, int], Loaded], number: int) -> tuple[Loaded, User, dt.datetime]:
    """What somebody who works on files asks for, loaded through permission; who that is, and now. 403, 404."""
    user = worker()
    return load(user, number), user, clock.now()


# --- Forms ----------------------------------------------------------------------------------------------------------


class Ticks(CheckboxesField):
    """Several of some choices; whatever else arrives is answered with a plain sentence."""

    def __init__(self, *args: Any, **kwargs: Any):
        from_list = "Choose from the list."
        super().__init__(*args, invalid_value_message=from_list, invalid_choice_message=from_list, **kwargs)


class Version(Mark):
    """The version of the draft that the page showed; anything unreadable is no version at all."""

    data: int

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = number(valuelist[0] if valuelist else "")


def number(text: str | None) -> int:
    """The whole number that `text` is, or -1."""
    text = text or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


class Decide(Form):
    """The version that was looked at before a decision."""

    version = Version()


class Reason(Form):
    """Why something is done: to withdraw, decline, lift, or set a rule aside."""

    because = TextAreaField("Your reason")


# --- Incidents to choose from ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Choice:
    """An incident a decision may rest on, with what stands against relying on it."""

    incident: Incident
    reasons: list[Refusal]


def choices(
    customer: Customer, now: dt.datetime, since: dt.date | None = None, cited: Sequence[Incident] = ()
) -> list[Choice]:
    """The newest incidents of a file (from `since`), and those already chosen, newest first: four reads."""
    incidents = evidence.completed(incident_entries.newest(customer, MOST_SHOWN, since))
    known = {incident.id for incident in incidents}
    incidents += [incident for incident in cited if incident.id not in known]
    against = evidence.against(customer, incidents, now)
    return [Choice(incident, against[incident.id]) for incident in incidents]


class Citing(Form):
    """A form that cites incidents, among those it was `offered`."""

    incidents: Ticks
    offered: list[Choice]

    def offer(self, offered: list[Choice]) -> None:
        """Let it choose among these."""
        self.offered, self.incidents.choices = offered, {one.incident.id: "" for one in offered}

    @property
    def cited(self) -> list[Incident]:
        """The incidents that were ticked, oldest first."""
        return chosen(self.offered, self.incidents.data)


def chosen(shown: Iterable[Choice], ids: Iterable[int] | None) -> list[Incident]:
    """The incidents that were ticked, oldest first."""
    wanted = set(ids or ())
    incidents = [one.incident for one in shown if one.incident.id in wanted]
    return sorted(incidents, key=lambda one: (one.happened_on, one.id))


# --- What stands in the way -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Way:
    """What stands in the way and is cleared in one place: its reasons, that place, and whether it may be set aside."""

    rule: str
    reasons: list[Refusal]
    place: str
    place_words: str
    overriding: Answer | None

    @property
    def own_of_decider(self) -> bool:
        """True for what only the person who decides can clear, on the day they decide."""
        return self.reasons[0].by_role or self.rule in DECIDERS_OWN

    @property
    def sources(self) -> list[Refusal]:
        """One reason for each rule among them, to show where each is written."""
        return list({reason.rule: reason for reason in self.reasons}.values())


Places = Mapping[str, tuple[str, str]]
"""What a rule may be about (policy.rules.ABOUT) -> where that is cleared: the words of the link and its address."""


def places(thing: Thing | Appeal, page: str = "", **own: tuple[str, str]) -> Places:
    """Where each reason against deciding on this thing is cleared, by what it is about; `own` is what its page holds.

    `page`: the address of that page, for the anchors among `own`, where they are shown on another.
    """
    considered = considering(thing)
    known = {
        "weighing": ("Record what you considered", considered),
        "support": ("Record a conversation with them", f"{considered}#support"),
        "people": ("See who may decide what", url_for("policy_page.show", _anchor="who")),
        "life": ("See what is recorded", url_for("life_events.new", customer_id=thing.customer_id)),
        **own,
    }
    return {about: (words, f"{page}{at}" if at[:1] == "#" else at) for about, (words, at) in known.items()}


def place_of(reason: Refusal, places: Places) -> tuple[str, str]:
    """Where a reason is cleared; what is no rule is cleared nowhere. Raises KeyError for a place that a page forgot."""
    if reason.by_role:
        return places["people"]
    if reason.incident is not None:
        address = url_for("incidents.show", incident_id=reason.incident, _anchor="notes")
        return f"Open incident I-{reason.incident:05d}", address
    return places[RULES[reason.rule].about] if reason.rule in RULES else ("", "")


def ways(answer: Answer, actor: User, thing: Thing | Appeal, places: Places, now: dt.datetime) -> list[Way]:
    """The reasons against, gathered by where they are cleared; each rule of kind S by itself, but in an appeal."""
    by_place: dict[str, list[Refusal]] = {}
    for reason in answer.reasons:
        apart = reason.may_be_overridden and not isinstance(thing, Appeal)
        by_place.setdefault(reason.rule if apart else place_of(reason, places)[1] or reason.rule, []).append(reason)
    return [_way(reasons, actor, thing, places, now) for reasons in by_place.values()]


def _way(reasons: list[Refusal], actor: User, thing: Thing | Appeal, places: Places, now: dt.datetime) -> Way:
    first, overriding = reasons[0], None
    if first.may_be_overridden and not isinstance(thing, Appeal):
        overriding = overrides.may_override(actor, thing, first.rule, now)
    words, place = place_of(first, places)
    return Way(first.rule, reasons, place, words, overriding)


def set_aside(thing: Thing, endpoint: str, show: Callable[..., Response]) -> Response:
    """Set a rule of kind S aside for this one thing, with a reason; then its page, at `endpoint`."""
    user, now, form, rule = worker(), clock.now(), Reason(), request.form.get("rule", "")
    form.because.id, noun = f"because-{rule}", overrides.noun_of(thing)
    return respond.deed(
        form,
        lambda: overrides.override(user, thing, rule, form.because.data or "", now),
        lambda _: respond.see(endpoint, "way", **{f"{noun}_id": thing.id}),
        lambda **more: show(reason_form=form, reason_rule=rule, **more),
        f"Rule {rule} is set aside for this {noun}, with your reason.",
        may=overrides.may_override(user, thing, rule, now),
    )


# --- A reason before something is done ------------------------------------------------------------------------------


def with_reason(
    template: str,
    thing: Decided,
    question: Callable[[User, Decided, dt.datetime], Answer],
    deed: Callable[[User, Decided, str, dt.datetime], object],
    done: Callable[[], Response],
    said: str,
) -> Response:
    """The page that asks for a reason (layout/reason.html); posted, the `deed` done with it, and `done()` after it."""
    user, now, noun = worker(), clock.now(), overrides.noun_of(thing)
    form = Reason() if request.method == "POST" else Reason(formdata=None)

    def page(row: Any, **more: Any) -> Response:
        facts = {noun: row, "customer": row.customer, "form": form, "may": question(user, row, now)}
        return respond.page(template, **facts, **more)

    if request.method != "POST":
        return page(thing)
    return respond.deed(
        form,
        lambda: deed(user, thing, form.because.data or "", now),
        lambda _: done(),
        lambda **more: page(thing.fresh(), **more),
        said,
        before_you=lambda: before_you(thing, user),
        may=question(user, thing, now),
    )


# --- Somebody was there first ---------------------------------------------------------------------------------------


def before_you(thing: Thing, user: User) -> str:
    """Who did something to this thing last, what and when, for whoever comes too late; empty where it was nobody."""
    noun = overrides.noun_of(thing)
    names = [name for name in EVENTS if name.startswith(noun)]
    last = audit.newest(thing.customer_id, names, noun, thing.id)
    return f"{_name(last.actor, user)} {EVENTS[last.name]} on {moment(last.at)}." if last else ""


def too_late(thing: Thing, user: User, answer: Answer, page: Callable[..., Response]) -> Response:
    """409 on `page`: this was decided in the meantime; who did it, and when."""
    if respond.is_htmx():
        return respond.refused("", answer)
    return page(refusals=list(answer.reasons), before_you=before_you(thing, user), status=409)


def told_of(delivery: Delivery | None, user: User) -> str:
    """Who recorded the newest thing about a letter, and when."""
    return f"{_name(delivery.by, user)} recorded something on {moment(delivery.at)}." if delivery else ""


def _name(who: User | None, user: User) -> str:
    if who is None:
        return "Somebody"
    return "You" if who.id == user.id else who.name


# --- Where to look --------------------------------------------------------------------------------------------------

PAGES = {"restriction": "restrictions.show", "warning": "warnings.show", "marker": "markers.show"}


def by_id(thing: Thing) -> dict[str, Any]:
    """How the address of a page about this thing names it."""
    return {f"{overrides.noun_of(thing)}_id": thing.id}


def page_of(thing: Thing) -> str:
    """The address of the page of a restriction, a warning or a marker."""
    return url_for(PAGES[overrides.noun_of(thing)], **by_id(thing))


def format_of(customer: Customer) -> dict[str, Any]:
    """For the page of a letter: whether it is made here in this customer's format, and the format in words (G33)."""
    return {
        "in_format": not list(filter(None, fairness.in_their_format(customer, ""))),
        "asked_format": clauses.LETTER_FORMATS[customer.letter_format],
    }


def considering(thing: Thing | Appeal) -> str:
    """The page on which the decider records what they considered before deciding on this thing."""
    purpose = "appeal" if isinstance(thing, Appeal) else overrides.noun_of(thing)
    return url_for("considerations.new", customer_id=thing.customer_id, purpose=purpose, about=thing.id)


# --- Letters --------------------------------------------------------------------------------------------------------


def passage_fields(template: str) -> dict[str, TextAreaField]:
    """A field for each free passage of a letter; the form's macros take label and hint from it."""
    passages = render.template_info(template).passages
    return {one.key: TextAreaField(one.label, description=one.hint) for one in passages}


def letter_form(template: str, **fields: Any) -> type[Form]:
    """The form of a letter: its passages, how it is given in a format that is not made here, and other `fields`."""
    arranged = TextAreaField("How this letter is given in that form, and by whom")
    return type("LetterForm", (Form,), {"arranged": arranged, **passage_fields(template), **fields})


def passages(template: str, form: Form) -> dict[str, str]:
    """The free passages of a letter as a form has them."""
    return {one.key: form[one.key].data or "" for one in render.template_info(template).passages}


class LetterForm(Form):
    """A form with a field for each free passage of the letter called `letter_template`."""

    letter_template: str

    @property
    def passages(self) -> dict[str, str]:
        """The passages as the form has them."""
        return {one.key: self[one.key].data or "" for one in render.template_info(self.letter_template).passages}


def words_apart(form: LetterForm, saved: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """What a page shows that was not saved: the passages `typed`, and `theirs`, saved meanwhile, that differ."""
    typed, labels = form.passages, letter_facts.passage_labels(form.letter_template)
    return {
        "typed": [(labels[key], words) for key, words in typed.items() if words],
        "theirs": [(labels[key], saved.get(key, "")) for key in typed if saved.get(key, "") != typed[key]],
    }


def format_facts(customer: Customer) -> dict[str, Any]:
    """Whether we make this customer's letters in the format they asked for ourselves, and which that is."""
    return {
        "in_format": not any(fairness.in_their_format(customer, "")),
        "asked_format": clauses.LETTER_FORMATS[customer.letter_format],
    }
