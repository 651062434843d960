"""The pages of the extreme route: declared, seconded, looked back on, and the notice that is sent or withheld."""

from typing import Any

import pytest

from models import Declaration, Restriction, Withholding
from policy.core import clock
from policy.extreme_route import declaration as declarations
from policy.restrictions import decision as restriction_decision
from tests import make
from tests.browse import words
from tests.views.desk import NOW, ago

TODAY = clock.today(NOW)


@pytest.fixture
def declared(app: Any, cast: Any) -> Declaration:
    return make.declared(cast, now=NOW, seconded=False)


@pytest.fixture
def authorised(app: Any, cast: Any) -> Restriction:
    row = make.declared_proposal(cast, make.declared(cast, now=NOW), NOW)
    return make.authorised(cast.mark, row, NOW).fresh()


def test_g18_a_manager_declares_and_what_is_missing_is_asked_for(signed_in, cast, app):
    whose = make.customer(cast.omar, ago(2))
    happened = make.incident(cast.omar, whose, NOW, severity=4, police="reported", staff=[(cast.carla, "target")])
    mina, address = signed_in(cast.mina), f"/customers/{whose.id}/declarations"
    assert happened.reference in words(mina.get(f"{address}/new").text)
    typed = make.DECLARED | {"form_key": "k", "incident": str(happened.id)}
    asked = mina.post(address, data=typed | {"police": "not_reported"})
    assert asked.status_code == 422 and "why not" in words(asked.text) and make.DECLARED["reason"] in asked.text
    assert mina.post(address, data=typed | {"incident": ""}).status_code == 422
    first, again = mina.post(address, data=typed), mina.post(address, data=typed)
    assert first.status_code == again.status_code == 303 and first.location == again.location
    page = words(mina.get(first.location).text)
    assert "a second person decides by" in page and "You declared this yourself" in page


def test_g17_an_officer_is_told_who_declares(signed_in, cast, app):
    whose = make.customer(cast.omar, ago(2))
    page = words(signed_in(cast.omar).get(f"/customers/{whose.id}/declarations/new").text)
    assert "Only a manager can declare" in page and "Declare this" not in page


def test_g17_the_second_person_agrees_or_refuses(signed_in, cast, declared):
    mark, address = signed_in(cast.mark), f"/declarations/{declared.id}/seconding"
    assert mark.post(address, data={"words": "I agree"}).status_code == 422
    assert mark.post(address, data={"agrees": "yes", "words": "I read it. I agree."}).status_code == 303
    assert declared.fresh().seconded_by == cast.mark
    late = signed_in(cast.sena).post(address, data={"agrees": "no", "words": "I do not"})
    assert late.status_code == 409 and "I do not" in late.text


def test_g17_looking_back_is_anothers_and_found_wrong_leads_to_lifting(signed_in, cast, authorised):
    restriction_decision.issue(cast.mark, authorised, NOW)
    address = f"/declarations/{authorised.declaration_id}/looking-back"
    assert signed_in(cast.mina).post(address, data={"outcome": "stands", "words": "Right"}).status_code == 409
    sena = signed_in(cast.sena)
    assert sena.post(address, data={"outcome": "wrong", "words": ""}).status_code == 422
    assert sena.post(address, data={"outcome": "wrong", "words": "It could have waited"}).status_code == 303
    page = sena.get(f"/declarations/{authorised.declaration_id}")
    assert f"/restrictions/{authorised.id}/lifting" in page.text and "found that it was wrong" in words(page.text)


def test_a_restriction_is_written_on_the_page_of_every_other(signed_in, cast, declared):
    declarations.second(cast.mark, declared, "I agree.", NOW)
    omar = signed_in(cast.omar)
    first = omar.post(f"/declarations/{declared.id}/restrictions", data={"form_key": "k"})
    again = omar.post(f"/declarations/{declared.id}/restrictions", data={"form_key": "k"})
    assert first.status_code == 303 and first.location == again.location
    page = omar.get(first.location)
    assert "It rests on no warning" in words(page.text) and "Why we gave no warning first" in words(page.text)
    row = Restriction.get()
    saved = omar.post(
        f"/restrictions/{row.id}",
        data={
            "version": row.version,
            "incidents": [declared.incident_id],
            **{name: getattr(row, name).isoformat() for name in ("starts_on", "ends_on", "review_on")},
            "scope": "all our services and offices",
            **make.NOTICE_PASSAGES,
        },
    )
    assert saved.status_code == 303
    assert row.fresh().passages["danger"] == make.NOTICE_PASSAGES["danger"]
    assert "no warning" in words(signed_in(cast.mark).get(f"/restrictions/{row.id}/authorising").text)


def test_g32_the_notice_is_withheld_thought_of_again_and_sent(signed_in, cast, authorised):
    mina, page = signed_in(cast.mina), f"/restrictions/{authorised.id}"
    assert f"{page}/withholding" in mina.get(f"{page}/issuing").text
    assert mina.post(f"{page}/withholding", data={"because": "He would come"}).status_code == 422
    told = {"because": "He would come to the office", "think_again_on": make.later(NOW, 7).date().isoformat()}
    assert mina.post(f"{page}/withholding", data=told).status_code == 303
    assert "The customer has not been told" in words(mina.get(page).text)
    again = mina.post(f"{page}/withholding", data=told | {"because": "He is still looking for her"})
    assert again.status_code == 303 and Withholding.select().count() == 2
    assert "Your right to appeal is the same" in words(mina.get(f"{page}/notice").text)
    assert mina.post(f"{page}/notice").status_code == 303 and mina.post(f"{page}/notice").status_code == 409
    assert "has not been told" not in words(mina.get(page).text)


def test_g32_an_officer_neither_withholds_nor_sends(signed_in, cast, authorised):
    omar, page = signed_in(cast.omar), f"/restrictions/{authorised.id}"
    told = {"because": "He would come", "think_again_on": make.later(NOW, 7).date().isoformat()}
    assert omar.post(f"{page}/withholding", data=told).status_code == omar.post(f"{page}/notice").status_code == 409
    assert authorised.fresh().issued_at is None
