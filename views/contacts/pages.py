"""Contacts: logging one in ten seconds, what they come to, the replies owed, and where we broke an arrangement.

Lists from a log are in views/contacts/import_list.py, the picture in views/contacts/meter.py.
"""

import datetime as dt
from typing import Any

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField

from models import Contact, Customer, Restriction, User
from policy.contacts import compliance, contacts, import_list
from policy.core import clock
from policy.rulebook import clauses
from views.contacts import meter
from views.frame import access, decision_pages, respond
from views.frame.forms import DateField, Form, FormKey, IntegerField, TimeField, optional, required
from views.frame.sections import CUSTOMERS, section
from views.incidents.form import CHANNELS

blueprint = Blueprint("contacts", __name__)
section(blueprint, CUSTOMERS)

MOST_PAGES = 1000


# --- Logging --------------------------------------------------------------------------------------------------------


class ContactForm(Form):
    """A contact: two taps and a number; the rest only where it is needed."""

    form_key = FormKey()
    channel = RadioField("How?", [required("Choose how the contact was made.")], choices=CHANNELS)
    subject = RadioField("About what?", [optional()], choices=clauses.CONTACT_SUBJECTS)
    minutes = IntegerField("Minutes it took", [optional()])
    words = TextAreaField("A word about it", [optional()])
    arrangement = RadioField("Did it keep to the arrangement?", [optional()], choices=compliance.ARRANGEMENT)
    reply_wanted = BooleanField("They asked for a reply from the named officer")
    direction = RadioField("Who began it?", [optional()], choices=contacts.DIRECTIONS, default="in")
    on = DateField("On which day?", [optional()])
    time = TimeField("At what time?", [optional()])
    colleague = StringField("Who dealt with it?", [optional()])
    protected = SelectField("Was any of it one of these?", [optional()], choices={"": "No"} | clauses.PROTECTED)

    @property
    def opens(self) -> bool:
        """True where something in the folded part was answered or is at fault."""
        usual = {"direction": "in"}
        names = ("direction", "on", "time", "colleague", "protected")
        return any(self[name].errors or self[name].data not in (None, "", usual.get(name)) for name in names)


def _logs_with(customer_id: int) -> tuple[User, Customer]:
    actor = access.actor()
    customer = access.customer_for(actor, customer_id)
    if not contacts.may_log(actor, customer, clock.now()):
        abort(403)
    return actor, customer


@blueprint.get("/customers/<int:customer_id>/contacts/new")
def new(customer_id: int) -> Response:
    """The form, empty: the moment is now, the contact the customer's."""
    _, customer = _logs_with(customer_id)
    return respond.page("contacts/new.html", form=ContactForm(formdata=None), **_around(customer))


def _around(customer: Customer) -> dict[str, Any]:
    restriction, answers = contacts.arrangement(customer, clock.today(clock.now()))
    return {"customer": customer, "restriction": restriction, "answers": answers}


@blueprint.post("/customers/<int:customer_id>/contacts/new")
def log(customer_id: int) -> Response:
    """Log it; the same form sent twice makes one contact."""
    actor, customer = _logs_with(customer_id)
    form = ContactForm()
    return respond.deed(
        form,
        lambda: contacts.log(actor, customer, form.typed(contacts.Entry), clock.now(), form.form_key.data),
        lambda _: respond.see("contacts.index" if actor.sees_files else "customers.show", customer_id=customer.id),
        lambda **more: respond.page("contacts/new.html", form=form, **_around(customer), **more),
        lambda row: (
            "The contact is logged."
            + (f" A reply is due by {clock.day_words(row.reply_due_on)}." if row.reply_due_on else "")
        ),
    )


# --- The list and the meter -----------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/contacts")
def index(customer_id: int) -> Response:
    """What a customer's contacts come to, the replies owed, and the contacts, newest first."""
    actor, now = access.actor(), clock.now()
    customer = access.file_for(actor, customer_id)
    number = min(max(request.args.get("page", 1, type=int), 1), MOST_PAGES)
    rows, older = contacts.page(customer, number)
    return respond.page(
        "contacts/index.html",
        customer=customer,
        contacts=rows,
        number=number,
        older=older,
        owed=contacts.owed(customer),
        meter=meter.drawn(customer, now),
        may_log=contacts.may_log(actor, customer, now),
        may_take_in=import_list.may_take_in(actor, customer, now),
        today=clock.today(now),
        **_words(),
    )


def _words() -> dict[str, Any]:
    return {
        "channels": CHANNELS,
        "subjects": clauses.CONTACT_SUBJECTS,
        "protected": clauses.PROTECTED,
        "arrangements": compliance.ARRANGEMENT,
    }


# --- One contact, and its reply -------------------------------------------------------------------------------------


class ReplyForm(Form):
    """When the customer was answered."""

    on = DateField("On which day were they answered?", [optional()])


@blueprint.get("/contacts/<int:contact_id>")
def show(contact_id: int) -> Response:
    """One contact and, where a reply is owed, the form that records it."""
    actor = access.actor()
    contact = access.contact_for(actor, contact_id)
    return respond.page("contacts/show.html", form=ReplyForm(formdata=None), **_contact_facts(actor, contact))


def _contact_facts(actor: User, contact: Contact) -> dict[str, Any]:
    now = clock.now()
    return {
        "contact": contact,
        "customer": contact.customer,
        "restriction": contact.restriction,
        "may_reply": contacts.may_reply(actor, contact, now),
        "late": compliance.is_late(contact, clock.today(now)),
        "sees_file": actor.sees_files,
        **_words(),
    }


@blueprint.post("/contacts/<int:contact_id>/reply")
def reply(contact_id: int) -> Response:
    """Record that the customer was answered (G50)."""
    actor, form = access.actor(), ReplyForm()
    contact = access.contact_for(actor, contact_id)
    if not (actor.is_officer or contacts.answers_for(actor, contact, clock.today(clock.now()))):
        abort(403)
    return respond.deed(
        form,
        lambda: contacts.reply(actor, contact, clock.now(), form.on.data),
        lambda _: respond.see("contacts.show", contact_id=contact.id),
        lambda **more: respond.page("contacts/show.html", form=form, **_contact_facts(actor, contact.fresh()), **more),
        "The reply is recorded.",
    )


# --- Where we did not keep to it ourselves --------------------------------------------------------------------------


class BreachForm(Form):
    """Where we did not keep to an arrangement, and what was done about it."""

    form_key = FormKey()
    kind = RadioField(
        "What did we not keep to?", [required("Choose what we did not keep to.")], choices=compliance.BREACHES
    )
    on = DateField("On which day?", [required("Give the day.")])
    words = TextAreaField("What happened?", [optional()])
    put_right = TextAreaField(
        "What was done to put it right?", [required("Say what was done, or what will be done and by whom.")]
    )


def breaks(user: User, restriction: Restriction, now: dt.datetime) -> dict[str, Any]:
    """What contacts/_breaks.html shows of one restriction: `breaks`, newest first, and whether one may be recorded."""
    return {
        "breaks": compliance.breaches([restriction.id], now),
        "may_record_breach": contacts.may_record_breach(user, restriction, now),
    }


@blueprint.get("/restrictions/<int:restriction_id>/breaks/new")
def breach(restriction_id: int) -> Response:
    """The form to record where we did not keep to an arrangement ourselves."""
    user = decision_pages.worker()
    restriction = access.restriction_for(user, restriction_id)
    return _breach_page(user, restriction, BreachForm(formdata=None))


def _breach_page(user: User, restriction: Restriction, form: BreachForm, **more: Any) -> Response:
    return respond.page(
        "contacts/breach.html",
        form=form,
        restriction=restriction,
        customer=restriction.customer,
        may_record_breach=contacts.may_record_breach(user, restriction, clock.now()),
        **more,
    )


@blueprint.post("/restrictions/<int:restriction_id>/breaks/new")
def record_breach(restriction_id: int) -> Response:
    """Record it (G50)."""
    user, form = decision_pages.worker(), BreachForm()
    restriction = access.restriction_for(user, restriction_id)
    return respond.deed(
        form,
        lambda: contacts.record_breach(
            user, restriction, form.typed(contacts.BreachEntry, contact=None), clock.now(), form.form_key.data
        ),
        lambda _: respond.see("restrictions.show", "breaks", restriction_id=restriction.id),
        lambda **more: _breach_page(user, restriction, form, **more),
        "Recorded. It counts when the restriction is looked at again.",
    )
