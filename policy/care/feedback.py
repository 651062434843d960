"""Telling whoever logged an incident what was done about it: silence teaches people not to report (G70)."""

import datetime as dt
from collections.abc import Iterator

from models import Incident, IncidentNote, ReporterTold, User, holding, marks, rows_of
from policy.care import concerned
from policy.core import audit, clock, numbers, work_item
from policy.core.answers import Answer, answer, unless
from policy.core.register import deed, only_for
from policy.core.validation import required_text
from policy.core.work_item import Item
from policy.incidents import severity

TELLERS = ("manager", "senior_officer", "safety_lead")
SHOWN_FOR = dt.timedelta(days=7)  # so long Today says that something was done
# What calls for telling: it was serious, was triaged, or a decision that was issued rests on it.
ACTED_ON = (
    " OR EXISTS (SELECT 1 FROM incident_note n WHERE n.incident_id = incident.id AND n.kind = 'triage')"
    " OR EXISTS (SELECT 1 FROM warning_incident w JOIN behaviour_warning b ON b.id = w.warning_id"
    " WHERE w.incident_id = incident.id AND b.issued_at IS NOT NULL)"
    " OR EXISTS (SELECT 1 FROM restriction_incident c JOIN restriction r ON r.id = c.restriction_id"
    " WHERE c.incident_id = incident.id AND r.issued_at IS NOT NULL)"
)
UNTOLD = "NOT EXISTS (SELECT 1 FROM reporter_told t WHERE t.incident_id = incident.id)"
STILL_HERE = 'EXISTS (SELECT 1 FROM "user" u WHERE u.id = incident.recorded_by_id AND u.active)'


def told_of(incident: Incident) -> list[ReporterTold]:
    """What who logged it was told, oldest first."""
    rows = ReporterTold.select(ReporterTold, User).join(User, on=ReporterTold.by)
    return list(rows.where(ReporterTold.incident == incident).order_by(ReporterTold.id))


@only_for(*TELLERS, says="A manager tells whoever logged it what was done.", remedy="Ask a manager.")
def may_tell(actor: User, incident: Incident, now: dt.datetime) -> Answer:
    """G70: a manager tells who logged it; nobody tells themselves."""
    return answer(
        unless(actor.id != incident.recorded_by_id, "own", "You logged this yourself.", "Nothing more is needed.")
    )


@deed(
    "tell_reporter",
    label="Tell whoever logged an incident what was done",
    clause="3.2.1",
    asks=may_tell,
    event="reporter_told",
)
def tell(actor: User, incident: Incident, words: str, now: dt.datetime) -> ReporterTold:
    """Tell whoever logged an incident what was done about it; the same words twice are told once.

    Raises Refused or Invalid.
    """
    words = required_text("words", "What was done", words)
    with holding(incident) as incident:
        may_tell(actor, incident, now).or_refuse()
        known = ReporterTold.get_or_none(ReporterTold.incident == incident, ReporterTold.words == words)
        if known:
            return known
        row = ReporterTold.create(incident=incident, words=words, by=actor, at=now)
        audit.event("reporter_told", None, actor, now, incident=incident.id, told=row.id)
    return row


def needs(actor: User, now: dt.datetime) -> Iterator[Item]:
    """For managers whom to tell; for whoever logged something what was done, for a week."""
    today = clock.today(now)
    if actor.has("manager", "senior_officer"):
        yield from _to_tell(actor, now, today)
    since = ReporterTold.at.db_value(now - SHOWN_FOR)
    rest = "WHERE at >= ? AND incident_id IN (SELECT id FROM incident WHERE recorded_by_id = ?) ORDER BY id"
    for one in rows_of(ReporterTold, f"{rest} LIMIT {work_item.EACH_AT_MOST}", since, actor.id):
        sentence = f"Read what was done about incident I-{one.incident_id:05d}, which you logged"
        yield concerned.item(sentence, sentence, "incidents.show", {"incident_id": one.incident_id}, None, today)


def _to_tell(actor: User, now: dt.datetime, today: dt.date) -> Iterator[Item]:
    is_serious, values = severity.where(severity.THREATENING)
    rest = f"WHERE {UNTOLD} AND {STILL_HERE} AND recorded_by_id <> ? AND ({is_serious}{ACTED_ON})"
    columns = "id, recorded_at, recorded_by_id"
    untold = rows_of(Incident, f"{rest} ORDER BY id LIMIT {work_item.EACH_AT_MOST}", actor.id, *values, columns=columns)
    days = numbers.value("told_days", now) if untold else 0
    own = _triaged_by_reporter([one.id for one in untold])
    for one in untold:
        by = clock.working_days_after(clock.today(one.recorded_at), days)
        if one.id not in own and work_item.comes_to(actor, by, today, "manager"):
            sentence = f"Tell who logged incident {one.reference} what was done about it"
            yield concerned.item(sentence, sentence, "care.show", {"incident_id": one.id}, by, today)


def _triaged_by_reporter(ids: list[int]) -> set[int]:
    """Incidents that whoever logged them decided about themselves: there is nothing to tell them."""
    if not ids:
        return set()
    rest = (
        f"WHERE kind = 'triage' AND incident_id IN ({marks(ids)})"  # noqa: S608 - nothing typed
        " AND by_id = (SELECT recorded_by_id FROM incident i WHERE i.id = incident_note.incident_id)"
    )
    return {one.incident_id for one in rows_of(IncidentNote, rest, *ids, columns="id, incident_id")}
