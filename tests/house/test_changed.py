"""`make check` finds the tests of a file by its folder or by its name."""

from pathlib import Path

import pytest

from scripts.changed import tests_of


@pytest.fixture
def tree(tmp_path):
    files = (
        "tests/policy/restrictions/test_rules.py",
        "tests/policy/correspondence/test_deemed_receipt.py",
        "tests/views/restrictions/test_restrictions.py",
        "tests/policy/test_today.py",
        "tests/letterpress/test_braille.py",
    )
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        ("policy/restrictions/letter.py", ["tests/policy/restrictions", "tests/views/restrictions"]),
        ("policy/restrictions/ending.py", ["tests/policy/restrictions", "tests/views/restrictions"]),
        ("policy/today.py", ["tests/policy/test_today.py"]),
        ("templates/restrictions/show.html", ["tests/views/restrictions"]),
        ("views/post/pages.py", []),
        ("letterpress/formats/braille.py", ["tests/letterpress/test_braille.py"]),
        ("tests/policy/correspondence/test_deemed_receipt.py", ["tests/policy/correspondence/test_deemed_receipt.py"]),
        ("tests/policy/test_gone.py", []),
        ("migrations/005.py", ["tests/migrations", "tests/policy/core/test_audit.py"]),
        ("static/css/print.css", []),
    ],
)
def test_the_tests_of_a_file(tree, changed, tests):
    assert [str(one) for one in tests_of(Path(changed), tree)] == tests
