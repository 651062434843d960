"""The landlord's paper as it comes out of the printer: clear of the window, foldable, readable, told aloud."""

import io
import re
import subprocess
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image, ImageDraw

from letterpress.make.render import render
from letterpress.print.pdf import ROOT, pdf
from letterpress.samples.samples import sample
from policy.correspondence.letterhead import COLOURS
from tests.letterpress.paper import said, words

LOGO, HAND = "a" * 64, "b" * 64
FOOT = ["Karbon Homes Limited, society number 99999R.", "Registered office: Number Five, Gosforth.", "Third line."]
DOTS = 100 / 25.4


def picture(size: tuple[int, int]) -> bytes:
    """A picture that is black all over: wherever it stands, it shows."""
    made, out = Image.new("RGB", size, "white"), io.BytesIO()
    ImageDraw.Draw(made).rectangle((0, 0, *size), fill="black")
    made.save(out, "PNG")
    return out.getvalue()


def on_paper(place: str, format: str) -> bytes:
    facts, passages = sample("restrictions/ended")
    facts["letterhead"] = {
        "logo": LOGO, "logo_words": "Karbon Homes", "logo_place": place, "colour": "plum", "footer": FOOT,
        "signature": HAND,
    }  # fmt: skip
    made = render("restrictions/ended", facts, passages, format=format)
    pictures = {LOGO: ("image/png", picture((1600, 300))), HAND: ("image/png", picture((500, 150)))}
    return pdf(made.html, made.title, format=format, pictures=pictures)


@pytest.fixture(
    scope="module", params=[("left", "standard"), ("centre", "large_print")], ids=lambda case: "-".join(case)
)
def sheet(request: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, bytes, Any, Any]:
    folder: Path = tmp_path_factory.mktemp("sheet")
    made = on_paper(*request.param)
    found = words(made, folder)
    command = ["pdftoppm", "-r", "100", "-gray", "-png", "-f", "1", "-l", "1", "-singlefile"]
    subprocess.run([*command, str(folder / "letter.pdf"), str(folder / "page")], check=True)
    return request.param[1], made, found, Image.open(folder / "page.png").convert("L")


def dark(page: Any, left: float, top: float, right: float, bottom: float, most: int = 160) -> list[tuple[float, float]]:
    """Where anything is printed within so many millimetres."""
    box = [round(side * DOTS) for side in (left, top, right, bottom)]
    columns, rows = range(box[0], box[2]), range(box[1], box[3])
    return [(x / DOTS, y / DOTS) for x in columns for y in rows if page.getpixel((x, y)) < most]


def test_nothing_but_the_address_stands_near_the_window(sheet):
    page = sheet[3]
    assert dark(page, 24, 18, 60, 43), "the logo is there"
    printed = dark(page, 10, 44, 110, 90)
    assert printed and [spot for spot in printed if not (20 <= spot[0] <= 100 and 55 <= spot[1] <= 79)] == []


def test_the_fold_marks_stay_at_the_folds(sheet):
    marks = [y for _, y in dark(sheet[3], 7, 90, 10, 210, most=240)]
    assert marks and all(min(abs(y - 99), abs(y - 198)) < 0.6 for y in marks)


def test_the_foot_stands_on_the_first_page_or_in_large_print_at_the_end(sheet):
    format, _, found, _ = sheet
    where = 1 if format == "standard" else found[-1].page
    assert [page for page in range(1, found[-1].page + 1) if "99999R" in said(found, page)] == [where]
    assert max(word.bottom for word in found) <= 292
    line = next(word for word in found if word.text == "99999R.")
    assert (line.bottom - line.top < 5) == (format == "standard")


def test_a_screen_reader_is_told_of_the_logo_and_whose_hand_it_is(sheet):
    root = pypdf.PdfReader(io.BytesIO(sheet[1])).trailer["/Root"]["/StructTreeRoot"]
    assert sorted(_alternatives(root)) == ["Helen Oduya", "Karbon Homes"]


def _alternatives(node: Any, depth: int = 0) -> list[str]:
    node = node.get_object()
    if isinstance(node, list):
        return [text for kid in node for text in _alternatives(kid, depth)]
    if not isinstance(node, dict) or depth > 40:
        return []
    own = [str(node["/Alt"])] if node.get("/S") == "/Figure" else []
    return own + (_alternatives(node["/K"], depth + 1) if "/K" in node else [])


def test_every_colour_can_be_read_on_white_and_is_shown_beside_its_choice():
    style = (ROOT / "static/css/letter-head.css").read_text()
    found = dict(re.findall(r"\.letter-colour-(\w+),.* \{ --letter-brand: #(\w{6}); \}", style))
    assert set(found) == set(COLOURS) - {""}
    for key, colour in found.items():
        assert 1.05 / (_light(colour) + 0.05) >= 7, key
        assert f'[value="{key}"] + label' in style


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
