"""Looking after colleagues, apart from the customer's file."""

from peewee import BooleanField, CharField, DateField, ForeignKeyField, TextField

from tables.base import Moment, Row
from tables.incidents import Incident
from tables.people import User


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
