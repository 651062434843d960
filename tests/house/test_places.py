"""Every rule that can stand against a decision has a place where it is cleared, and that place is there."""

import ast
import re
from types import ModuleType
from typing import Any
from urllib.parse import urldefrag

import pytest

from models import Appeal, BehaviourWarning, Customer, Marker, Restriction, Review
from policy.appeals import hearing as appeal_hearing
from policy.core import clock
from policy.core.answers import Answer, unless
from policy.markers import decision as marker_decision
from policy.restrictions import decision as restriction_decision
from policy.reviews import decision as review_decision
from policy.rulebook.rules import ABOUT, RULES
from policy.warnings import warnings
from tests.browse import Browser
from tests.house.calls import reached
from tests.house.scene import person
from views.appeals import hearing as hearing_pages
from views.frame import decision_pages
from views.markers import pages as marker_pages
from views.restrictions import pages as restriction_pages
from views.reviews import pages as review_pages
from views.warnings import pages as warning_pages

ID = re.compile(r'\bid="([^"]+)"')
# Each thing that is decided: the question, the page that lists what stands against it, and who works there.
DECIDED: dict[str, tuple[Any, ModuleType, str]] = {
    "warning": (warnings.may_issue, warning_pages, "manager"),
    "restriction": (restriction_decision.may_authorise, restriction_pages, "manager"),
    "declared": (restriction_decision.may_authorise, restriction_pages, "manager"),
    "review": (review_decision.may_hold, review_pages, "manager"),
    "appeal": (appeal_hearing.may_decide, hearing_pages, "senior_officer"),
    "marker": (marker_decision.may_approve, marker_pages, "manager"),
}
# Where a proposal rests on a warning there is no declaration, and the other way round.
NOT_OF = {"restriction": {"G17"}, "declared": {"G1", "G4", "G5", "G6"}}


def rules_of(question):
    """The rules that a question, or what it asks, can stand on; those that only warn have nothing to clear."""
    start = f"{question.__module__}.{question.__name__}"
    texts = {
        one.value
        for _, node in reached(start).values()
        for one in ast.walk(node)
        if isinstance(one, ast.Constant) and isinstance(one.value, str)
    }
    return [rule for rule in RULES.values() if rule.id in texts and rule.kind != "W"]


@pytest.fixture(scope="module")
def things(shared_demo):
    """One of each in the demonstration, of people who asked for braille; the appeal's answer changes the measures."""
    drafts, proposals = Restriction.select().where(Restriction.follows.is_null()), Restriction.declaration
    open_ones = (Restriction.authorised_at.is_null(), Restriction.declined_at.is_null())
    appeal = Appeal.select().where(Appeal.decided_at.is_null(), Appeal.withdrawn_at.is_null())
    appeal = next(one for one in appeal if one.restriction_id and one.decider_id)
    appeal_hearing.change(appeal.decider, appeal, {"outcome": "varied"}, clock.now(), appeal.version)
    declared = drafts.where(proposals.is_null(False)).first()
    undone = dict.fromkeys(("authorised_at", "issued_at", "in_force_from"))
    Restriction.update(**undone).where(Restriction.id == declared.id).execute()
    found = {
        "warning": BehaviourWarning.select().where(BehaviourWarning.issued_at.is_null()).first(),
        "restriction": drafts.where(proposals.is_null(), *open_ones).first(),
        "declared": declared,
        "review": Review.select().where(Review.restriction.is_null(False), Review.held_at.is_null()).first(),
        "appeal": appeal,
        "marker": Marker.select().where(Marker.proposed_at.is_null(False), Marker.approved_at.is_null()).first()
        or Marker.select().where(Marker.approved_at.is_null()).first(),
    }
    Customer.update(letter_format="braille").execute()
    return {noun: one.fresh() for noun, one in found.items()}


@pytest.fixture(scope="module")
def ids(shared_demo, things):
    """Every id of the page at an address, as the person who works there sees it."""
    app, _ = shared_demo
    app.test_client_class = Browser
    clients, known = {}, {}

    def of(noun, address):
        who = things[noun].decider if noun == "appeal" else person(DECIDED[noun][2])
        client = clients.setdefault(who.id, None) or app.test_client().sign_in(who)
        clients[who.id] = client
        if (who.id, address) not in known:
            answer = client.get(address)
            assert answer.status_code == 200, f"{address}: {answer.status_code}"
            known[who.id, address] = set(ID.findall(answer.get_data(as_text=True)))
        return known[who.id, address]

    return of


CASES = [
    (noun, rule)
    for noun, (question, _, _) in DECIDED.items()
    for rule in rules_of(question)
    if rule.id not in NOT_OF.get(noun, ())
]


@pytest.mark.parametrize(("noun", "rule"), CASES, ids=lambda one: getattr(one, "id", one))
def test_what_stands_against_a_decision_is_cleared_in_a_place_that_is_there(noun, rule, things, ids, shared_demo):
    app, _ = shared_demo
    thing, pages = things[noun], DECIDED[noun][1]
    with app.test_request_context():
        there = pages.places(thing) if noun in ("appeal", "marker") else pages.places(thing, elsewhere=True)
        against = Answer((unless(False, rule.id, "It stands."),))
        (way,) = decision_pages.ways(against, person("manager"), thing, there, clock.now())
    assert way.place and way.place_words
    address, anchor = urldefrag(way.place)
    assert not anchor or anchor in ids(noun, address)
    assert address and ids(noun, address)


def test_every_rule_is_about_something_and_something_is_about_it():
    assert {rule.about for rule in RULES.values()} == set(ABOUT)


@pytest.mark.parametrize("noun", DECIDED)
def test_a_page_names_only_what_a_rule_can_be_about(noun, things, shared_demo):
    app, _ = shared_demo
    with app.test_request_context():
        assert set(DECIDED[noun][1].places(things[noun])) <= set(ABOUT)
