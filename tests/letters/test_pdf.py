"""The process that makes PDF files: same bytes, restarts, time-outs, and a clear word where it cannot work."""

import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pypdf
import pytest

from letters.pdf import REMEDY, ROOT, PdfFailed, PdfUnavailable, _Child, pdf, style
from letters.render import render
from tests.letters.samples import sample


@pytest.fixture(scope="module")
def letter():
    facts, passages = sample("warnings/issued")
    return render("warnings/issued", facts, passages)


def child(code: str, seconds: float = 30) -> _Child:
    return _Child([sys.executable, "-c", code], seconds)


def test_the_same_letter_gives_the_same_bytes_from_another_process_too(letter):
    first = pdf(letter.html, letter.title)
    other = f"import sys; from letters.pdf import pdf; sys.stdout.buffer.write(pdf(sys.stdin.read(), {letter.title!r}))"
    command = [sys.executable, "-c", other]
    done = subprocess.run(command, input=letter.html.encode(), capture_output=True, cwd=ROOT, check=True)
    assert first.startswith(b"%PDF-") and first == pdf(letter.html, letter.title) == done.stdout


def test_the_web_process_never_loads_weasyprint():
    code = "import sys, letters.pdf, letters.render; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0


def test_a_child_that_was_killed_is_replaced(letter):
    from letters.pdf import _child

    before = pdf(letter.html, letter.title)
    _child._process.kill()
    assert pdf(letter.html, letter.title) == before


def test_a_child_is_replaced_after_its_number_of_letters(letter, monkeypatch):
    import letters.pdf as module

    monkeypatch.setattr(module, "LETTERS_A_CHILD", 2)
    numbered = _Child()
    pids = []
    for _ in range(5):
        numbered.ask(b'{"html": "<p>x", "css": ""}')
        pids.append(numbered._process.pid)
    numbered.end()
    assert len(set(pids)) == 3


def test_many_threads_share_the_child(letter):
    expected, found = pdf(letter.html, letter.title), []
    threads = [threading.Thread(target=lambda: found.append(pdf(letter.html, letter.title))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 6


def test_a_machine_without_pango_says_what_to_do():
    without = child(
        "import sys; sys.modules['weasyprint'] = None\nfrom letters.pdf_child import main\nmain()",
    )
    with pytest.raises(PdfUnavailable) as caught:
        without.ask(b"{}")
    without.end()
    assert not isinstance(caught.value, PdfFailed)
    assert caught.value.sentence == REMEDY and "Pango" in REMEDY and "browser" in REMEDY


@pytest.mark.parametrize(
    "code", ["import time; time.sleep(60)", "raise SystemExit(3)", "import os; os.write(1, b'ab')"]
)
def test_a_child_that_hangs_or_dies_is_a_clear_error_and_leaves_no_process(code):
    broken = child(code, 1)
    with pytest.raises(PdfFailed, match="could not be made"):
        broken.ask(b"{}" * 100_000)
    assert broken._process is None


def test_a_letter_that_fails_does_not_end_the_child():
    one = _Child()
    with pytest.raises(PdfFailed):
        one.ask(b'{"html": 3, "css": 4}')
    pid = one._process.pid
    assert one.ask(b'{"html": "<p>x", "css": ""}').startswith(b"%PDF-")
    assert one._process.pid == pid
    one.end()


def test_nothing_is_fetched_from_a_letter(tmp_path):
    secret = tmp_path / "other.css"
    secret.write_text("@page { size: 50mm 50mm }")
    link = f'<link rel=stylesheet href="{secret.as_uri()}"><img src="{secret.as_uri()}" alt="x"><p>x'
    inline = '<link rel=stylesheet href="data:text/css,@page{size:50mm 50mm}"><p>x'
    one = _Child()
    outside = one.ask(json.dumps({"html": link, "css": f'@import "{secret.as_uri()}";'}).encode())
    inside = one.ask(json.dumps({"html": inline, "css": ""}).encode())
    one.end()
    assert [round(pypdf.PdfReader(io.BytesIO(file)).pages[0].mediabox.width) for file in (outside, inside)] == [
        595,
        142,
    ]


def test_a_forked_process_starts_a_child_of_its_own(letter):
    from letters.pdf import _child

    pdf(letter.html, letter.title)
    pid = _child._process.pid
    pretend = _child._owner
    _child._owner = os.getpid() + 1
    try:
        assert not _child._is_warm()
    finally:
        _child._owner = pretend
    assert _child._process.pid == pid and _child._is_warm()


def test_the_child_ends_with_its_parent():
    code = "from letters.pdf import _child, pdf\npdf('<p>x', 'x')\nprint(_child._process.pid, flush=True)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not Path(f"/proc/{done.stdout.strip()}").exists()


def test_an_unknown_format_is_an_error(letter):
    with pytest.raises(ValueError, match="braille"):
        pdf(letter.html, letter.title, format="braille")


def test_a_title_is_escaped_and_the_style_has_no_outside_address(letter):
    assert pdf(letter.html, "</title><script>x</script>").startswith(b"%PDF-")
    assert "url(" not in style() and "@import" not in style()
