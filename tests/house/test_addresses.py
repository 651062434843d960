"""Every address is in the inventory, opens to the roles it lists, and shows and does nothing for anybody else."""

import re
import sqlite3
from contextlib import closing
from types import SimpleNamespace

import pytest
from flask import url_for

from letterpress.print import pdf as printing
from tests.house.addresses import ADDRESSES, OPEN, ROLES
from tests.house.scene import person, things
from tests.house.trees import files
from views.customers.customers import PARTS

READING = "GET"
UNSEEN = (403, 404)


@pytest.fixture(scope="module")
def ground(shared_demo):
    """The application over the demonstration, the numbers of its things, and somebody of each role: for all tests."""
    app, _ = shared_demo
    return app, things(), {role: person(role) for role in ROLES}


@pytest.fixture
def scene(ground, shared_demo):
    """What the addresses are tried on, as it was filled: whatever a test writes is gone after it."""
    app, restore = shared_demo
    with closing(Unchanged(app)) as unchanged:
        yield ground
        written = not unchanged()
    if written:
        restore()


@pytest.fixture(autouse=True)
def paper(monkeypatch):
    """Who gets a PDF is asked here, not what is in it: none is made."""
    monkeypatch.setattr(printing, "_child", SimpleNamespace(ask=lambda message: b"%PDF-1.7"))


def address_of(app, row, numbers):
    missing = sorted(set(row.parts.values()) - set(numbers))
    assert not missing, f"The scene has no {missing}: see tests/house/scene.py"
    with app.test_request_context():
        return url_for(row.endpoint, **{part: numbers[name] for part, name in row.parts.items()})


def ask(client, row, address):
    return client.get(address) if row.method == READING else client.post(address, data={})


class Unchanged:
    """Says whether anybody wrote to a SQLite database since last asked; with `logged`, beside the access log."""

    def __init__(self, app, logged=False):
        self._database = sqlite3.connect(app.config["DATABASE_URL"].removeprefix("sqlite:///"))
        self._logged = logged
        self._seen = self._version()

    def _version(self):
        if self._logged:
            return hash(tuple(line for line in self._database.iterdump() if 'INTO "access"' not in line))
        return self._database.execute("PRAGMA data_version").fetchone()[0]

    def __call__(self):
        before, self._seen = self._seen, self._version()
        return before == self._seen

    def close(self):
        self._database.close()


def test_every_address_is_in_the_inventory(shared_app):
    app = shared_app
    known = {(row.endpoint, row.method) for row in ADDRESSES}
    known |= {(name, way) for name, ways in OPEN.items() for way in ways}
    there = {(rule.endpoint, way) for rule in app.url_map.iter_rules() for way in rule.methods - {"HEAD", "OPTIONS"}}
    assert not there - known, f"Add a row to tests/house/addresses.py for each of these: {sorted(there - known)}"
    assert not known - there, f"These rows have no address any more: {sorted(known - there)}"


def test_every_address_is_led_to(shared_app):
    sources = files("templates/**/*.html", "views/**/*.py", "policy/**/*.py", "app.py")
    named = set(re.findall(r"[\"'](\w+\.\w+|healthz)[\"']", "\n".join(path.read_text() for path in sources)))
    parts = {f"customers.{deed}_{part.replace('-', '_')}" for part in PARTS for deed in ("add", "end")}
    assert {rule.endpoint for rule in shared_app.url_map.iter_rules()} - named == parts  # put together of these


def test_only_get_and_post_are_used(shared_app):
    used = {way for rule in shared_app.url_map.iter_rules() for way in rule.methods}
    assert used <= {"GET", "HEAD", "OPTIONS", "POST"}


def test_the_open_endpoints_are_those_of_the_inventory():
    from views.frame.access import OPEN_ENDPOINTS

    assert set(OPEN) == set(OPEN_ENDPOINTS)


@pytest.mark.parametrize("row", ADDRESSES, ids=str)
def test_an_address_opens_to_its_roles_and_to_nobody_else(row, scene, signed_in):
    app, numbers, people = scene
    address = address_of(app, row, numbers)
    with closing(Unchanged(app, row.logged)) as unchanged:
        # Those who may not come first, so that nothing they find was changed by somebody who may.
        for role in sorted(ROLES, key=lambda role: role in row.opens_to):
            response = ask(signed_in(people[role], app=app), row, address)
            status = response.status_code
            if role in row.opens_to:
                assert status < 500 and status not in (*UNSEEN, 401, 405), f"{row} for a {role}: {status}"
                assert row.method == "POST" or status == 200, f"{row} for a {role}: {status}"
            else:
                assert status in UNSEEN, f"{row} for a {role}, who may not: {status}"
            assert unchanged() or (row.method == "POST" and role in row.opens_to), f"{row} for a {role} wrote something"


@pytest.mark.parametrize("row", ADDRESSES, ids=str)
def test_an_address_is_shut_to_whoever_is_signed_out(row, scene, signed_in):
    app, numbers, people = scene
    address = address_of(app, row, numbers)
    with closing(Unchanged(app)) as unchanged:
        response = ask(signed_in(None, app=app), row, address)
        assert unchanged()
    if row.method == READING:
        assert response.status_code == 303
        assert response.location.startswith("/sign-in")
    else:
        assert 'type="password"' in response.get_data(as_text=True) or response.location.startswith("/sign-in")


@pytest.mark.parametrize("row", [row for row in ADDRESSES if row.parts], ids=str)
def test_a_thing_that_is_not_there_is_not_found(row, scene, signed_in):
    app, numbers, people = scene
    absent = {name: value if isinstance(value, str) else 987_654 for name, value in numbers.items()}
    address = address_of(app, row, absent)
    role = sorted(row.opens_to)[0]
    if all(isinstance(numbers[name], int) for name in row.parts.values()):
        assert ask(signed_in(people[role], app=app), row, address).status_code == 404
