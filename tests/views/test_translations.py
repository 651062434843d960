"""The pages of letters in other languages: a translator's file with faults, signing off, and words typed in English."""

import io
from typing import Any

import pytest

from letterpress.languages import bilingual
from letterpress.make import own
from models import SignOff, Translated
from policy.core import clock
from policy.correspondence import translated_passages
from policy.warnings import letter as warning_letter
from tests import make
from tests.browse import words
from tests.views.desk import NOW

LETTER = "/translations/pl/warnings/issued"


@pytest.fixture
def draft(app: Any, cast: Any) -> Any:
    """A draft for a customer who asked for letters in Polish."""
    whose = make.customer(cast.omar, NOW, language="Polski")
    return make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose, NOW)], NOW)


def a_file(content: bytes = b"not a file of words") -> dict[str, Any]:
    return {"file": (io.BytesIO(content), "letters.xlf")}


def test_a_file_that_is_none_is_refused_whole(signed_in, cast, app):
    response = signed_in(cast.ada).post("/translations/pl/files", data=a_file())
    assert response.status_code == 422 and "Nothing was taken from this file" in words(response.text)
    assert signed_in(cast.ada).post("/translations/pl/files").status_code == 422


def test_a_letter_is_signed_off_and_taken_back_with_a_reason(signed_in, cast, app):
    mina, version = signed_in(cast.mina), own.choose("warnings/issued", "pl").version
    told = {"version": version, "signer": "Anna Kowalska", "qualification": "Member of the Institute of Linguists"}
    assert mina.post(LETTER, data=told | {"signer": ""}).status_code == 422
    assert mina.post(LETTER, data=told | {"version": "older"}).status_code == 409
    assert mina.post(LETTER, data=told).status_code == 303 and SignOff.select().count() == 1
    assert mina.post(f"{LETTER}/withdrawing", data={"because": ""}).status_code == 422
    assert mina.post(f"{LETTER}/withdrawing", data={"because": "A word was wrong."}).status_code == 303
    again = mina.post(f"{LETTER}/withdrawing", data={"because": "Once more."})
    assert again.status_code == 409


def test_words_typed_in_english_are_kept_with_who_translated_them(signed_in, cast, draft):
    omar, address = signed_in(cast.omar), f"/words-to-translate/warnings/{draft.id}"
    pieces = translated_passages.pieces(draft.customer, warning_letter.rendered(draft, cast.omar, clock.now()))
    said = {f"words-{bilingual.digest(one.english)}": f"Po polsku {at}" for at, one in enumerate(pieces)}
    assert omar.get(address).status_code == 200
    assert omar.post(address, data=said | {"translator": "x" * 300}).status_code == 422
    assert omar.post(address, data=said | {"translator": "Anna Kowalska"}).status_code == 303
    assert Translated.select().count() == len(pieces)
    bad = omar.post(f"{address}/file", data=a_file() | {"by": "Anna Kowalska"})
    assert bad.status_code == 422 and "Nothing was taken from this file" in words(bad.text)
