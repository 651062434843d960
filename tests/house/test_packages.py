"""The lists of exact versions hold what the lists of wishes ask for and what that needs, and nothing else."""

import re
import subprocess
import sys
from importlib.metadata import requires, version

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.trees import ROOT

LISTS = ("requirements", "requirements-demo", "requirements-dev")
LEFT_OUT = {"django", "asgiref"}  # asked for by django-htmx, of which only the copy of htmx is used
# The oldest Python that is asked for: what uv was told in the Makefile.
PINNED_FOR = {"python_version": "3.11", "python_full_version": "3.11.0", "sys_platform": "linux", "os_name": "posix"}


def wishes(name: str) -> list[Requirement]:
    """What the list asks for itself, and through the lists it names."""
    asked = []
    for line in (ROOT / f"{name}.in").read_text().splitlines():
        wish = line.partition("#")[0].strip()
        if wish.startswith("-r "):
            asked += wishes(wish[3:].removesuffix(".in"))
        elif wish:
            asked.append(Requirement(wish))
    return asked


def pins(name: str) -> dict[str, str]:
    lines = (ROOT / f"{name}.txt").read_text().splitlines()
    return dict(line.split("==") for line in lines if not line.startswith("#"))


def needed(of: str) -> dict[str, str]:
    """What is installed of the wishes and of everything they need, by name."""
    waiting, seen, found = wishes(of), set(), {}
    while waiting:
        wish = waiting.pop()
        package = canonicalize_name(wish.name)
        if package in LEFT_OUT or (package, frozenset(wish.extras)) in seen:
            continue
        seen.add((package, frozenset(wish.extras)))
        found[package] = version(package)
        for line in requires(package) or []:
            further, extras = Requirement(line), ("", *wish.extras)
            if not further.marker or any(further.marker.evaluate(PINNED_FOR | {"extra": name}) for name in extras):
                waiting.append(further)
    return found


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_versions_is_what_is_asked_for(name):
    assert pins(name) == needed(name)


@pytest.mark.parametrize("name", LISTS)
def test_every_wish_has_its_reason(name):
    lines = (ROOT / f"{name}.in").read_text().splitlines()
    assert [line for line in lines if re.match(r"\w", line) and not re.search(r" # \w", line)] == []


def test_one_package_has_one_version_in_all_lists():
    every, demonstration, development = (pins(name).items() for name in LISTS)
    assert every <= demonstration <= development


def test_production_starts_without_what_only_the_demonstration_needs():
    only = pins("requirements-demo").keys() - pins("requirements").keys()
    assert only == {"faker"}
    without = f"import sys; sys.modules |= dict.fromkeys({sorted(only)!r}); import serve"
    done = subprocess.run([sys.executable, "-c", without], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
