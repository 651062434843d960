"""Named officers: telling a customer who covers, naming another officer or deputy, and what waits for that (4.4, G28).

Each writes a row that is never changed and freezes the customer's letter. Who answers on a day is in `cover`.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from typing import Any, TypedDict

from letterpress.make import render as words
from letterpress.make.escape import Gap
from models import Absence, Contact, OfficerChange, Restriction, RestrictionTerm, User, holding, rows_among, rows_of
from policy.core import audit, clock, numbers, work_item
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, Check
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.restrictions import lifecycle
from policy.staff import cover

COVER, CHANGED = "absences/cover", "absences/changed"
AT_MOST = 200
CALENDAR_AT_MOST = 100
NAMED = ("officer", "deputy", "from_on", "until_on")
LISTED = """
WHERE in_force_from IS NOT NULL AND ends_on >= ? AND (ended_on IS NULL OR ended_on > ?)
AND id IN (SELECT restriction_id FROM restriction_term WHERE officer_id IS NOT NULL) ORDER BY ends_on, id LIMIT ?
"""


class Cover(TypedDict, total=False):
    """Who answers, as somebody chooses it for a letter."""

    officer: User | None
    deputy: User | None
    arranged: str  # how the letter is given in their format


class Change(Cover, total=False):
    """Another officer or deputy, for some days or for good."""

    from_on: dt.date | None
    until_on: dt.date | None  # None: for good
    because: str  # for the file


# --- What there is --------------------------------------------------------------------------------------------------


def arrangements(day: dt.date) -> tuple[list[Restriction], cover.Known]:
    """Every restriction with a named officer that holds on `day` or begins later, and who answers for each."""
    rows = rows_of(Restriction, LISTED, day, day, AT_MOST)
    if not rows:
        return [], cover.Known()
    ids = [one.id for one in rows]
    terms = rows_among(RestrictionTerm, "restriction_id", ids, "AND officer_id IS NOT NULL")
    resting = lifecycle.suspended(ids, day)
    return [one for one in rows if one.id not in resting], cover.known(rows, terms, day)


def away(people: Collection[User], today: dt.date) -> list[Absence]:
    """Their absences that are not over, the soonest first, each with its person."""
    known = {one.id: one for one in people}
    rest = "AND cancelled_at IS NULL AND ends_on >= ? ORDER BY starts_on, id LIMIT ?"
    rows = rows_among(Absence, "user_id", known, rest, today, CALENDAR_AT_MOST)
    for row in rows:
        row.user = known[row.user_id]
    return rows


def workload(restrictions: Collection[int], since: dt.datetime, today: dt.date) -> dict[int, tuple[int, int]]:
    """For each restriction: its contacts since then, and how many replies were late or are owed past their day."""
    columns, work = "restriction_id, reply_due_on, replied_at", dict[int, tuple[int, int]]()
    moment = Contact.at.db_value(since)
    for one in rows_among(Contact, "restriction_id", restrictions, "AND at >= ?", moment, columns=columns):
        contacts, late = work.get(one.restriction_id, (0, 0))
        answered = clock.today(one.replied_at) if one.replied_at else today
        is_late = one.reply_due_on is not None and answered > one.reply_due_on
        work[one.restriction_id] = contacts + 1, late + is_late
    return work


def known_of(restriction: Restriction, day: dt.date) -> cover.Known:
    """The named officers of one restriction, from `day` on."""
    rest = "WHERE restriction_id = ? AND officer_id IS NOT NULL"
    return cover.known([restriction], rows_of(RestrictionTerm, rest, restriction.id), day)


def long_absences(restriction: Restriction, known: cover.Known, today: dt.date, most: int) -> Iterator[cover.Away]:
    """The absences of the named officer, longer than `most` working days, of which the customer is to be told (G28)."""
    last, told = lifecycle.last_day(restriction), known.told_of(restriction.id)
    for away in known.away:
        day = max(away.starts, today, restriction.in_force_from or today)
        if away.absence in told or last is None or day > min(last, away.ends):
            continue
        covering = known.on(restriction.id, day)
        if covering and covering.officer.id == away.user and _working_days(covering.officer, away) > most:
            yield away


def _working_days(user: User, away: cover.Away) -> int:
    days = (away.starts + dt.timedelta(days=count) for count in range((away.ends - away.starts).days + 1))
    return sum(day.weekday() in user.working_days and not clock.is_bank_holiday(day) for day in days)


# --- What waits -----------------------------------------------------------------------------------------------------


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """G28: customers to be told who covers, for officers; officers and deputies who have left, for managers."""
    if not actor.is_officer:
        return
    today = clock.today(now)
    rows, known = arrangements(today)
    if not rows:
        return
    names = work_item.names_of(rows)
    most = numbers.value("absence_days", now)
    for row in rows[: work_item.EACH_AT_MOST]:
        for away in long_absences(row, known, today, most):
            yield work_item.item(
                f"Tell {names[row.customer_id]} who covers for {known.people[away.user].name}, away from "
                f"{clock.day_words(away.starts)} to {clock.day_words(away.ends)}",
                f"Tell the customer of restriction {row.reference} who covers for the named officer",
                "named_officers.telling",
                {"restriction_id": row.id, "absence_id": away.absence},
                away.starts,
                today,
                escalated=work_item.late_to_senior(actor, away.starts, today),
            )
        if actor.is_manager:
            yield from _left(row, known, names[row.customer_id], today)


def _left(row: Restriction, known: cover.Known, name: str, today: dt.date) -> Iterator[work_item.Item]:
    covering = known.on(row.id, max(today, row.in_force_from or today))
    for one in (covering.usual, covering.deputy) if covering else ():
        if one is not None and not one.active:
            yield work_item.item(
                f"Name another officer for {name}: {one.name} no longer works here",
                f"Name another officer for restriction {row.reference}",
                "named_officers.changing",
                {"restriction_id": row.id},
                today,
                today,
            )
            return


# --- Telling of cover -----------------------------------------------------------------------------------------------


@only_for(*WORKS, says="Only officers and managers write to the customer.", remedy="Ask an officer.", clause="4.4")
def may_tell(actor: User, restriction: Restriction, absence: Absence, now: dt.datetime) -> Answer:
    """G28: an officer or a manager tells the customer who covers while the named officer is away."""
    return answer(
        _lasts(restriction, clock.today(now)),
        unless(absence.cancelled_at is None, "state", "This absence was cancelled. The officer is there."),
        unless(absence.ends_on >= clock.today(now), "state", "This absence is over."),
        unless(_told(restriction, absence) is None, "state", "The customer has been told of this cover already."),
    )


def _lasts(restriction: Restriction, today: dt.date) -> Refusal | None:
    last = lifecycle.last_day(restriction)
    return unless(
        restriction.in_force_from is not None and last is not None and last >= today,
        "state",
        "This restriction is not in force.",
    )


def _told(restriction: Restriction, absence: Absence) -> OfficerChange | None:
    return OfficerChange.get_or_none(OfficerChange.restriction == restriction, OfficerChange.absence == absence)


@deed(
    "tell_of_cover",
    label="Tell a customer who covers for the named officer",
    clause="4.4",
    asks=may_tell,
    event="cover_told",
    letter="absences/cover",
)
def tell_of_cover(
    actor: User, restriction: Restriction, absence: Absence, chosen: Cover, now: dt.datetime
) -> OfficerChange:
    """Freeze the letter that says who covers; sent twice it answers the first. Raises Refused or Invalid."""
    columns = _checked({**chosen, **cover_days(absence, now)}, restriction, now, needs_reason=False)
    with holding(restriction) as restriction:
        absence = absence.fresh()
        known = _told(restriction, absence)
        if known is not None:
            return known
        may_tell(actor, restriction, absence, now).or_refuse()
        _at_work(columns["officer"], absence, clock.today(now)).or_refuse()
        return _written(actor, restriction, COVER, columns, now, "cover_told", absence)


def cover_days(absence: Absence, now: dt.datetime) -> Change:
    """From when until when somebody covers for an absence: the days of it that have not passed."""
    return {"from_on": max(absence.starts_on, clock.today(now)), "until_on": absence.ends_on, "because": ""}


def _at_work(officer: User, absence: Absence, today: dt.date) -> Answer:
    rest = "WHERE user_id = ? AND cancelled_at IS NULL AND starts_on <= ? AND ends_on >= ?"
    away = rows_of(Absence, rest, officer.id, absence.ends_on, max(absence.starts_on, today))
    return answer(
        unless(officer.id != absence.user_id, "G28", "Whoever is away cannot cover.", "Choose somebody else."),
        unless(not away, "G28", f"{officer.name} is away on some of these days too.", "Choose somebody else to cover."),
    )


# --- Naming somebody else -------------------------------------------------------------------------------------------


@only_for("manager", says="Only a manager names another officer.", remedy="Ask a manager.", clause="4.4")
def may_change_officer(actor: User, restriction: Restriction, now: dt.datetime) -> Answer:
    """4.3, 4.4: a manager names another officer or deputy, for some days or for good."""
    named = rows_of(RestrictionTerm, "WHERE restriction_id = ? AND officer_id IS NOT NULL", restriction.id)
    return answer(_lasts(restriction, clock.today(now)), unless(named, "state", "This restriction names no officer."))


@deed(
    "change_officer",
    label="Name another officer or deputy",
    clause="4.4",
    asks=may_change_officer,
    event="officer_changed",
    letter="absences/changed",
)
def change_officer(actor: User, restriction: Restriction, change: Change, now: dt.datetime) -> OfficerChange:
    """Freeze the letter that names others; the same as the newest answers that one. Raises Refused or Invalid."""
    columns = _checked(change, restriction, now, needs_reason=True)
    with holding(restriction) as restriction:
        may_change_officer(actor, restriction, now).or_refuse()
        last = next(iter(rows_of(OfficerChange, "WHERE restriction_id = ? ORDER BY id DESC", restriction.id)), None)
        if last is not None and all(getattr(last, name) == columns[name] for name in NAMED):
            return last
        return _written(actor, restriction, CHANGED, columns, now, "officer_changed")


def _checked(change: Change, restriction: Restriction, now: dt.datetime, needs_reason: bool) -> dict[str, Any]:
    check, today = Check(change), clock.today(now)
    officer, deputy = change.get("officer"), change.get("deputy")
    for name, label, who in (("officer", "Who answers", officer), ("deputy", "Deputy", deputy)):
        if who is None:
            check.wrong(name, f"{label}: please choose somebody.")
        elif not who.active:
            check.wrong(name, f"{label}: {who.name} no longer works here.")
    if officer is not None and officer == deputy:
        check.wrong("deputy", "Deputy: choose somebody other than who answers.")
    columns: dict[str, Any] = {"officer": officer, "deputy": deputy}
    last = lifecycle.last_day(restriction)
    columns["from_on"] = check.day("from_on", "From", earliest=today, latest=last, required=True)
    columns["until_on"] = check.day("until_on", "Until", earliest=columns["from_on"] or today)
    columns["because"] = check.text("because", "Why, for the file", LONG, required=needs_reason)
    columns["arranged"] = check.text("arranged", "How the letter is given in their format", LONG)
    check.or_refuse()
    return columns


# --- The letters ----------------------------------------------------------------------------------------------------


def facts(
    restriction: Restriction, template: str, columns: Mapping[str, Any], sender: User, now: dt.datetime
) -> dict[str, Any]:
    """The facts of a letter about cover or a change; what is missing is a Gap."""
    found, landlord = restriction.numbers or numbers.values(now), numbers.organisation(now)
    people = {
        name: letter_facts.person(columns[name], landlord) if columns.get(name) else Gap(f"who is {label}")
        for name, label in (("officer", "the officer"), ("deputy", "the deputy"))
    }
    known = known_of(restriction, clock.today(now)).on(restriction.id, columns.get("from_on") or clock.today(now))
    return letter_facts.common(
        restriction.customer,
        sender,
        restriction.reference,
        now,
        kept_words=f"for {letter_facts.years(numbers.value('keep_restriction_years', now))} after the arrangement ends",
        icon_words="A contact arrangement is in place: see the file before you reply",
        told=["colleagues who deal with you"],
        letter=template,
        before=known.usual.name if known else Gap("who answered before"),
        from_on=columns.get("from_on") or Gap("the first day"),
        until_on=columns.get("until_on"),
        ends_on=lifecycle.last_day(restriction),
        reply_days=found["reply_days"],
        **people,
    )


def rendered(
    restriction: Restriction, template: str, columns: Mapping[str, Any], sender: User, now: dt.datetime
) -> words.Rendered:
    """The letter as it would be sent; nothing is kept."""
    made_from = facts(restriction, template, columns, sender, now)
    return letter_facts.made(restriction.customer, template, made_from, {})


def _stops(restriction: Restriction, sheet: words.Rendered, arranged: str) -> Iterator[Refusal | None]:
    yield from fairness.in_their_format(restriction.customer, arranged, sheet)
    yield from fairness.complete(sheet, "G28")


def _written(
    actor: User, restriction: Restriction, template: str, columns: Mapping[str, Any], now: dt.datetime,
    event: str, absence: Absence | None = None,
) -> OfficerChange:  # fmt: skip
    sheet = rendered(restriction, template, columns, actor, now)
    answer(_stops(restriction, sheet, columns["arranged"])).or_refuse()
    letter = letter_issue.freeze(restriction.customer, sheet, columns["arranged"], actor, now)
    row = OfficerChange.create(
        customer=restriction.customer_id,
        restriction=restriction,
        absence=absence,
        letter=letter,
        by=actor,
        at=now,
        because=columns["because"],
        **{name: columns[name] for name in NAMED},
    )
    audit.event(
        event, restriction.customer_id, actor, now, restriction=restriction.id, officer=row.officer_id,
        deputy=row.deputy_id, from_on=row.from_on, until_on=row.until_on, letter=letter.id, letter_digest=letter.sha256,
    )  # fmt: skip
    return row
