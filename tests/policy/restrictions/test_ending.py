"""The rules of ending (P 4.2, 7.1): the cease letter, who is told, what lapses by itself, and what life brings."""

import datetime as dt
from typing import Any

import pytest

from letterpress.make.text import text_of
from models import Ending, Event, Restriction, Telling
from policy.core import clock
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.correspondence import issue as letter_issue
from policy.customers import life_events
from policy.restrictions import decision as restriction_decision
from policy.restrictions import ending as restriction_ending
from policy.restrictions import letter as restriction_letter
from policy.restrictions import lifecycle, notifications
from tests import make
from tests.policy.stage import WEDNESDAY, clear, stands

DAY = dt.timedelta(days=1)
TODAY = WEDNESDAY.date()
LAST = TODAY + 40 * DAY
NOON = dt.time(12, tzinfo=dt.UTC)


def on(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, NOON)


def short(cast: Any, **given: Any) -> Restriction:
    """A restriction in force until LAST, letters and e-mails only."""
    return make.restriction_in_force(cast, ends_on=LAST, **given)


def words_of(letter: Any) -> str:
    return " ".join(text_of(letter.html).whole.split())


def all_told(cast: Any, row: Restriction, now: dt.datetime, occasion: str = "ends") -> None:
    notifications.tell(cast.omar, row, occasion, notifications.owed(row, occasion, now), "By telephone", now)


# --- G48 ---


def test_g48_on_its_last_day_everything_ends_and_the_letter_says_so(db: Any, cast: Any) -> None:
    row = short(cast)
    whose = row.customer_id
    assert not restriction_ending.may_settle(cast.omar, row, on(LAST - DAY))
    assert lifecycle.in_force(whose, LAST) == [row] and lifecycle.in_force(whose, LAST + DAY) == []
    clear(restriction_ending.may_settle(cast.omar, row, on(LAST)))
    letter = restriction_ending.settle(cast.omar, row, {"thanks": "Thank you for your calm letters."}, on(LAST))
    assert letter is not None
    shown = words_of(letter)
    for said in (
        f"at the end of {LAST:%A} {clock.day_words(LAST)}",
        "every way of contact is open to you",
        "Your account no longer shows it",
        "Thank you for your calm letters.",
        f"until {clock.day_words(clock.months_after(LAST, 36))}",
    ):
        assert said in shown, said
    assert Ending.get().restriction == row
    assert [one.name for one in Event.select().where(Event.name == "ending_settled")] == ["ending_settled"]
    with pytest.raises(Refused):
        restriction_ending.settle(cast.omar, row, {}, on(LAST))


def test_g48_it_is_not_closed_before_the_customer_and_everybody_is_told(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), on(LAST + DAY)
    owed = ["the customer contact team", notifications.TELEPHONE, notifications.PORTAL, notifications.ICON]
    assert notifications.owed(row, "ends", on(LAST - DAY)) == [] and not notifications.closed(row, on(LAST - DAY))
    assert notifications.owed(row, "ends", now) == owed
    all_told(cast, row, now)
    assert notifications.owed(row, "ends", now) == [] and not notifications.closed(row, now)
    restriction_ending.settle(cast.omar, row, {}, now)
    assert notifications.closed(row, now)
    assert [one.whom for one in notifications.done(row, "ends")] == owed


def test_g48_the_letter_alone_does_not_close_it(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), on(LAST + DAY)
    restriction_ending.settle(cast.omar, row, {}, now)
    assert not notifications.closed(row, now)
    assert [one.sentence for one in restriction_ending.needs(cast.omar, now) if "Tell 4 more" in one.sentence]


def test_g48_the_letter_is_due_that_day_and_a_day_late_with_a_senior_officer(sqlite_db: Any, cast: Any) -> None:
    row = short(cast)

    def letters_owed(who: Any, day: dt.date) -> list[tuple[Any, bool]]:
        found = [one for one in restriction_ending.needs(who, on(day)) if one.endpoint == "endings.settling"]
        assert all(row.customer.name not in one.plain for one in found)
        return [(one.due, one.overdue) for one in found]

    assert letters_owed(cast.omar, LAST - DAY) == []
    assert letters_owed(cast.omar, LAST) == letters_owed(cast.mina, LAST) == [(LAST, False)]
    assert letters_owed(cast.sena, LAST) == [] and letters_owed(cast.carla, LAST + DAY) == []
    assert letters_owed(cast.sena, LAST + DAY) == [(LAST, True)]
    restriction_ending.settle(cast.omar, row, {}, on(LAST + DAY))
    assert letters_owed(cast.sena, LAST + DAY) == []


def test_g48_lifted_early_it_names_the_day_and_the_time(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 5)
    restriction_decision.lift(cast.mina, row, "It is no longer needed.", now)
    letter = restriction_ending.settle(cast.mina, row.fresh(), {}, now)
    ended = clock.london(now)
    assert f"{clock.day_words(ended.date())}, at {clock.time_words(ended.time())}" in words_of(letter)
    assert lifecycle.in_force(row.customer_id, clock.today(now)) == []


def test_g48_the_named_officer_is_no_longer_needed(sqlite_db: Any, cast: Any) -> None:
    pair = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    row = short(cast, terms=pair)
    letter = restriction_ending.settle(cast.mina, row, {}, on(LAST))
    assert "no longer have to go through Omar Officer or Olive Officer" in words_of(letter)


def test_g48_what_is_gone_on_with_has_not_ended(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), on(LAST)
    weighed = make.weighing(cast.mina, row.customer, "review", now)
    shown = restriction_letter.rendered(row, cast.mina, now)
    after = lifecycle.follow(
        cast.mina, row, starts_on=LAST, ends_on=LAST + 30 * DAY, review_on=LAST + 9 * DAY, consideration=weighed,
        letter=letter_issue.freeze(row.customer, shown, "", cast.mina, now), found=row.numbers, now=now,
        because="Gone on with",
    )  # fmt: skip
    row = row.fresh()
    assert not restriction_ending.may_settle(cast.omar, row, now) and notifications.owed(row, "ends", now) == []
    assert [one for one in restriction_ending.needs(cast.omar, now) if one.endpoint == "endings.settling"] == []
    assert notifications.owed(after, "changes", now) == [
        "the customer contact team",
        notifications.TELEPHONE,
        notifications.PORTAL,
        notifications.ICON,
    ]
    assert notifications.owed(after, "begins", now) == [] and notifications.owed(row, "begins", now) == []


# --- Telling ---


def test_g48_a_team_is_told_once_on_each_occasion(db: Any, cast: Any) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 1)
    first = notifications.tell(cast.omar, row, "begins", ["the repairs team"], "In the morning meeting", now)
    assert notifications.tell(cast.olive, row, "begins", ["the repairs team", "the repairs team "], "", now) == first
    assert Telling.select().count() == 1
    for nobody in ([], [" "], [notifications.ICON, ""]):
        with pytest.raises(Invalid):
            notifications.tell(cast.omar, row, "begins", nobody, "", now)
    with pytest.raises(Refused):
        notifications.tell(cast.carla, row, "begins", [notifications.ICON], "", now)
    with pytest.raises(Refused):
        notifications.tell(cast.omar, row, "ends", [notifications.ICON], "", now)


def test_g48_all_who_are_named_together_are_told_or_nobody_is(db: Any, cast: Any) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 1)
    before = Event.select().count()
    with pytest.raises(Invalid) as told_wrong:
        notifications.tell(cast.omar, row, "begins", [notifications.ICON, "x" * 300, "the repairs team"], "", now)
    assert list(told_wrong.value.errors) == ["whom"]
    assert not Telling.select().exists() and Event.select().count() == before
    made = notifications.tell(cast.omar, row, "begins", [notifications.ICON, "the repairs team"], "By telephone", now)
    assert [one.whom for one in made] == [notifications.ICON, "the repairs team"]
    again = notifications.tell(cast.omar, row, "begins", ["the caretakers", notifications.ICON], "By e-mail", now)
    assert [one.whom for one in again] == ["the caretakers", notifications.ICON] and again[1] == made[0]
    assert Event.select().where(Event.name == "told_of").count() == Telling.select().count() == 3


# --- G40 ---


def test_g40_without_a_review_it_lapses_on_its_date_with_a_letter_that_owns_up(sqlite_db: Any, cast: Any) -> None:
    row = short(cast)
    missed = row.review_on
    assert missed < LAST
    assert lifecycle.in_force(row.customer_id, LAST) and not lifecycle.in_force(row.customer_id, LAST + DAY)
    assert lifecycle.has_ended(row, LAST + DAY)
    letter = restriction_ending.settle(cast.omar, row, {}, on(LAST + DAY))
    shown = words_of(letter)
    assert f"look at the arrangement again by {clock.day_words(missed)}. We did not, and we are sorry." in shown
    stood = restriction_ending.may_settle(cast.omar, row, on(LAST + DAY))
    assert not stood and stood.reasons[0].rule == "state"


# --- What may be written ---


def test_g48_the_letter_names_nobody_and_no_day_of_its_own(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), on(LAST)
    answer = restriction_ending.may_settle(
        cast.omar, row, now, {"thanks": "Carla Contact thanks you for 3 March 2024."}
    )
    stands(answer, "G35", "Carla Contact")
    stands(answer, "G37", "3 March 2024")


# --- G51 ---


def happens(cast: Any, whose: Any, kind: str, day: dt.date, now: dt.datetime, words: str = "Told by the family") -> Any:
    return life_events.write(cast.omar, whose, {"kind": kind, "on": day, "words": words}, now, make.key())


def marked(cast: Any, whose: Any, about: str, now: dt.datetime) -> Any:
    cited = make.threat(cast.omar, whose, now)
    told_more = {} if about == "person" else {"place": "A dog in the yard", "category": "animal"}
    return make.live_marker(cast.mina, cast.sol, whose, cited, now, about=about, **told_more)


def test_g51_a_death_ends_everything_that_day_and_no_letter_goes_out(db: Any, cast: Any) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 5)
    whose, today = row.customer, clock.today(now)
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose, now)], now)
    assert lifecycle.in_force(whose.id, today) == [row]
    happens(cast, whose, "death", today - 2 * DAY, now)
    assert lifecycle.in_force(whose.id, today) == [] and lifecycle.in_force(whose.id, today - DAY)
    row, draft = row.fresh(), draft.fresh()
    assert (row.ended_on, row.ended_because) == (today, "The customer has died.") and draft.withdrawn_at
    assert row.customer.fresh().address == whose.address
    clear(restriction_ending.may_settle(cast.omar, row, now))
    assert restriction_ending.settle(cast.omar, row, {}, now) is None
    assert Ending.get().no_letter_because == "The customer has died."
    all_told(cast, row, now)
    assert notifications.closed(row, now)
    with pytest.raises(Refused) as refused:
        shown = restriction_letter.rendered(row, cast.mark, now)
        letter_issue.freeze(whose, shown, "", cast.mark, now)
    assert {one.rule for one in refused.value.reasons} == {"G51"}
    assert life_events.may_record(cast.omar, whose, now).reasons[0].rule == "state"


def test_g51_the_end_of_a_tenancy_ends_it_on_that_day(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 5)
    leaves = clock.today(now) + 10 * DAY
    happens(cast, row.customer, "tenancy_end", leaves, now)
    assert lifecycle.in_force(row.customer_id, leaves - DAY) and not lifecycle.in_force(row.customer_id, leaves)
    assert not restriction_ending.may_settle(cast.omar, row.fresh(), now)
    letter = restriction_ending.settle(cast.omar, row.fresh(), {}, on(leaves))
    assert f"at the end of {leaves - DAY:%A} {clock.day_words(leaves - DAY)}" in words_of(letter)
    with pytest.raises(Invalid):
        happens(cast, row.customer, "death", leaves, now)


@pytest.mark.parametrize("kind", ["transfer", "exchange"])
def test_g51_a_move_takes_along_what_is_about_the_person(sqlite_db: Any, cast: Any, kind: str) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 5)
    whose, today = row.customer, clock.today(now)
    person, dog = marked(cast, whose, "person", now), marked(cast, whose, "animal", now)
    happens(cast, whose, kind, today, now)
    assert lifecycle.in_force(whose.id, today) == [row] and lifecycle.markers(whose.id, today) == [person]
    assert dog.fresh().ended_because.endswith("this is about the home they left.")


def test_g51_a_new_name_is_told_to_everybody_who_was_told(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 5)
    all_told(cast, row, WEDNESDAY, "begins")
    assert notifications.owed(row, "changes", now) == []
    happens(cast, row.customer, "name", clock.today(now), now)
    assert notifications.owed(row, "changes", now)[-1] == notifications.ICON
    all_told(cast, row, make.later(now, 1), "changes")
    assert notifications.owed(row, "changes", make.later(now, 2)) == [] and lifecycle.in_force(
        row.customer_id, clock.today(now)
    )


def test_g51_a_review_that_waits_is_overtaken(sqlite_db: Any, cast: Any) -> None:
    row, now = short(cast), make.later(WEDNESDAY, 5)
    review = make.opened_review(cast, row, now)
    happens(cast, row.customer, "tenancy_end", clock.today(now), now)
    assert not review.fresh().is_open
