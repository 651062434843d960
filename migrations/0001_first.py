"""The first schema: frozen copies of the models as they were, so that later models change nothing here."""

from peewee import *


def up(migrator, db):
    class User(Model):
        name = CharField(max_length=120)
        email = CharField(unique=True, max_length=200)
        password_hash = CharField(max_length=200, default="")
        job_title = CharField(max_length=120, default="")
        team = CharField(max_length=120, default="")
        telephone = CharField(max_length=40, default="")
        roles = JSONField(default=list)
        line_manager = ForeignKeyField("self", null=True)
        working_days = JSONField()
        active = BooleanField(default=True)
        session_version = IntegerField(default=0)
        added_at = DateTimeField()

        class Meta:
            database = db
            table_name = "user"

    db.create_tables([User])

    class Customer(Model):
        reference = CharField(unique=True, max_length=40)
        kind = CharField(max_length=30)
        name = CharField(max_length=120)
        salutation = CharField(max_length=120, default="")
        date_of_birth = DateField(null=True)
        address = TextField(default="")
        postcode = CharField(max_length=12, default="")
        letter_format = CharField(max_length=30, default="standard")
        language = CharField(max_length=40, default="English")
        search_words = TextField(default="")
        version = IntegerField(default=0)
        added_by = ForeignKeyField(User)
        added_at = DateTimeField()

        class Meta:
            database = db
            table_name = "customer"

    db.create_tables([Customer])

    class Consideration(Model):
        form_key = CharField(unique=True, max_length=64)
        customer = ForeignKeyField(Customer)
        purpose = CharField(max_length=20)
        made_by = ForeignKeyField(User)
        made_at = DateTimeField()
        needs = TextField()
        linked_to_disability = CharField(max_length=12)
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

        class Meta:
            database = db
            table_name = "consideration"

    db.create_tables([Consideration])

    class Letter(Model):
        customer = ForeignKeyField(Customer)
        kind = CharField(max_length=60)
        title = CharField(max_length=200)
        format = CharField(max_length=30)
        language = CharField(max_length=40)
        arranged = TextField(default="")
        html = TextField()
        source = TextField()
        template = CharField(max_length=100)
        template_version = CharField(max_length=64)
        facts = JSONField()
        sha256 = CharField(max_length=64)
        issued_by = ForeignKeyField(User)
        issued_at = DateTimeField()

        class Meta:
            database = db
            table_name = "letter"

    db.create_tables([Letter])

    class BehaviourWarning(Model):
        customer = ForeignKeyField(Customer)
        kind = CharField(max_length=30, default="behaviour")
        version = IntegerField(default=0)
        drafted_by = ForeignKeyField(User)
        drafted_at = DateTimeField()
        passages = JSONField(default=dict)
        sanction_months = IntegerField(null=True)
        numbers = JSONField(default=dict)
        read_by = ForeignKeyField(User, null=True)
        read_at = DateTimeField(null=True)
        read_words = TextField(default="")
        read_version = IntegerField(null=True)
        arranged = TextField(default="")
        issued_by = ForeignKeyField(User, null=True)
        issued_at = DateTimeField(null=True)
        consideration = ForeignKeyField(Consideration, null=True)
        letter = ForeignKeyField(Letter, unique=True, null=True)
        withdrawn_by = ForeignKeyField(User, null=True)
        withdrawn_at = DateTimeField(null=True)
        withdrawn_because = TextField(default="")
        form_key = CharField(unique=True, max_length=64)

        class Meta:
            constraints = [
                Check("(issued_at IS NULL) = (letter_id IS NULL)", name="warning_issued_with_its_letter"),
                Check("read_by_id IS NULL OR read_by_id <> drafted_by_id", name="warning_second_reader_is_another"),
            ]
            database = db
            table_name = "behaviour_warning"

    db.create_tables([BehaviourWarning])

    class ContactWay(Model):
        customer = ForeignKeyField(Customer)
        kind = CharField(max_length=20)
        value = CharField(max_length=200)
        note = CharField(max_length=200, default="")
        ended_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "contact_way"

    db.create_tables([ContactWay])

    class Incident(Model):
        form_key = CharField(unique=True, max_length=64)
        nonce = CharField(max_length=32)
        customer = ForeignKeyField(Customer)
        recorded_by = ForeignKeyField(User)
        recorded_at = DateTimeField()
        late_reason = TextField(default="")
        happened_on = DateField()
        date_is_about = BooleanField(default=False)
        started_at = TimeField(null=True)
        ended_at = TimeField(null=True)
        time_unknown_because = TextField(default="")
        until_on = DateField(null=True)
        contacts_counted = JSONField(default=list)
        minutes_spent = IntegerField(null=True)
        channel = CharField(max_length=30)
        place = TextField(default="")
        what_happened = TextField()
        exact_words = TextField(default="")
        behaviours = JSONField(default=list)
        severity = IntegerField(default=1)
        who_acted = CharField(max_length=30, default="customer")
        identified_by = TextField(default="")
        identity = CharField(max_length=12, default="certain")
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
        protected = CharField(max_length=30, default="")
        allegation = TextField(default="")
        observed = TextField(default="")
        witnesses = TextField(default="")
        evidence_held = TextField(default="")
        police = CharField(max_length=20, default="")
        police_words = TextField(default="")

        class Meta:
            constraints = [
                Check("severity BETWEEN 1 AND 4", name="incident_severity"),
                Check("until_on IS NULL OR until_on >= happened_on", name="incident_period"),
            ]
            database = db
            table_name = "incident"
            indexes = ((("customer", "happened_on"), False), (("recorded_by", "recorded_at"), False))

    db.create_tables([Incident])

    class CustomerRequest(Model):
        incident = ForeignKeyField(Incident)
        customer = ForeignKeyField(Customer)
        words = TextField()
        owner = ForeignKeyField(User)
        due_on = DateField()
        passed_by = ForeignKeyField(User, null=True)
        passed_at = DateTimeField(null=True)
        answered_by = ForeignKeyField(User, null=True)
        answered_at = DateTimeField(null=True)
        answer = TextField(default="")

        class Meta:
            database = db
            table_name = "customer_request"

    db.create_tables([CustomerRequest])

    class Delivery(Model):
        letter = ForeignKeyField(Letter)
        customer = ForeignKeyField(Customer)
        outcome = CharField(max_length=20)
        on = DateField()
        deemed_on = DateField(null=True)
        address = TextField(default="")
        tracking = CharField(max_length=60, default="")
        words = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            constraints = [Check("outcome <> 'returned' OR deemed_on IS NULL", name="delivery_returned_is_not_served")]
            database = db
            table_name = "delivery"

    db.create_tables([Delivery])

    class Event(Model):
        number = IntegerField(unique=True)
        name = CharField(max_length=60)
        at = DateTimeField()
        actor = ForeignKeyField(User, null=True)
        customer = ForeignKeyField(Customer, null=True)
        facts = JSONField(default=dict)
        previous = CharField(max_length=64)
        digest = CharField(max_length=64)

        class Meta:
            database = db
            table_name = "event"
            indexes = ((("customer", "number"), False),)

    db.create_tables([Event])

    class IncidentNote(Model):
        incident = ForeignKeyField(Incident)
        kind = CharField(max_length=30)
        outcome = CharField(max_length=30, default="")
        words = TextField()
        added = JSONField(default=dict)
        by = ForeignKeyField(User)
        at = DateTimeField()
        form_key = CharField(unique=True, max_length=64)

        class Meta:
            database = db
            table_name = "incident_note"

    db.create_tables([IncidentNote])

    class IncidentStaff(Model):
        incident = ForeignKeyField(Incident)
        user = ForeignKeyField(User)
        part = CharField(max_length=20, default="target")

        class Meta:
            database = db
            table_name = "incident_staff"

    db.create_tables([IncidentStaff])

    class Need(Model):
        customer = ForeignKeyField(Customer)
        kind = CharField(max_length=30)
        words = TextField(default="")
        recorded_by = ForeignKeyField(User)
        recorded_at = DateTimeField()
        ended_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "need"

    db.create_tables([Need])

    class Restriction(Model):
        customer = ForeignKeyField(Customer)
        warning = ForeignKeyField(BehaviourWarning, null=True)
        version = IntegerField(default=0)
        proposed_by = ForeignKeyField(User)
        proposed_at = DateTimeField()
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
        authorised_at = DateTimeField(null=True)
        consideration = ForeignKeyField(Consideration, null=True)
        declined_by = ForeignKeyField(User, null=True)
        declined_at = DateTimeField(null=True)
        declined_because = TextField(default="")
        issued_by = ForeignKeyField(User, null=True)
        issued_at = DateTimeField(null=True)
        in_force_from = DateField(null=True)
        letter = ForeignKeyField(Letter, unique=True, null=True)
        ended_on = DateField(null=True)
        ended_by = ForeignKeyField(User, null=True)
        ended_at = DateTimeField(null=True)
        ended_because = TextField(default="")
        form_key = CharField(unique=True, max_length=64)

        class Meta:
            constraints = [
                Check(
                    "ends_on IS NULL OR starts_on IS NULL OR ends_on > starts_on", name="restriction_ends_after_start"
                ),
                Check(
                    "review_on IS NULL OR (review_on >= starts_on AND review_on <= ends_on)",
                    name="restriction_review_within_term",
                ),
                Check(
                    "authorised_at IS NULL OR (authorised_by_id IS NOT NULL AND warning_id IS NOT NULL"
                    " AND consideration_id IS NOT NULL AND starts_on IS NOT NULL AND ends_on IS NOT NULL"
                    " AND review_on IS NOT NULL)",
                    name="restriction_authorised_is_complete",
                ),
                Check(
                    "issued_at IS NULL OR"
                    " (authorised_at IS NOT NULL AND letter_id IS NOT NULL AND in_force_from IS NOT NULL)",
                    name="restriction_issued_after_authority",
                ),
                Check("in_force_from IS NULL OR issued_at IS NOT NULL", name="restriction_in_force_after_letter"),
                Check("authorised_at IS NULL OR declined_at IS NULL", name="restriction_decided_once"),
            ]
            database = db
            table_name = "restriction"

    db.create_tables([Restriction])

    class Override(Model):
        customer = ForeignKeyField(Customer)
        warning = ForeignKeyField(BehaviourWarning, null=True)
        restriction = ForeignKeyField(Restriction, null=True)
        rule = CharField(max_length=6)
        because = TextField()
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            constraints = [Check("(warning_id IS NULL) <> (restriction_id IS NULL)", name="override_of_one_thing")]
            database = db
            table_name = "override"

    db.create_tables([Override])

    class Representative(Model):
        customer = ForeignKeyField(Customer)
        name = CharField(max_length=120)
        relationship = CharField(max_length=120, default="")
        telephone = CharField(max_length=40, default="")
        email = CharField(max_length=200, default="")
        added_at = DateTimeField()
        ended_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "representative"

    db.create_tables([Representative])

    class RestrictionIncident(Model):
        restriction = ForeignKeyField(Restriction)
        incident = ForeignKeyField(Incident)

        class Meta:
            database = db
            table_name = "restriction_incident"
            indexes = ((("restriction", "incident"), True),)

    db.create_tables([RestrictionIncident])

    class RestrictionTerm(Model):
        restriction = ForeignKeyField(Restriction)
        kind = CharField(max_length=30)
        channels = JSONField(default=list)
        officer = ForeignKeyField(User, null=True)
        deputy = ForeignKeyField(User, null=True)
        slots = JSONField(default=list)
        definition = TextField(default="")
        examples = TextField(default="")
        place = TextField(default="")
        instead = TextField(default="")

        class Meta:
            constraints = [Check("deputy_id IS NULL OR deputy_id <> officer_id", name="term_deputy_is_another")]
            database = db
            table_name = "restriction_term"
            indexes = ((("restriction", "kind"), True),)

    db.create_tables([RestrictionTerm])

    class Setting(Model):
        key = CharField(max_length=60)
        value = JSONField(null=True)
        at = DateTimeField()
        by = ForeignKeyField(User, null=True)

        class Meta:
            database = db
            table_name = "setting"
            indexes = ((("key", "at"), False),)

    db.create_tables([Setting])

    class SignInAttempt(Model):
        name_digest = CharField(index=True, max_length=64)
        remote = CharField(index=True, max_length=64)
        at = DateTimeField(index=True)
        succeeded = BooleanField()

        class Meta:
            database = db
            table_name = "sign_in_attempt"

    db.create_tables([SignInAttempt])

    class SupportWorker(Model):
        customer = ForeignKeyField(Customer)
        name = CharField(max_length=120)
        organisation = CharField(max_length=160, default="")
        telephone = CharField(max_length=40, default="")
        email = CharField(max_length=200, default="")
        basis = TextField(default="")
        added_at = DateTimeField()
        ended_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "support_worker"

    db.create_tables([SupportWorker])

    class SupportContact(Model):
        support_worker = ForeignKeyField(SupportWorker)
        customer = ForeignKeyField(Customer)
        on = DateField()
        method = CharField(max_length=30)
        reached = BooleanField()
        words = TextField(default="")
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "support_contact"

    db.create_tables([SupportContact])

    class WarningIncident(Model):
        warning = ForeignKeyField(BehaviourWarning)
        incident = ForeignKeyField(Incident)

        class Meta:
            database = db
            table_name = "warning_incident"
            indexes = ((("warning", "incident"), True),)

    db.create_tables([WarningIncident])

    class WarningSanction(Model):
        warning = ForeignKeyField(BehaviourWarning)
        kind = CharField(max_length=30)
        detail = JSONField(default=dict)

        class Meta:
            database = db
            table_name = "warning_sanction"
            indexes = ((("warning", "kind"), True),)

    db.create_tables([WarningSanction])


def down(migrator, db):
    migrator.migrate(migrator.drop_table("warning_sanction"))
    migrator.migrate(migrator.drop_table("warning_incident"))
    migrator.migrate(migrator.drop_table("support_contact"))
    migrator.migrate(migrator.drop_table("support_worker"))
    migrator.migrate(migrator.drop_table("sign_in_attempt"))
    migrator.migrate(migrator.drop_table("setting"))
    migrator.migrate(migrator.drop_table("restriction_term"))
    migrator.migrate(migrator.drop_table("restriction_incident"))
    migrator.migrate(migrator.drop_table("representative"))
    migrator.migrate(migrator.drop_table("override"))
    migrator.migrate(migrator.drop_table("restriction"))
    migrator.migrate(migrator.drop_table("need"))
    migrator.migrate(migrator.drop_table("incident_staff"))
    migrator.migrate(migrator.drop_table("incident_note"))
    migrator.migrate(migrator.drop_table("event"))
    migrator.migrate(migrator.drop_table("delivery"))
    migrator.migrate(migrator.drop_table("customer_request"))
    migrator.migrate(migrator.drop_table("incident"))
    migrator.migrate(migrator.drop_table("contact_way"))
    migrator.migrate(migrator.drop_table("behaviour_warning"))
    migrator.migrate(migrator.drop_table("letter"))
    migrator.migrate(migrator.drop_table("consideration"))
    migrator.migrate(migrator.drop_table("customer"))
    migrator.migrate(migrator.drop_table("user"))
