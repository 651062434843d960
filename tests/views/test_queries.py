"""How many times a page asks the database: held by number, and the same for a short file and a long one."""

import contextlib

import pytest

import models
from models import Incident
from policy.core import clock
from policy.customers import customers
from policy.incidents import notes as incident_notes
from tests import make

LONG = 60
# What each page may ask at most. More is allowed only for a reason that stands in the commit.
MOST = {"find": 4, "file": 26, "file with a draft": 46, "incident": 18, "short": 9, "new": 6, "today": 37,
        "policy": 2, "account": 2, "settings": 5, "number": 9}  # fmt: skip


@contextlib.contextmanager
def counted():
    """The statements that the database is given inside this block."""
    database, asked = models.db.obj, []
    plain = database.execute_sql

    def noting(sql, *args, **kwargs):
        asked.append(sql)
        return plain(sql, *args, **kwargs)

    database.execute_sql = noting
    try:
        yield asked
    finally:
        del database.execute_sql


def ask(client, address):
    """The statements behind one page, asked a second time so that nothing is counted that happens only once."""
    assert client.get(address).status_code == 200
    with counted() as asked:
        client.get(address)
    return [sql for sql in asked if not sql.startswith(("PRAGMA", "BEGIN", "COMMIT"))]


@pytest.fixture
def whose(app, cast):
    """A customer with somebody and something of every kind, one incident among them."""
    now = clock.now()
    whose = make.customer(cast.omar, make.later(now, -200))
    customers.add_need(cast.omar, whose, "memory", "", now)
    customers.add_support_worker(cast.omar, whose, {"name": "Ann Tyler", "basis": "Agreed"}, now)
    customers.add_representative(cast.omar, whose, {"name": "Sam Speaker"}, now)
    more(cast, whose, 1)
    return whose


def more(cast, whose, count):
    """This many incidents, each with a request and a note."""
    now = clock.now()
    for number in range(count):
        row = make.incident(cast.omar, whose, make.later(now, -1 - number), request="A plumber", channel="email")
        incident_notes.add_note(cast.omar, row, "account", "The line was bad", now, make.key())


PAGES = [
    ("find", "omar", "/customers"),
    ("file", "omar", "/customers/{customer}"),
    ("file", "mina", "/customers/{customer}"),
    ("short", "carla", "/customers/{customer}"),
    ("new", "carla", "/customers/{customer}/incidents/new"),
    ("incident", "omar", "/incidents/{incident}"),
    ("today", "omar", "/"),
    ("today", "mina", "/"),
    ("policy", "omar", "/policy"),
    ("account", "omar", "/account"),
    ("settings", "ada", "/settings"),
    ("settings", "ada", "/settings/people"),
    ("number", "ada", "/settings/numbers/warning_months"),
]


@pytest.mark.parametrize(("kind", "who", "address"), PAGES, ids=[f"{who}-{address}" for _, who, address in PAGES])
def test_a_page_asks_no_more_than_it_may_and_no_more_of_a_longer_file(signed_in, cast, whose, kind, who, address):
    address = address.format(customer=whose.id, incident=Incident.select().order_by(Incident.id).first().id)
    client = signed_in(getattr(cast, who))
    if kind == "find":
        client.post("/customers", data={"q": "sample"})
    short = ask(client, address)
    more(cast, whose, LONG)
    for _ in range(LONG if kind in ("find", "today") else 0):
        make.customer(cast.omar, clock.now())
    long = ask(client, address)
    assert len(long) <= len(short), "\n".join(sql[:100] for sql in long)
    assert len(short) <= MOST[kind], "\n".join(sql[:100] for sql in short)


@pytest.mark.parametrize("drafts", [1, 4])
def test_open_drafts_cost_the_file_the_same_however_many(signed_in, cast, whose, drafts):
    first = Incident.get()
    for _ in range(drafts):
        make.draft_warning(cast.omar, whose, [first], clock.now())
    asked = ask(signed_in(cast.mina), f"/customers/{whose.id}")
    assert len(asked) <= MOST["file with a draft"], "\n".join(sql[:100] for sql in asked)


def test_what_is_counted_are_the_statements(app, cast):
    with counted() as asked:
        Incident.select().count()
        Incident.select().count()
    assert len(asked) == 2
