"""What a letter's template says and what its author wrote, and how its wording differs from the one in use today.

Both are read from what was kept when the letter was issued (Letter.unwritten, Letter.wording): nothing is made again.
"""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher

from letterpress.make import own, render, templates
from letterpress.make.errors import LetterError
from letterpress.make.text import Block, text_of
from models import Letter, Wording
from policy.core import files

TEMPLATE, AUTHOR, GONE = "template", "author", "gone"
_GAP = re.compile(r"\[[^\[\]]*: [a-z_]+\]")  # how a letter prints the gap for a passage, by its key


@dataclass(frozen=True)
class Piece:
    """Words of one kind: of the template, of the author, or of the template and not in the letter.

    As a line of a wording: the same then and now, only now (`author`), or only then (`gone`).
    """

    kind: str
    words: str


@dataclass(frozen=True)
class Paragraph:
    """One block of the letter in its pieces; a heading, an item of a list, printed from the record, quoted."""

    pieces: tuple[Piece, ...]
    heading: bool = False
    item: bool = False
    record: bool = False
    quoted: bool = False

    @property
    def gone(self) -> bool:
        """True where the template says it and the letter does not."""
        return any(piece.kind == GONE for piece in self.pieces)


@dataclass(frozen=True)
class Changed:
    """A file of the wording that is not the same today."""

    path: str
    lines: tuple[Piece, ...]


@dataclass(frozen=True)
class Kept:
    """The wording a letter was made from: whose it is, and how it differs from today's."""

    row: Wording | None
    shipped: bool
    known: bool
    changed: tuple[Changed, ...]


# --- What the author wrote ---


def written(letter: Letter) -> list[Paragraph]:
    """The letter block by block, the author's words marked; [] where its template was not kept beside it."""
    if not letter.unwritten:
        return []
    before = text_of(render.to_html(letter.unwritten)).blocks
    after = text_of(render.to_html(letter.source)).blocks
    matcher = SequenceMatcher(None, [one.text for one in before], [one.text for one in after], autojunk=False)
    found: list[Paragraph] = []
    for change, i, j, k, m in matcher.get_opcodes():
        if change == "equal":
            found += [_paragraph(one, [Piece(TEMPLATE, one.text)]) for one in after[k:m]]
        else:
            found += _changed(before[i:j], after[k:m])
    return found


def _changed(before: Sequence[Block], after: Sequence[Block]) -> Iterator[Paragraph]:
    """Blocks that are not alike: words of the template beside the author's stay the template's."""
    patterns = [_GAP.split(one.text) for one in before if _GAP.search(one.text)]
    gone = [one for one in before if not _GAP.search(one.text)]
    for block in after:
        fitting = (parts for parts in patterns if any(part.strip() for part in parts) and _fits(parts, block))
        around = next(fitting, None)
        yield _paragraph(block, _pieces(around, block.text) if around else [Piece(AUTHOR, block.text)])
    for block in gone:
        yield _paragraph(block, [Piece(GONE, block.text)])


def _fits(parts: Sequence[str], block: Block) -> bool:
    """True where the block says all of a paragraph of the template around the author's words, in this order."""
    return re.fullmatch(".*".join(map(re.escape, parts)), block.text, re.DOTALL) is not None


def _pieces(parts: Sequence[str], text: str) -> list[Piece]:
    found = re.fullmatch("(.*?)".join(f"({re.escape(part)})" for part in parts), text, re.DOTALL)
    if found is None:
        return [Piece(AUTHOR, text)]
    kinds = (TEMPLATE if number % 2 == 0 else AUTHOR for number in range(len(found.groups())))
    return [Piece(kind, words) for kind, words in zip(kinds, found.groups(), strict=True) if words]


def _paragraph(block: Block, pieces: Sequence[Piece]) -> Paragraph:
    return Paragraph(
        tuple(pieces),
        heading=block.is_heading,
        item="li" in block.around,
        record="incident" in block.around,
        quoted="blockquote" in block.around,
    )


# --- Which wording it was made from ---


def wording(letter: Letter) -> Kept | None:
    """The wording the letter was made from beside today's; None where it was not kept."""
    kept = files.text(letter.wording) if letter.wording else ""
    if not kept:
        return None
    then: dict[str, str] = json.loads(kept)
    now: dict[str, str] = {}
    shipped = ""
    with suppress(LetterError):
        now = dict(own.choose(letter.template, letter.written_in).files)
    with suppress(LetterError):
        shipped = templates.load(letter.template, letter.written_in).version
    same = Wording.name == letter.template, Wording.version == letter.template_version
    row = Wording.select().where(*same, Wording.language == letter.written_in).first()
    paths = [path for path in sorted({*then, *now}) if then.get(path, "") != now.get(path, "")]
    return Kept(
        row=row,
        shipped=letter.template_version == shipped or (row is not None and not row.own),
        known=bool(now),
        changed=tuple(Changed(path, tuple(_lines(then.get(path, ""), now.get(path, "")))) for path in paths if now),
    )


def _lines(then: str, now: str) -> Iterator[Piece]:
    """The lines that differ, each with a line before and after it."""
    before, after = then.splitlines(), now.splitlines()
    for group in SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(1):
        for change, i, j, k, m in group:
            if change == "equal":
                yield from (Piece(TEMPLATE, one) for one in before[i:j])
            else:
                yield from (Piece(GONE, one) for one in before[i:j])
                yield from (Piece(AUTHOR, one) for one in after[k:m])
