"""Translations of letters: how far each is, who answers for it, and files for translators.

A translation is issued only while a named person's sign-off stands for exactly its words (P 4.11, G33). Imported words
go to the landlord's own copies; they are not signed off by that.
"""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from jinja2 import TemplateError

from letterpress.checks.content import missing_from
from letterpress.languages import bilingual, languages
from letterpress.make import own, sources, templates
from letterpress.make.errors import LetterError
from letterpress.make.making import Rendered, made
from letterpress.make.sources import ENGLISH
from letterpress.make.templates import LetterTemplate
from letterpress.samples import samples
from models import SignOff, User, writing
from policy.core import audit, clock
from policy.core.answers import Answer, answer, unless
from policy.core.register import deed, only_for
from policy.core.validation import LONG, SHORT, Check
from policy.correspondence import language as letter_language
from policy.correspondence import wording_files

SIGNS = "Only a manager or an administrator records who answers for a translation."
COMPLETE_FIRST = "Complete the translation, for example with a file for the translator."


@dataclass(frozen=True)
class State:
    """How far the translation of one letter is."""

    name: str
    title: str
    template: LetterTemplate | None
    lacks: tuple[str, ...]
    stale: bool
    row: SignOff | None

    @property
    def signed(self) -> bool:
        """True where somebody answers for exactly these words."""
        row, template = self.row, self.template
        return bool(row and template and row.granted and row.version == template.version)

    @property
    def revised(self) -> dt.date | None:
        """The day on which its words were last changed, as they say it themselves."""
        try:
            return dt.date.fromisoformat(self.template.revised) if self.template else None
        except ValueError:
            return None

    @property
    def words(self) -> str:
        """The state in a few words."""
        if self.template is None:
            return "Not written yet"
        if self.lacks:
            return "Not complete"
        if self.signed:
            return "Signed off, but the English has changed since" if self.stale else "Signed off"
        ended = bool(self.row and self.row.granted)
        changed = "Changed since it was signed off" if ended else "Draft, not signed off"
        return f"{changed}; older than the English" if self.stale else changed


def languages_written() -> list[languages.Language]:
    """Every language but English that letters are written in."""
    return [languages.load(code) for code in sources.languages() if code != ENGLISH]


def names() -> tuple[str, ...]:
    """The letters that leave the house, and are therefore translated; those to staff stay English."""
    return templates.to(templates.CUSTOMER, templates.SUPPORTER)


def state(name: str, code: str) -> State:
    """How far one letter is in a language: one read."""
    return _state(name, code, letter_language.newest(name, code))


def states(code: str) -> list[State]:
    """The same of every letter there is in English, in one read."""
    rows = {row.name: row for row in SignOff.select().where(SignOff.language == code).order_by(SignOff.id)}
    return [_state(name, code, rows.get(name)) for name in names()]


def history(name: str, code: str) -> list[SignOff]:
    """Every sign-off and withdrawal of a letter in a language, newest first."""
    query = SignOff.select(SignOff, User).join(User).where(SignOff.name == name, SignOff.language == code)
    return list(query.order_by(SignOff.id.desc()))


def _state(name: str, code: str, row: SignOff | None) -> State:
    english = own.choose(name)
    title = _title(name, english.version)
    try:
        template = letter_language.template_in(name, code)
        lacks = _lacks(name, code, template.version, english.version) if template else ()
    except (TemplateError, LetterError, ValueError, KeyError) as error:
        return State(name, title, None, (f"It cannot be read: {type(error).__name__}.",), False, row)
    return State(name, title, template, lacks, bool(template and _stale(template, english, row)), row)


def _stale(template: LetterTemplate, english: LetterTemplate, row: SignOff | None) -> bool:
    if row is not None and row.granted and row.version == template.version:
        return row.english != english.version
    return template.revised < english.revised


@lru_cache(maxsize=128)
def _title(name: str, version: str) -> str:
    """A letter's English title, as it reads with invented facts."""
    try:
        return _sample(own.choose(name)).title
    except LetterError:
        return name


@lru_cache(maxsize=256)
def _lacks(name: str, code: str, version: str, english_version: str) -> tuple[str, ...]:
    """What the translation does not have, or does not say of its checklist with invented facts."""
    template, english = own.choose(name, code), own.choose(name)
    asked = {line.what for line in template.must_say}
    found = [f"Its checklist does not ask for {one.what}." for one in english.must_say if one.what not in asked]
    printed = "".join(template.files.values())
    found += [
        f"What is written under “{one.label}” is not printed."
        for one in english.passages
        if f"passages.{one.key}" not in printed
    ]
    return (*found, *_unsaid(template))


def _unsaid(template: LetterTemplate) -> list[str]:
    try:
        letter = _sample(template)
    except LetterError as error:
        return [f"It cannot be made: {error}"]
    return missing_from(letter.words, letter.checklist)


def draft_of(name: str, code: str) -> Rendered | None:
    """The letter in this language with invented facts, to be looked at; None where it is not written."""
    template = letter_language.template_in(name, code)
    return _sample(template) if template else None


def _sample(template: LetterTemplate) -> Rendered:
    return made(template, *samples.sample(template.name), "standard", {})


# --- Signing off --------------------------------------------------------------------------------------------------


class Signer(TypedDict, total=False):
    """Who answers for a translation."""

    signer: str
    qualification: str


@only_for("manager", "administrator", says=SIGNS, remedy="Ask a manager.")
def may_sign_off(actor: User, found: State, now: dt.datetime) -> Answer:
    """P 4.11: a manager or an administrator records who answers for a complete translation."""
    return answer(
        unless(found.template is not None, "state", "This letter is not written in this language yet.", COMPLETE_FIRST),
        unless(not found.lacks, "state", "This translation is not complete.", COMPLETE_FIRST),
        unless(not found.signed or found.stale, "state", "Somebody answers for these very words already."),
    )


@deed(
    "sign_off_translation",
    label="Record who answers for the translation of a letter",
    clause="4.11",
    asks=may_sign_off,
    event="translation_signed_off",
)
def sign_off(actor: User, name: str, code: str, who: Signer, now: dt.datetime, version: str) -> SignOff:
    """Record who answers for this translation, in exactly the `version` the page showed. Raises Refused or Invalid."""
    check = Check(who)
    signer = check.text("signer", "Who answers for it", SHORT, required=True)
    qualification = check.text("qualification", "What makes them able to", LONG, required=True)
    check.or_refuse()
    with writing():
        found = state(name, code)
        may_sign_off(actor, found, now).or_refuse()
        assert found.template
        answer(
            unless(
                found.template.version == version,
                "stale",
                "The words have changed since you opened this page.",
                "Look at them again, then sign them off.",
            )
        ).or_refuse()
        return _recorded("translation_signed_off", actor, found.template, now, True, signer, qualification)


@only_for("manager", "administrator", says=SIGNS, remedy="Ask a manager.")
def may_withdraw_sign_off(actor: User, found: State, now: dt.datetime) -> Answer:
    """P 4.11: a manager or an administrator takes a sign-off back; letters sent stay as they are."""
    return answer(unless(found.signed, "state", "Nobody answers for this translation as it is now."))


@deed(
    "withdraw_sign_off",
    label="Take back who answers for a translation",
    clause="4.11",
    asks=may_withdraw_sign_off,
    event="translation_sign_off_withdrawn",
)
def withdraw_sign_off(actor: User, name: str, code: str, because: str, now: dt.datetime) -> SignOff:
    """End the sign-off from now on, with a reason. Raises Refused or Invalid."""
    check = Check({"because": because})
    because = check.text("because", "Your reason", LONG, required=True)
    check.or_refuse()
    with writing():
        found = state(name, code)
        may_withdraw_sign_off(actor, found, now).or_refuse()
        assert found.template and found.row
        return _recorded("translation_sign_off_withdrawn", actor, found.template, now, False, found.row.signer, because)


def _recorded(
    event: str, actor: User, template: LetterTemplate, now: dt.datetime, granted: bool, signer: str, words: str
) -> SignOff:
    row = SignOff.create(
        name=template.name, language=template.language, version=template.version, granted=granted, signer=signer,
        english=own.choose(template.name).version, qualification=words, by=actor, at=now,
    )  # fmt: skip
    kept = {"sign_off": row.id, "letter": template.name, "language": template.language, "version": template.version}
    audit.event(event, None, actor, now, **kept)
    return row


# --- Files for translators ----------------------------------------------------------------------------------------


@only_for(
    "manager", "administrator", says="Only a manager or an administrator takes translations in.", remedy="Ask one."
)
def may_take_in(actor: User, code: str, now: dt.datetime) -> Answer:
    """P 4.11: a manager or an administrator takes in what a translator sent back."""
    kept_somewhere = sources.own_folder() is not None
    return answer(
        unless(kept_somewhere, "state", "There is no folder for your own words here.", "Ask whoever set Evenhand up.")
    )


@deed(
    "take_in_translation",
    label="Take in a translator’s file of letters",
    clause="4.11",
    asks=may_take_in,
    event=("translation_taken_in", "wording_saved"),
)
def take_in(actor: User, code: str, content: bytes, now: dt.datetime) -> list[str]:
    """Make own copies of a translator's file; their paths. Raises Refused, or bilingual.Faulty and takes nothing."""
    may_take_in(actor, code, now).or_refuse()
    made_of_it = bilingual.taken(code, content, clock.today(now))
    with writing():
        audit.event("translation_taken_in", None, actor, now, language=code, files=sorted(made_of_it))
        for path, text in made_of_it.items():
            wording_files.put(path, code, text, actor, now, checked=True)
    return sorted(made_of_it)
