"""The facts each letter is made from: their exact keys and kinds, and the check that they are all there.

Values are plain: str, int, bool, datetime.date, datetime.time, lists and dictionaries. In a draft a Gap may stand for
any single value, and for a whole person. An empty string is refused: what is not there is None, where None is allowed.
"""

from collections.abc import Mapping
from datetime import date, time
from types import NoneType, UnionType
from typing import Any, Literal, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

from letters.errors import FactsWrong
from letters.escape import Gap


class Organisation(TypedDict):
    """The landlord, as the sender block and the closing paragraphs print it."""

    name: str
    address_lines: list[str]
    telephone: str
    email: str
    website: str
    emergency_telephone: str
    complaints_email: str


class Ombudsman(TypedDict):
    """Whom the customer may turn to outside the landlord about housing."""

    name: str
    telephone: str
    email: str
    website: str
    address: str


class InformationRegulator(TypedDict):
    """Whom the customer may turn to about personal information."""

    name: str
    telephone: str
    website: str


class Policy(TypedDict):
    """`where` completes "The policy …": "is enclosed", "is at www.example.org/policy"."""

    title: str
    where: str


class Recipient(TypedDict):
    """One named person. `salutation` follows "Dear": "Ms Ahmed"."""

    name: str
    salutation: str
    address_lines: list[str]


class Person(TypedDict):
    """A colleague who is named: the sender, a named officer, a deputy."""

    name: str
    job_title: str
    telephone: str
    email: str


class Counted(TypedDict):
    """`channel` in the plural: "e-mails"."""

    channel: str
    count: int


class Incident(TypedDict):
    """One thing that happened, or a pattern over a period (`until` and `contacts_counted`).

    `channel` answers "how": "by telephone", "by email", "at your home". `place` only where it adds something.
    `subject` is the subject line of a letter or e-mail. `time_unknown_because` completes "the time is not known: …".
    `behaviours` and `headings` are words, not keys.
    """

    reference: str
    date: date
    date_is_about: bool
    until: date | None
    start_time: time | None
    end_time: time | None
    time_unknown_because: str | None
    channel: str
    place: str | None
    subject: str | None
    contacts_counted: list[Counted]
    what_happened: str
    exact_words: str | None
    behaviours: list[str]
    headings: list[str]


class Sanction(TypedDict):
    """A proposed restriction. `words` complete "a manager may decide to …", without a full stop."""

    kind: str
    words: str


class CustomerRequest(TypedDict):
    """Something the customer asked for: answered already, or owned by a role and dated.

    `words` stand after "You asked us:".
    """

    words: str
    answered_on: date | None
    due_on: date | None
    owner_role: str | None


class AlwaysOpen(TypedDict):
    """A subject no restriction touches, and how to use it, without a full stop at the end."""

    what: str
    how: str


class Slot(TypedDict):
    """Times at which calls are taken. `days` in full: ["Monday", "Thursday"]."""

    days: list[str]
    start_time: time
    end_time: time


class Channel(TypedDict):
    """A permitted way: `words` "by email", `to` the address or number."""

    words: str
    to: str


class TelephoneTimes(TypedDict):
    """Telephone calls on certain days at certain times. `minutes` is the longest call, or None."""

    kind: Literal["telephone_times"]
    telephone: str
    slots: list[Slot]
    minutes: int | None


class NamedOfficer(TypedDict):
    """One officer, and a deputy. `reply_days` are working days."""

    kind: Literal["named_officer"]
    officer: Person
    deputy: Person
    reply_days: int


class Channels(TypedDict):
    """Certain ways of contact."""

    kind: Literal["channels"]
    channels: list[Channel]


class SignificantOnly(TypedDict):
    """Significant and serious matters. `definition` completes "By this we mean …", without a full stop."""

    kind: Literal["significant_only"]
    definition: str
    examples: list[str]


class Access(TypedDict):
    """A service or place. `what` completes "You may not use …", `instead` "Instead, …", without full stops."""

    kind: Literal["access"]
    what: str
    instead: str


Term = TelephoneTimes | NamedOfficer | Channels | SignificantOnly | Access


class EveryLetter(TypedDict):
    """What every letter needs.

    `kept_words` completes "We keep it …": "for 2 years after the warning ends". `icon_words` is what the account shows.
    `told` are those told, by role.
    """

    organisation: Organisation
    ombudsman: Ombudsman
    information_regulator: InformationRegulator
    policy: Policy
    recipient: Recipient
    sender: Person
    reference: str
    date: date
    format_offers: list[str]
    always_open: list[AlwaysOpen]
    kept_words: str
    icon_words: str
    told: list[str]
    enclosures: list[str]


class WarningFacts(EveryLetter):
    """A written warning [P box, 3.2.6]. `dispute_by` is `dispute_days` working days after expected receipt."""

    incidents: list[Incident]
    sanctions: list[Sanction]
    sanction_months: int
    valid_months: int
    dispute_by: date
    dispute_days: int
    requests: list[CustomerRequest]


class RestrictionFacts(EveryLetter):
    """A restriction [P 4.2-4.4]. `scope` completes "This applies to …": "your contact with all of Karbon Homes".

    `appeal_by` is `appeal_days` working days after expected receipt; `reply_days` working days hold for every reply.
    """

    incidents: list[Incident]
    warning_date: date
    decided_on: date
    decided_by_role: str
    scope: str
    terms: list[Term]
    reply_days: int
    starts_on: date
    ends_on: date
    review_on: date
    reviewer_role: str
    appeal_by: date
    appeal_days: int
    appeal_answer_days: int


PEOPLE = ("sender", "officer", "deputy")
SHAPES: dict[str, type] = {"warning": WarningFacts, "restriction": RestrictionFacts}


def check(facts: Mapping[str, Any], shape: str) -> None:
    """Raise FactsWrong, naming the key, unless the facts are exactly those of the shape ("warning", "restriction")."""
    _check(facts, SHAPES[shape], "")


def spread(value: Any) -> Any:
    """The same facts where a Gap that stands for a whole person ("the named officer") stands for each of its words."""
    if isinstance(value, Mapping):
        return {
            key: _nobody_yet(inner) if isinstance(inner, Gap) and key in PEOPLE else spread(inner)
            for key, inner in value.items()
        }
    return [spread(item) for item in value] if isinstance(value, (list, tuple)) else value


def _nobody_yet(who: Gap) -> Person:
    return {
        "name": who,
        "job_title": Gap(f"{who}: job title"),
        "telephone": Gap(f"{who}: telephone"),
        "email": Gap(f"{who}: e-mail"),
    }


def _check(value: object, kind: Any, path: str) -> None:
    if is_typeddict(kind):
        _check_keys(value, kind, path)
    elif get_origin(kind) is list:
        if not isinstance(value, (list, tuple)):
            raise FactsWrong(f"{path} must be a list.")
        for number, item in enumerate(value):
            _check(item, get_args(kind)[0], f"{path}[{number}]")
    elif isinstance(kind, UnionType):
        _check_choice(value, kind, path)
    else:
        _check_single(value, kind, path)


def _check_keys(value: object, kind: Any, path: str) -> None:
    if not isinstance(value, Mapping):
        raise FactsWrong(f"{path or 'The facts'} must be a dictionary.")
    hints = get_type_hints(kind)
    at = f"{path}." if path else ""
    if absent := sorted(hints.keys() - value.keys()):
        raise FactsWrong(f"Missing: {', '.join(at + key for key in absent)}.")
    if unknown := sorted(str(key) for key in value.keys() - hints.keys()):
        raise FactsWrong(f"Not known to this letter: {', '.join(at + key for key in unknown)}.")
    for key, of in hints.items():
        _check(value[key], of, at + key)


def _check_choice(value: object, kind: UnionType, path: str) -> None:
    choices = get_args(kind)
    if NoneType in choices:
        if value is not None:
            _check(value, next(choice for choice in choices if choice is not NoneType), path)
        return
    key = value.get("kind") if isinstance(value, Mapping) else None
    for choice in choices:
        if key in get_args(get_type_hints(choice)["kind"]):
            return _check(value, choice, path)
    raise FactsWrong(f"{path}.kind is not a kind this letter knows.")


def _check_single(value: object, kind: Any, path: str) -> None:
    if isinstance(value, Gap):
        return
    if get_origin(kind) is Literal:
        right = value in get_args(kind)
    else:
        right = type(value) is kind or (kind is str and isinstance(value, str))
    if not right:
        raise FactsWrong(f"{path} must be of the kind {getattr(kind, '__name__', kind)}.")
    if isinstance(value, str) and not value.strip():
        raise FactsWrong(f"{path} is empty.")
