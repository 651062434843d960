"""Addresses and numbers in a PDF can be followed, and open what they say."""

import re

import pytest

from letterpress.formats.links import linked
from letterpress.make.render import render
from letterpress.make.text import text_of
from tests.letterpress.samples import LETTERS, sample


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("write to info@karbon.example.", "mailto:info@karbon.example"),
        ("see www.karbon.example/repairs.", "https://www.karbon.example/repairs"),
        ("see https://www.karbon.example, or", "https://www.karbon.example"),
        ("ring 0808&nbsp;157&nbsp;0001, day", "tel:08081570001"),
        ("ring 0191 496 0110", "tel:01914960110"),
        ("<blockquote>www.other.example</blockquote>", ""),
        ("<mark>[0191 496 0110]</mark>", ""),
        ("INC-311 of 2026, L-00012, 10.30 am, \u00a350, PR2 0ET, 999", ""),
        ("javascript:alert(1) &lt;a href=&quot;x&quot;&gt; file:///etc", ""),
    ],
)
def test_a_link_opens_what_its_words_say_and_exact_words_have_none(words, to):
    assert re.findall('href="(.*?)"', linked(f"<p>{words}</p>")) == ([to] if to else [])


@pytest.mark.parametrize("name", ["warnings/issued", "restrictions/imposed"])
def test_no_word_changes_and_only_three_kinds_of_link_are_made(name):
    assert name in LETTERS
    html = render(name, *sample(name)).html
    assert text_of(linked(html)).whole == text_of(html).whole
    found = re.findall('<a href="([a-z]+:)[^"<>]*">', linked(html))
    assert set(found) == {"mailto:", "https:", "tel:"} and linked(html).count("<a ") == len(found)
