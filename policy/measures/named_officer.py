"""One named officer, and a deputy when that officer is away (P 4.4). Who answers on a day: policy/staff/cover.py."""

from collections.abc import Iterator, Mapping
from typing import Any

from letterpress.make.escape import Gap
from models import RestrictionTerm
from policy.core.answers import Refusal, unless
from policy.core.validation import Check
from policy.correspondence import facts as letter_facts
from policy.measures.bearing import Bearing, Person
from policy.measures.kind import EveryWayOpen, Measure, NoDetail
from policy.staff.cover import Cover


class NamedOfficer(EveryWayOpen, NoDetail):
    """Officer and deputy: two people (User) who both work here and between them cover the working week (G28)."""

    def checked(self, check: Check, measure: Measure) -> dict[str, Any]:
        officer, deputy = measure.get("officer"), measure.get("deputy")
        if officer is None:
            check.wrong("officer", "Named officer: please choose one.")
        if deputy is None:
            check.wrong("deputy", "Deputy: please choose who covers when the officer is away.")
        if officer and deputy and officer.id == deputy.id:
            check.wrong("deputy", "Deputy: choose somebody other than the named officer.")
        return {"officer": officer, "deputy": deputy}

    def sound(self, term: RestrictionTerm) -> Iterator[Refusal | None]:
        two = [one for one in (term.officer, term.deputy) if one is not None and one.active]
        days = {day for one in two for day in one.working_days}
        yield unless(
            len(two) == 2 and two[0].id != two[1].id and days >= set(range(5)),
            "G28",
            "The named officer and the deputy do not cover the working week between them.",
            "Choose two people who both work here and together work Monday to Friday.",
        )

    def as_warned(self, detail: Mapping[str, Any]) -> str:
        return "ask you to deal with one named officer, with a deputy when that officer is away"

    def facts(self, term: RestrictionTerm, values: Mapping[str, int], landlord: Mapping[str, str]) -> dict[str, Any]:
        return {
            "officer": letter_facts.person(term.officer, landlord) if term.officer else Gap("the named officer"),
            "deputy": letter_facts.person(term.deputy, landlord) if term.deputy else Gap("the deputy"),
            "reply_days": values["reply_days"],
        }

    def for_file(self, term: RestrictionTerm) -> str:
        names = [one.name for one in (term.officer, term.deputy) if one]
        return (
            f"Deals with {names[0] if names else 'a named officer'}{f', or {names[1]} when away' if names[1:] else ''}."
        )

    def for_check(self, term: RestrictionTerm, covering: Cover | None) -> str:
        if covering is None:
            return "One named officer, with a deputy."
        deputy = f", or {covering.deputy.name} while away" if covering.deputy else ""
        return f"Deals with {covering.officer.name}{deputy}."

    def for_customer(self, term: RestrictionTerm) -> str:
        officer, deputy = term.officer, term.deputy
        return f"you deal with {officer.name if officer else 'one person'}, or {deputy.name if deputy else 'a deputy'}"

    def when_over(self, term: RestrictionTerm) -> str:
        return "Dealing with one named officer, or the officer’s deputy"

    def open_again(self, term: RestrictionTerm) -> str:
        return ""

    def systems(self, term: RestrictionTerm) -> frozenset[str]:
        return frozenset({"telephone", "email"})

    def bearing(self, term: RestrictionTerm) -> Bearing:
        return Person()


KIND = NamedOfficer(
    key="named_officer",
    rung=2,
    source="4.4 (2)",
    label="One named officer",
    hint="The customer deals with one person, and with a deputy when that person is away.",
    limits_contact=True,
    detail=(),
)
