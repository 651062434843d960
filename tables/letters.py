"""Letters as sent, how they reached people, the files and wordings they are made of, and the post."""

from peewee import (
    SQL,
    BlobField,
    BooleanField,
    CharField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    TextField,
)

from tables.base import Moment, Row
from tables.customers import Customer
from tables.people import User


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
