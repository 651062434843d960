"""A page makes each letter once: the one it shows is the one of which it says what stands against it."""

from collections import Counter
from typing import Any

import pytest

from letterpress.make import render
from models import Letter
from policy.contacts import contacts
from policy.restrictions import decision as restriction_decision
from tests import make
from tests.policy.stage import ready_warning
from tests.views.desk import NOW, ago, proposed


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each letter was made from now on, by its name; everything is made as ever."""
    found: Counter[str] = Counter()
    make_it = render.render

    def counted(name: str, *given: Any, **more: Any) -> Any:
        found[name] += 1
        return make_it(name, *given, **more)

    monkeypatch.setattr(render, "render", counted)
    return found


def once(client: Any, made: Counter[str], address: str, *names: str) -> None:
    made.clear()
    assert client.get(address).status_code == 200
    assert made == Counter(names), address


def test_the_pages_of_a_warning(signed_in, cast, made):
    whose = make.customer(cast.omar, NOW)
    draft = ready_warning(cast, whose, [make.incident(cast.carla, whose, NOW)], NOW)
    mark = signed_in(cast.mark)
    for page in ("", "/issuing", "/reading"):
        once(mark, made, f"/warnings/{draft.id}{page}", "warnings/issued")
    made.clear()
    assert mark.post(f"/warnings/{draft.id}/issuing", data={"version": draft.version}).status_code == 303
    assert made == Counter(["warnings/issued"]) and Letter.select().count() == 1


def test_the_pages_of_a_restriction(signed_in, cast, made):
    row = proposed(cast)
    make.weighing(cast.mark, row.customer, "restriction", NOW)
    mark, page = signed_in(cast.mark), f"/restrictions/{row.id}"
    once(mark, made, page, "restrictions/imposed")
    once(mark, made, f"{page}/authorising", "restrictions/imposed")
    made.clear()
    assert mark.post(f"{page}/authorising", data={"version": row.version}).status_code == 303
    assert made == Counter(["restrictions/imposed"])
    once(mark, made, f"{page}/issuing", "restrictions/imposed")
    made.clear()
    assert mark.post(f"{page}/issuing").status_code == 303
    assert made == Counter(["restrictions/imposed"]) and row.fresh().letter_id


def test_the_pages_of_a_review(signed_in, cast, made):
    row = make.restriction_in_force(cast, now=ago(10))
    review = make.ready_review(cast, row, NOW)
    mina, page = signed_in(cast.mina), f"/reviews/{review.id}"
    once(mina, made, page, "reviews/continued")
    once(mina, made, f"{page}/invitation", "reviews/invitation")
    once(mina, made, f"{page}/holding", "reviews/continued")
    made.clear()
    assert mina.post(f"{page}/holding", data={"version": review.version}).status_code == 303
    assert made == Counter(["reviews/continued"])


def test_the_pages_of_an_appeal(signed_in, cast, made):
    row = make.restriction_in_force(cast, now=ago(10))
    appeal = make.answered(make.heard(cast, make.appeal(cast.carla, row, NOW), NOW), NOW)
    sena, page = signed_in(cast.sena), f"/appeals/{appeal.id}"
    once(sena, made, f"{page}/answer", "appeals/outcome")
    once(sena, made, f"{page}/deciding", "appeals/outcome")
    once(sena, made, f"{page}/extending", "appeals/extended")
    made.clear()
    assert sena.post(f"{page}/deciding", data={"version": appeal.version}).status_code == 303
    assert made == Counter(["appeals/outcome"])


def test_the_pages_of_a_marker_and_of_its_end(signed_in, cast, made):
    whose = make.customer(cast.omar, NOW)
    row = make.proposed_marker(cast.mina, whose, make.threat(cast.carla, whose, NOW), NOW)
    make.weighing(cast.sol, whose, "marker", NOW)
    sol, mina, page = signed_in(cast.sol), signed_in(cast.mina), f"/markers/{row.id}"
    once(sol, made, f"{page}/approving", "markers/notice")
    made.clear()
    assert sol.post(f"{page}/approving", data={"version": row.version}).status_code == 303
    assert made == Counter(["markers/notice"])
    assert mina.post(f"{page}/removing", data={"because": "He has moved."}).status_code == 303
    once(mina, made, f"{page}/ending", "markers/removed")


def test_the_pages_of_an_end_and_of_the_letters_beside(signed_in, cast, made):
    row = make.restriction_in_force(cast, now=ago(10))
    outside = {"channel": "telephone", "subject": "tenancy", "arrangement": "broken_by_customer"}
    contacts.log(cast.carla, row.customer, outside, ago(1), make.key())
    omar, page = signed_in(cast.omar), f"/restrictions/{row.id}"
    once(omar, made, f"{page}/letters/reminder", "side_letters/reminder")
    restriction_decision.lift(cast.mina, row, "It is not needed any more.", NOW)
    once(omar, made, f"{page}/ending", "restrictions/ended")
    made.clear()
    assert omar.post(f"{page}/ending", data={"thanks": "Your letters were calm."}).status_code == 303
    assert made == Counter(["restrictions/ended"])
