"""Imports run one way (app, views, policy, models; letters stands alone), and only views and commands ask the time."""

import ast

import pytest

from tests.house.trees import OURS, files, imports, module, named, tree

# What each part may import of ours, and nothing else of ours.
MAY_IMPORT = {
    "models": set(),
    "letters": {"letters"},
    "policy": {"models", "policy", "letters"},
    "config": set(),
    "views": {"models", "policy", "letters", "views"},
    "commands": {"letters", "models", "policy"},
    "app": {"commands", "config", "letters", "models", "policy", "views"},
    "demo": {"demo", "letters", "models", "policy"},
    "serve": {"app", "config", "demo", "models", "policy"},
}
WEB = {"flask", "flask_compress", "flask_login", "flask_wtf", "htmx_flask", "werkzeug", "wtforms", "waitress"}
NO_WEB = ("models", "policy", "letters", "demo")
# Inside policy/ these know no noun and any noun may use them; actions.py and today.py alone know every noun.
SHARED = {
    "aftercare", "answers", "apart", "appeal_letters", "appealed", "arranged", "cells", "clauses", "clock",
    "comparable", "contact_words", "cover", "decided", "due", "enclosures", "files", "involved", "kept", "letterhead",
    "letters", "life", "own_words", "post", "prints",
    "marker_checks", "marker_letters", "measures", "numbers", "police", "precautions", "record",
    "restriction_grounds", "restriction_letter", "review_letters", "review_period", "riddor", "rules",
    "serious", "side_letter_facts", "served", "spoken", "told", "typed", "uploads", "weighing",
}  # fmt: skip
KNOWS_ALL = {"actions", "today"}


def of(part: str) -> list:
    return files(f"{part}.py", f"{part}/**/*.py")


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_imports_run_one_way(part):
    wrong = [
        f"{named(path)} imports {name}"
        for path in of(part)
        for name in imports(path)
        if name.split(".")[0] in OURS and name.split(".")[0] not in MAY_IMPORT[part]
    ]
    assert wrong == []


@pytest.mark.parametrize("part", NO_WEB)
def test_the_web_stays_outside(part):
    used = [(path, name.split(".")[0]) for path in of(part) for name in imports(path)]
    assert [f"{named(path)} imports {name}" for path, name in used if name in WEB] == []


def test_models_use_peewee_and_the_standard_library_only():
    import sys

    known = set(sys.stdlib_module_names) | {"peewee", "playhouse"}
    wrong = [name for path in of("models") for name in imports(path) if name.split(".")[0] not in known]
    assert wrong == []


def test_no_noun_of_the_policy_imports_another():
    wrong = [
        f"{named(path)} imports {name}"
        for path in of("policy")
        if module(path).split(".")[-1] not in KNOWS_ALL
        for name in imports(path)
        if name.startswith("policy.") and name.split(".")[1] not in SHARED and name != module(path)
    ]
    assert wrong == []


def test_what_the_nouns_share_knows_no_noun():
    missing = [name for name in SHARED if not files(f"policy/{name}.py")]
    assert missing == []


def _asks_the_time(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    asked = node.func.attr
    return asked in ("now", "utcnow") or (asked == "today" and not node.args) or (asked == "time" and not node.args)


def test_only_views_and_commands_ask_the_time():
    wrong = [
        f"{named(path)}:{node.lineno}"
        for path in [*of("policy"), *of("models"), *of("letters"), *of("demo")]
        if module(path) != "policy.core.clock"
        for node in ast.walk(tree(path))
        if _asks_the_time(node) and not _is_a_value(node)
    ]
    assert wrong == []


def _is_a_value(node: ast.Call) -> bool:
    """`moment.time()` is a part of a moment; `time.time()` asks the clock."""
    asked = node.func
    return asked.attr == "time" and not (isinstance(asked.value, ast.Name) and asked.value.id == "time")


def test_nobody_imports_the_application_but_what_starts_it():
    wrong = [
        named(path)
        for part in MAY_IMPORT
        for path in of(part)
        if "app" in imports(path) and part not in ("app", "serve")
    ]
    assert wrong == []


def test_only_respond_reads_the_headers_of_htmx():
    wrong = [
        f"{named(path)}:{node.lineno}"
        for path in files("views/**/*.py", "app.py")
        if module(path) != "views.frame.respond"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.upper().startswith("HX-")
    ]
    assert wrong == []


def test_every_module_says_what_lives_in_it():
    silent = [named(path) for part in MAY_IMPORT for path in of(part) if not ast.get_docstring(tree(path))]
    assert silent == []
