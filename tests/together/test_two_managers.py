"""Two people who decide, issue, serve or write the same thing in the same moment: one deed, and the other is told."""

from typing import Any

import pytest

from models import (
    BehaviourWarning,
    Consideration,
    Customer,
    Delivery,
    Event,
    Incident,
    Letter,
    Restriction,
    RestrictionTerm,
)
from policy.core import audit, clock
from policy.restrictions import decision as restriction_decision
from tests import make
from tests.policy import stage

MONDAY, WEDNESDAY = stage.MONDAY, stage.WEDNESDAY


def one_done(outcomes: list[Any], words: str) -> None:
    """Exactly one was done; the other was told why not, in a sentence that holds `words`."""
    assert sorted(kind for kind, _ in outcomes) == ["done", "refused"], outcomes
    sentences = next(told for kind, told in outcomes if kind == "refused")
    assert any(words in sentence for sentence in sentences), sentences


def events(name: str) -> int:
    return Event.select().where(Event.name == name).count()


def sound() -> None:
    assert list(audit.verify()) == []


@pytest.fixture
def proposal(together: Any, cast: Any) -> Restriction:
    """A proposal that Mark or Mina may authorise."""
    whose = make.customer(cast.omar)
    row = stage.ready_restriction(cast, whose)
    make.weighing(cast.mina, whose, "restriction", WEDNESDAY)
    return row


def both(cast: Any, deed: str, now: Any, **told: Any) -> list[Any]:
    return [(deed, person.id, told, now) for person in (cast.mark, cast.mina)]


@pytest.mark.parametrize("together", ["threads", "processes"], indirect=True)
def test_two_managers_authorise_the_same_restriction(together: Any, cast: Any, proposal: Restriction) -> None:
    outcomes = together(*both(cast, "authorise", WEDNESDAY, restriction=proposal.id))
    one_done(outcomes, "has been authorised already")
    assert events("restriction_authorised") == 1
    row = proposal.fresh()
    assert row.consideration.made_by == row.authorised_by
    sound()


def test_two_managers_issue_the_same_restriction(together: Any, cast: Any, proposal: Restriction) -> None:
    restriction_decision.authorise(cast.mark, proposal, WEDNESDAY)
    before = Letter.select().count()
    outcomes = together(*both(cast, "issue_restriction", WEDNESDAY, restriction=proposal.id))
    one_done(outcomes, "has been issued already")
    assert (events("restriction_issued"), Letter.select().count()) == (1, before + 1)
    sound()


def test_one_manager_authorises_while_another_declines(together: Any, cast: Any, proposal: Restriction) -> None:
    told = {"restriction": proposal.id}
    outcomes = together(("authorise", cast.mark.id, told, WEDNESDAY), ("decline", cast.mina.id, told, WEDNESDAY))
    one_done(outcomes, "")
    row = proposal.fresh()
    assert (row.authorised_at is None) != (row.declined_at is None)
    assert events("restriction_authorised") + events("restriction_declined") == 1
    sound()


def test_a_proposal_is_changed_while_it_is_authorised(together: Any, cast: Any, proposal: Restriction) -> None:
    told = {"restriction": proposal.id, "version": proposal.version}
    outcomes = together(("authorise", cast.mark.id, told, WEDNESDAY), ("set_term", cast.omar.id, told, WEDNESDAY))
    one_done(outcomes, "")
    ways = RestrictionTerm.get(RestrictionTerm.restriction == proposal).channels
    assert (ways == ["letter", "email"]) is (outcomes[0][0] == "done")
    sound()


def test_two_people_change_the_same_proposal(together: Any, cast: Any, proposal: Restriction) -> None:
    told = {"restriction": proposal.id, "version": proposal.version}
    people = (cast.omar, cast.olive)
    outcomes = together(*[("set_term", one.id, told, WEDNESDAY) for one in people])
    one_done(outcomes, "Somebody else changed this")
    assert proposal.fresh().version == proposal.version + 1
    sound()


def test_two_managers_issue_the_same_warning(together: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft = stage.ready_warning(cast, whose, [make.incident(cast.carla, whose)])
    make.weighing(cast.mina, whose, "warning")
    outcomes = together(*both(cast, "issue_warning", MONDAY, warning=draft.id))
    one_done(outcomes, "has been issued already")
    assert (events("warning_issued"), Letter.select().count()) == (1, 1)
    assert draft.fresh().letter == Letter.get()
    sound()


@pytest.mark.parametrize("outcome", ["posted", "handed"])
def test_two_managers_serve_the_same_letter(together: Any, cast: Any, outcome: str) -> None:
    whose = make.customer(cast.omar)
    first = make.incident(cast.carla, whose)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])
    told = {"letter": warning.letter_id, "outcome": outcome, "expected": 0}
    one_done(together(*both(cast, "serve", MONDAY, **told)), "Somebody else has recorded something")
    assert (events(f"letter_{outcome}"), Delivery.select().count()) == (1, 1)
    told |= {"outcome": "handed", "expected": Delivery.get().id}
    one_done(together(*both(cast, "serve", MONDAY, **told)), "Somebody else has recorded something")
    assert Delivery.select().count() == 2
    sound()


@pytest.mark.parametrize(
    ("deed", "table"),
    [("log", Incident), ("draft", BehaviourWarning), ("consider", Consideration), ("propose", Restriction)],
)
def test_the_same_form_posted_twice_at_once_makes_one_thing(together: Any, cast: Any, deed: str, table: Any) -> None:
    whose = make.customer(cast.omar)
    stage.warned(cast, whose)
    before, lines = table.select().count(), Event.select().count()
    told = {"customer": whose.id, "form_key": "the same form"}
    outcomes = together(*[(deed, cast.mark.id, told, MONDAY)] * 2)
    assert outcomes[0] == outcomes[1] and outcomes[0][0] == "done", outcomes
    assert (table.select().count(), Event.select().count()) == (before + 1, lines + 1)
    sound()


@pytest.mark.parametrize("together", ["threads", "processes"], indirect=True)
def test_two_people_add_the_same_customer(together: Any, cast: Any) -> None:
    outcomes = together(*[("add_customer", one.id, {}, MONDAY) for one in (cast.omar, cast.olive)])
    one_done(outcomes, "another customer already has this one")
    assert (Customer.select().count(), events("customer_added")) == (1, 1)
    sound()


def test_two_people_change_the_same_customer(together: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    told = {"customer": whose.id, "version": whose.version}
    people = ((cast.omar, "Robin One"), (cast.olive, "Robin Two"))
    outcomes = together(*[("rename", one.id, {**told, "name": name}, MONDAY) for one, name in people])
    one_done(outcomes, "Somebody else changed these details")
    kept = next(name for (_, name), (kind, _) in zip(people, outcomes, strict=True) if kind == "done")
    assert whose.fresh().name == kept
    sound()


def test_somebodys_roles_change_while_they_work(together: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    outcomes = together(
        ("rename_often", cast.omar.id, {"customer": whose.id, "name": "Robin Two", "count": 25}, MONDAY),
        ("set_roles_often", cast.ada.id, {"person": cast.omar.id, "count": 25}, MONDAY),
    )
    assert [kind for kind, _ in outcomes] == ["done", "done"], outcomes
    assert whose.fresh().version == 25
    sound()


@pytest.mark.parametrize("files", [1, 8], ids=["one-file", "eight-files"])
def test_eight_people_log_at_once_and_nothing_is_lost(threads: Any, cast: Any, files: int) -> None:
    whose = [make.customer(cast.omar) for _ in range(files)]
    people = [cast.carla, cast.omar, cast.olive, cast.mina, cast.mark, cast.sena, cast.sol, cast.carla]
    jobs = []
    for number, person in enumerate(people):
        told = {"customer": whose[number % files].id, "form_key": f"writer-{number}", "count": 12}
        jobs.append(("log_many", person.id, told, clock.london(MONDAY)))
    outcomes = threads(*jobs)
    assert [kind for kind, _ in outcomes] == ["done"] * 8, outcomes
    made = [number for _, numbers in outcomes for number in numbers]
    assert len(set(made)) == Incident.select().count() == events("incident_logged") == 96
    sound()
