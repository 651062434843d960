"""The letter with which a restriction begins: its facts, its words as they stand, and what stops it. G33-G37.

Shared by the nouns that decide on restrictions: the notice of the extreme route is made from the same facts.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from letterpress.make import render as words
from letterpress.make.escape import Gap
from models import Incident, Restriction, RestrictionIncident, RestrictionTerm, User
from policy import measures
from policy.core import clock, numbers
from policy.core.answers import Refusal
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.incidents import evidence

TEMPLATE = "restrictions/imposed"
NOTICE = "declarations/notice"
THREATENED = {"staff": "our colleagues", "customers": "other customers", "both": "our colleagues and other customers"}
LEGAL = {
    "advice": "asked for legal advice",
    "injunction": "begun to ask a court for an injunction",
    "notice": "given notice about your tenancy",
    "possession": "begun to ask a court for possession of your home",
}


def template_of(restriction: Restriction) -> str:
    """The letter it begins with: the notice of the extreme route where no warning came before it (P 4.5)."""
    return NOTICE if restriction.declaration_id is not None else TEMPLATE


def incidents_of(restriction: Restriction) -> list[Incident]:
    """The incidents after the warning that a restriction relies on, oldest first."""
    query = Incident.select().join(RestrictionIncident).where(RestrictionIncident.restriction == restriction)
    return evidence.completed(list(query.order_by(Incident.happened_on, Incident.id)))


@dataclass(frozen=True)
class Contents:
    """What a restriction holds, read once for whoever asks about it: incidents, measures, and its letter as it stands.

    The incidents are in order, oldest first, and the measures mildest first.
    """

    incidents: Sequence[Incident]
    terms: Sequence[RestrictionTerm]
    sheet: words.Rendered


def contents_of(
    restriction: Restriction, sender: User, now: dt.datetime, incidents: Sequence[Incident] | None = None
) -> Contents:
    """What the restriction holds as it is saved; `incidents` where whoever asks has read them."""
    incidents = incidents_of(restriction) if incidents is None else incidents
    terms = measures.terms_of(restriction)
    return Contents(incidents, terms, rendered(restriction, sender, now, incidents=incidents, terms=terms))


def _facts(
    restriction: Restriction,
    sender: User,
    now: dt.datetime,
    incidents: Sequence[Incident],
    terms: Sequence[RestrictionTerm],
) -> dict[str, Any]:
    """The facts of the restriction letter as they stand at `now`; what is missing is a Gap."""
    found, landlord = numbers.values(now), numbers.organisation(now)
    received = clock.working_days_after(clock.today(now), found["deemed_days"])
    decider = restriction.authorised_by or sender
    starts = restriction.starts_on and max(restriction.starts_on, clock.today(now))
    told = [line.strip() for line in restriction.told.splitlines() if line.strip()]
    return letter_facts.common(
        restriction.customer,
        sender,
        restriction.reference,
        now,
        kept_words=f"for {letter_facts.years(found['keep_restriction_years'])} after the arrangement ends",
        icon_words="A contact arrangement is in place: see the file before you reply",
        told=told or ["colleagues who deal with you"],
        letter=template_of(restriction),
        incidents=letter_facts.incident_facts(incidents),
        decided_on=clock.today(restriction.authorised_at or now),
        decided_by_role=letter_facts.role_of(decider) if decider.is_manager else "manager",
        scope=restriction.scope or Gap("what it applies to"),
        terms=[measures.as_told(term, found, landlord) for term in terms],
        reply_days=found["reply_days"],
        starts_on=restriction.in_force_from or starts or Gap("the start"),
        ends_on=restriction.ends_on or Gap("the end"),
        review_on=restriction.review_on or Gap("the review"),
        reviewer_role=letter_facts.role_of(decider) if decider.is_manager else "manager",
        appeal_by=clock.working_days_after(received, found["appeal_days"]),
        appeal_days=found["appeal_days"],
        appeal_answer_days=found["appeal_answer_days"],
        **_rests_on(restriction),
    )


def _rests_on(restriction: Restriction) -> dict[str, Any]:
    """What the letter says it rests on: the warning's date, or what was declared instead of a warning."""
    declared, warning = restriction.declaration, restriction.warning
    if declared is None:
        issued = warning.issued_at if warning is not None else None
        return {"warning_date": clock.today(issued) if issued else Gap("the warning's date")}
    return {
        "threatened": THREATENED[declared.threatened],
        "police_told": declared.police == "reported",
        "police_reference": declared.police_reference or None,
        "legal": LEGAL.get(declared.legal),
    }


def rendered(
    restriction: Restriction,
    sender: User,
    now: dt.datetime,
    passages: Mapping[str, str] | None = None,
    incidents: Sequence[Incident] | None = None,
    terms: Sequence[RestrictionTerm] | None = None,
) -> words.Rendered:
    """The letter as it stands, with what the proposal holds or what is being typed and chosen; nothing is kept."""
    shown = restriction.passages if passages is None else passages
    incidents = incidents_of(restriction) if incidents is None else incidents
    terms = measures.terms_of(restriction) if terms is None else terms
    made_from = _facts(restriction, sender, now, incidents, terms)
    return letter_facts.made(restriction.customer, template_of(restriction), made_from, shown)


def sound(restriction: Restriction, contents: Contents) -> Iterator[Refusal | None]:
    """G33-G37: what stands against sending this letter: their format, the words typed, and what it must say."""
    customer, sheet = restriction.customer, contents.sheet
    return chain(
        fairness.in_their_format(customer, restriction.arranged, sheet),
        fairness.fair_passages(customer, restriction.passages, contents.incidents, sheet.given_facts),
        fairness.complete(sheet, "G34"),
    )
