"""How a question is answered: yes, or no with every reason, its rule, its clause and what would clear it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from policy.rulebook.rules import RULES


@dataclass(frozen=True)
class Refusal:
    """One reason against: the rule and clause it stands on, a sentence, and what would clear it.

    `by_role`: it stands against this person because of the roles they have (policy/core/register.py alone says so).
    `incident`: the number of the incident to which something has to be added, where that would clear it.
    """

    rule: str
    clause: str
    sentence: str
    remedy: str = ""
    kind: str = "H"
    by_role: bool = False
    incident: int | None = None

    @property
    def may_be_overridden(self) -> bool:
        return self.kind == "S"


@dataclass(frozen=True)
class Answer:
    """True where nothing stands against; `warnings` are shown and stop nothing."""

    reasons: tuple[Refusal, ...] = ()
    warnings: tuple[Refusal, ...] = field(default=())

    def __bool__(self) -> bool:
        return not self.reasons

    def or_refuse(self) -> None:
        """Raise `Refused` with every reason unless the answer is yes."""
        if self.reasons:
            raise Refused(self.reasons)

    def names(self, rule: str) -> bool:
        """True where `rule` is among the reasons against."""
        return any(reason.rule == rule for reason in self.reasons)

    def warns(self, rule: str) -> bool:
        """True where `rule` is among the warnings."""
        return any(warning.rule == rule for warning in self.warnings)


class Refused(Exception):
    """A deed was not done, for these reasons; nothing was changed."""

    def __init__(self, reasons: Iterable[Refusal]):
        self.reasons = tuple(reasons)
        super().__init__("; ".join(reason.rule for reason in self.reasons))


class UnknownRule(KeyError):
    """A refusal names a rule that is not in the rulebook."""


def unless(
    holds: object, rule: str, sentence: str, remedy: str = "", clause: str = "", incident: int | None = None
) -> Refusal | None:
    """A refusal on `rule` unless `holds`; the clause is the rule's own where none is given.

    `rule` is an id of the register, or a plain word such as "own" or "state" for what is no rule of the policy. Raises
    UnknownRule for an id that is not there, whether it holds or not.
    """
    known = RULES.get(rule)
    if known is None and rule[-1:].isdigit():
        raise UnknownRule(rule)
    if holds:
        return None
    kind = known.kind if known else "H"
    return Refusal(rule, clause or (known.clause if known else ""), sentence, remedy, kind, incident=incident)


def answer(*parts: Refusal | None | Iterable[Refusal | None], overridden: Iterable[str] = ()) -> Answer:
    """All reasons at once, warnings apart; rules of kind S that were `overridden` no longer stand against."""
    found: list[Refusal] = []
    for part in parts:
        if isinstance(part, Refusal):
            found.append(part)
        elif part is not None:
            found.extend(refusal for refusal in part if refusal is not None)
    waived = set(overridden)
    standing = [one for one in found if not (one.may_be_overridden and one.rule in waived)]
    return Answer(tuple(one for one in standing if one.kind != "W"), tuple(one for one in standing if one.kind == "W"))


YES = Answer()


def not_stale(current: int, shown: int | None) -> Answer:
    """A page shown before somebody else's change is refused, and nothing typed is lost. `shown`: None for no page."""
    return answer(
        unless(
            shown in (current, None),
            "stale",
            "Somebody else changed this while you had it open.",
            "Your words are still below. Open the newest version in another window, then bring them together.",
        )
    )
