"""A letter is made once: what was checked is what is frozen, whichever deed issues it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from letterpress.make import render
from models import Letter, Restriction
from policy import actions
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.contacts import contacts
from policy.core import audit, clock
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.customers import customers
from policy.extreme_route import notice as notices
from policy.incidents import notes as incident_notes
from policy.markers import decision as marker_decision
from policy.markers import review as marker_review
from policy.other_letters import corrections, side_letter_facts, side_letters
from policy.other_letters.side_letter_facts import Entry
from policy.restrictions import decision as restriction_decision
from policy.restrictions import ending as restriction_ending
from policy.restrictions import named_officers
from policy.reviews import decision as review_decision
from policy.reviews import opening as review_opening
from policy.staff import absences
from policy.warnings import letter as warning_letter
from policy.warnings import warnings
from tests import make
from tests.policy.stage import MONDAY, WEDNESDAY, ready_restriction, ready_warning, warned

THURSDAY = make.later(WEDNESDAY, 1)
Deed = Callable[[], Any]


def warning(cast: Any) -> Deed:
    whose = make.customer(cast.omar)
    draft = ready_warning(cast, whose, [make.incident(cast.carla, whose)])
    return lambda: warnings.issue(cast.mark, draft, MONDAY)


def restriction(cast: Any) -> Deed:
    row = ready_restriction(cast, make.customer(cast.omar))
    row = restriction_decision.authorise(cast.mark, row, WEDNESDAY)
    return lambda: restriction_decision.issue(cast.mark, row, WEDNESDAY)


def in_force(cast: Any, **told: Any) -> Restriction:
    return make.restriction_in_force(cast, now=WEDNESDAY, **told)


def ending(cast: Any) -> Deed:
    row = in_force(cast)
    restriction_decision.lift(cast.mina, row, "It is not needed any more.", THURSDAY)
    return lambda: restriction_ending.settle(cast.omar, row.fresh(), {"thanks": "Your letters were calm."}, THURSDAY)


def notice(cast: Any) -> Deed:
    row = make.authorised(cast.mark, make.declared_proposal(cast, make.declared(cast)), MONDAY)
    notices.withhold(cast.mark, row, "He would come to the office.", clock.today(make.later(MONDAY, 7)), MONDAY)
    return lambda: notices.send(cast.mina, row.fresh(), make.later(MONDAY, 7))


def proposed_marker(cast: Any, **told: Any) -> Any:
    whose = make.customer(cast.omar)
    row = make.proposed_marker(cast.mina, whose, make.threat(cast.carla, whose), **told)
    make.weighing(cast.sol, whose, "marker")
    return row


def marker(cast: Any) -> Deed:
    row = proposed_marker(cast)
    return lambda: marker_decision.approve(cast.sol, row, MONDAY, row.version)


def marker_told_later(cast: Any) -> Deed:
    again = clock.today(make.later(MONDAY, 7))
    row = proposed_marker(cast, telling="withhold", not_telling_because="He would wait.", think_again_on=again)
    marker_decision.approve(cast.sol, row, MONDAY, row.version)
    return lambda: marker_review.tell_now(cast.mina, row.fresh(), make.MARKER_PASSAGES, make.later(MONDAY, 7))


def marker_removed(cast: Any) -> Deed:
    row = make.live_marker(cast.mina, cast.sol, make.customer(cast.omar))
    marker_review.remove(cast.mina, row, {"because": "He has moved."}, MONDAY)
    return lambda: marker_review.settle(cast.omar, row.fresh(), {"letter": True}, MONDAY)


def invitation(cast: Any) -> Deed:
    review = make.opened_review(cast, in_force(cast), THURSDAY)
    return lambda: review_opening.invite(cast.omar, review, {"help": "We can ring you."}, THURSDAY)


def review(cast: Any) -> Deed:
    ready = make.ready_review(cast, in_force(cast), THURSDAY)
    return lambda: review_decision.hold(cast.mina, ready, THURSDAY)


def correction(cast: Any) -> Deed:
    issued = warned(cast, make.customer(cast.omar))
    (incident,) = warning_letter.incidents_of(issued)
    note = incident_notes.add_note(cast.omar, incident, "correction", "It was at 10.15 am.", WEDNESDAY, make.key())
    typed = {"kind": "corrected", "right": "It was at 10.15 am.", "decision": "The warning stands."}
    assert issued.letter is not None
    return lambda: corrections.settle(cast.mark, note, issued.letter, typed, THURSDAY)


def reminder(cast: Any) -> Deed:
    row = in_force(cast)
    outside = {"channel": "telephone", "subject": "tenancy", "arrangement": "broken_by_customer"}
    call = contacts.log(cast.carla, row.customer, outside, THURSDAY, make.key())
    later = make.later(THURSDAY, 1)
    return lambda: side_letters.send(cast.omar, side_letters.REMINDER, row, Entry(cited=[call.id]), later, make.key())


def warning_ended(cast: Any) -> Deed:
    issued = warned(cast, make.customer(cast.omar))
    over = side_letter_facts.over_on(issued, clock.today(WEDNESDAY))
    assert over is not None
    after = dt.datetime.combine(over + dt.timedelta(days=1), dt.time(12), dt.UTC)
    return lambda: side_letters.send(cast.omar, side_letters.WARNING_ENDED, issued, Entry(), after, make.key())


def supporter(cast: Any) -> Deed:
    row = in_force(cast)
    told = {"name": "Jo Field", "organisation": "Harbour Advice", "email": "jo@harbour.example", "basis": "Signed form"}
    worker = customers.add_support_worker(cast.omar, row.customer, told, WEDNESDAY)
    entry = Entry(worker=worker)
    return lambda: side_letters.send(cast.omar, side_letters.SUPPORT_WORKER, row, entry, THURSDAY, make.key())


def staff_notice(cast: Any) -> Deed:
    row = in_force(cast)
    entry = Entry(to_whom="Repairs team")
    return lambda: side_letters.send(cast.omar, side_letters.STAFF_NOTICE, row, entry, THURSDAY, make.key())


def acknowledgement(cast: Any) -> Deed:
    row = make.appeal(cast.carla, in_force(cast), THURSDAY)
    appeal_intake.assign(cast.mina, row, cast.sena, THURSDAY)
    return lambda: appeal_intake.acknowledge(cast.omar, row.fresh(), {"more": ""}, THURSDAY)


def extension(cast: Any) -> Deed:
    row = make.heard(cast, make.appeal(cast.carla, in_force(cast), THURSDAY), THURSDAY)
    return lambda: appeal_intake.extend(cast.sena, row, {"reason": "The recording has not come yet."}, THURSDAY)


def answered_appeal(cast: Any) -> Deed:
    row = make.answered(make.heard(cast, make.appeal(cast.carla, in_force(cast), THURSDAY), THURSDAY), THURSDAY)
    return lambda: appeal_hearing.decide(cast.sena, row, THURSDAY)


def named(cast: Any) -> Restriction:
    return in_force(cast, terms={"named_officer": {"officer": cast.omar, "deputy": cast.olive}})


def cover_told(cast: Any) -> Deed:
    row, today = named(cast), clock.today(WEDNESDAY)
    days = {"starts_on": today, "ends_on": today + dt.timedelta(days=20), "handover": "Ring on Thursday"}
    absence = absences.record_absence(cast.omar, cast.omar, days, WEDNESDAY)
    told = {"officer": cast.olive, "deputy": cast.mina, "arranged": ""}
    return lambda: named_officers.tell_of_cover(cast.olive, row, absence, told, WEDNESDAY)


def officer_changed(cast: Any) -> Deed:
    row, starts = named(cast), clock.working_days_after(clock.today(WEDNESDAY), 3)
    told = {"officer": cast.olive, "deputy": cast.mina, "from_on": starts, "because": "He moves.", "arranged": ""}
    return lambda: named_officers.change_officer(cast.mina, row, told, WEDNESDAY)


DEEDS: dict[str, Callable[[Any], Deed]] = {
    "issue_warning": warning,
    "issue_restriction": restriction,
    "settle_ending": ending,
    "send_notice": notice,
    "approve_marker": marker,
    "tell_marker": marker_told_later,
    "settle_marker": marker_removed,
    "invite_to_review": invitation,
    "hold_review": review,
    "answer_correction": correction,
    "remind": reminder,
    "tell_of_warning_end": warning_ended,
    "write_to_supporter": supporter,
    "give_staff_notice": staff_notice,
    "acknowledge_appeal": acknowledgement,
    "extend_appeal": extension,
    "decide_appeal": answered_appeal,
    "tell_of_cover": cover_told,
    "change_officer": officer_changed,
}


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[Any]]:
    """What was made, checked and frozen from now on; everything is done as ever."""
    seen: dict[str, list[Any]] = {"made": [], "checked": [], "frozen": []}
    make_it, check_it, freeze_it = render.render, fairness.complete, letter_issue.freeze

    def made(*given: Any, **more: Any) -> Any:
        seen["made"].append(make_it(*given, **more))
        return seen["made"][-1]

    def checked(rendered: Any, *given: Any) -> Any:
        seen["checked"].append(rendered)
        return check_it(rendered, *given)

    def frozen(customer: Any, rendered: Any, *given: Any) -> Any:
        seen["frozen"].append(rendered)
        return freeze_it(customer, rendered, *given)

    monkeypatch.setattr(render, "render", made)
    monkeypatch.setattr(fairness, "complete", checked)
    monkeypatch.setattr(letter_issue, "freeze", frozen)
    return seen


def digest(rendered: Any) -> str:
    return audit.letter_digest(rendered.html, rendered.source)


@pytest.mark.parametrize("name", DEEDS)
def test_what_was_checked_is_what_is_frozen(sqlite_db: Any, cast: Any, name: str, watched: Any) -> None:
    deed = DEEDS[name](cast)
    for seen in watched.values():
        seen.clear()
    before = Letter.select().count()
    deed()
    letter = Letter.select().order_by(Letter.id.desc()).get()
    assert Letter.select().count() == before + 1
    assert {kind: len(seen) for kind, seen in watched.items()} == {"made": 1, "checked": 1, "frozen": 1}
    assert watched["checked"][0] is watched["frozen"][0]
    assert digest(watched["made"][0]) == digest(watched["checked"][0]) == letter.sha256
    assert list(audit.verify()) == []


def test_every_deed_that_issues_a_letter_is_tried() -> None:
    assert sorted(DEEDS) == sorted(one.name for one in actions.ACTIONS.values() if one.letter)
