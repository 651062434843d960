"""Hearing an appeal: the answer to each ground as it is written, and the page to check before it is decided."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort, url_for
from werkzeug.wrappers import Response

from letterpress.make.render import Rendered
from models import Appeal, AppealGround, Restriction, User
from policy import measures
from policy.appeals import hearing as appeal_hearing
from policy.appeals import letters as appeal_letters
from policy.appeals import subject as appeal_subject
from policy.considerations import considerations
from policy.core import clock
from policy.customers import summary as file_summary
from policy.restrictions import lifecycle
from policy.rulebook import clauses
from views.appeals import forms as appeal_forms
from views.appeals.forms import Answer
from views.appeals.pages import outcome_of, shown, standing
from views.frame import access, decision_pages, respond
from views.frame.sections import CUSTOMERS, section
from views.letters import translated_passages as translated_passages_pages
from views.letters.check import Preview
from views.letters.pages import print_out, sheet

blueprint = Blueprint("hearings", __name__, url_prefix="/appeals/<int:appeal_id>")
section(blueprint, CUSTOMERS)


def _loaded(appeal_id: int) -> tuple[User, dt.datetime, Appeal, list[AppealGround]]:
    user, now = decision_pages.worker(), clock.now()
    appeal = access.appeal_for(user, appeal_id)
    return user, now, appeal, appeal_subject.grounds_of(appeal)


# --- Writing the answer ---------------------------------------------------------------------------------------------


@blueprint.get("/answer")
def answering(appeal_id: int) -> Response:
    """The answer as it is saved, beside its letter; for everybody but the decider the appeal."""
    user, now = access.actor(), clock.now()
    appeal = access.appeal_for(user, appeal_id)
    if not user.sees_files:
        abort(404)
    if not appeal_hearing.may_change(user, appeal, now):
        return shown(appeal, user, now)
    return _answering(appeal, appeal_forms.kept_answer(appeal, appeal_subject.grounds_of(appeal)), user, now)


def _answering(appeal: Appeal, form: Answer, user: User, now: dt.datetime, **more: Any) -> Response:
    may_change = appeal_hearing.may_change(user, appeal, now)
    if not may_change and "refusals" not in more:
        return shown(appeal, user, now)
    form["version"].data = appeal.version
    made = None if more.get("unsaved") else appeal_letters.answer(appeal, user, now)
    facts = standing(appeal, now) | {
        "form": form,
        "passages": [appeal_forms.FIELDS.get(name, name) for name in appeal_letters.passages_of(appeal)],
        "letter": print_out(made) if made else _letter(appeal, form, user, now),
        "unsaved": False,
        "hints": outcome_of(appeal),
        **decision_pages.format_of(appeal.customer),
        **_changing(appeal),
        **_in_the_way(appeal, user, now, made),
        **more,
    }
    return respond.page("appeals/answer.html", **facts)


def _changing(appeal: Appeal) -> dict[str, Any]:
    """What it says now, and the draft in which a milder arrangement is written."""
    if appeal.restriction is None:
        return {"before": lifecycle.newest(appeal.marker) if appeal.marker else None, "draft": None}
    before = lifecycle.newest(appeal.restriction)
    draft = appeal.successor if appeal.successor_id and appeal.is_open else None
    return {"before": before, "before_words": _words(before), "draft": draft, "cards": _cards(draft)}


def _words(row: Restriction | None) -> list[str]:
    return [file_summary.term_words(term) for term in measures.terms_of(row)] if row else []


def _cards(draft: Restriction | None) -> list[dict[str, Any]]:
    if draft is None:
        return []
    chosen = {one.kind: one for one in measures.terms_of(draft)}
    kinds = measures.KINDS.values()
    return [
        {"kind": one, "words": file_summary.term_words(chosen[one.key]) if one.key in chosen else ""} for one in kinds
    ]


def _letter(appeal: Appeal, form: Answer, user: User, now: dt.datetime) -> Preview:
    typed = appeal_forms.as_typed(appeal, form)
    made_from = appeal_letters.outcome(typed, user, now)
    for facts, one in zip(made_from["grounds"], appeal_subject.grounds_of(appeal), strict=True):
        facts["found"] = appeal_letters.FOUND.get(form[f"found_{one.id}"].data or "", facts["found"])
        facts["answer"] = form[f"answer_{one.id}"].data or facts["answer"]
    name, passages = appeal_letters.template_of(appeal), appeal_letters.passages_of(typed)
    return print_out(appeal_letters.rendered(name, appeal, made_from, passages))


@blueprint.post("/answer/preview")
def preview(appeal_id: int) -> Response:
    """The letter as it is being typed; nothing is kept."""
    user, now, appeal, grounds = _loaded(appeal_id)
    form = appeal_forms.answer_form(appeal, grounds)()
    if respond.is_htmx():
        letter = _letter(appeal, form, user, now)
        return respond.page("appeals/_preview.html", letter=letter, unsaved=True)
    return _answering(appeal, form, user, now, unsaved=True)


@blueprint.post("/answer")
def save(appeal_id: int) -> Response:
    """Save the answer as the page has it; nothing follows from it yet."""
    user, now, appeal, grounds = _loaded(appeal_id)
    form = appeal_forms.answer_form(appeal, grounds)()
    version = form["version"].data
    return respond.deed(
        form,
        lambda: appeal_hearing.change(user, appeal, form.entry(grounds), now, version),
        lambda _: respond.see("hearings.answering", appeal_id=appeal.id),
        lambda **more: _answering(appeal.fresh(), form, user, now, unsaved=True, **more),
        "Your answer is saved. Nothing follows from it until it is decided.",
    )


# --- Deciding -------------------------------------------------------------------------------------------------------


def _in_the_way(appeal: Appeal, user: User, now: dt.datetime, made: Rendered | None) -> dict[str, Any]:
    may_decide = appeal_hearing.may_decide(user, appeal, now, made)
    return {"may_decide": may_decide, "ways": decision_pages.ways(may_decide, user, appeal, places(appeal), now)}


def places(appeal: Appeal) -> decision_pages.Places:
    """Where what stands against an appeal's answer is cleared; what it would change is written beside the answer."""
    answers, measures_of = ("Go on with the answer", "#answers"), ("Change the measures", "#measures")
    return decision_pages.places(
        appeal,
        url_for("hearings.answering", appeal_id=appeal.id),
        dates=("Change the days", "#ends_on"),
        format=translated_passages_pages.place(appeal, "#arranged"),
        people=("Choose who hears it", url_for("appeals.assigning", appeal_id=appeal.id)),
        words=answers,
        grounds=answers,
        measures=measures_of,
        ladder=measures_of,
    )


@blueprint.get("/deciding")
def deciding(appeal_id: int) -> Response:
    """Check before you decide: the answer, what follows from it, and the letter."""
    user, now, appeal, _ = _loaded(appeal_id)
    return _deciding(appeal, user, now)


def _deciding(appeal: Appeal, user: User, now: dt.datetime, **more: Any) -> Response:
    made = appeal_letters.answer(appeal, user, now)
    outcomes = appeal_forms.outcome_words(appeal)
    facts = standing(appeal, now) | {
        "form": decision_pages.Decide(formdata=None, version=appeal.version),
        "letter": sheet(appeal.letter.html) if appeal.letter else print_out(made),
        "outcome_words": outcomes.get(appeal.outcome, "Not chosen yet"),
        "follows": outcome_of(appeal).get(appeal.outcome, ""),
        "found_words": clauses.APPEAL_FOUND,
        "weighed": considerations.consideration_of(user, appeal.customer, "appeal", now),
        "considering": decision_pages.considering(appeal),
        "after_words": _words(appeal.successor if appeal.outcome == "varied" else None),
        **_changing(appeal),
        **_in_the_way(appeal, user, now, made),
        **more,
    }
    return respond.page("appeals/deciding.html", **facts)


@blueprint.post("/deciding")
def decide(appeal_id: int) -> Response:
    """Decide it; the letter is frozen and what was found takes effect today."""
    user, now, appeal, _ = _loaded(appeal_id)
    form = decision_pages.Decide()
    return respond.deed(
        None,
        lambda: appeal_hearing.decide(user, appeal, now, form.version.data),
        lambda letter: respond.see("letters.show", letter_id=letter.id),
        lambda **more: _deciding(appeal.fresh(), user, now, **more),
        "It is decided. Print the letter, sign it and send it; then record how it was sent.",
    )
