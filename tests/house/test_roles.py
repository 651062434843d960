"""The page "who may do what" is what the questions answer: each is asked for every role, over the demonstration."""

import ast
import datetime as dt
import html
import inspect
import re
from itertools import product
from typing import get_args

import pytest

from models import Absence, Contact, IncidentStaff, Marker, RestrictionTerm, Statement, User
from policy.actions import ACTIONS
from policy.core import clock, register
from policy.correspondence import translations
from policy.rulebook.clauses import ROLES
from tests.house.addresses import ADDRESSES
from tests.house.scene import person
from tests.house.trees import ROOT, files, named, tree

WORDS = {words: role for role, words in ROLES.items()}
CELLS = re.compile(r'<th scope="row">(?P<label>[^<]+)</th><td data-label="Who">(?P<who>[^<]+)</td>')
FEW = 6
# What a question is asked about beside rows of tables, by the name under which it takes it.
GIVEN = {
    "kind": ["correction"],
    "key": ["warning_months"],
    "wanted": [6],
    "rule": ["G13"],
    "occasion": ["begins", "ends"],
    "path": ["warnings/issued"],
    "row": [1],
    "code": ["pl"],
    "old": ["what it was"],
    "new": ["what it becomes"],
    "email": ["somebody.new@example.org"],
    "roles": [["officer"]],
}


@pytest.fixture(scope="module")
def people(shared_demo):
    """Somebody of each role; whoever has the fewest rights has something of their own wherever that counts."""
    found = {role: person(role) for role in ROLES}
    least, other = found["data_protection_officer"], found["officer"]
    for table in (Absence, Statement):
        table.create(**{**table.select().first().__data__, "id": None, "user": least})
    term = RestrictionTerm.select().where(RestrictionTerm.officer.is_null(False)).first()
    RestrictionTerm.update(officer=least).where(RestrictionTerm.id == term.id).execute()
    User.update(line_manager=least).where(User.id << IncidentStaff.select(IncidentStaff.user)).execute()
    contact = Contact.select().where(Contact.reply_due_on.is_null(False)).order_by(Contact.id.desc()).first()
    Contact.update(restriction=term.restriction_id).where(Contact.id == contact.id).execute()
    first, second = Marker.select().order_by(Marker.id).limit(2)
    Marker.update(follows=first).where(Marker.id == second.id).execute()
    assert other.fresh().line_manager_id == least.id
    return {role: one.fresh() for role, one in found.items()}


@pytest.fixture(scope="module")
def shown(shared_demo):
    """What the page shows for each action: by its label, to whom it is open."""
    from tests.browse import Browser

    app, _ = shared_demo
    app.test_client_class = Browser
    page = app.test_client().sign_in(person("officer")).get("/policy").get_data(as_text=True)
    return {html.unescape(one["label"]): html.unescape(one["who"]) for one in CELLS.finditer(page)}


def rows(kind, many):
    """Rows of a table, or of each table of a union: the oldest and the newest, or all."""
    found = []
    for table in get_args(kind) or (kind,):
        by_age = list(table.select().order_by(table.id))
        found += by_age if many else by_age[:FEW] + by_age[FEW:][-FEW:]
    return found


def abouts(action):
    """Everything to ask the question of an action about: the arguments after the actor, one list for each asking."""
    signature = inspect.signature(action.question)
    wanted = [one for one in list(signature.parameters.values())[1:] if one.default is one.empty]
    tables = [one for one in wanted if hasattr(one.annotation, "select")]
    taken = []
    for one in wanted:
        if one.annotation is dt.datetime:
            taken.append([clock.now()])
        elif one.annotation is translations.State:
            taken.append([translations.state("warnings/issued", "pl")])
        elif one.name in GIVEN and not hasattr(one.annotation, "select"):
            taken.append(GIVEN[one.name])
        else:
            taken.append(rows(one.annotation, one.annotation is User or (action.gate.also and len(tables) < 2)))
    return list(product(*taken))


def refused_by_role(action, actor, about):
    return any(one.by_role for one in action.question(actor, *about).reasons)


def on_page(text):
    """The roles that the page shows as always let through, those in some cases, and whether that may be anybody."""
    always, sometimes, anybody = set(), set(), False
    for part in text.split(", "):
        if part in WORDS:
            always.add(WORDS[part])
        elif part.lower() == "everybody who works here":
            always |= set(ROLES)
        elif " (" in part:
            sometimes |= {WORDS[one] for one in part.partition(" (")[0].split(" or ")}
        else:
            anybody = True
    return always, sometimes, anybody


@pytest.mark.parametrize("name", ACTIONS)
def test_the_page_shows_for_each_action_the_roles_that_its_question_lets_through(name, people, shown):
    action = ACTIONS[name]
    asked = abouts(action)
    assert asked, "The demonstration has nothing to ask this about"
    refused = {role: [refused_by_role(action, people[role], about) for about in asked] for role in ROLES}
    always, sometimes, anybody = on_page(shown[action.label])
    assert {role for role in ROLES if not any(refused[role])} == always
    if sometimes or anybody:
        others = sometimes or set(ROLES) - always
        assert any(not all(refused[role]) for role in others), "nobody of them is let through anywhere"
    if not anybody:
        assert {role for role in ROLES if all(refused[role])} == set(ROLES) - always - sometimes


def test_every_action_is_on_the_page_once(shown):
    assert len(shown) == len(ACTIONS) == len({one.label for one in ACTIONS.values()})


# A colleague reaches what they logged or took in themselves; the scene's is somebody else's.
NOT_THEIRS = {("incidents.answer_request", "colleague"), ("appeals.add", "colleague")}


def deeds_of(view):
    """The actions whose deed a view comes to by calling, through the functions of its own module."""
    source = tree(ROOT / f"{view.__module__.replace('.', '/')}.py")
    full = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(source)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    by_name = {}
    for one in ACTIONS.values():
        by_name.setdefault(f"{one.deed.__module__}.{one.deed.__name__}", []).append(one)
    own = {node.name: node for node in source.body if isinstance(node, ast.FunctionDef)}
    found, seen, waiting = [], set(), [view.__name__]
    while waiting:
        name = waiting.pop()
        if name in own and name not in seen:
            seen.add(name)
            for node in ast.walk(ast.Module(own[name].body, [])):
                waiting += [node.id] if isinstance(node, ast.Name) else []
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                    found += by_name.get(f"{full.get(node.value.id)}.{node.attr}", [])
    return found


def test_no_address_is_shut_to_a_role_for_which_its_question_is_open(shared_demo):
    app, _ = shared_demo
    asked = [
        (row, action)
        for row in ADDRESSES
        if row.method == "POST"
        for action in deeds_of(app.view_functions[row.endpoint])
    ]
    assert len({action.name for _, action in asked}) > len(ACTIONS) // 2, "Do views call their deeds otherwise now?"
    wrong = [
        (row.endpoint, role, action.name)
        for row, action in asked
        for role in action.gate.roles
        if role not in row.opens_to and (row.endpoint, role) not in NOT_THEIRS
    ]
    assert wrong == []


# A review may last longer in all where a senior officer holds it: that is about its dates (G22), not who may hold it.
ABOUT_SOMETHING_ELSE = {"policy/reviews/decision.py"}


def test_who_may_is_said_at_the_head_of_a_question_and_nowhere_in_it():
    wrong = [
        f"{named(path)}:{node.lineno}"
        for path in files("policy/**/*.py")
        if named(path) not in ABOUT_SOMETHING_ELSE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "unless" and _asks_for_a_role(node)
    ]
    assert wrong == []


def _asks_for_a_role(node):
    asked = ast.unparse(node.args[0])
    return bool(re.search(r"\bactor\.(is_\w+|has|logs_incidents|sees_files|roles|active)\b", asked)) or (
        isinstance(node.args[1], ast.Constant) and node.args[1].value in ("role", "grade")
    )


def test_a_question_that_says_not_to_whom_it_is_open_takes_no_deed():
    with pytest.raises(KeyError):
        register.deed("x", label="X", clause="4.2", asks=lambda actor: register.Answer(), event="x")


def test_two_actions_have_not_one_name():
    action = ACTIONS["add_customer"]
    with pytest.raises(ValueError, match="add_customer"):
        register.deed("add_customer", label="X", clause="7.1", asks=action.question, event="x")(action.deed)
