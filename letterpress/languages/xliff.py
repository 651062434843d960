"""Bilingual files for translators: XLIFF 1.2, which every translation tool reads (2.0 is still refused by some).

Fields and marks stand in <ph> elements, which tools protect. Files that come back are read by defusedxml, which takes
no entities and no document type from anywhere.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from letterpress.languages.segments import Field, Part

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
MEDIA_TYPE = "application/x-xliff+xml"
ENGLISH = "en-GB"
LARGEST = 4_000_000
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Damaged(ValueError):
    """The file cannot be read at all; the message says why."""


@dataclass(frozen=True)
class Unit:
    """One segment: its key, the English, the translation (None where there is none), and a note for the translator."""

    key: str
    source: tuple[Part, ...]
    target: tuple[Part, ...] | None = None
    note: str = ""


@dataclass(frozen=True)
class Document:
    """The segments of one of our files (`original`), in its order, made from exactly this `version` of the English."""

    original: str
    version: str
    language: str
    units: tuple[Unit, ...]
    note: str = ""


def written(documents: Sequence[Document]) -> bytes:
    """The bilingual file."""
    root = ElementTree.Element("xliff", {"version": "1.2", "xmlns": NAMESPACE})
    for document in documents:
        file = ElementTree.SubElement(
            root,
            "file",
            {
                "original": document.original,
                "source-language": ENGLISH,
                "target-language": document.language,
                "datatype": "plaintext",
                "product-name": "Evenhand",
                "product-version": document.version,
            },
        )
        header = ElementTree.SubElement(file, "header")
        if document.note:
            ElementTree.SubElement(header, "note").text = document.note
        body = ElementTree.SubElement(file, "body")
        header.tail = body.text = file.tail = "\n"
        for unit in document.units:
            _write_unit(body, unit)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)


def _write_unit(body: ElementTree.Element, unit: Unit) -> None:
    found = ElementTree.SubElement(body, "trans-unit", {"id": unit.key, _SPACE: "preserve"})
    found.tail = "\n"
    _write_words(ElementTree.SubElement(found, "source"), unit.source)
    if unit.target is not None:
        _write_words(ElementTree.SubElement(found, "target", {"state": "needs-review-translation"}), unit.target)
    if unit.note:
        ElementTree.SubElement(found, "note").text = _NOT_XML.sub("", unit.note)


def _write_words(element: ElementTree.Element, words: Sequence[Part]) -> None:
    last: ElementTree.Element | None = None
    for part in words:
        if isinstance(part, Field):
            last = ElementTree.SubElement(element, "ph", {"id": str(part.number)})
            last.text = part.code
        elif last is None:
            element.text = (element.text or "") + _NOT_XML.sub("", part)
        else:
            last.tail = (last.tail or "") + _NOT_XML.sub("", part)


def read(content: bytes) -> list[Document]:
    """The documents of a bilingual file. Raises Damaged."""
    if len(content) > LARGEST:
        raise Damaged("This file is too large to be one of ours.")
    try:
        root = fromstring(content, forbid_dtd=True)
    except (ElementTree.ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise Damaged("This file cannot be read: it is no XLIFF file, or it is damaged.") from error
    if _name(root) != "xliff" or root.get("version") != "1.2":
        raise Damaged("This is no XLIFF 1.2 file. Ask the translator to send it back in the form we sent it.")
    return [_document(file) for file in root if _name(file) == "file"]


def _document(file: ElementTree.Element) -> Document:
    units = [_unit(one) for one in file.iter() if _name(one) == "trans-unit"]
    given = (file.get("original", ""), file.get("product-version", ""), file.get("target-language", ""))
    return Document(*given, units=tuple(units))


def _unit(element: ElementTree.Element) -> Unit:
    parts = {_name(child): child for child in element if _name(child) in ("source", "target")}
    source = tuple(_words(parts["source"])) if "source" in parts else ()
    target = tuple(_words(parts["target"])) if "target" in parts else None
    return Unit(element.get("id", ""), source, target)


def _words(element: ElementTree.Element) -> Iterator[Part]:
    """Text and fields in order; what tools put around words (<mrk>, <g>) is looked through."""
    if element.text:
        yield element.text
    for child in element:
        if _name(child) in ("ph", "x"):
            number = child.get("id", "")
            yield Field(int(number) if number.isascii() and number.isdigit() else 0, child.text or "")
        else:
            yield from _words(child)
        if child.tail:
            yield child.tail


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]
