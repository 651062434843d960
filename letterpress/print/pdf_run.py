"""The process that puts many letters on paper in one go: `python -m letterpress.print.pdf_run FOLDER`.

It reads the job that run_folder.py wrote there, has each letter made as a PDF of its own by children that hold
WeasyPrint (as many as there are processors, two at most), notes after each how far it is, and joins them behind a cover
list into `run.pdf`. It knows no database: what it leaves are files. When its folder is gone there is nobody left to
work for, and it ends; its children end with it.
"""

import json
import logging
import os
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import jinja2

from letterpress.make.sources import SHEETS
from letterpress.print.joining import join, pages_in
from letterpress.print.pdf import Child, PdfFailed, PdfUnavailable

JOB, PROGRESS, PDF, OWN, PARTS = "job.json", "progress.json", "run.pdf", "own", "parts"
MOST_CHILDREN = 2
LIST = jinja2.Environment(
    loader=jinja2.FileSystemLoader(SHEETS), autoescape=True, undefined=jinja2.StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
BLANK = '<!doctype html><html lang="en-GB"><head><title>A blank page</title></head><body></body></html>'
BLANK_CSS = "@page { size: A4 }"


def put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: it has its name only once everything is in it."""
    new = path.with_name(f"{path.name}.new")
    new.write_bytes(content)
    new.replace(path)


@dataclass
class Made:
    """How far the work is; written beside the job after every letter."""

    of: int
    made: int = 0
    step: str = "letters"  # then "joining", "done"; or "unavailable" where no PDF can be made here
    pages: int = 0
    failed: list[int] = field(default_factory=list)

    def note(self, folder: Path) -> None:
        put(folder / PROGRESS, json.dumps(asdict(self)).encode())


class Paper:
    """The children that make PDFs, each doing one letter at a time."""

    def __init__(self, folder: Path, children: int) -> None:
        self._folder, self._free = folder, SimpleQueue[Child]()
        self._all = [Child() for _ in range(children)]
        for child in self._all:
            self._free.put(child)
        self.style = cache(lambda name: (folder / name).read_text(encoding="utf-8"))

    def make(self, html: str, css: str, path: Path) -> Path:
        """Put one document on paper as a file. Raises PdfUnavailable (or its kind PdfFailed)."""
        child = self._free.get()
        try:
            put(path, child.ask(json.dumps({"html": html, "css": css}).encode()))
        finally:
            self._free.put(child)
        return path

    def end(self) -> None:
        for child in self._all:
            child.end()


@contextmanager
def _paper(folder: Path) -> Iterator[Paper]:
    paper = Paper(folder, min(MOST_CHILDREN, os.cpu_count() or 1))
    try:
        yield paper
    finally:
        paper.end()


def run(folder: Path) -> None:
    """Do the job in this folder from beginning to end."""
    job = json.loads((folder / JOB).read_bytes())
    made = Made(of=len(job["letters"]))
    made.note(folder)
    (folder / PARTS).mkdir(mode=0o700, exist_ok=True)
    try:
        with _paper(folder) as paper:
            found = _letters(folder, job, paper, made)
            made.step = "joining"
            made.note(folder)
            made.pages = _join(folder, job, paper, found)
        made.step = "done"
    except PdfUnavailable:
        made.step = "unavailable"
    made.note(folder)


def _letters(folder: Path, job: dict[str, Any], paper: Paper, made: Made) -> dict[int, Path]:
    """Each letter as a file of its own; one that fails is noted and left out, and must not hold up the others."""
    one_at_a_time = threading.Lock()

    def make(letter: dict[str, Any]) -> Path | None:
        html = (folder / letter["file"]).read_text(encoding="utf-8")
        path = folder / (OWN if letter["keep"] else PARTS) / f"{letter['id']}.pdf"
        try:
            done = paper.make(html, paper.style(letter["style"]), path)
        except PdfFailed:
            done = None
        with one_at_a_time:
            if done is None:
                made.failed.append(letter["id"])
            made.made += 1
            made.note(folder)
        return done

    with ThreadPoolExecutor(MOST_CHILDREN) as pool:
        paths = list(pool.map(make, job["letters"]))
    return {letter["id"]: path for letter, path in zip(job["letters"], paths, strict=True) if path}


def _join(folder: Path, job: dict[str, Any], paper: Paper, found: dict[int, Path]) -> int:
    """The cover list, then the letters; each begins on a fresh sheet, with a blank page where it needs one."""
    for letter in job["letters"]:
        letter["pages"] = pages_in(found[letter["id"]]) if letter["id"] in found else 0
    parts, here = [], folder / PARTS
    parts.append(paper.make(LIST.get_template("post_list.html").render(job), _list_css(), here / "list.pdf"))
    for letter in job["letters"]:
        if letter["id"] in found:
            if letter["slip"]:
                slip = LIST.get_template("post_slip.html").render(letter["slip"])
                parts.append(paper.make(slip, _list_css(), here / f"slip-{letter['id']}.pdf"))
            parts.append(found[letter["id"]])
    if job["two_sided"]:
        blank = paper.make(BLANK, BLANK_CSS, here / "blank.pdf")
        parts = [sheet for part in parts for sheet in ([part, blank] if pages_in(part) % 2 else [part])]
    pages = join(parts, folder / f"{PDF}.new")
    (folder / f"{PDF}.new").replace(folder / PDF)
    return pages


@cache
def _list_css() -> str:
    return (SHEETS / "post_list.css").read_text(encoding="utf-8")


def main() -> None:
    """Work quietly: what libraries print could quote a letter, so it goes nowhere."""
    os.umask(0o077)
    logging.disable(logging.CRITICAL)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, sys.stdout.fileno())
    os.dup2(silence, sys.stderr.fileno())
    run(Path(sys.argv[1]))


if __name__ == "__main__":
    main()
