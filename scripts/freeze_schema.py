"""Writes migrations/0001_first.sql from the models: `python scripts/freeze_schema.py`.

Only until the first release. From then on the file stays as it is, and what changes is a migration of its own.
"""

import sys
import textwrap
from pathlib import Path

from peewee import sort_models

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import models  # noqa: E402

TARGET = ROOT / "migrations/0001_first.sql"


def statements() -> list[str]:
    """What makes the tables and their indexes on PostgreSQL, as Peewee says it; a table after those it points at."""
    models.connect("postgresql://nobody/nothing")  # never opened
    made = []
    for table in sort_models(models.TABLES):
        schema = table._schema
        made += [context.query() for context in (schema._create_table(safe=False), *schema._create_indexes(safe=False))]
    if any(values for _, values in made):
        sys.exit("A statement has values of its own, which the file cannot hold.")
    return [_laid_out(text) for text, _ in made]


def _laid_out(statement: str) -> str:
    """A table's parts in lines of 120 characters, broken only between parts."""
    if not statement.startswith("CREATE TABLE"):
        return statement
    head, _, parts = statement.partition(" (")
    lines, line = [], ""
    for part in parts.removesuffix(")").split(", "):
        if line and len(line) + len(part) > 112:
            lines.append(line)
            line = ""
        line += ("" if not line else " ") + part + ","
    body = "\n".join([*lines, line]).removesuffix(",")
    return f"{head} (\n{textwrap.indent(body, '    ')}\n)"


if __name__ == "__main__":
    if any((ROOT / "tests/migrations/releases").glob("[0-9]*")):
        sys.exit("There is a release: write a migration of what has changed since.")
    TARGET.write_text("".join(f"{statement};\n" for statement in statements()))
