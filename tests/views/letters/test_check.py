"""The letter check on the pages that show a letter before it is sent, and what an author wrote, afterwards."""

import re
from typing import Any

import pytest

from models import Letter
from policy.core import clock
from tests import make
from tests.browse import htmx, words
from tests.policy.stage import ready_restriction, ready_warning
from tests.views.letters.test_letters import letter  # noqa: F401 (a fixture)

NOW = clock.now()


def proof_of(page: str) -> str:
    found = re.search(r'<section class="proof".*?</section>', page, re.DOTALL)
    assert found, "the page shows no letter check"
    return words(found[0])


@pytest.fixture
def draft(app: Any, cast: Any) -> Any:
    whose = make.customer(cast.omar, make.later(NOW, -30), name="Robin Example")
    return ready_warning(cast, whose, [make.incident(cast.carla, whose, make.later(NOW, -8))], NOW)


def test_the_draft_the_readers_page_and_the_deciders_page_show_the_check(signed_in, cast, draft):
    for person, part in ((cast.omar, ""), (cast.olive, "/reading"), (cast.mark, "/issuing")):
        proof = proof_of(signed_in(person).get(f"/warnings/{draft.id}{part}").text)
        assert "Letter check: nothing to put right" in proof and "Reading age about" in proof
        assert "under “Why this matters”" in proof and "Incident I-00001" in proof


def test_g36_the_check_follows_what_is_typed_with_and_without_htmx(signed_in, cast, draft):
    page = signed_in(cast.omar).get(f"/warnings/{draft.id}").text
    assert "To put right" not in proof_of(page)
    typed = {"version": draft.version, "incidents": ["1"], "effect": "This vexatious person rang.", "our_part": ""}
    for more in ({"headers": htmx("preview")}, {}):
        answer = signed_in(cast.omar).post(f"/warnings/{draft.id}/preview", data=typed, **more)
        proof = proof_of(answer.text)
        assert "“vexatious” labels the person" in proof and "in your words, “Why this matters”" in proof
        assert "What we could have done better" in proof and "things to put right" in proof


def test_a_restriction_shows_it_where_it_is_proposed_and_decided(signed_in, cast, app):
    row = ready_restriction(cast, make.customer(cast.omar))
    for address in (f"/restrictions/{row.id}", f"/restrictions/{row.id}/authorising"):
        assert "Letter check" in proof_of(signed_in(cast.mark).get(address).text)


def test_a_letter_that_was_sent_shows_what_its_author_wrote(signed_in, cast, letter: Letter):  # noqa: F811
    omar = signed_in(cast.omar)
    page = omar.get(f"/letters/{letter.id}").text
    assert (
        'class="proof"' not in page and f"/letters/{letter.id}/changes" in page and "reading age about" in words(page)
    )
    changes = omar.get(f"/letters/{letter.id}/changes").text
    inserted = [words(one) for one in re.findall(r"<ins>(.*?)</ins>", changes)]
    assert make.WARNING_PASSAGES["effect"] in inserted and not any("Ombudsman" in one for one in inserted)
    assert "A letter made today would have the same wording." in words(changes)
    assert signed_in(cast.carla).get(f"/letters/{letter.id}/changes").status_code == 404
