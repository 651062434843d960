"""Starting: what is wrong is one sentence, production takes no demonstration, a real start answers and stops."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing

import pytest

import config
import demo
import models
import serve
from policy.core import clock
from policy.staff import people
from tests.house.trees import ROOT

KEY = "known to every test " * 2


def said(call, *given):
    with pytest.raises(SystemExit) as stopped:
        call(*given)
    return str(stopped.value)


@pytest.mark.parametrize("given", ["abc", "0", "65536", "-1", "8000.5", "٨٠٠٠"])
def test_a_port_that_is_none_is_refused(given, monkeypatch):
    monkeypatch.setenv("PORT", given)
    assert said(serve.port).startswith(f"PORT is “{given}”")


def test_the_port_is_8000_unless_it_is_given(monkeypatch):
    monkeypatch.delenv("PORT", raising=False)
    assert serve.port() == 8000
    monkeypatch.setenv("PORT", "8123")
    assert serve.port() == 8123


def test_a_port_in_use_is_said_in_one_sentence():
    with closing(socket.create_server(("127.0.0.1", 0))) as other:
        number = other.getsockname()[1]
        assert said(serve.listen, "127.0.0.1", number).startswith(f"Port {number} is already in use")


def test_a_host_that_is_none_is_said_in_one_sentence():
    assert "no address of this machine" in said(serve.listen, "no.such.host.invalid", 8000)


@pytest.mark.parametrize("url", ["nonsense", "mysql://somebody@localhost/x", "sqlite:relative.db"])
def test_another_database_is_refused(url):
    assert said(serve.check_address, url).startswith("DATABASE_URL must begin with")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "evenhand.example"])
def test_the_demonstration_refuses_to_be_reached_from_elsewhere(host):
    with pytest.raises(config.Misconfigured, match="this machine only"):
        config.refuse_public_demonstration(True, host)


@pytest.mark.parametrize("given", ["one", "-1", "1.5"])
def test_a_number_of_proxies_that_is_none_is_refused(given):
    with pytest.raises(config.Misconfigured, match="give a whole number"):
        config.read({"EVENHAND_SECRET_KEY": KEY, "EVENHAND_PROXIES": given}, {})


def test_production_refuses_the_demonstrations_people(sqlite_db):
    demo.people.add(clock.now())
    sqlite_db.close()
    assert "whose password everybody knows" in said(serve.prepare, False)


def test_the_demonstration_refuses_people_of_ones_own(sqlite_db):
    people.add_person(None, "Ada", "ada@landlord.example", ["administrator"], "three or four words", clock.now())
    sqlite_db.close()
    assert "people of your own" in said(serve.prepare, True)
    with models.db.connection_context():
        assert models.User.select().count() == 1


def test_the_sign_ins_name_everybody_and_the_password():
    shown = serve.sign_ins()
    assert all(person.email in shown for person in demo.STAFF)
    assert shown.endswith(demo.PASSWORD)


def free_port():
    with closing(socket.create_server(("127.0.0.1", 0))) as found:
        return found.getsockname()[1]


def test_production_starts_answers_and_stops(tmp_path):
    number = free_port()
    data = tmp_path / "a folder with spaces"
    process = subprocess.Popen(
        [sys.executable, "serve.py", "production"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "EVENHAND_DATA": str(data), "EVENHAND_SECRET_KEY": KEY, "PORT": str(number)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert answer(f"http://127.0.0.1:{number}/healthz", process) == "ok"
        assert (data / "evenhand.db").exists()
    finally:
        process.send_signal(signal.SIGTERM)
        printed, _ = process.communicate(timeout=20)
    assert process.returncode == 0
    assert printed.startswith(f"Evenhand is at http://127.0.0.1:{number}")
    assert demo.PASSWORD not in printed


def answer(address, process):
    for _ in range(300):
        assert process.poll() is None, process.communicate()[0]
        try:
            with urllib.request.urlopen(address, timeout=5) as response:
                return response.read().decode()
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"{address} did not answer")


def test_production_does_not_start_without_a_key(tmp_path):
    done = subprocess.run(
        [sys.executable, "serve.py", "production"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "EVENHAND_DATA": str(tmp_path), "PORT": str(free_port())},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("EVENHAND_SECRET_KEY must be set")
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_the_database_may_have_any_name(tmp_path):
    folder = tmp_path / "housing # 1 ? 50%20 & co"
    folder.mkdir()
    with models.connect(f"sqlite:///{folder}/evenhand.db").connection_context():
        models.migrate()
    assert (folder / "evenhand.db").stat().st_size > 0


def test_a_command_without_a_key_says_so_in_one_sentence(tmp_path):
    settings = {**os.environ, "EVENHAND_DATA": str(tmp_path), "EVENHAND_SECRET_KEY": "", "EVENHAND_DEMO": ""}
    asked = [sys.executable, "-m", "flask", "--app", "app", "audit", "verify"]
    answer = subprocess.run(asked, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=60)
    assert answer.returncode == 1 and answer.stderr.startswith("Error: EVENHAND_SECRET_KEY must be set")
    assert "Traceback" not in answer.stderr
