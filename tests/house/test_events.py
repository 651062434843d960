"""Every event is declared by the deed that writes it, and has a sentence of its own; every question has a deed."""

import ast
import re
from collections.abc import Iterator
from types import ModuleType

from letterpress.make import render, templates
from policy import actions, history
from policy.core.register import Action
from policy.rulebook import clauses
from tests.house.calls import reached
from tests.house.trees import ROOT, files, named, tree


def writes(node: ast.AST) -> Iterator[ast.expr]:
    """The first argument of each call of audit.event."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and ast.unparse(one.func) == "audit.event":
            yield one.args[0]


def described(action: Action) -> set[str]:
    """The event in the description that bears this action's name, where several are done by one deed."""
    source = tree(ROOT / f"{action.deed.__module__.replace('.', '/')}.py")
    calls = [{one.arg: one.value for one in node.keywords} for node in ast.walk(source) if isinstance(node, ast.Call)]
    texts = [{name: one.value for name, one in call.items() if isinstance(one, ast.Constant)} for call in calls]
    return {one["event"] for one in texts if one.get("action") == action.name}


def can_write(action: Action, event: str) -> bool:
    """True where the deed, or what it calls, writes this event.

    A name that is handed on is looked for among the texts of those functions; one that is put together must fit; one
    that is read from a description must stand in the action's own.
    """
    there = reached(f"{action.deed.__module__}.{action.deed.__name__}").values()
    texts = {one.value for _, node in there for one in ast.walk(node) if isinstance(one, ast.Constant)}
    for _, node in there:
        for name in writes(node):
            if isinstance(name, ast.Constant):
                fits = name.value == event
            elif isinstance(name, ast.JoinedStr):
                fits = re.fullmatch(_pattern(name), event) is not None
            elif isinstance(name, ast.Attribute):
                fits = {event} == described(action)
            else:
                fits = event in texts or any(
                    re.fullmatch(_pattern(one), event)
                    for _, other in there
                    for one in ast.walk(other)
                    if isinstance(one, ast.JoinedStr) and "_" in _pattern(one)
                )
            if fits:
                return True
    return False


def _pattern(text: ast.JoinedStr) -> str:
    return "".join(re.escape(one.value) if isinstance(one, ast.Constant) else "[a-z]+" for one in text.values)


def declared() -> set[str]:
    """Every event that some deed says it leaves."""
    return {event for one in actions.ACTIONS.values() for event in one.events}


def test_every_event_has_a_sentence_and_every_sentence_tells_an_event():
    assert sorted(declared() - set(history.SENTENCES)) == []
    assert sorted(set(history.SENTENCES) - declared()) == []


def test_every_event_that_is_written_is_declared_by_a_deed():
    names = {name.value for path in files("policy/**/*.py") for name in writes(tree(path)) if _is_text(name)}
    assert names, "No call of audit.event was found: has it another name now?"
    assert sorted(names - declared()) == []


def _is_text(name: ast.expr) -> bool:
    return isinstance(name, ast.Constant)


def test_every_event_that_a_deed_declares_is_written_by_it():
    wrong = [(one.name, event) for one in actions.ACTIONS.values() for event in one.events if not can_write(one, event)]
    assert wrong == []


def test_everything_that_a_deed_writes_is_declared_by_it():
    wrong = [
        (one.name, event)
        for one in actions.ACTIONS.values()
        for _, node in reached(f"{one.deed.__module__}.{one.deed.__name__}").values()
        for name in writes(node)
        for event in ([name.value] if _is_text(name) else described(one) if isinstance(name, ast.Attribute) else [])
        if event not in one.events
    ]
    assert wrong == []


def test_only_the_deeds_write_events():
    outside = [named(path) for path in files("views/**/*.py", "app.py", "models.py") if list(writes(tree(path)))]
    assert outside == []


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
        assert {role for part in (one.gate, *one.gate.also) for role in part.roles} <= set(clauses.ROLES), one.name
        assert not one.letter or render.template_info(one.letter), one.name


def test_every_letter_is_made_by_the_policy():
    texts = {
        one.value for path in files("policy/**/*.py") for one in ast.walk(tree(path)) if isinstance(one, ast.Constant)
    }
    assert sorted(set(templates.names()) - texts) == []
