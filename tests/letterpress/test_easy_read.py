"""Easy read, and a frozen letter laid out again: the same words in the same order, arranged for who reads them."""

import re

import pytest

from letterpress.formats import easy_read, plain
from letterpress.make.layouts import relaid
from letterpress.make.making import standalone
from letterpress.make.render import missing, render
from letterpress.make.text import text_of
from tests.letterpress.samples import LETTERS, sample


def words(html: str) -> list[str]:
    return text_of(easy_read.without_list(html)).whole.split()


def body(html: str) -> list[str]:
    return words(html[html.index('<div class="letter-body">') :])


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_easy_read_says_the_same_words_in_the_same_order_and_is_complete(name):
    standard, easy = (render(name, *sample(name), format=format) for format in ("standard", "easy_read"))
    assert body(easy.html) == body(standard.html)
    assert missing(easy) == missing(standard) == [] and easy.source == standard.source
    assert relaid(standard.html, "easy_read") == easy.html
    assert sorted(words(relaid(standard.html, "large_print"))) == sorted(words(standard.html))
    assert relaid(standard.html, "large_print") == render(name, *sample(name), format="large_print").html


def easy(inside: str) -> str:
    made = easy_read.easy(
        f'<div class="letter-body"><h2>T</h2>{inside}<section class="letter-signature"></section></div>'
    )
    return made.replace("\n", "")


def lines(paragraph: str) -> list[str]:
    return re.findall(r"<p>(.*?)</p>", easy(f"<p>{paragraph}</p>"))


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("<strong>Who.</strong> Ask Mr. Bell, at 10.30 am.", ["<strong>Who.</strong>", "Ask Mr. Bell, at 10.30 am."]),
        ("<strong>Now. Then</strong> go.", ["<strong>Now.</strong>", "<strong>Then</strong> go."]),
        ("You said: \u201cGo. Now.\u201d We went.", ["You said: \u201cGo. Now.\u201d", "We went."]),
        ("See <mark>[It. And]</mark>. Then stop.", ["See <mark>[It. And]</mark>.", "Then stop."]),
        ("1 grudnia, godz. 12:00. Potem", ["1 grudnia, godz. 12:00.", "Potem"]),
        ("It is at www.karbon.example. it goes on", ["It is at www.karbon.example. it goes on"]),
        ("Fifth St. Gosforth<br>Second line. End", ["Fifth St. Gosforth<br>Second line.", "End"]),
        ("Ann &amp; Bob. &lt;i&gt; C.", ["Ann &amp; Bob.", "&lt;i&gt; C."]),
    ],
)
def test_each_sentence_stands_on_a_line_of_its_own(paragraph, expected):
    assert lines(paragraph) == expected


def test_exact_words_are_left_as_they_were_said():
    assert "<blockquote><p>Go. Now.</p></blockquote>" in easy("<blockquote><p>Go. Now.</p></blockquote>")


def test_items_and_what_is_nested_in_them_are_kept():
    made = easy("<ol><li><p>One. Two.</p><ul><li>a. B</li></ul></li><li>Last</li></ol>")
    assert made.count("<li>") == made.count("</li>") == 3 and "a.<br>B" in made
    assert "<p>One.</p><p>Two.</p>" in made


def test_each_heading_begins_a_part_and_stays_the_question_it_is():
    made = easy('<p>Opening</p><h3>What happened?</h3><p>x</p><section class="incident"><p>y</p></section><h3>Why</h3>')
    parts = re.findall(r'<div class="easy-part[^"]*">(.*?)</div>', made)
    assert parts == [
        "<p>Opening</p>",
        '<h3>What happened?</h3><p>x</p><section class="incident"><p>y</p></section>',
        "<h3>Why</h3>",
    ]
    assert made.count("<div") == made.count("</div>") and made.index('</div><section class="letter-signature') > 0


def test_hard_words_are_bold_where_they_first_come_and_explained_at_the_end():
    made = easy(
        "<p>You can appeal. An appeal takes ten working&nbsp;days. <strong>Policy</strong>, <mark>[deputy]</mark></p>"
    )
    assert "You can <strong>appeal</strong>." in made and "An appeal takes" in made
    assert "<strong>working&nbsp;days</strong>" in made and "<strong>Policy</strong>, <mark>[deputy]</mark>" in made
    explained = re.findall(r"<li><strong>(.*?)</strong>: ", made[made.index("easy-words") :])
    assert explained == ["Appeal", "Deputy", "Policy", "Working day"]
    assert "easy-words" not in easy_read.without_list(made) and "easy-words" not in easy("<p>Nothing here.</p>")


def test_what_is_easy_already_stays_and_a_language_without_a_list_has_none():
    made = render("warnings/issued", *sample("warnings/issued"), format="easy_read").html
    assert easy_read.easy(made) == made
    assert "easy-words" not in easy_read.easy('<div class="letter-body"><h2>T</h2><p>appeal</p></div>', "xx")
    assert "<h2>What some words mean</h2>" in standalone(made) and "Appeal: you say" in plain.text(made)
    with pytest.raises(ValueError, match="braille"):
        relaid(made, "braille")


def test_every_explanation_is_short_plain_and_finds_its_own_word():
    _, explained = easy_read.word_list()
    for one in explained:
        assert one.pattern.search(f"the {one.forms[0]}s, {one.forms[0]} here"), one.word
        assert len(one.means.split()) <= 20 and one.means.endswith("."), one.word
