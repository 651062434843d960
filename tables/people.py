"""The people who work here: who they are, when they are away, how they sign, and the landlord's settings."""

from peewee import BooleanField, CharField, Check, DateField, ForeignKeyField, IntegerField, JSONField, TextField

from tables.base import Moment, Row


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
