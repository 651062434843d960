"""The first schema: the tables of 0001_first.sql, the index behind the search, and what may only be added to.

The SQL was written from the models by scripts/freeze_schema.py, so that later models change nothing here.
"""

import re
from pathlib import Path

TABLES = Path(__file__).with_suffix(".sql").read_text()
# The file speaks PostgreSQL; these are the words SQLite has for the same.
IN_SQLITE = {"SERIAL": "INTEGER", "TIMESTAMP": "DATETIME", "BOOLEAN": "INTEGER", "JSONB": "TEXT", "BYTEA": "BLOB"}
APPEND_ONLY = (
    "event", "letter", "delivery", "incident", "incident_staff", "incident_note", "consideration", "support_contact",
    "override", "setting", "withholding", "review_comment", "ending", "telling", "life_event", "correction_answer",
    "contact_import", "breach_by_us", "access", "officer_change", "care_check", "staff_injury", "riddor_report",
    "step_taken", "reporter_told", "stored_file", "letter_file", "wording", "sign_off", "translated", "signature",
    "enclosure", "email_sent", "side_letter",
)  # fmt: skip
REFUSE = (
    "CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS"
    " $$ BEGIN RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';"
    " END $$"
)
FORGET = (
    "INSERT INTO customer_search (customer_search, rowid, search_words) VALUES ('delete', old.id, old.search_words);"
)
REMEMBER = "INSERT INTO customer_search (rowid, search_words) VALUES (new.id, new.search_words);"


def up(migrator, db):
    on_sqlite = "Sqlite" in type(db).__name__
    tables = re.sub(r"\b[A-Z]+\b", lambda word: IN_SQLITE.get(word[0], word[0]), TABLES) if on_sqlite else TABLES
    for statement in [*tables.rstrip(";\n").split(";\n"), *(_on_sqlite() if on_sqlite else _on_postgresql())]:
        db.execute_sql(statement)


def down(migrator, db):
    if "Sqlite" in type(db).__name__:
        db.execute_sql("DROP TABLE customer_search")
    for table in reversed(re.findall(r'^CREATE TABLE "(\w+)"', TABLES, re.MULTILINE)):
        db.execute_sql(f'DROP TABLE "{table}"')
    if "Sqlite" not in type(db).__name__:
        db.execute_sql("DROP FUNCTION append_only()")


def _on_sqlite():
    """The triggers, and a full-text index that finds beginnings of words."""
    for table in APPEND_ONLY:
        for deed in ("UPDATE", "DELETE"):
            yield (
                f'CREATE TRIGGER "{table}_no_{deed.lower()}" BEFORE {deed} ON "{table}"'
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
    yield (
        "CREATE VIRTUAL TABLE customer_search USING fts5(search_words, content='customer', content_rowid='id',"
        " tokenize='unicode61', prefix='2 3 4')"
    )
    for deed, words in (("insert", REMEMBER), ("delete", FORGET), ("update", f"{FORGET} {REMEMBER}")):
        yield f"CREATE TRIGGER customer_search_{deed} AFTER {deed.upper()} ON customer BEGIN {words} END"


def _on_postgresql():
    """The same in the other engine's words."""
    yield REFUSE
    for table in APPEND_ONLY:
        for name, deeds, each in (("append_only", "UPDATE OR DELETE", "ROW"), ("no_truncate", "TRUNCATE", "STATEMENT")):
            yield (
                f'CREATE TRIGGER "{table}_{name}" BEFORE {deeds} ON "{table}" FOR EACH {each}'
                " EXECUTE FUNCTION append_only()"
            )
    yield "CREATE INDEX customer_search ON customer USING gin (to_tsvector('simple', search_words))"
