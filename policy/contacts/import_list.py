"""Lists of contacts from a telephone or mail log: read and looked through first, then taken in whole or not at all.

Whatever a cell holds is text: a formula stays the words it is. Days are written as in the United Kingdom.
"""

import csv
import datetime as dt
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from models import Contact, ContactImport, Customer, Restriction, User, holding, rows_of
from policy.contacts import import_cells
from policy.core import audit, clock
from policy.core.answers import YES, Answer, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import SHORT, Check, Invalid
from policy.rulebook import clauses

MOST_LINES = 5_000
MOST_BYTES = 900_000
AT_ONCE = 500

WORKBOOK = b"PK\x03\x04"
ENCODINGS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


@dataclass(frozen=True)
class Line:
    """One line that can be taken in: its number in the list, and the columns of a contact."""

    number: int
    columns: dict[str, Any]


@dataclass
class Reading:
    """What a list comes to before anything is kept: its columns, what can be taken in, and what cannot and why."""

    digest: str
    columns: dict[str, str] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    refused: list[tuple[int, str]] = field(default_factory=list)
    known: int = 0
    taken_before: ContactImport | None = None

    @property
    def read(self) -> int:
        return len(self.lines) + len(self.refused) + self.known


# --- Text from bytes ------------------------------------------------------------------------------------------------


def text_of(content: bytes) -> str:
    """The text of an uploaded list in UTF-8, UTF-16 or Windows-1252. Raises Invalid where it is too long or no text."""
    _short_enough(content)
    if content.startswith(WORKBOOK):
        raise Invalid({"list": "This is a workbook. Save the sheet as CSV, then choose that file."})
    for mark, encoding in ENCODINGS:
        if content.startswith(mark):
            return _decoded(content, encoding)
    if content[:400].count(0) > len(content[:400]) // 4:
        return _decoded(content, "utf-16-le" if content[1:2] == b"\0" else "utf-16-be")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _decoded(content, "cp1252")


def _short_enough(content: bytes) -> None:
    if len(content) > MOST_BYTES:
        raise Invalid({"list": f"The list is too long. It may have at most {MOST_BYTES // 1000} kB: send it in parts."})


def _decoded(content: bytes, encoding: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise Invalid({"list": "This is not a list we can read. Save it as CSV, then choose it again."})
    return text


# --- Looking it through ---------------------------------------------------------------------------------------------


def read(customer: Customer, text: str, channel: str, now: dt.datetime) -> Reading:
    """Look a list through; nothing is kept. `channel`: how, where the list does not say. Raises Invalid."""
    _short_enough(text.encode())
    rows = _rows(text)
    if not rows:
        raise Invalid({"list": "The list is empty. Choose the file again."})
    columns = import_cells.columns(rows[0][1])
    if "on" not in columns:
        raise Invalid(
            {"list": "No column for the day was found. The first line must name the columns, and one must say “Date”."}
        )
    if len(rows) - 1 > MOST_LINES:
        raise Invalid({"list": f"The list has {len(rows) - 1:,} lines; at most {MOST_LINES:,} are taken at once."})
    reading = Reading(_digest(customer, text))
    reading.taken_before = next(iter(rows_of(ContactImport, "WHERE sha256 = ?", reading.digest)), None)
    headings = [cell.strip() for cell in rows[0][1]]
    reading.columns = {name: headings[at] for name, at in columns.items()}
    reading.unused = [words for at, words in enumerate(headings) if words and at not in columns.values()]
    for number, row in rows[1:]:
        try:
            contact = import_cells.line(
                {name: import_cells.cell(row, at) for name, at in columns.items()}, reading.columns, channel, now
            )
            reading.lines.append(Line(number, contact))
        except ValueError as fault:
            reading.refused.append((number, str(fault)))
    _without_known(customer, reading)
    return reading


def _digest(customer: Customer, text: str) -> str:
    return hashlib.sha256(f"{customer.id}\0{text.strip()}".encode()).hexdigest()


def _rows(text: str) -> list[tuple[int, list[str]]]:
    """(line number, cells) of every line that is not blank."""
    first = text.split("\n", 1)[0]
    try:
        separator = csv.Sniffer().sniff(text[:10_000], delimiters=",;\t").delimiter
    except csv.Error:
        separator = ","
    if separator not in first:
        separator = max(",;\t", key=first.count)
    reader, rows, begins = csv.reader(io.StringIO(text, newline=""), delimiter=separator), [], 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error:
        raise Invalid(
            {"list": f"Line {begins:,} cannot be read. Save the list as CSV, then choose it again."}
        ) from None
    return rows


def _without_known(customer: Customer, reading: Reading) -> None:
    """Leave out what is on the file already, and what stands in the list twice."""
    moments = [one.columns["at"] for one in reading.lines]
    if not moments:
        return
    first, last = (Contact.at.db_value(moment) for moment in (min(moments), max(moments)))
    rest = "WHERE customer_id = ? AND at BETWEEN ? AND ?"
    seen = {_mark(row.__data__) for row in rows_of(Contact, rest, customer.id, first, last)}
    fresh = []
    for line in reading.lines:
        mark = _mark(line.columns)
        if mark not in seen:
            seen.add(mark)
            fresh.append(line)
    reading.known, reading.lines = len(reading.lines) - len(fresh), fresh


def _mark(columns: Mapping[str, Any]) -> tuple[Any, ...]:
    names = ("channel", "direction", "subject", "minutes", "words", "colleague")
    return (columns["at"].replace(second=0, microsecond=0), *(columns[name] for name in names))


# --- Taking it in ---------------------------------------------------------------------------------------------------


@only_for(*WORKS, says="Only those who work on the file take in a list.", remedy="Ask an officer.")
def may_take_in(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """3.3.3: whoever works on the file takes in a list of contacts from a log."""
    return YES


@deed(
    "take_in_contacts",
    label="Take in a list of contacts from a log",
    clause="3.3.3",
    asks=may_take_in,
    event="contacts_imported",
)
def take_in(actor: User, customer: Customer, name: str, text: str, channel: str, now: dt.datetime) -> ContactImport:
    """Take in every line that can be, in one go; the same list twice is refused. Raises Refused or Invalid."""
    check = Check({"name": name, "channel": channel})
    name = check.text("name", "Name of the list", SHORT) or "A list"
    check.choice("channel", "How", clauses.CHANNELS, required=True)
    check.or_refuse()
    with holding(customer) as customer:
        reading = read(customer, text, channel, now)
        answer(
            may_take_in(actor, customer, now).reasons,
            unless(
                reading.taken_before is None, "state", _before(reading.taken_before), "There is nothing more to do."
            ),
            unless(
                reading.lines, "state", "No line of this list can be taken in.", "Mend the list, then choose it again."
            ),
        ).or_refuse()
        row = ContactImport.create(name=name, sha256=reading.digest, rows=len(reading.lines), by=actor, at=now)
        for at in range(0, len(reading.lines), AT_ONCE):
            Contact.insert_many(list(_contacts(reading.lines[at : at + AT_ONCE], row, customer, actor, now))).execute()
        audit.event("contacts_imported", customer, actor, now, contact_import=row.id, rows=row.rows, list=row.sha256)
    return row


def _before(known: ContactImport | None) -> str:
    return f"This list was taken in on {clock.day_words(clock.today(known.at))} already." if known else ""


def _contacts(
    lines: list[Line], row: ContactImport, customer: Customer, actor: User, now: dt.datetime
) -> Iterator[dict[str, Any]]:
    rest = "WHERE customer_id = ? AND issued_at IS NOT NULL ORDER BY id"
    restrictions = rows_of(Restriction, rest, customer.id)
    for line in lines:
        day = clock.today(line.columns["at"])
        under = next((one for one in reversed(restrictions) if one.in_force_on(day)), None)
        yield {
            **line.columns,
            "customer": customer.id,
            "restriction": under.id if under else None,
            "arrangement": "",
            "form_key": f"import-{row.id}-{line.number}",
            "imported": row.id,
            "by": actor.id,
            "recorded_at": now,
        }
