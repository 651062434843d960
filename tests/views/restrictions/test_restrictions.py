"""The pages of a restriction: proposed, written beside its letter, authorised, declined, issued, lifted."""

import datetime as dt
from typing import Any

import pytest

from models import Event, Restriction
from policy import measures
from policy.core import clock
from policy.restrictions import decision as restriction_decision
from policy.restrictions import proposal as restriction_proposal
from policy.rulebook import clauses
from tests import make
from tests.browse import htmx, words
from tests.views.desk import NOW, ago, page_of, proposed, warned

TODAY = clock.today(NOW)


@pytest.fixture
def row(app: Any, cast: Any) -> Restriction:
    return proposed(cast)


@pytest.fixture
def decided(cast: Any, row: Restriction) -> Restriction:
    """Authorised by Mark, its letter not issued yet."""
    return make.authorised(cast.mark, row, NOW).fresh()


# --- Beginning ---


def test_g1_without_a_warning_the_page_says_what_comes_first(signed_in, cast, app):
    whose = make.customer(cast.omar, ago(9))
    omar = signed_in(cast.omar)
    page = omar.get(f"/customers/{whose.id}/restrictions/new")
    assert "No written warning has been issued" in words(page.text)
    assert f"/customers/{whose.id}/warnings/new" in page.text and "<form" not in page.text.split("</header>")[1]
    response = omar.post(f"/customers/{whose.id}/restrictions", data={"form_key": "k"})
    assert response.status_code == 409 and Restriction.select().count() == 0


def test_g4_a_warning_not_received_is_sent_back_to_its_delivery(signed_in, cast, app):
    whose = make.customer(cast.omar, ago(9))
    first = make.incident(cast.carla, whose, ago(8))
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first], ago(7))
    page = signed_in(cast.omar).get(f"/customers/{whose.id}/restrictions/new")
    assert "No warning counts as received" in words(page.text)
    assert f"/warnings/{warning.id}#letter" in page.text


def test_g5_only_what_came_after_the_warning_is_ticked(signed_in, cast, app):
    whose, warning = warned(cast)
    later = make.incident(cast.carla, whose, ago(2))
    omar = signed_in(cast.omar)
    page = omar.get(f"/customers/{whose.id}/restrictions/new")
    assert page.text.count(f'value="{later.id}" checked') == 1
    told = {"form_key": "once", "warning": warning.id, "incidents": [later.id]}
    first = omar.post(f"/customers/{whose.id}/restrictions", data=told)
    again = omar.post(f"/customers/{whose.id}/restrictions", data=told)
    assert first.status_code == again.status_code == 303 and first.location == again.location
    assert Restriction.select().count() == 1


def test_where_nothing_happened_since_the_page_says_so(signed_in, cast, app):
    whose, _ = warned(cast)
    page = words(signed_in(cast.omar).get(f"/customers/{whose.id}/restrictions/new").text)
    assert "If nothing has happened, no restriction is needed" in page


@pytest.mark.parametrize("told", [{"warning": ""}, {"warning": "999"}, {"incidents": ["999"]}, {"incidents": ["<b>"]}])
def test_a_beginning_that_cannot_be_is_asked_again(signed_in, cast, app, told):
    whose, warning = warned(cast)
    told = {"form_key": "k", "warning": warning.id, **told}
    assert signed_in(cast.omar).post(f"/customers/{whose.id}/restrictions", data=told).status_code == 422
    assert Restriction.select().count() == 0


# --- Writing ---


def test_the_proposal_shows_all_that_is_needed(signed_in, cast, row):
    response = signed_in(cast.mark).get(f"/restrictions/{row.id}")
    page = words(response.text)
    for kind in measures.KINDS.values():
        assert kind.label in page
    for subject in clauses.ALWAYS_OPEN.values():
        assert subject[1:] in page
    assert "nobody can untick it" in page and "You have not yet recorded today" in page
    assert 'name="why_not_named_officer"' in response.text and 'name="why_not_access"' not in response.text


def test_the_letter_follows_what_is_typed_and_nothing_is_kept(signed_in, cast, row):
    told = page_of(row, scope="the *contact* team only", ends_on="", reasons="<script>no</script>", incidents=[])
    response = signed_in(cast.omar).post(f"/restrictions/{row.id}/preview", data=told, headers=htmx("preview"))
    letter = words(response.text)
    assert "the *contact* team only" in letter and "<script>no</script>" in letter
    assert "Still to be filled in" in letter and "<script" not in response.text
    assert row.fresh().scope == "all our services and offices" and row.fresh().version == row.version


def test_without_a_script_the_page_shows_the_letter_and_keeps_what_is_typed(signed_in, cast, row):
    response = signed_in(cast.omar).post(f"/restrictions/{row.id}/preview", data=page_of(row, scope="one team"))
    assert response.status_code == 200
    assert 'value="one team"' in response.text and "This applies to one team" in words(response.text)
    assert row.fresh().scope != "one team"


def test_saving_may_lead_on_to_a_measure(signed_in, cast, row):
    omar = signed_in(cast.omar)
    response = omar.post(f"/restrictions/{row.id}", data=page_of(row, scope="one team", then="named_officer"))
    assert response.location == f"/restrictions/{row.id}/terms/named_officer/editing"
    assert row.fresh().scope == "one team"
    plain = omar.post(f"/restrictions/{row.id}", data=page_of(row, then="https://elsewhere.example"))
    assert plain.location == f"/restrictions/{row.id}"


def test_a_stale_page_keeps_its_words_and_says_who_was_there_first(signed_in, cast, row):
    mine, theirs = page_of(row, reasons="Mine", scope="mine"), page_of(row, reasons="Theirs")
    assert signed_in(cast.olive).post(f"/restrictions/{row.id}", data=theirs).status_code == 303
    response = signed_in(cast.omar).post(f"/restrictions/{row.id}", data=mine)
    page = words(response.text)
    assert response.status_code == 409 and "Olive Officer changed it on" in page
    assert "Theirs" in page and 'value="mine"' in response.text
    assert row.fresh().passages["reasons"] == "Theirs"


@pytest.mark.parametrize(
    ("told", "control"),
    [
        ({"starts_on": "soon"}, "starts_on"),
        ({"ends_on": "2026-02-31"}, "ends_on"),
        ({"ends_on": "2020-01-01"}, "ends_on"),
        ({"ends_on": "0001-01-01"}, "ends_on"),
        ({"review_on": "2999-01-01"}, "review_on"),
        ({"scope": "x" * 201}, "scope"),
        ({"told": "x" * 10_001}, "told"),
        ({"reasons": "a\x1b[31mb"}, "reasons"),
        ({"incidents": ["999"]}, "incidents-0"),
        ({"why_not_named_officer": "x" * 10_001}, "why_not_named_officer"),
        ({"why_not_access": "x" * 10_001}, "why_not_access"),
    ],
)
def test_what_cannot_be_is_asked_again_with_everything_typed(signed_in, cast, row, told, control):
    typed = page_of(row, **{"commitments": "Typed & kept <b>", **told})
    response = signed_in(cast.omar).post(f"/restrictions/{row.id}", data=typed)
    assert response.status_code == 422
    assert f'href="#{control}"' in response.text and "Typed &amp; kept &lt;b&gt;" in response.text
    assert row.fresh().version == row.version


def test_g22_dates_outside_their_limits_are_saved_and_stand_in_the_way(signed_in, cast, row):
    late = (TODAY + dt.timedelta(days=800)).isoformat()
    mark = signed_in(cast.mark)
    assert mark.post(f"/restrictions/{row.id}", data=page_of(row, ends_on=late)).status_code == 303
    assert "It may last at most" in words(mark.get(f"/restrictions/{row.id}").text)


# --- The decision ---


def test_the_check_page_asks_for_todays_weighing_and_then_authorises(signed_in, cast, row):
    mark, address = signed_in(cast.mark), f"/restrictions/{row.id}/authorising"
    before = mark.get(address)
    assert "You have not yet recorded today" in words(before.text) and "Authorise this" not in words(before.text)[60:]
    make.weighing(cast.mark, row.customer, "restriction", NOW, proportionate="Because letters work for her")
    assert "Because letters work for her" in words(mark.get(address).text)
    assert mark.post(address, data={"version": row.version}).status_code == 303
    page = words(mark.get(f"/restrictions/{row.id}").text)
    assert "not in force until its letter is issued" in page


def test_g15_an_officer_cannot_authorise_or_decline(signed_in, cast, row):
    omar = signed_in(cast.omar)
    for what, told in (("authorising", {"version": row.version}), ("declining", {"because": "No"})):
        response = omar.post(f"/restrictions/{row.id}/{what}", data=told)
        assert response.status_code == 409 and "Only a manager can" in words(response.text)
    assert row.fresh().is_open_proposal


def test_two_managers_decide_once_and_the_second_is_told(signed_in, cast, row):
    for manager in (cast.mark, cast.mina):
        make.weighing(manager, row.customer, "restriction", NOW)
    told = {"version": row.version}
    assert signed_in(cast.mark).post(f"/restrictions/{row.id}/authorising", data=told).status_code == 303
    mina = signed_in(cast.mina)
    for what, typed in (("authorising", told), ("declining", {"because": "Kept words"})):
        response = mina.post(f"/restrictions/{row.id}/{what}", data=typed)
        assert response.status_code == 409 and "Mark Manager authorised it on" in words(response.text)
    assert "Kept words" in response.text
    assert Event.select().where(Event.name == "restriction_authorised").count() == 1


def test_words_typed_after_the_decision_are_shown_and_not_lost(signed_in, cast, row):
    typed = page_of(row, reasons="Words of the last minute")
    make.authorised(cast.mark, row, NOW)
    response = signed_in(cast.omar).post(f"/restrictions/{row.id}", data=typed)
    assert response.status_code == 409 and "Words of the last minute" in words(response.text)
    late = signed_in(cast.omar).post(f"/restrictions/{row.id}/preview", data=typed, headers=htmx("preview"))
    assert late.status_code == 409 and late.mimetype == "text/plain"


def test_a_proposal_is_declined_with_a_reason(signed_in, cast, row):
    mark = signed_in(cast.mark)
    assert mark.post(f"/restrictions/{row.id}/declining", data={"because": ""}).status_code == 422
    assert mark.post(f"/restrictions/{row.id}/declining", data={"because": "A visit first"}).status_code == 303
    page = words(mark.get(f"/restrictions/{row.id}").text)
    assert "Declined on" in page and "A visit first" in page


# --- Its letter and its end ---


def test_g32_it_is_in_force_from_its_letter_on(signed_in, cast, decided):
    mark, address = signed_in(cast.mark), f"/restrictions/{decided.id}"
    assert "Issue this letter" in words(mark.get(f"{address}/issuing").text)
    assert mark.post(f"{address}/issuing").status_code == 303
    assert f"in force from {clock.day_words(decided.starts_on)}" in words(mark.get(address).text)
    again = signed_in(cast.mina).post(f"{address}/issuing")
    assert again.status_code == 409 and "Mark Manager issued its letter on" in words(again.text)


def test_a_letter_is_not_issued_before_it_is_authorised(signed_in, cast, row):
    response = signed_in(cast.mark).post(f"/restrictions/{row.id}/issuing")
    assert response.status_code == 409 and "No manager has authorised" in words(response.text)


def test_it_is_lifted_early_with_a_reason(signed_in, cast, decided):
    restriction_decision.issue(cast.mark, decided, NOW)
    mark, address = signed_in(cast.mark), f"/restrictions/{decided.id}"
    assert mark.post(f"{address}/lifting", data={"because": ""}).status_code == 422
    assert mark.post(f"{address}/lifting", data={"because": "Three calm months"}).status_code == 303
    page = words(mark.get(address).text)
    assert f"Lifted on {clock.day_words(TODAY)}" in page and "Three calm months" in page
    assert signed_in(cast.mina).post(f"{address}/lifting", data={"because": "Also"}).status_code == 409


def test_a_senior_officer_sets_a_rule_of_kind_s_aside(signed_in, cast, row):
    nothing_cited = {**restriction_proposal.as_saved(row), "incidents": []}
    restriction_proposal.change(cast.omar, row, nothing_cited, NOW, row.version)
    sena = signed_in(cast.sena)
    told = {"rule": "G5", "because": "It began again on the day the letter came"}
    assert sena.post(f"/restrictions/{row.id}/overrides", data=told).status_code == 303
    assert "It began again on the day" in words(sena.get(f"/restrictions/{row.id}").text)


@pytest.mark.parametrize("key", ["carla", "ada"])
def test_those_who_see_no_files_find_no_restriction(signed_in, cast, row, key):
    one = signed_in(getattr(cast, key))
    assert one.get(f"/restrictions/{row.id}").status_code == 404
    assert one.post(f"/restrictions/{row.id}", data=page_of(row)).status_code == 403


def test_a_restriction_that_is_not_there(signed_in, cast, app):
    omar = signed_in(cast.omar)
    for part in ("", "/authorising", "/issuing", "/lifting", "/declining", "/terms/channels"):
        assert omar.get(f"/restrictions/99{part}").status_code == 404
