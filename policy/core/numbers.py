"""The numbers the policy leaves open, and the landlord's own details: each a setting with a default and a history.

A decision keeps the numbers it was made under, so a change here alters nothing that is already decided.
"""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from models import Setting, User, once, rows_of, writing
from policy.core import audit, validation
from policy.core.answers import Answer, answer, unless
from policy.core.register import deed, only_for


@dataclass(frozen=True)
class Number:
    """One setting: default and allowed range (whole `unit`s), the clause it fills and why the default is what it is."""

    key: str
    label: str
    default: int
    low: int
    high: int
    unit: str
    clause: str
    why: str


_ALL = (
    Number(
        "warning_months",
        "How long a warning is live",
        6,
        3,
        12,
        "months",
        "box",
        "Between short supported-housing warnings and yearly registers.",
    ),
    Number(
        "deemed_days",
        "First-class post counts as received after",
        2,
        1,
        5,
        "working days",
        "box",
        "The policy says received.",
    ),
    Number(
        "second_class_days",
        "Second-class post counts as received after",
        4,
        2,
        7,
        "working days",
        "box",
        "It usually takes two days longer than first class.",
    ),
    Number(
        "email_days",
        "An e-mail counts as received after",
        1,
        0,
        3,
        "working days",
        "box",
        "People do not all read e-mail every day; sent after 4.30 pm it counts as sent on the next working day.",
    ),
    Number(
        "restriction_months", "First term of a restriction", 6, 1, 12, "months", "4.2", "Usual practice is 6 to 12."
    ),
    Number(
        "restriction_most_months",
        "Longest term of a restriction",
        12,
        6,
        24,
        "months",
        "4.2",
        "Longer needs a fresh decision.",
    ),
    Number(
        "review_months",
        "First review at the latest after",
        3,
        1,
        6,
        "months",
        "4.2",
        "Or half-way, whichever is sooner.",
    ),
    Number(
        "appeal_days",
        "Time to appeal, from receipt",
        20,
        10,
        30,
        "working days",
        "4.7",
        "Practice runs from 10 to 20; late appeals are heard with a reason.",
    ),
    Number("appeal_answer_days", "Appeal answered within", 10, 5, 20, "working days", "4.7", "Usual practice."),
    Number(
        "dispute_days", "Time to dispute the facts of a warning", 10, 5, 30, "working days", "box", "Usual practice."
    ),
    Number(
        "look_back_months",
        "Incidents count as evidence for",
        12,
        3,
        24,
        "months",
        "4.2",
        "Older ones are background only.",
    ),
    Number(
        "reply_days", "A named officer answers within", 5, 1, 10, "working days", "4.4", "Our side of the arrangement."
    ),
    Number(
        "request_days",
        "A request in the same contact is answered within",
        10,
        1,
        20,
        "working days",
        "3.2.6",
        "Unless a shorter date is set.",
    ),
    Number(
        "keep_warning_years",
        "A warning and its incidents are kept for",
        2,
        1,
        6,
        "years",
        "7.1",
        "After the warning ends.",
    ),
    Number(
        "keep_restriction_years", "A restriction is kept for", 3, 1, 10, "years", "7.1", "After the restriction ends."
    ),
    Number(
        "appeal_acknowledge_days",
        "Appeal acknowledged within",
        3,
        1,
        5,
        "working days",
        "4.7",
        "So that the customer knows who decides.",
    ),
    Number(
        "appeal_extension_days",
        "More time for an appeal, once",
        10,
        5,
        20,
        "working days",
        "4.7",
        "Only with a letter that says why.",
    ),
    Number(
        "remind_days",
        "A review is first shown ahead of its day by",
        21,
        7,
        60,
        "days",
        "4.2",
        "Time to invite the customer and to prepare.",
    ),
    Number(
        "remind_again_days", "A review is pressed ahead of its day by", 7, 1, 30, "days", "4.2", "The second reminder."
    ),
    Number(
        "comment_days",
        "Time to comment before a review",
        10,
        5,
        20,
        "working days",
        "4.2",
        "Two weeks for an answer by post.",
    ),
    Number(
        "second_days",
        "The extreme route is seconded within",
        1,
        1,
        3,
        "working days",
        "4.5",
        "Declared at night by any manager.",
    ),
    Number(
        "look_back_days",
        "The extreme route is looked back on within",
        5,
        1,
        10,
        "working days",
        "4.5",
        "By somebody who had no part in it.",
    ),
    Number(
        "think_again_days",
        "Not telling a customer is thought of again within",
        20,
        5,
        60,
        "working days",
        "4.6",
        "So that not telling does not become for ever.",
    ),
    Number(
        "marker_animal_months",
        "A marker about an animal or a property lasts at most",
        12,
        3,
        12,
        "months",
        "4.6",
        "Longer only by a review.",
    ),
    Number(
        "marker_verbal_months",
        "A marker about words lasts at most",
        6,
        3,
        12,
        "months",
        "4.6",
        "Longer only by a review.",
    ),
    Number(
        "marker_threat_months",
        "A marker about a threat lasts at most",
        12,
        3,
        12,
        "months",
        "4.6",
        "Longer only by a review.",
    ),
    Number(
        "marker_violence_months",
        "A marker about violence or a weapon lasts at most",
        12,
        3,
        12,
        "months",
        "4.6",
        "Longer only by a review.",
    ),
    Number(
        "marker_unseen_days",
        "A marker about violence nobody decided on still shows for",
        5,
        1,
        10,
        "working days",
        "4.6",
        "As ended, to be decided at once.",
    ),
    Number(
        "marker_recipients",
        "More recipients of a marker than this need a reason",
        5,
        1,
        20,
        "teams",
        "7.1",
        "Shown to those who need it only.",
    ),
    Number(
        "unusual_views",
        "Looking at a marker is unusual above",
        10,
        3,
        100,
        "times a week",
        "7.1",
        "Shown to the data protection officer.",
    ),
    Number(
        "absence_days",
        "Cover is arranged for an absence longer than",
        1,
        1,
        5,
        "working days",
        "4.4",
        "The customer is told who answers.",
    ),
    Number(
        "care_second_days",
        "A colleague is asked again how they are after",
        7,
        3,
        14,
        "days",
        "good practice",
        "After the same day.",
    ),
    Number(
        "care_third_days",
        "A colleague is asked a third time after",
        28,
        14,
        60,
        "days",
        "good practice",
        "Effects often come late.",
    ),
    Number(
        "statement_days", "A witness statement is given within", 5, 1, 20, "working days", "3.2.8", "While it is fresh."
    ),
    Number(
        "told_days",
        "Whoever logged an incident is told what was done within",
        10,
        1,
        30,
        "working days",
        "good practice",
        "Silence teaches people not to report.",
    ),
    Number("keep_marker_years", "A marker is kept for", 2, 1, 6, "years", "7.1", "After the marker ends."),
    Number(
        "duplicate_minutes",
        "Two entries may be the same incident within",
        60,
        5,
        720,
        "minutes",
        "4.2",
        "Shown before saving, never refused.",
    ),
    Number(
        "reading_age",
        "A letter is advised against above a reading age of",
        11,
        9,
        14,
        "years",
        "4.11",
        "Letters for everybody are best read at 9 to 11. It advises and stops nothing.",
    ),
    Number(
        "letter_words",
        "A letter is advised against above a length of",
        1500,
        600,
        3000,
        "words",
        "4.11",
        "About five pages in standard print. It advises and stops nothing.",
    ),
)
REGISTER = {number.key: number for number in _ALL}

# How the settings page orders them; every number stands in exactly one group.
GROUPS: dict[str, tuple[str, ...]] = {
    "Warnings and evidence": (
        "warning_months", "deemed_days", "second_class_days", "email_days", "dispute_days", "look_back_months",
        "duplicate_minutes", "request_days",
    ),
    "Restrictions and their reviews": (
        "restriction_months", "restriction_most_months", "review_months", "remind_days", "remind_again_days",
        "comment_days", "reply_days", "absence_days",
    ),
    "Appeals": ("appeal_days", "appeal_acknowledge_days", "appeal_answer_days", "appeal_extension_days"),
    "Without a warning": ("second_days", "look_back_days", "think_again_days"),
    "Staff-safety markers": (
        "marker_verbal_months", "marker_threat_months", "marker_violence_months", "marker_animal_months",
        "marker_unseen_days", "marker_recipients", "unusual_views",
    ),
    "Looking after staff": ("care_second_days", "care_third_days", "statement_days", "told_days"),
    "How letters read": ("reading_age", "letter_words"),
    "How long records are kept": ("keep_warning_years", "keep_restriction_years", "keep_marker_years"),
}  # fmt: skip

ORGANISATION = {
    "name": ("Name", "Your organisation"),
    "address": ("Address, a line each", ""),
    "telephone": ("Telephone", ""),
    "emergency_telephone": ("Emergency repairs, day and night", ""),
    "email": ("E-mail", ""),
    "complaints_email": ("E-mail for complaints and appeals", ""),
    "data_email": ("E-mail for data protection", ""),
    "website": ("Website", ""),
    "policy_address": ("Where the policy can be read", ""),
}
OMBUDSMAN = {
    "name": "Housing Ombudsman Service",
    "address_lines": ["PO Box 1484, Unit D", "Preston", "PR2 0ET"],
    "telephone": "0300 111 3000",
    "email": "info@housing-ombudsman.org.uk",
    "website": "www.housing-ombudsman.org.uk",
}
LONGEST_TEXT = 300


def value(key: str, at: dt.datetime) -> int:
    """The number in force at `at`; its default where none was set. KeyError for an unknown key."""
    return values(at)[key] if key in REGISTER else _unknown(key)


def _unknown(key: str) -> int:
    raise KeyError(key)


def values(at: dt.datetime) -> dict[str, int]:
    """All numbers in force at `at`, by key: one read."""
    settings = in_force(at)
    return {key: settings.get(key, number.default) for key, number in REGISTER.items()}


def organisation(at: dt.datetime) -> dict[str, str]:
    """The landlord's own details as they stood at `at`: one read."""
    return organisation_in(in_force(at))


def organisation_in(settings: dict[str, Any]) -> dict[str, str]:
    """The landlord's own details among what `in_force` read."""
    return {key: settings.get(f"organisation_{key}", default) for key, (_, default) in ORGANISATION.items()}


def in_force(at: dt.datetime) -> dict[str, Any]:
    """Every setting that was ever changed, numbers and texts, as it stood at `at`: one read."""
    rows: list[Setting] = once("settings", lambda: rows_of(Setting, "ORDER BY at, id"))
    return {row.key: row.value for row in rows if row.at <= at}


def history(key: str) -> list[Setting]:
    """Every value `key` has had, oldest first."""
    return list(Setting.select(Setting, User).left_outer_join(User).where(Setting.key == key).order_by(Setting.at))


@only_for("administrator", says="Only an administrator can change settings.", remedy="Ask an administrator.")
def may_set(actor: User, key: str, wanted: Any, now: dt.datetime) -> Answer:
    """P 4.2: an administrator changes a number within its range; live cases keep the one they were decided under."""
    return answer(_sound(key, wanted))


def _sound(key: str, wanted: Any) -> Any:
    if key in REGISTER:
        number = REGISTER[key]
        held = isinstance(wanted, int) and number.low <= wanted <= number.high
        return unless(
            held,
            "range",
            f"{number.label}: give a whole number from {number.low} to {number.high} ({number.unit}).",
            clause=number.clause,
        )
    name = key.removeprefix("organisation_")
    if name not in ORGANISATION or not isinstance(wanted, str) or len(wanted) > LONGEST_TEXT:
        return unless(False, "range", f"Give a text of at most {LONGEST_TEXT} characters.")
    if name == "name":
        return unless(wanted.strip(), "range", "Name: letters need the name of who writes them.")
    return unless(not wanted or _fits(name, wanted), "range", f"{ORGANISATION[name][0]}: this cannot be right.")


def _fits(name: str, wanted: str) -> bool:
    """True where a detail of the landlord's has the shape of what it is; it is printed in every letter."""
    if name.endswith("telephone"):
        return validation.is_telephone(wanted)
    if name.endswith("email"):
        return validation.is_email(wanted)
    return name != "website" or re.fullmatch(r"(https?://)?[\w-]+(\.[\w-]+)+(/\S*)?", wanted) is not None


@deed(
    "set_number", label="Set a number that the policy leaves open", clause="4.2", asks=may_set, event="setting_changed"
)
def set_value(actor: User, key: str, wanted: Any, now: dt.datetime) -> None:
    """Add a new value for `key` from `now` on; the old one stays in the history. Raises Refused."""
    with writing():
        may_set(actor, key, wanted, now).or_refuse()
        Setting.create(key=key, value=wanted, at=now, by=actor)
        audit.event("setting_changed", None, actor, now, key=key)
