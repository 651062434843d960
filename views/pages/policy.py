"""The policy in our own words, the rules that come from it, and who may do what, and why."""

from flask import Blueprint
from werkzeug.wrappers import Response

from policy.actions import ACTIONS
from policy.core.register import EVERYBODY, Gate, Where
from policy.rulebook import clauses, rules
from policy.staff import people
from views.frame import access, respond
from views.frame.sections import POLICY, section

blueprint = Blueprint("policy_page", __name__)
section(blueprint, POLICY)


@blueprint.get("/policy")
def show() -> Response:
    """Clauses with their numbers, rules with their ids, and the register of actions."""
    access.actor()
    return respond.page(
        "pages/policy.html",
        parts=_parts(),
        examples=clauses.EXAMPLES,
        headings=clauses.HEADINGS,
        behaviours=clauses.BEHAVIOURS.values(),
        rules=rules.RULES.values(),
        kinds=rules.KINDS,
        actions=[{"label": one.label, "clause": one.clause, "who": who(one.gate)} for one in ACTIONS.values()],
    )


def _parts() -> list[tuple[str, list[clauses.Clause]]]:
    """The clauses under the policy's own parts, in the policy's order."""
    named = {
        "1": "What the policy is for",
        "2": "What it is to achieve",
        "3": "What is not acceptable",
        "4": "What we may do, and how",
        "5": "How the policy is kept up to date",
        "6": "Fairness to everyone",
        "7": "Records",
    }
    parts: dict[str, list[clauses.Clause]] = {words: [] for words in named.values()}
    for clause in clauses.CLAUSES.values():
        parts[named["1" if clause.number == "box" else clause.number[0]]].append(clause)
    return [(words, ours) for words, ours in parts.items() if ours]


def who(gate: Gate) -> str:
    """To whom a question is open, in words: the roles, then those to whom it is open in some cases only."""
    always = ["everybody who works here"] if gate.roles == EVERYBODY else people.role_words(gate.roles)
    words = ", ".join([*always, *map(_where, gate.also)])
    return words[0].upper() + words[1:]


def _where(one: Where) -> str:
    return one.words if one.roles == EVERYBODY else f"{' or '.join(people.role_words(one.roles))} ({one.words})"
