"""Letters beside the decisions (3.11): a reminder, a warning that ended, and what support workers and staff are sent.

None of them decides anything: each says what stands already, and is frozen like every letter.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from letterpress.make import render as words
from models import BehaviourWarning, Contact, Customer, Marker, Restriction, SideLetter, SupportWorker, User, holding
from policy.core import audit, clock, form_keys
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.register import DECLARED, WORKS, Action, Where, deed, only_for
from policy.core.validation import LONG, SHORT, Check
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.other_letters import side_letter_facts
from policy.restrictions import lifecycle

WRITES = "Only officers and managers write these letters."
NOT_IN_FORCE = "This is not in force today."


@dataclass(frozen=True)
class Typed:
    """What a person adds: contacts to name, whom it goes to, that the customer agreed, and the letter's passages."""

    cited: Sequence[Contact] = ()
    worker: SupportWorker | None = None
    to_whom: str = ""
    agreed: str = ""
    passages: Mapping[str, str] = field(default_factory=dict)
    arranged: str = ""


@dataclass(frozen=True)
class Side:
    """One letter beside the decisions: what it is made from and may stand beside, what its page says and must ask.

    Its question and deed are those of the action that issues it.
    """

    template: str
    facts: Callable[[Any, Typed, User, dt.datetime], dict[str, Any]]
    words: str
    lead: str
    button: str
    beside: tuple[type, ...]
    needs: str = ""
    choose: str = ""
    whom_label: str = "Where the letter goes"
    noun: str = "The letter"
    said: str = "The letter is issued."

    @property
    def kind(self) -> str:
        return self.template.rpartition("/")[2]

    @property
    def to_customer(self) -> bool:
        return self.template not in letter_facts.NOT_TO_THE_CUSTOMER

    @property
    def action(self) -> Action:
        """The action that issues it. Raises KeyError where none does."""
        return {one.letter: one for one in DECLARED.values()}[self.template]


def rendered(kind: str, thing: Any, typed: Typed, sender: User, now: dt.datetime) -> words.Rendered:
    """The letter as it would be sent; nothing is kept. What others than the customer are sent is in plain English."""
    side, told = SIDES[kind], SIDES[kind].facts(thing, typed, sender, now)
    if side.to_customer:
        return letter_facts.made(thing.customer, side.template, told, typed.passages)
    return words.render(side.template, told, typed.passages)


def _sound(
    kind: str, thing: Any, typed: Typed | None, sheet: words.Rendered | None, actor: User, now: dt.datetime
) -> Iterator[Refusal | None]:
    """G35-G37: the passages are fair and everything the letter must say is there; nothing before it is typed.

    `sheet` is the letter with what is typed, where whoever asks has made it; so in each question here.
    """
    if typed is None:
        return
    sheet = sheet or rendered(kind, thing, typed, actor, now)
    yield from fairness.fair_passages(thing.customer, typed.passages, [], sheet.given_facts)
    yield from fairness.complete(sheet, "G37")


def _in_force(thing: Restriction, now: dt.datetime) -> Iterator[Refusal | None]:
    today = clock.today(now)
    yield unless(thing.in_force_on(today), "state", NOT_IN_FORCE, clause="4.2")
    resting = lifecycle.suspended([thing.id], today)
    yield unless(thing.id not in resting, "state", "It rests while an appeal is heard.", "Wait for the answer.", "4.7")


def _known_to_them(thing: Restriction | BehaviourWarning) -> Refusal | None:
    return unless(thing.letter_id is not None, "G32", "The customer has not been told of it in writing yet.")


# --- A reminder -----------------------------------------------------------------------------------------------------


@only_for(*WORKS, says=WRITES, remedy="Ask an officer.", clause="4.4")
def may_remind(
    actor: User, restriction: Restriction, now: dt.datetime, typed: Typed | None = None,
    sheet: words.Rendered | None = None,
) -> Answer:  # fmt: skip
    """3.11: an officer reminds of an arrangement in force, of contacts outside it not named before. No new decision."""
    open_ones = {one.id for one in side_letter_facts.outside(restriction)}
    cited = [one.id for one in typed.cited] if typed else []
    return answer(
        _in_force(restriction, now),
        _known_to_them(restriction),
        unless(
            open_ones,
            "state",
            "No contact outside the arrangement is recorded that the customer was not reminded of before.",
            "Log such a contact first, and say that it was outside the arrangement.",
        ),
        unless(set(cited) <= open_ones, "G37", "A contact that was chosen may not be named.", "Choose from the list."),
        _sound("reminder", restriction, typed, sheet, actor, now),
    )


@deed(
    "remind",
    label="Remind a customer of the arrangement in force",
    clause="4.4",
    asks=may_remind,
    event="reminder_sent",
    letter="side_letters/reminder",
)
def remind(
    actor: User, restriction: Restriction, told: Mapping[str, Any], now: dt.datetime, form_key: str
) -> SideLetter:
    """Send a reminder. `told`: cited (Contacts), the passages, arranged. Raises Refused or Invalid."""
    typed = _checked("reminder", told)
    with holding(restriction) as restriction:
        row = sent_before(actor, restriction, form_key)
        if row is None:
            sheet = rendered("reminder", restriction, typed, actor, now)
            may_remind(actor, restriction, now, typed, sheet).or_refuse()
            row = _write("reminder", restriction, typed, sheet, actor, now, form_key)
            audit.event("reminder_sent", restriction.customer_id, actor, now, **_kept(row))
    return row


# --- A warning that has ended ---------------------------------------------------------------------------------------


@only_for(*WORKS, says=WRITES, remedy="Ask an officer.", clause="4.4")
def may_tell_of_end(
    actor: User, warning: BehaviourWarning, now: dt.datetime, typed: Typed | None = None,
    sheet: words.Rendered | None = None,
) -> Answer:  # fmt: skip
    """3.11: a kind letter, once, where a warning has ended and nothing more has happened."""
    today = clock.today(now)
    issued = warning.issued_at is not None and warning.withdrawn_at is None
    over = side_letter_facts.over_on(warning, today) if issued else None
    return answer(
        unless(issued, "state", "This warning was not issued, or was withdrawn."),
        unless(over is not None and over < today, "state", "This warning has not ended.", clause="box"),
        unless(
            not issued or not side_letter_facts.further(warning),
            "state",
            "Something more has happened since the warning: the letter would not be true.",
        ),
        unless(
            not lifecycle.in_force(warning.customer_id, today),
            "state",
            "An arrangement is in force: the letter would say that nothing limits this customer.",
        ),
        unless(not side_letter_facts.sent(warning, "warning_ended"), "state", "This letter has been sent already."),
        _sound("warning_ended", warning, typed, sheet, actor, now) if over else None,
    )


@deed(
    "tell_of_warning_end",
    label="Tell a customer kindly that a warning has ended",
    clause="box",
    asks=may_tell_of_end,
    event="warning_end_told",
    letter="side_letters/warning_ended",
)
def tell_of_end(
    actor: User, warning: BehaviourWarning, told: Mapping[str, Any], now: dt.datetime, form_key: str
) -> SideLetter:
    """Tell the customer that a warning has ended. `told`: the passages, arranged. Raises Refused or Invalid."""
    typed = _checked("warning_ended", told)
    with holding(warning) as warning:
        row = sent_before(actor, warning, form_key)
        if row is None:
            sheet = rendered("warning_ended", warning, typed, actor, now)
            may_tell_of_end(actor, warning, now, typed, sheet).or_refuse()
            row = _write("warning_ended", warning, typed, sheet, actor, now, form_key)
            audit.event("warning_end_told", warning.customer_id, actor, now, **_kept(row))
    return row


# --- A support worker -----------------------------------------------------------------------------------------------


@only_for(*WORKS, says=WRITES, remedy="Ask an officer.", clause="4.4")
def may_write_to_supporter(
    actor: User, thing: Restriction | BehaviourWarning, now: dt.datetime, typed: Typed | None = None,
    sheet: words.Rendered | None = None,
) -> Answer:  # fmt: skip
    """P 4.10: with the customer's agreement, or on the basis recorded, a support worker is told what was decided."""
    return answer(
        _stands(thing, now),
        _known_to_them(thing),
        unless(
            side_letter_facts.support_workers(thing.customer_id),
            "state",
            "No support worker is recorded on this file.",
            "Record them there first.",
            clause="4.10",
        ),
        _may_be_told(thing, typed) if typed else None,
        _sound("support_worker", thing, typed, sheet, actor, now) if typed and typed.worker else None,
    )


def _stands(thing: Restriction | BehaviourWarning, now: dt.datetime) -> Iterator[Refusal | None]:
    if isinstance(thing, Restriction):
        yield from _in_force(thing, now)
        return
    last = side_letter_facts.over_on(thing, clock.today(now)) if thing.withdrawn_at is None else None
    lasts = last is not None and last >= clock.today(now)
    yield unless(lasts, "G4", "This warning is not live: not received yet, withdrawn, or over.")


def _may_be_told(thing: Restriction | BehaviourWarning, typed: Typed) -> Iterator[Refusal | None]:
    worker = typed.worker
    if worker is None:
        yield unless(False, "state", "It is not said yet which support worker it goes to.", "Choose one.", "4.10")
        return
    mine = worker.customer_id == thing.customer_id and worker.ended_at is None
    yield unless(mine, "state", "This is not a support worker known on this file.", "Record them there first.", "4.10")
    yield unless(
        typed.agreed or worker.basis.strip(),
        "state",
        "It is not recorded that the customer agreed, nor on what other basis we may speak to this support worker.",
        "Ask the customer, and write down when and how they agreed.",
        clause="4.10",
    )
    before = [one for one in side_letter_facts.sent(thing, "support_worker") if one.support_worker_id == worker.id]
    yield unless(not before, "state", "This support worker has been written to about this already.")


@deed(
    "write_to_supporter",
    label="Write to a support worker of a customer",
    clause="4.10",
    asks=may_write_to_supporter,
    event="supporter_written_to",
    letter="side_letters/support_worker",
)
def write_to_supporter(actor: User, thing: Any, told: Mapping[str, Any], now: dt.datetime, form_key: str) -> SideLetter:
    """Write to a support worker. `told`: worker, to_whom (their address), agreed. Raises Refused or Invalid."""
    typed = _checked("support_worker", told)
    with holding(thing) as thing:
        row = sent_before(actor, thing, form_key)
        if row is None:
            sheet = rendered("support_worker", thing, typed, actor, now)
            may_write_to_supporter(actor, thing, now, typed, sheet).or_refuse()
            row = _write("support_worker", thing, typed, sheet, actor, now, form_key)
            audit.event("supporter_written_to", thing.customer_id, actor, now, **_kept(row))
    return row


# --- A notice to staff ----------------------------------------------------------------------------------------------


@only_for(
    *WORKS,
    says="Only people who work on the file make notices.",
    remedy="Ask an officer.",
    clause="4.6",
    also=(Where("for a marker", lambda _actor, thing, *_: isinstance(thing, Marker), ("safety_lead",)),),
)
def may_give_notice(
    actor: User, thing: Restriction | Marker, now: dt.datetime, typed: Typed | None = None,
    sheet: words.Rendered | None = None,
) -> Answer:  # fmt: skip
    """2.6, G56: the handling card on paper, while it is in force; a marker's only to those it was approved for."""
    return answer(
        _in_force(thing, now)
        if isinstance(thing, Restriction)
        else unless(thing.in_force_on(clock.today(now)), "state", NOT_IN_FORCE),
        _whom(thing, typed.to_whom) if typed else None,
        _sound("staff_notice", thing, typed, sheet, actor, now) if typed and typed.to_whom else None,
    )


def _whom(thing: Restriction | Marker, whom: str) -> Refusal | None:
    if not whom:
        return unless(False, "state", "It is not said yet whom this notice is for.", "Choose a team or a firm.", "4.6")
    return unless(
        not isinstance(thing, Marker) or whom in side_letter_facts.recipients(thing),
        "G56",
        "This marker was not approved for them.",
        "Choose from its recipients, or review it.",
    )


@deed(
    "give_staff_notice",
    label="Make a notice for a team or a firm",
    clause="4.6",
    asks=may_give_notice,
    event="staff_notice_made",
    letter="side_letters/staff_notice",
)
def give_notice(actor: User, thing: Any, told: Mapping[str, Any], now: dt.datetime, form_key: str) -> SideLetter:
    """Make a notice to staff. `told`: to_whom (a team or firm, not a person). Raises Refused or Invalid."""
    typed = _checked("staff_notice", told)
    with holding(thing) as thing:
        row = sent_before(actor, thing, form_key)
        if row is None:
            sheet = rendered("staff_notice", thing, typed, actor, now)
            may_give_notice(actor, thing, now, typed, sheet).or_refuse()
            row = _write("staff_notice", thing, typed, sheet, actor, now, form_key)
            audit.event("staff_notice_made", thing.customer_id, actor, now, **_kept(row))
    return row


# --- What they share ------------------------------------------------------------------------------------------------


def typed_of(kind: str, told: Mapping[str, Any]) -> Typed:
    """What was typed as it stands, for a preview."""
    passages = {key: str(told.get(key) or "") for key in letter_facts.passage_labels(SIDES[kind].template)}
    return Typed(
        told.get("cited") or (), told.get("worker"), str(told.get("to_whom") or "").strip(),
        str(told.get("agreed") or "").strip(), passages, str(told.get("arranged") or "").strip(),
    )  # fmt: skip


def _checked(kind: str, told: Mapping[str, Any]) -> Typed:
    side, check = SIDES[kind], Check(told)
    letter_facts.checked_passages(side.template, told, check)
    check.text("arranged", "How the letter is given in their format", LONG)
    check.text("agreed", "When and how the customer agreed", LONG)
    check.text("to_whom", side.whom_label, SHORT, required=side.needs == "to_whom")
    if side.needs != "to_whom" and side.needs and not told.get(side.needs):
        check.wrong(side.needs, side.choose)
    check.or_refuse()
    return typed_of(kind, told)


def sent_before(actor: User, thing: Any, form_key: str) -> SideLetter | None:
    """The letter that this person made about this thing with the same form."""
    return SideLetter.get_or_none(SideLetter.form_key == form_keys.key(form_key, actor, thing))


def _write(
    kind: str, thing: Any, typed: Typed, sheet: words.Rendered, actor: User, now: dt.datetime, form_key: str
) -> SideLetter:
    customer: Customer = thing.customer
    if SIDES[kind].to_customer:
        fairness.require_their_format(customer, typed.arranged, sheet)
    letter = letter_issue.freeze(customer, sheet, typed.arranged, actor, now)
    return SideLetter.create(
        form_key=form_keys.key(form_key, actor, thing),
        kind=kind,
        customer=customer,
        support_worker=typed.worker,
        to_whom=typed.to_whom,
        agreed=typed.agreed,
        passages=dict(typed.passages),
        cited=[one.id for one in typed.cited],
        arranged=typed.arranged,
        letter=letter,
        by=actor,
        at=now,
        **{side_letter_facts.noun_of(thing): thing},
    )


def _kept(row: SideLetter) -> dict[str, Any]:
    """What the event of a side letter holds."""
    things = {"restriction": row.restriction_id, "warning": row.warning_id, "marker": row.marker_id}
    kept = {name: number for name, number in things.items() if number is not None}
    return kept | {"side_letter": row.id, "letter": row.letter_id, "letter_digest": row.letter.sha256}


_SIDES = (
    Side(
        side_letter_facts.REMINDER,
        lambda thing, typed, sender, now: side_letter_facts.reminder(thing, typed.cited, sender, now),
        "A reminder of the arrangement",
        "It names each contact outside the arrangement, and says again how the arrangement works. It is no new"
        " decision, and it is not a warning.",
        "Send this reminder",
        (Restriction,),
        needs="cited",
        choose="Choose the contacts that the reminder names.",
    ),
    Side(
        side_letter_facts.SUPPORT_WORKER,
        lambda thing, typed, sender, now: side_letter_facts.support_worker(
            thing, typed.worker, typed.to_whom, bool(typed.agreed), sender, now
        ),
        "A letter to a support worker",
        "It says what was decided, until when, and how they can help. It does not say what led to it.",
        "Issue this letter",
        (Restriction, BehaviourWarning),
        needs="worker",
        choose="Choose the support worker.",
    ),
    Side(
        side_letter_facts.STAFF_NOTICE,
        lambda thing, typed, sender, now: side_letter_facts.staff_notice(thing, typed.to_whom, sender, now),
        "A notice for staff",
        "It says what the handling card says, and nothing else. It fits on one page, and is destroyed when it ends.",
        "Make this notice",
        (Restriction, Marker),
        needs="to_whom",
        whom_label="Whom this notice is for",
        noun="The notice",
        said="It is made. Print it and give it to them.",
    ),
    Side(
        side_letter_facts.WARNING_ENDED,
        lambda thing, _typed, sender, now: side_letter_facts.warning_ended(thing, sender, now),
        "The warning has ended",
        "A kind letter, if you like: it is not owed. It is sent once.",
        "Issue this letter",
        (BehaviourWarning,),
    ),
)
SIDES = {one.kind: one for one in _SIDES}
