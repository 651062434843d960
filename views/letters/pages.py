"""Letters as they were sent: on the screen, on paper, as a PDF, and what is known of their way to the customer.

This file alone turns a letter's words into mark-up. That is safe because they are our own: letterpress made
them, with every typed character escaped and only its own tags let through; nothing typed reaches `sheet` directly.
"""

import contextlib
import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, render_template
from markupsafe import Markup
from werkzeug.wrappers import Response as Answered
from wtforms import HiddenField, RadioField, StringField, TextAreaField

from letterpress.make import own, render
from letterpress.print import pdf as printing
from models import Appeal, BehaviourWarning, Delivery, Incident, Letter, Marker, Restriction, Review, User, writing
from policy.core import audit, clock, numbers
from policy.correspondence import check as checks
from policy.correspondence import delivery as letter_delivery
from policy.correspondence import facts as letter_facts
from policy.correspondence import language as letter_language
from policy.correspondence import wordings
from policy.post import printing as letter_printing
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.assets import static_url
from views.frame.forms import DateField, Form
from views.frame.sections import CUSTOMERS, section
from views.letters import changes as letter_changes
from views.letters import formats as letter_formats
from views.letters import scans as letter_scans
from views.letters import way as letter_way
from views.letters.check import Preview

blueprint = Blueprint("letters", __name__, url_prefix="/letters")
section(blueprint, CUSTOMERS)

OUTCOME_HINTS = {
    "posted": "First class and signed for count as received on the {first} working day after posting, second class on"
    " the {second}.",
    "emailed": "It counts as received {emailed}. Sent after 4.30 pm, it counts as sent on the next working day.",
    "handed": "It counts as received that day.",
    "read": "It counts as received on the day it was read.",
    "returned": "It was not received: send it again, or hand it over.",
}
PAGES = {
    BehaviourWarning: ("warnings.show", "warning_id"),
    Restriction: ("restrictions.show", "restriction_id"),
    Review: ("reviews.show", "review_id"),
    Appeal: ("appeals.show", "appeal_id"),
    Marker: ("markers.show", "marker_id"),
}
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth"}


class DeliveryForm(Form):
    """What is known of a letter's way to the customer."""

    expected = HiddenField()
    outcome = RadioField("What happened", choices=clauses.DELIVERIES, validate_choice=False)
    way = RadioField("How it was posted", choices=letter_delivery.POSTED, default="first_class", validate_choice=False)
    on = DateField("When")
    address = StringField("Sent to")
    tracking = StringField("Tracking number")
    words = TextAreaField("How you know")


def sheet(html: str) -> Markup:
    """The mark-up of a letter, made by letters.render and kept or shown as it made it."""
    return Markup(html)  # noqa: S704 (our own words, escaped and cleaned as they were made)


def print_out(rendered: render.Rendered, incidents: Sequence[Incident] = (), allowed: Sequence[Any] = ()) -> Preview:
    """A letter that is only looked at and not sent yet, with its check as it stands now."""
    not_used = rendered.template if own.faulty(rendered.template, rendered.language) else ""
    may_see = bool(not_used) and wordings.is_read_by(access.actor())
    check = checks.of(rendered, clock.now(), incidents, allowed)
    return Preview(sheet(rendered.html), check, not_used, may_see)


def previewed(letter: Callable[[], Preview | None], page: Callable[..., Answered]) -> Answered:
    """What answers while a letter is typed: for htmx the letter alone, else its whole `page`. Nothing is kept."""
    if respond.is_htmx():
        return respond.page("letters/_preview.html", letter=letter(), unsaved=True)
    return page(unsaved=True)


@blueprint.get("/<int:letter_id>")
def show(letter_id: int) -> Answered:
    """The letter exactly as it was sent, and its way to the customer."""
    letter = access.letter_for(access.actor(), letter_id)
    return page_of(letter, clock.now())


def page_of(letter: Letter, now: dt.datetime, form: DeliveryForm | None = None, **more: Any) -> Answered:
    """The page of a letter, also after a form on it was not taken."""
    sealed = audit.letter_digest(letter.html, letter.source) == letter.sha256
    more = letter_scans.facts_of(letter, access.actor(), now) | more
    way = delivery_facts(access.actor(), letter, now, form)
    newest = way["deliveries"][-1] if way["deliveries"] else None
    return respond.page(
        "letters/show.html",
        sheet=sheet(letter.html),
        sealed=sealed,
        by_hand=letter.kind in letter_facts.BY_HAND,
        formats=clauses.LETTER_FORMATS,
        spoken_in=letter_language.written_in(letter),
        **subject_facts(letter_delivery.subject_of(letter)),
        **way,
        **letter_way.facts_of(letter, access.actor(), now, newest),
        **letter_changes.facts_of(letter),
        **letter_formats.facts_of(letter, access.actor(), now),
        **more,
    )


def subject_facts(subject: BehaviourWarning | Restriction | Marker | Review | Appeal | None) -> dict[str, Any]:
    """The warning, restriction or review that a letter belongs to, as a link."""
    if subject is None:
        return {"subject": None}
    endpoint, part = PAGES[type(subject)]
    return {"subject": subject, "subject_endpoint": endpoint, "subject_values": {part: subject.id}}


def delivery_facts(user: User, letter: Letter, now: dt.datetime, form: DeliveryForm | None = None) -> dict[str, Any]:
    """What a page needs to show a letter's deliveries and the form for the next: one read."""
    rows = letter_delivery.deliveries(letter)
    if form is None:
        form = DeliveryForm(formdata=None, on=clock.today(now), address=_address(letter))
        form.outcome.data = "" if rows else "posted"
    form.expected.data = str(rows[-1].id if rows else 0)
    found = numbers.values(now)
    nth = {key: NTH.get(found[key], f"{found[key]}th") for key in ("deemed_days", "second_class_days", "email_days")}
    emailed = f"on the {nth['email_days']} working day after it was sent" if found["email_days"] else "that day"
    said = {"first": nth["deemed_days"], "second": nth["second_class_days"], "emailed": emailed}
    hints = {key: words.format(**said) for key, words in OUTCOME_HINTS.items()}
    return {
        "letter": letter,
        "deliveries": rows,
        "delivery_form": form,
        "delivery_hints": hints,
        "outcomes": clauses.DELIVERIES,
        "may_deliver": letter_delivery.may_record_delivery(user, letter, now),
    }


def _address(letter: Letter) -> str:
    """Where the letter goes: the customer's address, or that of whoever else it is to."""
    others = letter.kind in letter_facts.NOT_TO_THE_CUSTOMER
    lines = letter.facts["recipient"]["address_lines"] if others else letter.customer.address_lines
    return ", ".join(map(str, lines))


@blueprint.post("/<int:letter_id>/deliveries")
def deliver(letter_id: int) -> Answered:
    """Record that the letter was posted, handed over, read, or came back."""
    user, now = decision_pages.worker(), clock.now()
    letter, form = access.letter_for(user, letter_id), DeliveryForm()
    expected = decision_pages.number(form.expected.data)

    def record_way() -> Delivery:
        way = letter_delivery.record_delivery(user, letter, form.typed(letter_delivery.Entry), now, expected)
        _keep(user, letter, way, now)
        return way

    return respond.deed(
        form,
        record_way,
        lambda way: _recorded(letter, way),
        lambda **more: page_of(letter, now, form, **more),
        lambda way: (
            "It is recorded."
            + (" Check the address, then send the same letter again." if way.outcome == "returned" else "")
        ),
        when_refused=lambda **more: page_of(letter, now, form, delivery_open=True, **more),
        before_you=lambda: decision_pages.told_of(next(reversed(letter_delivery.deliveries(letter)), None), user),
    )


def _keep(user: User, letter: Letter, way: Delivery, now: dt.datetime) -> None:
    """Keep the PDF of a letter that was sent, where this computer can make one; made outside of any transaction."""
    if way.outcome == "returned" or letter_printing.kept(letter) is not None:
        return
    with contextlib.suppress(printing.PdfUnavailable):
        content = letter_printing.original(letter)
        with writing():
            letter_printing.keep(letter, content, user, now)


def _recorded(letter: Letter, way: Delivery) -> Answered:
    if way.outcome == "returned":
        return respond.see("letters.show", letter_id=letter.id, _anchor="letter")
    facts = subject_facts(letter_delivery.subject_of(letter))
    if facts["subject"] is None or facts["subject"].letter_id != letter.id:
        return respond.see("letters.show", letter_id=letter.id)
    return respond.see(facts["subject_endpoint"], _anchor="letter", **facts["subject_values"])


# --- On paper -------------------------------------------------------------------------------------------------------


@blueprint.get("/<int:letter_id>/print")
def on_paper(letter_id: int) -> Response:
    """The letter alone, for the browser's own print command."""
    letter = access.letter_for(access.actor(), letter_id)
    html = sheet(render.standalone(letter.html))
    page = render_template(
        "layout/letter.html",
        letter_title=letter.title,
        letter_html=html,
        letter_css=static_url("css/letter.css"),
        letter_icon=static_url("img/mark.svg"),
    )
    return Response(page, headers={"Cache-Control": "no-store"})


@blueprint.get("/<int:letter_id>.pdf")
def pdf(letter_id: int) -> Answered:
    """The very PDF that was first printed; 501 with another way to print it where none can be made here."""
    letter = access.letter_for(access.actor(), letter_id)
    return _pdf(letter, f"letter-{letter.reference}.pdf", lambda: letter_printing.original(letter))


@blueprint.get("/<int:letter_id>/copy.pdf")
def copy(letter_id: int) -> Answered:
    """A copy of a letter that was sent, marked so on every page; the access log keeps who printed it."""
    user, now = access.actor(), clock.now()
    letter = access.letter_for(user, letter_id)
    return _pdf(letter, f"copy-of-{letter.reference}.pdf", lambda: letter_printing.print_copy(user, letter, now))


def _pdf(letter: Letter, name: str, make: Callable[[], bytes]) -> Answered:
    try:
        made = make()
    except printing.PdfUnavailable as unavailable:
        return letter_formats.not_here(letter, unavailable.sentence, to_print=True)
    return respond.file(made, "application/pdf", name)
