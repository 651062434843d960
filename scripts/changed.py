"""Names the tests of what changed since this branch left `main` (on `main`: since the last commit), for `make check`.

A file's tests are in the folder that mirrors its own or, where there is none, have its first word in their name, or
else import it. Browsers and what every test shares are left to `make test`, which says so.
"""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
ALWAYS = ("layers", "words", "docs", "rules", "events")  # the quick ones about the whole tree
MIRRORED = {"policy": ("policy", "views"), "views": ("views",), "templates": ("views",), "letters": ("letters",)}
SCHEMA = ("models.py", "migrations", "tables")


def words(name: str) -> list[str]:
    """The words of a file's name, each in the singular: "restriction_letters" is restriction, letter."""
    return [word.removesuffix("s") for word in name.split("_")]


def tests_of(path: Path, root: Path = ROOT) -> list[Path]:
    """The tests of one file, by path below `root`."""
    top, tests = path.parts[0], root / "tests"
    if path.name.startswith("test_"):
        return [path] if (root / path).exists() else []
    if top in SCHEMA:
        return [Path("tests/migrations"), Path("tests/policy/core/test_audit.py")]
    found: list[Path] = []
    for folder in MIRRORED.get(top, ()):
        noun = path.parts[1] if len(path.parts) > 2 else path.stem
        mirror = tests / folder / noun
        there = sorted((tests / folder).glob("test_*.py"))
        named = [one for one in there if words(noun)[0] in words(one.stem)]
        found += [mirror] if mirror.is_dir() else named or [one for one in there if _imports(one, path.stem)]
    return [one.relative_to(root) for one in found]


def _imports(test: Path, name: str) -> bool:
    return re.search(rf"\b{name}\b", test.read_text().split("\n\n\n")[0]) is not None


def changed() -> list[Path]:
    """The files that differ, and those that git does not know yet."""
    base = _git("merge-base", "HEAD", "main")
    if not base or base == _git("rev-parse", "HEAD"):
        base = ["HEAD"]
    names = _git("diff", "--name-only", *base) + _git("ls-files", "--others", "--exclude-standard")
    return [Path(name) for name in names or _git("diff", "--name-only", "HEAD~1")]


def _git(*what: str) -> list[str]:
    return subprocess.run(["git", *what], cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()


if __name__ == "__main__":
    chosen = {Path(f"tests/house/test_{name}.py") for name in ALWAYS}
    for path in changed():
        chosen.update(one for one in tests_of(path) if "browser" not in one.parts)
    print(*sorted(chosen))
