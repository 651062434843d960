"""The facts each letter is made from: their exact keys and kinds, and the check that they are all there.

Values are plain: str, int, bool, datetime.date, datetime.time, lists and dictionaries. In a draft a Gap may stand for
any single value, and for a whole person. An empty string is refused: what is not there is None, where None is allowed.
"""

from collections.abc import Mapping
from datetime import date, time
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

from letterpress.make import kinds
from letterpress.make.errors import FactsWrong, UnknownKind
from letterpress.make.escape import Gap


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
    `behaviours` and `headings` are words, not keys; `paragraphs` the numbers in the policy.
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
    paragraphs: list[str]


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


class Term:
    """One measure: the facts of its kind. Which those are, the paragraph of the kind says (letters.kinds)."""


@cache
def terms() -> Mapping[str, Any]:
    """The shape of a measure of each kind. `limits_contact`: how the customer contacts us, and not what they use."""
    shape: Any = TypedDict
    found = {}
    for kind in kinds.names():
        front = kinds.front(kind)
        found[kind] = shape(kind, {"kind": f'Literal["{kind}"]', "limits_contact": "bool", **front["facts"]})
        found[kind].__doc__ = front["about"]
    return found


class Letterhead(TypedDict):
    """What the landlord's paper looks like. `logo` and `signature` are the SHA-256 of pictures.

    `logo_words` say what the logo shows, `logo_place` where it stands (left, centre, right); `colour` is a key of the
    palette (static/css/letter-head.css); `footer` are lines at the foot of the first page or at the end of the letter.
    """

    logo: str | None
    logo_words: str | None
    logo_place: str | None
    colour: str | None
    footer: list[str]
    signature: str | None


class EveryPaper(TypedDict):
    """What the sheet of every letter needs, whoever it goes to."""

    organisation: Organisation
    letterhead: Letterhead
    recipient: Recipient
    sender: Person
    reference: str
    date: date
    enclosures: list[str]


class EveryLetter(EveryPaper):
    """What every letter to a customer needs.

    `kept_words` completes "We keep it …": "for 2 years after the warning ends". `icon_words` is what the account shows.
    `told` are those told, by role.
    """

    ombudsman: Ombudsman
    information_regulator: InformationRegulator
    policy: Policy
    format_offers: list[str]
    always_open: list[AlwaysOpen]
    kept_words: str
    icon_words: str
    told: list[str]


class WarningFacts(EveryLetter):
    """A written warning [P box, 3.2.6]. `dispute_by` is `dispute_days` working days after expected receipt."""

    incidents: list[Incident]
    sanctions: list[Sanction]
    sanction_months: int
    valid_months: int
    dispute_by: date
    dispute_days: int
    requests: list[CustomerRequest]


class Standing(TypedDict):
    """What an arrangement is. `scope` completes "This applies to …": "your contact with all of Karbon Homes".

    `reply_days` working days hold for every reply.
    """

    scope: str
    terms: list[Term]
    reply_days: int
    review_on: date
    ends_on: date


class Arrangement(Standing):
    """An arrangement as it is decided, with the day of its beginning."""

    starts_on: date
    reviewer_role: str


class Appealable(TypedDict):
    """A decision open to appeal. `appeal_by` is `appeal_days` working days after expected receipt."""

    decided_by_role: str
    appeal_by: date
    appeal_days: int
    appeal_answer_days: int


class ImposedFacts(EveryLetter, Arrangement, Appealable):
    """An arrangement that is new."""

    incidents: list[Incident]
    decided_on: date


class RestrictionFacts(ImposedFacts):
    """A restriction [P 4.2-4.4]."""

    warning_date: date


class NoticeFacts(ImposedFacts):
    """A restriction made without a warning [P 4.5].

    `threatened` completes "the safety of … was threatened"; `legal` completes "We have also …".
    """

    threatened: str
    police_told: bool
    police_reference: str | None
    legal: str | None


class Ground(TypedDict):
    """One ground of an appeal as we understood it: what it is in our words, and theirs where they gave any."""

    what: str
    words: str | None


class GroundAnswered(Ground):
    """One ground with its answer; `found` says it in a few words: "You are right about this"."""

    found: str
    answer: str


class AppealFacts(EveryLetter):
    """What every letter about an appeal needs [P 4.7]. `against` is restriction, marker or warning.

    `against_words` follow "that you disagree with": "our decision to limit how you contact us", of `against_date`.
    `received_how` is "by telephone". `still_stands`: it had not ended by itself when this letter was written.
    """

    against: Literal["restriction", "marker", "warning"]
    against_words: str
    against_reference: str
    against_date: date
    received_on: date
    received_how: str
    by_representative: str | None
    decider_role: str
    still_stands: bool
    suspended_from: date | None


class AppealAcknowledgedFacts(AppealFacts):
    """An appeal has come in: who decides it, and by when."""

    grounds: list[Ground]
    decider_name: str
    answer_by: date
    answer_days: int
    late: bool
    data_complaint: bool
    discrimination: bool


class AppealExtendedFacts(AppealFacts):
    """More time for an appeal, once: `extended_to` is `extension_days` working days after `answer_by`."""

    answer_by: date
    extended_to: date
    extension_days: int


class AppealOutcomeFacts(AppealFacts):
    """The answer to an appeal: stands, varied or overturned. `terms` and dates are those it goes on with, if varied.

    `read` are what the decider looked at; `former` the measures it had, in a few words; `ended_on` where this ends it.
    """

    outcome: Literal["stands", "varied", "overturned"]
    read: list[str]
    grounds: list[GroundAnswered]
    former: list[str]
    former_ends_on: date | None
    terms: list[Term]
    scope: str | None
    reply_days: int
    starts_on: date | None
    ends_on: date | None
    review_on: date | None
    ended_on: date | None
    marker_fact: str | None
    marker_action: str | None


class MarkerSeenBy(TypedDict):
    """A team, or a firm that works for us (`outside`), that can see a marker, and what for, without a full stop."""

    who: str
    why: str
    outside: bool


class MarkerNoticeFacts(EveryLetter, Appealable):
    """Notice of a staff-safety marker [P 4.6]. It rests on what `happened`, or on the `concern` of a named source.

    `about` completes "It is about …". `fact` and `action` are the exact words that staff see. `goes_on`: it follows an
    earlier one after a review.
    """

    happened: list[Incident]
    concern_on: date | None
    concern: str | None
    about: str
    person: bool
    category: str
    fact: str
    action: str
    seen_by: list[MarkerSeenBy]
    goes_on: bool
    starts_on: date
    ends_on: date
    review_on: date


class MarkerRemovedFacts(EveryLetter):
    """A staff-safety marker has ended: `over_on` is the first day without it; `ran_out`: on the date it had."""

    category: str
    fact: str
    begun_on: date
    over_on: date
    ran_out: bool
    was_wrong: bool
    told_before: bool
    person: bool


class Said(TypedDict):
    """Something said to us for a review: `who` opens a sentence ("Your support worker"), `how` is "by telephone"."""

    who: str
    on: date
    how: str


class Change(TypedDict):
    """One measure as it was and as it is: each a few words without a full stop, beside the other."""

    before: str
    after: str


class ReviewInvitationFacts(EveryLetter):
    """The invitation to comment before a review [P 4.2, G42]. `restriction` is the reference of what is reviewed.

    `comments_by` is never after `review_by`; `asked_on` is set where the customer asked for the review.
    """

    restriction: str
    began_on: date
    ends_on: date
    review_by: date
    asked_on: date | None
    reviewer_role: str
    comments_by: date
    comment_days: int


class ReviewFacts(EveryLetter, Appealable):
    """The result of a review [P 4.2]: the time looked at, with what was counted in it on both sides.

    `our_lapses` are sentences, each once that we did not keep to the arrangement. `incidents_count` are all recorded.
    """

    restriction: str
    began_on: date
    looked_from: date
    decided_on: date
    contacts: int
    outside: int
    incidents_count: int
    our_lapses: list[str]
    invited_on: date | None
    asked_on: date | None
    said: list[Said]


class ReviewLiftedFacts(ReviewFacts):
    """The arrangement ends on `ended_on`, with this letter [P 4.2, G48]; `officer_name` is the named officer it had.

    `another_stands`: another arrangement of this customer goes on, so that not everything is as usual again.
    """

    ended_on: date
    officer_name: str | None
    another_stands: bool


class ReviewContinuedFacts(ReviewFacts, Arrangement):
    """The arrangement goes on [P 4.2, G41]: `since` are the incidents it rests on, else `no_new_because` says why.

    `former_ends_on` is the day on which it was to end before this decision.
    """

    since: list[Incident]
    no_new_because: str | None
    former_ends_on: date


class ReviewChangedFacts(ReviewContinuedFacts):
    """The arrangement goes on, but changed: each measure as it was and as it is."""

    changes: list[Change]


class PutRightFacts(EveryLetter):
    """An earlier letter that was wrong."""

    letter_title: str
    letter_date: date
    letter_reference: str
    decided_by_role: str


class CorrectedFacts(PutRightFacts):
    """A correction of a letter [G63]: the incident as told, which was not right. `appeal_by` as that letter gave."""

    incidents: list[Incident]
    decided_on: date
    appeal_by: date | None


class MistakenIdentityFacts(PutRightFacts):
    """A letter that went to the wrong person [G63]: `found_on` is the day on which we were no longer sure."""

    happened_on: date
    found_on: date


class RestrictionEndedFacts(EveryLetter):
    """The end of a restriction [G48]. `ended_at` is None where it came to its end at the end of the day `ended_on`.

    `former` are the measures it had, each opening a line; `officers` whom they named; `places` what they kept the
    customer from. `review_missed` is the day of a review that was not held.
    """

    limits_contact: bool
    begun_on: date
    ended_on: date
    ended_at: time | None
    former: list[str]
    officers: list[Person]
    places: list[str]
    review_missed: date | None


class OfficerFacts(EveryLetter):
    """Somebody in the place of a named officer. `before` is that officer's name.

    `ends_on` is the last day of the arrangement; `reply_days` are working days.
    """

    before: str
    officer: Person
    deputy: Person
    from_on: date
    ends_on: date
    reply_days: int


class CoverFacts(OfficerFacts):
    """Who covers for a named officer on some days: `officer` covers, `deputy` covers for them."""

    until_on: date


class OfficerChangedFacts(OfficerFacts):
    """Another named officer or deputy from a day on, for some days (`until_on`) or for good (None)."""

    until_on: date | None


class OutsideContact(TypedDict):
    """Once that the customer contacted us outside an arrangement: `how` is "by telephone", `about` a few words."""

    on: date
    at: time
    how: str
    about: str | None


class ReminderFacts(EveryLetter, Standing):
    """A reminder of an arrangement in force: no new decision (3.11). `letter_date`: of the letter that set it."""

    restriction: str
    letter_date: date
    contacts: list[OutsideContact]


class WarningEndedFacts(EveryLetter):
    """A warning has come to its end and nothing more had happened (3.11): `ended_on` is the last day it lasted."""

    warning_date: date
    ended_on: date


class SupporterFacts(EveryPaper):
    """A letter to a customer's support worker, with the least that is needed (3.11).

    `measures` are sentences about the customer; a warning has none. `agreed`: the customer agreed that we write.
    `always` are the subjects that are always open, said of the customer ("their rent").
    """

    customer: str
    agreed: bool
    about: Literal["restriction", "warning"]
    given_on: date
    ends_on: date
    review_on: date | None
    measures: list[str]
    officer: Person | None
    always: list[str]


class StaffNoticeFacts(EveryPaper):
    """The handling card on paper, for a team or a firm (2.6, 5.2): what it shows, and only this.

    Of a restriction: `measures`, `officer`, `deputy`. Of a marker: `applies_to`, `category`, `fact` and `action`.
    """

    customer: str
    account: str
    about: Literal["restriction", "marker"]
    measures: list[str]
    officer: Person | None
    deputy: Person | None
    applies_to: str | None
    category: str | None
    fact: str | None
    action: str | None
    always: list[str]
    emergency_telephone: str
    ends_on: date


PEOPLE = ("sender", "officer", "deputy")
SHAPES: dict[str, type] = {
    "warning": WarningFacts,
    "restriction": RestrictionFacts,
    "notice": NoticeFacts,
    "restriction_ended": RestrictionEndedFacts,
    "appeal_acknowledged": AppealAcknowledgedFacts,
    "appeal_extended": AppealExtendedFacts,
    "appeal_outcome": AppealOutcomeFacts,
    "marker_notice": MarkerNoticeFacts,
    "marker_removed": MarkerRemovedFacts,
    "review_invitation": ReviewInvitationFacts,
    "review_lifted": ReviewLiftedFacts,
    "review_continued": ReviewContinuedFacts,
    "review_changed": ReviewChangedFacts,
    "corrected": CorrectedFacts,
    "mistaken_identity": MistakenIdentityFacts,
    "cover": CoverFacts,
    "officer_changed": OfficerChangedFacts,
    "reminder": ReminderFacts,
    "warning_ended": WarningEndedFacts,
    "supporter": SupporterFacts,
    "staff_notice": StaffNoticeFacts,
}


def check(facts: Mapping[str, Any], shape: str) -> None:
    """Raise FactsWrong, naming the key, unless the facts are exactly those of the shape ("warning", "restriction")."""
    _check(facts, SHAPES[shape], "")


def incidents_in(facts: Mapping[str, Any], shape: str) -> list[Any]:
    """The incidents among facts of this shape, under whichever keys it has them."""
    return [one for key, of in _keys_of(SHAPES[shape]).items() if of == list[Incident] for one in facts.get(key) or []]


def spread(value: Any) -> Any:
    """The same facts where a Gap that stands for a whole person ("the named officer") stands for each of its words."""
    if isinstance(value, Mapping):
        return {
            key: _nobody_yet(inner) if isinstance(inner, Gap) and key in PEOPLE else spread(inner)
            for key, inner in value.items()
        }
    return [spread(item) for item in value] if isinstance(value, (list, tuple)) else value


def _nobody_yet(who: Gap) -> dict[str, Gap]:
    parts = {"job_title": "job title", "telephone": "telephone", "email": "e-mail"}
    return {"name": who} | {key: Gap(f"{who}: {words}") for key, words in parts.items()}


def _check(value: object, kind: Any, path: str) -> None:
    if kind is Term:
        _check_keys(value, _shape_of_term(value, path), path)
    elif is_typeddict(kind):
        _check_keys(value, kind, path)
    elif get_origin(kind) is list:
        if not isinstance(value, (list, tuple)):
            raise FactsWrong(f"{path} must be a list.")
        for number, item in enumerate(value):
            _check(item, get_args(kind)[0], f"{path}[{number}]")
    elif isinstance(kind, UnionType):
        if value is not None:
            _check(value, next(choice for choice in get_args(kind) if choice is not NoneType), path)
    else:
        _check_single(value, kind, path)


@cache
def _keys_of(kind: Any) -> dict[str, Any]:
    return get_type_hints(kind)


def _check_keys(value: object, kind: Any, path: str) -> None:
    if not isinstance(value, Mapping):
        raise FactsWrong(f"{path or 'The facts'} must be a dictionary.")
    hints = _keys_of(kind)
    at = f"{path}." if path else ""
    if absent := sorted(hints.keys() - value.keys()):
        raise FactsWrong(f"Missing: {', '.join(at + key for key in absent)}.")
    if unknown := sorted(str(key) for key in value.keys() - hints.keys()):
        raise FactsWrong(f"Not known to this letter: {', '.join(at + key for key in unknown)}.")
    for key, of in hints.items():
        _check(value[key], of, at + key)


def _shape_of_term(value: object, path: str) -> Any:
    kind = str(value.get("kind")) if isinstance(value, Mapping) else ""
    if kind not in terms():
        raise UnknownKind(f"{path}.kind is not a kind this letter knows: {kind}.")
    return terms()[kind]


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
