"""The post: the tray, printing what waits in one go, saying what was sent, and a letter by e-mail."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, request
from werkzeug.wrappers import Response as Answered

from letterpress import mail
from letterpress.print import pdf as printing
from letterpress.print import run_folder
from models import Letter, PostRun, User
from policy.core import clock, numbers
from policy.correspondence import deemed_receipt, enclosures
from policy.post import email as letter_email
from policy.post import runs as post_runs
from policy.post import tray as post_tray
from policy.rulebook import clauses
from views.frame import access, decision_pages, respond
from views.frame.forms import DateField, Form, FormKey
from views.frame.sections import POST, section
from views.letters.pages import sheet

blueprint = Blueprint("post", __name__, url_prefix="/post")
section(blueprint, POST)


class TrayForm(Form):
    """What is printed; the ticks and ways are read by their letters' numbers."""

    form_key = FormKey()


class ClosingForm(Form):
    """What was sent; ticks, numbers and reasons are read by their letters' numbers."""

    sent_on = DateField("Sent on")
    of_letters: Mapping[str, str] = {}

    def blame(self, errors: Mapping[str, str]) -> None:
        """What is wrong with one letter stands beside that letter."""
        self.of_letters = {name: sentence for name, sentence in errors.items() if name not in self}
        super().blame({name: sentence for name, sentence in errors.items() if name in self})


# --- The tray -------------------------------------------------------------------------------------------------------


@blueprint.get("")
def index() -> Answered:
    """The letters that wait, and the runs that are open."""
    return _tray(decision_pages.worker(), TrayForm(formdata=None))


def _tray(user: User, form: TrayForm, **more: Any) -> Answered:
    now = clock.now()
    waiting = post_tray.tray(now, access.kept_out_of())
    letters = [one.letter.id for one in waiting]
    return respond.page(
        "post/tray.html",
        form=form,
        free=[one for one in waiting if not one.in_run],
        in_runs=[one for one in waiting if one.in_run],
        unknown=post_tray.unanswered(letters),
        paper_ways=post_runs.WAYS,
        chosen_ways={number: request.form.get(f"way-{number}", "") for number in letters},
        ticked=_numbers("letters"),
        two_sided="two_sided" in request.form,
        open_runs=[
            {"run": run, "state": run_folder.state(run.id), "count": post_runs.count(run)} for run in post_tray.runs()
        ],
        mail_is_set=mail.is_set(),
        days=post_runs.days(now),
        may=post_runs.may_print(user, now),
        at_most=post_tray.AT_MOST,
        **more,
    )


def _numbers(name: str) -> list[int]:
    return [number for text in request.form.getlist(name) if (number := decision_pages.number(text)) > 0]


@blueprint.post("/runs")
def print_these() -> Answered:
    """Make a run of the letters that are ticked, and start printing them."""
    user, now, form = decision_pages.worker(), clock.now(), TrayForm()
    chosen = {number: request.form.get(f"way-{number}", "first_class") for number in _numbers("letters")}
    closed = list(access.kept_out_of())

    def begin() -> PostRun:
        run = post_runs.print_these(user, chosen, "two_sided" in request.form, now, form.form_key.data, closed)
        if run_folder.state(run.id).step == "none":
            post_runs.make(user, run, now)
        return run

    return respond.deed(
        form, begin, lambda run: respond.see("post.show", run_id=run.id), lambda **more: _tray(user, form, **more)
    )


# --- A run ----------------------------------------------------------------------------------------------------------


@blueprint.get("/runs/<int:run_id>")
def show(run_id: int) -> Answered:
    """How far the printing is, the PDF, and what became of the letters."""
    user, run = _found(run_id)
    return _run(user, run)


def _found(run_id: int) -> tuple[User, PostRun]:
    user = decision_pages.worker()
    return user, access.run_for(user, run_id)


def _run(user: User, run: PostRun, **more: Any) -> Answered:
    now, state = clock.now(), run_folder.state(run.id)
    # While it works htmx asks each second for nothing but how far it is.
    rows = [] if state.working and respond.is_htmx() else post_runs.listed(run)
    return respond.page(
        "post/run.html",
        fragment="post/_progress.html",
        run=run,
        rows=rows,
        state=state,
        failed=[row.letter for row, _ in rows if row.letter_id in state.failed],
        ways=clauses.WAYS,
        may_make=post_runs.may_make(user, run, now),
        not_sent=post_runs.NOT_SENT,
        **more,
    )


@blueprint.post("/runs/<int:run_id>/making")
def make(run_id: int) -> Answered:
    """Start again, where the printing stopped."""
    user, run = _found(run_id)
    return respond.deed(
        None,
        lambda: post_runs.make(user, run, clock.now()),
        lambda _: respond.see("post.show", run_id=run.id),
        lambda **more: _run(user, run, **more),
    )


@blueprint.get("/runs/<int:run_id>.pdf")
def pdf(run_id: int) -> Answered:
    """The cover list and the letters, to be printed in one go; the run's page where they are not made yet."""
    user, run = _found(run_id)
    made = run_folder.pdf(run.id)
    if made is None:
        return _run(user, run)
    return respond.file(made, "application/pdf", f"post-{run.reference}.pdf")


@blueprint.get("/runs/<int:run_id>/paper")
def paper(run_id: int) -> Answered:
    """The same for the browser's own print command, where no PDF can be made here."""
    _user, run = _found(run_id)
    rows = [(row, waiting, sheet(row.letter.html)) for row, waiting in post_runs.listed(run)]
    return respond.page("post/paper.html", run=run, rows=rows, ways=clauses.WAYS)


@blueprint.get("/runs/<int:run_id>/closing")
def closing(run_id: int) -> Answered:
    """Say which were sent: all are ticked that can be."""
    user, run = _found(run_id)
    form = ClosingForm(formdata=None, sent_on=clock.today(clock.now()))
    return _closing(user, run, form)


def _closing(user: User, run: PostRun, form: ClosingForm, **more: Any) -> Answered:
    now, rows, faults = clock.now(), post_runs.listed(run), more.pop("faults", {})
    why_not = post_runs.why_not(run, [row for row, _ in rows], now)
    listed = [
        {
            "row": row,
            "waiting": waiting,
            "ticked": f"sent-{row.letter_id}" in request.form
            if request.method == "POST"
            else row.letter_id not in why_not,
            "tracking": request.form.get(f"tracking-{row.letter_id}", ""),
            "given": request.form.get(f"given-{row.letter_id}", ""),
            "because": request.form.get(f"because-{row.letter_id}", why_not.get(row.letter_id, "")),
            "faults": {name: faults.get(f"{name}-{row.letter_id}", "") for name in ("tracking", "given", "because")},
        }
        for row, waiting in rows
    ]
    may = post_runs.may_close(user, run, now)
    return respond.page(
        "post/closing.html", run=run, form=form, listed=listed, ways=clauses.WAYS, may_close=may, **more
    )


@blueprint.post("/runs/<int:run_id>/closing")
def close(run_id: int) -> Answered:
    """Record what was sent; all of it, or nothing."""
    user, run = _found(run_id)
    form, now = ClosingForm(), clock.now()
    return respond.deed(
        form,
        lambda: post_runs.close(user, run, form.sent_on.data, request.form.to_dict(), now),
        lambda _: respond.see("post.show", run_id=run.id),
        lambda **more: _closing(user, run.fresh(), form, faults=form.of_letters, more_faults=form.of_letters, **more),
        "It is recorded. What was left out waits in the tray.",
        may=post_runs.may_close(user, run, now),
    )


@blueprint.post("/runs/<int:run_id>/abandoning")
def abandon(run_id: int) -> Answered:
    """Put the run aside: nothing happened."""
    user, run = _found(run_id)
    return respond.deed(
        None,
        lambda: post_runs.abandon(user, run, clock.now()),
        lambda _: respond.see("post.index"),
        lambda **more: _run(user, run.fresh(), **more),
        "The run is put aside. Nothing was marked as sent, and its letters wait in the tray as before.",
    )


# --- By e-mail ------------------------------------------------------------------------------------------------------


@blueprint.get("/letters/<int:letter_id>/emailing")
def emailing(letter_id: int) -> Answered:
    """Check before a letter is sent by e-mail; what became of each try."""
    user = decision_pages.worker()
    return _emailing(user, access.letter_for(user, letter_id))


def _emailing(user: User, letter: Letter, **more: Any) -> Answered:
    now = clock.now()
    waiting = post_tray.of(letter)
    unknown, files = letter_email.unanswered(letter), len(enclosures.file_numbers(letter))
    at = clock.london(now).time()
    return respond.page(
        "post/emailing.html",
        letter=letter,
        customer=letter.customer,
        waiting=waiting,
        subject=letter_email.subject(letter),
        words=letter_email.words(letter),
        attached=1 + files,
        without_file=len(enclosures.enclosures_of(letter)) - files,
        may=letter_email.may_email(user, letter, now),
        tries=[row for row in letter_email.tries(letter) if row.answer != post_tray.TRYING],
        unknown=unknown,
        may_settle=letter_email.may_settle(user, letter, now) if unknown else None,
        deemed_on=deemed_receipt.deemed_on("emailed", "email", clock.today(now), numbers.values(now), at),
        answers=ANSWERS,
        **more,
    )


ANSWERS = {
    letter_email.FOUND_SENT: "it was found to have gone",
    letter_email.FOUND_UNSENT: "it was found not to have gone",
    "unreachable": "our mail server could not be reached",
    "not set": "no mail server is set up",
    "address": "this is not an e-mail address",
}


@blueprint.post("/letters/<int:letter_id>/emailing")
def email(letter_id: int) -> Answered:
    """Send the letter by e-mail."""
    user = decision_pages.worker()
    letter = access.letter_for(user, letter_id)

    def send() -> tuple[int, str] | None:
        try:
            letter_email.send(user, letter, clock.now())
        except mail.Refused as refusal:
            return 502, refusal.sentence
        except printing.PdfUnavailable as unavailable:
            return 501, unavailable.sentence
        return None

    return respond.deed(
        None,
        send,
        lambda failed: (
            _emailing(user, letter, status=failed[0], failed=failed[1])
            if failed
            else respond.see("letters.show", letter_id=letter.id, _anchor="letter")
        ),
        lambda **more: _emailing(user, letter, **more),
        lambda failed: "" if failed else "Our mail server has taken the letter. It is recorded as sent by e-mail.",
    )


@blueprint.post("/letters/<int:letter_id>/emailed")
def settle(letter_id: int) -> Answered:
    """Say whether an e-mail went of which it is not known."""
    user = decision_pages.worker()
    letter = access.letter_for(user, letter_id)
    found = request.form.get("found", "")
    if found not in ("sent", "not_sent"):
        return _emailing(user, letter, status=422)
    return respond.deed(
        None,
        lambda: letter_email.settle(user, letter, found == "sent", clock.now()),
        lambda _: respond.see("post.emailing", letter_id=letter.id),
        lambda **more: _emailing(user, letter, **more),
        "It is recorded." if found == "sent" else "It is recorded. The letter can be sent now.",
    )
