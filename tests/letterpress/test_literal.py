"""Typed text is printed as it was typed: in every field of every letter, whatever it holds."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letterpress.make.escape import clean, literal, paragraphs, quotation
from letterpress.make.render import render, to_html
from letterpress.make.text import text_of
from tests.letterpress.samples import LETTERS, sample

NASTY = [
    "*bold* **bold** ***bold*** _under_ __under__", "[x](javascript:alert(1))", "![x](http://example.org/x.png)",
    "<script>alert(1)</script>", "<b>bold</b>", "<!-- gone", "<", "&amp; &lt; &#42; &", "# heading", "## heading",
    "> quoted", "- item", "* item", "+ item", "1. item", "12. item", "1) item", "---", "***", "===", "x\n===", "x\n---",
    "    code", "\tcode", "`code` ``code``", "```\ncode\n```", "~~~\ncode\n~~~", "a | b\n--|--\n1 | 2", "\\* \\\\ \\",
    "<https://example.org>", "<a@example.org>", "https://example.org/?a=1&b=2", "a@example.org", "[x]: http://a.example",
    "[x][y]", "{{ 7 * 7 }}", "{% if x %}", "{# gone #}", "::: incident", ":::", ": definition", "*[HTML]: x", "[^1]",
    "\x02wzxhzdk:0\x03", "\x00\x01\x1b[31m", "line  \nbreak", "two\r\nlines\r\n\r\nparagraphs", "\u2028\u2029x\x85y",
    "\ud800 \ufffe \ufeff", "\u202eright to left", "=cmd|' /C calc'!A0", "'; DROP TABLE letters; --", "x" * 700,
    "﷽ 👩‍👩‍👧 é e\u0301 ﬁ", "0191 496 0123",
]  # fmt: skip

ALPHABET = st.sampled_from("*_[]()<>#+-.!&|:=~^@`\\\"'{}%1234 ab\n\r\t\u00a0\u2028\x02\x0b\x85;/?é‮")
TYPED = st.one_of(st.text(ALPHABET, min_size=1, max_size=60), st.text(min_size=1, max_size=60), st.sampled_from(NASTY))


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.found.append(f"{tag} {attrs}")

    def handle_comment(self, data):
        self.found.append("comment")


def tags(html: str) -> list[str]:
    reader = _Tags()
    reader.feed(html)
    reader.close()
    return reader.found


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def printed(typed: str) -> str:
    return squeezed(clean(typed))


@given(TYPED)
@settings(max_examples=400, deadline=None)
def test_in_a_line_any_text_is_literal_and_adds_no_tag(typed):
    html = to_html(f"Before {literal(typed)} after")
    assert tags(html) == ["p []"]
    assert squeezed(text_of(html).whole) == "Before" + printed(typed) + "after"


@given(TYPED)
@settings(max_examples=400, deadline=None)
def test_at_the_start_of_a_line_any_text_is_literal(typed):
    html = to_html(f"x\n\n{literal(typed)}\n\n- {literal(typed)}\n")
    assert set(tags(html)) <= {"p []", "ul []", "li []"}
    assert squeezed(text_of(html).whole) == "x" + printed(typed) * 2
    assert tags(html).count("li []") == 1


@given(TYPED)
@settings(max_examples=400, deadline=None)
def test_a_passage_keeps_its_paragraphs_and_lines_and_nothing_else(typed):
    html = to_html(str(paragraphs(typed)))
    blocks = [
        b for b in re.split(r"\n\s*\n", "\n".join(line.strip() for line in clean(typed).split("\n"))) if b.strip()
    ]
    assert tags(html).count("p []") == len(blocks)
    assert set(tags(html)) <= {"p []", "br []"}
    assert squeezed(text_of(html).whole) == printed(typed)


@given(TYPED)
@settings(max_examples=200, deadline=None)
def test_exact_words_are_one_quotation(typed):
    html = to_html(str(quotation(typed)))
    assert tags(html).count("blockquote []") == 1
    assert set(tags(html)) <= {"blockquote []", "p []", "br []"}
    assert squeezed(text_of(html).whole) == f"“{printed(typed)}”"


# One of a few keys, of which a letter's words depend; nobody types them.
CHOSEN = ("kind", "against", "outcome")
NOUNS = ("warning", "restriction", "marker")


def _typed_fields(value: Any, path: tuple = ()) -> Iterator[tuple]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in CHOSEN and not (key == "about" and inner in NOUNS):
                yield from _typed_fields(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _typed_fields(inner, (*path, place))
    elif isinstance(value, str):
        yield path


def _put(facts: dict[str, Any], path: tuple, text: str) -> None:
    place: Any = facts
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = text


MARK = "QZ7"
# These are given the same facts as others of their kind, and do not print them all.
SHARES_ITS_FACTS = {name for name in LETTERS if name.split("/")[0] in ("appeals", "reviews") or name.endswith("ended")}
SHARES_ITS_FACTS.add("side_letters/staff_notice")  # a team is not written to by name, and has no salutation
# Every letter prints these by the same parts; one letter is enough for them.
SAME = ("organisation", "ombudsman", "information_regulator", "policy", "always_open", "format_offers", "sender")
FULLEST = "restrictions/imposed"


def _outside_window(found: list[str]) -> list[str]:
    return [tag for tag in found if "letter-window" not in tag and tag not in ("span []", "br []")]


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_every_field_of_every_letter_prints_what_was_typed(name):
    """Each field in turn holds all the nasty text at once; the letter's tags stay those of a harmless text."""
    typed = MARK + re.sub(r"[\n\r\x0b\x0c\x85\u2028\u2029]+", " ", " ".join(t for t in NASTY if "x" * 99 not in t))
    fields = [path for path in _typed_fields(LETTERS[name][0]) if path[-1] != "emergency_telephone"]
    fields = [path for path in fields if name == FULLEST or path[0] not in SAME]
    for path in fields:
        facts, passages = sample(name)
        _put(facts, path, "Plain")
        plain = tags(render(name, facts, passages).html)
        _put(facts, path, typed)
        letter = render(name, facts, passages)
        if path[0] == "recipient" and path[1] in ("name", "address_lines"):  # arranged for the window, in its own lines
            assert _outside_window(tags(letter.html)) == _outside_window(plain)
            assert printed(MARK + "*bold*") in squeezed(letter.text)
            continue
        assert tags(letter.html) == plain, path
        if name not in SHARES_ITS_FACTS or MARK.casefold() in letter.text.casefold():
            assert printed(typed).casefold() in squeezed(letter.text).casefold(), path


@pytest.mark.parametrize("name", sorted(name for name, (_, passages) in LETTERS.items() if passages))
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_any_text_in_any_passage_is_literal(name, data):
    facts, passages = sample(name)
    key = data.draw(st.sampled_from(sorted(passages)))
    typed = data.draw(TYPED.filter(lambda text: clean(text).strip()))
    letter = render(name, facts, {**passages, key: typed})
    assert printed(typed) in squeezed(letter.text)
    allowed = "p br h2 h3 ul li strong em blockquote article header div address section span".split()
    assert {tag.split()[0] for tag in tags(letter.html)} <= set(allowed)


def test_source_is_the_markdown_and_makes_the_same_body():
    facts, passages = sample("warnings/issued")
    letter = render("warnings/issued", facts, {**passages, "effect": "\n\n".join(t for t in NASTY if t.isprintable())})
    assert to_html(letter.source) in letter.html


def test_raw_html_and_links_in_a_template_are_dropped():
    html = to_html('<div onclick="x">a</div>\n\n[b](https://example.org) <img src=x> <script>c</script>')
    assert set(tags(html)) <= {"p []"}
    assert "c</" not in html and "href" not in html
