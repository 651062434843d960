"""Reading the project's own Python files as syntax trees, for the tests of the house."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = {
    "app", "bench", "commands", "config", "demo", "letterpress", "models", "policy", "scripts", "serve", "tables",
    "tests", "views",
}  # fmt: skip
LEFT_OUT = (".venv", "instance", "mutants", "node_modules")


def files(*patterns: str) -> list[Path]:
    """The project's files that match any of the patterns, generated folders left out."""
    found = {path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file()}
    return sorted(path for path in found if not set(path.relative_to(ROOT).parts) & set(LEFT_OUT))


def named(path: Path) -> str:
    """A file as people name it: its path from the project's folder."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of one file."""
    return ast.parse(path.read_text(), str(path))


def module(path: Path) -> str:
    """The dotted name under which a file is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> set[str]:
    """Every module a file imports, wherever in it: `from policy import clock` counts as policy.clock."""
    found: set[str] = set()
    package = module(path) if path.name == "__init__.py" else module(path).rpartition(".")[0]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                up = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*up, base]).strip(".")
            found |= {_imported(base, alias.name) for alias in node.names}
    return found


def _imported(base: str, name: str) -> str:
    inner = ROOT / Path(*base.split(".")) / name
    if base.split(".")[0] in OURS and (inner.with_suffix(".py").exists() or (inner / "__init__.py").exists()):
        return f"{base}.{name}"
    return base
