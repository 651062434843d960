"""Staff-safety markers, and what the customer is not told for now."""

import datetime as dt

from peewee import BooleanField, CharField, Check, DateField, ForeignKeyField, IntegerField, JSONField, TextField

from tables.base import Moment, Row, lasts
from tables.customers import Customer
from tables.incidents import Consideration, Incident
from tables.letters import Letter
from tables.people import User
from tables.warnings_and_restrictions import Declaration


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
        return lasts(self, day)


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
