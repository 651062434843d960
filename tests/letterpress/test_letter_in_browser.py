"""The letter in a real browser: the print page on paper, and the sheet on a narrow screen in both colour schemes."""

import io
import re

import jinja2
import pypdf
import pytest
from markupsafe import Markup

from letterpress.make.render import render, standalone
from letterpress.print.pdf import ROOT, style
from tests.letterpress.paper import LONG_WORD, long_case, said, words
from tests.letterpress.samples import sample
from tests.letterpress.test_paper import FORBIDDEN, FULLEST, SHEET, WINDOW

pytestmark = pytest.mark.browser
PRINTED = [(name, "standard", 0) for name in FULLEST]
PRINTED += [("restrictions/imposed", "standard", 1), ("restrictions/imposed", "large_print", 1)]
PRINTED += [("warnings/issued", "easy_read", 0)]


def print_page(name: str, format: str = "standard", long: bool = False, css: str = "letter.css"):
    facts, passages = long_case(name) if long else sample(name)
    made = render(name, facts, passages, format=format)
    shell = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "templates"), autoescape=True)
    html = shell.get_template("layout/letter.html").render(
        letter_title=made.title, letter_html=Markup(standalone(made.html)), letter_css=css
    )
    return facts, html


@pytest.fixture
def opened(page, tmp_path):
    def open_letter(name, format="standard", long=False):
        facts, html = print_page(name, format, long)
        file = tmp_path / "letter.html"
        file.write_text(html, encoding="utf-8")
        (tmp_path / "letter.css").write_text(style(), encoding="utf-8")
        page.goto(file.as_uri())
        return facts, page

    return open_letter


@pytest.mark.parametrize(("name", "format", "long"), PRINTED)
def test_a_browser_prints_the_letter_on_the_same_paper(opened, tmp_path, name, long, format):
    facts, page = opened(name, format, long)
    file = page.pdf(prefer_css_page_size=True)
    found = words(file, tmp_path)
    shown = " ".join(word.text for word in found if word.page == 1 and word.inside(*WINDOW))
    expected = " ".join([facts["recipient"]["name"], *facts["recipient"]["address_lines"]])
    assert re.sub(r"[,\s]", "", shown) == re.sub(r"[,\s]", "", expected)
    near = [w.text for w in found if w.page == 1 and w.touches(*FORBIDDEN) and not w.inside(*WINDOW)]
    assert near == []
    assert [w.text[:30] for w in found if not w.inside(*SHEET)] == []
    last = found[-1].page
    for number, sheet in enumerate(pypdf.PdfReader(io.BytesIO(file)).pages, start=1):
        assert f"Page {number} of {last}" in sheet.extract_text()


@pytest.mark.parametrize("name", FULLEST)
def test_a_browser_leaves_no_single_lines_behind(opened, tmp_path, name):
    _, page = opened(name)
    found = words(page.pdf(prefer_css_page_size=True), tmp_path)
    pages = [re.sub(r"\s", "", said(found, number)) for number in range(1, found[-1].page + 1)]
    for paragraph in page.locator(".letter-body p").all_inner_texts():
        assert any(re.sub(r"\s", "", paragraph) in one for one in pages), paragraph


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_sheet_fits_the_screen_and_stays_white(opened, width, scheme):
    _, page = opened("restrictions/imposed", long=True)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    assert LONG_WORD in page.content()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    colours = page.evaluate("(s => [s.color, s.backgroundColor])(getComputedStyle(document.querySelector('.letter')))")
    assert colours == ["rgb(17, 17, 17)", "rgb(255, 255, 255)"]
    assert page.locator("h1").count() == 1


def test_the_print_page_has_no_inline_style_or_script():
    _, html = print_page("warnings/issued")
    assert " style=" not in html and "<style" not in html and "<script" not in html
