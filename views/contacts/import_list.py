"""Taking in a list of contacts from a log: choose it, look at what it comes to, then take it in whole.

Between the two steps the list travels in the form itself: nothing of it is kept before somebody says so.
"""

from contextlib import closing
from typing import Any

from flask import Blueprint, request
from werkzeug.wrappers import Response
from wtforms import FileField, HiddenField, SelectField, TextAreaField

from models import Customer
from policy.contacts import import_cells, import_list
from policy.core import clock
from policy.core.validation import Invalid
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.forms import Form
from views.frame.incoming import clean
from views.frame.sections import CUSTOMERS, section
from views.incidents.form import CHANNELS

blueprint = Blueprint("contact_lists", __name__)
section(blueprint, CUSTOMERS)

REFUSED_SHOWN = 50
LINES_SHOWN = 5
LONGEST_NAME = 120


class ListForm(Form):
    """A list, and how its contacts were made where it does not say."""

    list = FileField("The list, as a CSV file")
    channel = SelectField("Where the list does not say how, they were made", choices=CHANNELS, default="telephone")


class TakeForm(Form):
    """A list that has been looked through, to be taken in."""

    name = HiddenField()
    channel = HiddenField()
    text = TextAreaField()


def _customer(customer_id: int) -> Customer:
    return access.file_for(decision_pages.worker(), customer_id)


@blueprint.get("/customers/<int:customer_id>/contacts/import")
def choose(customer_id: int) -> Response:
    """Choose a list."""
    return _choose(_customer(customer_id), ListForm(formdata=None))


def _choose(customer: Customer, form: ListForm, **more: Any) -> Response:
    facts: dict[str, Any] = {
        "form": form,
        "customer": customer,
        "most_lines": import_list.MOST_LINES,
        "most_kb": import_list.MOST_BYTES // 1000,
        "headings": {import_cells.COLUMNS[name]: words for name, words in import_cells.HEADINGS.items()},
    }
    return respond.page("contacts/import.html", **facts, **more)


@blueprint.post("/customers/<int:customer_id>/contacts/import")
def look(customer_id: int) -> Response:
    """Look a list through: what would be taken in, what not and why. Nothing is kept."""
    customer, form = _customer(customer_id), ListForm(formdata=request.form)
    sent = request.files.get("list")

    def read() -> tuple[import_list.Reading, TakeForm]:
        if sent is None or not sent.filename:
            raise Invalid({"list": "Choose a file."})
        with closing(sent):
            text = clean(import_list.text_of(sent.read())).strip()
        reading = import_list.read(customer, text, form.channel.data, clock.now())
        name = clean(sent.filename)[-LONGEST_NAME:]
        return reading, TakeForm(formdata=None, name=name, channel=form.channel.data, text=text)

    return respond.deed(
        form, read, lambda made: _looked_at(customer, *made), lambda **more: _choose(customer, form, **more)
    )


def _looked_at(customer: Customer, reading: import_list.Reading, form: TakeForm, **more: Any) -> Response:
    facts: dict[str, Any] = {
        "customer": customer,
        "reading": reading,
        "form": form,
        "labels": import_cells.COLUMNS,
        "channels": CHANNELS,
        "subjects": clauses.CONTACT_SUBJECTS,
        "protected": clauses.PROTECTED,
        "refused_shown": reading.refused[:REFUSED_SHOWN],
        "lines_shown": reading.lines[:LINES_SHOWN],
        "protected_count": sum(bool(one.columns["protected"]) for one in reading.lines),
        "minutes": sum(one.columns["minutes"] or 0 for one in reading.lines),
    }
    return respond.page("contacts/looked.html", **facts, **more)


@blueprint.post("/customers/<int:customer_id>/contacts/import/taking")
def take_in(customer_id: int) -> Response:
    """Take the list in, all of it at once."""
    user, now = decision_pages.worker(), clock.now()
    customer, form = access.file_for(user, customer_id), TakeForm()
    text, channel, listed = form.text.data or "", form.channel.data or "", ListForm(formdata=None)
    return respond.deed(
        listed,
        lambda: import_list.take_in(user, customer, form.name.data or "", text, channel, now),
        lambda _: respond.see("contacts.index", customer_id=customer.id),
        lambda **more: _choose(customer, listed, **more),
        lambda row: f"{row.rows:,} {'contact was' if row.rows == 1 else 'contacts were'} taken in.",
        when_refused=lambda **more: _looked_at(customer, import_list.read(customer, text, channel, now), form, **more),
    )
