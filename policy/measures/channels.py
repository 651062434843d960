"""Contact in a particular form: only the ways ticked (P 4.4)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from letterpress.make.escape import Gap
from models import RestrictionTerm
from policy.core.answers import Refusal, unless
from policy.core.validation import Check
from policy.core.wording import listed
from policy.measures.bearing import Bearing, Ways
from policy.measures.kind import Kind, Measure
from policy.rulebook.clauses import CANNOT_USE, CHANNELS, PERMITTED_CHANNELS
from policy.staff.cover import Cover


class Channels(Kind):
    """Channels: keys of PERMITTED_CHANNELS, at least one (G26)."""

    def checked(self, check: Check, measure: Measure) -> dict[str, Any]:
        ways = check.choices("channels", "Ways of contact", PERMITTED_CHANNELS)
        if not ways:
            check.wrong("channels", "Ways of contact: tick at least one. Nobody may be left without a way to reach us.")
        elif len(ways) == len(PERMITTED_CHANNELS):
            check.wrong("channels", "Ways of contact: every one is ticked, so nothing is limited. Leave one out.")
        return {"channels": ways}

    def check_detail(self, check: Check, detail: Mapping[str, Any]) -> None:
        if not set(detail.get("channels", [])) <= set(PERMITTED_CHANNELS):
            check.wrong("sanctions", "Ways of contact: choose from the list.")

    def sound(self, term: RestrictionTerm) -> Iterator[Refusal | None]:
        yield unless(
            term.channels, "G26", "No way of contact is left open.", "Tick at least one way the customer may use."
        )

    def clashes(self, needs: Sequence[str], term: RestrictionTerm) -> list[tuple[str, str]]:
        cannot = frozenset().union(*(CANNOT_USE[need] for need in needs))
        if not term.channels or not set(term.channels) <= cannot:
            return []
        return [(need, "none of the ways left can be used") for need in needs]

    def beyond(self, detail: Mapping[str, Any], term: RestrictionTerm) -> Iterator[Refusal | None]:
        yield unless(
            set(detail.get("channels", [])) <= set(term.channels),
            "G6",
            "Fewer ways of contact are left than the warning said.",
            "Leave at least the ways named in the warning.",
        )

    def is_narrower(self, before: RestrictionTerm, after: RestrictionTerm) -> bool:
        return not set(before.channels) <= set(after.channels)

    def as_warned(self, detail: Mapping[str, Any]) -> str:
        ways = [PERMITTED_CHANNELS[key] for key in detail.get("channels", [])]
        return f"ask you to contact us only by {listed(ways)}" if ways else Gap("by which ways of contact")

    def facts(self, term: RestrictionTerm, values: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
        return {"channels": [_way(key, landlord) for key in term.channels]}

    def for_file(self, term: RestrictionTerm) -> str:
        return f"Contact only by {_ways(term)}."

    def for_check(self, term: RestrictionTerm, covering: Cover | None) -> str:
        return f"Contact is by {_ways(term)}."

    def for_customer(self, term: RestrictionTerm) -> str:
        return f"you contact us by {_ways(term)}"

    def when_over(self, term: RestrictionTerm) -> str:
        return f"Contact only {' or '.join(PERMITTED_CHANNELS[key] for key in term.channels)}"

    def open_again(self, term: RestrictionTerm) -> str:
        return ""

    def systems(self, term: RestrictionTerm) -> frozenset[str]:
        return frozenset(CHANNELS) - set(term.channels)

    def bearing(self, term: RestrictionTerm) -> Bearing:
        return Ways(frozenset(term.channels))


def _ways(term: RestrictionTerm) -> str:
    return listed([PERMITTED_CHANNELS[key] for key in term.channels])


def _way(key: str, landlord: Mapping[str, str]) -> dict[str, str]:
    address = ", ".join(line.strip() for line in landlord["address"].splitlines() if line.strip())
    to = {
        "letter": address,
        "office": address,
        "email": landlord["email"],
        "portal": landlord["website"],
        "visit": "at a time we have agreed with you",
        "telephone": landlord["telephone"],
        "text": landlord["telephone"],
    }[key]
    return {"words": PERMITTED_CHANNELS[key].capitalize(), "to": to or "our office"}


KIND = Channels(
    key="channels",
    rung=3,
    source="4.4 (1)",
    label="Contact in a particular form",
    hint="The customer uses only the ways of contact ticked, such as letters and e-mails.",
    limits_contact=True,
    detail=("channels",),
)
