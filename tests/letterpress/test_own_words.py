"""The landlord's own copies: each kind of damage has its sentence, line and remedy, and only a sound one is used."""

from datetime import date

import pytest

from letterpress.checks import changes, checking, copies, fields, marks
from letterpress.checks.copies import body_of
from letterpress.checks.known import Walk
from letterpress.make import own, sources
from letterpress.make.field_kinds import root
from letterpress.make.render import render
from letterpress.make.templates import load
from letterpress.samples.samples import LETTERS, sample

DAY = date(2026, 11, 23)
LETTER, PART = "warnings/issued.md", "parts/sanctions.md"
EFFECT = "{{ passages.effect|paragraphs }}"


@pytest.fixture
def folder(tmp_path):
    before = sources.own_folder()
    sources.use(tmp_path / "letters")
    yield tmp_path / "letters"
    sources.use(before)


def changed(path, before="", after=""):
    """An own copy in which the first of some words are others; without `before`, with some at its end."""
    text = copies.from_shipped(path, "en", DAY)
    assert before in text
    return text.replace(before, after, 1) if before else f"{text}\n{after}\n"


def line_of(path, text, words):
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize("name", [name for name in sources.names() if name in LETTERS])
def test_the_shipped_words_have_no_fault(name):
    letter, walk = load(name), Walk("en", False)
    walk.title(letter.title, f"{name}.md", 2, root(letter.facts, {}))
    walk.file(f"{name}.md", root(letter.facts, {one.key: one.label for one in letter.passages}))
    assert walk.found == []
    assert [
        one for path in letter.files if path.endswith(".md") for one in marks.findings(path, body_of(path, "en", False))
    ] == []


@pytest.mark.parametrize(
    ("after", "sentence", "remedy"),
    [
        ("{{ dispute_bi|date }}", "“dispute_bi” is not a field of this letter.", "Did you mean “dispute_by”?"),
        ("{{ recipient.nmae }}", "“recipient.nmae” is not a field of this letter.", "Did you mean “name”?"),
        ("{{ passages.efect }}", "“passages.efect” is not a field of this letter.", "Did you mean “effect”?"),
        ("{% if false %}{{ nothing }}{% endif %}", "“nothing” is not a field of this letter.", "See the list"),
        ("{{ dispute_by|dat }}", "There is no filter called “dat”.", "Did you mean “date”?"),
        ("{{ dispute_by }}", "“dispute_by” is a date and cannot be printed as it is.", "|weekday_date }}"),
        ("{{ date|months }}", "“|months” is for a number, and “date” is a date.", "|date, |weekday_date"),
        ("{{ incidents }}", "“incidents” is a list and cannot be printed as it is.", "{% for one in incidents %}"),
        ("{{ incidents.date }}", "“incidents” is a list, so it has no field “date” of its own.", "{{ one.date }}"),
        ("{{ recipient }}", "“recipient” holds several fields and cannot be printed as it is.", "recipient.salutation"),
        ("{% for a in incidents %}{% endfor %}{{ a.date|date }}", "“a” is known inside its loop only.", "Move this"),
        ("{% for a in incidents %}{{ a.dat|date }}{% endfor %}", "“a.dat” is not a field of this letter.", "“date”"),
        ("{{ passages.effect|safe }}", "There is no filter called “safe”.", "See the list of filters."),
        ("{{ range(9) }}", "“range(…)” is not possible in a letter.", "Write the field alone"),
        ("{{ 9 ** 9 }}", "Letters do not calculate.", "fields"),
        ('{% include "parts/halp.md" %}', "There is no part called “parts/halp.md”.", "Did you mean “parts/help.md”?"),
        ('{% include "parts/must_say.toml" %}', "There is no part called “parts/must_say.toml”.", ""),
        ('{% extends "parts/help.md" %}', "Letters are put together with if, for, set and include only.", "Leave"),
        ("{% if told %}", "This cannot be read: something that is opened is never closed.", "{% endif %}"),
        ("{{ dispute_by|date }", "This cannot be read: unexpected ”}”.", "bracket"),
        ("<b>Please</b>", "HTML is not printed in a letter.", "**"),
        ("See [our page](https://a.example).", "A link is not printed: paper cannot be clicked.", "address"),
        ("| a | b |", "A table is not printed as one.", "list"),
        ("# Loud", "Only headings of one kind are printed, with ## and a space.", "##"),
        ("##Loud", "A heading needs a space after ##.", "##"),
        ("---", "A line across the page is not printed.", "blank line"),
        ("Type `this`.", "Computer type is not printed.", "`"),
        ("    four spaces", "A line with four spaces before it is not printed as text.", "out"),
        ("::: dates", "This block is never closed.", ":::"),
        (":::", "This ::: closes a block that was never opened.", "Open it"),
        ("::: banana\n\nx\n\n:::", "There is no block called “banana”.", "incident"),
        ("::: Dates and more", "This line of ::: would be printed as it stands.", "::: dates"),
    ],
)
def test_damage_has_its_line_sentence_and_remedy(folder, after, sentence, remedy):
    text = changed(LETTER, after=after)
    found = checking.faults(checking.problems(LETTER, "en", text))
    one = next(one for one in found if one.sentence == sentence)
    assert remedy in one.remedy
    assert one.path == LETTER
    assert one.line in (line_of(LETTER, text, after), text.count("\n"), text.count("\n") + 1)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("## Why this matters", "## Why", "The letter does not give why it matters and the effect it had."),
        ('{% include "parts/help.md" %}', "", "The letter does not give that an advocate, a support worker"),
        (EFFECT, "", "What is written under “Why this matters” is not printed."),
        (EFFECT, EFFECT + " {{ incidents[0].start_time|time }}", "something that may be left out is printed here."),
        ('revised = "2026-11-23"\n', "", "The letter does not say when it was revised."),
        ("title = ", "title ", "The lines between +++ cannot be read"),
        ("+++\n", "", "This letter has no lines between +++ at its start."),
        ("about your contact", "about {{ your }} contact", "“your” is not a field of this letter."),
    ],
)
def test_what_a_letter_no_longer_says_is_a_fault(folder, before, after, sentence):
    found = checking.faults(checking.problems(LETTER, "en", changed(LETTER, before, after)))
    assert any(sentence in one.sentence for one in found), found


def test_a_sound_copy_is_used_and_one_with_faults_is_not(folder):
    facts, passages = sample("warnings/issued")
    file = folder / LETTER
    file.parent.mkdir(parents=True)
    file.write_text(changed(LETTER, "This letter is a formal warning.", "This is a formal warning."))
    assert "This is a formal warning." in render("warnings/issued", facts, passages).text
    file.write_text(changed(LETTER, "## Why this matters", "## Why"))
    made = render("warnings/issued", facts, passages)
    assert "This letter is a formal warning." in made.text
    assert not made.own
    assert own.faulty("warnings/issued")
    file.write_bytes(b"\xff\xfe")
    assert "This letter is a formal warning." in render("warnings/issued", facts, passages).text
    assert checking.problems(LETTER)[0].sentence == "This file is not text in UTF-8."


def test_a_part_is_used_in_every_letter_it_stands_in_and_its_faults_name_them(folder):
    text = changed(PART, "Nothing changes today.", "Today nothing changes.")
    assert checking.faults(checking.problems(PART, "en", text)) == []
    worse = checking.faults(checking.problems(PART, "en", "{# empty #}\nNothing.\n"))
    assert [one.path for one in worse] == [PART] * len(worse)
    assert worse[0].sentence.startswith("In warnings/abusive_correspondence: The letter does not give the action")
    (folder / "parts").mkdir(parents=True)
    (folder / PART).write_text(text)
    assert own.choose("warnings/issued").own
    assert not own.choose("reviews/lifted").own


def test_a_checklist_cannot_be_weakened_by_a_copy(folder):
    text = changed(LETTER, "+++\nI am", 'must_say = []\nfacts = "warning"\n+++\nI am').replace(
        "## Why this matters", "## Why"
    )
    found = checking.problems(LETTER, "en", text)
    assert "The letter does not give why it matters and the effect it had." in [one.sentence for one in found]
    taken = "must_say, facts: these are taken from the letter that came with"
    assert any(one.sentence.startswith(taken) for one in found)


def test_a_copy_of_words_revised_since_says_so(folder):
    text = copies.from_shipped(PART, "en", DAY).replace(copies.shipped_version(PART), "0123456789ab")
    found = checking.problems(PART, "en", text)
    said = [one.sentence for one in found]
    assert "The words that came with Evenhand have been revised since this copy was made." in said
    assert checking.faults(found) == []


def test_a_difference_reads_as_words():
    before, after = copies.Copy("", "You are free to go.\n", "", 0), copies.Copy("", "You may always go.\n", "", 0)
    pieces = [(one.kind, one.words) for one in changes.by_words(before, after)[0]]
    assert pieces == [("same", "You "), ("gone", "are free to"), ("new", "may always"), ("same", " go.")]
    assert changes.by_lines(before, after)[-2:] == ["-You are free to go.", "+You may always go."]


def test_every_field_of_every_letter_is_listed_with_what_to_write():
    listed = {name: fields.of(f"{name}.md") for name in ("warnings/issued", "appeals/outcome", "markers/notice")}
    for name, found in listed.items():
        written = [one for _, group in found.groups for one in group]
        assert {one.name for one in written} >= set(LETTERS[name][0]) - {"letterhead"}
        assert all(one.write or one.inner for one in written)
    date_field = next(one for _, group in listed["warnings/issued"].groups for one in group if one.name == "dispute_by")
    assert (date_field.write, date_field.sample) == ("{{ dispute_by|date }}", "25\u00a0November\u00a02026")
    means = {one.name: one.meaning for _, group in listed["markers/notice"].groups for one in group}
    assert means["kept_words"].startswith("kept_words completes") and means["appeal_by"].startswith("appeal_by is")
    assert ("weekday_date", "Tuesday 3 November 2026") in listed["warnings/issued"].filters


@pytest.fixture
def run(app, folder):
    app.config["TESTING"] = True
    return lambda *words: app.test_cli_runner().invoke(args=["letters", *words])


def test_the_command_reads_like_a_compiler_and_ends_with_1_for_faults(run, folder):
    assert run("check").exit_code == 0
    assert run("copy", "warnings/issued").exit_code == 0
    assert run("copy", "warnings/issued").exit_code == 1
    assert "In order: 1 of our own." in run("check", "warnings/issued").output
    file = folder / LETTER
    file.write_text(file.read_text().replace("{{ dispute_by|weekday_date }}", "{{ dispute_bi|weekday_date }}"))
    answer = run("check")
    line = line_of(LETTER, file.read_text(), "dispute_bi")
    assert answer.exit_code == 1
    assert f"warnings/issued.md:{line}: “dispute_bi” is not a field of this letter." in answer.output
    assert "F  warnings/issued" in run("list").output
    assert "{{ dispute_by|date }} = 25" in run("fields", "warnings/issued").output
    assert run("check", "../secret").exit_code == 1
    assert run("list", "--language", "xx").exit_code == 1
