"""Appeals: taking one in, how it stands, who hears it, what rests meanwhile, and that the customer withdrew it."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort, url_for
from werkzeug.wrappers import Response

from models import Appeal, Letter, User
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.appeals import subject as appeal_subject
from policy.core import audit, clock
from policy.core.validation import Invalid
from policy.rulebook import clauses
from views.appeals import forms as appeal_forms
from views.appeals.forms import Assigning, GroundsForm, Suspending, Taking, Withdrawing
from views.frame import access, decision_pages, respond
from views.frame.sections import CUSTOMERS, section

blueprint = Blueprint("appeals", __name__)
section(blueprint, CUSTOMERS)


def on_page(thing: appeal_subject.Thing) -> dict[str, Any]:
    """What appeals/_on_restriction.html shows on the page of a restriction, a warning or a marker."""
    return {
        "appeals_of": appeal_subject.appeals_of(thing),
        "appeal_noun": appeal_subject.noun_of(thing),
        "appeal_address": url_for("appeals.new", **decision_pages.by_id(thing)),
    }


# --- Taking one in --------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/appeals/new")
def choose(customer_id: int) -> Response:
    """What the objection is against: for whoever hears of it first, and sees no file."""
    user = access.actor()
    customer = access.customer_for(user, customer_id)
    if not user.logs_incidents:
        abort(403)
    return respond.page(
        "appeals/choose.html",
        customer=customer,
        restrictions=appeal_subject.restrictions_of(customer),
        warnings=appeal_subject.warnings_of(customer),
        sees_files=user.sees_files,
    )


@blueprint.get("/restrictions/<int:restriction_id>/appeals/new")
@blueprint.get("/warnings/<int:warning_id>/disputes/new")
@blueprint.get("/markers/<int:marker_id>/appeals/new")
def new(**which: int) -> Response:
    """Take an objection in, whatever way it came (G45)."""
    user, now = access.actor(), clock.now()
    thing = access.appealable_for(user, **which)
    form = Taking(formdata=None, from_whom="customer", received_on=clock.today(now))
    return _taking(thing, form, user, now)


def _taking(thing: Any, form: Taking, user: User, now: dt.datetime, **more: Any) -> Response:
    form.offer(thing.customer)
    noun, today = appeal_subject.noun_of(thing), clock.today(now)
    deadline = appeal_subject.deadline(thing, now)
    facts: dict[str, Any] = {
        "thing": thing,
        "noun": noun,
        "name": appeal_subject.NAMES[noun],
        "customer": thing.customer,
        "form": form,
        "ground_words": appeal_forms.GROUND_WORDS,
        "may_take": appeal_intake.may_take(user, thing, now),
        "deadline": deadline,
        "late": deadline is not None and today > deadline,
        "stands": appeal_subject.still_stands(thing, today),
        "open_one": next((one for one in appeal_subject.appeals_of(thing) if one.is_open and _sees(user, one)), None),
        "back": decision_pages.page_of(thing)
        if user.sees_files
        else url_for("customers.show", customer_id=thing.customer_id),
        "looks_again": noun == "restriction" and user.is_officer,
        "address": url_for("appeals.take", **decision_pages.by_id(thing)),
        **more,
    }
    return respond.page("appeals/new.html", **facts)


def _sees(user: User, appeal: Appeal) -> bool:
    return user.sees_files or appeal.took_by_id == user.id


@blueprint.post("/restrictions/<int:restriction_id>/appeals")
@blueprint.post("/warnings/<int:warning_id>/disputes")
@blueprint.post("/markers/<int:marker_id>/appeals")
def take(**which: int) -> Response:
    """Keep the objection, and the file as it is now."""
    user, now = access.actor(), clock.now()
    thing, form = access.appealable_for(user, **which), Taking()
    return respond.deed(
        form,
        lambda: appeal_intake.take(user, thing, form.entry(thing.customer), now, form.form_key.data),
        lambda row: respond.see("appeals.show", appeal_id=row.id),
        lambda **more: _taking(thing, form, user, now, **more),
        "It is taken in. What was on the file is kept with it as it is now.",
    )


# --- How it stands --------------------------------------------------------------------------------------------------


@blueprint.get("/appeals/<int:appeal_id>")
def show(appeal_id: int) -> Response:
    """The appeal, its clock and what comes next; for a colleague who took it in, what they took."""
    user, now = access.actor(), clock.now()
    return shown(access.appeal_for(user, appeal_id), user, now)


def shown(appeal: Appeal, user: User, now: dt.datetime, **more: Any) -> Response:
    """The page of an appeal as it is saved."""
    facts = standing(appeal, now) | {
        "form": GroundsForm(formdata=None),
        "ground_words": appeal_forms.GROUND_WORDS,
        "may_add": appeal_intake.may_add(user, appeal, now),
    }
    if not user.sees_files:
        return respond.page("appeals/receipt.html", **facts | more)
    facts |= {
        "against_address": decision_pages.page_of(facts["thing"]),
        "letters": [(label, letter) for label, letter in _letters(appeal) if letter],
        "sealed": audit.bundle_digest(appeal.bundle) == appeal.bundle_sha256,
        "weighed_before": getattr(facts["thing"], "consideration_id", None),
        "may_assign": appeal_intake.may_assign(user, appeal, now),
        "may_acknowledge": appeal_intake.may_acknowledge(user, appeal, now),
        "may_suspend": appeal_intake.may_suspend(user, appeal, now),
        "may_extend": appeal_intake.may_extend(user, appeal, now),
        "may_answer": appeal_hearing.may_change(user, appeal, now),
        "may_withdraw": appeal_intake.may_withdraw(user, appeal, now),
        "wording": (appeal_forms.outcome_words(appeal), clauses.APPEAL_FOUND),
        "considering": decision_pages.considering(appeal),
    }
    return respond.page("appeals/show.html", **facts | more)


def _letters(appeal: Appeal) -> list[tuple[str, Letter | None]]:
    return [
        ("The letter that says who decides", appeal.acknowledgement),
        ("The letter about more time", appeal.extension),
        ("The answer", appeal.letter),
    ]


def standing(appeal: Appeal, now: dt.datetime) -> dict[str, Any]:
    """What every page of an appeal shows: what it is against, its grounds, and its clock in words (G46)."""
    thing, today = appeal_subject.against(appeal), clock.today(now)
    words, kind = clock_words(appeal, today)
    return {
        "appeal": appeal,
        "customer": appeal.customer,
        "thing": thing,
        "noun": appeal_subject.noun_of(thing),
        "name": appeal_subject.NAMES[appeal_subject.noun_of(thing)],
        "title": "A dispute of a warning’s facts" if appeal.warning_id else "An appeal",
        "grounds": appeal_subject.grounds_of(appeal),
        "ground_kinds": clauses.APPEAL_GROUNDS,
        "channels": clauses.CHANNELS,
        "standing_words": words,
        "standing_kind": kind,
        "acknowledge_by": appeal_subject.acknowledge_by(appeal),
        "late": appeal.deadline is not None and appeal.received_on > appeal.deadline,
        "today": today,
    }


def clock_words(appeal: Appeal, today: dt.date) -> tuple[str, str]:
    """How an appeal stands: when it is to be answered and how long that is, or how it ended; and its colour's kind."""
    if appeal.decided_at:
        ends = {"stands": "it stands", "varied": "it is changed", "overturned": "it is overturned"}
        late = ", late" if clock.today(appeal.decided_at) > appeal.due_on else ""
        return f"Decided on {clock.day_words(clock.today(appeal.decided_at))}{late}: {ends[appeal.outcome]}", "done"
    if appeal.withdrawn_on:
        return f"Withdrawn by the customer on {clock.day_words(appeal.withdrawn_on)}", "quiet"
    last = f"{appeal.due_on:%A} {clock.day_words(appeal.due_on)}"
    if today > appeal.due_on:
        return f"Overdue: it was to be answered by {last}", "stop"
    left = clock.working_days_between(today, appeal.due_on)
    days = "today is the last day" if not left else f"{left} working {'day' if left == 1 else 'days'} left"
    near = left <= appeal.numbers["appeal_acknowledge_days"]
    return f"To be answered by {last}: {days}", "mind" if near else "tell"


def outcome_of(appeal: Appeal) -> dict[str, str]:
    """What follows from each outcome, in a sentence."""
    if appeal.warning_id is not None:
        return {
            "stands": "Nothing changes.",
            "varied": "Add each correction to the incident it belongs to; the letter says what was corrected.",
            "overturned": "The warning is withdrawn today, and nothing can rest on it.",
        }
    if appeal.marker_id is not None:
        return {
            "stands": "It stays as it is until its end.",
            "varied": "Other words, or an earlier end, from today.",
            "overturned": "It ends today. Nobody sees it any more.",
        }
    return {
        "stands": "It stays as it is until its end.",
        "varied": "A milder measure, or an earlier end, from today. It can never become stricter or longer.",
        "overturned": "It ends today. The letter tells the customer so; those who were told are told of the end.",
    }


@blueprint.post("/appeals/<int:appeal_id>/grounds")
def add(appeal_id: int) -> Response:
    """Add what they said further, until the customer has been told what we understood."""
    user, now = access.actor(), clock.now()
    appeal, form = access.appeal_for(user, appeal_id), GroundsForm()
    return respond.deed(
        form,
        lambda: appeal_intake.add(user, appeal, form.ticked(), now),
        lambda _: respond.see("appeals.show", appeal_id=appeal.id),
        lambda **more: shown(appeal.fresh(), user, now, form=form, **more),
        "It is added.",
        may=appeal_intake.may_add(user, appeal, now),
    )


# --- Who hears it ---------------------------------------------------------------------------------------------------


@blueprint.get("/appeals/<int:appeal_id>/assigning")
def assigning(appeal_id: int) -> Response:
    """Every senior officer, and why those who had a part cannot hear it (G44)."""
    user, now = decision_pages.worker(), clock.now()
    return _assigning(access.appeal_for(user, appeal_id), None, user, now)


def _assigning(appeal: Appeal, form: Assigning | None, user: User, now: dt.datetime, **more: Any) -> Response:
    form = form or Assigning(formdata=None, decider=str(appeal.decider_id or ""))
    form.version.data = appeal.version
    people = appeal_subject.hearers(appeal)
    form.decider.choices = {str(one.user.id): _person(one.user) for one in people if not one.why_not}
    facts = standing(appeal, now) | {
        "form": form,
        "people": people,
        "free": [one for one in people if not one.why_not],
        "may_assign": appeal_intake.may_assign(user, appeal, now),
        **more,
    }
    return respond.page("appeals/assigning.html", **facts)


def _person(user: User) -> str:
    return f"{user.name}{f', {user.job_title}' if user.job_title else ''}"


@blueprint.post("/appeals/<int:appeal_id>/assigning")
def assign(appeal_id: int) -> Response:
    """Say who hears it."""
    user, now = decision_pages.worker(), clock.now()
    appeal, form = access.appeal_for(user, appeal_id), Assigning()
    version = form.version.data

    def give() -> User:
        decider = User.find(decision_pages.number(form.decider.data))
        if decider is None:
            free = any(not one.why_not for one in appeal_subject.hearers(appeal))
            raise Invalid({"decider" if free else "nobody": "Choose who hears it."})
        appeal_intake.assign(user, appeal, decider, now, version)
        return decider

    return respond.deed(
        form,
        give,
        lambda _: respond.see("appeals.show", appeal_id=appeal.id),
        lambda **more: _assigning(appeal, form, user, now, **more),
        lambda decider: f"{decider.name} hears this appeal. Tell the customer next.",
        may=appeal_intake.may_assign(user, appeal, now),
        when_refused=lambda **more: _assigning(appeal.fresh(), None, user, now, **more),
    )


# --- Meanwhile, and the end without a decision ----------------------------------------------------------------------


@blueprint.get("/appeals/<int:appeal_id>/suspending")
def suspending(appeal_id: int) -> Response:
    """Whether the restriction rests while the appeal is heard."""
    user, now = decision_pages.worker(), clock.now()
    appeal = access.appeal_for(user, appeal_id)
    form = Suspending(formdata=None, suspended="yes" if appeal.suspended else "no", from_on=clock.today(now))
    return _suspending(appeal, form, user, now)


def _suspending(appeal: Appeal, form: Suspending, user: User, now: dt.datetime, **more: Any) -> Response:
    may = appeal_intake.may_suspend(user, appeal, now)
    return respond.page("appeals/suspending.html", form=form, may=may, **standing(appeal, now), **more)


@blueprint.post("/appeals/<int:appeal_id>/suspending")
def suspend(appeal_id: int) -> Response:
    """Set it aside, or say why it goes on."""
    user, now = decision_pages.worker(), clock.now()
    appeal, form = access.appeal_for(user, appeal_id), Suspending()
    suspended = form.suspended.data == "yes"
    return respond.deed(
        form,
        lambda: appeal_intake.decide_suspension(
            user, appeal, form.typed(appeal_intake.Suspension, suspended=suspended), now
        ),
        lambda _: respond.see("appeals.show", appeal_id=appeal.id),
        lambda **more: _suspending(appeal.fresh(), form, user, now, **more),
        "It is recorded. Tell the customer and those who deal with them today.",
        may=appeal_intake.may_suspend(user, appeal, now),
    )


@blueprint.get("/appeals/<int:appeal_id>/withdrawing")
def withdrawing(appeal_id: int) -> Response:
    """Ask when and in what words the customer withdrew it."""
    user, now = decision_pages.worker(), clock.now()
    form = Withdrawing(formdata=None, on=clock.today(now))
    return _withdrawing(access.appeal_for(user, appeal_id), form, user, now)


def _withdrawing(appeal: Appeal, form: Withdrawing, user: User, now: dt.datetime, **more: Any) -> Response:
    may = appeal_intake.may_withdraw(user, appeal, now)
    return respond.page("appeals/withdrawing.html", form=form, may=may, **standing(appeal, now), **more)


@blueprint.post("/appeals/<int:appeal_id>/withdrawing")
def withdraw(appeal_id: int) -> Response:
    """Record that the customer withdrew it."""
    user, now = decision_pages.worker(), clock.now()
    appeal, form = access.appeal_for(user, appeal_id), Withdrawing()
    return respond.deed(
        form,
        lambda: appeal_intake.withdraw(user, appeal, form.typed(appeal_intake.Withdrawal), now),
        lambda _: respond.see("appeals.show", appeal_id=appeal.id),
        lambda **more: _withdrawing(appeal.fresh(), form, user, now, **more),
        "It is recorded that the customer withdrew this.",
        may=appeal_intake.may_withdraw(user, appeal, now),
    )
