"""What anybody tries after the decision: reviews, appeals, ends, markers; each answer held against what its deed does.

A part of the office in `office.py`, which has the people, the time and the way of trying.
"""

import datetime as dt
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from models import Appeal, BehaviourWarning, Marker, Restriction, Review
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.appeals import subject as appeal_subject
from policy.core import clock
from policy.markers import decision as marker_decision
from policy.markers import review as marker_review
from policy.restrictions import ending as restriction_ending
from policy.reviews import decision as review_decision
from policy.reviews import opening as review_opening
from tests import make

WHO = st.sampled_from(["mark", "mina", "omar", "sena", "sena", "sol", "carla"])
PICK = st.integers(0, 7)
MOSTLY = st.sampled_from([True, True, True, False])
WAYS = ("", "review", "appeal", "review", "suspend", "lift", "lapse", "review")


class After:
    """The rules that follow a decision."""

    cast: Any
    now: dt.datetime
    whose: Any
    attempt: Any
    one: Any
    person: Any

    # --- Reviews ---

    @rule(who=WHO, pick=PICK)
    def open_review(self, who: str, pick: int) -> None:
        row, actor = self.one(Restriction, pick), self.person(who)
        if row:
            may = review_opening.may_open(actor, row, self.now)
            self.attempt(may, lambda: review_opening.open_review(actor, row, self.now, make.key()))

    @rule(who=WHO, pick=PICK, outcome=st.sampled_from(["continued", "continued", "lifted", ""]), reasoned=MOSTLY)
    def prepare_review(self, who: str, pick: int, outcome: str, reasoned: bool) -> None:
        review, actor = self.one(Review, pick), self.person(who)
        if review and review.restriction:
            page = make.going_on(review.restriction, self.now, outcome=outcome, answer="We see that.")
            page |= {} if reasoned else {"reasons": "", "evidence": ""}
            may = review_opening.may_change(actor, review, self.now)
            review = self.attempt(may, lambda: review_opening.change(actor, review, page, self.now, review.version))
            if review and pick % 2 == 0:
                said = {"from_whom": "customer", "channel": "visit", "on": clock.today(self.now), "words": "End."}
                may = review_opening.may_comment(actor, review, self.now)
                self.attempt(may, lambda: review_opening.add_comment(actor, review, said, self.now))

    @rule(who=WHO, pick=PICK)
    def hold_review(self, who: str, pick: int) -> None:
        review, actor = self.one(Review, pick), self.person(who)
        if review and review.restriction:
            may = review_decision.may_hold(actor, review, self.now)
            self.attempt(may, lambda: review_decision.hold(actor, review, self.now))

    # --- Appeals ---

    @rule(who=WHO, pick=PICK, table=st.sampled_from([Restriction, Restriction, Marker, BehaviourWarning]))
    def appeal(self, who: str, pick: int, table: Any) -> None:
        thing, actor = self.one(table, pick), self.person(who)
        if thing:
            told = {"late_because": "They did not know of it.", "received_on": clock.today(self.now)}
            may = appeal_intake.may_take(actor, thing, self.now)
            self.attempt(may, lambda: make.appeal(actor, thing, self.now, **told))

    @rule(who=WHO, pick=PICK, decider=WHO)
    def assign(self, who: str, pick: int, decider: str) -> None:
        row, actor, hears = self.one(Appeal, pick), self.person(who), self.person(decider)
        if row:
            may = appeal_intake.may_assign(actor, row, self.now, hears)
            row = self.attempt(may, lambda: appeal_intake.assign(actor, row, hears, self.now))
            if row and pick % 2:
                may = appeal_intake.may_acknowledge(self.cast.omar, row, self.now)
                self.attempt(may, lambda: appeal_intake.acknowledge(self.cast.omar, row, {"more": ""}, self.now))

    @rule(who=WHO, pick=PICK, rests=MOSTLY)
    def suspend(self, who: str, pick: int, rests: bool) -> None:
        row, actor = self.one(Appeal, pick), self.person(who)
        if row:
            told = {"suspended": rests, "from_on": clock.today(self.now), "because": "Their health."}
            may = appeal_intake.may_suspend(actor, row, self.now)
            self.attempt(may, lambda: appeal_intake.decide_suspension(actor, row, told, self.now))

    @rule(who=WHO, pick=PICK, outcome=st.sampled_from(["stands", "overturned", "varied"]), fits=MOSTLY)
    def hear(self, who: str, pick: int, outcome: str, fits: bool) -> None:
        """Whoever it is writes the answer, weighs it and decides."""
        row, actor = self.one(Appeal, pick), self.person(who)
        if row is None:
            return
        found = "not_upheld" if (outcome == "stands") is fits else "upheld"
        soon = clock.today(self.now) + dt.timedelta(days=20)
        page = {
            "outcome": outcome,
            "reasons": "I read what everybody wrote down that day.",
            "remedy": "We did not ask for their side." if outcome != "stands" else "",
            "lessons": "We will ask first.",
            "ends_on": soon,
            "next_review_on": soon - dt.timedelta(days=11),
            "answers": {one.id: (found, "I listened to the call.") for one in appeal_subject.grounds_of(row)},
        }
        may = appeal_hearing.may_change(actor, row, self.now)
        row = self.attempt(may, lambda: appeal_hearing.change(actor, row, page, self.now, row.version)) or row
        if fits and actor.id == row.decider_id:
            make.weighing(actor, row.customer, "appeal", self.now)
        if row.decider_id is not None:
            row = row.fresh()
            may = appeal_hearing.may_decide(actor, row, self.now)
            self.attempt(may, lambda: appeal_hearing.decide(actor, row, self.now))

    @rule(who=WHO, pick=PICK)
    def withdraw_appeal(self, who: str, pick: int) -> None:
        row, actor = self.one(Appeal, pick), self.person(who)
        if row and pick == 7:
            told = {"on": clock.today(self.now), "words": "I leave it."}
            may = appeal_intake.may_withdraw(actor, row, self.now)
            self.attempt(may, lambda: appeal_intake.withdraw(actor, row, told, self.now))

    # --- Ends ---

    @rule(who=WHO, pick=PICK)
    def settle(self, who: str, pick: int) -> None:
        row, actor = self.one(Restriction, pick), self.person(who)
        if row:
            may = restriction_ending.may_settle(actor, row, self.now)
            self.attempt(may, lambda: restriction_ending.settle(actor, row, {}, self.now))

    # --- Markers ---

    @rule(who=WHO, pick=st.sampled_from([0, 0, 0, 1]), grave=st.booleans(), whole=MOSTLY)
    def propose_marker(self, who: str, pick: int, grave: bool, whole: bool) -> None:
        actor, whose = self.person(who), self.whose[pick]
        cited = make.threat(self.cast.olive, whose, self.now)
        self.now += dt.timedelta(minutes=1)
        row = self.attempt(
            marker_decision.may_ask(actor, whose, self.now), lambda: make.asked_marker(actor, whose, self.now)
        )
        if row:
            page = make.marker_page(cited, self.now, category="violence" if grave else "threat")
            page |= {} if whole else {"action": ""}
            may = marker_decision.may_propose(actor, row, self.now)
            self.attempt(may, lambda: marker_decision.propose(actor, row, page, self.now, row.version))

    @rule(who=WHO, pick=PICK)
    def approve_marker(self, who: str, pick: int) -> None:
        row, actor = self.one(Marker, pick), self.person(who)
        if row:
            may = marker_decision.may_approve(actor, row, self.now)
            self.attempt(
                may, lambda: marker_decision.approve(actor, row, self.now, reasons="It is still so."), lines=(1, 2)
            )

    @rule(who=WHO, pick=PICK)
    def remove_marker(self, who: str, pick: int) -> None:
        row, actor = self.one(Marker, pick), self.person(who)
        if row and pick > 4:
            may = marker_review.may_remove(actor, row, self.now)
            told = {"because": "Two calm visits."}
            self.attempt(may, lambda: marker_review.remove(actor, row, told, self.now), lines=(1, 2))

    @rule(who=WHO, pick=PICK)
    def review_marker(self, who: str, pick: int) -> None:
        row, actor = self.one(Marker, pick), self.person(who)
        if row:
            may = marker_review.may_review(actor, row, self.now)
            told = {"kind": "due"}
            self.attempt(may, lambda: marker_review.review(actor, row, told, self.now, make.key()), lines=(2,))

    # --- The whole way ---

    @rule(how=st.sampled_from(WAYS))
    def go_on(self, how: str) -> None:
        """What a careful office does with its newest decision; each step still only where its question says yes."""
        if how == "review":
            self.wait(60)
            self.open_review("omar", 0)
            self.prepare_review("omar", 0, "continued", True)
            self.weigh("mina", 0, "review", True)
            self.hold_review("mina", 0)
        elif how in ("appeal", "suspend"):
            self.wait(3)
            self.appeal("carla", 0, Restriction)
            self.assign("mina", 1, "sena")
            self.assign("mina", 0, "sena")
            if how == "suspend":
                self.suspend("sena", 0, True)
            else:
                self.hear("sena", 0, "overturned", True)
        elif how == "lift":
            self.end("mark", 6, True)
            self.settle("omar", 0)
        elif how == "lapse":
            self.wait(190)
            self.settle("mark", 0)
        elif how == "marker":
            self.mark(False)

    @rule(grave=st.booleans())
    def mark(self, grave: bool) -> None:
        """A marker as a careful office makes one: proposed by a manager, weighed and approved by the safety lead."""
        self.propose_marker("mina", 0, grave, True)
        self.weigh("sol", 0, "marker", True)
        self.approve_marker("sol", 0)

    def wait(self, days: int) -> None:
        raise NotImplementedError

    def weigh(self, who: str, pick: int, purpose: str, signed: bool) -> None:
        raise NotImplementedError

    def end(self, who: str, pick: int, lifting: bool) -> None:
        raise NotImplementedError
