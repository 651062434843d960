"""What of a staff-safety marker is shown, and to whom: worked out from dated facts and one "now", set by nobody.

Shared by the nouns; reads only. A marker shows what kind of danger it is, what to do and until when, never what
happened: that is read with a reason, and the reading is recorded (G60).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models import Customer, Marker, User, rows_of
from policy.core import clock, numbers
from policy.rulebook import clauses

MOST_SHOWN = 50
MOST_OF_A_FILE = 100
LONGEST_UNSEEN = dt.timedelta(days=45)  # more than the most working days an undecided marker may go on showing


@dataclass(frozen=True)
class Precaution:
    """One marker as it is read before a visit or a call. `ended`: its day has passed and nobody has decided on it."""

    marker: Marker
    about: str
    category: str
    action: str
    until: dt.date
    ended: bool = False

    @property
    def words(self) -> str:
        """What the account shows, in one sentence; an undecided one is neither a live danger nor clear (G55)."""
        if self.ended:
            return (
                f"A staff-safety precaution ended on {clock.day_words(self.until)} and is to be decided at once: "
                "ring the duty manager"
            )
        return f"A staff-safety precaution is in place: {self.category[:1].lower()}{self.category[1:]}"


def of_file(customer: Customer) -> list[Marker]:
    """Every marker there ever was on a file, the newest first."""
    return rows_of(Marker, "WHERE customer_id = ? ORDER BY id DESC LIMIT ?", customer.id, MOST_OF_A_FILE)


def shown(customer_id: int, user: User, now: dt.datetime) -> list[Precaution]:
    """The precautions about this customer that `user` may see at `now` (G55, G56): one read."""
    return [_precaution(one, clock.today(now)) for one in standing(customer_id, now) if may_see(user, one)]


def standing(customer_id: int, now: dt.datetime) -> list[Marker]:
    """The markers that show at `now`: those that hold today, and grave ones that ended undecided (G54, G55)."""
    today = clock.today(now)
    rest = "WHERE customer_id = ? AND approved_at IS NOT NULL AND ends_on >= ? AND (ended_on IS NULL OR ended_on > ?)"
    rows = rows_of(Marker, f"{rest} ORDER BY id LIMIT ?", customer_id, today - LONGEST_UNSEEN, today, MOST_SHOWN)
    return [one for one in rows if one.in_force_on(today) or is_undecided(one, today)]


def _precaution(marker: Marker, today: dt.date) -> Precaution:
    assert marker.ends_on is not None, "an approved marker has an end"
    ended = not marker.in_force_on(today)
    return Precaution(
        marker, about_words(marker), clauses.MARKER_CATEGORIES[marker.category], marker.action, marker.ends_on, ended
    )


def about_words(marker: Marker) -> str:
    """Whom or what it is about: never the household (G58)."""
    if marker.about == "person":
        return "This customer, and nobody else in the home"
    words = {"property": "The property", "animal": "An animal", "associated": "Somebody who is often there"}
    return f"{words.get(marker.about, 'Not said yet')}: {marker.place}" if marker.place else words.get(marker.about, "")


def is_undecided(marker: Marker, today: dt.date) -> bool:
    """G55: about violence or a weapon, its day has passed, nobody has decided, and the days it may still show run."""
    if marker.category not in clauses.MARKER_GRAVE or marker.approved_at is None or marker.ends_on is None:
        return False
    return marker.ended_on is None and marker.ends_on < today <= unseen_until(marker)


def unseen_until(marker: Marker) -> dt.date:
    """The last day on which an undecided marker still shows, by the number of days it was approved under."""
    assert marker.ends_on is not None
    default = numbers.REGISTER["marker_unseen_days"].default
    return clock.working_days_after(marker.ends_on, marker.numbers.get("marker_unseen_days", default))


# --- Who may see it ---


def teams_of(user: User) -> set[str]:
    """The teams of ours that this person belongs to, by the words of their team and job title."""
    said = f"{user.team} / {user.job_title}".casefold()
    return {team.key for team in clauses.TEAMS.values() if any(word in said for word in team.words)}


def keys(recipients: Iterable[dict[str, Any]]) -> list[str]:
    """The teams among these recipients, by key."""
    return [one["team"] for one in recipients if one.get("team") in clauses.TEAMS]


def is_own_request(user: User, marker: Marker) -> bool:
    """True for whoever asked for it, until it is approved."""
    return marker.asked_by_id == user.id and marker.approved_at is None


def is_recipient(user: User, marker: Marker) -> bool:
    """True where one of this person's teams is among the marker's recipients."""
    return user.active and bool(teams_of(user) & set(keys(marker.recipients)))


def may_see(user: User, marker: Marker) -> bool:
    """G56, G59: what was approved is seen by its recipients and by who works on files; a request by these alone."""
    if user.sees_files:
        return True
    return marker.approved_at is not None and user.logs_incidents and is_recipient(user, marker)
