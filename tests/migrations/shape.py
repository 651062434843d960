"""The shape of a database as plain values, to compare one way of making it with another."""

import re
from typing import Any

import models

Shape = dict[str, dict[str, Any]]
CHECK = re.compile(r'CONSTRAINT "(\w+)" (CHECK \(.*?\))(?=, CONSTRAINT|, "|\)$)')
OF_SQLITE = {
    "columns": 'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)',
    "references": 'SELECT "from", "table", "to", on_update, on_delete FROM pragma_foreign_key_list(?)',
    "indexes": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?",
    "made": "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?",
}
OF_POSTGRES = {
    "columns": "SELECT column_name, data_type, is_nullable, column_default, character_maximum_length"
    " FROM information_schema.columns WHERE table_schema = 'public' AND table_name = %s",
    "constraints": "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE conrelid = to_regclass(quote_ident(%s))",
    "indexes": "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = %s",
}
# Made by hand in a migration, because Peewee has no way to declare it.
NOT_DECLARED = {"customer_search"}


def shape(database: Any) -> Shape:
    """Table by table: the columns with type and emptiness, the references, the checks and the indexes.

    Without plain defaults: a column that is added needs one for the rows that are there, a model gives its own.
    """
    return {table._meta.table_name: _of(database, table._meta.table_name) for table in models.TABLES}


def _of(database: Any, table: str) -> dict[str, Any]:
    asked = OF_SQLITE if models.on_sqlite() else OF_POSTGRES
    found = {part: _rows(database, query, table) for part, query in asked.items()}
    found["columns"] = [
        (*row[:3], row[3] if str(row[3]).startswith("nextval") else None, row[4]) for row in found["columns"]
    ]
    found["indexes"] = [row for row in found["indexes"] if row[0] not in NOT_DECLARED]
    for made in found.pop("made", []):
        found["checks"] = sorted(CHECK.findall(" ".join(made[0].replace("(\n", "(").replace("\n)", ")").split())))
    return found


def _rows(database: Any, query: str, table: str) -> list[tuple[Any, ...]]:
    return sorted(map(tuple, database.execute_sql(query, (table,)).fetchall()), key=repr)


def append_only(database: Any) -> set[tuple[str, str]]:
    """The tables whose triggers refuse a deed, each with that deed; TRUNCATE is of PostgreSQL only."""
    if models.on_sqlite():
        texts = "SELECT tbl_name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(ABORT%'"
    else:
        texts = (
            "SELECT relname, pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid"
            " JOIN pg_proc ON pg_proc.oid = tgfoid WHERE proname = 'append_only'"
        )
    found = database.execute_sql(texts).fetchall()
    deeds = re.compile("UPDATE|DELETE|TRUNCATE")
    return {(table, deed) for table, text in found for deed in deeds.findall(text.partition(" ON ")[0])}
