"""Who is told that a restriction or a marker begins, changes or ends, and that they were (P 4.6, G48).

Shared by the nouns: whom is worked out from the thing itself; that somebody was told is a row, never taken back.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from models import (
    Appeal,
    Ending,
    LifeEvent,
    Marker,
    Restriction,
    RestrictionTerm,
    Review,
    Telling,
    User,
    holding,
    rows_among,
    rows_of,
)
from policy import measures
from policy.core import audit, clock
from policy.core.answers import Answer, answer, unless
from policy.core.register import WORKS, Where, deed, only_for
from policy.core.validation import LONG, SHORT, Check
from policy.rulebook import clauses

Thing = Restriction | Marker
OCCASIONS = {"begins": "it begins", "changes": "it has changed", "ends": "it has ended"}
ICON = "The icon on the account in the housing system"
TELEPHONE = "The rules of the telephone system"
EMAIL = "The rules for e-mail"
PORTAL = "The rules of the customer portal"
# The systems that a measure sets, each beside the way of contact it serves.
SYSTEMS = {"telephone": TELEPHONE, "email": EMAIL, "portal": PORTAL}
NAMED_ANEW = "AND kind = 'name' ORDER BY id"


def over_on(thing: Thing) -> dt.date | None:
    """The day on which this thing comes to its end as things stand: its last day, or the day it was ended on."""
    if thing.in_force_from is None or thing.ends_on is None:
        return None
    return thing.ends_on if thing.ended_on is None else min(thing.ends_on, thing.ended_on)


def noun_of(thing: Thing) -> str:
    """What a telling, an ending or an event calls this thing."""
    return "marker" if isinstance(thing, Marker) else "restriction"


# --- Who is to be told ---


def everybody(thing: Thing) -> list[str]:
    """All who are told of this thing: its teams, the systems its measures set, and the icon."""
    return Told([thing]).everybody(thing, "begins")


def owed(thing: Thing, occasion: str, now: dt.datetime) -> list[str]:
    """Who still has to be told of this thing on this occasion; empty before the occasion has come."""
    return Told([thing]).owed(thing, occasion, now)


def done(thing: Thing, occasion: str) -> list[Telling]:
    """Who has been told on this occasion, in order; of a change only those told since the newest one."""
    return Told([thing]).done(thing, occasion)


class Told:
    """Who is to be told of some restrictions, or of some markers, and who was: each table read once."""

    def __init__(self, things: Sequence[Any]) -> None:
        ids = [one.id for one in things]
        table = type(things[0]) if things else Restriction
        own = f"{'marker' if table is Marker else 'restriction'}_id"
        tellings = rows_among(Telling, own, ids, "ORDER BY id")
        self.own = {one.id: [row for row in tellings if getattr(row, own) == one.id] for one in things}
        self.followed = {
            one.follows_id for one in rows_among(table, "follows_id", ids, "AND in_force_from IS NOT NULL")
        }
        before = [one.follows_id for one in things if one.follows_id]
        self.before = {one.id: one for one in rows_among(table, "id", before)}
        self.terms = rows_among(RestrictionTerm, "restriction_id", [*ids, *before]) if table is Restriction else []
        self.renamed = rows_among(LifeEvent, "customer_id", [one.customer_id for one in things], NAMED_ANEW)

    def owed(self, thing: Any, occasion: str, now: dt.datetime) -> list[str]:
        """Who still has to be told of this thing on this occasion; empty before the occasion has come."""
        if not self._has_come(thing, occasion, clock.today(now)):
            return []
        told = {one.whom for one in self.done(thing, occasion)}
        return [one for one in self.everybody(thing, occasion) if one not in told]

    def done(self, thing: Any, occasion: str) -> list[Telling]:
        """Who has been told on this occasion, in order; of a change only those told since the newest one."""
        since = self._changed_at(thing) if occasion == "changes" else None
        mine = [one for one in self.own[thing.id] if one.occasion == occasion]
        return [one for one in mine if since is None or one.at >= since]

    def has_ended(self, thing: Any, now: dt.datetime) -> bool:
        """True from the day of its end on, unless a later decision goes on with it."""
        over = over_on(thing)
        return over is not None and over <= clock.today(now) and thing.id not in self.followed

    def _has_come(self, thing: Any, occasion: str, today: dt.date) -> bool:
        over = over_on(thing)
        if over is None:
            return False
        if occasion == "ends":
            return over <= today and thing.id not in self.followed
        if over < today or (thing.ended_on is not None and thing.ended_on <= today):
            return False
        return thing.part == 1 if occasion == "begins" else self._changed_at(thing) is not None

    def _changed_at(self, thing: Any) -> dt.datetime | None:
        decided = thing.approved_at if isinstance(thing, Marker) else thing.issued_at
        if decided is None:
            return None
        moments = [decided] if thing.part > 1 else []
        moments += [one.at for one in self.renamed if one.customer_id == thing.customer_id and one.at >= decided]
        return max(moments, default=None)

    def everybody(self, thing: Any, occasion: str) -> list[str]:
        """All who are told of it; of a change also those who were told of what it was before."""
        everybody = [*self._of(thing)]
        if occasion == "changes" and thing.follows_id in self.before:
            everybody += self._of(self.before[thing.follows_id])
        return list(dict.fromkeys([*everybody, ICON]))

    def _of(self, thing: Any) -> list[str]:
        if isinstance(thing, Marker):
            return [clauses.TEAMS[one["team"]].label for one in thing.recipients if one["team"] in clauses.TEAMS]
        lines = [line.strip()[:SHORT] for line in thing.told.splitlines() if line.strip()]
        return lines + _systems([term for term in self.terms if term.restriction_id == thing.id])


def _systems(terms: Sequence[RestrictionTerm]) -> list[str]:
    """The systems that these measures set, and that are set back at the end (G48)."""
    touched = {way for term in terms for way in measures.kind_of(term).systems(term)}
    return [system for way, system in SYSTEMS.items() if way in touched]


# --- The end ---


@dataclass(frozen=True)
class Settled:
    """That the customer was told of an end: by which letter, or why no letter was owed."""

    letter_id: int | None
    because: str
    by_id: int | None
    at: dt.datetime


def settled(thing: Thing) -> Settled | None:
    """How the customer was told that it has ended: the cease letter, or the review's or appeal's that ended it."""
    own = f"WHERE {noun_of(thing)}_id = ?"
    for one in rows_of(Ending, own, thing.id):
        return Settled(one.letter_id, one.no_letter_because, one.by_id, one.at)
    if thing.ended_at is None:
        return None
    for one in rows_of(Review, f"{own} AND held_at = ? AND letter_id IS NOT NULL", thing.id, _moment(thing.ended_at)):
        return Settled(one.letter_id, "", one.held_by_id, one.held_at)
    rest = f"{own} AND decided_at = ? AND letter_id IS NOT NULL"
    for one in rows_of(Appeal, rest, thing.id, _moment(thing.ended_at)):
        return Settled(one.letter_id, "", one.decided_by_id, one.decided_at)
    return None


def _moment(at: dt.datetime) -> dt.datetime:
    return at.astimezone(dt.UTC).replace(tzinfo=None)


def is_followed(thing: Thing) -> bool:
    """True where a later decision went on with it: it has not ended, and no letter about an end is owed."""
    return bool(rows_among(type(thing), "follows_id", [thing.id], "AND in_force_from IS NOT NULL LIMIT 1"))


def closed(thing: Thing, now: dt.datetime) -> bool:
    """G48: nothing that ended is closed before the customer's letter was issued and everybody was told."""
    over = over_on(thing)
    if over is None or over > clock.today(now) or is_followed(thing):
        return False
    return settled(thing) is not None and not owed(thing, "ends", now)


# --- Telling ---


@only_for(
    *WORKS,
    says="Only people who work on the file record who was told.",
    remedy="Ask an officer.",
    clause="4.6",
    also=(Where("for a marker", lambda _actor, thing, *_: isinstance(thing, Marker), ("safety_lead",)),),
)
def may_tell(actor: User, thing: Thing, occasion: str, now: dt.datetime) -> Answer:
    """4.6: whoever works on the file, and for markers the safety lead, records that somebody was told."""
    over = over_on(thing)
    come = over is not None and (occasion != "ends" or over <= clock.today(now))
    return answer(unless(come, "state", "There is nothing to tell yet.", "Come back when it begins, changes or ends."))


@deed(
    "record_telling",
    label="Record that somebody was told of a restriction or a marker",
    clause="4.6",
    asks=may_tell,
    event="told_of",
)
def tell(actor: User, thing: Any, occasion: str, whom: list[str], words: str, now: dt.datetime) -> list[Telling]:
    """Record who was told of a restriction or a marker: all of them or nobody, each once for each occasion.

    Answers the telling of each, in the order of `whom`. Raises Refused or Invalid.
    """
    check = Check({"occasion": occasion, "words": words})
    check.choice("occasion", "What they were told", OCCASIONS, required=True)
    words = check.text("words", "How they were told", LONG)
    named = _checked(check, whom)
    check.or_refuse()
    with holding(thing) as thing:
        noun, rows = noun_of(thing), {one.whom: one for one in reversed(done(thing, occasion))}
        fresh = [one for one in named if one not in rows]
        if fresh:
            may_tell(actor, thing, occasion, now).or_refuse()
        for one in fresh:
            rows[one] = row = Telling.create(
                customer=thing.customer_id, occasion=occasion, whom=one, words=words, by=actor, at=now, **{noun: thing}
            )
            facts = {noun: thing.id, "occasion": occasion, "telling": row.id}
            audit.event("told_of", thing.customer_id, actor, now, **facts)
    return [rows[one] for one in named]


def _checked(check: Check, whom: list[str]) -> list[str]:
    """Who was told, each once, cleaned; notes on `check` what is wrong with a name, or that there is none."""
    named = []
    for one in whom or [""]:
        inner = Check({"whom": one})
        named.append(inner.text("whom", "Who was told", SHORT, required=True))
        for field, sentence in inner.errors.items():
            check.wrong(field, sentence)
    return list(dict.fromkeys(named))
