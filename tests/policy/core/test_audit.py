"""What is written stays written: append-only rows, the chain of events, one thing for one form, and stale pages."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from peewee import (
    BooleanField,
    CharField,
    DatabaseError,
    DateField,
    ForeignKeyField,
    IntegerField,
    IntegrityError,
    JSONField,
    TextField,
    TimeField,
)

import models
from models import BehaviourWarning, Event, Incident, Letter, Restriction
from policy.considerations import considerations, overrides
from policy.core import audit, numbers
from policy.core.answers import Refused
from policy.correspondence import delivery as letter_delivery
from policy.customers import customers
from policy.incidents import entries as incident_entries
from policy.incidents import notes as incident_notes
from policy.restrictions import decision as restriction_decision
from policy.restrictions import proposal as restriction_proposal
from policy.warnings import warnings
from tests import make
from tests.policy.stage import MONDAY, WEDNESDAY, altered, ready_restriction, stands, warned

KEPT = {
    "event": "name = 'nothing'",
    "letter": "html = 'other words'",
    "delivery": "outcome = 'read'",
    "incident": "what_happened = 'nothing'",
    "incident_staff": "part = 'witness'",
    "incident_note": "words = 'nothing'",
    "consideration": "needs = 'none'",
    "support_contact": "words = 'nothing'",
    "override": "because = 'nothing'",
    "setting": "key = 'nothing'",
}


@pytest.fixture
def file(db: Any, cast: Any) -> Any:
    """A file with a row in every table that may only be added to."""
    whose = make.customer(cast.omar)
    warned(cast, whose)
    incident = make.incident(cast.carla, whose, staff=[(cast.carla, "target")])
    incident_notes.add_note(cast.carla, incident, "correction", "The left door.", MONDAY, make.key())
    worker = customers.add_support_worker(cast.omar, whose, {"name": "Sam Support", "basis": "Agreed"}, MONDAY)
    told = {"on": MONDAY.date(), "method": "telephone", "reached": True, "words": "Will speak to them"}
    considerations.record_support(cast.omar, worker, told, MONDAY)
    draft = warnings.draft(cast.omar, whose, "behaviour", [incident], MONDAY, make.key())
    overrides.override(cast.sena, draft, "G13", "Still of weight.", MONDAY)
    numbers.set_value(cast.ada, "warning_months", 9, MONDAY)
    return whose


def refused_by_the_database(told: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), models.db.atomic():
        models.db.execute_sql(told)


def rows_of(table: str) -> Any:
    return models.db.execute_sql(f'SELECT * FROM "{table}" ORDER BY id').fetchall()


def test_what_is_kept_can_only_be_added_to(file: Any) -> None:
    for table, change in KEPT.items():
        before = rows_of(table)
        assert before, table
        refused_by_the_database(f'UPDATE "{table}" SET {change}')
        refused_by_the_database(f'DELETE FROM "{table}"')
        if models.on_sqlite():
            refused_by_the_database(f'REPLACE INTO "{table}" SELECT * FROM "{table}" LIMIT 1')
            refused_by_the_database(f'UPDATE OR REPLACE "{table}" SET id = id')
        else:
            refused_by_the_database(f'TRUNCATE "{table}" CASCADE')
        assert rows_of(table) == before
    if not models.on_sqlite():
        refused_by_the_database("TRUNCATE customer CASCADE")
    assert list(audit.verify()) == []


def faults_after(table: str, told: str, *values: Any) -> list[str]:
    """What the audit finds once the triggers of a table are taken off and `told` was done; then all is put back."""
    with models.db.atomic() as together:
        if models.on_sqlite():
            for deed in ("update", "delete"):
                models.db.execute_sql(f'DROP TRIGGER "{table}_no_{deed}"')
        else:
            models.db.execute_sql(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        models.db.execute_sql(told, values or None)
        faults = list(audit.verify())
        together.rollback()
    return faults


TAMPERED = {
    "UPDATE event SET name = 'nothing' WHERE number = 3": "Event 3 was changed after it was written.",
    "UPDATE event SET actor_id = NULL WHERE number = 3": "Event 3 was changed after it was written.",
    "UPDATE event SET at = '2020-01-01' WHERE number = 3": "Event 3 was changed after it was written.",
    "UPDATE event SET previous = 'x' WHERE number = 3": "Event 3 does not follow from the one before it.",
    "DELETE FROM event WHERE number = 3": "Event 3 is missing.",
    "UPDATE letter SET html = 'Other words'": "Letter 1 is not as it was sent.",
    "UPDATE letter SET source = source || ' more'": "Letter 1 is not as it was sent.",
    "UPDATE incident SET severity = 4 WHERE id = 1": "Incident 1 is not as it was first told.",
    "UPDATE incident SET happened_on = '2020-01-01' WHERE id = 1": "Incident 1 is not as it was first told.",
}


def test_the_audit_finds_what_was_changed_behind_our_back(file: Any) -> None:
    for told, found in TAMPERED.items():
        table = next(word for word in told.split() if word in KEPT)
        assert found in faults_after(table, told), told
        assert list(audit.verify()) == []


def test_the_audit_finds_a_line_whose_digest_was_made_again(file: Any) -> None:
    line = Event.get(Event.number == 3)
    digest = audit._digest(3, "nothing", line.at, line.actor_id, line.customer_id, line.facts, line.previous)
    told = f"UPDATE event SET name = 'nothing', digest = '{digest}' WHERE number = 3"
    assert "Event 4 does not follow from the one before it." in faults_after("event", told)


ALTERED_INCIDENT = "Incident 1 is not as it was first told."


def another(field: Any, said: Any) -> Any:
    """A value that this field may hold, and does not hold now."""
    if isinstance(field, ForeignKeyField):
        return field.rel_model.select().where(field.rel_model.id != said).order_by(field.rel_model.id).get()
    by_kind = {
        BooleanField: not said,
        IntegerField: 3 if said == 2 else 2,
        TimeField: dt.time(3, 33),
        models.Moment: MONDAY + dt.timedelta(days=365),
        DateField: dt.date(2020, 1, 1) if field.name == "happened_on" else dt.date(2030, 1, 1),
        JSONField: ["another"],
        TextField: "another",
        CharField: "another",
    }
    return by_kind[type(field)]


def test_the_audit_finds_a_change_to_any_column_of_an_incident(file: Any) -> None:
    make.customer(file.added_by, name="Somebody Else")
    incident = Incident.get_by_id(1)
    columns = {name: field for name, field in Incident._meta.fields.items() if name != "id"}
    line = Event.select().where(Event.name == "incident_logged").order_by(Event.number).get()
    assert line.facts["fields"] == sorted(columns), "an event does not cover all that its incident says"
    for name, field in columns.items():
        change = Incident.update({field: another(field, incident.__data__[name])}).where(Incident.id == 1)
        told, values = change.sql()
        assert ALTERED_INCIDENT in faults_after("incident", told, *values), name
    assert list(audit.verify()) == []


@pytest.fixture
def invented() -> Iterator[Any]:
    """A column that no release has yet, known to the model once the test has added it."""
    field = TextField(default="nothing", column_name="invented")
    yield field
    if "invented" in Incident._meta.fields:
        Incident._meta.remove_field("invented")


def test_a_column_added_later_leaves_old_evidence_as_it_is(cast: Any, file: Any, invented: Any) -> None:
    models.db.execute_sql("ALTER TABLE incident ADD COLUMN invented TEXT NOT NULL DEFAULT 'nothing'")
    Incident._meta.add_field("invented", invented)
    assert list(audit.verify()) == []
    assert ALTERED_INCIDENT in faults_after("incident", "UPDATE incident SET place = 'elsewhere' WHERE id = 1")
    row = make.incident(cast.carla, file)
    assert list(audit.verify()) == []
    found = faults_after("incident", f"UPDATE incident SET invented = 'tampered' WHERE id = {row.id}")
    assert found == [f"Incident {row.id} is not as it was first told."]


def test_the_audit_finds_a_covered_column_that_is_gone(file: Any) -> None:
    gone = Incident.police_words
    Incident._meta.remove_field("police_words")
    try:
        assert ALTERED_INCIDENT in list(audit.verify())
    finally:
        Incident._meta.add_field("police_words", gone)
    assert list(audit.verify()) == []


def test_events_hold_no_names_and_no_words(file: Any) -> None:
    told = " ".join(str(event.facts) for event in Event.select())
    for words in (file.name, file.reference, "Carla", "shouted", "Will speak", "left door", "Still of weight"):
        assert words not in told


# --- One form, one thing; and stale pages ---


def counts() -> dict[str, int]:
    return {table.__name__: table.select().count() for table in models.TABLES}


def test_a_form_posted_twice_makes_one_thing(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    told = {"happened_on": MONDAY.date(), "started_at": dt.time(9), "channel": "email", "what_happened": "Insults"}
    first = incident_entries.log(cast.carla, whose, told, MONDAY, "one form")
    draft = warnings.draft(cast.omar, whose, "behaviour", [first], MONDAY, "another form")
    warning = warned(cast, whose)
    row = restriction_proposal.propose(cast.omar, whose, warning, [], MONDAY, "a third form")
    note = incident_notes.add_note(cast.carla, first, "correction", "Two of them.", MONDAY, "a fourth form")
    before = counts()
    assert incident_entries.log(cast.carla, whose, told, WEDNESDAY, "one form") == first
    assert warnings.draft(cast.omar, whose, "behaviour", [first], WEDNESDAY, "another form") == draft
    assert restriction_proposal.propose(cast.omar, whose, warning, [], WEDNESDAY, "a third form") == row
    assert incident_notes.add_note(cast.carla, first, "correction", "Two of them.", WEDNESDAY, "a fourth form") == note
    assert counts() == before


def stale(deed: Any) -> None:
    """The deed on a page that somebody else's change has overtaken is refused, and nothing changes."""
    before = (counts(), [row.__data__ for table in (BehaviourWarning, Restriction) for row in table.select()])
    with pytest.raises(Refused) as told:
        deed()
    assert [one.rule for one in told.value.reasons] == ["stale"]
    assert told.value.reasons[0].remedy
    assert (counts(), [row.__data__ for table in (BehaviourWarning, Restriction) for row in table.select()]) == before


def test_a_stale_page_changes_nothing(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose)])
    warnings.read(cast.olive, draft, "", MONDAY, draft.version)
    make.weighing(cast.mark, whose, "warning")
    stale(lambda: warnings.change(cast.omar, draft, {"incidents": []}, MONDAY, draft.version - 1))
    stale(lambda: warnings.read(cast.olive, draft, "", MONDAY, draft.version - 1))
    stale(lambda: warnings.issue(cast.mark, draft, MONDAY, draft.version - 1))
    row = ready_restriction(cast, whose)
    old = row.version
    altered(cast, row, scope="the office")
    ways = {"channels": ["letter", "email", "telephone"]}
    stale(lambda: restriction_proposal.change(cast.omar, row, {"incidents": []}, WEDNESDAY, old))
    stale(lambda: restriction_proposal.set_term(cast.omar, row, "channels", ways, WEDNESDAY, old))
    stale(lambda: restriction_proposal.remove_term(cast.omar, row, "channels", WEDNESDAY, old))
    stale(lambda: restriction_decision.authorise(cast.mark, row, WEDNESDAY, old))
    letter = Letter.get()
    told = {"outcome": "handed", "on": WEDNESDAY.date(), "words": "At the door"}
    stale(lambda: letter_delivery.record_delivery(cast.omar, letter, told, WEDNESDAY, expected=0))


# --- What the tables refuse by themselves ---


OUT_OF_ORDER = (
    "UPDATE behaviour_warning SET issued_at = '2026-03-02' WHERE letter_id IS NULL",
    "UPDATE behaviour_warning SET letter_id = NULL WHERE letter_id IS NOT NULL",
    "UPDATE behaviour_warning SET read_by_id = drafted_by_id",
    "UPDATE restriction SET authorised_at = '2026-03-11'",
    "UPDATE restriction SET ends_on = '2020-01-01'",
    "UPDATE restriction SET review_on = '2030-01-01'",
    "UPDATE restriction SET in_force_from = '2026-03-16'",
    "UPDATE restriction_term SET officer_id = 1, deputy_id = 1",
    'INSERT INTO delivery (letter_id, customer_id, outcome, "on", deemed_on, address, tracking, words, by_id, at)'
    " VALUES (1, 1, 'returned', '2026-03-04', '2026-03-04', '', '', '', 1, '2026-03-04')",
    "INSERT INTO override (customer_id, rule, because, by_id, at) VALUES (1, 'G5', 'none', 1, '2026-03-04')",
    "INSERT INTO restriction_incident (restriction_id, incident_id)"
    " SELECT restriction_id, incident_id FROM restriction_incident",
    "UPDATE customer_request SET incident_id = 999",
)


def test_the_tables_hold_the_order_of_things_by_themselves(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    ready_restriction(cast, whose)
    asked = make.incident(cast.carla, whose, WEDNESDAY, request="when the leak is mended")
    make.draft_warning(cast.omar, whose, [asked], WEDNESDAY)
    before = counts()
    for told in OUT_OF_ORDER:
        with pytest.raises(IntegrityError, match=r"(?i)constraint"), db.atomic():
            db.execute_sql(told)
        assert counts() == before, told


def test_an_incident_out_of_range_is_refused_by_its_table(db: Any, cast: Any) -> None:
    make.incident(cast.carla, make.customer(cast.omar))
    columns = ", ".join(f'"{field.column_name}"' for field in Incident._meta.sorted_fields if field.name != "id")
    for column, value in (("severity", "5"), ("until_on", "'2020-01-01'")):
        chosen = columns.replace(f'"{column}"', value).replace('"form_key"', "'another'")
        with pytest.raises(IntegrityError), db.atomic():
            db.execute_sql(f"INSERT INTO incident ({columns}) SELECT {chosen} FROM incident")
    assert Incident.select().count() == 1


def test_refusals_carry_their_rule_clause_and_remedy(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose)])
    with pytest.raises(Refused) as told:
        warnings.issue(cast.omar, draft, MONDAY)
    assert {"role", "G7", "G9", "G14"} <= {one.rule for one in told.value.reasons}
    assert all(one.sentence and one.clause for one in told.value.reasons)
    stands(warnings.may_issue(cast.omar, draft, MONDAY), "G14", "No second person")
    assert draft.fresh().issued_at is None
