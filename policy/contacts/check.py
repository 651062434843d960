"""May this contact go ahead, now, by this way, with me? One answer from what is in force, the subject and the moment.

`check` is a pure function of what `arranged.standing` reads once. No arrangement stops what is always open (G25), who
speaks for the customer (G24), or anything from being read (G26, G27); in doubt the answer is the customer's.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from models import Restriction, RestrictionTerm, User
from policy.contacts.check_words import (
    go_words,
    if_significant_words,
    nobody_words,
    not_here_words,
    other_way_words,
    pass_words,
    read_words,
    wait_words,
)
from policy.core import clock
from policy.core.wording import by_now, listed
from policy.measures.bearing import Matters, Place, Reminder, Times
from policy.restrictions.arrangement import B, Slot, Standing, allowed_ways, next_call, next_day, ways_left, within
from policy.rulebook import clauses
from policy.staff.cover import Cover

CALLERS = {"customer": "The customer", "representative": "Somebody who speaks for them"}
SUBJECTS = {"other": "Anything else", "new": "Something new", **clauses.ALWAYS_OPEN}
OUTCOMES = ("go", "go_if", "pass", "wait", "other_way")
PLACES = ("office", "site")


@dataclass(frozen=True)
class Asked:
    """One contact: how, about what, when, from whom, and who of us has it in front of them."""

    moment: dt.datetime
    channel: str = "telephone"
    subject: str = "other"
    caller: str = "customer"
    me: int | None = None

    @property
    def is_written(self) -> bool:
        return self.channel in clauses.WRITTEN_CHANNELS


@dataclass(frozen=True)
class Answer:
    """The answer, largest first: what to do, what to say, and what else is known."""

    outcome: str
    headline: str
    say: str = ""
    read: str = ""
    because: tuple[str, ...] = ()
    pass_to: User | None = None
    cover: Cover | None = None
    slot: Slot | None = None
    ways: tuple[str, ...] = ()
    way_words: tuple[str, ...] = ()
    definition: RestrictionTerm | None = None
    rule: str = ""


# --- The answer -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """What is asked, beside what binds at that moment and who answers that day."""

    asked: Asked
    stands: Standing
    bound: tuple[Restriction, ...]
    covers: tuple[Cover, ...]

    def answer(self, outcome: str, headline: str, say: str, *because: str, **more: Any) -> Answer:
        """An answer with the ways that stay open."""
        ways, words = ways_left(self.stands, self.bound)
        return Answer(outcome, headline, say, because=because, ways=ways, way_words=words, **more)

    def of(self, bearing: type[B]) -> list[B]:
        return self.stands.of(self.bound, bearing)

    @property
    def reminders(self) -> list[str]:
        """What a colleague bears in mind where a contact of this way goes ahead."""
        return [one.words for one in self.of(Reminder) if self.asked.channel in one.ways]

    @property
    def alone(self) -> bool:
        """True where an officer is named and nobody of theirs is at work that day, but will be."""
        return bool(self.covers) and all(one.to is None and one.back is not None for one in self.covers)


def _case(asked: Asked, stands: Standing) -> Case:
    day = clock.today(asked.moment)
    bound = stands.on(day)
    covers = [one for one in (stands.officers.on(row.id, day) for row in bound) if one is not None]
    covers.sort(key=lambda one: (one.answers is None, one.manager is None))
    return Case(asked, stands, tuple(bound), tuple(covers))


def check(asked: Asked, stands: Standing) -> Answer:
    """The one answer. Where several measures speak, the one that leaves least now is said first."""
    case = _case(asked, stands)
    if not case.bound:
        return Answer("go", "Go ahead", because=tuple(_why_free(asked, stands)), ways=tuple(clauses.PERMITTED_CHANNELS))
    if asked.subject in clauses.ALWAYS_OPEN:
        why = "This is always open, by every way, whatever arrangement there is."
        return case.answer("go", "Go ahead", go_words(asked.is_written, "G25"), why, rule="G25")
    if asked.caller == "representative" or asked.channel == "third_party":
        why = (
            "The arrangement is about the customer alone. It never stops somebody whom they have chosen to speak for "
            "them."
        )
        return case.answer("go", "Go ahead", go_words(asked.is_written, "G24"), why, rule="G24")
    return _not_this_way(case) or _not_now(case) or _not_here(case) or _by_whom(case)


def _why_free(asked: Asked, stands: Standing) -> Iterator[str]:
    day = clock.today(asked.moment)
    suspended = [one for one in stands.restrictions if one.in_force_on(day)]
    ahead = [one.in_force_from for one in stands.restrictions if one.in_force_from and one.in_force_from > day]
    if suspended:
        yield "An arrangement is suspended while an appeal is heard. Until then it does not bind."
    elif not ahead:
        yield "No arrangement limits how this customer contacts us."
    for begins in ahead[:1]:
        yield f"An arrangement begins on {clock.weekday_words(begins)}. It does not bind before that day."


def _not_this_way(case: Case) -> Answer | None:
    asked, allowed = case.asked, allowed_ways(case.stands, case.bound)
    if allowed is None or asked.channel in allowed:
        return None
    ways, words = ways_left(case.stands, case.bound)
    why = f"The customer uses only {listed([clauses.PERMITTED_CHANNELS[key] for key in ways])}."
    read = read_words(asked.channel, asked.is_written)
    if asked.subject == "new" and asked.is_written:
        merits = "New matters are always read and judged on their merits. Answer by a way that is open."
        headline = "Go ahead: read it and deal with it"
        return case.answer("go", headline, go_words(True, "G27"), why, merits, read=read, rule="G27")
    headline = f"Not {clauses.CHANNELS[asked.channel]}"
    return case.answer("other_way", headline, other_way_words(asked.channel, asked.is_written, words), why, read=read)


def _not_now(case: Case) -> Answer | None:
    """A call outside its times, or a day on which nobody who answers is at work; what is written never waits."""
    times, untimely = case.of(Times), False
    if case.asked.channel == "telephone":
        untimely = not within(case.asked.moment, times)
    if not untimely and (case.asked.is_written or not case.alone):
        return None
    slot = _next(case)
    then = _case(replace(case.asked, moment=slot.starts), case.stands).covers
    who = then[0].to if then else None
    named = f", with {who.name}" if who else ""
    said = [f"Their calls are taken {one.words}, bank holidays apart." for one in times]
    because = [*(said if untimely else ()), *_officer_words(case)]
    headline = f"{'Only' if slot.until else 'From'} {slot.words.removeprefix('from ')}{named}"
    say = wait_words(slot.words, named) if untimely else nobody_words(slot.words, named)
    read = read_words(case.asked.channel, False)
    return case.answer("wait", headline, say, *because, read=read, slot=slot, pass_to=who)


def _next(case: Case) -> Slot:
    """The next moment at which this contact is taken, and somebody is there for it."""
    moment = case.asked.moment
    while True:
        slot = next_call(moment, case.stands) if case.asked.channel == "telephone" else next_day(moment)
        if not _case(replace(case.asked, moment=slot.starts), case.stands).alone:
            return slot
        moment = slot.starts


def _not_here(case: Case) -> Answer | None:
    places = case.of(Place)
    if case.asked.channel not in PLACES or not places:
        return None
    closed = listed([one.place for one in places], "or")
    instead = " ".join(by_now(one.instead) for one in places if one.instead)
    why = "Anywhere else they are dealt with as anybody else is."
    say = not_here_words(closed, instead)
    return case.answer("other_way", f"Not at {closed}", say, why, read=read_words(case.asked.channel, False))


def _by_whom(case: Case) -> Answer:
    """The way and the time are right: with whom, and about what."""
    asked, defined = case.asked, next((one.term for one in case.of(Matters)), None)
    if case.covers and not any(_is_mine(case, one) for one in case.covers):
        return _pass(case, defined)
    cover = case.covers[0] if case.covers else None
    if defined is not None and asked.subject != "new":
        headline = "Go ahead if it is significant and serious, and in doubt it is"
        why = "We answer what is significant and serious. What is new is always looked at."
        read = read_words(asked.channel, True)
        say = if_significant_words(asked.is_written)
        return case.answer("go_if", headline, say, why, *case.reminders, read=read, definition=defined, cover=cover)
    return case.answer("go", "Go ahead", go_words(asked.is_written, ""), *_why_open(case), cover=cover)


def _is_mine(case: Case, cover: Cover) -> bool:
    """True where the one who asks is who answers that day, or the named officer for good, at work after all.

    Where nobody who was named works here any more it is everybody's: nobody may be left without a person.
    """
    if cover.to is None and cover.back is None:
        return True
    there = not case.stands.officers.why_not(cover.usual, cover.day)
    return case.asked.me in {cover.to.id if cover.to else None, cover.usual.id if there else None} - {None}


def _pass(case: Case, defined: RestrictionTerm | None) -> Answer:
    asked, cover = case.asked, case.covers[0]
    to = cover.to or cover.back
    assert to is not None, "somebody is there, or will be: see _is_mine"
    because = [*_officer_words(case), *case.reminders]
    if defined is not None:
        because.append("They answer what is significant and serious, and in doubt it is.")
    return case.answer(
        "pass",
        f"Pass {'it ' if asked.is_written else ''}to {to.name}",
        pass_words(asked.is_written, cover, to),
        *because,
        read=read_words(asked.channel, True),
        pass_to=to,
        cover=cover,
        definition=defined,
    )


def _officer_words(case: Case) -> Iterator[str]:
    """Who is named, and why it is somebody else today."""
    for cover in case.covers[:1]:
        yield f"This customer deals with {cover.usual.name}."
        if cover.officer.id != cover.usual.id:
            yield f"{cover.officer.name} covers now, as the customer was told."
        if cover.why:
            yield f"{cover.officer.name} {cover.why_words}."


def _why_open(case: Case) -> Iterator[str]:
    cover = case.covers[0] if case.covers else None
    if cover is not None and cover.to is None and cover.back is None:
        yield "The named officer and the deputy no longer work here. Help the customer, and tell a manager at once."
    elif cover is not None:
        yield "You are who answers this customer today."
    yield from case.reminders
    if case.asked.channel == "telephone" and case.of(Times):
        yield "It is one of the times at which their calls are taken."
    elif cover is None and not case.reminders:
        yield f"There is an arrangement, and it leaves contact {clauses.CHANNELS[case.asked.channel]} as it was."
    if case.asked.subject == "new":
        yield "New matters are always read and judged on their merits."
