"""The letters about a staff-safety marker: the notice of it (G57) and that it was removed (G48), from the record.

Shared by the modules of markers; writes nothing.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from letterpress.make import render as words
from letterpress.make.escape import Gap
from letterpress.make.words import inside
from models import Incident, Marker, User
from policy.core import clock, numbers
from policy.core.answers import Refusal, unless
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.incidents import evidence
from policy.markers import visibility as marker_visibility
from policy.restrictions import lifecycle
from policy.rulebook import clauses

NOTICE = "markers/notice"
REMOVED = "markers/removed"


def incidents_of(marker: Marker) -> list[Incident]:
    """The one incident a marker rests on, or none where it rests on a named source's concern."""
    return evidence.completed([marker.incident]) if marker.incident is not None else []


# --- The notice ---


def notice_facts(marker: Marker, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of the notice as they stand at `now`; what is missing is a Gap."""
    found, today = numbers.values(now), clock.today(now)
    received = clock.working_days_after(today, found["deemed_days"])
    category = clauses.MARKER_CATEGORIES.get(marker.category, "")
    teams = [(clauses.TEAMS[one["team"]], one["purpose"]) for one in marker.recipients if one["team"] in clauses.TEAMS]
    approver = marker.approved_by or sender
    return letter_facts.common(
        marker.customer,
        sender,
        marker.reference,
        now,
        kept_words=f"for {letter_facts.years(found['keep_marker_years'])} after the precaution ends",
        icon_words=f"A staff-safety precaution is in place: {category[:1].lower()}{category[1:]}",
        told=[inside(team.label) for team, _ in teams],
        letter=NOTICE,
        happened=letter_facts.incident_facts(incidents_of(marker)),
        concern_on=_told_on(marker),
        concern=(marker.source_words or None) if not marker.incident_id else None,
        about=_about(marker),
        person=marker.about == "person",
        category=category or Gap("what kind of danger it is about"),
        fact=marker.fact or Gap("what staff read about what happened"),
        action=marker.action or Gap("what staff are to do"),
        seen_by=[{"who": team.label, "why": why or Gap("what for"), "outside": team.outside} for team, why in teams],
        goes_on=bool(marker.follows_id),
        starts_on=marker.in_force_from or today,
        ends_on=marker.ends_on or Gap("the end"),
        review_on=marker.review_on or Gap("the review"),
        decided_by_role=letter_facts.role_of(approver)
        if approver.has("safety_lead", "senior_officer")
        else "safety lead",
        appeal_by=clock.working_days_after(received, found["appeal_days"]),
        appeal_days=found["appeal_days"],
        appeal_answer_days=found["appeal_answer_days"],
    )


def _told_on(marker: Marker) -> dt.date | Gap | None:
    if marker.incident_id or not marker.source_words:
        return None
    return marker.source_on or Gap("the day on which they told us")


def _about(marker: Marker) -> str:
    """What follows "It is about"."""
    if marker.about == "person":
        return "you, and nobody else who lives with you"
    place = marker.place.rstrip(".") or Gap("which place, animal or person")
    words = {
        "property": f"the property ({place}), and not about you or anybody in your household",
        "animal": f"an animal ({place}), and not about you or anybody in your household",
        "associated": f"somebody else who is often at your home ({place}), and not about you",
    }
    return Gap(str(place)) if isinstance(place, Gap) else words.get(marker.about, Gap("whom or what it is about"))


def notice(marker: Marker, sender: User, now: dt.datetime, passages: Mapping[str, str] | None = None) -> words.Rendered:
    """The notice as it stands, with what is kept or what is being typed; nothing is kept."""
    shown = marker.passages if passages is None else passages
    return letter_facts.made(marker.customer, NOTICE, notice_facts(marker, sender, now), shown)


def notice_sound(
    marker: Marker, sheet: words.Rendered, passages: Mapping[str, str], arranged: str
) -> Iterator[Refusal | None]:
    """G33, G35-G37, G57: what stands against sending this notice; `passages` are those it was made with."""
    return fairness.sendable(marker.customer, sheet, passages, arranged, incidents_of(marker), "G37")


# --- That it was removed ---


def removed_facts(marker: Marker, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of the letter that a marker has ended (3.10): when, what was removed, and how long a record is kept."""
    ended, begun = lifecycle.last_day(marker), lifecycle.begun_on(marker)
    assert ended is not None and begun is not None, "only a marker that began has an end to tell of"
    over = marker.ended_on or ended + dt.timedelta(days=1)
    years = numbers.value("keep_marker_years", now)
    until = clock.months_after(over, 12 * years)
    teams = [clauses.TEAMS[key].label for key in marker_visibility.keys(marker.recipients)]
    return letter_facts.common(
        marker.customer,
        sender,
        marker.reference,
        now,
        kept_words=f"for {letter_facts.years(years)} after the precaution ended, until {clock.day_words(until)}",
        icon_words="No staff-safety precaution is in place",
        told=[inside(label) for label in teams],
        letter=REMOVED,
        category=clauses.MARKER_CATEGORIES[marker.category],
        fact=marker.fact,
        begun_on=begun,
        over_on=over,
        ran_out=marker.ended_on is None,
        was_wrong=marker.was_wrong,
        told_before=marker.letter_id is not None,
        person=marker.about == "person",
    )


def removed(marker: Marker, sender: User, now: dt.datetime, passages: Mapping[str, str]) -> words.Rendered:
    """The letter that a marker has ended, with what is being typed; nothing is kept."""
    return letter_facts.made(marker.customer, REMOVED, removed_facts(marker, sender, now), passages)


def removed_sound(
    marker: Marker, sheet: words.Rendered, passages: Mapping[str, str], arranged: str
) -> Iterator[Refusal | None]:
    """G33, G35-G37, G48: what stands against sending it; an entry that was wrong is owned up to."""
    yield unless(
        not marker.was_wrong or passages.get("mistake", "").strip(),
        "G48",
        "The entry was wrong, and the letter does not say what was wrong.",
        "Write what was wrong and what has been done about it.",
    )
    yield from notice_sound(marker, sheet, passages, arranged)
