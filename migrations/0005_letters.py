"""Letters: files kept under their digest, wordings, translations, letterhead, the post and letters beside decisions.

Frozen copies of the models as they were, so that later models change nothing here.
"""

from peewee import *

APPEND_ONLY = (
    "stored_file",
    "letter_file",
    "wording",
    "sign_off",
    "translated",
    "signature",
    "enclosure",
    "email_sent",
    "side_letter",
)
# Columns added to tables that are there already: table, column, its type.
COLUMNS = (
    ("letter", "style", "VARCHAR(64) NOT NULL DEFAULT ''"),
    ("letter", "wording", "VARCHAR(64) NOT NULL DEFAULT ''"),
    ("letter", "unwritten", "TEXT NOT NULL DEFAULT ''"),
    ("letter", "written_in", "VARCHAR(10) NOT NULL DEFAULT 'en'"),
    ("letter", "asked_format", "VARCHAR(30) NOT NULL DEFAULT ''"),
    ("delivery", "way", "VARCHAR(20) NOT NULL DEFAULT ''"),
)
TABLES = (
    "stored_file",
    "letter_file",
    "wording",
    "sign_off",
    "translated",
    "signature",
    "enclosure",
    "post_run",
    "post_run_letter",
    "email_sent",
    "side_letter",
)


def up(migrator, db):
    _make_tables(db)
    for table, column, kind in COLUMNS:
        db.execute_sql(f'ALTER TABLE "{table}" ADD COLUMN "{column}" {kind}')
    # A letter is in one open run of the post only: what became of it there is not said yet.
    db.execute_sql("CREATE UNIQUE INDEX post_run_letter_open ON post_run_letter (letter_id) WHERE outcome = ''")
    for table in APPEND_ONLY:
        _hold(db, table)


def down(migrator, db):
    for table in APPEND_ONLY:
        _let_go(db, table)
    for table, column, _ in COLUMNS:
        db.execute_sql(f'ALTER TABLE "{table}" DROP COLUMN "{column}"')
    for table in reversed(TABLES):
        db.execute_sql(f'DROP TABLE "{table}"')


def _hold(db, table):
    if "Sqlite" in type(db).__name__:
        for deed in ("UPDATE", "DELETE"):
            db.execute_sql(
                f'CREATE TRIGGER "{table}_no_{deed.lower()}" BEFORE {deed} ON "{table}"'
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    db.execute_sql(
        f'CREATE TRIGGER "{table}_append_only" BEFORE UPDATE OR DELETE ON "{table}"'
        " FOR EACH ROW EXECUTE FUNCTION append_only()"
    )
    db.execute_sql(
        f'CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}"'
        " FOR EACH STATEMENT EXECUTE FUNCTION append_only()"
    )


def _let_go(db, table):
    names = ("no_update", "no_delete") if "Sqlite" in type(db).__name__ else ("append_only", "no_truncate")
    for name in names:
        on = "" if "Sqlite" in type(db).__name__ else f' ON "{table}"'
        db.execute_sql(f'DROP TRIGGER "{table}_{name}"{on}')


def _make_tables(db):
    class User(Model):
        class Meta:
            database = db
            table_name = "user"

    class Customer(Model):
        class Meta:
            database = db
            table_name = "customer"

    class SupportWorker(Model):
        class Meta:
            database = db
            table_name = "support_worker"

    class Letter(Model):
        class Meta:
            database = db
            table_name = "letter"

    class Delivery(Model):
        class Meta:
            database = db
            table_name = "delivery"

    class BehaviourWarning(Model):
        class Meta:
            database = db
            table_name = "behaviour_warning"

    class Restriction(Model):
        class Meta:
            database = db
            table_name = "restriction"

    class Marker(Model):
        class Meta:
            database = db
            table_name = "marker"

    class StoredFile(Model):
        sha256 = CharField(64, unique=True)
        media_type = CharField(60)
        content = BlobField()
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "stored_file"

    class LetterFile(Model):
        letter = ForeignKeyField(Letter)
        customer = ForeignKeyField(Customer)
        kind = CharField(20)
        file = ForeignKeyField(StoredFile)
        name = CharField(200, default="")
        words = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "letter_file"

    class Wording(Model):
        name = CharField(100)
        language = CharField(10)
        version = CharField(64)
        own = BooleanField(default=False)
        file = ForeignKeyField(StoredFile)
        words = TextField(default="")
        by = ForeignKeyField(User, null=True)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "wording"
            indexes = ((("name", "language", "version"), True),)

    class SignOff(Model):
        name = CharField(100)
        language = CharField(10)
        version = CharField(64)
        english = CharField(64, default="")
        granted = BooleanField(default=True)
        signer = CharField(200)
        qualification = TextField()
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "sign_off"
            indexes = ((("name", "language"), False),)

    class Translated(Model):
        customer = ForeignKeyField(Customer)
        language = CharField(10)
        digest = CharField(64)
        english = TextField()
        words = TextField()
        translator = CharField(200)
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "translated"
            indexes = ((("language", "digest"), False),)

    class Signature(Model):
        user = ForeignKeyField(User)
        file = ForeignKeyField(StoredFile, null=True)
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "signature"

    class Enclosure(Model):
        key = CharField(40)
        title = CharField(200)
        letters = JSONField(default=list)
        file = ForeignKeyField(StoredFile, null=True)
        ended = BooleanField(default=False)
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "enclosure"
            indexes = ((("key",), False),)

    class PostRun(Model):
        form_key = CharField(64, unique=True)
        by = ForeignKeyField(User)
        at = DateTimeField()
        two_sided = BooleanField(default=False)
        printed_at = DateTimeField(null=True)
        pages = IntegerField(null=True)
        closed_by = ForeignKeyField(User, null=True)
        closed_at = DateTimeField(null=True)
        sent_on = DateField(null=True)

        class Meta:
            database = db
            table_name = "post_run"

    class PostRunLetter(Model):
        run = ForeignKeyField(PostRun)
        letter = ForeignKeyField(Letter)
        place = IntegerField()
        way = CharField(20)
        outcome = CharField(20, default="")
        because = TextField(default="")
        tracking = CharField(60, default="")
        delivery = ForeignKeyField(Delivery, null=True)

        class Meta:
            database = db
            table_name = "post_run_letter"
            indexes = ((("run", "letter"), True),)

    class EmailSent(Model):
        letter = ForeignKeyField(Letter)
        customer = ForeignKeyField(Customer)
        address = CharField(200)
        message_id = CharField(200)
        taken = BooleanField()
        answer = CharField(200, default="")
        delivery = ForeignKeyField(Delivery, null=True)
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "email_sent"

    class SideLetter(Model):
        form_key = CharField(64, unique=True)
        kind = CharField(30)
        customer = ForeignKeyField(Customer)
        warning = ForeignKeyField(BehaviourWarning, null=True)
        restriction = ForeignKeyField(Restriction, null=True)
        marker = ForeignKeyField(Marker, null=True)
        support_worker = ForeignKeyField(SupportWorker, null=True)
        to_whom = CharField(200, default="")
        agreed = TextField(default="")
        passages = JSONField(default=dict)
        cited = JSONField(default=list)
        arranged = TextField(default="")
        letter = ForeignKeyField(Letter, unique=True)
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "side_letter"

    db.create_tables(
        [
            StoredFile,
            LetterFile,
            Wording,
            SignOff,
            Translated,
            Signature,
            Enclosure,
            PostRun,
            PostRunLetter,
            EmailSent,
            SideLetter,
        ]
    )
