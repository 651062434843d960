"""What a restriction rests on and its limits: the warning behind it, its dates, the behaviour. G1, G4-G6, G22.

Shared by the nouns that begin restrictions; answers with refusals and writes nothing.
"""

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from models import (
    BehaviourWarning,
    Incident,
    IncidentStaff,
    Restriction,
    RestrictionTerm,
    WarningIncident,
    WarningSanction,
)
from policy import measures
from policy.core import clock, numbers
from policy.core.answers import Refusal, unless
from policy.core.wording import listed
from policy.correspondence import deemed_receipt
from policy.incidents import evidence
from policy.rulebook import clauses


def rests_on(
    restriction: Restriction, incidents: Sequence[Incident], terms: Sequence[RestrictionTerm], now: dt.datetime
) -> Iterator[Refusal | None]:
    if restriction.declaration_id is not None:
        yield from _declared(restriction)
        return
    warning = restriction.warning
    if warning is None or warning.letter is None or warning.withdrawn_at is not None:
        yield unless(
            False,
            "G1",
            "This restriction does not rest on a written warning that was issued.",
            "Issue a warning first.",
        )
        return
    received = deemed_receipt.served_on(deemed_receipt.standing(warning.letter), clock.today(now))
    yield unless(
        received,
        "G4",
        f"Warning {warning.reference} does not count as received.",
        "Record how it was delivered, or send it again if it came back.",
    )
    sanctions = list(WarningSanction.select().where(WarningSanction.warning == warning))
    yield from _no_harsher(restriction, warning, sanctions, terms)
    if received:
        until = deemed_receipt.live_until(warning, received)
        yield from _since(warning, incidents, received, until)
    yield from evidence.answered_already(incidents, but_restriction=restriction)


def _since(
    warning: BehaviourWarning, incidents: Sequence[Incident], received: dt.date, until: dt.date
) -> Iterator[Refusal | None]:
    """G5: what is cited came after the warning and while it is live, and some of it goes on with what it warned of."""
    after = [one for one in incidents if received < one.happened_on <= until]
    yield unless(
        after,
        "G5",
        f"No incident comes after {clock.day_words(received)}, when the warning was received, and before it "
        f"lapses on {clock.day_words(until)}.",
        "Log what has happened since. If nothing has, no restriction is needed.",
    )
    for one in incidents:
        yield unless(
            one in after or not after,
            "G5",
            f"Incident {one.reference} did not happen after the warning was received and while it was live.",
            "Leave it out: a restriction rests on what has happened since.",
        )
    cited = Incident.select().join(WarningIncident).where(WarningIncident.warning == warning)
    warned = {heading for one in evidence.completed(list(cited)) for heading in clauses.headings_of(one.behaviours)}
    since = {heading for one in after for heading in clauses.headings_of(one.behaviours)}
    yield unless(
        not since or warned & since,
        "G5",
        f"What has happened since is {_headings(since)}. The customer was warned of {_headings(warned)}.",
        "Warn the customer of this behaviour first.",
    )


def _headings(keys: Collection[str]) -> str:
    return listed([words.lower() for key, words in clauses.HEADINGS.items() if key in keys])


def _declared(restriction: Restriction) -> Iterator[Refusal | None]:
    """P 4.5, G17: no warning is needed where two people have agreed on the extreme route, and nobody found it wrong."""
    declared = restriction.declaration
    assert declared is not None
    page = f"Open {declared.reference}."
    yield unless(
        declared.refused_at is None,
        "G17",
        "The second person did not agree to act without a warning.",
        "Decline this proposal, and write a warning instead.",
    )
    yield unless(
        declared.seconded_at is not None or declared.refused_at is not None,
        "G17",
        "No second person has agreed to act without a warning.",
        f"Ask another manager or a senior officer to second it. {page}",
    )
    yield unless(
        declared.looked_back_outcome != "wrong",
        "G17",
        "Looking back found that acting without a warning was wrong.",
        f"Put this aside, and write a warning instead. {page}",
    )


def _no_harsher(
    restriction: Restriction,
    warning: BehaviourWarning,
    sanctions: Sequence[WarningSanction],
    terms: Sequence[RestrictionTerm],
) -> Iterator[Refusal | None]:
    warned = {one.kind: one.detail for one in sanctions}
    highest = max((measures.rung(kind) for kind in warned), default=0)
    for term in terms:
        yield unless(
            measures.rung(term.kind) <= highest,
            "G1",
            f"The warning named nothing as strict as: {measures.kind_of(term).label}.",
            "Choose a measure the customer was warned of, or issue a new warning first.",
        )
        if term.kind in warned:
            yield from measures.kind_of(term).beyond(warned[term.kind], term)
    yield unless(
        len(terms) <= max(1, len(warned)),
        "G6",
        "There are more measures than the warning said.",
        "Leave out what the customer was not warned of.",
    )
    starts, ends, months = restriction.starts_on, restriction.ends_on, warning.sanction_months
    yield unless(
        not (starts and ends and months) or ends <= clock.months_after(starts, months),
        "G6",
        f"It lasts longer than the {months} months the warning said.",
        "Choose an earlier end.",
    )


def within_limits(restriction: Restriction, now: dt.datetime) -> Iterator[Refusal | None]:
    starts, ends, review = restriction.starts_on, restriction.ends_on, restriction.review_on
    if not (starts and ends and review):
        yield unless(
            False, "G22", "The start, the end or the review date is missing.", "Give all three; none may be left open."
        )
        return
    today = clock.today(now)
    found = restriction.numbers or numbers.values(now)  # a decision keeps the numbers it was made under
    most, months = found["restriction_most_months"], found["review_months"]
    yield unless(
        starts >= today or restriction.authorised_at is not None,
        "G22",
        f"The start, {clock.day_words(starts)}, has passed.",
        "Choose today or a later day.",
    )
    yield unless(ends > today, "G22", f"The end, {clock.day_words(ends)}, has passed.", "Choose a later day.")
    yield unless(review >= today, "G22", f"The review, {clock.day_words(review)}, has passed.", "Choose a later day.")
    yield unless(
        ends <= clock.months_after(starts, most),
        "G22",
        f"It may last at most {most} months.",
        f"Choose an end by {clock.day_words(clock.months_after(starts, most))}.",
    )
    latest = measures.latest_review(starts, ends, months)
    yield unless(
        review <= latest,
        "G22",
        "The first review is too late.",
        f"Choose a day by {clock.day_words(latest)}: {months} months after the start or half-way, whichever is sooner.",
    )


def beside_others(restriction: Restriction, terms: Sequence[RestrictionTerm]) -> Iterator[Refusal | None]:
    """G72: no second measure of a kind beside one that holds in the same time; that one is changed in a review."""
    root, starts = restriction.root_id or restriction.id, restriction.starts_on
    if starts is None or not terms:
        return
    others = (
        RestrictionTerm.select(RestrictionTerm, Restriction)
        .join(Restriction)
        .where(
            Restriction.customer == restriction.customer_id,
            Restriction.issued_at.is_null(False),
            Restriction.ended_on.is_null(),
            Restriction.ends_on >= starts,
            RestrictionTerm.kind.in_([one.kind for one in terms]),
        )
    )
    for one in others:
        yield unless(
            (one.restriction.root_id or one.restriction_id) == root,
            "G72",
            f"{one.restriction.reference}, which has not ended, already holds this: {measures.kind_of(one).label}.",
            "Leave it out, or change that restriction in a review.",
        )


def not_by_the_target(incidents: Sequence[Incident], terms: Sequence[RestrictionTerm]) -> Iterator[Refusal | None]:
    """G28: whom the behaviour was aimed at, or whom the customer has complained about, is not who answers them."""
    officers = {who.id: who for term in terms for who in (term.officer, term.deputy) if who is not None}
    if not officers:
        return
    touched = IncidentStaff.select(IncidentStaff.user).where(
        IncidentStaff.incident.in_([one.id for one in incidents]),
        IncidentStaff.user.in_(list(officers)),
        IncidentStaff.part.in_(["target", "complained_about"]),
    )
    for number in sorted({one.user_id for one in touched}):
        yield unless(
            False,
            "G28",
            f"{officers[number].name} was the target of what happened, or is complained about in it.",
            "Name somebody else to answer this customer.",
        )


def answers_the_behaviour(incidents: Sequence[Incident], terms: Sequence[RestrictionTerm]) -> Iterator[Refusal | None]:
    online = bool(incidents) and all(one.channel in ("social_public", "social_message") for one in incidents)
    yield unless(
        not (online and terms),
        "E1",
        "What happened was online, and the measure is about other ways of contact.",
        "Say in the reasons what the one has to do with the other.",
    )


def still_stands(
    restriction: Restriction, incidents: Sequence[Incident], terms: Sequence[RestrictionTerm], now: dt.datetime
) -> Iterator[Refusal | None]:
    """What may have changed since the decision: the warning came back or was withdrawn, a doubt, a need, a leaver."""
    return chain(
        rests_on(restriction, incidents, terms, now),
        evidence.evidence(restriction.customer, incidents, now) if incidents else (),
        measures.sound(restriction, terms),
        measures.fits(measures.needs_of(restriction.customer.id), terms),
    )
