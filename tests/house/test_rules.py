"""Every rule of the register is asked, and has a test that carries its id in its name: `test_g4_…`, `test_g32_…`."""

import ast
import re

from policy.rulebook.rules import RULES
from tests.house.trees import files, tree

HELD_OTHERWISE = {
    "G30": "a decision keeps the numbers it was made under",
    "G45": "whoever logs what happened may take an appeal, by any way there is",
    "G64": "the tables refuse to change what was first told",
}
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


def asked() -> set[str]:
    """Every text of the policy that may be the id of a rule, outside the rulebook itself."""
    texts = {
        node.value
        for path in files("policy/**/*.py")
        if path.parent.name != "rulebook"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in texts if re.fullmatch(r"[A-Z]\d{1,3}", text)}


def test_every_rule_that_is_asked_is_there():
    assert sorted(asked() - set(RULES)) == []


def test_every_rule_that_stops_is_asked():
    """What happens by itself (A) is asked by nobody."""
    stops = {rule.id for rule in RULES.values() if rule.kind != "A"}
    assert stops - asked() == HELD_OTHERWISE.keys()
