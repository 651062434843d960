"""Where deeds are declared: each names its question, event and letter, and each question says to whom it is open.

Imports no noun. The whole list, for which every noun has to be imported, is policy/actions.py.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from models import User
from policy.core.answers import Answer, Refusal, unless
from policy.rulebook import clauses

EVERYBODY = tuple(clauses.ROLES)
LOGS = ("colleague", "officer", "manager", "safety_lead", "senior_officer")
WORKS = ("officer", "manager", "senior_officer")

Question = Callable[..., Answer]
Asked = ParamSpec("Asked")
Done = TypeVar("Done", bound=Callable[..., Any])


# --- To whom a question is open ---


@dataclass(frozen=True)
class Where:
    """Those to whom a question is open only where something holds, which `holds` tells from what the question is given.

    `words` are for the page: "after a review" beside the roles, or where it may be anybody, who: "whoever logged it".
    """

    words: str
    holds: Callable[..., object]
    roles: tuple[str, ...] = EVERYBODY


@dataclass(frozen=True)
class Gate:
    """To whom a question is open, and the refusal for everybody else."""

    roles: tuple[str, ...]
    also: tuple[Where, ...]
    refusal: Refusal
    commands: bool

    def lets(self, actor: User | None, *args: Any, **kwargs: Any) -> bool:
        """True where the question is open to `actor`; nobody is the command line."""
        if actor is None:
            return self.commands
        if _is(actor, self.roles):
            return True
        return any(_is(actor, one.roles) and one.holds(actor, *args, **kwargs) for one in self.also)


def _is(actor: User, roles: tuple[str, ...]) -> bool:
    return actor.active if roles == EVERYBODY else actor.has(*roles)


_GATES: dict[Question, Gate] = {}


def only_for(
    *roles: str,
    says: str,
    remedy: str = "",
    rule: str = "role",
    clause: str = "",
    also: tuple[Where, ...] = (),
    commands: bool = False,
) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """A question that is open to `roles`, to those of `also`, and with `commands` to the command line; to nobody else.

    For others `says` stands first among the reasons against, as a refusal by role. The page "who may do what" shows
    these very roles, so they are nowhere else.
    """
    refusal = unless(False, rule, says, remedy, clause)
    assert refusal is not None
    gate = Gate(roles, also, replace(refusal, by_role=True), commands)

    def gated(question: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        @wraps(question)
        def asked(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            found = question(*args, **kwargs)
            return found if gate.lets(*args, **kwargs) else _against(gate.refusal, found)  # type: ignore[arg-type]

        _GATES[asked] = gate
        return asked

    return gated


def _against(refusal: Refusal, found: Answer) -> Answer:
    rest = tuple(one for one in found.reasons if one.sentence != refusal.sentence)
    return Answer((refusal, *rest), found.warnings)


def gate_of(question: Question) -> Gate:
    """To whom a question is open. Raises KeyError where it does not say (`only_for`)."""
    return _GATES[question]


# --- Deeds ---


@dataclass(frozen=True)
class Action:
    """One deed: its label and clause, the question asked first, the deed, the events it may leave and its letter."""

    name: str
    label: str
    clause: str
    question: Question
    deed: Callable[..., Any]
    events: tuple[str, ...]
    letter: str

    @property
    def gate(self) -> Gate:
        """To whom it is open, as its question says."""
        return gate_of(self.question)


DECLARED: dict[str, Action] = {}


def deed(
    name: str, *, label: str, clause: str, asks: Question, event: str | tuple[str, ...], letter: str = ""
) -> Callable[[Done], Done]:
    """Declare a deed in the register. `event`: each that it may leave, or none; `letter`: the template that it issues.

    Raises ValueError for a second action of a name, and KeyError for a question that says not to whom it is open.
    """
    gate_of(asks)

    def declared(done: Done) -> Done:
        if name in DECLARED:
            raise ValueError(f"There is an action called {name} already")
        DECLARED[name] = Action(name, label, clause, asks, done, (event,) if isinstance(event, str) else event, letter)
        return done

    return declared
