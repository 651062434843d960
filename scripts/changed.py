"""Names the tests of what changed since this branch left `main` (on `main`: since the last commit), for `make check`.

A file's tests are in the folder that mirrors its own, or bear its name.
Browsers and what every test shares are left to `make test`, which says so.
"""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent
ALWAYS = ("layers", "words", "docs", "rules", "events")  # the quick ones about the whole tree
MIRRORED = {"policy": ("policy", "views"), "views": ("views",), "templates": ("views",)}
SCHEMA = ("models.py", "migrations", "tables")


def tests_of(path: Path, root: Path = ROOT) -> list[Path]:
    """The tests of one file, by path below `root`."""
    if path.name.startswith("test_"):
        return [path] if (root / path).exists() else []
    if path.parts[0] in SCHEMA:
        return [Path("tests/migrations"), Path("tests/policy/core/test_audit.py")]
    named = Path("tests", path.parts[0], f"test_{path.stem}.py")
    mirrors = [Path("tests", part, path.parts[1]) for part in MIRRORED.get(path.parts[0], ()) if len(path.parts) > 2]
    return [one for one in [*mirrors, named] if (root / one).exists()]


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
