"""Visits by two colleagues: invented, to see what a new kind of restriction takes."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from letterpress.make.escape import Gap
from models import RestrictionTerm
from policy.core.answers import Refusal, unless
from policy.core.validation import LONG, Check
from policy.measures.bearing import Bearing, Reminder
from policy.measures.kind import Kind, Measure
from policy.staff.cover import Cover


class TwoColleagues(Kind):
    """Instead: how a visit is arranged."""

    def checked(self, check: Check, measure: Measure) -> dict[str, Any]:
        return {"instead": check.text("instead", "How a visit is arranged", LONG, required=True)}

    def check_detail(self, check: Check, detail: Mapping[str, Any]) -> None:
        pass  # a warning says no more than that

    def sound(self, term: RestrictionTerm) -> Iterator[Refusal | None]:
        yield unless(
            term.instead.strip(), "G26", "It does not say how a visit is arranged.", "Write how a visit is arranged."
        )

    def clashes(self, needs: Sequence[str], term: RestrictionTerm) -> list[tuple[str, str]]:
        return []

    def beyond(self, detail: Mapping[str, Any], term: RestrictionTerm) -> Iterator[Refusal | None]:
        yield from ()

    def is_narrower(self, before: RestrictionTerm, after: RestrictionTerm) -> bool:
        return False

    def as_warned(self, detail: Mapping[str, Any]) -> str:
        return "send two colleagues to every visit"

    def facts(self, term: RestrictionTerm, found: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
        return {"how": term.instead.rstrip(".") or Gap("how a visit is arranged")}

    def for_file(self, term: RestrictionTerm) -> str:
        return f"Visited by two colleagues together. {term.instead.rstrip('.')}."

    def for_check(self, term: RestrictionTerm, covering: Cover | None) -> str:
        return "Two colleagues go to every visit."

    def for_customer(self, term: RestrictionTerm) -> str:
        return f"two colleagues visit you: {term.instead.rstrip('.')}"

    def when_over(self, term: RestrictionTerm) -> str:
        return "Visits by two colleagues together"

    def open_again(self, term: RestrictionTerm) -> str:
        return ""

    def systems(self, term: RestrictionTerm) -> frozenset[str]:
        return frozenset({"portal"})

    def bearing(self, term: RestrictionTerm) -> Bearing:
        return Reminder(frozenset({"visit"}), "Go in twos.")


KIND = TwoColleagues(
    key="two_colleagues",
    rung=6,
    source="4.4",
    label="Visits by two colleagues",
    hint="Nobody goes alone. Everything else stays as it is.",
    limits_contact=True,
    detail=(),
)
