"""A PostgreSQL server of the tests' own: made in a temporary folder, on loopback, gone when they end.

The first process of a run that asks for it starts it, the others use it, and it ends when the last has let go. Each
has one database, emptied between tests: making one costs more than most tests.

Its programs come from $PG_BIN, pg_config, the PATH or Debian's folders. PostgreSQL refuses to run as root, so root
runs it as `postgres` or `nobody`. Nothing is ever flushed to disk: the data need not outlive the tests.
"""

import fcntl
import itertools
import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

LOCALE = "C.UTF-8" if sys.platform == "linux" else "C"
PROGRAMS = ("initdb", "postgres")
ABSENT = "PostgreSQL's programs were not found: install postgresql, or name their folder in PG_BIN."
OPTIONS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "jit": "off",
    "log_min_messages": "fatal",
}


def programs() -> Path | None:
    """The folder that holds initdb and postgres, newest version first, or None."""
    candidates = [os.environ.get("PG_BIN")]
    if shutil.which("pg_config"):
        asked = subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=False)
        candidates.append(asked.stdout.strip())
    if on_path := shutil.which("initdb"):
        candidates.append(str(Path(on_path).parent))
    versions = Path("/usr/lib/postgresql").glob("[0-9]*")
    candidates += [str(version / "bin") for version in sorted(versions, key=lambda v: float(v.name), reverse=True)]
    for folder in filter(None, candidates):
        if all(os.access(Path(folder) / name, os.X_OK) for name in PROGRAMS):
            return Path(folder)
    return None


def _ends_with_us() -> list[str]:
    """What to put before a command so that it ends when the tests are killed; nothing where there is no way."""
    return ["setpriv", "--pdeathsig", "INT"] if sys.platform == "linux" and shutil.which("setpriv") else []


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as door:
        fcntl.flock(door, fcntl.LOCK_EX)
        yield


@contextmanager
def shared(bin_folder: Path, folder: Path) -> Iterator["Server"]:
    """The server of all processes that name this `folder`."""
    address, door, started = folder / "postgres.json", folder / "postgres.lock", None
    with (folder / "postgres.users").open("w") as users:
        with _alone(door):
            if not address.exists():
                started = Started(bin_folder)
                address.write_text(json.dumps([started.port, started.password]))
            fcntl.flock(users, fcntl.LOCK_SH)
        server = Server(*json.loads(address.read_text()), door)
        try:
            yield server
        finally:
            server.close()
            fcntl.flock(users, fcntl.LOCK_UN)
            if started:
                with _alone(door):
                    fcntl.flock(users, fcntl.LOCK_EX)  # here the others let go
                    address.unlink()
                    started.stop()


class Server:
    """A running server; `create()` gives a new database, copied from a template where one is named."""

    def __init__(self, port: int, password: str, door: Path) -> None:
        self.port, self._password, self._door = port, password, door
        self._numbers = itertools.count(1)
        self._admin = psycopg.connect(self.url("postgres"), autocommit=True)

    def url(self, name: str) -> str:
        """The address of the database `name` on this server."""
        return f"postgresql://evenhand:{self._password}@127.0.0.1:{self.port}/{name}"

    def create(self, template: str = "template0", name: str | None = None) -> str:
        """Make a database and answer its name; nobody may be connected to the template meanwhile."""
        name = name or f"test_{os.getpid()}_{next(self._numbers)}"
        self._admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def once(self, name: str, fill: Callable[[str], None]) -> str:
        """The database `name`, made and filled by whoever asks first: `fill` is told its address."""
        with _alone(self._door):
            found = self._admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
            if not found:
                fill(self.url(self.create(name=name)))
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def close(self) -> None:
        """Let go of the server; it runs on."""
        self._admin.close()


class Emptied:
    """One database made from a template: emptied for each test, and made anew where a test changed more than rows."""

    # Without its triggers, which hold that nothing is taken out; numbers begin at one again.
    EMPTY = """DO $$ DECLARE one record; BEGIN
        SET LOCAL session_replication_role = replica;
        FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migration' LOOP
            EXECUTE format('DELETE FROM %I', one.tablename);
        END LOOP;
        PERFORM setval(format('%I', sequencename), 1, false) FROM pg_sequences
            WHERE last_value IS NOT NULL AND sequencename NOT LIKE 'schema_migration%';
    END $$"""
    SHAPE = """SELECT (SELECT count(*) FROM pg_attribute), (SELECT count(*) FROM pg_constraint),
        (SELECT count(*) FROM pg_proc),
        (SELECT md5(string_agg(tgname || tgenabled::text, ' ' ORDER BY oid)) FROM pg_trigger)"""

    def __init__(self, server: Server, template: str) -> None:
        self._server, self._template = server, template
        self._make()

    def _make(self) -> None:
        self._name = self._server.create(self._template)
        self._own = psycopg.connect(self._server.url(self._name), autocommit=True, options="-c lock_timeout=5s")
        self._shape = self._own.execute(self.SHAPE).fetchone()

    def url(self) -> str:
        """The address of the database, with no row in it."""
        try:
            self._own.execute(self.EMPTY)
            same = self._own.execute(self.SHAPE).fetchone() == self._shape
        except psycopg.Error:  # somebody still holds a row
            same = False
        if not same:
            self.drop()
            self._make()
        return self._server.url(self._name)

    def drop(self) -> None:
        """Remove it."""
        self._own.close()
        self._server.drop(self._name)


class Started:
    """A server that this process started and will stop."""

    def __init__(self, bin_folder: Path) -> None:
        self._bin = bin_folder
        self._folder = Path(tempfile.mkdtemp(prefix="evenhand-pg-"))
        self._identity = self._run_as()
        self.password = secrets.token_urlsafe(18)
        try:
            self._initialise()
            self._start()
        except BaseException:
            self.stop()
            raise

    def _run_as(self) -> dict[str, Any]:
        """Arguments for subprocess that leave root behind; the folder is given to whoever is chosen."""
        if os.geteuid() != 0:
            return {}
        for name in ("postgres", "nobody"):
            try:
                person = pwd.getpwnam(name)
            except KeyError:
                continue
            os.chown(self._folder, person.pw_uid, person.pw_gid)
            return {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
        raise RuntimeError("PostgreSQL will not run as root, and there is neither a user postgres nor nobody.")

    def _initialise(self) -> None:
        secret = self._folder / "secret"
        secret.write_text(self.password)
        if self._identity:
            os.chown(secret, self._identity["user"], self._identity["group"])
        secret.chmod(0o600)
        command = [
            self._bin / "initdb", "-D", self._folder / "data", "-U", "evenhand", "--pwfile", secret, "--auth=md5",
            "--encoding=UTF8", f"--locale={LOCALE}", "--no-sync",
        ]  # fmt: skip
        done = subprocess.run(
            command, cwd=self._folder, capture_output=True, text=True, check=False, env=self._environment(),
            **self._identity,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"initdb failed: {done.stderr}")

    def _environment(self) -> dict[str, str]:
        return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": LOCALE, "TZ": "UTC"}

    def _start(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        options = {**OPTIONS, "listen_addresses": "127.0.0.1", "unix_socket_directories": str(self._folder)}
        settings = [part for key, value in options.items() for part in ("-c", f"{key}={value}")]
        self._log = (self._folder / "log").open("wb")
        self._process = subprocess.Popen(
            [*_ends_with_us(), self._bin / "postgres", "-D", self._folder / "data", "-p", str(self.port), *settings],
            cwd=self._folder, stdout=self._log, stderr=subprocess.STDOUT, env=self._environment(), **self._identity,
        )  # fmt: skip
        self._wait()

    def _wait(self) -> None:
        deadline = time.monotonic() + 60
        while True:
            try:
                Server(self.port, self.password, self._folder).close()
                return
            except psycopg.OperationalError as error:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    said = (self._folder / "log").read_text(errors="replace")
                    raise RuntimeError(f"PostgreSQL did not start: {said}") from error
                time.sleep(0.05)

    def stop(self) -> None:
        """End the server and remove its folder."""
        if hasattr(self, "_process"):
            self._process.send_signal(signal.SIGQUIT)  # at once: nothing need be kept
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)
