"""Every table, constraint and index of Evenhand, and facts about one row.

Peewee and the standard library only: no rule of the policy, no number and no clock lives here. Rows are added and
dated, never deleted; what may not change at all (events, letters, incidents as first told) is held by triggers that
the migrations make.
"""

import datetime as dt
import secrets
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Self

from peewee import (
    SQL,
    AutoField,
    BlobField,
    BooleanField,
    CharField,
    Check,
    Database,
    DatabaseProxy,
    DateField,
    DateTimeField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    Model,
    ModelDelete,
    SqliteDatabase,
    TextField,
    TimeField,
)
from playhouse import db_url
from playhouse.migrations import Runner

db = DatabaseProxy()
MIGRATIONS = Path(__file__).parent / "migrations"
SQLITE = "sqlite:///"
SQLITE_PRAGMAS = {
    "journal_mode": "wal",
    "foreign_keys": 1,
    "synchronous": "full",
    "busy_timeout": 10_000,
    "recursive_triggers": 1,
}


def connect(url: str) -> Database:
    """Bind the models to the database at `url` (sqlite:///… or postgresql://…); it is opened by whoever uses it."""
    if url.startswith(SQLITE):
        # By its path, not by its address: a folder's name may hold signs that mean something in an address.
        database = SqliteDatabase(url.removeprefix(SQLITE), pragmas=SQLITE_PRAGMAS)
    else:
        joiner = "&" if "?" in url else "?"
        database = db_url.connect(f"{url}{joiner}prefer_psycopg3=true", unquote_password=True)
    db.initialize(database)
    return database


def on_sqlite() -> bool:
    """True where the models are bound to SQLite, false on PostgreSQL."""
    return isinstance(db.obj, SqliteDatabase)


def migrate() -> list[str]:
    """Bring the schema up to date; answers the names of the migrations that ran."""
    return Runner(db.obj, str(MIGRATIONS)).up()


_read_once: ContextVar[dict[str, Any] | None] = ContextVar("read_once", default=None)


def remember(whether: bool) -> None:
    """From now on, in this thread, keep what `once` reads; or forget it and keep nothing."""
    _read_once.set({} if whether else None)


def once(name: str, read: Callable[[], Any]) -> Any:
    """What `read` answers; kept under `name` for as long as this thread remembers and nothing is written."""
    kept = _read_once.get()
    if kept is None:
        return read()
    if name not in kept:
        kept[name] = read()
    return kept[name]


def _forget() -> None:
    if kept := _read_once.get():
        kept.clear()


@contextmanager
def writing() -> Iterator[None]:
    """The one kind of write transaction: on SQLite the write lock is taken at its start, not in its middle.

    Whatever was remembered is read again inside it, and again after it.
    """
    with db.atomic("IMMEDIATE") if on_sqlite() else db.atomic():
        _forget()
        try:
            yield
        finally:
            _forget()


class Moment(DateTimeField):
    """A point in time: aware (UTC) in Python, without a zone and in UTC in the database."""

    def db_value(self, value: Any) -> Any:
        if isinstance(value, dt.datetime):
            if value.tzinfo is None:
                raise ValueError("A moment needs its time zone.")
            value = value.astimezone(dt.UTC).replace(tzinfo=None)
        return super().db_value(value)

    def python_value(self, value: Any) -> Any:
        value = super().python_value(value)
        return value.replace(tzinfo=dt.UTC) if isinstance(value, dt.datetime) else value


class Row(Model):
    """A table's row, with a number of its own."""

    id = AutoField()

    class Meta:
        database = db
        legacy_table_names = False

    @classmethod
    def find(cls, number: int) -> Self | None:
        """The row of this number, or None."""
        return next(iter(rows_of(cls, "WHERE id = ?", number)), None)

    @classmethod
    def clear(cls, condition: Any) -> None:
        """Take out the rows that `condition` finds: of a draft, to be written anew, or old tries at signing in."""
        ModelDelete(cls).where(condition).execute()

    def fresh(self) -> Self:
        """The row as the database has it now, locked until the transaction ends where the engine locks rows."""
        # Others may still point at a row that is locked like this.
        lock = "" if on_sqlite() else " FOR NO KEY UPDATE"
        found = rows_of(type(self), f"WHERE id = ?{lock}", self.id)
        if not found:
            raise type(self).DoesNotExist  # type: ignore[attr-defined]
        return found[0]


def marks(values: Collection[Any]) -> str:
    """As many ? as there are values, for an IN (…)."""
    return ", ".join("?" * len(values))


def rows_of(table: Any, rest: str, *values: Any, columns: str = "*") -> list[Any]:
    """Rows of `table`; `rest` is the SQL from WHERE on, written by us, with a ? for each value.

    For the pages opened most, where building a query costs more than running it; elsewhere queries are built.
    """
    sql = f'SELECT {columns} FROM "{table._meta.table_name}" {rest}'  # noqa: S608 - no part of it was typed by anybody
    return list(table.raw(sql if on_sqlite() else sql.replace("?", "%s"), *values))


@contextmanager
def holding(thing: Any) -> Iterator[Any]:
    """A write transaction that holds the customer's file; yields `thing` read again inside it.

    Every deed on one file waits here for the one before it, so what a question answered inside stays true.
    """
    with writing():
        if isinstance(thing, Customer):
            yield thing.fresh()
        else:
            Customer(id=thing.customer_id).fresh()
            yield thing.fresh()


def nonce() -> str:
    """A random text that makes a row's digest impossible to guess from its words."""
    return secrets.token_hex(16)


# --- People who work here -------------------------------------------------------------------------------------------


class User(Row):
    """A person who works here and may sign in."""

    name = CharField(120)
    email = CharField(200, unique=True)
    password_hash = CharField(200, default="")
    job_title = CharField(120, default="")
    team = CharField(120, default="")
    telephone = CharField(40, default="")
    roles = JSONField(default=list)
    line_manager = ForeignKeyField("self", null=True, backref="reports")
    working_days = JSONField(default=lambda: [0, 1, 2, 3, 4])
    active = BooleanField(default=True)
    session_version = IntegerField(default=0)
    calendar_digest = CharField(64, default="", index=True)
    added_at = Moment()

    line_manager_id: int | None
    is_authenticated = True
    is_anonymous = False

    def has(self, *roles: str) -> bool:
        """True for a person who works here now and holds any of `roles`."""
        return self.active and any(role in self.roles for role in roles)

    @property
    def is_active(self) -> bool:
        return self.active

    def get_id(self) -> str:
        """What the session remembers: who, and which generation of their sessions."""
        return f"{self.id}.{self.session_version}"

    @property
    def is_manager(self) -> bool:
        return self.has("manager")

    @property
    def is_senior_officer(self) -> bool:
        return self.has("senior_officer")

    @property
    def is_officer(self) -> bool:
        return self.has("officer", "manager", "senior_officer")

    @property
    def is_administrator(self) -> bool:
        return self.has("administrator")

    @property
    def sees_files(self) -> bool:
        """True for people who may open whole files (design 5): everyone but colleagues and administrators."""
        return self.has("officer", "manager", "senior_officer", "safety_lead", "data_protection_officer")

    @property
    def logs_incidents(self) -> bool:
        return self.has("colleague", "officer", "manager", "senior_officer", "safety_lead")


class SignInAttempt(Row):
    """One try at signing in; the name is kept only as a digest."""

    name_digest = CharField(64, index=True)
    remote = CharField(64, index=True)
    at = Moment(index=True)
    succeeded = BooleanField()


class Setting(Row):
    """A number or text of the landlord's own, with its history: the newest row not after a moment is in force."""

    key = CharField(60)
    value = JSONField(null=True)
    at = Moment()
    by = ForeignKeyField(User, null=True)

    class Meta:
        indexes = ((("key", "at"), False),)


# --- Customers ------------------------------------------------------------------------------------------------------


class Customer(Row):
    """A named person: never a household, never a tenancy (G23). Their file is everything that points here."""

    reference = CharField(40, unique=True)
    kind = CharField(30)
    name = CharField(120)
    salutation = CharField(120, default="")
    date_of_birth = DateField(null=True)
    address = TextField(default="")
    postcode = CharField(12, default="")
    letter_format = CharField(30, default="standard")
    language = CharField(40, default="English")
    search_words = TextField(default="")
    version = IntegerField(default=0)
    added_by = ForeignKeyField(User)
    added_at = Moment()

    added_by_id: int

    @property
    def address_lines(self) -> list[str]:
        lines = [line.strip() for line in self.address.splitlines() if line.strip()]
        return [*lines, self.postcode] if self.postcode else lines

    def age_on(self, day: dt.date) -> int | None:
        """Age in whole years on `day`, or None where the date of birth is not known."""
        born = self.date_of_birth
        return None if born is None else day.year - born.year - ((day.month, day.day) < (born.month, born.day))


class ContactWay(Row):
    """A way to reach a customer: a telephone number, an e-mail address or another."""

    customer = ForeignKeyField(Customer, backref="ways")
    kind = CharField(20)
    value = CharField(200)
    note = CharField(200, default="")
    ended_at = Moment(null=True)

    customer_id: int


class Need(Row):
    """Something known about how a customer must be able to deal with us."""

    customer = ForeignKeyField(Customer, backref="needs")
    kind = CharField(30)
    words = TextField(default="")
    recorded_by = ForeignKeyField(User)
    recorded_at = Moment()
    ended_at = Moment(null=True)

    customer_id: int


class SupportWorker(Row):
    """Somebody who supports the customer, and on what basis we may speak to them (P 4.10)."""

    customer = ForeignKeyField(Customer, backref="support_workers")
    name = CharField(120)
    organisation = CharField(160, default="")
    telephone = CharField(40, default="")
    email = CharField(200, default="")
    basis = TextField(default="")
    added_at = Moment()
    ended_at = Moment(null=True)

    customer_id: int


class Representative(Row):
    """Somebody the customer chose to speak for them; never cut off by the customer's own restriction (G24)."""

    customer = ForeignKeyField(Customer, backref="representatives")
    name = CharField(120)
    relationship = CharField(120, default="")
    telephone = CharField(40, default="")
    email = CharField(200, default="")
    added_at = Moment()
    ended_at = Moment(null=True)

    customer_id: int


# --- What happened --------------------------------------------------------------------------------------------------


class Incident(Row):
    """Something that happened: a fact as first told. Corrections are notes that point here (G64)."""

    form_key = CharField(64, unique=True)
    nonce = CharField(32, default=nonce)
    customer = ForeignKeyField(Customer, backref="incidents")
    recorded_by = ForeignKeyField(User)
    recorded_at = Moment()
    late_reason = TextField(default="")
    happened_on = DateField()
    date_is_about = BooleanField(default=False)
    started_at = TimeField(null=True)
    ended_at = TimeField(null=True)
    time_unknown_because = TextField(default="")
    until_on = DateField(null=True)
    contacts_counted = JSONField(default=list)
    minutes_spent = IntegerField(null=True)
    channel = CharField(30)
    place = TextField(default="")
    what_happened = TextField()
    exact_words = TextField(default="")
    behaviours = JSONField(default=list)
    severity = IntegerField(default=1)
    who_acted = CharField(30, default="customer")
    identified_by = TextField(default="")
    identity = CharField(12, default="certain")
    aimed_at_a_person = BooleanField(null=True)
    caused_fear = BooleanField(null=True)
    hate_element = BooleanField(default=False)
    told_to_stop = BooleanField(default=False)
    told_to_stop_at = TimeField(null=True)
    told_to_stop_words = TextField(default="")
    contact_ended = BooleanField(default=False)
    contact_ended_at = TimeField(null=True)
    contact_about = TextField(default="")
    nothing_asked = BooleanField(default=False)
    came_before = TextField(default="")
    protected = CharField(30, default="")
    allegation = TextField(default="")
    observed = TextField(default="")
    witnesses = TextField(default="")
    evidence_held = TextField(default="")
    police = CharField(20, default="")
    police_words = TextField(default="")

    customer_id: int
    recorded_by_id: int

    class Meta:
        indexes = ((("customer", "happened_on"), False), (("recorded_by", "recorded_at"), False))
        constraints = [
            Check("severity BETWEEN 1 AND 4", name="incident_severity"),
            Check("until_on IS NULL OR until_on >= happened_on", name="incident_period"),
        ]

    @property
    def reference(self) -> str:
        return f"I-{self.id:05d}"

    @property
    def is_pattern(self) -> bool:
        """True for a period with counted contacts rather than one event (P 3.3.3, 3.4.3)."""
        return self.until_on is not None

    @property
    def last_on(self) -> dt.date:
        """The last day of the event or period."""
        return self.until_on or self.happened_on

    @property
    def has_time(self) -> bool:
        """True where the time is known, is said to be unknown with a reason, or a period makes it needless (G2)."""
        return bool(self.started_at or self.time_unknown_because.strip() or self.is_pattern)


class IncidentStaff(Row):
    """A colleague who was part of an incident: target, witness, or who rang the police."""

    incident = ForeignKeyField(Incident, backref="staff")
    user = ForeignKeyField(User)
    part = CharField(20, default="target")

    user_id: int
    incident_id: int


class IncidentNote(Row):
    """Something added to an incident afterwards: a correction, the customer's account, a triage, a finding."""

    incident = ForeignKeyField(Incident, backref="notes")
    kind = CharField(30)
    outcome = CharField(30, default="")
    words = TextField()
    added = JSONField(default=dict)
    by = ForeignKeyField(User)
    at = Moment()
    form_key = CharField(64, unique=True)

    incident_id: int


class CustomerRequest(Row):
    """What the customer asked for in the same contact; it keeps its owner and due date (P 3.2.6)."""

    incident = ForeignKeyField(Incident, backref="requests")
    customer = ForeignKeyField(Customer, backref="requests")
    words = TextField()
    owner = ForeignKeyField(User)
    due_on = DateField()
    passed_by = ForeignKeyField(User, null=True)
    passed_at = Moment(null=True)
    answered_by = ForeignKeyField(User, null=True)
    answered_at = Moment(null=True)
    answer = TextField(default="")

    customer_id: int
    owner_id: int
    incident_id: int


# --- Weighing -------------------------------------------------------------------------------------------------------


class SupportContact(Row):
    """One try at reaching a known support worker before acting (P 4.10, G8)."""

    support_worker = ForeignKeyField(SupportWorker, backref="contacts")
    customer = ForeignKeyField(Customer, backref="support_contacts")
    on = DateField()
    method = CharField(30)
    reached = BooleanField()
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    support_worker_id: int
    customer_id: int


class Consideration(Row):
    """The recorded weighing before a decision, by the person who decides, on the day (G7, P 4.9, 6.1)."""

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer, backref="considerations")
    purpose = CharField(20)
    made_by = ForeignKeyField(User)
    made_at = Moment()
    needs = TextField()
    linked_to_disability = CharField(12)
    linked_words = TextField(default="")
    equality = TextField()
    adjustments = TextField()
    support_words = TextField(default="")
    complaint_dealt_with = TextField()
    communication_adequate = TextField()
    unanswered = TextField()
    new_information = TextField()
    customers_account = TextField()
    proportionate = TextField()
    safeguarding_signed_off = TextField(default="")

    customer_id: int
    made_by_id: int


# --- Warnings -------------------------------------------------------------------------------------------------------


class Letter(Row):
    """Words sent, frozen as sent: never changed, never rendered again. What became of it is in its deliveries.

    `style` and `wording` name the StoredFile of the style sheet and of the words; `unwritten` is the letter before
    its author wrote anything; `written_in` the code of its language and `format` its layout (`language` and
    `asked_format` are what the customer had asked for when it was issued).
    """

    customer = ForeignKeyField(Customer, backref="letters")
    kind = CharField(60)
    title = CharField(200)
    format = CharField(30)
    asked_format = CharField(30, default="")
    language = CharField(40)
    arranged = TextField(default="")
    html = TextField()
    source = TextField()
    template = CharField(100)
    template_version = CharField(64)
    facts = JSONField()
    sha256 = CharField(64)
    style = CharField(64, default="")
    wording = CharField(64, default="")
    unwritten = TextField(default="")
    written_in = CharField(10, default="en")
    issued_by = ForeignKeyField(User)
    issued_at = Moment()

    customer_id: int
    issued_by_id: int

    @property
    def reference(self) -> str:
        return f"L-{self.id:05d}"


class Delivery(Row):
    """One thing known about a letter's way: posted, handed over, read or returned; the newest decides."""

    letter = ForeignKeyField(Letter, backref="deliveries")
    customer = ForeignKeyField(Customer)
    outcome = CharField(20)
    way = CharField(20, default="")
    on = DateField()
    deemed_on = DateField(null=True)
    address = TextField(default="")
    tracking = CharField(60, default="")
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    letter_id: int

    class Meta:
        constraints = [Check("outcome <> 'returned' OR deemed_on IS NULL", name="delivery_returned_is_not_served")]


class BehaviourWarning(Row):
    """The written warning (P box): behaviour, dates and times, proposed sanction."""

    customer = ForeignKeyField(Customer, backref="warnings")
    kind = CharField(30, default="behaviour")
    version = IntegerField(default=0)
    drafted_by = ForeignKeyField(User)
    drafted_at = Moment()
    passages = JSONField(default=dict)
    sanction_months = IntegerField(null=True)
    numbers = JSONField(default=dict)
    read_by = ForeignKeyField(User, null=True)
    read_at = Moment(null=True)
    read_words = TextField(default="")
    read_version = IntegerField(null=True)
    arranged = TextField(default="")
    issued_by = ForeignKeyField(User, null=True)
    issued_at = Moment(null=True)
    consideration = ForeignKeyField(Consideration, null=True)
    letter = ForeignKeyField(Letter, null=True, unique=True)
    withdrawn_by = ForeignKeyField(User, null=True)
    withdrawn_at = Moment(null=True)
    withdrawn_because = TextField(default="")
    form_key = CharField(64, unique=True)

    customer_id: int
    letter_id: int | None
    consideration_id: int | None
    drafted_by_id: int
    read_by_id: int | None
    issued_by_id: int | None

    class Meta:
        constraints = [
            Check("(issued_at IS NULL) = (letter_id IS NULL)", name="warning_issued_with_its_letter"),
            Check("read_by_id IS NULL OR read_by_id <> drafted_by_id", name="warning_second_reader_is_another"),
        ]

    @property
    def reference(self) -> str:
        return f"W-{self.id:05d}"

    @property
    def is_open_draft(self) -> bool:
        return self.issued_at is None and self.withdrawn_at is None


class WarningIncident(Row):
    """An incident a warning relies on."""

    warning = ForeignKeyField(BehaviourWarning, backref="cited")
    incident = ForeignKeyField(Incident)

    incident_id: int
    warning_id: int

    class Meta:
        indexes = ((("warning", "incident"), True),)


class WarningSanction(Row):
    """A sanction a warning proposes (P box, 4.4)."""

    warning = ForeignKeyField(BehaviourWarning, backref="sanctions")
    kind = CharField(30)
    detail = JSONField(default=dict)

    warning_id: int

    class Meta:
        indexes = ((("warning", "kind"), True),)


# --- Without a warning ----------------------------------------------------------------------------------------------


class Declaration(Row):
    """The extreme route (P 4.5): action without a warning because somebody's immediate safety is threatened."""

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer, backref="declarations")
    incident = ForeignKeyField(Incident)
    declared_by = ForeignKeyField(User)
    declared_at = Moment()
    threatened = CharField(20)
    reason = TextField()
    why_no_warning = TextField()
    needs_known = TextField()
    safeguarding_signed_off = TextField(default="")
    police = CharField(20)
    police_reference = CharField(60, default="")
    police_words = TextField(default="")
    legal = CharField(20, default="none")
    legal_words = TextField(default="")
    numbers = JSONField(default=dict)
    seconded_by = ForeignKeyField(User, null=True)
    seconded_at = Moment(null=True)
    seconded_words = TextField(default="")
    refused_by = ForeignKeyField(User, null=True)
    refused_at = Moment(null=True)
    refused_because = TextField(default="")
    looked_back_by = ForeignKeyField(User, null=True)
    looked_back_at = Moment(null=True)
    looked_back_outcome = CharField(20, default="")
    looked_back_words = TextField(default="")

    customer_id: int
    incident_id: int
    declared_by_id: int
    seconded_by_id: int | None
    refused_by_id: int | None
    looked_back_by_id: int | None

    class Meta:
        constraints = [
            Check("seconded_by_id IS NULL OR seconded_by_id <> declared_by_id", name="declaration_has_two_people"),
            Check("seconded_at IS NULL OR refused_at IS NULL", name="declaration_seconded_or_refused"),
            Check(
                "looked_back_by_id IS NULL OR"
                " (looked_back_by_id <> declared_by_id"
                " AND (seconded_by_id IS NULL OR looked_back_by_id <> seconded_by_id))",
                name="declaration_looked_back_on_by_another",
            ),
        ]

    @property
    def reference(self) -> str:
        return f"X-{self.id:05d}"


# --- Restrictions ---------------------------------------------------------------------------------------------------


class Restriction(Row):
    """A limit on how one person may contact us or use a service: what, from, until, and when it is looked at again.

    One decision is one row. A review or an appeal that goes on with it or changes it adds a row that follows this one:
    the first is the `root` of them all, and the reference says which part a row is (R-00012, then R-00012/2).
    """

    customer = ForeignKeyField(Customer, backref="restrictions")
    warning = ForeignKeyField(BehaviourWarning, null=True)
    declaration = ForeignKeyField(Declaration, null=True, backref="restrictions")
    root = ForeignKeyField("self", null=True, backref="parts")
    follows = ForeignKeyField("self", null=True, backref="followed_by")
    part = IntegerField(default=1)
    version = IntegerField(default=0)
    proposed_by = ForeignKeyField(User)
    proposed_at = Moment()
    starts_on = DateField(null=True)
    ends_on = DateField(null=True)
    review_on = DateField(null=True)
    scope = TextField(default="")
    why_not_milder = JSONField(default=dict)
    told = TextField(default="")
    passages = JSONField(default=dict)
    numbers = JSONField(default=dict)
    arranged = TextField(default="")
    authorised_by = ForeignKeyField(User, null=True)
    authorised_at = Moment(null=True)
    consideration = ForeignKeyField(Consideration, null=True)
    declined_by = ForeignKeyField(User, null=True)
    declined_at = Moment(null=True)
    declined_because = TextField(default="")
    issued_by = ForeignKeyField(User, null=True)
    issued_at = Moment(null=True)
    in_force_from = DateField(null=True)
    letter = ForeignKeyField(Letter, null=True, unique=True)
    ended_on = DateField(null=True)
    ended_by = ForeignKeyField(User, null=True)
    ended_at = Moment(null=True)
    ended_because = TextField(default="")
    form_key = CharField(64, unique=True)

    customer_id: int
    warning_id: int | None
    declaration_id: int | None
    root_id: int | None
    follows_id: int | None
    letter_id: int | None
    consideration_id: int | None
    proposed_by_id: int
    authorised_by_id: int | None
    issued_by_id: int | None
    ended_by_id: int | None

    class Meta:
        constraints = [
            Check("ends_on IS NULL OR starts_on IS NULL OR ends_on > starts_on", name="restriction_ends_after_start"),
            Check(
                "review_on IS NULL OR (review_on >= starts_on AND review_on <= ends_on)",
                name="restriction_review_within_term",
            ),
            Check(
                "authorised_at IS NULL OR (authorised_by_id IS NOT NULL AND starts_on IS NOT NULL"
                " AND ends_on IS NOT NULL AND review_on IS NOT NULL"
                " AND (declaration_id IS NOT NULL OR (warning_id IS NOT NULL AND consideration_id IS NOT NULL)))",
                name="restriction_authorised_is_complete",
            ),
            Check(
                "issued_at IS NULL OR (authorised_at IS NOT NULL AND in_force_from IS NOT NULL"
                " AND (letter_id IS NOT NULL OR declaration_id IS NOT NULL))",
                name="restriction_issued_after_authority",
            ),
            Check("in_force_from IS NULL OR issued_at IS NOT NULL", name="restriction_in_force_after_letter"),
            Check("authorised_at IS NULL OR declined_at IS NULL", name="restriction_decided_once"),
        ]

    @property
    def reference(self) -> str:
        return f"R-{self.root_id or self.id:05d}{f'/{self.part}' if self.part > 1 else ''}"

    @property
    def is_open_proposal(self) -> bool:
        return self.authorised_at is None and self.declined_at is None

    def in_force_on(self, day: dt.date) -> bool:
        """True from its start, once its letter was issued, until its end (G32, P 4.2); the last day still counts."""
        if self.in_force_from is None or self.ends_on is None:
            return False
        return self.in_force_from <= day <= self.ends_on and (self.ended_on is None or day < self.ended_on)


class RestrictionTerm(Row):
    """One measure of a restriction: its kind (P 4.4) and what it says."""

    restriction = ForeignKeyField(Restriction, backref="terms")
    kind = CharField(30)
    channels = JSONField(default=list)
    officer = ForeignKeyField(User, null=True)
    deputy = ForeignKeyField(User, null=True)
    slots = JSONField(default=list)
    definition = TextField(default="")
    examples = TextField(default="")
    place = TextField(default="")
    instead = TextField(default="")

    restriction_id: int
    officer_id: int | None
    deputy_id: int | None

    class Meta:
        indexes = ((("restriction", "kind"), True),)
        constraints = [Check("deputy_id IS NULL OR deputy_id <> officer_id", name="term_deputy_is_another")]


class RestrictionIncident(Row):
    """An incident after the warning that a restriction relies on."""

    restriction = ForeignKeyField(Restriction, backref="cited")
    incident = ForeignKeyField(Incident)

    incident_id: int
    restriction_id: int

    class Meta:
        indexes = ((("restriction", "incident"), True),)


# --- Markers --------------------------------------------------------------------------------------------------------


class Marker(Row):
    """A staff-safety marker: category, fact, what to do, who may see it, until when; never a contact restriction (G53).

    Asked for by somebody, proposed by a manager, approved by the safety lead. A renewal adds a row that follows.
    """

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer, backref="markers")
    version = IntegerField(default=0)
    about = CharField(20)
    place = TextField(default="")
    category = CharField(30)
    incident = ForeignKeyField(Incident, null=True)
    source = CharField(200, default="")
    source_on = DateField(null=True)
    source_words = TextField(default="")
    fact = TextField()
    action = TextField()
    recipients = JSONField(default=list)
    recipients_because = TextField(default="")
    asked_by = ForeignKeyField(User)
    asked_at = Moment()
    asked_for = CharField(200, default="")
    asked_words = TextField(default="")
    proposed_by = ForeignKeyField(User, null=True)
    proposed_at = Moment(null=True)
    ends_on = DateField(null=True)
    review_on = DateField(null=True)
    telling = CharField(20, default="")
    not_telling_because = TextField(default="")
    think_again_on = DateField(null=True)
    passages = JSONField(default=dict)
    arranged = TextField(default="")
    numbers = JSONField(default=dict)
    consideration = ForeignKeyField(Consideration, null=True)
    approved_by = ForeignKeyField(User, null=True)
    approved_at = Moment(null=True)
    declined_by = ForeignKeyField(User, null=True)
    declined_at = Moment(null=True)
    declined_because = TextField(default="")
    letter = ForeignKeyField(Letter, null=True, unique=True)
    in_force_from = DateField(null=True)
    ended_on = DateField(null=True)
    ended_by = ForeignKeyField(User, null=True)
    ended_at = Moment(null=True)
    ended_because = TextField(default="")
    was_wrong = BooleanField(default=False)
    root = ForeignKeyField("self", null=True, backref="parts")
    follows = ForeignKeyField("self", null=True, backref="followed_by")
    part = IntegerField(default=1)

    customer_id: int
    incident_id: int | None
    letter_id: int | None
    asked_by_id: int
    proposed_by_id: int | None
    approved_by_id: int | None
    root_id: int | None
    follows_id: int | None

    class Meta:
        constraints = [
            Check(
                "approved_at IS NULL OR (approved_by_id IS NOT NULL AND proposed_by_id IS NOT NULL"
                " AND approved_by_id <> proposed_by_id AND ends_on IS NOT NULL AND review_on IS NOT NULL"
                " AND in_force_from IS NOT NULL AND (incident_id IS NOT NULL OR source <> ''))",
                name="marker_approved_by_two_on_a_fact",
            ),
            Check("review_on IS NULL OR ends_on IS NULL OR review_on <= ends_on", name="marker_reviewed_by_its_end"),
            Check("approved_at IS NULL OR declined_at IS NULL", name="marker_decided_once"),
        ]

    @property
    def reference(self) -> str:
        return f"M-{self.root_id or self.id:05d}{f'/{self.part}' if self.part > 1 else ''}"

    @property
    def is_open_request(self) -> bool:
        return self.approved_at is None and self.declined_at is None

    def in_force_on(self, day: dt.date) -> bool:
        """True from its approval until its end; the last day still counts (G54, G55)."""
        if self.in_force_from is None or self.ends_on is None:
            return False
        return self.in_force_from <= day <= self.ends_on and (self.ended_on is None or day < self.ended_on)


class Withholding(Row):
    """A customer not told for now, because telling would be dangerous: the reason, and when it is thought of again."""

    customer = ForeignKeyField(Customer)
    declaration = ForeignKeyField(Declaration, null=True, backref="withholdings")
    marker = ForeignKeyField(Marker, null=True, backref="withholdings")
    because = TextField()
    think_again_on = DateField()
    by = ForeignKeyField(User)
    at = Moment()

    declaration_id: int | None
    marker_id: int | None

    class Meta:
        constraints = [Check("(declaration_id IS NULL) <> (marker_id IS NULL)", name="withholding_of_one_thing")]


# --- Reviews and appeals --------------------------------------------------------------------------------------------


class Review(Row):
    """The landlord's own reconsideration of a restriction or a marker: due, early, or because the customer asked."""

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer, backref="reviews")
    restriction = ForeignKeyField(Restriction, null=True, backref="reviews")
    marker = ForeignKeyField(Marker, null=True, backref="reviews")
    kind = CharField(20)
    due_on = DateField()
    version = IntegerField(default=0)
    opened_by = ForeignKeyField(User)
    opened_at = Moment()
    asked_on = DateField(null=True)
    asked_by = CharField(20, default="")
    asked_channel = CharField(30, default="")
    asked_words = TextField(default="")
    comments_by = DateField(null=True)
    invitation = ForeignKeyField(Letter, null=True, unique=True)
    invited_by = ForeignKeyField(User, null=True)
    invited_at = Moment(null=True)
    support_words = TextField(default="")
    outcome = CharField(20, default="")
    reasons = TextField(default="")
    evidence = CharField(20, default="")
    evidence_because = TextField(default="")
    cited = JSONField(default=list)
    ends_on = DateField(null=True)
    next_review_on = DateField(null=True)
    passages = JSONField(default=dict)
    arranged = TextField(default="")
    numbers = JSONField(default=dict)
    held_by = ForeignKeyField(User, null=True)
    held_at = Moment(null=True)
    consideration = ForeignKeyField(Consideration, null=True)
    letter = ForeignKeyField(Letter, null=True, unique=True)
    successor = ForeignKeyField(Restriction, null=True)
    renewed = ForeignKeyField(Marker, null=True)
    closed_at = Moment(null=True)
    closed_because = TextField(default="")

    customer_id: int
    restriction_id: int | None
    marker_id: int | None
    opened_by_id: int
    held_by_id: int | None
    letter_id: int | None
    invitation_id: int | None
    successor_id: int | None
    renewed_id: int | None

    class Meta:
        constraints = [
            Check("(restriction_id IS NULL) <> (marker_id IS NULL)", name="review_of_one_thing"),
            Check(
                "held_at IS NULL OR (held_by_id IS NOT NULL AND outcome <> '' AND reasons <> '')",
                name="review_held_with_reasons",
            ),
            Check("held_at IS NULL OR closed_at IS NULL", name="review_held_or_overtaken"),
        ]

    @property
    def reference(self) -> str:
        return f"V-{self.id:05d}"

    @property
    def is_open(self) -> bool:
        return self.held_at is None and self.closed_at is None


class ReviewComment(Row):
    """What the customer, their representative or a support worker said for a review (G42)."""

    review = ForeignKeyField(Review, backref="comments")
    customer = ForeignKeyField(Customer)
    from_whom = CharField(20)
    channel = CharField(30)
    on = DateField()
    words = TextField()
    by = ForeignKeyField(User)
    at = Moment()

    review_id: int


class Appeal(Row):
    """The customer's challenge to a restriction, a marker or a warning's facts; heard by somebody not involved (P 4.7).

    The bundle is what was on the file when it came in, frozen then (G47).
    """

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer, backref="appeals")
    restriction = ForeignKeyField(Restriction, null=True, backref="appeals")
    marker = ForeignKeyField(Marker, null=True, backref="appeals")
    warning = ForeignKeyField(BehaviourWarning, null=True, backref="appeals")
    version = IntegerField(default=0)
    received_on = DateField()
    channel = CharField(30)
    from_whom = CharField(20)
    representative = ForeignKeyField(Representative, null=True)
    representative_name = CharField(120, default="")
    words = TextField()
    deadline = DateField(null=True)
    late_because = TextField(default="")
    data_complaint = BooleanField(default=False)
    discrimination = BooleanField(default=False)
    took_by = ForeignKeyField(User)
    took_at = Moment()
    answer_by = DateField()
    numbers = JSONField(default=dict)
    bundle = JSONField(default=dict)
    bundle_sha256 = CharField(64)
    decider = ForeignKeyField(User, null=True)
    assigned_by = ForeignKeyField(User, null=True)
    assigned_at = Moment(null=True)
    acknowledgement = ForeignKeyField(Letter, null=True, unique=True)
    suspended = BooleanField(null=True)
    suspended_from = DateField(null=True)
    suspended_because = TextField(default="")
    suspended_by = ForeignKeyField(User, null=True)
    suspended_at = Moment(null=True)
    extended_to = DateField(null=True)
    extended_because = TextField(default="")
    extended_by = ForeignKeyField(User, null=True)
    extended_at = Moment(null=True)
    extension = ForeignKeyField(Letter, null=True, unique=True)
    outcome = CharField(20, default="")
    reasons = TextField(default="")
    remedy = TextField(default="")
    lessons = TextField(default="")
    ends_on = DateField(null=True)
    next_review_on = DateField(null=True)
    passages = JSONField(default=dict)
    arranged = TextField(default="")
    decided_by = ForeignKeyField(User, null=True)
    decided_at = Moment(null=True)
    consideration = ForeignKeyField(Consideration, null=True)
    letter = ForeignKeyField(Letter, null=True, unique=True)
    successor = ForeignKeyField(Restriction, null=True)
    withdrawn_on = DateField(null=True)
    withdrawn_by = ForeignKeyField(User, null=True)
    withdrawn_at = Moment(null=True)
    withdrawn_words = TextField(default="")

    customer_id: int
    restriction_id: int | None
    marker_id: int | None
    warning_id: int | None
    took_by_id: int
    decider_id: int | None
    decided_by_id: int | None
    letter_id: int | None
    acknowledgement_id: int | None
    extension_id: int | None
    successor_id: int | None

    class Meta:
        constraints = [
            Check(
                "(CASE WHEN restriction_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN marker_id IS NULL THEN 0 ELSE 1 END)"
                " + (CASE WHEN warning_id IS NULL THEN 0 ELSE 1 END) = 1",
                name="appeal_against_one_thing",
            ),
            Check(
                "decided_at IS NULL OR (decided_by_id = decider_id AND reasons <> '')",
                name="appeal_decided_by_its_decider",
            ),
            Check("decided_at IS NULL OR withdrawn_at IS NULL", name="appeal_ends_once"),
            Check("extended_to IS NULL OR extension_id IS NOT NULL", name="appeal_extended_with_a_letter"),
        ]

    @property
    def reference(self) -> str:
        return f"A-{self.id:05d}"

    @property
    def is_open(self) -> bool:
        return self.decided_at is None and self.withdrawn_at is None

    @property
    def due_on(self) -> dt.date:
        """The day by which it is answered, the extension counted."""
        return self.extended_to or self.answer_by


class AppealGround(Row):
    """One ground of an appeal, and the answer to it (G47)."""

    appeal = ForeignKeyField(Appeal, backref="grounds")
    kind = CharField(20)
    words = TextField()
    found = CharField(20, default="")
    answer = TextField(default="")

    appeal_id: int


# --- Endings --------------------------------------------------------------------------------------------------------


class Ending(Row):
    """That the end of a restriction or a marker was settled: the customer's letter, or why none was owed (G48)."""

    customer = ForeignKeyField(Customer)
    restriction = ForeignKeyField(Restriction, null=True, unique=True)
    marker = ForeignKeyField(Marker, null=True, unique=True)
    letter = ForeignKeyField(Letter, null=True, unique=True)
    no_letter_because = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    restriction_id: int | None
    marker_id: int | None
    letter_id: int | None

    class Meta:
        constraints = [
            Check("(restriction_id IS NULL) <> (marker_id IS NULL)", name="ending_of_one_thing"),
            Check("letter_id IS NOT NULL OR no_letter_because <> ''", name="ending_told_or_why_not"),
        ]


class Telling(Row):
    """That a team, a contractor or the housing system was told of a restriction or a marker: by whom and when."""

    customer = ForeignKeyField(Customer)
    restriction = ForeignKeyField(Restriction, null=True, backref="tellings")
    marker = ForeignKeyField(Marker, null=True, backref="tellings")
    occasion = CharField(20)
    whom = CharField(200)
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    restriction_id: int | None
    marker_id: int | None

    class Meta:
        constraints = [Check("(restriction_id IS NULL) <> (marker_id IS NULL)", name="telling_of_one_thing")]


class LifeEvent(Row):
    """What happened in a customer's life that ends or moves what stands on the file (G51)."""

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer, backref="life_events")
    kind = CharField(20)
    on = DateField()
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    customer_id: int


class CorrectionAnswer(Row):
    """What was done about a letter that rests on an incident corrected since: sent again, or why not (G63)."""

    customer = ForeignKeyField(Customer)
    note = ForeignKeyField(IncidentNote, backref="answers")
    letter = ForeignKeyField(Letter, backref="corrections")
    correcting = ForeignKeyField(Letter, null=True, unique=True)
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    note_id: int
    letter_id: int
    correcting_id: int | None

    class Meta:
        indexes = ((("note", "letter"), True),)


# --- Every day ------------------------------------------------------------------------------------------------------


class ContactImport(Row):
    """A list of contacts taken in from a telephone or mail log."""

    name = CharField(200)
    sha256 = CharField(64, unique=True)
    rows = IntegerField()
    by = ForeignKeyField(User)
    at = Moment()


class Contact(Row):
    """Any contact with a customer, good or bad: the raw count behind "excessive" (P 3.3.3, 3.4.3)."""

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer, backref="contacts")
    at = Moment()
    direction = CharField(4, default="in")
    channel = CharField(30)
    subject = CharField(30, default="other")
    words = TextField(default="")
    minutes = IntegerField(null=True)
    colleague = CharField(120, default="")
    protected = CharField(30, default="")
    arrangement = CharField(20, default="")
    restriction = ForeignKeyField(Restriction, null=True, backref="contacts")
    reply_due_on = DateField(null=True)
    replied_by = ForeignKeyField(User, null=True)
    replied_at = Moment(null=True)
    imported = ForeignKeyField(ContactImport, null=True, backref="contacts")
    by = ForeignKeyField(User)
    recorded_at = Moment()

    customer_id: int
    restriction_id: int | None
    by_id: int

    class Meta:
        indexes = ((("customer", "at"), False), (("restriction", "at"), False))


class BreachByUs(Row):
    """Where we did not keep to an arrangement ourselves: a missed slot, a late reply, a missed visit (G50)."""

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer)
    restriction = ForeignKeyField(Restriction, backref="breaches_by_us")
    contact = ForeignKeyField(Contact, null=True)
    kind = CharField(20)
    on = DateField()
    words = TextField(default="")
    put_right = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    restriction_id: int
    contact_id: int | None


class Access(Row):
    """That somebody looked: a contact check made, a marker read, with the reason (G60)."""

    user = ForeignKeyField(User)
    customer = ForeignKeyField(Customer)
    what = CharField(20)
    marker = ForeignKeyField(Marker, null=True)
    reason = CharField(200, default="")
    facts = JSONField(default=dict)
    at = Moment()

    user_id: int
    customer_id: int

    class Meta:
        indexes = ((("customer", "at"), False), (("user", "at"), False))


class Conflict(Row):
    """That a colleague knows a customer privately and stays out of their file (G65)."""

    user = ForeignKeyField(User, backref="conflicts")
    customer = ForeignKeyField(Customer)
    kind = CharField(20)
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()
    ended_by = ForeignKeyField(User, null=True)
    ended_at = Moment(null=True)
    ended_because = TextField(default="")

    user_id: int
    customer_id: int

    class Meta:
        indexes = ((("user", "customer"), False),)


class Absence(Row):
    """Days on which a colleague is away, with what they hand over; why they are away is nobody's business here."""

    user = ForeignKeyField(User, backref="absences")
    starts_on = DateField()
    ends_on = DateField()
    handover = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()
    cancelled_by = ForeignKeyField(User, null=True)
    cancelled_at = Moment(null=True)

    user_id: int

    class Meta:
        constraints = [Check("ends_on >= starts_on", name="absence_in_order")]


class OfficerChange(Row):
    """Another named officer or deputy for a restriction, for some days or for good, and the customer's letter (G28)."""

    customer = ForeignKeyField(Customer)
    restriction = ForeignKeyField(Restriction, backref="officer_changes")
    officer = ForeignKeyField(User)
    deputy = ForeignKeyField(User)
    from_on = DateField()
    until_on = DateField(null=True)
    absence = ForeignKeyField(Absence, null=True)
    because = TextField(default="")
    letter = ForeignKeyField(Letter, unique=True)
    by = ForeignKeyField(User)
    at = Moment()

    restriction_id: int
    officer_id: int
    deputy_id: int
    absence_id: int | None

    class Meta:
        constraints = [
            Check("deputy_id <> officer_id", name="officer_change_deputy_is_another"),
            Check("until_on IS NULL OR until_on >= from_on", name="officer_change_in_order"),
        ]


# --- Looking after staff: apart from the customer's file ------------------------------------------------------------


class CareCheck(Row):
    """That somebody asked a colleague how they are after an incident: the same day, after 7 and after 28 days (G66)."""

    incident = ForeignKeyField(Incident, backref="care_checks")
    user = ForeignKeyField(User, backref="care_checks")
    stage = CharField(20)
    spoke = BooleanField()
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    incident_id: int
    user_id: int


class StaffInjury(Row):
    """What a colleague suffered in an incident and the days they were off; the newest row says how it stands (G67)."""

    incident = ForeignKeyField(Incident, backref="injuries")
    user = ForeignKeyField(User)
    kind = CharField(20)
    words = TextField(default="")
    off_from = DateField(null=True)
    back_on = DateField(null=True)
    by = ForeignKeyField(User)
    at = Moment()

    incident_id: int
    user_id: int


class RiddorReport(Row):
    """That an injury was reported to the Health and Safety Executive (G67)."""

    incident = ForeignKeyField(Incident, backref="riddor_reports")
    user = ForeignKeyField(User)
    reported_on = DateField()
    reported_as = CharField(20)
    number = CharField(60, default="")
    by = ForeignKeyField(User)
    at = Moment()

    incident_id: int
    user_id: int


class StepTaken(Row):
    """One step to protect staff after abuse that targeted who they are (G68)."""

    incident = ForeignKeyField(Incident, backref="steps_taken")
    words = TextField()
    by = ForeignKeyField(User)
    at = Moment()

    incident_id: int


class Statement(Row):
    """A witness statement asked of a colleague, with a deadline."""

    incident = ForeignKeyField(Incident, backref="statements")
    user = ForeignKeyField(User)
    asked_by = ForeignKeyField(User)
    asked_at = Moment()
    due_on = DateField()
    words = TextField(default="")
    given_at = Moment(null=True)

    incident_id: int
    user_id: int


class ReporterTold(Row):
    """That whoever logged an incident was told what was done about it (G70)."""

    incident = ForeignKeyField(Incident, backref="reporter_told")
    words = TextField()
    by = ForeignKeyField(User)
    at = Moment()

    incident_id: int


class Override(Row):
    """A reasoned override of a rule of type S by somebody of a higher grade, for one thing that is being decided."""

    customer = ForeignKeyField(Customer)
    warning = ForeignKeyField(BehaviourWarning, null=True, backref="overrides")
    restriction = ForeignKeyField(Restriction, null=True, backref="overrides")
    review = ForeignKeyField(Review, null=True, backref="overrides")
    marker = ForeignKeyField(Marker, null=True, backref="overrides")
    rule = CharField(6)
    because = TextField()
    by = ForeignKeyField(User)
    at = Moment()

    class Meta:
        constraints = [
            Check(
                "(CASE WHEN warning_id IS NULL THEN 0 ELSE 1 END)"
                " + (CASE WHEN restriction_id IS NULL THEN 0 ELSE 1 END)"
                " + (CASE WHEN review_id IS NULL THEN 0 ELSE 1 END)"
                " + (CASE WHEN marker_id IS NULL THEN 0 ELSE 1 END) = 1",
                name="override_of_one_thing",
            )
        ]


# --- Letters on their way, and what they are made of ----------------------------------------------------------------


class StoredFile(Row):
    """Bytes that never change, under their SHA-256: style sheets, wordings, pictures, PDFs as first made, scans."""

    sha256 = CharField(64, unique=True)
    media_type = CharField(60)
    content = BlobField()
    at = Moment()


class LetterFile(Row):
    """A file that belongs to a letter: the PDF as first made (`pdf`), or a signed copy read in again (`scan`)."""

    letter = ForeignKeyField(Letter, backref="files")
    customer = ForeignKeyField(Customer)
    kind = CharField(20)
    file = ForeignKeyField(StoredFile)
    name = CharField(200, default="")
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    letter_id: int
    file_id: int


class Wording(Row):
    """A version of a letter's words put in use, shipped or the landlord's own, kept to be shown years later."""

    name = CharField(100)
    language = CharField(10)
    version = CharField(64)
    own = BooleanField(default=False)
    file = ForeignKeyField(StoredFile)
    words = TextField(default="")
    by = ForeignKeyField(User, null=True)
    at = Moment()

    file_id: int

    class Meta:
        indexes = ((("name", "language", "version"), True),)


class SignOff(Row):
    """A named person answers for the translation of a letter, in exactly this version; or no longer does.

    `english` is the version of the English letter that it was read against.
    """

    name = CharField(100)
    language = CharField(10)
    version = CharField(64)
    english = CharField(64, default="")
    granted = BooleanField(default=True)
    signer = CharField(200)
    qualification = TextField()
    by = ForeignKeyField(User)
    at = Moment()

    class Meta:
        indexes = ((("name", "language"), False),)


class Translated(Row):
    """Words typed in English as a translator put them; the newest for a language and an English text counts."""

    customer = ForeignKeyField(Customer)
    language = CharField(10)
    digest = CharField(64)
    english = TextField()
    words = TextField()
    translator = CharField(200)
    by = ForeignKeyField(User)
    at = Moment()

    customer_id: int

    class Meta:
        indexes = ((("language", "digest"), False),)


class Signature(Row):
    """The picture of a colleague's signature, for letters they sign; the newest counts, one without a file ends it."""

    user = ForeignKeyField(User, backref="signatures")
    file = ForeignKeyField(StoredFile, null=True)
    by = ForeignKeyField(User)
    at = Moment()

    user_id: int
    file_id: int | None


class Enclosure(Row):
    """Something that goes into the envelope: the policy, an appeal form. The newest row of a key counts."""

    key = CharField(40)
    title = CharField(200)
    letters = JSONField(default=list)
    file = ForeignKeyField(StoredFile, null=True)
    ended = BooleanField(default=False)
    by = ForeignKeyField(User)
    at = Moment()

    file_id: int | None

    class Meta:
        indexes = ((("key",), False),)


class PostRun(Row):
    """Letters of one tray printed in one go. Nothing is marked sent before somebody says that it was."""

    form_key = CharField(64, unique=True)
    by = ForeignKeyField(User)
    at = Moment()
    two_sided = BooleanField(default=False)
    printed_at = Moment(null=True)
    pages = IntegerField(null=True)
    closed_by = ForeignKeyField(User, null=True)
    closed_at = Moment(null=True)
    sent_on = DateField(null=True)

    by_id: int
    closed_by_id: int | None

    @property
    def reference(self) -> str:
        return f"P-{self.id:05d}"


class PostRunLetter(Row):
    """One letter of a run: how it was to go, and what became of it (`sent`, `left_out`, or nothing yet).

    An index holds that a letter is in one open run only. Of an abandoned run all were left out.
    """

    run = ForeignKeyField(PostRun, backref="letters")
    letter = ForeignKeyField(Letter)
    place = IntegerField()
    way = CharField(20)
    outcome = CharField(20, default="")
    because = TextField(default="")
    tracking = CharField(60, default="")
    delivery = ForeignKeyField(Delivery, null=True)

    run_id: int
    letter_id: int
    delivery_id: int | None

    class Meta:
        indexes = ((("run", "letter"), True),)


PostRunLetter.add_index(PostRunLetter.letter, unique=True, where=SQL("outcome = ''"), name="post_run_letter_open")


class EmailSent(Row):
    """One try to send a letter by e-mail: taken by our mail server, or refused, with its code and no words of ours."""

    letter = ForeignKeyField(Letter, backref="emails")
    customer = ForeignKeyField(Customer)
    address = CharField(200)
    message_id = CharField(200)
    taken = BooleanField()
    answer = CharField(200, default="")
    delivery = ForeignKeyField(Delivery, null=True)
    by = ForeignKeyField(User)
    at = Moment()

    letter_id: int


class SideLetter(Row):
    """A letter beside the decisions: a reminder, to a support worker, a notice to staff, a warning that ended clean."""

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
    at = Moment()

    customer_id: int
    warning_id: int | None
    restriction_id: int | None
    marker_id: int | None
    support_worker_id: int | None
    letter_id: int


# --- History --------------------------------------------------------------------------------------------------------


class Event(Row):
    """One line of history: past tense, append-only, chained by digest. Facts are numbers, dates and keys: no names."""

    number = IntegerField(unique=True)
    name = CharField(60)
    at = Moment()
    actor = ForeignKeyField(User, null=True)
    customer = ForeignKeyField(Customer, null=True, backref="events")
    facts = JSONField(default=dict)
    previous = CharField(64)
    digest = CharField(64)

    customer_id: int | None
    actor_id: int | None

    class Meta:
        indexes = ((("customer", "number"), False),)


TABLES: tuple[type[Row], ...] = (
    User,
    SignInAttempt,
    Setting,
    Customer,
    ContactWay,
    Need,
    SupportWorker,
    Representative,
    Incident,
    IncidentStaff,
    IncidentNote,
    CustomerRequest,
    SupportContact,
    Consideration,
    Letter,
    Delivery,
    BehaviourWarning,
    WarningIncident,
    WarningSanction,
    Declaration,
    Restriction,
    RestrictionTerm,
    RestrictionIncident,
    Marker,
    Withholding,
    Review,
    ReviewComment,
    Appeal,
    AppealGround,
    Ending,
    Telling,
    LifeEvent,
    CorrectionAnswer,
    ContactImport,
    Contact,
    BreachByUs,
    Access,
    Conflict,
    Absence,
    OfficerChange,
    CareCheck,
    StaffInjury,
    RiddorReport,
    StepTaken,
    Statement,
    ReporterTold,
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
    Override,
    Event,
)
