"""Making a letter: facts checked, formats, versions, words, and what each part prints."""

from datetime import date, time
from typing import Any

import pytest

from letterpress.make import kinds
from letterpress.make.errors import FactsWrong, LetterError, UnknownFormat, UnknownKind, UnknownLetter
from letterpress.make.escape import Gap, literal
from letterpress.make.facts import check
from letterpress.make.render import missing, render, standalone, template_info
from letterpress.make.sources import HOME
from letterpress.make.templates import checklist_words, load, names
from letterpress.make.words import (
    and_list,
    inside,
    months,
    number,
    opening,
    say_date,
    say_time,
    say_weekday_date,
    working_days,
)
from tests.letterpress.samples import LETTERS, TERMS, sample

NAMES = sorted(LETTERS)


def made(name: str, **changes: Any):
    facts, passages = sample(name)
    facts.update(changes)
    return render(name, facts, passages), facts


def test_every_letter_has_a_sample():
    assert list(names()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_complete_letter_has_nothing_missing(name):
    letter, facts = made(name)
    assert missing(letter) == []
    assert letter.template == name and letter.title in letter.text
    assert letter.html.count("<h2") == 1 and "<h1" not in letter.html
    assert "<mark>" not in letter.html


@pytest.mark.parametrize("name", NAMES)
def test_the_same_facts_make_the_same_letter(name):
    assert made(name)[0] == made(name)[0]


@pytest.mark.parametrize("name", NAMES)
def test_a_letter_keeps_its_facts_as_they_were(name):
    facts, passages = sample(name)
    render(name, facts, passages)
    assert (facts, passages) == LETTERS[name]


@pytest.mark.parametrize("name", ["warnings/none", "parts/help", "../app", "warnings/issued.md", ""])
def test_an_unknown_letter_is_an_error(name):
    with pytest.raises(UnknownLetter):
        template_info(name)


def test_g33_a_format_that_is_not_made_is_an_error_and_never_a_standard_letter():
    facts, passages = sample("warnings/issued")
    with pytest.raises(UnknownFormat, match="braille"):
        render("warnings/issued", facts, passages, format="braille")


def test_large_print_says_the_same_words():
    facts, passages = sample("warnings/issued")
    large = render("warnings/issued", facts, passages, format="large_print")
    assert "letter-large-print" in large.html and large.format == "large_print"
    standard = render("warnings/issued", facts, passages)
    assert sorted(large.text.split("\n")) == sorted(standard.text.split("\n"))


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (("reference",), None, "reference must be of the kind str"),
        (("reference",), "  ", "reference is empty"),
        (("date",), "3 November 2026", "date must be of the kind date"),
        (("sanction_months",), True, "sanction_months must be of the kind int"),
        (("incidents", 0, "start_time"), "10.30", r"incidents\[0\].start_time must be of the kind time"),
        (("incidents", 1, "contacts_counted", 0, "count"), "many", r"contacts_counted\[0\].count must be"),
        (("recipient", "salutation"), 7, "recipient.salutation must be of the kind str"),
        (("told",), "everybody", "told must be a list"),
        (("sender",), "Helen", "sender must be a dictionary"),
    ],
)
def test_a_fact_of_the_wrong_kind_is_named(path, value, complaint):
    facts, passages = sample("warnings/issued")
    place: Any = facts
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    with pytest.raises(FactsWrong, match=complaint):
        render("warnings/issued", facts, passages)


def _keys(value: Any, path: tuple = ()):
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from _keys(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _keys(inner, (*path, place))


@pytest.mark.parametrize("name", NAMES)
def test_every_missing_fact_is_an_error_that_names_it(name):
    for path in _keys(LETTERS[name][0]):
        facts, _ = sample(name)
        place: Any = facts
        for key in path[:-1]:
            place = place[key]
        del place[path[-1]]
        with pytest.raises(FactsWrong, match=str(path[-1]) if path[-1] != "kind" else "kind"):
            check(facts, load(name).facts)


def test_an_unknown_fact_is_an_error_that_names_it():
    facts, passages = sample("warnings/issued")
    facts["incidents"][0]["mood"] = "bad"
    with pytest.raises(FactsWrong, match=r"incidents\[0\].mood"):
        render("warnings/issued", facts, passages)


def test_an_unknown_kind_of_arrangement_is_an_error():
    with pytest.raises(FactsWrong, match=r"terms\[0\].kind"):
        made("restrictions/imposed", terms=[{"kind": "blocked"}])


def test_an_unknown_passage_is_an_error():
    facts, passages = sample("warnings/issued")
    with pytest.raises(FactsWrong, match="postscript"):
        render("warnings/issued", facts, {**passages, "postscript": "x"})


@pytest.mark.parametrize("value", [None, 1.5, date(2026, 1, 1), time(1), ["a"], {"a": 1}, True])
def test_what_has_no_printed_form_is_not_printed(value):
    with pytest.raises(LetterError):
        literal(value)


@pytest.mark.parametrize("name", NAMES)
def test_a_required_passage_left_empty_is_shown_and_reported(name):
    facts, passages = sample(name)
    for passage in template_info(name).passages:
        letter = render(name, facts, {**passages, passage.key: " \n "})
        expected = [f"Still to be filled in: {passage.label}."] if passage.required else []
        assert missing(letter) == expected
        assert ("<mark>" in letter.html) == passage.required


def test_a_gap_stands_for_a_fact_not_known_yet():
    letter, facts = made("restrictions/imposed", review_on=Gap("the day of the review"))
    assert "[Still to be filled in: the day of the review]" in letter.text
    assert missing(letter) == ["Still to be filled in: the day of the review."]


def test_a_gap_stands_for_a_person_not_chosen_yet():
    term = {**TERMS[0], "deputy": Gap("the deputy")}
    letter, facts = made("restrictions/imposed", terms=[term])
    assert "Still to be filled in: the deputy." in missing(letter)
    assert all(line.startswith("Still to be filled in: the deputy") for line in missing(letter))


def test_typed_text_cannot_pose_as_a_gap():
    facts, passages = sample("warnings/issued")
    letter = render("warnings/issued", facts, {**passages, "effect": "<mark>[Still to be filled in: x]</mark>"})
    assert missing(letter) == []


def test_the_version_names_the_words_and_differs_between_letters():
    versions = {load(name).version for name in NAMES}
    assert len(versions) == len(NAMES) and all(len(version) == 12 for version in versions)


@pytest.mark.parametrize("part", ["warnings/issued.md", "parts/incidents.md", "parts/must_say.toml", "sheet.html"])
def test_the_version_changes_with_the_letter_and_with_each_part(part, monkeypatch):
    import letterpress.make.templates as templates

    before, original = load("warnings/issued").version, templates._text
    templates._load.cache_clear()
    monkeypatch.setattr(templates, "_text", lambda path, *way: original(path, *way) + ("\n" if path == part else ""))
    after = templates.load("warnings/issued").version
    templates._load.cache_clear()
    assert before != after


def test_a_kind_of_restriction_is_part_of_the_version_of_the_restriction_letter():
    from letterpress.make.templates import _reachable

    assert set(map(kinds.paragraph, kinds.names())) <= _reachable("restrictions/imposed.md")
    assert not any("kinds" in part for part in _reachable("warnings/issued.md"))


def test_a_kind_without_a_paragraph_is_an_error():
    term = {**TERMS[0], "kind": "banishment"}
    for name in ("restrictions/imposed", "reviews/continued", "reviews/changed", "appeals/outcome"):
        with pytest.raises(UnknownKind, match="banishment"):
            made(name, terms=[term])
    with pytest.raises(UnknownKind, match="banishment"):
        kinds.paragraph("banishment")
    asked = checklist_words().from_string(kinds.must_say())
    with pytest.raises(UnknownKind, match="banishment"):
        asked.render(it=term)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["kind"])
def test_a_restriction_letter_of_one_kind_is_complete(term):
    letter, facts = made("restrictions/imposed", terms=[term])
    assert missing(letter) == []
    assert letter.html.count('class="term"') == 1


def test_a_restriction_letter_may_hold_every_kind_together():
    letter, facts = made("restrictions/imposed", terms=TERMS)
    assert missing(letter) == []
    assert letter.html.count('class="term"') == len(TERMS)


def test_a_limit_on_a_place_alone_leaves_contact_as_it_is():
    letter, _ = made("restrictions/imposed", terms=[kinds.sample("access")])
    assert "limit your use of a service" in letter.title
    assert "You can contact us as you do now." in letter.text


def test_standalone_raises_the_headings_by_one_level():
    page = standalone(made("warnings/issued")[0].html)
    assert page.count("<h1") == 1 and "<h2>" in page and "<h3" not in page


def test_what_a_template_names_and_the_facts_lack_is_an_error():
    from letterpress.make.making import _said
    from letterpress.make.templates import markdown_words

    with pytest.raises(FactsWrong, match="nobody"):
        _said(markdown_words().from_string("{{ nobody }}"), {})


@pytest.mark.parametrize("words", ["{{ ''.__class__ }}", "{{ x.__init__.__globals__ }}", "{{ range(9999999)|list }}"])
def test_templates_run_in_a_sandbox(words):
    from jinja2.exceptions import SecurityError, UndefinedError

    from letterpress.make.templates import markdown_words

    with pytest.raises((SecurityError, UndefinedError, OverflowError)):
        markdown_words().from_string(words).render(x=sample)


def test_dates_and_times_as_people_say_them():
    assert say_date(date(2026, 11, 3)) == "3\u00a0November\u00a02026"
    assert say_weekday_date(date(2026, 11, 3)) == "Tuesday 3\u00a0November\u00a02026"
    assert [say_time(time(*t)) for t in ((10, 30), (10,), (0,), (12,), (0, 5), (12, 1), (23, 59))] == [
        "10.30\u00a0am", "10\u00a0am", "midnight", "midday", "12.05\u00a0am", "12.01\u00a0pm", "11.59\u00a0pm",
    ]  # fmt: skip
    assert [months(1), months(6)] == ["1\u00a0month", "6\u00a0months"]
    assert [working_days(1), working_days(20)] == ["1\u00a0working\u00a0day", "20\u00a0working\u00a0days"]
    assert [number(2), number(10), number(11)] == ["two", "ten", "11"]
    assert [and_list(x) for x in (["a"], ["a", "b"], ["a", "b", "c"])] == ["a", "a and b", "a, b and c"]
    assert and_list(["a", "b"], "or") == "a or b"


def test_words_as_they_stand_in_a_sentence():
    assert [inside(x) for x in ("A door.", "NHS bed", "x", ".")] == ["a door", "NHS bed", "x", ""]
    assert [opening(x) for x in ("rent.", "Rent", "")] == ["Rent", "Rent", ""]


def test_a_record_that_speaks_of_the_customer_says_who_that_is():
    facts, _ = sample("warnings/issued")
    assert "it means you" not in made("warnings/issued")[0].text
    facts["incidents"][0]["what_happened"] = "The customer shouted."
    assert "Where it says “the customer”, it means you." in made("warnings/issued", **facts)[0].text


LABELS = (
    "vexatious",
    "nuisance",
    "abuser",
    "malicious",
    "aggressor",
    "offender",
    "perpetrator",
    "persistent complainer",
)


def test_g36_no_letter_labels_a_person():
    for file in [*HOME.glob("**/*.md"), *HOME.glob("**/*.html")]:
        words = file.read_text(encoding="utf-8").lower()
        assert [label for label in LABELS if label in words] == [], file.name
