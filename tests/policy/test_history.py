"""The file's history in sentences: every kind of event once, in order, in pages, and never the words of the record."""

import datetime as dt

import pytest

from models import Customer, CustomerRequest, Event, Letter
from policy import history
from policy.considerations import considerations, overrides
from policy.correspondence import delivery as letter_delivery
from policy.customers import customers, life_events
from policy.extreme_route import declaration
from policy.incidents import notes as incident_notes
from policy.incidents import requests as incident_requests
from policy.restrictions import decision as restriction_decision
from policy.restrictions import notifications
from policy.restrictions import proposal as restriction_proposal
from policy.reviews import period as review_period
from policy.rulebook import clauses
from policy.warnings import warnings
from tests import make

MONDAY = make.MONDAY


def lived(cast) -> Customer:
    """A file on which nearly everything has happened once."""
    whose = make.customer(cast.omar)
    need = customers.add_need(cast.omar, whose, "memory", "", MONDAY)
    way = customers.add_way(cast.omar, whose, "mobile", "07700 900123", "", MONDAY)
    worker = customers.add_support_worker(cast.omar, whose, {"name": "Ann Tyler", "basis": "Agreed"}, MONDAY)
    speaker = customers.add_representative(cast.omar, whose, {"name": "Sam Speaker"}, MONDAY)
    first = make.incident(cast.carla, whose, channel="email", request="A plumber", request_owner=cast.carla)
    asked = CustomerRequest.get()
    incident_requests.pass_request(cast.carla, asked, MONDAY)
    incident_requests.answer_request(cast.mina, asked.fresh(), "On Friday", MONDAY)
    incident_notes.add_note(cast.omar, first, "account", "The line was bad", MONDAY, make.key())
    incident_notes.add_note(cast.mina, first, "triage", "Talk to her", MONDAY, make.key(), "informal")
    tried = {"on": MONDAY.date(), "method": "telephone", "reached": True, "words": "Will talk"}
    considerations.record_support(cast.omar, worker, tried, MONDAY)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])
    letter_delivery.record_delivery(cast.omar, warning.letter, {"outcome": "posted", "on": MONDAY.date()}, MONDAY)
    back = make.later(MONDAY, 3)
    make.served(cast.omar, warning.letter, back, "returned")
    make.served(cast.omar, warning.letter, back)
    later = make.later(MONDAY, 9)
    again = make.incident(cast.carla, whose, later)
    considerations.record_support(cast.omar, worker, tried | {"on": later.date()}, later)
    row = make.authorised(cast.mark, make.proposal(cast.omar, whose, warning, [again], later), later)
    restriction_decision.issue(cast.mark, row, later)
    restriction_decision.lift(cast.mark, row.fresh(), "All is well", make.later(later, 30))
    other = restriction_proposal.propose(cast.omar, whose, warning, [again], later, make.key())
    overrides.override(cast.sena, other, "G5", "Enough is known", later)
    restriction_decision.decline(cast.mark, other.fresh(), "Too soon", later)
    draft = warnings.draft(cast.omar, whose, "behaviour", [again], later, make.key())
    warnings.withdraw(cast.omar, draft, "Not needed", later)
    for part in (need, way, worker, speaker):
        customers.end(cast.omar, part, later)
    row = whose.fresh()
    kept = {name: getattr(row, name) for name in ("reference", "kind", "address", "postcode", "letter_format")}
    customers.edit(cast.omar, row, kept | {"name": "Robin New", "salutation": "Robin"}, later, row.version)
    return whose


@pytest.fixture
def whose(db, cast):
    return lived(cast)


def test_every_event_of_a_file_is_told_in_one_plain_sentence(whose):
    lines = history.page(whose, most=200).lines
    names = {event.name for event in Event.select().where(Event.customer == whose)}
    assert len(names) >= 30 and len(lines) == Event.select().where(Event.customer == whose).count()
    for line in lines:
        assert line.sentence.endswith(".") and line.sentence[0].isupper() and "None" not in line.sentence
        assert "{" not in line.sentence, line.sentence
        assert line.actor_name and line.actor_role


SAID = [
    "The customer was added.",
    "A need was recorded: forgets: needs reminding, or things in writing.",
    "A support worker, Ann Tyler, was recorded.",
    "Incident on 2 March 2026 at 9 am, by e-mail: swore at or insulted somebody.",
    "The customer's request in I-00001 was given to Carla Contact, to be answered by 16 March 2026.",
    "The reply to a request was passed to Mina Manager.",
    "A request of the customer's was answered.",
    "The customer's own account was added to I-00001.",
    "A manager decided what to do about I-00001: an informal word first.",
    "A support worker was spoken to (telephone).",
    "Needs, equality and our own part were weighed before a written warning.",
    "Warning W-00001 was issued.",
    "Letter L-00001 was posted first class on 2 March 2026; it counts as received on 4 March 2026.",
    "Letter L-00001 came back undelivered on 5 March 2026.",
    "Letter L-00001 was handed over on 5 March 2026.",
    "Restriction R-00001 was lifted.",
    "A manager decided against restriction R-00002.",
    "A senior officer set rule G5 aside for restriction R-00002.",
    "Warning W-00002 was withdrawn.",
    "A representative, Sam Speaker, no longer speaks for the customer.",
    "The customer's details were changed: name and how letters greet them.",
]


def test_every_place_in_a_sentence_has_its_words():
    words = [words for words, *_ in history.SENTENCES.values()]
    places = {place for one in words for place in history.PLACE.findall(one)}
    assert sorted(places - history.CHOSEN.keys() - history.REFERENCES.keys() - history.DAYS - history.SAID.keys()) == []


def test_the_sentences_say_what_happened_in_the_order_it_was_recorded(whose):
    told = [line.sentence for line in reversed(history.page(whose, most=200).lines)]
    assert [sentence for sentence in SAID if sentence not in told] == []
    early = [told.index(sentence) for sentence in SAID[:12]]
    assert early == sorted(early)


def test_a_letter_is_told_as_posted_the_way_it_went(cast):
    whose = make.customer(cast.omar)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.omar, whose)])
    posted = {"outcome": "posted", "way": "signed_for", "on": MONDAY.date()}
    letter_delivery.record_delivery(cast.omar, warning.letter, posted, MONDAY)
    assert history.page(whose).lines[0].sentence.startswith("Letter L-00001 was posted signed for on 2 March 2026;")


def test_no_sentence_holds_what_was_said_or_typed(whose):
    told = " ".join(line.sentence for line in history.page(whose, most=200).lines)
    for words in ("idiot", "A plumber", "The line was bad", "All is well", "07700"):
        assert words not in told


def test_every_line_that_leads_somewhere_names_a_thing_that_is_there(whose):
    for line in history.page(whose, most=200).lines:
        if line.endpoint == "letters.show":
            assert Letter.get_or_none(Letter.id == line.values["letter_id"])
        assert bool(line.endpoint) == bool(line.values)


def test_a_long_file_comes_in_pages_that_neither_repeat_nor_lose_a_line(whose):
    whole = [line.number for line in history.page(whose, most=200).lines]
    found, before = [], None
    while True:
        page = history.page(whose, before, most=7)
        found += [line.number for line in page.lines]
        if page.older is None:
            break
        before = page.older
    assert found == whole and whole == sorted(whole, reverse=True)


def test_a_pattern_is_told_as_a_period(cast):
    whose = make.customer(cast.omar)
    row = make.incident(
        cast.omar, whose, happened_on=dt.date(2026, 1, 5), until_on=dt.date(2026, 2, 27), started_at=None,
        contacts_counted=[{"channel": "email", "count": 40}], behaviours=["continual_contact"], channel="email",
    )  # fmt: skip
    assert history.incident_words(row) == (
        "Incident on 5 January 2026 to 27 February 2026, by e-mail: made contact an excessive number of times."
    )


CHOICES = {
    "added": ("kind", [*(clauses.NOTE_KINDS.keys() - {"triage"}), "completed"]),
    "purpose": ("purpose", considerations.PURPOSES),
    "changed_life": ("kind", life_events.KINDS),
    "occasion": ("occasion", [*notifications.OCCASIONS, "corrected"]),
    "looked_back": ("outcome", declaration.OUTCOMES),
    "commented": ("from_whom", review_period.FROM_WHOM),
    "goes_on": ("outcome", review_period.OUTCOMES),
    "appeal_end": ("outcome", clauses.APPEAL_OUTCOMES),
}


@pytest.mark.parametrize("place", CHOICES)
def test_every_choice_there_is_has_its_words(place):
    fact, keys = CHOICES[place]
    for key in keys:
        assert history.CHOSEN[place]({fact: key}), f"{place}: {key}"


def test_a_file_opens_whatever_was_added_to_its_incidents(cast, sqlite_db):
    whose = make.customer(cast.omar)
    incident = make.incident(cast.carla, whose)
    for kind in clauses.NOTE_KINDS:
        outcome = next(iter(incident_notes.OUTCOMES[kind][1])) if kind in incident_notes.OUTCOMES else ""
        incident_notes.add_note(cast.mark, incident, kind, "Words.", MONDAY, make.key(), outcome)
    assert len(history.page(whose).lines) == 2 + len(clauses.NOTE_KINDS)
