"""The law on reporting injuries at work (RIDDOR 2013), as figures and plain words. Nothing here is a setting."""

import datetime as dt
from dataclasses import dataclass

RECORD_OVER = 3  # calendar days off: a record is kept (regulation 12)
REPORT_OVER = 7  # calendar days off: reported to the Health and Safety Executive (regulation 4)
REPORT_WITHIN = dt.timedelta(days=15)  # of the incident, after more than 7 days off
SERIOUS_WITHIN = dt.timedelta(days=10)  # of the incident, after a specified injury or a death; at once by telephone
AT_ONCE = ("specified", "death")
KINDS = {
    "none": "Not hurt",
    "hurt": "Hurt, but not in one of the ways below",
    "specified": "A specified injury",
    "death": "They died",
}
SPECIFIED = (
    "A broken bone, other than in a finger, thumb or toe",
    "Loss of an arm, hand, finger, thumb, leg, foot or toe",
    "Lasting loss of sight, or reduced sight",
    "Crushing of the head or body that damages the brain or organs",
    "Serious burns: over a tenth of the body, or to the eyes, the lungs or other organs",
    "Scalping that needs hospital treatment",
    "Loss of consciousness from a blow to the head or from lack of air",
)
REPORTED_AS = {"over_seven": "More than 7 days off work", "specified": "A specified injury", "death": "A death"}


@dataclass(frozen=True)
class Stands:
    """How an injury stands today: days off so far, and what must be done about it, in sentences."""

    days: int
    still_off: bool
    sentences: tuple[str, ...]
    report_as: str = ""
    report_by: dt.date | None = None


def days_off(happened_on: dt.date, off_from: dt.date | None, back_on: dt.date | None, today: dt.date) -> int:
    """Calendar days off: from the day after the incident at the earliest, weekends counted, up to today while off."""
    if off_from is None:
        return 0
    first = max(off_from, happened_on + dt.timedelta(days=1))
    last = back_on - dt.timedelta(days=1) if back_on is not None and back_on <= today else today
    return max(0, (last - first).days + 1)
