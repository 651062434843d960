"""A deed has a view, which is one call of respond.deed; the name of a template is written out, to be searched for."""

import ast
import re
from pathlib import Path

from policy import actions
from tests.house.test_one_deed import known_as, meant
from tests.house.trees import files, module, tree

ROOT = Path(__file__).parents[2]
VIEWS = sorted((ROOT / "views").glob("**/*.py"))
TEMPLATES = ROOT / "templates"
ELSEWHERE = {
    "frame/respond.deed": "the one place",
    "reviews/pages._typed_letter": "no deed: a letter is not shown while what was typed cannot be read",
    "restrictions/ending.tell": "puts what is wrong with a name beside the field it was written in",
}


def _catching(tree: ast.Module) -> set[str]:
    """The functions of a module, by the outermost's name, that catch Refused or Invalid."""
    return {
        function.name
        for function in tree.body
        if isinstance(function, ast.FunctionDef)
        for one in ast.walk(function)
        if isinstance(one, ast.ExceptHandler) and one.type is not None
        for name in ast.walk(one.type)
        if isinstance(name, ast.Name) and name.id in ("Refused", "Invalid")
    }


def test_no_view_catches_what_a_deed_says():
    rooms = {file.relative_to(ROOT / "views").with_suffix(""): ast.parse(file.read_text()) for file in VIEWS}
    found = {f"{room}.{name}" for room, tree in rooms.items() for name in _catching(tree)}
    assert found == set(ELSEWHERE)


def test_every_template_is_named_where_it_is_used_and_is_there():
    sources = [*VIEWS, *TEMPLATES.glob("**/*.html"), *(ROOT / "letterpress").glob("**/*.py"), ROOT / "app.py"]
    text = "\n".join(file.read_text() for file in sources)
    there = {str(file.relative_to(TEMPLATES)) for file in TEMPLATES.glob("**/*.html")}
    named = set(re.findall(r'"(\w+/[\w/]+\.html)"', text))
    assert (there - named, named - there) == (set(), set())


ANOTHER_WAY = {"change_marker": "its page saves what was proposed already through propose as well"}


def test_every_deed_is_done_by_a_view():
    named: set[str] = set()
    for path in files("views/**/*.py", "commands.py"):
        here, known = module(path), known_as(tree(path))
        named |= {meant(one, here, known) for one in ast.walk(tree(path)) if isinstance(one, ast.Attribute)}
    left = {one.name for one in actions.ACTIONS.values() if f"{one.deed.__module__}.{one.deed.__name__}" not in named}
    assert left == ANOTHER_WAY.keys()
