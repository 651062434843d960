"""Customers: how to reach them, what they need, who supports and speaks for them, what happens in their lives."""

import datetime as dt

from peewee import CharField, DateField, ForeignKeyField, IntegerField, TextField

from tables.base import Moment, Row
from tables.people import User


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
