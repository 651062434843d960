"""A letter in other formats: made from its frozen words, under names without a person, and said to be made from it."""

from typing import Any

import pytest

from letterpress.formats import aloud, braille, plain
from letterpress.print import pdf as printing
from models import Letter
from policy.core import clock
from tests import make
from tests.browse import words

NOW = clock.now()
ISSUED = make.later(NOW, -5)


@pytest.fixture
def issued(app: Any, cast: Any) -> Any:
    def make_letter(**told: Any) -> Letter:
        whose = make.customer(cast.omar, make.later(NOW, -30), name="Robin Example", **told)
        cited = [make.incident(cast.carla, whose, make.later(NOW, -8))]
        return make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited, ISSUED).letter

    return make_letter


def test_the_texts_are_made_from_the_frozen_words_and_named_after_no_person(signed_in, cast, issued):
    letter, one = issued(), signed_in(cast.omar)
    wanted = {
        f"{letter.id}.txt": (plain.text(letter.html), f"letter-{letter.reference}.txt"),
        f"{letter.id}/read-aloud.txt": (aloud.text(letter.html), f"letter-{letter.reference}-read-aloud.txt"),
    }
    if braille.is_available():
        wanted[f"{letter.id}.brf"] = (braille.brf(letter.html).decode(), f"letter-{letter.reference}.brf")
    for address, (content, name) in wanted.items():
        answer = one.get(f"/letters/{address}")
        assert answer.data.decode() == content and name in answer.headers["Content-Disposition"]
        assert answer.headers["Cache-Control"] == "no-store" and "text/html" not in answer.mimetype


def test_the_page_offers_each_format_and_says_which_was_sent(signed_in, cast, issued):
    letter = issued()
    page = signed_in(cast.omar).get(f"/letters/{letter.id}")
    shown = words(page.text)
    assert "PDF in standard print as sent" in shown and "Easy read made from it" in shown, shown
    assert "For a recording or a call: about" in shown and "Nobody had to ask" not in shown
    for ending in (".txt", "/read-aloud.txt", "/large-print.pdf", "/easy-read.pdf", ".pdf"):
        assert f'href="/letters/{letter.id}{ending}"' in page.text


@pytest.mark.parametrize(
    ("asked", "said", "offered"),
    [
        (
            "large_print",
            "It was made in large print, because this customer has asked for letters in: Large print",
            "easy-read",
        ),
        ("easy_read", "It was made in easy read, because this customer has asked for letters in: Easy read.", ""),
        (
            "email",
            "It goes by e-mail, with its plain text, because this customer has asked for letters in: E-mail.",
            "large-print",
        ),
    ],
)
def test_g33_the_page_says_that_a_standing_format_was_applied_unasked(signed_in, cast, issued, asked, said, offered):
    letter = issued(letter_format=asked, email="robin@example.com")
    page = signed_in(cast.omar).get(f"/letters/{letter.id}")
    assert said in words(page.text) and "Nobody had to ask for it again" in words(page.text)
    for layout in ("large-print", "easy-read"):
        assert (f"/letters/{letter.id}/{layout}.pdf" in page.text) == (layout == offered or offered == "large-print")


def test_another_layout_says_that_it_was_made_from_the_letter(signed_in, cast, issued, monkeypatch):
    letter, asked = issued(), {}

    def pdf(html: str, title: str, **more: Any) -> bytes:
        asked.update(more, html=html)
        return b"%PDF-"

    monkeypatch.setattr(printing, "pdf", pdf)
    answer = signed_in(cast.omar).get(f"/letters/{letter.id}/easy-read.pdf")
    assert f'filename="letter-{letter.reference}-easy-read.pdf"' in answer.headers["Content-Disposition"]
    assert asked["copy"] == f"Easy read, made from letter {letter.reference}" and asked["format"] == "easy_read"
    assert "letter-easy-read" in asked["html"] and letter.sha256[:16] in asked["seal"]


def test_where_a_format_cannot_be_made_the_page_says_what_to_do(signed_in, cast, issued, monkeypatch):
    letter, one = issued(), signed_in(cast.omar)
    monkeypatch.setattr(braille, "_program", lambda: None)
    monkeypatch.setattr(printing, "_child", printing.Child(["false"]))
    assert "liblouis-bin" in words(one.get(f"/letters/{letter.id}").text)
    for address in (".brf", "/large-print.pdf"):
        answer = one.get(f"/letters/{letter.id}{address}")
        assert answer.status_code == 501 and f"/letters/{letter.id}.txt" in answer.text


def test_those_who_see_no_files_get_no_format(signed_in, cast, issued):
    letter, one = issued(), signed_in(cast.carla)
    for address in (".txt", "/read-aloud.txt", ".brf", "/large-print.pdf", "/easy-read.pdf"):
        assert one.get(f"/letters/{letter.id}{address}").status_code == 404
