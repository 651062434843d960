"""The written warning (P box, 3.2.6): drafting it from incidents, the second reader, issuing, withdrawing. G1-G14."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from letterpress.make.escape import Gap
from models import BehaviourWarning, Customer, Incident, Letter, User, WarningIncident, WarningSanction, holding
from policy import measures
from policy.considerations import considerations, impartiality, overrides
from policy.core import audit, form_keys, numbers
from policy.core.answers import YES, Answer, Refusal, answer, not_stale, unless
from policy.core.register import WORKS, Where, deed, only_for
from policy.core.validation import LONG, Check, required_text
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.incidents import evidence
from policy.rulebook import clauses
from policy.warnings import letter as warning_letter
from policy.warnings.letter import Contents, contents_of


@only_for(*WORKS, says="Only officers and managers draft warnings.", remedy="Ask an officer.")
def may_draft(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """P box: an officer or a manager drafts a warning."""
    return YES


@deed("draft_warning", label="Draft a warning", clause="box", asks=may_draft, event="warning_drafted")
def draft(
    actor: User, customer: Customer, kind: str, incidents: Sequence[Incident], now: dt.datetime, form_key: str
) -> BehaviourWarning:
    """Begin a draft from chosen incidents; nothing is sent. Raises Refused or Invalid."""
    check = Check({"kind": kind})
    check.choice("kind", "Kind of warning", clauses.WARNING_KINDS, required=True)
    if not incidents:
        check.wrong("incidents", "Choose at least one incident: a warning rests on what happened.")
    check.or_refuse()
    form_key = form_keys.key(form_key, actor, customer, {"kind": kind}, list(incidents))
    with holding(customer) as customer:
        known = BehaviourWarning.get_or_none(BehaviourWarning.form_key == form_key)
        if known:
            return known
        may_draft(actor, customer, now).or_refuse()
        warning = BehaviourWarning.create(
            customer=customer, kind=kind, drafted_by=actor, drafted_at=now, form_key=form_key
        )
        _cite(warning, customer, incidents)
        audit.event("warning_drafted", customer, actor, now, warning=warning.id, kind=kind)
    return warning


def _cite(warning: BehaviourWarning, customer: Customer, incidents: Sequence[Incident]) -> None:
    WarningIncident.clear(WarningIncident.warning == warning)
    for incident in incidents:
        answer(
            unless(incident.customer_id == customer.id, "G23", f"{incident.reference} is on another person's file.")
        ).or_refuse()
        WarningIncident.create(warning=warning, incident=incident)


@only_for(*WORKS, says="Only officers and managers change a draft.", remedy="Ask an officer.")
def may_change(actor: User, warning: BehaviourWarning, now: dt.datetime) -> Answer:
    """A draft may be changed by those who work on the file, until it is issued or withdrawn."""
    return answer(
        unless(warning.issued_at is None, "state", "This warning has been issued; a letter sent is never changed."),
        unless(warning.withdrawn_at is None, "state", "This warning was withdrawn.", "Draft a new one."),
    )


class Draft(TypedDict, total=False):
    """A draft as its page has it."""

    incidents: Sequence[Incident]
    sanctions: Mapping[str, Mapping[str, Any]]  # kind -> its detail
    sanction_months: int | None
    arranged: str  # how the letter is given in their format
    passages: Mapping[str, str]  # of the letter


@deed("change_warning", label="Change a draft warning", clause="box", asks=may_change, event="warning_changed")
def change(actor: User, warning: BehaviourWarning, page: Draft, now: dt.datetime, version: int) -> BehaviourWarning:
    """Save a draft as its page has it, to be read by a second person again (G14). Raises Refused or Invalid."""
    passages, sanctions = page.get("passages", {}), page.get("sanctions", {})
    check = Check({**page, **passages})
    passages = letter_facts.checked_passages(warning_letter.TEMPLATES[warning.kind], passages, check)
    arranged = check.text("arranged", "How the letter is given in their format", LONG)
    months = _months(check, page.get("sanction_months"), now)
    for kind, detail in sanctions.items():
        if kind in measures.KINDS:
            measures.of_key(kind).check_detail(check, detail)
        else:
            check.wrong("sanctions", "Proposed sanctions: choose from the policy's list (4.4).")
    check.or_refuse()
    with holding(warning) as warning:
        may_change(actor, warning, now).or_refuse()
        not_stale(warning.version, version).or_refuse()
        if _says_the_same(warning, page.get("incidents", []), sanctions, (passages, arranged, months)):
            return warning
        _cite(warning, warning.customer, page.get("incidents", []))
        WarningSanction.clear(WarningSanction.warning == warning)
        for kind, detail in sanctions.items():
            WarningSanction.create(warning=warning, kind=kind, detail=detail)
        warning.passages, warning.arranged, warning.sanction_months = passages, arranged, months
        warning.version += 1
        warning.save()
        audit.event("warning_changed", warning.customer_id, actor, now, warning=warning.id, version=warning.version)
    return warning


def _says_the_same(
    warning: BehaviourWarning, incidents: Sequence[Incident], sanctions: Mapping[str, Any], typed: tuple[Any, ...]
) -> bool:
    """True where a page is saved as it stood: it is no new version, and whoever read it has read it."""
    cited = {row.incident_id for row in WarningIncident.select().where(WarningIncident.warning == warning)}
    saved = {row.kind: row.detail for row in WarningSanction.select().where(WarningSanction.warning == warning)}
    before = (warning.passages, warning.arranged, warning.sanction_months)
    return (cited, saved, before) == ({one.id for one in incidents}, dict(sanctions), typed)


def _months(check: Check, months: int | None, now: dt.datetime) -> int | None:
    most = numbers.value("restriction_most_months", now)
    if months is not None and not 1 <= months <= most:
        check.wrong("sanction_months", f"How long at most: give a number of months from 1 to {most}.")
    return months


@only_for(*WORKS, says="Only officers and managers read warnings.", remedy="Ask an officer.")
def may_read(actor: User, warning: BehaviourWarning, now: dt.datetime) -> Answer:
    """G14: somebody other than the author reads the warning before it is issued."""
    return answer(
        unless(warning.is_open_draft, "state", "Only a draft is read before it is sent."),
        unless(
            actor.id != warning.drafted_by_id,
            "G14",
            "You drafted this warning yourself.",
            "Ask a colleague to read it.",
        ),
    )


@deed(
    "read_warning", label="Read a draft warning as the second reader", clause="box", asks=may_read, event="warning_read"
)
def read(actor: User, warning: BehaviourWarning, noted: str, now: dt.datetime, version: int) -> None:
    """Record that a second person read this very version, and what they said. Raises Refused or Invalid."""
    check = Check({"noted": noted})
    noted = check.text("noted", "What you noticed", LONG)
    check.or_refuse()
    with holding(warning) as warning:
        may_read(actor, warning, now).or_refuse()
        not_stale(warning.version, version).or_refuse()
        warning.read_by, warning.read_at, warning.read_words, warning.read_version = actor, now, noted, version
        warning.save()
        audit.event("warning_read", warning.customer_id, actor, now, warning=warning.id, version=version)


@only_for("manager", says="Only a manager issues a warning.", remedy="Ask a manager to issue it.", clause="box")
def may_issue(actor: User, warning: BehaviourWarning, now: dt.datetime, contents: Contents | None = None) -> Answer:
    """P box and G2-G14, G31, G33, G35-G38: everything that stands against issuing this warning now, at once.

    `contents` are the warning's as they stand, where whoever asks has read them.
    """
    contents = contents or contents_of(warning, actor, now)
    incidents, sheet = contents.incidents, contents.sheet
    since = min((one.happened_on for one in incidents), default=None)
    return answer(
        unless(warning.issued_at is None, "state", "This warning has been issued already."),
        unless(warning.withdrawn_at is None, "state", "This warning was withdrawn."),
        evidence.evidence(warning.customer, incidents, now),
        evidence.answered_already(incidents, but_warning=warning),
        considerations.weighed(actor, warning.customer, "warning", since, now),
        impartiality.impartial(actor, incidents),
        evidence.asked(incidents) if warning.kind == "abusive_correspondence" else None,
        _names_a_sanction(warning, contents.sanctions),
        _second_reader(warning),
        fairness.in_their_format(warning.customer, warning.arranged, sheet),
        fairness.fair_passages(warning.customer, warning.passages, incidents, sheet.given_facts),
        fairness.complete(sheet, "G37"),
        evidence.cautions(measures.needs_of(warning.customer.id), incidents),
        overridden=overrides.overridden(warning, actor),
    )


def _names_a_sanction(warning: BehaviourWarning, sanctions: Sequence[WarningSanction]) -> Iterator[Refusal | None]:
    yield unless(
        sanctions,
        "G3",
        "The warning does not say what may follow if the behaviour goes on.",
        "Choose at least one proposed sanction.",
    )
    yield unless(
        warning.sanction_months is not None,
        "G3",
        "The warning does not say for how long a sanction may last.",
        "Give the longest time, in months.",
    )
    for one in sanctions:
        concrete = not isinstance(measures.kind_of(one).as_warned(one.detail), Gap)
        yield unless(concrete, "G3", "A proposed sanction is not concrete yet.", "Say which ways or which place.")


def _second_reader(warning: BehaviourWarning) -> Refusal | None:
    return unless(
        warning.read_by_id is not None and warning.read_version == warning.version,
        "G14",
        "No second person has read this version of the warning.",
        "Ask a colleague to open it and record that they have read it.",
    )


@deed(
    "issue_warning",
    label="Issue a warning",
    clause="box",
    asks=may_issue,
    event="warning_issued",
    letter="warnings/issued",
)
def issue(actor: User, warning: BehaviourWarning, now: dt.datetime, version: int | None = None) -> Letter:
    """Issue the warning: freeze its letter and keep the numbers it was made under. Raises Refused."""
    with holding(warning) as warning:
        contents = contents_of(warning, actor, now)
        may_issue(actor, warning, now, contents).or_refuse()
        if version is not None:
            not_stale(warning.version, version).or_refuse()
        letter = letter_issue.freeze(warning.customer, contents.sheet, warning.arranged, actor, now)
        warning.letter, warning.issued_by, warning.issued_at = letter, actor, now
        warning.consideration = considerations.consideration_of(actor, warning.customer, "warning", now)
        warning.numbers = numbers.values(now)
        warning.save()
        audit.event(
            "warning_issued",
            warning.customer_id,
            actor,
            now,
            warning=warning.id,
            letter=letter.id,
            letter_digest=letter.sha256,
            incidents=[one.id for one in contents.incidents],
        )
    return letter


@only_for(
    "manager",
    says="Only a manager withdraws a warning.",
    also=(
        Where(
            "while it is a draft", lambda _actor, warning, *_: warning.issued_at is None, ("officer", "senior_officer")
        ),
    ),
)
def may_withdraw(actor: User, warning: BehaviourWarning, now: dt.datetime) -> Answer:
    """A draft may be put aside by those who work on the file; an issued warning is withdrawn by a manager."""
    return answer(unless(warning.withdrawn_at is None, "state", "This warning was withdrawn already."))


@deed("withdraw_warning", label="Withdraw a warning", clause="4.2", asks=may_withdraw, event="warning_withdrawn")
def withdraw(actor: User, warning: BehaviourWarning, because: str, now: dt.datetime) -> None:
    """End a draft or an issued warning with a reason; it stays on the file. Raises Refused or Invalid."""
    because = required_text("because", "Your reason", because)
    with holding(warning) as warning:
        may_withdraw(actor, warning, now).or_refuse()
        warning.withdrawn_by, warning.withdrawn_at, warning.withdrawn_because = actor, now, because
        warning.save()
        audit.event("warning_withdrawn", warning.customer_id, actor, now, warning=warning.id)
