"""The rules of contacts and of like cases: G12, G29, G30 and G50, each broken and each kept."""

import datetime as dt
from typing import Any

import pytest

from models import BehaviourWarning, Contact, Restriction
from policy import numbers_in_use, today
from policy.considerations import comparable_cases
from policy.contacts import compliance, contacts
from policy.core import clock, numbers
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.correspondence import deemed_receipt
from policy.restrictions import decision as restriction_decision
from policy.restrictions import letter as restriction_letter
from policy.rulebook import clauses
from tests import make
from tests.policy.stage import WEDNESDAY, altered, ready_restriction, warned

NOW = make.later(make.MONDAY, 30)
DAY = dt.timedelta(days=1)


def named(cast: Any, whose: Any = None) -> Restriction:
    """A restriction under which Omar answers, and Olive when he is away; in force since 11 March."""
    return make.restriction_in_force(cast, whose, terms={"named_officer": {"officer": cast.omar, "deputy": cast.olive}})


def log(actor: Any, whose: Any, now: dt.datetime = NOW, **told: Any) -> Contact:
    return contacts.log(actor, whose, {"channel": "telephone", "minutes": 5} | told, now, make.key())


# --- G12 ---


@pytest.mark.parametrize("subject", clauses.OPEN_SUBJECTS)
def test_g25_what_is_always_open_is_never_outside_an_arrangement(sqlite_db: Any, cast: Any, subject: str) -> None:
    row = named(cast)
    assert clauses.OPEN_SUBJECTS[subject] in clauses.ALWAYS_OPEN and subject in clauses.CONTACT_SUBJECTS
    with pytest.raises(Invalid) as refused:
        log(cast.carla, row.customer, arrangement="broken_by_customer", subject=subject)
    assert "lways open" in refused.value.errors["arrangement"]


@pytest.mark.parametrize("told", [{"subject": "complaint"}, {"protected": "ombudsman"}, {"protected": "hazard"}])
def test_g12_a_protected_contact_never_counts_and_is_never_outside(sqlite_db: Any, cast: Any, told: Any) -> None:
    row = named(cast)
    log(cast.carla, row.customer, arrangement="broken_by_customer")
    log(cast.carla, row.customer, arrangement="kept", **told)
    with pytest.raises(Invalid) as refused:
        log(cast.carla, row.customer, arrangement="broken_by_customer", **told)
    assert "always open" in refused.value.errors["arrangement"]
    found = compliance.summary([row.id], NOW.date(), NOW.date(), NOW)
    assert (found.contacts, found.outside, found.protected) == (1, 1, 1)


# --- G50 ---


def needs(actor: Any, now: dt.datetime) -> list[Any]:
    return list(contacts.needs(actor, now))


def test_g50_a_reply_is_due_by_the_number_the_restriction_was_decided_under(db: Any, cast: Any) -> None:
    row = named(cast)
    numbers.set_value(cast.ada, "reply_days", 2, make.later(NOW, -1))
    contact = log(cast.carla, row.customer, make.later(NOW, -1), reply_wanted=True)  # Tuesday before Easter
    assert contact.reply_due_on == clock.working_days_after(dt.date(2026, 3, 31), 5) == dt.date(2026, 4, 9)


def test_g50_a_reply_owed_comes_to_the_officer_and_late_to_managers_and_senior_officers(
    sqlite_db: Any, cast: Any
) -> None:
    contact = log(cast.carla, named(cast).customer, make.later(NOW, -8), reply_wanted=True)
    due = contact.reply_due_on
    assert due == dt.date(2026, 3, 31)
    on_the_day, day_after = make.later(NOW, -1), NOW
    for key, person in cast.everyone().items():
        assert bool(needs(person, on_the_day)) == (key in ("omar", "olive")), key
        assert bool(needs(person, day_after)) == (key in ("omar", "olive", "mina", "mark", "sena")), key
    (mine,), (late,) = needs(cast.omar, day_after), needs(cast.sena, day_after)
    assert mine.overdue and not mine.escalated and late.escalated and mine.due == due
    assert contact.customer.name in mine.sentence and contact.customer.name not in mine.plain
    assert any(one.endpoint == "contacts.show" for one in today.needs(cast.omar, day_after))
    contacts.reply(cast.olive, contact, day_after)
    assert not needs(cast.omar, day_after) and not needs(cast.sena, day_after)


def test_g50_a_late_reply_is_our_breach_without_anybody_recording_it(sqlite_db: Any, cast: Any) -> None:
    row = named(cast)
    early, late = (log(cast.carla, row.customer, make.later(NOW, -8), reply_wanted=True) for _ in range(2))
    assert compliance.breaches([row.id], make.later(NOW, -1)) == []
    assert len(compliance.breaches([row.id], NOW)) == 2
    contacts.reply(cast.omar, early, NOW, on=early.reply_due_on)
    contacts.reply(cast.omar, late, NOW)
    (one,) = compliance.breaches([row.id], make.later(NOW, 30))
    assert (one.kind, one.contact_id, one.on) == ("late_reply", late.id, dt.date(2026, 4, 1))
    assert "due by 31 March 2026 and was given on 1 April 2026" in one.sentence


def test_g50_a_reply_is_given_once_by_who_may(sqlite_db: Any, cast: Any) -> None:
    row = named(cast)
    contact, plain = (log(cast.carla, row.customer, reply_wanted=wanted) for wanted in (True, False))
    for key in ("carla", "sol", "dora", "ada"):
        with pytest.raises(Refused):
            contacts.reply(getattr(cast, key), contact, NOW)
    with pytest.raises(Refused):
        contacts.reply(cast.omar, plain, NOW)
    for day in (NOW.date() + DAY, NOW.date() - DAY):
        with pytest.raises(Invalid):
            contacts.reply(cast.omar, contact, NOW, on=day)
    contacts.reply(cast.omar, contact, NOW)
    with pytest.raises(Refused):
        contacts.reply(cast.omar, contact, NOW)
    assert contact.fresh().replied_by == cast.omar


def test_g50_a_reply_is_asked_of_a_named_officer_only(sqlite_db: Any, cast: Any) -> None:
    row = make.restriction_in_force(cast)  # letters and e-mails only
    with pytest.raises(Invalid):
        log(cast.carla, row.customer, reply_wanted=True)
    with pytest.raises(Invalid):
        log(cast.carla, named(cast).customer, reply_wanted=True, direction="out")


# --- G29 ---


def test_g29_the_last_comparable_cases_are_shown_without_names(sqlite_db: Any, cast: Any) -> None:
    decided_now = make.restriction_in_force(cast)
    restriction_decision.lift(cast.mark, make.restriction_in_force(cast), "Calm", make.later(WEDNESDAY, 1))
    row = ready_restriction(cast, make.customer(cast.omar))
    found = comparable_cases.cases(row, restriction_letter.incidents_of(row), make.later(WEDNESDAY, 2).date())
    assert [(one.kinds, one.months, one.severity, one.since) for one in found] == [
        ({"channels"}, 6, 2, "ended early"),
        ({"channels"}, 6, 2, "in force"),
    ]
    shown = repr(found)
    assert decided_now.customer.name not in shown and decided_now.reference not in shown


def test_g29_only_other_customers_under_the_same_heading_are_comparable(sqlite_db: Any, cast: Any) -> None:
    make.restriction_in_force(cast)
    whose = make.customer(cast.omar)
    own = make.restriction_in_force(cast, whose)
    warning = own.warning
    counted = make.incident(cast.carla, whose, WEDNESDAY, behaviours=["nothing_new"])
    other = make.proposal(cast.omar, whose, warning, [counted], WEDNESDAY)
    assert comparable_cases.cases(other, [counted], WEDNESDAY.date()) == []
    same = make.incident(cast.carla, whose, WEDNESDAY)
    assert len(comparable_cases.cases(other, [counted, same], WEDNESDAY.date())) == 1


def test_g29_stricter_or_longer_than_all_of_them_is_a_warning_and_stops_nothing(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = ready_restriction(cast, whose, warning=warned(cast, whose, months=12))
    assert not restriction_decision.may_authorise(cast.mark, row, WEDNESDAY).warns("G29")  # nothing to compare with
    make.restriction_in_force(cast, terms={"channels": {"channels": ["letter", "email"]}})
    assert not restriction_decision.may_authorise(cast.mark, row, WEDNESDAY).warns("G29")
    row = altered(cast, row, ends_on=clock.months_after(row.starts_on, 9))
    answer = restriction_decision.may_authorise(cast.mark, row, WEDNESDAY)
    (said,) = [one for one in answer.warnings if one.rule == "G29"]
    assert answer and "9 months, where the longest was 6" in said.sentence and said.remedy


# --- G30 ---


def test_g30_a_live_warning_keeps_its_life_when_the_number_changes(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    warning, now = warned(cast, whose), make.later(make.MONDAY, 10)
    before = deemed_receipt.live_until(warning, make.MONDAY.date())
    numbers.set_value(cast.ada, "warning_months", 3, now)
    warning = BehaviourWarning.get_by_id(warning.id)
    assert warning.numbers["warning_months"] == 6 and deemed_receipt.live_until(warning, make.MONDAY.date()) == before
    later = warned(cast, make.customer(cast.omar), make.later(now, 1))
    assert later.numbers["warning_months"] == 3


def test_g30_an_authorised_restriction_keeps_its_limits_when_the_number_changes(sqlite_db: Any, cast: Any) -> None:
    rows = [ready_restriction(cast, make.customer(cast.omar)) for _ in range(2)]
    first = restriction_decision.authorise(cast.mark, rows[0], WEDNESDAY)
    kept_numbers = first.fresh().numbers
    numbers.set_value(cast.ada, "review_months", 1, WEDNESDAY)
    later = make.later(WEDNESDAY, 0.01)
    assert restriction_decision.may_authorise(cast.mark, rows[1], later).names("G22")
    assert restriction_decision.may_issue(cast.mark, first.fresh(), later)
    restriction_decision.issue(cast.mark, first, later)
    assert first.fresh().numbers == kept_numbers and first.fresh().review_on == rows[0].review_on


def test_g30_it_is_told_which_decisions_keep_which_number(sqlite_db: Any, cast: Any) -> None:
    make.restriction_in_force(cast)
    now = make.later(WEDNESDAY, 1)
    numbers.set_value(cast.ada, "review_months", 2, now)
    warned(cast, make.customer(cast.omar), make.later(now, 1))
    later = make.later(now, 3)
    assert [(one.value, one.words) for one in numbers_in_use.keeping("review_months", later)] == [
        (3, "1 warning and 1 restriction"),
        (2, "1 warning"),
    ]
    assert numbers_in_use.keeping("review_months", make.later(now, 400)) == []
