"""What each of two people does in the same moment, in a thread or a process with a database connection of its own."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import models
from models import BehaviourWarning, Customer, Letter, Restriction, User
from policy.considerations import considerations
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.correspondence import delivery as letter_delivery
from policy.customers import customers
from policy.incidents import entries as incident_entries
from policy.restrictions import decision as restriction_decision
from policy.restrictions import proposal as restriction_proposal
from policy.staff import people
from policy.warnings import warnings

Outcome = tuple[str, Any]


def _authorise(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    row = Restriction.get_by_id(told["restriction"])
    return restriction_decision.authorise(actor, row, now, told.get("version")).id


def _issue_restriction(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    return restriction_decision.issue(actor, Restriction.get_by_id(told["restriction"]), now).id


def _issue_warning(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    return warnings.issue(actor, BehaviourWarning.get_by_id(told["warning"]), now).id


def _serve(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    page = {"outcome": told["outcome"], "on": now.date(), "words": "At the door"}
    return letter_delivery.record_delivery(actor, Letter.get_by_id(told["letter"]), page, now, told["expected"]).id


def _decline(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    restriction_decision.decline(actor, Restriction.get_by_id(told["restriction"]), "A milder step will do.", now)
    return int(told["restriction"])


def _set_term(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    row = Restriction.get_by_id(told["restriction"])
    detail = {"channels": ["letter", "email", "telephone"]}
    return restriction_proposal.set_term(actor, row, "channels", detail, now, told["version"]).id


def _log(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    whose = Customer.get_by_id(told["customer"])
    page = {"happened_on": now.date(), "started_at": dt.time(8), "channel": "telephone", "what_happened": "Shouting"}
    return incident_entries.log(actor, whose, page, now, told["form_key"]).id


def _log_many(actor: User, told: dict[str, Any], now: dt.datetime) -> list[int]:
    keys = [f"{told['form_key']}-{number}" for number in range(told["count"])]
    return [_log(actor, {**told, "form_key": key}, now) for key in keys]


def _draft(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    whose = Customer.get_by_id(told["customer"])
    return warnings.draft(actor, whose, "behaviour", list(whose.incidents), now, told["form_key"]).id


def _propose(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    whose = Customer.get_by_id(told["customer"])
    return restriction_proposal.propose(actor, whose, None, [], now, told["form_key"]).id


def _consider(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    words = {name: f"Looked at: {name}" for name in considerations.QUESTIONS}
    page = {**words, "purpose": "warning", "linked_to_disability": "no"}
    return considerations.consider(actor, Customer.get_by_id(told["customer"]), page, now, told["form_key"]).id


def _add_customer(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    return customers.add(actor, {"name": "Robin Example", "reference": "OT1", "kind": "tenant"}, now).id


def _rename(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    whose = Customer.get_by_id(told["customer"])
    page = {"name": told["name"], "reference": whose.reference, "kind": "tenant"}
    return customers.edit(actor, whose, page, now, told["version"]).id


def _rename_often(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    for version in range(told["count"]):
        _rename(actor, {**told, "version": version}, now)
    return int(told["count"])


def _set_roles_often(actor: User, told: dict[str, Any], now: dt.datetime) -> int:
    for number in range(told["count"]):
        person = User.get_by_id(told["person"])
        people.set_roles(actor, person, ["officer", "manager"][: 1 + number % 2], now)
    return int(told["count"])


DEEDS: dict[str, Callable[[User, dict[str, Any], dt.datetime], Any]] = {
    "authorise": _authorise,
    "issue_restriction": _issue_restriction,
    "issue_warning": _issue_warning,
    "serve": _serve,
    "decline": _decline,
    "set_term": _set_term,
    "log": _log,
    "log_many": _log_many,
    "draft": _draft,
    "propose": _propose,
    "consider": _consider,
    "add_customer": _add_customer,
    "rename": _rename,
    "rename_often": _rename_often,
    "set_roles_often": _set_roles_often,
}


def attempt(name: str, actor: int, told: dict[str, Any], now: dt.datetime, ready: Any) -> Outcome:
    """Wait at `ready` for the other, then do the deed: ("done", thing), ("refused", sentences), ("fault", …)."""
    with models.db.connection_context():
        person = User.get_by_id(actor)
        ready.wait(30)
        try:
            return "done", DEEDS[name](person, told, now)
        except Refused as refused:
            return "refused", [one.sentence for one in refused.reasons]
        except Invalid as invalid:
            return "refused", list(invalid.errors.values())
        except Exception as fault:  # what neither of the two may ever see
            return "fault", repr(fault)


def process(pipe: Any, ready: Any) -> None:
    """One of two processes: takes jobs (url, name, actor, told, now) until None, and sends back each outcome."""
    models.SQLITE_PRAGMAS["synchronous"] = "off"
    while (job := pipe.recv()) is not None:
        url, *rest = job
        database = models.connect(url)
        pipe.send(attempt(*rest, ready))
        if not database.is_closed():
            database.close()
