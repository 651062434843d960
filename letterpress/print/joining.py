"""Tagged PDFs joined into one that is still tagged: pages, and the tree that a screen reader follows.

qpdf (through pikepdf) copies pages but leaves the tree behind. Each file's numbers in it are moved past those of the
files before it, and each file becomes a part of the first one's document.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Name, Pdf


def pages_in(path: Path) -> int:
    """How many pages a PDF has."""
    with Pdf.open(path) as file:
        return len(file.pages)


def join(parts: Sequence[Path], out: Path) -> int:
    """Write the parts, in their order, as one PDF/UA-1 file with the title of the first; answers its pages.

    Every part must be a tagged PDF as WeasyPrint writes them.
    """
    with Pdf.open(parts[0]) as whole:
        root = whole.Root.StructTreeRoot
        document = _first(root.K)
        numbers = list(root.ParentTree.Nums)
        for path in parts[1:]:
            with Pdf.open(path) as part:
                _append(whole, part, document, numbers)
        root.ParentTree.Nums = Array(numbers)
        root.ParentTreeNextKey = _next(numbers)
        whole.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return len(whole.pages)


def _append(whole: Pdf, part: Pdf, document: Any, numbers: list[Any]) -> None:
    begin, at = len(whole.pages), _next(numbers)
    whole.pages.extend(part.pages)  # before the tree, so that what it says of pages points at their copies
    tree = whole.copy_foreign(part.Root.StructTreeRoot)
    for page in list(whole.pages)[begin:]:
        if "/StructParents" in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + at
        for note in page.obj.get("/Annots", []):
            if "/StructParent" in note:
                note.StructParent = int(note.StructParent) + at
    own = _first(tree.K)
    own.P, own.S = document, Name.Part
    if "/Lang" in part.Root:
        own.Lang = str(part.Root.Lang)
    document.K = Array([*_all(document.K), own])
    entries = list(tree.ParentTree.Nums)
    for number, parents in zip(entries[::2], entries[1::2], strict=True):
        numbers += [int(number) + at, parents]


def _all(kids: Any) -> list[Any]:
    return list(kids) if isinstance(kids, Array) else [kids]


def _first(kids: Any) -> Any:
    return _all(kids)[0]


def _next(numbers: Sequence[Any]) -> int:
    """The first number that no page and no link has yet."""
    return max((int(number) for number in numbers[::2]), default=-1) + 1
