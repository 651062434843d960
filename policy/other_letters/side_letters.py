"""Letters beside the decisions (3.11): a reminder, a warning that ended, and what support workers and staff are sent.

None of them decides anything: each says what stands already, and is frozen like every letter.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from letterpress.make import render as words
from models import BehaviourWarning, Marker, Restriction, SideLetter, User, holding
from policy.appeals.subject import noun_of
from policy.core import audit, clock, form_keys
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.register import WORKS, Where, deed, only_for
from policy.core.validation import LONG, SHORT, Check
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.other_letters import side_letter_facts
from policy.other_letters.side_letter_facts import Entry
from policy.restrictions import lifecycle

WRITES = "Only officers and managers write these letters."
NOT_IN_FORCE = "This is not in force today."


@dataclass(frozen=True)
class Side:
    """One letter beside the decisions: the deed that it is, what it is made from and needs, and what its page says.

    `beside`: what it may stand beside. `needs` is the field of its Entry that must be filled; `lacks` says so.
    """

    action: str
    label: str
    clause: str
    asks: Callable[..., Answer]
    event: str
    template: str
    facts: Callable[[Any, Entry, User, dt.datetime], dict[str, Any]]
    beside: tuple[type, ...]
    words: str
    lead: str
    button: str
    needs: str = ""
    lacks: str = ""
    noun: str = "The letter"
    said: str = "The letter is issued."

    @property
    def kind(self) -> str:
        return self.template.rpartition("/")[2]

    @property
    def to_customer(self) -> bool:
        return self.template not in letter_facts.NOT_TO_THE_CUSTOMER


def rendered(side: Side, thing: Any, entry: Entry, sender: User, now: dt.datetime) -> words.Rendered:
    """The letter as it would be sent; nothing is kept. What others than the customer are sent is in plain English."""
    facts = side.facts(thing, entry, sender, now)
    if side.to_customer:
        return letter_facts.made(thing.customer, side.template, facts, entry.passages)
    return words.render(side.template, facts, entry.passages)


# --- The deed that each of them is -----------------------------------------------------------------------------------


def send(actor: User, side: Side, thing: Any, entry: Entry, now: dt.datetime, form_key: str) -> SideLetter:
    """Issue one of these letters; the same form, saying the same, answers the one made. Raises Refused or Invalid."""
    key = _key(actor, side, thing, entry, form_key)
    entry = _checked(side, entry)
    with holding(thing) as thing:
        row = SideLetter.get_or_none(SideLetter.form_key == key)
        if row is None:
            sheet = rendered(side, thing, entry, actor, now)
            side.asks(actor, thing, now, entry, sheet).or_refuse()
            if side.to_customer:
                fairness.require_their_format(thing.customer, entry.arranged, sheet)
            about = {noun_of(thing): thing.id}
            row = SideLetter.create(
                form_key=key, kind=side.kind, customer=thing.customer_id, support_worker=entry.worker,
                to_whom=entry.to_whom, agreed=entry.agreed, passages=entry.passages, cited=entry.cited,
                arranged=entry.arranged, letter=letter_issue.freeze(thing.customer, sheet, entry.arranged, actor, now),
                by=actor, at=now, **about,
            )  # fmt: skip
            facts = about | {"side_letter": row.id, **audit.sent(row.letter)}
            audit.event(side.event, thing.customer_id, actor, now, **facts)
    return row


def _checked(side: Side, entry: Entry) -> Entry:
    """What was typed, cleaned."""
    typed = {**entry.passages, "arranged": entry.arranged, "agreed": entry.agreed, "to_whom": entry.to_whom}
    check, whom = Check(typed), "Whom this notice is for" if side.needs == "to_whom" else "Where the letter goes"
    clean = replace(
        entry,
        passages=letter_facts.checked_passages(side.template, typed, check),
        arranged=check.text("arranged", "How the letter is given in their format", LONG),
        agreed=check.text("agreed", "When and how the customer agreed", LONG),
        to_whom=check.text("to_whom", whom, SHORT),
    )
    if side.needs and not getattr(clean, side.needs):
        check.wrong(side.needs, side.lacks)
    check.or_refuse()
    return clean


def _key(actor: User, side: Side, thing: Any, entry: Entry, form_key: str) -> str:
    return form_keys.key(form_key, actor, thing, vars(entry), side.kind)


def sent_before(actor: User, side: Side, thing: Any, entry: Entry, form_key: str) -> SideLetter | None:
    """The letter that this person made about this thing with the same form, saying the same."""
    return SideLetter.get_or_none(SideLetter.form_key == _key(actor, side, thing, entry, form_key))


def declared(side: Side) -> Side:
    """Put a letter into the register as a deed of its own."""
    deed(side.action, label=side.label, clause=side.clause, asks=side.asks, event=side.event, letter=side.template)(
        send
    )
    return side


# --- What several questions ask -------------------------------------------------------------------------------------


def _sound(thing: Any, entry: Entry | None, sheet: words.Rendered | None) -> Iterator[Refusal | None]:
    """G35-G37: the passages are fair and everything the letter must say is there; nothing before it is made."""
    if entry is not None and sheet is not None:
        yield from fairness.fair_passages(thing.customer, entry.passages, [], sheet.given_facts)
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
    actor: User, restriction: Restriction, now: dt.datetime, entry: Entry | None = None,
    sheet: words.Rendered | None = None,
) -> Answer:  # fmt: skip
    """3.11: an officer reminds of an arrangement in force, of contacts outside it not named before. No new decision."""
    open_ones = {one.id for one in side_letter_facts.outside(restriction)}
    cited = set(entry.cited) if entry else set()
    return answer(
        _in_force(restriction, now),
        _known_to_them(restriction),
        unless(
            open_ones,
            "state",
            "No contact outside the arrangement is recorded that the customer was not reminded of before.",
            "Log such a contact first, and say that it was outside the arrangement.",
        ),
        unless(cited <= open_ones, "G37", "A contact that was chosen may not be named.", "Choose from the list."),
        _sound(restriction, entry, sheet),
    )


REMINDER = declared(
    Side(
        action="remind",
        label="Remind a customer of the arrangement in force",
        clause="4.4",
        asks=may_remind,
        event="reminder_sent",
        template=side_letter_facts.REMINDER,
        facts=side_letter_facts.reminder,
        beside=(Restriction,),
        words="A reminder of the arrangement",
        lead="It names each contact outside the arrangement, and says again how the arrangement works. It is no new"
        " decision, and it is not a warning.",
        button="Send this reminder",
        needs="cited",
        lacks="Choose the contacts that the reminder names.",
    )
)


# --- A warning that has ended ---------------------------------------------------------------------------------------


@only_for(*WORKS, says=WRITES, remedy="Ask an officer.", clause="4.4")
def may_tell_of_end(
    actor: User, warning: BehaviourWarning, now: dt.datetime, entry: Entry | None = None,
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
        _sound(warning, entry, sheet) if over else None,
    )


WARNING_ENDED = declared(
    Side(
        action="tell_of_warning_end",
        label="Tell a customer kindly that a warning has ended",
        clause="box",
        asks=may_tell_of_end,
        event="warning_end_told",
        template=side_letter_facts.WARNING_ENDED,
        facts=side_letter_facts.warning_ended,
        beside=(BehaviourWarning,),
        words="The warning has ended",
        lead="A kind letter, if you like: it is not owed. It is sent once.",
        button="Issue this letter",
    )
)


# --- A support worker -----------------------------------------------------------------------------------------------


@only_for(*WORKS, says=WRITES, remedy="Ask an officer.", clause="4.4")
def may_write_to_supporter(
    actor: User, thing: Restriction | BehaviourWarning, now: dt.datetime, entry: Entry | None = None,
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
        _may_be_told(thing, entry) if entry else None,
        _sound(thing, entry, sheet) if entry and entry.worker else None,
    )


def _stands(thing: Restriction | BehaviourWarning, now: dt.datetime) -> Iterator[Refusal | None]:
    if isinstance(thing, Restriction):
        yield from _in_force(thing, now)
        return
    last = side_letter_facts.over_on(thing, clock.today(now)) if thing.withdrawn_at is None else None
    lasts = last is not None and last >= clock.today(now)
    yield unless(lasts, "G4", "This warning is not live: not received yet, withdrawn, or over.")


def _may_be_told(thing: Restriction | BehaviourWarning, entry: Entry) -> Iterator[Refusal | None]:
    worker = entry.worker
    if worker is None:
        yield unless(False, "state", "It is not said yet which support worker it goes to.", "Choose one.", "4.10")
        return
    mine = worker.customer_id == thing.customer_id and worker.ended_at is None
    yield unless(mine, "state", "This is not a support worker known on this file.", "Record them there first.", "4.10")
    yield unless(
        entry.agreed or worker.basis.strip(),
        "state",
        "It is not recorded that the customer agreed, nor on what other basis we may speak to this support worker.",
        "Ask the customer, and write down when and how they agreed.",
        clause="4.10",
    )
    before = [one for one in side_letter_facts.sent(thing, "support_worker") if one.support_worker_id == worker.id]
    yield unless(not before, "state", "This support worker has been written to about this already.")


SUPPORT_WORKER = declared(
    Side(
        action="write_to_supporter",
        label="Write to a support worker of a customer",
        clause="4.10",
        asks=may_write_to_supporter,
        event="supporter_written_to",
        template=side_letter_facts.SUPPORT_WORKER,
        facts=side_letter_facts.support_worker,
        beside=(Restriction, BehaviourWarning),
        words="A letter to a support worker",
        lead="It says what was decided, until when, and how they can help. It does not say what led to it.",
        button="Issue this letter",
        needs="worker",
        lacks="Choose the support worker.",
    )
)


# --- A notice to staff ----------------------------------------------------------------------------------------------


@only_for(
    *WORKS,
    says="Only people who work on the file make notices.",
    remedy="Ask an officer.",
    clause="4.6",
    also=(Where("for a marker", lambda _actor, thing, *_: isinstance(thing, Marker), ("safety_lead",)),),
)
def may_give_notice(
    actor: User, thing: Restriction | Marker, now: dt.datetime, entry: Entry | None = None,
    sheet: words.Rendered | None = None,
) -> Answer:  # fmt: skip
    """2.6, G56: the handling card on paper, while it is in force; a marker's only to those it was approved for."""
    return answer(
        _in_force(thing, now)
        if isinstance(thing, Restriction)
        else unless(thing.in_force_on(clock.today(now)), "state", NOT_IN_FORCE),
        _whom(thing, entry.to_whom) if entry else None,
        _sound(thing, entry, sheet) if entry and entry.to_whom else None,
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


STAFF_NOTICE = declared(
    Side(
        action="give_staff_notice",
        label="Make a notice for a team or a firm",
        clause="4.6",
        asks=may_give_notice,
        event="staff_notice_made",
        template=side_letter_facts.STAFF_NOTICE,
        facts=side_letter_facts.staff_notice,
        beside=(Restriction, Marker),
        words="A notice for staff",
        lead="It says what the handling card says, and nothing else. It fits on one page, and is destroyed when it"
        " ends.",
        button="Make this notice",
        needs="to_whom",
        lacks="Whom this notice is for: please fill this in.",
        noun="The notice",
        said="It is made. Print it and give it to them.",
    )
)


SIDES = {one.kind: one for one in (REMINDER, SUPPORT_WORKER, STAFF_NOTICE, WARNING_ENDED)}
"""In the order in which a page offers them."""
