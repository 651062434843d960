"""What the software should do, as checks by questions and deeds; an entry's fields say which.

An entry names what it wants by `do`, by the action of its step and by the policy's clauses; each row of CHECKS answers
to one such meeting, and an entry is held by every row it meets. An entry that meets none is a fault of the vocabulary,
and said to be one. What is asked after the decision is in `asked_after`, of safety in `asked_safety`.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

import models
from letterpress.make.text import one_line
from models import CustomerRequest, Restriction
from policy import measures
from policy.core.answers import Answer, Refused, answer
from policy.core.validation import Invalid
from policy.correspondence import delivery as letter_delivery
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.restrictions import decision as restriction_decision
from policy.restrictions import letter as restriction_letter
from policy.restrictions import proposal as restriction_proposal
from policy.rulebook import clauses
from policy.warnings import warnings
from tests import make
from tests.policy.stage import altered, clear, stands
from tests.replays import asked_after, asked_safety, stage, steps, words
from tests.replays.case import Entry
from tests.replays.stage import Replay, moment, printed, shown

Check = Callable[[Entry, Any], Replay]


def checks(entry: Entry) -> list[Check]:
    """Every check that an entry calls for, each once; an error in plain words where the vocabulary has none."""
    found = [
        check
        for do, actions, policy, check in CHECKS
        if do == entry.do and entry.step.action in actions and policy & entry.policy
    ]
    if not found:
        raise LookupError(
            f"{entry.id}: no check says “{entry.do}” of “{entry.step.action}” under {sorted(entry.policy)}."
            " Give tests/replays/asked.py a row for it."
        )
    return list(dict.fromkeys(found))


def deciding(replay: Replay, row: Restriction, now: dt.datetime) -> Answer:
    return restriction_decision.may_authorise(replay.cast.mark, row.fresh(), now)


def refused_and_unchanged(deed: Callable[[], Any]) -> None:
    """The deed is refused, and every table has the rows it had."""
    before = [table.select().count() for table in models.TABLES]
    with pytest.raises(Refused):
        deed()
    assert [table.select().count() for table in models.TABLES] == before


# --- Refuse ---


def no_written_warning(entry: Entry, cast: Any) -> Replay:
    """Nothing is proposed while there is no written warning: spoken ones and drafts do not count."""
    replay = steps.play(entry.case, cast, entry.step, written=False)
    now, whose = moment(entry.step.day), replay.customer
    stands(
        restriction_proposal.may_propose(cast.omar, whose, now), "G1", "No written warning has been issued", alone=True
    )
    cited = replay.happened or [stage.happening(replay, None, entry.step.day)]
    make.draft_warning(cast.omar, whose, cited, now)
    refused_and_unchanged(lambda: restriction_proposal.propose(cast.omar, whose, None, cited, now, make.key()))
    stage.warn(replay, entry.step.day)
    clear(restriction_proposal.may_propose(cast.omar, whose, now))
    return replay


def dates_left_open(entry: Entry, cast: Any) -> Replay:
    """No restriction without its start, its end and its review (4.2)."""
    replay, row, now = at_the_brink(entry, cast)
    dates = {name: getattr(row, name) for name in ("starts_on", "ends_on", "review_on")}
    for missing in dates:
        open_ended = {missing: None} | ({} if missing == "review_on" else {"review_on": None})
        row = altered(cast, row, now, **open_ended)
        stands(deciding(replay, row, now), "G22", "the end or the review date is missing")
        refused_and_unchanged(lambda row=row: restriction_decision.authorise(cast.mark, row, now))
        row = altered(cast, row, now, **dates)
        clear(deciding(replay, row, now))
    return replay


def not_by_a_manager(entry: Entry, cast: Any) -> Replay:
    """Nobody but a manager authorises (4.3), and the letter says who of them did."""
    replay, row, now = at_the_brink(entry, cast)
    for person in cast.everyone().values():
        if not person.is_manager:
            stands(restriction_decision.may_authorise(person, row, now), "G15", "Only a manager")
            refused_and_unchanged(lambda person=person: restriction_decision.authorise(person, row, now))
    assert restriction_decision.authorise(cast.mark, row, now).authorised_by.is_manager
    letter = restriction_decision.issue(cast.mark, row, now)
    role = one_line(letter.facts["decided_by_role"])
    assert role == "neighbourhood manager" and role in printed(letter)
    return replay


def appeal_edited_out(entry: Entry, cast: Any) -> Replay:
    """A letter whose appeal paragraph is gone is not issued (4.7); and no passage that people type can take it out."""
    replay, row, now = at_the_brink(entry, cast)
    whole = restriction_letter.rendered(row, cast.mark, now)
    clear(answer(fairness.complete(whole, "G34")))
    for told in ("you can appeal", "senior officer who was not involved"):
        cut = replace(whole, html=re.sub(rf"<p>[^<]*{told}.*?</p>", "", whole.html, flags=re.DOTALL))
        assert cut.html != whole.html
        stands(answer(fairness.complete(cut, "G34")), "G34", "The letter does not give")
    for passages in ({}, dict.fromkeys(letter_facts.passage_labels(restriction_proposal.TEMPLATE), "")):
        assert "you can appeal" in shown(restriction_letter.rendered(row, cast.mark, now, passages).html)
    return replay


def total_stop(entry: Entry, cast: Any) -> Replay:
    """A stop to all contact is not among the policy's options (4.4)."""
    told = entry.step.told["restriction"]
    assert words.is_total(told) and not words.measures_of(told)
    replay, row, now = at_the_brink(entry, cast)
    for kind, detail in (("channels", {"channels": []}), ("no_contact", {})):
        with pytest.raises(Invalid):
            restriction_proposal.set_term(cast.omar, row, kind, detail, now, row.version)
    for term in measures.terms_of(row):
        restriction_proposal.remove_term(cast.omar, row, term.kind, now, row.fresh().version)
    stands(deciding(replay, row, now), "G26", "A stop to all contact is not on it")
    refused_and_unchanged(lambda: restriction_decision.authorise(cast.mark, row, now))
    return replay


# --- Allow ---


def after_a_warning(entry: Entry, cast: Any) -> Replay:
    """With a written warning received and contact after it, a manager may decide; in force with the letter only."""
    replay, row, now = at_the_brink(entry, cast)
    clear(deciding(replay, row, now))
    assert [term.kind for term in measures.terms_of(row)] == sorted(stage.planned(replay), key=rung)
    cited = restriction_letter.incidents_of(row)
    assert cited == replay.since
    row = altered(cast, row, now, incidents=[])
    assert deciding(replay, row, now).names("G5")
    row = restriction_decision.authorise(cast.mark, altered(cast, row, now, incidents=cited), now)
    assert not row.in_force_on(row.starts_on)
    letter = restriction_decision.issue(cast.mark, row, now)
    assert row.fresh().in_force_on(row.starts_on) and not row.fresh().in_force_on(row.ends_on + stage.DAY)
    assert all(one_line(one.what_happened) in printed(letter) for one in cited)
    counts = [one.contacts_counted[0]["count"] for one in replay.happened if one.contacts_counted]
    assert replay.warning and replay.warning.letter
    assert all(str(count) in printed(replay.warning.letter) for count in counts)
    return replay


def rung(kind: str) -> int:
    return measures.of_key(kind).rung


def always_open(entry: Entry, cast: Any) -> Replay:
    """Repairs, emergencies, safeguarding and the rest go on whatever the limit, and are never counted (1.2)."""
    replay = steps.play(entry.case, cast, entry.step)
    if replay.letter is None:
        stage.restrict(replay, entry.step)
    if replay.letter is None:
        replay.letter = restriction_decision.issue(cast.mark, replay.restriction, moment(entry.step.day))
    assert all(one_line(subject) in printed(replay.letter) for subject in clauses.ALWAYS_OPEN.values())
    now = moment(letter_delivery.subject_of(replay.letter).in_force_from)
    for protected in ("hazard", "safeguarding", "complaint"):
        told = {"protected": protected, "behaviours": ["continual_contact"], "request": "to have it seen to"}
        contact = make.incident(cast.carla, replay.customer, now, **told)
        assert CustomerRequest.get(CustomerRequest.incident == contact).due_on > now.date()
        draft = make.draft_warning(cast.omar, replay.customer, [contact], now)
        assert warnings.may_issue(cast.mark, draft, now).names("G12")
    return replay


def spoken_is_not_written(entry: Entry, cast: Any) -> Replay:
    """A spoken warning is recorded with what happened (4.1) and opens nothing."""
    replay = steps.play(entry.case, cast, entry.step)
    steps.take(replay, entry.step)
    logged = replay.happened[-1]
    assert logged.told_to_stop and logged.told_to_stop_words == entry.step.facts
    answered = restriction_proposal.may_propose(cast.omar, replay.customer, moment(entry.step.day))
    stands(answered, "G1", "No written warning has been issued", alone=True)
    return replay


def warning_issued(entry: Entry, cast: Any) -> Replay:
    """The warning goes out with behaviour, dates and sanction, the policy with it; once received it opens the step."""
    replay = steps.play(entry.case, cast, entry.step)
    now, whose = moment(entry.step.day), replay.customer
    assert restriction_proposal.may_propose(cast.omar, whose, now).names("G1")
    steps.take(replay, entry.step)
    assert replay.warning and replay.warning.letter
    letter = replay.warning.letter
    assert "Unacceptable Customer Behaviour Policy" in letter.facts["enclosures"]
    assert "enclosed: unacceptable customer behaviour policy" in printed(letter)
    assert all(one_line(one.what_happened) in printed(letter) for one in replay.happened)
    assert all(one_line(told["words"]) in printed(letter) for told in letter.facts["sanctions"])
    clear(restriction_proposal.may_propose(cast.omar, whose, now))
    return replay


def letter_with_all_parts(entry: Entry, cast: Any) -> Replay:
    """The letter of the restriction gives the reason, the length, how to raise matters from now on, and the appeal."""
    if not any(step.action in RESTRICTING for step in entry.case.steps):
        return asked_safety.marker_letter(entry, cast)
    replay = steps.play(entry.case, cast, entry.step)
    assert replay.restriction
    clear(restriction_decision.may_issue(cast.mark, replay.restriction, moment(entry.step.day)))
    steps.take(replay, entry.step)
    assert replay.letter
    facts, told = replay.letter.facts, printed(replay.letter)
    assert one_line(make.RESTRICTION_PASSAGES["reasons"]) in told
    assert facts["ends_on"] == replay.restriction.ends_on.isoformat()
    for part in (
        "review:",
        "ends:",
        "how you can contact us",
        "you can appeal",
        "a senior officer who was not involved",
    ):
        assert part in told, part
    return replay


# --- Warn ---


def our_part(entry: Entry, cast: Any) -> Replay:
    """Whoever decides must first say what of the customer's stands unanswered; it cannot be left blank."""
    replay = steps.play(entry.case, cast, entry.step)
    row, now = stage.proposal(replay, entry.step, weighed=False), moment(entry.step.day)
    stands(deciding(replay, row, now), "G9", "open repairs, complaints and unanswered contacts")
    with pytest.raises(Invalid) as told:
        make.weighing(cast.mark, replay.customer, "restriction", now, unanswered="")
    assert set(told.value.errors) == {"unanswered"}
    make.weighing(cast.mark, replay.customer, "restriction", now, unanswered="Her calls of July were not returned.")
    clear(deciding(replay, row, now))
    return replay


def needs_and_support(entry: Entry, cast: Any) -> Replay:
    """What is known of the customer is shown to whoever decides, with the question who spoke to their support."""
    assert words.need_of(entry.case.needs) in ("domestic_abuse", "mental_health")
    replay, row, now = at_the_brink(entry, cast)
    shown_to = [one for one in deciding(replay, row, now).warnings if one.rule == "E3"]
    assert [one.clause for one in shown_to] == ["4.9"] and "support worker" in shown_to[0].remedy
    return replay


def measure_and_behaviour(entry: Entry, cast: Any) -> Replay:
    """A measure that has nothing to do with the behaviour is shown to be so, and the reason is asked for in words."""
    replay, row, now = at_the_brink(entry, cast)
    shown_to = [one for one in deciding(replay, row, now).warnings if one.rule == "E1"]
    assert [one.clause for one in shown_to] == ["4.2"] and "reasons" in shown_to[0].remedy
    return replay


def what_others_post(entry: Entry, cast: Any) -> Replay:
    """What others post is not this customer's behaviour: shown to whoever would warn for it."""
    replay = steps.play(entry.case, cast, entry.step)
    steps.take(replay, entry.step)
    shown_in_drafting(replay, entry, replay.happened[-1], "E2")
    return replay


def insisting_once(entry: Entry, cast: Any) -> Replay:
    """Insisting at one contact is not persistence: shown to whoever would call it that."""
    replay = steps.play(entry.case, cast, entry.step)
    told = {"channel": words.channel_of(entry.step.told, []), "behaviours": ["refuses_decision"], "exact_words": ""}
    once = make.incident(cast.carla, replay.customer, moment(entry.step.day), what_happened=entry.step.facts, **told)
    shown_in_drafting(replay, entry, once, "E4")
    return replay


def shown_in_drafting(replay: Replay, entry: Entry, incident: Any, rule: str) -> None:
    draft = make.draft_warning(replay.cast.omar, replay.customer, [incident], moment(entry.step.day))
    assert warnings.may_issue(replay.cast.mark, draft, moment(entry.step.day)).warns(rule)


# --- Shared ---


def at_the_brink(entry: Entry, cast: Any) -> tuple[Replay, Restriction, dt.datetime]:
    """The case up to its restriction, which a manager may authorise."""
    replay = steps.play(entry.case, cast, entry.step)
    row, now = stage.proposal(replay, entry.step), moment(entry.step.day)
    clear(deciding(replay, row, now))
    return replay, row, now


RESTRICTING = {"restriction_authorised"}
HAPPENING = {"incident", "contact", "repair_report"}
CHECKS: tuple[tuple[str, set[str], set[str], Check], ...] = (
    ("refuse", RESTRICTING, {"box"}, no_written_warning),
    ("refuse", RESTRICTING, {"4.2"}, dates_left_open),
    ("refuse", RESTRICTING, {"4.3"}, not_by_a_manager),
    ("refuse", RESTRICTING, {"4.4"}, total_stop),
    ("refuse", RESTRICTING, {"4.7"}, appeal_edited_out),
    ("allow", RESTRICTING, {"box", "3.3.2", "4.2", "4.3", "4.4"}, after_a_warning),
    ("allow", RESTRICTING | HAPPENING - {"repair_report"}, {"1.2"}, always_open),
    ("allow", {"verbal_warning"}, {"4.1"}, spoken_is_not_written),
    ("allow", {"written_warning"}, {"box"}, warning_issued),
    ("allow", {"letter_sent"}, {"4.2", "4.7"}, letter_with_all_parts),
    ("warn", RESTRICTING, {"1.2"}, our_part),
    ("warn", RESTRICTING, {"4.9", "4.10"}, needs_and_support),
    ("warn", RESTRICTING, {"4.2"}, measure_and_behaviour),
    ("warn", HAPPENING, {"3.2.4"}, what_others_post),
    ("warn", HAPPENING, {"3.4.1"}, insisting_once),
    # After the decision
    ("remind", {"review_due"}, {"4.2"}, asked_after.reminded),
    ("remind", RESTRICTING, {"4.2"}, asked_after.reminded_each_time),
    ("remind", {"review_done"}, {"4.2"}, asked_safety.assessed_again),
    ("warn", {"review_due"}, {"4.2"}, asked_after.no_ground_any_more),
    ("refuse", {"review_done"}, {"4.2"}, asked_after.review_without_its_parts),
    ("refuse", {"review_done"}, {"4.7"}, asked_after.review_without_its_letter),
    ("allow", {"review_done"}, {"4.2"}, asked_after.gone_on_with),
    ("remind", {"appeal_received"}, {"4.7"}, asked_after.clock_from_the_objection),
    ("refuse", {"appeal_received"}, {"4.7"}, asked_after.neither_closed_nor_ignored),
    ("allow", {"appeal_received"}, {"4.7"}, asked_after.taken_at_any_time),
    ("warn", {"appeal_received"}, {"4.7", "4.8", "6.1"}, asked_after.discrimination_answered),
    ("warn", {"contact"}, {"4.7"}, asked_after.objection_is_an_appeal),
    ("allow", {"appeal_decided"}, {"4.7"}, asked_after.confirmed_by_another),
    ("remind", HAPPENING, {"1.2"}, asked_after.what_was_asked_for_stays_open),
    # Safety
    ("refuse", {"marker_set"}, {"7.1"}, asked_safety.marker_without_its_parts),
    ("refuse", {"marker_set"}, {"4.6"}, asked_safety.told_or_why_not),
    ("refuse", {"marker_set"}, {"4.2"}, asked_safety.identity_unsure),
    ("warn", {"marker_set"}, {"box", "4.5"}, asked_safety.marker_is_no_sanction),
    ("allow", {"marker_set"}, {"4.6"}, asked_safety.marker_allowed),
    ("allow", {"repair_report"}, {"1.2"}, asked_safety.repair_with_conditions),
    ("allow", {"marker_removed"}, {"7.1"}, asked_safety.every_copy_corrected),
    ("refuse", {"marker_removed"}, {"7.1"}, asked_safety.marked_as_wrong),
    ("allow", {"police_report"}, {"3.2.8", "4.5"}, asked_safety.at_once_without_a_warning),
    ("warn", {"police_report"}, {"4.2"}, asked_safety.who_was_who),
    ("remind", {"police_report"}, {"4.2"}, asked_safety.notice_afterwards),
    ("allow", RESTRICTING, {"4.5"}, asked_safety.court_order),
)
