"""The letterhead's page, signatures, enclosures and signed copies, as they are sent by forms."""

import io
from typing import Any

import pytest

from models import LetterFile, StoredFile
from policy.core import clock, uploads
from policy.core.uploads import Upload
from policy.correspondence import letterhead
from tests import make
from tests.browse import words
from tests.policy.correspondence.test_letterhead import A_PDF, PAPER, drawn

NOW = clock.now()


def file(content: bytes, name: str) -> tuple[io.BytesIO, str]:
    return io.BytesIO(content), name


def test_what_was_typed_survives_a_refused_logo(signed_in, cast):
    ada = signed_in(cast.ada)
    sent = PAPER | {"footer": "Society number 77", "logo": file(b"not a picture", "logo.png")}
    answer = ada.post("/settings/letterhead", data=sent)
    assert answer.status_code == 422 and "<title>Error: " in answer.text
    assert "This is not a picture" in words(answer.text) and "Society number 77" in answer.text
    assert not StoredFile.select().exists() and "never been changed" not in words(answer.text)


def test_the_page_is_shown_before_it_is_saved_then_saved_and_put_back(signed_in, cast):
    ada = signed_in(cast.ada)
    shown = ada.post("/settings/letterhead/page", data=PAPER | {"footer": "Just typed"}, headers={"HX-Request": "true"})
    assert "Just typed" in shown.text and "letter-colour-plum" in shown.text and "<h1" not in shown.text
    assert letterhead.values(clock.now())["footer"] == ""
    saved = ada.post("/settings/letterhead", data=PAPER | {"logo": file(drawn().content, "x")})
    assert saved.status_code == 303
    page = ada.get("/settings/letterhead").text
    digest = letterhead.values(clock.now())["logo"]
    assert f"/letters/pictures/{digest}" in page and "Put this back" in page
    row = letterhead.history()[1].row
    assert ada.post(f"/settings/letterhead/earlier/{row}").status_code == 303
    assert letterhead.values(clock.now())["logo"] == ""
    picture = signed_in(cast.carla).get(f"/letters/pictures/{digest}")
    assert picture.mimetype == "image/png" and "private" in picture.headers["Cache-Control"]
    assert picture.headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_else_that_is_stored_is_shown_as_a_picture(signed_in, cast):
    whose = make.customer(cast.omar)
    letter = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.carla, whose)]).letter
    client = signed_in(cast.mina)
    for digest in (letter.style, letter.wording, "0" * 64, "x"):
        assert client.get(f"/letters/pictures/{digest}").status_code == 404


def test_a_file_that_is_too_large_gets_a_plain_sentence(signed_in, cast, app, monkeypatch):
    monkeypatch.setattr(uploads, "MOST_BYTES", 100_000)
    monkeypatch.setattr("views.frame.uploading.MOST_BYTES", 100_000)
    monkeypatch.setattr("views.frame.uploading.FIELDS_BYTES", 50_000)
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 100_000)
    ada = signed_in(cast.ada)
    over = ada.post("/settings/letterhead", data=PAPER | {"logo": file(b"x" * 150_000, "a.png")})
    assert over.status_code == 422 and "too large" in words(over.text)
    far = ada.post("/settings/letterhead", data=PAPER | {"logo": file(b"x" * 250_000, "a.png")})
    assert far.status_code == 413 and "That file is too large" in words(far.text)
    elsewhere = ada.post("/settings/numbers/organisation_name", data={"value": file(b"x" * 150_000, "a.png")})
    assert elsewhere.status_code == 413 and "too much text" in words(elsewhere.text)


def test_a_signature_is_put_in_and_taken_away_in_ones_account(signed_in, cast):
    mark = signed_in(cast.mark)
    assert mark.post("/account/signature", data={}).status_code == 422
    assert mark.post("/account/signature", data={"signature": file(drawn().content, "me.png")}).status_code == 303
    assert letterhead.signature_of(cast.mark) in mark.get("/account/signature").text
    assert mark.post("/account/signature/end").status_code == 303
    assert letterhead.signature_of(cast.mark) is None
    assert mark.post("/account/signature/end").status_code == 409


def test_an_enclosure_is_added_with_its_pdf_and_handed_back_to_save(signed_in, cast):
    ada = signed_in(cast.ada)
    told: dict[str, Any] = {"title": "How to appeal", "letters": ["warnings/issued"]}
    assert ada.post("/settings/enclosures", data=told | {"file": file(b"%PDF-", "x")}).status_code == 422
    assert ada.post("/settings/enclosures", data=told | {"file": file(A_PDF, "x")}).status_code == 303
    assert "How to appeal" in ada.get("/settings/letterhead").text
    back = signed_in(cast.carla).get("/enclosures/how_to_appeal.pdf")
    assert back.data == A_PDF and back.headers["Content-Disposition"].startswith("attachment")
    assert "sandbox" in back.headers["Content-Security-Policy"]
    assert ada.post("/settings/enclosures/how_to_appeal", data=told | {"no_file": "y"}).status_code == 303
    assert ada.get("/enclosures/how_to_appeal.pdf").status_code == 404


@pytest.fixture
def letter(app, cast):
    whose = make.customer(cast.omar, make.later(NOW, -30))
    cited = [make.incident(cast.carla, whose, make.later(NOW, -8))]
    return make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited, make.later(NOW, -5)).letter


def test_a_signed_copy_is_attached_and_saved_under_the_letters_number(signed_in, cast, letter):
    omar, address = signed_in(cast.omar), f"/letters/{letter.id}/files"
    wrong = omar.post(address, data={"original": "In the office", "scan": file(b"MZ", "robin.pdf")})
    assert wrong.status_code == 422 and "In the office" in wrong.text and "neither a PDF" in words(wrong.text)
    right = {"original": "In the office", "scan": file(A_PDF, "Robin Example.pdf")}
    assert omar.post(address, data=right).status_code == 303
    row = LetterFile.get()
    page = words(omar.get(f"/letters/{letter.id}").text)
    assert "attached by Omar Officer" in page and row.file.sha256 in page
    saved = omar.get(f"{address}/{row.id}")
    name = f'attachment; filename="letter-{letter.reference}-signed-{row.id}.pdf"'
    assert saved.data == A_PDF and saved.headers["Content-Disposition"] == name
    assert "no-store" in saved.headers["Cache-Control"]
    assert signed_in(cast.carla).get(f"{address}/{row.id}").status_code == 404
    assert omar.get(f"/letters/{letter.id + 1}/files/{row.id}").status_code == 404


def test_the_sample_as_a_pdf_holds_a_logo_that_is_not_saved_yet(signed_in, cast):
    letterhead.set_signature(cast.mark, cast.mark, Upload(drawn().content, ""), NOW)
    sent = PAPER | {"logo": file(drawn("PNG", (90, 30)).content, "x")}
    made = signed_in(cast.ada).post("/settings/letterhead/page.pdf", data=sent)
    assert made.mimetype == "application/pdf" and made.data.count(b"/Subtype /Image") >= 2
    assert not letterhead.values(clock.now())["logo"]
