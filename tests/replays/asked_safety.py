"""What the cases ask of staff safety: markers, the police, a court; each by questions and deeds, and Today on a day."""

import datetime as dt
from typing import Any

import pytest

from models import Declaration, Ending, IncidentStaff, Letter, Marker, Review, User
from policy.contacts import check as contact_check
from policy.core import audit, clock
from policy.core.answers import Answer
from policy.core.validation import Invalid
from policy.customers import summary as file_summary
from policy.extreme_route import declaration as declarations
from policy.extreme_route import notice as notices
from policy.incidents import notes as incident_notes
from policy.markers import decision as marker_decision
from policy.markers import review as marker_review
from policy.markers import visibility as marker_visibility
from policy.restrictions import arrangement, lifecycle, notifications
from policy.restrictions import decision as restriction_decision
from policy.restrictions import proposal as restriction_proposal
from policy.rulebook import clauses
from policy.staff import people
from policy.warnings import warnings
from tests import make
from tests.policy.stage import clear, stands
from tests.replays import stage, steps
from tests.replays.asked_after import marker_is_shown, not_done, waits
from tests.replays.case import Entry, Step
from tests.replays.stage import DAY, Replay, moment, printed


def approving(replay: Replay, row: Marker, day: dt.date) -> Answer:
    return marker_decision.may_approve(replay.cast.sol, row.fresh(), moment(day))


def changed(replay: Replay, row: Marker, step: Step, **different: Any) -> Marker:
    """The proposed marker with some of it changed."""
    row = row.fresh()
    page = steps.marker_page(replay, step, different.pop("incident", row.incident), **different)
    return marker_decision.change(replay.cast.mark, row, page, moment(step.day), row.version)


# --- Markers ---


def marker_without_its_parts(entry: Entry, cast: Any) -> Replay:
    """No marker without its incident, what happened, what to do, who sees it, an end and a review, and two people."""
    replay, step = steps.play(entry.case, cast, entry.step), entry.step
    row = steps.proposed(replay, step)
    clear(approving(replay, row, step.day))
    for left_out, rule, words in (
        ({"incident": None}, "G52", "rests on no specific incident"),
        ({"fact": ""}, "G54", "what happened"),
        ({"action": ""}, "G54", "what staff are to do"),
        ({"ends_on": None}, "G54", "end or the review is missing"),
        ({"review_on": None}, "G54", "end or the review is missing"),
        ({"recipients": {}}, "G54", "Nobody is chosen"),
    ):
        incident = row.incident
        row = changed(replay, row, step, **left_out)
        stands(approving(replay, row, step.day), rule, words)
        not_done(lambda row=row: marker_decision.approve(cast.sol, row, moment(step.day)))
        row = changed(replay, row, step, incident=incident)
    for person in (cast.mark, cast.mina, cast.omar, cast.carla, cast.ada):
        assert not marker_decision.may_approve(person, row.fresh(), moment(step.day))
    assert lifecycle.markers(replay.customer.id, step.day) == [] and Letter.select().count() == 0
    clear(approving(replay, row, step.day))
    return replay


def told_or_why_not(entry: Entry, cast: Any) -> Replay:
    """Not approved before it is settled whether the customer is told; told with it, or thought of again by a day."""
    replay, step = steps.play(entry.case, cast, entry.step), entry.step
    row = steps.proposed(replay, step, telling="")
    stands(approving(replay, row, step.day), "G57", "not decided whether", alone=True)
    row = changed(replay, row, step, telling="withhold")
    stands(approving(replay, row, step.day), "G57", "would be dangerous")
    again = clock.working_days_after(step.day, 20)
    silent = {"telling": "withhold", "not_telling_because": "He said that he would find whoever told on him."}
    row = changed(replay, row, step, **silent, think_again_on=again)
    assert marker_decision.approve(cast.sol, row, moment(step.day)) is None
    words = f"Think again about telling the customer of marker {row.reference}"
    assert [len(waits(cast.mark, day, words)) for day in (again - 4 * DAY, again - 3 * DAY, again)] == [0, 1, 1]
    assert [len(waits(cast.sena, day, words)) for day in (again, again + DAY)] == [0, 1]
    letter = marker_review.tell_now(cast.mark, row.fresh(), make.MARKER_PASSAGES, moment(again))
    assert letter.kind == "markers/notice" and not waits(cast.mark, again + DAY, words)
    return replay


def identity_unsure(entry: Entry, cast: Any) -> Replay:
    """Where nobody has confirmed who it was, no marker is made; once confirmed it may be."""
    replay, step = steps.play(entry.case, cast, entry.step), entry.step
    unsure = steps.danger(replay, step, identity="low", identified_by="")
    row = steps.proposed(replay, step, unsure)
    stands(approving(replay, row, step.day), "G10", "not sure enough", alone=True)
    not_done(lambda: marker_decision.approve(cast.sol, row, moment(step.day)))
    words = "The council officer knew him."
    incident_notes.add_note(cast.omar, unsure, "identity", words, moment(step.day), make.key(), "certain")
    clear(approving(replay, row, step.day))
    return replay


def marker_letter(entry: Entry, cast: Any) -> Replay:
    """The letter of the marker: the reason, how long, that it then ends, and how to appeal."""
    replay = steps.play(entry.case, cast, entry.step)
    step = next(one for one in entry.case.steps if one.action == "marker_set")
    row = steps.set_marker(replay, step)
    words = printed(row.letter)
    told_of = (make.MARKER_PASSAGES["reasons"].lower(), row.fact.lower(), row.action.lower())
    for part in (*told_of, clock.day_words(row.ends_on), "you can appeal", "senior officer who was not involved"):
        assert part.lower() in words.lower(), part
    assert row.letter is not None and clock.today(row.letter.issued_at) == step.day == entry.step.day
    return replay


def marker_is_no_sanction(entry: Entry, cast: Any) -> Replay:
    """4.5, 4.6: a precaution for staff needs no warning, and gives no ground for a restriction, which does.

    That it is one and not the other is written down: weighed by a second person, on the day.
    """
    replay, step = steps.play(entry.case, cast, entry.step), entry.step
    row = steps.proposed(replay, step)
    clear(approving(replay, row, step.day))
    tomorrow = marker_decision.may_approve(cast.sol, row.fresh(), moment(step.day + DAY))
    assert tomorrow.names("G7")
    marker_decision.approve(cast.sol, row, moment(step.day))
    now = moment(step.day, 16)
    stands(
        restriction_proposal.may_propose(cast.omar, replay.customer, now), "G1", "No written warning has been issued"
    )
    assert file_summary.icon(replay.customer, now) is None
    [seen] = marker_visibility.shown(replay.customer.id, cast.omar, now)
    assert seen.words.startswith("A staff-safety precaution is in place")
    return replay


def marker_allowed(entry: Entry, cast: Any) -> Replay:
    """With its end, its conditions and its day of review it holds until its last day and not after."""
    replay, step = steps.play(entry.case, cast, entry.step), entry.step
    row = steps.proposed(replay, step)
    clear(approving(replay, row, step.day))
    marker_decision.approve(cast.sol, row, moment(step.day))
    row = row.fresh()
    known = str(dict(step.told.get("marker", {})).get("end_date", ""))
    assert row.ends_on == (dt.date.fromisoformat(known) if known else clock.months_after(step.day, 12))
    assert row.review_on <= row.ends_on and row.action and row.letter is not None
    held = [bool(lifecycle.markers(replay.customer.id, day)) for day in (step.day, row.ends_on, row.ends_on + DAY)]
    assert held == [True, True, False]
    return replay


def assessed_again(entry: Entry, cast: Any) -> Replay:
    """Shown ahead of each yearly day; gone on with only with an outcome and reasons, by a second person."""
    replay = steps.play(entry.case, cast, entry.step)
    row = steps.decided(replay)
    assert isinstance(row, Marker)
    marker_is_shown(cast, row)
    with pytest.raises(Invalid):
        steps.again(replay, row.review_on, reasons="")
    draft = marker_review.draft_of(row)
    assert draft is not None and Review.get().outcome == ""
    stands(approving(replay, draft, row.review_on + DAY), "G7", "", alone=False)
    marker_decision.approve(cast.sol, draft, moment(row.review_on), draft.version, "Two visits went badly.")
    held = Review.get()
    assert (held.outcome, held.reasons, held.held_by) == ("renewed", "Two visits went badly.", cast.sol)
    assert held.renewed.review_on > row.review_on
    replay.marker = held.renewed
    assert waits(cast.mark, held.renewed.review_on - 21 * DAY, f"Review marker {held.renewed.reference}")
    return replay


def repair_with_conditions(entry: Entry, cast: Any) -> Replay:
    """The repair goes ahead; whoever arranges it reads what to do, and not what happened (1.2, 4.6)."""
    replay = steps.play(entry.case, cast, entry.step)
    assert replay.marker
    whose, now = replay.customer, moment(entry.step.day)
    for channel in clauses.CHANNELS:
        asked = contact_check.Asked(now, channel, "repair" if "repair" in clauses.ALWAYS_OPEN else "hazard")
        assert contact_check.check(asked, arrangement.standing(whose.id, entry.step.day)).outcome == "go"
    row = replay.marker.fresh()
    scheduler = joiner(cast)
    assert any(one["team"].startswith("repairs") for one in row.recipients)
    [seen] = marker_visibility.shown(whose.id, cast.omar, now)
    assert seen.action == row.action and row.fact not in seen.words
    assert (
        marker_visibility.shown(whose.id, scheduler, now) == []
    )  # another firm's joiner reads it from whoever sends him
    repair = make.incident(cast.carla, whose, now, protected="hazard", request="A new part", request_owner=cast.olive)
    assert waits(cast.olive, entry.step.day, f"Answer the request noted in {repair.reference}")
    return replay


def joiner(cast: Any) -> User:
    """Somebody who works here and in no team that the marker is for."""
    told_of = {"team": "Gardens", "job_title": "Gardener"}
    return people.add_person(
        cast.ada, "Jo Gardener", "jo@karbon.example", ["colleague"], "correct horse battery", make.MONDAY, **told_of
    )


def every_copy_corrected(entry: Entry, cast: Any) -> Replay:
    """Removed: nothing shows at once, the letter says so, and each who was told of it is told of its end."""
    replay = steps.play(entry.case, cast, entry.step)
    steps.take(replay, entry.step)
    row, now = steps.decided(replay), moment(entry.step.day)
    assert isinstance(row, Marker) and row.ended_on is not None
    assert marker_visibility.standing(replay.customer.id, now) == [] and file_summary.icon(replay.customer, now) is None
    everybody = [clauses.TEAMS[one["team"]].label for one in row.recipients] + [notifications.ICON]
    assert notifications.owed(row, "ends", now) == everybody
    settled = notifications.settled(row)
    if settled is None:
        marker_review.settle(cast.omar, row, {"letter": True, **make.MARKER_PASSAGES}, now)
    ending = Ending.get(Ending.marker == row)
    assert ending.letter is not None and not notifications.closed(row, now)
    notifications.tell(cast.omar, row, "ends", everybody, "By telephone.", now)
    assert notifications.owed(row, "ends", now) == [] and notifications.closed(row, now)
    return replay


def marked_as_wrong(entry: Entry, cast: Any) -> Replay:
    """It stays on the file as our mistake: said to have been wrong, and nothing can rest on that incident again."""
    replay = steps.play(entry.case, cast, entry.step)
    steps.take(replay, entry.step)
    row, now = steps.decided(replay), moment(entry.step.day)
    assert isinstance(row, Marker) and row.was_wrong and row.ended_because
    incident = replay.happened[-1]
    incident_notes.add_note(cast.omar, incident, "identity", "It was not him.", now, make.key(), "low")
    again = make.proposed_marker(cast.mark, replay.customer, incident, now)
    make.weighing(cast.sol, replay.customer, "marker", now)
    stands(approving(replay, again, entry.step.day), "G10", "not sure enough")
    draft = make.draft_warning(cast.omar, replay.customer, [incident], now)
    assert warnings.may_issue(cast.mark, draft, now).names("G10")
    assert list(audit.verify()) == []
    return replay


# --- Police and court ---


def at_once_without_a_warning(entry: Entry, cast: Any) -> Replay:
    """4.5: where immediate safety is threatened, restricted that day without a warning, by two people's decision."""
    replay, step, now = steps.play(entry.case, cast, entry.step), entry.step, moment(entry.step.day)
    stands(
        restriction_proposal.may_propose(cast.omar, replay.customer, now), "G1", "No written warning has been issued"
    )
    for missing in ("reason", "threatened", "police"):
        with pytest.raises(Invalid):
            told_of = make.DECLARED | {missing: ""}
            declarations.declare(cast.mark, replay.customer, replay.happened[-1], told_of, now, make.key())
    not_a_manager = declarations.may_declare(cast.omar, replay.customer, now)
    stands(not_a_manager, "G17", "Only a manager")
    alone = declarations.declare(cast.mark, replay.customer, replay.happened[-1], make.DECLARED, now, make.key())
    replay.declaration = alone
    row = steps.at_once(replay, step)
    stands(restriction_decision.may_authorise(cast.mark, row, now), "G17", "No second person has agreed", alone=True)
    stands(declarations.may_second(cast.mark, alone, now), "G17", "You declared this yourself")
    words = f"Decide as the second person on action without a warning, {alone.reference}"
    assert waits(cast.mina, step.day, words) and not waits(cast.mark, step.day, words)
    declarations.second(cast.mina, alone, "I agree: it cannot wait.", now)
    clear(restriction_decision.may_authorise(cast.mark, row.fresh(), now))
    restriction_decision.authorise(cast.mark, row, now)
    restriction_decision.issue(cast.mark, row.fresh(), now)
    assert row.fresh().in_force_on(step.day)
    back = clock.working_days_after(step.day, 5)
    look = f"Look back on action without a warning, {alone.reference}"
    assert [one.due for one in waits(cast.sena, step.day, look)] == [back]
    assert not waits(cast.mark, back, look) and not waits(cast.mina, back, look)
    return replay


def who_was_who(entry: Entry, cast: Any) -> Replay:
    """Who was threatened, who only saw it, who rang the police: each is named in the record, and asked for."""
    replay, now = steps.play(entry.case, cast, entry.step), moment(entry.step.day)
    parts = [(cast.carla, "target"), (cast.olive, "witness"), (cast.omar, "rang_police")]
    untold = make.threat(cast.carla, replay.customer, now, staff=parts, police="", police_words="")
    kept = {(row.user_id, row.part) for row in IncidentStaff.select().where(IncidentStaff.incident == untold)}
    assert kept == {(person.id, part) for person, part in parts}
    words = f"Record whether the police were told about incident {untold.reference}"
    assert [len(waits(person, entry.step.day, words)) for person in (cast.carla, cast.mark)] == [1, 1]
    with pytest.raises(Invalid) as asked:
        told_of = make.DECLARED | {"threatened": "", "police_reference": "", "police_words": ""}
        declarations.declare(cast.mark, replay.customer, untold, told_of, now, make.key())
    assert {"threatened", "police_reference"} <= set(asked.value.errors)
    declared = declarations.declare(cast.mark, replay.customer, untold, make.DECLARED, now, make.key())
    assert not waits(cast.carla, entry.step.day, words)
    assert declared.threatened == "staff" and declared.police_reference
    return replay


def notice_afterwards(entry: Entry, cast: Any) -> Replay:
    """Whoever acts at once is reminded of the letter; withheld for a reason, it is thought of again by a day."""
    replay, step, now = steps.play(entry.case, cast, entry.step), entry.step, moment(entry.step.day)
    steps.take(replay, step)
    row = restriction_decision.authorise(cast.mark, steps.at_once(replay, step), now)
    words = f"Issue the letter of restriction {row.reference}"
    (item,) = waits(cast.mark, step.day, words)
    assert item.due == row.starts_on == step.day
    assert waits(cast.mark, step.day + DAY, words)[0].overdue and not row.fresh().in_force_on(step.day)
    again = clock.working_days_after(step.day, 20)
    notices.withhold(cast.mark, row.fresh(), "The police ask us to wait for the arrest.", again, now)
    assert not waits(cast.mark, step.day, words) and row.fresh().in_force_on(step.day)
    think = f"Think again about telling the customer of restriction {row.reference}"
    assert [one.due for one in waits(cast.mark, step.day, think)] == [again]
    assert [len(waits(cast.sena, day, think)) for day in (again, again + DAY)] == [0, 1]
    letter = notices.send(cast.mark, row.fresh(), moment(again))
    assert not waits(cast.mark, again + DAY, think) and "you can appeal" in printed(letter)
    return replay


def court_order(entry: Entry, cast: Any) -> Replay:
    """A court's order is a ground for a restriction; its terms are kept in words, and its end is the end."""
    replay, step = steps.play(entry.case, cast, entry.step), entry.step
    replay.supply("end and terms of the court's order")
    with pytest.raises(Invalid):
        declarations.checked(
            make.DECLARED | {"legal": "injunction", "legal_words": ""}, replay.customer, moment(step.day)
        )
    declared = Declaration.get_or_none()
    if declared is None or declared.legal != "injunction":
        replay.happened.append(stage.happening(replay, None, step.day, **DANGER))
        declared = steps.declare(replay, step, legal="injunction", legal_words="Not to enter the office until 1 July.")
    ends = step.day + 120 * DAY
    row = steps.at_once(replay, step, ends_on=ends, review_on=step.day + 60 * DAY)
    clear(restriction_decision.may_authorise(cast.mark, row, moment(step.day)))
    restriction_decision.authorise(cast.mark, row, moment(step.day))
    letter = restriction_decision.issue(cast.mark, row.fresh(), moment(step.day))
    row = row.fresh()
    assert declared.legal_words and row.declaration_id == declared.id and row.warning_id is None
    assert [row.in_force_on(day) for day in (step.day, ends, ends + DAY)] == [True, True, False]
    assert clock.day_words(ends).lower() in printed(letter)
    return replay


DANGER = {"behaviours": ["threat"], "severity": 3, "police": "reported", "channel": "office"}
