"""The sentences of the contact check: what to say to the customer, plain and kind, and how a contact is still read."""

from collections.abc import Sequence

from models import User
from policy.core import wording
from policy.rulebook import clauses
from policy.staff.cover import Cover

ALWAYS_NOW = (
    "If it is an emergency, a repair, somebody's safety, a complaint, your rent or your data, I can help you with that "
    "now."
)
ALWAYS_WRITTEN = (
    "For emergencies, repairs, anybody's safety, complaints, your rent and your data you can use any way you like."
)


def _can(words: Sequence[str]) -> str:
    return f"You can reach us {wording.listed(words, 'or')}."


def go_words(written: bool, rule: str) -> str:
    """What to say where the contact goes ahead."""
    if rule == "G24":
        return "Thank you for speaking for them. What can we do?"
    if written:
        return "Thank you for writing. We have read it, and this is our answer."
    return "Yes, I can help you with that now." if rule == "G25" else "Thank you for getting in touch. How can I help?"


def other_way_words(channel: str, written: bool, ways: Sequence[str]) -> str:
    if written:
        return f"Thank you for your message. Somebody has read it. For an answer: {_can(ways)} {ALWAYS_WRITTEN}"
    return (
        f"I am sorry, I cannot deal with this {clauses.CHANNELS[channel]} for now, as we wrote to you. {_can(ways)} "
        f"Somebody will look at it and answer. {ALWAYS_NOW}"
    )


def wait_words(when: str, named: str) -> str:
    return (
        "Thank you for ringing. We take your calls at set times for now, as we wrote to you. We can talk "
        f"{when}{named}. {ALWAYS_NOW}"
    )


def not_here_words(place: str, instead: str) -> str:
    return f"I am sorry, I cannot see you at {place} for now, as we wrote to you. {instead} {ALWAYS_NOW}".replace(
        "  ", " "
    )


def pass_words(written: bool, cover: Cover, to: User) -> str:
    named = cover.usual.name
    if to.id == cover.usual.id:
        who = f"{named} deals with everything for you."
    else:
        who = f"{to.name} is answering for {named} just now."
    if written:
        return f"Thank you for your message. {who} They will write to you."
    return f"{who} I will put you through, or ask for a call back. {ALWAYS_NOW}"


def nobody_words(when: str, named: str) -> str:
    return (
        f"The person who deals with this for you is not at work today. We can talk {when}{named}. I will write down "
        f"what it is about, so that you do not have to say it twice. {ALWAYS_NOW}"
    )


def if_significant_words(written: bool) -> str:
    if written:
        return (
            "Thank you for your message. We have read it. We answer what is significant and serious; if something has "
            f"changed, tell us and we will look at it. {ALWAYS_WRITTEN}"
        )
    return (
        "Tell me what it is about, please. If it is serious, or something new, I will deal with it or pass it on now. "
        f"{ALWAYS_NOW}"
    )


def read_words(channel: str, answered: bool) -> str:
    """G26, G27: how a contact outside the arrangement still reaches a person."""
    if channel in clauses.WRITTEN_CHANNELS:
        more = " If it is about something new, deal with it on its merits." if answered else ""
        return f"Nothing is blocked or sent back: read it, and put it on the file.{more}"
    return "Write down in a line what it is about and pass it on: a person reads it, and what is new is dealt with."
