"""Customers: finding one, their file, their details, and who supports and speaks for them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import Blueprint, abort, flash, request, session, url_for
from werkzeug.wrappers import Response
from wtforms import EmailField, HiddenField, SelectField, StringField, TelField, TextAreaField

from models import ContactWay, Customer, Incident, Need, Representative, SupportWorker, User
from policy import actions, history
from policy.contacts import compliance
from policy.core import clock
from policy.customers import customers
from policy.customers import summary as file_summary
from policy.incidents import entries as incident_entries
from policy.markers import visibility as marker_visibility
from policy.rulebook import clauses
from views.frame import access, respond
from views.frame.forms import DateField, Form, at_most, optional, required, whole
from views.frame.sections import CUSTOMERS, section
from views.incidents.form import ShortForm

blueprint = Blueprint("customers", __name__)
section(blueprint, CUSTOMERS)

SHORTEST_SEARCH = 2
LONGEST_SEARCH = 200
SOUGHT = "sought"
# The other pages of a file, in the order in which they are wanted.
LINKS = (
    ("contacts.new", "Log a contact"),
    ("contacts.index", "Contacts and effort"),
    ("markers.index", "Staff-safety markers"),
    ("appeals.choose", "Take an appeal"),
    ("side_letters.index", "Letters"),
    ("life_events.new", "Something changed for them"),
    ("conflicts_of_interest.new", "I know them privately"),
)
COLLEAGUES_LINKS = ("contacts.new", "markers.index", "appeals.choose", "conflicts_of_interest.new")
LOGGERS_LINKS = ("contacts.new", "appeals.choose")
WORKERS_LINKS = ("life_events.new",)


# --- Forms ----------------------------------------------------------------------------------------------------------


class DetailsForm(Form):
    """Who a customer is, where they live, and how letters reach them."""

    name = StringField("Name", [required("Enter the customer's name."), at_most(120)])
    reference = StringField("Reference in the housing system", [required("Enter the reference."), at_most(40)])
    kind = SelectField("What they are to us", [required("Choose what they are to us.")], choices=clauses.CUSTOMER_KINDS)
    address = TextAreaField("Address, a line each, without the postcode", [optional()])
    postcode = StringField("Postcode", [optional(), at_most(12)])
    salutation = StringField("How letters greet them", [optional(), at_most(120)], description="Such as Mrs Khan")
    date_of_birth = DateField("Date of birth", [optional()])
    letter_format = SelectField("Format of letters", choices=clauses.LETTER_FORMATS)
    language = StringField("Language of letters", [optional(), at_most(40)], default="English")


class NewForm(DetailsForm):
    """A customer who is new here."""

    telephone = TelField("Telephone", [optional(), at_most(200)])
    email = EmailField("E-mail address", [optional(), at_most(200)])


class EditForm(DetailsForm):
    """A change of details; `version` is the one the page was made from."""

    version = HiddenField()


class WayForm(Form):
    """A way to reach the customer."""

    kind = SelectField("Kind", choices=customers.WAYS)
    value = StringField("Number or address", [required("Enter the number or address."), at_most(200)])
    note = StringField("Note", [optional(), at_most(200)], description="Such as: after 4 pm only")


class NeedForm(Form):
    """Something the customer needs."""

    kind = SelectField("What they need", choices=clauses.NEEDS)
    words = TextAreaField("In their words", [optional()])


class SupportWorkerForm(Form):
    """Somebody who supports the customer."""

    name = StringField("Name", [required("Enter their name."), at_most(120)])
    organisation = StringField("Organisation", [optional(), at_most(160)])
    telephone = TelField("Telephone", [optional(), at_most(40)])
    email = EmailField("E-mail address", [optional(), at_most(200)])
    basis = TextAreaField("On what basis may we speak to them?", [required("Say on what basis we may speak to them.")])


class RepresentativeForm(Form):
    """Somebody the customer chose to speak for them."""

    name = StringField("Name", [required("Enter their name."), at_most(120)])
    relationship = StringField("Who they are to the customer", [optional(), at_most(120)])
    telephone = TelField("Telephone", [optional(), at_most(40)])
    email = EmailField("E-mail address", [optional(), at_most(200)])


@dataclass(frozen=True)
class Part:
    """Something kept with a customer that comes and goes: its table, form, deed and words."""

    key: str
    table: Any
    form: type[Form]
    add: Callable[[User, Customer, Any], Any]
    added: str
    ended: str


PARTS = {
    part.key: part
    for part in (
        Part(
            "ways",
            ContactWay,
            WayForm,
            lambda actor, customer, form: customers.add_way(
                actor, customer, form.kind.data, form.value.data, form.note.data or "", clock.now()
            ),
            "The way to reach them is added.",
            "That way is ended.",
        ),
        Part(
            "needs",
            Need,
            NeedForm,
            lambda actor, customer, form: customers.add_need(
                actor, customer, form.kind.data, form.words.data or "", clock.now()
            ),
            "The need is recorded.",
            "That need is ended.",
        ),
        Part(
            "support-workers",
            SupportWorker,
            SupportWorkerForm,
            lambda actor, customer, form: customers.add_support_worker(
                actor, customer, form.typed(customers.SupporterEntry), clock.now()
            ),
            "The support worker is added.",
            "That support worker is ended.",
        ),
        Part(
            "representatives",
            Representative,
            RepresentativeForm,
            lambda actor, customer, form: customers.add_representative(
                actor, customer, form.typed(customers.SpeakerEntry), clock.now()
            ),
            "The representative is added.",
            "That representative is ended.",
        ),
    )
}


# --- Finding --------------------------------------------------------------------------------------------------------


@blueprint.get("/customers")
def find() -> Response:
    """The search, by name, reference, address, postcode or telephone number, with what was last sought."""
    return _found(_finder())


@blueprint.post("/customers")
def search() -> Response:
    """Search. What is sought is a person, so it travels in the form and the session, never in an address."""
    actor = _finder()
    session[SOUGHT] = request.form.get("q", "")[:LONGEST_SEARCH].strip()
    return _found(actor) if respond.is_htmx() else respond.see("customers.find")


def _finder() -> User:
    actor = access.actor()
    if not (actor.sees_files or actor.logs_incidents):
        abort(404)
    return actor


def _found(actor: User) -> Response:
    typed = session.get(SOUGHT, "")
    enough = len(typed) >= SHORTEST_SEARCH
    return respond.page(
        "customers/find.html",
        fragment="customers/_results.html",
        typed=typed,
        enough=enough,
        found=customers.find(typed) if enough else [],
        most=customers.FOUND_AT_MOST,
        may_add=customers.may_add(actor, clock.now()),
    )


# --- The file -------------------------------------------------------------------------------------------------------


@blueprint.get("/customers/<int:customer_id>")
def show(customer_id: int) -> Response:
    """The whole file for who reads files; a short page for a colleague who logs incidents."""
    actor, now = access.actor(), clock.now()
    customer = access.customer_for(actor, customer_id)
    if not actor.sees_files:
        return respond.page("customers/short.html", **_short_facts(customer, actor))
    before = request.args.get("before", type=whole)
    if before is not None and respond.is_htmx():
        return respond.page("", "customers/_lines.html", customer=customer, **_lines(customer, before))
    warned, arranged = file_summary.warnings(customer, now), file_summary.arrangements(customer, now)
    icon = file_summary.icon_of(arranged, warned)
    return respond.page(
        "customers/show.html",
        customer=customer,
        icon=icon,
        besides=file_summary.besides(customer, icon is not None, now),
        arranged=arranged,
        warned=warned,
        people=file_summary.people(customer),
        requests=file_summary.open_requests(customer),
        precautions=marker_visibility.shown(customer.id, actor, now),
        breaks=compliance.breaches([one.restriction.id for one in arranged], now) if arranged else [],
        under_way=file_summary.under_way(customer),
        steps=actions.next_steps(actor, customer, now),
        may_edit=customers.may_edit(actor, customer, now),
        before=before,
        today=clock.today(now),
        words=clauses,
        ways=customers.WAYS,
        links_to=_links(actor),
        **_log_facts(customer, actor),
        **_lines(customer, before),
    )


def _links(actor: User) -> list[tuple[str, str]]:
    """The other pages of this customer that `actor` may open."""
    links = [one for one in LINKS if actor.sees_files or one[0] in COLLEAGUES_LINKS]
    links = [one for one in links if actor.is_officer or one[0] not in WORKERS_LINKS]
    return [one for one in links if actor.logs_incidents or one[0] not in LOGGERS_LINKS]


def _log_facts(customer: Customer, actor: User) -> dict[str, Any]:
    """The short form, where this person may log an incident."""
    now = clock.now()
    may_log = bool(incident_entries.may_log(actor, customer, now))
    return {"form": ShortForm(formdata=None, happened_on=clock.today(now)) if may_log else None}


def _lines(customer: Customer, before: int | None = None) -> dict[str, Any]:
    page = history.page(customer, before)
    return {"months": _months(page.lines), "older": page.older}


def _months(lines: Iterable[history.Line]) -> list[tuple[str, list[tuple[history.Line, str]]]]:
    """The lines under the month they fall into, each with the address it leads to."""
    grouped = groupby(lines, key=lambda line: f"{clock.london(line.at):%B %Y}")
    return [(month, [(line, _address(line)) for line in group]) for month, group in grouped]


def _address(line: history.Line) -> str:
    return url_for(line.endpoint, **line.values) if line.endpoint else ""


def _short_facts(customer: Customer, actor: User) -> dict[str, Any]:
    now = clock.now()
    arranged, warned = file_summary.arrangements(customer, now), file_summary.warnings(customer, now)
    icon = file_summary.icon_of(arranged, warned)
    return {
        "customer": customer,
        "icon": icon,
        "besides": file_summary.besides(customer, icon is not None, now),
        "arranged": arranged,
        "own": [(one, history.incident_words(one)) for one in file_summary.own_entries(actor, customer)],
        "precautions": marker_visibility.shown(customer.id, actor, now),
        "always_open": clauses.ALWAYS_OPEN.values(),
        "links_to": _links(actor),
        **_log_facts(customer, actor),
    }


def after_logging(customer: Customer, actor: User, incident: Incident) -> dict[str, Any]:
    """What changes on a customer's page when an incident was logged on it: a fresh form, and the newest lines."""
    facts: dict[str, Any] = {"customer": customer, "logged": incident, **_log_facts(customer, actor)}
    rest = _lines(customer) if actor.sees_files else _short_facts(customer, actor)
    return facts | rest | {"sees_file": actor.sees_files}


# --- Details --------------------------------------------------------------------------------------------------------


@blueprint.get("/customers/new")
def new() -> Response:
    """The form for a customer who is new here."""
    _may_add()
    return respond.page("customers/new.html", form=NewForm(formdata=None))


def _may_add() -> User:
    actor = access.actor()
    if not customers.may_add(actor, clock.now()):
        abort(403)
    return actor


@blueprint.post("/customers/new")
def add() -> Response:
    """Add a customer; then their file."""
    actor, form = _may_add(), NewForm()
    return respond.deed(
        form,
        lambda: customers.add(actor, form.typed(customers.NewCustomer), clock.now()),
        lambda customer: respond.see("customers.show", customer_id=customer.id),
        lambda **more: respond.page("customers/new.html", form=form, **more),
        "The customer is added.",
    )


def _kept_up(customer_id: int) -> tuple[User, Customer]:
    """The person and a customer whose details they keep up to date; 403 for who reads files and changes nothing."""
    actor = access.actor()
    customer = access.file_for(actor, customer_id)
    if not customers.may_edit(actor, customer, clock.now()):
        abort(403)
    return actor, customer


def _edit_facts(customer: Customer, faulty: str = "", form: Form | None = None) -> dict[str, Any]:
    """Everything on the page of details; `form` is the one that was sent, for the part `faulty`, where one was."""
    forms = {key: part.form(formdata=None, prefix=f"{key}-") for key, part in PARTS.items()}
    if faulty and form is not None:
        forms[faulty] = form
    details = EditForm(formdata=None, obj=customer) if faulty or form is None else form
    people = file_summary.people(customer)
    return {
        "customer": customer,
        "form": details,
        "forms": forms,
        "faulty": faulty,
        "at_fault": form or details,
        "rows": {
            "ways": people.ways,
            "needs": people.needs,
            "support-workers": people.support_workers,
            "representatives": people.representatives,
        },
        "words": clauses,
        "ways": customers.WAYS,
    }


@blueprint.get("/customers/<int:customer_id>/edit")
def edit(customer_id: int) -> Response:
    """A customer's details, needs and supporters, each to be changed or ended."""
    _, customer = _kept_up(customer_id)
    return respond.page("customers/edit.html", **_edit_facts(customer))


@blueprint.post("/customers/<int:customer_id>/edit")
def save(customer_id: int) -> Response:
    """Save the details, unless somebody else changed them in the meantime."""
    actor, customer = _kept_up(customer_id)
    form = EditForm()
    return respond.deed(
        form,
        lambda: customers.edit(actor, customer, form.typed(customers.Details), clock.now(), _version(form)),
        lambda _: respond.see("customers.show", customer_id=customer_id),
        lambda **more: respond.page("customers/edit.html", **_edit_facts(customer, form=form), **more),
        "The details are saved.",
        when_refused=lambda **more: respond.page(
            "customers/edit.html", newest=customer.fresh(), **_edit_facts(customer, form=form), **more
        ),
    )


def _version(form: EditForm) -> int:
    typed = form.version.data or ""
    return int(typed) if typed.isdecimal() and len(typed) < 10 else -1


# --- Ways, needs, supporters ----------------------------------------------------------------------------------------


def _add_part(part: Part, customer_id: int) -> Response:
    actor, customer = _kept_up(customer_id)
    form = part.form(prefix=f"{part.key}-")
    return respond.deed(
        form,
        lambda: part.add(actor, customer, form),
        lambda _: respond.see("customers.edit", part.key, customer_id=customer_id),
        lambda **more: respond.page("customers/edit.html", **_edit_facts(customer, faulty=part.key, form=form), **more),
        part.added,
    )


def _end_part(part: Part, row_id: int) -> Response:
    row = part.table.find(row_id) or abort(404)
    actor, customer = _kept_up(row.customer_id)
    customers.end(actor, row, clock.now())
    flash(f"{part.ended} It stays in the history.")
    return respond.see("customers.edit", part.key, customer_id=customer.id)


def _register(part: Part) -> None:
    """Two addresses for each part: to add one, and to end one."""

    def add_one(customer_id: int) -> Response:
        return _add_part(part, customer_id)

    def end_one(row_id: int) -> Response:
        return _end_part(part, row_id)

    name = part.key.replace("-", "_")
    blueprint.add_url_rule(f"/customers/<int:customer_id>/{part.key}", f"add_{name}", add_one, methods=["POST"])
    blueprint.add_url_rule(f"/{part.key}/<int:row_id>/ending", f"end_{name}", end_one, methods=["POST"])


for _part in PARTS.values():
    _register(_part)
