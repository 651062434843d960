"""What stands against a staff-safety marker as it is written: its ground, its limits, its readers (G10, G31, G35, G36,
G52-G58). Shared by the modules of markers; writes nothing.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from letterpress.make.words import inside
from models import Customer, Event, Incident, IncidentStaff, Marker, User, marks, rows_of
from policy.considerations import impartiality
from policy.core import clock, numbers
from policy.core.answers import Refusal, unless
from policy.correspondence import fairness
from policy.incidents import evidence
from policy.markers import letters as marker_letters
from policy.rulebook import clauses

# What the evidence for a warning must keep and a marker about somebody or something else need not: whose act it was.
OWN_ACT = ("G23", "G24", "G12")
WROTE = ("marker_proposed", "marker_changed")
NEWEST = 30


def sound(marker: Marker, now: dt.datetime) -> Iterator[Refusal | None]:
    """Everything that stands against this marker as it is written, whoever decides on it."""
    yield from _about_one_thing(marker)
    yield from _rests_on_a_fact(marker, now)
    yield from _not_for_contact_alone(marker)
    yield from _complete(marker, now)
    yield from _readers(marker, now)
    yield from _fair(marker)


# --- G58: about exactly one thing ---


def _about_one_thing(marker: Marker) -> Iterator[Refusal | None]:
    yield unless(
        marker.about in clauses.MARKER_ABOUT,
        "G58",
        "It does not say whom or what it is about.",
        "Choose one: the person, the property, an animal, or somebody else there.",
    )
    if marker.about not in clauses.MARKER_ABOUT:
        return
    needs_place = marker.about != "person"
    yield unless(
        not needs_place or marker.place.strip(),
        "G58",
        "It does not say which place, animal or person it is about.",
        "Name the place or the animal, or say who the other person is to the customer.",
    )
    yield unless(
        not marker.category or marker.category in clauses.MARKER_FITS[marker.about],
        "G58",
        "Whom or what it is about and what kind of danger it is do not go together.",
        "A marker about a person is not also one about an animal or the building: make two.",
    )


# --- G52, G10, G53: the ground ---


def _rests_on_a_fact(marker: Marker, now: dt.datetime) -> Iterator[Refusal | None]:
    yield unless(
        marker.incident_id or marker.source.strip(),
        "G52",
        "It rests on no specific incident and on nobody's clearly stated concern.",
        "Choose the incident, or name who told us, when, and what they said.",
    )
    if marker.incident is not None:
        yield from _evidence(marker, now)
    elif marker.source.strip():
        yield from _concern(marker)
    passed_on = _hearsay_in(f"{marker.fact}\n{marker.source_words}")
    yield unless(
        not passed_on,
        "G52",
        f"“{passed_on}” passes on what somebody else may have said.",
        "Say what happened, or what the named source told us themselves.",
    )


def _evidence(marker: Marker, now: dt.datetime) -> Iterator[Refusal | None]:
    """G10: it is sure who it was. After a review the age of the incident is for the reasons to answer."""
    incident, customer = marker.incident, marker.customer
    assert incident is not None, "asked only of a marker that rests on one"
    yield unless(
        incident.customer_id == customer.id,
        "G52",
        f"Incident {incident.reference} is on another person's file.",
        "Choose an incident of this customer's own file.",
    )
    left_out = {"G13"} if marker.follows_id else set()
    if marker.about == "associated":
        left_out |= set(OWN_ACT)
        yield unless(
            incident.who_acted in ("household", "visitor"),
            "G58",
            f"Incident {incident.reference} was not done by somebody else who was there.",
            "Choose whom it is about again, or another incident.",
        )
    if marker.about in ("property", "animal"):
        left_out |= {*OWN_ACT, "G2", "G10"}
    for one in evidence.evidence(customer, [incident], now):
        if one is not None and one.rule not in left_out:
            yield one


def _concern(marker: Marker) -> Iterator[Refusal | None]:
    source = marker.source.strip().casefold().rstrip(".")
    yield unless(
        source not in clauses.NOBODY and len(source) > 2,
        "G52",
        "The source is not named.",
        "Give the name and the role of whoever told us. Hearsay is not enough.",
    )
    yield unless(
        marker.source_on and marker.source_words.strip(),
        "G52",
        "It is not written down when the source told us, or what they said.",
        "Give the day and their words.",
    )


def _hearsay_in(text: str) -> str:
    return next((word for word in clauses.HEARSAY if re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)), "")


def _not_for_contact_alone(marker: Marker) -> Iterator[Refusal | None]:
    """G53: being rude or writing too often makes no visit unsafe."""
    incident = marker.incident
    if incident is None or marker.about in ("property", "animal"):
        return
    apart = incident.channel in (*clauses.WRITTEN_CHANNELS, "telephone")
    unsafe = incident.severity >= 3 or bool(set(incident.behaviours) & set(clauses.UNSAFE))
    yield unless(
        unsafe or not apart,
        "G53",
        f"Incident {incident.reference} is about how the customer writes or rings. That makes no visit unsafe.",
        "Deal with it by a warning, or a contact arrangement. A marker needs a danger to somebody's safety.",
    )
    counted = clauses.headings_of(incident.behaviours)
    yield unless(
        unsafe or not counted or "abuse" in counted,
        "G53",
        f"Incident {incident.reference} is about requests or persistence. That makes no visit unsafe.",
        "Leave it to a warning. A marker needs a danger to somebody's safety.",
    )


# --- G54: what it must say, and until when ---


def _complete(marker: Marker, now: dt.datetime) -> Iterator[Refusal | None]:
    yield unless(marker.category, "G54", "It does not say what kind of danger it is.", "Choose the kind.")
    yield unless(marker.fact.strip(), "G54", "It does not say what happened.", "Write the fact in a plain sentence.")
    action = marker.action.strip().casefold().strip(".! ")
    yield unless(action, "G54", "It does not say what staff are to do.", "Write what to do, concretely.")
    yield unless(
        action not in clauses.VAGUE_ACTIONS,
        "G54",
        f"“{marker.action.strip()}” does not tell anybody what to do.",
        "Say it concretely: go in twos, ring before you go in, meet at the office.",
    )
    ends, review, today = marker.ends_on, marker.review_on, clock.today(now)
    if ends is None or review is None:
        yield unless(False, "G54", "The end or the review is missing.", "Give both; neither may be left open.")
        return
    yield unless(ends > today, "G54", f"The end, {clock.day_words(ends)}, has passed.", "Choose a later day.")
    yield unless(review >= today, "G54", f"The review, {clock.day_words(review)}, has passed.", "Choose a later day.")
    yield unless(review <= ends, "G54", "The review comes after the end.", "Choose the end or a day before it.")
    if marker.category:
        months, last = limit(marker.category, now)
        yield unless(
            ends <= last,
            "G54",
            f"A marker of this kind lasts at most {months} months.",
            f"Choose an end by {clock.day_words(last)}. It can go on only by a review.",
        )


def limit(category: str, now: dt.datetime) -> tuple[int, dt.date]:
    """How many months a marker of this kind may last, and its latest end if it were approved today."""
    months = numbers.value(clauses.MARKER_MONTHS[category], now)
    return months, clock.months_after(clock.today(now), months)


# --- G56: who sees it ---


def _readers(marker: Marker, now: dt.datetime) -> Iterator[Refusal | None]:
    yield unless(
        marker.recipients,
        "G54",
        "Nobody is chosen who would see it, so it would protect nobody.",
        "Choose the teams that need it, each with what for.",
    )
    for one in marker.recipients:
        yield unless(
            one["purpose"].strip(),
            "G56",
            f"It is not said what for {inside(clauses.TEAMS[one['team']].label)} would need it.",
            "Write what for, or leave them out.",
        )
    most = numbers.value("marker_recipients", now)
    yield unless(
        len(marker.recipients) <= most or marker.recipients_because.strip(),
        "G56",
        f"{len(marker.recipients)} recipients are chosen; more than {most} need a reason.",
        "Leave out whoever does not go there or speak to them, or write why each needs it.",
    )


# --- G35, G36: its words ---


def _fair(marker: Marker) -> Iterator[Refusal | None]:
    """No names of staff or neighbours, no labels; days and times may stand in a fact, which says when it was."""
    words = {"fact": marker.fact, "action": marker.action, "place": marker.place}
    for one in fairness.fair_passages(marker.customer, words, marker_letters.incidents_of(marker), {}):
        if one is not None and one.rule != "G37":
            yield replace(one, sentence=one.sentence.replace("The letter names", "The marker names"))


# --- Who decides ---


def wrote(marker: Marker) -> set[int]:
    """Everybody who proposed this marker or changed it since."""
    rest = f"WHERE customer_id = ? AND name IN ({marks(WROTE)})"
    rows = rows_of(Event, rest, marker.customer_id, *WROTE, columns="id, actor_id, facts")
    found = {one.actor_id for one in rows if one.facts.get("marker") == marker.id and one.actor_id is not None}
    return found | ({marker.proposed_by_id} if marker.proposed_by_id is not None else set())


def another_person(actor: User, marker: Marker) -> Refusal | None:
    """Two people decide on every marker, and neither is the other."""
    return unless(
        actor.id not in wrote(marker),
        "own",
        "You wrote this marker yourself, so somebody else decides on it.",
        "Ask another safety lead, or a senior officer where it goes on after a review.",
        clause="4.6",
    )


def neither_was_the_target(actor: User, marker: Marker) -> Iterator[Refusal | None]:
    """G16: neither the one who proposes nor the one who approves was the target of what happened."""
    incidents = marker_letters.incidents_of(marker)
    yield from impartiality.impartial(actor, incidents)
    if incidents and marker.proposed_by_id is not None:
        aimed = IncidentStaff.select().where(
            IncidentStaff.incident == incidents[0],
            IncidentStaff.user == marker.proposed_by_id,
            IncidentStaff.part.in_(("target", "complained_about")),
        )
        yield unless(
            not aimed.exists(),
            "G16",
            "Whoever proposed it was the target of this behaviour, or is complained about.",
            "Ask another manager to look at it and save it in their own name.",
        )


def recipients(purposes: Mapping[str, str]) -> list[dict[str, str]]:
    """The recipients as they are kept: each team of the list once, with what for."""
    return [{"team": key, "purpose": purposes[key]} for key in clauses.TEAMS if key in purposes]


def citable(user: User, customer: Customer, marker: Marker | None = None) -> list[Incident]:
    """The newest incidents of this file that `user` may read, and the one that was chosen: one read."""
    own = "" if user.sees_files else f"AND recorded_by_id = {user.id} "
    rest = f"WHERE customer_id = ? {own}ORDER BY happened_on DESC, id DESC LIMIT ?"
    found = rows_of(Incident, rest, customer.id, NEWEST)
    if marker and marker.incident and marker.incident_id not in {one.id for one in found}:
        found.append(marker.incident)
    return found
