"""Corrections (G63): a letter that relies on an incident corrected since is answered, and those told are told.

An incident is corrected by a note; each letter issued before that and resting on it waits for a manager's answer.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from letterpress.make import render as words
from models import (
    BehaviourWarning,
    CorrectionAnswer,
    Customer,
    Incident,
    IncidentNote,
    Letter,
    Marker,
    Restriction,
    Telling,
    User,
    db,
    holding,
)
from policy.core import audit, clock, numbers, work_item
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import LONG, Check, Invalid
from policy.core.work_item import Item, item
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.incidents import evidence
from policy.restrictions import notifications

ANSWERS = {
    "corrected": "Send a letter that puts it right",
    "mistaken_identity": "It was not this customer: send an apology",
    "not_needed": "No letter is needed, because",
}
TEMPLATES = {"corrected": "incidents/corrected", "mistaken_identity": "incidents/mistaken_identity"}
Thing = BehaviourWarning | Restriction | Marker
# Notes that correct, with each letter issued before them that rests on their incident.
RESTING = """
SELECT n.id, l.id FROM incident_note n JOIN (
SELECT w.incident_id, b.letter_id FROM warning_incident w JOIN behaviour_warning b ON b.id = w.warning_id
UNION SELECT c.incident_id, r.letter_id FROM restriction_incident c JOIN restriction r ON r.id = c.restriction_id
UNION SELECT d.incident_id, s.letter_id FROM restriction s JOIN declaration d ON d.id = s.declaration_id
UNION SELECT m.incident_id, m.letter_id FROM marker m
) AS resting ON resting.incident_id = n.incident_id JOIN letter l ON l.id = resting.letter_id
WHERE (n.kind = 'correction' OR (n.kind = 'identity' AND n.outcome = 'low')) AND n.at > l.issued_at
"""
OPEN = "AND NOT EXISTS (SELECT 1 FROM correction_answer a WHERE a.note_id = n.id AND a.letter_id = l.id) "


class Correction(TypedDict, total=False):
    """What is done about a letter, one of ANSWERS, and the words that are added to the letter that puts it right."""

    kind: str
    right: str
    decision: str
    put_right: str
    arranged: str
    because: str  # where no letter is needed


def owed() -> list[tuple[IncidentNote, Letter]]:
    """Each note that corrects an incident with a letter that waits for an answer to it, oldest first: three reads."""
    rows = list(db.execute_sql(f"{RESTING} {OPEN} ORDER BY n.id, l.id LIMIT {work_item.EACH_AT_MOST}"))
    if not rows:
        return []
    notes = {one.id: one for one in IncidentNote.select().where(IncidentNote.id.in_({row[0] for row in rows}))}
    letters = Letter.select(Letter, Customer).join(Customer, on=Letter.customer)
    sent = {one.id: one for one in letters.where(Letter.id.in_({row[1] for row in rows}))}
    return [(notes[note], sent[letter]) for note, letter in rows]


def rests(note: IncidentNote, letter: Letter) -> bool:
    """True where this letter rests on the incident that the note corrects, and was issued before it."""
    return (note.id, letter.id) in {(row[0], row[1]) for row in db.execute_sql(RESTING)}


def answer_of(note: IncidentNote, letter: Letter) -> CorrectionAnswer | None:
    """What was done about it, or None."""
    return CorrectionAnswer.get_or_none(CorrectionAnswer.note == note, CorrectionAnswer.letter == letter)


def thing_of(letter: Letter) -> Thing | None:
    """The warning, restriction or marker that the letter gave notice of."""
    for table in (BehaviourWarning, Restriction, Marker):
        found = table.get_or_none(table.letter == letter)
        if found is not None:
            return found
    return None


def still_stands(thing: Thing | None, now: dt.datetime) -> bool:
    """True while the decision has not been withdrawn, lifted or ended, nor run out."""
    if thing is None:
        return False
    if isinstance(thing, BehaviourWarning):
        return thing.withdrawn_at is None
    return thing.ended_on is None and thing.ends_on is not None and thing.ends_on >= clock.today(now)


# --- Answering ------------------------------------------------------------------------------------------------------


@only_for("manager", says="Only a manager answers a correction.", remedy="Ask a manager.")
def may_answer(
    actor: User, note: IncidentNote, letter: Letter, kind: str, now: dt.datetime,
    passages: Mapping[str, str] | None = None, sheet: words.Rendered | None = None,
) -> Answer:  # fmt: skip
    """G63: a manager looks at the decision again, and has the letter put right or says why that is not needed.

    `sheet` is the letter of this kind with these passages, where whoever asks has made it.
    """
    thing = thing_of(letter)
    if sheet is None and kind in TEMPLATES:
        sheet = rendered(note, letter, kind, actor, now, passages or {})
    return answer(
        unless(rests(note, letter), "state", "This letter does not rest on what was corrected."),
        unless(answer_of(note, letter) is None, "state", "This has been answered already."),
        unless(
            kind != "mistaken_identity" or not still_stands(thing, now),
            "G63",
            "The decision still stands on this person's file.",
            "Withdraw the warning, lift the restriction or end the marker first.",
        ),
        _sound(note, letter, sheet, passages or {}) if sheet else None,
    )


def _sound(
    note: IncidentNote, letter: Letter, sheet: words.Rendered, passages: Mapping[str, str]
) -> Iterator[Refusal | None]:
    allowed = sheet.given_facts | {"noted": days_in(note.words)}
    yield from fairness.fair_passages(letter.customer, passages, [note.incident], allowed)
    yield from fairness.complete(sheet, "G63")


def days_in(text: str) -> list[Any]:
    """The dates and times that a correction names: its letter may give them, though no incident holds them."""
    found: list[Any] = []
    for one in fairness.DATE.finditer(text):
        month = fairness.MONTHS.split("|").index(one[2].casefold()) + 1
        found += _day(int(one[3] or 2000), month, int(one[1]))
    for one in fairness.NUMERIC_DATE.finditer(text):
        found += _day(int(one[3]) + (2000 if len(one[3]) == 2 else 0), int(one[2]), int(one[1]))
    for one in fairness.TIME.finditer(text):
        hour, minute = fairness._clock_time(one)
        found += [dt.time(hour, minute)] if hour < 24 and minute < 60 else []
    return found


def _day(year: int, month: int, day: int) -> list[dt.date]:
    try:
        return [dt.date(year, month, day)]
    except ValueError:
        return []


def facts(note: IncidentNote, letter: Letter, kind: str, sender: User, now: dt.datetime) -> dict[str, Any]:
    """What the letter is made from: the letter it corrects as it was sent, and the incident as it was told."""
    incident = evidence.completed([Incident.get_by_id(note.incident_id)])[0]
    thing, old = thing_of(letter), letter.facts
    reference = str(old.get("reference", letter.reference))
    still_shown = kind == "mistaken_identity" or still_stands(thing, now)
    shared = {
        "letter_title": letter.title,
        "letter_date": clock.today(letter.issued_at),
        "letter_reference": reference,
        "decided_by_role": letter_facts.role_of(sender),
        "kept_words": old["kept_words"],
        "icon_words": old["icon_words"] if still_shown else "nothing about this",
        "told": list(old.get("told") or []),
        "letter": TEMPLATES[kind],
    }
    if kind == "mistaken_identity":
        own: dict[str, Any] = {"happened_on": incident.happened_on, "found_on": clock.today(note.at)}
    else:
        by = old.get("appeal_by")
        own = {
            "incidents": letter_facts.incident_facts([incident]),
            "decided_on": clock.today(now),
            "appeal_by": dt.date.fromisoformat(by) if isinstance(by, str) else None,
        }
    return letter_facts.common(letter.customer, sender, reference, now, **shared, **own)


def rendered(
    note: IncidentNote, letter: Letter, kind: str, sender: User, now: dt.datetime, passages: Mapping[str, str]
) -> words.Rendered:
    """The letter as it stands; nothing is kept."""
    made_from = facts(note, letter, kind, sender, now)
    return letter_facts.made(letter.customer, TEMPLATES[kind], made_from, passages)


@deed(
    "answer_correction",
    label="Put a letter right whose incident was corrected, or say why not",
    clause="7.1",
    asks=may_answer,
    event="correction_answered",
    letter="incidents/corrected",
)
def settle(
    actor: User, note: IncidentNote, letter: Letter, correction: Correction, now: dt.datetime
) -> CorrectionAnswer:
    """Send what puts it right, or note why that is not needed. Raises Refused or Invalid."""
    check = Check(correction)
    kind = check.choice("kind", "What is done about it", ANSWERS, required=True)
    because = check.text("because", "Your reason", LONG, required=kind == "not_needed")
    arranged = check.text("arranged", "How the letter is given in their format", LONG)
    passages = letter_facts.checked_passages(TEMPLATES[kind], correction, check) if kind in TEMPLATES else {}
    check.or_refuse()
    with holding(letter) as letter:
        sheet = rendered(note, letter, kind, actor, now, passages) if kind in TEMPLATES else None
        may_answer(actor, note, letter, kind, now, passages, sheet).or_refuse()
        sent = None
        if sheet is not None:
            fairness.require_their_format(letter.customer, arranged, sheet)
            sent = letter_issue.freeze(letter.customer, sheet, arranged, actor, now)
        row = CorrectionAnswer.create(
            customer=letter.customer_id, note=note, letter=letter, correcting=sent,
            words=because if sent is None else "", by=actor, at=now,
        )  # fmt: skip
        audit.event(
            "correction_answered", letter.customer_id, actor, now, incident=note.incident_id, note=note.id,
            corrected=letter.id, answer=row.id, **audit.sent(sent),
        )  # fmt: skip
    return row


# --- Those who were told --------------------------------------------------------------------------------------------


def to_tell(row: CorrectionAnswer) -> list[str]:
    """Who was told of the decision and has not heard yet what is right; nobody where no letter was needed."""
    thing = thing_of(row.letter)
    if row.correcting_id is None or thing is None or isinstance(thing, BehaviourWarning):
        return []
    heard = Telling.select(Telling.whom).where(
        getattr(Telling, notifications.noun_of(thing)) == thing, Telling.occasion == "corrected", Telling.at >= row.at
    )
    known = {one.whom for one in heard}
    return [one for one in notifications.everybody(thing) if one not in known and one != notifications.ICON]


@only_for(*WORKS, says="Only people who work on the file record who was told.", remedy="Ask an officer.")
def may_tell(actor: User, row: CorrectionAnswer, now: dt.datetime) -> Answer:
    """G63: whoever works on the file tells those who were told before."""
    return answer(unless(to_tell(row), "state", "Everybody has been told what is right."))


@deed("tell_of_correction", label="Record who was told what is right", clause="7.1", asks=may_tell, event="told_of")
def tell(actor: User, row: CorrectionAnswer, whom: Sequence[str], now: dt.datetime) -> list[Telling]:
    """Record who was told what is right. Raises Refused, or Invalid where nobody was chosen."""
    if not whom:
        raise Invalid({"whom": "Choose who has been told."})
    with holding(row.letter):
        may_tell(actor, row, now).or_refuse()
        thing: Any = thing_of(row.letter)
        noun, made = notifications.noun_of(thing), []
        for name in [one for one in to_tell(row) if one in whom]:
            telling = Telling.create(
                customer=thing.customer_id, occasion="corrected", whom=name, by=actor, at=now, **{noun: thing}
            )
            about = {noun: thing.id}
            audit.event("told_of", thing.customer_id, actor, now, **about, occasion="corrected", telling=telling.id)
            made.append(telling)
    return made


# --- What waits -----------------------------------------------------------------------------------------------------

RECENT = dt.timedelta(days=90)


def needs(actor: User, now: dt.datetime) -> Iterator[Item]:
    """G63: letters to be put right, for managers; and those still to be told, for who works on files."""
    if not actor.is_officer:
        return
    today = clock.today(now)
    waiting = owed()
    days = numbers.value("request_days", now) if waiting else 0
    for note, letter in waiting:
        by = clock.working_days_after(clock.today(note.at), days)
        if work_item.comes_to(actor, by, today, "manager"):
            values = {"note_id": note.id, "letter_id": letter.id}
            plain = f"Put letter {letter.reference} right: incident I-{note.incident_id:05d} was corrected"
            sentence = f"{plain}, for {letter.customer.name}"
            yield item(sentence, plain, "corrections.show", values, by, today, escalated=not actor.is_manager)
    recent = CorrectionAnswer.select().where(
        CorrectionAnswer.correcting.is_null(False), CorrectionAnswer.at >= now - RECENT
    )
    for row in recent.order_by(CorrectionAnswer.id.desc()).limit(work_item.EACH_AT_MOST):
        if to_tell(row):
            plain = f"Tell those who were told what letter L-{row.correcting_id:05d} puts right"
            values = {"note_id": row.note_id, "letter_id": row.letter_id}
            yield item(plain, plain, "corrections.show", values, clock.today(row.at), today)
