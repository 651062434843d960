"""Named officers: who deals with whom and who is away, telling a customer who covers, and naming somebody else."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response
from wtforms import HiddenField, SelectField, StringField

from models import Absence, Customer, Restriction, User, marks, rows_of
from policy.core import clock
from policy.core.answers import Answer
from policy.correspondence import fairness
from policy.restrictions import named_officers
from policy.rulebook import clauses
from policy.staff import cover
from views.frame import access, decision_pages, respond
from views.frame.forms import DateField, Form
from views.frame.sections import NAMED_OFFICERS, section
from views.letters.pages import print_out
from views.staff.absences import colleagues

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
    rows = [row for row in rows if user.sees_files or _is_of(user, covers[row.id])]
    people = {one.id: one for row in rows for one in _both(covers[row.id])}
    shown = sorted({user.id: user} | people if user.logs_incidents else people, key=lambda one: one)
    days = [day for day in (today + dt.timedelta(days=count) for count in range(7 * WEEKS)) if day.weekday() < 5]
    found = {**people, user.id: user}
    return respond.page(
        "restrictions/named_officers.html",
        officers=_officers(rows, covers, now),
        days=days,
        calendar=[(found[number], [_mark(found[number], day, known) for day in days]) for number in shown],
        away=_away([found[number] for number in shown], today),
        today=today,
    )


def _is_of(user: User, covering: cover.Cover | None) -> bool:
    return covering is not None and user.id in {one.id for one in _both(covering)}


def _both(covering: cover.Cover | None) -> list[User]:
    if covering is None:
        return []
    found = (covering.usual, covering.officer, covering.deputy)
    return list({one.id: one for one in found if one is not None}.values())


def _officers(rows: list[Restriction], covers: dict[int, Any], now: dt.datetime) -> list[dict[str, Any]]:
    """Each officer with their arrangements, and what these came to in four weeks."""
    ids = {row.customer_id for row in rows}
    names = {one.id: one for one in rows_of(Customer, f"WHERE id IN ({marks(ids)})", *ids)} if ids else {}
    work = named_officers.workload([row.id for row in rows], now - BACK, clock.today(now))
    found: dict[int, dict[str, Any]] = {}
    for row in rows:
        covering = covers[row.id]
        mine = found.setdefault(covering.usual.id, {"officer": covering.usual, "rows": [], "contacts": 0, "late": 0})
        contacts, late = work.get(row.id, (0, 0))
        mine["rows"].append({"restriction": row, "customer": names[row.customer_id], "cover": covering})
        mine["contacts"] += contacts
        mine["late"] += late
    return sorted(found.values(), key=lambda one: one["officer"].name)


def _mark(person: User, day: dt.date, known: cover.Known) -> tuple[str, str]:
    """What a cell of the calendar says, and how it looks."""
    if clock.is_bank_holiday(day):
        return "Bank holiday", "off"
    if any(one.user == person.id and one.covers(day) for one in known.away):
        return "Away", "away"
    return ("", "") if day.weekday() in person.working_days else ("Off", "off")


def _away(people: list[User], today: dt.date) -> list[Absence]:
    """Their absences that are not over, with the person of each."""
    ids = {one.id: one for one in people}
    rest = f"WHERE user_id IN ({marks(ids)}) AND cancelled_at IS NULL AND ends_on >= ? ORDER BY starts_on, id LIMIT 100"
    rows = rows_of(Absence, rest, *ids, today) if ids else []
    for row in rows:
        row.user = ids[row.user_id]
    return rows


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


def _filled(form: CoverForm) -> dict[str, Any]:
    """What the deed is told: people as rows, days, words."""
    people = {str(one.id): one for one in colleagues()}
    form.officer.choices = form.deputy.choices = {
        "": "Choose somebody",
        **{key: f"{one.name}, {one.job_title}".rstrip(", ") for key, one in people.items()},
    }
    told = {name: field.data for name, field in form._fields.items() if name not in ("csrf_token", "shown")}
    return told | {name: people.get(form[name].data or "") for name in ("officer", "deputy")}


def _key(told: dict[str, Any]) -> str:
    """What the letter on the page was made from, so that nobody issues one they have not seen."""
    people = [str(told[name].id) if told.get(name) else "" for name in ("officer", "deputy")]
    return "|".join([*people, str(told.get("from_on") or ""), str(told.get("until_on") or "")])


def _page(
    restriction: Restriction, form: CoverForm, told: dict[str, Any], template: str, may: Answer, **more: Any
) -> Response:
    user, now = access.actor(), clock.now()
    form.shown.data = _key(told)
    whole = told.get("officer") and told.get("deputy") and told["officer"].id != told["deputy"].id
    letter = named_officers.rendered(restriction, template, told, user, now) if whole and told.get("from_on") else None
    customer = restriction.customer
    facts: dict[str, Any] = {
        "restriction": restriction,
        "customer": customer,
        "form": form,
        "letter": print_out(letter) if letter else "",
        "may": may,
        "in_format": not list(filter(None, fairness.in_their_format(customer, ""))),
        "asked_format": clauses.LETTER_FORMATS[customer.letter_format],
        **more,
    }
    return respond.page("restrictions/named_officer_letter.html", **facts)


def _absence(number: int) -> Absence:
    return Absence.find(number) or abort(404)


@blueprint.get("/restrictions/<int:restriction_id>/cover/<int:absence_id>")
def telling(restriction_id: int, absence_id: int) -> Response:
    """The letter that says who covers: the deputy, unless somebody else is chosen."""
    user, now = decision_pages.worker(), clock.now()
    restriction, absence = access.restriction_for(user, restriction_id), _absence(absence_id)
    covering = named_officers.known_of(restriction, clock.today(now)).on(restriction.id, absence.starts_on)
    if covering is None:
        abort(404)
    second = covering.manager or next(
        (one for one in colleagues() if one.id not in (absence.user_id, covering.deputy.id if covering.deputy else 0)),
        None,
    )
    form = CoverForm(
        formdata=None,
        officer=str(covering.deputy.id if covering.deputy else ""),
        deputy=str(second.id if second else ""),
    )
    return _tell_page(user, restriction, absence, form, now)


def _days(absence: Absence, now: dt.datetime) -> dict[str, dt.date]:
    return {"from_on": max(absence.starts_on, clock.today(now)), "until_on": absence.ends_on}


def _tell_page(
    user: User, restriction: Restriction, absence: Absence, form: CoverForm, now: dt.datetime, **more: Any
) -> Response:
    told = _filled(form) | _days(absence, now)
    may = named_officers.may_tell(user, restriction, absence, now)
    words = "Tell the customer who covers"
    return _page(restriction, form, told, named_officers.COVER, may, absence=absence, heading=words, **more)


@blueprint.post("/restrictions/<int:restriction_id>/cover/<int:absence_id>")
def tell(restriction_id: int, absence_id: int) -> Response:
    """Issue that letter, or look at it again with other people."""
    user, now, form = decision_pages.worker(), clock.now(), CoverForm()
    restriction, absence = access.restriction_for(user, restriction_id), _absence(absence_id)
    told = _filled(form) | _days(absence, now)

    def show(**more: Any) -> Response:
        return _tell_page(user, restriction, absence, form, now, **more)

    return _issued(form, told, lambda: named_officers.tell_of_cover(user, restriction, absence, told, now), show)


def _issued(form: CoverForm, told: dict[str, Any], deed: Callable[[], Any], show: Callable[..., Response]) -> Response:
    """Do the deed where the letter it issues was on the page; else show it first."""
    if request.form.get("do") != "issue":
        return show()
    if form.shown.data != _key(told) and told.get("officer") and told.get("deputy") and form.validate():
        return show(changed=True)
    return respond.deed(
        form,
        deed,
        lambda row: respond.see("letters.show", letter_id=row.letter_id),
        show,
        "The letter is issued. Record how it reaches the customer.",
    )


@blueprint.get("/restrictions/<int:restriction_id>/officer")
def changing(restriction_id: int) -> Response:
    """Another officer or deputy: the form, with its letter as soon as it is whole."""
    user, now = decision_pages.worker(), clock.now()
    restriction = access.restriction_for(user, restriction_id)
    today = clock.today(now)
    covering = named_officers.known_of(restriction, today).on(restriction.id, today)
    people = (covering.usual, covering.deputy) if covering else (None, None)
    chosen = [str(one.id) if one is not None and one.active else "" for one in people]
    form = ChangeForm(formdata=None, officer=chosen[0], deputy=chosen[1], from_on=clock.working_days_after(today, 3))
    return _change_page(user, restriction, form, now)


def _change_page(user: User, restriction: Restriction, form: ChangeForm, now: dt.datetime, **more: Any) -> Response:
    may = named_officers.may_change_officer(user, restriction, now)
    words, told = "Name another officer or deputy", _filled(form)
    return _page(restriction, form, told, named_officers.CHANGED, may, absence=None, heading=words, **more)


@blueprint.post("/restrictions/<int:restriction_id>/officer")
def change(restriction_id: int) -> Response:
    """Issue that letter, with which the change holds, or look at it again."""
    user, now, form = decision_pages.worker(), clock.now(), ChangeForm()
    restriction = access.restriction_for(user, restriction_id)
    told = _filled(form)

    def show(**more: Any) -> Response:
        return _change_page(user, restriction, form, now, **more)

    return _issued(form, told, lambda: named_officers.change_officer(user, restriction, told, now), show)
