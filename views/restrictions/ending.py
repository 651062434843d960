"""Endings: the letter about a restriction that has ended, and who has been told that it began, changed or ended."""

import datetime as dt
from typing import Any

from flask import Blueprint
from werkzeug.wrappers import Response
from wtforms import HiddenField, StringField, TextAreaField

from models import Restriction, User
from policy import measures
from policy.core import clock
from policy.core.validation import Invalid
from policy.restrictions import ending as restriction_ending
from policy.restrictions import notifications
from views.frame import access, decision_pages, respond
from views.frame.decision_pages import LetterForm, Ticks, worked_on
from views.frame.forms import Form
from views.frame.sections import CUSTOMERS, section
from views.letters.pages import previewed, print_out

blueprint = Blueprint("endings", __name__)
section(blueprint, CUSTOMERS)
PASSAGES = decision_pages.passage_fields(restriction_ending.TEMPLATE)


class CeaseForm(LetterForm):
    """What a person adds to the cease letter; the rest of it comes from the record."""

    letter_template = restriction_ending.TEMPLATE
    thanks, underlying = PASSAGES["thanks"], PASSAGES["underlying"]
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
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    return _settling(restriction, CeaseForm(formdata=None), user, now)


def _settling(restriction: Restriction, form: CeaseForm, user: User, now: dt.datetime, **more: Any) -> Response:
    no_letter, over = restriction_ending.no_letter_because(restriction), notifications.over_on(restriction)
    passages, come = form.passages, over is not None and over <= clock.today(now)
    made = restriction_ending.rendered(restriction, user, now, passages) if come and not no_letter else None
    facts: dict[str, Any] = {
        "restriction": restriction,
        "customer": restriction.customer,
        "form": form,
        "may_settle": restriction_ending.may_settle(user, restriction, now, passages, made),
        "no_letter": no_letter,
        "over": over,
        "letter": print_out(made) if made and not notifications.settled(restriction) else None,
        "unsaved": True,
        **decision_pages.format_facts(restriction.customer),
        **more,
    }
    return respond.page("restrictions/settling.html", **facts)


@blueprint.post("/restrictions/<int:restriction_id>/ending/preview")
def preview(restriction_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    form = CeaseForm()
    return previewed(
        lambda: print_out(restriction_ending.rendered(restriction, user, now, form.passages)),
        lambda **more: _settling(restriction, form, user, now, **more),
    )


@blueprint.post("/restrictions/<int:restriction_id>/ending")
def settle(restriction_id: int) -> Response:
    """Issue the cease letter, or note why none is owed."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    form = CeaseForm()
    return respond.deed(
        form,
        lambda: restriction_ending.settle(user, restriction, form.passages, now, form.arranged.data or ""),
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
    facts = told_facts(restriction, now)
    form = form or TellingForm(formdata=None, occasion=facts["occasion"])
    form.whom.choices = {one: one for one in facts["owed"]}
    return respond.page(
        "restrictions/tellings.html",
        restriction=restriction,
        customer=restriction.customer,
        form=form,
        may_tell=notifications.may_tell(user, restriction, facts["occasion"], now),
        term_words=[measures.kind_of(term).when_over(term) for term in measures.terms_of(restriction)],
        **facts,
        **more,
    )


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
    done = [(words, known.done(restriction, one)) for one, words in notifications.OCCASIONS.items()]
    return {
        "occasion": occasion,
        "occasion_words": notifications.OCCASIONS[occasion],
        "owed": known.owed(restriction, occasion, now),
        "told_rows": [(words, rows) for words, rows in done if rows],
        "ended": ended,
        "settled": settled,
        "closed": ended and settled is not None and not known.owed(restriction, "ends", now),
    }


@blueprint.post("/restrictions/<int:restriction_id>/told")
def tell(restriction_id: int) -> Response:
    """Record who was told just now."""
    restriction, user, now = worked_on(access.restriction_for, restriction_id)
    form, known = TellingForm(), notifications.Told([restriction])
    occasion = form.occasion.data or ""
    told = [one.whom for one in known.done(restriction, occasion)]
    owed = known.owed(restriction, occasion, now) if occasion in notifications.OCCASIONS else []
    form.whom.choices = {one: one for one in [*owed, *told]}
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
