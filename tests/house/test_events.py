"""Every event that is written has a sentence of its own, and every sentence tells an event that is written."""

import ast
from collections.abc import Iterator
from types import ModuleType

from letterpress.make import render
from policy import actions, history
from policy.rulebook import clauses
from tests.house.trees import files, module, named, tree

# Where an event's name is put together: what it may come to.
MADE_UP = {
    "policy.customers.customers": {
        "need_ended", "contactway_ended", "supportworker_ended", "representative_ended",
        "need_recorded", "way_recorded", "support_worker_recorded", "representative_recorded",
    },
    "policy.correspondence.delivery": {f"letter_{outcome}" for outcome in clauses.DELIVERIES},
    "policy.incidents.notes": {"incident_triaged", "incident_added_to"},
    "policy.staff.people": {"password_changed", "password_reset"},
}  # fmt: skip


def writes(path) -> Iterator[ast.expr]:
    """The first argument of each call of audit.event in a module."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "audit.event":
            yield node.args[0]


def written() -> dict[str, set[str]]:
    """The names of events by module; a name that is put together stands for all that MADE_UP says of it."""
    found: dict[str, set[str]] = {}
    for path in files("policy/**/*.py"):
        for name in writes(path):
            known = {name.value} if isinstance(name, ast.Constant) else MADE_UP.get(module(path), {f"? {named(path)}"})
            found.setdefault(module(path), set()).update(known)
    return found


def test_every_event_has_a_sentence():
    names = set().union(*written().values())
    assert names, "No call of audit.event was found: has it another name now?"
    assert sorted(names - set(history.SENTENCES)) == []


def test_every_sentence_tells_an_event_that_is_written():
    assert sorted(set(history.SENTENCES) - set().union(*written().values())) == []


def test_only_the_deeds_write_events():
    outside = [named(path) for path in files("views/**/*.py", "app.py", "models.py") if list(writes(path))]
    assert outside == []


def test_every_name_that_is_put_together_is_still_in_its_module():
    for place, names in MADE_UP.items():
        source = next(path.read_text() for path in files("policy/**/*.py") if module(path) == place)
        for name in names:
            start, _, end = name.partition("_")
            assert name in source or f'"{start}_{{' in source or f"}}_{end}" in source, f"{place}: {name}"


def test_every_action_leaves_an_event_that_has_a_sentence():
    assert [one.name for one in actions.ACTIONS.values() if one.event not in history.SENTENCES] == []


def _is_of_policy(value):
    return isinstance(value, ModuleType) and value.__name__.startswith("policy.")


def test_every_question_of_a_noun_is_in_the_register():
    asked = {one.question for one in actions.ACTIONS.values()}
    nouns = [value for value in vars(actions).values() if _is_of_policy(value)]
    questions = {
        value
        for noun in nouns
        for name, value in vars(noun).items()
        if name.startswith("may_") and value.__module__ == noun.__name__
    }
    apart = {"may_try"}  # asked of whoever is at the door, before anybody is signed in
    assert sorted(one.__name__ for one in questions - asked if one.__name__ not in apart) == []


def test_every_clause_role_and_letter_of_the_register_exists():
    for one in actions.ACTIONS.values():
        assert one.clause in clauses.CLAUSES, one.name
        assert set(one.roles) <= set(clauses.ROLES), one.name
        assert not one.letter or render.template_info(one.letter), one.name
