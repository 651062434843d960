"""Words to translate: what a colleague typed in English for a customer who reads another language."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from flask import Blueprint, abort, request, url_for
from werkzeug.wrappers import Response as Answered
from wtforms import FileField, StringField

from letterpress.languages import bilingual, languages
from letterpress.languages.bilingual import Faulty
from letterpress.make.making import Rendered
from letterpress.make.sources import ENGLISH
from models import Appeal, BehaviourWarning, Marker, Restriction, Review, User
from policy.appeals import letters as appeal_letters
from policy.core import clock
from policy.core.validation import Invalid
from policy.correspondence import language as letter_language
from policy.correspondence import translated_passages
from policy.markers import letters as marker_letters
from policy.restrictions import letter as restriction_letter
from policy.reviews import letters as review_letters
from policy.reviews import period as review_period
from policy.warnings import letter as warning_letter
from views.frame import access, decision_pages, respond
from views.frame.forms import Form, at_most, optional
from views.frame.incoming import clean
from views.frame.sections import CUSTOMERS, section
from views.letters.pages import PAGES, sheet
from views.letters.translations import NOTHING_TAKEN, fault_facts, sent_file, xliff_file

blueprint = Blueprint("translated_passages", __name__, url_prefix="/words-to-translate")
section(blueprint, CUSTOMERS)


class Noun(NamedTuple):
    """A thing with a draft letter: its table, how it is loaded, and its letter as it stands."""

    table: type
    load: Callable[[User, int], Any]
    letter: Callable[[Any, User, dt.datetime], Rendered | None]


def _answer(appeal: Appeal, user: User, now: dt.datetime) -> Rendered | None:
    return appeal_letters.answer(appeal, user, now) if appeal.outcome else None


def _result(review: Review, user: User, now: dt.datetime) -> Rendered | None:
    if review.restriction is None:
        return None
    if review.outcome not in review_letters.TEMPLATES:
        return review_letters.invitation(review, user, now)
    return review_letters.rendered(review, user, now, review_period.period(review, now))


NOUNS = {
    "warnings": Noun(BehaviourWarning, access.warning_for, warning_letter.rendered),
    "restrictions": Noun(Restriction, access.restriction_for, restriction_letter.rendered),
    "reviews": Noun(Review, access.review_for, _result),
    "appeals": Noun(Appeal, access.appeal_for, _answer),
    "markers": Noun(Marker, access.marker_for, marker_letters.notice),
}
OF = {one.table: noun for noun, one in NOUNS.items()}


def place(thing: Any, otherwise: str) -> tuple[str, str]:
    """Where G33 is cleared for a draft: the words to translate, or, in English, where it is said how it is given."""
    if letter_language.code_of(thing.customer) in (None, ENGLISH):
        return "Say how the letter is given", otherwise
    return "Words to translate, and how far the translation is", url_for(
        "translated_passages.show", noun=OF[type(thing)], thing_id=thing.id
    )


class ByForm(Form):
    """Who translated."""

    translator = StringField("Who translated it", [optional(), at_most(200)])


class SentForm(Form):
    """What a translator sent back, and who that was."""

    by = StringField("Who translated it", [optional(), at_most(200)])
    file = FileField("The translator’s file")

    def blame(self, errors: Mapping[str, str]) -> None:
        """The deed's `translator` is who the file is by."""
        super().blame({"by" if name == "translator" else name: sentence for name, sentence in errors.items()})


def _thing(noun: str, thing_id: int) -> tuple[User, Any, Rendered]:
    known, user = NOUNS.get(noun) or abort(404), decision_pages.worker()
    thing = known.load(user, thing_id)
    letter = known.letter(thing, user, clock.now())
    return user, thing, letter if letter is not None else abort(404)


@blueprint.get("/<noun>/<int:thing_id>")
def show(noun: str, thing_id: int) -> Answered:
    """Every piece typed in English, with its translation beside it."""
    return _page(noun, *_thing(noun, thing_id), ByForm(formdata=None), {})


def _page(
    noun: str, user: User, thing: Any, letter: Rendered, form: ByForm, said: dict[str, str], **more: Any
) -> Answered:
    customer, code = thing.customer, letter_language.code_of(thing.customer)
    draft = translated_passages.in_their_language(customer, letter)
    endpoint, part = PAGES[type(thing)]
    facts: dict[str, Any] = {
        "thing": thing,
        "letter": letter,
        "signs": user.is_manager or user.is_administrator,
        "noun": noun,
        "customer": customer,
        "language": languages.load(code) if code else None,
        "back": url_for(endpoint, **{part: thing.id}),
        "form": form,
        "sent_form": SentForm(formdata=None),
        "pieces": [(one, said.get(one.digest, one.words)) for one in translated_passages.typed_words(customer, letter)],
        "missing": letter_language.wanting(customer, letter),
        "may_translate": translated_passages.may_translate(user, customer, clock.now()),
        "sheet": sheet(draft.html) if draft else None,
        **more,
    }
    return respond.page("letters/translations/words.html", **facts)


@blueprint.post("/<noun>/<int:thing_id>")
def save(noun: str, thing_id: int) -> Answered:
    """Keep what was translated."""
    user, thing, letter = _thing(noun, thing_id)
    form, pieces, now = ByForm(), translated_passages.pieces(thing.customer, letter), clock.now()
    digests = [bilingual.digest(one.english) for one in pieces]
    said = {digest: clean(request.form.get(f"words-{digest}", "")).strip() for digest in digests}
    return respond.deed(
        form,
        lambda: translated_passages.translate(user, thing.customer, pieces, said, form.translator.data or "", now),
        lambda _: respond.see("translated_passages.show", noun=noun, thing_id=thing.id),
        lambda **more: _page(noun, user, thing, letter, form, said, **more),
        _kept,
        may=translated_passages.may_translate(user, thing.customer, now),
    )


def _kept(kept: int) -> str:
    return "Nothing was new." if not kept else f"{kept} {'piece is' if kept == 1 else 'pieces are'} translated."


@blueprint.get("/<noun>/<int:thing_id>/words.xlf")
def send(noun: str, thing_id: int) -> Answered:
    """The same as a file for a translator."""
    user, thing, letter = _thing(noun, thing_id)
    if not translated_passages.may_translate(user, thing.customer, clock.now()):
        return _page(noun, user, thing, letter, ByForm(formdata=None), {})
    code = letter_language.code_of(thing.customer) or ENGLISH
    known = letter_language.typed(thing.customer, code)
    content = bilingual.words_sent(thing.reference, code, translated_passages.pieces(thing.customer, letter), known)
    return xliff_file(content, f"words-{thing.reference.replace('/', '-')}-{code}.xlf")


@blueprint.post("/<noun>/<int:thing_id>/file")
def take_in(noun: str, thing_id: int) -> Answered:
    """Take in the translator's file of these words."""
    user, thing, letter = _thing(noun, thing_id)
    form, pieces, now = SentForm(formdata=request.form), translated_passages.pieces(thing.customer, letter), clock.now()
    code, faults = letter_language.code_of(thing.customer) or ENGLISH, dict[str, Any]()

    def take() -> int:
        try:
            found = bilingual.words_taken(thing.reference, code, pieces, sent_file())
        except Faulty as faulty:
            faults.update(fault_facts(faulty))
            raise Invalid({"file": NOTHING_TAKEN}) from None
        said = {bilingual.digest(english): translated for english, translated in found.items()}
        return translated_passages.translate(user, thing.customer, pieces, said, form.by.data or "", now)

    return respond.deed(
        form,
        take,
        lambda _: respond.see("translated_passages.show", noun=noun, thing_id=thing.id),
        lambda **more: _page(noun, user, thing, letter, ByForm(formdata=None), {}, sent_form=form, **faults, **more),
        _kept,
        may=translated_passages.may_translate(user, thing.customer, now),
    )
