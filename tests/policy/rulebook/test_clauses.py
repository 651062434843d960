"""The policy as data: every clause, the box, every example and option under its own number, and nothing else there."""

import pytest

from policy.measures import KINDS
from policy.rulebook import clauses
from policy.rulebook.rules import RULES

# The numbers of the policy's text, and how many examples or options it lists under each.
CLAUSES = """
1.1 1.2 1.3 box 2.0 3.1 3.2.1 3.2.2 3.2.3 3.2.4 3.2.5 3.2.6 3.2.7 3.2.8 3.3.1 3.3.2 3.3.3 3.4.1 3.4.2 3.4.3
4.1 4.2 4.3 4.4 4.5 4.6 4.7 4.8 4.9 4.10 4.11 5.1 6.1 6.2 7.1
""".split()
LISTED = {"3.2.3": 4, "3.2.4": 1, "3.3.2": 13, "3.4.1": 6, "4.4": 4}
OF_BEHAVIOUR = ("3.2.3", "3.2.4", "3.3.2", "3.4.1")
EXAMPLES = {one.number: one for listed in clauses.EXAMPLES.values() for one in listed}


def test_the_policy_has_its_63_clauses_examples_and_options():
    assert list(clauses.CLAUSES) == CLAUSES
    assert {number: len(listed) for number, listed in clauses.EXAMPLES.items()} == LISTED
    assert len(clauses.CLAUSES) + len(EXAMPLES) == 63


@pytest.mark.parametrize("number", [one for one in EXAMPLES if not one.startswith("4.4")])
def test_every_example_can_be_logged(number):
    logged = [one for one in clauses.BEHAVIOURS.values() if one.source == number]
    assert len(logged) == 1, f"{number} is logged as {[one.key for one in logged]}"
    headings = {"3.2": "abuse", "3.3": "requests", "3.4": "persistence"}
    assert logged[0].heading == headings[number[:3]]


@pytest.mark.parametrize("behaviour", clauses.BEHAVIOURS.values(), ids=lambda one: one.key)
def test_what_the_policy_does_not_name_says_where_it_comes_from(behaviour):
    if behaviour.source == clauses.PRACTICE:
        assert behaviour.because and clauses.paragraphs_of([behaviour.key]) == []
    else:
        assert not behaviour.because
        assert behaviour.source in EXAMPLES or behaviour.source in clauses.CLAUSES
        assert clauses.paragraphs_of([behaviour.key]) == [behaviour.clause]


@pytest.mark.parametrize("number", [one.number for one in clauses.EXAMPLES["4.4"]])
def test_every_option_can_be_chosen(number):
    assert len([kind.key for kind in KINDS.values() if kind.source == number]) == 1


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda one: one.key)
def test_a_measure_rests_on_an_option_or_on_a_clause(kind):
    assert kind.source in EXAMPLES or kind.source in clauses.CLAUSES


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda one: one.id)
def test_a_rule_rests_on_a_clause_there_is_or_on_practice(rule):
    assert rule.clause in clauses.CLAUSES or rule.clause == clauses.PRACTICE
