"""The main path once through the deeds, on both engines: incident, warning, served, later incident, restriction."""

import datetime as dt
from typing import Any

from models import Event
from policy.core import audit
from policy.correspondence import delivery as letter_delivery
from policy.restrictions import decision as restriction_decision
from policy.warnings import warnings
from tests import make

MONDAY = make.MONDAY


def test_a_case_goes_from_the_incident_to_the_restriction_in_force(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    first = make.incident(cast.carla, whose, staff=[(cast.carla, "target")])
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])
    make.served(cast.omar, warning.letter, MONDAY)
    later = make.later(MONDAY, 9)
    again = make.incident(cast.carla, whose, later)
    row = make.authorised(cast.mark, make.proposal(cast.omar, whose, warning, [again], later), later)
    assert not row.in_force_on(row.starts_on)
    letter = restriction_decision.issue(cast.mark, row, later)
    row = row.fresh()
    assert row.in_force_on(row.starts_on) and row.in_force_on(row.ends_on)
    assert not row.in_force_on(row.ends_on + dt.timedelta(days=1))
    assert letter_delivery.subject_of(letter) == row
    names = [event.name for event in Event.select().order_by(Event.number)]
    assert names[0] == "customer_added" and names[-1] == "restriction_issued"
    assert list(audit.verify()) == []


def test_one_weighing_serves_one_decision(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    first = make.incident(cast.carla, whose)
    make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])
    second = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose)])
    warnings.read(cast.olive, second, "", MONDAY, second.version)
    assert warnings.may_issue(cast.mark, second, MONDAY).names("G7")
    make.weighing(cast.mark, whose, "warning")
    assert warnings.may_issue(cast.mark, second.fresh(), MONDAY)
