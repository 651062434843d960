"""A letter sent by e-mail, to a customer who has letters so.

The order of things: first a row that says that we try, committed; then the message leaves, outside of any transaction;
then, in one transaction, what the server said with the delivery that follows from it. So a message that left is never
without a row, and where we died in between the row stands alone: nothing is sent again before somebody has looked, and
said whether it went. A second try after that has the same Message-ID, by which mail programs know it for the same.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from letterpress import mail
from letterpress.formats import plain
from models import Delivery, EmailSent, Letter, User, holding, rows_of
from policy.core import audit, clock, numbers, work_item
from policy.core.answers import Answer, Refusal, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.correspondence import deemed_receipt, enclosures
from policy.correspondence import delivery as letter_delivery
from policy.correspondence import facts as letter_facts
from policy.post import printing as letter_printing
from policy.post import tray as post_tray

STILL_SENDING = dt.timedelta(minutes=2)
"""A try younger than this may be on its way this moment; the server's own time-outs are shorter."""
FOUND_SENT, FOUND_UNSENT = "found sent", "found not sent"
LOOK = "Look in the mail server’s list for its Message-ID, and say below what you found."


def tries(letter: Letter) -> list[EmailSent]:
    """What is known of each try, oldest first; a row before a message left is followed by one with the answer."""
    return list(EmailSent.select(EmailSent, User).join(User).where(EmailSent.letter == letter).order_by(EmailSent.id))


def unanswered(letter: Letter) -> EmailSent | None:
    """The try of which it is not known whether the message went, where there is one."""
    return post_tray.unanswered([letter.id]).get(letter.id)


@only_for(*WORKS, says=letter_facts.DELIVERS, remedy="Ask an officer.", clause="box")
def may_email(actor: User, letter: Letter, now: dt.datetime) -> Answer:
    """4.11: an officer or manager sends a letter by e-mail, once, to the customer it is addressed to."""
    waiting = post_tray.of(letter)
    newest, row = deemed_receipt.standing(letter), unanswered(letter)
    return answer(
        unless(newest is None or newest.outcome == "returned", "state", "This letter was sent already."),
        unless(
            letter.id in post_tray.still_wanted([letter.id], now), "G51",
            "What this letter is about was withdrawn or has ended, or the customer has died: it is not sent.",
        ),
        unless(
            not waiting.in_run, "state", f"It is in run P-{waiting.in_run or 0:05d} of the post.",
            "Close that run, or abandon it, first.",
        ),
        unless(
            waiting.is_to_the_customer, "state", "This letter is addressed to somebody else than the customer.",
            "Post it, or hand it over.",
        ),
        unless(
            waiting.email or not waiting.is_to_the_customer, "state", "We have no e-mail address of this customer.",
            "Record it on their file, or post the letter.",
        ),
        unless(mail.is_set(), "state", mail.NOT_SET),
        _not_this_moment(row, now) or unless(
            row is None, "state", "It is not known whether an earlier e-mail with this letter was sent.", LOOK
        ),
    )  # fmt: skip


def _not_this_moment(row: EmailSent | None, now: dt.datetime) -> Refusal | None:
    over = row is None or row.at <= now - STILL_SENDING
    return unless(over, "stale", "It is being sent this moment.", "Look again in two minutes.")


@deed(
    "email_letter",
    label="Send a letter by e-mail",
    clause="4.11",
    asks=may_email,
    event=("letter_emailed", "email_refused"),
)
def send(actor: User, letter: Letter, now: dt.datetime) -> EmailSent:
    """Send the letter; answers the row with what the server said (`taken` or not).

    Raises Refused (of answers) where a rule stands in the way or where its fate is not known, mail.Refused where the
    server did not take it, pdf.PdfUnavailable where there is no PDF to attach; nothing is marked as sent then.
    """
    may_email(actor, letter, now).or_refuse()
    content = letter_printing.original(letter)
    with holding(letter) as letter:
        may_email(actor, letter, now).or_refuse()
        address = post_tray.of(letter).email
        before = tries(letter)
        again = before[-1].message_id if before and before[-1].answer == FOUND_UNSENT else mail.new_id()
        trying = _row(actor, letter, address, again, now, taken=False, said=post_tray.TRYING)
    try:
        said = mail.send(address, _message(letter, trying, content, now))
    except mail.Refused as refusal:
        with holding(letter) as letter:
            row = _row(actor, letter, address, trying.message_id, now, taken=False, said=refusal.code)
            audit.event(
                "email_refused", letter.customer_id, actor, now, letter=letter.id, email=row.id, on=clock.today(now)
            )
        raise
    except mail.Unknown:
        broken = "The connection broke before the mail server answered: the e-mail may have been sent or not."
        answer(unless(False, "state", broken, LOOK)).or_refuse()
    return _taken(actor, letter, trying, said, now, content)


def _taken(
    actor: User, letter: Letter, trying: EmailSent, said: str, now: dt.datetime, content: bytes | None
) -> EmailSent:
    with holding(letter) as letter:
        way: letter_delivery.Entry = {"outcome": "emailed", "on": clock.today(trying.at), "address": trying.address}
        delivery = letter_delivery.record_delivery(actor, letter, way, now)
        if content is not None:
            letter_printing.keep(letter, content, actor, now)
        return _row(actor, letter, trying.address, trying.message_id, now, taken=True, said=said, delivery=delivery)


def _row(
    actor: User, letter: Letter, address: str, number: str, now: dt.datetime, taken: bool, said: str,
    delivery: Delivery | None = None,
) -> EmailSent:  # fmt: skip
    return EmailSent.create(
        letter=letter, customer=letter.customer_id, address=address, message_id=number, taken=taken, answer=said[:200],
        delivery=delivery, by=actor, at=now,
    )  # fmt: skip


def subject(letter: Letter) -> str:
    """What the message says of itself before it is opened: nothing about a person."""
    return f"A letter from {letter.facts['organisation']['name']}, our reference {letter.reference}"


def words(letter: Letter) -> str:
    """The message: a greeting, and the whole letter as plain text."""
    whom = letter.facts["recipient"]["salutation"]
    landlord = letter.facts["organisation"]["name"]
    head = f"Dear {whom}\n\nThis is a letter from {landlord}. It is attached as a PDF, and its words follow here.\n"
    return f"{head}\n{'-' * 72}\n\n{plain.text(letter.html)}"


def attached(letter: Letter, content: bytes) -> list[tuple[str, bytes]]:
    """The letter's PDF, and those of its enclosures, by their file names."""
    others = enumerate(enclosures.files_of(letter), 1)
    enclosed = [(f"enclosure-{number}.pdf", bytes(file.content)) for number, file in others]
    return [(f"letter-{letter.reference}.pdf", content), *enclosed]


def _message(letter: Letter, trying: EmailSent, content: bytes, now: dt.datetime) -> bytes:
    landlord = letter.facts["organisation"]["name"]
    reply_to = numbers.organisation(now)["email"]
    return mail.message(
        trying.address, landlord, reply_to, subject(letter), words(letter), trying.message_id, clock.london(now),
        attached(letter, content),
    )  # fmt: skip


# --- Where it is not known ---


@only_for(*WORKS, says=letter_facts.DELIVERS, remedy="Ask an officer.", clause="box")
def may_settle(actor: User, letter: Letter, now: dt.datetime) -> Answer:
    """4.11: an officer or manager says whether an e-mail went of which it is not known."""
    row = unanswered(letter)
    return answer(unless(row is not None, "stale", "What became of this e-mail is known."), _not_this_moment(row, now))


@deed(
    "settle_email",
    label="Say whether an e-mail went of which it is not known",
    clause="4.11",
    asks=may_settle,
    event=("letter_emailed", "email_refused"),
)
def settle(actor: User, letter: Letter, was_sent: bool, now: dt.datetime) -> EmailSent:
    """Record what was found in the mail server's list: that it was sent, or that it was not. Raises Refused."""
    with holding(letter) as letter:
        may_settle(actor, letter, now).or_refuse()
        row = unanswered(letter)
        assert row is not None
        if was_sent:
            return _taken(actor, letter, row, FOUND_SENT, now, None)
        found = _row(actor, letter, row.address, row.message_id, now, taken=False, said=FOUND_UNSENT)
        audit.event(
            "email_refused", letter.customer_id, actor, now, letter=letter.id, email=found.id, on=clock.today(row.at)
        )
    return found


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """E-mails of which it is not known whether they went."""
    if not actor.is_officer:
        return
    rest = (
        "WHERE answer = ? AND at <= ? AND NOT EXISTS"
        " (SELECT 1 FROM email_sent n WHERE n.letter_id = email_sent.letter_id AND n.id > email_sent.id)"
        " ORDER BY id LIMIT ?"
    )
    latest: Any = EmailSent.at.db_value(now - STILL_SENDING)
    for row in rows_of(EmailSent, rest, post_tray.TRYING, latest, work_item.EACH_AT_MOST):
        said = f"Find out whether letter L-{row.letter_id:05d} was sent by e-mail"
        yield work_item.item(
            said, said, "post.emailing", {"letter_id": row.letter_id}, clock.today(row.at), clock.today(now)
        )
