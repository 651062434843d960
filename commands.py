"""What is done from the command line: `flask --app app migrate`, `user add`, `audit verify`."""

import getpass
import sys

import click
from flask import Flask
from flask.cli import AppGroup

import models
from policy import clauses, clock, people, record
from policy.answers import Refused
from policy.typed import Invalid

user = AppGroup("user", help="The people who work here.")
audit = AppGroup("audit", help="The history and its proof.")


@click.command("migrate")
def migrate() -> None:
    """Bring the database's schema up to date."""
    with models.db.connection_context():
        ran = models.migrate()
    click.echo(f"Brought up to date: {', '.join(ran)}." if ran else "The database is up to date.")


@user.command("add")
@click.option("--email", prompt="E-mail address", help="The address they sign in with.")
@click.option("--name", prompt="Name", help="Their name as colleagues know it.")
@click.option(
    "--role", "roles", multiple=True, type=click.Choice(list(clauses.ROLES)), help="May be given more than once."
)
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def add_user(email: str, name: str, roles: tuple[str, ...], password_stdin: bool) -> None:
    """Add a person; without --role an administrator."""
    password = sys.stdin.readline().rstrip("\r\n") if password_stdin else _asked_twice()
    try:
        with models.db.connection_context():
            person = people.add_person(None, name, email, roles or ("administrator",), password, clock.now())
    except Refused as refusal:
        raise click.ClickException(" ".join(reason.sentence for reason in refusal.reasons)) from None
    except Invalid as invalid:
        raise click.ClickException(" ".join(invalid.errors.values())) from None
    click.echo(f"Added: {', '.join(people.role_words(person.roles))}.")


def _asked_twice() -> str:
    first = getpass.getpass("Password: ")
    if first != getpass.getpass("The same again: "):
        raise click.ClickException("The two passwords differ. Nobody was added.")
    return first


@audit.command("verify")
def verify() -> None:
    """Check that no line of the history, and nothing it vouches for, was altered."""
    with models.db.connection_context():
        faults = list(record.verify())
        lines = models.Event.select().count()
    for fault in faults:
        click.echo(fault)
    if faults:
        raise click.ClickException(f"Not in order: {len(faults)} of these in {lines} lines.")
    click.echo(f"In order: {lines} lines of history, each following from the one before.")


def register(app: Flask) -> None:
    """Give `flask --app app` these commands."""
    app.cli.add_command(migrate)
    app.cli.add_command(user)
    app.cli.add_command(audit)
