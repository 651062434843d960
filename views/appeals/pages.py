"""Appeals: taking one in, how it stands, who hears it, what rests meanwhile, and that the customer withdrew it."""

import datetime as dt
from typing import Any

from flask import Blueprint, abort, flash, url_for
from werkzeug.wrappers import Response

from models import Appeal, BehaviourWarning, Letter, Restriction, User
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.appeals import subject as appeal_subject
from policy.core import audit, clock
from policy.core.answers import Answer, Refused
from policy.core.validation import Invalid
from policy.rulebook import clauses
from views.appeals import forms as appeal_forms
from views.appeals.forms import Assigning, GroundsForm, Suspending, Taking, Withdrawing
from views.frame import access, decision_pages, respond

blueprint = Blueprint("appeals", __name__)

PAGES = {"restriction": "restrictions.show", "marker": "markers.show", "warning": "warnings.show"}


def place_of(thing: appeal_subject.Thing) -> str:
    """The address of the page of what an appeal is against."""
    noun = appeal_subject.noun_of(thing)
    which: dict[str, Any] = {f"{noun}_id": thing.id}
    return url_for(PAGES[noun], **which)


def on_page(thing: appeal_subject.Thing) -> dict[str, Any]:
    """What appeals/_on_restriction.html shows on the page of a restriction, a warning or a marker."""
    noun = appeal_subject.noun_of(thing)
    which: dict[str, Any] = {f"{noun}_id": thing.id}
    return {
        "appeals_of": appeal_subject.appeals_of(thing),
        "appeal_noun": noun,
        "appeal_address": url_for("appeals.new", **which),
    }


# --- Taking one in --------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>/appeals/new")
def choose(customer_id: int) -> Response:
    """What the objection is against: for whoever hears of it first, and sees no file."""
    user = access.actor()
    customer = access.customer_for(user, customer_id)
    if not user.logs_incidents:
        abort(403)
    limits = Restriction.select().where(Restriction.customer == customer, Restriction.issued_at.is_null(False))
    warned = BehaviourWarning.select().where(
        BehaviourWarning.customer == customer,
        BehaviourWarning.issued_at.is_null(False),
        BehaviourWarning.withdrawn_at.is_null(),
    )
    return respond.page(
        "appeals/choose.html",
        customer=customer,
        restrictions=list(limits.order_by(Restriction.id.desc())),
        warnings=list(warned.order_by(BehaviourWarning.id.desc())),
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
    form.offer(appeal_forms.speakers(thing.customer))
    noun = appeal_subject.noun_of(thing)
    facts: dict[str, Any] = {
        "thing": thing,
        "noun": noun,
        "name": appeal_subject.NAMES[noun],
        "customer": thing.customer,
        "form": form,
        "ground_words": appeal_forms.GROUND_WORDS,
        "may_take": appeal_intake.may_take(user, thing, now),
        "deadline": appeal_subject.deadline(thing, now),
        "late": _is_late(thing, now),
        "stands": appeal_subject.still_stands(thing, clock.today(now)),
        "open_one": next((one for one in appeal_subject.appeals_of(thing) if one.is_open and _sees(user, one)), None),
        "back": place_of(thing) if user.sees_files else url_for("customers.show", customer_id=thing.customer_id),
        "looks_again": noun == "restriction" and user.is_officer,
        "address": url_for("appeals.take", **{f"{noun}_id": thing.id}),
        **more,
    }
    return respond.page("appeals/new.html", **facts)


def _sees(user: User, appeal: Appeal) -> bool:
    return user.sees_files or appeal.took_by_id == user.id


def _is_late(thing: Any, now: dt.datetime) -> bool:
    last = appeal_subject.deadline(thing, now)
    return last is not None and clock.today(now) > last


@blueprint.post("/restrictions/<int:restriction_id>/appeals")
@blueprint.post("/warnings/<int:warning_id>/disputes")
@blueprint.post("/markers/<int:marker_id>/appeals")
def take(**which: int) -> Response:
    """Keep the objection, and the file as it is now."""
    user, now = access.actor(), clock.now()
    thing, form = access.appealable_for(user, **which), Taking()
    people = appeal_forms.speakers(thing.customer)
    if form.validate():
        try:
            row = appeal_intake.take(user, thing, appeal_forms.taken(form, people), now, form.form_key.data)
            flash("It is taken in. What was on the file is kept with it as it is now.")
            return respond.see("appeals.show", appeal_id=row.id)
        except Invalid as invalid:
            form.blame(invalid.errors)
        except Refused as refusal:
            return _taking(thing, form, user, now, refusals=list(refusal.reasons), status=409)
    return _taking(thing, form, user, now, has_errors=True, status=422)


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
        "against_address": place_of(facts["thing"]),
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
        "considering": considering(appeal),
    }
    return respond.page("appeals/show.html", **facts | more)


def considering(appeal: Appeal) -> str:
    """The page on which the decider records what they considered before deciding."""
    return url_for("considerations.new", customer_id=appeal.customer_id, purpose="appeal", about=appeal.id)


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
    left = _working_days(today, appeal.due_on)
    days = "today is the last day" if not left else f"{left} working {'day' if left == 1 else 'days'} left"
    near = left <= appeal.numbers["appeal_acknowledge_days"]
    return f"To be answered by {last}: {days}", "mind" if near else "tell"


def _working_days(start: dt.date, end: dt.date) -> int:
    day, found = start, 0
    while day < end:
        day += dt.timedelta(days=1)
        found += clock.is_working_day(day)
    return found


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
    may_add = appeal_intake.may_add(user, appeal, now)
    if not may_add or form.validate():
        try:
            may_add.or_refuse()
            appeal_intake.add(user, appeal, {"grounds": form.told()}, now)
            flash("It is added.")
            return respond.see("appeals.show", appeal_id=appeal.id)
        except Invalid as invalid:
            form.blame(invalid.errors)
        except Refused as refusal:
            refused = {"refusals": list(refusal.reasons), "form": form, "status": 409}
            return shown(appeal.fresh(), user, now, **refused)
    return shown(appeal, user, now, form=form, has_errors=True, status=422)


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
    decider = User.find(decision_pages.number(form.decider.data))
    may_assign = appeal_intake.may_assign(user, appeal, now)
    if may_assign and decider is None:
        free = any(not one.why_not for one in appeal_subject.hearers(appeal))
        form.blame({"decider" if free else "nobody": "Choose who hears it."})
        return _assigning(appeal, form, user, now, has_errors=True, status=422)
    try:
        may_assign.or_refuse()
        assert decider is not None
        appeal_intake.assign(user, appeal, decider, now, form.version.data)
    except Refused as refusal:
        return _assigning(appeal.fresh(), None, user, now, refusals=list(refusal.reasons), status=409)
    flash(f"{decider.name} hears this appeal. Tell the customer next.")
    return respond.see("appeals.show", appeal_id=appeal.id)


# --- Meanwhile, and the end without a decision ----------------------------------------------------------------------


@blueprint.get("/appeals/<int:appeal_id>/suspending")
def suspending(appeal_id: int) -> Response:
    """Whether the restriction rests while the appeal is heard."""
    user, now = decision_pages.worker(), clock.now()
    appeal = access.appeal_for(user, appeal_id)
    form = Suspending(formdata=None, suspended="yes" if appeal.suspended else "no", from_on=clock.today(now))
    return _asking("suspending", appeal, form, appeal_intake.may_suspend(user, appeal, now), now)


@blueprint.post("/appeals/<int:appeal_id>/suspending")
def suspend(appeal_id: int) -> Response:
    """Set it aside, or say why it goes on."""
    form = Suspending()
    told = {"suspended": form.suspended.data == "yes", "from_on": form.from_on.data, "because": form.because.data}
    done = "It is recorded. Tell the customer and those who deal with them today."
    return _do("suspending", appeal_id, form, told, done)


@blueprint.get("/appeals/<int:appeal_id>/withdrawing")
def withdrawing(appeal_id: int) -> Response:
    """Ask when and in what words the customer withdrew it."""
    user, now = decision_pages.worker(), clock.now()
    appeal = access.appeal_for(user, appeal_id)
    form = Withdrawing(formdata=None, on=clock.today(now))
    return _asking("withdrawing", appeal, form, appeal_intake.may_withdraw(user, appeal, now), now)


@blueprint.post("/appeals/<int:appeal_id>/withdrawing")
def withdraw(appeal_id: int) -> Response:
    """Record that the customer withdrew it."""
    form = Withdrawing()
    told = {"on": form.on.data, "words": form.words.data or ""}
    return _do("withdrawing", appeal_id, form, told, "It is recorded that the customer withdrew this.")


def _asking(what: str, appeal: Appeal, form: Any, may: Answer, now: dt.datetime, **more: Any) -> Response:
    return respond.page(f"appeals/{what}.html", **standing(appeal, now) | {"form": form, "may": may, **more})


def _do(what: str, appeal_id: int, form: Any, told: dict[str, Any], done: str) -> Response:
    user, now = decision_pages.worker(), clock.now()
    appeal = access.appeal_for(user, appeal_id)
    question, deed = (
        (appeal_intake.may_suspend, appeal_intake.decide_suspension)
        if what == "suspending"
        else (appeal_intake.may_withdraw, appeal_intake.withdraw)
    )
    may = question(user, appeal, now)
    try:
        may.or_refuse()
        if not form.validate():
            raise Invalid({})
        deed(user, appeal, told, now)
    except Invalid as invalid:
        form.blame(invalid.errors)
        return _asking(what, appeal, form, may, now, has_errors=True, status=422)
    except Refused as refusal:
        return _asking(what, appeal.fresh(), form, may, now, refusals=list(refusal.reasons), status=409)
    flash(done)
    return respond.see("appeals.show", appeal_id=appeal.id)
