"""What the cells of a list of contacts say: which column holds what, a day, a time, a way of contact, a length.

Shared; a pure reading of text. Whatever a cell holds is text: a formula stays the words it is. Days are written as in
the United Kingdom, times as on London's clock.
"""

import datetime as dt
import math
import re
from collections.abc import Mapping
from typing import Any

from policy.contacts.contacts import MOST_MINUTES, NAME, NEAR, NOON
from policy.core import clock

LONGEST_WORDS = 500
SHORT_WORD = 3

# What a column's heading may say, for each thing we keep; the first that fits is taken.
HEADINGS: dict[str, tuple[str, ...]] = {
    "on": ("date", "day", "received", "timestamp", "when", "call start", "started"),
    "time": ("time", "hour"),
    "channel": ("channel", "contact type", "method", "medium", "type", "how", "via"),
    "direction": ("direction", "in/out", "in or out", "inbound"),
    "subject": ("subject", "reason", "topic", "category", "about", "matter"),
    "minutes": ("minutes", "mins", "time spent", "duration", "length", "talk", "seconds", "secs"),
    "colleague": (
        "colleague", "agent", "adviser", "advisor", "officer", "staff", "handled", "answered by", "user", "taken by",
    ),
    "words": ("words", "note", "summary", "description", "comment", "detail", "message"),
}  # fmt: skip
COLUMNS = {
    "on": "Day",
    "time": "Time",
    "channel": "How",
    "direction": "Who began it",
    "subject": "About",
    "minutes": "Minutes",
    "colleague": "Colleague",
    "words": "A word about it",
}
CHANNELS = {
    "telephone": ("phone", "tele", "tel", "call", "voice"),
    "email": ("email", "e-mail", "mail", "outlook"),
    "text": ("text", "sms", "whatsapp"),
    "letter": ("letter", "post", "written"),
    "portal": ("portal", "chat", "website", "web", "online"),
    "visit": ("visit", "home"),
    "office": ("office", "reception", "person", "face", "counter"),
    "social_message": ("social", "facebook", "twitter", "instagram"),
    "site": ("site", "estate"),
    "third_party": ("third", "representative", "on behalf"),
}
OUT, IN = ("out", "sent", "made", "to customer", "from us"), ("in", "received", "incoming", "from")
SUBJECTS = {
    "complaint": ("complain", "ombudsman"),
    "repair": ("repair", "leak", "damp", "heating", "boiler", "maintenance", "plumb", "electric"),
    "rent": ("rent", "arrears", "payment", "money", "service charge", "account"),
    "neighbours": ("neighbour", "asb", "noise", "estate", "parking"),
    "moving": ("moving", "transfer", "application", "lettings", "exchange", "apply"),
    "tenancy": ("tenancy", "lease", "home", "succession"),
}
# Words of a subject that make a contact protected (G12): in doubt the customer's way.
PROTECTED = {
    "complaint": ("complain",),
    "ombudsman": ("ombudsman",),
    "politician": ("councillor", "mp", "mps", "member of parliament"),
    "data_request": ("subject access", "sar", "dsar", "data request", "freedom of information", "foi"),
    "whistleblowing": ("whistle",),
    "safeguarding": ("safeguard", "domestic abuse"),
    "hazard": ("hazard", "emergency", "gas leak", "damp", "mould"),
}
DAYS = ("%d/%m/%Y", "%d/%m/%y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y", "%d-%b-%y")
TIMES = ("%H:%M", "%H:%M:%S", "%I:%M %p", "%I:%M%p", "%H.%M", "%I.%M %p", "%I.%M%p", "%I:%M:%S %p")


def columns(headings: list[str]) -> dict[str, int]:
    """Which column holds what, guessed from the headings: an exact word first, then part of one; each column once."""
    plain = [" ".join(re.sub(r"[_\-]", " ", cell.casefold()).split()) for cell in headings]
    taken: dict[str, int] = {}
    for fits in (_is_word, _has_word):
        for name, words in HEADINGS.items():
            if name in taken:
                continue
            at = next((at for word in words for at, cell in enumerate(plain)
                       if at not in taken.values() and fits(cell, word)), None)  # fmt: skip
            if at is not None:
                taken[name] = at
    return {name: taken[name] for name in HEADINGS if name in taken}


def _is_word(cell: str, word: str) -> bool:
    return cell == word


def _has_word(cell: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}", cell) is not None


def cell(cells: list[str], at: int) -> str:
    return " ".join(cells[at].split()) if at < len(cells) else ""


# --- One line -------------------------------------------------------------------------------------------------------


def line(cells: Mapping[str, str], headings: Mapping[str, str], fallback: str, now: dt.datetime) -> dict[str, Any]:
    """The columns of a contact; ValueError with a plain sentence where the line cannot be taken in."""
    subject, words = cells.get("subject", ""), cells.get("words", "")
    kind = _among(subject, SUBJECTS) or "other"
    said = ": ".join(part for part in (subject if kind == "other" else "", words) if part)
    _short(said, "The words", LONGEST_WORDS)
    _short(cells.get("colleague", ""), "The colleague's name", NAME)
    return {
        "at": _moment(cells["on"], cells.get("time", ""), now),
        "channel": _channel(cells.get("channel", ""), fallback),
        "direction": _direction(cells.get("direction", "")),
        "subject": kind,
        "protected": _among(f" {subject} {words} ", PROTECTED),
        "minutes": _minutes(cells.get("minutes", ""), headings.get("minutes", "")),
        "colleague": cells.get("colleague", ""),
        "words": said,
    }


def _short(words: str, label: str, most: int) -> None:
    if len(words) > most:
        raise ValueError(f"{label} are longer than {most} characters.")


def _moment(day: str, time: str, now: dt.datetime) -> dt.datetime:
    if not day:
        raise ValueError("It has no day.")
    on, rest = _day(day)
    at = _time(time or rest)
    moment = dt.datetime.combine(on, at or NOON, clock.LONDON).astimezone(dt.UTC)
    today = clock.today(now)
    if on > today:
        raise ValueError(f"{clock.day_words(on)} has not come yet.")
    if at is not None and moment > now:
        raise ValueError("That time has not come yet today.")
    if on < today - NEAR:
        raise ValueError(f"{clock.day_words(on)} is more than ten years ago.")
    return min(moment, now)


def _day(typed: str) -> tuple[dt.date, str]:
    """The day, and what follows it in the same cell (its time)."""
    words = typed.replace("T", " ").removesuffix("Z").split()
    for length in (1, 3):
        start, rest = " ".join(words[:length]), " ".join(words[length:])
        for way in DAYS:
            try:
                return dt.datetime.strptime(start, way).date(), rest  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
    raise ValueError(f"“{typed[:40]}” is not a day we can read. Write days as 25/11/2026.")


def _time(typed: str) -> dt.time | None:
    if not typed:
        return None
    plain = re.sub(r"(\d{2}:\d{2}:\d{2})\.\d+", r"\1", typed.split("+")[0].strip())
    for way in TIMES:
        try:
            return dt.datetime.strptime(plain, way).time().replace(second=0)  # noqa: DTZ007 - a time has no zone
        except ValueError:
            continue
    raise ValueError(f"“{typed[:40]}” is not a time we can read. Write times as 14:30.")


def _channel(typed: str, fallback: str) -> str:
    if not typed:
        return fallback
    channel = _among(typed, CHANNELS)
    if not channel:
        raise ValueError(f"“{typed[:40]}” is not a way of contact we know, such as telephone, e-mail or letter.")
    return channel


def _direction(typed: str) -> str:
    plain = typed.casefold()
    if any(plain.startswith(word) for word in OUT):
        return "out"
    if not plain or any(plain.startswith(word) for word in IN):
        return "in"
    raise ValueError(f"“{typed[:40]}” does not say who began it. Write “in” or “out”.")


def _among(typed: str, words: Mapping[str, tuple[str, ...]]) -> str:
    plain = typed.casefold()
    return next((key for key, parts in words.items() if any(_stands_in(plain, part) for part in parts)), "")


def _stands_in(plain: str, part: str) -> bool:
    """True where a word of `plain` begins with `part`; a short part is the whole word."""
    ends = r"\b" if len(part) <= SHORT_WORD else ""
    return re.search(rf"\b{re.escape(part)}{ends}", plain) is not None


def _minutes(typed: str, heading: str) -> int | None:
    """Whole minutes, the last one counted whole: 7, 6.5, 6:30 (minutes and seconds), 0:06:30; or seconds by heading."""
    plain = re.sub(r"\s*(minutes?|mins?|m|seconds?|secs?|s)$", "", typed.casefold()).replace(",", ".")
    if not plain:
        return None
    try:
        parts = [float(part) for part in plain.split(":")]
    except ValueError:
        parts = []
    if not 1 <= len(parts) <= 3 or any(not 0 <= part < 1_000_000 for part in parts):
        raise ValueError(f"“{typed[:40]}” is not a length we can read. Write minutes as 7, or as 6:30.")
    in_seconds = "sec" in heading.casefold() or bool(re.search(r"\d\s*s(ec|econds?|ecs)?$", typed.casefold()))
    seconds = parts[0] * (1 if in_seconds else 60) if len(parts) == 1 else _clocked(parts)
    minutes = math.ceil(seconds / 60)
    if minutes > MOST_MINUTES:
        raise ValueError(f"{minutes:,} minutes are longer than a day.")
    return minutes


def _clocked(parts: list[float]) -> float:
    hours, minutes, seconds = [0.0, *parts][-3:]
    return hours * 3600 + minutes * 60 + seconds
