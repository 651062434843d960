"""The letters of a review: the invitation to comment, and the result. Their facts, their words, what stops them.

Shared by what is done with reviews; writes nothing. G33-G37, G41, G42.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from letterpress.make import render as words
from letterpress.make.escape import Gap
from models import Incident, Restriction, RestrictionTerm, Review, ReviewComment, User, rows_of
from policy import measures
from policy.contacts import compliance
from policy.core import clock, numbers
from policy.core.answers import Refusal, unless
from policy.correspondence import facts as letter_facts
from policy.correspondence import fairness
from policy.restrictions import lifecycle
from policy.reviews import period as review_period
from policy.rulebook import clauses

INVITATION = "reviews/invitation"
TEMPLATES = {"lifted": "reviews/lifted", "continued": "reviews/continued", "varied": "reviews/changed"}
WHO = {"customer": "you", "representative": "someone who speaks for you", "support_worker": "your support worker"}


def passages_of(template: str, review: Review) -> dict[str, str]:
    """Those of the words written for a review that this letter has a place for."""
    written = {**review.passages, "reasons": review.reasons}
    return {key: written.get(key, "") for key in letter_facts.passage_labels(template)}


def passages() -> dict[str, str]:
    """The free passages of the result letters beside the reasons, each once: key and label."""
    labels = [letter_facts.passage_labels(one).items() for one in TEMPLATES.values()]
    return {key: label for one in labels for key, label in one if key != "reasons"}


# --- The invitation ---


def comments_by(review: Review, now: dt.datetime) -> dt.date:
    """The last day for comments: the usual time, but never after the day by which a request is answered."""
    today = clock.today(now)
    usual = clock.working_days_after(today, numbers.value("comment_days", now))
    return min(usual, review.due_on) if review.kind == "asked" and review.due_on > today else usual


def invitation_facts(review: Review, sender: User, now: dt.datetime) -> dict[str, Any]:
    """The facts of the invitation as they stand at `now`."""
    restriction = review_period.restriction_of(review)
    by = review.comments_by or comments_by(review, now)
    days = clock.working_days_between(clock.today(review.invited_at or now), by)
    return letter_facts.of_arrangement(restriction, sender, review.reference, now, letter=INVITATION) | {
        "restriction": restriction.reference,
        "began_on": lifecycle.begun_on(restriction) or Gap("the start"),
        "ends_on": restriction.ends_on or Gap("the end"),
        "review_by": max(review.due_on, by),
        "asked_on": review.asked_on,
        "reviewer_role": letter_facts.role_of(sender) if sender.is_manager else "manager",
        "comments_by": by,
        "comment_days": days,
    }


def invitation(
    review: Review, sender: User, now: dt.datetime, passages: Mapping[str, str] | None = None
) -> words.Rendered:
    """The invitation as it stands, with what is written or being typed; nothing is kept."""
    shown = passages_of(INVITATION, review) if passages is None else passages
    made_from = invitation_facts(review, sender, now)
    return letter_facts.made(review.customer, INVITATION, made_from, shown)


# --- The result ---


def facts(review: Review, sender: User, now: dt.datetime, found: review_period.Period) -> dict[str, Any]:
    """The facts of the result letter for the outcome chosen; what is missing is a Gap."""
    restriction, values = review_period.restriction_of(review), numbers.values(now)
    today, template = clock.today(now), TEMPLATES.get(review.outcome, "")
    received = clock.working_days_after(today, values["deemed_days"])
    made = letter_facts.of_arrangement(restriction, sender, review.reference, now, letter=template) | {
        "restriction": restriction.reference,
        "began_on": found.begun_on or Gap("the start"),
        "looked_from": found.since,
        "decided_on": today,
        "decided_by_role": _role(sender),
        "contacts": found.kept.contacts,
        "outside": found.kept.outside,
        "incidents_count": len(found.incidents),
        "our_lapses": [_lapse(one) for one in found.kept.by_us],
        "invited_on": clock.today(review.invited_at) if review.invited_at else None,
        "asked_on": review.asked_on,
        "said": [_said(one) for one in found.comments],
        "appeal_by": clock.working_days_after(received, values["appeal_days"]),
        "appeal_days": values["appeal_days"],
        "appeal_answer_days": values["appeal_answer_days"],
    }
    if review.outcome == "lifted":
        officers = [one.officer for one in measures.terms_of(restriction) if one.officer]
        others = [one for one in lifecycle.in_force(review.customer_id, today) if one.id != restriction.id]
        name = officers[0].name if officers else None
        return made | {"ended_on": today, "officer_name": name, "another_stands": bool(others)}
    return made | _gone_on(review, restriction, sender, now, found.cited(review))


def _gone_on(
    review: Review, restriction: Restriction, sender: User, now: dt.datetime, since: Sequence[Incident]
) -> dict[str, Any]:
    values, landlord = numbers.values(now), numbers.organisation(now)
    terms, new = terms_of(review), review.evidence == "new"
    gap = Gap("what has happened since the last decision" if new else "why no new evidence is needed")
    because = gap if new else review.evidence_because.strip() or gap
    made = {
        "since": letter_facts.incident_facts(since) if new else [],
        "no_new_because": None if new and since else because,
        "scope": restriction.scope or Gap("what it applies to"),
        "terms": [measures.as_told(term, values, landlord) for term in terms],
        "reply_days": values["reply_days"],
        "starts_on": clock.today(now),
        "ends_on": review.ends_on or Gap("the end"),
        "review_on": review.next_review_on or Gap("the next review"),
        "reviewer_role": _role(sender),
        "former_ends_on": restriction.ends_on or Gap("the former end"),
    }
    if review.outcome == "varied":
        made["changes"] = changes(measures.terms_of(restriction), terms)
    return made


def _role(sender: User) -> str:
    """Of whoever decides; for others who look at the letter, of whoever will."""
    return letter_facts.role_of(sender) if sender.is_manager or sender.is_senior_officer else "manager"


def _lapse(breach: compliance.Breach) -> str:
    said = breach.sentence.rstrip(".")
    recorded = breach.kind != "late_reply" or breach.recorded_by
    return f"On {clock.day_words(breach.on)}: {said[0].lower()}{said[1:]}" if recorded else said


def _said(comment: ReviewComment) -> dict[str, Any]:
    return {"who": WHO[comment.from_whom], "on": comment.on, "how": clauses.CHANNELS[comment.channel]}


def rendered(review: Review, sender: User, now: dt.datetime, found: review_period.Period) -> words.Rendered | None:
    """The result letter as it stands; None while no outcome is chosen. Nothing is kept."""
    template = TEMPLATES.get(review.outcome)
    if template is None:
        return None
    made_from = facts(review, sender, now, found)
    return letter_facts.made(review.customer, template, made_from, passages_of(template, review))


def sound(review: Review, sheet: words.Rendered, found: review_period.Period) -> Iterator[Refusal | None]:
    """G33-G37, G42: the result letter in their format, fair, whole, and with an answer to what they said."""
    customer, shown = review.customer, passages_of(sheet.template, review)
    typed = shown if review.outcome == "lifted" else {**shown, "because": review.evidence_because}
    yield from fairness.sendable(customer, sheet, typed, review.arranged, found.cited(review), "G34")
    yield unless(
        shown.get("answer") or not (found.comments or review.asked_words),
        "G42",
        "The letter does not answer what they told us.",
        "Write our answer to what they told us.",
    )


# --- Old and new side by side ---


def changes(before: Sequence[RestrictionTerm], after: Sequence[RestrictionTerm]) -> list[dict[str, str]]:
    """Each measure as it was beside as it is; those that stay as they were are left out."""
    then, now = ({one.kind: in_brief(one) for one in terms} for terms in (before, after))
    found = []
    for kind in measures.KINDS:
        if (kind in then or kind in now) and then.get(kind) != now.get(kind):
            ended = "this part ends, and nothing is limited in this way any more"
            found.append({"before": then.get(kind, "this was not part of it"), "after": now.get(kind, ended)})
    return found


def in_brief(term: RestrictionTerm) -> str:
    """One measure in a few words to the customer, without a full stop."""
    return measures.kind_of(term).for_customer(term)


def terms_of(review: Review) -> list[RestrictionTerm]:
    """The measures with which it would go on: those of the changed draft, else those that stand."""
    restriction = review_period.restriction_of(review)
    draft = draft_of(restriction) if review.outcome == "varied" else None
    return measures.terms_of(draft or restriction)


def draft_of(restriction: Restriction) -> Restriction | None:
    """The open draft that would follow this restriction, or None."""
    rest = "WHERE follows_id = ? AND authorised_at IS NULL AND declined_at IS NULL ORDER BY id LIMIT 1"
    return next(iter(rows_of(Restriction, rest, restriction.id)), None)
