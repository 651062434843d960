"""Translations of letters: how far each is, who answers for it, and files to and from translators."""

from contextlib import closing
from typing import Any

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as Answered
from wtforms import FileField, StringField, TextAreaField

from letterpress.languages import bilingual, xliff
from letterpress.languages.bilingual import Faulty
from letterpress.languages.languages import Language, load
from letterpress.make import sources
from policy.core import clock
from policy.core.validation import Invalid
from policy.correspondence import translations
from views.frame import access, respond
from views.frame.forms import Form, Mark, at_most, optional
from views.frame.sections import SETTINGS, section
from views.letters.pages import sheet

blueprint = Blueprint("translations", __name__, url_prefix="/translations")
section(blueprint, SETTINGS)
NOTHING_TAKEN = "Nothing was taken from this file. What is wrong with it stands below."
FAULTS_SHOWN = 100


class SignForm(Form):
    """Who answers for a translation."""

    version = Mark()
    signer = StringField("Who answers for it", [optional(), at_most(200)])
    qualification = TextAreaField("What makes them able to", [optional(), at_most()])


class WithdrawForm(Form):
    """Why nobody answers for a translation any more."""

    because = TextAreaField("Your reason", [optional(), at_most()])


class FileForm(Form):
    """What a translator sent back."""

    file = FileField("The translator’s file")


@blueprint.before_request
def managers_and_administrators_only() -> None:
    """403 for everybody else."""
    actor = access.actor()
    if not (actor.is_manager or actor.is_administrator):
        abort(403)


def _language(code: str) -> Language:
    return load(code) if code in sources.languages()[1:] else abort(404)


def _name(noun: str, event: str) -> str:
    name = f"{noun}/{event}"
    return name if name in translations.names() else abort(404)


# --- Languages ----------------------------------------------------------------------------------------------------


@blueprint.get("")
def index() -> Answered:
    """Every language, with how many of its letters can be sent."""
    found = [(one, translations.states(one.code)) for one in translations.languages_written()]
    return respond.page("letters/translations/index.html", languages=found)


@blueprint.get("/<code>")
def language(code: str) -> Answered:
    """Every letter of a language, and the files for translators."""
    return _listed(_language(code), FileForm(formdata=None))


def _listed(language: Language, form: FileForm, **more: Any) -> Answered:
    return respond.page(
        "letters/translations/language.html",
        language=language,
        states=translations.states(language.code),
        form=form,
        may_take_in=translations.may_take_in(access.actor(), language.code, clock.now()),
        **more,
    )


@blueprint.get("/<code>/letters.xlf")
def send_all(code: str) -> Response:
    """The file for a translator: every letter of the language."""
    return xliff_file(bilingual.sent(_language(code).code), f"letters-{code}.xlf")


def xliff_file(content: bytes, name: str) -> Response:
    """A bilingual file to be kept and sent on."""
    return respond.file(content, xliff.MEDIA_TYPE, name, "attachment")


@blueprint.post("/<code>/files")
def take_in(code: str) -> Answered:
    """Take in what a translator sent back, or say everything that is wrong with it."""
    language, form, faults = _language(code), FileForm(formdata=request.form), dict[str, Any]()

    def take() -> list[str]:
        try:
            return translations.take_in(access.actor(), code, sent_file(), clock.now())
        except Faulty as faulty:
            faults.update(fault_facts(faulty))
            raise Invalid({"file": NOTHING_TAKEN}) from None

    return respond.deed(
        form,
        take,
        lambda _: respond.see("translations.language", code=code),
        lambda **more: _listed(language, form, **faults, **more),
        lambda paths: (
            ("1 file of words was" if len(paths) == 1 else f"{len(paths)} files of words were")
            + " taken in. Look at the letters, then have them signed off."
        ),
        may=translations.may_take_in(access.actor(), code, clock.now()),
    )


def sent_file() -> bytes:
    """The content of the file that was sent. Raises Invalid."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        raise Invalid({"file": "Choose a file."})
    with closing(sent):
        return bytes(sent.read(xliff.LARGEST + 1))


def fault_facts(faulty: Faulty) -> dict[str, Any]:
    """What a page needs to list what is wrong with a translator's file."""
    return {"faults": faulty.faults[:FAULTS_SHOWN], "more_faults": max(0, len(faulty.faults) - FAULTS_SHOWN)}


# --- One letter ---------------------------------------------------------------------------------------------------


@blueprint.get("/<code>/<noun>/<event>")
def letter(code: str, noun: str, event: str) -> Answered:
    """One letter in a language: how it looks, what it lacks, who answers for it."""
    return _letter(_language(code), _name(noun, event), SignForm(formdata=None))


def _letter(language: Language, name: str, form: SignForm, **more: Any) -> Answered:
    state, user, now = translations.state(name, language.code), access.actor(), clock.now()
    form.version.data = state.template.version if state.template else ""
    draft = translations.draft_of(name, language.code) if state.template else None
    return respond.page(
        "letters/translations/letter.html",
        language=language,
        state=state,
        form=form,
        parts=dict(zip(("noun", "event"), name.split("/"), strict=True)),
        history=translations.history(name, language.code),
        may_sign_off=translations.may_sign_off(user, state, now),
        may_withdraw=translations.may_withdraw_sign_off(user, state, now),
        sheet=sheet(draft.html) if draft else None,
        **more,
    )


@blueprint.get("/<code>/<noun>/<event>.xlf")
def send(code: str, noun: str, event: str) -> Response:
    """The file for a translator: one letter with its parts."""
    name = _name(noun, event)
    return xliff_file(bilingual.sent(_language(code).code, [name]), f"{noun}-{event}-{code}.xlf")


@blueprint.post("/<code>/<noun>/<event>")
def sign_off(code: str, noun: str, event: str) -> Answered:
    """Record who answers for these very words."""
    language, name, form = _language(code), _name(noun, event), SignForm()
    user, now = access.actor(), clock.now()
    version, signer = form.version.data or "", form.typed(translations.Signer)
    return respond.deed(
        form,
        lambda: translations.sign_off(user, name, code, signer, now, version),
        lambda _: respond.see("translations.letter", code=code, noun=noun, event=event),
        lambda **more: _letter(language, name, form, **more),
        f"It is signed off: from now on customers who ask for {language.name} get this letter in it.",
        may=translations.may_sign_off(user, translations.state(name, code), now),
    )


@blueprint.get("/<code>/<noun>/<event>/withdrawing")
def withdrawing(code: str, noun: str, event: str) -> Answered:
    """Ask for the reason before a sign-off is taken back."""
    return _withdrawing(_language(code), _name(noun, event), WithdrawForm(formdata=None))


def _withdrawing(language: Language, name: str, form: WithdrawForm, **more: Any) -> Answered:
    state = translations.state(name, language.code)
    return respond.page(
        "letters/translations/withdrawing.html",
        language=language,
        state=state,
        form=form,
        parts=dict(zip(("noun", "event"), name.split("/"), strict=True)),
        may_withdraw=translations.may_withdraw_sign_off(access.actor(), state, clock.now()),
        **more,
    )


@blueprint.post("/<code>/<noun>/<event>/withdrawing")
def withdraw(code: str, noun: str, event: str) -> Answered:
    """End the sign-off, with a reason."""
    language, name, form = _language(code), _name(noun, event), WithdrawForm()
    user, now = access.actor(), clock.now()
    return respond.deed(
        form,
        lambda: translations.withdraw_sign_off(user, name, code, form.because.data or "", now),
        lambda _: respond.see("translations.letter", code=code, noun=noun, event=event),
        lambda **more: _withdrawing(language, name, form, **more),
        "Nobody answers for it any more: this letter goes out in English until somebody does.",
        may=translations.may_withdraw_sign_off(user, translations.state(name, code), now),
    )
