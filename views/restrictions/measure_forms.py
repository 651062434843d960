"""The form of one measure of a restriction (4.4): one for each kind, and what its deed is told."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from flask import request
from wtforms import SelectField, StringField, TextAreaField

from models import Need, RestrictionTerm, User
from policy.restrictions import measures
from policy.rulebook import clauses
from views.frame.decision_pages import CHANNELS, Ticks
from views.frame.forms import Form, TimeField

MOST_ROWS = 10
ROW = re.compile(r"slot-(\d{1,2})-")


class ChannelsForm(Form):
    """Which ways of contact stay open."""

    channels = Ticks("Which ways of contact the customer may use", choices=CHANNELS)


class OfficerForm(Form):
    """Who deals with the customer, and who covers."""

    officer = SelectField("Named officer", choices={}, validate_choice=False)
    deputy = SelectField("Deputy, when the named officer is away", choices={}, validate_choice=False)


class SignificantForm(Form):
    """What is significant and serious."""

    definition = TextAreaField("What we mean by significant and serious")
    examples = TextAreaField("Examples, one on each line")


class AccessForm(Form):
    """Which place or service, and what instead."""

    place = StringField("Service or place", description="As it will stand in the letter: our office in Wallsend")
    instead = TextAreaField(
        "What they do instead",
        description="A sentence the letter prints: you can ring us, or we can meet you at the library",
    )


class SlotForm(Form):
    """Days with one span of time."""

    days = Ticks("Days", coerce=int, choices=dict(enumerate(measures.DAYS)))
    start = TimeField("From")
    end = TimeField("Until")

    @property
    def is_blank(self) -> bool:
        return not self.days.data and not any(field.raw_data and field.raw_data[0] for field in (self.start, self.end))


class TimesForm(Form):
    """When telephone calls are taken: rows of days and times."""

    rows: list[SlotForm]

    def validate(self, extra_validators: Any = None) -> bool:
        """Every row is readable; those left blank do not count."""
        readable = [row.validate() for row in self.rows if not row.is_blank]
        return super().validate(extra_validators) and all(readable)

    def blame(self, errors: Mapping[str, str]) -> None:
        """A fault of the times belongs to the first row."""
        rest = {name: sentence for name, sentence in errors.items() if name != "slots"}
        if "slots" in errors:
            self.rows[0].blame({"days": errors["slots"]})
        super().blame(rest)

    @property
    def faults(self) -> list[tuple[str, str]]:
        return [fault for row in self.rows for fault in row.faults] + super().faults


FORMS: dict[str, type[Form]] = {
    "telephone_times": TimesForm,
    "named_officer": OfficerForm,
    "channels": ChannelsForm,
    "significant_only": SignificantForm,
    "access": AccessForm,
}


def kept(kind: str, term: RestrictionTerm | None) -> Form:
    """The form with what the measure says now, or with what it usually begins with."""
    form = FORMS[kind](formdata=None, **_values(kind, term))
    if isinstance(form, TimesForm):
        slots: list[dict[str, Any]] = list(term.slots) if term else []
        form.rows = [_row(number, slot) for number, slot in enumerate(slots or [{}])]
    return _with_people(form)


def _values(kind: str, term: RestrictionTerm | None) -> dict[str, Any]:
    if term is None:
        starting = {"definition": clauses.SIGNIFICANT, "examples": "\n".join(clauses.SIGNIFICANT_EXAMPLES)}
        return starting if kind == "significant_only" else {}
    values = {name: getattr(term, name) for name in ("channels", "definition", "examples", "place", "instead")}
    return values | {"officer": str(term.officer_id or ""), "deputy": str(term.deputy_id or "")}


def _row(number: int, slot: Mapping[str, Any]) -> SlotForm:
    start, end = (dt.time.fromisoformat(slot[name]) if slot else None for name in ("from", "until"))
    return SlotForm(formdata=None, prefix=f"slot-{number}", days=slot.get("days", []), start=start, end=end)


def typed(kind: str, more_rows: int = 0) -> Form:
    """The form with what was typed; `more_rows` blank rows of times are added."""
    form = FORMS[kind]()
    if isinstance(form, TimesForm):
        known = [int(found[1]) for found in map(ROW.match, request.form) if found]
        count = min(max(known, default=0) + 1 + more_rows, MOST_ROWS)
        form.rows = [SlotForm(prefix=f"slot-{number}") for number in range(count)]
    return _with_people(form)


def _with_people(form: Form) -> Form:
    """Who may be chosen: whoever works here now and deals with customers."""
    if isinstance(form, OfficerForm):
        people = {str(one.id): f"{one.name}, {one.job_title}".rstrip(", ") for one in colleagues()}
        form.officer.choices = form.deputy.choices = {"": "Choose somebody", **people}
    return form


def colleagues() -> list[User]:
    """Everybody who works here now and deals with customers, by name."""
    return [one for one in User.select().where(User.active).order_by(User.name) if one.logs_incidents]


def told(form: Form) -> dict[str, Any]:
    """What the deed is told of the measure."""
    if isinstance(form, TimesForm):
        return {"slots": [_slot(row) for row in form.rows if not row.is_blank]}
    if isinstance(form, OfficerForm):
        known = {str(one.id): one for one in colleagues()}
        return {name: known.get(form[name].data or "") for name in ("officer", "deputy")}
    return {name: field.data for name, field in form._fields.items() if name != "csrf_token"}


def _slot(row: SlotForm) -> dict[str, Any]:
    times = {"from": row.start.data, "until": row.end.data}
    return {"days": row.days.data or []} | {name: f"{time:%H:%M}" if time else "" for name, time in times.items()}


def ruled_out(needs: list[Need]) -> dict[str, str]:
    """For each way of contact that a known need rules out, a sentence that says which (G20)."""
    found: dict[str, str] = {}
    for need in needs:
        for channel in clauses.CANNOT_USE.get(need.kind, ()):
            found.setdefault(channel, f"A known need: {clauses.NEEDS[need.kind]}.")
    return found
