"""The door to the tables: connecting, migrating, holding a file, and every model by its name.

The tables are in tables/, by area: Peewee and the standard library only. No rule of the policy, no number and no clock
lives there. Rows are added and dated, never deleted; what may not change at all (events, letters, incidents as first
told) is held by triggers that the migrations make.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from peewee import Database, SqliteDatabase
from playhouse import db_url
from playhouse.migrations import Runner

from tables.base import (
    MIGRATIONS,
    SQLITE,
    SQLITE_PRAGMAS,
    Moment,
    Row,
    db,
    marks,
    nonce,
    on_sqlite,
    once,
    remember,
    rows_among,
    rows_of,
    writing,
)
from tables.care import CareCheck, ReporterTold, RiddorReport, StaffInjury, Statement, StepTaken
from tables.contacts import Access, BreachByUs, Contact, ContactImport, OfficerChange
from tables.customers import Conflict, ContactWay, Customer, LifeEvent, Need, Representative, SupportWorker
from tables.history import Event
from tables.incidents import Consideration, CustomerRequest, Incident, IncidentNote, IncidentStaff, SupportContact
from tables.letters import (
    Delivery,
    EmailSent,
    Enclosure,
    Letter,
    LetterFile,
    PostRun,
    PostRunLetter,
    Signature,
    SignOff,
    StoredFile,
    Translated,
    Wording,
)
from tables.markers import Marker, Withholding
from tables.people import Absence, Setting, SignInAttempt, User
from tables.reviews_and_appeals import (
    Appeal,
    AppealGround,
    CorrectionAnswer,
    Ending,
    Override,
    Review,
    ReviewComment,
    SideLetter,
    Telling,
)
from tables.warnings_and_restrictions import (
    BehaviourWarning,
    Declaration,
    Restriction,
    RestrictionIncident,
    RestrictionTerm,
    WarningIncident,
    WarningSanction,
)


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


def migrate() -> list[str]:
    """Bring the schema up to date; answers the names of the migrations that ran."""
    return Runner(db.obj, str(MIGRATIONS)).up()


@contextmanager
def holding(thing: Any) -> Iterator[Any]:
    """A write transaction that holds the customer's file; yields `thing` read again inside it.

    Every deed on one file waits here for the one before it, so what a question answered inside stays true.
    """
    with writing():
        if isinstance(thing, Customer):
            yield thing.fresh()
        else:
            file = Customer(id=thing.customer_id).fresh()
            held = thing.fresh()
            held.customer = file
            yield held


TABLES: tuple[type[Row], ...] = tuple(Row.__subclasses__())
"""Every table, in the order in which they can be made: each after those it points at."""

# What may only be added to: the migrations make the triggers that hold it.
APPEND_ONLY: tuple[type[Row], ...] = (
    Event, Letter, Delivery, Incident, IncidentStaff, IncidentNote, Consideration, SupportContact, Override,
    Setting, Withholding, ReviewComment, Ending, Telling, LifeEvent, CorrectionAnswer, ContactImport, BreachByUs,
    Access, OfficerChange, CareCheck, StaffInjury, RiddorReport, StepTaken, ReporterTold, StoredFile, LetterFile,
    Wording, SignOff, Translated, Signature, Enclosure, EmailSent, SideLetter,
)  # fmt: skip
