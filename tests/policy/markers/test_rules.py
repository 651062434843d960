"""The rules of staff-safety markers (P 4.6): their ground, two people, who sees them, telling, looking and ends."""

import datetime as dt
from typing import Any

import pytest
from peewee import IntegrityError

from models import Access, Ending, Event, Letter, Marker, Review, Withholding
from policy import history
from policy.considerations import overrides
from policy.core import audit, clock
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.markers import decision as marker_decision
from policy.markers import review as marker_review
from policy.markers import visibility as marker_visibility
from policy.markers import work as marker_work
from policy.restrictions import lifecycle, notifications
from policy.rulebook import clauses
from tests import make
from tests.policy.stage import MONDAY, clear, stands

DAY = dt.timedelta(days=1)
TODAY = MONDAY.date()


def ready(cast: Any, cited: Any = "threat", whose: Any = None, now: dt.datetime = MONDAY, **told: Any) -> Marker:
    """Mina's proposal, weighed by Sol on the day: he may approve it unless something in `told` stands against it."""
    whose = whose or make.customer(cast.omar)
    cited = make.threat(cast.carla, whose, now) if cited == "threat" else cited
    row = make.proposed_marker(cast.mina, whose, cited, now, **told)
    make.weighing(cast.sol, whose, "marker", now)
    return row


def approving(cast: Any, row: Marker, now: dt.datetime = MONDAY) -> Any:
    return marker_decision.may_approve(cast.sol, row.fresh(), now)


def changed(cast: Any, row: Marker, cited: Any, **told: Any) -> Marker:
    row = row.fresh()
    return marker_decision.change(cast.mina, row, make.marker_page(cited, MONDAY, **told), MONDAY, row.version)


def live(cast: Any, now: dt.datetime = MONDAY, **told: Any) -> Marker:
    whose = make.customer(cast.omar, now)
    return make.live_marker(cast.mina, cast.sol, whose, make.threat(cast.carla, whose, now), now, **told)


# --- G52, G10: the ground ---


def test_g52_a_marker_rests_on_an_incident_or_a_named_sources_concern(sqlite_db: Any, cast: Any) -> None:
    row = ready(cast, cited=None)
    stands(approving(cast, row), "G52", "no specific incident")
    concern = {"source": "PC Hall, Northumbria Police", "source_on": TODAY, "source_words": "He keeps an air rifle."}
    clear(approving(cast, changed(cast, row, None, **concern)))
    for words in ("a neighbour", "Anonymous.", "staff", "x"):
        stands(approving(cast, changed(cast, row, None, **concern | {"source": words})), "G52", "not named")
    for left_out in ({"source_on": None}, {"source_words": ""}):
        stands(approving(cast, changed(cast, row, None, **concern | left_out)), "G52", "not written down when")


@pytest.mark.parametrize(
    "words", ["I heard that he has a knife.", "Apparently he hit somebody.", "They say he is wild."]
)
def test_g52_hearsay_is_no_ground(sqlite_db: Any, cast: Any, words: str) -> None:
    stands(approving(cast, ready(cast, fact=words)), "G52", "passes on", alone=True)


def test_g52_an_incident_of_another_file_is_refused(sqlite_db: Any, cast: Any) -> None:
    other = make.threat(cast.carla, make.customer(cast.omar))
    with pytest.raises(Refused):
        ready(cast, cited=other)


def test_g10_of_an_unsure_identity_no_marker_is_made(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    unsure = make.threat(cast.carla, whose, identity="low", identified_by="")
    stands(approving(cast, ready(cast, unsure, whose)), "G10", "not sure enough")


def test_g31_nobody_under_18_is_marked_without_safeguarding(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar, date_of_birth=TODAY - 16 * 365 * DAY)
    row = make.proposed_marker(cast.mina, whose, make.threat(cast.carla, whose))
    make.weighing(cast.sol, whose, "marker", safeguarding_signed_off="The safeguarding lead, today")
    clear(approving(cast, row))
    later = make.later(MONDAY, 1)
    stands(approving(cast, row, later), "G31", "under 18")


# --- G53: not for contact alone, and not from a restriction ---


def test_g53_rude_emails_and_calls_make_no_marker(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    for channel in ("email", "letter", "telephone", "social_public"):
        rude = make.incident(cast.carla, whose, channel=channel, contact_about="The leak", nothing_asked=True)
        stands(approving(cast, ready(cast, rude, whose)), "G53", "writes or rings", alone=True)
    often = make.incident(cast.carla, whose, channel="office", behaviours=["refuses_decision"], severity=1)
    stands(approving(cast, ready(cast, often, whose)), "G53", "requests or persistence", alone=True)
    written = make.threat(cast.carla, whose, channel="email", contact_about="The leak", nothing_asked=True)
    clear(approving(cast, ready(cast, written, whose)))


def test_g53_neither_a_restriction_nor_a_marker_makes_the_other(sqlite_db: Any, cast: Any) -> None:
    row = make.restriction_in_force(cast)
    assert Marker.select().count() == 0
    assert marker_visibility.shown(row.customer_id, cast.mina, make.later(MONDAY, 30)) == []
    marked = live(cast)
    assert [one.customer_id for one in type(row).select()] == [row.customer_id] != [marked.customer_id]


# --- G54: complete, and within its limits ---


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"category": ""}, "what kind of danger"),
        ({"fact": " "}, "what happened"),
        ({"action": ""}, "what staff are to do"),
        ({"action": "Take care!"}, "does not tell anybody what to do"),
        ({"ends_on": None}, "end or the review is missing"),
        ({"review_on": None}, "end or the review is missing"),
        ({"recipients": {}}, "Nobody is chosen"),
    ],
)
def test_g54_a_marker_says_all_it_must(sqlite_db: Any, cast: Any, told: dict[str, Any], words: str) -> None:
    stands(approving(cast, ready(cast, **told)), "G54", words)


@pytest.mark.parametrize(("category", "months"), [("verbal", 6), ("threat", 12), ("violence", 12), ("other", 6)])
def test_g54_the_end_is_within_the_limit_of_its_kind(sqlite_db: Any, cast: Any, category: str, months: int) -> None:
    last = clock.months_after(TODAY, months)
    row = ready(cast, category=category, ends_on=last)
    clear(approving(cast, row))
    row = changed(cast, row, row.incident, category=category, ends_on=last + DAY)
    stands(approving(cast, row), "G54", f"at most {months} months", alone=True)


def test_g54_the_review_comes_by_the_end(db: Any, cast: Any) -> None:
    row = ready(cast)
    with pytest.raises(Invalid):
        changed(cast, row, row.incident, review_on=row.ends_on + DAY)
    with pytest.raises(IntegrityError), db.atomic():
        Marker.update(review_on=row.ends_on + DAY).where(Marker.id == row.id).execute()
    clear(approving(cast, changed(cast, row, row.incident, review_on=row.ends_on)))


# --- G55: gone at once; grave ones are first decided on ---


def test_g55_an_ended_marker_is_gone_at_once(sqlite_db: Any, cast: Any) -> None:
    row = live(cast)
    last = make.later(MONDAY, (row.ends_on - TODAY).days)
    assert [one.words for one in marker_visibility.shown(row.customer_id, cast.olive, last)] == [
        "A staff-safety precaution is in place: a threat"
    ]
    assert marker_visibility.shown(row.customer_id, cast.olive, make.later(last, 1)) == []
    marker_review.remove(cast.mina, row, {"because": "Two calm visits."}, make.later(MONDAY, 2))
    assert marker_visibility.shown(row.customer_id, cast.olive, make.later(MONDAY, 2)) == []


def test_g55_one_about_violence_never_lapses_unseen(sqlite_db: Any, cast: Any) -> None:
    row = live(cast, category="violence")
    after = make.later(MONDAY, (row.ends_on - TODAY).days + 1)
    until = clock.working_days_after(row.ends_on, 5)
    [seen] = marker_visibility.shown(row.customer_id, cast.omar, after)
    assert seen.ended and "ring the duty manager" in seen.words and "in place" not in seen.words
    senior = [one for one in marker_work.needs(cast.sena, after) if "Decide at once" in one.sentence]
    assert len(senior) == 1 and senior[0].escalated and row.customer.name not in senior[0].plain
    gone = make.later(after, (until - row.ends_on).days)
    assert marker_visibility.shown(row.customer_id, cast.omar, gone) == []
    assert any("Write to the customer" in one.sentence for one in marker_work.needs(cast.omar, gone))
    marker_review.remove(cast.sena, row, {"because": "Nothing more has happened."}, after)
    assert marker_visibility.shown(row.customer_id, cast.omar, after) == []


# --- G56: who sees it ---


def test_g56_everybody_is_no_choice_and_each_team_has_its_reason(sqlite_db: Any, cast: Any) -> None:
    row = ready(cast)
    assert not any("all" in team.label.casefold().split() for team in clauses.TEAMS.values())
    with pytest.raises(Invalid):
        changed(cast, row, row.incident, recipients={"all_staff": "everybody should know"})
    row = changed(cast, row, row.incident, recipients={"housing": " "})
    stands(approving(cast, row), "G56", "what for the housing officers")


def test_g56_more_recipients_than_usual_need_a_reason_or_a_senior_officer(sqlite_db: Any, cast: Any) -> None:
    many = dict.fromkeys(list(clauses.TEAMS)[:6], "they all go there")
    row = ready(cast, recipients=many)
    stands(approving(cast, row), "G56", "6 recipients are chosen", alone=True)
    overrides.override(cast.sena, row, "G56", "All of them work in this block.", MONDAY)
    clear(approving(cast, row))
    clear(approving(cast, ready(cast, recipients=many, recipients_because="All six go in every week.")))


def test_g56_only_recipients_and_the_file_see_what_is_in_place(sqlite_db: Any, cast: Any) -> None:
    row = live(cast, recipients={"repairs": "they go in"})
    assert marker_visibility.shown(row.customer_id, cast.carla, MONDAY) == []
    assert not marker_decision.readable(cast.carla, row, MONDAY)
    contact = live(cast, recipients={"contact_centre": "they answer the telephone"})
    [seen] = marker_visibility.shown(contact.customer_id, cast.carla, MONDAY)
    assert seen.action == contact.action and contact.fact not in seen.words
    assert marker_visibility.shown(contact.customer_id, cast.ada, MONDAY) == []
    for key in ("omar", "mina", "sol", "sena", "dora"):
        assert marker_visibility.shown(row.customer_id, getattr(cast, key), MONDAY)


# --- G57: told, or the reason for not telling ---


def test_g57_the_customer_is_told_in_the_exact_words(db: Any, cast: Any) -> None:
    row = live(cast)
    letter = row.letter
    assert letter is not None and letter.kind == "markers/notice"
    for words in (row.fact, row.action, "its joiners work there", "nobody else in your household is marked"):
        assert words in letter.source.replace("\\", "") or words in letter.html
    assert list(audit.verify()) == []


def test_g57_not_telling_needs_a_reason_and_a_day_to_think_again(sqlite_db: Any, cast: Any) -> None:
    row = ready(cast, telling="")
    stands(approving(cast, row), "G57", "not decided whether", alone=True)
    row = changed(cast, row, row.incident, telling="withhold")
    stands(approving(cast, row), "G57", "would be dangerous")
    latest = lifecycle.think_again_by(MONDAY)
    silent = {"telling": "withhold", "not_telling_because": "He has said that he will find whoever reports him."}
    row = changed(cast, row, row.incident, **silent, think_again_on=latest + DAY)
    stands(approving(cast, row), "G57", "no day in time", alone=True)
    row = changed(cast, row, row.incident, **silent, think_again_on=latest)
    assert marker_decision.approve(cast.sol, row, MONDAY) is None
    assert Letter.select().count() == 0 and Withholding.get().think_again_on == latest


def test_g57_telling_is_thought_of_again_on_its_day(sqlite_db: Any, cast: Any) -> None:
    silent = {"telling": "withhold", "not_telling_because": "It would be dangerous now.", "think_again_on": TODAY + DAY}
    row = live(cast, **silent)
    day = make.later(MONDAY, 1)
    assert any("Think again" in one.sentence for one in marker_work.needs(cast.mina, day))
    assert not any("Think again" in one.sentence for one in marker_work.needs(cast.sena, day))
    assert any("Think again" in one.sentence for one in marker_work.needs(cast.sena, make.later(MONDAY, 2)))
    later = {"because": "His brother has threatened the same.", "think_again_on": TODAY + 10 * DAY}
    with pytest.raises(Invalid):
        marker_review.withhold_again(cast.mina, row, later | {"think_again_on": TODAY + 90 * DAY}, day)
    marker_review.withhold_again(cast.mina, row, later, day)
    assert len(marker_review.withheld(row)) == 2
    letter = marker_review.tell_now(cast.mina, row, make.MARKER_PASSAGES, day)
    assert row.fresh().letter_id == letter.id
    with pytest.raises(Refused):
        marker_review.tell_now(cast.mina, row, make.MARKER_PASSAGES, day)


def test_g57_set_aside_by_a_senior_officer_still_leaves_a_reason(sqlite_db: Any, cast: Any) -> None:
    row = ready(cast, telling="")
    overrides.override(cast.sena, row, "G57", "The police ask us to wait.", MONDAY)
    marker_decision.approve(cast.sol, row, MONDAY)
    assert Withholding.get().because == "The police ask us to wait."


# --- G58: about exactly one thing ---


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"about": ""}, "whom or what"),
        ({"about": "animal", "category": "animal", "place": ""}, "which place, animal or person"),
        ({"about": "animal", "category": "threat", "place": "A dog"}, "do not go together"),
        ({"about": "person", "category": "animal"}, "do not go together"),
        ({"about": "associated", "place": "Her brother"}, "not done by somebody else"),
    ],
)
def test_g58_it_is_about_exactly_one_thing(sqlite_db: Any, cast: Any, told: dict[str, Any], words: str) -> None:
    stands(approving(cast, ready(cast, **told)), "G58", words)


def test_g58_what_somebody_else_did_never_marks_the_customer(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    brother = make.threat(cast.carla, whose, who_acted="visitor")
    row = ready(cast, brother, whose)
    assert not approving(cast, row)
    row = changed(cast, row, brother, about="associated", place="The customer's brother, who is there at weekends")
    clear(approving(cast, row))
    assert "not about you" in marker_decision.approve(cast.sol, row, MONDAY).source


def test_g58_a_new_tenant_inherits_nothing(sqlite_db: Any, cast: Any) -> None:
    row = live(cast)
    next_one = make.customer(cast.omar, address=row.customer.address)
    assert marker_visibility.standing(next_one.id, MONDAY) == []


# --- G59, and two people ---


def test_g59_a_contractors_request_is_shown_nowhere_until_approved(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = make.asked_marker(cast.carla, whose, asked_for="Roofing Ltd", category="threat", about="person")
    assert marker_visibility.shown(whose.id, cast.mina, MONDAY) == []
    assert not marker_decision.readable(cast.ada, row, MONDAY) and not marker_visibility.may_see(cast.carla, row)
    stands(marker_decision.may_approve(cast.sol, row, MONDAY), "G59", "only a request")
    waits = [one.sentence for one in marker_work.needs(cast.mina, MONDAY)]
    assert len(waits) == 1 and row.reference in waits[0]
    marker_decision.decline(cast.mina, row, "The firm could not say what happened.", MONDAY)
    assert list(marker_work.needs(cast.mina, MONDAY)) == []
    assert Event.select().where(Event.name == "marker_asked").get().facts["outside"] is True


def test_g16_two_people_decide_and_neither_was_the_target(db: Any, cast: Any) -> None:
    row = ready(cast)
    both = cast.sol
    both.roles = ["safety_lead", "manager"]
    both.save()
    row = marker_decision.change(
        cast.sol, row, make.marker_page(row.incident, action="Go in twos."), MONDAY, row.version
    )
    row = marker_decision.change(cast.mina, row, make.marker_page(row.incident), MONDAY, row.version)
    assert any("wrote this marker yourself" in one.sentence for one in approving(cast, row).reasons)
    for key in ("omar", "mina", "sena", "dora", "ada", "carla"):
        assert (
            "safety lead approves" in marker_decision.may_approve(getattr(cast, key), row, MONDAY).reasons[0].sentence
        )
    whose = make.customer(cast.omar)
    for target in (cast.sol, cast.mina):
        aimed = make.threat(cast.carla, whose, staff=[(target, "target")])
        stands(approving(cast, ready(cast, aimed, whose)), "G16", "target of this behaviour")


def test_g35_g36_names_and_labels_have_no_place_in_it(sqlite_db: Any, cast: Any) -> None:
    row = ready(cast, fact="Omar Officer was threatened with a spanner.")
    stands(approving(cast, row), "G35", "names somebody")
    row = ready(cast, fact="He is a lunatic and was violent.")
    stands(approving(cast, row), "G36", "lunatic")


# --- G60: reading it ---


def test_g60_each_reading_is_recorded_with_its_reason(db: Any, cast: Any) -> None:
    row = live(cast, recipients={"contact_centre": "they answer the telephone"})
    marker_decision.look(cast.carla, row, {"reason": "telephone"}, MONDAY)
    marker_decision.look(cast.omar, row, {"reason": "other", "words": "Handing over the patch"}, MONDAY)
    assert [(one.what, one.marker_id) for one in Access.select()] == [("marker", row.id)] * 2
    for bad in ({"reason": ""}, {"reason": "other"}, {"reason": "because"}):
        with pytest.raises(Invalid):
            marker_decision.look(cast.omar, row, bad, MONDAY)
    with pytest.raises(Refused):
        marker_decision.look(cast.ada, row, {"reason": "visit"}, MONDAY)


# --- Reviews and ends ---


def reviewed(cast: Any, row: Marker, now: dt.datetime) -> Marker:
    draft = marker_review.review(cast.mina, row, {"kind": "due"}, now, make.key())
    make.weighing(cast.sol, row.customer, "marker", now)
    return draft.fresh()


def test_g43_a_marker_goes_on_only_by_a_review_and_at_least_every_second_is_anothers(db: Any, cast: Any) -> None:
    row, now = live(cast), MONDAY
    for turn in (1, 2):
        now = make.later(now, 100)
        draft = reviewed(cast, row.fresh(), now)
        answer = marker_decision.may_approve(cast.sol, draft, now)
        if turn == 2:
            stands(answer, "G43", "decided its last review too", alone=True)
            make.weighing(cast.sena, row.customer, "marker", now)
            letter = marker_decision.approve(cast.sena, draft, now, reasons="He has made the same threat again.")
        else:
            clear(answer)
            letter = marker_decision.approve(cast.sol, draft, now, reasons="Nothing has changed yet.")
        assert letter is not None and "We have looked again" in letter.title
        assert row.fresh().ended_on == clock.today(now) and draft.fresh().reference == f"M-00001/{turn + 1}"
        row = draft
    assert [one.outcome for one in Review.select().order_by(Review.id)] == ["renewed", "renewed"]
    assert len(marker_visibility.shown(row.customer_id, cast.omar, now)) == 1


def test_g39_a_late_review_reaches_a_senior_officer(sqlite_db: Any, cast: Any) -> None:
    row = live(cast)
    on_the_day = make.later(MONDAY, (row.review_on - TODAY).days)
    assert any("Review marker" in one.sentence for one in marker_work.needs(cast.mina, make.later(on_the_day, -21)))
    assert not any("Review marker" in one.sentence for one in marker_work.needs(cast.mina, make.later(on_the_day, -22)))
    assert not any("Review marker" in one.sentence for one in marker_work.needs(cast.sena, on_the_day))
    [late] = [one for one in marker_work.needs(cast.sena, make.later(on_the_day, 1)) if "Review" in one.sentence]
    assert late.overdue and late.escalated


def test_g48_the_end_is_settled_with_a_letter_and_the_others_are_told(db: Any, cast: Any) -> None:
    row = live(cast)
    assert len(notifications.owed(row, "begins", MONDAY)) == 3
    marker_review.remove(cast.mina, row, {"because": "It was another door.", "was_wrong": True}, MONDAY)
    row = row.fresh()
    with pytest.raises(Refused) as refused:
        marker_review.settle(cast.omar, row, {"letter": True}, MONDAY)
    assert "does not say what was wrong" in str([one.sentence for one in refused.value.reasons])
    with pytest.raises(Refused):
        marker_review.settle(cast.omar, row, {"no_letter_because": "He knows."}, MONDAY)
    written = {"letter": True, "mistake": "It was somebody at another door."}
    letter = marker_review.settle(cast.omar, row, written, MONDAY).letter
    assert "We are sorry" in letter.source and Ending.select().count() == 1
    assert len(notifications.owed(row, "ends", MONDAY)) == 3
    assert any("has ended" in one.sentence for one in marker_work.needs(cast.omar, MONDAY))
    sentences = [line.sentence for line in history.page(row.customer).lines]
    assert "Marker M-00001 was removed." in sentences and list(audit.verify()) == []


def test_g49_a_customers_request_opens_a_review_with_a_day(sqlite_db: Any, cast: Any) -> None:
    row = live(cast)
    with pytest.raises(Invalid):
        marker_review.review(cast.mina, row, {"kind": "asked"}, MONDAY, make.key())
    asked = {"kind": "asked", "asked_on": TODAY, "asked_words": "It was a joke."}
    draft = marker_review.review(cast.mina, row, asked, MONDAY, make.key())
    assert Review.get().due_on == clock.working_days_after(TODAY, 10)
    marker_review.remove(cast.sol, row, {"because": "It was a joke, and he has said sorry."}, MONDAY)
    assert Review.get().outcome == "removed" and draft.fresh().declined_at is not None


def test_a_form_sent_twice_asks_once_and_a_stale_page_is_refused(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    first = marker_decision.ask(cast.carla, whose, {"asked_words": "A threat."}, MONDAY, "same")
    assert marker_decision.ask(cast.carla, whose, {"asked_words": "A threat."}, MONDAY, "same").id == first.id
    row = ready(cast)
    with pytest.raises(Refused):
        marker_decision.change(cast.mina, row, make.marker_page(row.incident), MONDAY, row.version - 1)
