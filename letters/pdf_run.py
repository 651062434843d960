"""The process that puts many letters on paper in one go: `python -m letters.pdf_run FOLDER`.

It reads the job that letters.run_folder wrote there, notes after each letter how far it is, joins them behind a cover
list into `run.pdf`, and then keeps each letter as a PDF of its own. It knows no database: what it leaves are files.
When its folder is gone there is nobody left to work for, and it ends.
"""

import json
import logging
import os
import sys
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from letters.pdf_child import printed_links

JOB, PROGRESS, PDF, OWN = "job.json", "progress.json", "run.pdf", "own"
UA = "pdf/ua-1"
LIST = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=jinja2.StrictUndefined,
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
    step: str = "letters"  # then "joining", "keeping", "done"; or "unavailable" where no PDF can be made here
    pages: int = 0
    failed: list[int] = field(default_factory=list)

    def note(self, folder: Path) -> None:
        put(folder / PROGRESS, json.dumps(self.__dict__).encode())


class Paper:
    """WeasyPrint, with each style sheet read once."""

    def __init__(self, folder: Path) -> None:
        import weasyprint
        from weasyprint.urls import URLFetcher

        self._print, self._folder = weasyprint, folder
        self._fetcher = URLFetcher(allowed_protocols=("data",))
        self.style = cache(self._style)

    def _style(self, name: str) -> Any:
        return self.css((self._folder / name).read_text(encoding="utf-8"))

    def css(self, text: str) -> Any:
        return self._print.CSS(string=text, url_fetcher=self._fetcher)

    def lay_out(self, html: str, style: Any) -> Any:
        return self._print.HTML(string=html, url_fetcher=self._fetcher).render(stylesheets=[style])


def run(folder: Path) -> None:
    """Do the job in this folder from beginning to end."""
    job = json.loads((folder / JOB).read_bytes())
    made = Made(of=len(job["letters"]))
    try:
        paper = Paper(folder)
    except (OSError, ImportError):
        made.step = "unavailable"
        made.note(folder)
        return
    laid_out = _letters(folder, job, paper, made)
    made.step = "joining"
    made.note(folder)
    _join(folder, job, paper, laid_out, made)
    made.step = "keeping"
    made.note(folder)
    _keep(folder, job, laid_out)
    made.step = "done"
    made.note(folder)


def _letters(folder: Path, job: dict[str, Any], paper: Paper, made: Made) -> dict[int, Any]:
    """Each letter laid out by itself, so that its pages count from one; a letter that fails is noted and left out."""
    found = {}
    made.note(folder)
    for letter in job["letters"]:
        try:
            html = (folder / letter["file"]).read_text(encoding="utf-8")
            found[letter["id"]] = paper.lay_out(html, paper.style(letter["style"]))
        except FileNotFoundError:
            raise
        except Exception:  # one letter must not hold up the others; its words stay out of every log
            made.failed.append(letter["id"])
        made.made += 1
        made.note(folder)
    return found


def _join(folder: Path, job: dict[str, Any], paper: Paper, laid_out: dict[int, Any], made: Made) -> None:
    """The cover list, then the letters; each begins on a fresh sheet, with a blank page where it needs one."""
    for letter in job["letters"]:
        letter["pages"] = len(laid_out[letter["id"]].pages) if letter["id"] in laid_out else 0
    cover = paper.lay_out(LIST.get_template("post_list.html").render(job), paper.css(_list_css()))
    parts = [cover]
    for letter in job["letters"]:
        if letter["id"] in laid_out:
            if letter["slip"]:
                slip = LIST.get_template("post_slip.html").render(letter["slip"])
                parts.append(paper.lay_out(slip, paper.css(_list_css())))
            parts.append(laid_out[letter["id"]])
    pages: list[Any] = []
    for part in parts:
        pages += part.pages
        if job["two_sided"] and len(part.pages) % 2:
            pages += paper.lay_out(BLANK, paper.css(BLANK_CSS)).pages
    made.pages = len(pages)
    put(folder / PDF, cover.copy(pages).write_pdf(pdf_variant=UA, finisher=printed_links))


@cache
def _list_css() -> str:
    return (Path(__file__).parent / "post_list.css").read_text(encoding="utf-8")


def _keep(folder: Path, job: dict[str, Any], laid_out: dict[int, Any]) -> None:
    """Each letter as a PDF of its own, as first printed; those that are kept already are not made again."""
    for letter in job["letters"]:
        document = laid_out.pop(letter["id"], None)
        if document is not None and letter["keep"]:
            put(folder / OWN / f"{letter['id']}.pdf", document.write_pdf(pdf_variant=UA, finisher=printed_links))


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
