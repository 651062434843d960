"""The pages of a staff-safety marker: asked for, written, approved, read with a reason, reviewed, removed, settled."""

import datetime as dt
from typing import Any

import pytest

from models import Access, Ending, Marker, Review, Telling
from policy.core import clock
from policy.markers import decision as marker_decision
from policy.markers import review as marker_review
from policy.markers import visibility as marker_visibility
from policy.restrictions import notifications
from tests import make
from tests.browse import words
from tests.views.desk import NOW, ago

TODAY = clock.today(NOW)


def live(cast: Any, now: dt.datetime | None = None, **told: Any) -> Marker:
    now = now or ago(10)
    whose = make.customer(cast.omar, now, name="Robin Example")
    return make.live_marker(cast.mina, cast.sol, whose, make.threat(cast.carla, whose, now), now, **told)


@pytest.fixture
def proposed(app: Any, cast: Any) -> Marker:
    """Mina's proposal, not weighed yet."""
    whose = make.customer(cast.omar, ago(5), name="Robin Example")
    return make.proposed_marker(cast.mina, whose, make.threat(cast.carla, whose, ago(3)), NOW)


def page_of(row: Marker, **typed: Any) -> dict[str, Any]:
    """What the page of a marker sends."""
    row = row.fresh()
    return {
        "version": row.version,
        "about": "person",
        "category": "threat",
        "incident": row.incident_id or "none",
        "fact": "He told the joiner that he would hit him with a spanner. Nobody was hurt.",
        "action": "Go in twos.",
        "recipients": ["housing", "repairs_contractor"],
        "purpose_housing": "they visit this home",
        "purpose_repairs_contractor": "its joiners work there",
        "ends_on": clock.months_after(TODAY, 6).isoformat(),
        "review_on": clock.months_after(TODAY, 3).isoformat(),
        "telling": "tell",
        "think_again_on": "",
        "source_on": "",
        **make.MARKER_PASSAGES,
        **typed,
    }


# --- Asking ---


def test_anybody_asks_and_nobody_else_sees_it(signed_in, cast, app):
    whose = make.customer(cast.omar, ago(5))
    carla = signed_in(cast.carla)
    assert carla.get(f"/customers/{whose.id}/markers/new").status_code == 200
    told = {"form_key": "once", "asked_words": "A dog ran at our fitter.", "asked_for": "Tyne Heating"}
    first = carla.post(f"/customers/{whose.id}/markers", data=told)
    assert (
        first.status_code == 303 and carla.post(f"/customers/{whose.id}/markers", data=told).location == first.location
    )
    row = Marker.get()
    assert row.asked_for == "Tyne Heating" and "shown to nobody" in words(carla.get(first.location).text)
    other = signed_in(cast.everyone()["ada"])
    assert other.get(first.location).status_code == 403 or other.get(first.location).status_code == 404
    assert "nothing here that you need" in words(carla.get(f"/customers/{whose.id}/markers").text)
    page = signed_in(cast.mina).get(f"/markers/{row.id}")
    assert "A dog ran at our fitter" in page.text and "Complete this request" in words(page.text)
    empty = carla.post(f"/customers/{whose.id}/markers", data={"form_key": "x", "asked_words": " "})
    assert empty.status_code == 422 and Marker.select().count() == 1


def test_a_manager_goes_straight_on_to_write_it(signed_in, cast, app):
    whose = make.customer(cast.omar, ago(5))
    incident = make.threat(cast.carla, whose, ago(3))
    mina = signed_in(cast.mina)
    told = {"form_key": "k", "asked_words": "A threat.", "incident": incident.id, "category": "threat"}
    response = mina.post(f"/customers/{whose.id}/markers", data=told)
    assert response.location.endswith("/editing")
    page = mina.get(response.location)
    assert clock.months_after(TODAY, 12).isoformat() in page.text and "all staff" not in page.text.lower()
    row = Marker.get()
    assert mina.post(f"/markers/{row.id}", data=page_of(row)).status_code == 303
    assert row.fresh().proposed_by == cast.mina and len(row.fresh().recipients) == 2


# --- Writing ---


@pytest.mark.parametrize(
    ("told", "control"),
    [
        ({"ends_on": "soon"}, "ends_on"),
        ({"ends_on": "2020-01-01"}, "ends_on"),
        ({"review_on": "2999-01-01"}, "review_on"),
        ({"recipients": ["everybody"]}, "recipients-0"),
        ({"about": "household"}, "about-0"),
        ({"fact": "x" * 10_001}, "fact"),
        ({"purpose_housing": "x" * 201}, "purpose_housing"),
        ({"source": "a\x1bb"}, "source"),
    ],
)
def test_what_cannot_be_is_asked_again_with_everything_typed(signed_in, cast, proposed, told, control):
    typed = page_of(proposed, **{"action": "Typed & kept <b>", **told})
    response = signed_in(cast.mina).post(f"/markers/{proposed.id}", data=typed)
    assert response.status_code == 422
    assert f'href="#{control}"' in response.text and "Typed &amp; kept &lt;b&gt;" in response.text
    assert proposed.fresh().version == proposed.version


def test_the_letter_follows_what_is_typed_and_a_stale_page_keeps_its_words(signed_in, cast, proposed):
    mina = signed_in(cast.mina)
    shown = mina.post(f"/markers/{proposed.id}/preview", data=page_of(proposed, action="Meet at the office."))
    assert "Meet at the office." in words(shown.text) and proposed.fresh().action != "Meet at the office."
    old = page_of(proposed, action="Mine")
    marker_decision.change(cast.mark, proposed, make.marker_page(proposed.incident, NOW), NOW, proposed.version)
    response = mina.post(f"/markers/{proposed.id}", data=old)
    assert response.status_code == 409 and ">\nMine</textarea>" in response.text
    assert signed_in(cast.omar).get(f"/markers/{proposed.id}/editing").status_code == 403


# --- The decision ---


def test_a_second_person_approves_what_stands_on_the_page(signed_in, cast, proposed):
    sol, mina = signed_in(cast.sol), signed_in(cast.mina)
    page = words(sol.get(f"/markers/{proposed.id}/approving").text)
    assert "You have not yet recorded today" in page and "Approve this marker" not in page
    assert sol.post(f"/markers/{proposed.id}/approving", data={"version": proposed.version}).status_code == 409
    make.weighing(cast.sol, proposed.customer, "marker", NOW)
    page = words(sol.get(f"/markers/{proposed.id}/approving").text)
    assert "2 recipients" in page and "What staff do: Go in twos." in page and "you can appeal" in page
    assert mina.post(f"/markers/{proposed.id}/approving", data={"version": proposed.version}).status_code == 409
    assert sol.post(f"/markers/{proposed.id}/approving", data={"version": proposed.version}).status_code == 303
    assert proposed.fresh().letter_id and "In place until" in words(sol.get(f"/markers/{proposed.id}").text)
    assert {one.facts["purpose"] for one in Access.select().where(Access.user == cast.sol)} == {"deciding"}


def test_a_senior_officer_sets_a_soft_rule_aside_and_a_manager_declines(signed_in, cast, app):
    whose = make.customer(cast.omar, ago(5))
    row = make.proposed_marker(cast.mina, whose, make.threat(cast.carla, whose, ago(3)), NOW, telling="")
    sena = signed_in(cast.sena)
    assert sena.post(f"/markers/{row.id}/overrides", data={"rule": "G57", "because": ""}).status_code == 422
    assert sena.post(f"/markers/{row.id}/overrides", data={"rule": "G52", "because": "No."}).status_code == 409
    done = sena.post(f"/markers/{row.id}/overrides", data={"rule": "G57", "because": "The police ask us to wait."})
    assert done.status_code == 303 and "The police ask us to wait" in words(sena.get(f"/markers/{row.id}").text)
    mina = signed_in(cast.mina)
    assert mina.get(f"/markers/{row.id}/declining").status_code == 200
    assert mina.post(f"/markers/{row.id}/declining", data={"because": ""}).status_code == 422
    assert mina.post(f"/markers/{row.id}/declining", data={"because": "Not needed."}).status_code == 303
    assert mina.post(f"/markers/{row.id}/declining", data={"because": "Again."}).status_code == 409


# --- Reading (G60) ---


def test_g60_what_happened_is_read_only_with_a_reason(signed_in, cast, app):
    row = live(cast, recipients={"contact_centre": "they arrange visits"})
    carla = signed_in(cast.carla)
    page = carla.get(f"/markers/{row.id}")
    assert row.action in words(page.text) and row.fact not in page.text and Access.select().count() == 0
    assert row.fact not in carla.get(f"/customers/{row.customer_id}/markers").text
    assert carla.post(f"/markers/{row.id}/looking", data={"reason": ""}).status_code == 422
    assert carla.post(f"/markers/{row.id}/looking", data={"reason": "other"}).status_code == 422
    read = carla.post(f"/markers/{row.id}/looking", data={"reason": "telephone"})
    assert read.status_code == 200 and row.fact in read.text
    assert Access.get().reason.startswith("They are on the telephone")
    olive = signed_in(cast.olive)
    assert row.fact not in olive.get(f"/markers/{row.id}").text  # she works on files, and says why like anybody


def test_g56_who_is_no_recipient_finds_nothing(signed_in, cast, app):
    row = live(cast, recipients={"repairs": "they go in"})
    carla = signed_in(cast.carla)
    assert carla.get(f"/markers/{row.id}").status_code == 404
    assert carla.post(f"/markers/{row.id}/looking", data={"reason": "visit"}).status_code == 404
    assert row.action not in carla.get(f"/customers/{row.customer_id}/markers").text


def test_g60_unusual_looking_is_on_top_for_the_data_protection_officer(signed_in, cast, app):
    row = live(cast, recipients={"repairs": "they go in"})
    for _ in range(11):
        marker_decision.look(cast.mina, row, {"reason": "checking"}, ago(1))
    marker_decision.look(cast.omar, row, {"reason": "visit"}, ago(2))
    marker_decision.note_deciding(cast.sol, row, ago(1))
    marker_decision.look(cast.sena, row, {"reason": "checking"}, ago(8))
    page = words(signed_in(cast.dora).get("/audit/looking").text)
    unusual, usual = page.split("As usual")
    assert "Mina Manager" in unusual and "11 times" in unusual and "Omar Officer" in unusual
    assert "Not among those it is for" in unusual and "Sol Safety" in usual and "Sena" not in page
    assert "Robin" not in page
    assert signed_in(cast.mina).get("/audit/looking").status_code == 403


# --- Afterwards ---


def test_a_review_opens_a_draft_and_goes_on_with_a_letter(signed_in, cast, app):
    row = live(cast)
    mina, sol = signed_in(cast.mina), signed_in(cast.sol)
    assert mina.get(f"/markers/{row.id}/reviewing").status_code == 200
    asked = {"form_key": "r", "kind": "asked", "asked_on": ""}
    assert mina.post(f"/markers/{row.id}/reviewing", data=asked).status_code == 422
    told = asked | {"asked_on": TODAY.isoformat(), "asked_words": "It was a joke."}
    response = mina.post(f"/markers/{row.id}/reviewing", data=told)
    draft = marker_review.draft_of(row)
    assert draft is not None and response.location == f"/markers/{draft.id}/editing"
    assert mina.get(response.location).status_code == 200
    make.weighing(cast.sol, row.customer, "marker", NOW)
    assert "Why it goes on" in words(sol.get(f"/markers/{draft.id}/approving").text)
    assert sol.post(f"/markers/{draft.id}/approving", data={"version": draft.version}).status_code == 422
    decided = {"version": draft.version, "reasons": "The same threat was made again last week."}
    assert sol.post(f"/markers/{draft.id}/approving", data=decided).status_code == 303
    assert Review.get().outcome == "renewed"
    assert "Went on after a review" in words(sol.get(f"/customers/{row.customer_id}/markers").text)


def test_a_removed_marker_is_gone_at_once_and_its_end_is_settled(signed_in, cast, app):
    row = live(cast)
    mina, omar = signed_in(cast.mina), signed_in(cast.omar)
    assert mina.get(f"/markers/{row.id}/removing").status_code == 200
    assert mina.post(f"/markers/{row.id}/removing", data={"because": ""}).status_code == 422
    told = {"because": "It was another door.", "was_wrong": "y"}
    assert mina.post(f"/markers/{row.id}/removing", data=told).location == f"/markers/{row.id}/ending"
    assert marker_visibility.shown(row.customer_id, cast.omar, NOW) == []
    page = omar.get(f"/markers/{row.id}/ending")
    assert "We are sorry" in words(page.text) and 'name="mistake"' in page.text
    assert omar.post(f"/markers/{row.id}/ending", data={"words": "Thank you."}).status_code == 409
    done = omar.post(f"/markers/{row.id}/ending", data={"mistake": "It was somebody at another door."})
    assert done.location == f"/markers/{row.id}/told" and Ending.get().letter_id
    too_long = {"occasion": "ends", "whom": ["The housing officers", notifications.ICON], "words": "x" * 30_000}
    assert omar.post(f"/markers/{row.id}/told", data=too_long).status_code == 422 and Telling.select().count() == 0
    ended = {"occasion": "ends", "whom": ["The housing officers"], "words": "By telephone"}
    assert omar.post(f"/markers/{row.id}/told", data=ended).status_code == 303
    assert omar.post(f"/markers/{row.id}/told", data={"occasion": "ends"}).status_code == 422
    assert Telling.select().where(Telling.occasion == "ends").count() == 1
    assert "The letter that it has ended" in words(omar.get(f"/markers/{row.id}").text)


def test_telling_is_thought_of_again_on_a_page_of_its_own(signed_in, cast, app):
    silent = {"telling": "withhold", "not_telling_because": "It would be dangerous.", "think_again_on": TODAY}
    row = live(cast, **silent)
    mina = signed_in(cast.mina)
    page = mina.get(f"/markers/{row.id}/telling")
    assert "It would be dangerous." in words(page.text)
    assert mina.post(f"/markers/{row.id}/withholding", data={"because": ""}).status_code == 422
    again = {"because": "His brother says the same.", "think_again_on": (TODAY + dt.timedelta(days=7)).isoformat()}
    assert mina.post(f"/markers/{row.id}/withholding", data=again).status_code == 303
    assert mina.post(f"/markers/{row.id}/telling", data={"reasons": ""}).status_code == 409
    assert mina.post(f"/markers/{row.id}/telling", data=make.MARKER_PASSAGES).status_code == 303
    assert row.fresh().letter_id and mina.post(f"/markers/{row.id}/telling", data={}).status_code == 409


def test_g55_an_undecided_marker_about_violence_is_neither_danger_nor_clear(signed_in, cast, app):
    began = make.later(NOW, -366)
    row = live(
        cast, began, category="violence", ends_on=TODAY - dt.timedelta(days=1), review_on=TODAY - dt.timedelta(days=1)
    )
    page = words(signed_in(cast.olive).get(f"/customers/{row.customer_id}/markers").text)
    assert "ring the duty manager" in page and "is in place" not in page
    sena = signed_in(cast.sena)
    assert "Decide at once on marker" in words(sena.get("/").text)
    assert sena.post(f"/markers/{row.id}/removing", data={"because": "Calm since then."}).status_code == 303
    assert "ring the duty manager" not in words(sena.get(f"/customers/{row.customer_id}/markers").text)
