"""What happens in a customer's life: a death, the end of a tenancy, a move, a new name (G51)."""

import datetime as dt
from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response
from wtforms import RadioField, TextAreaField

from models import Customer, User
from policy.core import clock
from policy.customers import life_events
from policy.restrictions import notifications
from views.frame import access, decision_pages, respond
from views.frame.forms import DateField, Form, FormKey
from views.frame.sections import CUSTOMERS, section

blueprint = Blueprint("life_events", __name__)
section(blueprint, CUSTOMERS)

HINTS = {
    "death": "What stands on the file ends today, and drafts are put aside. No letter goes to the customer any more.",
    "tenancy_end": "What stands on the file ends on that day.",
    "transfer": "What is about the person goes with them. A marker about the home or an animal there ends.",
    "exchange": "What is about the person goes with them. A marker about the home or an animal there ends.",
    "name": "Change the name on the next page. Those who were told are told again.",
}
THEN = {
    "transfer": "It is recorded. Now change the address.",
    "exchange": "It is recorded. Now change the address.",
    "name": "It is recorded. Now change the name.",
}


class LifeForm(Form):
    """What has happened, when, and how we know."""

    form_key = FormKey()
    kind = RadioField("What has happened?", choices=life_events.KINDS, validate_choice=False)
    on = DateField("On which day")
    words = TextAreaField("How we know", description="Needed for a death: who told us, and when.")


@blueprint.get("/customers/<int:customer_id>/life-events/new")
def new(customer_id: int) -> Response:
    """Ask what has happened, and say what ends by it."""
    user, now = decision_pages.worker(), clock.now()
    customer = access.file_for(user, customer_id)
    form = LifeForm(formdata=None, on=clock.today(now))
    return _new(customer, form, user, now)


def _new(customer: Customer, form: LifeForm, user: User, now: dt.datetime, **more: Any) -> Response:
    facts: dict[str, Any] = {
        "customer": customer,
        "form": form,
        "hints": HINTS,
        "may_record": life_events.may_record(user, customer, now),
        "standing": life_events.ending(customer, "death", now),
        "noun_of": notifications.noun_of,
        "before": [(life_events.KINDS[one.kind], one) for one in life_events.of(customer)],
        **more,
    }
    return respond.page("customers/life_event.html", **facts)


@blueprint.post("/customers/<int:customer_id>/life-events")
def write(customer_id: int) -> Response:
    """Record it, and go on to the customer's details where these change with it."""
    user, now = decision_pages.worker(), clock.now()
    customer, form = access.file_for(user, customer_id), LifeForm()
    return respond.deed(
        form,
        lambda: life_events.write(user, customer, form.typed(life_events.LifeEntry), now, form.form_key.data),
        lambda row: respond.see("customers.edit" if row.kind in THEN else "customers.show", customer_id=customer.id),
        lambda **more: _new(customer, form, user, now, **more),
        lambda row: THEN.get(row.kind, "It is recorded."),
        may=life_events.may_record(user, customer, now),
        sent_before=life_events.sent_before(user, customer, form.typed(life_events.LifeEntry), form.form_key.data),
    )
