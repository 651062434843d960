"""How the application starts, and what is done from the command line."""

import pytest

import config
from models import User
from policy.core import clock
from policy.staff import people

KEY = "nobody guesses this, not even the longest reader"


@pytest.mark.parametrize("key", ["", "short"])
def test_production_does_not_start_without_a_secret_key(key, tmp_path):
    with pytest.raises(config.Misconfigured, match="EVENHAND_SECRET_KEY"):
        config.read({"EVENHAND_SECRET_KEY": key, "EVENHAND_DATA": str(tmp_path)}, {})


def test_a_demonstration_makes_its_own_key_once(tmp_path):
    folder = tmp_path / "a folder"
    first = config.read({"EVENHAND_DEMO": "1", "EVENHAND_DATA": str(folder)}, {})
    again = config.read({"EVENHAND_DEMO": "1", "EVENHAND_DATA": str(folder)}, {})
    assert len(first["SECRET_KEY"]) == 64
    assert first["SECRET_KEY"] == again["SECRET_KEY"]
    assert (folder / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("host", "refused"),
    [("127.0.0.1", False), ("localhost", False), ("::1", False), ("0.0.0.0", True), ("10.1.2.3", True), ("desk", True)],
)
def test_a_demonstration_listens_on_this_machine_only(host, refused):
    if refused:
        with pytest.raises(config.Misconfigured, match="this machine only"):
            config.refuse_public_demonstration(True, host)
    else:
        config.refuse_public_demonstration(True, host)
    config.refuse_public_demonstration(False, host)


def test_a_demonstration_says_so_on_every_page(sqlite_url, tmp_path, cast):
    from app import create_app

    app = create_app({"DATABASE_URL": sqlite_url, "DATA": tmp_path, "SECRET_KEY": KEY, "DEMO": True})
    for address in ("/sign-in", "/not-there"):
        assert "Demonstration" in app.test_client().get(address).text


def test_only_the_hosts_named_are_answered(sqlite_url, tmp_path, cast):
    from app import create_app

    app = create_app(
        {"DATABASE_URL": sqlite_url, "DATA": tmp_path, "SECRET_KEY": KEY, "TRUSTED_HOSTS": ["evenhand.example"]}
    )
    assert app.test_client().get("/sign-in", base_url="http://evenhand.example").status_code == 200
    assert app.test_client().get("/sign-in", base_url="http://elsewhere.example").status_code == 400


def test_the_first_administrator_is_added_from_the_command_line(app):
    told = ["user", "add", "--email", "First@Karbon.example", "--name", "First Person", "--password-stdin"]
    done = app.test_cli_runner().invoke(args=told, input="four quiet brown mice\n")
    assert (done.exit_code, done.output) == (0, "Added: Administrator.\n")
    assert User.get(User.email == "first@karbon.example").is_administrator
    again = app.test_cli_runner().invoke(args=told, input="four quiet brown mice\n")
    assert again.exit_code == 1
    assert "here already" in again.output


def test_a_weak_first_password_is_refused(app):
    told = ["user", "add", "--email", "a@karbon.example", "--name", "A", "--role", "officer", "--password-stdin"]
    done = app.test_cli_runner().invoke(args=told, input="short\n")
    assert done.exit_code == 1
    assert "at least 12 characters" in done.output
    assert User.select().count() == 0


def test_migrating_twice_says_that_nothing_is_left(app):
    assert app.test_cli_runner().invoke(args=["migrate"]).output == "The database is up to date.\n"


def test_the_history_is_checked_from_the_command_line(app, cast):
    from models import Event, db

    people.deactivate(cast.ada, cast.omar, clock.now())
    assert app.test_cli_runner().invoke(args=["audit", "verify"]).output.startswith("In order: 1 lines")
    with db.connection_context():
        db.execute_sql("DROP TRIGGER IF EXISTS event_update")
        for (name,) in db.execute_sql(
            "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='event'"
        ).fetchall():
            db.execute_sql(f'DROP TRIGGER "{name}"')
        Event.update(name="person_praised").execute()
    done = app.test_cli_runner().invoke(args=["audit", "verify"])
    assert done.exit_code == 1
    assert "Event 1 was changed" in done.output
