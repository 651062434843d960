"""What a letter, a rule, an action and a field take: few files, the rest follows, and a piece left out is named.

Each is invented and written into a copy of the project, whose pages are then tried (added_places/). There a piece is
opened by `=== path`: the end of a file, `<<<` before the line that holds some words, `>>>` right after some words.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.house.trees import ROOT

ADDED = Path(__file__).parent / "added_places"
FEWEST = {"letter": 5, "rule": 3, "action": 6, "field": 5}
WITH_THEIR_TEST = ("rule", "action")  # a letter and a field are counted without
OURS = (
    "policy",
    "views",
    "letters",
    "letterpress",
    "tables",
    "templates",
    "static",
    "migrations",
    "demo",
    "scripts",
    "tests",
)
NOT_NEEDED = shutil.ignore_patterns("__pycache__", "browser", "replays", "machine", "year")


class Piece(NamedTuple):
    """Some words of a row, and where they go."""

    path: str
    way: str
    at: str
    words: str

    def put_into(self, text: str) -> str:
        """The file with the piece in it."""
        if not self.way:
            return f"{text}\n\n{self.words}\n" if text else f"{self.words}\n"
        assert text.count(self.at) == 1, f"{self.path} has no one place with {self.at!r} any more"
        if self.way == ">>>":
            return text.replace(self.at, f"{self.at}{self.words}")
        start = text.rindex("\n", 0, text.index(self.at)) + 1
        return f"{text[:start]}{self.words}\n{text[start:]}"


HEAD = re.compile(r"^=== (\S+)(?: (<<<|>>>) (.+))?\n", re.MULTILINE)


def pieces(row: str) -> list[Piece]:
    """The pieces of one row, in their order."""
    _, *parts = HEAD.split((ADDED / f"{row}.txt").read_text())
    found = zip(*(parts[start::4] for start in range(4)), strict=True)
    return [Piece(path, way or "", at or "", words.removesuffix("\n")) for path, way, at, words in found]


def write(home: Path, but: Collection[tuple[str, str]] = ()) -> None:
    """The files of every row in the copy, but the pieces of these files of these rows."""
    of_file: dict[str, list[Piece]] = {}
    for row in FEWEST:
        for one in pieces(row):
            of_file.setdefault(one.path, []).extend([one] * ((row, one.path) not in but))
    for path, these in of_file.items():
        text = (ROOT / path).read_text() if (ROOT / path).exists() else ""
        for one in these:
            text = one.put_into(text)
        file = home / path
        if not text:
            file.unlink(missing_ok=True)
        elif not file.exists() or file.read_text() != text:
            file.write_text(text)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the project with every row in it."""
    folder = tmp_path_factory.mktemp("copy")
    for part in OURS:
        shutil.copytree(ROOT / part, folder / part, ignore=NOT_NEEDED)
    for path in (*ROOT.glob("*.py"), ROOT / "pyproject.toml", ROOT / "CHANGELOG.md"):
        shutil.copy(path, folder)
    write(folder)
    yield folder
    shutil.rmtree(folder)


def run(home: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    quietly = ("-m", "pytest", "-q", "-p", "no:cacheprovider")
    ours = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_XDIST")}
    alone = ours | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return subprocess.run(
        [sys.executable, *quietly, *tests], cwd=home, env=alone, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(("row", "most"), FEWEST.items())
def test_each_takes_few_files(row: str, most: int):
    written = {one.path for one in pieces(row)}
    tests = {path for path in written if path.startswith("tests/") and "/test_" in path}
    assert len(tests) == 1
    assert len(written if row in WITH_THEIR_TEST else written - tests) <= most


def test_what_should_follow_follows(home: Path):
    tests = [one.path for row in FEWEST for one in pieces(row) if "/test_added_" in one.path]
    done = run(home, *tests)
    assert done.returncode == 0 and re.search(r"\d+ passed", done.stdout), done.stdout + done.stderr


# --- What is left out is named ---

SENTENCES = "house/test_events.py::test_every_event_has_a_sentence_and_every_sentence_tells_an_event"
SAMPLES = "letterpress/test_render.py::test_every_letter_has_a_sample"
# The row and its file that is left out, the check that fails, and the words it fails with. What no other asks is left
# out together, since a run takes its time; without the shape of its facts nothing can be read at all.
LEFT_OUT = {
    "what begins it": (
        ("letter", "letters/en/side_letters/kept_to_it.md", SAMPLES, "kept_to_it"),
        ("rule", "policy/rulebook/rules.py", "house/test_rules.py::test_every_rule_that_is_asked_is_there", "G99"),
        ("action", "policy/customers/customers.py", SENTENCES, "customer_greeted"),
        ("action", "tests/house/addresses.py",
         "house/test_addresses.py::test_every_address_is_in_the_inventory", "customers.greet"),
        ("field", "tables/incidents.py", "house/test_forms.py::test_each_column_of_an_incident_is_checked", "weather"),
    ),
    "what goes with it": (
        ("letter", "letterpress/samples/facts/side_letters.py", SAMPLES, "kept_to_it"),
        ("letter", "policy/history.py", SENTENCES, "thanked"),
        ("rule", "policy/restrictions/grounds.py", "house/test_rules.py::test_every_rule_that_stops_is_asked", "G99"),
        ("action", "policy/history.py", SENTENCES, "customer_greeted"),
        ("action", "templates/customers/greeting.html",
         "house/test_deeds.py::test_every_template_is_named_where_it_is_used_and_is_there", "greeting.html"),
        ("field", "migrations/0002_weather.py",
         "migrations/test_migrations.py::test_the_migrations_make_what_the_models_describe[sqlite]", "{'incident'"),
        ("field", "views/incidents/form.py",
         "house/test_forms.py::test_each_column_of_an_incident_is_asked_and_handed_on", "weather"),
        ("field", "templates/incidents/_facts.html",
         "house/test_forms.py::test_each_column_of_an_incident_is_shown", "weather"),
    ),
    "what does it": (
        ("letter", "policy/other_letters/side_letters.py",
         "house/test_events.py::test_every_letter_is_made_by_the_policy", "kept_to_it"),
        ("rule", "tests/policy/restrictions/test_added_rule.py",
         "house/test_rules.py::test_every_rule_has_a_test_of_its_name", "G99"),
        ("action", "views/customers/customers.py", "house/test_deeds.py::test_every_deed_is_done_by_a_view", "greet"),
        ("field", "policy/incidents/entries.py",
         "house/test_forms.py::test_each_column_of_an_incident_is_checked", "weather"),
    ),
    "the shape of its facts": (("letter", "letterpress/make/facts.py", SENTENCES, "KeyError: 'kept_to_it'"),),
}  # fmt: skip


@pytest.mark.parametrize("these", LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_left_out_is_named(these: tuple[tuple[str, str, str, str], ...], home: Path):
    write(home, {one[:2] for one in these})
    done = run(home, *{f"tests/{check}" for _, _, check, _ in these})
    write(home)
    assert done.returncode, done.stdout
    parts = re.split(r"^(?=_{3,} .* _{3,}$)", done.stdout, flags=re.MULTILINE)
    for row, path, check, named in these:
        name = check.rpartition("::")[2]
        failed = [part for part in parts if name in part.splitlines()[0] or "ERROR collecting" in part]
        assert any(named in part for part in failed), f"{row} without {path}:\n{done.stdout}"


def test_every_file_of_each_is_left_out_once():
    tried = [one[:2] for these in LEFT_OUT.values() for one in these]
    assert len(tried) == len(set(tried))
    assert set(tried) == {
        (row, one.path) for row in FEWEST for one in pieces(row) if "/test_added_" not in one.path or row == "rule"
    }
