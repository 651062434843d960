"""The rules of evidence (P box, 1.2, 4.2, 3.2.6) and the cautions shown beside it: each refusal, and what clears it."""

import datetime as dt
from typing import Any

import pytest
from peewee import IntegrityError

from letterpress.make.text import text_of
from models import CustomerRequest, Incident
from policy.core import clock
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.customers import customers
from policy.incidents import notes as incident_notes
from policy.incidents import requests as incident_requests
from policy.restrictions import decision as restriction_decision
from policy.rulebook import clauses
from policy.warnings import letter as warning_letter
from policy.warnings import warnings
from tests import make
from tests.policy.stage import (
    MONDAY,
    WEDNESDAY,
    altered,
    changed,
    clear,
    ready_restriction,
    ready_warning,
    stands,
    warned,
)

DAY = dt.timedelta(days=1)


def relied_on(cast: Any, whose: Any, **told: Any) -> tuple[Any, Incident]:
    """A warning ready to issue but for what `told` says of its one incident; the incident beside it."""
    incident = make.incident(cast.carla, whose, **told)
    return ready_warning(cast, whose, [incident]), incident


def issuing(cast: Any, draft: Any) -> Any:
    """May Mark issue it on Monday?"""
    return warnings.may_issue(cast.mark, draft.fresh(), MONDAY)


def sound_instead(cast: Any, whose: Any, draft: Any) -> Any:
    """The draft resting on another incident, with nothing against it."""
    return changed(cast, draft, incidents=[make.incident(cast.carla, whose)])


def added(cast: Any, incident: Incident, kind: str, outcome: str = "") -> None:
    incident_notes.add_note(cast.omar, incident, kind, "Looked into this morning.", MONDAY, make.key(), outcome)


# --- G2 ---


def test_g02_a_warning_rests_on_at_least_one_incident(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    with pytest.raises(Invalid) as told:
        warnings.draft(cast.omar, whose, "behaviour", [], MONDAY, make.key())
    assert "at least one incident" in told.value.errors["incidents"]
    draft, incident = relied_on(cast, whose)
    empty = changed(cast, draft, incidents=[])
    stands(issuing(cast, empty), "G2", "No incident is chosen")
    clear(issuing(cast, changed(cast, empty, incidents=[incident])))


@pytest.mark.parametrize(
    ("told", "enough"),
    [
        ({"started_at": None}, False),
        ({"started_at": None, "time_unknown_because": "   "}, False),
        ({"started_at": None, "time_unknown_because": "Found in the morning"}, True),
        ({"started_at": dt.time(9, 5)}, True),
    ],
    ids=["no-time", "blank-reason", "reason", "time"],
)
def test_g02_each_incident_has_its_time_or_why_it_is_not_known(
    db: Any, cast: Any, told: dict[str, Any], enough: bool
) -> None:
    whose = make.customer(cast.omar)
    draft, _ = relied_on(cast, whose, **told)
    if enough:
        clear(issuing(cast, draft))
        return
    stands(issuing(cast, draft), "G2", "has no time, and no reason")
    clear(issuing(cast, sound_instead(cast, whose, draft)))


def test_g02_a_period_with_its_contacts_counted_needs_no_time(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    period = {
        "happened_on": MONDAY.date() - 30 * DAY,
        "until_on": MONDAY.date(),
        "contacts_counted": [{"channel": "email", "count": 400}],
        "started_at": None,
        "behaviours": ["many_addressees"],
    }
    draft, _ = relied_on(cast, whose, **period)
    clear(issuing(cast, draft))
    with pytest.raises(Invalid):
        make.incident(cast.carla, whose, **{**period, "contacts_counted": []})


# --- G5 ---


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (dt.date(2026, 3, 2), False),  # the day it was received
        (dt.date(2026, 3, 3), True),
        (dt.date(2026, 9, 1), True),  # the last day of its six months
        (dt.date(2026, 9, 2), False),
    ],
)
def test_g05_an_incident_comes_after_the_warning_and_while_it_is_live(
    sqlite_db: Any, cast: Any, day: dt.date, counts: bool
) -> None:
    whose = make.customer(cast.omar)
    warning = warned(cast, whose)
    now = dt.datetime.combine(max(day, dt.date(2026, 3, 3)), dt.time(12), dt.UTC)
    again = make.incident(cast.carla, whose, now, happened_on=day, started_at=dt.time(9))
    row = ready_restriction(cast, whose, now, warning, [again])
    answer = restriction_decision.may_authorise(cast.mark, row, now)
    if counts:
        clear(answer)
    else:
        stands(answer, "G5", "No incident comes after 2 March 2026", alone=True)


def test_g05_a_proposal_without_a_later_incident_waits_for_one(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = ready_restriction(cast, whose, cited=[])
    stands(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY), "G5", "lapses on 1 September 2026")
    row = altered(cast, row, incidents=[make.incident(cast.carla, whose, WEDNESDAY)])
    clear(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY))


# --- G10: who it was ---


@pytest.mark.parametrize(
    ("identity", "vouched", "sure"),
    [
        ("certain", "", True),
        ("likely", "", False),
        ("likely", "The number is theirs", True),
        ("low", "", False),
        ("low", "The number is theirs", False),
    ],
)
def test_g10_nobody_is_warned_unless_we_are_sure_it_was_them(
    sqlite_db: Any, cast: Any, identity: str, vouched: str, sure: bool
) -> None:
    whose = make.customer(cast.omar)
    draft, incident = relied_on(cast, whose, identity=identity, identified_by=vouched)
    if sure:
        clear(issuing(cast, draft))
        return
    stands(issuing(cast, draft), "G10", "we are not sure enough", alone=True)
    added(cast, incident, "identity", "certain")
    clear(issuing(cast, draft))


def test_g10_a_doubt_added_later_counts_and_the_newest_word_decides(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft, incident = relied_on(cast, whose)
    clear(issuing(cast, draft))
    added(cast, incident, "identity", "low")
    stands(issuing(cast, draft), "G10", "we are not sure enough", alone=True)
    added(cast, incident, "identity", "likely")
    clear(issuing(cast, draft))


def test_g10_an_unknown_person_is_nobodys_evidence(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft, _ = relied_on(cast, whose, who_acted="unknown")
    stands(issuing(cast, draft), "G10", "not known who acted", alone=True)
    clear(issuing(cast, sound_instead(cast, whose, draft)))


def test_g10_holds_for_a_restriction_as_well(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    again = make.incident(cast.carla, whose, WEDNESDAY, identity="low")
    row = ready_restriction(cast, whose, cited=[again])
    stands(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY), "G10", "we are not sure enough", alone=True)
    incident_notes.add_note(cast.omar, again, "identity", "Rang them back.", WEDNESDAY, make.key(), "certain")
    clear(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY))


# --- G11 to G13 ---


def test_g11_a_complaint_about_us_in_the_same_event_is_answered_first(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft, incident = relied_on(cast, whose, allegation="Says the adviser laughed at them")
    stands(issuing(cast, draft), "G11", "that is not answered", alone=True)
    added(cast, incident, "correction")
    stands(issuing(cast, draft), "G11", "that is not answered", alone=True)
    added(cast, incident, "finding")
    clear(issuing(cast, draft))


@pytest.mark.parametrize("protected", clauses.PROTECTED)
@pytest.mark.parametrize("behaviour", ["nothing_new", "continual_contact"])
def test_g12_protected_contacts_are_never_evidence_of_persistence(
    sqlite_db: Any, cast: Any, protected: str, behaviour: str
) -> None:
    whose = make.customer(cast.omar)
    draft, _ = relied_on(cast, whose, protected=protected, behaviours=[behaviour])
    stands(issuing(cast, draft), "G12", clauses.PROTECTED[protected], alone=True)
    clear(issuing(cast, sound_instead(cast, whose, draft)))


def test_g12_abuse_in_a_complaint_is_still_abuse(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft, _ = relied_on(cast, whose, protected="complaint", behaviours=["verbal_abuse"])
    clear(issuing(cast, draft))


@pytest.mark.parametrize(
    ("day", "counts"), [(dt.date(2025, 3, 1), False), (dt.date(2025, 3, 2), True), (dt.date(2025, 3, 3), True)]
)
def test_g13_incidents_of_more_than_a_year_ago_are_background(
    sqlite_db: Any, cast: Any, day: dt.date, counts: bool
) -> None:
    whose = make.customer(cast.omar)
    draft, _ = relied_on(cast, whose, happened_on=day, started_at=dt.time(9))
    if counts:
        clear(issuing(cast, draft))
        return
    stands(issuing(cast, draft), "G13", "more than 12 months old", alone=True)
    clear(issuing(cast, sound_instead(cast, whose, draft)))


# --- G23, G24: whose behaviour ---


def test_g23_a_decision_rests_on_the_persons_own_behaviour(db: Any, cast: Any) -> None:
    whose, another = make.customer(cast.omar), make.customer(cast.omar)
    foreign = make.incident(cast.carla, another)
    with pytest.raises(Refused) as told:
        warnings.draft(cast.omar, whose, "behaviour", [foreign], MONDAY, make.key())
    assert [one.rule for one in told.value.reasons] == ["G23"]
    row = ready_restriction(cast, whose)
    for page in ({"incidents": [foreign]}, {"warning": warned(cast, another)}):
        with pytest.raises(Refused) as told:
            altered(cast, row, **page)
        assert [one.rule for one in told.value.reasons] == ["G23"]


@pytest.mark.parametrize("who", ["household", "visitor"])
def test_g23_the_behaviour_of_others_in_the_home_does_not_count(sqlite_db: Any, cast: Any, who: str) -> None:
    whose = make.customer(cast.omar)
    draft, _ = relied_on(cast, whose, who_acted=who)
    stands(issuing(cast, draft), "G23", "somebody else's behaviour", alone=True)
    clear(issuing(cast, sound_instead(cast, whose, draft)))


def test_g24_what_a_representative_did_is_not_held_against_the_customer(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft, _ = relied_on(cast, whose, who_acted="representative")
    stands(issuing(cast, draft), "G24", "the representative's behaviour", alone=True)
    clear(issuing(cast, sound_instead(cast, whose, draft)))


# --- G38: what was asked for in the same contact ---


def test_g38_a_request_in_the_same_contact_has_an_owner_and_a_date(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft, incident = relied_on(cast, whose, request="when the leak will be mended")
    request = CustomerRequest.get(CustomerRequest.incident == incident)
    assert request.owner == cast.carla
    assert request.due_on == clock.working_days_after(MONDAY.date(), 10)
    clear(issuing(cast, draft))
    letter = text_of(warning_letter.rendered(draft, cast.mark, MONDAY).html).whole
    assert "When the leak will be mended" in letter and "16\u00a0March\u00a02026" in letter
    incident_requests.pass_request(cast.carla, request, MONDAY)
    assert request.fresh().owner == cast.mina


def test_g38_the_database_holds_no_request_without_them(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    incident = make.incident(cast.carla, whose, request="when the leak will be mended")
    for column in ("owner_id", "due_on"):
        with pytest.raises(IntegrityError), db.atomic():
            db.execute_sql(f"UPDATE customer_request SET {column} = NULL")
    assert CustomerRequest.get(CustomerRequest.incident == incident).due_on
    with pytest.raises(Invalid) as told:
        make.incident(cast.carla, whose, request="the same", request_due=MONDAY.date() - DAY)
    assert set(told.value.errors) == {"request_due"}


# --- E1 to E4: shown, and stopping nothing ---


def test_e1_a_measure_has_to_do_with_the_behaviour_it_answers(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    post = make.incident(cast.carla, whose, WEDNESDAY, channel="social_public", behaviours=["online_abuse"])
    row = ready_restriction(cast, whose, cited=[post])
    answer = restriction_decision.may_authorise(cast.mark, row, WEDNESDAY)
    clear(answer)
    assert answer.warns("E1")
    row = altered(cast, row, incidents=[post, make.incident(cast.carla, whose, WEDNESDAY)])
    assert not restriction_decision.may_authorise(cast.mark, row, WEDNESDAY).warns("E1")


@pytest.mark.parametrize(("channel", "shown"), [("social_public", True), ("social_message", False), ("email", False)])
def test_e2_what_others_post_is_not_this_customers_behaviour(
    sqlite_db: Any, cast: Any, channel: str, shown: bool
) -> None:
    whose = make.customer(cast.omar)
    draft, _ = relied_on(cast, whose, channel=channel)
    answer = issuing(cast, draft)
    clear(answer)
    assert answer.warns("E2") is shown


@pytest.mark.parametrize(
    ("need", "shown"), [("domestic_abuse", True), ("mental_health", True), ("cannot_travel", False)]
)
def test_e3_abuse_survived_and_mental_health_are_thought_of(sqlite_db: Any, cast: Any, need: str, shown: bool) -> None:
    whose = make.customer(cast.omar)
    row = customers.add_need(cast.omar, whose, need, "", MONDAY)
    draft, _ = relied_on(cast, whose)
    answer = issuing(cast, draft)
    clear(answer)
    assert answer.warns("E3") is shown
    customers.end(cast.omar, row, MONDAY)
    assert not issuing(cast, draft).warns("E3")


def test_e4_insisting_once_is_not_persistence(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft, _ = relied_on(cast, whose, behaviours=["refuses_decision"])
    answer = issuing(cast, draft)
    clear(answer)
    assert answer.warns("E4")
    counted = make.incident(
        cast.carla,
        whose,
        behaviours=["refuses_decision"],
        happened_on=MONDAY.date() - 20 * DAY,
        until_on=MONDAY.date(),
        contacts_counted=[{"channel": "telephone", "count": 31}],
    )
    assert not issuing(cast, changed(cast, draft, incidents=[counted])).warns("E4")


# --- G64: as first told ---


def test_g64_an_incident_stays_as_first_told_and_corrections_are_added(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    incident = make.incident(cast.carla, whose)
    for told in ("UPDATE incident SET what_happened = 'Something else'", "DELETE FROM incident"):
        with pytest.raises(IntegrityError), db.atomic():
            db.execute_sql(told)
    incident_notes.add_note(cast.carla, incident, "correction", "It was the left door.", MONDAY, make.key())
    assert incident.fresh().what_happened.startswith("The customer rang")
    assert [note.words for note in incident.notes] == ["It was the left door."]


def test_g64_only_those_who_logged_it_or_see_the_file_add_to_it(sqlite_db: Any, cast: Any) -> None:
    incident = make.incident(cast.carla, make.customer(cast.omar))
    may = {key: bool(incident_notes.may_add_note(one, incident, "correction", MONDAY)) for key, one in everyone(cast)}
    assert [key for key, yes in may.items() if not yes] == ["ada", "dora"]
    may = {key: bool(incident_notes.may_add_note(one, incident, "triage", MONDAY)) for key, one in everyone(cast)}
    assert [key for key, yes in may.items() if yes] == ["mark", "mina"]


def everyone(cast: Any) -> list[tuple[str, Any]]:
    return sorted(cast.everyone().items())
