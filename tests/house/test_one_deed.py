"""One request, one deed: a page that says "nothing was saved" may not have done half of it in another transaction.

What counts as a deed is read from policy itself: a function that opens a write transaction, or calls one that does.
The access log is apart: that somebody looked is kept whatever comes of the request (G60).
"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from policy import actions
from tests.house.trees import files, module, named, tree

OPENS = {"holding", "writing"}
LOOPS = (ast.For, ast.While)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
NOT_DEEDS = {"policy.core.audit.seen", "policy.markers.decision.note_deciding"}
WRITES_NOTHING = {"policy.post.runs.make"}  # in the register, but it only starts printing


def functions(source: ast.Module) -> dict[str, ast.FunctionDef]:
    return {one.name: one for one in ast.walk(source) if isinstance(one, ast.FunctionDef)}


def known_as(source: ast.Module) -> dict[str, str]:
    """What a module calls the modules and functions it imports, and what they are."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(source)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def calls(node: ast.AST) -> Iterator[ast.expr]:
    return (one.func for one in ast.walk(node) if isinstance(one, ast.Call))


def meant(said: ast.AST, here: str, known: dict[str, str]) -> str:
    """The dotted name of what is called, in full."""
    name, _, inner = ast.unparse(said).partition(".")
    return f"{known.get(name, f'{here}.{name}')}{f'.{inner}' if inner else ''}"


@cache
def deeds() -> frozenset[str]:
    """Every function of policy that writes in a transaction of its own, by its dotted name."""
    called: dict[str, set[str]] = {}
    for path in files("policy/**/*.py"):
        here, known = module(path), known_as(tree(path))
        for name, body in functions(tree(path)).items():
            called[f"{here}.{name}"] = {meant(one, here, known) for one in calls(body)}
    found = {name for name, used in called.items() if used & {f"models.{one}" for one in OPENS}} - NOT_DEEDS
    while more := {name for name, used in called.items() if used & found} - found - NOT_DEEDS:
        found |= more
    return frozenset(found)


class View:
    """The functions of one module of views, and how many deeds one way through each may come to."""

    def __init__(self, source: ast.Module, here: str) -> None:
        self.here, self.known, self.functions = here, known_as(source), functions(source)

    def faults(self) -> list[str]:
        return [name for name, body in self.functions.items() if self.most(body.body, (name,)) > 1]

    def most(self, body: list[ast.stmt], through: tuple[str, ...]) -> int:
        """The most deeds on any way through these statements; a way that returns does not go on."""
        return max(self._ways(body, through))

    def _ways(self, body: list[ast.stmt], through: tuple[str, ...]) -> tuple[int, int]:
        """The most deeds on the ways that go on after `body`, and on those that end in it."""
        goes_on, ended = 0, 0
        for one in body:
            inner, over = self._of(one, through)
            ended = max(ended, goes_on + over)
            if isinstance(one, (ast.Return, ast.Raise, ast.Continue, ast.Break)):
                return 0, max(ended, goes_on + inner)
            goes_on += inner
        return goes_on, max(goes_on, ended)

    def _of(self, one: ast.stmt, through: tuple[str, ...]) -> tuple[int, int]:
        if isinstance(one, ast.FunctionDef):  # a function inside is counted where it is called
            return 0, 0
        if isinstance(one, ast.If):
            asked = self._said(one.test, through)
            ways = [self._ways(body, through) for body in (one.body, one.orelse)]
            return asked + max(way[0] for way in ways), asked + max(way[1] for way in ways)
        if isinstance(one, ast.Try):
            tried = self._ways([*one.body, *one.orelse, *one.finalbody], through)
            caught = [self._ways(handler.body, through) for handler in one.handlers]
            return max([tried[0], *(way[0] for way in caught)]), max([tried[1], *(way[1] for way in caught)])
        if isinstance(one, ast.With):
            return self._ways(one.body, through)
        if isinstance(one, LOOPS):
            first = self._said(one.iter if isinstance(one, ast.For) else one.test, through)
            again = first + 2 * self.most(one.body, through)
            return again, again
        return self._said(one, through), 0

    def _said(self, node: ast.AST, through: tuple[str, ...]) -> int:
        """Deeds in an expression; what a comprehension does it does again and again, of two choices one is taken."""
        if isinstance(node, ast.IfExp):
            ways = max(self._said(node.body, through), self._said(node.orelse, through))
            return self._said(node.test, through) + ways
        if isinstance(node, COMPREHENSIONS):
            return 2 * sum(self._said(inner, through) for inner in ast.iter_child_nodes(node))
        own = self._call(node.func, through) if isinstance(node, ast.Call) else 0
        return own + sum(self._said(inner, through) for inner in ast.iter_child_nodes(node))

    def _call(self, said: ast.expr, through: tuple[str, ...]) -> int:
        if isinstance(said, ast.Name) and said.id in self.functions and said.id not in through:
            return self.most(self.functions[said.id].body, (*through, said.id))
        return int(meant(said, self.here, self.known) in deeds())


def view(path: Path) -> View:
    return View(tree(path), module(path))


def test_no_view_does_more_than_one_deed():
    found = {named(path): view(path).faults() for path in files("views/**/*.py")}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_every_deed_of_the_register_is_known_as_one():
    registered = {f"{one.deed.__module__}.{one.deed.__name__}" for one in actions.ACTIONS.values()}
    assert len(registered & deeds()) > 60 and "policy.restrictions.notifications.tell" in deeds()
    assert sorted(registered - deeds()) == sorted(WRITES_NOTHING)


PLANTED = {
    "for one in whom:\n    told.tell(one)": True,
    "while whom:\n    told.tell(whom.pop())": True,
    "done = [told.tell(one) for one in whom]": True,
    "told.tell(whom)\nwarnings.issue(whom)": True,
    "for one in whom:\n    inner(one)": True,
    "if whom:\n    told.tell(whom)\nwarnings.issue(whom)": True,
    "try:\n    told.tell(whom)\n    warnings.issue(whom)\nexcept Refused:\n    return None": True,
    "inner(whom)\ninner(whom)": True,
    "told.tell(whom)": False,
    "if whom:\n    return told.tell(whom)\nreturn warnings.issue(whom)": False,
    "if whom:\n    told.tell(whom)\nelse:\n    warnings.issue(whom)": False,
    "return told.tell(whom) if whom else warnings.issue(whom)": False,
    "for one in told.owed(whom):\n    told.may_tell(one)": False,
    "return inner(whom)": False,
}


@pytest.mark.parametrize(("body", "wrong"), PLANTED.items())
def test_two_deeds_are_found_where_they_are_planted(body, wrong):
    lines = "\n    ".join(body.split("\n"))
    start = (
        "from policy.restrictions import notifications as told\nfrom policy.warnings import warnings\n"
        "def inner(one):\n    return told.tell(one)\n"
    )
    assert View(ast.parse(f"{start}def page(whom):\n    {lines}\n"), "views.planted").faults() == ["page"] * wrong
