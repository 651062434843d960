"""The letters about an appeal: the facts of each, straight from the rows (P 4.7, G37). Shared; writes nothing."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from letterpress.make import render as words
from letterpress.make.escape import Gap
from models import Appeal, AppealGround, BehaviourWarning, Marker, Restriction, User, rows_of
from policy import measures
from policy.appeals import subject as appeal_subject
from policy.appeals.subject import Thing
from policy.core import clock, numbers
from policy.correspondence import deemed_receipt
from policy.correspondence import facts as letter_facts
from policy.restrictions import lifecycle
from policy.rulebook import clauses

ACKNOWLEDGED, EXTENDED = "appeals/acknowledged", "appeals/extended"
OUTCOME, DISPUTE_OUTCOME = "appeals/outcome", "appeals/dispute_outcome"
KEPT = {
    "restriction": ("keep_restriction_years", "after the arrangement ends"),
    "marker": ("keep_marker_years", "after it ends"),
    "warning": ("keep_warning_years", "after the warning ends"),
}
WHAT = {
    "not_me": "it was not you",
    "facts": "what we recorded is not right",
    "disproportionate": "it goes too far, or lasts too long",
    "impact": "what it does to you and your home",
    "process": "how we decided was not right",
    "other": "something else",
}
FOUND = {
    "upheld": "You are right about this",
    "partly": "You are right about part of this",
    "not_upheld": "We do not agree",
}
ARRANGED = "A contact arrangement is in place: see the file before you reply"


def against_words(thing: Thing) -> str:
    """What the letter calls the decision, after "that you disagree with"."""
    if isinstance(thing, BehaviourWarning):
        return "our written warning"
    if isinstance(thing, Marker):
        return "what we recorded for the safety of our staff"
    ways = [one for one in measures.terms_of(thing) if measures.kind_of(one).limits_contact]
    return f"our decision to limit {'how you contact us' if ways else 'your use of a service'}"


def _common(appeal: Appeal, sender: User, now: dt.datetime, letter: str, icon: str, told: list[str]) -> dict[str, Any]:
    thing, today = appeal_subject.against(appeal), clock.today(now)
    noun, found = appeal_subject.noun_of(thing), numbers.values(now)
    years, after = KEPT[noun]
    decided = appeal_subject.decided_at(thing)
    resting = appeal.suspended and appeal.suspended_from is not None
    return letter_facts.common(
        appeal.customer,
        sender,
        appeal.reference,
        now,
        kept_words=f"for {letter_facts.years(found[years])} {after}",
        icon_words=icon,
        told=told,
        letter=letter,
        against=noun,
        against_words=against_words(thing),
        against_reference=thing.reference,
        against_date=clock.today(decided) if decided else Gap("the day of the decision"),
        received_on=appeal.received_on,
        received_how=clauses.CHANNELS[appeal.channel],
        by_representative=_speaker(appeal),
        decider_role=letter_facts.role_of(appeal.decider) if appeal.decider else Gap("who decides"),
        still_stands=appeal_subject.still_stands(thing, today),
        suspended_from=max(appeal.suspended_from, today) if resting and appeal.suspended_from else None,
    )


def _speaker(appeal: Appeal) -> str | None:
    if appeal.from_whom != "representative":
        return None
    return appeal.representative.name if appeal.representative else appeal.representative_name


def icon_words(thing: Thing, now: dt.datetime, ends: bool = False) -> str:
    """What the account shows: as it is, or where this decision `ends` the thing (P 4.6)."""
    customer, today = thing.customer_id, clock.today(now)
    gone = set(appeal_subject.whole(thing)) if ends else set()
    noun = appeal_subject.noun_of(thing)
    arranged = lifecycle.in_force(customer, today)
    if any(noun != "restriction" or one.id not in gone for one in arranged):
        return ARRANGED
    if not ends and noun == "marker":
        return "A note for the safety of staff"
    issued = rows_of(BehaviourWarning, "WHERE customer_id = ? AND issued_at IS NOT NULL", customer)
    ways = deemed_receipt.standings([one.letter_id for one in issued if one.letter_id])
    live = [one for one in issued if deemed_receipt.is_live(one, ways.get(one.letter_id or 0), today)]
    if any(noun != "warning" or one.id not in gone for one in live):
        return "A written warning is in place"
    return "No contact arrangement is in place"


def _told(thing: Thing) -> list[str]:
    return letter_facts.told_of(thing) if isinstance(thing, Restriction) else ["colleagues who deal with you"]


def _ground(one: AppealGround) -> dict[str, Any]:
    return {"what": WHAT[one.kind], "words": one.words.strip() or None}


# --- One letter each ---


def acknowledged(appeal: Appeal, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of the acknowledgement as they stand at `now`."""
    thing = appeal_subject.against(appeal)
    late = appeal.deadline is not None and appeal.received_on > appeal.deadline
    return _common(appeal, sender, now, ACKNOWLEDGED, icon_words(thing, now), _told(thing)) | {
        "grounds": [_ground(one) for one in appeal_subject.grounds_of(appeal)],
        "decider_name": appeal.decider.name if appeal.decider else Gap("who decides"),
        "answer_by": appeal.answer_by,
        "answer_days": appeal.numbers["appeal_answer_days"],
        "late": late,
        "data_complaint": appeal.data_complaint,
        "discrimination": appeal.discrimination,
    }


def extended(appeal: Appeal, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of the letter that asks for more time."""
    thing, days = appeal_subject.against(appeal), appeal.numbers["appeal_extension_days"]
    return _common(appeal, sender, now, EXTENDED, icon_words(thing, now), _told(thing)) | {
        "answer_by": appeal.answer_by,
        "extended_to": clock.working_days_after(appeal.answer_by, days),
        "extension_days": days,
    }


def outcome(appeal: Appeal, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of the answer, with the outcome and the answers that the appeal holds now; what is missing is a Gap."""
    thing, today = appeal_subject.against(appeal), clock.today(now)
    newest = thing if isinstance(thing, BehaviourWarning) else lifecycle.newest(thing)
    stands, ends = appeal_subject.still_stands(thing, today), appeal.outcome == "overturned"
    found, landlord = numbers.values(now), numbers.organisation(now)
    changed = appeal.outcome == "varied"
    after = appeal.successor if changed else None
    return _common(appeal, sender, now, template_of(appeal), icon_words(thing, now, ends), _told(newest)) | {
        "outcome": appeal.outcome or Gap("the outcome"),
        "read": _read(appeal),
        "grounds": [_answered(one) for one in appeal_subject.grounds_of(appeal)],
        "former": [measures.kind_of(one).label for one in _terms(newest)] if changed else [],
        "former_ends_on": getattr(newest, "ends_on", None),
        "terms": [measures.as_told(one, found, landlord) for one in _terms(after)],
        "scope": (after.scope if after else "") or Gap("what it applies to") if changed else None,
        "reply_days": found["reply_days"],
        "starts_on": begins(newest, today) if changed else None,
        "ends_on": (appeal.ends_on or Gap("the end")) if changed else getattr(newest, "ends_on", None),
        "review_on": (appeal.next_review_on or Gap("the review")) if changed else None,
        "ended_on": today if ends and stands else None,
        "marker_fact": _wording(appeal, newest, "fact"),
        "marker_action": _wording(appeal, newest, "action"),
    }


def begins(before: Any, today: dt.date) -> dt.date:
    """The first day of what goes on from `before`: today, or its own start where that is still to come."""
    starts = getattr(before, "in_force_from", None)
    return max(today, starts) if starts else today


def _wording(appeal: Appeal, newest: Any, name: str) -> str | None:
    if not isinstance(newest, Marker):
        return None
    return appeal.passages.get(f"marker_{name}") or getattr(newest, name)


def _terms(row: Any) -> list[Any]:
    return measures.terms_of(row) if isinstance(row, Restriction) else []


def _answered(one: AppealGround) -> dict[str, Any]:
    told = {"found": FOUND.get(one.found) or Gap("what was found"), "answer": one.answer or Gap("the answer")}
    return _ground(one) | told


def _read(appeal: Appeal) -> list[str]:
    """What lay before the decider, from the file as it was frozen (G47)."""
    kept = appeal.bundle
    found = ["what you told us, in your own words"]
    found += ["our letters to you about this, and how they reached you"] if kept.get("letters") else []
    number = len(kept.get("incidents", ()))
    notes = any(one["notes"] for one in kept.get("incidents", ()))
    more = ", with what was added to it since" if notes else ""
    found += [f"our record of what happened ({number} {'entry' if number == 1 else 'entries'}){more}"] if number else []
    found += ["what was considered before the decision was made"] if kept.get("considerations") else []
    found += ["the contacts since the arrangement began"] if kept.get("contacts") else []
    found += ["where we did not keep to the arrangement ourselves"] if kept.get("breaches_by_us") else []
    return found


def passages_of(appeal: Appeal) -> dict[str, str]:
    """The free passages of the answer as the appeal holds them."""
    own = {name: getattr(appeal, name) for name in ("reasons", "remedy", "lessons")}
    return own | {name: appeal.passages.get(name, "") for name in ("equality", "data")}


def template_of(appeal: Appeal) -> str:
    """Which letter answers this appeal."""
    return DISPUTE_OUTCOME if appeal.warning_id is not None else OUTCOME


def answer(appeal: Appeal, sender: User, now: dt.datetime) -> words.Rendered:
    """The answer as the appeal holds it now; nothing is kept."""
    return rendered(template_of(appeal), appeal, outcome(appeal, sender, now), passages_of(appeal))


def rendered(name: str, appeal: Appeal, made_from: Mapping[str, Any], passages: Mapping[str, str]) -> words.Rendered:
    """A letter about this appeal in the customer's format; nothing is kept."""
    return letter_facts.made(appeal.customer, name, made_from, passages)
