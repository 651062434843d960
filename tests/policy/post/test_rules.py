"""The tray and the runs: what waits, what a run may hold, and that nothing is marked as sent that was not."""

import datetime as dt
import json
from types import SimpleNamespace
from typing import Any

import pytest

import models
from letterpress.print import run_folder
from letterpress.print.pdf_run import PDF, PROGRESS
from models import Delivery, Event, LetterFile, PostRun, PostRunLetter
from policy import today
from policy.core import clock
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.correspondence import delivery as letter_delivery
from policy.customers import customers
from policy.post import runs as post_runs
from policy.post import tray as post_tray
from policy.warnings import warnings
from tests import make

NOW = make.later(make.MONDAY, 1)
TODAY = clock.today(NOW)


@pytest.fixture
def desk(cast: Any, tmp_path: Any) -> SimpleNamespace:
    """Three customers, each with the letter of a warning that waits."""
    run_folder.use(tmp_path / "post")
    found = []
    for number in range(3):
        whose = make.customer(cast.omar, name=f"Waiting Number{'abc'[number]}")
        cited = [make.incident(cast.carla, whose)]
        found.append(make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited))
    return SimpleNamespace(cast=cast, warnings=found, letters=[one.letter for one in found], home=tmp_path / "post")


def waits(now: dt.datetime = NOW) -> list[int]:
    return [one.letter.id for one in post_tray.tray(now)]


def run_of(desk: Any, *ways: str, two_sided: bool = False, key: str = "") -> PostRun:
    chosen = {letter.id: way for letter, way in zip(desk.letters, ways or ("first_class",) * 3, strict=False)}
    return post_runs.print_these(desk.cast.omar, chosen, two_sided, NOW, key or make.key())


def printed(desk: Any, run: PostRun, **told: Any) -> None:
    """The run's folder as a process leaves it that is not there any more."""
    folder = desk.home / str(run.id)
    (folder / "own").mkdir(parents=True, exist_ok=True)
    (folder / "job.json").write_text(json.dumps({"letters": [{}, {}, {}]}))
    usual = {"of": 3, "made": 3, "step": "done", "pages": 9, "failed": []}
    (folder / PROGRESS).write_text(json.dumps(usual | told))
    if (told.get("step") or "done") == "done":
        (folder / PDF).write_bytes(b"%PDF-")


def all_sent(desk: Any, **told: Any) -> dict[str, Any]:
    return {f"sent-{one.id}": "y" for one in desk.letters} | told


# --- What waits ---


def test_g4_a_letter_waits_until_it_is_sent_and_again_when_it_comes_back(desk):
    cast, letter = desk.cast, desk.letters[0]
    assert waits() == [one.id for one in desk.letters]
    make.served(cast.omar, letter, NOW, "posted")
    assert waits() == [one.id for one in desk.letters[1:]]
    make.served(cast.omar, letter, make.later(NOW, 2), "returned")
    found = post_tray.of(letter)
    assert waits(make.later(NOW, 2))[0] == letter.id
    assert found.came_back and found.moved == []
    told = {"name": "Waiting Numbera", "reference": "OT1", "kind": "tenant", "address": "2 New Street",
            "postcode": "NE1 1AA"}  # fmt: skip
    customers.edit(cast.omar, found.customer, told, NOW, found.customer.version)
    assert post_tray.of(letter).moved == ["2 New Street", "NE1 1AA"]
    wanted = [one.sentence for one in today.needs(cast.omar, make.later(NOW, 3)) if "came back" in one.sentence]
    assert wanted == [f"Letter {letter.reference} to Waiting Numbera came back: check the address and send it again"]


def test_g51_what_was_withdrawn_does_not_wait(desk):
    warnings.withdraw(desk.cast.mark, desk.warnings[1], "We had the wrong person.", NOW)
    assert desk.letters[1].id not in waits()


def test_g65_letters_of_somebody_known_privately_are_left_out(desk):
    cast, whose = desk.cast, desk.letters[0].customer
    closed = [whose.id]
    assert [one.letter.id for one in post_tray.tray(NOW, closed)] == [one.id for one in desk.letters[1:]]
    with pytest.raises(Refused):
        post_runs.print_these(cast.omar, {desk.letters[0].id: "first_class"}, False, NOW, make.key(), closed)


@pytest.mark.parametrize(("format", "email", "way"), [
    ("email", "sam@example.org", "email"), ("email", "", "first_class"), ("standard", "sam@example.org", "first_class"),
])  # fmt: skip
def test_p411_how_a_letter_goes_follows_the_standing_format(cast, format, email, way):
    whose = make.customer(cast.omar, letter_format=format, email=email)
    letter = make.issued_warning(
        cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.carla, whose)], arranged="By e-mail"
    ).letter
    assert post_tray.of(letter).way == way


# --- Making a run ---


def test_a_run_holds_each_letter_once_in_the_order_it_is_printed(desk):
    run = run_of(desk, "signed_for", "first_class", "by_hand", key="same")
    assert [(row.letter_id, row.way) for row in post_runs.rows(run)] == [
        (desk.letters[1].id, "first_class"),
        (desk.letters[0].id, "signed_for"),
        (desk.letters[2].id, "by_hand"),
    ]
    assert run_of(desk, key="same").id == run.id  # the same form again
    with pytest.raises(Refused) as refused:
        run_of(desk)
    assert all("already" in one.sentence for one in refused.value.reasons) and PostRun.select().count() == 1
    with pytest.raises(Exception, match=r"(?i)unique"):
        PostRunLetter.create(run=run, letter=desk.letters[0], place=9, way="first_class")
        PostRunLetter.create(run=PostRun.create(form_key="x", by=desk.cast.omar, at=NOW), letter=desk.letters[0],
                             place=1, way="first_class")  # fmt: skip
    assert Delivery.select().count() == 0


def test_nothing_is_chosen_or_a_way_is_none(desk):
    with pytest.raises(Invalid):
        post_runs.print_these(desk.cast.omar, {}, False, NOW, make.key())
    with pytest.raises(Invalid):
        post_runs.print_these(desk.cast.omar, {desk.letters[0].id: "email"}, False, NOW, make.key())
    with pytest.raises(Refused):
        post_runs.print_these(desk.cast.carla, {desk.letters[0].id: "first_class"}, False, NOW, make.key())


def test_a_run_takes_as_many_reads_with_one_letter_as_with_two(desk, monkeypatch):
    one, two = run_of(desk, "first_class"), run_of(SimpleNamespace(cast=desk.cast, letters=desk.letters[1:]))
    asked: list[str] = []
    plain = models.db.obj.execute_sql
    monkeypatch.setattr(models.db.obj, "execute_sql", lambda sql, *rest: (asked.append(sql), plain(sql, *rest))[1])
    reads = []
    for run in (one, two):
        asked.clear()
        rows = [row for row, _ in post_runs.listed(run)]
        post_runs.why_not(run, rows, NOW)
        reads.append((len(rows), len(asked)))
    assert [letters for letters, _ in reads] == [1, 2] and reads[0][1] == reads[1][1]


# --- Nothing is marked as sent that was not ---


@pytest.mark.parametrize(("step", "shown", "may_close"), [
    ("letters", "stopped", True), ("joining", "stopped", True), ("done", "done", True),
    ("unavailable", "unavailable", True),
])  # fmt: skip
def test_a_printing_killed_at_any_step_marks_nothing(desk, step, shown, may_close):
    run = run_of(desk)
    printed(desk, run, step=step, made=1, pages=0)
    assert run_folder.state(run.id).step == shown
    assert (
        bool(post_runs.may_make(desk.cast.omar, run, NOW))
        and bool(post_runs.may_close(desk.cast.omar, run, NOW)) == may_close
    )
    assert Delivery.select().count() == 0 and LetterFile.select().count() == 0
    assert not [one for one in Event.select() if one.name.startswith("letter_")]
    post_runs.abandon(desk.cast.omar, run, NOW)
    assert waits() == [one.id for one in desk.letters] and not post_tray.open_runs(waits())
    assert not (desk.home / str(run.id)).exists()


def test_closing_records_what_was_ticked_and_leaves_the_rest(desk):
    cast, (first, second, third) = desk.cast, desk.letters
    run = run_of(desk, "signed_for", "second_class", "first_class")
    printed(desk, run)
    (desk.home / str(run.id) / "own" / f"{first.id}.pdf").write_bytes(b"%PDF-first")
    told = all_sent(desk, **{f"tracking-{first.id}": "AB 123", f"sent-{third.id}": "", f"because-{third.id}": "Jammed"})
    post_runs.close(cast.omar, run, TODAY, told, NOW)
    rows = {row.letter_id: row for row in Delivery.select()}
    assert (rows[first.id].way, rows[first.id].tracking, rows[first.id].outcome) == ("signed_for", "AB 123", "posted")
    assert rows[second.id].deemed_on == dt.date(2026, 3, 9) and third.id not in rows
    assert waits() == [third.id] and post_tray.of(third).in_run is None
    assert [bytes(one.file.content) for one in LetterFile.select()] == [b"%PDF-first"]
    assert [row.because for row in post_runs.rows(run) if row.outcome == "left_out"] == ["Jammed"]
    assert not (desk.home / str(run.id)).exists()
    names = [one.name for one in Event.select().order_by(Event.id.desc()).limit(3)]
    assert sorted(names) == ["letter_posted", "letter_posted", "post_run_closed"]
    with pytest.raises(Refused) as refused:  # the second of two people
        post_runs.close(cast.olive, run, TODAY, told, NOW)
    assert "Omar Officer" in refused.value.reasons[0].sentence


@pytest.mark.parametrize("fault", ["other_way", "withdrawn", "no_reason", "no_name", "future"])
def test_where_one_letter_cannot_be_recorded_none_is(desk, fault):
    cast, (first, second, _) = desk.cast, desk.letters
    run = run_of(desk, "first_class", "first_class", "by_hand" if fault == "no_name" else "first_class")
    printed(desk, run)
    told, sent_on = all_sent(desk), TODAY
    if fault == "other_way":
        make.served(cast.olive, second, NOW)
    elif fault == "withdrawn":
        warnings.withdraw(cast.mark, desk.warnings[1], "We had the wrong person.", NOW)
    elif fault == "no_reason":
        del told[f"sent-{second.id}"]
    elif fault == "future":
        sent_on = TODAY + dt.timedelta(days=1)
    before = Delivery.select().count()
    with pytest.raises(Refused if fault in ("other_way", "withdrawn") else Invalid):
        post_runs.close(cast.omar, run, sent_on, told, NOW)
    assert Delivery.select().count() == before and run.fresh().closed_at is None
    assert (desk.home / str(run.id) / PDF).exists() and post_tray.of(first).in_run == run.id


def test_by_hand_counts_that_day_and_says_to_whom(desk):
    run = run_of(desk, "by_hand", "by_hand", "by_hand")
    printed(desk, run)
    told = all_sent(desk, **{f"given-{one.id}": "To the customer, at the door" for one in desk.letters})
    post_runs.close(desk.cast.omar, run, TODAY, told, NOW)
    assert {(row.outcome, row.deemed_on, row.words) for row in Delivery.select()} == {
        ("handed", TODAY, "To the customer, at the door")
    }


def test_an_open_run_is_said_on_today_to_those_who_send(desk):
    run = run_of(desk)
    said = [one for one in today.needs(desk.cast.olive, NOW) if run.reference in one.sentence]
    assert [(one.endpoint, one.kind) for one in said] == [("post.show", "letters")]
    assert not [one for one in today.needs(desk.cast.carla, NOW) if run.reference in one.sentence]


def test_the_run_asks_the_same_of_a_letter_as_a_delivery_does(desk):
    assert not letter_delivery.may_record_delivery(desk.cast.carla, desk.letters[0], NOW)
    assert not post_runs.may_close(desk.cast.carla, run_of(desk), NOW)
