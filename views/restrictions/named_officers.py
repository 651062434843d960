"""Named officers: who deals with whom and who is away, telling a customer who covers, and naming somebody else."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response
from wtforms import HiddenField, SelectField, StringField

from models import Absence, Restriction, User
from policy.core import clock, work_item
from policy.restrictions import named_officers
from policy.staff import cover, people
from views.frame import access, decision_pages, respond
from views.frame.forms import DateField, Form
from views.frame.sections import NAMED_OFFICERS, section
from views.letters.pages import print_out
from views.restrictions.measure_forms import offer_colleagues

blueprint = Blueprint("named_officers", __name__)
section(blueprint, NAMED_OFFICERS)

WEEKS = 4
BACK = dt.timedelta(days=28)


# --- The page of all of them ----------------------------------------------------------------------------------------


@blueprint.get("/named-officers")
def board() -> Response:
    """Each named officer, whom they deal with, who covers, and who is away in the next four weeks.

    Who does not read files sees the arrangements of their own only.
    """
    user, now = access.actor(), clock.now()
    if not (user.sees_files or user.logs_incidents):
        abort(403)
    today = clock.today(now)
    rows, known = named_officers.arrangements(today)
    covers = {row.id: known.on(row.id, max(today, row.in_force_from or today)) for row in rows}
    rows = [row for row in rows if user.sees_files or user in _all_of(covers[row.id])]
    named = {one.id: one for row in rows for one in _all_of(covers[row.id])}
    listed = sorted(({user.id: user} | named if user.logs_incidents else named).values(), key=lambda one: one.id)
    days = [day for day in (today + dt.timedelta(days=count) for count in range(7 * WEEKS)) if day.weekday() < 5]
    return respond.page(
        "restrictions/named_officers.html",
        officers=_officers(rows, covers, now),
        days=days,
        calendar=[(one, [_mark(one, day, known) for day in days]) for one in listed],
        away=named_officers.away(listed, today),
        today=today,
    )


def _all_of(covering: cover.Cover | None) -> list[User]:
    three = (covering.usual, covering.officer, covering.deputy) if covering else ()
    return [one for one in three if one is not None]


def _officers(rows: list[Restriction], covers: dict[int, cover.Cover | None], now: dt.datetime) -> list[dict[str, Any]]:
    """Each officer with their arrangements, and what these came to in four weeks."""
    names = work_item.names_of(rows)
    work = named_officers.workload([row.id for row in rows], now - BACK, clock.today(now))
    officers: dict[int, dict[str, Any]] = {}
    for row in rows:
        covering = covers[row.id]
        assert covering is not None, "every arrangement on the board names an officer"
        usual = covering.usual
        mine = officers.setdefault(usual.id, {"officer": usual, "rows": [], "contacts": 0, "late": 0})
        contacts, late = work.get(row.id, (0, 0))
        mine["rows"].append({"restriction": row, "name": names[row.customer_id], "cover": covering})
        mine["contacts"] += contacts
        mine["late"] += late
    return sorted(officers.values(), key=lambda one: one["officer"].name)


def _mark(person: User, day: dt.date, known: cover.Known) -> tuple[str, str]:
    """What a cell of the calendar says, and how it looks."""
    if clock.is_bank_holiday(day):
        return "Bank holiday", "off"
    if any(one.user == person.id and one.covers(day) for one in known.away):
        return "Away", "away"
    return ("", "") if day.weekday() in person.working_days else ("Off", "off")


# --- Telling of cover, and naming somebody else ---------------------------------------------------------------------


class CoverForm(Form):
    """Who answers, and how the letter is given. `shown`: for whom the letter on the page was made."""

    officer = SelectField("Who answers", choices={}, validate_choice=False)
    deputy = SelectField("And when that person is not at work", choices={}, validate_choice=False)
    arranged = StringField("How the letter is given in their format")
    shown = HiddenField()


class ChangeForm(CoverForm):
    """Another officer or deputy, for some days or for good."""

    from_on = DateField("From")
    until_on = DateField("Until", description="Leave empty where it is for good.")
    because = StringField("Why, for the file", description="The letter does not say it.")


def _chosen(form: CoverForm, absence: Absence | None, now: dt.datetime) -> named_officers.Change:
    """Who is to answer, and when: the days of an absence, or those typed."""
    known = offer_colleagues(form)
    two = {name: known.get(form[name].data or "") for name in ("officer", "deputy")}
    days = named_officers.cover_days(absence, now) if absence else {}
    return form.typed(named_officers.Change, **two, **days)


def _key(chosen: named_officers.Change) -> str:
    """What the letter on the page was made from, so that nobody issues one they have not seen."""
    two = [str(one.id) if one else "" for one in (chosen["officer"], chosen["deputy"])]
    return "|".join([*two, str(chosen["from_on"] or ""), str(chosen["until_on"] or "")])


def _page(restriction: Restriction, absence: Absence | None, form: CoverForm, **more: Any) -> Response:
    user, now = access.actor(), clock.now()
    chosen = _chosen(form, absence, now)
    form.shown.data = _key(chosen)
    template = named_officers.COVER if absence else named_officers.CHANGED
    whole = chosen["officer"] and chosen["deputy"] and chosen["officer"] != chosen["deputy"] and chosen["from_on"]
    letter = named_officers.rendered(restriction, template, chosen, user, now) if whole else None
    facts: dict[str, Any] = {
        "restriction": restriction,
        "customer": restriction.customer,
        "absence": absence,
        "form": form,
        "letter": print_out(letter) if letter else "",
        "may": named_officers.may_tell(user, restriction, absence, now)
        if absence
        else named_officers.may_change_officer(user, restriction, now),
        **decision_pages.format_facts(restriction.customer),
        **more,
    }
    return respond.page("restrictions/named_officer_letter.html", **facts)


def _issued(
    restriction: Restriction, absence: Absence | None, form: CoverForm, deed: Callable[[named_officers.Change], Any]
) -> Response:
    """Do the deed where the letter it issues was on the page; else show it first."""
    chosen = _chosen(form, absence, clock.now())
    if request.form.get("do") != "issue":
        return _page(restriction, absence, form)
    if form.shown.data != _key(chosen) and chosen["officer"] and chosen["deputy"] and form.validate():
        return _page(restriction, absence, form, changed=True)
    return respond.deed(
        form,
        lambda: deed(chosen),
        lambda row: respond.see("letters.show", letter_id=row.letter_id),
        lambda **more: _page(restriction, absence, form, **more),
        "The letter is issued. Record how it reaches the customer.",
    )


@blueprint.get("/restrictions/<int:restriction_id>/cover/<int:absence_id>")
def telling(restriction_id: int, absence_id: int) -> Response:
    """The letter that says who covers: the deputy, unless somebody else is chosen."""
    user, now = decision_pages.worker(), clock.now()
    restriction, absence = access.restriction_for(user, restriction_id), Absence.find(absence_id) or abort(404)
    covering = named_officers.known_of(restriction, clock.today(now)).on(restriction.id, absence.starts_on)
    if covering is None:
        abort(404)
    deputy = covering.deputy.id if covering.deputy else None
    others = (one for one in people.colleagues() if one.id not in (absence.user_id, deputy))
    second = covering.manager or next(others, None)
    form = CoverForm(formdata=None, officer=str(deputy or ""), deputy=str(second.id if second else ""))
    return _page(restriction, absence, form)


@blueprint.post("/restrictions/<int:restriction_id>/cover/<int:absence_id>")
def tell(restriction_id: int, absence_id: int) -> Response:
    """Issue that letter, or look at it again with other people."""
    user, now = decision_pages.worker(), clock.now()
    restriction, absence = access.restriction_for(user, restriction_id), Absence.find(absence_id) or abort(404)
    return _issued(
        restriction,
        absence,
        CoverForm(),
        lambda chosen: named_officers.tell_of_cover(user, restriction, absence, chosen, now),
    )


@blueprint.get("/restrictions/<int:restriction_id>/officer")
def changing(restriction_id: int) -> Response:
    """Another officer or deputy: the form, with its letter as soon as it is whole."""
    user, today = decision_pages.worker(), clock.today(clock.now())
    restriction = access.restriction_for(user, restriction_id)
    covering = named_officers.known_of(restriction, today).on(restriction.id, today)
    two = (covering.usual, covering.deputy) if covering else (None, None)
    officer, deputy = (str(one.id) if one is not None and one.active else "" for one in two)
    form = ChangeForm(formdata=None, officer=officer, deputy=deputy, from_on=clock.working_days_after(today, 3))
    return _page(restriction, None, form)


@blueprint.post("/restrictions/<int:restriction_id>/officer")
def change(restriction_id: int) -> Response:
    """Issue that letter, with which the change holds, or look at it again."""
    user, now = decision_pages.worker(), clock.now()
    restriction = access.restriction_for(user, restriction_id)
    return _issued(
        restriction, None, ChangeForm(), lambda chosen: named_officers.change_officer(user, restriction, chosen, now)
    )
