"""What every kind of restriction has to say for itself (P 4.4). Whatever is left out here, mypy and start-up refuse."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from models import RestrictionTerm, User
from policy.core.answers import Refusal
from policy.core.validation import Check
from policy.measures.bearing import Bearing
from policy.staff.cover import Cover


class Measure(TypedDict, total=False):
    """What somebody types of a measure: as much of it as its kind uses."""

    channels: list[str]
    officer: User | None
    deputy: User | None
    slots: list[dict[str, Any]]  # {days: 0 is Monday, from: "10:00", until}
    definition: str
    examples: str  # a line each
    place: str
    instead: str


@dataclass(frozen=True)
class Kind(ABC):
    """One kind of restriction.

    `rung`: its place on the ladder from mildest (1). `label`: its name; `hint`: the sentence a colleague reads where it
    is chosen. `limits_contact`: how the customer contacts us, and not only what they use. `detail`: the names of what a
    warning says of it besides. `source`: the number of its clause or option in the policy.
    """

    key: str
    rung: int
    source: str
    label: str
    hint: str
    limits_contact: bool
    detail: tuple[str, ...]

    @property
    def clause(self) -> str:
        """The clause it stands under: "4.4" of "4.4 (1)"."""
        return self.source.partition(" ")[0]

    # --- What is typed ---

    @abstractmethod
    def checked(self, check: Check, measure: Measure) -> dict[str, Any]:
        """The columns of a measure of this kind from what was typed; faults are noted in `check`."""

    @abstractmethod
    def check_detail(self, check: Check, detail: Mapping[str, Any]) -> None:
        """Note in `check` what is wrong with the detail of a sanction, as the field `sanctions`."""

    # --- What stands against it ---

    @abstractmethod
    def sound(self, term: RestrictionTerm) -> Iterator[Refusal | None]:
        """G21, G26, G28: what is missing for this measure to be whole."""

    @abstractmethod
    def clashes(self, needs: Sequence[str], term: RestrictionTerm) -> list[tuple[str, str]]:
        """G20: each of these needs (keys of CANNOT_USE) that it would leave without a usable way, with why in words."""

    @abstractmethod
    def beyond(self, detail: Mapping[str, Any], term: RestrictionTerm) -> Iterator[Refusal | None]:
        """G6: where this measure goes further than the detail that the warning named."""

    @abstractmethod
    def is_narrower(self, before: RestrictionTerm, after: RestrictionTerm) -> bool:
        """True where `after` leaves less open than `before`, both of this kind."""

    # --- What is read ---

    @abstractmethod
    def as_warned(self, detail: Mapping[str, Any]) -> str:
        """What completes "a manager may decide to …" in a warning; a Gap where the detail is missing."""

    @abstractmethod
    def facts(self, term: RestrictionTerm, values: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
        """What its paragraph in a letter is made from (parts/kinds/): numbers in force, and the landlord."""

    @abstractmethod
    def for_file(self, term: RestrictionTerm) -> str:
        """The measure as a colleague reads it on the file: what the customer may do, in one or two sentences."""

    @abstractmethod
    def for_check(self, term: RestrictionTerm, covering: Cover | None) -> str:
        """The measure as a colleague reads it beside the contact check, with who answers that day."""

    @abstractmethod
    def for_customer(self, term: RestrictionTerm) -> str:
        """The measure in a few words to the customer, without a full stop: old beside new."""

    @abstractmethod
    def when_over(self, term: RestrictionTerm) -> str:
        """The measure as the letter about its end names it."""

    @abstractmethod
    def open_again(self, term: RestrictionTerm) -> str:
        """The place or service that is open again after it; empty where there is none."""

    # --- What it does ---

    @abstractmethod
    def systems(self, term: RestrictionTerm) -> frozenset[str]:
        """The ways of contact whose systems it sets, and that are set back at its end (G48)."""

    @abstractmethod
    def bearing(self, term: RestrictionTerm) -> Bearing:
        """What it means for one contact (policy/contacts/check.py)."""


class EveryWayOpen(Kind):
    """A kind that leaves every way of contact as it is; how far it goes is said in words, which nobody can measure."""

    def clashes(self, needs: Sequence[str], term: RestrictionTerm) -> list[tuple[str, str]]:
        return []

    def is_narrower(self, before: RestrictionTerm, after: RestrictionTerm) -> bool:
        return False  # whoever decides reads both


class NoDetail(Kind):
    """A kind of which a warning says no more than that it may follow."""

    def check_detail(self, check: Check, detail: Mapping[str, Any]) -> None:
        pass

    def beyond(self, detail: Mapping[str, Any], term: RestrictionTerm) -> Iterator[Refusal | None]:
        yield from ()
