"""The shape of a database as plain values, to compare one way of making it with another."""

import re
from typing import Any

import models

Shape = dict[str, dict[str, Any]]
CHECK_NAME = re.compile(r'CONSTRAINT\s+"?(\w+)"?\s+CHECK', re.IGNORECASE)


def shape(database: Any) -> Shape:
    """Table by table: the columns with type and emptiness, the references, and the checks."""
    read = _of_sqlite if models.on_sqlite() else _of_postgres
    return {table._meta.table_name: read(database, table._meta.table_name) for table in models.TABLES}


def _rows(database: Any, query: str, *values: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in database.execute_sql(query, values).fetchall()]


def _of_sqlite(database: Any, table: str) -> dict[str, Any]:
    made = _rows(database, "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?", table)
    references = _rows(database, f'PRAGMA foreign_key_list("{table}")')
    return {
        "columns": sorted(row[1:4] for row in _rows(database, f'PRAGMA table_info("{table}")')),
        "references": sorted(row[2:5] for row in references),
        "checks": sorted(CHECK_NAME.findall(made[0][0])) if made else [],
    }


def _of_postgres(database: Any, table: str) -> dict[str, Any]:
    return {
        "columns": sorted(
            _rows(
                database,
                "SELECT column_name, data_type, is_nullable, coalesce(character_maximum_length, 0)"
                " FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s",
                table,
            )
        ),
        "constraints": sorted(
            row[0]
            for row in _rows(
                database,
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = to_regclass(%s)",
                f'public."{table}"',
            )
        ),
    }
