"""What letters/README.md says of the code is so: each call it shows can be made, each letter has the facts it names."""

import inspect
import re
from importlib import import_module
from pkgutil import walk_packages

import letterpress
from letterpress.make import facts, render, sources
from letterpress.samples.samples import LETTERS

ENGINE = {one.name.rpartition(".")[2]: one.name for one in walk_packages(letterpress.__path__, "letterpress.")}
README = (sources.HOME / "README.md").read_text()
CALL = re.compile(r"`(\w+)\.(\w+)\(([^`]*)\)`")
ROW = re.compile(r"^\| (`\w+/\w+`.*?) \| (`\w+`.*?) \|", re.MULTILINE)


def given(arguments):
    """The arguments of a call as the README shows them: how many by place, and those by name."""
    parts = [one.strip() for one in arguments.split(",") if one.strip()]
    by_name = [one.partition("=")[0] for one in parts if "=" in one]
    return [None] * (len(parts) - len(by_name)), dict.fromkeys(by_name)


def test_each_call_that_is_shown_can_be_made():
    shown = CALL.findall(README)
    assert len(shown) >= 5
    for module, name, arguments in shown:
        called = getattr(import_module(ENGINE[module]), name)
        places, names = given(arguments)
        if inspect.isfunction(called):
            inspect.signature(called).bind(*places, **names)


def test_each_letter_is_listed_with_its_facts():
    listed = {}
    for names, shapes in ROW.findall(README):
        names, shapes = re.findall(r"`([^`]+)`", names), re.findall(r"`([^`]+)`", shapes)
        shapes *= len(names) if len(shapes) == 1 else 1
        listed |= dict(zip(names, shapes, strict=True))
    assert listed == {name: facts.SHAPES[render.template_info(name).facts].__name__ for name in LETTERS}
