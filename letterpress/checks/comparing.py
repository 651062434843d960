"""A letter made from the landlord's own copies, held against the shipped one: both from the same examples."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from letterpress.checks import copies, marks
from letterpress.checks.content import missing_from
from letterpress.make import sources, templates
from letterpress.make.escape import clean
from letterpress.make.making import Rendered, made
from letterpress.make.templates import LetterTemplate
from letterpress.make.text import one_line
from letterpress.samples.variants import variants

FAULT, NOTE = "fault", "note"


@dataclass(frozen=True)
class Problem:
    """One fault, or note, in an own copy: its file below the language's folder, the line in it (0: the whole)."""

    severity: str
    path: str
    line: int
    sentence: str
    remedy: str = ""


def is_own(path: str, language: str) -> bool:
    try:
        return path in sources.paths(language) and sources.own_words(path, language) is not None
    except UnicodeError:
        return True


@dataclass(frozen=True)
class Said:
    """What a letter made from an example lacks: lines of its checklist, passages that it does not print."""

    missing: frozenset[str]
    unprinted: frozenset[str]


def compared(template: LetterTemplate, few: int | None) -> Iterator[Problem]:
    """What the letter made from the own copies does not say, and the shipped one does, of each example."""
    path, labels = f"{template.name}.md", {one.key: one.label for one in template.passages}
    for number, (called, facts, passages) in enumerate(variants(template.name)[:few]):
        shipped = _shipped(template.name, template.language, number)
        if shipped is None:
            continue
        try:
            letter = made(template, facts, passages, "standard", {})
            said = _said(letter, passages)
        except Exception as error:  # whatever an own copy can raise in the sandbox keeps it from being used
            yield _unmade(error, template, called)
            continue
        for what in sorted(said.missing - shipped.missing):
            yield Problem(FAULT, path, 0, what, "The words that came with Evenhand say it: compare yours with them.")
        for key in sorted(said.unprinted - shipped.unprinted):
            remedy = f"Put {{{{ passages.{key}|paragraphs }}}} where it belongs."
            yield Problem(FAULT, path, 0, f"What is written under “{labels[key]}” is not printed.", remedy)
        for tag in sorted(marks.dropped_tags(letter.source)):
            yield Problem(
                FAULT, path, 0, f"Something in it is not printed as it is written ({tag}).", "Write it plainer."
            )


def _said(letter: Rendered, passages: Any) -> Said:
    printed = one_line(letter.words.whole)
    lacking = {
        key for key, words in letter.passages.items() if words in passages.values() and not _stands(words, printed)
    }
    return Said(frozenset(missing_from(letter.words, letter.checklist)), frozenset(lacking))


def _stands(words: str, printed: str) -> bool:
    return all(one_line(line) in printed for line in clean(words).split("\n"))


@lru_cache(maxsize=1024)
def _shipped(name: str, language: str, number: int) -> Said | None:
    """The same of the shipped letter; None where it cannot be made from this example either."""
    _, facts, passages = variants(name)[number]
    template = templates.load(name, language)
    try:
        return _said(made(template, facts, passages, "standard", {}), passages)
    except Exception:  # an example that does not hang together, such as an outcome without its dates
        return None


def _unmade(error: Exception, template: LetterTemplate, called: str) -> Problem:
    path, line = _place(error, template)
    cause = error.__cause__ or error
    remedy = f"It was made {called}. Ask first: {{% if … %}} … {{% endif %}}."
    return Problem(FAULT, path, line, f"The letter cannot be made: {_plainly(cause)}", remedy)


def _place(error: BaseException, template: LetterTemplate) -> tuple[str, int]:
    """The file and line of the words in which it happened: the innermost that is ours."""
    found = f"{template.name}.md", 0
    cause: BaseException | None = error.__cause__ or error
    trace = cause.__traceback__ if cause else None
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file in template.files and is_own(file, template.language):
            whole = copies.taken_apart(file, template.files[file])
            found = file, trace.tb_lineno + whole.above
        trace = trace.tb_next
    return found


def _plainly(error: BaseException) -> str:
    said = str(error).rstrip(".")
    if "NoneType" in said or "kind NoneType" in said:
        return "something that may be left out is printed here."
    return f"{said}." if said else f"{type(error).__name__}."
