"""What the policy promises, read from the rows alone: nothing here asks the code that it judges."""

import datetime as dt
from typing import Any

import models
from models import (
    BehaviourWarning,
    Delivery,
    Letter,
    Override,
    Restriction,
    RestrictionIncident,
    RestrictionTerm,
    WarningIncident,
    WarningSanction,
)
from tests.machine.promises_after import decided_how

STRICTNESS = ["telephone_times", "named_officer", "channels", "significant_only", "access"]
SANCTIONS: dict[str, dict[str, Any]] = {
    "telephone_times": {},
    "named_officer": {},
    "channels": {"channels": ["letter", "email"]},
    "significant_only": {},
    "access": {"place": "the office in Wallsend"},
}
MOST_DAYS, REVIEW_DAYS = 366, 92


def terms(cast: Any) -> dict[str, dict[str, Any]]:
    """A sound measure of each kind."""
    return {
        "telephone_times": {"slots": [{"days": [1], "from": "10:00", "until": "12:00"}]},
        "named_officer": {"officer": cast.omar, "deputy": cast.olive},
        "channels": {"channels": ["letter", "email"]},
        "significant_only": {"definition": "Anything that puts health or the home at risk", "examples": "A leak"},
        "access": {"place": "the office in Wallsend", "instead": "Ring us, or write to us"},
    }


def everything() -> list[Any]:
    """Every row of every table: equal before and after what changed nothing."""
    return [models.db.execute_sql(f'SELECT * FROM "{table._meta.table_name}"').fetchall() for table in models.TABLES]


def newest_delivery(letter: Letter, at: dt.datetime) -> Delivery | None:
    """What was known of a letter's way at a moment."""
    query = Delivery.select().where(Delivery.letter == letter, Delivery.at <= at)
    return query.order_by(Delivery.id.desc()).first()


def hold(now: dt.datetime) -> None:
    """Every promise, for everything in the database."""
    for warning in BehaviourWarning.select().where(BehaviourWarning.issued_at.is_null(False)):
        _warning(warning)
    for restriction in Restriction.select():
        if restriction.authorised_at is not None:
            _decided(restriction)
        _in_force(restriction, now)


def _warning(warning: BehaviourWarning) -> None:
    """P box: an issued warning says behaviour, dates and times, and sanction; a manager issued it, another read it."""
    cited = [row.incident for row in WarningIncident.select().where(WarningIncident.warning == warning)]
    assert cited and all(one.happened_on and (one.started_at or one.time_unknown_because) for one in cited)
    assert all(one.customer_id == warning.customer_id and one.who_acted == "customer" for one in cited)
    assert not any(_answered(one, warning) for one in cited) or _set_aside(warning=warning, rule="G71")
    assert WarningSanction.select().where(WarningSanction.warning == warning).count()
    assert "manager" in warning.issued_by.roles
    assert warning.read_by is not None or _set_aside(warning=warning, rule="G14")
    assert warning.letter.issued_at == warning.issued_at
    assert warning.consideration.made_at.date() == warning.issued_at.date()
    assert warning.consideration.made_by == warning.issued_by


def _answered(incident: Any, warning: BehaviourWarning) -> bool:
    """Whether another warning about it stood when this one was issued."""
    others = [row.warning for row in WarningIncident.select().where(WarningIncident.incident == incident)]
    before = [one for one in others if one != warning and one.issued_at and one.issued_at < warning.issued_at]
    return any(one.withdrawn_at is None or one.withdrawn_at > warning.issued_at for one in before)


def _decided(restriction: Restriction) -> None:
    """P box, 4.2, 4.3: decided by a manager, after a warning that was received and named as much, within its limits.

    What goes on after a review or an appeal was decided there, by a manager or a senior officer.
    """
    warning, at = restriction.warning, restriction.authorised_at
    then = decided_how(restriction) if restriction.follows_id else None
    assert (restriction.follows_id is None) is (then is None)
    assert "manager" in restriction.authorised_by.roles or (
        then and "senior_officer" in restriction.authorised_by.roles
    )
    assert restriction.consideration.made_by == restriction.authorised_by
    assert warning.issued_at and warning.issued_at <= at and warning.customer_id == restriction.customer_id
    assert warning.withdrawn_at is None or warning.withdrawn_at >= at
    way = newest_delivery(warning.letter, at)
    assert way is not None and way.deemed_on is not None and way.deemed_on <= at.date()
    _no_wider_than_warned(restriction, warning)
    starts, ends, review = restriction.starts_on, restriction.ends_on, restriction.review_on
    assert at.date() <= starts < ends and (ends - starts).days <= MOST_DAYS
    assert starts <= review <= starts + min(dt.timedelta(days=REVIEW_DAYS), (ends - starts) / 2)
    if then is not None:
        assert then.letter_id == restriction.letter_id and then.reasons
        return
    cited = [row.incident for row in RestrictionIncident.select().where(RestrictionIncident.restriction == restriction)]
    since = any(way.deemed_on < one.happened_on <= at.date() for one in cited)
    assert since or _set_aside(restriction=restriction, rule="G5")


def _no_wider_than_warned(restriction: Restriction, warning: BehaviourWarning) -> None:
    named = [STRICTNESS.index(row.kind) for row in WarningSanction.select().where(WarningSanction.warning == warning)]
    taken = [
        STRICTNESS.index(row.kind) for row in RestrictionTerm.select().where(RestrictionTerm.restriction == restriction)
    ]
    assert taken and max(taken) <= max(named)
    assert len(taken) <= len(named) or _set_aside(restriction=restriction, rule="G6")


def _in_force(restriction: Restriction, now: dt.datetime) -> None:
    """4.2: never in force without its letter, before its start, or after its end."""
    today = now.date()
    if restriction.in_force_on(today):
        assert restriction.authorised_at and restriction.letter and restriction.letter.issued_at <= now
        assert restriction.starts_on <= today <= restriction.ends_on
        assert restriction.letter.issued_at.date() <= restriction.in_force_from
    if restriction.letter is None:
        assert not any(restriction.in_force_on(today + dt.timedelta(days=days)) for days in range(0, 500, 25))


def _set_aside(rule: str, **thing: Any) -> bool:
    (noun, row), *_ = thing.items()
    found = Override.select().where(getattr(Override, noun) == row, Override.rule == rule)
    return any("senior_officer" in one.by.roles and one.because for one in found)
