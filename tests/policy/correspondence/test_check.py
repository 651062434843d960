"""The letter check: every line of a checklist is a tick or a mark, in the words that refuse the letter."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from letterpress.make.facts import incidents_in
from letterpress.make.render import Rendered, missing, render
from letterpress.make.templates import load
from policy.core import numbers
from policy.correspondence import check as letter_check
from policy.correspondence import fairness
from policy.warnings import letter as warning_letter
from policy.warnings import warnings
from tests import make
from tests.letterpress.samples import LETTERS, sample
from tests.letterpress.test_checklist import LINES, whole, without
from tests.policy.stage import MONDAY, ready_warning

LOOSE = ("G35", "G36", "G37")
"""The samples' passages name days freely, which a real letter may not."""


def checked(letter: Rendered, **more: Any) -> letter_check.LetterCheck:
    return letter_check.of(letter, MONDAY, **more)


def told(check: letter_check.LetterCheck, kind: str) -> list[str]:
    return [mark.words for mark in check.of(kind)]


def warning(**passages: str) -> Rendered:
    facts, written = sample("warnings/issued")
    return render("warnings/issued", facts, written | passages)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every number at its default, and nobody in the database: these letters are samples."""
    defaults = {key: number.default for key, number in numbers.REGISTER.items()}
    monkeypatch.setattr(numbers, "values", lambda now: defaults)
    monkeypatch.setattr(fairness, "_names_in", lambda text, incidents, facts: [])


# --- What it says ---


def test_g37_every_line_of_every_checklist_is_ticked(settled: None) -> None:
    for name in sorted(LETTERS):
        letter = whole(name)
        check = checked(letter)
        ticked = told(check, "said")
        for line in load(name).must_say:
            always = not line.each and (line.needs or any(words and "{%" not in words for words in line.words))
            words = line.what[:1].upper() + line.what[1:]
            assert words in ticked or not always, f"{name}: {words}"
        assert not missing(letter) and not [mark for mark in check.of("missing") if mark.rule not in LOOSE], name


def test_g37_what_is_taken_out_is_marked_in_the_words_of_the_refusal(settled: None) -> None:
    done: dict[str, int] = {}
    for name, _, words, line in LINES:
        done[name] = done.get(name, 0) + 1
        if done[name] % 9 == 1:
            cut = replace(whole(name), html=without(whole(name).html, words))
            marks = told(checked(cut), "missing")
            assert any(line in mark for mark in marks), (name, words)
            assert [mark for mark in missing(cut) if mark not in marks] == []


def test_g2_each_incident_has_its_own_ticks_and_marks(settled: None) -> None:
    check = checked(warning())
    assert {"INC-311", "INC-315"} <= set(check.groups)
    said = {mark.words for mark in check.groups["INC-311"]}
    assert {"The day of an incident", "What was said or done in an incident"} <= said
    cut = replace(warning(), html=without(warning().html, "I know where you lot park"))
    (mark,) = [mark for mark in checked(cut).of("missing") if mark.item]
    assert mark.item == "INC-311" and mark.remedy == fairness.FILL_IN


def test_a_gap_is_marked_and_ticked_once_filled(settled: None) -> None:
    check = checked(warning(effect=""))
    assert any("Why this matters" in words for words in told(check, "missing"))
    assert "Nothing is left to be filled in" not in told(check, "said")
    assert "Nothing is left to be filled in" in told(checked(warning()), "said")


def test_a_tick_says_where_it_stands_and_on_what(settled: None) -> None:
    marks = {mark.words: mark for mark in checked(warning()).of("said")}
    assert marks["Another form or language for this letter"].clause == "4.11"
    assert marks["How to contact the Ombudsman"].rule == "G34"
    assert marks["Why it matters and the effect it had"].where == "under “Why this matters”"


# --- What it may not say ---


def test_g36_g37_labels_and_loose_dates_are_marked_where_they_stand(settled: None) -> None:
    check = checked(warning(effect="He is vexatious, and was so on 3 May 1999 at 4.15 pm."))
    found = {mark.rule: mark for mark in check.of("missing") if mark.rule in LOOSE}
    assert "vexatious" in found["G36"].words and found["G36"].where == "in your words, “Why this matters”"
    assert found["G37"].remedy
    assert letter_check.FAIR["G36"] not in told(check, "said")
    assert letter_check.FAIR["G36"] in told(checked(warning()), "said")


def test_g37_a_day_of_an_incident_it_relies_on_or_that_is_allowed_is_no_loose_date(settled: None) -> None:
    said = warning(effect="It was so on 3 May 1999.", our_part="", underlying="")
    allowed = [dt.date(1999, 5, 3)]
    assert any("1999" in words for words in told(checked(said), "missing"))
    assert not any("1999" in words for words in told(checked(said, allowed=allowed), "missing"))


def test_g35_the_check_and_the_refusal_name_the_same(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    cited = [make.incident(cast.carla, whose, staff=[(cast.carla, "target")])]
    for effect in ("Afterwards Contact had to stop work.", "Then Omar Officer rang, on 1 May 1999.", "It hurt."):
        draft = ready_warning(cast, whose, cited, effect=effect)
        refused = {one.sentence for one in warnings.may_issue(cast.mark, draft, MONDAY).reasons}
        marks = {mark.words for mark in checked(warning_letter.rendered(draft, cast.mark, MONDAY)).of("missing")}
        assert marks == refused, effect


# --- How it reads ---


def test_reading_age_and_length_advise_and_stop_nothing(sqlite_db: Any, cast: Any) -> None:
    long = "Notwithstanding considerations of proportionality, unacceptable correspondence necessitates restriction. "
    hard = warning(effect=long * 60)
    check = checked(hard)
    assert [mark.kind for mark in check.marks if "reads at an age" in mark.words] == ["mind"]
    numbers.set_value(cast.ada, "letter_words", 600, MONDAY)
    assert any("Up to 600 is advised" in words for words in told(checked(hard), "mind"))
    assert not [mark for mark in check.of("missing") if mark.rule not in LOOSE] and missing(hard) == []
    assert check.hardest[0].words.startswith("Notwithstanding")
    assert check.hardest[0].where == "in your words, “Why this matters”"


def test_pages_are_estimated_only_for_formats_that_were_counted(settled: None) -> None:
    check = checked(warning())
    assert check.pages == -(-check.length // 300)
    assert checked(replace(warning(), format="audio")).pages is None


def test_g33_it_says_whether_it_is_in_the_language_asked_for(sqlite_db: Any, cast: Any) -> None:
    for language, kind in (("English", "said"), ("Welsh", "mind")):
        whose = make.customer(cast.omar, language=language)
        draft = ready_warning(cast, whose, [make.incident(cast.carla, whose)])
        (mark,) = [
            mark for mark in checked(warning_letter.rendered(draft, cast.mark, MONDAY)).marks if mark.rule == "G33"
        ]
        assert mark.kind == kind and (kind == "said" or "Welsh" in mark.words)


@pytest.mark.parametrize(
    ("name", "keys"),
    [("warnings/issued", ["incidents"]), ("reviews/continued", ["since"]), ("markers/notice", ["happened"])],
)
def test_g35_the_incidents_that_a_letter_prints_are_known_under_whichever_name(name: str, keys: list[str]) -> None:
    facts, _ = sample(name)
    assert incidents_in(facts, load(name).facts) == [one for key in keys for one in facts[key]] != []
