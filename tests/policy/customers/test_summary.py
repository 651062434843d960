"""What stands on a file on a day: the icon, arrangements in words, warnings from draft to lapse, open requests."""

import datetime as dt

import pytest

from models import Appeal, Declaration, RestrictionTerm, User
from policy.core import clock
from policy.correspondence import delivery as letter_delivery
from policy.customers import summary as file_summary
from policy.restrictions import decision as restriction_decision
from policy.warnings import warnings
from tests import make

MONDAY = make.MONDAY


@pytest.fixture
def warned(db, cast):
    """A customer with a warning issued on Monday."""
    whose = make.customer(cast.omar)
    first = make.incident(cast.carla, whose)
    return whose, make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])


def words_of(whose, days=0.0):
    return [one.words for one in file_summary.warnings(whose, make.later(MONDAY, days))]


def test_nothing_is_in_place_on_a_new_file(db, cast):
    whose = make.customer(cast.omar)
    assert file_summary.icon(whose, MONDAY) is None and file_summary.arrangements(whose, MONDAY) == []


def test_a_draft_says_whether_a_second_person_has_read_it(db, cast):
    whose = make.customer(cast.omar)
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose)])
    assert words_of(whose) == ["Draft, waiting for a second reader"]
    warnings.read(cast.olive, draft, "", MONDAY, draft.version)
    assert words_of(whose) == ["Draft, read by a second person, ready for a manager"]
    assert file_summary.icon(whose, MONDAY) is None


def test_p46_the_icon_says_so_from_a_warnings_issue(warned):
    whose, _ = warned
    assert words_of(whose) == ["Issued on 2 March 2026; how it was sent is not recorded yet"]
    assert file_summary.icon(whose, MONDAY).words == "A written warning is in place"


def test_g4_a_posted_warning_counts_from_the_second_working_day(warned, cast):
    whose, warning = warned
    letter_delivery.record_delivery(cast.omar, warning.letter, {"outcome": "posted", "on": MONDAY.date()}, MONDAY)
    assert words_of(whose, 1) == ["Issued on 2 March 2026; counts as received on 4 March 2026"]
    assert words_of(whose, 2) == ["Received on 4 March 2026; live until 3 September 2026"]


def test_g4_a_warning_that_came_back_shows_no_icon(warned, cast):
    whose, warning = warned
    letter_delivery.record_delivery(cast.omar, warning.letter, {"outcome": "posted", "on": MONDAY.date()}, MONDAY)
    make.served(cast.omar, warning.letter, make.later(MONDAY, 1), "returned")
    assert words_of(whose, 1) == ["Came back on 3 March 2026: not received"]
    assert file_summary.icon(whose, make.later(MONDAY, 1)) is None


def test_the_icon_is_gone_the_day_after_a_warnings_last(warned, cast):
    whose, warning = warned
    make.served(cast.omar, warning.letter, MONDAY)
    last = dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC)
    assert file_summary.icon(whose, last) is not None
    assert file_summary.icon(whose, make.later(last, 1)) is None
    assert [one.words for one in file_summary.warnings(whose, make.later(last, 1))] == ["Lapsed on 1 September 2026"]


def test_a_withdrawn_warning_shows_no_icon(warned, cast):
    whose, warning = warned
    warnings.withdraw(cast.mark, warning, "Another person", MONDAY)
    assert words_of(whose) == ["Withdrawn on 2 March 2026"] and file_summary.icon(whose, MONDAY) is None


def test_an_arrangement_is_shown_from_its_letter_to_its_last_day(warned, cast):
    whose, warning = warned
    make.served(cast.omar, warning.letter, MONDAY)
    later = make.later(MONDAY, 9)
    again = make.incident(cast.carla, whose, later)
    row = make.authorised(cast.mark, make.proposal(cast.omar, whose, warning, [again], later), later)
    assert file_summary.arrangements(whose, later) == []
    restriction_decision.issue(cast.mark, row, later)
    row = row.fresh()
    begins, ends = (dt.datetime.combine(day, dt.time(12), dt.UTC) for day in (row.in_force_from, row.ends_on))
    assert (
        file_summary.icon(whose, later).words == f"A contact arrangement begins on {clock.day_words(row.in_force_from)}"
    )
    assert file_summary.icon(whose, begins).words == "A contact arrangement is in place"
    assert file_summary.arrangements(whose, begins)[0].terms == ("Contact only by letters and e-mails.",)
    assert file_summary.icon(whose, ends).words == "A contact arrangement is in place"
    assert file_summary.arrangements(whose, make.later(ends, 1)) == []
    restriction_decision.lift(cast.mark, row, "All is well", make.later(begins, 1))
    assert file_summary.arrangements(whose, make.later(begins, 1)) == []


TERMS = [
    (
        {"kind": "telephone_times", "slots": [{"days": [0, 2], "from": "10:00", "until": "11:30"}]},
        "Telephone calls only on Monday and Wednesday from 10 am to 11.30 am.",
    ),
    ({"kind": "named_officer"}, "Deals with Omar Officer, or Olive Officer when away."),
    ({"kind": "channels", "channels": ["letter"]}, "Contact only by letters."),
    (
        {"kind": "significant_only", "definition": "Matters of safety and rent."},
        "We answer significant and serious matters only, as defined in the letter. In doubt, answer.",
    ),
    (
        {"kind": "access", "place": "the Wallsend office", "instead": "Ring us."},
        "May not use or come to the Wallsend office. Instead: Ring us.",
    ),
]


@pytest.mark.parametrize(("told", "said"), TERMS, ids=[told["kind"] for told, _ in TERMS])
def test_p44_each_measure_is_said_in_words(told, said):
    term = RestrictionTerm(**told)
    if term.kind == "named_officer":
        term.officer, term.deputy = User(id=1, name="Omar Officer"), User(id=2, name="Olive Officer")
    assert file_summary.term_words(term) == said


def test_what_is_under_way_is_shown_until_it_is_decided(db, cast):
    whose, other, now = make.customer(cast.omar), make.customer(cast.omar), make.MONDAY
    first = make.incident(cast.carla, whose)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first])
    told = {"customer": whose, "took_by": cast.carla, "took_at": now, "words": "It was not me", "channel": "telephone"}
    told |= {"from_whom": "customer", "received_on": now.date(), "bundle_sha256": "0", "warning": warning}
    appeal = Appeal.create(form_key=make.key(), answer_by=dt.date(2026, 3, 16), **told)
    sooner = Appeal.create(form_key=make.key(), answer_by=dt.date(2026, 3, 9), **told)
    Declaration.create(
        form_key=make.key(), customer=whose, incident=first, declared_by=cast.mark, declared_at=now, threatened="staff",
        reason="A knife", why_no_warning="No time", needs_known="None known", police="reported",
    )  # fmt: skip
    found = [(one.endpoint, one.due) for one in file_summary.under_way(whose)]
    assert found == [
        ("appeals.show", sooner.answer_by),
        ("appeals.show", appeal.answer_by),
        ("declarations.show", None),
    ]
    assert file_summary.under_way(other) == []
    sooner.withdrawn_at = appeal.withdrawn_at = now
    assert sooner.save() and appeal.save()
    assert [one.endpoint for one in file_summary.under_way(whose)] == ["declarations.show"]
