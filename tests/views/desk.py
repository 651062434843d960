"""Cases on a manager's desk, for the tests of its pages: a warning received, and a proposal that rests on it."""

import datetime as dt
from typing import Any

from models import BehaviourWarning, Customer, Restriction
from policy.core import clock
from policy.restrictions import letter as restriction_letter
from tests import make, moment
from tests.copies import copied

NOW = moment.NOW


def ago(days: float) -> dt.datetime:
    """`days` before now on London's clock, whatever the clocks did meanwhile."""
    return (clock.london(NOW) - dt.timedelta(days=days)).astimezone(dt.UTC)


@copied
def warned(cast: Any, incidents: int = 1, **told: Any) -> tuple[Customer, BehaviourWarning]:
    """A customer who received a warning twenty days ago."""
    whose = make.customer(cast.omar, ago(40), name="Robin Example")
    cited = [make.incident(cast.carla, whose, ago(25)) for _ in range(incidents)]
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited, ago(20), **told)
    make.served(cast.omar, warning.letter, ago(20))
    return whose, warning


@copied
def proposed(cast: Any, incidents: int = 1, **told: Any) -> Restriction:
    """A proposal of letters and e-mails only, with all that it needs but the weighing."""
    whose, warning = warned(cast)
    cited = [make.incident(cast.carla, whose, ago(3)) for _ in range(incidents)]
    return make.proposal(cast.omar, whose, warning, cited, NOW, **told)


def page_of(row: Restriction, **typed: Any) -> dict[str, Any]:
    """What the page of a proposal sends."""
    row = row.fresh()
    return {
        "version": row.version,
        "warning": row.warning_id,
        "incidents": [one.id for one in restriction_letter.incidents_of(row)],
        "starts_on": row.starts_on.isoformat(),
        "ends_on": row.ends_on.isoformat(),
        "review_on": row.review_on.isoformat(),
        "scope": "all our services and offices",
        "told": "the customer contact team",
        "why_not_telephone_times": "The insults came at every hour.",
        "why_not_named_officer": "Each officer was insulted in turn.",
        **make.RESTRICTION_PASSAGES,
        **typed,
    }
