"""The landlord's paper: logo, colour and lines at the foot, with their history, and the signatures of those who sign.

Each is a setting like the numbers: a change adds a row, so that every earlier paper can be shown and put back. A
letter keeps the paper it was sent on.
"""

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from letterpress.make.address import width
from models import Setting, Signature, StoredFile, User, once, rows_of, writing
from policy.core import audit, files, numbers
from policy.core.answers import YES, Answer, Refusal, answer, unless
from policy.core.register import Where, deed, only_for
from policy.core.uploads import Upload, picture
from policy.core.validation import SHORT, Check

SIGNS = ("officer", "manager", "senior_officer", "safety_lead")
SETS_PAPER = "Only an administrator can change the letterhead."
COLOURS = {
    "": "Black, without a rule",
    "ink": "Ink",
    "navy": "Navy",
    "blue": "Blue",
    "petrol": "Petrol",
    "green": "Green",
    "plum": "Plum",
    "red": "Red",
    "brown": "Brown",
}
PLACES = {"left": "Left, above the address", "centre": "In the middle", "right": "Right, above our name"}
DETAILS = ("name", "address", "telephone", "email", "website")
"""The landlord's own details that stand on the paper; they are kept with the others of policy.numbers."""
NOTHING = {"logo": "", "logo_words": "", "logo_place": "left", "colour": "", "footer": ""}
KEYS = tuple(NOTHING)
MOST_LINES = 3
WIDEST_LINE_MM = 148.0
"""By letters.address.width, which never measures too little; the box itself is 132 mm wide."""
FOOT_POINTS = 9.0
LOGO_SIDE = 1600
SIGNATURE_SIDE = 1200
PREFIX = "letterhead_"
DETAIL = "organisation_"


class Entry(TypedDict, total=False):
    """The paper as an administrator sets it, with the landlord's own details on it."""

    name: str
    address: str
    telephone: str
    email: str
    website: str
    logo_words: str
    logo_place: str
    no_logo: bool  # take the logo away
    colour: str
    footer: str


def values(at: dt.datetime) -> dict[str, str]:
    """The paper in force at `at`: one read."""
    return _values_in(numbers.in_force(at))


def _values_in(settings: Mapping[str, Any]) -> dict[str, str]:
    return {key: settings.get(PREFIX + key, NOTHING[key]) for key in KEYS}


def of(sender: User, settings: Mapping[str, Any]) -> dict[str, Any]:
    """The letterhead as a letter signed by `sender` prints it; `settings` are those in force (policy.numbers)."""
    return on_paper(_values_in(settings)) | {"signature": signature_of(sender)}


def on_paper(found: Mapping[str, str]) -> dict[str, Any]:
    """The facts of a letter for such a paper, without a signature."""
    logo = found["logo"] or None
    return {
        "logo": logo,
        "logo_words": found["logo_words"] if logo else None,
        "logo_place": found["logo_place"] if logo else None,
        "colour": found["colour"] or None,
        "footer": lines_of(found["footer"]),
        "signature": None,
    }


def lines_of(footer: str) -> list[str]:
    """The lines at the foot as they are printed: none empty, and long ones turned over at a space."""
    return [part for line in footer.splitlines() for part in _turned(line.split())]


def _turned(words: list[str]) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, FOOT_POINTS) <= WIDEST_LINE_MM:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


# --- Changing it ---


@only_for("administrator", says=SETS_PAPER, remedy="Ask one.")
def may_change(actor: User, now: dt.datetime) -> Answer:
    """P 4.2: an administrator sets the paper; letters sent already keep theirs."""
    return YES


def checked(entry: Entry, logo: Upload | None, now: dt.datetime) -> tuple[dict[str, str], Upload | None]:
    """What was typed, cleaned, and the new logo made anew where one was sent. Raises Invalid with every fault."""
    check = Check(entry)
    found = {
        "logo_words": check.text("logo_words", "What the logo says", SHORT),
        "logo_place": check.choice("logo_place", "Where it stands", PLACES) or "left",
        "colour": check.choice("colour", "Colour", COLOURS),
        "footer": check.text("footer", "Lines at the foot", 400),
    }
    for key in DETAILS:
        label, needed = numbers.ORGANISATION[key][0], key in ("name", "address")
        found[key] = check.text(key, label, numbers.LONGEST_TEXT, required=needed)
    if (count := len(lines_of(found["footer"]))) > MOST_LINES:
        check.wrong("footer", f"There is room for {MOST_LINES} lines at the foot; these come to {count} on paper.")
    new = check.made(lambda: picture(logo, "logo", LOGO_SIDE)) if logo else None
    kept = "" if entry.get("no_logo") else values(now)["logo"]
    if (new or logo or kept) and not found["logo_words"]:
        check.wrong("logo_words", "Write what the logo says or shows, for people who cannot see it.")
    check.or_refuse()
    return found | {"logo": kept}, new


def new_logo(sent: Upload) -> tuple[str, dict[str, tuple[str, bytes]]]:
    """The SHA-256 of a logo as it would be kept, and what the PDF needs to show it. Raises Invalid."""
    made = picture(sent, "logo", LOGO_SIDE)
    digest = hashlib.sha256(made.content).hexdigest()
    return digest, {digest: (made.media_type, made.content)}


@deed(
    "change_letterhead",
    label="Set the paper of letters: logo, colour, address, lines at the foot",
    clause="4.2",
    asks=may_change,
    event=("letterhead_changed", "setting_changed"),
)
def change(actor: User, entry: Entry, logo: Upload | None, now: dt.datetime) -> list[str]:
    """Set the paper and the details on it from now on; answers what was changed. Raises Refused or Invalid."""
    found, new = checked(entry, logo, now)
    with writing():
        may_change(actor, now).or_refuse()
        if new:
            found["logo"] = files.keep(new.content, new.media_type, now).sha256
        return _set(actor, found, now)


def _set(actor: User, wanted: Mapping[str, str], now: dt.datetime) -> list[str]:
    before, details = values(now), numbers.organisation(now)
    changed = [key for key in KEYS if wanted[key] != before[key]]
    for key in changed:
        Setting.create(key=PREFIX + key, value=wanted[key], at=now, by=actor)
    if changed:
        audit.event("letterhead_changed", None, actor, now, keys=changed)
    others = [key for key in DETAILS if key in wanted and wanted[key] != details[key]]
    for key in others:
        numbers.set_value(actor, DETAIL + key, wanted[key], now)
    return changed + others


# --- How it was before ---


@dataclass(frozen=True)
class Change:
    """One change of the paper: since when, by whom, what; `row` names it."""

    row: int
    at: dt.datetime
    by: User | None
    keys: tuple[str, ...]


def history() -> list[Change]:
    """Every change of the paper and of the details on it, newest first."""
    keys = [PREFIX + key for key in KEYS] + [DETAIL + key for key in DETAILS]
    rows = Setting.select(Setting, User).left_outer_join(User).where(Setting.key.in_(keys)).order_by(Setting.id)
    found: dict[dt.datetime, list[Setting]] = {}
    for row in rows:
        found.setdefault(row.at, []).append(row)
    return [
        Change(
            together[-1].id,
            at,
            together[-1].by,
            tuple(one.key.removeprefix(PREFIX).removeprefix(DETAIL) for one in together),
        )
        for at, together in sorted(found.items(), key=lambda one: one[1][-1].id, reverse=True)
    ]


def as_it_was(row: int) -> dict[str, str] | None:
    """The paper and its details as the change of that row left them; None where there is no such change."""
    found = Setting.get_or_none(Setting.id == row)
    if found is None or not found.key.startswith((PREFIX, DETAIL)):
        return None
    details = numbers.organisation(found.at)
    return values(found.at) | {key: details[key] for key in DETAILS}


@only_for("administrator", says=SETS_PAPER, remedy="Ask one.")
def may_put_back(actor: User, row: int, now: dt.datetime) -> Answer:
    """P 4.2: an administrator puts an earlier paper back."""
    there = unless(as_it_was(row), "state", "There is no such change.", "Load the page again.")
    return answer(there)


@deed(
    "put_back_letterhead",
    label="Put an earlier paper of letters back",
    clause="4.2",
    asks=may_put_back,
    event=("letterhead_changed", "setting_changed"),
)
def put_back(actor: User, row: int, now: dt.datetime) -> list[str]:
    """Have the paper again as it was after that change; answers what is different now. Raises Refused."""
    with writing():
        may_put_back(actor, row, now).or_refuse()
        return _set(actor, as_it_was(row) or {}, now)


# --- Signatures ---


def signature_of(person: User) -> str | None:
    """The SHA-256 of the picture of somebody's signature, where there is one now: one read."""
    if not person.id:
        return None
    newest = "(SELECT file_id FROM signature WHERE user_id = ? ORDER BY id DESC LIMIT 1)"
    found = once(
        f"signature of {person.id}",
        lambda: rows_of(StoredFile, f"WHERE id = {newest}", person.id, columns="id, sha256"),
    )
    return found[0].sha256 if found else None


def signers() -> list[tuple[User, bool]]:
    """Everybody whose role signs letters, by name, and whether their signature is kept."""
    people = User.select().where(User.active).order_by(User.name)
    return [(one, signature_of(one) is not None) for one in people if one.has(*SIGNS)]


@only_for(
    "administrator",
    says="A signature is put in by the person whose it is, or by an administrator.",
    also=(Where("for themselves", lambda actor, person, *_: actor.id == person.id, SIGNS),),
)
def may_set_signature(actor: User, person: User, now: dt.datetime) -> Answer:
    """P 4.3: a signature is put in by the person whose it is, or by an administrator; it is for letters they sign."""
    return answer(
        unless(person.has(*SIGNS), "state", "Only colleagues whose roles sign letters have one.", "Ask for the role.")
    )


@deed(
    "set_signature",
    label="Put in the picture of one's signature, or of a colleague's",
    clause="4.3",
    asks=may_set_signature,
    event="signature_set",
)
def set_signature(actor: User, person: User, sent: Upload | None, now: dt.datetime) -> Signature:
    """Keep the picture of somebody's signature, for letters they sign from now on. Raises Refused or Invalid."""
    may_set_signature(actor, person, now).or_refuse()
    made = picture(sent, "signature", SIGNATURE_SIDE)
    with writing():
        may_set_signature(actor, person, now).or_refuse()
        kept = files.keep(made.content, made.media_type, now)
        row = Signature.create(user=person, file=kept, by=actor, at=now)
        audit.event("signature_set", None, actor, now, signature=row.id)
    return row


@only_for(
    "administrator",
    says="A signature is taken away by the person whose it is, or by an administrator.",
    also=(Where("everybody for themselves", lambda actor, person, *_: actor.id == person.id),),
)
def may_withdraw_signature(actor: User, person: User, now: dt.datetime) -> Answer:
    """P 4.3: whoever may put a signature in takes it away again; letters sent with it keep it."""
    return answer(unless(signature_of(person), "state", "There is no signature to take away."))


@deed(
    "withdraw_signature",
    label="Take a signature away, so that letters are signed by hand",
    clause="4.3",
    asks=may_withdraw_signature,
    event="signature_withdrawn",
)
def withdraw_signature(actor: User, person: User, now: dt.datetime) -> Signature:
    """Letters are signed by hand again from now on. Raises Refused."""
    with writing():
        may_withdraw_signature(actor, person, now).or_refuse()
        row = Signature.create(user=person, file=None, by=actor, at=now)
        audit.event("signature_withdrawn", None, actor, now, signature=row.id)
    return row


def own_hand(actor: User, facts: Mapping[str, Any]) -> Refusal | None:
    """A letter carries nobody's signature but that of who issues it."""
    signed = facts["letterhead"]["signature"]
    return unless(
        signed is None or signed == signature_of(actor),
        "signature",
        "The letter carries the signature of somebody else, or one that was taken away.",
        "Load the page again; only who issues a letter signs it.",
    )


# --- Pictures ---


def is_shown(digest: str) -> bool:
    """True for a picture that is or was a logo or a signature; nothing else that is stored is shown as a picture."""
    if Setting.select().where(Setting.key == f"{PREFIX}logo", Setting.value == digest).exists():
        return True
    return Signature.select().join(StoredFile).where(StoredFile.sha256 == digest).exists()
