"""A letter as plain text: nothing lost, nothing added, and lines that an e-mail can hold."""

import re

import pytest

from letterpress.formats import plain
from letterpress.formats.blocks import blocks
from letterpress.make.render import render
from letterpress.make.text import text_of
from tests.letterpress.samples import LETTERS, sample


def squeezed(words: str) -> str:
    return re.sub(r"[\s\u00a0]+", "", words)


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_every_word_of_a_letter_is_in_its_plain_text_in_order(name):
    html = render(name, *sample(name)).html
    assert squeezed("".join(block.text for block in blocks(html))) == squeezed(text_of(html).whole)
    bare = re.sub(r"^(?:[=-]+|- |\d+\. )", "", plain.text(html), flags=re.MULTILINE)
    assert squeezed(bare) == squeezed(re.sub(r"^(?:- |\d+\. )", "", text_of(html).whole, flags=re.MULTILINE))


def test_lines_are_short_headings_underlined_quotations_indented_and_spaces_plain():
    text = plain.text(render("restrictions/imposed", *sample("restrictions/imposed")).html)
    assert max(map(len, text.splitlines())) <= plain.WIDTH and "\u00a0" not in text
    assert "What we promise\n---------------\n" in text and re.search(r"how you contact us\n={20,}\n", text)
    assert "\n\n    \u201cI know where you lot park." in text
    assert "Gosforth\nNewcastle upon Tyne\n" in text and text.endswith("\n") and "\n\n\n" not in text


def test_a_list_keeps_its_signs_and_numbers_and_long_items_hang():
    html = "<p>Two things:</p><ol><li><p>one " + "word " * 20 + "</p></li><li>two<br>lines</li></ol><ul><li>x</li></ul>"
    first, second = plain.text(html).split("\n2. ")
    assert first.startswith("Two things:\n\n1. one word") and "\n   word" in first
    assert second == "two\n   lines\n\n- x\n"


def test_a_word_longer_than_a_line_stays_whole():
    address = "www.karbon.example/" + "x" * 90
    assert address in plain.text(f"<p>See {address} for it.</p>").splitlines()
