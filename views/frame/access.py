"""Who gets in: closed by default. The open endpoints, the gate before every request, and the loaders.

A view holds no object that it did not get from a loader here: what is not theirs to see is not found (404).
"""

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar
from urllib.parse import SplitResult, urlsplit

from flask import Flask, abort, flash, g, redirect, request, session, url_for
from flask_login import current_user

from models import (
    Appeal,
    BehaviourWarning,
    Conflict,
    Consideration,
    Contact,
    Customer,
    CustomerRequest,
    Declaration,
    Incident,
    Letter,
    Marker,
    PostRun,
    Restriction,
    Review,
    Row,
    Statement,
    SupportWorker,
    User,
)
from policy.care import concerned
from policy.contacts import contacts
from policy.core import clock
from policy.core.answers import Refusal
from policy.incidents import requests as incident_requests
from policy.markers import visibility as marker_visibility
from policy.post import runs as post_runs
from policy.staff import file_access
from views.frame import carry, respond, sessions

FROM_ELSEWHERE = "This was sent from a page of another site"
OPEN_ENDPOINTS = frozenset({"account.sign_in", "assets.show", "calendar.show", "healthz"})
WRITING_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})
Loaded = TypeVar("Loaded", bound=Row)
ENDED = "You were signed out because your session had come to its end."


def actor() -> User:
    """The person who is signed in; 401 where nobody is."""
    if not current_user.is_authenticated:
        abort(401)
    return current_user._get_current_object()


def who_logs() -> User:
    """The person signed in, who deals with customers; 403 for everybody else."""
    user = actor()
    return user if user.logs_incidents else abort(403)


# --- The gate -------------------------------------------------------------------------------------------------------


def administrators_only() -> None:
    """403 for everybody else."""
    if not actor().is_administrator:
        abort(403)


def comes_from_elsewhere() -> bool:
    """True where the browser says that another site sent this request."""
    said = request.headers.get("Origin", request.referrer or None)
    if said is not None:
        parts = _split(said)
        return parts is None or parts.netloc != request.host
    return request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none")


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def refuse_other_sites() -> None:
    """403 for a form that another site sent in this person's name."""
    if request.method in WRITING_METHODS and comes_from_elsewhere():
        abort(403, description=FROM_ELSEWHERE)


def gate() -> Any:
    """Let through whoever is signed in, and anybody to the open endpoints; ask the others to sign in."""
    if request.endpoint is None or request.endpoint in OPEN_ENDPOINTS or current_user.is_authenticated:
        return None
    if respond.is_htmx():
        if "_flashes" not in session:
            flash(ENDED if sessions.whose() is not None else "You were signed out, so that was not done.")
        return respond.go(url_for("account.sign_in", next=own_path(respond.came_from())))
    if request.method in WRITING_METHODS:
        return carry.to_sign_in()
    if sessions.whose() is not None:
        session.clear()
        flash(ENDED)
    return redirect(url_for("account.sign_in", next=own_path(request.full_path)), 303)


def own_path(address: str | None) -> str | None:
    """`address` as a path of our own, or None: nobody is sent to another site, nor to the front page by name."""
    parts = _split(address or "")
    if parts is None or (parts.netloc and parts.netloc != request.host):
        return None
    path = parts.path
    if not path.startswith("/") or path.startswith("//") or any(c in path for c in "\\\r\n\t") or path == "/":
        return None
    return f"{path}?{parts.query}" if parts.query else path


def register(app: Flask) -> None:
    """Set the gate before every request."""
    app.before_request(refuse_other_sites)
    app.before_request(gate)


# --- Loaders --------------------------------------------------------------------------------------------------------


def _not_found() -> NoReturn:
    abort(404)


class KnownPrivately(Exception):
    """The person knows this customer privately, and is kept out of the file (G65)."""

    def __init__(self, refusals: tuple[Refusal, ...]):
        self.refusals = refusals
        super().__init__("G65")


def _theirs(row: Any, allowed: bool) -> Any:
    """What was found, or 404; every loader of something about a customer ends here, where G65 is kept."""
    if row is None or not allowed:
        _not_found()
    may_open = file_access.may_open(actor(), file_access.customer_of(row), kept_out_of())
    if not may_open:
        raise KnownPrivately(may_open.reasons)
    return row


def kept_out_of() -> frozenset[int]:
    """The customers whom the person signed in knows privately: read once for each request."""
    if "kept_out_of" not in g:
        g.kept_out_of = file_access.apart(actor())
    return g.kept_out_of


def person(person_id: int) -> User:
    """Somebody who works or worked here; 404 where there is nobody of this number."""
    return User.find(person_id) or _not_found()


def customer_for(user: User, customer_id: int) -> Customer:
    """A customer for anybody who logs incidents or sees files; their file's content needs `file_for`."""
    return _theirs(Customer.find(customer_id), user.logs_incidents or user.sees_files)


def _of_file(table: type[Loaded]) -> Callable[[User, int], Loaded]:
    """A loader of what stands on a file that `user` may read; 404 otherwise."""
    return lambda user, number: _theirs(table.find(number), user.sees_files)


file_for = _of_file(Customer)
warning_for = _of_file(BehaviourWarning)
restriction_for = _of_file(Restriction)
declaration_for = _of_file(Declaration)
consideration_for = _of_file(Consideration)
support_worker_for = _of_file(SupportWorker)
review_for = _of_file(Review)
letter_for = _of_file(Letter)
conflict_for = _of_file(Conflict)


def may_see_incident(user: User, incident: Incident) -> bool:
    """True for who reads files, who recorded it, and who has a request in it to answer."""
    if user.sees_files or (user.logs_incidents and incident.recorded_by_id == user.id):
        return True
    return user.logs_incidents and incident_requests.has_one(user, incident)


def incident_for(user: User, incident_id: int) -> Incident:
    """An incident that `user` may see; 404 otherwise."""
    incident = Incident.find(incident_id)
    return _theirs(incident, incident is not None and may_see_incident(user, incident))


def contact_for(user: User, contact_id: int) -> Contact:
    """A contact, for who reads files, who logged it, and the named officer who answers it; 404 otherwise."""
    contact = Contact.find(contact_id)
    allowed = contact is not None and (
        user.sees_files
        or (user.logs_incidents and contact.by_id == user.id)
        or contacts.answers_for(user, contact, clock.today(clock.now()))
    )
    return _theirs(contact, allowed)


def request_for(user: User, request_id: int) -> CustomerRequest:
    """A customer's request in an incident that `user` may see; 404 otherwise."""
    row = CustomerRequest.find(request_id)
    return _theirs(row, row is not None and may_see_incident(user, row.incident))


def appeal_for(user: User, appeal_id: int) -> Appeal:
    """An appeal on a file `user` may read, or one that they took in themselves; 404 otherwise."""
    appeal = Appeal.find(appeal_id)
    return _theirs(appeal, appeal is not None and (user.sees_files or _took(user, appeal)))


def _took(user: User, appeal: Appeal) -> bool:
    return user.logs_incidents and appeal.took_by_id == user.id


def appealable_for(user: User, **which: int) -> Any:
    """What somebody objects to, for whoever may take an appeal in (G45); a marker only for who may see it."""
    if "marker_id" in which:
        return marker_for(user, which["marker_id"])
    table, number = (
        (Restriction, which["restriction_id"]) if "restriction_id" in which else (BehaviourWarning, which["warning_id"])
    )
    return _theirs(table.find(number), user.sees_files or user.logs_incidents)


def marker_for(user: User, marker_id: int) -> Marker:
    """A marker, for its recipients, for who works on files and who asked for it; 404 otherwise (G56, G59)."""
    marker = Marker.find(marker_id)
    return _theirs(marker, marker is not None and (_asked(user, marker) or _holds(user, marker)))


def _asked(user: User, marker: Marker) -> bool:
    return user.logs_incidents and marker_visibility.is_own_request(user, marker)


def _holds(user: User, marker: Marker) -> bool:
    """A recipient reads what is in place, and not what was."""
    today = clock.today(clock.now())
    standing = marker.in_force_on(today) or marker_visibility.is_undecided(marker, today)
    return marker_visibility.may_see(user, marker) and (user.sees_files or standing)


# --- About colleagues: apart from the customer's file, so that G65 does not close it --------------------------------


def care_for(user: User, incident_id: int) -> tuple[Incident, list[concerned.Concerned]]:
    """An incident and the colleagues in it whose care `user` may see (G66); 404 where that is nobody's."""
    incident = Incident.find(incident_id) or _not_found()
    seen = [one for one in concerned.people_of(incident) if concerned.may_see(user, one.person)]
    return (incident, seen) if seen or user.has(*concerned.SEES_ALL) else _not_found()


def statement_for(user: User, statement_id: int) -> Statement:
    """A witness statement for whoever gives it, asked for it or looks after them; 404 otherwise."""
    statement = Statement.find(statement_id)
    allowed = statement is not None and (concerned.may_see(user, statement.user) or statement.asked_by == user)
    return statement if statement is not None and allowed else _not_found()


def run_for(user: User, run_id: int) -> PostRun:
    """A run of the post for whoever works on files, unless a letter in it is about somebody they know privately."""
    run = PostRun.find(run_id)
    if run is None or not user.is_officer:
        _not_found()
    for letter in post_runs.letters(run):
        if not (may_open := file_access.may_open(user, letter.customer_id, kept_out_of())):
            raise KnownPrivately(may_open.reasons)
    return run
