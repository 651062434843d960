"""How dear letters on paper are, beside WeasyPrint alone doing the same: one page, and a whole tray in one go.

WeasyPrint alone is the floor: the same documents, laid out and written in one process with nothing around it.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from letterpress.make.render import render
from letterpress.print import pdf as printing
from letterpress.print import run_folder
from letterpress.print.pdf import ROOT, page_of, style
from tests.letterpress.samples import sample

WARM, IN_ONE_GO = 15, 200
ONE_PAGE = "<article class='letter letter-standard'><div class='letter-body'><h2>A page</h2>{}</div></article>"
TEXT = "<p>We are writing to you about the visit that was moved, and what we do to put that right for you.</p>" * 14
FLOOR = """
import sys, time, json, weasyprint
from weasyprint.urls import URLFetcher
given = json.load(sys.stdin)
fetcher = URLFetcher(allowed_protocols=("data",))
style = weasyprint.CSS(string=given["css"], url_fetcher=fetcher)
def lay_out(): return weasyprint.HTML(string=given["html"], url_fetcher=fetcher).render(stylesheets=[style])
lay_out().write_pdf(pdf_variant="pdf/ua-1")
times = []
for _ in range(given["times"]):
    begun, worked = time.perf_counter(), time.process_time()
    if given["count"] == 1:
        lay_out().write_pdf(pdf_variant="pdf/ua-1")
    else:
        made = [lay_out() for _ in range(given["count"])]
        made[0].copy([page for one in made for page in one.pages]).write_pdf(pdf_variant="pdf/ua-1")
    times.append((time.perf_counter() - begun, time.process_time() - worked))
print(json.dumps(times))
"""


def alone(html: str, count: int) -> tuple[float, float]:
    """WeasyPrint alone, in a process of its own: seconds by the clock, and of the processor."""
    given = json.dumps({"html": html, "css": style(), "count": count, "times": 1})
    command = [sys.executable, "-c", FLOOR]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True, cwd=ROOT)
    return tuple(json.loads(done.stdout)[0])


def one_page(say: Callable[[str, float, float, str], None]) -> None:
    """One page, once the child is warm, in turn with WeasyPrint alone in this process."""
    import weasyprint

    html = ONE_PAGE.format(TEXT)
    page, css = page_of(html, "A page"), weasyprint.CSS(string=style())

    def least() -> object:
        return weasyprint.HTML(string=page).write_pdf(stylesheets=[css], pdf_variant="pdf/ua-1")

    pairs = [(_timed(lambda: printing.pdf(html, "A page")), _timed(least)) for _ in range(WARM + 2)][2:]
    ours, floor = (statistics.median(column) for column in zip(*pairs, strict=True))
    say("one page as PDF, warm", ours, floor, f"least {min(pairs)[0] * 1000:.0f} ms")


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def in_one_go(say: Callable[[str, float, float, str], None], name: str, count: int = IN_ONE_GO) -> None:
    """Many letters behind a cover list, until the PDF is there and until each is kept; and the child's memory."""
    facts, passages = sample(name)
    made = render(name, facts, passages)
    html = page_of(made.html, made.title, seal="L-00001 0123456789abcdef")
    with tempfile.TemporaryDirectory() as folder:
        run_folder.use(Path(folder))
        listed = [_listed(number) for number in range(1, count + 1)]
        job = {"title": "Letters to send", "reference": "P-00001", "when": "today", "who": "Bench", "two_sided": False,
               "letters": listed, "ways": [("First class", count)], "adds": []}  # fmt: skip
        begun = time.perf_counter()
        run_folder.start(1, job, {"usual.css": style(), "letter.html": html})
        pid, most, worked = run_folder._ours[1].pid, 0, 0.0
        while (state := run_folder.state(1)).working:
            processes = _family(pid)
            most = max(most, sum(map(_resident, processes)))
            worked = max(worked, sum(map(_worked, processes)))
            time.sleep(0.1)
        ready = time.perf_counter() - begun
        pages = state.pages
        run_folder.empty(1)
    floor, least = alone(html, count)
    work = f"processor {worked:.1f} s, floor {least:.1f} s, ratio {worked / least:.2f}"
    more = f"{pages} pages; {work}; peak of all its processes {most / 1024:.0f} MB"
    say(f"{count} letters in one PDF", ready, floor, more)


def _listed(number: int) -> dict[str, Any]:
    return {"id": number, "file": "letter.html", "style": "usual.css", "keep": True, "slip": None, "note": "",
            "reference": f"L-{number:05d}", "name": "A reader", "place": "NE1 1AA", "way": "First class",
            "add": []}  # fmt: skip


def _family(pid: int) -> list[int]:
    """The process and its children; the process alone where this system does not say."""
    try:
        listed = [path.read_text().split() for path in (Path("/proc") / str(pid) / "task").glob("*/children")]
    except OSError:
        return [pid]
    return [pid, *(int(child) for children in listed for child in children)]


def _resident(pid: int) -> int:
    """The most memory the process has used so far, in kB; 0 where this system does not say."""
    try:
        lines = (Path("/proc") / str(pid) / "status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def _worked(pid: int) -> float:
    """The seconds that a processor has worked for the process: what other work on the machine does not change."""
    try:
        parts = (Path("/proc") / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print each as seconds and as a ratio to WeasyPrint alone."""

    def say(words: str, ours: float, floor: float, more: str) -> None:
        said = f"{words:<40} {ours * 1000:8.0f} ms   floor {floor * 1000:7.0f} ms   ratio {ours / floor:5.2f}"
        print(f"{said}   {more}".rstrip(), flush=True)

    one_page(say)
    for name in ("absences/cover", "warnings/issued"):
        in_one_go(say, name, int(os.environ.get("BENCH_LETTERS", IN_ONE_GO)))


if __name__ == "__main__":
    main()
