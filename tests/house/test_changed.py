"""`make check` finds the tests of a file by its folder, by its name, or by who imports it."""

from pathlib import Path

import pytest

from scripts.changed import tests_of


@pytest.fixture
def tree(tmp_path):
    files = {
        "tests/policy/restrictions/test_rules.py": "from policy import measures\n",
        "tests/policy/correspondence/test_deemed_receipt.py": "from policy import (\n    served,\n)\n",
        "tests/policy/customers/test_icon.py": "from policy import (\n    arranged,\n)\n",
        "tests/views/restrictions/test_restrictions.py": "",
        "tests/views/markers/test_form.py": "",
        "tests/letterpress/test_braille.py": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "tests"),
    [
        (
            "policy/restrictions/letter.py",
            ["tests/policy/restrictions/test_rules.py", "tests/views/restrictions/test_restrictions.py"],
        ),
        ("policy/restrictions/arrangement.py", ["tests/policy/customers/test_icon.py"]),
        ("policy/restrictions/measures.py", ["tests/policy/restrictions/test_rules.py"]),
        ("templates/restrictions/show.html", ["tests/views/restrictions/test_restrictions.py"]),
        ("views/markers/form.py", ["tests/views/markers"]),
        ("letterpress/formats/braille.py", ["tests/letterpress/test_braille.py"]),
        ("tests/policy/correspondence/test_deemed_receipt.py", ["tests/policy/correspondence/test_deemed_receipt.py"]),
        ("tests/policy/test_gone.py", []),
        ("migrations/005.py", ["tests/migrations", "tests/policy/core/test_audit.py"]),
        ("static/css/print.css", []),
    ],
)
def test_the_tests_of_a_file(tree, changed, tests):
    assert [str(one) for one in tests_of(Path(changed), tree)] == tests
