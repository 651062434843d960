"""The letter of a warning: its incidents and sanctions, its facts, its words as they stand."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from letterpress.make import render as words
from letterpress.make.escape import Gap
from models import BehaviourWarning, CustomerRequest, Incident, User, WarningIncident, WarningSanction
from policy import measures
from policy.core import clock, numbers
from policy.correspondence import facts as letter_facts
from policy.incidents import evidence

TEMPLATES = {"behaviour": "warnings/issued", "abusive_correspondence": "warnings/abusive_correspondence"}


def incidents_of(warning: BehaviourWarning) -> list[Incident]:
    """The incidents a warning relies on, oldest first."""
    query = Incident.select().join(WarningIncident).where(WarningIncident.warning == warning)
    return evidence.completed(list(query.order_by(Incident.happened_on, Incident.id)))


def sanctions_of(warning: BehaviourWarning) -> list[WarningSanction]:
    """The sanctions a warning proposes, mildest first."""
    found = WarningSanction.select().where(WarningSanction.warning == warning)
    return sorted(found, key=lambda one: measures.rung(one.kind))


@dataclass(frozen=True)
class Contents:
    """What a warning holds, read once for whoever asks about it: incidents, sanctions, and its letter as it stands.

    The incidents are in order, oldest first, and the sanctions mildest first.
    """

    incidents: Sequence[Incident]
    sanctions: Sequence[WarningSanction]
    sheet: words.Rendered


def contents_of(warning: BehaviourWarning, sender: User, now: dt.datetime) -> Contents:
    """What the warning holds as it is saved."""
    incidents, sanctions = incidents_of(warning), sanctions_of(warning)
    return Contents(incidents, sanctions, rendered(warning, sender, now, None, incidents, sanctions))


def facts(
    warning: BehaviourWarning,
    sender: User,
    now: dt.datetime,
    incidents: Sequence[Incident] | None = None,
    sanctions: Sequence[WarningSanction] | None = None,
) -> dict[str, Any]:
    """The facts of the warning letter as they stand at `now`; what is missing is a Gap.

    `incidents` and `sanctions` are those of the draft, or those being chosen on a page that is not saved yet.
    """
    found = numbers.values(now)
    incidents = incidents_of(warning) if incidents is None else incidents
    sanctions = sanctions_of(warning) if sanctions is None else sanctions
    requests = list(
        CustomerRequest.select(CustomerRequest, User)
        .join(User, on=CustomerRequest.owner)
        .where(CustomerRequest.incident.in_([one.id for one in incidents] or [0]))
    )
    received = clock.working_days_after(clock.today(now), found["deemed_days"])
    return letter_facts.common(
        warning.customer,
        sender,
        warning.reference,
        now,
        kept_words=f"for {letter_facts.years(found['keep_warning_years'])} after the warning ends",
        icon_words="A written warning is in place",
        told=["colleagues who deal with you"],
        letter=TEMPLATES[warning.kind],
        incidents=letter_facts.incident_facts(incidents),
        sanctions=[{"kind": one.kind, "words": measures.kind_of(one).as_warned(one.detail)} for one in sanctions],
        sanction_months=warning.sanction_months or Gap("for how long at most"),
        valid_months=found["warning_months"],
        dispute_by=clock.working_days_after(received, found["dispute_days"]),
        dispute_days=found["dispute_days"],
        requests=[_request(request) for request in requests],
    )


def _request(request: CustomerRequest) -> dict[str, Any]:
    return {
        "words": request.words,
        "answered_on": clock.today(request.answered_at) if request.answered_at else None,
        "due_on": request.due_on,
        "owner_role": letter_facts.role_of(request.owner),
    }


def rendered(
    warning: BehaviourWarning,
    sender: User,
    now: dt.datetime,
    passages: Mapping[str, str] | None = None,
    incidents: Sequence[Incident] | None = None,
    sanctions: Sequence[WarningSanction] | None = None,
) -> words.Rendered:
    """The letter as it stands, with what the draft holds or what is being typed and chosen; nothing is kept."""
    shown = warning.passages if passages is None else passages
    return letter_facts.made(
        warning.customer, TEMPLATES[warning.kind], facts(warning, sender, now, incidents, sanctions), shown
    )
