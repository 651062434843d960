"""Looking after colleagues: G66 to G68 and G70, statements, and that the customer's file holds none of it."""

import datetime as dt
from typing import Any

import pytest

from models import CareCheck, Event, Incident, Restriction, StaffInjury
from policy import history
from policy.care import checks as care_checks
from policy.care import concerned, feedback, injuries, protective_steps, riddor, statements
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.incidents import notes as incident_notes
from tests import make
from tests.policy.stage import MONDAY

DAY = dt.timedelta(days=1)


def after(days: float) -> dt.datetime:
    return make.later(MONDAY, days)


def threat(cast: Any, now: dt.datetime = MONDAY, **told: Any) -> Incident:
    """A threat to Carla, whose line manager is Mina."""
    usual = {"severity": 3, "behaviours": ["threat"], "staff": [(cast.carla, "target")]}
    return make.incident(cast.omar, make.customer(cast.omar), now, **usual | told)


def waits(noun: Any, person: Any, now: dt.datetime) -> list[Any]:
    return list(noun.needs(person, now))


# --- G66 ---


def test_g66_the_line_manager_asks_the_same_day_and_again(db: Any, cast: Any) -> None:
    incident = threat(cast)
    (one,) = waits(care_checks, cast.mina, MONDAY)
    assert one.sentence == f"Ask Carla Contact how they are after incident {incident.reference}"
    assert "Carla" not in one.plain and (one.due, one.overdue) == (MONDAY.date(), False)
    for stage, day in (("same_day", 0), ("second", 7), ("third", 28)):
        (one,) = waits(care_checks, cast.mina, after(day))
        assert one.due == after(day).date()
        row = care_checks.check(cast.mina, incident, cast.carla, "yes", "Offered a day at home", after(day))
        assert row.stage == stage and waits(care_checks, cast.mina, after(day)) == []
    assert waits(care_checks, cast.mina, after(400)) == [] and waits(care_checks, cast.sena, after(400)) == []


def test_g66_silence_does_not_close_it(sqlite_db: Any, cast: Any) -> None:
    incident = threat(cast)
    for day in range(3):
        care_checks.check(cast.mina, incident, cast.carla, "no", "No answer", after(day))
        (one,) = waits(care_checks, cast.mina, after(day + 1))
        assert one.due == after(day + 1).date() and not one.overdue
    friday = care_checks.check(cast.mina, incident, cast.carla, "no", "", after(4))
    (one,) = waits(care_checks, cast.mina, after(5))
    assert one.due == after(7).date(), "asked again on the next working day"
    assert {row.stage for row in CareCheck.select()} == {"same_day"} and friday.spoke is False


def test_g66_it_reaches_every_manager_when_late_and_then_a_senior_officer(sqlite_db: Any, cast: Any) -> None:
    threat(cast)
    assert waits(care_checks, cast.mark, MONDAY) == [] and waits(care_checks, cast.sena, MONDAY) == []
    assert len(waits(care_checks, cast.mark, after(1))) == len(waits(care_checks, cast.sena, after(1))) == 1
    for person in (cast.carla, cast.omar, cast.olive, cast.dora, cast.ada):
        assert waits(care_checks, person, after(3)) == []


def test_g66_without_a_line_manager_any_manager_asks(sqlite_db: Any, cast: Any) -> None:
    threat(cast, staff=[(cast.sol, "target")])
    assert len(waits(care_checks, cast.mark, MONDAY)) == len(waits(care_checks, cast.mina, MONDAY)) == 1


@pytest.mark.parametrize(
    ("told", "owed"),
    [
        ({"severity": 1, "behaviours": ["derogatory"]}, False),
        ({"severity": 2, "behaviours": ["verbal_abuse"]}, False),
        ({"severity": 2, "behaviours": ["verbal_abuse"], "hate_element": True}, True),
        ({"severity": 1, "behaviours": ["violence"]}, True),
        ({"severity": 1, "behaviours": ["intimidation"]}, True),
        ({"severity": 1, "behaviours": ["discriminatory"]}, True),
        ({"severity": 4, "behaviours": []}, True),
    ],
)
def test_g66_what_calls_for_it(db: Any, cast: Any, told: dict[str, Any], owed: bool) -> None:
    incident = threat(cast, **told)
    assert bool(waits(care_checks, cast.mina, MONDAY)) is owed
    assert concerned.is_frightening(incident) is owed


def test_g66_nobody_named_means_who_logged_it_and_a_manager_is_never_asked_by_themselves(
    sqlite_db: Any, cast: Any
) -> None:
    incident = threat(cast, staff=[])
    (one,) = waits(care_checks, cast.mina, MONDAY)
    assert "Omar Officer" in one.sentence
    own = threat(cast, staff=[(cast.mina, "target")])
    assert [one.values for one in waits(care_checks, cast.mina, after(3))] == [{"incident_id": incident.id}]
    with pytest.raises(Refused):
        care_checks.check(cast.mina, own, cast.mina, "yes", "I am fine", MONDAY)
    assert any(one.values == {"incident_id": own.id} for one in waits(care_checks, cast.sena, MONDAY))


def test_g66_a_talk_is_described_and_not_held_before_its_time(sqlite_db: Any, cast: Any) -> None:
    incident = threat(cast)
    with pytest.raises(Invalid) as told:
        care_checks.check(cast.mina, incident, cast.carla, "yes", "", MONDAY)
    assert "words" in told.value.errors
    care_checks.check(cast.mina, incident, cast.carla, "yes", "She wants to go on", MONDAY)
    with pytest.raises(Refused) as refused:
        care_checks.check(cast.mina, incident, cast.carla, "yes", "She wants to go on", MONDAY)
    assert "9 March 2026" in refused.value.reasons[0].sentence
    for actor in (cast.omar, cast.carla, cast.dora, cast.ada):
        with pytest.raises(Refused):
            care_checks.check(actor, incident, cast.carla, "yes", "Fine", after(7))


# --- G67 ---


@pytest.mark.parametrize(
    ("kind", "off", "back", "today", "days", "says"),
    [
        ("none", None, None, 30, 0, []),
        ("hurt", 0, None, 0, 0, []),
        ("hurt", 0, None, 3, 3, []),
        ("hurt", 0, None, 4, 4, ["More than 3 days off"]),
        ("hurt", 0, 4, 30, 3, []),
        ("hurt", 2, 9, 30, 7, ["More than 3 days off"]),
        ("hurt", 1, None, 7, 7, ["More than 3 days off"]),
        ("hurt", 1, None, 8, 8, ["report it by 17 March 2026", "More than 3 days off"]),
        ("hurt", 1, 9, 200, 8, ["report it by 17 March 2026", "More than 3 days off"]),
        ("specified", None, None, 0, 0, ["at once by telephone, and in writing by 12 March 2026"]),
        ("death", None, None, 0, 0, ["A death: report it at once"]),
    ],
)
def test_g67_the_days_off_are_counted_and_what_must_be_reported_is_said(
    sqlite_db: Any, cast: Any, kind: str, off: int | None, back: int | None, today: int, days: int, says: list[str]
) -> None:
    incident = threat(cast)
    injury = StaffInjury(
        incident=incident,
        kind=kind,
        off_from=None if off is None else MONDAY.date() + off * DAY,
        back_on=None if back is None else MONDAY.date() + back * DAY,
    )
    how = injuries.stands(incident, injury, set(), MONDAY.date() + today * DAY)
    assert how.days == days and len(how.sentences) == len(says)
    assert all(part in sentence for part, sentence in zip(says, how.sentences, strict=True))


def test_g67_somebody_still_off_becomes_reportable_by_itself_until_it_is_reported(db: Any, cast: Any) -> None:
    incident = threat(cast)
    told = {"kind": "hurt", "words": "A sprained wrist", "off_from": after(1).date()}
    injuries.record_injury(cast.mina, incident, cast.carla, told, after(1))
    injuries.record_injury(cast.mina, incident, cast.carla, told, after(1))
    assert StaffInjury.select().count() == 1
    assert waits(injuries, cast.sol, after(7)) == []
    with pytest.raises(Refused):
        injuries.report(cast.sol, incident, cast.carla, {"reported_on": after(7).date(), "number": "F1"}, after(7))
    for person in (cast.sol, cast.mark):
        (one,) = waits(injuries, person, after(8))
        assert one.due == dt.date(2026, 3, 17) and "Carla" not in one.sentence
    assert waits(injuries, cast.sena, after(15)) == [] and len(waits(injuries, cast.sena, after(16))) == 1
    row = injuries.report(cast.sol, incident, cast.carla, {"reported_on": after(8).date(), "number": "F1"}, after(9))
    assert row.reported_as == "over_seven" and waits(injuries, cast.sol, after(20)) == []


def test_g67_a_specified_injury_found_later_is_reported_at_once(sqlite_db: Any, cast: Any) -> None:
    incident = threat(cast)
    injuries.record_injury(cast.carla, incident, cast.carla, {"kind": "hurt", "words": "My arm"}, MONDAY)
    assert waits(injuries, cast.sol, after(1)) == []
    injuries.record_injury(cast.mina, incident, cast.carla, {"kind": "specified", "words": "Broken"}, after(2))
    (one,) = waits(injuries, cast.sol, after(2))
    assert one.due == after(2).date()
    assert len(waits(injuries, cast.sena, after(3))) == 1
    assert set(riddor.KINDS) == {"none", "hurt", "specified", "death"}


@pytest.mark.parametrize("who", ["omar", "olive", "dora", "ada"])
def test_g67_an_injury_is_nobody_elses_business(sqlite_db: Any, cast: Any, who: str) -> None:
    incident = threat(cast)
    with pytest.raises(Refused):
        injuries.record_injury(getattr(cast, who), incident, cast.carla, {"kind": "none"}, MONDAY)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "hurt", "words": ""}, "words"),
        ({"kind": "hurt", "words": "x", "back_on": dt.date(2026, 3, 2)}, "off_from"),
        ({"kind": "hurt", "words": "x", "off_from": dt.date(2026, 3, 1)}, "off_from"),
        ({"kind": "hurt", "words": "x", "off_from": dt.date(2026, 3, 2), "back_on": dt.date(2026, 3, 2)}, "back_on"),
    ],
)
def test_what_is_told_of_an_injury_has_to_fit(sqlite_db: Any, cast: Any, told: dict[str, Any], field: str) -> None:
    with pytest.raises(Invalid) as invalid:
        injuries.record_injury(cast.mina, threat(cast), cast.carla, told, MONDAY)
    assert field in invalid.value.errors


# --- G68 ---


def test_g68_hate_waits_until_one_step_is_recorded(db: Any, cast: Any) -> None:
    plain, hate = threat(cast), threat(cast, behaviours=["discriminatory"])
    for person in (cast.mina, cast.mark, cast.sol):
        (one,) = waits(protective_steps, person, MONDAY)
        assert one.values == {"incident_id": hate.id} and one.due == after(7).date()
    assert waits(protective_steps, cast.sena, MONDAY) == [] and len(waits(protective_steps, cast.sena, after(8))) == 1
    assert waits(protective_steps, cast.omar, after(8)) == waits(protective_steps, cast.dora, after(8)) == []
    protective_steps.take(cast.mina, hate, "Moved her to another desk, as she wished", after(1))
    protective_steps.take(cast.mina, hate, "Moved her to another desk, as she wished", after(1))
    assert waits(protective_steps, cast.sol, after(9)) == [] and len(protective_steps.steps_of(hate)) == 1
    assert [one.incident_id for one in protective_steps.newest()] == [hate.id] and plain.id != hate.id
    with pytest.raises(Refused):
        protective_steps.take(cast.omar, hate, "Nothing", MONDAY)


# --- G70 ---


@pytest.mark.parametrize(
    ("told", "owed"), [({"severity": 2, "behaviours": ["verbal_abuse"]}, False), ({}, True), ({"severity": 4}, True)]
)
def test_g70_after_something_serious_who_logged_it_is_told(db: Any, cast: Any, told: dict, owed: bool) -> None:
    threat(cast, **told)
    found = waits(feedback, cast.mina, MONDAY)
    assert bool(found) is owed
    assert not owed or found[0].due == dt.date(2026, 3, 16)


def test_g70_who_logged_it_reads_what_was_done(sqlite_db: Any, cast: Any) -> None:
    incident = threat(cast, severity=2, behaviours=["verbal_abuse"])
    incident_notes.add_note(cast.mina, incident, "triage", "A word first.", MONDAY, make.key(), outcome="informal")
    assert len(waits(feedback, cast.mark, after(1))) == 1 and waits(feedback, cast.omar, after(1)) == []
    assert waits(feedback, cast.sena, after(10)) == [] and len(waits(feedback, cast.sena, after(15))) == 1
    with pytest.raises(Refused):
        feedback.tell(cast.omar, incident, "Nothing", MONDAY)
    feedback.tell(cast.mina, incident, "We spoke to them; they will write instead", after(2))
    assert waits(feedback, cast.mark, after(3)) == []
    (one,) = waits(feedback, cast.omar, after(3))
    assert one.endpoint == "incidents.show" and waits(feedback, cast.omar, after(10)) == []


def test_g70_who_decided_what_they_logged_need_not_be_told(sqlite_db: Any, cast: Any) -> None:
    incident = make.incident(cast.mina, make.customer(cast.omar))
    incident_notes.add_note(cast.mina, incident, "triage", "A word first.", MONDAY, make.key(), outcome="informal")
    assert waits(feedback, cast.mark, after(30)) == []
    with pytest.raises(Refused):
        feedback.tell(cast.mina, incident, "Done", MONDAY)


def test_g70_what_a_letter_rests_on_was_acted_on(sqlite_db: Any, cast: Any) -> None:
    from tests.policy.stage import warned

    whose = make.customer(cast.omar)
    warned(cast, whose)
    assert len(waits(feedback, cast.mina, after(1))) == 1 and Restriction.select().count() == 0


# --- Statements ---


def test_a_statement_is_given_by_who_was_asked_and_by_nobody_else(db: Any, cast: Any) -> None:
    incident = threat(cast)
    row = statements.ask(cast.mina, incident, cast.carla, MONDAY)
    assert row.due_on == dt.date(2026, 3, 9)
    with pytest.raises(Refused):
        statements.ask(cast.mark, incident, cast.carla, MONDAY)
    (one,) = waits(statements, cast.carla, MONDAY)
    assert one.endpoint == "statements.show" and waits(statements, cast.mina, after(7)) == []
    (late,) = waits(statements, cast.mina, after(8))
    assert late.overdue and "Carla" not in late.plain
    with pytest.raises(Refused):
        statements.give(cast.mina, row, "She told me", MONDAY)
    statements.give(cast.carla, row, "I heard it myself", after(1))
    with pytest.raises(Refused):
        statements.give(cast.carla, row, "Something else", after(2))
    assert waits(statements, cast.carla, after(9)) == waits(statements, cast.mina, after(9)) == []


# --- Kept apart ---


def test_g66_nothing_of_it_stands_in_the_customers_timeline(sqlite_db: Any, cast: Any) -> None:
    incident = threat(cast, behaviours=["discriminatory"])
    before = len(history.page(incident.customer).lines)
    care_checks.check(cast.mina, incident, cast.carla, "yes", "She slept badly", MONDAY)
    injuries.record_injury(cast.mina, incident, cast.carla, {"kind": "specified", "words": "Broken arm"}, MONDAY)
    injuries.report(cast.sol, incident, cast.carla, {"reported_on": MONDAY.date(), "number": "F1"}, MONDAY)
    protective_steps.take(cast.mina, incident, "Moved desks", MONDAY)
    statements.give(cast.carla, statements.ask(cast.mina, incident, cast.carla, MONDAY), "I heard it", MONDAY)
    feedback.tell(cast.mina, incident, "Reported", MONDAY)
    assert len(history.page(incident.customer).lines) == before
    names = {"care_checked", "injury_recorded", "injury_reported", "step_taken", "statement_asked", "reporter_told"}
    own = list(Event.select().where(Event.name.in_(names)))
    assert len(own) == 6 and all(one.customer_id is None for one in own)
