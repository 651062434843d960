"""The virtual environment makes itself, repairs itself, is left alone when it is right, and says what is missing."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.house.trees import ROOT

TOOLS = ("sh", "basename", "cat", "cmp", "rm", "printf")


@pytest.fixture
def folder(tmp_path):
    """A project with no packages to install, in a folder with a space in its name."""
    place = tmp_path / "even hand"
    (place / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts/environment.sh", place / "scripts")
    (place / "requirements.txt").write_text("")
    return place


def make(folder, **environ):
    return subprocess.run(
        ["sh", "scripts/environment.sh", "requirements.txt"],
        cwd=folder,
        env={**os.environ, "PYTHON": sys.executable, "PIP_NO_INDEX": "1", **environ},
        capture_output=True,
        text=True,
        check=False,
    )


def python_in(folder):
    return subprocess.run([folder / ".venv/bin/python", "-m", "pip", "--version"], capture_output=True, check=False)


def tools(folder, **scripts):
    """A PATH with the few tools the script needs and these programs."""
    place = folder / "bin"
    place.mkdir()
    for name in TOOLS:
        if found := shutil.which(name):
            (place / name).symlink_to(found)
    for name, text in scripts.items():
        (place / name).write_text(text)
        (place / name).chmod(0o755)
    return str(place)


def test_it_is_made_once_repaired_when_half_made_and_renewed_when_the_list_changes(folder):
    (folder / ".venv/bin").mkdir(parents=True)
    first = make(folder)
    assert (first.returncode, first.stderr) == (0, "")
    assert python_in(folder).returncode == 0
    second = make(folder)
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    (folder / "requirements.txt").write_text("no-such-package-anywhere==1.0\n")
    third = make(folder)
    assert third.returncode == 1
    assert "run the command again" in third.stderr
    (folder / "requirements.txt").write_text("# nothing\n")
    assert "Installing" in make(folder).stdout


def test_no_python_is_said_in_one_sentence(folder):
    done = make(folder, PATH=tools(folder), PYTHON="python3")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "apt-get install python3 python3-venv" in done.stderr


def test_a_python_too_old_is_said_in_one_sentence(folder):
    done = make(folder, PATH=tools(folder, python3="#!/bin/sh\nexit 1\n"), PYTHON="python3")
    assert done.returncode == 1
    assert done.stderr.startswith("Evenhand needs Python 3.11 or later")


def test_a_missing_venv_package_is_said_in_one_sentence(folder):
    without = f'#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; esac\nexec "{sys.executable}" "$@"\n'
    done = make(folder, PATH=tools(folder, python3=without), PYTHON="python3")
    assert done.returncode == 1
    assert done.stderr == (
        "Python's virtual environments are missing: on Debian or Ubuntu, apt-get install python3-venv.\n"
    )
    assert not (folder / ".venv").exists()
