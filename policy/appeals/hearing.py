"""Deciding an appeal (P 4.7): the answer to each ground, the outcome and its letter, and what follows. G44, G47, G48.

The draft is saved as often as the decider likes; nothing follows from it until it is decided.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from letterpress.make.render import Rendered
from models import Appeal, BehaviourWarning, Ending, Letter, Marker, Restriction, RestrictionTerm, User, holding
from policy import measures
from policy.appeals import letters as appeal_letters
from policy.appeals import subject as appeal_subject
from policy.considerations import considerations
from policy.core import audit, clock, numbers
from policy.core.answers import Answer, Refusal, answer, not_stale, unless
from policy.core.register import deed, only_for
from policy.core.validation import LONG, Check
from policy.correspondence import fairness
from policy.correspondence import issue as letter_issue
from policy.restrictions import lifecycle
from policy.rulebook import clauses

OR_CHOOSE = "Ask them, or have somebody chosen."
HEARS = "Only the senior officer who was chosen to hear this appeal answers it."
WORDS = {"reasons": "Why this is the answer", "remedy": "What we got wrong", "lessons": "What we will do differently"}
MORE = {
    "equality": "What we found about unfair treatment",
    "data": "Our answer about their information",
    "marker_fact": "What the marker says",
    "marker_action": "What staff are asked to do",
}


class Entry(TypedDict, total=False):
    """The answer to an appeal as its page has it."""

    outcome: str
    reasons: str
    remedy: str
    lessons: str
    equality: str
    data: str
    arranged: str
    ends_on: dt.date | None
    next_review_on: dt.date | None
    marker_fact: str
    marker_action: str
    answers: Mapping[int, tuple[str, str]]  # by the id of the ground: what was found, and the words to the customer


# --- The draft of the answer ---


@only_for("senior_officer", says=HEARS, remedy=OR_CHOOSE, rule="G44")
def may_change(actor: User, appeal: Appeal, now: dt.datetime) -> Answer:
    """G44: only whoever hears the appeal writes the answer to it."""
    return answer(_own(actor, appeal), appeal_subject.not_over(appeal))


def _own(actor: User, appeal: Appeal) -> Iterator[Refusal | None]:
    yield unless(actor.id == appeal.decider_id, "G44", HEARS, OR_CHOOSE)
    why_not = appeal_subject.against_hearing(actor, appeal) if actor.is_senior_officer else ""
    yield unless(
        not why_not,
        "G44",
        f"{actor.name} {why_not}, and so cannot hear this appeal.",
        "Have a senior officer chosen who had no part in it.",
    )


@deed(
    "answer_appeal", label="Write the answer to an appeal", clause="4.7", asks=may_change, event="appeal_answer_changed"
)
def change(actor: User, appeal: Appeal, entry: Entry, now: dt.datetime, version: int) -> Appeal:
    """Save the answer as the page has it. Raises Refused (stale page too) or Invalid."""
    check = Check(entry)
    columns: dict[str, Any] = {
        **{name: check.text(name, label, LONG) for name, label in WORDS.items()},
        "outcome": check.choice("outcome", "What you decide", clauses.APPEAL_OUTCOMES),
        "arranged": check.text("arranged", "How the letter is given in their format", LONG),
        "passages": {name: check.text(name, label, LONG) for name, label in MORE.items()},
        "ends_on": check.day("ends_on", "Its new end"),
        "next_review_on": check.day("next_review_on", "Its next review"),
    }
    answers = _answers(check, entry.get("answers") or {})
    check.or_refuse()
    with holding(appeal) as appeal:
        may_change(actor, appeal, now).or_refuse()
        not_stale(appeal.version, version).or_refuse()
        for ground in appeal_subject.grounds_of(appeal):
            ground.found, ground.answer = answers.get(ground.id, (ground.found, ground.answer))
            ground.save()
        for name, value in columns.items():
            setattr(appeal, name, value)
        _draft(actor, appeal, now)
        appeal_subject.save(appeal)
        audit.event("appeal_answer_changed", appeal.customer_id, actor, now, appeal=appeal.id, version=appeal.version)
    return appeal


def _answers(check: Check, given: Mapping[int, tuple[str, str]]) -> dict[int, tuple[str, str]]:
    answers = {}
    for ground, (found, words) in given.items():
        inner = Check({f"found_{ground}": found, f"answer_{ground}": words})
        answers[ground] = (
            inner.choice(f"found_{ground}", "What you found", clauses.APPEAL_FOUND),
            inner.text(f"answer_{ground}", "Your answer", LONG),
        )
        for field, sentence in inner.errors.items():
            check.wrong(field, sentence)
    return answers


def _draft(actor: User, appeal: Appeal, now: dt.datetime) -> None:
    """Where a restriction is to be changed, the draft in which its measures are edited; once begun it waits."""
    if appeal.outcome == "varied" and appeal.restriction is not None and appeal.successor is None:
        before = lifecycle.newest(appeal.restriction)
        appeal.successor = lifecycle.draft_after(actor, before, now)
        appeal.ends_on, appeal.next_review_on = (
            appeal.ends_on or before.ends_on,
            appeal.next_review_on or before.review_on,
        )


# --- What stands in the way ---


@only_for("senior_officer", says=HEARS, remedy=OR_CHOOSE, rule="G44")
def may_decide(actor: User, appeal: Appeal, now: dt.datetime, sheet: Rendered | None = None) -> Answer:
    """4.7, G44, G47: everything that stands against deciding this appeal now, at once.

    `sheet` is the answer as it stands, where whoever asks has made it.
    """
    sheet = sheet or appeal_letters.answer(appeal, actor, now)
    return answer(
        _own(actor, appeal),
        appeal_subject.not_over(appeal),
        considerations.weighed(actor, appeal.customer, "appeal", None, now),
        _each_answered(appeal),
        _outcome_holds(appeal, now),
        fairness.fair_passages(appeal.customer, _typed(appeal), (), sheet.given_facts),
        _letter_sound(appeal, sheet),
    )


def _each_answered(appeal: Appeal) -> Iterator[Refusal | None]:
    for ground in appeal_subject.grounds_of(appeal):
        name = clauses.APPEAL_GROUNDS[ground.kind]
        yield unless(
            ground.found and ground.answer.strip(),
            "G47",
            f"This ground is not answered yet: {name[:1].lower()}{name[1:]}.",
            "Say what you found, and answer it in words to the customer.",
        )
    yield unless(appeal.outcome, "G47", "There is no outcome yet.", "Choose whether it stands, changes or falls.")
    right = any(one.found in ("upheld", "partly") for one in appeal_subject.grounds_of(appeal))
    yield unless(
        right or appeal.outcome in ("", "stands"),
        "G47",
        "No ground is found right, and yet it would not stand.",
        "Look at what you found on each ground, or let it stand.",
    )
    yield unless(appeal.reasons.strip(), "G47", "The answer does not say why.", "Write the reasons.")
    asked = (("discrimination", "equality", "unfair treatment"), ("data_complaint", "data", "their information"))
    for flag, passage, what in asked:
        yield unless(
            not getattr(appeal, flag) or appeal.passages.get(passage, "").strip(),
            "G47",
            f"They complained about {what}, and the answer does not speak of it.",
            "Read what was considered before the decision, and write what you found.",
        )


def _outcome_holds(appeal: Appeal, now: dt.datetime) -> Iterator[Refusal | None]:
    thing, today = appeal_subject.against(appeal), clock.today(now)
    if appeal.outcome != "varied" or isinstance(thing, BehaviourWarning):
        return
    before = lifecycle.newest(thing)
    if not appeal_subject.still_stands(thing, today):
        yield unless(False, "state", "It has ended: there is nothing left to change.", "Let it stand, or overturn it.")
        return
    starts, ends, review = appeal_letters.begins(before, today), appeal.ends_on, appeal.next_review_on
    if not ends or not review:
        yield unless(False, "G22", "The new end or the next review is missing.", "Give both days.")
        return
    yield unless(ends > starts, "G22", "The new end has passed.", "Choose a later day, or overturn it.")
    yield unless(
        ends <= before.ends_on,
        "G22",
        f"An appeal makes nothing longer: it ends on {clock.day_words(before.ends_on)}.",
        "Choose that day or an earlier one.",
    )
    latest = measures.latest_review(starts, ends, numbers.value("review_months", now))
    yield unless(
        starts <= review <= latest,
        "G22",
        "The next review is not in time.",
        f"Choose a day from {clock.day_words(starts)} to {clock.day_words(latest)}.",
    )
    yield from _milder(appeal, before)


def _milder(appeal: Appeal, before: Any) -> Iterator[Refusal | None]:
    """An appeal may only help: each measure no stricter than before, and something milder or shorter."""
    shorter = appeal.ends_on is not None and appeal.ends_on < before.ends_on
    if isinstance(before, Marker):
        said = [(getattr(before, name), appeal.passages.get(f"marker_{name}")) for name in ("fact", "action")]
        reworded = any(new and new != old for old, new in said)
        yield unless(
            shorter or reworded, "G47", "Nothing is changed yet.", "Change its words or its end, or let it stand."
        )
        return
    draft = appeal.successor
    if draft is None:
        yield unless(False, "G47", "The changed arrangement is not written yet.", "Save the answer, then change it.")
        return
    old, new = measures.terms_of(before), measures.terms_of(draft)
    # What is no longer asked of them needs no reason why it would not do (G19): the answer itself gives the reasons.
    yield from (one for one in measures.sound(draft, new) if one is None or one.rule != "G19")
    yield from measures.fits(measures.needs_of(appeal.customer.id), new)
    stricter = [measures.kind_of(one).label for one in new if _stricter(one, old)]
    for label in stricter:
        yield unless(
            False, "G47", f"This would be stricter than before: {label}.", "An appeal only makes it milder or shorter."
        )
    yield unless(len(new) <= len(old), "G47", "There are more measures than before.", "Take some out.")
    same = not shorter and not stricter and [_says(one) for one in old] == [_says(one) for one in new]
    yield unless(not same, "G47", "Nothing is milder or shorter yet.", "Change a measure or the end, or let it stand.")


def _stricter(term: RestrictionTerm, old: Sequence[RestrictionTerm]) -> bool:
    """True for a measure higher on the ladder than any before, or one kept with fewer ways or less time in it."""
    same = next((one for one in old if one.kind == term.kind), None)
    if same is None:
        return measures.rung(term.kind) >= max((measures.rung(one.kind) for one in old), default=0)
    return measures.is_narrower(same, term)


def _says(term: RestrictionTerm) -> list[Any]:
    return [getattr(term, name) for name in (*lifecycle.MEASURE[:2], "deputy_id", *lifecycle.MEASURE[4:])] + [
        term.officer_id
    ]


def _typed(appeal: Appeal) -> dict[str, str]:
    """Everything in the letter that was typed freely."""
    answers = {f"answer_{one.id}": one.answer for one in appeal_subject.grounds_of(appeal)}
    return {**appeal_letters.passages_of(appeal), **answers}


def _letter_sound(appeal: Appeal, sheet: Rendered) -> Iterator[Refusal | None]:
    """G33, G34: the answer in their format and language, and whole."""
    if not appeal.outcome:
        yield from fairness.in_their_format(appeal.customer, appeal.arranged)
        return
    yield from fairness.in_their_format(appeal.customer, appeal.arranged, sheet)
    yield from fairness.complete(sheet, "G34")


# --- The decision ---


@deed(
    "decide_appeal",
    label="Decide an appeal, where one had no part in what it is against",
    clause="4.7",
    asks=may_decide,
    event="appeal_decided",
    letter="appeals/outcome",
)
def decide(actor: User, appeal: Appeal, now: dt.datetime, version: int | None = None) -> Letter:
    """Decide it: freeze the letter, and let what was found take effect today (G44, G47, G48). Raises Refused."""
    with holding(appeal) as appeal:
        sheet = appeal_letters.answer(appeal, actor, now)
        may_decide(actor, appeal, now, sheet).or_refuse()
        not_stale(appeal.version, version).or_refuse()
        letter = letter_issue.freeze(appeal.customer, sheet, appeal.arranged, actor, now)
        appeal.letter, appeal.decided_by, appeal.decided_at = letter, actor, now
        appeal.consideration = considerations.consideration_of(actor, appeal.customer, "appeal", now)
        after = _take_effect(actor, appeal, letter, now)
        appeal_subject.save(appeal)
        thing = appeal_subject.against(appeal)
        facts = {"outcome": appeal.outcome, "after": after, appeal_subject.noun_of(thing): thing.id}
        audit.event("appeal_decided", appeal.customer_id, actor, now, appeal=appeal.id, **facts, **audit.sent(letter))
    return letter


def _take_effect(actor: User, appeal: Appeal, letter: Letter, now: dt.datetime) -> int | None:
    """What follows from the outcome; the id of the decision that now stands where there is a new one."""
    thing, today = appeal_subject.against(appeal), clock.today(now)
    if appeal.outcome != "varied":
        appeal_subject.put_draft_aside(appeal, actor, "The appeal was decided otherwise.", now)
    if appeal.outcome == "stands" or not appeal_subject.still_stands(thing, today):
        return None
    if isinstance(thing, BehaviourWarning):
        if appeal.outcome == "overturned":
            thing.withdrawn_by, thing.withdrawn_at, thing.withdrawn_because = actor, now, _because(appeal)
            thing.save()
        return None
    before = lifecycle.newest(thing)
    if appeal.outcome == "overturned":
        _end(actor, before, appeal, letter, now)
        return None
    go_on = _renewed if isinstance(before, Marker) else _follow
    after = go_on(actor, before, appeal, letter, now)
    return after.id


def _because(appeal: Appeal) -> str:
    return f"Overturned on appeal {appeal.reference}."


def _end(actor: User, before: Any, appeal: Appeal, letter: Letter, now: dt.datetime) -> None:
    """G48: it ends today, and the customer is told of it by the answer to the appeal."""
    if isinstance(before, Marker):
        wrong = ("not_me", "facts")
        before.was_wrong = any(one.kind in wrong and one.found == "upheld" for one in appeal_subject.grounds_of(appeal))
    lifecycle.end(actor, before, _because(appeal), now)
    noun = {appeal_subject.noun_of(before): before}
    Ending.create(customer=appeal.customer_id, letter=letter, by=actor, at=now, **noun)


def _follow(actor: User, before: Restriction, appeal: Appeal, letter: Letter, now: dt.datetime) -> Restriction:
    assert appeal.ends_on and appeal.next_review_on and appeal.successor and appeal.consideration
    after = lifecycle.follow(
        actor,
        before,
        starts_on=appeal_letters.begins(before, clock.today(now)),
        ends_on=appeal.ends_on,
        review_on=appeal.next_review_on,
        consideration=appeal.consideration,
        letter=letter,
        found=numbers.values(now),
        now=now,
        terms=appeal.successor.fresh(),
        because=f"Changed on appeal {appeal.reference}.",
    )
    appeal.successor = after
    return after


CARRIED = (
    "customer", "about", "place", "category", "incident", "source", "source_on", "source_words", "recipients",
    "recipients_because", "asked_by", "asked_at", "asked_for", "asked_words", "proposed_by", "proposed_at", "telling",
)  # fmt: skip


def _renewed(actor: User, before: Marker, appeal: Appeal, letter: Letter, now: dt.datetime) -> Marker:
    """A marker with milder words or an earlier end: a row that follows, from today; the old one ends."""
    after = Marker.create(
        form_key=f"appeal-{appeal.id}",
        fact=appeal.passages.get("marker_fact") or before.fact,
        action=appeal.passages.get("marker_action") or before.action,
        ends_on=appeal.ends_on,
        review_on=appeal.next_review_on,
        approved_by=actor,
        approved_at=now,
        in_force_from=clock.today(now),
        numbers=numbers.values(now),
        consideration=appeal.consideration,
        letter=letter,
        root=lifecycle.root_of(before),
        follows=before,
        part=max(one.part for one in lifecycle.parts(before)) + 1,
        **{name: getattr(before, name) for name in CARRIED},
    )
    lifecycle.end(actor, before, f"Changed on appeal {appeal.reference}.", now)
    return after
