"""The contact check: each measure alone and with others, the edges of times and days, and what may never be refused."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models import Restriction, RestrictionTerm, User
from policy.contacts.check import CALLERS, OUTCOMES, SUBJECTS, Asked, check
from policy.core import clock
from policy.restrictions.arrangement import Standing
from policy.rulebook import clauses
from policy.staff import cover

OMAR, OLIVE, MINA, CARLA = 1, 2, 3, 9
TUESDAY = dt.date(2026, 11, 24)
STARTS, ENDS = dt.date(2026, 9, 1), dt.date(2027, 2, 28)
TIMES = [{"days": [1, 3], "from": "10:00", "until": "12:00"}]
TERMS: dict[str, dict[str, Any]] = {
    "channels": {"channels": ["letter", "email"]},
    "named_officer": {"officer": OMAR, "deputy": OLIVE},
    "telephone_times": {"slots": TIMES},
    "significant_only": {"definition": "Harm to somebody or to a home", "examples": "a leak"},
    "access": {"place": "our office in Wallsend", "instead": "we can meet at the library"},
}
PEOPLE = {
    OMAR: User(id=OMAR, name="Omar Officer", line_manager=MINA, working_days=[0, 1, 2, 3, 4]),
    OLIVE: User(id=OLIVE, name="Olive Officer", line_manager=MINA, working_days=[0, 1, 2, 3, 4]),
    MINA: User(id=MINA, name="Mina Manager", line_manager=None, working_days=[0, 1, 2, 3, 4]),
}


def at(day: dt.date = TUESDAY, hour: int = 11, minute: int = 0, second: int = 0) -> dt.datetime:
    """A moment by London's clock."""
    return dt.datetime.combine(day, dt.time(hour, minute, second), clock.LONDON).astimezone(dt.UTC)


def term(kind: str, number: int = 1, **told: Any) -> RestrictionTerm:
    return RestrictionTerm(id=number, restriction=number, kind=kind, **(TERMS[kind] | told))


def standing(*kinds: str, away: Any = (), resting: Any = (), people: Any = None, **dates: Any) -> Standing:
    """One restriction with these measures, in force from 1 September to 28 February."""
    whole = {"in_force_from": STARTS, "ends_on": ENDS} | dates
    row = Restriction(id=1, customer=1, **whole)
    terms = [term(kind) for kind in kinds]
    return made([row], terms, away, resting, people)


def made(rows: Any, terms: Any, away: Any = (), resting: Any = (), people: Any = None) -> Standing:
    named = [one for one in terms if one.kind == "named_officer"]
    known = cover.Known(named, (), tuple(away), people or PEOPLE)
    return Standing(tuple(rows), tuple(terms), frozenset(resting), known)


def gone(user: int, day: dt.date = TUESDAY) -> cover.Away:
    return cover.Away(1, user, day, day)


# --- One measure ---


@pytest.mark.parametrize(
    ("kind", "channel", "hour", "outcome", "headline"),
    [
        ("channels", "telephone", 11, "other_way", "Not by telephone"),
        ("channels", "email", 11, "go", "Go ahead"),
        ("channels", "letter", 11, "go", "Go ahead"),
        ("channels", "office", 11, "other_way", "Not in person at an office"),
        ("channels", "social_message", 11, "other_way", "Not in a message on social media"),
        ("named_officer", "telephone", 11, "pass", "Pass to Omar Officer"),
        ("named_officer", "email", 11, "pass", "Pass it to Omar Officer"),
        ("telephone_times", "telephone", 11, "go", "Go ahead"),
        ("telephone_times", "telephone", 9, "wait", "Only on Tuesday 24 November from 10 am to midday"),
        ("telephone_times", "telephone", 13, "wait", "Only on Thursday 26 November from 10 am to midday"),
        ("telephone_times", "email", 9, "go", "Go ahead"),
        ("telephone_times", "office", 9, "go", "Go ahead"),
        ("significant_only", "telephone", 11, "go_if", "Go ahead if it is significant and serious, and in doubt it is"),
        ("access", "office", 11, "other_way", "Not at our office in Wallsend"),
        ("access", "telephone", 11, "go", "Go ahead"),
    ],
)
def test_each_measure_alone(kind, channel, hour, outcome, headline):
    found = check(Asked(at(hour=hour), channel), standing(kind))
    assert (found.outcome, found.headline) == (outcome, headline)


def test_each_answer_says_something_kind_that_could_be_read_out():
    for kind in TERMS:
        for channel in clauses.CHANNELS:
            found = check(Asked(at(hour=9), channel), standing(kind))
            assert found.say.endswith((".", "?")) and "must" not in found.say and "  " not in found.say


# --- Edges of times and days ---


@pytest.mark.parametrize(
    ("hour", "minute", "second", "passes"),
    [(9, 59, 59, False), (10, 0, 0, True), (11, 59, 0, True), (12, 0, 59, True), (12, 1, 0, False)],
)
def test_the_minute_before_and_after_a_time(hour, minute, second, passes):
    found = check(Asked(at(TUESDAY, hour, minute, second)), standing("telephone_times"))
    assert found.outcome == ("go" if passes else "wait")


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (STARTS - dt.timedelta(days=1), "go"),
        (STARTS, "other_way"),
        (ENDS, "other_way"),
        (ENDS + dt.timedelta(days=1), "go"),
    ],
)
def test_the_first_and_the_last_day_count(day, outcome):
    found = check(Asked(at(day, 23, 59)), standing("channels"))
    assert found.outcome == outcome
    if day < STARTS:
        assert "begins on Tuesday 1 September" in found.because[0]


def test_it_ends_on_the_day_it_was_lifted():
    lifted = standing("channels", ended_on=TUESDAY)
    assert check(Asked(at()), lifted).outcome == "go"
    assert check(Asked(at(TUESDAY - dt.timedelta(days=1))), lifted).outcome == "other_way"


def test_a_suspended_restriction_does_not_bind_and_the_page_says_why():
    found = check(Asked(at()), standing("channels", "named_officer", resting=[1]))
    assert found.outcome == "go" and "suspended while an appeal is heard" in found.because[0]


def test_no_time_is_given_on_a_bank_holiday():
    christmas = dt.date(2026, 12, 25)  # a Friday
    stands = made(
        [Restriction(id=1, in_force_from=STARTS, ends_on=ENDS)],
        [term("telephone_times", slots=[{"days": [4], "from": "10:00", "until": "12:00"}])],
    )
    found = check(Asked(at(christmas, 11)), stands)
    assert found.headline == "Only on Friday 8 January 2027 from 10 am to midday".replace(" 2027", "")
    assert clock.is_bank_holiday(dt.date(2027, 1, 1))


def test_times_are_london_times_across_the_change_of_clocks():
    every_day = [{"days": list(range(7)), "from": "10:00", "until": "12:00"}]
    row = Restriction(id=1, in_force_from=dt.date(2026, 3, 1), ends_on=dt.date(2026, 11, 30))
    stands = made([row], [term("telephone_times", slots=every_day)])
    for day, utc in ((dt.date(2026, 3, 28), 10), (dt.date(2026, 3, 29), 9), (dt.date(2026, 10, 25), 10)):
        begins = dt.datetime.combine(day, dt.time(utc), dt.UTC)
        assert check(Asked(begins), stands).outcome == "go"
        before = check(Asked(begins - dt.timedelta(minutes=1)), stands)
        assert before.outcome == "wait" and before.slot and before.slot.starts == begins


def test_where_no_time_is_left_before_the_end_the_answer_is_the_day_after():
    stands = standing("telephone_times", ends_on=dt.date(2026, 11, 25))
    found = check(Asked(at(dt.date(2026, 11, 25), 9)), stands)
    assert found.headline.startswith("From Thursday 26 November 2026")


# --- With whom ---


def test_g28_the_deputy_only_while_the_officer_is_away():
    stands, absent = standing("named_officer"), standing("named_officer", away=[gone(OMAR)])
    assert check(Asked(at(), me=OMAR), stands).outcome == "go"
    assert check(Asked(at(), me=OLIVE), stands).pass_to == PEOPLE[OMAR]
    assert check(Asked(at(), me=OLIVE), absent).outcome == "go"
    found = check(Asked(at(), me=CARLA), absent)
    assert found.pass_to == PEOPLE[OLIVE] and "Omar Officer is away." in found.because
    assert "Olive Officer is answering for Omar Officer" in found.say


def test_g28_with_both_away_it_goes_to_their_manager():
    found = check(Asked(at(), me=CARLA), standing("named_officer", away=[gone(OMAR), gone(OLIVE)]))
    assert (found.outcome, found.pass_to) == ("pass", PEOPLE[MINA])
    assert check(Asked(at(), me=MINA), standing("named_officer", away=[gone(OMAR), gone(OLIVE)])).outcome == "go"


def test_g28_on_a_day_nobody_works_a_call_waits_and_a_letter_is_theirs():
    saturday = dt.date(2026, 11, 28)
    found = check(Asked(at(saturday), "telephone", me=CARLA), standing("named_officer"))
    assert found.headline == "From Monday 30 November 2026, with Omar Officer"
    assert check(Asked(at(saturday), "email", me=CARLA), standing("named_officer")).pass_to == PEOPLE[OMAR]


def test_g28_where_nobody_named_works_here_any_more_the_customer_is_helped():
    left = {
        key: User(id=key, name=one.name, active=False, working_days=one.working_days) for key, one in PEOPLE.items()
    }
    found = check(Asked(at(), me=CARLA), standing("named_officer", people=left))
    assert found.outcome == "go" and "tell a manager at once" in found.because[0]


# --- Several measures ---


@pytest.mark.parametrize(
    ("kinds", "channel", "hour", "outcome"),
    [
        (("channels", "named_officer"), "telephone", 11, "other_way"),
        (("channels", "named_officer"), "email", 11, "pass"),
        (("telephone_times", "named_officer"), "telephone", 9, "wait"),
        (("telephone_times", "named_officer"), "telephone", 11, "pass"),
        (("channels", "telephone_times"), "telephone", 11, "go"),
        (("channels", "telephone_times"), "telephone", 9, "wait"),
        (("channels", "telephone_times"), "text", 9, "other_way"),
        (("named_officer", "significant_only"), "letter", 9, "pass"),
        (("access", "significant_only"), "office", 9, "other_way"),
        (tuple(TERMS), "visit", 9, "other_way"),
    ],
)
def test_several_measures_together(kinds, channel, hour, outcome):
    assert check(Asked(at(hour=hour), channel), standing(*kinds)).outcome == outcome


def test_g26_two_decisions_never_leave_the_customer_without_a_way():
    rows = [Restriction(id=number, in_force_from=STARTS, ends_on=ENDS) for number in (1, 2)]
    terms = [term("channels", 1, channels=["letter"]), term("channels", 2, channels=["email"])]
    found = check(Asked(at()), made(rows, terms))
    assert found.outcome == "other_way" and set(found.ways) == {"letter", "email"}


# --- What is never stopped ---


@pytest.mark.parametrize("subject", clauses.ALWAYS_OPEN)
def test_g25_what_is_always_open_goes_ahead_by_every_way(subject):
    for channel in clauses.CHANNELS:
        assert check(Asked(at(hour=3), channel, subject), standing(*TERMS)).outcome == "go"


def test_g24_somebody_who_speaks_for_the_customer_is_never_stopped():
    for channel in clauses.CHANNELS:
        assert check(Asked(at(hour=3), channel, caller="representative"), standing(*TERMS)).rule == "G24"
    assert check(Asked(at(), "third_party"), standing(*TERMS)).rule == "G24"


def test_g26_what_comes_outside_the_arrangement_is_still_read():
    for channel in clauses.CHANNELS:
        found = check(Asked(at(hour=3), channel), standing("channels", "telephone_times"))
        assert found.outcome == "go" or "read" in found.read


def test_g27_something_new_in_writing_is_read_and_dealt_with():
    found = check(Asked(at(), "text", "new"), standing("channels"))
    assert found.outcome == "go" and "merits" in found.because[1]
    assert check(Asked(at(), "telephone", "new"), standing("significant_only")).outcome == "go"


# --- Everything at once ---

minutes = st.integers(min_value=0, max_value=60 * 24 * 500)
BEGIN = dt.datetime(2026, 8, 1, tzinfo=dt.UTC)
slots = st.lists(
    st.tuples(
        st.sets(st.integers(0, 6), min_size=1), st.integers(0, 22), st.integers(1, 4), st.sampled_from((0, 30))
    ).map(lambda one: {
        "days": sorted(one[0]), "from": f"{one[1]:02d}:{one[3]:02d}", "until": f"{min(one[1] + one[2], 23):02d}:59",
    }),
    min_size=1, max_size=3,
)  # fmt: skip
ways = st.sets(st.sampled_from(list(clauses.PERMITTED_CHANNELS)), min_size=1).map(sorted)
absences = st.lists(
    st.tuples(st.sampled_from((OMAR, OLIVE, MINA)), st.integers(0, 400), st.integers(0, 40)), max_size=4
)


@st.composite
def files(draw: Any) -> Standing:
    """Up to two decisions with any measures, times, ways and absences, some suspended."""
    rows, terms = [], []
    for number in range(1, draw(st.integers(0, 2)) + 1):
        begins = STARTS + dt.timedelta(days=draw(st.integers(-30, 60)))
        ends = begins + dt.timedelta(days=draw(st.integers(1, 200)))
        ended = draw(st.none() | st.integers(0, 200))
        ended_on = None if ended is None else begins + dt.timedelta(days=ended)
        rows.append(Restriction(id=number, in_force_from=begins, ends_on=ends, ended_on=ended_on))
        for kind in draw(st.sets(st.sampled_from(list(TERMS)), min_size=1)):
            own = {"channels": {"channels": draw(ways)}, "telephone_times": {"slots": draw(slots)}}.get(kind, {})
            terms.append(term(kind, number, **own))
    away = [
        cover.Away(n, who, STARTS + dt.timedelta(days=first), STARTS + dt.timedelta(days=first + long))
        for n, (who, first, long) in enumerate(draw(absences))
    ]
    return made(rows, terms, away, draw(st.sets(st.integers(1, 2), max_size=1)))


asked = st.builds(
    Asked,
    moment=minutes.map(lambda count: BEGIN + dt.timedelta(minutes=count)),
    channel=st.sampled_from(list(clauses.CHANNELS)),
    subject=st.sampled_from(list(SUBJECTS)),
    caller=st.sampled_from(list(CALLERS)),
    me=st.sampled_from((OMAR, OLIVE, MINA, CARLA)),
)


@settings(max_examples=250, deadline=None)
@given(asked, files())
def test_whatever_is_arranged_these_hold(question, stands):
    found = check(question, stands)
    day = clock.today(question.moment)
    assert found.outcome in OUTCOMES and found.headline
    if not stands.on(day):
        assert found.outcome == "go"
    else:
        assert found.ways, "one way at least is always left"
        assert found.say
    if question.subject in clauses.ALWAYS_OPEN or question.caller == "representative":
        assert found.outcome == "go"
    if found.outcome in ("other_way", "wait", "pass"):
        assert "read" in found.read
    if found.outcome == "other_way" and not found.headline.startswith("Not at"):
        assert question.channel not in found.ways
    if found.slot is not None:
        assert found.slot.starts > question.moment
        then = check(Asked(found.slot.starts, question.channel, question.subject, me=question.me), stands)
        assert then.outcome != "wait"
        assert then.outcome != "other_way" or question.channel != "telephone"


@settings(max_examples=60, deadline=None)
@given(asked, files())
def test_g28_the_deputy_is_named_only_where_the_officer_does_not_answer(question, stands):
    found = check(question, stands)
    if found.outcome == "pass" and found.pass_to == PEOPLE[OLIVE] and found.cover:
        assert found.cover.why and stands.officers.why_not(PEOPLE[OMAR], clock.today(question.moment))


@settings(max_examples=60, deadline=None)
@given(asked, files())
def test_one_of_the_ways_left_passes_now_or_at_the_time_named(question, stands):
    found = check(question, stands)
    if found.outcome == "other_way" and found.ways:
        for way in found.ways:
            then = check(Asked(question.moment, way, question.subject, me=question.me), stands)
            assert then.outcome != "other_way" or then.headline.startswith("Not at")
