"""Random people do random things at random times, and find no way to a restriction that breaks the policy."""

from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from models import Event
from tests.machine.office import Office

SETTINGS = settings(
    max_examples=20,
    stateful_step_count=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def office(template: Path) -> type[Office]:
    """The office, with databases copied from the template."""
    return type("Watched", (Office,), {"template": template})


def test_no_way_leads_to_a_restriction_that_breaks_the_policy(sqlite_template: Path) -> None:
    run_state_machine_as_test(office(sqlite_template), settings=SETTINGS)


def test_the_careful_way_leads_to_a_letter(sqlite_template: Path) -> None:
    """Or the walk would prove nothing: each part of it gets to its end when nothing stands against it."""
    machine = office(sqlite_template)()
    machine.open(["channels"], [{}])
    machine.go_as_far_as_the_warning(["named_officer", "access"])
    machine.go_as_far_as_the_decision(again=False)
    machine.the_policy_is_kept()
    seen = Counter(event.name for event in Event.select(Event.name))
    machine.teardown()
    wanted = {
        "warning_issued": 2,
        "letter_handed": 2,
        "restriction_authorised": 2,
        "restriction_issued": 2,
        "rule_set_aside": 2,
    }
    assert {name: seen[name] for name in wanted} == wanted


def test_the_careful_way_goes_on_to_every_end(sqlite_template: Path) -> None:
    """A review, an appeal that falls, a suspension, an end that is told, and a marker: each is reached."""
    machine = office(sqlite_template)()
    machine.open(["channels"], [{"after": "review"}])
    for how in ("suspend", "marker"):
        machine.go_on(how)
        machine.the_policy_is_kept()
    machine.hear("sena", 0, "overturned", True)
    machine.the_policy_is_kept()
    machine.go_as_far_as_the_warning(["channels"])
    machine.go_as_far_as_the_decision(after="lapse")
    machine.the_policy_is_kept()
    seen = Counter(event.name for event in Event.select(Event.name))
    machine.teardown()
    wanted = ("review_held", "appeal_suspension_decided", "appeal_decided", "marker_approved", "ending_settled")
    assert {name: seen[name] for name in wanted} == dict.fromkeys(wanted, 1)
