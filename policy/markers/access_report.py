"""Who looked at which staff-safety marker in a week, the unusual on top (G60). Reads only, whatever the length."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from models import Access, Customer, Marker, User, marks, rows_of
from policy.core import numbers
from policy.core.answers import YES, Answer
from policy.core.register import only_for
from policy.markers import visibility as marker_visibility

WEEK = dt.timedelta(days=7)
MOST = 5_000


@dataclass(frozen=True)
class Look:
    """One person's looking at one marker: how often, when last, what for; `often` and `outside` are what is unusual."""

    user: User
    marker: Marker
    customer_reference: str
    times: int
    last: dt.datetime
    reasons: tuple[str, ...]
    often: bool
    outside: bool

    @property
    def unusual(self) -> bool:
        return self.often or self.outside


@only_for(
    "data_protection_officer",
    says="Only the data protection officer sees who looked.",
    remedy="Ask the data protection officer.",
    clause="7.1",
)
def may_see(actor: User, now: dt.datetime) -> Answer:
    """7.1: the data protection officer looks after who looks."""
    return YES


def week(now: dt.datetime) -> list[Look]:
    """Everybody's looking in the last 7 days, by person and marker: four reads and a setting."""
    moment = Access.at.db_value(now - WEEK)
    rows = rows_of(Access, "WHERE what = 'marker' AND at >= ? ORDER BY id DESC LIMIT ?", moment, MOST)
    found: dict[tuple[int, int], list[Access]] = {}
    for row in rows:
        if row.marker_id is not None:
            found.setdefault((row.user_id, row.marker_id), []).append(row)
    users = _by_id(User, {user for user, _ in found})
    shown = _by_id(Marker, {marker for _, marker in found})
    files = _by_id(Customer, {one.customer_id for one in shown.values()})
    above = numbers.value("unusual_views", now)
    looks = [
        _look(users[user], shown[marker], files[shown[marker].customer_id].reference, those, above)
        for (user, marker), those in found.items()
    ]
    return sorted(looks, key=lambda one: (not one.unusual, -one.times, one.user.name, one.marker.id))


def _look(user: User, marker: Marker, reference: str, those: list[Access], above: int) -> Look:
    deciding = [one for one in those if one.facts.get("purpose") == "deciding"]
    needless = len(deciding) < len(those) and not marker_visibility.is_recipient(user, marker)
    decides = user.has("safety_lead", "data_protection_officer", "manager", "senior_officer")
    reasons = tuple(dict.fromkeys(one.reason for one in those))
    return Look(
        user, marker, reference, len(those), max(one.at for one in those), reasons, len(those) > above,
        needless and not decides,
    )  # fmt: skip


def _by_id(table: Any, ids: set[int]) -> dict[int, Any]:
    return {one.id: one for one in rows_of(table, f"WHERE id IN ({marks(ids)})", *ids)} if ids else {}
