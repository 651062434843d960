"""Logging contacts, the replies they ask for, and lists from a log: read first, then taken in whole or not at all."""

import datetime as dt
from typing import Any

import pytest
from peewee import IntegrityError

from models import Contact, ContactImport, Event
from policy.contacts import contacts, effort, import_cells, import_list
from policy.core import audit
from policy.core.answers import Refused
from policy.core.validation import Invalid
from tests import make

NOW = make.later(make.MONDAY, 30)
TOLD: dict[str, Any] = {"channel": "telephone", "subject": "repair", "minutes": 7}
DAY = dt.timedelta(days=1)


def log(actor: Any, whose: Any, now: dt.datetime = NOW, **told: Any) -> Contact:
    return contacts.log(actor, whose, TOLD | told, now, make.key())


# --- Logging ---


def test_a_contact_is_logged_by_its_way_and_minutes_now_and_from_the_customer(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = log(cast.carla, whose).fresh()
    assert (row.at, row.direction, row.colleague, row.minutes) == (NOW, "in", "Carla Contact", 7)
    assert (row.protected, row.arrangement, row.restriction_id, row.reply_due_on) == ("", "", None, None)
    event = Event.select().order_by(Event.number.desc()).get()
    assert (event.name, event.facts) == ("contact_logged", {"contact": row.id})
    assert list(audit.verify()) == []


def test_the_same_form_twice_is_one_contact(sqlite_db: Any, cast: Any) -> None:
    whose, key = make.customer(cast.omar), make.key()
    rows = [contacts.log(cast.carla, whose, TOLD, NOW, key) for _ in range(2)]
    assert rows[0] == rows[1] and Contact.select().count() == 1


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ({"channel": ""}, {"channel"}),
        ({"channel": "pigeon"}, {"channel"}),
        ({"subject": "gossip"}, {"subject"}),
        ({"minutes": -1}, {"minutes"}),
        ({"minutes": 1441}, {"minutes"}),
        ({"minutes": 10**12}, {"minutes"}),
        ({"on": NOW.date() + DAY}, {"on"}),
        ({"on": dt.date(1999, 1, 1)}, {"on"}),
        ({"time": dt.time(23, 59)}, {"time"}),
        ({"words": "x" * 10_001}, {"words"}),
        ({"words": "a\x00b"}, {"words"}),
        ({"colleague": "x" * 121}, {"colleague"}),
        ({"protected": "grumble"}, {"protected"}),
        ({"arrangement": "kept"}, {"arrangement"}),  # none is in force
        ({"reply_wanted": True}, {"reply_wanted"}),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(sqlite_db: Any, cast: Any, told: dict[str, Any], fields: set) -> None:
    whose = make.customer(cast.omar)
    with pytest.raises(Invalid) as refused:
        log(cast.carla, whose, **told)
    assert set(refused.value.errors) == fields and Contact.select().count() == 0


def test_only_who_works_with_customers_logs_contacts(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    for key, person in cast.everyone().items():
        allowed = bool(contacts.may_log(person, whose, NOW))
        assert allowed == (key not in ("dora", "ada")), key
    with pytest.raises(Refused):
        log(cast.ada, whose)


def test_an_earlier_day_is_kept_by_londons_clock(sqlite_db: Any, cast: Any) -> None:
    row = log(cast.carla, make.customer(cast.omar), on=dt.date(2026, 3, 30), time=dt.time(0, 30))
    assert row.at == dt.datetime(2026, 3, 29, 23, 30, tzinfo=dt.UTC)
    row = log(cast.carla, row.customer, on=dt.date(2026, 3, 30))
    assert row.at == dt.datetime(2026, 3, 30, 11, 0, tzinfo=dt.UTC)


# --- Lists ---

LIST = """Call date;Start time;Type;Direction;Reason;Duration (seconds);Agent;Notes;Queue
02/03/2026;09:15;Phone;Inbound;Boiler repair;125;Dee;=HYPERLINK("http://x");North
03/03/2026;;E-mail;;Complaint about a visit;;;"two
lines";North
31/02/2026;10:00;Phone;In;Repair;60;Dee;;North
04/03/2026;10:00;Pigeon;In;Repair;60;Dee;;North
05/03/2026;25:00;Phone;In;Repair;60;Dee;;North
06/03/2029;10:00;Phone;In;Repair;60;Dee;;North
;10:00;Phone;In;Repair;60;Dee;;North
07/03/2026;10:00;Phone;Sideways;Repair;60;Dee;;North
08/03/2026;10:00;Phone;In;Repair;long;Dee;;North
09/03/2026;10:00;Phone;Out;Repair;61;Dee;;North
09/03/2026;10:00;Phone;Out;Repair;61;Dee;;North
"""


def test_a_list_is_looked_through_and_nothing_is_kept(sqlite_db: Any, cast: Any) -> None:
    found = import_list.read(make.customer(cast.omar), LIST, "telephone", NOW)
    assert found.columns == {
        "on": "Call date", "time": "Start time", "channel": "Type", "direction": "Direction", "subject": "Reason",
        "minutes": "Duration (seconds)", "colleague": "Agent", "words": "Notes",
    }  # fmt: skip
    assert found.unused == ["Queue"]
    assert (found.read, len(found.lines), len(found.refused), found.known) == (11, 3, 7, 1)
    first, second, third = (line.columns for line in found.lines)
    assert first["at"] == dt.datetime(2026, 3, 2, 9, 15, tzinfo=dt.UTC) and first["minutes"] == 3
    assert first["words"] == '=HYPERLINK("http://x")' and first["subject"] == "repair"
    assert (second["channel"], second["protected"], second["subject"]) == ("email", "complaint", "complaint")
    assert third["direction"] == "out"
    said = dict(found.refused)
    assert [number for number, _ in found.refused] == [5, 6, 7, 8, 9, 10, 11]
    assert "“31/02/2026” is not a day" in said[5] and "“Pigeon”" in said[6] and "“25:00” is not a time" in said[7]
    assert "has not come yet" in said[8] and said[9] == "It has no day." and "“Sideways”" in said[10]
    assert "“long” is not a length" in said[11]
    assert Contact.select().count() == ContactImport.select().count() == 0


def test_a_list_is_taken_in_whole_and_once(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    before = Event.select().count()
    row = import_list.take_in(cast.omar, whose, "log.csv", LIST, "telephone", NOW)
    assert row.rows == Contact.select().where(Contact.imported == row).count() == 3
    assert Event.select().count() == before + 1
    with pytest.raises(Refused) as refused:
        import_list.take_in(cast.omar, whose, "again.csv", LIST, "telephone", make.later(NOW, 1))
    assert "taken in on 1 April 2026 already" in refused.value.reasons[0].sentence
    assert Contact.select().count() == 3 and list(audit.verify()) == []
    other = import_list.read(whose, LIST.replace("two", "three"), "telephone", NOW)
    assert (len(other.lines), other.known) == (1, 3)


def test_nothing_is_kept_of_a_list_that_breaks_off(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    rule = "CREATE TRIGGER full BEFORE INSERT ON contact WHEN NEW.minutes = 2 BEGIN SELECT RAISE(ABORT, 'full'); END"
    sqlite_db.execute_sql(rule)
    with pytest.raises(IntegrityError):
        import_list.take_in(cast.omar, whose, "log.csv", LIST, "telephone", NOW)
    assert Contact.select().count() == ContactImport.select().count() == 0


def test_only_who_works_on_the_file_takes_in_a_list(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    with pytest.raises(Refused):
        import_list.take_in(cast.carla, whose, "log.csv", LIST, "telephone", NOW)
    with pytest.raises(Refused) as refused:
        import_list.take_in(cast.omar, whose, "log.csv", "Date\n31/02/2026", "telephone", NOW)
    assert "No line of this list can be taken in" in refused.value.reasons[0].sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_lists_come_in_the_usual_encodings_and_separators(encoding: str, separator: str) -> None:
    lines = [["Date", "Agent", "Notes"], ["2/3/26", "Zoë", "a, b; c" if separator == "\t" else "café"]]
    text = "\r\n".join(separator.join(line) for line in lines)
    assert import_list.text_of(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("\n\n", "is empty"),
        ("When,Who\n", "is empty"),
        ("Name,Agent\nA,B", "No column for the day"),
        ("Date\n" + "1/3/2026\n" * 5001, "at most 5,000"),
        ("Date,Notes\n1/3/2026," + "x" * 900_000, "at most 900 kB"),
        ("Date,Notes\n1/3/2026," + "x" * 200_000, "cannot be read"),
    ],
)
def test_what_is_no_list_is_said_in_a_sentence(sqlite_db: Any, cast: Any, text: str, words: str) -> None:
    if text.startswith("When"):
        assert import_list.read(make.customer(cast.omar), text, "telephone", NOW).read == 0
        return
    with pytest.raises(Invalid) as refused:
        import_list.read(make.customer(cast.omar), text, "telephone", NOW)
    assert words in refused.value.errors["list"]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04\x14\x00\x06\x00" * 50, b"\xff\xfe\x00", b"\x81\x8d" * 9, b"x" * 900_001]
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(Invalid):
        import_list.text_of(content)


@pytest.mark.parametrize(
    ("typed", "heading", "minutes"),
    [
        ("7", "Minutes", 7), ("6.2", "Mins", 7), ("6,2", "Mins", 7), ("6:30", "Duration", 7), ("0:06:30", "Length", 7),
        ("1:00:00", "Duration", 60), ("125", "Seconds", 3), ("125s", "Duration", 3), ("90 sec", "Talk", 2),
        ("", "Minutes", None), ("5 min", "Duration", 5), ("0", "Minutes", 0),
    ],
)  # fmt: skip
def test_lengths_are_whole_minutes(typed: str, heading: str, minutes: int | None) -> None:
    told = import_cells.line({"on": "2/3/2026", "minutes": typed}, {"minutes": heading}, "telephone", NOW)
    assert told["minutes"] == minutes


@pytest.mark.parametrize("typed", ["-5", "1:2:3:4", "inf", "nan", "9999999", "=1+1"])
def test_what_is_no_length_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"length|day"):
        import_cells.line({"on": "2/3/2026", "minutes": typed}, {"minutes": "Minutes"}, "telephone", NOW)


WRITTEN = """2/3/2026|02/03/26|2026-03-02|2-3-2026|2.3.2026|2 Mar 2026|2 March 2026|02-Mar-26|2026-03-02 09:30
2/3/2026 9:30 AM|2026-03-02T09:30:00.000""".replace("\n", "|").split("|")


@pytest.mark.parametrize("day", WRITTEN)
def test_days_are_written_as_in_the_united_kingdom(day: str) -> None:
    assert import_cells.line({"on": day}, {}, "telephone", NOW)["at"].date() == dt.date(2026, 3, 2)


# --- The meter ---


def test_weeks_begin_on_monday_in_london_and_protected_contacts_stand_apart(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    sunday, monday = dt.date(2026, 3, 29), dt.date(2026, 3, 30)
    log(cast.carla, whose, on=sunday, time=dt.time(23, 30))
    log(cast.carla, whose, on=monday, time=dt.time(0, 15), subject="rent")
    log(cast.omar, whose, on=monday, time=dt.time(9), minutes=None)
    log(cast.omar, whose, on=monday, time=dt.time(10), subject="complaint")
    log(cast.omar, whose, on=monday, time=dt.time(11), direction="out")
    found = effort.of(whose, NOW)
    before, this = found.weeks[-2:]
    assert (before.begins, this.begins, len(found.weeks)) == (dt.date(2026, 3, 23), monday, effort.WEEKS)
    assert [getattr(before, name) for name in effort.MEASURES] == [1, 7, 1, 1]
    assert [getattr(this, name) for name in effort.MEASURES] == [2, 7, 2, 2]
    assert (this.protected, this.ours) == (1, 1)
    assert found.own["contacts"] == 1.5 and found.usual == {} and found.others == 0


def test_usual_is_the_middle_of_the_other_customers(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    for count in (1, 1, 3, 4, 9):
        other = make.customer(cast.omar)
        for _ in range(count):
            log(cast.carla, other)
    complaining = make.customer(cast.omar)
    log(cast.carla, complaining, subject="complaint")
    found = effort.of(whose, NOW)
    assert (found.others, found.usual["contacts"], found.usual["minutes"]) == (5, 3, 21)
    assert effort.of(other, NOW).usual == {}  # four others are too few


def test_warnings_and_restrictions_stand_on_the_same_axis(sqlite_db: Any, cast: Any) -> None:
    row = make.restriction_in_force(cast)
    marks = effort.of(row.customer, NOW).marks
    assert [(one.kind, one.on, one.until) for one in marks] == [
        ("warning", dt.date(2026, 3, 2), None),
        ("restriction", row.in_force_from, row.ends_on),
    ]
    assert effort.of(row.customer, make.later(NOW, 500)).marks == []
