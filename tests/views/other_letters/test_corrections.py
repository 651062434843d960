"""Putting a letter right on screen: the page, the letter beside it, the deed, and who was told."""

import pytest

from models import CorrectionAnswer, Letter
from policy.incidents import notes as incident_notes
from policy.warnings import letter as warning_letter
from tests import make
from tests.browse import htmx, words
from tests.views.desk import ago, warned

pytestmark = pytest.mark.usefixtures("app")


@pytest.fixture
def page(cast):
    """The address of a warning's letter whose incident was corrected two days ago."""
    _, warning = warned(cast)
    (incident,) = warning_letter.incidents_of(warning)
    note = incident_notes.add_note(
        cast.omar, incident, "correction", "She shouted, and did not swear", ago(2), make.key()
    )
    return f"/corrections/{note.id}/{warning.letter_id}"


def test_g63_the_page_shows_what_was_corrected_and_the_letter(signed_in, cast, page):
    mark = signed_in(cast.mark)
    assert page in mark.get("/").text
    shown = words(mark.get(page).text)
    assert "She shouted, and did not swear" in shown and "A correction to our letter of" in shown
    assert "Only a manager answers a correction" in words(signed_in(cast.omar).get(page).text)
    assert [signed_in(getattr(cast, who)).get(page).status_code for who in ("carla", "ada", "dora")] == [403] * 3
    assert mark.get(page.rsplit("/", 1)[0] + "/999").status_code == 404


def test_g63_the_letter_follows_what_is_typed_and_nothing_is_kept(signed_in, cast, page):
    mark, typed = signed_in(cast.mark), {"kind": "mistaken_identity", "put_right": "We took it back"}
    part = mark.post(f"{page}/preview", data=typed, headers=htmx("preview"))
    assert "it was not you" in words(part.text) and "We took it back" in words(part.text)
    whole = mark.post(f"{page}/preview", data=typed)
    assert "The decision still stands" in words(whole.text) and CorrectionAnswer.select().count() == 0


def test_g63_a_manager_sends_it(signed_in, cast, page):
    mark = signed_in(cast.mark)
    assert mark.post(page, data={}).status_code == 422
    assert mark.post(page, data={"kind": "not_needed"}).status_code == 422
    refused = mark.post(page, data={"kind": "corrected", "right": "She shouted", "decision": ""})
    assert refused.status_code == 409 and "She shouted" in refused.text
    typed = {"kind": "corrected", "right": "She shouted, no more", "decision": "The warning stands."}
    assert signed_in(cast.omar).post(page, data=typed).status_code == 409
    assert mark.post(page, data=typed).location == page
    assert mark.post(page, data=typed).status_code == 409
    shown = mark.get(page)
    sent = Letter.select().order_by(Letter.id.desc()).first()
    assert f"/letters/{sent.id}" in shown.text and "She shouted, no more" in mark.get(f"/letters/{sent.id}").text
    assert page not in mark.get("/").text
