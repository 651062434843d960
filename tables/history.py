"""The chain of events."""

from peewee import CharField, ForeignKeyField, IntegerField, JSONField

from tables.base import Moment, Row
from tables.customers import Customer
from tables.people import User


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
