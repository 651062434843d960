"""Endings: the letter about a restriction that has ended, and who has been told that it began, changed or ended."""

import datetime as dt
from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response
from wtforms import HiddenField, StringField, TextAreaField

from letterpress.make import render
from models import Restriction, User
from policy import measures
from policy.core import clock
from policy.core.validation import Invalid
from policy.correspondence import fairness
from policy.restrictions import ending as restriction_ending
from policy.restrictions import notifications
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import Ticks
from views.frame.forms import Form
from views.frame.sections import CUSTOMERS, section
from views.letters.pages import print_out

blueprint = Blueprint("endings", __name__)
section(blueprint, CUSTOMERS)

_PASSAGES = render.template_info(restriction_ending.TEMPLATE).passages


class CeaseForm(Form):
    """What a person adds to the cease letter; the rest of it comes from the record."""

    thanks = TextAreaField(_PASSAGES[0].label, description=_PASSAGES[0].hint)
    underlying = TextAreaField(_PASSAGES[1].label, description=_PASSAGES[1].hint)
    arranged = TextAreaField("How this letter is given in that form, and by whom")


class TellingForm(Form):
    """Who was told just now, and how."""

    occasion = HiddenField()
    whom = Ticks("Who has been told", choices={})
    other = StringField("Somebody else who was told", description="By team or role, not by name.")
    words = StringField("How they were told", description="Such as: by telephone, in the morning meeting.")


# --- The letter -----------------------------------------------------------------------------------------------------


@blueprint.get("/restrictions/<int:restriction_id>/ending")
def settling(restriction_id: int) -> Response:
    """The cease letter beside what may be added to it, or why no letter is owed."""
    user, now = decision_pages.worker(), clock.now()
    return _settling(access.restriction_for(user, restriction_id), CeaseForm(formdata=None), user, now)


def _settling(restriction: Restriction, form: CeaseForm, user: User, now: dt.datetime, **more: Any) -> Response:
    customer = restriction.customer
    owes = restriction_ending.owes_letter(restriction)
    passages = _passages(form)
    come = (notifications.over_on(restriction) or dt.date.max) <= clock.today(now)
    made = restriction_ending.rendered(restriction, user, now, passages) if owes and come else None
    facts: dict[str, Any] = {
        "restriction": restriction,
        "customer": customer,
        "form": form,
        "may_settle": restriction_ending.may_settle(user, restriction, now, passages, made),
        "no_letter": restriction_ending.no_letter_because(restriction),
        "over": notifications.over_on(restriction),
        "in_format": not list(filter(None, fairness.in_their_format(customer, ""))),
        "asked_format": clauses.LETTER_FORMATS[customer.letter_format],
        "letter": print_out(made) if made and not notifications.settled(restriction) else None,
        "unsaved": True,
        **more,
    }
    return respond.page("restrictions/settling.html", **facts)


def _passages(form: CeaseForm) -> dict[str, str]:
    return {name: form[name].data or "" for name in ("thanks", "underlying")}


def _letter(restriction: Restriction, form: CeaseForm, user: User, now: dt.datetime) -> Any:
    return print_out(restriction_ending.rendered(restriction, user, now, _passages(form)))


@blueprint.post("/restrictions/<int:restriction_id>/ending/preview")
def preview(restriction_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    user, now = decision_pages.worker(), clock.now()
    restriction, form = access.restriction_for(user, restriction_id), CeaseForm()
    if respond.is_htmx():
        letter = _letter(restriction, form, user, now)
        return respond.page("restrictions/_preview.html", letter=letter, unsaved=True)
    return _settling(restriction, form, user, now)


@blueprint.post("/restrictions/<int:restriction_id>/ending")
def settle(restriction_id: int) -> Response:
    """Issue the cease letter, or note why none is owed."""
    user, now = decision_pages.worker(), clock.now()
    restriction, form = access.restriction_for(user, restriction_id), CeaseForm()
    return respond.deed(
        form,
        lambda: restriction_ending.settle(user, restriction, _passages(form), now, form.arranged.data or ""),
        lambda _: respond.see("endings.tellings", restriction_id=restriction.id),
        lambda **more: _settling(restriction.fresh(), form, user, now, **more),
        lambda made: "The letter is issued. Print it, sign it and send it today." if made else "It is written down.",
    )


# --- Telling --------------------------------------------------------------------------------------------------------


@blueprint.get("/restrictions/<int:restriction_id>/told")
def tellings(restriction_id: int) -> Response:
    """Who has been told of this restriction, and who is still to be told."""
    user, now = access.actor(), clock.now()
    return _tellings(access.restriction_for(user, restriction_id), None, user, now)


def _tellings(
    restriction: Restriction, form: TellingForm | None, user: User, now: dt.datetime, **more: Any
) -> Response:
    known = notifications.Told([restriction])
    occasion = occasion_of(restriction, known, now)
    owed = known.owed(restriction, occasion, now)
    form = form or TellingForm(formdata=None, occasion=occasion)
    form.whom.choices = dict.fromkeys(owed) | {one: one for one in owed}
    facts: dict[str, Any] = {
        "restriction": restriction,
        "customer": restriction.customer,
        "form": form,
        "may_tell": notifications.may_tell(user, restriction, occasion, now),
        "term_words": [restriction_ending.former(term) for term in measures.terms_of(restriction)],
        **told_facts(restriction, now),
        **more,
    }
    return respond.page("restrictions/tellings.html", **facts)


def occasion_of(restriction: Restriction, known: notifications.Told, now: dt.datetime) -> str:
    """What there is to tell of this restriction now: its end once that has come, else a change, else its beginning."""
    if known.has_ended(restriction, now):
        if restriction.in_force_on(clock.today(now)) and known.owed(restriction, "begins", now):
            return "begins"
        return "ends"
    changed = restriction.part > 1 or known.owed(restriction, "changes", now) or known.done(restriction, "changes")
    return "changes" if changed else "begins"


def told_facts(restriction: Restriction, now: dt.datetime) -> dict[str, Any]:
    """What a page needs to say who has been told, who is not told yet, and whether what ended is closed (G48)."""
    known, settled = notifications.Told([restriction]), notifications.settled(restriction)
    occasion, ended = occasion_of(restriction, known, now), known.has_ended(restriction, now)
    rows = [(one, known.done(restriction, one)) for one in notifications.OCCASIONS]
    return {
        "occasion": occasion,
        "occasion_words": notifications.OCCASIONS[occasion],
        "owed": known.owed(restriction, occasion, now),
        "told_rows": [(notifications.OCCASIONS[one], found) for one, found in rows if found],
        "ended": ended,
        "settled": settled,
        "closed": ended and settled is not None and not known.owed(restriction, "ends", now),
    }


@blueprint.post("/restrictions/<int:restriction_id>/told")
def tell(restriction_id: int) -> Response:
    """Record who was told just now."""
    user, now = decision_pages.worker(), clock.now()
    restriction, form = access.restriction_for(user, restriction_id), TellingForm()
    occasion = form.occasion.data or ""
    owed = notifications.owed(restriction, occasion, now) if occasion in notifications.OCCASIONS else []
    known = (
        [one.whom for one in notifications.done(restriction, occasion)] if occasion in notifications.OCCASIONS else []
    )
    form.whom.choices = {one: one for one in [*owed, *known]}
    whom = [*(form.whom.data or []), *filter(None, [(form.other.data or "").strip()])]

    def record() -> object:
        try:
            return notifications.tell(user, restriction, occasion, whom, form.words.data or "", now)
        except Invalid as invalid:  # a name that will not do was written, never ticked
            raise Invalid(
                {("other" if name == "whom" else name): words for name, words in invalid.errors.items()}
            ) from None

    def somebody() -> None:
        if not whom:
            form.blame({"whom": "Tick who was told, or write who it was."})

    return respond.deed(
        form,
        record,
        lambda _: respond.see("endings.tellings", restriction_id=restriction.id),
        lambda **more: _tellings(restriction, form, user, now, **more),
        "It is recorded.",
        check=somebody,
    )
