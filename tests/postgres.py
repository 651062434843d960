"""A PostgreSQL server of the tests' own: made in a temporary folder, on loopback, gone when they end.

Its programs come from $PG_BIN, pg_config, the PATH or Debian's folders. PostgreSQL refuses to run as root, so root
runs it as `postgres` or `nobody`. Nothing is ever flushed to disk: the data need not outlive the tests.
"""

import itertools
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


class Server:
    """A running server; `create()` gives a new database, copied from a template where one is named."""

    def __init__(self, bin_folder: Path) -> None:
        self._bin = bin_folder
        self._folder = Path(tempfile.mkdtemp(prefix="evenhand-pg-"))
        self._identity = self._run_as()
        self._password = secrets.token_urlsafe(18)
        self._numbers = itertools.count(1)
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
        secret.write_text(self._password)
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
                self._admin = psycopg.connect(self.url("postgres"), autocommit=True)
                return
            except psycopg.OperationalError as error:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    said = (self._folder / "log").read_text(errors="replace")
                    raise RuntimeError(f"PostgreSQL did not start: {said}") from error
                time.sleep(0.05)

    def url(self, name: str) -> str:
        """The address of the database `name` on this server."""
        return f"postgresql://evenhand:{self._password}@127.0.0.1:{self.port}/{name}"

    def create(self, template: str = "template0", name: str | None = None) -> str:
        """Make a database and answer its name; nobody may be connected to the template meanwhile."""
        name = name or f"test_{next(self._numbers)}"
        self._admin.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self._admin.execute(f'DROP DATABASE "{name}" WITH (FORCE)')

    def stop(self) -> None:
        """End the server and remove its folder."""
        if hasattr(self, "_admin"):
            self._admin.close()
        if hasattr(self, "_process"):
            self._process.send_signal(signal.SIGINT)  # the fast stop: clients are cut off
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)
