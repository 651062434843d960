"""What stands on a day and who had a part in it: what binds, what follows what, when it is over, who is involved."""

import datetime as dt

import pytest

from models import Appeal
from policy import measures
from policy.core import clock, numbers
from policy.core.numbers import REGISTER
from policy.customers import summary as file_summary
from policy.restrictions import decision as restriction_decision
from policy.restrictions import independence, lifecycle
from policy.restrictions import proposal as restriction_proposal
from tests import make
from tests.policy import stage

WEDNESDAY = stage.WEDNESDAY
MILDER = {"channels": ["letter", "email", "text"]}


@pytest.fixture
def held(sqlite_db, cast):
    """A restriction warned of, authorised and issued by Mark."""
    return issued(cast)


def issued(cast):
    row = stage.ready_restriction(cast, make.customer(cast.omar))
    restriction_decision.authorise(cast.mark, row, WEDNESDAY)
    restriction_decision.issue(cast.mark, row.fresh(), WEDNESDAY)
    return row.fresh()


def went_on(cast, row, now, months=3, **told):
    """The restriction gone on with at `now` for some months more, by Mina."""
    starts = clock.today(now)
    ends = clock.months_after(starts, months)
    return lifecycle.follow(
        cast.mina,
        row,
        starts_on=starts,
        ends_on=ends,
        review_on=measures.latest_review(starts, ends, 3),
        consideration=make.weighing(cast.mina, row.customer, "review", now),
        letter=row.warning.letter,
        found=numbers.values(now),
        now=now,
        because="Reviewed",
        **told,
    )


def an_appeal(cast, row, **told):
    return Appeal.create(
        form_key=make.key(), customer=row.customer_id, restriction=row, received_on=clock.today(WEDNESDAY),
        channel="telephone", from_whom="customer", words="It was not me", took_by=cast.carla, took_at=WEDNESDAY,
        answer_by=clock.today(WEDNESDAY), bundle_sha256="0", **told,
    )  # fmt: skip


def days_of(row):
    return [day for day in (row.in_force_from, row.ends_on) if day]


def test_a_restriction_binds_from_its_first_to_its_last_day_and_not_a_day_longer(held):
    first, last = days_of(held)
    one = dt.timedelta(days=1)
    bound = {day: bool(lifecycle.in_force(held.customer_id, day)) for day in (first - one, first, last, last + one)}
    assert list(bound.values()) == [False, True, True, False]
    assert [lifecycle.has_ended(held, day) for day in (first, last, last + one)] == [False, False, True]


def test_what_follows_a_restriction_takes_its_place_without_a_gap_or_an_overlap(held, cast):
    now = make.later(WEDNESDAY, 60)
    after = went_on(cast, held, now)
    before = held.fresh()
    for day in (clock.today(now) - dt.timedelta(days=1), clock.today(now), clock.today(now) + dt.timedelta(days=1)):
        assert len(lifecycle.in_force(held.customer_id, day)) == 1, day
    assert (before.reference, after.reference) == (f"R-{held.id:05d}", f"R-{held.id:05d}/2")
    assert not lifecycle.has_ended(before, before.ends_on + dt.timedelta(days=30)), "what is gone on with has not ended"
    assert lifecycle.newest(before).id == after.id == lifecycle.newest(after).id
    assert lifecycle.begun_on(after) == before.in_force_from
    assert [one.id for one in lifecycle.parts(after)] == [before.id, after.id]


def test_what_follows_has_the_same_measures_unless_they_were_changed(held, cast):
    draft = lifecycle.draft_after(cast.omar, held, WEDNESDAY)
    assert draft.id == lifecycle.draft_after(cast.olive, held, WEDNESDAY).id, "one draft at a time"
    restriction_proposal.set_term(cast.omar, draft, "channels", MILDER, WEDNESDAY, draft.version)
    after = went_on(cast, held, make.later(WEDNESDAY, 30), terms=draft.fresh())
    assert after.id == draft.id
    assert [term.channels for term in measures.terms_of(after)] == [["letter", "email", "text"]]
    assert [term.channels for term in measures.terms_of(held)] == [["letter", "email"]]


def test_a_draft_that_follows_is_not_decided_on_as_a_proposal(held, cast):
    draft = lifecycle.draft_after(cast.omar, held, WEDNESDAY)
    make.weighing(cast.mark, held.customer, "restriction", WEDNESDAY)
    assert restriction_decision.may_authorise(cast.mark, draft, WEDNESDAY).names("state")
    assert restriction_decision.may_decline(cast.mark, draft, WEDNESDAY).names("state")


def test_a_part_put_aside_before_it_began_never_ended_because_it_never_was(sqlite_db, cast):
    row = issued(cast)
    restriction_decision.lift(cast.mark, row.fresh(), "It is not needed after all.", WEDNESDAY)
    assert not lifecycle.has_ended(row.fresh(), row.ends_on + dt.timedelta(days=1))


def test_an_appeal_suspends_only_where_it_says_so_and_only_while_it_is_open(db, cast):
    row = issued(cast)
    today = row.in_force_from
    now = dt.datetime.combine(today, dt.time(12), dt.UTC)
    an_appeal(cast, row)
    assert lifecycle.in_force(row.customer_id, today)
    second = an_appeal(cast, row, suspended=True, suspended_from=today)
    assert lifecycle.in_force(row.customer_id, today) == []
    assert lifecycle.suspended([row.id], today - dt.timedelta(days=1)) == set()
    assert [(one.suspended, one.in_force) for one in file_summary.arrangements(row.customer, now)] == [(True, False)]
    assert "suspended" in file_summary.icon(row.customer, now).words
    second.withdrawn_at = WEDNESDAY
    second.save()
    assert lifecycle.in_force(row.customer_id, today)


# --- Who had a part ---


PARTS = {
    "omar": "drafted the warning",
    "olive": "read the warning as the second reader",
    "mark": "authorised",
    "carla": "recorded an incident it rests on",
}


@pytest.mark.parametrize(("who", "what"), PARTS.items())
def test_g44_everybody_with_a_part_in_a_restriction_is_found_from_the_record(held, cast, who, what):
    parts = independence.in_restriction(held)
    assert any(what in words for words in parts[getattr(cast, who).id])
    assert what in independence.words(getattr(cast, who), {getattr(cast, who).id: [what]})


def test_g44_who_had_no_part_is_not_named(held, cast):
    parts = independence.in_restriction(held)
    assert [person for person in (cast.sena, cast.mina, cast.dora) if person.id in parts] == []


def test_g44_who_weighed_it_or_went_on_with_it_is_involved_in_all_that_follows(held, cast):
    after = went_on(cast, held, make.later(WEDNESDAY, 30))
    for row in (held, after):
        parts = independence.in_restriction(row)
        assert {cast.mark.id, cast.mina.id} <= set(parts)


def test_recording_how_a_letter_was_posted_is_no_part_in_the_decision(held, cast):
    make.served(cast.sena, held.letter, WEDNESDAY)
    assert cast.sena.id not in independence.in_restriction(held)


def test_half_way_is_never_later_than_the_number_of_months():
    starts = dt.date(2026, 3, 11)
    for months in range(1, 25):
        ends = clock.months_after(starts, months)
        review = measures.latest_review(starts, ends, REGISTER["review_months"].default)
        assert starts < review <= ends
        assert review <= clock.months_after(starts, REGISTER["review_months"].default)
