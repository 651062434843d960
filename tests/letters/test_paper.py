"""Letters on paper: where the words stand, read back from real PDF files."""

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from letters.address import SIZES, WIDTH_MM, width, window
from letters.pdf import pdf
from letters.render import render
from tests.letters.paper import Word, said, words
from tests.letters.samples import CALL, LETTERS, TERMS, sample

WINDOW = (20, 55, 100, 79)
"""What shows in the window of the envelope in every position of the sheet, in millimetres."""
FORBIDDEN = (10, 44, 110, 90)
SHEET = (15, 10, 195, 292)
"""Inside this every word must lie, so that no printer cuts it."""
LONG_WORD = "W" * 600
EIGHT_LINES = [
    "Flat 12B, The Old Granary", "Byron House", "141 to 149 Great Westmorland Street", "Ouseburn",
    "Newcastle upon Tyne", "Tyne and Wear", "NE6 9ZZ",
]  # fmt: skip


def long_case(name: str) -> tuple[dict[str, Any], dict[str, str]]:
    facts, passages = sample(name)
    if "incidents" in facts:
        facts["incidents"] = [
            {
                **CALL,
                "reference": f"INC-{400 + n}",
                "date": date(2026, 10, 1 + n),
                "what_happened": CALL["what_happened"] * 2,
            }
            for n in range(20)
        ]
        facts["incidents"][3]["exact_words"] = LONG_WORD
    facts["recipient"]["name"] = "Mrs Bartholomea Featherstonehaugh-Cholmondeley"
    facts["recipient"]["address_lines"] = EIGHT_LINES
    if "terms" in facts:
        facts["terms"] = TERMS
    return facts, passages


# Each letter as it usually is, and at its worst: large print with as much in it as may be. The one with the most in it
# in every way.
# A notice to staff has no envelope.
POSTED = sorted(LETTERS.keys() - {"side_letters/staff_notice"})
CASES = [(name, format, long) for name in POSTED for format, long in (("standard", 0), ("large_print", 1))]
CASES += [("restrictions/imposed", "standard", 1), ("restrictions/imposed", "large_print", 0)]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: f"{case[0]}-{case[1]}-{'long' if case[2] else 'short'}")
def letter(request, tmp_path_factory):
    name, format, long = request.param
    facts, passages = long_case(name) if long else sample(name)
    made = render(name, facts, passages, format=format)
    folder: Path = tmp_path_factory.mktemp("letter")
    return facts, words(pdf(made.html, made.title, format=format), folder), made


def window_words(found: list[Word]) -> list[Word]:
    return [word for word in found if word.page == 1 and word.inside(*WINDOW)]


def test_the_address_stands_in_the_window(letter):
    facts, found, _ = letter
    shown = " ".join(word.text for word in window_words(found))
    expected = " ".join([facts["recipient"]["name"], *facts["recipient"]["address_lines"]])
    assert re.sub(r"[,\s]", "", shown) == re.sub(r"[,\s]", "", expected)


def test_nothing_else_stands_near_the_window(letter):
    _, found, _ = letter
    assert [w.text for w in found if w.page == 1 and w.touches(*FORBIDDEN) and not w.inside(*WINDOW)] == []


def test_nothing_is_cut_at_the_edge_of_the_sheet(letter):
    _, found, _ = letter
    assert [(w.page, w.text[:20], w.left, w.right) for w in found if not w.inside(*SHEET)] == []


def test_no_words_of_the_body_run_into_the_footer(letter):
    _, found, _ = letter
    for page in range(1, found[-1].page + 1):
        line = max(word.bottom for word in found if word.page == page)
        footer = [word for word in found if word.page == page and word.bottom > line - 4]
        assert footer[-1].text.isdigit()
        body = [word.bottom for word in found if word.page == page and word not in footer]
        assert max(body) <= min(word.top for word in footer)


def test_each_page_says_which_it_is_and_whose(letter):
    facts, found, _ = letter
    last = found[-1].page
    for page in range(1, last + 1):
        assert said(found, page).endswith(f"Our reference {facts['reference']} Page {page} of {last}") or (
            f"Page {page} of {last}" in said(found, page) and f"Our reference {facts['reference']}" in said(found, page)
        )


def test_the_signature_stays_whole_and_is_never_alone(letter):
    facts, found, _ = letter
    sign = next(n for n, word in enumerate(found) if word.text == "sincerely")
    name = next(n for n in range(sign, len(found)) if found[n].text == facts["sender"]["name"].split()[0])
    mail = next(n for n in range(name, len(found)) if found[n].text == facts["sender"]["email"])
    assert found[sign].page == found[name].page == found[mail].page == found[-1].page
    assert found[name].top - found[sign].bottom >= 14  # millimetres for a hand-written signature
    above = [word for word in found[: sign - 1] if word.page == found[sign].page]
    assert len({round(word.top) for word in above}) >= 2


def test_a_heading_is_never_the_last_thing_on_a_page(letter):
    _, found, made = letter
    headings = {re.sub(r"\s", "", h) for h in re.findall(r"<h[23][^>]*>(.*?)</h[23]>", made.html)}
    for page in range(1, found[-1].page):
        body = [word for word in found if word.page == page and word.bottom < 281]
        last = max(word.bottom for word in body)
        line = "".join(word.text for word in body if word.bottom > last - 3)
        assert line not in headings


def test_an_incident_stays_on_one_page(letter):
    facts, found, _ = letter
    pieces = [(piece, word.page) for word in found for piece in re.split(r"\s", word.text)]
    for incident in facts.get("incidents", ()):
        if incident["exact_words"] != LONG_WORD:
            day = f"{incident['date']:%A} {incident['date'].day} {incident['date']:%B %Y}".split()
            end = pieces.index(*(piece for piece in pieces if piece[0] == f"{incident['reference']}."))
            start = max(n for n in range(end) if [p[0].rstrip(",") for p in pieces[n : n + 4]] == day)
            assert pieces[start][1] == pieces[end][1], incident["reference"]


def test_every_word_of_the_letter_is_on_the_paper(letter):
    _, found, made = letter
    paper = re.sub(r"[\s\u2011-]", "", said(found))
    for line in made.text.split("\n")[6:]:
        assert re.sub(r"[\s\u2011-]", "", line)[:40] in paper


def test_a_pdf_is_tagged_has_its_language_and_title_and_claims_pdf_ua():
    facts, passages = sample("warnings/issued")
    made = render("warnings/issued", facts, passages)
    file = pdf(made.html, made.title)
    root = pypdf.PdfReader(io.BytesIO(file)).trailer["/Root"]
    assert root["/Lang"] == "en-GB" and root["/MarkInfo"]["/Marked"]
    assert pypdf.PdfReader(io.BytesIO(file)).metadata.title == made.title
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    kinds = _tags(root["/StructTreeRoot"])
    assert {"/Document", "/H1", "/H2", "/P", "/L", "/LI"} <= kinds and "/H3" not in kinds


def _tags(node: Any, depth: int = 0) -> set[str]:
    node = node.get_object()
    if isinstance(node, list):
        return set().union(*(_tags(kid, depth) for kid in node))
    if not isinstance(node, dict) or depth > 40:
        return set()
    own = {str(node["/S"])} if "/S" in node else set()
    return own | (_tags(node["/K"], depth + 1) if "/K" in node else set())


def test_paper_is_a4():
    facts, passages = sample("restrictions/imposed")
    made = render("restrictions/imposed", facts, passages)
    for page in pypdf.PdfReader(io.BytesIO(pdf(made.html, made.title))).pages:
        assert [round(float(side) * 25.4 / 72) for side in page.mediabox[2:]] == [210, 297]


LINE = st.text(st.sampled_from("abcdefg WMi,.-12 "), min_size=1, max_size=70)


@given(st.lists(LINE, min_size=1, max_size=9))
@settings(max_examples=300, deadline=None)
def test_any_address_is_arranged_within_the_window(lines):
    arranged = window(lines)
    points, most = {size: (points, most) for size, points, most in SIZES}[arranged.size]
    assert len(arranged.lines) <= most
    assert all(width(line, points) <= WIDTH_MM for line in arranged.lines)


def test_an_address_that_fits_is_left_as_it_is():
    lines = ["Ms Ahmed", "14 Lark Rise", "Stanley", "County Durham", "DH9 9ZZ"]
    assert window(lines) == window([*lines, " "]) and window(lines).lines == tuple(lines)


def test_too_many_lines_are_joined_before_the_type_is_made_smaller():
    arranged = window(["Mrs Bell", *EIGHT_LINES])
    assert arranged.size == "roomy" and len(arranged.lines) == 6
    assert arranged.lines[0] == "Mrs Bell" and arranged.lines[-1] == "NE6 9ZZ"


@pytest.mark.parametrize("letters", ["W" * 40, "abcdefghij" * 4, "MMMiiiWWW " * 4])
def test_the_width_is_never_less_than_on_paper(letters, tmp_path):
    facts, passages = sample("warnings/issued")
    facts["recipient"]["address_lines"] = [letters[:24]]
    made = render("warnings/issued", facts, passages)
    found = [w for w in window_words(words(pdf(made.html, made.title), tmp_path)) if round(w.top) > 58]
    assert found[-1].right - found[0].left <= width(letters[:24], 10.5)
