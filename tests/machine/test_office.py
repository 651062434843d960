"""Random people do random things at random times, and find no way to a restriction that breaks the policy."""

from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from models import Event
from tests.machine.office import Office

SETTINGS = settings(
    max_examples=10,
    stateful_step_count=22,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_no_way_leads_to_a_restriction_that_breaks_the_policy(sqlite_template: Path) -> None:
    seen: Counter[str] = Counter()

    class Watched(Office):
        template = sqlite_template

        def teardown(self) -> None:
            if hasattr(self, "database"):
                seen.update(event.name for event in Event.select(Event.name))
            super().teardown()

    run_state_machine_as_test(Watched, settings=SETTINGS)
    reached(seen)


def reached(seen: Counter[Any]) -> None:
    """The walk is worth nothing unless it gets to the far end: warnings, decisions, letters, endings."""
    wanted = {
        "warning_issued": 5,
        "letter_handed": 5,
        "restriction_proposed": 5,
        "restriction_authorised": 3,
        "restriction_issued": 1,
        "rule_set_aside": 1,
    }
    assert {name: seen[name] for name in wanted if seen[name] < wanted[name]} == {}, dict(seen)
