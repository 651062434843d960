"""The check of the landlord's own copies: what is wrong with one, where, and what helps; and what is worth knowing.

A copy is held against the shipped letter: both are made from the same examples (samples/variants.py), and the copy must
say whatever the shipped one says of its checklist and of what its author wrote. The shipped checklist always counts.
"""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from jinja2 import TemplateError

from letterpress.checks import changes, copies, marks, reading
from letterpress.checks.comparing import FAULT, NOTE, Problem, compared, is_own
from letterpress.checks.copies import is_part
from letterpress.checks.known import Finding, Walk
from letterpress.make import sources, templates
from letterpress.make.errors import LetterError
from letterpress.make.field_kinds import root
from letterpress.make.making import made
from letterpress.make.sources import ENGLISH
from letterpress.make.templates import LetterTemplate
from letterpress.samples.variants import variants

__all__ = ["FAULT", "NOTE", "Problem", "faults", "is_behind", "letter_faults", "problems", "touched", "used_in"]
MANY, FEW = 6, 2  # a part of more letters than this is tried with fewer examples of each

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
    others = dict.fromkeys((one, language) for one in sources.paths(language) if is_own(one, language))
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
    return [path for path in sorted(_files(name, language)) if is_own(path, language)]


def used_in(path: str, language: str = ENGLISH) -> list[str]:
    """The letters that a file stands in, by their names: those shipped with it, and own copies that include it."""
    name = path.removesuffix(".md")
    return (
        [name]
        if name in sources.names(language)
        else [name for name in sources.names(language) if path in _files(name, language)]
    )


def _files(name: str, language: str) -> frozenset[str]:
    return _files_of(name, language, sources.stamp())


@lru_cache(maxsize=1024)
def _files_of(name: str, language: str, stamp: sources.Stamp) -> frozenset[str]:
    shipped = frozenset(templates.load(name, language).files)
    if not any(is_own(path, language) for path in shipped):
        return shipped
    try:
        return shipped | frozenset(templates.load(name, language, own=True).files)
    except (TemplateError, LetterError, ValueError, KeyError, UnicodeError):
        return shipped


# --- Faults ---


def _faults_of(path: str, language: str) -> list[Problem]:
    own, names = _unreadable(path, language), used_in(path, language)
    if own or not is_part(path):
        return own or [one for name in names for one in _letter_faults(name, language, sources.stamp())]
    if not names:
        return _unfit(path, language)
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
    found = [one for path in own for one in _unreadable(path, language)]
    if found or not own:
        return found
    found = [one for path in own for one in _unfit(path, language)]
    found += _names(templates.load(name, language))
    return found or list(dict.fromkeys(compared(templates.load(name, language, own=True), few)))


def _unreadable(path: str, language: str) -> list[Problem]:
    """Why a file cannot be taken apart or its Jinja cannot be read."""
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
    found = [Problem(FAULT, path, line, sentence, remedy) for line, sentence, remedy in _front(path, text)]
    walk = Walk(language, True)
    walk.syntax(path)
    return found + [_problem(one, whole.above) for one in walk.found]


def _unfit(path: str, language: str) -> list[Problem]:
    """What the narrow Markdown would drop, and blocks that do not match; nothing where it cannot be taken apart."""
    try:
        whole = copies.taken_apart(path, sources.own_words(path, language) or "")
    except ValueError:
        return []
    if not whole.words.strip():
        return [Problem(FAULT, path, whole.above + 1, "There are no words in it.", "Write some, or go back to ours.")]
    return [_problem(one, whole.above) for one in marks.findings(path, whole.words)]


def _problem(one: Finding, above: int) -> Problem:
    return Problem(FAULT, one.path, one.line + above, one.sentence, one.remedy)


QUOTES = 'Each line is a word, = and a text in quotation marks: title = "A warning".'


def _toml_line(error: Exception) -> int:
    said = str(error).partition("(at line ")[2].partition(",")[0]
    return int(said) + 1 if said.isdigit() else 1


def _front(path: str, text: str) -> Iterator[tuple[int, str, str]]:
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
        own = is_own(one.path, language)
        line = one.line + _apart(one.path, language).above if own else 0
        yield Problem(FAULT, one.path if own else path, line, one.sentence, one.remedy)


def _apart(path: str, language: str) -> copies.Copy:
    return copies.taken_apart(path, sources.text(path, language, own=True))


def _lines(path: str, language: str) -> list[str]:
    return sources.text(path, language, own=True).split("\n")


# --- Notes ---


def _notes(path: str, language: str, words: str) -> Iterator[Problem]:
    try:
        whole = copies.taken_apart(path, words)
        extra = [key for key in copies.front_of(words) if key not in copies.KEYS]
    except ValueError:
        return
    if extra:
        sentence = (
            f"{', '.join(extra)}: these are taken from the letter that came with Evenhand, and not from your copy."
        )
        yield Problem(NOTE, path, 1, sentence, "They can be deleted from it.")
    if whole.from_version and whole.from_version != copies.shipped_version(path, language):
        yield Problem(
            NOTE, path, 1, "The words that came with Evenhand have been revised since this copy was made.", LOOK
        )
    if not is_part(path) and language == ENGLISH:
        yield from _age(path, language, words)
    count = changes.count(copies.taken_apart(path, sources.text(path, language)), whole)
    sentence = f"{count} {'line differs' if count == 1 else 'lines differ'} from the words that came with Evenhand."
    yield Problem(NOTE, path, 0, sentence if count else "These are the words that came with Evenhand, unchanged.")


def _age(path: str, language: str, words: str) -> Iterator[Problem]:
    """How hard the letter is to read with these words, made from its example."""
    name = path.removesuffix(".md")
    try:
        with sources.trying({(path, language): words}):
            _, facts, passages = variants(name)[0]
            made_up = made(templates.load(name, language, own=True), facts, passages, "standard", {})
    except Exception:  # its faults say why it cannot be made
        return
    age = reading.read(made_up.words, reading.addresses(facts)).age
    if age:
        yield Problem(NOTE, path, 0, f"The letter reads at an age of about {age}.")


LOOK = "Look at the differences, take up what you want, and save it again."
