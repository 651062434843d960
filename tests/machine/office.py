"""An office in which anybody tries anything at any time: every question's answer is held against what its deed does."""

import datetime as dt
import itertools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

import models
from models import BehaviourWarning, Customer, Event, Incident, Letter, Restriction, SupportWorker
from policy import measures
from policy.considerations import considerations, overrides
from policy.core import audit, clock
from policy.core.answers import Answer, Refused
from policy.core.validation import Invalid
from policy.correspondence import delivery as letter_delivery
from policy.customers import customers
from policy.incidents import entries as incident_entries
from policy.incidents import notes as incident_notes
from policy.restrictions import decision as restriction_decision
from policy.restrictions import proposal as restriction_proposal
from policy.warnings import letter as warning_letter
from policy.warnings import warnings
from tests import make
from tests.cast import Cast
from tests.machine import promises, promises_after
from tests.machine.after import WAYS, After

WHO = st.sampled_from(["carla", "omar", "olive", "mina", "mark", "mark", "mark", "sena", "sol", "ada"])
LIKELY = st.sampled_from(["omar", "omar", "mark", "mark", "olive", "carla"])
PICK = st.integers(0, 7)
LADDER = list(measures.KINDS)
SOME = st.sampled_from([[kind] for kind in LADDER] + [list(pair) for pair in itertools.combinations(LADDER, 2)])
KINDS = st.one_of(SOME, SOME, st.just([]))
MOSTLY = st.sampled_from([True, True, True, False])
PURPOSES = st.sampled_from(["warning", "warning", "restriction", "restriction", "review", "appeal", "marker"])
DECISION = {
    "again": MOSTLY,
    "waived": st.booleans(),
    "kinds": st.one_of(st.none(), st.none(), SOME),
    "late": st.sampled_from([0, 4, 4, -3]),
    "long": st.sampled_from([170, 170, 170, 400]),
    "share": st.sampled_from([0.4, 0.4, 0.4, 0.9]),
    "sent": MOSTLY,
    "after": st.sampled_from(WAYS),
}
SOUND = st.fixed_dictionaries({"after": st.sampled_from(WAYS[1:])})  # nothing stands against it: its end is reached


class Office(After, RuleBasedStateMachine):
    """One landlord, two customers, nine colleagues, and time that only moves forward."""

    template: Path

    @initialize(warned=SOME, decisions=st.lists(st.one_of(SOUND, SOUND, st.fixed_dictionaries(DECISION)), max_size=2))
    def open(self, warned: list[str], decisions: list[dict[str, Any]]) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="office-"))
        shutil.copyfile(self.template, self.folder / "office.db")
        self.database = models.connect(f"sqlite:///{self.folder / 'office.db'}")
        self.database.connect()
        self.cast = Cast()
        self.now = make.MONDAY
        self.whose = [make.customer(self.cast.omar, self.now)]
        self.whose.append(make.customer(self.cast.omar, self.now, date_of_birth=dt.date(2009, 4, 1)))
        for told in decisions:
            self.go_as_far_as_the_warning(warned)
            self.go_as_far_as_the_decision(**told)
            self.the_policy_is_kept()

    def teardown(self) -> None:
        if not hasattr(self, "database"):
            return
        assert list(audit.verify()) == []
        self.database.close()
        shutil.rmtree(self.folder)

    # --- Trying ---

    def attempt(self, answer: Answer, deed: Callable[[], Any], also: bool = True, lines: Any = (1,)) -> Any:
        """Yes means that it is done, in one event (or `lines`); no means that it is refused, and nothing changed."""
        before = promises.everything()
        written = Event.select().count()
        try:
            made = deed()
        except Refused as refused:
            assert not (answer and also), [one.sentence for one in refused.reasons]
            assert refused.reasons and all(one.sentence for one in refused.reasons)
            assert promises.everything() == before
            return None
        assert answer and also, [one.sentence for one in answer.reasons]
        assert Event.select().count() - written in lines
        self.now += dt.timedelta(minutes=1)
        return made

    def person(self, key: str) -> Any:
        return getattr(self.cast, key)

    def one(self, table: Any, pick: int) -> Any:
        """One of the rows of a table, the newest most often; None where there is none."""
        rows = list(table.select().order_by(table.id.desc()).limit(3))
        return rows[pick % len(rows)] if rows else None

    # --- Time, people, what happens ---

    @rule(days=st.sampled_from([1, 1, 2, 3, 7, 30, 100, 190]))
    def wait(self, days: int) -> None:
        self.now = make.later(self.now, days)

    @rule(
        who=WHO,
        pick=st.sampled_from([0, 0, 0, 1]),
        told=st.fixed_dictionaries(
            {},
            optional={
                "identity": st.sampled_from(["certain", "likely", "low"]),
                "who_acted": st.sampled_from(["customer", "customer", "household", "representative", "unknown"]),
                "protected": st.sampled_from(["", "", "complaint", "hazard"]),
                "behaviours": st.sampled_from([["verbal_abuse"], ["nothing_new"], ["continual_contact", "threat"]]),
                "channel": st.sampled_from(["telephone", "email", "social_public"]),
                "allegation": st.sampled_from(["", "", "", "Says we were late"]),
                "ago": st.sampled_from([0, 0, 0, 5, 300, 400]),
            },
        ),
        timed=MOSTLY,
        aimed_at=st.sampled_from([None, "carla", "mark", "sena"]),
    )
    def log(self, who: str, pick: int, told: dict[str, Any], timed: bool, aimed_at: str | None) -> None:
        told = dict(told)
        day = clock.today(self.now) - dt.timedelta(days=told.pop("ago", 0))
        told |= {"happened_on": day} | ({} if timed else {"started_at": None})
        actor, whose = self.person(who), self.whose[pick]
        staff = [(self.person(aimed_at), "target")] if aimed_at else []
        may = incident_entries.may_log(actor, whose, self.now)
        self.attempt(may, lambda: make.incident(actor, whose, self.now, staff=staff, **told))

    @rule(who=LIKELY, pick=PICK, kind=st.sampled_from(["identity", "finding"]), sure=MOSTLY)
    def add_note(self, who: str, pick: int, kind: str, sure: bool) -> None:
        incident, actor = self.one(Incident, pick), self.person(who)
        if incident:
            outcome = ("certain" if sure else "low") if kind == "identity" else ""
            may = incident_notes.may_add_note(actor, incident, kind, self.now)
            words = "Looked into."
            self.attempt(
                may, lambda: incident_notes.add_note(actor, incident, kind, words, self.now, make.key(), outcome)
            )

    @rule(who=LIKELY, pick=st.sampled_from([0, 1]), need=st.sampled_from(["cannot_write", "deaf", "mental_health"]))
    def learn_of_a_need(self, who: str, pick: int, need: str) -> None:
        actor, whose = self.person(who), self.whose[pick]
        may = customers.may_edit(actor, whose, self.now)
        self.attempt(may, lambda: customers.add_need(actor, whose, need, "", self.now))

    @rule(who=LIKELY, pick=st.sampled_from([0, 1]))
    def learn_of_a_support_worker(self, who: str, pick: int) -> None:
        actor, whose = self.person(who), self.whose[pick]
        told = {"name": "Sam Support", "basis": "Agreed"}
        may = customers.may_edit(actor, whose, self.now)
        self.attempt(may, lambda: customers.add_support_worker(actor, whose, told, self.now))

    @rule(who=LIKELY, pick=PICK, reached=MOSTLY)
    def try_support(self, who: str, pick: int, reached: bool) -> None:
        worker, actor = self.one(SupportWorker, pick), self.person(who)
        if worker:
            told = {"on": clock.today(self.now), "method": "telephone", "reached": reached, "words": "Spoke"}
            may = considerations.may_record_support(actor, worker.customer, self.now)
            self.attempt(may, lambda: considerations.record_support(actor, worker, told, self.now))

    @rule(who=WHO, pick=st.sampled_from([0, 0, 0, 1]), purpose=PURPOSES, signed=MOSTLY)
    def weigh(self, who: str, pick: int, purpose: str, signed: bool) -> None:
        actor, whose = self.person(who), self.whose[pick]
        told = {"support_words": "Tried.", "safeguarding_signed_off": "The duty lead" if signed else ""}
        may = considerations.may_consider(actor, whose, self.now)
        try:
            self.attempt(may, lambda: make.weighing(actor, whose, purpose, self.now, **told))
        except Invalid as invalid:
            assert set(invalid.errors) == {"safeguarding_signed_off"} and not signed

    # --- Warnings ---

    @rule(who=LIKELY, pick=st.sampled_from([0, 0, 0, 1]), kinds=KINDS, months=st.sampled_from([None, 2, 6, 6, 12]))
    def draft(self, who: str, pick: int, kinds: list[str], months: int | None) -> None:
        actor, whose = self.person(who), self.whose[pick]
        cited = self.chosen(whose)
        if not cited:
            return
        may = warnings.may_draft(actor, whose, self.now)
        row = self.attempt(may, lambda: warnings.draft(actor, whose, "behaviour", cited, self.now, make.key()))
        if row:
            sanctions = {kind: promises.SANCTIONS[kind] for kind in kinds}
            page = {"incidents": cited, "sanctions": sanctions, "sanction_months": months}
            page |= {"passages": make.WARNING_PASSAGES}
            may = warnings.may_change(actor, row, self.now)
            self.attempt(may, lambda: warnings.change(actor, row, page, self.now, row.version))

    def chosen(self, whose: Customer) -> list[Incident]:
        """The newest incident of a file."""
        return list(whose.incidents.order_by(Incident.id.desc()).limit(1))

    @rule(who=WHO, pick=PICK)
    def read(self, who: str, pick: int) -> None:
        row, actor = self.one(BehaviourWarning, pick), self.person(who)
        if row:
            may = warnings.may_read(actor, row, self.now)
            self.attempt(may, lambda: warnings.read(actor, row, "", self.now, row.version))

    @rule(who=WHO, pick=PICK)
    def issue_warning(self, who: str, pick: int) -> None:
        row, actor = self.one(BehaviourWarning, pick), self.person(who)
        if row:
            may = warnings.may_issue(actor, row, self.now)
            self.attempt(may, lambda: warnings.issue(actor, row, self.now))

    @rule(who=LIKELY, pick=PICK)
    def withdraw(self, who: str, pick: int) -> None:
        row, actor = self.one(BehaviourWarning, pick), self.person(who)
        if row and pick == 7:
            may = warnings.may_withdraw(actor, row, self.now)
            self.attempt(may, lambda: warnings.withdraw(actor, row, "It was another.", self.now))

    @rule(who=LIKELY, pick=PICK, outcome=st.sampled_from(["posted", "handed", "handed", "returned"]))
    def deliver(self, who: str, pick: int, outcome: str) -> None:
        letter, actor = self.one(Letter, pick), self.person(who)
        if letter:
            newest = promises.newest_delivery(letter, self.now)
            can = outcome != "returned" or (newest is not None and newest.outcome == "posted")
            may = letter_delivery.may_record_delivery(actor, letter, self.now)
            self.attempt(may, lambda: make.served(actor, letter, self.now, outcome), can)

    # --- Restrictions ---

    @rule(
        who=LIKELY,
        pick=st.sampled_from([0, 0, 0, 1]),
        kinds=KINDS,
        reasoned=MOSTLY,
        late=st.sampled_from([-3, 0, 4, 4, 4]),
        long=st.sampled_from([20, 60, 170, 170, 360, 400]),
        share=st.sampled_from([0.2, 0.4, 0.4, 0.9]),
    )
    def propose(
        self, who: str, pick: int, kinds: list[str], reasoned: bool, late: int, long: int, share: float
    ) -> None:
        actor, whose = self.person(who), self.whose[pick]
        warning = whose.warnings.order_by(BehaviourWarning.id.desc()).first()
        cited = self.chosen(whose)
        may = restriction_proposal.may_propose(actor, whose, self.now)
        row = self.attempt(
            may, lambda: restriction_proposal.propose(actor, whose, warning, cited, self.now, make.key())
        )
        if row is None:
            return
        starts = clock.today(self.now) + dt.timedelta(days=late)
        page = {
            "warning": warning,
            "incidents": cited,
            "starts_on": starts,
            "ends_on": starts + dt.timedelta(days=long),
            "review_on": starts + dt.timedelta(days=int(long * share)),
            "scope": "all our services",
            "told": "the contact team",
            "why_not_milder": dict.fromkeys(measures.KINDS, "It would not do.") if reasoned else {},
            "passages": make.RESTRICTION_PASSAGES,
        }
        may = restriction_proposal.may_change(actor, row, self.now)
        row = self.attempt(may, lambda: restriction_proposal.change(actor, row, page, self.now, row.version))
        for kind in kinds:
            may = restriction_proposal.may_change(actor, row, self.now)
            detail = promises.terms(self.cast)[kind]
            self.attempt(may, lambda kind=kind, detail=detail, row=row: self.measure(actor, row, kind, detail))
            row = row.fresh()

    def measure(self, actor: Any, row: Restriction, kind: str, detail: dict[str, Any]) -> Any:
        return restriction_proposal.set_term(actor, row, kind, detail, self.now, row.version)

    @rule(who=WHO, pick=PICK)
    def authorise(self, who: str, pick: int) -> None:
        row, actor = self.one(Restriction, pick), self.person(who)
        if row:
            may = restriction_decision.may_authorise(actor, row, self.now)
            self.attempt(may, lambda: restriction_decision.authorise(actor, row, self.now))

    @rule(who=WHO, pick=PICK)
    def issue_restriction(self, who: str, pick: int) -> None:
        row, actor = self.one(Restriction, pick), self.person(who)
        if row:
            may = restriction_decision.may_issue(actor, row, self.now)
            self.attempt(may, lambda: restriction_decision.issue(actor, row, self.now))

    @rule(who=WHO, pick=PICK, lifting=st.booleans())
    def end(self, who: str, pick: int, lifting: bool) -> None:
        row, actor = self.one(Restriction, pick), self.person(who)
        if row and pick > 5:
            question, deed = (restriction_decision.may_lift, restriction_decision.lift) if lifting else PUT_ASIDE
            self.attempt(question(actor, row, self.now), lambda: deed(actor, row, "It has stopped.", self.now))

    @rule(
        who=st.sampled_from(["sena", "sena", "sena", "mark"]),
        pick=PICK,
        rule_id=st.sampled_from(["G5", "G6", "G1", "G14", "G16", "G71"]),
        of_warning=st.booleans(),
    )
    def set_aside(self, who: str, pick: int, rule_id: str, of_warning: bool) -> None:
        thing, actor = self.one(BehaviourWarning if of_warning else Restriction, pick), self.person(who)
        if thing:
            may = overrides.may_override(actor, thing, rule_id, self.now)
            self.attempt(may, lambda: overrides.override(actor, thing, rule_id, "In proportion.", self.now))

    # --- The whole way, so that the far end is reached often ---

    @rule(kinds=SOME)
    def go_as_far_as_the_warning(self, kinds: list[str]) -> None:
        """What a careful office does; each step still only where its question says yes."""
        self.log("carla", 0, {}, True, None)
        self.draft("omar", 0, kinds, 6)
        self.read("olive", 0)
        self.weigh("mark", 0, "warning", True)
        self.issue_warning("mark", 0)
        self.deliver("omar", 0, "handed")

    @rule(**DECISION)
    def go_as_far_as_the_decision(
        self,
        again: bool = True,
        waived: bool = True,
        kinds: list[str] | None = None,
        late: int = 4,
        long: int = 170,
        share: float = 0.4,
        sent: bool = True,
        after: str = "",
    ) -> None:
        """The measures that the newest warning named, or others, after a call or by a senior officer's leave."""
        warning = self.whose[0].warnings.order_by(BehaviourWarning.id.desc()).first()
        named = [row.kind for row in warning_letter.sanctions_of(warning)] if warning else []
        self.wait(2)
        if again:
            self.log("carla", 0, {}, True, None)
        self.propose("omar", 0, kinds or named, True, late, long, share)
        if not again and waived:
            self.set_aside("sena", 0, "G5", False)
            self.set_aside("sena", 0, "G71", False)
        self.weigh("mark", 0, "restriction", True)
        self.authorise("mark", 0)
        if sent:
            self.issue_restriction("mark", 0)
        self.go_on(after)

    # --- What is always true ---

    @invariant()
    def the_policy_is_kept(self) -> None:
        if hasattr(self, "database"):
            promises.hold(self.now)
            promises_after.hold(self.now, self.cast)


PUT_ASIDE = (restriction_decision.may_decline, restriction_decision.decline)
