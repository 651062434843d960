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

from letterpress.make.render import render
from letterpress.print.pdf import REMEDY, ROOT, Child, PdfFailed, PdfUnavailable, pdf, style
from tests.letterpress.samples import sample

SMALL = "<article class='letter'><p>x</p></article>"
ECHO = (
    "import sys\nfrom letterpress.print.pdf_child import read, write\n"
    "while (message := read(sys.stdin.buffer)) is not None: write(sys.stdout.buffer, b'+' + message)"
)
"""A child that starts at once, for what is not about PDF: it gives back what it was asked."""


@pytest.fixture(scope="module")
def letter():
    facts, passages = sample("warnings/issued")
    return render("warnings/issued", facts, passages)


@pytest.fixture(scope="module")
def one():
    """A real child, for all that asks for a few words on paper."""
    made = Child()
    yield made
    made.end()


def child(code: str, seconds: float = 30) -> Child:
    return Child([sys.executable, "-c", code], seconds)


def test_the_same_letter_gives_the_same_bytes_and_the_web_process_never_loads_weasyprint(letter):
    first = pdf(letter.html, letter.title)
    other = (
        "import sys, letterpress.make.render; from letterpress.print.pdf import pdf\n"
        f"made = pdf(sys.stdin.read(), {letter.title!r})\n"
        "sys.stdout.buffer.write(made); sys.exit('weasyprint' in sys.modules)"
    )
    command = [sys.executable, "-c", other]
    done = subprocess.run(command, input=letter.html.encode(), capture_output=True, cwd=ROOT, check=True)
    assert first.startswith(b"%PDF-") and first == pdf(letter.html, letter.title) == done.stdout


def test_a_child_that_was_killed_is_replaced():
    killed = child(ECHO)
    assert killed.ask(b"one") == b"one"
    pid = killed._process.pid
    killed._process.kill()
    assert killed.ask(b"two") == b"two" and killed._process.pid != pid
    killed.end()


def test_a_child_is_replaced_after_its_number_of_letters(monkeypatch):
    import letterpress.print.pdf as module

    monkeypatch.setattr(module, "LETTERS_A_CHILD", 2)
    numbered = child(ECHO)
    pids = []
    for _ in range(5):
        numbered.ask(b"x")
        pids.append(numbered._process.pid)
    numbered.end()
    assert len(set(pids)) == 3


def test_many_threads_share_the_child():
    shared, found = child(ECHO), []
    threads = [threading.Thread(target=lambda n=n: found.append((n, shared.ask(b"%d" % n)))) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    shared.end()
    assert sorted(found) == [(n, b"%d" % n) for n in range(6)]


def test_a_machine_without_pango_says_what_to_do():
    without = child(
        "import sys; sys.modules['weasyprint'] = None\nfrom letterpress.print.pdf_child import main\nmain()"
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


def test_a_letter_that_fails_does_not_end_the_child(one):
    with pytest.raises(PdfFailed):
        one.ask(b'{"html": 3, "css": 4}')
    pid = one._process.pid
    assert one.ask(b'{"html": "<p>x", "css": ""}').startswith(b"%PDF-")
    assert one._process.pid == pid


def test_nothing_is_fetched_from_a_letter(one, tmp_path):
    secret = tmp_path / "other.css"
    secret.write_text("@page { size: 50mm 50mm }")
    link = f'<link rel=stylesheet href="{secret.as_uri()}"><img src="{secret.as_uri()}" alt="x"><p>x'
    inline = '<link rel=stylesheet href="data:text/css,@page{size:50mm 50mm}"><p>x'
    outside = one.ask(json.dumps({"html": link, "css": f'@import "{secret.as_uri()}";'}).encode())
    inside = one.ask(json.dumps({"html": inline, "css": ""}).encode())
    sizes = [round(pypdf.PdfReader(io.BytesIO(file)).pages[0].mediabox.width) for file in (outside, inside)]
    assert sizes == [595, 142]


def test_a_forked_process_starts_a_child_of_its_own():
    warm = child(ECHO)
    warm.ask(b"x")
    pid, warm._owner = warm._process.pid, os.getpid() + 1
    assert not warm._is_warm()
    warm._owner = os.getpid()
    assert warm._process.pid == pid and warm._is_warm()
    warm.end()


def test_the_child_ends_with_its_parent():
    code = (
        "import sys; from letterpress.print.pdf import _child\n"
        f"_child._command = [sys.executable, '-c', {ECHO!r}]\n"
        "_child.ask(b'x')\nprint(_child._process.pid, flush=True)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not Path(f"/proc/{done.stdout.strip()}").exists()


def test_an_unknown_format_is_an_error(letter):
    with pytest.raises(ValueError, match="braille"):
        pdf(letter.html, letter.title, format="braille")


def test_a_title_is_escaped_and_the_style_has_no_outside_address():
    assert pdf(SMALL, "</title><script>x</script>").startswith(b"%PDF-")
    assert "url(" not in style() and "@import" not in style()
