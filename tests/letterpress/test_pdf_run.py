"""Letters printed in one go by a real process: the list, the order, fresh sheets, the originals, and being killed."""

import io
import os
import re
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import outloud
import pypdf
import pytest

from letterpress.make.render import render
from letterpress.print import pdf as printing
from letterpress.print import run_folder
from letterpress.print.pdf import page_of, style
from tests.letterpress.samples import sample

RUN = 7
LANDLORD = {"landlord": "Karbon Homes", "reference": "L-00002", "lines": ["Robin Example", "2 New Street", "NE1 1AA"]}


def job(count: int = 3, two_sided: bool = True) -> tuple[dict[str, Any], dict[str, str], Any]:
    """A run of the same letter: the second was sent before to another address, the third cannot be laid out."""
    facts, passages = sample("absences/cover")
    made = render("absences/cover", facts, passages)
    html = page_of(made.html, made.title, seal="L-00001 abc")
    files = {"usual.css": style(), "broken.css": "@page { size: 0 0; margin: 0 }"}
    listed = []
    for number in range(1, count + 1):
        files[f"{number}.html"] = html
        listed.append({
            "id": number, "file": f"{number}.html", "style": "usual.css", "keep": number != 2, "note": "",
            "slip": LANDLORD if number == 2 else None, "reference": f"L-{number:05d}", "name": f"Reader {number}",
            "place": "NE1 1AA", "way": "First class", "add": ["The policy"],
        })  # fmt: skip
    told = {"title": "Letters to send, P-00007", "reference": "P-00007", "when": "Monday 2 March 2026",
            "who": "Omar Officer", "two_sided": two_sided, "letters": listed, "ways": [("First class", count)],
            "adds": [("The policy", count)]}  # fmt: skip
    return told, files, made


def until(done: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.fixture(scope="module")
def done(tmp_path_factory) -> Any:
    run_folder.use(tmp_path_factory.mktemp("post"))
    told, files, made = job()
    assert run_folder.start(RUN, told, files)
    assert not run_folder.start(RUN, told, files)  # it works on this already
    until(lambda: not run_folder.state(RUN).working)
    return made, run_folder.state(RUN), pypdf.PdfReader(io.BytesIO(run_folder.pdf(RUN)))


def words(page: Any) -> str:
    return re.sub(r"\s+", " ", page.extract_text())


def test_the_list_comes_first_and_each_letter_begins_on_a_fresh_sheet(done):
    _, state, read = done
    assert (state.step, state.made, state.of, state.failed) == ("done", 3, 3, ())
    pages = [words(page) for page in read.pages]
    assert len(pages) == state.pages and len(pages) % 2 == 0
    assert "Letters to send" in pages[0] and all(f"L-0000{n}" in pages[0] for n in (1, 2, 3))
    assert "3 × The policy" in pages[0] and "Reader 2" in pages[0] and pages[1] == ""
    starts = [number for number, page in enumerate(pages) if "Page 1 of" in page]
    assert len(starts) == 3 and all(number % 2 == 0 for number in starts)
    slip = next(number for number, page in enumerate(pages) if "It came back to us" in page)
    assert slip % 2 == 0 and starts[1] == slip + 2 and "2 New Street" in pages[slip] and pages[slip + 1] == ""


def test_it_is_marked_as_accessible_and_keeps_its_headings(done):
    _, _, read = done
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en-GB" and "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert read.metadata.title == "Letters to send, P-00007"  # no name of a person


def test_what_is_joined_is_accessible_to_a_checker_we_did_not_write(done, tmp_path):
    file = tmp_path / "run.pdf"
    file.write_bytes(run_folder.pdf(RUN))
    found = outloud.check(str(file), layers=["conformance"])
    assert found.stats["tagged"] and [one for one in found.findings if one.severity == "error"] == []


def test_the_original_of_each_is_byte_for_byte_what_the_letter_alone_gives(done):
    made, _, _ = done
    alone = printing.pdf(made.html, made.title, seal="L-00001 abc")
    assert run_folder.own(RUN, 1) == run_folder.own(RUN, 3) == alone
    assert run_folder.own(RUN, 2) is None  # it was kept before


def test_nobody_else_can_read_the_folder_and_it_is_emptied(done, tmp_path):
    before = run_folder._home
    run_folder.use(tmp_path)
    try:
        told, files, _ = job(1)
        run_folder._write(_made(tmp_path / "1"), told, files)
        assert Path(tmp_path / "1" / "job.json").exists()
        run_folder.empty(1)
        assert not (tmp_path / "1").exists() and run_folder.state(1).step == "none"
    finally:
        run_folder.use(before)
    assert os.stat(before / str(RUN)).st_mode & 0o777 == 0o700


def _made(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder


def test_a_process_that_is_killed_has_stopped_and_may_start_again(done):
    told, files, _ = job(40)
    run_folder.start(8, told, files)
    until(lambda: run_folder.state(8).made >= 1)
    os.kill(run_folder._ours[8].pid, signal.SIGKILL)
    until(lambda: not run_folder.state(8).working)
    state = run_folder.state(8)
    assert state.step == "stopped" and 1 <= state.made < state.of == 40 and run_folder.pdf(8) is None
    told, files, _ = job(1, two_sided=False)
    assert run_folder.start(8, told, files)
    run_folder.empty(8)  # abandoned meanwhile: the process finds its folder gone and ends
    process = run_folder._ours.get(8)
    assert process is None or process.wait(30) is not None
    run_folder.empty(8)


@pytest.mark.parametrize("copy", ["Copy printed on 3 March 2027 by Omar Officer", ""])
def test_every_page_of_a_copy_says_so_and_keeps_its_words(done, copy):
    made, _, _ = done
    read = pypdf.PdfReader(io.BytesIO(printing.pdf(made.html, made.title, copy=copy)))
    pages = [words(page) for page in read.pages]
    assert all((copy and copy in page) or (not copy and "Copy" not in page) for page in pages)
    assert "Dear" in pages[0] and bool(copy) == ("COPY" in pages[0])
