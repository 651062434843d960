"""Witness statements: asked of a colleague with a day, and given by that colleague alone."""

import datetime as dt
from collections.abc import Iterator

from models import Incident, Statement, User, holding
from policy.care import concerned
from policy.core import audit, clock, numbers, work_item
from policy.core.answers import Answer, answer, unless
from policy.core.register import Where, deed, only_for
from policy.core.validation import required_text
from policy.core.work_item import Item


def statements_of(incident: Incident) -> list[Statement]:
    """Every statement asked about one incident, oldest first."""
    rows = Statement.select(Statement, User).join(User, on=Statement.user)
    return list(rows.where(Statement.incident == incident).order_by(Statement.id))


@only_for(
    *concerned.SEES_ALL, says=concerned.ROLE, remedy="Ask one of them.", clause="3.2.8", also=(concerned.LINE_MANAGER,)
)
def may_ask(actor: User, incident: Incident, person: User, now: dt.datetime) -> Answer:
    """P 3.2.8: whoever looks after staff asks a colleague for a statement while it is fresh."""
    waiting = Statement.select().where(
        Statement.incident == incident, Statement.user == person, Statement.given_at.is_null()
    )
    return answer(
        concerned.not_oneself(actor, person),
        unless(person.active, "state", "This person no longer works here."),
        unless(not waiting.exists(), "state", "They have been asked already.", "Wait for their statement."),
    )


@deed("ask_statement", label="Ask a colleague for a statement", clause="3.2.8", asks=may_ask, event="statement_asked")
def ask(actor: User, incident: Incident, person: User, now: dt.datetime) -> Statement:
    """Ask for a statement, due in the days that the settings give. Raises Refused."""
    by = clock.working_days_after(clock.today(now), numbers.value("statement_days", now))
    with holding(incident) as incident:
        may_ask(actor, incident, person, now).or_refuse()
        row = Statement.create(incident=incident, user=person, asked_by=actor, asked_at=now, due_on=by)
        audit.event("statement_asked", None, actor, now, incident=incident.id, statement=row.id)
    return row


@only_for(
    says="Only the person who was asked can give it.",
    also=(Where("whoever was asked", lambda actor, statement, *_: actor.id == statement.user_id),),
)
def may_give(actor: User, statement: Statement, now: dt.datetime) -> Answer:
    """A statement is the colleague's own, and stays as it was given."""
    return answer(
        unless(statement.given_at is None, "state", "This statement has been given.", "A later thought is a new one.")
    )


@deed("give_statement", label="Give one's own statement", clause="3.2.8", asks=may_give, event="statement_given")
def give(actor: User, statement: Statement, words: str, now: dt.datetime) -> None:
    """Give the statement in one's own words. Raises Refused or Invalid."""
    words = required_text("words", "Your statement", words)
    with holding(statement.incident):
        statement = statement.fresh()
        may_give(actor, statement, now).or_refuse()
        statement.words, statement.given_at = words, now
        statement.save()
        audit.event("statement_given", None, actor, now, incident=statement.incident_id, statement=statement.id)


def needs(actor: User, now: dt.datetime) -> Iterator[Item]:
    """One's own statements that are due, and those one asked for that are late."""
    today = clock.today(now)
    late = (Statement.asked_by == actor) & (Statement.due_on < today)
    query = Statement.select(Statement, User).join(User, on=Statement.user)
    query = query.where(Statement.given_at.is_null(), (Statement.user == actor) | late)
    for one in query.order_by(Statement.due_on).limit(work_item.EACH_AT_MOST):
        about = f"about incident I-{one.incident_id:05d}"
        plain = f"Give your statement {about}" if one.user_id == actor.id else f"A statement {about} is late"
        mine = plain if one.user_id == actor.id else f"Ask {one.user.name} for their statement {about}: it is late"
        where = ("statements.show", {"statement_id": one.id}) if one.user_id == actor.id else (
            "care.show", {"incident_id": one.incident_id})  # fmt: skip
        yield concerned.item(mine, plain, *where, one.due_on, today)


def open_of(actor: User) -> list[Statement]:
    """One's own statements that are still to be given."""
    query = Statement.select().where(Statement.user == actor, Statement.given_at.is_null())
    return list(query.order_by(Statement.due_on))
