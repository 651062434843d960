"""The file's history in plain sentences: one for every event name, told from the event's facts and the rows they name.

Events hold numbers only, so the rows behind a page of them are read table by table: the number of reads does not
depend on the length of the file.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any

from letterpress.make.words import and_list, inside
from models import (
    Contact,
    Customer,
    Delivery,
    Event,
    Incident,
    IncidentNote,
    Marker,
    Need,
    Representative,
    Restriction,
    SupportContact,
    SupportWorker,
    Telling,
    User,
    marks,
    rows_of,
)
from policy.core import clock
from policy.rulebook import clauses

PAGE = 50
NEWEST = 2**31 - 1
Facts = Mapping[str, Any]
Rows = Mapping[Any, Mapping[int, Any]]


@dataclass(frozen=True)
class Line:
    """One event as a reader sees it: when, what happened, where it can be read, and who did it."""

    number: int
    at: dt.datetime
    sentence: str
    endpoint: str
    values: dict[str, Any]
    actor_name: str
    actor_role: str
    kind: str


@dataclass(frozen=True)
class Page:
    """Some lines, newest first, and the number from which the older ones follow (None where there are none)."""

    lines: list[Line]
    older: int | None


# The words of each event, under the page it leads to with the noun of that page's address, and its mark in the list.
EVENTS: dict[tuple[str, str, str], dict[str, str]] = {
    ("", "", "other"): {
        "absence_recorded": "Days on which a colleague is away were recorded.",
        "absence_cancelled": "A colleague's absence was cancelled.",
        "working_days_set": "The days on which a colleague works were set.",
        "customer_added": "The customer was added.",
        "customer_changed": "The customer's details {changed}.",
        "need_recorded": "A need was recorded: {need}.",
        "need_ended": "A need was ended: {need}.",
        "way_recorded": "A way to reach the customer was recorded.",
        "contactway_ended": "A way to reach the customer was ended.",
        "support_worker_recorded": "A support worker, {support_worker}, was recorded.",
        "supportworker_ended": "A support worker, {support_worker}, is no longer one.",
        "representative_recorded": "A representative, {representative}, was recorded.",
        "representative_ended": "A representative, {representative}, no longer speaks for the customer.",
        "request_passed": "The reply to a request was passed to {owner}.",
        "request_answered": "A request of the customer's was answered.",
        "considered": "Needs, equality and our own part were weighed before {purpose}.",
        "support_worker_tried": "A support worker was {tried} ({method}).",
        "contacts_imported": "A list of {contacts} was taken in.",
        "life_event_recorded": "{changed_life}{ends_with_it}",
        "rule_set_aside": "A senior officer set rule {rule} aside for {thing}.",
        "post_run_made": "Letters were put together to be printed.",
        "post_run_closed": "It was recorded which letters of a run of the post were sent.",
        "post_run_abandoned": "A run of the post was put aside; nothing of it was sent.",
        "care_checked": "A colleague was asked how they are.",
        "injury_recorded": "How a colleague's injury stands was recorded.",
        "injury_reported": "A colleague's injury was reported.",
        "step_taken": "A step to protect staff was recorded.",
        "statement_asked": "A colleague was asked for a statement.",
        "statement_given": "A colleague gave a statement.",
        "reporter_told": "Whoever logged an incident was told what was done.",
        "conflict_declared": "A colleague who knows the customer privately stays out of this file.",
        "conflict_ended": "A colleague who knows the customer privately was let in again, with a reason.",
        "person_added": "Somebody who works here was added.",
        "person_deactivated": "Somebody's access was ended.",
        "person_reactivated": "Somebody was given access again.",
        "roles_changed": "Somebody's roles were changed.",
        "password_changed": "Somebody changed their password.",
        "password_reset": "Somebody was given a new first password.",
        "calendar_opened": "Somebody was given an address for their calendar.",
        "calendar_closed": "Somebody switched off the address of their calendar.",
        "letterhead_changed": "The paper that letters are written on was changed.",
        "signature_set": "A signature for letters was put in.",
        "signature_withdrawn": "A signature for letters was taken away.",
        "enclosure_set": "It was changed what is enclosed with letters.",
        "wording_saved": "Our own words of a letter were put in use.",
        "wording_withdrawn": "A letter went back to the words that came with Evenhand.",
        "translation_signed_off": "Somebody answers for the translation of a letter.",
        "translation_sign_off_withdrawn": "Nobody answers for the translation of a letter any more.",
        "translation_taken_in": "A translator's file of letters was taken in.",
        "words_translated": "Words for a letter were put into the customer's language.",
        "setting_changed": "A number or detail of the landlord's was changed.",
    },
    ("incidents.show", "incident", "incident"): {
        "incident_logged": "{happened}",
        "incident_added_to": "{added}",
        "incident_triaged": "A manager decided what to do about {incident}: {triage}.",
    },
    ("incidents.show", "incident", "other"): {
        "request_taken": "The customer's request in {incident} was given to {owner}, to be answered by {due}."
    },
    ("contacts.show", "contact", "other"): {
        "contact_logged": "{contacted}",
        "contact_answered": "The customer was answered.",
    },
    ("warnings.show", "warning", "warning"): {
        "warning_drafted": "Warning {warning} was drafted.",
        "warning_issued": "Warning {warning} was issued.",
        "warning_withdrawn": "Warning {warning} was withdrawn.",
    },
    ("warnings.show", "warning", "other"): {
        "warning_changed": "The draft of warning {warning} was changed.",
        "warning_read": "A second person read warning {warning}.",
    },
    ("restrictions.show", "restriction", "restriction"): {
        "breach_by_us_recorded": (
            "We did not keep to restriction {restriction} ourselves on {on}: what was done is recorded."
        ),
        "restriction_proposed": "Restriction {restriction} was proposed.",
        "restriction_authorised": (
            "Restriction {restriction} was authorised, from {starts_on} to {ends_on}, to be reviewed by {review_on}."
        ),
        "restriction_declined": "A manager decided against restriction {restriction}.",
        "restriction_issued": (
            "The letter of restriction {restriction} was issued; it is in force from {in_force_from} to {ends_on}."
        ),
        "restriction_lifted": "Restriction {restriction} was lifted.",
        "notice_withheld": (
            "Restriction {restriction} began on {in_force_from} without telling the customer, because telling "
            "would be dangerous; to be thought of again by {think_again_on}."
        ),
        "notice_withheld_again": (
            "The notice of restriction {restriction} is still withheld; to be thought of again by {think_again_on}."
        ),
        "notice_sent": "The notice of restriction {restriction}, withheld until then, was issued.",
        "ending_settled": "{settled}",
    },
    ("restrictions.show", "restriction", "other"): {
        "restriction_changed": "The proposal of restriction {restriction} was changed.",
        "told_of": "Told of {thing} that {occasion}: {whom}.",
    },
    ("declarations.show", "declaration", "other"): {
        "extreme_declared": "{declaration} was declared: immediate safety is threatened, and no warning comes first.",
        "extreme_seconded": "A second person agreed to act without a warning, {declaration}.",
        "extreme_refused": "A second person did not agree to act without a warning, {declaration}.",
        "extreme_looked_back": "Somebody looked back on {declaration}: {looked_back}.",
    },
    ("reviews.show", "review", "letter"): {
        "review_invited": "The customer was invited to comment before review {review}, by {comments_by}."
    },
    ("reviews.show", "review", "restriction"): {
        "lifting_asked": "We were asked to end restriction {restriction}; it is answered by {due_on}.",
        "review_held": "Review {review} was decided: restriction {restriction} {goes_on}.",
    },
    ("reviews.show", "review", "other"): {
        "review_opened": "Review {review} of restriction {restriction} was opened.",
        "review_commented": "What {commented} said for review {review} was recorded.",
        "review_changed": "What is to be decided at review {review} was prepared.",
    },
    ("appeals.show", "appeal", "other"): {
        "appeal_taken": (
            "The customer's objection was taken in as {objection}, {appeal}, received on {received_on}, to be "
            "answered by {answer_by}."
        ),
        "appeal_withdrawn": "The customer withdrew appeal {appeal}.",
        "appeal_decided": "Appeal {appeal} was decided: {appeal_end}.",
        "appeal_added_to": "What the customer said further was added to appeal {appeal}.",
        "appeal_assigned": "{decider} was chosen to hear appeal {appeal}.",
        "appeal_acknowledged": "The customer was told who hears appeal {appeal} and by when.",
        "appeal_suspension_decided": "{suspension}",
        "appeal_extended": "More time was taken for appeal {appeal}, with a letter: until {extended_to}.",
        "appeal_answer_changed": "The answer to appeal {appeal} was worked on.",
    },
    ("markers.show", "marker", "restriction"): {
        "marker_proposed": "Staff-safety marker {marker} was proposed.",
        "marker_approved": "Staff-safety marker {marker} was approved, until {ends_on}, to be reviewed by {review_on}.",
        "marker_reviewed": "Marker {marker} was reviewed: {marker_goes_on}.",
        "marker_removed": "Marker {marker} was removed.",
    },
    ("markers.show", "marker", "other"): {
        "marker_asked": "A staff-safety marker was asked for: request {marker}.",
        "marker_changed": "The proposal of marker {marker} was changed.",
        "marker_declined": "It was decided against marker {marker}.",
        "marker_told": "The customer was told of marker {marker}.",
        "marker_withheld": "It was decided again not to tell the customer of marker {marker} for now.",
        "marker_review_opened": "A review of marker {marker} was opened.",
        "marker_settled": "The end of marker {marker} was settled with the customer.",
    },
    ("letters.show", "letter", "letter"): {
        "cover_told": "The customer was told that {officer} covers for the named officer from {from_on}{until}.",
        "officer_changed": "{officer} was named as the officer who deals with the customer from {from_on}{until}.",
        "letter_posted": "Letter {letter} was posted {way} on {on}{deemed}.",
        "letter_handed": "Letter {letter} was handed over on {on}.",
        "letter_emailed": "Letter {letter} was sent by e-mail on {on}.",
        "email_refused": "An e-mail with letter {letter} did not go, on {on}.",
        "letter_read": "Letter {letter} was read as an e-mail on {on}.",
        "letter_returned": "Letter {letter} came back undelivered on {on}.",
        "correction_answered": "{correction} to put right letter {corrected}, after {incident} was corrected.",
        "reminder_sent": "A reminder of the arrangement was sent. It is no new decision.",
        "warning_end_told": "The customer was told that a warning has ended.",
        "supporter_written_to": "A support worker was written to.",
        "staff_notice_made": "A notice for staff was made.",
        "letter_scan_attached": "A signed copy of letter {letter} was attached.",
    },
}
SENTENCES = {event: (words, *page) for page, sentences in EVENTS.items() for event, words in sentences.items()}


# --- What stands in their places ---


def _by(fact: str, **words: str) -> Callable[[Facts], str]:
    return lambda facts: words[facts[fact]]


DETAILS = {
    "name": "name",
    "salutation": "how letters greet them",
    "reference": "reference",
    "kind": "what they are to us",
    "date_of_birth": "date of birth",
    "address": "address",
    "postcode": "postcode",
    "letter_format": "format of letters",
    "language": "language of letters",
}


def _changed(facts: Facts) -> str:
    names = [DETAILS[name] for name in facts["changed"]]
    return f"were changed: {and_list(names)}" if names else "were saved again"


def _contacts(facts: Facts) -> str:
    return f"{facts['rows']:,} {'contact' if facts['rows'] == 1 else 'contacts'}"


def _thing(facts: Facts) -> str:
    noun = next(noun for noun in ("warning", "restriction", "review", "marker") if noun in facts)
    return f"{noun} {{{noun}}}"


# Words that the facts choose; they may have places of their own.
CHOSEN: dict[str, Callable[[Facts], str]] = {
    "changed": _changed,
    "contacts": _contacts,
    "thing": _thing,
    "rule": itemgetter("rule"),
    "added": _by(
        "kind",
        correction="A correction was added to {incident}.",
        account="The customer's own account was added to {incident}.",
        finding="What was found when {incident} was looked into was added.",
        identity="How we know who it was was added to {incident}.",
        police="Whether the police were told of {incident} was recorded.",
        letter="How our letters put {incident} was added.",
        no_request="It was noted that nothing was asked for in {incident}.",
        completed="What was left out of {incident} at first was added.",
    ),
    "purpose": _by(
        "purpose",
        warning="a written warning",
        restriction="a restriction",
        review="a review was decided",
        appeal="an appeal was decided",
        marker="a staff-safety marker",
    ),
    "tried": lambda facts: "spoken to" if facts["reached"] else "tried and not reached",
    "changed_life": _by(
        "kind",
        death="The customer died on {on}.",
        tenancy_end="The customer's tenancy ends on {on}.",
        transfer="The customer moved to another of our homes on {on}.",
        exchange="The customer exchanged homes on {on}.",
        name="The customer has had a new name since {on}.",
    ),
    "ends_with_it": lambda facts: (
        " What stood on the file ends with it." if facts["restrictions"] or facts["markers"] else ""
    ),
    "occasion": _by(
        "occasion", begins="it begins", changes="it has changed", ends="it has ended", corrected="it stands"
    ),
    "settled": lambda facts: (
        "The letter about the end of restriction {restriction} was issued."
        if "letter" in facts
        else "No letter is owed about the end of restriction {restriction}, and it was written down why."
    ),
    "looked_back": _by(
        "outcome", stands="it was right", changed="it was right, but something has to change", wrong="it was wrong"
    ),
    "commented": _by(
        "from_whom",
        customer="the customer",
        representative="somebody who speaks for the customer",
        support_worker="a support worker",
    ),
    "goes_on": _by(
        "outcome", lifted="ended", continued="goes on until {ends_on}", varied="goes on, but eased until {ends_on}"
    ),
    "objection": lambda facts: "a dispute of the facts of a warning" if "warning" in facts else "an appeal",
    "suspension": lambda facts: (
        "The restriction rests from {from_on} until appeal {appeal} is answered."
        if facts["suspended"]
        else "The restriction goes on while appeal {appeal} is heard."
    ),
    "appeal_end": _by("outcome", stands="it stands", varied="it is changed", overturned="it is overturned"),
    "marker_goes_on": _by("outcome", renewed="it goes on", changed="it goes on, changed", removed="it is removed"),
    "until": lambda facts: " until {until_on}" if facts["until_on"] else "",
    "correction": lambda facts: "A letter was sent" if "letter" in facts else "No letter was needed",
}
REFERENCES = {"incident": "I", "warning": "W", "declaration": "X", "review": "V", "appeal": "A"}
REFERENCES |= {"letter": "L", "corrected": "L"}
# Days stand in the facts as text.
DAYS = frozenset(
    "on due due_on from_on until_on starts_on ends_on review_on in_force_from think_again_on comments_by received_on "
    "answer_by extended_to".split()
)


def incident_words(incident: Incident) -> str:
    """An incident in one sentence: when, how, and what kind of behaviour; never the words that were used."""
    when = f"{'about ' if incident.date_is_about else ''}{clock.day_words(incident.happened_on)}"
    if incident.until_on:
        when = f"{when} to {clock.day_words(incident.until_on)}"
    elif incident.started_at:
        when = f"{when} at {clock.time_words(incident.started_at)}"
    kinds = [clauses.BEHAVIOURS[key].words for key in incident.behaviours if key in clauses.BEHAVIOURS]
    what = "; ".join(inside(kind) for kind in kinds[:3])
    more = f", and {len(kinds) - 3} more" if len(kinds) > 3 else ""
    return f"Incident on {when}, {clauses.CHANNELS[incident.channel]}{f': {what}{more}' if what else ''}."


def _contact_words(contact: Contact) -> str:
    about = "" if contact.subject == "other" else f": {inside(clauses.CONTACT_SUBJECTS.get(contact.subject, ''))}"
    who = "The customer contacted us" if contact.direction == "in" else "We contacted the customer"
    return f"{who} {clauses.CHANNELS[contact.channel]}{about}."


def _deemed_words(delivery: Delivery) -> str:
    return f"; it counts as received on {clock.day_words(delivery.deemed_on)}" if delivery.deemed_on else ""


# What a row says: the fact that names it, its table, and the words. The long texts stay in the database (COLUMNS).
SAID: dict[str, tuple[str, Any, Callable[[Any], str]]] = {
    "restriction": ("restriction", Restriction, attrgetter("reference")),
    "marker": ("marker", Marker, attrgetter("reference")),
    "happened": ("incident", Incident, incident_words),
    "triage": ("note", IncidentNote, lambda note: clauses.TRIAGE_OUTCOMES[note.outcome].lower()),
    "method": ("support_contact", SupportContact, lambda tried: clauses.SUPPORT_METHODS[tried.method].lower()),
    "contacted": ("contact", Contact, _contact_words),
    "need": ("row", Need, lambda need: inside(clauses.NEEDS[need.kind])),
    "support_worker": ("row", SupportWorker, attrgetter("name")),
    "representative": ("row", Representative, attrgetter("name")),
    "whom": ("telling", Telling, attrgetter("whom")),
    "way": ("delivery", Delivery, lambda delivery: clauses.WAYS[delivery.way].lower()),
    "deemed": ("delivery", Delivery, _deemed_words),
    "owner": ("owner", User, attrgetter("name")),
    "officer": ("officer", User, attrgetter("name")),
    "decider": ("decider", User, attrgetter("name")),
}
COLUMNS: dict[Any, tuple[str, ...]] = {
    Incident: ("happened_on", "until_on", "date_is_about", "started_at", "channel", "behaviours"),
    IncidentNote: ("outcome",),
    Restriction: ("root_id", "part"),
    Marker: ("root_id", "part"),
    Telling: ("whom",),
    Delivery: ("way", "deemed_on"),
    Need: ("kind",),
    SupportWorker: ("name",),
    Representative: ("name",),
    SupportContact: ("method",),
    Contact: ("channel", "subject", "direction"),
    User: ("name", "job_title"),
}
PLACE = re.compile(r"{(\w+)}")


# --- A page of it ---


def page(customer: Customer, before: int | None = None, most: int = PAGE) -> Page:
    """At most `most` lines of the file older than event `before`, newest first."""
    events = rows_of(
        Event,
        "WHERE customer_id = ? AND number < ? ORDER BY number DESC LIMIT ?",
        customer.id,
        NEWEST if before is None else before,
        most + 1,
        columns="number, name, at, facts, actor_id",
    )
    first, rest = events[:most], events[most:]
    return Page(_lines(first), first[-1].number if rest else None)


def _lines(events: Iterable[Event]) -> list[Line]:
    chosen = [(event, _chosen(SENTENCES[event.name][0], event.facts)) for event in events]
    wanted: dict[Any, set[int]] = {User: {event.actor_id for event, _ in chosen if event.actor_id is not None}}
    for event, words in chosen:
        for place in PLACE.findall(words):
            if place in SAID:
                fact, table, _ = SAID[place]
                wanted.setdefault(table, set()).add(event.facts[fact])
    rows = {table: _read(table, ids) for table, ids in wanted.items() if ids}
    return [_line(event, words, rows) for event, words in chosen]


def _chosen(words: str, facts: Facts) -> str:
    """The words with those that the facts choose put in."""
    return PLACE.sub(lambda place: _chosen(CHOSEN[place[1]](facts), facts) if place[1] in CHOSEN else place[0], words)


def _read(table: Any, ids: set[int]) -> dict[int, Any]:
    columns = ", ".join(f'"{name}"' for name in ("id", *COLUMNS[table]))
    return {row.id: row for row in rows_of(table, f"WHERE id IN ({marks(ids)})", *ids, columns=columns)}


def _line(event: Event, words: str, rows: Rows) -> Line:
    _, endpoint, noun, kind = SENTENCES[event.name]
    sentence = PLACE.sub(lambda place: _place(place[1], event.facts, rows), words)
    page, values = (endpoint, {f"{noun}_id": event.facts[noun]}) if noun in event.facts else ("", {})
    actor = rows[User][event.actor_id] if event.actor_id is not None else None
    name, role = (actor.name, actor.job_title) if actor else ("Evenhand", "")
    return Line(event.number, event.at, sentence, page, values, name, role, kind)


def _place(place: str, facts: Facts, rows: Rows) -> str:
    if place in REFERENCES:
        return f"{REFERENCES[place]}-{facts[place]:05d}"
    if place in DAYS:
        return clock.day_words(dt.date.fromisoformat(facts[place]))
    fact, table, say = SAID[place]
    return say(rows[table][facts[fact]])
