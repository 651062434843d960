"""Letters beside the decisions: a reminder, a warning that ended, support workers, notices to staff; an appeal form."""

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import Any

from flask import Blueprint, Response, abort, render_template, url_for
from werkzeug.wrappers import Response as Answered
from wtforms import RadioField, StringField, TextAreaField

from letterpress.formats import enclosure
from models import BehaviourWarning, Contact, Marker, Restriction, SupportWorker, User
from policy.core import clock, numbers
from policy.customers import summary as file_summary
from policy.markers import decision as marker_decision
from policy.other_letters import side_letter_facts, side_letters
from policy.other_letters.side_letter_facts import Entry
from policy.other_letters.side_letters import Side
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.assets import static_url
from views.frame.decision_pages import Ticks
from views.frame.filters import day, hour
from views.frame.forms import Form, FormKey
from views.frame.sections import CUSTOMERS, section
from views.letters.pages import print_out, sheet

blueprint = Blueprint("side_letters", __name__)
section(blueprint, CUSTOMERS)

OTHER = "other"


class SideForm(Form):
    """What a person adds to any letter beside a decision: its free passages, as it names them, and how it is given."""

    letter = ""
    fields_template = ""
    form_key = FormKey()
    arranged = TextAreaField("How this letter is given in that form, and by whom")

    def offer(self, thing: Any, first: bool = False) -> None:
        """Fill in what there is to choose from; `first`: and what is chosen when the page is opened."""

    def entry(self, thing: Any) -> Entry:
        """What was added: rows in place of their numbers."""
        return Entry(passages=decision_pages.passages(self.letter, self), arranged=self.arranged.data or "")


class ReminderForm(SideForm):
    """The contacts that a reminder names."""

    fields_template = "other_letters/_reminder.html"
    cited = Ticks("Which contacts does it name?", choices=[])

    def offer(self, thing: Any, first: bool = False) -> None:
        self.cited.choices = [(str(one.id), _contact_words(one)) for one in side_letter_facts.outside(thing)]
        if first:
            self.cited.data = [key for key, _ in self.cited.choices]

    def entry(self, thing: Any) -> Entry:
        return replace(super().entry(thing), cited=[decision_pages.number(one) for one in self.cited.data or []])


class SupportForm(SideForm):
    """Which support worker is written to, and on what basis."""

    fields_template = "other_letters/_support_worker.html"
    worker = RadioField("Which support worker?", choices=[], validate_choice=False)
    to_whom = TextAreaField("Their address", description="Leave it empty to send the letter by e-mail.")
    agreed = TextAreaField(
        "When and how the customer agreed",
        description="Such as: on the telephone today. May stay empty where another basis is recorded below.",
    )

    def offer(self, thing: Any, first: bool = False) -> None:
        known = file_summary.people(thing.customer).support_workers
        self.worker.choices = [(str(one.id), _worker_words(one)) for one in known]
        if first and len(known) == 1:
            self.worker.data = str(known[0].id)

    def entry(self, thing: Any) -> Entry:
        known = file_summary.people(thing.customer).support_workers
        worker = next((one for one in known if str(one.id) == self.worker.data), None)
        to_whom, agreed = self.to_whom.data or "", self.agreed.data or ""
        return replace(super().entry(thing), worker=worker, to_whom=to_whom, agreed=agreed)


class NoticeForm(SideForm):
    """Which team or firm a notice is for."""

    fields_template = "other_letters/_staff_notice.html"
    to_whom = RadioField("Who is it for?", choices=[], validate_choice=False)
    other = StringField("Another team or firm", description="A team or a firm, not a person.")

    def offer(self, thing: Any, first: bool = False) -> None:
        self.to_whom.choices = [(one, one) for one in side_letter_facts.recipients(thing)]
        self.to_whom.choices += [] if isinstance(thing, Marker) else [(OTHER, "Another team or firm")]

    def entry(self, thing: Any) -> Entry:
        whom = self.other if self.to_whom.data == OTHER else self.to_whom
        return replace(super().entry(thing), to_whom=whom.data or "")


FORMS: dict[str, type[SideForm]] = {"reminder": ReminderForm, "support_worker": SupportForm, "staff_notice": NoticeForm}


@cache
def _form_of(side: Side) -> type[SideForm]:
    """The form of a letter: one of its own where something is chosen for it, and KeyError where that is missing."""
    own = FORMS[side.kind] if side.needs else SideForm
    return type(own.__name__, (own,), {"letter": side.template, **decision_pages.passage_fields(side.template)})


def _contact_words(one: Contact) -> str:
    about = clauses.CONTACT_SUBJECTS.get(one.subject, "")
    return f"{day(one.at)}, {hour(clock.london(one.at).time())}, {clauses.CHANNELS[one.channel]}. {about}."


def _worker_words(one: SupportWorker) -> str:
    basis = f" Basis recorded: {one.basis}" if one.basis.strip() else " No basis is recorded."
    return f"{one.name}{f', {one.organisation}' if one.organisation else ''}.{basis}"


# --- One letter -----------------------------------------------------------------------------------------------------


SIDES = {kind.replace("_", "-"): side for kind, side in side_letters.SIDES.items()}
"""Each letter by the word in its address."""
WORDS = {kind: side.words for kind, side in side_letters.SIDES.items()}


def _found(slug: str, which: dict[str, int]) -> tuple[User, Any, Side]:
    """Who asks, about what, and which letter; 404 for a letter that this thing has not."""
    user = access.actor()
    ((name, number),) = which.items()
    loaders: dict[str, Any] = {
        "restriction_id": access.restriction_for,
        "warning_id": access.warning_for,
        "marker_id": access.marker_for,
    }
    is_marker = name == "marker_id"
    if not (user.is_officer or (is_marker and user.has("safety_lead"))):
        abort(403)
    thing, side = loaders[name](user, number), SIDES.get(slug)
    if side is None or not isinstance(thing, side.beside):
        abort(404)
    if isinstance(thing, Marker) and not thing.approved_at:
        abort(404)
    return user, thing, side


def _typed(side: Side, thing: Any) -> SideForm:
    form = _form_of(side)()
    form.offer(thing)
    return form


@blueprint.get("/restrictions/<int:restriction_id>/letters/<slug>")
@blueprint.get("/warnings/<int:warning_id>/letters/<slug>")
@blueprint.get("/markers/<int:marker_id>/letters/<slug>")
def new(slug: str, **which: int) -> Answered:
    """The letter beside what is added to it, and what stands in the way."""
    user, thing, side = _found(slug, which)
    form = _form_of(side)(formdata=None)
    form.offer(thing, first=True)
    return _page(slug, side, thing, form, user, clock.now())


def _page(slug: str, side: Side, thing: Any, form: SideForm, user: User, now: dt.datetime, **more: Any) -> Answered:
    if isinstance(thing, Marker):
        marker_decision.note_deciding(user, thing, now)
    customer, which = thing.customer, decision_pages.by_id(thing)
    may, entry = side.asks(user, thing, now), form.entry(thing)
    made = side_letters.rendered(side, thing, entry, user, now) if may else None
    facts: dict[str, Any] = {
        "side": side,
        "thing": thing,
        "customer": customer,
        "form": form,
        "passages": [form[key] for key in entry.passages],
        "may": may,
        "ways": side.asks(user, thing, now, entry, made),
        "letter": print_out(made) if made else None,
        "unsaved": True,
        "back": decision_pages.page_of(thing),
        "address": url_for("side_letters.send", slug=slug, **which),
        "preview_address": url_for("side_letters.preview", slug=slug, **which),
        **decision_pages.format_of(customer),
        **({} if side.to_customer else {"in_format": True}),
        **more,
    }
    return respond.page("other_letters/new.html", **facts)


@blueprint.post("/restrictions/<int:restriction_id>/letters/<slug>/preview")
@blueprint.post("/warnings/<int:warning_id>/letters/<slug>/preview")
@blueprint.post("/markers/<int:marker_id>/letters/<slug>/preview")
def preview(slug: str, **which: int) -> Answered:
    """The letter with what was typed; nothing is kept."""
    user, thing, side = _found(slug, which)
    form, now = _typed(side, thing), clock.now()
    if respond.is_htmx():
        made = side_letters.rendered(side, thing, form.entry(thing), user, now)
        return respond.page("letters/_preview.html", letter=print_out(made), unsaved=True)
    return _page(slug, side, thing, form, user, now)


@blueprint.post("/restrictions/<int:restriction_id>/letters/<slug>")
@blueprint.post("/warnings/<int:warning_id>/letters/<slug>")
@blueprint.post("/markers/<int:marker_id>/letters/<slug>")
def send(slug: str, **which: int) -> Answered:
    """Issue the letter, or make the notice: on to it, to print and send."""
    user, thing, side = _found(slug, which)
    form, now = _typed(side, thing), clock.now()
    entry, key = form.entry(thing), form.form_key.data
    return respond.deed(
        form,
        lambda: side_letters.send(user, side, thing, entry, now, key),
        lambda row: respond.see("letters.show", letter_id=row.letter_id),
        lambda **more: _page(slug, side, thing, form, user, now, **more),
        side.said,
        may=side.asks(user, thing, now),
        sent_before=side_letters.sent_before(user, side, thing, entry, key),
    )


# --- What there is --------------------------------------------------------------------------------------------------


def on_page(thing: Any, now: dt.datetime) -> dict[str, Any]:
    """What other_letters/_beside.html shows on the page of a restriction, a warning or a marker: one read."""
    is_limit = isinstance(thing, Restriction)
    return {
        "side_letters": side_letter_facts.sent(thing),
        "side_links": links(thing, now),
        "side_words": WORDS,
        "form_address": url_for("side_letters.appeal_form", restriction_id=thing.id) if is_limit else "",
    }


def links(thing: Any, now: dt.datetime) -> list[tuple[str, str]]:
    """The letters that may stand beside this thing today, by the page of each."""
    if isinstance(thing, BehaviourWarning):
        stands = thing.issued_at is not None and thing.withdrawn_at is None
    else:
        stands = thing.in_force_on(clock.today(now))
    sides = [(slug, side) for slug, side in SIDES.items() if stands and isinstance(thing, side.beside)]
    return [(side.words, url_for("side_letters.new", slug=slug, **decision_pages.by_id(thing))) for slug, side in sides]


@blueprint.get("/customers/<int:customer_id>/letters")
def index(customer_id: int) -> Answered:
    """Every letter of the file, newest first, and what may be written beside what stands."""
    user, now = access.actor(), clock.now()
    customer = access.customer_for(user, customer_id)
    if not user.sees_files:
        abort(403)
    today = clock.today(now)
    standing: list[Any] = [
        one.restriction for one in file_summary.arrangements(customer, now) if one.restriction.in_force_on(today)
    ]
    standing += [one.warning for one in file_summary.warnings(customer, now) if one.warning.issued_at]
    beside = [(one.reference, links(one, now)) for one in standing]
    return respond.page(
        "other_letters/index.html",
        customer=customer,
        letters=side_letter_facts.letters_of(customer),
        beside=[one for one in beside if one[1] and user.is_officer],
    )


# --- The appeal form ------------------------------------------------------------------------------------------------


@blueprint.get("/appeal-form")
@blueprint.get("/restrictions/<int:restriction_id>/appeal-form")
def appeal_form(restriction_id: int = 0) -> Response:
    """A form to print: blank, or with the reference of one restriction. It names nobody."""
    user, now = access.actor(), clock.now()
    reference = access.restriction_for(user, restriction_id).reference if restriction_id else ""
    landlord = numbers.organisation(now)
    page = render_template(
        "other_letters/appeal_form.html",
        form=sheet(enclosure.appeal_form(landlord, reference)),
        form_css=static_url("css/letter.css"),
        letter_icon=static_url("img/mark.svg"),
    )
    return Response(page, headers={"Cache-Control": "no-store"})
