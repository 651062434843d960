"""A letter read aloud: what a page shows is said, and nothing is lost on the way."""

import re

import pytest

from letterpress.formats import aloud
from letterpress.formats.blocks import blocks
from letterpress.make.render import render
from tests.letterpress.samples import LETTERS, sample


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Telephone 0808\u00a0157\u00a00001 or 999.", "Telephone 0 8 0 8, 1 5 7, 0 0 0 1 or 9 9 9."),
        ("Wednesday 25\u00a0November\u00a02026", "Wednesday the twenty-fifth of November twenty twenty-six"),
        ("by 2 October, not 12 May 2007", "by the second of October, not the twelfth of May two thousand and seven"),
        ("31 December 1999", "the thirty-first of December 1999"),
        ("10.30\u00a0am to 10.42\u00a0am", "ten thirty in the morning to ten forty-two in the morning"),
        ("2\u00a0pm, 6.05\u00a0pm", "two o\u2019clock in the afternoon, six oh five in the evening"),
        ("12.15 am and 12.15 pm", "twelve fifteen at night and twelve fifteen in the afternoon"),
        ("at 14:30 or 9:00", "at fourteen thirty or nine hundred hours"),
        ("INC-311 and R-00012/2", "I N C dash 3 1 1 and R dash 0 0 0 1 2 slash 2"),
        ("info@a-b.example", "info at a dash b dot example"),
        ("www.karbon.example/pay.", "w w w dot karbon dot example slash pay."),
        ("Preston PR2 0ET", "Preston P R 2, 0 E T"),
        ("\u00a350, \u00a31 and \u00a31,234.50", "50 pounds, 1 pound and 1,234 pounds and 50 pence"),
        ("A-level, UK-wide, PO Box 1484, 58 e-mails", "A-level, UK-wide, PO Box 1484, 58 e-mails"),
    ],
)
def test_figures_and_signs_are_said_as_a_voice_says_them(words, said):
    assert aloud.spoken(words) == said


def test_headings_lists_and_quotations_are_announced():
    html = (
        "<h2>T</h2><h3>What now?</h3><p>you may:</p><ul><li>go</li><li>stay<br>here</li></ul>"
        "<ol><li>one only</li></ol><blockquote><p>\u201cGo.</p><p>Now.\u201d</p></blockquote><p>3 May</p>"
    )
    assert aloud.text(html).split("\n\n")[1:] == [
        "The letter is headed: T.",
        "Heading: What now?",
        "you may:",
        "There are two points. First: go.",
        "Second: stay, here.",
        "There is one point. First: one only.",
        "Quotation. \u201cGo. Now.\u201d End of quotation.",
        "The third of May.\n",
    ]
    many = aloud.text("<ul>" + "<li>x</li>" * 12 + "</ul>")
    assert "There are twelve points." in many and "Tenth: x." in many and "Point twelve: x." in many


@pytest.mark.parametrize("name", ["warnings/issued", "appeals/outcome"])
def test_a_whole_letter_is_said_with_how_long_it_takes(name):
    assert name in LETTERS
    html = render(name, *sample(name)).html
    text = aloud.text(html)
    first, _, rest = text.partition("\n\n")
    length = -(-len(rest.split()) // aloud.WORDS_A_MINUTE)
    assert first == f"This letter takes about {aloud._number(length)} minutes to read aloud."
    assert "This is a letter from Karbon Homes." in text and "It is to Ms Rukhsana" in text
    assert not re.search(r"[\u00a0@]|\d[.:]\d\d ?[ap]m|\b0\d{3}", text)
    said = set(re.findall(r"[a-z]{4,}", text.lower()))
    printed = {
        word for block in blocks(html) for word in re.findall(r"(?<![\w@./-])[a-z]{4,}(?![\w@])", block.text.lower())
    }
    assert printed <= said
