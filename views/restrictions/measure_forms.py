"""The form of one measure of a restriction (4.4): one for each kind, and what its deed is told."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self, TypeVar, cast

from flask import request
from wtforms import Field, SelectField, StringField, TextAreaField

from models import Need, RestrictionTerm, User
from policy import measures
from policy.measures import significant_only
from policy.measures.kind import Measure
from policy.rulebook import clauses
from policy.staff import people
from policy.staff.cover import DAYS
from views.frame.decision_pages import CHANNELS, Ticks
from views.frame.forms import Form, TimeField

MOST_ROWS = 10
ROW = re.compile(r"slot-(\d{1,2})-")
F = TypeVar("F", bound="TermForm")


class NoForm(KeyError):
    """No form is registered for a kind of restriction."""


def offer_colleagues(form: Any) -> dict[str, User]:
    """Let a form choose an officer and a deputy; answers who may be chosen, by the value of the choice."""
    known = {str(one.id): one for one in people.colleagues()}
    names = {key: f"{one.name}, {one.job_title}".rstrip(", ") for key, one in known.items()}
    form.officer.choices = form.deputy.choices = {"": "Choose somebody", **names}
    return known


class TermForm(Form):
    """The form of one kind: its fields have the names of the measure's columns; `rows` are forms repeated in it."""

    rows: Sequence[Form] = ()

    @property
    def controls(self) -> list[Field]:
        """Its fields in their order, as they are shown."""
        return [field for name, field in self._fields.items() if name != "csrf_token"]

    @classmethod
    def saved(cls, term: RestrictionTerm | None) -> Self:
        """The form with what the measure says now, or with what it usually begins with."""
        return cls(formdata=None, obj=term)

    @classmethod
    def sent(cls, more_rows: int = 0) -> Self:
        """The form with what was typed; `more_rows` blank rows are added where it has rows."""
        return cls()

    def measure(self) -> Measure:
        """What was typed of the measure, as its deed takes it."""
        return cast(Measure, {field.short_name: field.data for field in self.controls})


FORMS: dict[str, type[TermForm]] = {}


def form_of(kind: str) -> Callable[[type[F]], type[F]]:
    """Register the form of a kind. Raises UnknownKind."""
    key = measures.of_key(kind).key

    def registered(form: type[F]) -> type[F]:
        FORMS[key] = form
        return form

    return registered


def form_for(kind: str) -> type[TermForm]:
    """The form class of a kind. Raises UnknownKind, or NoForm where none is registered."""
    key = measures.of_key(kind).key
    if key not in FORMS:
        raise NoForm(
            f"No form is registered for restrictions of the kind {key!r}: see views/restrictions/measure_forms.py."
        )
    return FORMS[key]


def check() -> None:
    """Every kind has its form: asked at the start, so that it is not a manager who finds out. Raises NoForm."""
    for kind in measures.KINDS:
        form_for(kind)


@form_of("channels")
class ChannelsForm(TermForm):
    """Which ways of contact stay open."""

    channels = Ticks(
        "Which ways of contact the customer may use",
        choices=CHANNELS,
        description="At least one. What the warning named must stay open.",
    )


@form_of("named_officer")
class OfficerForm(TermForm):
    """Who deals with the customer, and who covers: whoever works here now and deals with customers."""

    officer = SelectField("Named officer", choices={}, validate_choice=False)
    deputy = SelectField(
        "Deputy, when the named officer is away",
        choices={},
        validate_choice=False,
        description="Between them they work every weekday.",
    )

    @classmethod
    def saved(cls, term: RestrictionTerm | None) -> Self:
        form = cls(formdata=None)
        if term:
            form.officer.data, form.deputy.data = str(term.officer_id or ""), str(term.deputy_id or "")
        offer_colleagues(form)
        return form

    @classmethod
    def sent(cls, more_rows: int = 0) -> Self:
        form = cls()
        offer_colleagues(form)
        return form

    def measure(self) -> Measure:
        known = offer_colleagues(self)
        return {"officer": known.get(self.officer.data or ""), "deputy": known.get(self.deputy.data or "")}


@form_of("significant_only")
class SignificantForm(TermForm):
    """What is significant and serious."""

    definition = TextAreaField(
        "What we mean by significant and serious",
        description="The letter prints it. The named officer decides on the day; any doubt goes the customer’s way.",
        render_kw={"rows": 4},
    )
    examples = TextAreaField("Examples, one on each line", render_kw={"rows": 6})

    @classmethod
    def saved(cls, term: RestrictionTerm | None) -> Self:
        usual = {"definition": significant_only.DEFINITION, "examples": "\n".join(significant_only.EXAMPLES)}
        return super().saved(term or RestrictionTerm(**usual))


@form_of("access")
class AccessForm(TermForm):
    """Which place or service, and what instead."""

    place = StringField("Service or place", description="As it will stand in the letter: our office in Wallsend")
    instead = TextAreaField(
        "What they do instead",
        description="A sentence the letter prints: you can ring us, or we can meet you at the library",
        render_kw={"rows": 3},
    )


class SlotForm(Form):
    """Days with one span of time."""

    days = Ticks("Days", coerce=int, choices=dict(enumerate(DAYS)))
    start = TimeField("From")
    end = TimeField("Until")

    @property
    def is_blank(self) -> bool:
        return not self.days.data and not any(field.raw_data and field.raw_data[0] for field in (self.start, self.end))


@form_of("telephone_times")
class TimesForm(TermForm):
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

    @classmethod
    def saved(cls, term: RestrictionTerm | None) -> Self:
        form = super().saved(term)
        form.rows = [_row(number, slot) for number, slot in enumerate((term.slots if term else None) or [{}])]
        return form

    @classmethod
    def sent(cls, more_rows: int = 0) -> Self:
        form, known = super().sent(), [int(row[1]) for row in map(ROW.match, request.form) if row]
        count = min(max(known, default=0) + 1 + more_rows, MOST_ROWS)
        form.rows = [SlotForm(prefix=f"slot-{number}") for number in range(count)]
        return form

    def measure(self) -> Measure:
        return {"slots": [_slot(row) for row in self.rows if not row.is_blank]}


def _row(number: int, slot: Mapping[str, Any]) -> SlotForm:
    start, end = (dt.time.fromisoformat(slot[name]) if slot else None for name in ("from", "until"))
    return SlotForm(formdata=None, prefix=f"slot-{number}", days=slot.get("days", []), start=start, end=end)


def _slot(row: SlotForm) -> dict[str, Any]:
    times = {"from": row.start.data, "until": row.end.data}
    return {"days": row.days.data or []} | {name: f"{time:%H:%M}" if time else "" for name, time in times.items()}


def ruled_out(needs: list[Need]) -> dict[str, str]:
    """For each way of contact that a known need rules out, a sentence that says which (G20): the first of them."""
    return {
        channel: f"A known need: {clauses.NEEDS[need.kind]}."
        for need in reversed(needs)
        for channel in clauses.CANNOT_USE.get(need.kind, ())
    }
