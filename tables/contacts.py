"""Contacts with a customer, where we broke an arrangement ourselves, and who looked at what."""

from peewee import CharField, Check, DateField, ForeignKeyField, IntegerField, JSONField, TextField

from tables.base import Moment, Row
from tables.customers import Customer
from tables.letters import Letter
from tables.markers import Marker
from tables.people import Absence, User
from tables.warnings_and_restrictions import Restriction


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
