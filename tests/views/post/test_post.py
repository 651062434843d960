"""The pages of the post: the tray, a run printed for real and closed, one that stopped, and the PDF that is kept."""

import io
import json
import time
from typing import Any

import pypdf
import pytest

from letterpress import mail
from letterpress.print import pdf as printing
from letterpress.print import run_folder
from models import Access, Delivery, LetterFile, PostRun
from policy.core import clock, numbers
from policy.post import runs as post_runs
from tests import make
from tests.browse import words
from tests.views.desk import NOW, ago

TODAY = clock.today(NOW).isoformat()


@pytest.fixture
def letters(app: Any, cast: Any) -> list[Any]:
    """Two letters that wait."""
    found = []
    for name in ("Robin Example", "Ali Example"):
        whose = make.customer(cast.omar, ago(30), name=name)
        cited = [make.incident(cast.carla, whose, ago(8))]
        found.append(make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited, ago(5)).letter)
    return found


@pytest.fixture
def run(app: Any, cast: Any, letters: list[Any]) -> PostRun:
    chosen = {one.id: "first_class" for one in letters}
    return post_runs.print_these(cast.omar, chosen, False, NOW, make.key())


def left(app: Any, run: PostRun, **told: Any) -> None:
    """What a process left in the run's folder that is not there any more."""
    folder = app.config["DATA"] / "post" / str(run.id)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "job.json").write_text(json.dumps({"letters": [{}, {}]}))
    if told:
        usual = {"of": 200, "made": 57, "step": "letters", "pages": 0, "failed": []}
        (folder / "progress.json").write_text(json.dumps(usual | told))
    if told.get("step") == "done":
        (folder / "run.pdf").write_bytes(b"%PDF-")


def test_letters_are_printed_closed_and_kept_for_ever(signed_in, app, cast, letters, monkeypatch):
    one = signed_in(cast.omar)
    page = words(one.get("/post").text)
    assert "2 letters wait" in page and "Robin Example" in page and "Print these" in page
    first, second = letters
    sent = {"letters": [first.id, second.id], f"way-{first.id}": "signed_for", f"way-{second.id}": "second_class",
            "form_key": "k1", "two_sided": "y"}  # fmt: skip
    answer = one.post("/post/runs", data=sent)
    address = answer.headers["Location"]
    assert answer.status_code == 303 and one.post("/post/runs", data=sent).headers["Location"] == address
    fragment = one.get(address, headers={"HX-Request": "true", "HX-Target": "progress"})
    assert "<progress" in fragment.text and "Nothing is marked as sent" in fragment.text
    assert "<html" not in fragment.text and "hx-get" in fragment.text
    end = time.monotonic() + 60
    while run_folder.state(1).working and time.monotonic() < end:
        time.sleep(0.05)
    assert "Ready to print" in words(one.get(address).text) and Delivery.select().count() == 0
    made = one.get(f"{address}.pdf")
    assert made.mimetype == "application/pdf" and len(pypdf.PdfReader(io.BytesIO(made.data)).pages) % 2 == 0
    page = one.get(f"{address}/closing")
    assert page.text.count(" checked") == 2
    told = {"sent_on": TODAY, f"sent-{first.id}": "y", f"tracking-{first.id}": "AB 1", f"because-{second.id}": ""}
    again = one.post(f"{address}/closing", data=told)
    assert again.status_code == 422 and "why it was left out" in words(again.text)
    told[f"because-{second.id}"] = "The printer jammed"
    assert one.post(f"{address}/closing", data=told).status_code == 303
    page = words(one.get(address).text)
    assert "tracking number AB 1" in page and "The printer jammed" in page
    assert "1 letter waits" in words(one.get("/post").text)
    assert one.get(f"{address}.pdf").mimetype == "text/html"  # the folder is empty: no letter lies about
    late = signed_in(cast.olive).post(f"{address}/closing", data=told)
    assert late.status_code == 409 and "Omar Officer" in words(late.text)
    _kept_for_ever(one, app, cast, first, monkeypatch)


def _kept_for_ever(one: Any, app: Any, cast: Any, letter: Any, monkeypatch: Any) -> None:
    """The same bytes after the landlord, the words and the style have changed; what is printed later is a copy."""
    [kept] = LetterFile.select()
    before, html = bytes(kept.file.content), letter.html
    numbers.set_value(cast.ada, "organisation_name", "A landlord with a new name", NOW)
    own = app.config["DATA"] / "letters" / "warnings"
    own.mkdir(parents=True)
    (own / "issued.md").write_text("Other words altogether.")
    monkeypatch.setattr(printing, "style", lambda: "body { color: red }")
    answer = one.get(f"/letters/{letter.id}.pdf")
    assert answer.data == before and before[:5] == b"%PDF-" and letter.fresh().html == html
    page = one.get(f"/letters/{letter.id}")
    assert html in page.text and kept.file.sha256 in page.text and "Open a copy to print" in words(page.text)
    copy = pypdf.PdfReader(io.BytesIO(one.get(f"/letters/{letter.id}/copy.pdf").data))
    assert all("Copy printed on" in words(page.extract_text()) for page in copy.pages)
    assert [(row.what, row.user_id) for row in Access.select()] == [("letter copy", cast.omar.id)]


@pytest.mark.parametrize(("told", "says", "starts"), [
    ({}, "Stopped at 0 of 2", True),
    ({"step": "letters"}, "Stopped at 57 of 200. Nothing is marked as sent.", True),
    ({"step": "unavailable"}, "PDF files cannot be made on this computer", False),
    ({"step": "done", "pages": 600, "failed": [1]}, "Ready to print: 600 pages", False),
])  # fmt: skip
def test_how_the_printing_ended_is_said_plainly(signed_in, app, cast, run, told, says, starts):
    left(app, run, **told)
    page = signed_in(cast.omar).get(f"/post/runs/{run.id}")
    assert says in words(page.text) and ("Start again" in page.text) == starts and "hx-get" not in page.text
    if told.get("failed"):
        assert "could not be put on paper" in words(page.text)
    assert "Robin Example" in words(signed_in(cast.omar).get(f"/post/runs/{run.id}/paper").text)


def test_a_run_put_aside_leaves_everything_as_it_was(signed_in, app, cast, run):
    left(app, run, step="done")
    one = signed_in(cast.omar)
    assert one.post(f"/post/runs/{run.id}/abandoning").status_code == 303
    assert "2 letters wait" in words(one.get("/post").text)
    assert one.post(f"/post/runs/{run.id}/abandoning").status_code == 409


def test_nothing_chosen_is_said_and_a_letter_goes_into_one_run_only(signed_in, cast, run, letters):
    one = signed_in(cast.omar)
    assert "Choose at least one letter" in words(one.post("/post/runs", data={"form_key": "x"}).text)
    answer = one.post("/post/runs", data={"letters": [letters[0].id], "form_key": "y"})
    assert answer.status_code == 409 and f"is in run {run.reference} already" in words(answer.text)


def test_the_email_page_says_what_stands_in_the_way(signed_in, cast, letters):
    mail.use("", "")
    one = signed_in(cast.omar)
    page = words(one.get(f"/post/letters/{letters[0].id}/emailing").text)
    assert "No mail server is set up" in page and "no e-mail address" in page and "Dear" in page
    assert one.post(f"/post/letters/{letters[0].id}/emailing").status_code == 409
    assert one.post(f"/post/letters/{letters[0].id}/emailed", data={"found": "sent"}).status_code == 409


def test_a_letter_that_came_back_says_what_to_do_next(signed_in, cast, letters):
    letter = letters[0]
    make.served(cast.omar, letter, ago(4), "posted")
    one = signed_in(cast.omar)
    told = {"expected": str(Delivery.get().id), "outcome": "returned", "on": TODAY, "words": "Gone away"}
    answer = one.post(f"/letters/{letter.id}/deliveries", data=told)
    page = one.get(answer.headers["Location"].partition("#")[0])
    assert "does not count as received" in words(page.text)
    assert f"/customers/{letter.customer_id}/edit" in page.text and "the post" in words(page.text)
