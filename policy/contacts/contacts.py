"""Contacts: logging any contact with a customer, the replies owed for them, and where we broke an arrangement (G50).

A contact is the raw count behind "excessive" (P 3.3.3, 3.4.3), good or bad. What it adds up to is in `effort` and
`compliance`; lists from a telephone or mail log are taken in by `import_list`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from models import BreachByUs, Contact, Customer, Need, Restriction, RestrictionTerm, User, holding, marks, rows_of
from policy.contacts import compliance
from policy.core import audit, clock, form_keys, numbers, work_item
from policy.core.answers import YES, Answer, answer, unless
from policy.core.register import LOGS, WORKS, Where, deed, only_for
from policy.core.validation import LONG, Check
from policy.restrictions import lifecycle
from policy.rulebook import clauses
from policy.staff import cover

DIRECTIONS = {"in": "From the customer", "out": "From us"}
MOST_MINUTES = 1440
NEAR = dt.timedelta(days=3650)
NAME = 120
NOON = dt.time(12)
OWED_AT_MOST = 200
PAGE = 50


# --- Logging --------------------------------------------------------------------------------------------------------


class Entry(TypedDict, total=False):
    """A contact as somebody logs it; it was now where neither `on` nor `time` is given."""

    channel: str
    subject: str
    minutes: int | None
    direction: str
    words: str
    protected: str
    colleague: str
    on: dt.date | None
    time: dt.time | None
    arrangement: str  # whether it kept to the arrangement in force
    reply_wanted: bool  # of a named officer (G50)


class BreachEntry(TypedDict, total=False):
    """Where we did not keep to an arrangement, and what was done about it."""

    kind: str
    on: dt.date | None
    words: str
    put_right: str
    contact: Contact | None  # where it was in one


@only_for(*LOGS, says="Your role does not log contacts.", remedy="Ask a colleague who does.")
def may_log(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """3.3.3: anybody who works with customers logs a contact, good or bad."""
    return YES


@deed("log_contact", label="Log a contact", clause="3.3.3", asks=may_log, event="contact_logged")
def log(actor: User, customer: Customer, entry: Entry, now: dt.datetime, form_key: str) -> Contact:
    """Log a contact; the same `form_key` again answers the contact already logged. Raises Refused or Invalid."""
    columns, wanted = checked(entry, actor, now), bool(entry.get("reply_wanted"))
    form_key = form_keys.key(form_key, actor, customer, entry)
    with holding(customer) as customer:
        known = Contact.get_or_none(Contact.form_key == form_key)
        if known:
            return known
        may_log(actor, customer, now).or_refuse()
        restriction, answers = arrangement(customer, clock.today(columns["at"]))
        _sound(entry, columns, wanted, restriction, answers)
        due = _due(columns["at"], restriction, now) if wanted and restriction else None
        columns |= {"restriction": restriction, "reply_due_on": due, "by": actor, "recorded_at": now}
        row = Contact.create(customer=customer, form_key=form_key, **columns)
        audit.event("contact_logged", customer, actor, now, contact=row.id)
    return row


def checked(entry: Entry, actor: User, now: dt.datetime) -> dict[str, Any]:
    """The columns of a contact from what was typed. Raises Invalid with a sentence for each field at fault."""
    check = Check(entry)
    columns: dict[str, Any] = {
        "channel": check.choice("channel", "How", clauses.CHANNELS, required=True),
        "subject": check.choice("subject", "What it was about", clauses.CONTACT_SUBJECTS) or "other",
        "direction": check.choice("direction", "Who began it", DIRECTIONS) or "in",
        "protected": check.choice("protected", "Whether it was one of these", clauses.PROTECTED),
        "arrangement": check.choice("arrangement", "The arrangement", compliance.ARRANGEMENT),
        "words": check.text("words", "A word about it", LONG),
        "colleague": check.text("colleague", "Who dealt with it", NAME) or actor.name,
        "minutes": entry.get("minutes"),
        "at": _moment(check, entry, now),
    }
    columns["protected"] = columns["protected"] or clauses.PROTECTED_SUBJECTS.get(columns["subject"], "")
    minutes = columns["minutes"]
    if minutes is not None and not 0 <= minutes <= MOST_MINUTES:
        check.wrong("minutes", f"Minutes: give a number from 0 to {MOST_MINUTES:,}.")
    check.or_refuse()
    return columns


def _moment(check: Check, entry: Entry, now: dt.datetime) -> dt.datetime:
    today, time = clock.today(now), entry.get("time")
    on = check.day("on", "Day", latest=today, earliest=today - NEAR)
    if on is None and time is None:
        return now
    moment = dt.datetime.combine(on or today, time or NOON, clock.LONDON).astimezone(dt.UTC)
    if (on or today) == today and moment > now:
        if time is None:
            return now
        check.wrong("time", f"Time: {clock.time_words(time)} has not come yet today.")
    return moment


def _sound(
    entry: Entry, columns: Mapping[str, Any], wanted: bool, restriction: Restriction | None, answers: bool
) -> None:
    """What depends on the arrangement in force: whether there was one, and what may never be called a breach of it."""
    check = Check(entry)
    if columns["arrangement"] and restriction is None:
        check.wrong("arrangement", "The arrangement: none was in force on that day. Leave this empty.")
    if columns["arrangement"] == "broken_by_customer" and columns["protected"]:
        check.wrong(
            "arrangement",
            f"This was {clauses.PROTECTED[columns['protected']]}, which is always open. It is never outside an "
            "arrangement.",
        )
    subject = clauses.OPEN_SUBJECTS.get(columns["subject"])
    if columns["arrangement"] == "broken_by_customer" and subject:
        check.wrong("arrangement", f"Always open: {clauses.ALWAYS_OPEN[subject]}. It is never outside an arrangement.")
    if columns["arrangement"] == "broken_by_customer" and columns["direction"] == "out":
        check.wrong("arrangement", "A contact made by us cannot be the customer's breach.")
    if wanted and not answers:
        check.wrong("reply_wanted", "No named officer was in place on that day. Log the request as an incident's.")
    if wanted and columns["direction"] == "out":
        check.wrong("reply_wanted", "A reply is owed for what the customer asked, not for a contact made by us.")
    check.or_refuse()


def arrangement(customer: Customer, day: dt.date) -> tuple[Restriction | None, bool]:
    """The restriction a contact of that day falls under, and whether a named officer answers under it (P 4.4)."""
    standing = lifecycle.in_force(customer.id, day)
    if not standing:
        return None, False
    officers = answering(standing, day)
    named = [one for one in standing if one.id in officers]
    return (named or standing)[-1], bool(named)


def _due(at: dt.datetime, restriction: Restriction, now: dt.datetime) -> dt.date:
    """G50: working days by the number the restriction was decided under (G30)."""
    figures = restriction.numbers or numbers.values(now)
    return clock.working_days_after(clock.today(at), figures["reply_days"])


def answering(restrictions: Sequence[Restriction], day: dt.date) -> dict[int, set[int]]:
    """Who answers on a day under each of these restrictions that names an officer: officer and deputy, by their ids."""
    ids = [one.id for one in restrictions]
    rest = f"WHERE restriction_id IN ({marks(ids)}) AND officer_id IS NOT NULL"
    terms = rows_of(RestrictionTerm, rest, *ids) if ids else []
    known = cover.known(restrictions, terms, day)
    covers = {number: known.on(number, day) for number in ids}
    return {number: {who.id for who in (one.officer, one.deputy) if who} for number, one in covers.items() if one}


# --- Replies owed ---------------------------------------------------------------------------------------------------


def answers_for(actor: User, contact: Contact, day: dt.date) -> bool:
    """True for the named officer and the deputy under whose arrangement the contact was made."""
    under = Restriction.find(contact.restriction_id) if contact.restriction_id else None
    return under is not None and actor.active and actor.id in answering([under], day).get(under.id, ())


def _answers_for_it(actor: User, contact: Contact, now: dt.datetime) -> bool:
    return answers_for(actor, contact, clock.today(now))


@only_for(
    *WORKS,
    says="Only the named officer, the deputy or somebody who works on the file records the reply.",
    remedy="Ask the named officer.",
    also=(Where("the named officer or the deputy", _answers_for_it),),
)
def may_reply(actor: User, contact: Contact, now: dt.datetime) -> Answer:
    """G50: the named officer, the deputy, or somebody who works on the file says when a reply was given."""
    return answer(
        unless(contact.reply_due_on, "state", "No reply was asked for in this contact."),
        unless(contact.replied_at is None, "state", "The reply has been recorded already."),
    )


@deed(
    "answer_contact",
    label="Record a reply that was owed under an arrangement",
    clause="4.4",
    asks=may_reply,
    event="contact_answered",
)
def reply(actor: User, contact: Contact, now: dt.datetime, on: dt.date | None = None) -> None:
    """Record that the customer was answered: today, or on the day given. Raises Refused or Invalid."""
    today, came = clock.today(now), clock.today(contact.at)
    check = Check({"on": on})
    check.day("on", "Day of the reply", latest=today, earliest=came)
    check.or_refuse()
    with holding(contact) as contact:
        may_reply(actor, contact, now).or_refuse()
        contact.replied_by = actor
        contact.replied_at = now if on in (None, today) else dt.datetime.combine(on, NOON, clock.LONDON)
        contact.save()
        audit.event("contact_answered", contact.customer_id, actor, now, contact=contact.id, on=on or today)


def owed(customer: Customer) -> list[Contact]:
    """The replies still owed to a customer, the most pressing first."""
    rest = "WHERE customer_id = ? AND reply_due_on IS NOT NULL AND replied_at IS NULL ORDER BY reply_due_on, id LIMIT ?"
    return rows_of(Contact, rest, customer.id, PAGE)


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """G50: replies owed come to the named officer and the deputy; late ones to managers and senior officers too."""
    today = clock.today(now)
    query = (
        Contact.select(Contact, Customer)
        .join(Customer)
        .where(Contact.reply_due_on.is_null(False), Contact.replied_at.is_null())
        .order_by(Contact.reply_due_on, Contact.id)
        .limit(OWED_AT_MOST)
    )
    waiting = [(one, one.reply_due_on, one.restriction_id) for one in query if one.reply_due_on and one.restriction_id]
    ids = {restriction for _, _, restriction in waiting}
    officers = answering(rows_of(Restriction, f"WHERE id IN ({marks(ids)})", *ids) if ids else [], today)
    mine = [(one, by) for one, by, restriction in waiting if actor.id in officers.get(restriction, ())]
    late = [(one, by) for one, by, _ in waiting if by < today and work_item.comes_to(actor, by, today, "manager")]
    for one, by in [*mine, *(row for row in late if row not in mine)][: work_item.EACH_AT_MOST]:
        yield work_item.item(
            f"Reply to {one.customer.name}, who contacted us on {clock.day_words(clock.today(one.at))}",
            "Give a reply that is due under an arrangement",
            "contacts.show",
            {"contact_id": one.id},
            by,
            today,
            escalated=(one, by) not in mine,
        )


# --- Where we did not keep to it ourselves --------------------------------------------------------------------------


@only_for(*WORKS, says="Only those who work on the file record this.", remedy="Ask an officer.")
def may_record_breach(actor: User, restriction: Restriction, now: dt.datetime) -> Answer:
    """G50: whoever works on the file records where we did not keep to an arrangement ourselves."""
    why = "This restriction has not begun, so there is nothing yet that we could break."
    return answer(unless(restriction.in_force_from, "state", why))


@deed(
    "record_breach_by_us",
    label="Record where we did not keep to an arrangement ourselves",
    clause="4.4",
    asks=may_record_breach,
    event="breach_by_us_recorded",
)
def record_breach(
    actor: User, restriction: Restriction, entry: BreachEntry, now: dt.datetime, form_key: str
) -> BreachByUs:
    """Record that we did not keep to an arrangement; the same `form_key` answers the row already made.

    Raises Refused or Invalid.
    """
    check = Check(entry)
    began, today = restriction.in_force_from, clock.today(now)
    columns: dict[str, Any] = {
        "kind": check.choice("kind", "What we did not keep to", compliance.BREACHES, required=True),
        "on": check.day("on", "Day", latest=today, earliest=began, required=True),
        "words": check.text("words", "What happened", LONG, required=entry.get("kind") == "other"),
        "put_right": check.text("put_right", "What was done to put it right", LONG, required=True),
    }
    contact = entry.get("contact")
    if contact is not None and contact.restriction_id != restriction.id:
        check.wrong("contact", "That contact was not made under this restriction.")
    check.or_refuse()
    form_key = form_keys.key(form_key, actor, restriction, entry)
    with holding(restriction) as restriction:
        known = BreachByUs.get_or_none(BreachByUs.form_key == form_key)
        if known:
            return known
        may_record_breach(actor, restriction, now).or_refuse()
        columns |= {"restriction": restriction, "contact": contact, "by": actor, "at": now, "form_key": form_key}
        row = BreachByUs.create(customer=restriction.customer_id, **columns)
        facts = {"restriction": restriction.id, "breach": row.id, "kind": row.kind, "on": row.on}
        audit.event("breach_by_us_recorded", restriction.customer_id, actor, now, **facts)
    return row


# --- Reading --------------------------------------------------------------------------------------------------------


def page(customer: Customer, number: int = 1) -> tuple[list[Contact], bool]:
    """One page of a customer's contacts, newest first, and whether older ones follow: one read."""
    rest = "WHERE customer_id = ? ORDER BY at DESC, id DESC LIMIT ? OFFSET ?"
    rows = rows_of(Contact, rest, customer.id, PAGE + 1, (number - 1) * PAGE)
    return rows[:PAGE], len(rows) > PAGE


def beside(customer: Customer) -> list[Need]:
    """What the customer needs, and as needs of kind `speaks` who speaks for them: one read, for the contact check."""
    rest = (
        "WHERE customer_id = ? AND ended_at IS NULL UNION ALL SELECT id, 'speaks', name FROM representative"
        " WHERE customer_id = ? AND ended_at IS NULL"
    )
    return rows_of(Need, rest, customer.id, customer.id, columns="id, kind, words")
