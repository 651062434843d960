"""Logging what happened: what must be there, what cannot be, and what comes of the request inside it."""

import datetime as dt
from typing import Any

import pytest

from models import CustomerRequest, Event, Incident
from policy.core import audit
from policy.core.answers import Refused
from policy.core.validation import LONG, Invalid
from policy.incidents import entries as incident_entries
from policy.incidents import evidence
from policy.incidents import notes as incident_notes
from policy.incidents import requests as incident_requests
from policy.rulebook import clauses
from policy.warnings import warnings
from tests import make

NOW = make.MONDAY  # Monday 2 March 2026, 10 am in London
TODAY = dt.date(2026, 3, 2)
LEAST = {"happened_on": TODAY, "channel": "telephone", "what_happened": "Shouted at the adviser."}


@pytest.mark.parametrize("missing", list(LEAST))
def test_the_first_save_needs_when_how_and_what_happened(sqlite_db: Any, missing: str) -> None:
    with pytest.raises(Invalid) as refused:
        incident_entries.checked({**LEAST, missing: None}, NOW)
    assert list(refused.value.errors) == [missing]


@pytest.mark.parametrize("channel", clauses.CHANNELS)
def test_every_way_of_contact_can_be_logged(sqlite_db: Any, channel: str) -> None:
    assert incident_entries.checked({**LEAST, "channel": channel}, NOW)["channel"] == channel


@pytest.mark.parametrize("behaviour", clauses.BEHAVIOURS)
def test_every_behaviour_of_the_policy_can_be_logged(sqlite_db: Any, behaviour: str) -> None:
    assert incident_entries.checked({**LEAST, "behaviours": [behaviour]}, NOW)["behaviours"] == [behaviour]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("happened_on", {"happened_on": TODAY + dt.timedelta(days=1)}),
        ("happened_on", {"happened_on": dt.date(2006, 3, 2)}),
        ("started_at", {"started_at": dt.time(10, 1)}),  # a minute from now
        ("ended_at", {"started_at": dt.time(9, 30), "ended_at": dt.time(9, 29)}),
        ("told_to_stop_at", {"started_at": dt.time(9, 30), "told_to_stop_at": dt.time(9, 0)}),
        ("contact_ended_at", {"told_to_stop_at": dt.time(9, 30), "contact_ended_at": dt.time(9, 0)}),
        ("until_on", {"happened_on": dt.date(2026, 2, 2), "until_on": dt.date(2026, 2, 1),
                      "contacts_counted": [{"channel": "email", "count": 3}]}),
        ("contacts_counted", {"until_on": TODAY}),  # a pattern without its count (3.3.3, 3.4.3)
        ("contacts_counted", {"until_on": TODAY, "contacts_counted": [{"channel": "email", "count": 0}]}),
        ("contacts_counted", {"until_on": TODAY, "contacts_counted": [{"channel": "pigeon", "count": 4}]}),
        ("minutes_spent", {"minutes_spent": -1}),
        ("nothing_asked", {"nothing_asked": True, "request": "When will it be mended?"}),
        ("channel", {"channel": "carrier pigeon"}),
        ("behaviours", {"behaviours": ["being_annoying"]}),
        ("severity", {"severity": 9}),
        ("what_happened", {"what_happened": "x" * (LONG + 1)}),
        ("what_happened", {"what_happened": "A bell\x07 rang"}),
        ("exact_words", {"exact_words": "nul \x00"}),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_sentence_at_its_field(
    sqlite_db: Any, field: str, told: dict[str, Any]
) -> None:
    with pytest.raises(Invalid) as refused:
        incident_entries.checked({**LEAST, **told}, NOW)
    assert list(refused.value.errors) == [field]
    assert refused.value.errors[field].endswith((".", "(3.3.3, 3.4.3)."))


@pytest.mark.parametrize(
    "text", ["=1+1", "<script>alert(1)</script>", "*bold* [x](y)", "', drop table", "“curly” – 👍"]
)
def test_words_are_kept_just_as_typed(db: Any, cast: Any, text: str) -> None:
    row = make.incident(cast.carla, make.customer(cast.omar), what_happened=text, exact_words=text)
    assert Incident.get_by_id(row.id).what_happened == text


def test_the_same_form_sent_twice_makes_one_incident(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    key = make.key()
    first, second = (incident_entries.log(cast.carla, whose, LEAST, NOW, key) for _ in range(2))
    assert first == second
    assert Incident.select().count() == 1
    assert Event.select().where(Event.name == "incident_logged").count() == 1


@pytest.mark.parametrize(
    ("told", "alike"),
    [
        ({}, True),
        ({"started_at": dt.time(9, 55)}, True),
        ({"started_at": dt.time(7, 59)}, False),
        ({"started_at": None}, True),
        ({"channel": "email"}, False),
        ({"happened_on": TODAY - dt.timedelta(days=1)}, False),
    ],
)
def test_a_likely_duplicate_is_shown_before_saving(
    sqlite_db: Any, cast: Any, told: dict[str, Any], alike: bool
) -> None:
    whose = make.customer(cast.omar)
    known = make.incident(cast.carla, whose, started_at=dt.time(9, 0))
    given = {**LEAST, "started_at": dt.time(9, 0), **told}
    assert incident_entries.look_alikes(whose, given, NOW) == ([known] if alike else [])


def test_a_request_inside_abuse_gets_an_owner_and_a_date(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = make.incident(cast.carla, whose, channel="email", request="When will the leak be mended?")
    request = CustomerRequest.get(CustomerRequest.incident == row)
    assert request.owner == cast.carla
    assert request.due_on == dt.date(2026, 3, 16)  # ten working days


def test_a_request_noted_twice_is_one_request(sqlite_db: Any, cast: Any) -> None:
    row = make.incident(cast.carla, make.customer(cast.omar), channel="email")
    told = {"request": "When will the leak be mended?"}
    assert incident_requests.take_request(cast.omar, row, told, NOW) == incident_requests.take_request(
        cast.omar, row, told, NOW
    )
    assert CustomerRequest.select().count() == 1


def test_passing_the_reply_to_a_line_manager_is_one_step(db: Any, cast: Any) -> None:
    row = make.incident(cast.carla, make.customer(cast.omar), channel="email", request="When will it be mended?")
    request = CustomerRequest.get(CustomerRequest.incident == row)
    incident_requests.pass_request(cast.carla, request, NOW)
    assert CustomerRequest.get_by_id(request.id).owner == cast.mina
    with pytest.raises(Refused):  # it is no longer hers to pass on
        incident_requests.pass_request(cast.carla, request, NOW)


def test_an_answered_request_stays_answered(sqlite_db: Any, cast: Any) -> None:
    row = make.incident(cast.carla, make.customer(cast.omar), request="When will it be mended?")
    request = CustomerRequest.get(CustomerRequest.incident == row)
    incident_requests.answer_request(cast.omar, request, "On Thursday, told by letter.", NOW)
    with pytest.raises(Refused):
        incident_requests.answer_request(cast.omar, request, "Again", NOW)


@pytest.mark.parametrize(
    ("who", "may"), [("carla", True), ("omar", True), ("sol", True), ("dora", False), ("ada", False)]
)
def test_who_works_with_customers_may_log(sqlite_db: Any, cast: Any, who: str, may: bool) -> None:
    assert bool(incident_entries.may_log(getattr(cast, who), make.customer(cast.omar), NOW)) is may


def test_triage_is_a_managers_decision_with_an_outcome(sqlite_db: Any, cast: Any) -> None:
    row = make.incident(cast.carla, make.customer(cast.omar))
    with pytest.raises(Refused):
        incident_notes.add_note(cast.omar, row, "triage", "Leave it.", NOW, make.key(), outcome="no_action")
    with pytest.raises(Invalid):
        incident_notes.add_note(cast.mina, row, "triage", "Leave it.", NOW, make.key())
    note = incident_notes.add_note(cast.mina, row, "triage", "A word first.", NOW, make.key(), outcome="informal")
    assert note.outcome == "informal"


def test_g64_what_was_left_out_is_added_and_what_was_told_stays(db: Any, cast: Any) -> None:
    row = incident_entries.log(cast.carla, make.customer(cast.omar), LEAST, NOW, make.key())
    assert incident_notes.left_out(row) == ["behaviours", "time", "exact_words"]
    told = {"behaviours": ["threat"], "started_at": dt.time(9, 5), "exact_words": "I will find you"}
    told |= {"police": "reported"}
    incident_notes.complete(cast.carla, row, told, NOW, make.key())
    assert Incident.get_by_id(row.id).behaviours == []
    (known,) = evidence.completed([Incident.get_by_id(row.id)])
    assert (known.behaviours, known.started_at, known.exact_words) == (["threat"], dt.time(9, 5), "I will find you")
    assert incident_notes.left_out(known) == [] and list(audit.verify()) == []


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("behaviours", {}),
        ("behaviours", {"behaviours": ["being_annoying"]}),
        ("started_at", {"started_at": dt.time(10, 1)}),  # a minute from now
        ("exact_words", {"exact_words": "A bell\x07"}),
    ],
)
def test_what_is_added_is_checked_like_what_was_told(
    sqlite_db: Any, cast: Any, field: str, told: dict[str, Any]
) -> None:
    row = incident_entries.log(cast.carla, make.customer(cast.omar), LEAST, NOW, make.key())
    with pytest.raises(Invalid) as refused:
        incident_notes.complete(cast.carla, row, told, NOW, make.key())
    assert list(refused.value.errors) == [field]


def test_what_was_said_cannot_be_said_otherwise(sqlite_db: Any, cast: Any) -> None:
    row = make.incident(cast.carla, make.customer(cast.omar))
    with pytest.raises(Invalid) as refused:
        incident_notes.complete(cast.carla, row, {"behaviours": ["threat"]}, NOW, make.key())
    assert "said already" in refused.value.errors["behaviours"]


def test_an_incident_of_the_short_form_can_carry_a_warning_once_completed(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = incident_entries.log(cast.carla, whose, LEAST, NOW, make.key())
    draft = make.draft_warning(cast.omar, whose, [row])
    warnings.read(cast.olive, draft, "", NOW, draft.version)
    make.weighing(cast.mark, whose, "warning")
    assert warnings.may_issue(cast.mark, draft.fresh(), NOW).names("G2")
    told = {"behaviours": ["verbal_abuse"], "time_unknown_because": "Nobody looked at the clock"}
    incident_notes.complete(cast.omar, row, told, NOW, make.key())
    draft = draft.fresh()
    warnings.read(cast.olive, draft, "", NOW, draft.version)
    assert warnings.may_issue(cast.mark, draft.fresh(), NOW)
