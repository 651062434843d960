"""The index behind the search for customers: FTS5 with prefixes on SQLite, a GIN index on PostgreSQL."""

TRIGGERS = {
    "insert": "INSERT INTO customer_search (rowid, search_words) VALUES (new.id, new.search_words);",
    "delete": "INSERT INTO customer_search (customer_search, rowid, search_words)"
    " VALUES ('delete', old.id, old.search_words);",
    "update": "INSERT INTO customer_search (customer_search, rowid, search_words)"
    " VALUES ('delete', old.id, old.search_words);"
    " INSERT INTO customer_search (rowid, search_words) VALUES (new.id, new.search_words);",
}


def up(migrator, db):
    if "Sqlite" not in type(db).__name__:
        db.execute_sql("CREATE INDEX customer_search ON customer USING gin (to_tsvector('simple', search_words))")
        return
    db.execute_sql(
        "CREATE VIRTUAL TABLE customer_search USING fts5(search_words, content='customer', content_rowid='id',"
        " tokenize='unicode61', prefix='2 3 4')"
    )
    for deed, words in TRIGGERS.items():
        db.execute_sql(f"CREATE TRIGGER customer_search_{deed} AFTER {deed.upper()} ON customer BEGIN {words} END")
    db.execute_sql("INSERT INTO customer_search (customer_search) VALUES ('rebuild')")


def down(migrator, db):
    if "Sqlite" not in type(db).__name__:
        db.execute_sql("DROP INDEX customer_search")
        return
    for deed in TRIGGERS:
        db.execute_sql(f"DROP TRIGGER customer_search_{deed}")
    db.execute_sql("DROP TABLE customer_search")
