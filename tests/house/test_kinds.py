"""The kinds of restriction: each has every part, nothing else tells them apart, and a new one takes six files.

A kind that nobody knew is added to a copy of the project and goes from the warning to its end (added_kind/).
"""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, get_args

import pytest

from letterpress.make import facts, kinds, sources
from letterpress.make.errors import UnknownKind as NoParagraph
from models import Restriction, RestrictionTerm, User
from policy import measures
from policy.appeals import hearing as appeal_hearing
from policy.considerations import comparable_cases
from policy.contacts import check as contact_check
from policy.core.validation import Check, Invalid
from policy.customers import summary as file_summary
from policy.measures import bearing
from policy.measures.kind import Kind
from policy.restrictions import arrangement, notifications
from policy.reviews import decision as review_decision
from policy.reviews import letters as review_letters
from policy.staff import cover
from tests.house.trees import ROOT, files, named, tree
from tests.policy.contacts.test_check import ENDS, STARTS, at
from views.restrictions import measure_forms

MEASURES, FORMS = Path(measures.__file__).parent, Path(measure_forms.__file__)
FEWEST = 6
KEYS = list(measures.KINDS)
LANDLORD = {"telephone": "0191 496 0100", "address": "1 High Street", "email": "a@b.example", "website": "b.example"}
REACHED = {"job_title": "Officer", "telephone": "0191 496 0101", "email": "officer@karbon.example"}
OFFICERS = User(id=1, name="Omar Officer", **REACHED), User(id=2, name="Olive Officer", **REACHED)


def term(kind: str) -> RestrictionTerm:
    """A measure that holds something in every column."""
    return RestrictionTerm(
        kind=kind, restriction=1, channels=["letter"], slots=[{"days": [1], "from": "10:00", "until": "12:00"}],
        officer=OFFICERS[0], deputy=OFFICERS[1], definition="What could harm somebody", examples="a leak",
        place="the Wallsend office", instead="Ring us.",
    )  # fmt: skip


# --- Every kind has every part ---


def test_the_register_is_a_ladder():
    assert [kind.key for kind in measures.KINDS.values()] == KEYS
    assert [kind.rung for kind in measures.KINDS.values()] == list(range(1, len(KEYS) + 1))
    details = [name for kind in measures.KINDS.values() for name in kind.detail]
    assert len(details) == len(set(details)), "a form has one field of a name"


@pytest.mark.parametrize("kind", measures.KINDS.values(), ids=KEYS)
def test_a_kind_has_every_part(kind: Kind):
    one = term(kind.key)
    detail = {"channels": ["letter"], "place": "the Wallsend office"}
    said = [kind.label, kind.hint, kind.for_file(one), kind.for_check(one, None), kind.for_customer(one)]
    said += [kind.when_over(one), kind.as_warned({name: detail[name] for name in kind.detail})]
    assert all(words.strip() and "{" not in words for words in said) and len(set(said)) == len(said)
    assert isinstance(kind.bearing(one), get_args(bearing.Bearing))
    columns = kind.checked(Check({}), {})
    assert columns and columns.keys() <= RestrictionTerm._meta.fields.keys()
    assert measure_forms.form_for(kind.key).__doc__


@pytest.mark.parametrize("kind", KEYS)
def test_a_kind_has_a_paragraph_in_each_language_made_from_its_facts(kind: str):
    made = measures.as_told(term(kind), {"reply_days": 5}, LANDLORD | {"name": "Us"})
    facts._check(made, facts.Term, "term")
    facts._check(kinds.sample(kind), facts.Term, "sample")
    assert made["limits_contact"] == kinds.sample(kind)["limits_contact"] == measures.of_key(kind).limits_contact
    for language in sources.languages():
        assert kinds.front(kind, language)["must_say"], language


def test_letters_know_the_kinds_of_the_policy():
    assert set(kinds.names()) == set(KEYS)


# --- Nothing else tells them apart ---

AMONG = "|".join(KEYS)
COMPARED = re.compile(rf"""(==|!=|\bin) ?["'([{{]+({AMONG})["']|equalto["'], ["']({AMONG})["']""")


def test_no_other_file_compares_a_kind():
    places = ("policy/**/*.py", "views/**/*.py", "letterpress/**/*.py", "letters/**/*.md", "letters/**/*.toml",
              "templates/**/*.html")  # fmt: skip
    found = [
        f"{named(path)}:{number}"
        for path in files(*places)
        if path.parent != MEASURES
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if COMPARED.search(line)
    ]
    assert found == []


OWN_WORDS = {key for key in KEYS if "_" in key}  # "channels" and "access" are words of other things too
NAMES_THEM = (named(FORMS), "letterpress/samples/facts/")  # registers a form by its kind; examples of letters


def test_no_other_file_names_a_kind():
    found = [
        f"{named(path)}:{node.lineno} {node.value}"
        for path in files("policy/**/*.py", "views/**/*.py", "letterpress/**/*.py", "app.py", "models.py")
        if path.parent != MEASURES and not named(path).startswith(NAMES_THEM)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and node.value in OWN_WORDS
    ]
    assert found == []


# --- An unknown kind is an error, wherever it comes in ---

NOBODY = "banishment"


def standing() -> arrangement.Standing:
    row = Restriction(id=1, customer=1, in_force_from=STARTS, ends_on=ENDS)
    return arrangement.Standing((row,), (term(NOBODY),), frozenset(), cover.Known())


ENTRIES: dict[str, Callable[[], Any]] = {
    "of_key": lambda: measures.of_key(NOBODY),
    "kind_of": lambda: measures.kind_of(term(NOBODY)),
    "rung": lambda: measures.rung(NOBODY),
    "mildest first": lambda: measures.mildest_first([term(NOBODY)]),
    "milder left out": lambda: measures.milder_left_out([term(NOBODY)]),
    "sound": lambda: list(measures.sound(SimpleNamespace(why_not_milder={}), [term(NOBODY)])),  # type: ignore[arg-type]
    "clashes": lambda: measures.clashes([], term(NOBODY)),
    "narrower": lambda: measures.is_narrower(term(NOBODY), term(NOBODY)),
    "letter": lambda: measures.as_told(term(NOBODY), {"reply_days": 5}, LANDLORD),
    "file": lambda: file_summary.term_words(term(NOBODY)),
    "beside the contact check": lambda: arrangement.measure_words(term(NOBODY)),
    "contact check": lambda: contact_check.check(contact_check.Asked(at()), standing()),
    "ways left": lambda: arrangement.ways_left(standing(), standing().restrictions),
    "measures of a restriction": lambda: standing().measures(standing().restrictions[0]),
    "review letter": lambda: review_letters.in_brief(term(NOBODY)),
    "review": lambda: list(review_decision._no_harsher([term(NOBODY)], [term(NOBODY)])),
    "appeal": lambda: appeal_hearing._stricter(term(NOBODY), [term(NOBODY)]),
    "systems": lambda: notifications._systems([term(NOBODY)]),
    "comparable cases": lambda: comparable_cases.Case(6, {NOBODY}).rung,
    "form": lambda: measure_forms.form_for(NOBODY),
}


@pytest.mark.parametrize("entry", ENTRIES.values(), ids=ENTRIES)
def test_an_unregistered_kind_is_an_error(entry: Callable[[], Any]):
    with pytest.raises(measures.UnknownKind, match=NOBODY):
        entry()


def test_an_unregistered_kind_that_is_typed_is_asked_again():
    with pytest.raises(Invalid, match="kind"):
        measures.checked_term(NOBODY, {})


def test_a_kind_without_a_paragraph_or_a_form_is_an_error(monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(NoParagraph, match=NOBODY):
        kinds.paragraph(NOBODY)
    with pytest.raises(NoParagraph, match=NOBODY):
        facts._check({"kind": NOBODY}, facts.Term, "terms[0]")
    monkeypatch.delitem(measure_forms.FORMS, KEYS[0])
    with pytest.raises(measure_forms.NoForm, match=KEYS[0]):
        measure_forms.form_for(KEYS[0])


# --- A new kind ---

NOT_NEEDED = ("tests/browser", "tests/replays", "tests/machine", "tests/year", "tests/migrations", "tests/demo")
ADDED = Path(__file__).parent / "added_kind"
WALK = ROOT / "tests" / "views" / "added_kind.py"


def _paragraph(language: str) -> Path:
    return sources.HOME / language / kinds.PARTS / "two_colleagues.md"


# Each file that is written or changed to add a kind, and where it goes: into a file that is there, at its end.
PLACES = {
    "kind.py": MEASURES / "two_colleagues.py",
    **{f"{language}.md": _paragraph(language) for language in sources.languages()},
    "form.txt": FORMS,
    "walk.py": WALK,
}


def test_a_new_kind_takes_six_files():
    assert {path.name for path in ADDED.iterdir() if path.is_file()} == PLACES.keys()
    assert len(PLACES) <= FEWEST


def test_a_new_kind_goes_from_the_warning_to_its_end(tmp_path: Path):
    """In a copy of the project, over the pages that people use."""
    ours = "policy views letters letterpress tables templates static migrations demo tests"
    for part in ours.split():
        shutil.copytree(ROOT / part, tmp_path / part, ignore=_left_out)
    for path in (*ROOT.glob("*.py"), ROOT / "pyproject.toml"):
        shutil.copy(path, tmp_path)
    for name, place in PLACES.items():
        there = tmp_path / place.relative_to(ROOT)
        before = f"{there.read_text()}\n\n" if there.exists() else ""
        there.write_text(before + (ADDED / name).read_text())
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", WALK.relative_to(ROOT)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0 and re.search(r"\d+ passed", run.stdout), run.stdout + run.stderr


def _left_out(folder: str, names: list[str]) -> set[str]:
    home = Path(folder).relative_to(ROOT).as_posix()
    return {one for one in names if one == "__pycache__" or f"{home}/{one}" in NOT_NEEDED}
