"""Letters beside the decisions: a reminder, a warning that ended, support workers, notices to staff; an appeal form."""

import datetime as dt
from typing import Any

from flask import Blueprint, Response, abort, flash, render_template, url_for
from werkzeug.wrappers import Response as Answered
from wtforms import RadioField, StringField, TextAreaField

from letterpress.formats import enclosure
from models import BehaviourWarning, Marker, Restriction, User
from policy.core import clock, numbers
from policy.core.answers import Answer, Refused
from policy.core.validation import Invalid
from policy.correspondence import fairness
from policy.customers import summary as file_summary
from policy.markers import decision as marker_decision
from policy.other_letters import side_letter_facts, side_letters
from policy.rulebook import clauses
from views.frame import access, respond
from views.frame.assets import static_url
from views.frame.decision_pages import Ticks
from views.frame.filters import day, hour
from views.frame.forms import Form, FormKey
from views.letters.pages import print_out, sheet

blueprint = Blueprint("side_letters", __name__)

# By the word in the address: the kind, what the page is called, what its button says, and what it may stand beside.
KINDS = {
    "reminder": ("reminder", "A reminder of the arrangement", "Send this reminder", (Restriction,)),
    "support-worker": (
        "support_worker", "A letter to a support worker", "Issue this letter", (Restriction, BehaviourWarning),
    ),
    "staff-notice": ("staff_notice", "A notice for staff", "Make this notice", (Restriction, Marker)),
    "warning-ended": ("warning_ended", "The warning has ended", "Issue this letter", (BehaviourWarning,)),
}  # fmt: skip
WORDS = {kind: words for kind, words, _, _ in KINDS.values()}
LEADS = {
    "reminder": "It names each contact outside the arrangement, and says again how the arrangement works. It is no new"
    " decision, and it is not a warning.",
    "support_worker": "It says what was decided, until when, and how they can help. It does not say what led to it.",
    "staff_notice": "It says what the handling card says, and nothing else. It fits on one page, and is destroyed when"
    " it ends.",
    "warning_ended": "A kind letter, if you like: it is not owed. It is sent once.",
}
QUESTIONS: dict[str, Any] = {
    "reminder": side_letters.may_remind,
    "support_worker": side_letters.may_write_to_supporter,
    "staff_notice": side_letters.may_give_notice,
    "warning_ended": side_letters.may_tell_of_end,
}
DEEDS: dict[str, Any] = {
    "reminder": side_letters.remind,
    "support_worker": side_letters.write_to_supporter,
    "staff_notice": side_letters.give_notice,
    "warning_ended": side_letters.tell_of_end,
}
PAGES = {"restriction": "restrictions.show", "warning": "warnings.show", "marker": "markers.show"}
OTHER = "other"


class SideForm(Form):
    """What a person adds to a letter beside a decision; each kind shows its own part."""

    form_key = FormKey()
    cited = Ticks("Which contacts does it name?", choices=[])
    worker = RadioField("Which support worker?", choices=[], validate_choice=False)
    address = TextAreaField("Their address", description="Leave it empty to send the letter by e-mail.")
    agreed = TextAreaField(
        "When and how the customer agreed",
        description="Such as: on the telephone today. May stay empty where another basis is recorded below.",
    )
    whom = RadioField("Who is it for?", choices=[], validate_choice=False)
    other = StringField("Another team or firm", description="A team or a firm, not a person.")
    answer = TextAreaField(
        "What we have done about what they contacted us about",
        description="The answer, or who will answer and how. May stay empty.",
    )
    thanks = TextAreaField("Thanks, in your own words", description="What went well, in plain words. May stay empty.")
    arranged = TextAreaField("How this letter is given in that form, and by whom")

    def offer(self, thing: Any, kind: str) -> "SideForm":
        """The form with what there is to choose from."""
        self.cited.choices = []
        if kind == "reminder":
            self.cited.choices = [(str(one.id), _contact_words(one)) for one in side_letter_facts.outside(thing)]
        self.worker.choices = []
        if kind == "support_worker":
            found = file_summary.people(thing.customer).support_workers
            self.worker.choices = [(str(one.id), _worker_words(one)) for one in found]
        self.whom.choices = []
        if kind == "staff_notice":
            self.whom.choices = [(one, one) for one in side_letter_facts.recipients(thing)]
            self.whom.choices += [] if isinstance(thing, Marker) else [(OTHER, "Another team or firm")]
        return self


def _contact_words(one: Any) -> str:
    about = clauses.CONTACT_SUBJECTS.get(one.subject, "")
    return f"{day(one.at)}, {hour(clock.london(one.at).time())}, {clauses.CHANNELS[one.channel]}. {about}."


def _worker_words(one: Any) -> str:
    basis = f" Basis recorded: {one.basis}" if one.basis.strip() else " No basis is recorded."
    return f"{one.name}{f', {one.organisation}' if one.organisation else ''}.{basis}"


def _told(form: SideForm, thing: Any, kind: str) -> dict[str, Any]:
    """What the deed is told: rows in place of their numbers."""
    wanted = set(form.cited.data or [])
    people = file_summary.people(thing.customer).support_workers if kind == "support_worker" else []
    return {
        "cited": [one for one in side_letter_facts.outside(thing) if str(one.id) in wanted]
        if kind == "reminder"
        else [],
        "worker": next((one for one in people if str(one.id) == form.worker.data), None),
        "to_whom": _to_whom(form, kind),
        "agreed": form.agreed.data,
        "answer": form.answer.data,
        "thanks": form.thanks.data,
        "arranged": form.arranged.data,
    }


def _to_whom(form: SideForm, kind: str) -> str:
    if kind == "support_worker":
        return form.address.data or ""
    return (form.other.data if form.whom.data == OTHER else form.whom.data) or ""


def _found(slug: str, which: dict[str, int]) -> tuple[User, Any, str]:
    """Who asks, about what, and which letter; 404 for a letter that this thing has not."""
    user = access.actor()
    ((name, number),) = which.items()
    loaders: dict[str, Any] = {
        "restriction_id": access.restriction_for, "warning_id": access.warning_for, "marker_id": access.marker_for,
    }  # fmt: skip
    is_marker = name == "marker_id"
    if not (user.is_officer or (is_marker and user.has("safety_lead"))):
        abort(403)
    thing = loaders[name](user, number)
    if slug not in KINDS or not isinstance(thing, KINDS[slug][3]):
        abort(404)
    if isinstance(thing, Marker) and not thing.approved_at:
        abort(404)
    return user, thing, KINDS[slug][0]


# --- One letter -----------------------------------------------------------------------------------------------------


@blueprint.get("/restrictions/<int:restriction_id>/letters/<slug>")
@blueprint.get("/warnings/<int:warning_id>/letters/<slug>")
@blueprint.get("/markers/<int:marker_id>/letters/<slug>")
def new(slug: str, **which: int) -> Answered:
    """The letter beside what is added to it, and what stands in the way."""
    user, thing, kind = _found(slug, which)
    form = SideForm(formdata=None).offer(thing, kind)
    if kind == "reminder":
        form.cited.data = [key for key, _ in form.cited.choices]
    if len(form.worker.choices) == 1:
        form.worker.data = form.worker.choices[0][0]
    return _page(slug, kind, thing, form, user, clock.now())


def _page(slug: str, kind: str, thing: Any, form: SideForm, user: User, now: dt.datetime, **more: Any) -> Answered:
    if isinstance(thing, Marker):
        marker_decision.note_deciding(user, thing, now)
    customer, noun = thing.customer, side_letter_facts.noun_of(thing)
    which: dict[str, Any] = {f"{noun}_id": thing.id}
    may: Answer = QUESTIONS[kind](user, thing, now)
    told = side_letters.typed_of(kind, _told(form, thing, kind))
    ways: Answer = QUESTIONS[kind](user, thing, now, told)
    to_customer = kind not in side_letters.TO_OTHERS
    facts: dict[str, Any] = {
        "kind": kind,
        "words": WORDS[kind],
        "lead": LEADS[kind],
        "button": KINDS[slug][2],
        "thing": thing,
        "customer": customer,
        "form": form,
        "may": may,
        "ways": ways,
        "letter": _sheet(kind, thing, form, user, now) if may else None,
        "in_format": not to_customer or not list(filter(None, fairness.in_their_format(customer, ""))),
        "asked_format": clauses.LETTER_FORMATS[customer.letter_format],
        "unsaved": True,
        "back": url_for(PAGES[noun], **which),
        "address": url_for("side_letters.send", slug=slug, **which),
        "preview_address": url_for("side_letters.preview", slug=slug, **which),
        **more,
    }
    return respond.page("other_letters/new.html", **facts)


def _sheet(kind: str, thing: Any, form: SideForm, user: User, now: dt.datetime) -> Any:
    told = side_letters.typed_of(kind, _told(form, thing, kind))
    return print_out(side_letters.rendered(kind, thing, told, user, now))


@blueprint.post("/restrictions/<int:restriction_id>/letters/<slug>/preview")
@blueprint.post("/warnings/<int:warning_id>/letters/<slug>/preview")
@blueprint.post("/markers/<int:marker_id>/letters/<slug>/preview")
def preview(slug: str, **which: int) -> Answered:
    """The letter with what was typed; nothing is kept."""
    user, thing, kind = _found(slug, which)
    form, now = SideForm().offer(thing, kind), clock.now()
    if respond.is_htmx():
        return respond.page("restrictions/_preview.html", letter=_sheet(kind, thing, form, user, now), unsaved=True)
    return _page(slug, kind, thing, form, user, now)


@blueprint.post("/restrictions/<int:restriction_id>/letters/<slug>")
@blueprint.post("/warnings/<int:warning_id>/letters/<slug>")
@blueprint.post("/markers/<int:marker_id>/letters/<slug>")
def send(slug: str, **which: int) -> Answered:
    """Issue the letter, or make the notice: on to it, to print and send."""
    user, thing, kind = _found(slug, which)
    form, now = SideForm().offer(thing, kind), clock.now()
    try:
        QUESTIONS[kind](user, thing, now).or_refuse()
        if form.validate():
            row = DEEDS[kind](user, thing, _told(form, thing, kind), now, form.form_key.data)
            flash("It is made. Print it and give it to them." if kind == "staff_notice" else "The letter is issued.")
            return respond.see("letters.show", letter_id=row.letter_id)
    except Invalid as invalid:
        form.blame({("address" if kind == "support_worker" else "whom") if name == "to_whom" else name: sentence
                    for name, sentence in invalid.errors.items()})  # fmt: skip
    except Refused as refusal:
        before = side_letters.sent_before(user, thing, form.form_key.data)
        if before is not None:
            return respond.see("letters.show", letter_id=before.letter_id)
        return _page(slug, kind, thing, form, user, now, refusals=list(refusal.reasons), status=409)
    return _page(slug, kind, thing, form, user, now, has_errors=True, status=422)


# --- What there is --------------------------------------------------------------------------------------------------


def on_page(thing: Any, now: dt.datetime) -> dict[str, Any]:
    """What side_letters/_beside.html shows on the page of a restriction, a warning or a marker: one read."""
    is_limit = isinstance(thing, Restriction)
    return {
        "side_letters": side_letter_facts.sent(thing),
        "side_links": links(thing, now),
        "side_words": WORDS,
        "form_address": url_for("side_letters.appeal_form", restriction_id=thing.id) if is_limit else "",
    }


def links(thing: Any, now: dt.datetime) -> list[tuple[str, str]]:
    """The letters that may stand beside this thing today, by the page of each."""
    today = clock.today(now)
    which: dict[str, Any] = {f"{side_letter_facts.noun_of(thing)}_id": thing.id}
    if isinstance(thing, BehaviourWarning):
        slugs = ["support-worker", "warning-ended"] if thing.issued_at and not thing.withdrawn_at else []
    else:
        of_it = ["staff-notice"] if isinstance(thing, Marker) else ["reminder", "support-worker", "staff-notice"]
        slugs = of_it if thing.in_force_on(today) else []
    return [(WORDS[KINDS[slug][0]], url_for("side_letters.new", slug=slug, **which)) for slug in slugs]


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
