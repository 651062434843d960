"""A run of the post: letters of the tray printed in one go, and what became of each when somebody says so.

Nothing here marks a letter as sent but `close`, in one transaction, on the word of the person who posted them. A run
that is abandoned, or whose printing stops, leaves every letter in the tray.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import models
from letterpress.print import run_folder
from models import Delivery, Letter, PostRun, PostRunLetter, User, writing
from policy.core import audit, clock, files, form_keys, numbers, work_item
from policy.core.answers import YES, Answer, Refusal, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.validation import SHORT, Check, Invalid
from policy.correspondence import deemed_receipt
from policy.correspondence import delivery as letter_delivery
from policy.post import printing as letter_printing
from policy.post import tray as post_tray
from policy.rulebook import clauses

SENDS = "Only officers and managers send letters."
WAYS = {key: words for key, words in clauses.WAYS.items() if key != "email"}
OPENING = 2  # the number of the lock, on PostgreSQL, that whoever makes a run holds
NOT_SENT = "Nothing is marked as sent."


def rows(run: PostRun) -> list[PostRunLetter]:
    """The run's letters in the order they are printed, each with its letter."""
    query = PostRunLetter.select(PostRunLetter, Letter).join(Letter).where(PostRunLetter.run == run)
    return list(query.order_by(PostRunLetter.place))


def letters(run: PostRun) -> list[Letter]:
    """The run's letters, each with no more than the customer's number."""
    return list(Letter.select(Letter.id, Letter.customer).join(PostRunLetter).where(PostRunLetter.run == run))


def listed(run: PostRun) -> list[tuple[PostRunLetter, post_tray.Waiting]]:
    """The same, each with what is known of its letter's way."""
    letters = rows(run)
    return list(zip(letters, post_tray.each_of([row.letter for row in letters]), strict=True))


def count(run: PostRun) -> int:
    """How many letters are in the run."""
    return PostRunLetter.select().where(PostRunLetter.run == run).count()


# --- Printing ---


@only_for(*WORKS, says=SENDS, remedy="Ask an officer.")
def may_print(actor: User, now: dt.datetime) -> Answer:
    """P box: an officer or manager puts letters together to be printed and posted."""
    return YES


@deed(
    "print_letters", label="Print the letters that wait, in one go", clause="box", asks=may_print, event="post_run_made"
)
def print_these(
    actor: User, chosen: Mapping[int, str], two_sided: bool, now: dt.datetime, form_key: str, closed: Sequence[int] = ()
) -> PostRun:
    """Make a run of these letters of the tray, each with its way; nothing is sent by that. Raises Refused or Invalid.

    Sent twice, the same form answers the run that it made. `closed` are customers the actor keeps away from (G65).
    """
    if not chosen:
        raise Invalid({"letters": "Choose at least one letter."})
    if wrong := [letter for letter, way in chosen.items() if way not in WAYS]:
        raise Invalid({f"way-{letter}": "Choose how this letter goes." for letter in wrong})
    with writing():
        if not models.on_sqlite():  # two people who take letters from one tray wait here for each other
            models.db.execute_sql("SELECT pg_advisory_xact_lock(%s)", (OPENING,))
        form_key = form_keys.key(form_key, actor, None)
        made = PostRun.get_or_none(PostRun.form_key == form_key)
        if made is not None:
            return made
        waiting = {one.letter.id: one for one in post_tray.tray(now, closed)}
        unknown = post_tray.unanswered(list(chosen))
        answer(*may_print(actor, now).reasons, *(_may_go(waiting.get(one), one, unknown) for one in chosen)).or_refuse()
        run = PostRun.create(form_key=form_key, by=actor, at=now, two_sided=two_sided)
        order = sorted(chosen, key=lambda one: (list(WAYS).index(chosen[one]), waiting[one].letter.issued_at, one))
        for place, letter in enumerate(order, 1):
            PostRunLetter.create(run=run, letter=letter, place=place, way=chosen[letter])
        audit.event("post_run_made", None, actor, now, run=run.id, letters=len(order))
    return run


def _may_go(one: post_tray.Waiting | None, letter: int, unknown: Mapping[int, Any]) -> Refusal | None:
    name = f"L-{letter:05d}"
    if one is None:
        return unless(False, "stale", f"{name} does not wait any more.", "Look at the tray again.")
    if one.in_run:
        return unless(False, "stale", f"{name} is in run P-{one.in_run:05d} already.", "Leave it out here.")
    words = f"It is not known whether an e-mail with {name} was sent."
    return unless(letter not in unknown, "state", words, "Find that out first, on the letter's e-mail page.")


@only_for(*WORKS, says=SENDS, remedy="Ask an officer.")
def may_make(actor: User, run: PostRun, now: dt.datetime) -> Answer:
    """P box: the PDF of an open run may be made, and made again where that stopped."""
    return answer(_open(run), _still(run, "It is being made now."))


@deed("make_post", label="Start the printing of a run of the post again", clause="box", asks=may_make, event=())
def make(actor: User, run: PostRun, now: dt.datetime) -> None:
    """Start making the PDF from the letters as they were issued. Raises Refused."""
    may_make(actor, run, now).or_refuse()
    job, pages = _job(run, now)
    run_folder.start(run.id, job, pages)


def _open(run: PostRun) -> Refusal | None:
    who = f" by {run.closed_by.name}" if run.closed_by else ""
    words = f"This run was {'closed' if run.sent_on else 'abandoned'}{who} already."
    return unless(run.closed_at is None, "state", words, "Look at the tray.")


def _still(run: PostRun, words: str) -> Refusal | None:
    return unless(not run_folder.state(run.id).working, "state", words, "Wait until it is ready.")


def _job(run: PostRun, now: dt.datetime) -> tuple[dict[str, Any], dict[str, str]]:
    """What the printing process is given: the list's facts, and each letter and style sheet as a file."""
    pages: dict[str, str] = {}
    letters = []
    for row, waiting in listed(run):
        html, css = letter_printing.page(row.letter)
        style = f"{files.digest(css)}.css"
        pages[style], pages[f"{row.letter_id}.html"] = css, html
        letters.append(_letter(row, waiting, style))
    ways = Counter(one["way"] for one in letters)
    adds = Counter(add for one in letters for add in one["add"])
    job = {
        "title": f"Letters to send, {run.reference}",
        "reference": run.reference,
        "when": clock.weekday_words(clock.today(run.at)),
        "who": run.by.name,
        "two_sided": run.two_sided,
        "letters": letters,
        "ways": sorted(ways.items()),
        "adds": sorted(adds.items()),
    }
    return job, pages


def _letter(row: PostRunLetter, waiting: post_tray.Waiting, style: str) -> dict[str, Any]:
    moved = waiting.moved if waiting.came_back else []
    landlord = str(row.letter.facts["organisation"]["name"])
    slip = {"lines": [waiting.name, *moved], "reference": row.letter.reference, "landlord": landlord}
    return {
        "id": row.letter_id,
        "file": f"{row.letter_id}.html",
        "style": style,
        "keep": letter_printing.kept(row.letter) is None,
        "slip": slip if moved else None,
        "reference": row.letter.reference,
        "name": waiting.name,
        "place": moved[-1] if moved else waiting.place,
        "note": "new address: its own sheet goes in front" if moved else "",
        "way": clauses.WAYS[row.way],
        "add": waiting.enclosures,
    }


# --- Closing ---


@only_for(*WORKS, says=SENDS, remedy="Ask an officer.")
def may_close(actor: User, run: PostRun, now: dt.datetime) -> Answer:
    """P box: an officer or manager says which letters of a run were sent."""
    return answer(_open(run), _still(run, "Its PDF is being made."))


def why_not(run: PostRun, letters: Sequence[PostRunLetter], now: dt.datetime) -> dict[int, str]:
    """Why a letter is not taken for sent unless somebody says so, by its number; those left out here are."""
    every = [row.letter_id for row in letters]
    wanted, newest = post_tray.still_wanted(every, now), deemed_receipt.standings(every)
    failed = run_folder.state(run.id).failed
    reasons = {row.letter_id: _why_not(row, wanted, newest, failed) for row in letters}
    return {number: words for number, words in reasons.items() if words}


def _why_not(row: PostRunLetter, wanted: set[int], newest: Mapping[int, Delivery], failed: Sequence[int]) -> str:
    if _is_sent(newest.get(row.letter_id)):
        return "Recorded as sent in another way"
    if row.letter_id not in wanted:
        return "Not to be sent any more: withdrawn, ended, or the customer has died"
    if row.letter_id in failed:
        return "Could not be put on paper"
    return "Still to be handed over" if row.way == "by_hand" else ""


class Typed(NamedTuple):
    """What is said of one letter of a run; `given`: by hand, to whom."""

    sent: bool
    tracking: str
    given: str
    because: str


@deed(
    "close_post",
    label="Say which letters of a run of the post were sent",
    clause="box",
    asks=may_close,
    event="post_run_closed",
)
def close(actor: User, run: PostRun, sent_on: dt.date | None, typed: Mapping[str, str], now: dt.datetime) -> PostRun:
    """Record what was sent and how, and what stays in the tray and why: all of it, or nothing.

    `typed`: for each letter's number n `sent-n`, `tracking-n`, `given-n` (by hand: to whom), `because-n`.
    Raises Refused or Invalid.
    """
    letters = rows(run)
    typed_of = _checked(run, letters, {**typed, "sent_on": sent_on}, now)
    assert sent_on is not None
    with writing():
        run = run.fresh()
        may_close(actor, run, now).or_refuse()
        sent = [row.letter_id for row in letters if typed_of[row.letter_id].sent]
        wanted, newest = post_tray.still_wanted(sent, now), deemed_receipt.standings(sent)
        answer(*(_may_be_sent(row, wanted, newest) for row in letters if row.letter_id in sent)).or_refuse()
        ways = {one.letter.id: one for one in post_tray.each_of([row.letter for row in letters])}
        for row in sorted(letters, key=lambda one: (one.letter.customer_id, one.place)):
            _settle(actor, row, ways[row.letter_id], typed_of[row.letter_id], sent_on, now)
        state = run_folder.state(run.id)
        run.closed_by, run.closed_at, run.sent_on = actor, now, sent_on
        run.pages, run.printed_at = state.pages or None, now if state.has_pdf else None
        run.save()
        audit.event("post_run_closed", None, actor, now, run=run.id, sent=len(sent), left_out=len(letters) - len(sent))
    run_folder.empty(run.id)
    return run


def _checked(
    run: PostRun, letters: Sequence[PostRunLetter], page: Mapping[str, Any], now: dt.datetime
) -> dict[int, Typed]:
    check, typed = Check(page), {}
    check.day("sent_on", "Sent on", earliest=clock.today(run.at), latest=clock.today(now), required=True)
    for row in letters:
        number, name = row.letter_id, row.letter.reference
        sent, by_hand = bool(page.get(f"sent-{number}")), row.way == "by_hand"
        typed[number] = Typed(
            sent,
            "" if by_hand else check.text(f"tracking-{number}", "Tracking number", 60),
            check.text(f"given-{number}", f"{name}: given to whom, where", SHORT, required=sent and by_hand),
            check.text(f"because-{number}", f"{name}: why it was left out", SHORT, required=not sent),
        )
    check.or_refuse()
    return typed


def _is_sent(newest: Delivery | None) -> bool:
    return newest is not None and newest.outcome != "returned"


def _may_be_sent(row: PostRunLetter, wanted: set[int], newest: Mapping[int, Delivery]) -> Refusal | None:
    name = row.letter.reference
    if _is_sent(newest.get(row.letter_id)):
        words = f"{name} was recorded as sent in another way in the meantime."
        return unless(False, "stale", words, "Take the tick off, and say why.")
    words = f"{name} is not to be sent any more: what it is about was withdrawn or has ended, or the customer has died."
    return unless(row.letter_id in wanted, "G51", words, "Take it out of the post, take the tick off, and say why.")


def _settle(
    actor: User, row: PostRunLetter, waiting: post_tray.Waiting, typed: Typed, sent_on: dt.date, now: dt.datetime
) -> None:
    if typed.sent:
        moved = waiting.moved if waiting.came_back else []
        entry: letter_delivery.Entry = {
            "outcome": "handed" if row.way == "by_hand" else "posted",
            "way": row.way,
            "on": sent_on,
            "address": ", ".join(moved or waiting.address_lines)[:SHORT],
            "tracking": typed.tracking,
            "words": typed.given,
        }
        row.delivery = letter_delivery.record_delivery(actor, row.letter, entry, now)
        own = run_folder.own(row.run_id, row.letter_id)
        if own is not None:
            letter_printing.keep(row.letter, own, actor, now)
    row.outcome = "sent" if typed.sent else "left_out"
    row.because, row.tracking = typed.because, typed.tracking
    row.save()


@only_for(*WORKS, says=SENDS, remedy="Ask an officer.")
def may_abandon(actor: User, run: PostRun, now: dt.datetime) -> Answer:
    """P box: an officer or manager puts a run aside of which nothing was sent."""
    return answer(_open(run))


@deed("abandon_post", label="Put a run of the post aside", clause="box", asks=may_abandon, event="post_run_abandoned")
def abandon(actor: User, run: PostRun, now: dt.datetime) -> PostRun:
    """Put the run aside: nothing happened, and its letters wait in the tray as before. Raises Refused."""
    with writing():
        run = run.fresh()
        may_abandon(actor, run, now).or_refuse()
        PostRunLetter.update(outcome="left_out").where(PostRunLetter.run == run).execute()
        run.closed_by, run.closed_at = actor, now
        run.save()
        audit.event("post_run_abandoned", None, actor, now, run=run.id)
    run_folder.empty(run.id)
    return run


def needs(actor: User, now: dt.datetime) -> Iterator[work_item.Item]:
    """Runs of which it is not said yet what was sent."""
    if not actor.is_officer:
        return
    today = clock.today(now)
    for run in post_tray.runs(most=work_item.EACH_AT_MOST):
        words = f"Say which letters of the post of {clock.day_words(clock.today(run.at))} were sent ({run.reference})"
        yield work_item.item(words, words, "post.show", {"run_id": run.id}, clock.today(run.at), today)


def days(now: dt.datetime) -> dict[str, int]:
    """After how many working days each way of posting counts as received."""
    values = numbers.values(now)
    return {"first_class": values["deemed_days"], "second_class": values["second_class_days"]}
