"""Reviews, appeals, endings and who was told of them, and rules set aside."""

import datetime as dt

from peewee import BooleanField, CharField, Check, DateField, ForeignKeyField, IntegerField, JSONField, TextField

from tables.base import Moment, Row
from tables.customers import Customer, Representative, SupportWorker
from tables.incidents import Consideration, IncidentNote
from tables.letters import Letter
from tables.markers import Marker
from tables.people import User
from tables.warnings_and_restrictions import BehaviourWarning, Restriction


class Review(Row):
    """The landlord's own reconsideration of a restriction or a marker: due, early, or because the customer asked."""

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer, backref="reviews")
    restriction = ForeignKeyField(Restriction, null=True, backref="reviews")
    marker = ForeignKeyField(Marker, null=True, backref="reviews")
    kind = CharField(20)
    due_on = DateField()
    version = IntegerField(default=0)
    opened_by = ForeignKeyField(User)
    opened_at = Moment()
    asked_on = DateField(null=True)
    asked_by = CharField(20, default="")
    asked_channel = CharField(30, default="")
    asked_words = TextField(default="")
    comments_by = DateField(null=True)
    invitation = ForeignKeyField(Letter, null=True, unique=True)
    invited_by = ForeignKeyField(User, null=True)
    invited_at = Moment(null=True)
    support_words = TextField(default="")
    outcome = CharField(20, default="")
    reasons = TextField(default="")
    evidence = CharField(20, default="")
    evidence_because = TextField(default="")
    cited = JSONField(default=list)
    ends_on = DateField(null=True)
    next_review_on = DateField(null=True)
    passages = JSONField(default=dict)
    arranged = TextField(default="")
    numbers = JSONField(default=dict)
    held_by = ForeignKeyField(User, null=True)
    held_at = Moment(null=True)
    consideration = ForeignKeyField(Consideration, null=True)
    letter = ForeignKeyField(Letter, null=True, unique=True)
    successor = ForeignKeyField(Restriction, null=True)
    renewed = ForeignKeyField(Marker, null=True)
    closed_at = Moment(null=True)
    closed_because = TextField(default="")

    customer_id: int
    restriction_id: int | None
    marker_id: int | None
    opened_by_id: int
    held_by_id: int | None
    letter_id: int | None
    invitation_id: int | None
    successor_id: int | None
    renewed_id: int | None

    class Meta:
        constraints = [
            Check("(restriction_id IS NULL) <> (marker_id IS NULL)", name="review_of_one_thing"),
            Check(
                "held_at IS NULL OR (held_by_id IS NOT NULL AND outcome <> '' AND reasons <> '')",
                name="review_held_with_reasons",
            ),
            Check("held_at IS NULL OR closed_at IS NULL", name="review_held_or_overtaken"),
        ]

    @property
    def reference(self) -> str:
        return f"V-{self.id:05d}"

    @property
    def is_open(self) -> bool:
        return self.held_at is None and self.closed_at is None


class ReviewComment(Row):
    """What the customer, their representative or a support worker said for a review (G42)."""

    review = ForeignKeyField(Review, backref="comments")
    customer = ForeignKeyField(Customer)
    from_whom = CharField(20)
    channel = CharField(30)
    on = DateField()
    words = TextField()
    by = ForeignKeyField(User)
    at = Moment()

    review_id: int


class Appeal(Row):
    """The customer's challenge to a restriction, a marker or a warning's facts; heard by somebody not involved (P 4.7).

    The bundle is what was on the file when it came in, frozen then (G47).
    """

    form_key = CharField(64, unique=True)
    customer = ForeignKeyField(Customer, backref="appeals")
    restriction = ForeignKeyField(Restriction, null=True, backref="appeals")
    marker = ForeignKeyField(Marker, null=True, backref="appeals")
    warning = ForeignKeyField(BehaviourWarning, null=True, backref="appeals")
    version = IntegerField(default=0)
    received_on = DateField()
    channel = CharField(30)
    from_whom = CharField(20)
    representative = ForeignKeyField(Representative, null=True)
    representative_name = CharField(120, default="")
    words = TextField()
    deadline = DateField(null=True)
    late_because = TextField(default="")
    data_complaint = BooleanField(default=False)
    discrimination = BooleanField(default=False)
    took_by = ForeignKeyField(User)
    took_at = Moment()
    answer_by = DateField()
    numbers = JSONField(default=dict)
    bundle = JSONField(default=dict)
    bundle_sha256 = CharField(64)
    decider = ForeignKeyField(User, null=True)
    assigned_by = ForeignKeyField(User, null=True)
    assigned_at = Moment(null=True)
    acknowledgement = ForeignKeyField(Letter, null=True, unique=True)
    suspended = BooleanField(null=True)
    suspended_from = DateField(null=True)
    suspended_because = TextField(default="")
    suspended_by = ForeignKeyField(User, null=True)
    suspended_at = Moment(null=True)
    extended_to = DateField(null=True)
    extended_because = TextField(default="")
    extended_by = ForeignKeyField(User, null=True)
    extended_at = Moment(null=True)
    extension = ForeignKeyField(Letter, null=True, unique=True)
    outcome = CharField(20, default="")
    reasons = TextField(default="")
    remedy = TextField(default="")
    lessons = TextField(default="")
    ends_on = DateField(null=True)
    next_review_on = DateField(null=True)
    passages = JSONField(default=dict)
    arranged = TextField(default="")
    decided_by = ForeignKeyField(User, null=True)
    decided_at = Moment(null=True)
    consideration = ForeignKeyField(Consideration, null=True)
    letter = ForeignKeyField(Letter, null=True, unique=True)
    successor = ForeignKeyField(Restriction, null=True)
    withdrawn_on = DateField(null=True)
    withdrawn_by = ForeignKeyField(User, null=True)
    withdrawn_at = Moment(null=True)
    withdrawn_words = TextField(default="")

    customer_id: int
    restriction_id: int | None
    marker_id: int | None
    warning_id: int | None
    took_by_id: int
    decider_id: int | None
    decided_by_id: int | None
    letter_id: int | None
    acknowledgement_id: int | None
    extension_id: int | None
    successor_id: int | None

    class Meta:
        constraints = [
            Check(
                "(CASE WHEN restriction_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN marker_id IS NULL THEN 0 ELSE 1 END)"
                " + (CASE WHEN warning_id IS NULL THEN 0 ELSE 1 END) = 1",
                name="appeal_against_one_thing",
            ),
            Check(
                "decided_at IS NULL OR (decided_by_id = decider_id AND reasons <> '')",
                name="appeal_decided_by_its_decider",
            ),
            Check("decided_at IS NULL OR withdrawn_at IS NULL", name="appeal_ends_once"),
            Check("extended_to IS NULL OR extension_id IS NOT NULL", name="appeal_extended_with_a_letter"),
        ]

    @property
    def reference(self) -> str:
        return f"A-{self.id:05d}"

    @property
    def is_open(self) -> bool:
        return self.decided_at is None and self.withdrawn_at is None

    @property
    def due_on(self) -> dt.date:
        """The day by which it is answered, the extension counted."""
        return self.extended_to or self.answer_by


class AppealGround(Row):
    """One ground of an appeal, and the answer to it (G47)."""

    appeal = ForeignKeyField(Appeal, backref="grounds")
    kind = CharField(20)
    words = TextField()
    found = CharField(20, default="")
    answer = TextField(default="")

    appeal_id: int


class Ending(Row):
    """That the end of a restriction or a marker was settled: the customer's letter, or why none was owed (G48)."""

    customer = ForeignKeyField(Customer)
    restriction = ForeignKeyField(Restriction, null=True, unique=True)
    marker = ForeignKeyField(Marker, null=True, unique=True)
    letter = ForeignKeyField(Letter, null=True, unique=True)
    no_letter_because = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    restriction_id: int | None
    marker_id: int | None
    letter_id: int | None

    class Meta:
        constraints = [
            Check("(restriction_id IS NULL) <> (marker_id IS NULL)", name="ending_of_one_thing"),
            Check("letter_id IS NOT NULL OR no_letter_because <> ''", name="ending_told_or_why_not"),
        ]


class Telling(Row):
    """That a team, a contractor or the housing system was told of a restriction or a marker: by whom and when."""

    customer = ForeignKeyField(Customer)
    restriction = ForeignKeyField(Restriction, null=True, backref="tellings")
    marker = ForeignKeyField(Marker, null=True, backref="tellings")
    occasion = CharField(20)
    whom = CharField(200)
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    restriction_id: int | None
    marker_id: int | None

    class Meta:
        constraints = [Check("(restriction_id IS NULL) <> (marker_id IS NULL)", name="telling_of_one_thing")]


class CorrectionAnswer(Row):
    """What was done about a letter that rests on an incident corrected since: sent again, or why not (G63)."""

    customer = ForeignKeyField(Customer)
    note = ForeignKeyField(IncidentNote, backref="answers")
    letter = ForeignKeyField(Letter, backref="corrections")
    correcting = ForeignKeyField(Letter, null=True, unique=True)
    words = TextField(default="")
    by = ForeignKeyField(User)
    at = Moment()

    note_id: int
    letter_id: int
    correcting_id: int | None

    class Meta:
        indexes = ((("note", "letter"), True),)


class Override(Row):
    """A reasoned override of a rule of type S by somebody of a higher grade, for one thing that is being decided."""

    customer = ForeignKeyField(Customer)
    warning = ForeignKeyField(BehaviourWarning, null=True, backref="overrides")
    restriction = ForeignKeyField(Restriction, null=True, backref="overrides")
    review = ForeignKeyField(Review, null=True, backref="overrides")
    marker = ForeignKeyField(Marker, null=True, backref="overrides")
    rule = CharField(6)
    because = TextField()
    by = ForeignKeyField(User)
    at = Moment()

    class Meta:
        constraints = [
            Check(
                "(CASE WHEN warning_id IS NULL THEN 0 ELSE 1 END)"
                " + (CASE WHEN restriction_id IS NULL THEN 0 ELSE 1 END)"
                " + (CASE WHEN review_id IS NULL THEN 0 ELSE 1 END)"
                " + (CASE WHEN marker_id IS NULL THEN 0 ELSE 1 END) = 1",
                name="override_of_one_thing",
            )
        ]


class SideLetter(Row):
    """A letter beside the decisions: a reminder, to a support worker, a notice to staff, a warning that ended clean."""

    form_key = CharField(64, unique=True)
    kind = CharField(30)
    customer = ForeignKeyField(Customer)
    warning = ForeignKeyField(BehaviourWarning, null=True)
    restriction = ForeignKeyField(Restriction, null=True)
    marker = ForeignKeyField(Marker, null=True)
    support_worker = ForeignKeyField(SupportWorker, null=True)
    to_whom = CharField(200, default="")
    agreed = TextField(default="")
    passages = JSONField(default=dict)
    cited = JSONField(default=list)
    arranged = TextField(default="")
    letter = ForeignKeyField(Letter, unique=True)
    by = ForeignKeyField(User)
    at = Moment()

    customer_id: int
    warning_id: int | None
    restriction_id: int | None
    marker_id: int | None
    support_worker_id: int | None
    letter_id: int
