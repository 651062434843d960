"""The words of letters: which are used, our own beside those that came with Evenhand, and a check before all else."""

from typing import Any

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response
from wtforms import BooleanField, StringField, TextAreaField

from letterpress.checks import changes, checking, copies, fields
from letterpress.languages import languages
from letterpress.make import sources
from models import User
from policy.core import clock
from policy.core.validation import Invalid
from policy.correspondence import wording_files, wordings
from policy.correspondence.wording_files import Unsound
from views.frame import access, respond
from views.frame.forms import Form, Mark, whole
from views.frame.sections import SETTINGS, section
from views.letters.pages import print_out

blueprint = Blueprint("wordings", __name__, url_prefix="/settings/letters")
section(blueprint, SETTINGS)

STALE = "stale"


class Words(Form):
    """The words of a letter or part, and the version that was opened."""

    version = Mark()
    title = StringField("Title")
    words = TextAreaField("Words")
    taken_up = BooleanField("I have taken up what was revised")


class Nothing(Form):
    """A button with the version that was looked at."""

    version = Mark()


def _language() -> str:
    """The language asked for, for whoever reads these pages; 403 for others, 404 for one that is not shipped."""
    if not wordings.is_read_by(access.actor()):
        abort(403)
    language = request.args.get("language") or sources.ENGLISH
    return language if language in sources.languages() else abort(404)


def _read(name: str) -> tuple[str, str]:
    """The path of a letter or part, and the language asked for; 404 for what is not shipped."""
    language, path = _language(), f"{name}.md"
    return (path, language) if path in copies.editable(language) else abort(404)


def _edited(name: str) -> tuple[User, str, str]:
    """The same for an administrator; 403 for everybody else."""
    access.administrators_only()
    return access.actor(), *_read(name)


def _in(language: str) -> dict[str, Any]:
    """The language of a page, and what an address needs to stay in it."""
    in_language = {} if language == sources.ENGLISH else {"language": language}
    return {"language": languages.load(language), "in_language": in_language}


def _around(path: str, language: str) -> dict[str, Any]:
    """What every page of one letter or part needs."""
    name = path.removesuffix(".md")
    return {
        "name": name,
        "path": path,
        "part": copies.is_part(path),
        **_in(language),
        "may_save": wordings.may_save(access.actor(), path, clock.now()),
        "state": wordings.state(path, language),
    }


# --- All of them ----------------------------------------------------------------------------------------------------


@blueprint.get("")
def index() -> Response:
    """Every letter and part with the words that are used."""
    language = _language()
    found = [wordings.state(path, language) for path in copies.editable(language)]
    return respond.page(
        "letters/wordings/index.html",
        letters=[one for one in found if not copies.is_part(one.path)],
        parts=[one for one in found if copies.is_part(one.path)],
        faulty=[one for one in found if one.key == "faulty"],
        languages=[languages.load(code) for code in sources.languages()],
        **_in(language),
    )


# --- One ------------------------------------------------------------------------------------------------------------


@blueprint.get("/<path:name>")
def show(name: str) -> Response:
    """The words with the list of fields beside them; `?version=3` opens those of an earlier version instead."""
    path, language = _read(name)
    opened, earlier = wordings.opened(path, language), None
    if request.args.get("version"):
        earlier = wordings.version(path, request.args.get("version", 0, type=whole), language) or abort(404)
        opened = wordings.copy_in(earlier, path) or abort(404)
    form = Words(formdata=None, title=opened.title, words=opened.words)
    form.version.data = wording_files.version_now(path, language)
    return _page(path, language, form, earlier=earlier)


def _page(path: str, language: str, form: Words, status: int = 200, **more: Any) -> Response:
    around = _around(path, language)
    used_in = checking.used_in(path, language) if around["part"] else []
    typed = more.pop("typed", None)
    return respond.page(
        "letters/wordings/show.html",
        status=status,
        form=form,
        fields=fields.of(path, language),
        used_in=used_in,
        problems=more.pop("problems", around["state"].problems if typed is None else ()),
        preview=_preview(path, language, typed) if typed is not None else None,
        checked=typed is not None,
        above=(wordings.opened(path, language) if typed is None else copies.taken_apart(path, typed)).above,
        **around,
        **more,
    )


def _preview(path: str, language: str, text: str) -> Any:
    made = wordings.shown(path, language, text)
    return print_out(made) if made else None


@blueprint.post("/<path:name>/check")
def check(name: str) -> Response:
    """What is wrong with the words as typed, and the letter made from them: nothing is kept."""
    _, path, language = _edited(name)
    form = Words()
    return respond.deed(
        form,
        lambda: wordings.text_of(path, form.typed(wordings.Entry), clock.now(), language),
        lambda text: _page(path, language, form, typed=text, problems=checking.problems(path, language, text)),
        lambda **more: _page(path, language, form, **more),
    )


@blueprint.post("/<path:name>")
def save(name: str) -> Response:
    """Put the words as typed in use."""
    user, path, language = _edited(name)
    form, now, faults = Words(), clock.now(), dict[str, Any]()

    def keep() -> None:
        try:
            wordings.save(user, path, form.typed(wordings.Entry), now, language)
        except Unsound as unsound:
            faults.update(
                typed=wordings.text_of(path, form.typed(wordings.Entry), now, language), problems=unsound.problems
            )
            raise Invalid({"words": "These words have faults, listed above them. They are not saved."}) from None

    return respond.deed(
        form,
        keep,
        lambda _: respond.see("wordings.show", name=name, **_in(language)["in_language"]),
        lambda **more: _page(path, language, form, **faults, **more),
        "Your own words are in use from now on.",
        when_refused=lambda **more: _not_saved(path, language, form, **more),
    )


def _not_saved(path: str, language: str, form: Words, **more: Any) -> Response:
    form.version.data = wording_files.version_now(path, language)
    theirs = any(one.rule == STALE for one in more["refusals"])
    return _page(path, language, form, theirs=theirs, **more)


@blueprint.get("/<path:name>/shipped")
def shipped(name: str) -> Response:
    """Before going back to the words that came with Evenhand: what would change."""
    user, path, language = _edited(name)
    return _shipped(path, language, Nothing(formdata=None), user)


def _shipped(path: str, language: str, form: Nothing, user: User, **more: Any) -> Response:
    may = wordings.may_withdraw(user, path, clock.now(), language)
    form.version.data = wording_files.version_now(path, language)
    return respond.page("letters/wordings/shipped.html", form=form, may=may, **_differing(path, language), **more)


@blueprint.post("/<path:name>/shipped")
def withdraw(name: str) -> Response:
    """Go back to the words that came with Evenhand."""
    user, path, language = _edited(name)
    form, now = Nothing(), clock.now()
    return respond.deed(
        None,
        lambda: wordings.withdraw(user, path, form.version.data or "", now, language),
        lambda _: respond.see("wordings.show", name=name, **_in(language)["in_language"]),
        lambda **more: _shipped(path, language, form, user, **more),
        "The words that came with Evenhand are in use again. Yours are kept among the versions.",
    )


# --- Differences and versions ---------------------------------------------------------------------------------------


def _differing(path: str, language: str) -> dict[str, Any]:
    before = copies.taken_apart(path, sources.text(path, language))
    after = wordings.opened(path, language)
    return {
        "changed": changes.by_words(before, after),
        "lines": changes.by_lines(before, after),
        **_around(path, language),
    }


@blueprint.get("/<path:name>/differences")
def differences(name: str) -> Response:
    """What differs between our own words and those that came with Evenhand."""
    return respond.page("letters/wordings/differences.html", **_differing(*_read(name)))


@blueprint.get("/<path:name>/versions")
def versions(name: str) -> Response:
    """Every version that was ever in use, and who put it in use when."""
    path, language = _read(name)
    return respond.page(
        "letters/wordings/versions.html", versions=wordings.versions(path, language), **_around(path, language)
    )


@blueprint.get("/<path:name>/versions/<int:number>")
def version(name: str, number: int) -> Response:
    """One version, as it was, and what differs from the words used now."""
    path, language = _read(name)
    row = wordings.version(path, number, language) or abort(404)
    copy = wordings.copy_in(row, path)
    return respond.page(
        "letters/wordings/version.html",
        version=row,
        copy=copy,
        others={key: text for key, text in wordings.files_of(row).items() if key != path},
        changed=changes.by_words(wordings.opened(path, language), copy) if copy else [],
        **_around(path, language),
    )
