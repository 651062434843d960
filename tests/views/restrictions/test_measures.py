"""The measures of a proposal: edited where they stand, and what an answer brings with it; and each as a page."""

from typing import Any

import pytest

from models import Restriction, RestrictionTerm
from policy import measures
from policy.customers import customers
from tests import make
from tests.browse import htmx, words
from tests.views.desk import NOW, page_of, proposed

CALLS = {"slot-0-days": ["0", "3"], "slot-0-start": "10:00", "slot-0-end": "11:30"}


@pytest.fixture
def row(app: Any, cast: Any) -> Restriction:
    return proposed(cast)


def address(row: Restriction, kind: str, part: str = "") -> str:
    return f"/restrictions/{row.id}/terms/{kind}{part}"


def terms(row: Restriction) -> dict[str, RestrictionTerm]:
    return {term.kind: term for term in measures.terms_of(row)}


@pytest.mark.parametrize("kind", measures.KINDS)
def test_each_kind_has_a_card_and_a_form_in_place_and_alone(signed_in, cast, row, kind):
    omar, label = signed_in(cast.omar), measures.of_key(kind).label
    for part in ("", "/editing"):
        fragment = omar.get(address(row, kind, part), headers=htmx(f"term-{kind}"))
        page = omar.get(address(row, kind, part))
        assert fragment.text.lstrip().startswith('<section class="measure') and "<html" not in fragment.text
        assert f'id="term-{kind}"' in page.text and label in words(page.text) and "<html" in page.text


def test_a_saved_measure_brings_what_follows_from_it(signed_in, cast, row):
    told = page_of(row, scope="typed and not saved", **CALLS)
    response = signed_in(cast.omar).post(
        address(row, "telephone_times"), data=told, headers=htmx("term-telephone_times")
    )
    assert response.status_code == 200
    for piece in ("version", "ladder", "preview", "way"):
        assert f'id="{piece}"' in response.text
    assert response.text.count('hx-swap-oob="true"') == 4
    said = words(response.text)
    assert "on Monday and Thursday from 10 am to 11.30 am" in said and "This applies to typed and not saved" in said
    assert f'value="{row.version + 1}"' in response.text and row.fresh().scope != "typed and not saved"
    assert terms(row)["telephone_times"].slots == [{"days": [0, 3], "from": "10:00", "until": "11:30"}]


def test_the_ladder_follows_and_keeps_what_was_typed(signed_in, cast, row):
    told = page_of(row, place="the Wallsend office", instead="You can ring us", why_not_named_officer="Typed just now")
    response = signed_in(cast.omar).post(address(row, "access"), data=told, headers=htmx("term-access"))
    assert 'id="why_not_significant_only"' in response.text and "Typed just now" in response.text
    removed = signed_in(cast.omar).post(
        address(row, "access", "/removing"), data=told | {"version": row.fresh().version}, headers=htmx("term-access")
    )
    assert 'id="why_not_significant_only"' not in removed.text and "Typed just now" in removed.text


def test_without_a_script_a_measure_is_a_page_of_its_own(signed_in, cast, row):
    omar = signed_in(cast.omar)
    response = omar.post(address(row, "telephone_times"), data={"version": row.version, **CALLS})
    assert response.status_code == 303 and response.location == f"/restrictions/{row.id}#term-telephone_times"
    removed = omar.post(address(row, "telephone_times", "/removing"), data=page_of(row, scope="kept, not saved"))
    assert removed.status_code == 200 and 'value="kept, not saved"' in removed.text
    assert "telephone_times" not in terms(row)


def test_another_row_of_times_is_only_a_longer_form(signed_in, cast, row):
    told = {"version": row.version, "do": "row", **CALLS}
    response = signed_in(cast.omar).post(address(row, "telephone_times"), data=told)
    assert response.status_code == 200 and 'name="slot-1-start"' in response.text and 'value="10:00"' in response.text
    assert "telephone_times" not in terms(row)
    many = {**told, "slot-9-start": "09:00"}
    full = signed_in(cast.omar).post(address(row, "telephone_times"), data=many)
    assert "slot-10-start" not in full.text


@pytest.mark.parametrize(
    ("kind", "told", "control"),
    [
        ("channels", {}, "channels-0"),
        ("channels", {"channels": ["pigeon"]}, "channels-0"),
        ("named_officer", {}, "officer"),
        ("named_officer", {"officer": "1", "deputy": "9999"}, "deputy"),
        ("named_officer", {"officer": "<b>", "deputy": "1"}, "officer"),
        ("telephone_times", {}, "slot-0-days-0"),
        ("telephone_times", {**CALLS, "slot-0-end": "09:00"}, "slot-0-days-0"),
        ("telephone_times", {**CALLS, "slot-0-end": "25:00"}, "slot-0-end"),
        ("telephone_times", {**CALLS, "slot-0-days": ["9"]}, "slot-0-days-0"),
        ("telephone_times", {**CALLS, "slot-0-days": ["x"]}, "slot-0-days-0"),
        ("significant_only", {"definition": "", "examples": ""}, "definition"),
        ("significant_only", {"definition": "x" * 10_001, "examples": "y"}, "definition"),
        ("access", {"place": "", "instead": "Ring us"}, "place"),
        ("access", {"place": "x" * 201, "instead": "Ring us"}, "place"),
        ("access", {"place": "The \x07office", "instead": "Ring us"}, "place"),
    ],
)
def test_what_cannot_be_is_asked_again(signed_in, cast, row, kind, told, control):
    for headers in ({}, htmx(f"term-{kind}")):
        data = {"version": row.version, **told}
        response = signed_in(cast.omar).post(address(row, kind), data=data, headers=headers)
        assert response.status_code == 422
        assert f'href="#{control}"' in response.text and f'id="{control}"' in response.text
    assert row.fresh().version == row.version


def test_a_measure_changed_meanwhile_is_not_overwritten(signed_in, cast, row):
    stale = {"version": row.version, "channels": ["telephone"]}
    mine = {"version": row.version, "channels": ["letter"]}
    assert signed_in(cast.olive).post(address(row, "channels"), data=mine).status_code == 303
    page = signed_in(cast.omar).post(address(row, "channels"), data=stale)
    assert page.status_code == 409 and "Olive Officer changed it on" in words(page.text)
    assert 'value="telephone" checked' in page.text
    plain = signed_in(cast.omar).post(address(row, "channels"), data=stale, headers=htmx("term-channels"))
    assert plain.status_code == 409 and plain.mimetype == "text/plain"
    assert terms(row)["channels"].channels == ["letter"]


def test_g20_a_clash_with_a_known_need_is_shown_at_once(signed_in, cast, row):
    customers.add_need(cast.omar, row.customer, "cannot_write", "", NOW)
    omar = signed_in(cast.omar)
    form = words(omar.get(address(row, "channels", "/editing"), headers=htmx()).text)
    assert form.count("A known need: Finds it hard or impossible to write or type.") == 4
    told = page_of(row, channels=["letter", "email"])
    answer = omar.post(address(row, "channels"), data=told, headers=htmx("term-channels"))
    assert "This clashes with a known need." in words(answer.text)


def test_a_measure_that_is_not_in_the_policy_is_not_found(signed_in, cast, row):
    for part in ("", "/editing"):
        assert signed_in(cast.omar).get(address(row, "silence", part)).status_code == 404
    for part in ("", "/removing"):
        assert signed_in(cast.omar).post(address(row, "silence", part), data={}).status_code == 404


@pytest.mark.parametrize("kind", ["significant_only", "access"])
def test_a_full_stop_alone_leaves_a_gap_and_breaks_nothing(signed_in, cast, row, kind):
    told = page_of(row, definition=".", examples=".", place=".", instead=".")
    answer = signed_in(cast.omar).post(address(row, kind), data=told, headers=htmx())
    assert answer.status_code == 200 and "Still to be filled in" in words(answer.text)


def test_once_decided_nothing_is_edited(signed_in, cast, row):
    make.authorised(cast.mark, row, NOW)
    omar = signed_in(cast.omar)
    assert "not in force until its letter is issued" in words(omar.get(address(row, "channels", "/editing")).text)
    response = omar.post(address(row, "channels", "/removing"), data=page_of(row))
    assert response.status_code == 409 and "Mark Manager authorised it on" in words(response.text)
    assert list(terms(row)) == ["channels"]
