"""Time as the policy counts it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy.core import clock

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))


@pytest.mark.parametrize(
    ("posted", "days", "received"),
    [
        (dt.date(2026, 3, 2), 2, dt.date(2026, 3, 4)),
        (dt.date(2026, 3, 5), 2, dt.date(2026, 3, 9)),  # over a weekend
        (dt.date(2026, 4, 2), 2, dt.date(2026, 4, 8)),  # over Easter
        (dt.date(2026, 12, 23), 2, dt.date(2026, 12, 29)),  # Boxing Day is kept on the Monday
        (dt.date(2026, 3, 7), 0, dt.date(2026, 3, 7)),
    ],
)
def test_working_days_leave_out_weekends_and_bank_holidays(posted: dt.date, days: int, received: dt.date) -> None:
    assert clock.working_days_after(posted, days) == received


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (dt.date(2026, 8, 31), 6, dt.date(2027, 2, 28)),
        (dt.date(2027, 8, 31), 6, dt.date(2028, 2, 29)),
        (dt.date(2026, 12, 15), 12, dt.date(2027, 12, 15)),
        (dt.date(2026, 3, 31), -1, dt.date(2026, 2, 28)),
        (dt.date(2026, 1, 15), -12, dt.date(2025, 1, 15)),
    ],
)
def test_months_end_on_the_same_day_or_the_last_of_the_month(day: dt.date, months: int, then: dt.date) -> None:
    assert clock.months_after(day, months) == then


@given(DAYS, st.integers(-36, 36))
def test_months_after_never_leaves_the_month_meant(day: dt.date, months: int) -> None:
    then = clock.months_after(day, months)
    assert (then.year * 12 + then.month) - (day.year * 12 + day.month) == months
    assert then.day <= day.day


@given(DAYS, st.integers(1, 30))
def test_a_working_day_is_reached_by_counting_working_days_only(day: dt.date, count: int) -> None:
    then = clock.working_days_after(day, count)
    between = [day + dt.timedelta(days=n) for n in range(1, (then - day).days + 1)]
    assert clock.is_working_day(then) and sum(map(clock.is_working_day, between)) == count


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC), dt.date(2026, 7, 1)),  # British summer time
        (dt.datetime(2026, 12, 31, 23, 59, tzinfo=dt.UTC), dt.date(2026, 12, 31)),
    ],
)
def test_a_day_is_a_day_in_london(moment: dt.datetime, day: dt.date) -> None:
    assert clock.today(moment) == day


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (dt.time(0, 0), "midnight"),
        (dt.time(0, 5), "12.05 am"),
        (dt.time(9, 0), "9 am"),
        (dt.time(12, 0), "midday"),
        (dt.time(14, 7), "2.07 pm"),
    ],
)
def test_times_are_written_as_people_say_them(time: dt.time, said: str) -> None:
    assert clock.time_words(time) == said
