"""The extreme route (P 4.5, 3.2.8): action without a warning, because somebody's immediate safety is threatened.

Declared by a manager, seconded by another person, looked back on by a third. G17, G18, G31, G69.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any, TypedDict

from models import Customer, Declaration, Incident, IncidentStaff, Restriction, User, holding, rows_of
from policy.core import audit, clock, form_keys, numbers, work_item
from policy.core.answers import YES, Answer, Refusal, answer, unless
from policy.core.register import deed, only_for
from policy.core.validation import LONG, Check, required_text
from policy.incidents import evidence, severity
from policy.restrictions import independence
from policy.rulebook import clauses

THREATENED = {"staff": "Our colleagues", "customers": "Other customers", "both": "Our colleagues and other customers"}
POLICE = {"reported": "We have told the police", "not_reported": "We have not told the police"}
LEGAL = {
    "none": "None",
    "advice": "We have asked for legal advice",
    "injunction": "We are asking a court for an injunction",
    "notice": "We have given notice about the tenancy",
    "possession": "We are asking a court for possession",
}
OUTCOMES = {
    "stands": "It was right",
    "changed": "It was right, but something about it has to change",
    "wrong": "It was wrong",
}
SECONDS = "Only a manager or a senior officer can second this."
ANOTHER = "Ask another manager or a senior officer."
DANGEROUS = ("violence", "threat", "intimidation", "harassment")
RECENT = dt.timedelta(days=14)  # what is older threatens nobody's immediate safety by itself (practice)
SOUND = ("G10", "G23")  # what is asked of an incident before anybody acts on it in such haste


# --- Declaring ---


@only_for(
    "manager",
    says="Only a manager can declare the extreme route.",
    remedy="Ring the manager on call. In danger, ring 999 first.",
    rule="G17",
)
def may_declare(actor: User, customer: Customer, now: dt.datetime) -> Answer:
    """4.5: any manager declares it, at any hour; who is asked to second it decides whether it stands."""
    return YES


class Entry(TypedDict, total=False):
    """A declaration as somebody writes it."""

    threatened: str
    reason: str
    why_no_warning: str
    needs_known: str
    safeguarding_signed_off: str
    police: str
    police_reference: str
    police_words: str
    legal: str
    legal_words: str


@deed(
    "declare_extreme",
    label="Declare that immediate safety is threatened, so that no warning is given first",
    clause="4.5",
    asks=may_declare,
    event="extreme_declared",
)
def declare(
    actor: User, customer: Customer, incident: Incident, entry: Entry, now: dt.datetime, form_key: str
) -> Declaration:
    """Declare that immediate safety is threatened, with the decision about the police. Raises Refused or Invalid."""
    columns = checked(entry, customer, now)
    form_key = form_keys.key(form_key, actor, incident, entry)
    with holding(customer) as customer:
        known = Declaration.get_or_none(Declaration.form_key == form_key)
        if known:
            return known
        answer(
            may_declare(actor, customer, now).reasons, _sound(customer, incident, now), _not_yet(incident)
        ).or_refuse()
        row = Declaration.create(
            customer=customer, incident=incident, declared_by=actor, declared_at=now, form_key=form_key,
            numbers=numbers.values(now), **columns,
        )  # fmt: skip
        audit.event(
            "extreme_declared", customer, actor, now, declaration=row.id, incident=incident.id, police=row.police
        )
    return row


def _sound(customer: Customer, incident: Incident, now: dt.datetime) -> Iterator[Refusal | None]:
    yield from (one for one in evidence.against(customer, [incident], now)[incident.id] if one.rule in SOUND)
    (known,) = evidence.completed([incident])
    yield unless(
        severity.is_serious(known, DANGEROUS),
        "G18",
        f"Incident {incident.reference} does not say that anybody's safety was threatened.",
        "Add to it what was done or said, or write a warning instead.",
    )
    yield unless(
        incident.last_on >= clock.today(now) - RECENT,
        "G18",
        f"Incident {incident.reference} is more than {RECENT.days} days old: the danger is not immediate.",
        "Log what has happened since, or write a warning instead.",
    )


def _not_yet(incident: Incident) -> Refusal | None:
    rest = "WHERE incident_id = ? AND refused_at IS NULL LIMIT 1"
    there = rows_of(Declaration, rest, incident.id)
    name = there[0].reference if there else ""
    return unless(not there, "state", f"The extreme route has been declared for this incident already: {name}.")


def checked(entry: Entry, customer: Customer, now: dt.datetime) -> dict[str, Any]:
    """The columns of a declaration from what was typed. Raises Invalid (G18, G31)."""
    check = Check(entry)
    columns: dict[str, Any] = {
        "threatened": check.choice("threatened", "Whose safety is threatened", THREATENED, required=True),
        "reason": check.text("reason", "What makes the danger immediate", LONG, required=True),
        "why_no_warning": check.text("why_no_warning", "Why a warning would not do", LONG, required=True),
        "needs_known": check.text("needs_known", "What we know of needs and safeguarding", LONG, required=True),
        "police": check.choice("police", "The police", POLICE, required=True),
        "legal": check.choice("legal", "Legal action", LEGAL) or "none",
    }
    reported, silent = columns["police"] == "reported", columns["police"] == "not_reported"
    at_law = columns["legal"] != "none"
    columns["police_reference"] = check.text("police_reference", "The police's reference", 60)
    columns["police_words"] = check.text("police_words", "What was said, or why not", LONG, required=silent)
    if reported and not columns["police_reference"] and not columns["police_words"]:
        check.wrong("police_reference", "The police's reference: give it, or write below why there is none yet.")
    if silent and columns["police_reference"]:
        check.wrong(
            "police_reference", "A reference of the police, who were not told: please put one of the two right."
        )
    columns["legal_words"] = check.text("legal_words", "Legal action: what, or why none", LONG, required=True)
    if silent and not at_law:
        check.wrong("legal", "Tell the police, or say which legal action is considered: one of them at least (4.5).")
    young = is_young(customer, now)
    columns["safeguarding_signed_off"] = check.text("safeguarding_signed_off", SIGNED, LONG, required=young)
    check.or_refuse()
    return columns


def is_young(customer: Customer, now: dt.datetime) -> bool:
    """True for somebody known to be under 18, about whom nothing is decided without safeguarding (G31)."""
    age = customer.age_on(clock.today(now))
    return age is not None and age < clauses.ADULT


SIGNED = "Who in safeguarding signed this off, and when"


# --- The second person ---


def second_by(declaration: Declaration) -> dt.date:
    """The day by which a second person decides, by the number it was declared under."""
    return clock.working_days_after(clock.today(declaration.declared_at), declaration.numbers["second_days"])


def is_open(declaration: Declaration) -> bool:
    """True until a second person has agreed or refused."""
    return declaration.seconded_at is None and declaration.refused_at is None


@only_for("manager", "senior_officer", says=SECONDS, remedy=ANOTHER, rule="G17")
def may_second(actor: User, declaration: Declaration, now: dt.datetime) -> Answer:
    """4.5, G17: a second manager or a senior officer, neither declarer nor target, agrees or refuses."""
    staff = IncidentStaff.select().where(IncidentStaff.incident == declaration.incident_id)
    touched = {one.user_id for one in staff if one.part in ("target", "complained_about")}
    return answer(
        unless(actor.id != declaration.declared_by_id, "G17", "You declared this yourself.", ANOTHER),
        unless(actor.id not in touched, "G17", "The behaviour was aimed at you, or you are complained about.", ANOTHER),
        unless(is_open(declaration), "state", "A second person has decided already."),
    )


@deed(
    "second_extreme",
    label="Agree, as the second person, to act without a warning",
    clause="4.5",
    asks=may_second,
    event="extreme_seconded",
)
def second(actor: User, declaration: Declaration, words: str, now: dt.datetime) -> None:
    """Agree to the extreme route, in words of one's own. Raises Refused or Invalid."""
    words = required_text("words", "Why you agree", words)
    with holding(declaration) as declaration:
        may_second(actor, declaration, now).or_refuse()
        declaration.seconded_by, declaration.seconded_at, declaration.seconded_words = actor, now, words
        declaration.save()
        audit.event("extreme_seconded", declaration.customer_id, actor, now, declaration=declaration.id)


@only_for("manager", "senior_officer", says=SECONDS, remedy=ANOTHER, rule="G17")
def may_refuse(actor: User, declaration: Declaration, now: dt.datetime) -> Answer:
    """4.5, G17: whoever may second may also refuse."""
    return may_second(actor, declaration, now)


@deed(
    "refuse_extreme",
    label="Refuse, as the second person, to act without a warning",
    clause="4.5",
    asks=may_refuse,
    event="extreme_refused",
)
def refuse(actor: User, declaration: Declaration, because: str, now: dt.datetime) -> None:
    """Refuse the extreme route, with a reason; a written warning is then the way. Raises Refused or Invalid."""
    because = required_text("words", "Why you do not agree", because)
    with holding(declaration) as declaration:
        may_refuse(actor, declaration, now).or_refuse()
        declaration.refused_by, declaration.refused_at, declaration.refused_because = actor, now, because
        declaration.save()
        audit.event("extreme_refused", declaration.customer_id, actor, now, declaration=declaration.id)


# --- Looking back ---


def look_back_by(declaration: Declaration) -> dt.date:
    """The day by which somebody looks back on it, by the number it was declared under."""
    return clock.working_days_after(clock.today(declaration.declared_at), declaration.numbers["look_back_days"])


def restrictions_of(declaration: Declaration) -> list[Restriction]:
    """The restrictions that rest on it, oldest first."""
    return rows_of(Restriction, "WHERE declaration_id = ? ORDER BY id", declaration.id)


@only_for(
    "manager",
    "senior_officer",
    says="Only a manager or a senior officer looks back on this.",
    remedy="Ask one who had no part in it.",
    rule="G17",
)
def may_look_back(actor: User, declaration: Declaration, now: dt.datetime) -> Answer:
    """G17: within days, somebody who had no part in it looks at whether it was right."""
    parts = independence.in_declaration(declaration)
    for one in restrictions_of(declaration):
        for user_id in (one.proposed_by_id, one.authorised_by_id, one.issued_by_id):
            if user_id is not None:
                parts.setdefault(user_id, []).append("decided on the restriction that rests on it")
    had = independence.words(actor, parts)
    return answer(
        unless(not had, "G17", f"You had a part in this: you {had}." if had else "", "Ask somebody who had none."),
        unless(not is_open(declaration), "G17", "No second person has decided yet.", "Wait for their decision."),
        unless(declaration.looked_back_at is None, "state", "Somebody has looked back on this already."),
    )


@deed(
    "look_back",
    label="Look back on action without a warning",
    clause="4.5",
    asks=may_look_back,
    event="extreme_looked_back",
)
def look_back(actor: User, declaration: Declaration, outcome: str, words: str, now: dt.datetime) -> None:
    """Say whether the extreme route was right, and why. Raises Refused or Invalid."""
    check = Check({"outcome": outcome, "words": words})
    outcome = check.choice("outcome", "What you find", OUTCOMES, required=True)
    words = check.text("words", "What you looked at, and why you find so", LONG, required=True)
    check.or_refuse()
    with holding(declaration) as declaration:
        may_look_back(actor, declaration, now).or_refuse()
        declaration.looked_back_by, declaration.looked_back_at = actor, now
        declaration.looked_back_outcome, declaration.looked_back_words = outcome, words
        declaration.save()
        audit.event(
            "extreme_looked_back", declaration.customer_id, actor, now, declaration=declaration.id, outcome=outcome
        )


def to_be_lifted(declaration: Declaration, today: dt.date) -> list[Restriction]:
    """What is still in force though looking back found that it was wrong."""
    if declaration.looked_back_outcome != "wrong":
        return []
    return [one for one in restrictions_of(declaration) if one.in_force_on(today)]


# --- What waits ---


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """What waits for a second person, to be looked back on, or to be lifted because it was found wrong."""
    if not actor.has("manager", "senior_officer"):
        return
    today = clock.today(now)
    rest = f"WHERE looked_back_at IS NULL OR (looked_back_outcome = 'wrong' AND {HOLDS}) ORDER BY id LIMIT ?"
    rows = rows_of(Declaration, rest, today, work_item.EACH_AT_MOST)
    names = work_item.names_of(rows)
    for one in rows:
        yield from _needed(actor, one, names[one.customer_id], today)


HOLDS = (
    "EXISTS (SELECT 1 FROM restriction WHERE restriction.declaration_id = declaration.id"
    " AND restriction.in_force_from IS NOT NULL AND restriction.ended_on IS NULL AND restriction.ends_on >= ?)"
)


def _needed(actor: User, one: Declaration, name: str, today: dt.date) -> Iterator[work_item.Item]:
    ref, page = one.reference, {"declaration_id": one.id}
    if is_open(one):
        if actor.id != one.declared_by_id:
            words = f"Decide as the second person on action without a warning, {ref}"
            yield work_item.item(f"{words}: {name}", words, "declarations.seconding", page, second_by(one), today)
    elif one.looked_back_at is None:
        late = look_back_by(one)
        apart = actor.id not in (one.declared_by_id, one.seconded_by_id, one.refused_by_id)
        if apart and work_item.comes_to(actor, late, today, "manager", "senior_officer"):
            words = f"Look back on action without a warning, {ref}"
            yield work_item.item(f"{words}: {name}", words, "declarations.looking_back", page, late, today)
    elif one.looked_back_outcome == "wrong":
        words = f"Lift what rests on {ref}: looking back found that it was wrong"
        since = clock.today(one.looked_back_at)
        yield work_item.item(f"{words} ({name})", words, "declarations.show", page, since, today)
