"""What goes out to translators and comes back: the letters of a language, and the words typed for one letter.

Whatever comes back is checked whole: made from today's English, every segment there and in its order, every field as
often as in the English, nothing new that is no word, and the letter made from it says all its checklist asks for. With
one fault nothing is taken.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from letterpress.checks import checking, copies
from letterpress.languages.languages import load
from letterpress.languages.phrases import Piece
from letterpress.languages.segments import Part, Segment, aligned, faults, put_into, segments_of
from letterpress.languages.xliff import Damaged, Document, Unit, read, written
from letterpress.make import sources, templates
from letterpress.make.escape import clean

TYPED = "typed-words"
ABOUT = (
    "Translate for somebody who reads the letter at home: plain words, polite, no blame. What stands in a protected "
    "field is filled in or is a mark; keep each once, where your language wants it. Add and take out no segment."
)


@dataclass(frozen=True)
class Fault:
    """What is wrong with one segment (`key`) of one of our files (`original`); empty where it is the whole file."""

    original: str
    key: str
    english: str
    sentence: str


class Faulty(ValueError):
    """A file that came back cannot be taken: `faults` has every reason."""

    def __init__(self, found: Sequence[Fault]) -> None:
        self.faults = list(found)
        super().__init__(f"{len(self.faults)} faults")


# --- The letters of a language -----------------------------------------------------------------------------------


def english_of(path: str) -> str:
    """The English file as it is used: the landlord's own copy where it is sound."""
    own = sources.own_words(path)
    return own if own is not None and not checking.faults(checking.problems(path)) else sources.text(path)


def paths_of(name: str) -> list[str]:
    """The files of words that a letter is made from, itself first."""
    parts = sorted(path for path in templates.load(name).files if path.startswith("parts/") and path.endswith(".md"))
    return [f"{name}.md", *parts]


def sent(language: str, names: Sequence[str] = ()) -> bytes:
    """The bilingual file of a language: of these letters with their parts, or of all."""
    wanted = list(dict.fromkeys(path for name in names for path in paths_of(name))) or list(sources.paths())
    return written([_document(path, language) for path in wanted if path in sources.paths(language)])


def _document(path: str, language: str) -> Document:
    english = english_of(path)
    now = aligned(path, english, sources.text(path, language, own=True))
    units = [Unit(one.key, one.words, now.get(one.key), _note(one)) for one in segments_of(path, english)]
    return Document(path, copies.version_of(english), language, tuple(units), ABOUT)


def _note(segment: Segment) -> str:
    return f"Words inside a field of this line: {segment.inside}" if segment.inside else ""


def taken(language: str, content: bytes, today: date) -> dict[str, str]:
    """The own copies that a file from a translator makes: path to text. Raises Faulty with every fault in it."""
    found, made = [], {}
    for document in _read(content):
        against = list(_against(document, language))
        found += against
        if not against:
            english = english_of(document.original)
            said = {one.key: one.target or () for one in document.units}
            title, words = put_into(document.original, english, said)
            version = copies.shipped_version(document.original, language)
            text = copies.put_together(document.original, title, words, version, today)
            if not _same(document.original, text, sources.text(document.original, language, own=True)):
                made[document.original] = text
    if not found:
        found = _in_the_letters(made, language)
    if found or not made:
        raise Faulty(found or [Fault("", "", "", "There is nothing new in this file.")])
    return made


def _same(path: str, text: str, now: str) -> bool:
    new, old = copies.taken_apart(path, text), copies.taken_apart(path, now)
    return (new.title, new.words.strip()) == (old.title, old.words.strip())


def _read(content: bytes) -> list[Document]:
    try:
        return read(content)
    except Damaged as damaged:
        raise Faulty([Fault("", "", "", str(damaged))]) from damaged


def _against(document: Document, language: str) -> list[Fault]:
    path = document.original
    if document.language.split("-")[0].casefold() != language:
        return [Fault(path, "", "", f"It is not a file for {load(language).name}.")]
    if path not in sources.paths(language) or path not in sources.paths():
        return [Fault(path, "", "", "This is no file of our letters in this language.")]
    english = english_of(path)
    if document.version != copies.version_of(english):
        return [Fault(path, "", "", "The English has changed since this file was made. Send it out again.")]
    return _segment_faults(path, segments_of(path, english), document.units)


def _segment_faults(path: str, segments: Sequence[Segment], units: Sequence[Unit]) -> list[Fault]:
    keys = [one.key for one in units]
    if keys != [one.key for one in segments]:
        wanted = {one.key: one.text for one in segments}
        lost = [Fault(path, key, wanted[key], "This segment is missing.") for key in wanted if key not in keys]
        new = [Fault(path, key, "", "This segment is not one of ours.") for key in keys if key not in wanted]
        return lost + new or [Fault(path, "", "", "The segments are not in their order, or one stands there twice.")]
    return [
        Fault(path, segment.key, segment.text, sentence)
        for segment, unit in zip(segments, units, strict=True)
        for sentence in (
            ["Its English was changed."]
            if _plain(unit.source) != _plain(segment.words)
            else faults(segment, unit.target)
        )
    ]


def _plain(words: Sequence[Part]) -> list[object]:
    return [part.strip() if isinstance(part, str) else part.number for part in words if part != "" and part != " "]


def _in_the_letters(made: Mapping[str, str], language: str) -> list[Fault]:
    """What the letters made from these words lack: the checklist is looked for in each, with invented facts."""
    with sources.trying({(path, language): text for path, text in made.items()}):
        names = dict.fromkeys(name for path in made for name in checking.used_in(path, language))
        few = checking.FEW if len(names) > checking.MANY else None
        found = dict.fromkeys(one for name in names for one in checking.letter_faults(name, language, few))
    return [Fault(one.path, "", "", f"{one.sentence} {one.remedy}".strip()) for one in found if one.severity == "fault"]


# --- Words typed for one letter -----------------------------------------------------------------------------------


def digest(english: str) -> str:
    """What names typed words: the SHA-256 of their English."""
    return hashlib.sha256(clean(english).strip().encode()).hexdigest()


def words_sent(reference: str, language: str, pieces: Sequence[Piece], known: Mapping[str, str]) -> bytes:
    """The bilingual file of the words typed for one letter (`reference`), with what is translated of them already."""
    units = [
        Unit(digest(one.english), (one.english,), (known[one.english],) if known.get(one.english) else None, one.label)
        for one in pieces
    ]
    return written([Document(f"{TYPED}/{reference}", _of(pieces), language, tuple(units), ABOUT)])


def _of(pieces: Sequence[Piece]) -> str:
    return hashlib.sha256("\0".join(digest(one.english) for one in pieces).encode()).hexdigest()[:12]


def words_taken(reference: str, language: str, pieces: Sequence[Piece], content: bytes) -> dict[str, str]:
    """English to words, of a file that came back for this letter. Raises Faulty with every fault in it."""
    documents = _read(content)
    original = f"{TYPED}/{reference}"
    if [one.original for one in documents] != [original]:
        raise Faulty([Fault("", "", "", f"This file is not the one of {reference}.")])
    document = documents[0]
    if document.language.split("-")[0].casefold() != language:
        raise Faulty([Fault(original, "", "", f"It is not a file for {load(language).name}.")])
    if document.version != _of(pieces):
        raise Faulty([Fault(original, "", "", "The words of the letter have changed since. Send it out again.")])
    segments = [Segment(digest(one.english), (one.english,)) for one in pieces]
    found = _typed_faults(original, segments, document.units)
    if found:
        raise Faulty(found)
    return {
        piece.english: clean("".join(map(str, unit.target or ()))).strip()
        for piece, unit in zip(pieces, document.units, strict=True)
    }


def _typed_faults(original: str, segments: Sequence[Segment], units: Sequence[Unit]) -> list[Fault]:
    """As for letters, but typed words may hold any sign: they are escaped when they are printed."""
    found = _segment_faults(original, segments, units)
    return [one for one in found if "something new" not in one.sentence]
