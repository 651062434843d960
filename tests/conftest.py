"""What every test may ask for: a database on either engine, the cast, the application, a checked client, a browser.

`sqlite_db` is one fast SQLite database; `db` runs the test on SQLite and again on PostgreSQL. `client` reads every
page it gets for the promises in `browse`. `page` is a real Chromium on `live`, a real server. The clock stands at one
moment (`moment`); on SQLite the stages of a case that many tests begin with are made once a run and copied (`copies`).
"""

import fcntl
import gc
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2.bccache import Bucket, BytecodeCache

import models
from tests import chromium, copies, postgres
from tests.moment import NOW

pytest.register_assert_rewrite("tests.browse", "tests.accessible", "tests.policy.stage")

IN_CI = os.environ.get("CI", "").lower() in ("true", "1")
models.SQLITE_PRAGMAS["synchronous"] = "off"  # a test's database need not outlive a power cut
left_out: set[str] = set()


class Compiled(BytecodeCache):
    """Keeps compiled templates for the whole run: every test has an application of its own, all have these pages."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


def _do_without(reason: str) -> None:
    """Leave the test out where a program is missing, saying so once at the end; in CI that is a failure."""
    if IN_CI:
        pytest.fail(reason, pytrace=False)
    left_out.add(reason)
    pytest.skip(reason)


def pytest_collection_finish() -> None:
    """What was imported stays: looking through it again and again for what may go was a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for reason in sorted(left_out):
        terminalreporter.write_line(f"Left out on this machine: {reason}", yellow=True)


# --- Databases ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def for_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all test processes of this run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the whole schema and no rows, to be copied."""
    path = tmp_path_factory.mktemp("template") / "evenhand.db"
    with closing(sqlite3.connect(path)) as database:
        database.executescript("PRAGMA page_size = 1024; VACUUM")  # some 350 small trees: a quarter to copy
    _migrated(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_server(for_all: Path) -> Iterator[postgres.Server]:
    """One PostgreSQL server for the whole run."""
    folder = postgres.programs()
    if folder is None:
        _do_without(postgres.ABSENT)
    with postgres.shared(folder, for_all) as server:
        yield server


@pytest.fixture(scope="session")
def postgres_template(postgres_server: postgres.Server) -> str:
    """The name of a PostgreSQL database with the whole schema and no rows, to be copied."""
    return postgres_server.once("template_evenhand", _migrated)


@pytest.fixture(scope="session")
def postgres_database(postgres_server: postgres.Server, postgres_template: str) -> Iterator[postgres.Emptied]:
    """The PostgreSQL database of this process."""
    database = postgres.Emptied(postgres_server, postgres_template)
    yield database
    database.drop()


def _migrated(url: str) -> None:
    database = models.connect(url)
    models.migrate()
    if not database.is_closed():
        database.close()


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path, for_all: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of a fresh, migrated SQLite database; stages that many tests need are copied into it."""
    path = tmp_path / "evenhand.db"
    shutil.copyfile(sqlite_template, path)
    with nullcontext() if "monkeypatch" in request.fixturenames else copies.follow(path, for_all):
        yield f"sqlite:///{path}"


@pytest.fixture
def postgres_url(postgres_database: postgres.Emptied) -> str:
    """The address of a migrated PostgreSQL database without a row."""
    return postgres_database.url()


@pytest.fixture(params=["sqlite", "postgresql"])
def db_url(request: pytest.FixtureRequest) -> str:
    """The address of a fresh database, first on SQLite, then on PostgreSQL."""
    return request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")


def _bound(url: str) -> Iterator[Any]:
    database = models.connect(url)
    database.connect()
    yield database
    if not database.is_closed():
        database.close()


@pytest.fixture
def sqlite_db(sqlite_url: str) -> Iterator[Any]:
    """The models bound to a fresh SQLite database."""
    yield from _bound(sqlite_url)


@pytest.fixture
def db(db_url: str) -> Iterator[Any]:
    """The models bound to a fresh database; the test runs once on each engine."""
    yield from _bound(db_url)


@pytest.fixture
def cast(request: pytest.FixtureRequest) -> Any:
    """The people of the tests (tests/cast.py), in whichever database the test uses (SQLite unless it says `db`)."""
    from tests.cast import everybody

    request.getfixturevalue("db" if "db" in request.fixturenames else "sqlite_db")
    return everybody()


# --- The application and its client ---------------------------------------------------------------------------------


def _made(url: str, folder: Path) -> Any:
    from app import create_app

    key = "known to every test " * 2
    application = create_app({"DATABASE_URL": url, "DATA": folder, "SECRET_KEY": key, "TESTING": True})
    application.jinja_env.bytecode_cache = COMPILED
    return application


@pytest.fixture(scope="session")
def shared_app(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """One application for all tests of this process, since making it costs more than most tests; see `app`."""
    folder = tmp_path_factory.mktemp("application")
    return _made(f"sqlite:///{folder}/nothing.db", folder)


def _application(shared: Any, url: str, folder: Path) -> Iterator[Any]:
    """The shared application on this database and folder; its settings are put back afterwards."""
    from app import use_data

    before, client = dict(shared.config), shared.test_client_class
    shared.config.update(DATABASE_URL=url, DATA=folder)
    use_data(shared)
    yield shared
    shared.config.clear()
    shared.config.update(before)
    shared.test_client_class = client
    if not models.db.is_closed():
        models.db.close()


@pytest.fixture
def app(shared_app: Any, sqlite_url: str, sqlite_db: Any, tmp_path: Path) -> Iterator[Any]:
    """The whole application on a SQLite database of its own. A test that adds to it asks for `own_app`."""
    sqlite_db.close()
    yield from _application(shared_app, sqlite_url, tmp_path)


@pytest.fixture
def either_app(shared_app: Any, db_url: str, db: Any, tmp_path: Path) -> Iterator[Any]:
    """The whole application, once on SQLite and once on PostgreSQL; its `cast` is asked for with `db`."""
    db.close()
    yield from _application(shared_app, db_url, tmp_path)


@pytest.fixture
def own_app(sqlite_url: str, sqlite_db: Any, tmp_path: Path) -> Iterator[Any]:
    """The same, but made for this test alone: what is added to it is gone with the test."""
    sqlite_db.close()
    yield _made(sqlite_url, tmp_path)
    if not models.db.is_closed():
        models.db.close()


@pytest.fixture(scope="session")
def demo_template(sqlite_template: Path, for_all: Path) -> Path:
    """A SQLite file that holds the demonstration at NOW, to be copied; made once for all test processes."""
    path = for_all / "demonstration.db"
    with open(f"{path}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            _fill(sqlite_template, path)
    return path


def _fill(template: Path, path: Path) -> None:
    import demo
    from tests.house import scene

    half_made = path.with_suffix(".part")
    shutil.copyfile(template, half_made)
    database = models.connect(f"sqlite:///{half_made}")
    with database.connection_context():
        demo.fill(NOW)
        scene.open_run()
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    half_made.rename(path)


@pytest.fixture
def demo_app(shared_app: Any, demo_template: Path, tmp_path: Path) -> Iterator[Any]:
    """The whole application on a copy of the demonstration."""
    path = tmp_path / "demonstration.db"
    shutil.copyfile(demo_template, path)
    yield from _application(shared_app, f"sqlite:///{path}", tmp_path)


@pytest.fixture(scope="module")
def shared_demo(
    shared_app: Any, demo_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Any, Callable[[], None]]]:
    """One copy of the demonstration for all tests of a module, and what puts it back as it was filled.

    A module that asks for this uses no other database.
    """
    folder = tmp_path_factory.mktemp("shared")
    path = folder / "demonstration.db"

    def restore() -> None:
        if not models.db.is_closed():
            models.db.close()
        for left in folder.glob("demonstration.db-*"):
            left.unlink()
        shutil.copyfile(demo_template, path)

    shutil.copyfile(demo_template, path)
    with contextmanager(_application)(shared_app, f"sqlite:///{path}", folder) as application:
        yield application, restore


@pytest.fixture
def client(app: Any) -> Any:
    """A signed-out client that checks every page it is given; `client.sign_in(person)` signs somebody in."""
    from tests.browse import Browser

    app.test_client_class = Browser
    return app.test_client()


@pytest.fixture
def signed_in(request: pytest.FixtureRequest) -> Callable[..., Any]:
    """Makes a client that is signed in as the person given (None: signed out); one for each person of a test."""
    from tests.browse import Browser

    def make(person: Any, app: Any = None) -> Any:
        app = app or request.getfixturevalue("app")
        app.test_client_class = Browser
        one = app.test_client()
        return one.sign_in(person) if person else one

    return make


# --- A real browser -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def base_url() -> None:
    """None: tests name the whole address. Stands in for the plugin's own, at which this pytest warns."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Playwright drives the Chromium of the system; where there is none its tests are left out."""
    path = chromium.find()
    if path is None:
        _do_without(chromium.ABSENT)
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return {
        **browser_type_launch_args,
        "executable_path": path,
        "args": list(chromium.FLAGS),
        "chromium_sandbox": not as_root,
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London"}


@pytest.fixture
def live(app: Any) -> Iterator[SimpleNamespace]:
    """The application on a real server in this process; `live.url` is its address, without a slash at its end."""
    from tests.serve import served

    with served(app) as live:
        yield live


@pytest.fixture
def live_demo(demo_app: Any) -> Iterator[SimpleNamespace]:
    """The same over a copy of the demonstration."""
    from tests.serve import served

    with served(demo_app) as live:
        yield live


@pytest.fixture
def enter() -> Callable[..., None]:
    """Signs `person` in on a browser's page, `enter(page, live, person)`, without typing a password."""
    from tests.browse import Browser

    def sign_in(page: Any, live: SimpleNamespace, person: Any) -> None:
        one = Browser(live.app, live.app.response_class)
        one.sign_in(person, page.evaluate("navigator.userAgent"))
        name = live.app.config["SESSION_COOKIE_NAME"]
        page.context.add_cookies([{"name": name, "value": one.get_cookie(name).value, "url": live.url}])

    return sign_in
