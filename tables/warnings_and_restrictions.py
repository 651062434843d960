"""Warnings, the extreme route's declarations, and restrictions with their measures."""

import datetime as dt

from peewee import CharField, Check, DateField, ForeignKeyField, IntegerField, JSONField, TextField

from tables.base import Moment, Row, lasts
from tables.customers import Customer
from tables.incidents import Consideration, Incident
from tables.letters import Letter
from tables.people import User


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
        return lasts(self, day)


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
