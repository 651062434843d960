"""A letter for the braille embosser: pages an embosser takes, and a clear word where none can be made."""

import subprocess

import pytest

from letterpress.formats import braille
from letterpress.formats.braille import CELLS, LINES, BrailleUnavailable, brf
from letterpress.make.render import render
from tests.conftest import _do_without
from tests.letterpress.samples import sample

SIGNS = set(map(chr, range(0x20, 0x60)))


@pytest.fixture(scope="module")
def letter():
    return render("restrictions/imposed", *sample("restrictions/imposed")).html


@pytest.fixture(scope="module")
def pages(letter):
    if not braille.is_available():
        _do_without("braille, since liblouis (Debian: liblouis-bin) is not installed")
    file = brf(letter)
    assert file == brf(letter)
    return [page.split("\r\n")[:-1] for page in file.decode("ascii").split("\f")[:-1]]


def test_pages_have_25_lines_of_40_cells_in_braille_signs_and_their_number(pages):
    for number, page in enumerate(pages, start=1):
        assert len(page) == LINES and max(map(len, page)) <= CELLS
        assert set("".join(page)) <= SIGNS
        assert page[-1].strip() == "#" + str(number).translate(str.maketrans("1234567890", "ABCDEFGHIJ"))
        assert any(line.strip() for line in page[:-1]) and page[0].strip()


def test_contracted_braille_says_the_words_back(pages, letter):
    run = [line for page in pages for line in page[:-1]]
    assert "  ,DE> ,MS ,AHM$-,DALE" in run and any(line.startswith("    ,:AT WE PROMISE") for line in run)
    back = subprocess.run(
        [braille._program(), "--backward", "en-us-brf.dis,en-ueb-g2.ctb"],
        input="\n".join(line.strip() for line in run), capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert "0191 496 0123" in back and "What we promise" in back


def test_a_heading_is_never_the_last_thing_on_a_page(pages):
    for page in pages[:-1]:
        last = [line for line in page[:-1] if line.strip()][-1]
        assert not last.startswith("    ,") or len(last.strip()) > 30


def test_words_and_lines_longer_than_the_program_takes_are_still_whole(pages):
    made = brf(f"<p>{'the people will ' * 400}</p><p>{'x' * 95}</p>").decode()
    assert made.count("!") == 400 and made.replace("\r\n", "").replace(" ", "").count("X") >= 95


def test_without_the_program_or_a_table_it_says_what_to_do(monkeypatch, tmp_path, letter):
    monkeypatch.setattr(braille, "_program", lambda: None)
    with pytest.raises(BrailleUnavailable) as caught:
        brf(letter)
    assert "liblouis-bin" in caught.value.sentence and "plain text" in caught.value.sentence
    for words in ("#!/bin/sh\nexit 3\n", "#!/bin/sh\ncat >/dev/null\n"):
        program = tmp_path / "lou_translate"
        program.write_text(words)
        program.chmod(0o755)
        monkeypatch.setattr(braille, "_program", lambda path=str(program): path)
        with pytest.raises(BrailleUnavailable):
            brf(letter)
    with pytest.raises(BrailleUnavailable, match="no braille table"):
        brf(letter, "xx")
