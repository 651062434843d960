"""What happened, what was asked for in the same contact, and the weighing before a decision."""

import datetime as dt

from peewee import (
    BooleanField,
    CharField,
    Check,
    DateField,
    ForeignKeyField,
    IntegerField,
    JSONField,
    TextField,
    TimeField,
)

from tables.base import Moment, Row, nonce
from tables.customers import Customer, SupportWorker
from tables.people import User


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

    for_letters = ""  # how our letters put it, where somebody wrote that (policy/incidents/evidence.py)

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
