"""Letters in other languages (P 4.11, 6.2): nothing unsigned is issued, nothing typed stays English, G33 says so."""

import re
from typing import Any

import pytest

from letterpress.languages import bilingual, languages, xliff
from letterpress.languages.phrases import pieces
from letterpress.make import own
from models import Event, Letter, SignOff, Translated
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.correspondence import fairness, translated_passages, translations
from policy.correspondence import language as letter_language
from policy.warnings import letter as warning_letter
from policy.warnings import warnings
from tests import make
from tests.policy.stage import MONDAY, changed, clear, ready_warning, stands

NAME = "warnings/issued"
SIGNER = {"signer": "Anna Kowalska, Tyne Translators", "qualification": "Member of the Institute of Linguists"}


@pytest.fixture
def draft(sqlite_db: Any, cast: Any) -> Any:
    """A warning ready to issue, to a customer who asked for letters in Polish."""
    whose = make.customer(cast.omar, language="Polski")
    return ready_warning(cast, whose, [make.incident(cast.carla, whose)])


def signed(actor: Any, code: str = "pl", name: str = NAME) -> SignOff:
    return translations.sign_off(actor, name, code, SIGNER, MONDAY, own.choose(name, code).version)


def put_over(cast: Any, draft: Any) -> int:
    letter = warning_letter.rendered(draft, cast.mark, MONDAY)
    asked = translated_passages.pieces(draft.customer, letter)
    told = {bilingual.digest(one.english): f"Po polsku {number}" for number, one in enumerate(asked)}
    return translated_passages.translate(cast.omar, draft.customer, asked, told, "Anna Kowalska", MONDAY)


def issuing(cast: Any, draft: Any) -> Any:
    return warnings.may_issue(cast.mark, draft.fresh(), MONDAY)


def test_g33_a_translation_that_nobody_signed_off_is_not_issued(cast: Any, draft: Any) -> None:
    assert put_over(cast, draft)
    stands(issuing(cast, draft), "G33", "Its Polish translation is not signed off.", alone=True)
    assert warning_letter.rendered(draft, cast.mark, MONDAY).language == "en"
    arranged = changed(cast, draft, arranged="Read to them by the interpreter, booked by Omar.")
    clear(issuing(cast, arranged))


def test_g33_words_typed_in_english_are_translated_first(cast: Any, draft: Any) -> None:
    signed(cast.mina)
    refusal = stands(issuing(cast, draft), "G33", "These words are not translated", alone=True)
    assert "“" in refusal.sentence and "signed off" not in refusal.sentence


def test_g33_what_is_signed_off_and_whole_goes_out_in_the_language(cast: Any, draft: Any) -> None:
    signed(cast.ada)
    assert put_over(cast, draft)
    clear(issuing(cast, draft))
    letter = warnings.issue(cast.mark, draft, MONDAY)
    assert letter.written_in == "pl" and 'lang="pl"' in letter.html and "Po polsku 0" in letter.html
    assert letter.facts["kept_words"].startswith("for "), "the facts are kept as they are on the record"
    assert Letter.get().title != "A written warning about your contact with us"


def test_g33_nothing_fixed_is_left_to_a_translator(cast: Any, draft: Any) -> None:
    letter = warning_letter.rendered(draft, cast.mark, MONDAY)
    typed = set(draft.passages.values()) | {one.what_happened for one in warning_letter.incidents_of(draft)}
    for code in ("pl", "ar"):
        left = {one.english for one in pieces(code, letter.given, letter.given["passages"], {})} - typed
        assert not {one for one in left if len(one.split()) > 12 or "office" in one}, left


def test_p_4_11_a_sign_off_counts_for_exactly_its_words(cast: Any, draft: Any) -> None:
    row = signed(cast.mina)
    assert letter_language.signed_off(NAME, "pl") == row and not letter_language.signed_off(NAME, "ar")
    SignOff.create(**{**row.__data__, "id": None, "version": "another"})
    assert letter_language.signed_off(NAME, "pl") is None
    assert translations.state(NAME, "pl").words.startswith("Changed since")


def test_p_4_11_a_sign_off_is_taken_back_with_a_reason(cast: Any, draft: Any) -> None:
    signed(cast.mina)
    with pytest.raises(Invalid):
        translations.withdraw_sign_off(cast.mina, NAME, "pl", " ", MONDAY)
    translations.withdraw_sign_off(cast.mina, NAME, "pl", "A word is wrong.", MONDAY)
    assert letter_language.signed_off(NAME, "pl") is None
    assert [one.name for one in Event.select() if "translation" in one.name] == [
        "translation_signed_off",
        "translation_sign_off_withdrawn",
    ]


def test_p_4_11_a_named_person_answers_and_a_manager_records_it(cast: Any, draft: Any) -> None:
    version = own.choose(NAME, "pl").version
    with pytest.raises(Refused):
        translations.sign_off(cast.omar, NAME, "pl", SIGNER, MONDAY, version)
    with pytest.raises(Invalid):
        translations.sign_off(cast.mina, NAME, "pl", {"signer": "", "qualification": ""}, MONDAY, version)
    with pytest.raises(Refused, match="stale"):
        translations.sign_off(cast.mina, NAME, "pl", SIGNER, MONDAY, "older words")
    assert not SignOff.select().exists()


def test_p_4_11_typed_words_are_kept_for_their_customer_alone(cast: Any, draft: Any) -> None:
    assert put_over(cast, draft) and not put_over(cast, draft), "the second time nothing is new"
    other = make.customer(cast.omar, language="Polish")
    assert letter_language.typed(other, "pl") == {}
    assert {row.translator for row in Translated.select()} == {"Anna Kowalska"}
    with pytest.raises(Invalid):
        translated_passages.translate(cast.omar, draft.customer, [], {}, "", MONDAY)


def test_p_4_11_typed_words_go_out_as_a_file_and_come_back(cast: Any, draft: Any) -> None:
    asked = translated_passages.pieces(draft.customer, warning_letter.rendered(draft, cast.mark, MONDAY))
    sent = bilingual.words_sent(draft.reference, "pl", asked, {})
    back = re.sub(rb"</source>", b"</source><target>Nie *tak*</target>", sent)
    taken = bilingual.words_taken(draft.reference, "pl", asked, back)
    assert set(taken.values()) == {"Nie *tak*"} and list(taken) == [one.english for one in asked]
    for damaged, words in (
        (sent, "no translation"),
        (back.replace(b'target-language="pl"', b'target-language="ar"'), "not a file for"),
    ):
        with pytest.raises(bilingual.Faulty) as refused:
            bilingual.words_taken(draft.reference, "pl", asked, damaged)
        assert words in refused.value.faults[0].sentence
    with pytest.raises(bilingual.Faulty):
        bilingual.words_taken("W-09999", "pl", asked, back)


@pytest.mark.parametrize(
    ("named", "code"),
    [("English", "en"), ("polski", "pl"), ("Polish (written)", "pl"), ("العربية", "ar"), ("Urdu", None),
     ("not English", None)],
)  # fmt: skip
def test_a_language_is_known_by_its_names(named: str, code: str | None) -> None:
    assert languages.named(named) == code


def test_a_file_of_a_translator_is_taken_in_as_our_own_words(cast: Any, draft: Any, tmp_path: Any) -> None:
    from letterpress.make import sources

    before = sources.own_folder()
    sources.use(tmp_path)
    try:
        signed(cast.mina, name="reviews/invitation")
        documents = xliff.read(bilingual.sent("pl", ["reviews/invitation"]))[:1]
        units = [
            xliff.Unit(one.key, one.source, ("Nowy tytuł",) if one.key == "title" else one.target or one.source)
            for one in documents[0].units
        ]
        file = xliff.written([xliff.Document(documents[0].original, documents[0].version, "pl", tuple(units))])
        assert translations.take_in(cast.mina, "pl", file, MONDAY) == ["reviews/invitation.md"]
        assert (tmp_path / "pl" / "reviews" / "invitation.md").is_file()
        assert own.choose("reviews/invitation", "pl").title == "Nowy tytuł"
        assert letter_language.signed_off("reviews/invitation", "pl") is None, "new words are not signed off"
    finally:
        sources.use(before)


def test_letters_that_nobody_could_read_are_not_offered(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar, language="Urdu")
    refusals = [one for one in fairness.in_their_format(whose, "") if one]
    assert [one.rule for one in refusals] == ["G33"]
