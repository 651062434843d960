"""The check of the landlord's own copies: what is wrong with one, where, and what helps; and what is worth knowing.

A copy is held against the shipped letter: both are made from the same examples (letters.variants), and the copy must
say whatever the shipped one says of its checklist and of what its author wrote. The shipped checklist always counts.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from jinja2 import TemplateError

from letters import changes, copies, marks, sources, templates
from letters.content import missing_from
from letters.copies import is_part
from letters.errors import LetterError
from letters.escape import clean
from letters.field_kinds import root
from letters.known import Finding, Walk
from letters.making import Rendered, made
from letters.sources import ENGLISH
from letters.templates import LetterTemplate
from letters.text import one_line
from letters.variants import variants

FAULT, NOTE = "fault", "note"
MANY, FEW = 6, 2  # a part of more letters than this is tried with fewer examples of each


@dataclass(frozen=True)
class Problem:
    """One fault, or note, in an own copy: its file below the language's folder, the line in it (0: the whole)."""

    severity: str
    path: str
    line: int
    sentence: str
    remedy: str = ""


# --- Asking ---


def problems(path: str, language: str = ENGLISH, words: str | None = None) -> list[Problem]:
    """What is wrong with, and worth knowing of, the landlord's own copy of a file, or `words` to be put in its place.

    Faults first. Empty where there is no copy. Raises TemplateNotFound for a file that is not shipped.
    """
    sources.text(path, language)
    try:
        words = sources.own_words(path, language) if words is None else words
    except UnicodeError:
        return [Problem(FAULT, path, 0, "This file is not text in UTF-8.", "Save it again as UTF-8.")]
    if words is None:
        return []
    with sources.trying({(path, language): words}):
        found = _faults_of(path, language)
    others = dict.fromkeys((one, language) for one in sources.paths(language) if _is_own(one, language))
    if found and others:
        with sources.trying({**others, (path, language): words}):
            found = _faults_of(path, language)  # another copy's faults are not this one's
    return [*found, *_notes(path, language, words)]


def faults(found: Sequence[Problem]) -> list[Problem]:
    """Those that keep a copy from being used."""
    return [one for one in found if one.severity == FAULT]


def letter_faults(name: str, language: str = ENGLISH, few: int | None = None) -> list[Problem]:
    """What is wrong with a letter made from the landlord's copies as they are now, of itself and of its parts.

    `few`: tried with so many examples only.
    """
    return _letter_faults(name, language, sources.stamp(), few)


def is_behind(path: str, language: str = ENGLISH) -> bool:
    """True where the shipped words have been revised since the landlord's copy was made."""
    try:
        origin = copies.taken_apart(path, sources.own_words(path, language) or "").from_version
    except ValueError:
        return False
    return bool(origin) and origin != copies.shipped_version(path, language)


def touched(name: str, language: str = ENGLISH) -> list[str]:
    """The files of a letter of which the landlord has copies."""
    return [path for path in sorted(_files(name, language)) if _is_own(path, language)]


def used_in(path: str, language: str = ENGLISH) -> list[str]:
    """The letters that a file stands in, by their names: those shipped with it, and own copies that include it."""
    return [name for name in sources.names(language) if path in _files(name, language)]


def _files(name: str, language: str) -> set[str]:
    shipped = set(templates.load(name, language).files)
    try:
        return shipped | set(templates.load(name, language, own=True).files)
    except (TemplateError, LetterError, ValueError, KeyError, UnicodeError):
        return shipped


# --- Faults ---


def _faults_of(path: str, language: str) -> list[Problem]:
    own, names = _static(path, language), used_in(path, language)
    if own or not is_part(path):
        return own or [one for name in names for one in _letter_faults(name, language, sources.stamp())]
    few = FEW if len(names) > MANY else None
    found = [(one, name) for name in names for one in _letter_faults(name, language, sources.stamp(), few)]
    return list(dict.fromkeys(one if one.path == path else _of_part(one, path, found) for one, _ in found))


def _of_part(one: Problem, path: str, found: list[tuple[Problem, str]]) -> Problem:
    """A fault that making letters showed, said once of the part, with the letters in which it shows."""
    if one.path.startswith("parts/"):
        return one
    names = sorted({name for other, name in found if other.sentence == one.sentence})
    said = f"{names[0]} and {len(names) - 1} other letters" if len(names) > 2 else " and ".join(names)
    return replace(one, path=path, line=0, sentence=f"In {said}: {one.sentence}")


@lru_cache(maxsize=512)
def _letter_faults(name: str, language: str, stamp: sources.Stamp, few: int | None = None) -> list[Problem]:
    own = touched(name, language)
    found = [one for path in own for one in _static(path, language)]
    if found or not own:
        return found
    found = list(_names(templates.load(name, language)))
    return found or list(dict.fromkeys(_compared(templates.load(name, language, own=True), few)))


def _is_own(path: str, language: str) -> bool:
    try:
        return path in sources.paths(language) and sources.own_words(path, language) is not None
    except UnicodeError:
        return True


def _static(path: str, language: str) -> list[Problem]:
    """What can be seen in the file alone: its front matter, its Markdown, its blocks."""
    try:
        text = sources.own_words(path, language) or ""
        whole = copies.taken_apart(path, text)
    except UnicodeError:
        return [Problem(FAULT, path, 0, "This file is not text in UTF-8.", "Save it again as UTF-8.")]
    except tomllib.TOMLDecodeError as error:
        return [Problem(FAULT, path, _toml_line(error), f"The lines between +++ cannot be read: {error}.", QUOTES)]
    except ValueError:
        remedy = "Begin it with a line +++, then title and revised, then a line +++."
        return [Problem(FAULT, path, 1, "This letter has no lines between +++ at its start.", remedy)]
    found = [Finding(path, line, sentence, remedy) for line, sentence, remedy in _front(path, text, whole)]
    if not whole.words.strip():
        found.append(Finding(path, whole.above + 1, "There are no words in it.", "Write some, or go back to ours."))
    found += [replace(one, line=one.line + whole.above) for one in marks.findings(path, whole.words)]
    if not found:
        walk = Walk(language, True)
        walk.syntax(path)
        found = [replace(one, line=one.line + whole.above) for one in walk.found]
    return [Problem(FAULT, one.path, one.line, one.sentence, one.remedy) for one in found]


QUOTES = 'Each line is a word, = and a text in quotation marks: title = "A warning".'


def _toml_line(error: Exception) -> int:
    said = str(error).partition("(at line ")[2].partition(",")[0]
    return int(said) + 1 if said.isdigit() else 1


def _front(path: str, text: str, whole: copies.Copy) -> Iterator[tuple[int, str, str]]:
    front = copies.front_of(text)
    if is_part(path):
        return
    if not isinstance(front.get("title"), str) or not front["title"].strip():
        yield 1, "The letter has no title.", 'Write title = "…" between the lines +++.'
    if not isinstance(front.get("revised"), str):
        yield 1, "The letter does not say when it was revised.", 'Write revised = "2026-11-23" between the lines +++.'


def _names(shipped: LetterTemplate) -> Iterator[Problem]:
    """Fields, filters and parts that do not exist, wherever they stand in the letter or its parts."""
    path, language, walk = f"{shipped.name}.md", shipped.language, Walk(shipped.language, True)
    scope = root(shipped.facts, {one.key: one.label for one in shipped.passages})
    line = next((n for n, one in enumerate(_lines(path, language), 1) if one.startswith("title")), 1)
    walk.title(_apart(path, language).title, path, line, dict(scope))
    yield from (Problem(FAULT, path, one.line, one.sentence, one.remedy) for one in walk.found)
    titled = len(walk.found)
    walk.file(path, scope)
    for one in walk.found[titled:]:
        own = _is_own(one.path, language)
        line = one.line + _apart(one.path, language).above if own else 0
        yield Problem(FAULT, one.path if own else path, line, one.sentence, one.remedy)


def _apart(path: str, language: str) -> copies.Copy:
    return copies.taken_apart(path, sources.text(path, language, own=True))


def _lines(path: str, language: str) -> list[str]:
    return sources.text(path, language, own=True).split("\n")


# --- Making it ---


@dataclass(frozen=True)
class Said:
    """What a letter made from an example lacks: lines of its checklist, passages that it does not print."""

    missing: frozenset[str]
    unprinted: frozenset[str]


def _compared(template: LetterTemplate, few: int | None) -> Iterator[Problem]:
    """What the letter made from the own copies does not say, and the shipped one does, of each example."""
    path, labels = f"{template.name}.md", {one.key: one.label for one in template.passages}
    for number, (called, facts, passages) in enumerate(variants(template.name)[:few]):
        shipped = _shipped(template.name, template.language, number)
        if shipped is None:
            continue
        try:
            letter = made(template, facts, passages, "standard", {})
            said = _said(letter, template, passages)
        except Exception as error:  # whatever an own copy can raise in the sandbox keeps it from being used
            yield _unmade(error, template, called)
            continue
        for what in sorted(said.missing - shipped.missing):
            yield Problem(FAULT, path, 0, what, "The shipped words say it: compare yours with them.")
        for key in sorted(said.unprinted - shipped.unprinted):
            remedy = f"Put {{{{ passages.{key}|paragraphs }}}} where it belongs."
            yield Problem(FAULT, path, 0, f"What is written under “{labels[key]}” is not printed.", remedy)
        for tag in sorted(marks.dropped_tags(letter.source)):
            yield Problem(
                FAULT, path, 0, f"Something in it is not printed as it is written ({tag}).", "Write it plainer."
            )


def _said(letter: Rendered, template: LetterTemplate, passages: Any) -> Said:
    printed = one_line(letter.words.whole)
    lacking = {
        key for key, words in letter.passages.items() if words in passages.values() and not _stands(words, printed)
    }
    return Said(frozenset(missing_from(letter.words, letter.facts, template)), frozenset(lacking))


def _stands(words: str, printed: str) -> bool:
    return all(one_line(line) in printed for line in clean(words).split("\n"))


@lru_cache(maxsize=1024)
def _shipped(name: str, language: str, number: int) -> Said | None:
    """The same of the shipped letter; None where it cannot be made from this example either."""
    _, facts, passages = variants(name)[number]
    template = templates.load(name, language)
    try:
        return _said(made(template, facts, passages, "standard", {}), template, passages)
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
        if file in template.files and _is_own(file, template.language):
            whole = copies.taken_apart(file, template.files[file])
            found = file, trace.tb_lineno + whole.above
        trace = trace.tb_next
    return found


def _plainly(error: BaseException) -> str:
    said = str(error).rstrip(".")
    if "NoneType" in said or "kind NoneType" in said:
        return "something that may be left out is printed here."
    return f"{said}." if said else f"{type(error).__name__}."


# --- Notes ---


def _notes(path: str, language: str, words: str) -> Iterator[Problem]:
    try:
        whole = copies.taken_apart(path, words)
        extra = [key for key in copies.front_of(words) if key not in copies.KEYS]
    except ValueError:
        return
    if extra:
        sentence = f"{', '.join(extra)}: these are taken from the shipped letter and not from your copy."
        yield Problem(NOTE, path, 1, sentence, "They can be deleted from it.")
    if whole.from_version and whole.from_version != copies.shipped_version(path, language):
        yield Problem(NOTE, path, 1, "The shipped words have been revised since this copy was made.", LOOK)
    count = changes.count(copies.taken_apart(path, sources.text(path, language)), whole)
    sentence = f"{count} {'line differs' if count == 1 else 'lines differ'} from the shipped words."
    yield Problem(NOTE, path, 0, sentence if count else "These are the shipped words, unchanged.")


LOOK = "Look at the differences, take up what you want, and save it again."
