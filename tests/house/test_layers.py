"""Only views and commands ask the time, nobody imports the application, and every module says what lives in it."""

import ast

from tests.house.trees import files, imports, module, named, tree

# The floors of the house are held by import-linter (.importlinter); what it cannot see is held here.
PARTS = ("models", "tables", "letterpress", "policy", "config", "views", "commands", "app", "demo", "serve")


def of(part: str) -> list:
    return files(f"{part}.py", f"{part}/**/*.py")


def test_models_use_peewee_and_the_standard_library_only():
    import sys

    known = set(sys.stdlib_module_names) | {"peewee", "playhouse", "tables"}
    used = [name for path in [*of("models"), *of("tables")] for name in imports(path)]
    wrong = [name for name in used if name.split(".")[0] not in known]
    assert wrong == []


def _asks_the_time(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    asked = node.func.attr
    return asked in ("now", "utcnow") or (asked == "today" and not node.args) or (asked == "time" and not node.args)


def test_only_views_and_commands_ask_the_time():
    wrong = [
        f"{named(path)}:{node.lineno}"
        for path in [*of("policy"), *of("models"), *of("tables"), *of("letterpress"), *of("demo")]
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
        named(path) for part in PARTS for path in of(part) if "app" in imports(path) and part not in ("app", "serve")
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


ASKS = ("select", "get_or_none", "get_by_id", "where", "rows_of", "rows_among", "execute_sql")


def test_no_page_asks_the_database_itself():
    wrong = [
        f"{named(path)}:{node.lineno}"
        for path in of("views")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ASKS
    ]
    assert wrong == []


def test_every_module_says_what_lives_in_it():
    silent = [named(path) for part in PARTS for path in of(part) if not ast.get_docstring(tree(path))]
    assert silent == []
