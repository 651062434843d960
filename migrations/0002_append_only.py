"""What may only be added to: events, letters, deliveries, incidents and their notes, weighings, overrides, settings."""

TABLES = (
    "event",
    "letter",
    "delivery",
    "incident",
    "incident_staff",
    "incident_note",
    "consideration",
    "support_contact",
    "override",
    "setting",
)


def up(migrator, db):
    if "Sqlite" in type(db).__name__:
        for table in TABLES:
            for deed in ("UPDATE", "DELETE"):
                db.execute_sql(
                    f'CREATE TRIGGER "{table}_no_{deed.lower()}" BEFORE {deed} ON "{table}"'
                    f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
        return
    db.execute_sql(
        "CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';"
        " END $$"
    )
    for table in TABLES:
        db.execute_sql(
            f'CREATE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE ON "{table}"'
            " FOR EACH ROW EXECUTE FUNCTION append_only()"
        )
        db.execute_sql(
            f'CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}"'
            " FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
        )


def down(migrator, db):
    if "Sqlite" in type(db).__name__:
        for table in TABLES:
            for deed in ("update", "delete"):
                db.execute_sql(f'DROP TRIGGER "{table}_no_{deed}"')
        return
    for table in TABLES:
        db.execute_sql(f'DROP TRIGGER "{table}_append_only" ON "{table}"')
        db.execute_sql(f'DROP TRIGGER "{table}_no_truncate" ON "{table}"')
    db.execute_sql("DROP FUNCTION append_only()")
