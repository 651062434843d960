"""Injuries of colleagues: the days off counted, and what must be reported and by when (G67)."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypedDict

from models import Incident, RiddorReport, StaffInjury, User, holding, rows_of
from policy.care import concerned, riddor
from policy.care.riddor import Stands
from policy.core import audit, clock, work_item
from policy.core.answers import Answer, answer, unless
from policy.core.register import deed, only_for
from policy.core.validation import LONG, Check
from policy.core.work_item import Item

REPORTERS = ("manager", "safety_lead")


def newest(incident: Incident, person: User) -> StaffInjury | None:
    """How somebody's injury was last recorded, or None."""
    query = StaffInjury.select(StaffInjury, User).join(User, on=StaffInjury.by)
    query = query.where(StaffInjury.incident == incident, StaffInjury.user == person)
    return query.order_by(StaffInjury.id.desc()).first()


def reports_of(incident: Incident, person: User) -> list[RiddorReport]:
    """What was reported of it, oldest first."""
    rows = RiddorReport.select(RiddorReport, User).join(User, on=RiddorReport.by)
    return list(rows.where(RiddorReport.incident == incident, RiddorReport.user == person).order_by(RiddorReport.id))


def stands(incident: Incident, injury: StaffInjury, reported_as: set[str], today: dt.date) -> Stands:
    """G67: how it stands today, and what is still to be reported by when; `reported_as` is what was reported so far."""
    days = riddor.days_off(incident.happened_on, injury.off_from, injury.back_on, today)
    still_off = injury.off_from is not None and (injury.back_on is None or injury.back_on > today)
    said, report_as, by = [], "", None
    if injury.kind in riddor.AT_ONCE:
        by = incident.happened_on + riddor.SERIOUS_WITHIN
        what = "A death" if injury.kind == "death" else "A specified injury"
        said.append(f"{what}: report it at once by telephone, and in writing by {clock.day_words(by)}.")
        report_as = "" if injury.kind in reported_as else injury.kind
    elif days > riddor.REPORT_OVER:
        by = incident.happened_on + riddor.REPORT_WITHIN
        said.append(f"More than {riddor.REPORT_OVER} days off: report it by {clock.day_words(by)}.")
        report_as = "" if reported_as else "over_seven"
    if days > riddor.RECORD_OVER:
        said.append(f"More than {riddor.RECORD_OVER} days off: keep a record. This page is that record.")
    return Stands(days, still_off, tuple(said), report_as, by if report_as else None)


def stands_now(incident: Incident, person: User, now: dt.datetime) -> Stands | None:
    """How somebody's injury stands today, as it was last recorded; None where none is."""
    injury = newest(incident, person)
    if injury is None:
        return None
    return stands(incident, injury, {one.reported_as for one in reports_of(incident, person)}, clock.today(now))


class InjuryEntry(TypedDict, total=False):
    """How an injury stands, and the days off."""

    kind: str
    words: str | None
    off_from: dt.date | None
    back_on: dt.date | None


class ReportEntry(TypedDict, total=False):
    """That an injury was reported."""

    reported_on: dt.date | None
    number: str


@only_for(
    *concerned.SEES_ALL,
    says=concerned.ROLE,
    remedy="Ask one of them.",
    also=(concerned.LINE_MANAGER, concerned.THEMSELVES),
)
def may_record(actor: User, incident: Incident, person: User, now: dt.datetime) -> Answer:
    """G67: the person themselves, or whoever looks after them, records an injury and the days off."""
    return answer(concerned.part_in(incident, person))


@deed(
    "record_injury",
    label="Record a colleague's injury and days off",
    clause="3.2.1",
    asks=may_record,
    event="injury_recorded",
)
def record_injury(actor: User, incident: Incident, person: User, entry: InjuryEntry, now: dt.datetime) -> StaffInjury:
    """Record how it stands; a newer row takes the place of the one before. Raises Refused or Invalid."""
    check, today = Check(entry), clock.today(now)
    columns: dict[str, Any] = {
        "kind": check.choice("kind", "Injury", riddor.KINDS, required=True),
        "words": check.text("words", "What they suffered", LONG, required=entry.get("kind") not in (None, "", "none")),
        "off_from": check.day("off_from", "First day off", earliest=incident.happened_on, latest=today),
        "back_on": check.day("back_on", "Back at work", earliest=incident.happened_on, latest=today),
    }
    off_from, back_on = columns["off_from"], columns["back_on"]
    if back_on and not off_from:
        check.wrong("off_from", "First day off: please give a date.")
    if back_on and off_from and back_on <= off_from:
        check.wrong("back_on", "Back at work: this is not after the first day off. Please check the date.")
    check.or_refuse()
    with holding(incident) as incident:
        may_record(actor, incident, person, now).or_refuse()
        known = newest(incident, person)
        if known is not None and all(getattr(known, name) == value for name, value in columns.items()):
            return known
        row = StaffInjury.create(incident=incident, user=person, by=actor, at=now, **columns)
        audit.event("injury_recorded", None, actor, now, incident=incident.id, injury=row.id)
    return row


@only_for(*REPORTERS, says="A manager or the safety lead reports an injury.", remedy="Ask one of them.")
def may_report(actor: User, incident: Incident, person: User, now: dt.datetime) -> Answer:
    """G67: a manager or the safety lead reports to the Health and Safety Executive what has to be reported."""
    how = stands_now(incident, person, now)
    return answer(
        concerned.not_oneself(actor, person),
        unless(
            how is not None and how.report_as,
            "state",
            "Nothing has to be reported as it stands.",
            "It has after a specified injury, a death, or more than 7 days off.",
        ),
    )


@deed(
    "report_injury",
    label="Report a colleague's injury to the Health and Safety Executive",
    clause="3.2.1",
    asks=may_report,
    event="injury_reported",
)
def report(actor: User, incident: Incident, person: User, entry: ReportEntry, now: dt.datetime) -> RiddorReport:
    """Record that it was reported. Raises Refused or Invalid."""
    check = Check(entry)
    on = check.day("reported_on", "Reported on", earliest=incident.happened_on, latest=clock.today(now), required=True)
    number = check.text("number", "The number of the report", 60, required=True)
    check.or_refuse()
    with holding(incident) as incident:
        may_report(actor, incident, person, now).or_refuse()
        how = stands_now(incident, person, now)
        assert how is not None, "asked by may_report"
        row = RiddorReport.create(
            incident=incident, user=person, reported_on=on, reported_as=how.report_as, number=number, by=actor, at=now
        )
        audit.event("injury_reported", None, actor, now, incident=incident.id, report=row.id)
    return row


def needs(actor: User, now: dt.datetime) -> Iterator[Item]:
    """G67: what has to be reported, for managers and the safety lead; late ones reach a senior officer."""
    if not actor.has(*REPORTERS, "senior_officer"):
        return
    today = clock.today(now)
    last = "WHERE id IN (SELECT MAX(id) FROM staff_injury GROUP BY incident_id, user_id) AND kind <> 'none'"
    for injury, incident, reported in _with_incidents(last):
        how = stands(incident, injury, reported, today)
        if how.report_by is None or injury.user_id == actor.id:
            continue
        by = clock.today(injury.at) if how.report_as in riddor.AT_ONCE else how.report_by
        if work_item.comes_to(actor, by, today, *REPORTERS):
            sentence = f"Report the injury in incident {incident.reference} to the Health and Safety Executive"
            yield concerned.item(sentence, sentence, "care.show", {"incident_id": incident.id}, by, today)


def _with_incidents(rest: str) -> Iterator[tuple[StaffInjury, Incident, set[str]]]:
    """Injuries with their incidents and what was reported of them: three reads."""
    injuries = rows_of(StaffInjury, f"{rest} ORDER BY id DESC LIMIT {work_item.EACH_AT_MOST * 4}")
    if not injuries:
        return
    ids = {one.incident_id for one in injuries}
    incidents = {one.id: one for one in Incident.select().where(Incident.id.in_(ids))}
    reported: dict[tuple[int, int], set[str]] = {}
    for one in RiddorReport.select().where(RiddorReport.incident.in_(ids)):
        reported.setdefault((one.incident_id, one.user_id), set()).add(one.reported_as)
    for injury in injuries:
        yield injury, incidents[injury.incident_id], reported.get((injury.incident_id, injury.user_id), set())
