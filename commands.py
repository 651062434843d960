"""What is done from the command line: `flask --app app migrate`, `user add`, `audit verify`, `letters check`."""

import getpass
import os
import sys

import click
from flask import Flask
from flask.cli import AppGroup

import models
from letterpress.checks import changes, checking, copies, fields
from letterpress.make import sources
from policy.core import audit as audit_chain
from policy.core import clock
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.rulebook import clauses
from policy.staff import people

user = AppGroup("user", help="The people who work here.")
letters = AppGroup("letters", help="The landlord's own copies of the letters, in the data folder.")
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
        faults = list(audit_chain.verify())
        lines = models.Event.select().count()
    for fault in faults:
        click.echo(fault)
    if faults:
        raise click.ClickException(f"Not in order: {len(faults)} of these in {lines} lines.")
    click.echo(f"In order: {lines} lines of history, each following from the one before.")


# --- Letters --------------------------------------------------------------------------------------------------------

in_language = click.option("--language", default=sources.ENGLISH, help="A language letters are written in, such as pl.")


def _path(name: str, language: str) -> str:
    """The shipped file of a name typed with or without its ending."""
    if language not in sources.languages():
        raise click.ClickException(f"Letters are written in {', '.join(sources.languages())}; not in {language}.")
    path = name if name.endswith(".md") else f"{name}.md"
    if path not in copies.editable(language):
        raise click.ClickException(f"There is no letter or part called {name}. `letters list` names them all.")
    return path


@letters.command("list")
@in_language
def list_letters(language: str) -> None:
    """Every letter and part: S shipped, O our own, F our own with faults (not used), C shipped has changed since."""
    _path("parts/help", language)
    for path in copies.editable(language):
        click.echo(f"{_state(path, language)}  {path.removesuffix('.md')}")


def _state(path: str, language: str) -> str:
    found = checking.problems(path, language)
    if not found:
        return "S"
    return "F" if checking.faults(found) else "C" if checking.is_behind(path, language) else "O"


@letters.command("check")
@click.argument("name", required=False)
@in_language
@click.option("--difference", is_flag=True, help="Also print what differs from the shipped words.")
def check_letters(name: str | None, language: str, difference: bool) -> None:
    """Check our own copies, or the one called NAME; ends with 1 where any has a fault and is not used."""
    paths = [_path(name, language)] if name else list(copies.editable(language))
    own = [path for path in paths if checking.problems(path, language)]
    faulty = 0
    for path in own:
        place = sources.place_of(path, language)
        for one in checking.problems(path, language):
            faulty += one.severity == checking.FAULT
            word = "" if one.severity == checking.FAULT else "note: "
            where = os.path.relpath(place if one.path == path else sources.place_of(one.path, language))
            click.echo(f"{where}:{max(one.line, 1)}: {word}{one.sentence} {one.remedy}".rstrip())
        for line in _difference(path, language) if difference else ():
            click.echo(line)
    if faulty:
        raise click.ClickException(
            f"{faulty} {'fault' if faulty == 1 else 'faults'}: the shipped words are used instead."
        )
    click.echo(
        f"In order: {len(own)} of our own."
        if own
        else "There are no copies of our own here: the shipped words are used."
    )


def _difference(path: str, language: str) -> list[str]:
    shipped = copies.taken_apart(path, sources.text(path, language))
    try:
        return changes.by_lines(shipped, copies.taken_apart(path, sources.text(path, language, own=True)))
    except ValueError:
        return []


@letters.command("copy")
@click.argument("name")
@in_language
def copy_letter(name: str, language: str) -> None:
    """Put the shipped words of NAME into the data folder, to be edited there."""
    path = _path(name, language)
    place = sources.place_of(path, language)
    if place.exists():
        raise click.ClickException(f"There is a copy already: {place}")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(copies.from_shipped(path, language, clock.today(clock.now())), encoding="utf-8")
    click.echo(f"Edit {place}")


@letters.command("fields")
@click.argument("name")
@in_language
def list_fields(name: str, language: str) -> None:
    """What the words of NAME may use: what to write, and what it prints in the example."""
    listed = fields.of(_path(name, language), language)
    for heading, found in listed.groups:
        click.echo(f"\n{heading}")
        for one in found:
            _say_field(one, 1)
    click.echo("\nFilters")
    for filter_name, does in listed.filters:
        click.echo(f"  |{filter_name:<24}{does}")
    click.echo("\nParts")
    for part, begins in listed.parts:
        click.echo(f'  {{% include "{part}" %}}  {begins}')


def _say_field(field: fields.Field, depth: int) -> None:
    shown = " = ".join(part for part in (field.write or field.name, field.sample) if part)
    click.echo(f"{'  ' * depth}{shown}  ({field.kind}) {field.meaning}".rstrip())
    for one in field.inner:
        _say_field(one, depth + 1)


def register(app: Flask) -> None:
    """Give `flask --app app` these commands."""
    app.cli.add_command(migrate)
    app.cli.add_command(user)
    app.cli.add_command(audit)
    app.cli.add_command(letters)
