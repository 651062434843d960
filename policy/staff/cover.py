"""Who answers for a customer with a named officer: the officer, or the deputy while the officer is away (G28).

Shared by the nouns. `known` reads all that is needed, once; `Known.on` then answers for any day, without a read.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from models import OfficerChange, Restriction, RestrictionTerm, User, marks, rows_of
from policy.core import clock

LOOKED_AHEAD = 60  # days within which the next day of the officer or the deputy is looked for
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True)
class Away:
    """Days on which somebody is away, both counted, and what they hand over."""

    absence: int
    user: int
    starts: dt.date
    ends: dt.date
    handover: str = ""

    def covers(self, day: dt.date) -> bool:
        return self.starts <= day <= self.ends


@dataclass(frozen=True)
class Cover:
    """Who answers on one day; `answers` is None where neither of the two works that day.

    `usual` is the named officer for good, `officer` the one of that day, `why` what keeps that officer (away, day_off,
    bank_holiday, left), `until` the last day of that officer's absence. Where neither answers: `manager` is who takes
    over, if at work, and `back` the one of the two who is there next, on `back_on`.
    """

    day: dt.date
    usual: User
    officer: User
    deputy: User | None
    answers: User | None
    why: str = ""
    until: dt.date | None = None
    manager: User | None = None
    back_on: dt.date | None = None
    back: User | None = None
    handover: str = ""

    @property
    def to(self) -> User | None:
        """Whom a contact of this day goes to: who answers, or their manager; None where nobody is at work."""
        return self.answers or self.manager

    @property
    def stands_in(self) -> bool:
        """True where somebody other than the usual officer answers."""
        return self.answers is not None and self.answers.id != self.usual.id

    @property
    def why_words(self) -> str:
        """Why the officer of the day does not answer: completes a sentence that begins with their name."""
        return {
            "away": "is away",
            "day_off": f"does not work on {DAYS[self.day.weekday()]}s",
            "bank_holiday": "is not at work: it is a bank holiday",
            "left": "no longer works here",
        }.get(self.why, "")


@dataclass(frozen=True)
class Known:
    """The named officers of some restrictions, their changes, absences and working days, as they were read."""

    terms: Sequence[RestrictionTerm] = ()
    changes: Sequence[OfficerChange] = ()
    away: Sequence[Away] = ()
    people: Mapping[int, User] = field(default_factory=dict)
    roots: Mapping[int, int] = field(default_factory=dict)  # restriction: the first of the decisions it follows from

    def on(self, restriction: int, day: dt.date) -> Cover | None:
        """Who answers for this restriction on `day`; None where it names no officer."""
        term = next((one for one in self.terms if one.restriction_id == restriction and one.officer_id), None)
        if term is None:
            return None
        usual = self._pair(term, day, for_good=True)[0]
        officer, deputy = self._pair(term, day)
        two = [one for one in (officer, deputy) if one is not None]
        answers = next((one for one in two if not self.why_not(one, day)), None)
        back_on, back = (None, None) if answers else self._next(term, day)
        gone = next((one for one in self.away if one.user == officer.id and one.covers(day)), None)
        return Cover(
            day, usual, officer, deputy, answers,
            why=self.why_not(officer, day), until=gone.ends if gone else None, manager=self._manager(two, day),
            back_on=back_on, back=back, handover=gone.handover if gone else "",
        )  # fmt: skip

    def told_of(self, restriction: int) -> set[int]:
        """The absences of which the customer of this restriction was told who covers."""
        terms = [one for one in self.terms if one.restriction_id == restriction]
        changes = (change for term in terms for change in self.changes_of(term))
        return {change.absence_id for change in changes if change.absence_id is not None}

    def why_not(self, user: User, day: dt.date) -> str:
        """What keeps this person from answering on `day`; empty where nothing does."""
        if not user.active:
            return "left"
        if any(one.user == user.id and one.covers(day) for one in self.away):
            return "away"
        if clock.is_bank_holiday(day):
            return "bank_holiday"
        return "" if day.weekday() in user.working_days else "day_off"

    def changes_of(self, term: RestrictionTerm) -> Iterator[OfficerChange]:
        """The changes that hold for this measure: its own, and those of the decision it was taken over from."""
        pair = {one.restriction_id: (one.officer_id, one.deputy_id) for one in self.terms}
        same, root = (term.officer_id, term.deputy_id), self._root(term.restriction_id)
        for change in self.changes:
            before = change.restriction_id
            if before == term.restriction_id or (self._root(before) == root and pair.get(before) == same):
                yield change

    def _root(self, restriction: int) -> int:
        return self.roots.get(restriction, restriction)

    def _pair(self, term: RestrictionTerm, day: dt.date, for_good: bool = False) -> tuple[User, User | None]:
        """The officer and deputy of a day: the newest change that covers it, else as decided."""
        officer, deputy = term.officer_id, term.deputy_id
        for change in self.changes_of(term):
            last = change.until_on
            if change.from_on <= day and (last is None or (not for_good and day <= last)):
                officer, deputy = change.officer_id, change.deputy_id
        assert officer is not None, "a measure with a named officer"
        return self.people[officer], self.people[deputy] if deputy else None

    def _next(self, term: RestrictionTerm, day: dt.date) -> tuple[dt.date | None, User | None]:
        for ahead in range(1, LOOKED_AHEAD):
            later = day + dt.timedelta(days=ahead)
            for one in self._pair(term, later):
                if one is not None and not self.why_not(one, later):
                    return later, one
        return None, None

    def _manager(self, two: Sequence[User], day: dt.date) -> User | None:
        """The line manager of the officer, or else of the deputy, who is at work and is neither of them."""
        ids = [one.line_manager_id for one in two if one.line_manager_id is not None]
        managers = [self.people[one] for one in ids if one in self.people and one not in [each.id for each in two]]
        return next((one for one in managers if not self.why_not(one, day)), None)


def as_changed(terms: Sequence[RestrictionTerm]) -> list[RestrictionTerm]:
    """The same measures with the officer and deputy named last for good: as letters and pages are to say them."""
    ids = [one.restriction_id for one in terms if one.officer_id is not None]
    rest = f"WHERE restriction_id IN ({marks(ids)}) AND until_on IS NULL ORDER BY id"
    changes = {one.restriction_id: one for one in rows_of(OfficerChange, rest, *ids)} if ids else {}
    for one in terms:
        change = changes.get(one.restriction_id)
        if one.officer_id is not None and change is not None:
            one.officer, one.deputy = change.officer, change.deputy
    return list(terms)


CHAIN = "restriction_id IN (SELECT id FROM restriction WHERE id IN ({roots}) OR root_id IN ({roots}))"

CHANGES = "*, (SELECT COALESCE(root_id, id) FROM restriction AS r WHERE r.id = restriction_id) AS first"


def known(restrictions: Sequence[Restriction], terms: Sequence[RestrictionTerm], since: dt.date) -> Known:
    """What is known of the named officers of these restrictions from `since` on: no read, two, or three."""
    named = {one.restriction_id for one in terms if one.officer_id is not None}
    if not named:
        return Known()
    mine = [one for one in restrictions if one.id in named]
    roots = list({one.root_id or one.id for one in mine})
    chain = CHAIN.format(roots=marks(roots))
    with_officer = [one for one in terms if one.officer_id is not None]
    if any(one.follows_id for one in mine):
        before = rows_of(RestrictionTerm, f"WHERE {chain} AND officer_id IS NOT NULL ORDER BY id", *roots, *roots)
        have = {one.id for one in with_officer}
        with_officer += [one for one in before if one.id not in have]
    changes = rows_of(OfficerChange, f"WHERE {chain} ORDER BY id", *roots, *roots, columns=CHANGES)
    ids = {number for one in [*with_officer, *changes] for number in (one.officer_id, one.deputy_id) if number}
    people, away = _people(ids, since)
    whole = {one.id: one.root_id or one.id for one in mine} | {one.restriction_id: one.first for one in changes}
    return Known(with_officer, changes, away, people, whole)


PEOPLE = """
LEFT JOIN absence AS a ON a.user_id = "user".id AND a.cancelled_at IS NULL AND a.ends_on >= ?
WHERE "user".id IN ({ids}) OR "user".id IN (SELECT line_manager_id FROM "user" WHERE id IN ({ids}))
ORDER BY "user".id, a.starts_on, a.id
"""
COLUMNS = '"user".*, a.id AS absence, a.starts_on AS away_from, a.ends_on AS away_until, a.handover AS handed'


def _people(ids: set[int], since: dt.date) -> tuple[dict[int, User], list[Away]]:
    """These people, their line managers, and when they are away from `since` on: one read."""
    rows = rows_of(User, PEOPLE.format(ids=marks(ids)), since, *ids, *ids, columns=COLUMNS)
    return {one.id: one for one in rows}, [_away(one) for one in rows if one.absence is not None]


def _away(row: Any) -> Away:
    starts, ends = (dt.date.fromisoformat(str(day)) for day in (row.away_from, row.away_until))
    return Away(row.absence, row.id, starts, ends, row.handed)
