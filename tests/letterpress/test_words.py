"""What every letter holds to in its words: one thing to do next, near the top; plain English; a notice on one page."""

import io

import pypdf
import pytest

from letterpress.checks import reading
from letterpress.formats.enclosure import appeal_form
from letterpress.make.render import render
from letterpress.make.templates import load
from letterpress.print.pdf import pdf
from letterpress.samples.samples import LETTERS, sample

NEXT = "What to do next:"
TO_STAFF = "side_letters/staff_notice"
OF_A_MARKER = sample(TO_STAFF)[0] | {
    "about": "marker",
    "measures": [],
    "officer": None,
    "deputy": None,
    "applies_to": "This customer, and nobody else in the home",
    "category": "A threat",
    "fact": "On 3 November 2026 she told an adviser that she would wait for her at the car park.",
    "action": "Two people. Ring the duty line on arrival and on leaving.",
}
TO_PEOPLE = sorted(name for name in LETTERS if load(name).audience != "staff")
OLDEST = 11


@pytest.mark.parametrize("name", TO_PEOPLE)
def test_every_letter_says_one_thing_to_do_next_near_its_top(name):
    words = render(name, *sample(name)).source
    assert words.count(NEXT) == 1, "one thing to do, said once"
    assert words.index(NEXT) < words.index("\n## "), "before the first heading"
    told = words.split(NEXT)[1].split("\n")[0]
    assert 3 <= len(told.split()) <= 35, told


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_every_letter_reads_at_eleven_or_below(name):
    facts, passages = sample(name)
    read = reading.read(render(name, facts, passages).words, reading.addresses(facts))
    assert read.age is not None and read.age <= OLDEST, [(one.age, one.text) for one in read.hardest()]


@pytest.mark.parametrize("facts", [sample(TO_STAFF)[0], OF_A_MARKER], ids=["restriction", "marker"])
def test_2_6_a_notice_to_staff_fits_on_one_page(facts):
    made = render(TO_STAFF, facts, {})
    assert len(pypdf.PdfReader(io.BytesIO(pdf(made.html, made.title))).pages) == 1


def test_an_appeal_form_names_nobody_and_leaves_room_to_write():
    landlord = {"address": "Number Five\nGosforth", "telephone": "", "complaints_email": "", "email": "all@example.org"}
    blank, known = appeal_form(landlord), appeal_form(landlord, "R-00012")
    assert "R-00012" in known and "……" in blank and "……" not in known
    assert blank.count("<p>\u00a0</p>") + blank.count("<p>&nbsp;</p>") >= 20
