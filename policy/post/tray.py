"""The tray: letters that are issued and wait to be sent, how each goes, and why it waits. Shared; writes nothing."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from models import ContactWay, Customer, Delivery, EmailSent, Letter, PostRun, PostRunLetter, marks, rows_of
from policy.core import clock
from policy.correspondence import deemed_receipt
from policy.correspondence import facts as letter_facts
from policy.rulebook import clauses

AT_MOST = 500
"""Letters of one tray, and so of one run."""
_COLUMNS = "id, customer_id, kind, title, format, asked_format, language, arranged, facts, written_in, issued_at"
# What is handed over is never sent; what was withdrawn, ended or is about somebody who died is not any more (G51).
_STILL_WANTED = f"""
    kind NOT IN ({marks(letter_facts.BY_HAND)})
    AND NOT EXISTS (SELECT 1 FROM behaviour_warning w WHERE w.letter_id = letter.id AND w.withdrawn_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM restriction r WHERE r.letter_id = letter.id
                    AND (r.ended_on IS NOT NULL OR r.ends_on < ?))
    AND NOT EXISTS (SELECT 1 FROM life_event d WHERE d.customer_id = letter.customer_id AND d.kind = 'death')
"""  # noqa: S608 - no part of it was typed by anybody
_WAITS = """
    WHERE NOT EXISTS (SELECT 1 FROM delivery d WHERE d.letter_id = letter.id AND d.outcome <> 'returned'
                      AND d.id = (SELECT MAX(n.id) FROM delivery n WHERE n.letter_id = letter.id))
    AND """


@dataclass(frozen=True)
class Waiting:
    """One letter of the tray. `way` is how it would go by the customer's standing format; `in_run` is an open run."""

    letter: Letter
    customer: Customer
    way: str
    came_back: Delivery | None
    email: str
    in_run: int | None

    @property
    def name(self) -> str:
        return str(self.letter.facts["recipient"]["name"])

    @property
    def address_lines(self) -> list[str]:
        return [str(line) for line in self.letter.facts["recipient"]["address_lines"]]

    @property
    def place(self) -> str:
        """The last line of the address it is printed with: the postcode, where there is one."""
        return self.address_lines[-1] if self.address_lines else ""

    @property
    def enclosures(self) -> list[str]:
        return [str(one) for one in self.letter.facts.get("enclosures") or ()]

    @property
    def is_to_the_customer(self) -> bool:
        """False for a letter to somebody else, such as a support worker."""
        return self.name == self.customer.name

    @property
    def moved(self) -> list[str]:
        """The customer's address where it is another one now than is printed on the letter; else nothing."""
        now = self.customer.address_lines
        return now if self.is_to_the_customer and now and now != self.address_lines else []

    @property
    def format_words(self) -> str:
        """The form it is made in, and the one it was asked for in where that is another."""
        made = clauses.LETTER_FORMATS[self.letter.format]
        asked = clauses.LETTER_FORMATS.get(self.letter.asked_format, "")
        return f"{made}; asked for: {asked.lower()}" if asked and asked != made else made


def tray(now: dt.datetime, closed: Collection[int] = ()) -> list[Waiting]:
    """The letters that wait, oldest first, without those of the customers in `closed` (G65)."""
    today = clock.today(now)
    rest = f"{_WAITS}{_STILL_WANTED} ORDER BY issued_at, id LIMIT ?"
    found = rows_of(Letter, rest, *letter_facts.BY_HAND, today, AT_MOST, columns=_COLUMNS)
    return each_of([one for one in found if one.customer_id not in closed])


def of(letter: Letter) -> Waiting:
    """What is known of one letter's way, whether it waits or not."""
    return each_of([letter])[0]


def still_wanted(letters: Iterable[int], now: dt.datetime) -> set[int]:
    """Those of these letters that are not withdrawn, ended or about somebody who has died since."""
    wanted = list(letters)
    if not wanted:
        return set()
    rest = f"WHERE id IN ({marks(wanted)}) AND {_STILL_WANTED}"
    return {one.id for one in rows_of(Letter, rest, *wanted, *letter_facts.BY_HAND, clock.today(now), columns="id")}


def each_of(letters: list[Letter]) -> list[Waiting]:
    """The same of many letters, in their order: four reads, however many they are."""
    if not letters:
        return []
    ids, owners = [one.id for one in letters], {one.customer_id for one in letters}
    customers = {one.id: one for one in rows_of(Customer, f"WHERE id IN ({marks(owners)})", *owners)}
    newest = deemed_receipt.standings(ids)
    emails = _emails(owners)
    runs = open_runs(ids)
    return [_waiting(one, customers[one.customer_id], newest.get(one.id), emails, runs.get(one.id)) for one in letters]


def _waiting(letter: Letter, customer: Customer, way: Any, emails: dict[int, str], run: int | None) -> Waiting:
    email = emails.get(customer.id, "")
    by_email = email and "email" in (letter.asked_format, customer.letter_format)
    came_back = way if way is not None and way.outcome == "returned" else None
    one = Waiting(letter, customer, "email" if by_email and not came_back else "first_class", came_back, email, run)
    return one if one.is_to_the_customer else Waiting(letter, customer, "first_class", came_back, "", run)


def _emails(owners: Collection[int]) -> dict[int, str]:
    """The newest e-mail address of each of these customers."""
    rest = f"WHERE kind = 'email' AND ended_at IS NULL AND customer_id IN ({marks(owners)}) ORDER BY id"
    return {row.customer_id: row.value for row in rows_of(ContactWay, rest, *owners)}


def open_runs(letters: Iterable[int]) -> dict[int, int]:
    """The open run that each of these letters is in, where there is one."""
    wanted = list(letters)
    rest = f"WHERE outcome = '' AND letter_id IN ({marks(wanted)})"
    return {row.letter_id: row.run_id for row in rows_of(PostRunLetter, rest, *wanted)} if wanted else {}


def unanswered(letters: Collection[int]) -> dict[int, EmailSent]:
    """Tries to send by e-mail of which it is not known how they ended, by letter."""
    if not letters:
        return {}
    tries = rows_of(EmailSent, f"WHERE letter_id IN ({marks(letters)}) ORDER BY id", *letters)
    newest = {row.letter_id: row for row in tries}
    return {letter: row for letter, row in newest.items() if row.answer == TRYING}


TRYING = "trying"
"""The answer of a row written before a message leaves; the row with what the server said follows it."""


def runs(most: int = 20) -> list[PostRun]:
    """The runs that are not closed yet, oldest first."""
    return rows_of(PostRun, "WHERE closed_at IS NULL ORDER BY id LIMIT ?", most)
