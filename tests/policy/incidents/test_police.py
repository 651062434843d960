"""G69: after a threat or violence it is recorded whether the police were told; until then nothing rests on it."""

import datetime as dt
from typing import Any

import pytest

from models import Incident
from policy.core.validation import Invalid
from policy.incidents import notes as incident_notes
from policy.incidents import requests as incident_requests
from policy.incidents.police import POLICE
from policy.restrictions import decision as restriction_decision
from policy.warnings import warnings
from tests import make
from tests.policy.stage import MONDAY, clear, ready_restriction, ready_warning, stands, warned

TUESDAY = make.later(MONDAY, 1)
WEDNESDAY = make.later(MONDAY, 2)
UNSAID = {"severity": 3, "behaviours": ["threat"], "police": "", "police_words": ""}


def serious(cast: Any, now: dt.datetime = MONDAY, **told: Any) -> Incident:
    return make.incident(cast.carla, make.customer(cast.omar), now, **UNSAID | told)


def waits(person: Any, incident: Incident, now: dt.datetime) -> list[Any]:
    return [one for one in incident_requests.needs(person, now) if one.values == {"incident_id": incident.id}]


@pytest.mark.parametrize(
    ("told", "enough"),
    [
        ({"police": "", "police_words": ""}, False),
        ({"police": "not_reported", "police_words": ""}, False),
        ({"police": "not_needed", "police_words": ""}, False),
        ({"police": "not_reported", "police_words": "The colleague did not want it"}, True),
        ({"police": "not_needed", "police_words": "A threat to write to the press"}, True),
        ({"police": "reported", "police_words": ""}, True),
        ({"severity": 2, "police": "", "police_words": ""}, False),
        ({"severity": 2, "behaviours": ["verbal_abuse"], "police": ""}, True),
    ],
)
def test_g69_no_warning_rests_on_a_threat_before_the_police_are_settled(
    sqlite_db: Any, cast: Any, told: dict[str, Any], enough: bool
) -> None:
    incident = serious(cast, **told)
    draft = ready_warning(cast, incident.customer, [incident])
    if enough:
        clear(warnings.may_issue(cast.mark, draft, MONDAY))
    else:
        stands(warnings.may_issue(cast.mark, draft, MONDAY), "G69", "whether the police were told", alone=True)


def test_g69_a_note_of_what_was_decided_clears_it(sqlite_db: Any, cast: Any) -> None:
    incident = serious(cast)
    draft = ready_warning(cast, incident.customer, [incident])
    incident_notes.add_note(cast.omar, incident, "police", "Log 114 of today", MONDAY, make.key(), "reported")
    clear(warnings.may_issue(cast.mark, draft.fresh(), MONDAY))
    with pytest.raises(Invalid) as told:
        incident_notes.add_note(cast.omar, incident, "police", "They said no", MONDAY, make.key())
    assert "outcome" in told.value.errors


def test_g69_what_was_left_out_may_be_added_once_and_with_its_reason(db: Any, cast: Any) -> None:
    incident = serious(cast)
    assert incident_notes.left_out(incident) == ["police"]
    with pytest.raises(Invalid) as told:
        incident_notes.complete(cast.carla, incident, {"police": "not_reported"}, MONDAY, make.key())
    assert told.value.errors == {"police_words": "Say why the police were not told (3.2.8)."}
    with pytest.raises(Invalid) as told:
        incident_notes.complete(cast.carla, incident, {"police_words": "They were busy"}, MONDAY, make.key())
    assert "police" in told.value.errors
    given = {"police": "not_reported", "police_words": "She did not want it"}
    note = incident_notes.complete(cast.carla, incident, given, MONDAY, make.key())
    assert note.words == "The police: not reported\nAbout the police: She did not want it"
    assert incident_notes.left_out(incident) == []
    with pytest.raises(Invalid):
        incident_notes.complete(cast.carla, incident, {"police": "reported"}, MONDAY, make.key())


def test_g69_a_reason_may_follow_an_answer_told_without_one(sqlite_db: Any, cast: Any) -> None:
    incident = serious(cast, police="not_needed")
    assert incident_notes.left_out(incident) == ["police"]
    incident_notes.complete(cast.carla, incident, {"police_words": "Nobody was near"}, MONDAY, make.key())
    assert incident_notes.left_out(incident) == [] and waits(cast.mina, incident, MONDAY) == []


def test_g69_a_restriction_waits_for_it_too(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    warning = warned(cast, whose)
    again = make.incident(cast.carla, whose, make.later(MONDAY, 9), **UNSAID)
    row = ready_restriction(cast, whose, make.later(MONDAY, 9), warning, [again])
    stands(
        restriction_decision.may_authorise(cast.mark, row, make.later(MONDAY, 9)), "G69", again.reference, alone=True
    )


def test_g69_it_waits_at_once_for_who_logged_it_and_for_managers(db: Any, cast: Any) -> None:
    incident = serious(cast)
    for person in (cast.carla, cast.mina, cast.mark):
        (one,) = waits(person, incident, MONDAY)
        assert (one.due, one.overdue) == (MONDAY.date(), False)
        assert one.sentence == one.plain == f"Record whether the police were told about incident {incident.reference}"
    assert [waits(person, incident, MONDAY) for person in (cast.omar, cast.sena, cast.dora, cast.ada)] == [[]] * 4
    (late,) = waits(cast.sena, incident, TUESDAY)
    assert late.overdue
    incident_notes.add_note(cast.mina, incident, "police", "Told at ten", TUESDAY, make.key(), "reported")
    assert [waits(person, incident, WEDNESDAY) for person in (cast.carla, cast.mina, cast.sena)] == [[]] * 3


def test_g69_the_first_save_does_not_ask_for_it(sqlite_db: Any, cast: Any) -> None:
    assert serious(cast).police == "" and set(POLICE) == {"reported", "not_reported", "not_needed"}


def test_g69_a_threat_added_to_a_note_made_in_a_hurry_asks_for_it_too(db: Any, cast: Any) -> None:
    incident = make.incident(cast.carla, make.customer(cast.omar), behaviours=[], severity=1)
    assert waits(cast.mina, incident, MONDAY) == []
    incident_notes.complete(cast.carla, incident, {"behaviours": ["threat"]}, MONDAY, make.key())
    assert len(waits(cast.mina, incident, MONDAY)) == 1
