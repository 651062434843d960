"""Where a letter's files are found: shipped here, by language, or the landlord's own copies of them, which come first.

Each language lies in the folder of its code (`en/`, `pl/`, `ar/`). Own copies lie in the data folder under the same
names, those in English at its top. Nothing is read from anywhere else.
"""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import TemplateNotFound

HOME = Path(__file__).resolve().parents[2] / "letters"
SHEETS = HOME / "sheet"
ENGLISH = "en"
Stamp = tuple[tuple[str, str], ...]

_own: Path | None = None
_tried: ContextVar[Mapping[tuple[str, str], str | None] | None] = ContextVar("tried", default=None)


def use(folder: Path | None) -> None:
    """Take own copies from this folder from now on; None for none. It need not exist."""
    global _own
    _own = folder.resolve() if folder else None


@contextmanager
def trying(words: Mapping[tuple[str, str], str | None]) -> Iterator[None]:
    """Inside, files (path, language) have these own words instead of those in the data folder; None: those shipped."""
    before = _tried.set({**(_tried.get() or {}), **words})
    try:
        yield
    finally:
        _tried.reset(before)


def own_folder() -> Path | None:
    """The folder of the landlord's own copies, where one is set."""
    return _own


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that letters are shipped in, English first."""
    found = {file.parent.name for file in HOME.glob("*/language.toml")}
    return (ENGLISH, *sorted(found - {ENGLISH}))


@cache
def paths(language: str = ENGLISH) -> tuple[str, ...]:
    """Every Markdown file shipped in a language, by its path below that language's folder: letters and parts."""
    home = HOME / language
    found = [path.relative_to(home).as_posix() for path in home.rglob("*.md")]
    return tuple(sorted(path for path in found if "/" in path))


def names(language: str = ENGLISH) -> tuple[str, ...]:
    """Every letter shipped in a language: "warnings/issued"."""
    return tuple(path.removesuffix(".md") for path in paths(language) if not path.startswith(("parts/", "enclosures/")))


def stamp() -> Stamp:
    """What tells one state of the own copies from another: each file with what is in it."""
    found = dict(_copied()) if _own and _own.is_dir() else {}
    for (path, language), words in (_tried.get() or {}).items():
        name = path if language == ENGLISH else f"{language}/{path}"
        found.pop(name, None)
        if words is not None:
            found[name] = hashlib.sha256(words.encode()).hexdigest()
    return tuple(sorted(found.items()))


def _copied() -> Iterator[tuple[str, str]]:
    for file in _own.rglob("*.md") if _own else ():
        with suppress(OSError):  # gone back to the shipped words at this moment
            facts = file.stat()
            yield file.relative_to(_own or file).as_posix(), _digest(file, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=1024)
def _digest(file: Path, changed: int, size: int) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def own_copy(path: str, language: str) -> Path | None:
    """The landlord's own copy of a shipped file, where there is one."""
    if _own is None or path not in paths(language):
        return None
    file = (_own / path if language == ENGLISH else _own / language / path).resolve()
    return file if _own in file.parents and file.is_file() else None


def own_words(path: str, language: str = ENGLISH) -> str | None:
    """The words of the landlord's own copy, or those tried instead; None where there is none. Raises UnicodeError."""
    tried = _tried.get() or {}
    if (path, language) in tried:
        return tried[path, language]
    file = own_copy(path, language)
    return file.read_text(encoding="utf-8-sig") if file else None


def place_of(path: str, language: str) -> Path:
    """Where an own copy of this file would lie. Raises TemplateNotFound for a file that is not shipped."""
    if _own is None or path not in paths(language):
        raise TemplateNotFound(path)
    return _own / path if language == ENGLISH else _own / language / path


def text(path: str, language: str = ENGLISH, *, own: bool = False) -> str:
    """The file's words: with `own`, of the own copy where there is one. Raises TemplateNotFound."""
    words = own_words(path, language) if own else None
    return _shipped(path, language) if words is None else words


@cache
def sheet() -> str:
    """The paper around the words of a letter, the same in every language."""
    return (SHEETS / "letter.html").read_text(encoding="utf-8")


@cache
def _shipped(path: str, language: str) -> str:
    home = HOME / language
    file = (home / path).resolve()
    if home not in file.parents or not file.is_file():
        raise TemplateNotFound(path)
    return file.read_text(encoding="utf-8")
