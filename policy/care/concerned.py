"""Looking after colleagues (G66-G70): whom an incident concerned, who looks after them, and who may see it.

Shared by the nouns; reads only. It is kept apart from the customer's file: its events name no customer.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from models import Incident, IncidentStaff, User, marks, rows_of
from policy.core import clock, work_item
from policy.core.answers import Refusal, unless
from policy.core.register import Where
from policy.incidents import severity

SEES_ALL = ("manager", "safety_lead", "senior_officer")
THEMSELVES = Where("everybody for themselves", lambda actor, _thing, person, *_: actor.id == person.id)
LINE_MANAGER = Where("their line manager", lambda actor, _thing, person, *_: person.line_manager_id == actor.id)
ROLE = "Only their line manager, a manager, the safety lead or a senior officer does this."


@dataclass(frozen=True)
class Concerned:
    """A colleague whom an incident concerned; `owed` where somebody has to ask them how they are."""

    person: User
    part: str
    owed: bool


def is_frightening(incident: Incident) -> bool:
    """True where colleagues are looked after as a matter of course; complete the incident first."""
    return incident.hate_element or severity.is_serious(incident, severity.FRIGHTENING)


def targets_who_they_are(incident: Incident) -> bool:
    """True for abuse about race, religion, disability, sexuality or gender identity (G68)."""
    return incident.hate_element or "discriminatory" in incident.behaviours


def people_of(incident: Incident, staff: Iterable[IncidentStaff] | None = None) -> list[Concerned]:
    """Whom it was aimed at, or who logged it where nobody is named; then who saw or heard it. Nobody stands twice.

    `staff`: the colleagues of the incident with their users, where they were read already.
    """
    if staff is None:
        query = IncidentStaff.select(IncidentStaff, User).join(User).where(IncidentStaff.incident == incident)
        staff = list(query.order_by(IncidentStaff.id))
    rows = [one for one in staff if one.part in ("target", "witness")]
    people = {one.user_id: Concerned(one.user, one.part, owed=True) for one in rows if one.part == "target"}
    if not people:
        people[incident.recorded_by_id] = Concerned(incident.recorded_by, "logged", owed=True)
    for one in rows:
        people.setdefault(one.user_id, Concerned(one.user, one.part, owed=False))
    return list(people.values())


def targets_of(incidents: Iterable[Incident]) -> dict[int, list[int]]:
    """By incident, the numbers of those it was aimed at, or of who logged it where nobody is named: one read."""
    logged = {one.id: one.recorded_by_id for one in incidents}
    targets: dict[int, list[int]] = {number: [] for number in logged}
    rest = f"WHERE part = 'target' AND incident_id IN ({marks(logged)}) ORDER BY id"
    for one in rows_of(IncidentStaff, rest, *logged) if logged else ():
        if one.user_id not in targets[one.incident_id]:
            targets[one.incident_id].append(one.user_id)
    return {number: people or [logged[number]] for number, people in targets.items()}


def concerned(incident: Incident, person: User) -> Concerned | None:
    """This person's part in the incident, or None."""
    return next((one for one in people_of(incident) if one.person.id == person.id), None)


def item(
    sentence: str,
    plain: str,
    endpoint: str,
    values: dict[str, int],
    by: dt.date | None,
    today: dt.date,
    escalated: bool = False,
) -> work_item.Item:
    """Something that waits in looking after colleagues, of whichever of its parts."""
    return replace(work_item.item(sentence, plain, endpoint, values, by, today, escalated=escalated), kind="care")


# --- Who looks after whom -------------------------------------------------------------------------------------------


def looks_after(actor: User, person: User) -> bool:
    """True for who may work on somebody's care: never the person themselves."""
    if actor.id == person.id or not actor.active:
        return False
    return person.line_manager_id == actor.id or actor.has(*SEES_ALL)


def may_see(actor: User, person: User) -> bool:
    """True for the person themselves and for who looks after them; not for data protection or administration."""
    return actor.active and (actor.id == person.id or looks_after(actor, person))


def not_oneself(actor: User, person: User) -> Refusal | None:
    """The refusal for the person themselves, whatever their roles."""
    return unless(actor.id != person.id, "own", "This is about you, so somebody else does it.", "Ask one of them.")


def part_in(incident: Incident, person: User) -> Refusal | None:
    """The refusal where the incident did not concern this person."""
    return unless(concerned(incident, person), "state", "This incident did not concern this colleague.")


def waits_for(actor: User, person: User, staff: dict[int, User], by: dt.date, now: dt.datetime) -> bool:
    """G39, G66: it waits for the line manager; for any manager where there is none or it is late; then for seniors."""
    today = clock.today(now)
    if actor.id == person.id:
        return False
    if person.line_manager_id == actor.id:
        return True
    boss = staff.get(person.line_manager_id or 0)
    alone = boss is None or not boss.active
    return (actor.is_manager and (alone or today > by)) or work_item.late_to_senior(actor, by, today)


def staff() -> dict[int, User]:
    """Everybody who works or worked here, by number: one read."""
    columns = "id, name, line_manager_id, active, roles, job_title"
    return {one.id: one for one in rows_of(User, "ORDER BY id", columns=columns)}
