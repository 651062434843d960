"""Every rule of the register has a test that carries its id in its name: `test_g4_…`, `test_g32_…`."""

import ast
import re

from policy.rulebook.rules import RULES
from tests.house.trees import files, tree

ID = re.compile(r"(?:^|_)([a-z])0*(\d+)(?=_|$)")


def with_a_test() -> set[str]:
    """The ids of the rules that are named by a test."""
    found: set[str] = set()
    for path in files("tests/**/test_*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                found |= {f"{letter.upper()}{number}" for letter, number in ID.findall(node.name.lower())}
    return found


def test_every_rule_has_a_test_of_its_name():
    missing = sorted(set(RULES) - with_a_test(), key=lambda rule: (rule[0], int(rule[1:])))
    assert not missing, f"Write a test named after each of these rules (test_{missing[0].lower()}_…): {missing}"


def test_no_test_is_named_after_a_rule_that_is_not_there():
    letters = {rule[0] for rule in RULES}
    unknown = sorted(rule for rule in with_a_test() - set(RULES) if rule[0] in letters)
    assert not unknown, f"These rules are not in policy/rulebook/rules.py: {unknown}"
