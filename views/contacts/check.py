"""The contact check: may this contact go ahead? One answer, what to say, what is always open, and what happened."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response
from wtforms import SelectField

from models import Contact, Customer, User
from policy.contacts import check as contact_check
from policy.contacts import contacts
from policy.core import audit, clock
from policy.core.validation import Invalid
from policy.customers import summary as file_summary
from policy.markers import visibility as marker_visibility
from policy.restrictions.arrangement import Standing, measure_words, standing
from policy.rulebook import clauses
from views.frame import access, respond
from views.frame.forms import DateField, Form, Once, TimeField, fresh_key, optional
from views.frame.sections import CUSTOMERS, section

blueprint = Blueprint("contact_check", __name__)
section(blueprint, CUSTOMERS)

FAR = dt.timedelta(days=800)
KINDS = {"go": "done", "go_if": "done", "pass": "mind", "wait": "mind", "other_way": "stop"}
# What a contact about something that is always open is logged as: its subject, and that it is protected.
LOGGED_AS = {
    "repairs": ("repair", ""),
    "rent": ("rent", ""),
    "complaints": ("complaint", "complaint"),
    "emergency": ("repair", "hazard"),
    "gas_electric": ("repair", "hazard"),
    "safeguarding": ("other", "safeguarding"),
    "ombudsman": ("other", "ombudsman"),
    "politicians": ("other", "politician"),
    "data": ("other", "data_request"),
}
HAPPENED = {
    "kept": "They kept to it",
    "broken_by_customer": "They went outside it",
    "broken_by_us": "We did not keep to it",
}


def _ours(words: str) -> str:
    """What is always open, as a colleague reads it of somebody else."""
    said = words.replace("your", "their").replace("you have", "they have").replace("for you", "for them")
    return f"{said[0].upper()}{said[1:]}"


OPEN = {key: _ours(words) for key, words in clauses.ALWAYS_OPEN.items()}
CHANNELS = {key: f"{words[0].upper()}{words[1:]}" for key, words in clauses.CHANNELS.items()}
SUBJECTS = {key: OPEN.get(key, words) for key, words in contact_check.SUBJECTS.items()}


class Question(Form):
    """What is asked: keys only, since they stand in the address."""

    class Meta(Form.Meta):
        csrf = False

    channel = SelectField("How?", choices=CHANNELS, default="telephone")
    subject = SelectField("About what?", choices=SUBJECTS, default="other")
    caller = SelectField("Who is it?", choices=contact_check.CALLERS, default="customer")
    on = DateField("Day", [optional()])
    at = TimeField("Time", [optional()])

    def asked(self, user: User, now: dt.datetime) -> contact_check.Asked:
        """The question; what is not understood is asked as it usually is."""
        moment = now
        if self.on.data or self.at.data:
            here = clock.london(now)
            day, time = self.on.data or here.date(), self.at.data or here.time()
            moment = dt.datetime.combine(day, time, clock.LONDON).astimezone(dt.UTC)
        known = {name: self[name].data for name in ("channel", "subject", "caller") if not self[name].errors}
        return contact_check.Asked(moment, me=user.id, **known)

    def validate(self, extra_validators: Any = None) -> bool:
        sound = super().validate(extra_validators)
        day, today = self.on.data, clock.today(clock.now())
        if day is not None and abs(day - today) > FAR:
            self.blame({"on": f"Give a day within two years of {clock.day_words(today)}."})
            self.on.data, sound = None, False
        return sound


@blueprint.get("/customers/<int:customer_id>/contact-check")
def show(customer_id: int) -> Response:
    """The answer for a call that comes in now, or for what was chosen."""
    user, now = access.actor(), clock.now()
    customer = access.customer_for(user, customer_id)
    form = Question(request.args) if request.args else Question(formdata=None)
    sound = form.validate() if request.args else True
    return _page(
        customer, form, user, now, status=200 if sound else 422, has_errors=not sound, not_understood=not sound
    )


def _page(customer: Customer, form: Question, user: User, now: dt.datetime, **more: Any) -> Response:
    asked = form.asked(user, now)
    stands = standing(customer.id, clock.today(asked.moment))
    answer, arranged = contact_check.check(asked, stands), _arranged(stands, asked, user)
    icon = None if arranged else file_summary.icon(customer, now)
    audit.seen(
        user, customer, "contact_check", now, channel=asked.channel, subject=asked.subject, answer=answer.outcome
    )
    facts: dict[str, Any] = {
        "customer": customer,
        "form": form,
        "asked": asked,
        "answer": answer,
        "kind": KINDS[answer.outcome],
        "arranged": arranged,
        "beside": contacts.beside(customer),
        "precautions": marker_visibility.shown(customer.id, user, now),
        "icon": icon,
        "besides": file_summary.besides(customer, bool(arranged or icon), now),
        "needs": clauses.NEEDS,
        "open": OPEN,
        "is_open": asked.subject in clauses.ALWAYS_OPEN,
        "happened": _may_have_happened(asked, stands, user),
        "form_key": fresh_key(),
        "is_now": asked.moment == now,
        "asked_words": f"{clauses.CHANNELS[asked.channel]}, {_about(asked.subject)}",
        **more,
    }
    return respond.page("contacts/check.html", "contacts/_check_answer.html", **facts)


def _about(subject: str) -> str:
    return f"about {clauses.ALWAYS_OPEN[subject]}".replace("your", "their") if subject in OPEN else "now"


def _arranged(stands: Standing, asked: contact_check.Asked, user: User) -> list[dict[str, Any]]:
    """What binds at that moment: its measures in words, from when until when, and its page for who may read it."""
    day = clock.today(asked.moment)
    return [
        {
            "restriction": one,
            "measures": [measure_words(term, stands.officers.on(one.id, day)) for term in stands.measures(one)],
            "opens": user.sees_files,
        }
        for one in stands.on(day)
    ]


def _may_have_happened(asked: contact_check.Asked, stands: Standing, user: User) -> dict[str, str]:
    """The buttons that log this contact in one tap: only for a moment that is now, under an arrangement that binds."""
    if not user.logs_incidents or not stands.on(clock.today(asked.moment)):
        return {}
    protected = asked.subject in clauses.ALWAYS_OPEN or asked.caller == "representative"
    return {key: words for key, words in HAPPENED.items() if not (protected and key == "broken_by_customer")}


@blueprint.post("/customers/<int:customer_id>/contact-check")
def log(customer_id: int) -> Response:
    """Log the contact in one tap, by the way and the subject that were asked."""
    user, now = access.actor(), clock.now()
    customer = access.customer_for(user, customer_id)
    if not contacts.may_log(user, customer, now):
        abort(403)
    form, key = Question(request.form), Once().form_key.data

    def keep() -> Contact:
        asked, arrangement = form.asked(user, now), request.form.get("arrangement", "")
        if arrangement not in HAPPENED:
            raise Invalid({"": "Choose what happened."})
        subject, protected = LOGGED_AS.get(asked.subject, ("other", ""))
        entry: contacts.Entry = {
            "channel": "third_party" if asked.caller == "representative" else asked.channel,
            "subject": subject,
            "protected": protected,
            "arrangement": arrangement,
        }
        return contacts.log(user, customer, entry, now, key)

    return respond.deed(
        form,
        keep,
        lambda _: respond.see("contact_check.show", customer_id=customer.id),
        lambda **more: _page(customer, form, user, now, **more),
        lambda row: f"The contact is logged: {HAPPENED[row.arrangement].lower()}.",
        when_refused=lambda **more: respond.page("contacts/check_refused.html", customer=customer, **more),
    )
