"""Plays a case step by step: each step is the deed that it is, on its day; one we have no deed for is noted as left."""

import datetime as dt
from typing import Any

from models import Appeal, Declaration, Marker, Restriction, User
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.core import clock
from policy.extreme_route import declaration as declarations
from policy.markers import decision as marker_decision
from policy.markers import review as marker_review
from policy.restrictions import decision as restriction_decision
from policy.restrictions import proposal as restriction_proposal
from policy.reviews import decision as review_decision
from tests import make
from tests.replays import stage, words
from tests.replays.case import Case, Step
from tests.replays.stage import DAY, MARK, Replay, moment


def play(case: Case, cast: Any, step: Step, written: bool = True) -> Replay:
    """The case up to a step, that step left out. Not `written`: its written warnings were spoken ones."""
    replay = stage.begin(case, cast)
    for earlier in case.before(step):
        take(replay, earlier, written)
    return replay


def take(replay: Replay, step: Step, written: bool = True) -> None:
    """One step, by the deed that it is."""
    told_off = step.action == "verbal_warning" or (step.action == "written_warning" and not written)
    if step.action == "contact" and words.objects(step.facts) and decided(replay) is not None:
        appeal_in(replay, step)
    elif step.action == "incident" or (step.action == "contact" and step.actor in words.CUSTOMERS):
        (replay.since if replay.warning else replay.happened).append(stage.happening(replay, step, step.day))
    elif told_off:
        told = {"told_to_stop": True, "told_to_stop_words": step.facts}
        replay.happened.append(stage.happening(replay, step, step.day, **told))
    elif step.action in DEEDS:
        DEEDS[step.action](replay, step)
    else:
        replay.left.append(f"{step.number}: {step.action}")


def decided(replay: Replay) -> Restriction | Marker | None:
    """What the case's landlord has decided: its restriction or, where there is none, its marker."""
    found = replay.restriction or replay.marker
    return found.fresh() if found is not None else None


def _letter(replay: Replay, step: Step) -> None:
    if replay.restriction and replay.letter is None:
        replay.letter = restriction_decision.issue(replay.cast.mark, replay.restriction, moment(step.day))
    elif replay.marker and not replay.marker.letter.deliveries.count():  # type: ignore[union-attr]
        make.served(replay.cast.omar, replay.marker.letter, moment(step.day))
    else:
        replay.left.append(f"{step.number}: {step.action}")


# --- Markers ---


def danger(replay: Replay, step: Step, **told: Any) -> Any:
    """The incident that a marker rests on: the case's own, or one that is supplied."""
    if replay.happened and not told:
        return replay.happened[-1]
    replay.supply("incident behind the marker")
    row = make.threat(replay.cast.carla, replay.customer, moment(step.day, 9), **told)
    replay.happened.append(row)
    return row


def marker_page(replay: Replay, step: Step, incident: Any, **told: Any) -> dict[str, Any]:
    """What a manager writes of the case's marker: its end as the case tells it, reviewed by then."""
    said = dict(step.told.get("marker", {}))
    known = said.get("end_date", "")
    ends = (
        dt.date.fromisoformat(known) if known[:2] == "20" else clock.months_after(step.day, words.marker_months(said))
    )
    if known[:2] != "20":
        replay.supply("end of the marker")
    page = {"category": words.category_of(said), "ends_on": ends, "review_on": ends}
    return make.marker_page(incident, moment(step.day), **page | told)


def proposed(replay: Replay, step: Step, incident: Any = None, **told: Any) -> Marker:
    """The case's marker as Mark wrote it, weighed by Sol, who may approve it unless something in `told` is against."""
    replay.supply("request, words, recipients and weighing of the marker")
    row = make.asked_marker(replay.cast.mark, replay.customer, moment(step.day))
    page = marker_page(replay, step, incident or danger(replay, step), **told)
    row = marker_decision.propose(replay.cast.mark, row, page, moment(step.day), row.version)
    make.weighing(replay.cast.sol, replay.customer, "marker", moment(step.day))
    return row


def set_marker(replay: Replay, step: Step) -> Marker:
    """The case's marker, approved by the safety lead, the customer told by its notice."""
    row = proposed(replay, step)
    marker_decision.approve(replay.cast.sol, row, moment(step.day), row.version)
    replay.marker = row.fresh()
    return replay.marker


def _remove_marker(replay: Replay, step: Step) -> None:
    assert replay.marker
    if replay.marker.fresh().ended_on is None:
        told = {"because": step.facts, "was_wrong": True}
        marker_review.remove(replay.cast.mark, replay.marker, told, moment(step.day))


# --- Appeals ---


def grounds(replay: Replay, step: Step) -> dict[str, Any]:
    """An appeal as the step tells it, in its own words."""
    return {
        "channel": words.channel_of(step.told, replay.case.channels),
        "words": step.facts,
        "grounds": {words.ground_of(step.facts): step.facts},
        "discrimination": "discrimination" in step.facts,
        "late_because": f"It was not told to them before. {MARK}",
    }


def appeal_in(replay: Replay, step: Step) -> Appeal:
    """The customer's challenge, taken by whoever hears it first; said again, it is added to the one that is open."""
    thing, now = decided(replay), moment(step.day)
    assert thing is not None, "a challenge is to something decided"
    if replay.appeal is not None and replay.appeal.fresh().is_open:
        appeal_intake.add(replay.cast.carla, replay.appeal, {"other": step.facts}, now)
    else:
        told = grounds(replay, step) | {"received_on": step.day}
        replay.appeal = make.appeal(replay.cast.carla, thing, now, **told)
    return replay.appeal


def appeal_out(replay: Replay, step: Step) -> None:
    """The answer, by a senior officer who had no part: chosen and the customer told on the days they are due."""
    assert replay.appeal is not None
    replay.supply("who hears the appeal, acknowledgement and weighing")
    make.heard(replay.cast, replay.appeal, moment(replay.appeal.received_on, 16))
    appeal_hearing.decide(replay.cast.sena, answer_to(replay, step), moment(step.day))


def answer_to(replay: Replay, step: Step) -> Appeal:
    """The whole answer to the case's appeal, saved and weighed, ready to be decided."""
    assert replay.appeal is not None
    outcome = words.OUTCOMES[dict(step.told.get("appeal", {})).get("outcome", "kept")]
    found = "not_upheld" if outcome == "stands" else "upheld"
    remedy = "" if outcome == "stands" else "We took you for somebody else. We are sorry."
    return make.answered(replay.appeal, moment(step.day), outcome, found, remedy=remedy)


# --- Reviews ---


def hold_review(replay: Replay, day: dt.date, by: User | None = None, **told: Any) -> Restriction:
    """The restriction goes on from `day` after a review by somebody who did not decide before; its new part."""
    assert replay.restriction
    made = make.held_review(replay.cast, replay.restriction.fresh(), moment(day), by or replay.cast.mina, **told)
    assert made.successor is not None
    replay.restriction = made.successor.fresh()
    return replay.restriction


def keep_alive(replay: Replay, until: dt.date) -> Restriction:
    """Reviews on each last day, a year at a time by senior officers in turn, so that it still stands on `until`.

    What a case leaves standing for years without a review would here have ended by itself.
    """
    assert replay.restriction
    turn = [replay.cast.sena, make.senior(replay.cast)]
    while (last := replay.restriction.fresh().ends_on) < until:
        replay.supply("reviews until then")
        turn.reverse()
        hold_review(replay, last, turn[0], ends_on=clock.months_after(last, 12))
    return replay.restriction.fresh()


def ready_review(replay: Replay, step: Step, **told: Any) -> Any:
    """The review of the step, prepared and weighed: a senior officer may hold it unless `told` stands against it."""
    keep_alive(replay, step.day)
    assert replay.restriction
    replay.supply("comments, weighing and words of the review")
    row = replay.restriction.fresh()
    by = make.senior(replay.cast, "Sibyl Third")
    return make.ready_review(replay.cast, row, moment(step.day), by, **told), by


def _review(replay: Replay, step: Step) -> None:
    if replay.restriction is not None:
        review, by = ready_review(replay, step)
        held = review_decision.hold(by, review, moment(step.day))
        assert held.successor is not None
        replay.restriction = held.successor.fresh()
    elif replay.marker is not None:
        again(replay, max(step.day, replay.marker.in_force_from + DAY))


def again(replay: Replay, day: dt.date, reasons: str = "Two visits went badly.") -> Marker:
    """The marker looked at again, and gone on with for as long as before."""
    assert replay.marker
    draft = marker_review.review(replay.cast.mark, replay.marker, {"kind": "due"}, moment(day), make.key())
    make.weighing(replay.cast.sol, replay.customer, "marker", moment(day))
    marker_decision.approve(replay.cast.sol, draft, moment(day), draft.version, reasons)
    replay.marker = draft.fresh()
    return replay.marker


# --- Without a warning ---


def declare(replay: Replay, step: Step, **told: Any) -> Declaration:
    """The extreme route for the case's last incident, declared by Mark and seconded by Mina."""
    replay.supply("reasons and second person of the extreme route")
    cast, now = replay.cast, moment(step.day)
    row = declarations.declare(cast.mark, replay.customer, danger(replay, step), make.DECLARED | told, now, make.key())
    declarations.second(cast.mina, row, "I agree: it cannot wait.", now)
    replay.declaration = row.fresh()
    return replay.declaration


def at_once(replay: Replay, step: Step, **lengths: dt.date) -> Restriction:
    """A restriction that rests on the extreme route, weighed and ready to be authorised on the day."""
    cast, now = replay.cast, moment(step.day)
    assert replay.declaration is not None
    row = restriction_proposal.propose(cast.omar, replay.customer, None, [], now, make.key(), replay.declaration)
    page = {name: getattr(row, name) for name in ("starts_on", "ends_on", "review_on", "scope")} | lengths
    page |= {
        "incidents": [],
        "passages": make.NOTICE_PASSAGES,
        "told": "the front desk",
        "why_not_milder": dict.fromkeys(MILDER, "It would be too late."),
    }
    row = restriction_proposal.change(cast.omar, row, page, now, row.version)
    place = {"place": "the office in Wallsend", "instead": "Ring us, or write to us"}
    restriction_proposal.set_term(cast.omar, row, "access", place, now, row.version)
    make.weighing(cast.mark, replay.customer, "restriction", now)
    return row.fresh()


MILDER = ("telephone_times", "named_officer", "channels", "significant_only")


def _restrict(replay: Replay, step: Step) -> None:
    if not words.is_a_courts(dict(step.told.get("restriction", {}))):
        stage.restrict(replay, step)
        return
    replay.declaration = replay.declaration or declare(replay, step, legal="injunction", legal_words=step.facts)
    replay.restriction = restriction_decision.authorise(replay.cast.mark, at_once(replay, step), moment(step.day))
    replay.letter = restriction_decision.issue(replay.cast.mark, replay.restriction, moment(step.day))


def _asked(replay: Replay, step: Step) -> None:
    """A repair that was reported: noted with its day, to be looked at where the case asks what became of it."""
    replay.left.append(f"{step.number}: {step.action}")


DEEDS = {
    "written_warning": lambda replay, step: stage.warn(replay, step.day),
    "restriction_authorised": _restrict,
    "letter_sent": _letter,
    "marker_set": set_marker,
    "marker_removed": _remove_marker,
    "appeal_received": appeal_in,
    "appeal_decided": appeal_out,
    "review_done": _review,
    "review_due": lambda replay, step: None,  # its day passes, and nobody holds it
    "police_report": declare,
    "repair_report": _asked,
}
