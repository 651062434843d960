"""What letters/README.md says of the code is so: each call it shows can be made."""

import inspect
import re
from importlib import import_module
from pkgutil import walk_packages

import letterpress
from letterpress.make import sources

ENGINE = {one.name.rpartition(".")[2]: one.name for one in walk_packages(letterpress.__path__, "letterpress.")}
README = (sources.HOME / "README.md").read_text()
CALL = re.compile(r"`(\w+)\.(\w+)\(([^`]*)\)`")


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
