"""What is written for readers stays true: packages, commands, settings and links are held against the tree."""

import re
import tomllib

import pytest

from tests.house.trees import ROOT, files

README = ROOT / "README.md"
SETTINGS = re.compile(r"""environ(?:\.get\(|\[)\s*["']([A-Z_]+)["']""")
NOT_OURS = {"CI", "CHROMIUM", "PATH", "PG_BIN", "PLAYWRIGHT_BROWSERS_PATH"}


def ci_packages() -> list[str]:
    """The system packages that .ci/run installs."""
    text = (ROOT / ".ci/run").read_text().replace("\\\n", " ")
    found = re.search(r'^packages="([^"]+)"', text, re.MULTILINE)
    assert found
    return found[1].split()


def test_the_readme_names_every_package_that_ci_installs():
    words = set(re.findall(r"[\w.+-]+", README.read_text()))
    assert [name for name in ci_packages() if name not in words] == []


def test_the_readme_explains_every_setting():
    read = {name for path in files("*.py", "views/*.py") for name in SETTINGS.findall(path.read_text())} - NOT_OURS
    assert sorted(name for name in read if f"`{name}`" not in README.read_text()) == []


def test_the_readme_explains_every_command_of_the_makefile():
    targets = re.findall(r'@echo "make (\w+)', (ROOT / "Makefile").read_text())
    assert targets
    assert [name for name in targets if f"make {name}" not in README.read_text()] == []


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "SECURITY.md"])
def test_links_and_pictures_of_the_documents_are_there(name):
    path = ROOT / name
    targets = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text())
    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_the_changelog_begins_with_what_is_not_released_or_a_version():
    first = re.search(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert first
    assert re.match(r"Unreleased|\d+\.\d+\.\d+", first[1])


def test_every_package_is_pinned():
    loose = [
        line
        for name in ("requirements.txt", "requirements-demo.txt", "requirements-dev.txt")
        for line in (ROOT / name).read_text().splitlines()
        if not line.startswith("#") and not re.fullmatch(r"[\w.-]+==[\w.]+", line)
    ]
    assert loose == []


def test_the_tools_are_told_of_the_python_that_is_asked_for():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    assert settings["ruff"]["target-version"] == "py" + settings["mypy"]["python_version"].replace(".", "")
    assert "(3, 11)" in (ROOT / "scripts/environment.sh").read_text()
