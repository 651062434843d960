"""Published decisions replayed: what each asks of the software, driven by the questions and deeds that people use."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from models import Incident
from policy.core import audit
from tests.replays import asked, stage, steps
from tests.replays.case import CASES, Entry, cases, entries

ALL = list(entries())


@pytest.mark.parametrize("entry", ALL, ids=[entry.id for entry in ALL])
def test_the_software_does_what_the_decision_asks(
    sqlite_db: Any, cast: Any, entry: Entry, record_property: Any
) -> None:
    for check in asked.checks(entry):
        replay = check(entry, cast)
        record_property("supplied", "; ".join(dict.fromkeys(replay.supplied)))
    assert list(audit.verify()) == []


# --- Nothing is dropped ---


def test_every_entry_of_every_case_is_held() -> None:
    assert len(ALL) == sum(len(case.told["software_should"]) for case in cases()) == 60
    assert len(cases()) == 14
    assert all(asked.checks(entry) for entry in ALL)


def test_every_check_is_called_for_by_some_case() -> None:
    called = {check for entry in ALL for check in asked.checks(entry)}
    assert {check for *_, check in asked.CHECKS} - called == set()


def test_steps_stand_in_their_order_each_on_a_day() -> None:
    for case in cases():
        days = [step.day for step in case.steps]
        assert days == sorted(days), case.name


# --- What the case does not tell is supplied, and marked so ---


def test_what_a_case_leaves_out_is_supplied_and_marked(sqlite_db: Any, cast: Any) -> None:
    entry = next(one for one in ALL if one.case.name == "45-hackney" and one.do == "allow")
    replay = steps.play(entry.case, cast, entry.step)
    for what in ("incident", "written warning", "second reader", "weighing", "delivery", "letter", "length", "form"):
        assert any(what in supplied for supplied in replay.supplied), what
    assert all(stage.MARK in one.what_happened for one in Incident.select())


def test_what_a_case_does_tell_is_not_supplied(sqlite_db: Any, cast: Any) -> None:
    entry = next(one for one in ALL if one.case.name == "20-reading" and one.step.number == 4)
    replay = steps.play(entry.case, cast, entry.step)
    stage.proposal(replay, entry.step)
    assert "written warning" not in replay.supplied and "incident" not in replay.supplied
    assert [one.what_happened for one in replay.since] == ["More correspondence."]


def test_a_weekly_number_of_emails_is_not_on_the_policys_list(sqlite_db: Any, cast: Any) -> None:
    entry = next(one for one in ALL if one.case.name == "01-guinness")
    replay = steps.play(entry.case, cast, entry.step)
    assert stage.planned(replay) == ["named_officer", "channels"]
    assert any("no weekly number" in supplied for supplied in replay.supplied)


def test_every_step_before_an_entry_is_a_deed_or_noted_as_left_out(sqlite_db: Any, cast: Any) -> None:
    entry = next(one for one in ALL if one.case.name == "16-blackpool" and one.step.number == 5)
    replay = steps.play(entry.case, cast, entry.step)
    assert replay.left == ["4: repair_report"]
    assert replay.marker is not None and replay.marker.part == 2


# --- A new file needs no new code ---


def test_a_new_case_is_replayed_as_it_stands(sqlite_db: Any, cast: Any, tmp_path: Path) -> None:
    told = yaml.safe_load((CASES / "20-reading-21-016-177.yaml").read_text())
    told["channels"], told["person"] = ["letter"], {"needs": "a mental health condition"}
    told["timeline"][3]["restriction"] = {"form": ["named officer"], "duration": "six months"}
    told["software_should"] = [
        {"at": 4, "do": "refuse", "what": "by anyone but a manager", "policy": ["4.3"]},
        {"at": 4, "do": "warn", "what": "what is known of health", "policy": ["4.9"]},
        {"at": 4, "do": "remind", "what": "of the review", "policy": ["4.2"]},
    ]
    (tmp_path / "99-elsewhere-1.yaml").write_text(yaml.safe_dump(told))
    new = list(entries(tmp_path))
    for entry in new:
        for check in asked.checks(entry):
            check(entry, cast)


def test_words_we_do_not_know_are_said_to_be_so(tmp_path: Path) -> None:
    shutil.copy(CASES / "20-reading-21-016-177.yaml", path := tmp_path / "98-elsewhere-1.yaml")
    told = yaml.safe_load(path.read_text())
    told["software_should"] = [{"at": 4, "do": "allow", "what": "something else", "policy": ["5.9"]}]
    path.write_text(yaml.safe_dump(told))
    with pytest.raises(LookupError, match=r"no check says “allow” of “restriction_authorised” under \['5.9'\]"):
        asked.checks(next(entries(tmp_path)))
