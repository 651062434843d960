"""Staff-safety markers (P 4.6): asking for one, proposing it, and a second person's decision. G52-G59.

What is shown of them is in `visibility`; reviews, telling and ends are in `review`.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, TypedDict

from letterpress.make.render import Rendered
from models import Customer, Incident, Letter, Marker, Review, User, Withholding, holding
from policy.considerations import considerations, overrides
from policy.core import audit, clock, form_keys, numbers, validation
from policy.core.answers import YES, Answer, Refusal, answer, not_stale, unless
from policy.core.register import LOGS, Where, deed, only_for
from policy.core.validation import LONG, SHORT, Check
from policy.correspondence import facts as letter_facts
from policy.correspondence import issue as letter_issue
from policy.markers import checks as marker_checks
from policy.markers import letters as marker_letters
from policy.markers import visibility as marker_visibility
from policy.restrictions import lifecycle
from policy.rulebook import clauses


class Request(TypedDict, total=False):
    """What somebody asks for who wants a marker."""

    asked_words: str
    asked_for: str  # the firm, where it is theirs
    about: str
    place: str
    category: str
    action: str
    incident: Incident | None


class Proposal(TypedDict, total=False):
    """The marker as it is to be approved, and the words of its notice; what is missing stands in the way of that."""

    about: str
    place: str
    category: str
    incident: Incident | None
    source: str
    source_on: dt.date | None
    source_words: str
    fact: str
    action: str
    recipients: Mapping[str, str]  # key of the team, and what for
    recipients_because: str
    ends_on: dt.date | None
    review_on: dt.date | None
    telling: str
    not_telling_because: str
    think_again_on: dt.date | None
    reasons: str
    also: str
    arranged: str


class Look(TypedDict, total=False):
    """Why somebody reads what happened: one of clauses.LOOKING, and words where the reason is another."""

    reason: str
    words: str


# --- Asking ---


@only_for(
    *LOGS,
    says="Only colleagues who deal with customers ask for a staff-safety marker.",
    remedy="Tell a manager.",
    clause="4.6",
)
def may_ask(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """4.6: anybody who logs incidents may ask, for themselves or for a firm that works for us (G59)."""
    return YES


@deed("ask_marker", label="Ask for a staff-safety marker", clause="4.6", asks=may_ask, event="marker_asked")
def ask(actor: User, customer: Customer, request: Request, now: dt.datetime, form_key: str) -> Marker:
    """Ask for a marker: a request, shown to nobody but those who decide on it (G59). Raises Refused or Invalid."""
    check, incident = Check(request), request.get("incident")
    columns: dict[str, Any] = {
        "asked_words": check.text("asked_words", "What happened, or what you are worried about", LONG, required=True),
        "asked_for": check.text("asked_for", "On whose behalf", SHORT),
        "about": check.choice("about", "Whom or what it is about", clauses.MARKER_ABOUT),
        "place": check.text("place", "Which place, animal or person", SHORT),
        "category": check.choice("category", "What kind of danger", clauses.MARKER_CATEGORIES),
        "action": check.text("action", "What staff should do", LONG),
    }
    check.or_refuse()
    form_key = form_keys.key(form_key, actor, customer, request)
    with holding(customer) as customer:
        known = Marker.get_or_none(Marker.form_key == form_key)
        if known:
            return known
        may_ask(actor, customer, now).or_refuse()
        _of_this_file(customer, incident).or_refuse()
        row = Marker.create(
            customer=customer, form_key=form_key, fact="", incident=incident, asked_by=actor, asked_at=now, **columns
        )
        audit.event("marker_asked", customer, actor, now, marker=row.id, outside=bool(row.asked_for))
    return row


def _of_this_file(customer: Customer, incident: Incident | None) -> Answer:
    own = incident is None or incident.customer_id == customer.id
    return answer(unless(own, "G52", "That incident is on another person's file.", "Choose one of this file."))


# --- Proposing ---


@only_for("manager", says="Only a manager proposes a marker.", remedy="Ask a manager.", clause="4.6")
def may_propose(actor: User, marker: Marker, now: dt.datetime) -> Answer:
    """4.6: a manager completes a request; it is not decided before a second person approves it."""
    return answer(unless(marker.is_open_request, "state", "This has been decided already."))


@deed(
    "propose_marker",
    label="Propose a staff-safety marker",
    clause="4.6",
    asks=may_propose,
    event=("marker_proposed", "marker_changed"),
)
def propose(actor: User, marker: Marker, proposal: Proposal, now: dt.datetime, version: int) -> Marker:
    """A manager writes the marker as it is to be approved. Raises Refused (stale page too) or Invalid."""
    columns = _checked(proposal, now)
    with holding(marker) as marker:
        may_propose(actor, marker, now).or_refuse()
        not_stale(marker.version, version).or_refuse()
        _of_this_file(marker.customer, columns["incident"]).or_refuse()
        if marker.proposed_at is None:
            marker.proposed_by, marker.proposed_at = actor, now
            _keep(marker, columns)
            audit.event("marker_proposed", marker.customer_id, actor, now, marker=marker.id)
            return marker
        return _changed(actor, marker, columns, now)


@only_for("manager", says="Only a manager proposes a marker.", remedy="Ask a manager.", clause="4.6")
def may_change(actor: User, marker: Marker, now: dt.datetime) -> Answer:
    """4.6: a proposed marker may be changed by a manager until it is decided."""
    return answer(
        *may_propose(actor, marker, now).reasons,
        unless(marker.proposed_at, "state", "Nobody has proposed this yet.", "Complete the request first."),
    )


@deed(
    "change_marker",
    label="Change a proposed staff-safety marker",
    clause="4.6",
    asks=may_change,
    event="marker_changed",
)
def change(actor: User, marker: Marker, proposal: Proposal, now: dt.datetime, version: int) -> Marker:
    """Change a proposed marker before it is decided. Raises Refused (stale page too) or Invalid."""
    columns = _checked(proposal, now)
    with holding(marker) as marker:
        may_change(actor, marker, now).or_refuse()
        not_stale(marker.version, version).or_refuse()
        _of_this_file(marker.customer, columns["incident"]).or_refuse()
        return _changed(actor, marker, columns, now)


def _changed(actor: User, marker: Marker, columns: Mapping[str, Any], now: dt.datetime) -> Marker:
    """Whoever the proposal stands in the name of may hand it on: saved by another manager, it is theirs (G16)."""
    marker.proposed_by = actor
    _keep(marker, columns)
    audit.event("marker_changed", marker.customer_id, actor, now, marker=marker.id, version=marker.version)
    return marker


def _keep(marker: Marker, columns: Mapping[str, Any]) -> None:
    for name, value in columns.items():
        setattr(marker, name, value)
    marker.version += 1
    marker.save()


def _checked(proposal: Proposal, now: dt.datetime) -> dict[str, Any]:
    check, today = Check(proposal), clock.today(now)
    columns: dict[str, Any] = {
        "about": check.choice("about", "Whom or what it is about", clauses.MARKER_ABOUT),
        "place": check.text("place", "Which place, animal or person", SHORT),
        "category": check.choice("category", "What kind of danger", clauses.MARKER_CATEGORIES),
        "incident": proposal.get("incident"),
        "source": check.text("source", "Who told us", SHORT),
        "source_on": check.day("source_on", "When they told us", latest=today),
        "source_words": check.text("source_words", "What they said", LONG),
        "fact": check.text("fact", "What happened", LONG),
        "action": check.text("action", "What staff do", LONG),
        "recipients": _recipients(proposal.get("recipients") or {}, check),
        "recipients_because": check.text("recipients_because", "Why so many", LONG),
        "ends_on": check.day("ends_on", "End", earliest=today),
        "review_on": check.day("review_on", "Review", earliest=today),
        "telling": check.choice("telling", "Is the customer told?", clauses.MARKER_TELLING),
        "not_telling_because": check.text("not_telling_because", "Why telling them would be dangerous", LONG),
        "think_again_on": check.day("think_again_on", "When it is thought of again", earliest=today),
        "passages": letter_facts.checked_passages(marker_letters.NOTICE, proposal, check),
        "arranged": check.text("arranged", "How the letter is given in their format", LONG),
    }
    if columns["ends_on"] and columns["review_on"] and columns["review_on"] > columns["ends_on"]:
        check.wrong("review_on", "Review: the day must not come after the end.")
    check.or_refuse()
    return columns


def _recipients(given: Mapping[str, str], check: Check) -> list[dict[str, str]]:
    inner = Check({f"purpose_{key}": purpose for key, purpose in given.items()})
    known = {key: inner.text(f"purpose_{key}", "What for", SHORT) for key in given if key in clauses.TEAMS}
    for field, sentence in inner.errors.items():
        check.wrong(field, sentence)
    if unknown := given.keys() - clauses.TEAMS.keys():
        check.wrong("recipients", f"Choose from the list; “{validation.clean(min(unknown))}” is not a team.")
    return marker_checks.recipients(known)


# --- The decision ---


@only_for(
    "safety_lead",
    says="Only the safety lead approves a marker; after a review a senior officer may too.",
    remedy="Ask the safety lead.",
    clause="4.6",
    also=(Where("after a review", lambda _actor, marker, *_: marker.follows_id is not None, ("senior_officer",)),),
)
def may_approve(actor: User, marker: Marker, now: dt.datetime, sheet: Rendered | None = None) -> Answer:
    """4.6, G52-G58: everything that stands against approving this marker now, at once.

    `sheet` is the notice of it as it stands, where whoever asks has made it.
    """
    goes_on = marker.follows_id is not None
    incidents = marker_letters.incidents_of(marker)
    since = incidents[0].happened_on if incidents and not goes_on else None
    return answer(
        unless(marker.is_open_request, "state", "This has been decided already."),
        unless(
            marker.proposed_at, "G59", "This is only a request: no manager has completed it.", "Ask a manager to do so."
        ),
        marker_checks.another_person(actor, marker),
        _not_always_the_same(actor, marker),
        marker_checks.sound(marker, now),
        considerations.weighed(actor, marker.customer, "marker", since, now),
        marker_checks.neither_was_the_target(actor, marker),
        _told_or_not(marker, actor, now, sheet),
        overridden=overrides.overridden(marker, actor),
    )


def _not_always_the_same(actor: User, marker: Marker) -> Refusal | None:
    """G43: at least every second decision on a marker is somebody else's."""
    before = [one.approved_by_id for one in lifecycle.parts(marker) if one.id != marker.id][-2:]
    return unless(
        before != [actor.id, actor.id],
        "G43",
        "You approved this marker and decided its last review too.",
        "Ask another safety lead or a senior officer to decide this time.",
    )


def _told_or_not(marker: Marker, actor: User, now: dt.datetime, sheet: Rendered | None) -> Any:
    """G57: told, with a letter that is fit to send; or not for now, with the reason and a day to think again."""
    if marker.telling == "tell":
        sheet = sheet or marker_letters.notice(marker, actor, now)
        yield from marker_letters.notice_sound(marker, sheet, marker.passages, marker.arranged)
    elif marker.telling == "withhold":
        yield unless(
            marker.not_telling_because.strip(),
            "G57",
            "It is not written down why telling the customer would be dangerous.",
            "Write the reason, or tell them.",
        )
        latest = lifecycle.think_again_by(now)
        thought = marker.think_again_on
        yield unless(
            thought and clock.today(now) < thought <= latest,
            "G57",
            "There is no day in time on which telling the customer is thought of again.",
            f"Choose a day by {clock.day_words(latest)}.",
        )
    else:
        yield unless(
            False,
            "G57",
            "It is not decided whether the customer is told.",
            "Choose: tell them, or not for now with a written reason.",
        )


@deed(
    "approve_marker",
    label="Approve a staff-safety marker",
    clause="4.6",
    asks=may_approve,
    event=("marker_approved", "marker_reviewed"),
    letter="markers/notice",
)
def approve(
    actor: User, marker: Marker, now: dt.datetime, version: int | None = None, reasons: str = ""
) -> Letter | None:
    """A second person's decision; the marker holds from today. Answers the notice where the customer is told.

    `reasons` are those of the review, needed where the marker goes on after one. Raises Refused or Invalid.
    """
    check = Check({"reasons": reasons})
    reasons = check.text("reasons", "Why it goes on", LONG, required=marker.follows_id is not None)
    check.or_refuse()
    with holding(marker) as marker:
        sheet = marker_letters.notice(marker, actor, now) if marker.telling == "tell" else None
        may_approve(actor, marker, now, sheet).or_refuse()
        not_stale(marker.version, version).or_refuse()
        marker.approved_by, marker.approved_at, marker.in_force_from = actor, now, clock.today(now)
        marker.consideration = considerations.consideration_of(actor, marker.customer, "marker", now)
        marker.numbers = numbers.values(now)
        letter = _tell_or_withhold(actor, marker, sheet, now)
        marker.save()
        if marker.follows is not None:
            _go_on(actor, marker, reasons, now)
        facts = {"marker": marker.id, "ends_on": marker.ends_on, "review_on": marker.review_on, **audit.sent(letter)}
        audit.event("marker_approved", marker.customer_id, actor, now, **facts)
    return letter


def _tell_or_withhold(actor: User, marker: Marker, sheet: Rendered | None, now: dt.datetime) -> Letter | None:
    if sheet is not None:
        marker.letter = letter_issue.freeze(marker.customer, sheet, marker.arranged, actor, now)
        return marker.letter
    because = marker.not_telling_because
    if not because:  # a senior officer set G57 aside: their reason is the reason for not telling
        because = [one.because for one in overrides.of(marker) if one.rule == "G57"][-1]
    Withholding.create(
        customer=marker.customer_id,
        marker=marker,
        because=because,
        think_again_on=min(marker.think_again_on or lifecycle.think_again_by(now), lifecycle.think_again_by(now)),
        by=actor,
        at=now,
    )
    return None


def _go_on(actor: User, marker: Marker, reasons: str, now: dt.datetime) -> None:
    """End the part before, and settle the review that led here."""
    before = marker.follows
    lifecycle.end(actor, before, "It goes on after a review.", now)
    review = Review.get_or_none(Review.marker == before, Review.held_at.is_null(), Review.closed_at.is_null())
    if review is not None:
        same = all(getattr(marker, name) == getattr(before, name) for name in SAYS)
        review.outcome, review.reasons = "renewed" if same else "changed", reasons
        review.held_by, review.held_at, review.renewed = actor, now, marker
        review.ends_on, review.next_review_on = marker.ends_on, marker.review_on
        review.consideration, review.letter, review.numbers = marker.consideration, marker.letter, marker.numbers
        review.save()
        audit.event("marker_reviewed", marker.customer_id, actor, now, marker=before.id, review=review.id,
                     outcome=review.outcome)  # fmt: skip


SAYS = ("about", "place", "category", "fact", "action", "recipients")


@only_for(
    "manager",
    "safety_lead",
    says="Only a manager or the safety lead decides against a marker.",
    remedy="Ask one of them.",
    clause="4.6",
)
def may_decline(actor: User, marker: Marker, now: dt.datetime) -> Answer:
    """4.6: a manager or the safety lead decides against a request or a proposal."""
    return answer(
        unless(marker.is_open_request, "state", "This has been decided already."),
        unless(
            marker.follows_id is None, "state", "This belongs to a review.", "Decide there whether the marker goes on."
        ),
    )


@deed(
    "decline_marker",
    label="Decide against a staff-safety marker",
    clause="4.6",
    asks=may_decline,
    event="marker_declined",
)
def decline(actor: User, marker: Marker, because: str, now: dt.datetime) -> None:
    """Decide against it, with a reason; it was never shown to anybody else. Raises Refused or Invalid."""
    check = Check({"because": because})
    because = check.text("because", "Your reason", LONG, required=True)
    check.or_refuse()
    with holding(marker) as marker:
        may_decline(actor, marker, now).or_refuse()
        marker.declined_by, marker.declined_at, marker.declined_because = actor, now, because
        marker.save()
        audit.event("marker_declined", marker.customer_id, actor, now, marker=marker.id)


# --- Reading what happened (G60) ---


def readable(actor: User, marker: Marker, now: dt.datetime) -> Answer:
    """G56, G60: its recipients and those who work on the file may read what happened, each time with a reason."""
    own = marker_visibility.is_own_request(actor, marker)
    return answer(
        unless(
            own or marker_visibility.may_see(actor, marker),
            "G56",
            "This marker is not for you to read.",
            "Ask the duty manager what to do.",
        )
    )


def look(actor: User, marker: Marker, entry: Look, now: dt.datetime) -> None:
    """Read a marker: record who, when and why (G60). Raises Refused or Invalid."""
    check = Check(entry)
    reason = check.choice("reason", "Why you need to read it", clauses.LOOKING, required=True)
    words = check.text("words", "In your own words", 150, required=reason == "other")
    check.or_refuse()
    readable(actor, marker, now).or_refuse()
    said = f"{clauses.LOOKING[reason]}: {words}" if words else clauses.LOOKING[reason]
    audit.seen(actor, marker.customer_id, "marker", now, marker=marker, reason=said[:200], purpose=reason)


def note_deciding(actor: User, marker: Marker, now: dt.datetime) -> None:
    """Record that somebody read it while at work on deciding about it (G60)."""
    audit.seen(
        actor, marker.customer_id, "marker", now, marker=marker, reason=clauses.LOOKING["deciding"], purpose="deciding"
    )


def is_deciding(actor: User, marker: Marker) -> bool:
    """True for who is at work on deciding about it, and need not say why they read it; the reading is recorded."""
    return marker.is_open_request and actor.has("manager", "safety_lead", "senior_officer")
