"""The plan of an invented year: two hundred files, each with its days, and what follows from them by plain counting.

Nothing here asks the code that it judges: days, months and working days are counted afresh.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
BANK_HOLIDAYS = {dt.date(2026, *day) for day in ((1, 1), (4, 3), (4, 6), (5, 4), (5, 25), (8, 31), (12, 25), (12, 28))}
AHEAD = 21  # days before a review at which it is first shown
FIRST, LAST = dt.date(2026, 1, 5), dt.date(2026, 12, 31)


def working(day: dt.date, count: int) -> dt.date:
    """So many working days after a day."""
    while count:
        day += DAY
        count -= day.weekday() < 5 and day not in BANK_HOLIDAYS
    return day


def months(day: dt.date, count: int) -> dt.date:
    """So many months after a day that every month has."""
    assert day.day <= 28
    year, month = divmod(day.month - 1 + count, 12)
    return day.replace(year=day.year + year, month=month + 1)


def reviewed(starts: dt.date, ends: dt.date) -> dt.date:
    """The latest day of a review: after three months or half-way."""
    return min(months(starts, 3), starts + (ends - starts) / 2)


@dataclass(frozen=True)
class Part:
    """One decision on a restriction: from, to, when it is looked at, and when it was ended before its day."""

    starts: dt.date
    ends: dt.date
    review: dt.date
    ended: dt.date | None = None
    followed: bool = False

    def stands(self, day: dt.date) -> bool:
        return self.starts <= day <= self.ends and (self.ended is None or day < self.ended)


@dataclass(frozen=True)
class Restricted:
    """A file with a restriction: missed and lapsed, gone on with, lifted, appealed against, or told of its end."""

    number: int

    KINDS = ("lapses", "goes on", "lifted", "appealed", "told")

    @property
    def kind(self) -> str:
        return self.KINDS[self.number % 5]

    @property
    def starts(self) -> dt.date:
        day = dt.date(2026, 1, 19) + self.number * 14 * DAY
        return day if day.day <= 28 else day.replace(day=28)

    @property
    def parts(self) -> list[Part]:
        starts = self.starts
        ends = months(starts, 6)
        review = reviewed(starts, ends)
        if self.kind == "goes on":
            more = months(review, 3) if review.day <= 28 else ends
            return [Part(starts, ends, review, review, True), Part(review, more, reviewed(review, more))]
        lifted = starts + 30 * DAY if self.kind == "lifted" else None
        return [Part(starts, ends, review, lifted)]

    @property
    def appealed(self) -> dt.date:
        return self.starts + 10 * DAY

    @property
    def answered(self) -> dt.date | None:
        """Every second appeal is answered in time; the others never are."""
        return working(self.appealed, 5) if self.number % 10 == 3 else None

    @property
    def written(self) -> dt.date | None:
        """The day on which the customer was asked for a reply by the named officer."""
        return self.starts + 20 * DAY if self.kind == "told" else None


@dataclass(frozen=True)
class Marked:
    """A file with a staff-safety marker for six months, proposed three days ahead, that nobody reviews."""

    number: int

    @property
    def proposed(self) -> dt.date:
        return self.starts - 3 * DAY

    @property
    def starts(self) -> dt.date:
        day = dt.date(2026, 2, 2) + self.number * 15 * DAY
        return day if day.day <= 28 else day.replace(day=28)

    @property
    def ends(self) -> dt.date:
        return months(self.starts, 6)

    @property
    def review(self) -> dt.date:
        return months(self.starts, 3)

    def stands(self, day: dt.date) -> bool:
        return self.starts <= day <= self.ends


@dataclass(frozen=True)
class Asked:
    """A file whose customer asked for something: answered in time, or a week late."""

    number: int

    @property
    def asked(self) -> dt.date:
        return FIRST + (self.number * 7 // 2) * DAY

    @property
    def due(self) -> dt.date:
        return working(self.asked, 10)

    @property
    def answered(self) -> dt.date:
        return working(self.asked, 15 if self.number % 2 else 5)


@dataclass(frozen=True)
class Frightened:
    """A file with a threat against Carla: nobody talks to her, once, or all three times."""

    number: int

    @property
    def on(self) -> dt.date:
        return dt.date(2026, 1, 12) + self.number * 20 * DAY

    @property
    def talks(self) -> list[dt.date]:
        return [self.on, self.on + 7 * DAY, self.on + 28 * DAY]

    @property
    def held(self) -> int:
        return (0, 1, 3)[self.number % 3]

    def owed(self, day: dt.date) -> dt.date | None:
        """Since when a talk is owed to her on a day; it is shown two days ahead."""
        held = sum(one <= day for one in self.talks[: self.held])
        if held == 3 or day < self.on:
            return None
        return self.talks[held] if self.talks[held] - 2 * DAY <= day else None


RESTRICTED = [Restricted(number) for number in range(20)]
MARKED = [Marked(number) for number in range(15)]
ASKED = [Asked(number) for number in range(100)]
FRIGHTENED = [Frightened(number) for number in range(15)]
OTHERS = 50
AWAY = (dt.date(2026, 6, 8), dt.date(2026, 6, 19))
AWAY_TOLD = dt.date(2026, 5, 27)

# --- What follows, on a day -----------------------------------------------------------------------------------------


def parts(day: dt.date) -> Iterator[Part]:
    """The decisions that stand on a day."""
    yield from (part for one in RESTRICTED for part in one.parts if part.stands(day))


def expected(day: dt.date) -> dict[str, dict[str, int]]:
    """How many of each thing Today shows to whom."""
    near = [one for one in parts(day) if day >= one.review - AHEAD * DAY]
    marks = [one for one in MARKED if one.stands(day) and day >= one.review - AHEAD * DAY]
    owed = [one.due for one in ASKED if one.asked <= day < one.answered]
    talks = [since for one in FRIGHTENED if (since := one.owed(day))] + [
        one.proposed for one in MARKED if one.proposed <= day
    ]
    over = list(_over(day))
    gone = [working(one.ends, 1) for one in MARKED if one.ends < day]
    replies = [working(one.written, 5) for one in RESTRICTED if one.written and one.written <= day < replied(one)]
    open_appeals = [
        working(one.appealed, 10)
        for one in RESTRICTED
        if one.kind == "appealed" and one.appealed <= day and not (one.answered and one.answered <= day)
    ]
    away = [one for one in _named(day) if AWAY_TOLD <= day <= AWAY[1]]
    return {
        "Review restriction": _who(len(near), len(near), _late(day, [one.review for one in near])),
        "Review marker": _who(0, len(marks), _late(day, [one.review for one in marks])),
        "Decide on marker": {"sol": sum(one.proposed <= day < one.starts for one in MARKED), "mark": 0, "sena": 0},
        "Answer the request": {"olive": len(owed), "mark": 0, "sena": 0},
        "Ask a colleague": {"mina": len(talks), "mark": _late(day, talks), "sena": _late(day, talks), "omar": 0},
        "Write about the end": _who(len(over), len(over), _late(day, over)),
        "Write to the customer that marker": _who(len(gone), len(gone), _late(day, gone)),
        "Give a reply": {
            "omar": len(replies),
            "olive": len(replies),
            "mark": _late(day, replies),
            "sena": _late(day, replies),
        },
        "Answer appeal": {"sena": len(open_appeals), "selma": _late(day, open_appeals), "mark": 0},
        "Tell the customer of restriction": _who(len(away), len(away), len(away)),
    }


def _who(officer: int, manager: int, senior: int) -> dict[str, int]:
    return {"omar": officer, "mark": manager, "sena": senior, "carla": 0}


def _late(day: dt.date, dues: list[dt.date]) -> int:
    return sum(one < day for one in dues)


def _over(day: dt.date) -> Iterator[dt.date]:
    """The last days of restrictions whose end nobody has written about yet."""
    for one in RESTRICTED:
        last = one.parts[-1]
        if one.kind in ("lapses", "goes on", "appealed") and last.ends <= day:
            yield last.ends
        if one.kind == "told" and last.ends <= day < last.ends + DAY:
            yield last.ends


def replied(one: Restricted) -> dt.date:
    assert one.written
    return working(one.written, 8)


def _named(day: dt.date) -> Iterator[Part]:
    """Restrictions with a named officer that bind on one of the days away still to come."""
    for one in RESTRICTED:
        part = one.parts[0]
        if one.kind == "told" and part.starts <= day and max(AWAY[0], day) <= part.ends and part.stands(day):
            yield part
