"""No access to a named service or place, with what the customer does instead (P 2.0)."""

from collections.abc import Iterator, Mapping
from typing import Any

from letterpress.make.escape import Gap
from models import RestrictionTerm
from policy.core.answers import Refusal
from policy.core.validation import LONG, SHORT, Check
from policy.core.wording import by_now
from policy.measures.bearing import Bearing, Place
from policy.measures.kind import EveryWayOpen, Measure
from policy.staff.cover import Cover


class Access(EveryWayOpen):
    """Place: as it stands in the letter. Instead: a sentence the letter prints."""

    def checked(self, check: Check, measure: Measure) -> dict[str, Any]:
        return {
            "place": check.text("place", "Service or place", SHORT, required=True),
            "instead": check.text("instead", "What they do instead", LONG, required=True),
        }

    def check_detail(self, check: Check, detail: Mapping[str, Any]) -> None:
        inner = Check(detail)
        inner.text("place", "Service or place", SHORT)
        for sentence in inner.errors.values():
            check.wrong("sanctions", sentence)

    def sound(self, term: RestrictionTerm) -> Iterator[Refusal | None]:
        yield from ()

    def beyond(self, detail: Mapping[str, Any], term: RestrictionTerm) -> Iterator[Refusal | None]:
        yield from ()

    def as_warned(self, detail: Mapping[str, Any]) -> str:
        place = detail.get("place")
        return f"ask you not to use or come to {place}" if place else Gap("which service or place")

    def facts(self, term: RestrictionTerm, values: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
        return {"what": _place(term) or Gap("which place"), "instead": term.instead.rstrip(".") or Gap("what instead")}

    def for_file(self, term: RestrictionTerm) -> str:
        return f"May not use or come to {_place(term)}. Instead: {term.instead.rstrip('.')}."

    def for_check(self, term: RestrictionTerm, covering: Cover | None) -> str:
        return f"Not at {_place(term)}. {by_now(term.instead)}"

    def for_customer(self, term: RestrictionTerm) -> str:
        return f"you may not use {_place(term)}; instead, {term.instead.rstrip('.')}"

    def when_over(self, term: RestrictionTerm) -> str:
        return f"Not using {_place(term)}"

    def open_again(self, term: RestrictionTerm) -> str:
        return _place(term)

    def systems(self, term: RestrictionTerm) -> frozenset[str]:
        return frozenset()  # who works at the place is told by name

    def bearing(self, term: RestrictionTerm) -> Bearing:
        return Place(_place(term), term.instead)


def _place(term: RestrictionTerm) -> str:
    return term.place.rstrip(".")


KIND = Access(
    key="access",
    rung=5,
    source="2.0",
    label="No access to a service or place",
    hint="The customer may not come to a named place or use a named service, and is told what to do instead.",
    limits_contact=False,
    detail=("place",),
)
