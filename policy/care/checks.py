"""Asking a colleague how they are after violence or a threat: that day, and twice again (G66)."""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from models import CareCheck, Incident, User, holding, marks, rows_of
from policy.care import concerned
from policy.core import audit, clock, numbers
from policy.core.answers import Answer, answer, unless
from policy.core.register import deed, only_for
from policy.core.validation import LONG, Check
from policy.core.work_item import Item
from policy.incidents import severity

STAGES = {"same_day": "The same day", "second": "After a week", "third": "After a month"}
AHEAD = dt.timedelta(days=2)  # so many days before its day a talk may be held, and is shown
MOST = 200
TALKED = "EXISTS (SELECT 1 FROM care_check c WHERE c.incident_id = incident.id AND c.stage = 'third' AND c.spoke"
UNTALKED_TARGET = (
    "EXISTS (SELECT 1 FROM incident_staff s WHERE s.incident_id = incident.id AND s.part = 'target'"  # noqa: S608
    f" AND NOT {TALKED} AND c.user_id = s.user_id))"
)
NO_TARGET = "NOT EXISTS (SELECT 1 FROM incident_staff s WHERE s.incident_id = incident.id AND s.part = 'target')"
OPEN = f"({UNTALKED_TARGET} OR ({NO_TARGET} AND NOT {TALKED} AND c.user_id = incident.recorded_by_id)))"


@dataclass(frozen=True)
class Talk:
    """The talk that comes next: which of the three, the day it is for, and since when it is owed."""

    stage: str
    on: dt.date
    due: dt.date
    tried: int


def days_of(incident: Incident, figures: dict[str, int]) -> dict[str, dt.date]:
    """The day of each talk, counted from the incident; the first on the day it was logged."""
    logged = clock.today(incident.recorded_at)
    second, third = (dt.timedelta(days=figures[key]) for key in ("care_second_days", "care_third_days"))
    last = incident.last_on
    return {"same_day": logged, "second": max(logged, last + second), "third": max(logged, last + third)}


def next_talk(days: dict[str, dt.date], checks: Sequence[CareCheck], today: dt.date) -> Talk | None:
    """The talk that is open, or None after the third: only a talk that took place closes one, and those before it."""
    names = list(STAGES)
    held = max((names.index(one.stage) for one in checks if one.spoke), default=-1)
    if held == len(names) - 1:
        return None
    reached = [name for name in names[held + 1 :] if days[name] <= today]
    stage = reached[-1] if reached else names[held + 1]
    owed = days[names[held + 1]]
    tries = [clock.today(one.at) for one in checks if not one.spoke and names.index(one.stage) > held]
    again = clock.working_days_after(tries[-1], 1) if tries else owed
    return Talk(stage, days[stage], max(owed, again), len(tries))


def checks_of(incident: Incident, person: User) -> list[CareCheck]:
    """Every try and talk with one person about one incident, oldest first."""
    rows = CareCheck.select(CareCheck, User).join(User, on=CareCheck.by)
    return list(rows.where(CareCheck.incident == incident, CareCheck.user == person).order_by(CareCheck.id))


def open_talk(incident: Incident, person: User, now: dt.datetime) -> Talk | None:
    """The talk that is open with this person about this incident."""
    return next_talk(days_of(incident, numbers.values(now)), checks_of(incident, person), clock.today(now))


@only_for(*concerned.SEES_ALL, says=concerned.ROLE, remedy="Ask one of them.", also=(concerned.LINE_MANAGER,))
def may_check(actor: User, incident: Incident, person: User, now: dt.datetime) -> Answer:
    """G66: the line manager, a manager, the safety lead or a senior officer asks, and never the person themselves."""
    talk = open_talk(incident, person, now)
    day = clock.day_words(talk.on) if talk else ""
    return answer(
        concerned.not_oneself(actor, person),
        concerned.part_in(incident, person),
        unless(talk, "state", "All three talks have taken place."),
        unless(
            talk is None or clock.today(now) >= talk.on - AHEAD,
            "state",
            f"The next talk is for {day}.",
            "If something comes up before, talk, and write it down then.",
        ),
    )


@deed(
    "check_on_colleague",
    label="Ask a colleague how they are after an incident",
    clause="3.2.1",
    asks=may_check,
    event="care_checked",
)
def check(actor: User, incident: Incident, person: User, spoke: str | None, words: str, now: dt.datetime) -> CareCheck:
    """Record a talk, or a try that found nobody: a try keeps it open and asks again on the next working day.

    `spoke`: "yes" or "no". Raises Refused or Invalid.
    """
    typed = Check({"spoke": spoke, "words": words})
    spoke = typed.choice("spoke", "Did you speak to them", {"yes": "Yes", "no": "No"}, required=True)
    words = typed.text("words", "What was offered and agreed", LONG, required=spoke == "yes")
    typed.or_refuse()
    with holding(incident) as incident:
        may_check(actor, incident, person, now).or_refuse()
        talk = open_talk(incident, person, now)
        assert talk is not None, "asked by may_check"
        row = CareCheck.create(
            incident=incident, user=person, stage=talk.stage, spoke=spoke == "yes", words=words, by=actor, at=now
        )
        audit.event("care_checked", None, actor, now, incident=incident.id, check=row.id)
    return row


# --- What waits -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Owed:
    """A talk with one person about one incident."""

    incident: Incident
    person_id: int
    talk: Talk


def owed(now: dt.datetime, only: Collection[int] | None = None) -> list[Owed]:
    """Every talk that is open, oldest incident first; `only` those with these people. A fixed number of reads."""
    frightening, values = severity.where(severity.FRIGHTENING, hate=True)
    incidents = rows_of(Incident, f"WHERE {frightening} AND {OPEN} ORDER BY id LIMIT {MOST}", *values)
    targets = concerned.targets_of(incidents)
    checks = _checks([one.id for one in incidents])
    figures, today = numbers.values(now) if incidents else {}, clock.today(now)
    return [
        Owed(one, person, talk)
        for one in incidents
        for person in targets[one.id]
        if (talk := next_talk(days_of(one, figures), checks.get((one.id, person), []), today)) is not None
        and (only is None or person in only)
    ]


def _checks(ids: list[int]) -> dict[tuple[int, int], list[CareCheck]]:
    by_person: dict[tuple[int, int], list[CareCheck]] = {}
    for one in rows_of(CareCheck, f"WHERE incident_id IN ({marks(ids)}) ORDER BY id", *ids) if ids else ():
        by_person.setdefault((one.incident_id, one.user_id), []).append(one)
    return by_person


def needs(actor: User, now: dt.datetime) -> Iterator[Item]:
    """G66: the talks that are due; silence closes none of them."""
    today = clock.today(now)
    waiting = [one for one in owed(now) if one.talk.due <= today + AHEAD]
    people = concerned.staff() if waiting else {}
    for one in waiting:
        person = people[one.person_id]
        if person.active and concerned.waits_for(actor, person, people, one.talk.due, now):
            about = f"how they are after incident {one.incident.reference}"
            yield concerned.item(
                f"Ask {person.name} {about}",
                f"Ask a colleague {about}",
                "care.show",
                {"incident_id": one.incident.id},
                one.talk.due,
                today,
                escalated=not actor.is_manager and person.line_manager_id != actor.id,
            )
