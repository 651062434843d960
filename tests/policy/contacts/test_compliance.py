"""How an arrangement was kept on both sides in a period."""

import datetime as dt
from typing import Any

import pytest

from models import BreachByUs, Contact, Event
from policy.contacts import compliance, contacts
from policy.core import audit
from policy.core.answers import Refused
from policy.core.validation import Invalid
from tests import make

NOW = make.later(make.MONDAY, 30)
DAY = dt.timedelta(days=1)


@pytest.fixture
def row(sqlite_db: Any, cast: Any) -> Any:
    """A restriction with a named officer, in force since 11 March."""
    return make.restriction_in_force(cast, terms={"named_officer": {"officer": cast.omar, "deputy": cast.olive}})


@pytest.fixture
def log(cast: Any, row: Any) -> Any:
    def log(now: dt.datetime = NOW, **told: Any) -> Contact:
        usual = {"channel": "email", "minutes": 5}
        return contacts.log(cast.carla, row.customer, usual | told, now, make.key())

    return log


def test_a_period_is_summed_up_by_whole_days(row: Any, log: Any) -> None:
    first, last = make.later(NOW, -10), make.later(NOW, -5)
    for now in (make.later(NOW, -11), first, last, make.later(NOW, -4)):
        log(now, arrangement="kept")
    log(first, arrangement="broken_by_customer")
    log(first, subject="complaint", minutes=60)
    log(first, direction="out", minutes=60)
    log(first)
    found = compliance.summary([row.id], first.date(), last.date(), NOW)
    assert (found.contacts, found.kept, found.outside, found.protected, found.ours) == (4, 2, 1, 1, 1)
    assert (found.minutes, found.by_us, found.replies_owed) == (20, [], 0)
    nothing = compliance.summary([], first.date(), last.date(), NOW)
    assert (nothing.contacts, nothing.by_us) == (0, [])


def test_a_contact_before_the_restriction_is_none_of_its(row: Any, log: Any) -> None:
    assert log(on=row.in_force_from - DAY).restriction is None
    assert log(on=row.in_force_from).restriction == row


def test_what_we_broke_is_told_newest_first_recorded_and_worked_out(cast: Any, row: Any, log: Any) -> None:
    log(make.later(NOW, -20), reply_wanted=True)
    log(make.later(NOW, -2), arrangement="broken_by_us", words="Nobody rang at ten")
    told = {"kind": "missed_slot", "on": NOW.date() - 4 * DAY, "words": "", "put_right": "Rang at noon"}
    contacts.record_breach(cast.omar, row, told, NOW, make.key())
    found = compliance.breaches([row.id], NOW)
    assert [one.kind for one in found] == ["other", "missed_slot", "late_reply"]
    assert found[0].words == "Nobody rang at ten" and found[1].put_right == "Rang at noon"
    assert "still owed" in found[2].sentence and not found[2].recorded_by
    within = compliance.summary([row.id], NOW.date() - 5 * DAY, NOW.date() - 3 * DAY, NOW)
    assert [one.kind for one in within.by_us] == ["missed_slot"]


def test_a_late_reply_that_was_put_right_is_told_once(cast: Any, row: Any, log: Any) -> None:
    contact = log(make.later(NOW, -20), reply_wanted=True)
    told = {"kind": "late_reply", "on": NOW.date(), "put_right": "Wrote and said sorry", "contact": contact}
    contacts.record_breach(cast.omar, row, told, NOW, make.key())
    (one,) = compliance.breaches([row.id], NOW)
    assert one.put_right == "Wrote and said sorry" and one.contact_id == contact.id


def test_a_breach_by_us_is_recorded_once_with_what_was_done(cast: Any, row: Any) -> None:
    told = {"kind": "no_cover", "on": NOW.date(), "put_right": "The manager answered"}
    key = make.key()
    rows = [contacts.record_breach(cast.omar, row, told, NOW, key) for _ in range(2)]
    assert rows[0] == rows[1] and BreachByUs.select().count() == 1
    assert Event.select().where(Event.name == "breach_by_us_recorded").count() == 1
    assert list(audit.verify()) == []


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "grumble"}, "kind"),
        ({"put_right": " "}, "put_right"),
        ({"on": None}, "on"),
        ({"on": NOW.date() + DAY}, "on"),
        ({"on": dt.date(2026, 3, 1)}, "on"),  # before it began
        ({"kind": "other"}, "words"),
    ],
)
def test_what_cannot_be_is_refused(cast: Any, row: Any, told: dict[str, Any], field: str) -> None:
    usual = {"kind": "missed_visit", "on": NOW.date(), "put_right": "Came the next day"}
    with pytest.raises(Invalid) as refused:
        contacts.record_breach(cast.omar, row, usual | told, NOW, make.key())
    assert set(refused.value.errors) == {field}


def test_only_who_works_on_the_file_records_it_and_only_of_what_began(cast: Any, row: Any) -> None:
    told = {"kind": "missed_visit", "on": NOW.date(), "put_right": "Came the next day"}
    with pytest.raises(Refused):
        contacts.record_breach(cast.carla, row, told, NOW, make.key())
    row.in_force_from = None  # as before its letter
    assert contacts.may_record_breach(cast.omar, row, NOW).names("state")


def test_a_contact_of_another_restriction_is_not_taken_for_ours(cast: Any, row: Any, log: Any) -> None:
    other = make.restriction_in_force(cast)
    contact = contacts.log(cast.carla, other.customer, {"channel": "email"}, NOW, make.key())
    told = {"kind": "missed_visit", "on": NOW.date(), "put_right": "Came the next day", "contact": contact}
    with pytest.raises(Invalid):
        contacts.record_breach(cast.omar, row, told, NOW, make.key())
