"""Letters in other languages: plurals, phrases, direction, and the bilingual files of translators."""

import datetime as dt
import re
from collections.abc import Callable

import pytest

from letterpress.languages import bilingual, languages, xliff
from letterpress.languages.phrases import Speaker
from letterpress.languages.segments import Field, put_into, segments_of
from letterpress.make import own, sources
from letterpress.make.escape import Gap
from letterpress.make.making import made
from letterpress.samples import samples

MARCH = dt.date(2027, 3, 2)
LETTER = "reviews/invitation"


@pytest.mark.parametrize(
    ("code", "counts"),
    [
        ("pl", {1: "1 miesiąc", 2: "2 miesiące", 4: "4 miesiące", 5: "5 miesięcy", 12: "12 miesięcy",
                21: "21 miesięcy", 22: "22 miesiące", 112: "112 miesięcy"}),
        ("ar", {1: "شهر واحد", 2: "شهران", 3: "3 أشهر", 10: "10 أشهر", 11: "11 شهرًا", 99: "99 شهرًا", 100: "100 شهر"}),
    ],
)  # fmt: skip
def test_months_are_counted_as_the_language_counts(code: str, counts: dict[int, str]) -> None:
    say = languages.load(code).filters["months"]
    assert {count: say(count).replace("\xa0", " ") for count in counts} == counts


def test_working_days_dates_times_and_lists_are_said_in_the_language() -> None:
    polish, arabic = (languages.load(code).filters for code in ("pl", "ar"))
    assert [polish["working_days"](n).replace("\xa0", " ") for n in (1, 2, 10)] == [
        "1 dzień roboczy",
        "2 dni robocze",
        "10 dni roboczych",
    ]
    assert [arabic["working_days"](n).replace("\xa0", " ") for n in (1, 2, 10)] == [
        "يوم عمل واحد",
        "يوما عمل",
        "10 أيام عمل",
    ]
    assert polish["date"](MARCH) == "2\xa0marca\xa02027" and arabic["date"](MARCH) == "2\xa0مارس\xa02027"
    assert polish["and_list"](["a", "b", "c"]) == "a, b i c" and polish["and_list"](["a", "b"], "or") == "a lub b"
    assert polish["plural"](3, one="list", few="listy", many="listów") == "listy"
    gap = Gap("the day")
    assert polish["date"](gap) is gap and arabic["working_days"](gap) is gap, "a gap stays a gap"


@pytest.mark.parametrize(
    ("english", "words"),
    [
        ("for 2 years after the warning ends", "lata"),
        ("ring 0191 498 0100 or use any other way", "0191 498 0100"),
        ("we take your calls on Monday and Thursday from 10 am to midday", "poniedziałek"),
        ("On 3 March 2026: we answered late", "3\xa0marca\xa02026"),
        ("By telephone.", "Telefonicznie"),
    ],
)
def test_fixed_words_are_put_over_with_what_stands_in_them(english: str, words: str) -> None:
    said, lacking = Speaker("pl", {}).say(english)
    assert words in said and not lacking


def test_what_nobody_knows_stays_english_and_is_named() -> None:
    assert Speaker("pl", {}).say("ask you not to use or come to the office in Wallsend")[1] == [
        "the office in Wallsend"
    ]
    told = {"the office in Wallsend": "biuro w Wallsend"}
    said, lacking = Speaker("pl", told).say("ask you not to use or come to the office in Wallsend")
    assert "biuro w Wallsend" in said and not lacking


def test_a_letter_that_runs_leftwards_keeps_numbers_and_addresses_in_their_order() -> None:
    facts, passages = samples.sample(LETTER)
    letter = made(own.choose(LETTER, "ar"), facts, passages, "standard", {})
    assert '<article class="letter letter-standard' in letter.html and 'lang="ar" dir="rtl"' in letter.html
    for kept in (facts["organisation"]["email"], facts["reference"]):
        assert f'<bdi dir="ltr">{kept}</bdi>' in letter.html
    assert re.search(r'<bdi dir="ltr">0808.157.0000</bdi>', letter.html)
    english = made(own.choose(LETTER), facts, passages, "standard", {})
    assert "<bdi" not in english.html


# --- Bilingual files ----------------------------------------------------------------------------------------------


def test_every_english_file_is_the_same_again_out_of_its_segments() -> None:
    from letterpress.checks import copies

    for path in sources.paths():
        text = sources.text(path)
        whole = copies.taken_apart(path, text)
        said = {one.key: one.words for one in segments_of(path, text)}
        assert put_into(path, text, said) == (whole.title, whole.words), path


def test_words_inside_a_field_are_segments_and_the_field_is_not() -> None:
    text = '- We recorded {{ "event" if n == 1 else "events" }}, **{{ what|date }}**.\n'
    whole, *inside = segments_of("parts/x.md", text)
    assert [one.text for one in inside] == ["event", "events"] and whole.opens == "- "
    assert [part.code for part in whole.words if isinstance(part, Field)][1:] == ["**", "{{ what|date }}", "**"]


def filled(change: Callable[[xliff.Unit], xliff.Unit] = lambda unit: unit) -> list[xliff.Document]:
    """What would come back of the Polish invitation, with each segment changed."""
    document = xliff.read(bilingual.sent("pl", [LETTER]))[0]
    units = [change(xliff.Unit(one.key, one.source, one.target or one.source)) for one in document.units]
    return [xliff.Document(document.original, document.version, document.language, tuple(units))]


def of(number: int, target: Callable[[tuple], tuple]) -> Callable[[xliff.Unit], xliff.Unit]:
    """Change the first segment that has at least `number` fields."""
    done: list[str] = []

    def change(unit: xliff.Unit) -> xliff.Unit:
        if done or sum(isinstance(part, Field) for part in unit.source) < number:
            return unit
        done.append(unit.key)
        return xliff.Unit(unit.key, unit.source, target(unit.target or ()))

    return change


def without_a_field(words: tuple) -> tuple:
    first = next(part for part in words if isinstance(part, Field))
    return tuple(part for part in words if part is not first)


DAMAGED: dict[str, tuple[Callable[[], bytes], str]] = {
    "no XML": (lambda: b"<xliff", "cannot be read"),
    "entities": (lambda: b'<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2">&a;</xliff>', "cannot be read"),
    "another kind": (lambda: b"<html/>", "no XLIFF 1.2"),
    "nothing translated": (lambda: xliff.written(filled()), "nothing new"),
    "another language": (
        lambda: xliff.written(filled()).replace(b'target-language="pl"', b'target-language="ar"'), "not a file for"),
    "older English": (
        lambda: re.sub(rb'product-version="\w+"', b'product-version="0"', xliff.written(filled())), "has changed"),
    "not ours": (
        lambda: xliff.written(filled()).replace(b"reviews/invitation.md", b"../../x.md"), "no file of"),
    "a segment lost": (
        lambda: re.sub(rb'(?s)<trans-unit id="title".*?</trans-unit>', b"", xliff.written(filled())), "is missing"),
    "no translation": (lambda: xliff.written(filled(of(0, lambda words: ()))), "no translation"),
    "a field lost": (lambda: xliff.written(filled(of(1, without_a_field))), "is missing"),
    "a field twice": (lambda: xliff.written(filled(of(1, lambda words: (*words, *words)))), "more often"),
    "a new field": (lambda: xliff.written(filled(of(0, lambda words: ("{{ x }}",)))), "something new"),
    "source changed": (
        lambda: xliff.written(filled(lambda unit: xliff.Unit(unit.key, ("Else",), unit.target))), "was changed"),
    "not what it must say": (
        lambda: xliff.written(filled(lambda unit: xliff.Unit(
            unit.key, unit.source, tuple("x " if isinstance(part, str) else part for part in unit.target or ())))),
        "does not give"),
}  # fmt: skip


@pytest.mark.parametrize("kind", DAMAGED)
def test_nothing_is_taken_from_a_damaged_file(kind: str) -> None:
    make, words = DAMAGED[kind]
    with pytest.raises(bilingual.Faulty) as refused:
        bilingual.taken("pl", make(), MARCH)
    assert any(words in fault.sentence for fault in refused.value.faults), refused.value.faults
