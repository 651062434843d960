"""The file's history in plain sentences: one for every event name, told from the event's facts and the rows they name.

Events hold numbers only, so the rows behind a page of them are read table by table: the number of reads does not
depend on the length of the file.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from letterpress.make.words import and_list, inside
from models import (
    BehaviourWarning,
    Consideration,
    Contact,
    ContactWay,
    Customer,
    Delivery,
    Event,
    Incident,
    IncidentNote,
    Letter,
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
from policy.restrictions import notifications
from policy.rulebook import clauses

PAGE = 50
NEWEST = 2**31 - 1


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


Facts = Mapping[str, Any]


class Rows:
    """The rows that a page of events names, each table read once."""

    def __init__(self, wanted: Mapping[type, set[int]]):
        self._found: dict[type, dict[int, Any]] = {table: _read(table, ids) for table, ids in wanted.items() if ids}

    def get(self, table: type, number: Any) -> Any:
        """The row, or None where it is no longer there."""
        return self._found.get(table, {}).get(number)


def _read(table: Any, ids: set[int]) -> dict[int, Any]:
    columns = ", ".join(f'"{name}"' for name in ("id", *COLUMNS[table]))
    return {row.id: row for row in rows_of(table, f"WHERE id IN ({marks(ids)})", *ids, columns=columns)}


# What a sentence says of a row; the long texts stay in the database.
COLUMNS: dict[type, tuple[str, ...]] = {
    Incident: ("happened_on", "until_on", "date_is_about", "started_at", "channel", "behaviours", "who_acted"),
    IncidentNote: ("kind", "outcome"),
    BehaviourWarning: ("kind",),
    Restriction: ("root_id", "part"),
    Marker: ("root_id", "part"),
    Telling: ("whom",),
    Letter: ("title", "kind"),
    Delivery: ("outcome", "on", "deemed_on"),
    Need: ("kind",),
    ContactWay: ("kind",),
    SupportWorker: ("name", "organisation"),
    Representative: ("name",),
    SupportContact: ("method", "reached", "support_worker_id"),
    Consideration: ("purpose",),
    Contact: ("channel", "subject", "direction"),
    User: ("name", "job_title"),
}


@dataclass(frozen=True)
class Sentence:
    """How one kind of event is told: the rows it needs (fact → table), its words, and the page it leads to."""

    tell: Callable[[Facts, Rows], str]
    rows: dict[str, type]
    endpoint: str = ""
    kind: str = "other"

    def leads_to(self, facts: Facts) -> tuple[str, dict[str, Any]]:
        """The endpoint and its values; nothing where the event has no page of its own."""
        if not self.endpoint:
            return "", {}
        noun = NOUNS[self.endpoint]
        return (self.endpoint, {f"{noun}_id": facts[noun]}) if noun in facts else ("", {})


NOUNS = {
    "contacts.show": "contact",
    "incidents.show": "incident",
    "warnings.show": "warning",
    "restrictions.show": "restriction",
    "letters.show": "letter",
    "reviews.show": "review",
    "markers.show": "marker",
    "appeals.show": "appeal",
    "declarations.show": "declaration",
}


# --- The words ---


def _plain(words: str) -> Callable[[Facts, Rows], str]:
    return lambda _facts, _rows: words


def _day(value: Any) -> str:
    """A day in words; events keep days as text."""
    if not value:
        return "a day not recorded"
    return clock.day_words(dt.date.fromisoformat(value) if isinstance(value, str) else value)


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


def _incident(facts: Facts, rows: Rows) -> str:
    found = rows.get(Incident, facts.get("incident"))
    return incident_words(found) if found else "An incident was logged."


def _reference(letter: str, facts: Facts, noun: str) -> str:
    return f"{letter}-{facts.get(noun, 0):05d}"


def _triaged(facts: Facts, rows: Rows) -> str:
    note = rows.get(IncidentNote, facts.get("note"))
    outcome = clauses.TRIAGE_OUTCOMES.get(note.outcome, "") if note else ""
    decided = f": {outcome.lower()}" if outcome else ""
    return f"A manager decided what to do about {_reference('I', facts, 'incident')}{decided}."


ADDED = {
    "correction": "A correction was added to {}.",
    "account": "The customer's own account was added to {}.",
    "finding": "What was found when {} was looked into was added.",
    "identity": "How we know who it was was added to {}.",
    "triage": "A manager decided what to do about {}.",
    "police": "Whether the police were told of {} was recorded.",
    "no_request": "It was noted that nothing was asked for in {}.",
    "completed": "What was left out of {} at first was added.",
}


def _added_to(facts: Facts, _rows: Rows) -> str:
    return ADDED.get(facts.get("kind", ""), "A note was added to {}.").format(_reference("I", facts, "incident"))


def _request_taken(facts: Facts, rows: Rows) -> str:
    owner = rows.get(User, facts.get("owner"))
    return (
        f"The customer's request in {_reference('I', facts, 'incident')} was given to "
        f"{owner.name if owner else 'a colleague'}, to be answered by {_day(facts.get('due'))}."
    )


def _request_passed(facts: Facts, rows: Rows) -> str:
    owner = rows.get(User, facts.get("owner"))
    return f"The reply to a request was passed to {owner.name if owner else 'a line manager'}."


PURPOSES = {
    "warning": "a written warning",
    "restriction": "a restriction",
    "review": "a review was decided",
    "appeal": "an appeal was decided",
    "marker": "a staff-safety marker",
}


def _considered(facts: Facts, _rows: Rows) -> str:
    before = PURPOSES.get(facts.get("purpose", ""), "a decision")
    return f"Needs, equality and our own part were weighed before {before}."


def _support_tried(facts: Facts, rows: Rows) -> str:
    tried = rows.get(SupportContact, facts.get("support_contact"))
    how = clauses.SUPPORT_METHODS[tried.method].lower() if tried else ""
    way = f" ({how})" if how else ""
    return f"A support worker was {'spoken to' if facts.get('reached') else 'tried and not reached'}{way}."


def _warning(words: str) -> Callable[[Facts, Rows], str]:
    return lambda facts, _rows: words.format(_reference("W", facts, "warning"))


def _named(table: type, letter: str, noun: str, facts: Facts, rows: Rows) -> str:
    """The reference of a row that may be one part of several: R-00012/2."""
    found = rows.get(table, facts.get(noun))
    return found.reference if found else _reference(letter, facts, noun)


def _restriction(words: str) -> Callable[[Facts, Rows], str]:
    return lambda facts, rows: words.format(_named(Restriction, "R", "restriction", facts, rows))


def _marker(words: str) -> Callable[[Facts, Rows], str]:
    return lambda facts, rows: words.format(_named(Marker, "M", "marker", facts, rows))


def _marker_approved(facts: Facts, rows: Rows) -> str:
    name = _named(Marker, "M", "marker", facts, rows)
    until, by = _day(facts.get("ends_on")), _day(facts.get("review_on"))
    return f"Staff-safety marker {name} was approved, until {until}, to be reviewed by {by}."


def _marker_reviewed(facts: Facts, rows: Rows) -> str:
    outcomes = {"renewed": "it goes on", "changed": "it goes on, changed", "removed": "it is removed"}
    outcome = outcomes.get(facts.get("outcome", ""), "it is decided")
    return f"Marker {_named(Marker, 'M', 'marker', facts, rows)} was reviewed: {outcome}."


def _authorised(facts: Facts, rows: Rows) -> str:
    name = _named(Restriction, "R", "restriction", facts, rows)
    return (
        f"Restriction {name} was authorised, from {_day(facts.get('starts_on'))} to "
        f"{_day(facts.get('ends_on'))}, to be reviewed by {_day(facts.get('review_on'))}."
    )


def _restriction_issued(facts: Facts, rows: Rows) -> str:
    name = _named(Restriction, "R", "restriction", facts, rows)
    return (
        f"The letter of restriction {name} was issued; it is in force from "
        f"{_day(facts.get('in_force_from'))} to {_day(facts.get('ends_on'))}."
    )


def _settled(facts: Facts, rows: Rows) -> str:
    name = _named(Restriction, "R", "restriction", facts, rows)
    if "letter" in facts:
        return f"The letter about the end of restriction {name} was issued."
    return f"No letter is owed about the end of restriction {name}, and it was written down why."


def _declared(words: str) -> Callable[[Facts, Rows], str]:
    return lambda facts, _rows: words.format(_reference("X", facts, "declaration"))


FOUND = {"stands": "it was right", "changed": "it was right, but something has to change", "wrong": "it was wrong"}


def _looked_back(facts: Facts, _rows: Rows) -> str:
    found = FOUND.get(facts.get("outcome", ""), "what was found is written down")
    return f"Somebody looked back on {_reference('X', facts, 'declaration')}: {found}."


def _withheld(facts: Facts, rows: Rows) -> str:
    name = _named(Restriction, "R", "restriction", facts, rows)
    return (
        f"Restriction {name} began on {_day(facts.get('in_force_from'))} without telling the customer, because telling "
        f"would be dangerous; to be thought of again by {_day(facts.get('think_again_on'))}."
    )


def _withheld_again(facts: Facts, rows: Rows) -> str:
    name = _named(Restriction, "R", "restriction", facts, rows)
    return (
        f"The notice of restriction {name} is still withheld; to be thought of again by "
        f"{_day(facts.get('think_again_on'))}."
    )


LIVES = {
    "death": "The customer died on {}.",
    "tenancy_end": "The customer's tenancy ends on {}.",
    "transfer": "The customer moved to another of our homes on {}.",
    "exchange": "The customer exchanged homes on {}.",
    "name": "The customer has had a new name since {}.",
}


def _life_event(facts: Facts, _rows: Rows) -> str:
    words = LIVES.get(facts.get("kind", ""), "Something changed in the customer's life on {}.")
    ends = len(facts.get("restrictions", [])) + len(facts.get("markers", []))
    more = " What stood on the file ends with it." if ends else ""
    return words.format(_day(facts.get("on"))) + more


def _told_of(facts: Facts, rows: Rows) -> str:
    telling = rows.get(Telling, facts.get("telling"))
    whom = telling.whom if telling else "A team"
    occasion = notifications.OCCASIONS.get(facts.get("occasion", ""), "it stands")
    if "marker" in facts:
        return f"Told of marker {_named(Marker, 'M', 'marker', facts, rows)} that {occasion}: {whom}."
    return f"Told of restriction {_named(Restriction, 'R', 'restriction', facts, rows)} that {occasion}: {whom}."


def _of_review(words: str) -> Callable[[Facts, Rows], str]:
    return lambda facts, _rows: words.format(_reference("V", facts, "review"))


def _review(words: str) -> Callable[[Facts, Rows], str]:
    def tell(facts: Facts, rows: Rows) -> str:
        return words.format(_reference("V", facts, "review"), _named(Restriction, "R", "restriction", facts, rows))

    return tell


def _lifting_asked(facts: Facts, rows: Rows) -> str:
    name = _named(Restriction, "R", "restriction", facts, rows)
    return f"We were asked to end restriction {name}; it is answered by {_day(facts.get('due_on'))}."


def _review_invited(facts: Facts, _rows: Rows) -> str:
    name = _reference("V", facts, "review")
    return f"The customer was invited to comment before review {name}, by {_day(facts.get('comments_by'))}."


COMMENTED = {
    "customer": "What the customer said for review {} was recorded.",
    "representative": "What somebody who speaks for the customer said for review {} was recorded.",
    "support_worker": "What a support worker said for review {} was recorded.",
}


def _review_commented(facts: Facts, _rows: Rows) -> str:
    said = COMMENTED.get(facts.get("from_whom", ""), "What was said for review {} was recorded.")
    return said.format(_reference("V", facts, "review"))


HELD = {
    "lifted": "restriction {} ended",
    "continued": "restriction {} goes on",
    "varied": "restriction {} goes on, but eased",
}


def _review_held(facts: Facts, rows: Rows) -> str:
    if "restriction" not in facts:
        return f"Review {_reference('V', facts, 'review')} was decided."
    words = HELD.get(facts.get("outcome", ""), "restriction {} was looked at")
    name = words.format(_named(Restriction, "R", "restriction", facts, rows))
    until = f" until {_day(facts.get('ends_on'))}" if facts.get("outcome") in ("continued", "varied") else ""
    return f"Review {_reference('V', facts, 'review')} was decided: {name}{until}."


def _set_aside(facts: Facts, _rows: Rows) -> str:
    thing = next((noun for noun in LETTERS_OF if noun in facts), "warning")
    name = _reference(LETTERS_OF[thing], facts, thing)
    return f"A senior officer set rule {facts.get('rule', '')} aside for {thing} {name}."


LETTERS_OF = {"warning": "W", "restriction": "R", "review": "V", "marker": "M"}


def _posted(facts: Facts, rows: Rows) -> str:
    way = rows.get(Delivery, facts.get("delivery"))
    deemed = f"; it counts as received on {_day(way.deemed_on)}" if way and way.deemed_on else ""
    how = clauses.WAYS.get(way.way if way else "", "first class").lower()
    return f"Letter {_reference('L', facts, 'letter')} was posted {how} on {_day(facts.get('on'))}{deemed}."


def _letter(words: str) -> Callable[[Facts, Rows], str]:
    return lambda facts, _rows: words.format(_reference("L", facts, "letter"), _day(facts.get("on")))


def _need(words: str) -> Callable[[Facts, Rows], str]:
    def tell(facts: Facts, rows: Rows) -> str:
        need = rows.get(Need, facts.get("row"))
        kind = clauses.NEEDS.get(need.kind, "") if need else ""
        return words.format(f": {kind[0].lower()}{kind[1:]}" if kind else "")

    return tell


def _person(table: type, words: str) -> Callable[[Facts, Rows], str]:
    def tell(facts: Facts, rows: Rows) -> str:
        found = rows.get(table, facts.get("row"))
        return words.format(f", {found.name}," if found else "")

    return tell


def _contact(facts: Facts, rows: Rows) -> str:
    found = rows.get(Contact, facts.get("contact"))
    if found is None:
        return "A contact was logged."
    about = "" if found.subject == "other" else f": {inside(clauses.CONTACT_SUBJECTS.get(found.subject, ''))}"
    who = "The customer contacted us" if found.direction == "in" else "We contacted the customer"
    return f"{who} {clauses.CHANNELS[found.channel]}{about}."


def _contacts_imported(facts: Facts, _rows: Rows) -> str:
    count = facts.get("rows", 0)
    return f"A list of {count:,} {'contact' if count == 1 else 'contacts'} was taken in."


def _breach_by_us(facts: Facts, rows: Rows) -> str:
    name = _named(Restriction, "R", "restriction", facts, rows)
    return f"We did not keep to restriction {name} ourselves on {_day(facts.get('on'))}: what was done is recorded."


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


def _changed(facts: Facts, _rows: Rows) -> str:
    names = [DETAILS.get(name, name) for name in facts.get("changed", [])]
    changed = f"were changed: {and_list(names)}" if names else "were saved again"
    return f"The customer's details {changed}."


def _appeal(words: str) -> Callable[[Facts, Rows], str]:
    return lambda facts, _rows: words.format(_reference("A", facts, "appeal"))


def _appeal_taken(facts: Facts, rows: Rows) -> str:
    what = "an appeal" if "warning" not in facts else "a dispute of the facts of a warning"
    return (
        f"The customer's objection was taken in as {what}, {_reference('A', facts, 'appeal')}, received on "
        f"{_day(facts.get('received_on'))}, to be answered by {_day(facts.get('answer_by'))}."
    )


def _appeal_assigned(facts: Facts, rows: Rows) -> str:
    who = rows.get(User, facts.get("decider"))
    return f"{who.name if who else 'A senior officer'} was chosen to hear appeal {_reference('A', facts, 'appeal')}."


def _suspension(facts: Facts, _rows: Rows) -> str:
    name = _reference("A", facts, "appeal")
    if facts.get("suspended"):
        return f"The restriction rests from {_day(facts.get('from_on'))} until appeal {name} is answered."
    return f"The restriction goes on while appeal {name} is heard."


def _appeal_extended(facts: Facts, _rows: Rows) -> str:
    name = _reference("A", facts, "appeal")
    return f"More time was taken for appeal {name}, with a letter: until {_day(facts.get('extended_to'))}."


APPEAL_ENDS = {"stands": "it stands", "varied": "it is changed", "overturned": "it is overturned"}


def _appeal_decided(facts: Facts, _rows: Rows) -> str:
    name = _reference("A", facts, "appeal")
    return f"Appeal {name} was decided: {APPEAL_ENDS.get(facts.get('outcome', ''), 'it was answered')}."


def _correction_answered(facts: Facts, _rows: Rows) -> str:
    about = f"letter {_reference('L', facts, 'corrected')}, after {_reference('I', facts, 'incident')} was corrected"
    sent = "letter" in facts
    return f"A letter was sent to put right {about}." if sent else f"No letter was needed to put right {about}."


INCIDENT: dict[str, type] = {"incident": Incident}
RESTRICTION: dict[str, type] = {"restriction": Restriction}

MARKER: dict[str, type] = {"marker": Marker}


def _cover(words: str) -> Callable[[Facts, Rows], str]:
    def tell(facts: Facts, rows: Rows) -> str:
        officer = rows.get(User, facts.get("officer"))
        until = f" until {_day(facts['until_on'])}" if facts.get("until_on") else ""
        return words.format(officer.name if officer else "somebody else", f"from {_day(facts.get('from_on'))}{until}")

    return tell


SENTENCES: dict[str, Sentence] = {
    "absence_recorded": Sentence(_plain("Days on which a colleague is away were recorded."), {}),
    "absence_cancelled": Sentence(_plain("A colleague's absence was cancelled."), {}),
    "working_days_set": Sentence(_plain("The days on which a colleague works were set."), {}),
    "cover_told": Sentence(
        _cover("The customer was told that {} covers for the named officer {}."),
        {"officer": User},
        "letters.show",
        "letter",
    ),
    "officer_changed": Sentence(
        _cover("{} was named as the officer who deals with the customer {}."),
        {"officer": User},
        "letters.show",
        "letter",
    ),
    "customer_added": Sentence(_plain("The customer was added."), {}),
    "customer_changed": Sentence(_changed, {}),
    "need_recorded": Sentence(_need("A need was recorded{}."), {"row": Need}),
    "need_ended": Sentence(_need("A need was ended{}."), {"row": Need}),
    "way_recorded": Sentence(_plain("A way to reach the customer was recorded."), {}),
    "contactway_ended": Sentence(_plain("A way to reach the customer was ended."), {}),
    "support_worker_recorded": Sentence(
        _person(SupportWorker, "A support worker{} was recorded."), {"row": SupportWorker}
    ),
    "supportworker_ended": Sentence(
        _person(SupportWorker, "A support worker{} is no longer one."), {"row": SupportWorker}
    ),
    "representative_recorded": Sentence(
        _person(Representative, "A representative{} was recorded."), {"row": Representative}
    ),
    "representative_ended": Sentence(
        _person(Representative, "A representative{} no longer speaks for the customer."), {"row": Representative}
    ),
    "incident_logged": Sentence(_incident, INCIDENT, "incidents.show", "incident"),
    "incident_added_to": Sentence(_added_to, {}, "incidents.show", "incident"),
    "incident_triaged": Sentence(_triaged, {"note": IncidentNote}, "incidents.show", "incident"),
    "request_taken": Sentence(_request_taken, {"owner": User}, "incidents.show"),
    "request_passed": Sentence(_request_passed, {"owner": User}),
    "request_answered": Sentence(_plain("A request of the customer's was answered."), {}),
    "considered": Sentence(_considered, {}),
    "support_worker_tried": Sentence(_support_tried, {"support_contact": SupportContact}),
    "contact_logged": Sentence(_contact, {"contact": Contact}, "contacts.show"),
    "contact_answered": Sentence(_plain("The customer was answered."), {}, "contacts.show"),
    "contacts_imported": Sentence(_contacts_imported, {}),
    "breach_by_us_recorded": Sentence(_breach_by_us, RESTRICTION, "restrictions.show", "restriction"),
    "warning_drafted": Sentence(_warning("Warning {} was drafted."), {}, "warnings.show", "warning"),
    "warning_changed": Sentence(_warning("The draft of warning {} was changed."), {}, "warnings.show"),
    "warning_read": Sentence(_warning("A second person read warning {}."), {}, "warnings.show"),
    "warning_issued": Sentence(_warning("Warning {} was issued."), {}, "warnings.show", "warning"),
    "warning_withdrawn": Sentence(_warning("Warning {} was withdrawn."), {}, "warnings.show", "warning"),
    "restriction_proposed": Sentence(
        _restriction("Restriction {} was proposed."), RESTRICTION, "restrictions.show", "restriction"
    ),
    "restriction_changed": Sentence(
        _restriction("The proposal of restriction {} was changed."), RESTRICTION, "restrictions.show"
    ),
    "restriction_authorised": Sentence(_authorised, RESTRICTION, "restrictions.show", "restriction"),
    "restriction_declined": Sentence(
        _restriction("A manager decided against restriction {}."), RESTRICTION, "restrictions.show", "restriction"
    ),
    "restriction_issued": Sentence(_restriction_issued, RESTRICTION, "restrictions.show", "restriction"),
    "restriction_lifted": Sentence(
        _restriction("Restriction {} was lifted."), RESTRICTION, "restrictions.show", "restriction"
    ),
    "review_opened": Sentence(_review("Review {} of restriction {} was opened."), RESTRICTION, "reviews.show"),
    "lifting_asked": Sentence(_lifting_asked, RESTRICTION, "reviews.show", "restriction"),
    "review_invited": Sentence(_review_invited, {}, "reviews.show", "letter"),
    "review_commented": Sentence(_review_commented, {}, "reviews.show"),
    "review_changed": Sentence(_of_review("What is to be decided at review {} was prepared."), {}, "reviews.show"),
    "review_held": Sentence(_review_held, RESTRICTION, "reviews.show", "restriction"),
    "extreme_declared": Sentence(
        _declared("{} was declared: immediate safety is threatened, and no warning comes first."),
        {},
        "declarations.show",
        "declaration",
    ),
    "extreme_seconded": Sentence(
        _declared("A second person agreed to act without a warning, {}."), {}, "declarations.show", "declaration"
    ),
    "extreme_refused": Sentence(
        _declared("A second person did not agree to act without a warning, {}."), {}, "declarations.show", "declaration"
    ),
    "extreme_looked_back": Sentence(_looked_back, {}, "declarations.show", "declaration"),
    "notice_withheld": Sentence(_withheld, RESTRICTION, "restrictions.show", "restriction"),
    "notice_withheld_again": Sentence(_withheld_again, RESTRICTION, "restrictions.show", "restriction"),
    "notice_sent": Sentence(
        _restriction("The notice of restriction {}, withheld until then, was issued."),
        RESTRICTION,
        "restrictions.show",
        "restriction",
    ),
    "life_event_recorded": Sentence(_life_event, {}),
    "ending_settled": Sentence(_settled, RESTRICTION, "restrictions.show", "restriction"),
    "told_of": Sentence(
        _told_of, {"restriction": Restriction, "marker": Marker, "telling": Telling}, "restrictions.show"
    ),
    "rule_set_aside": Sentence(_set_aside, {}),
    "letter_posted": Sentence(_posted, {"delivery": Delivery}, "letters.show", "letter"),
    "letter_handed": Sentence(_letter("Letter {} was handed over on {}."), {}, "letters.show", "letter"),
    "letter_emailed": Sentence(_letter("Letter {} was sent by e-mail on {}."), {}, "letters.show", "letter"),
    "email_refused": Sentence(_letter("An e-mail with letter {} did not go, on {}."), {}, "letters.show", "letter"),
    "post_run_made": Sentence(_plain("Letters were put together to be printed."), {}),
    "post_run_closed": Sentence(_plain("It was recorded which letters of a run of the post were sent."), {}),
    "post_run_abandoned": Sentence(_plain("A run of the post was put aside; nothing of it was sent."), {}),
    "letter_read": Sentence(_letter("Letter {} was read as an e-mail on {}."), {}, "letters.show", "letter"),
    "letter_returned": Sentence(_letter("Letter {} came back undelivered on {}."), {}, "letters.show", "letter"),
    "correction_answered": Sentence(_correction_answered, {}, "letters.show", "letter"),
    "reminder_sent": Sentence(
        _plain("A reminder of the arrangement was sent. It is no new decision."), {}, "letters.show", "letter"
    ),
    "warning_end_told": Sentence(
        _plain("The customer was told that a warning has ended."), {}, "letters.show", "letter"
    ),
    "supporter_written_to": Sentence(_plain("A support worker was written to."), {}, "letters.show", "letter"),
    "staff_notice_made": Sentence(_plain("A notice for staff was made."), {}, "letters.show", "letter"),
    "care_checked": Sentence(_plain("A colleague was asked how they are."), {}),
    "injury_recorded": Sentence(_plain("How a colleague's injury stands was recorded."), {}),
    "injury_reported": Sentence(_plain("A colleague's injury was reported."), {}),
    "step_taken": Sentence(_plain("A step to protect staff was recorded."), {}),
    "statement_asked": Sentence(_plain("A colleague was asked for a statement."), {}),
    "statement_given": Sentence(_plain("A colleague gave a statement."), {}),
    "reporter_told": Sentence(_plain("Whoever logged an incident was told what was done."), {}),
    "conflict_declared": Sentence(_plain("A colleague who knows the customer privately stays out of this file."), {}),
    "conflict_ended": Sentence(
        _plain("A colleague who knows the customer privately was let in again, with a reason."), {}
    ),
    "appeal_taken": Sentence(_appeal_taken, {}, "appeals.show", "appeal"),
    "appeal_added_to": Sentence(_appeal("What the customer said further was added to appeal {}."), {}, "appeals.show"),
    "appeal_assigned": Sentence(_appeal_assigned, {"decider": User}, "appeals.show"),
    "appeal_acknowledged": Sentence(
        _appeal("The customer was told who hears appeal {} and by when."), {}, "appeals.show"
    ),
    "appeal_suspension_decided": Sentence(_suspension, {}, "appeals.show"),
    "appeal_extended": Sentence(_appeal_extended, {}, "appeals.show"),
    "appeal_withdrawn": Sentence(_appeal("The customer withdrew appeal {}."), {}, "appeals.show", "appeal"),
    "appeal_answer_changed": Sentence(_appeal("The answer to appeal {} was worked on."), {}, "appeals.show"),
    "appeal_decided": Sentence(_appeal_decided, {}, "appeals.show", "appeal"),
    "person_added": Sentence(_plain("Somebody who works here was added."), {}),
    "person_deactivated": Sentence(_plain("Somebody's access was ended."), {}),
    "person_reactivated": Sentence(_plain("Somebody was given access again."), {}),
    "roles_changed": Sentence(_plain("Somebody's roles were changed."), {}),
    "password_changed": Sentence(_plain("Somebody changed their password."), {}),
    "password_reset": Sentence(_plain("Somebody was given a new first password."), {}),
    "calendar_opened": Sentence(_plain("Somebody was given an address for their calendar."), {}),
    "calendar_closed": Sentence(_plain("Somebody switched off the address of their calendar."), {}),
    "marker_asked": Sentence(_marker("A staff-safety marker was asked for: request {}."), MARKER, "markers.show"),
    "marker_proposed": Sentence(_marker("Staff-safety marker {} was proposed."), MARKER, "markers.show", "restriction"),
    "marker_changed": Sentence(_marker("The proposal of marker {} was changed."), MARKER, "markers.show"),
    "marker_approved": Sentence(_marker_approved, MARKER, "markers.show", "restriction"),
    "marker_declined": Sentence(_marker("It was decided against marker {}."), MARKER, "markers.show"),
    "marker_told": Sentence(_marker("The customer was told of marker {}."), MARKER, "markers.show"),
    "marker_withheld": Sentence(
        _marker("It was decided again not to tell the customer of marker {} for now."), MARKER, "markers.show"
    ),
    "marker_review_opened": Sentence(_marker("A review of marker {} was opened."), MARKER, "markers.show"),
    "marker_reviewed": Sentence(_marker_reviewed, MARKER, "markers.show", "restriction"),
    "marker_removed": Sentence(_marker("Marker {} was removed."), MARKER, "markers.show", "restriction"),
    "marker_settled": Sentence(_marker("The end of marker {} was settled with the customer."), MARKER, "markers.show"),
    "letter_scan_attached": Sentence(_letter("A signed copy of letter {} was attached."), {}, "letters.show", "letter"),
    "letterhead_changed": Sentence(_plain("The paper that letters are written on was changed."), {}),
    "signature_set": Sentence(_plain("A signature for letters was put in."), {}),
    "signature_withdrawn": Sentence(_plain("A signature for letters was taken away."), {}),
    "enclosure_set": Sentence(_plain("It was changed what is enclosed with letters."), {}),
    "wording_saved": Sentence(_plain("Our own words of a letter were put in use."), {}),
    "wording_withdrawn": Sentence(_plain("A letter went back to the words that came with Evenhand."), {}),
    "translation_signed_off": Sentence(_plain("Somebody answers for the translation of a letter."), {}),
    "translation_sign_off_withdrawn": Sentence(_plain("Nobody answers for the translation of a letter any more."), {}),
    "translation_taken_in": Sentence(_plain("A translator's file of letters was taken in."), {}),
    "words_translated": Sentence(_plain("Words for a letter were put into the customer's language."), {}),
    "setting_changed": Sentence(_plain("A number or detail of the landlord's was changed."), {}),
}
UNTOLD = Sentence(_plain("Something was recorded."), {})


# --- A page of it ---


def page(customer: Customer, before: int | None = None, most: int = PAGE) -> Page:
    """At most `most` lines of the file older than event `before`, newest first."""
    found = rows_of(
        Event,
        "WHERE customer_id = ? AND number < ? ORDER BY number DESC LIMIT ?",
        customer.id,
        NEWEST if before is None else before,
        most + 1,
        columns="number, name, at, facts, actor_id",
    )
    shown, rest = found[:most], found[most:]
    return Page(_lines(shown), shown[-1].number if rest else None)


def _lines(found: Iterable[Event]) -> list[Line]:
    told = [(one, SENTENCES.get(one.name, UNTOLD)) for one in found]
    wanted: dict[type, set[int]] = {User: {one.actor_id for one, _ in told if one.actor_id is not None}}
    for one, sentence in told:
        for fact, table in sentence.rows.items():
            if one.facts.get(fact) is not None:
                wanted.setdefault(table, set()).add(one.facts[fact])
    rows = Rows(wanted)
    return [_line(one, sentence, rows) for one, sentence in told]


def _line(event: Event, sentence: Sentence, rows: Rows) -> Line:
    endpoint, values = sentence.leads_to(event.facts)
    words = sentence.tell(event.facts, rows)
    actor = rows.get(User, event.actor_id)
    name, role = (actor.name, actor.job_title) if actor else ("Evenhand", "")
    return Line(event.number, event.at, words, endpoint, values, name, role, sentence.kind)
