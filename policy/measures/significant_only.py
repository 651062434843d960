"""Answers to significant and serious matters only, by a definition that the letter prints (P 4.4, G21)."""

from collections.abc import Iterator, Mapping
from typing import Any

from letterpress.make.escape import Gap
from models import RestrictionTerm
from policy.core.answers import Refusal, unless
from policy.core.validation import LONG, Check
from policy.measures.bearing import Bearing, Matters
from policy.measures.kind import EveryWayOpen, Measure, NoDetail
from policy.staff.cover import Cover

SHORTEST_DEFINITION = 20

# What a manager begins with when they define "significant and serious" (4.4, G21); the letter prints what they keep.
DEFINITION = (
    "A matter is significant and serious when leaving it could harm somebody, damage a home, or cost somebody a right "
    "or a home. Where we are in doubt, we treat it as significant and serious"
)
EXAMPLES = (
    "a repair that makes your home unsafe or unfit to live in",
    "the safety of anybody in your home",
    "your tenancy, your rent or the risk of losing your home",
    "a new complaint, or something new about an old one",
    "a change in your health or your circumstances",
)


class SignificantOnly(EveryWayOpen, NoDetail):
    """Definition, and examples a line each."""

    def checked(self, check: Check, measure: Measure) -> dict[str, Any]:
        return {
            "definition": check.text("definition", "What we mean by significant and serious", LONG, required=True),
            "examples": check.text("examples", "Examples, a line each", LONG, required=True),
        }

    def sound(self, term: RestrictionTerm) -> Iterator[Refusal | None]:
        yield unless(
            len(term.definition.strip()) >= SHORTEST_DEFINITION and term.examples.strip(),
            "G21",
            "“Significant and serious” is not defined with examples.",
            "Write the definition and at least one example; both are printed in the letter.",
        )

    def as_warned(self, detail: Mapping[str, Any]) -> str:
        return "reply only to matters that are significant and serious"

    def facts(self, term: RestrictionTerm, values: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
        examples = [line.strip(" -•") for line in term.examples.splitlines() if line.strip(" -•")]
        return {"definition": term.definition.rstrip(".") or Gap("what it means"), "examples": examples}

    def for_file(self, term: RestrictionTerm) -> str:
        return "We answer significant and serious matters only, as defined in the letter. In doubt, answer."

    def for_check(self, term: RestrictionTerm, covering: Cover | None) -> str:
        return "We answer significant and serious matters. In doubt, a matter is one."

    def for_customer(self, term: RestrictionTerm) -> str:
        return f"we answer you about significant and serious matters, which are {term.definition.rstrip('.')}"

    def when_over(self, term: RestrictionTerm) -> str:
        return "Answers only to significant and serious matters"

    def open_again(self, term: RestrictionTerm) -> str:
        return ""

    def systems(self, term: RestrictionTerm) -> frozenset[str]:
        return frozenset()  # everything still arrives and is read

    def bearing(self, term: RestrictionTerm) -> Bearing:
        return Matters(term)


KIND = SignificantOnly(
    key="significant_only",
    rung=4,
    source="4.4 (4)",
    label="Significant and serious matters only",
    hint="We answer what is significant and serious, by a definition printed in the letter.",
    limits_contact=True,
    detail=(),
)
