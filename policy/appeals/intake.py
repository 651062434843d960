"""Appeals (P 4.7) and disputes of a warning's facts: taking one in, who hears it, its letters and its time. G44-G46.

The decision itself is in `hearing`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from models import Appeal, AppealGround, BehaviourWarning, Customer, Letter, Representative, User, holding
from policy.appeals import bundle as appeal_bundle
from policy.appeals import letters as appeal_letters
from policy.appeals import subject as appeal_subject
from policy.appeals.subject import Thing
from policy.core import audit, clock, form_keys, numbers, work_item
from policy.core.answers import Answer, Refusal, answer, not_stale, unless
from policy.core.register import LOGS, WORKS, deed, only_for
from policy.core.validation import LONG, Check
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.rulebook import clauses

FROM_WHOM = {"customer": "The customer", "representative": "Somebody who speaks for them"}
DECIDES_REST = "Only the senior officer who hears this appeal decides whether it rests meanwhile."
TAKES_TIME = "Only the senior officer who hears this appeal can ask for more time."


class Entry(TypedDict, total=False):
    """An objection as it came in, in words as received."""

    received_on: dt.date | None
    channel: str
    from_whom: str
    representative: Representative | None  # on the file
    representative_name: str  # of somebody else
    words: str
    grounds: Mapping[str, str]  # kind of ground and what they said about it
    late_because: str
    data_complaint: bool
    discrimination: bool


class Suspension(TypedDict, total=False):
    """Whether a restriction rests while the appeal is heard."""

    suspended: bool
    from_on: dt.date | None
    because: str


class Withdrawal(TypedDict, total=False):
    """That the customer withdrew it: when and in what words."""

    on: dt.date | None
    words: str


# --- Taking one in (G45) ---


@only_for(*LOGS, says="Only those who deal with customers take an appeal in.", remedy="Tell one of them.")
def may_take(actor: User, thing: Thing, now: dt.datetime) -> Answer:
    """4.7: anybody who deals with customers takes an appeal in, by any way it comes; no restriction stands against."""
    return answer(
        unless(
            appeal_subject.decided_at(thing),
            "state",
            "There is nothing to appeal against yet: it has not been decided and sent.",
            "Write what they say on the file as their own account; it is weighed before the decision.",
        ),
        unless(
            not isinstance(thing, BehaviourWarning) or thing.withdrawn_at is None,
            "state",
            "This warning was withdrawn already.",
            "Tell the customer so.",
        ),
        _not_before(thing),
    )


def _not_before(thing: Thing) -> Iterator[Refusal | None]:
    for earlier in appeal_subject.appeals_of(thing):
        yield unless(
            not earlier.is_open,
            "state",
            f"An appeal against this is being looked at: {earlier.reference}.",
            "Add to that one what is new.",
        )
        same = getattr(earlier, f"{appeal_subject.noun_of(thing)}_id") == thing.id
        yield unless(
            not (same and earlier.decided_at),
            "state",
            f"This decision was heard on appeal already: {earlier.reference}. That answer is our last.",
            "They may go to the Housing Ombudsman today. If something has changed, take it as a request to look again.",
        )


@deed("take_appeal", label="Take an appeal in", clause="4.7", asks=may_take, event="appeal_taken")
def take(actor: User, thing: Thing, entry: Entry, now: dt.datetime, form_key: str) -> Appeal:
    """Take an appeal in, in words as received, and freeze the file as it is (G45, G46, G47). Raises Refused or Invalid.

    The same `form_key` again answers the appeal already taken in.
    """
    form_key = form_keys.key(form_key, actor, thing, entry)
    with holding(thing) as thing:
        known = Appeal.get_or_none(Appeal.form_key == form_key)
        if known:
            return known
        may_take(actor, thing, now).or_refuse()
        columns, grounds = checked(thing, entry, now)
        values, day = numbers.values(now), columns["received_on"]
        frozen = appeal_bundle.bundle(thing, _came(columns, grounds), now)
        against = appeal_subject.noun_of(thing)
        row = Appeal.create(
            form_key=form_key,
            customer=thing.customer_id,
            took_by=actor,
            took_at=now,
            deadline=appeal_subject.deadline(thing, now),
            answer_by=clock.working_days_after(day, values["appeal_answer_days"]),
            numbers=values,
            bundle=frozen,
            bundle_sha256=audit.bundle_digest(frozen),
            **{against: thing},
            **columns,
        )
        for kind, words in grounds.items():
            AppealGround.create(appeal=row, kind=kind, words=words)
        days = {"received_on": day, "deadline": row.deadline, "answer_by": row.answer_by}
        facts = {"appeal": row.id, "bundle_digest": row.bundle_sha256, against: thing.id, **days}
        audit.event("appeal_taken", thing.customer_id, actor, now, **facts)
    return row


def _came(columns: Mapping[str, Any], grounds: Mapping[str, str]) -> dict[str, Any]:
    speaker = columns["representative"].name if columns["representative"] else columns["representative_name"]
    return {
        "received_on": columns["received_on"].isoformat(),
        "channel": clauses.CHANNELS[columns["channel"]],
        "from": speaker or "the customer",
        "words": columns["words"],
        "grounds": [{"kind": kind, "words": words} for kind, words in grounds.items()],
    }


def checked(thing: Thing, entry: Entry, now: dt.datetime) -> tuple[dict[str, Any], dict[str, str]]:
    """The columns of an appeal and its grounds. Raises Invalid with a sentence for each field."""
    check, today = Check(entry), clock.today(now)
    decided = appeal_subject.decided_at(thing)
    earliest = clock.today(decided) if decided else today
    columns: dict[str, Any] = {
        "received_on": check.day(
            "received_on", "When they first said so", latest=today, earliest=earliest, required=True
        ),
        "channel": check.choice("channel", "How it came", clauses.CHANNELS, required=True),
        "from_whom": check.choice("from_whom", "Who says so", FROM_WHOM, required=True),
        "words": check.text("words", "What they said or wrote", LONG, required=True),
        "late_because": check.text("late_because", "Why it comes late", LONG),
        "data_complaint": bool(entry.get("data_complaint")),
        "discrimination": bool(entry.get("discrimination")),
        **_speaker(check, thing.customer_id, entry),
    }
    grounds = checked_grounds(check, entry.get("grounds") or {})
    last, day = appeal_subject.deadline(thing, now), columns["received_on"]
    if last and day and day > last and not appeal_subject.still_stands(thing, today) and not columns["late_because"]:
        check.wrong("late_because", "Why it comes late: it has ended, and the time passed. Write down what they say.")
    check.or_refuse()
    return columns, grounds


def _speaker(check: Check, customer_id: int, entry: Entry) -> dict[str, Any]:
    """Who speaks for the customer: somebody on the file, or somebody named now."""
    nobody: dict[str, Any] = {"representative": None, "representative_name": ""}
    if entry.get("from_whom") != "representative":
        return nobody
    known = entry.get("representative")
    if known is not None and known.customer_id == customer_id:
        return nobody | {"representative": known}
    name = check.text("representative_name", "Who speaks for them", 120)
    if not name:
        check.wrong("representative_name", "Who speaks for them: choose somebody on the file, or give a name.")
    return nobody | {"representative_name": name}


def checked_grounds(check: Check, grounds: Mapping[str, str]) -> dict[str, str]:
    """The grounds that were ticked, by kind, each with their words; at least one."""
    inner = Check({f"words_{kind}": words for kind, words in grounds.items()})
    ticked = {kind: label for kind, label in clauses.APPEAL_GROUNDS.items() if kind in grounds}
    found = {kind: inner.text(f"words_{kind}", label, LONG) for kind, label in ticked.items()}
    for field, sentence in inner.errors.items():
        check.wrong(field, sentence)
    if not found:
        check.wrong("grounds", "Grounds: tick at least one. If none fits, tick “something else” and say what it is.")
    return found


@only_for(*LOGS, says="Only those who deal with customers add to an appeal.", remedy="Tell one of them.")
def may_add(actor: User, appeal: Appeal, now: dt.datetime) -> Answer:
    """4.7: until it is acknowledged, what they say further is added as a ground of its own."""
    return answer(
        appeal_subject.not_over(appeal),
        unless(
            appeal.acknowledgement_id is None,
            "state",
            "The customer has been told which grounds we understood.",
            "Log what they say now as their account; the decider reads it.",
        ),
    )


@deed("add_to_appeal", label="Add a ground to an appeal", clause="4.7", asks=may_add, event="appeal_added_to")
def add(actor: User, appeal: Appeal, grounds: Mapping[str, str], now: dt.datetime) -> Sequence[AppealGround]:
    """Add grounds to an appeal, by kind, in words as received. Raises Refused or Invalid."""
    check = Check({})
    grounds = checked_grounds(check, grounds)
    check.or_refuse()
    with holding(appeal) as appeal:
        may_add(actor, appeal, now).or_refuse()
        rows = [AppealGround.create(appeal=appeal, kind=kind, words=words) for kind, words in grounds.items()]
        audit.event(
            "appeal_added_to", appeal.customer_id, actor, now, appeal=appeal.id, grounds=[one.id for one in rows]
        )
    return rows


# --- Who hears it (G44) ---


@only_for(
    "manager",
    "senior_officer",
    says="A manager or a senior officer says who hears an appeal.",
    remedy="Ask one of them.",
)
def may_assign(actor: User, appeal: Appeal, now: dt.datetime, decider: User | None = None) -> Answer:
    """4.7: a manager or a senior officer chooses; the choice is among senior officers who had no part in it."""
    why_not = appeal_subject.against_hearing(decider, appeal) if decider else ""
    return answer(
        appeal_subject.not_over(appeal),
        unless(
            not why_not,
            "G44",
            f"{decider.name if decider else ''} {why_not}, and so cannot hear this appeal.",
            "Choose a senior officer who had no part in it.",
        ),
    )


@deed("assign_appeal", label="Say who hears an appeal", clause="4.7", asks=may_assign, event="appeal_assigned")
def assign(actor: User, appeal: Appeal, decider: User, now: dt.datetime, version: int | None = None) -> Appeal:
    """Say who hears the appeal. Raises Refused."""
    with holding(appeal) as appeal:
        may_assign(actor, appeal, now, decider).or_refuse()
        not_stale(appeal.version, version).or_refuse()
        appeal.decider, appeal.assigned_by, appeal.assigned_at = decider, actor, now
        appeal_subject.save(appeal)
        audit.event("appeal_assigned", appeal.customer_id, actor, now, appeal=appeal.id, decider=decider.id)
    return appeal


# --- Telling them it came in ---


@only_for(*WORKS, says="Only officers and managers write to the customer.", remedy="Ask an officer.")
def may_acknowledge(actor: User, appeal: Appeal, now: dt.datetime) -> Answer:
    """4.7: an officer or a manager tells the customer who decides and by when, once that is known."""
    return answer(
        appeal_subject.not_over(appeal),
        unless(
            appeal.acknowledgement_id is None,
            "state",
            "The customer has been told already.",
            "Read the letter as sent.",
        ),
        appeal_subject.heard_by(appeal),
    )


@deed(
    "acknowledge_appeal",
    label="Tell the customer who hears their appeal",
    clause="4.7",
    asks=may_acknowledge,
    event="appeal_acknowledged",
    letter="appeals/acknowledged",
)
def acknowledge(
    actor: User, appeal: Appeal, passages: Mapping[str, str], now: dt.datetime, version: int | None = None
) -> Letter:
    """Issue the acknowledgement; among its `passages` is `arranged`. Raises Refused or Invalid."""
    with holding(appeal) as appeal:
        may_acknowledge(actor, appeal, now).or_refuse()
        not_stale(appeal.version, version).or_refuse()
        made_from = appeal_letters.acknowledged(appeal, actor, now)
        letter = _issue(appeal_letters.ACKNOWLEDGED, actor, appeal, passages, made_from, now)
        appeal.acknowledgement = letter
        appeal_subject.save(appeal)
        facts = {"appeal": appeal.id, "answer_by": appeal.answer_by, **audit.sent(letter)}
        audit.event("appeal_acknowledged", appeal.customer_id, actor, now, **facts)
    return letter


def _issue(
    name: str, actor: User, appeal: Appeal, typed: Mapping[str, str], made_from: Mapping[str, Any], now: dt.datetime
) -> Letter:
    check = Check(typed)
    passages = letter_facts.checked_passages(name, typed, check)
    arranged = check.text("arranged", "How the letter is given in their format", LONG)
    check.or_refuse()
    sheet = appeal_letters.rendered(name, appeal, made_from, passages)
    answer(fairness.sendable(appeal.customer, sheet, passages, arranged, (), "G46")).or_refuse()
    return letter_issue.freeze(appeal.customer, sheet, arranged, actor, now)


# --- Meanwhile ---


@only_for("senior_officer", says=DECIDES_REST, remedy="Ask them.", rule="G44")
def may_suspend(actor: User, appeal: Appeal, now: dt.datetime) -> Answer:
    """4.7: whoever hears the appeal may set the restriction aside until it is answered, with a reason."""
    stands = appeal_subject.still_stands(appeal_subject.against(appeal), clock.today(now))
    return answer(
        unless(actor.id == appeal.decider_id, "G44", DECIDES_REST, "Ask them."),
        appeal_subject.not_over(appeal),
        unless(appeal.restriction_id, "state", "Only a restriction can rest while an appeal is heard.", "Decide soon."),
        unless(stands, "state", "The restriction has ended: there is nothing to set aside.", "Decide the appeal."),
        appeal_subject.heard_by(appeal),
    )


@deed(
    "suspend_for_appeal",
    label="Set a restriction aside while an appeal is heard, or say why not",
    clause="4.7",
    asks=may_suspend,
    event="appeal_suspension_decided",
)
def decide_suspension(actor: User, appeal: Appeal, suspension: Suspension, now: dt.datetime) -> Appeal:
    """Set the restriction aside until the appeal is answered, or say why not. Raises Refused or Invalid.

    What was said before stays, with its day.
    """
    check, today = Check(suspension), clock.today(now)
    rests = bool(suspension.get("suspended"))
    starts = check.day("from_on", "From which day", earliest=today, required=rests)
    because = check.text("because", "Your reason", LONG, required=True)
    check.or_refuse()
    with holding(appeal) as appeal:
        may_suspend(actor, appeal, now).or_refuse()
        before = f"{appeal.suspended_because}\n\n" if appeal.suspended_because else ""
        appeal.suspended, appeal.suspended_from = rests, starts if rests else None
        appeal.suspended_because = f"{before}{clock.day_words(today)}: {because}"
        appeal.suspended_by, appeal.suspended_at = actor, now
        appeal_subject.save(appeal)
        facts = {"restriction": appeal.restriction_id, "suspended": rests, "from_on": appeal.suspended_from}
        audit.event("appeal_suspension_decided", appeal.customer_id, actor, now, appeal=appeal.id, **facts)
    return appeal


# --- More time, once (G46) ---


@only_for("senior_officer", says=TAKES_TIME, remedy="Ask them.", rule="G44")
def may_extend(actor: User, appeal: Appeal, now: dt.datetime) -> Answer:
    """G46: whoever hears it may take more time once, before the first day has passed, and with a letter."""
    return answer(
        unless(actor.id == appeal.decider_id, "G44", TAKES_TIME, "Ask them."),
        appeal_subject.not_over(appeal),
        unless(appeal.extended_to is None, "G46", "More time was taken once already.", "Answer the appeal."),
        unless(
            clock.today(now) <= appeal.answer_by,
            "G46",
            f"The time to answer ran out on {clock.day_words(appeal.answer_by)}.",
            "Answer it now, and say sorry for the wait. It stays shown as late.",
        ),
        appeal_subject.heard_by(appeal),
    )


@deed(
    "extend_appeal",
    label="Take more time for an appeal, once",
    clause="4.7",
    asks=may_extend,
    event="appeal_extended",
    letter="appeals/extended",
)
def extend(
    actor: User, appeal: Appeal, passages: Mapping[str, str], now: dt.datetime, version: int | None = None
) -> Letter:
    """Take more time, once, with the letter that says why; among its `passages` is `arranged`.

    Raises Refused or Invalid.
    """
    check = Check(passages)
    because = check.text("reason", "Why more time is needed", LONG, required=True)
    check.or_refuse()
    with holding(appeal) as appeal:
        may_extend(actor, appeal, now).or_refuse()
        not_stale(appeal.version, version).or_refuse()
        made_from = appeal_letters.extended(appeal, actor, now)
        letter = _issue(appeal_letters.EXTENDED, actor, appeal, passages, made_from, now)
        appeal.extension, appeal.extended_to = letter, made_from["extended_to"]
        appeal.extended_because, appeal.extended_by, appeal.extended_at = because, actor, now
        appeal_subject.save(appeal)
        facts = {"appeal": appeal.id, "extended_to": appeal.extended_to, **audit.sent(letter)}
        audit.event("appeal_extended", appeal.customer_id, actor, now, **facts)
    return letter


# --- The customer withdraws ---


@only_for(*WORKS, says="Only officers and managers record that an appeal is withdrawn.", remedy="Tell one.")
def may_withdraw(actor: User, appeal: Appeal, now: dt.datetime) -> Answer:
    """4.7: only the customer withdraws an appeal; an officer or a manager writes down their words."""
    return answer(appeal_subject.not_over(appeal))


@deed(
    "withdraw_appeal",
    label="Record that the customer withdrew an appeal",
    clause="4.7",
    asks=may_withdraw,
    event="appeal_withdrawn",
)
def withdraw(actor: User, appeal: Appeal, withdrawal: Withdrawal, now: dt.datetime) -> Appeal:
    """Record that the customer withdrew it. Raises Refused or Invalid."""
    check = Check(withdrawal)
    on = check.day("on", "When they said so", latest=clock.today(now), earliest=appeal.received_on, required=True)
    words = check.text("words", "What they said or wrote", LONG, required=True)
    check.or_refuse()
    with holding(appeal) as appeal:
        may_withdraw(actor, appeal, now).or_refuse()
        appeal.withdrawn_on, appeal.withdrawn_by, appeal.withdrawn_at, appeal.withdrawn_words = on, actor, now, words
        appeal_subject.put_draft_aside(appeal, actor, "The appeal was withdrawn.", now)
        appeal_subject.save(appeal)
        audit.event("appeal_withdrawn", appeal.customer_id, actor, now, appeal=appeal.id, on=on)
    return appeal


# --- What waits ---


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """Open appeals: to be given to somebody, to be acknowledged, to be answered; late ones reach senior officers."""
    if not actor.has("manager", "senior_officer", "officer"):
        return
    today, press = clock.today(now), numbers.value("appeal_acknowledge_days", now)
    query = (
        Appeal.select(Appeal, Customer).join(Customer).where(Appeal.decided_at.is_null(), Appeal.withdrawn_at.is_null())
    )
    for one in query.order_by(Appeal.answer_by, Appeal.id).limit(work_item.EACH_AT_MOST):
        yield from _waiting(actor, one, today, press)


def _waiting(actor: User, appeal: Appeal, today: dt.date, press: int) -> Iterator[work_item.Item]:
    name, page, whose = appeal.reference, {"appeal_id": appeal.id}, appeal.customer.name
    first, last = appeal_subject.acknowledge_by(appeal), appeal.due_on
    if appeal.decider_id is None and actor.has("manager", "senior_officer"):
        said = f"Choose who hears appeal {name}"
        yield work_item.item(f"{said} of {whose}", said, "appeals.assigning", page, first, today, press)
    untold = appeal.acknowledgement_id is None and appeal.decider_id is not None
    if untold and work_item.comes_to(actor, first, today, "officer", "manager"):
        said = f"Tell the customer who hears appeal {name}"
        late = work_item.late_to_senior(actor, first, today)
        yield work_item.item(f"{said}: {whose}", said, "appeal_letters.acknowledging", page, first, today, press, late)
    own = actor.id == appeal.decider_id
    if own or work_item.late_to_senior(actor, last, today):
        said = f"Answer appeal {name}"
        yield work_item.item(f"{said} of {whose}", said, "appeals.show", page, last, today, press, not own)
