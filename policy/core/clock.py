"""Time as the policy counts it: London days, working days, bank holidays, and when a letter counts as received."""

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

LONDON = ZoneInfo("Europe/London")


def now() -> dt.datetime:
    """This moment, in UTC. Only views and commands ask; everything else is told."""
    return dt.datetime.now(dt.UTC)


def today(moment: dt.datetime) -> dt.date:
    """The day in London at `moment`."""
    return moment.astimezone(LONDON).date()


def london(moment: dt.datetime) -> dt.datetime:
    """`moment` on London's clock."""
    return moment.astimezone(LONDON)


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[dt.date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_bank_holiday(day: dt.date) -> bool:
    """True on the bank holidays of England."""
    return day in _bank_holidays(day.year)


def is_working_day(day: dt.date) -> bool:
    """True on Monday to Friday, bank holidays in England excepted."""
    return day.weekday() < 5 and not is_bank_holiday(day)


def working_days_between(start: dt.date, end: dt.date) -> int:
    """How many working days come after `start`, up to and with `end`."""
    return sum(is_working_day(start + dt.timedelta(days=one)) for one in range(1, (end - start).days + 1))


def working_days_after(day: dt.date, count: int) -> dt.date:
    """The `count`th working day after `day`; `day` itself never counts."""
    while count > 0:
        day += dt.timedelta(days=1)
        count -= is_working_day(day)
    return day


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month `months` later, or that month's last day where there is none."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = (dt.date(years + (month + 1) // 12, (month + 1) % 12 + 1, 1) - dt.timedelta(days=1)).day
    return dt.date(years, month + 1, min(day.day, last))


def day_words(day: dt.date) -> str:
    """A day as people write it: 3 November 2026."""
    return f"{day.day} {day:%B %Y}"


def weekday_words(day: dt.date) -> str:
    """A day with its weekday: Tuesday 3 November 2026."""
    return f"{day:%A} {day_words(day)}"


def time_words(time: dt.time) -> str:
    """A time of day as people say it: 10.30 am, midday, midnight."""
    if (time.hour, time.minute) in ((0, 0), (12, 0)):
        return "midday" if time.hour else "midnight"
    half = "am" if time.hour < 12 else "pm"
    hour = time.hour % 12 or 12
    return f"{hour}.{time.minute:02d} {half}" if time.minute else f"{hour} {half}"
