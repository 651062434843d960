"""The people who work here: who may add them and give them roles, and how they sign in.

The policy itself says only who decides what (4.3, 4.7); that the right person sits at the keyboard is settled here.
"""

import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Collection, Iterable
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from models import SignInAttempt, User, writing
from policy.core import audit, validation
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.register import EVERYBODY, deed, only_for
from policy.rulebook.clauses import ROLES

ADMINISTERS = "Only an administrator can do this."
DUTIES = {
    "colleague": "logs incidents and contacts, and sees own entries",
    "officer": "reads files, drafts warnings, proposes restrictions, prepares reviews",
    "manager": "issues warnings, authorises restrictions, holds reviews",
    "safety_lead": "approves and reviews staff-safety markers",
    "senior_officer": "hears appeals they were not part of",
    "data_protection_officer": "looks after the access log, retention and subject access",
    "administrator": "looks after people and settings, and sees no files",
}
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
FAILURES_OF_A_NAME = 5
FAILURES_OF_AN_ADDRESS = 20
WINDOW = dt.timedelta(minutes=15)
TRIES_KEPT = dt.timedelta(days=90)
DETAILS = {
    "name": ("Name", 120),
    "email": ("E-mail address", 200),
    "job_title": ("Job title", 120),
    "team": ("Team", 120),
    "telephone": ("Telephone", 40),
}
NOT_RIGHT = "The e-mail address or the password is not right."

hasher = PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)


def email_of(typed: str) -> str:
    """An e-mail address as it is stored: without spaces at its ends, in lower case."""
    return typed.strip().lower()


def colleagues() -> list[User]:
    """Everybody who works here now and deals with customers, by name."""
    return [one for one in User.select().where(User.active).order_by(User.name, User.id) if one.logs_incidents]


def role_words(roles: Iterable[str]) -> list[str]:
    """The short name of each role, in the register's order."""
    held = set(roles)
    return [words for key, words in ROLES.items() if key in held]


def everybody() -> list[User]:
    """Everybody who works here, and then those who did, by name."""
    return list(User.select().order_by(User.active.desc(), User.name))


def active() -> list[User]:
    """Everybody who works here now, by name."""
    return list(User.select().where(User.active).order_by(User.name, User.id))


# --- Signing in -----------------------------------------------------------------------------------------------------


def name_digest(email: str, key: str) -> str:
    """What is kept of a name that was tried: a keyed digest, from which the name cannot be read."""
    return hmac.new(key.encode(), email_of(email).encode(), hashlib.sha256).hexdigest()


def may_try(digest: str, remote: str, now: dt.datetime) -> Answer:
    """A name is tried five times, an address twenty, in 15 minutes; then one waits."""
    minutes = _minutes_to_wait(digest, remote, now)
    wait = "1 minute" if minutes == 1 else f"{minutes} minutes"
    return answer(
        unless(
            minutes == 0,
            "sign-in",
            "There were several tries that did not succeed.",
            f"Wait {wait}, then try once more. If you have forgotten your password, ask an administrator.",
        )
    )


def _minutes_to_wait(digest: str, remote: str, now: dt.datetime) -> int:
    attempt, since = SignInAttempt, now - WINDOW
    last_good = (
        attempt.select(attempt.at)
        .where(attempt.name_digest == digest, attempt.succeeded, attempt.at > since)
        .order_by(attempt.at.desc())
        .first()
    )
    of_name = _moments(attempt.name_digest == digest, last_good.at if last_good else since, FAILURES_OF_A_NAME)
    of_address = _moments(attempt.remote == remote, since, FAILURES_OF_AN_ADDRESS)
    oldest = [
        moments[-1]
        for moments, most in ((of_name, FAILURES_OF_A_NAME), (of_address, FAILURES_OF_AN_ADDRESS))
        if len(moments) >= most
    ]
    if not oldest:
        return 0
    left = (max(oldest) + WINDOW - now).total_seconds()
    return max(1, -int(-left // 60)) if left > 0 else 0


def _moments(whose: object, since: dt.datetime, most: int) -> list[dt.datetime]:
    attempt = SignInAttempt
    query = attempt.select(attempt.at).where(whose, ~attempt.succeeded, attempt.at > since)
    return [row.at for row in query.order_by(attempt.at.desc()).limit(most)]


def sign_in(email: str, password: str, remote: str, key: str, now: dt.datetime) -> User | None:
    """The person with that e-mail address and password; None where they do not fit. Raises Refused for too many tries.

    The try is written down before the password is looked at, so tries made at the same moment count as well; an
    unknown name costs the same time as a wrong password.
    """
    digest = name_digest(email, key)
    with writing():
        may_try(digest, remote, now).or_refuse()
        SignInAttempt.clear(SignInAttempt.at < now - TRIES_KEPT)
        attempt = SignInAttempt.create(name_digest=digest, remote=remote[:64], at=now, succeeded=False)
    user = User.get_or_none(User.email == email_of(email))
    fits = _fits(user.password_hash if user else "", password)
    if user is None or not fits or not user.active:
        return None
    with writing():
        SignInAttempt.update(succeeded=True).where(SignInAttempt.id == attempt.id).execute()
        if hasher.check_needs_rehash(user.password_hash):
            User.update(password_hash=hasher.hash(password)).where(User.id == user.id).execute()
    return user


@cache
def _nobodys_hash() -> str:
    return hasher.hash(secrets.token_hex(16))


def _fits(password_hash: str, password: str) -> bool:
    try:
        return hasher.verify(password_hash or _nobodys_hash(), password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False


# --- Passwords ------------------------------------------------------------------------------------------------------


def password_faults(user_words: Collection[str], password: str) -> list[str]:
    """What is wrong with a new password, in sentences; nothing where it will do."""
    faults = []
    if len(password) < SHORTEST_PASSWORD:
        faults.append(f"Use at least {SHORTEST_PASSWORD} characters. Three or four words do well.")
    if len(password) > LONGEST_PASSWORD:
        faults.append(f"Use {LONGEST_PASSWORD} characters at most.")
    if len(set(password.lower())) < 5 or password.lower() in {word.lower() for word in user_words}:
        faults.append("Choose something harder to guess.")
    return faults


@only_for(*EVERYBODY, says="Your access has ended.")
def may_change_password(actor: User, old: str, new: str) -> Answer:
    """Everybody changes their own password, knowing the old one."""
    faults = password_faults((actor.email, actor.name), new)
    return answer(
        unless(_fits(actor.password_hash, old), "old_password", "The password you have now is not right."),
        unless(new != old, "new_password", "The new password is the same as the old one."),
        [unless(False, "new_password", fault) for fault in faults],
    )


@deed(
    "change_password",
    label="Change one's own password",
    clause="7.1",
    asks=may_change_password,
    event="password_changed",
)
def change_password(actor: User, old: str, new: str, now: dt.datetime) -> User:
    """Change one's own password; every other session of theirs ends. Raises Refused."""
    may_change_password(actor, old, new).or_refuse()
    return _set_password(actor, actor, new, "password_changed", now)


@only_for("administrator", says=ADMINISTERS, remedy="Ask an administrator.")
def may_reset_password(actor: User, person: User) -> Answer:
    """An administrator gives somebody a new first password."""
    return answer(unless(person.active, "state", "This person no longer works here."))


@deed(
    "reset_password",
    label="Give somebody a new first password",
    clause="7.1",
    asks=may_reset_password,
    event="password_reset",
)
def reset_password(actor: User, person: User, now: dt.datetime) -> str:
    """Give `person` a new first password, which is shown once; their sessions end. Raises Refused."""
    may_reset_password(actor, person).or_refuse()
    password = first_password()
    _set_password(person, actor, password, "password_reset", now)
    return password


def first_password() -> str:
    """A password to hand over: 20 letters in groups of five, none of which look alike."""
    letters = "abcdefghjkmnpqrstuvwxyz"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))


def _set_password(person: User, actor: User, password: str, event: str, now: dt.datetime) -> User:
    digest = hasher.hash(password)
    with writing():
        person = person.fresh()
        person.password_hash = digest
        person.session_version += 1
        person.save(only=[User.password_hash, User.session_version])
        audit.event(event, None, actor, now, user=person.id)
    return person


# --- People and roles -----------------------------------------------------------------------------------------------


@only_for("administrator", says=ADMINISTERS, remedy="Ask an administrator.", commands=True)
def may_add_person(actor: User | None, email: str, roles: Collection[str]) -> Answer:
    """An administrator adds people, each with an address of their own; `actor` is None for the command line."""
    taken = User.select().where(User.email == email_of(email)).exists()
    return answer(
        unless(not taken, "email", "Somebody with this e-mail address is here already.", "Open their entry instead."),
        _known(roles),
    )


def _known(roles: Collection[str]) -> Refusal | None:
    return unless(roles and set(roles) <= set(ROLES), "roles", "Choose at least one role.")


@deed("add_person", label="Add somebody who works here", clause="7.1", asks=may_add_person, event="person_added")
def add_person(
    actor: User | None, name: str, email: str, roles: Collection[str], password: str, now: dt.datetime, **details: str
) -> User:
    """Add somebody who works here; `details` are job_title, team and telephone.

    Raises Invalid for what was typed, Refused for what may not be.
    """
    check = validation.Check({"name": name, "email": email_of(email), **details})
    columns = {field: check.text(field, label, most) for field, (label, most) in DETAILS.items()}
    if not validation.is_email(columns["email"]):
        check.wrong("email", "Enter an e-mail address such as name@example.org.")
    if not columns["name"]:
        check.wrong("name", "Enter their name.")
    for fault in password_faults((email, name), password):
        check.wrong("password", fault)
    check.or_refuse()
    digest = hasher.hash(password)
    with writing():
        may_add_person(actor, email, roles).or_refuse()
        person = User.create(roles=sorted(roles), password_hash=digest, added_at=now, **columns)
        audit.event("person_added", None, actor, now, user=person.id, roles=sorted(roles))
    return person


@only_for("administrator", says=ADMINISTERS, remedy="Ask an administrator.")
def may_set_roles(actor: User, person: User, roles: Collection[str]) -> Answer:
    """An administrator gives and takes roles; there is always an administrator left."""
    keeps = "administrator" in roles or not _is_last_administrator(person)
    return answer(_known(roles), _one_left(keeps))


@deed("set_roles", label="Give and take roles", clause="4.3", asks=may_set_roles, event="roles_changed")
def set_roles(actor: User, person: User, roles: Collection[str], now: dt.datetime) -> None:
    """Give `person` exactly `roles`. Raises Refused."""
    with writing():
        person = person.fresh()
        may_set_roles(actor, person, roles).or_refuse()
        before, person.roles = person.roles, sorted(roles)
        person.save(only=[User.roles])
        audit.event("roles_changed", None, actor, now, user=person.id, before=before, roles=sorted(roles))


@only_for("administrator", says=ADMINISTERS, remedy="Ask an administrator.")
def may_deactivate(actor: User, person: User) -> Answer:
    """An administrator ends somebody's access; what they did stays as it is."""
    return answer(
        unless(person.active, "state", "This person's access has ended already."),
        _one_left(not _is_last_administrator(person)),
    )


@deed("deactivate", label="End somebody's access", clause="7.1", asks=may_deactivate, event="person_deactivated")
def deactivate(actor: User, person: User, now: dt.datetime) -> None:
    """End `person`'s access and every session of theirs. Raises Refused."""
    with writing():
        person = person.fresh()
        may_deactivate(actor, person).or_refuse()
        _switch(person, False)
        audit.event("person_deactivated", None, actor, now, user=person.id)


@only_for("administrator", says=ADMINISTERS, remedy="Ask an administrator.")
def may_reactivate(actor: User, person: User) -> Answer:
    """An administrator gives access back."""
    return answer(unless(not person.active, "state", "This person has access already."))


@deed("reactivate", label="Give somebody access again", clause="7.1", asks=may_reactivate, event="person_reactivated")
def reactivate(actor: User, person: User, now: dt.datetime) -> None:
    """Give `person` their access back. Raises Refused."""
    with writing():
        person = person.fresh()
        may_reactivate(actor, person).or_refuse()
        _switch(person, True)
        audit.event("person_reactivated", None, actor, now, user=person.id)


def _switch(person: User, active: bool) -> None:
    person.active = active
    person.session_version += 1
    person.calendar_digest = ""
    person.save(only=[User.active, User.session_version, User.calendar_digest])


def _is_last_administrator(person: User) -> bool:
    others = User.select(User.id, User.roles, User.active).where(User.id != person.id, User.active)
    return person.is_administrator and not any(other.is_administrator for other in others)


def _one_left(holds: bool) -> Refusal | None:
    return unless(
        holds, "administrator", "There would be no administrator left.", "Make somebody else an administrator first."
    )
