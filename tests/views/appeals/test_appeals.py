"""The pages of an appeal: taken in by anybody, heard by somebody not involved, answered on every ground, decided."""

import datetime as dt
from typing import Any

import pytest

from models import Appeal, Event, Letter, Restriction, writing
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.appeals import subject as appeal_subject
from policy.core import clock
from policy.restrictions import decision as restriction_decision
from policy.restrictions import lifecycle
from tests import make
from tests.browse import htmx, words
from tests.views.desk import NOW, ago

TODAY = clock.today(NOW)
DAY = dt.timedelta(days=1)


@pytest.fixture
def row(app: Any, cast: Any) -> Restriction:
    """In force for five days."""
    return make.restriction_in_force(cast, now=ago(5))


@pytest.fixture
def given(cast: Any, row: Restriction) -> Appeal:
    """An appeal of yesterday that Sena hears, and of which the customer has been told."""
    return make.heard(cast, make.appeal(cast.carla, row, ago(1)), ago(1))


def taken(**typed: Any) -> dict[str, Any]:
    """What the page that takes one in sends."""
    usual = {
        "form_key": "once",
        "received_on": (TODAY - DAY).isoformat(),
        "channel": "social_message",
        "from_whom": "customer",
        "words": "I was <b>not</b> shouting.",
        "grounds": ["facts", "impact"],
        "words_facts": "I was not shouting.",
        "words_impact": "",
        "words_process": "never ticked",
    }
    return usual | typed


def answer_of(appeal: Appeal, **typed: Any) -> dict[str, Any]:
    """What the page of the answer sends."""
    appeal = appeal.fresh()
    usual = {
        "version": appeal.version,
        "outcome": "overturned",
        "reasons": "I listened to the recording.",
        "remedy": "I am sorry.",
        "lessons": "",
        "equality": "",
        "their_information": "",
        "ends_on": "",
        "next_review_on": "",
    }
    for one in appeal_subject.grounds_of(appeal):
        usual |= {f"found_{one.id}": "upheld", f"answer_{one.id}": "You are right."}
    return usual | typed


# --- Taking one in ---


def test_g45_a_colleague_takes_it_in_by_a_closed_way_and_sees_nothing_more(signed_in, cast, row):
    carla = signed_in(cast.carla)
    whose = row.customer_id
    assert f"/restrictions/{row.id}/appeals/new" in carla.get(f"/customers/{whose}/appeals/new").text
    page = carla.get(f"/restrictions/{row.id}/appeals/new")
    assert "challenge of its own" in words(page.text) and "request to look again" in words(page.text)
    response = carla.post(f"/restrictions/{row.id}/appeals", data=taken())
    assert (
        response.status_code == 303 and carla.post(f"/restrictions/{row.id}/appeals", data=taken()).status_code == 303
    )
    appeal = Appeal.get()
    assert [(one.kind, one.words) for one in appeal_subject.grounds_of(appeal)] == [
        ("facts", "I was not shouting."),
        ("impact", ""),
    ]
    receipt = words(carla.get(response.location).text)
    assert "What you can tell them" in receipt and "I was <b>not</b> shouting." in receipt
    assert "What it is against" not in receipt
    for page in ("assigning", "bundle", "answer", "deciding", "acknowledging", "withdrawing"):
        assert carla.get(f"/appeals/{appeal.id}/{page}").status_code in (403, 404), page
    assert carla.get(f"/restrictions/{row.id}").status_code == 404
    other = make.appeal(cast.omar, make.restriction_in_force(cast, now=ago(3)), NOW)
    assert carla.get(f"/appeals/{other.id}").status_code == 404


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"grounds": []}, "tick at least one"),
        ({"words": ""}, "What they said or wrote"),
        ({"channel": ""}, "How it came"),
        ({"from_whom": "representative"}, "choose somebody on the file, or give a name"),
        ({"received_on": (TODAY + DAY).isoformat()}, "is later than"),
        ({"received_on": "1990-01-01"}, "is too early"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(signed_in, cast, row, typed, fault):
    response = signed_in(cast.carla).post(f"/restrictions/{row.id}/appeals", data=taken(**typed))
    assert response.status_code == 422 and fault in words(response.text)
    if "words" not in typed:
        assert "I was &lt;b&gt;not&lt;/b&gt; shouting." in response.text
    assert Appeal.select().count() == 0


def test_g45_somebody_who_speaks_for_them_is_named(signed_in, cast, row):
    typed = taken(from_whom="representative", representative="else", representative_name="Yusuf Example")
    signed_in(cast.carla).post(f"/restrictions/{row.id}/appeals", data=typed)
    assert "Yusuf Example, who speaks for them" in words(signed_in(cast.omar).get(f"/appeals/{Appeal.get().id}").text)


def test_a_second_appeal_while_one_is_open_is_refused_and_keeps_its_words(signed_in, cast, row, given):
    response = signed_in(cast.carla).post(f"/restrictions/{row.id}/appeals", data=taken(form_key="two"))
    page = words(response.text)
    assert response.status_code == 409 and given.reference in page and "I was <b>not</b> shouting." in page


def test_the_facts_of_a_warning_are_disputed_from_its_page(signed_in, cast, row):
    omar, warning = signed_in(cast.omar), row.warning
    assert f"/warnings/{warning.id}/disputes/new" in omar.get(f"/warnings/{warning.id}").text
    response = omar.post(f"/warnings/{warning.id}/disputes", data=taken())
    assert "A dispute of a warning’s facts" in words(omar.get(response.location).text)
    assert f"/appeals/{Appeal.get().id}" in omar.get(f"/warnings/{warning.id}").text


def test_grounds_are_added_until_the_customer_was_told(signed_in, cast, row):
    appeal = make.appeal(cast.carla, row, ago(1))
    carla = signed_in(cast.carla)
    told = {"grounds": ["other"], "words_other": "My sister was there too."}
    assert carla.post(f"/appeals/{appeal.id}/grounds", data=told).status_code == 303
    assert "My sister was there too." in words(carla.get(f"/appeals/{appeal.id}").text)
    assert carla.post(f"/appeals/{appeal.id}/grounds", data={}).status_code == 422
    make.heard(cast, appeal, NOW)
    assert carla.post(f"/appeals/{appeal.id}/grounds", data=told).status_code == 409


def test_g49_a_request_to_lift_is_offered_as_an_early_review(signed_in, cast, row):
    page = signed_in(cast.omar).get(f"/restrictions/{row.id}/appeals/new")
    assert f"/restrictions/{row.id}/reviews/new" in page.text
    assert "It is an early review, answered in the same time, and they can still appeal." in words(page.text)


# --- Who hears it ---


def test_g44_every_senior_officer_is_listed_with_why_not(signed_in, cast, app):
    whose = make.customer(cast.omar, ago(9))
    hurt = make.incident(cast.carla, whose, ago(8), staff=[(cast.sena, "witness")])
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [hurt], ago(7))
    appeal = make.appeal(cast.carla, warning, ago(1))
    mina = signed_in(cast.mina)
    page = mina.get(f"/appeals/{appeal.id}/assigning")
    assert "Sena Senior was a witness of the behaviour." in words(page.text)
    assert "Another landlord’s senior officer" in words(page.text) and 'name="decider"' not in page.text
    refused = mina.post(f"/appeals/{appeal.id}/assigning", data={"decider": cast.sena.id, "version": appeal.version})
    assert refused.status_code == 409 and "was a witness of the behaviour" in words(refused.text)
    other = make.senior(cast)
    assert mina.post(f"/appeals/{appeal.id}/assigning", data={"version": appeal.version}).status_code == 422
    stale = mina.post(f"/appeals/{appeal.id}/assigning", data={"decider": other.id, "version": 7})
    assert stale.status_code == 409
    response = mina.post(f"/appeals/{appeal.id}/assigning", data={"decider": other.id, "version": appeal.version})
    assert response.status_code == 303 and appeal.fresh().decider == other
    assert signed_in(cast.omar).post(f"/appeals/{appeal.id}/assigning", data={"decider": other.id}).status_code == 409


# --- Its letters and its time ---


def test_the_acknowledgement_follows_what_is_typed_and_is_issued(signed_in, cast, row):
    appeal = make.appeal(cast.carla, row, ago(1))
    omar, address = signed_in(cast.omar), f"/appeals/{appeal.id}/acknowledging"
    assert "Nobody has been chosen to hear this appeal" in words(omar.get(address).text)
    assert omar.post(address, data={"version": appeal.version}).status_code == 409
    appeal_intake.assign(cast.mina, appeal, cast.sena, NOW)
    typed = {"more": "She will ring you.", "version": appeal.fresh().version}
    shown = omar.post(f"{address}/preview", data=typed, headers=htmx("preview"))
    assert "She will ring you." in words(shown.text) and "<h1" not in shown.text
    assert "She will ring you." in words(omar.post(f"{address}/preview", data=typed).text)
    response = omar.post(address, data=typed)
    letter = Letter.get_by_id(appeal.fresh().acknowledgement_id)
    assert response.location == f"/letters/{letter.id}" and "Sena Senior" in letter.html
    assert omar.post(address, data=typed).status_code == 409
    assert f"/appeals/{appeal.id}" in omar.get(response.location).text


def test_g46_the_clock_is_on_the_page_and_more_time_needs_its_letter(signed_in, cast, given):
    sena, address = signed_in(cast.sena), f"/appeals/{given.id}/extending"
    page = words(sena.get(f"/appeals/{given.id}").text)
    assert f"To be answered by {given.answer_by:%A}" in page and "left" in page
    assert sena.post(address, data={"reason": "", "version": given.version}).status_code == 422
    assert given.fresh().extended_to is None
    typed = {"reason": "The recording has not come yet. I am sorry.", "version": given.version}
    assert sena.post(address, data=typed).status_code == 303
    given = given.fresh()
    assert given.extended_to > given.answer_by and given.extension.title == "We need more time to answer your appeal"
    again = sena.post(address, data=typed)
    assert again.status_code == 409 and "The recording has not come yet" in words(again.text)
    assert signed_in(cast.mina).post(address, data=typed).status_code == 409


def test_the_restriction_rests_where_the_decider_says_so(signed_in, cast, row, given):
    sena, address = signed_in(cast.sena), f"/appeals/{given.id}/suspending"
    assert "The restriction goes on meanwhile" in words(sena.get(f"/appeals/{given.id}").text)
    assert sena.post(address, data={"suspended": "yes", "from_on": "", "because": ""}).status_code == 422
    told = {"suspended": "yes", "from_on": TODAY.isoformat(), "because": "It keeps her from her carer."}
    assert sena.post(address, data=told).status_code == 303
    assert lifecycle.in_force(row.customer_id, TODAY) == []
    assert "set aside from" in words(sena.get(f"/appeals/{given.id}").text)
    assert signed_in(cast.mina).post(address, data=told).status_code == 409


def test_the_customer_withdraws_it_in_their_own_words(signed_in, cast, given):
    omar, address = signed_in(cast.omar), f"/appeals/{given.id}/withdrawing"
    assert omar.get(address).status_code == 200
    assert omar.post(address, data={"on": TODAY.isoformat(), "words": ""}).status_code == 422
    told = {"on": TODAY.isoformat(), "words": "I am tired of it."}
    assert omar.post(address, data=told).status_code == 303 and not given.fresh().is_open
    assert "I am tired of it." in words(omar.get(f"/appeals/{given.id}").text)
    assert omar.post(address, data=told).status_code == 409


# --- The answer ---


def test_g47_each_ground_is_answered_before_it_is_decided(signed_in, cast, row, given):
    sena, address = signed_in(cast.sena), f"/appeals/{given.id}/answer"
    first, second = appeal_subject.grounds_of(given)
    typed = answer_of(given) | {f"answer_{second.id}": ""}
    assert sena.post(address, data=typed).status_code == 303
    page = words(sena.get(f"/appeals/{given.id}/deciding").text)
    assert "This ground is not answered yet" in page and "You have not yet recorded today" in page
    response = sena.post(f"/appeals/{given.id}/deciding", data={"version": given.fresh().version})
    assert response.status_code == 409 and given.fresh().is_open
    shown = sena.post(
        f"{address}/preview", data=answer_of(given, remedy="Sorry <b>indeed</b>."), headers=htmx("preview")
    )
    assert "Sorry <b>indeed</b>." in words(shown.text) and given.fresh().remedy == "I am sorry."
    assert sena.post(address, data=answer_of(given)).status_code == 303
    make.weighing(cast.sena, given.customer, "appeal", NOW)
    response = sena.post(f"/appeals/{given.id}/deciding", data={"version": given.fresh().version})
    assert response.status_code == 303 and given.fresh().outcome == "overturned"
    assert row.fresh().ended_on == TODAY
    assert "it is overturned" in words(sena.get(f"/appeals/{given.id}").text)
    assert "it is overturned" in words(sena.get(f"/restrictions/{row.id}").text)
    assert sena.post(f"/appeals/{given.id}/deciding", data={"version": 1}).status_code == 409


def test_the_answer_about_their_information_is_kept_and_shown_again(signed_in, cast, given):
    sena, address = signed_in(cast.sena), f"/appeals/{given.id}/answer"
    said = "We have put right what was wrong about you."
    assert sena.post(address, data=answer_of(given, their_information=said)).status_code == 303
    assert given.fresh().passages["data"] == said
    assert said in words(sena.get(address).text)
    answer = sena.post(address, data=answer_of(given, their_information="long " * 3000))
    assert answer.status_code == 422 and 'href="#their_information"' in answer.text


@pytest.mark.parametrize("outcome", ["", "stands", "varied", "overturned", "none of these"])
def test_a_letter_is_shown_whatever_was_chosen_so_far(signed_in, cast, row, given, outcome):
    dispute = make.heard(cast, make.appeal(cast.carla, row.warning, ago(1)), ago(1))
    sena = signed_in(cast.sena)
    for one in (given, dispute):
        assert sena.get(f"/appeals/{one.id}/answer").status_code == 200
        assert sena.get(f"/appeals/{one.id}/deciding").status_code == 200
        typed = answer_of(one, outcome=outcome)
        assert sena.post(f"/appeals/{one.id}/answer/preview", data=typed, headers=htmx("preview")).status_code == 200
        assert sena.post(f"/appeals/{one.id}/answer", data=typed).status_code in (303, 422)


def test_a_stale_answer_keeps_its_words(signed_in, cast, given):
    sena = signed_in(cast.sena)
    mine = answer_of(given, reasons="Mine")
    assert sena.post(f"/appeals/{given.id}/answer", data=answer_of(given, reasons="Theirs")).status_code == 303
    response = sena.post(f"/appeals/{given.id}/answer", data=mine)
    assert response.status_code == 409 and "Mine" in words(response.text) and given.fresh().reasons == "Theirs"


def test_only_the_decider_writes_the_answer(signed_in, cast, given):
    for person in (cast.mina, cast.omar, make.senior(cast)):
        response = signed_in(person).post(f"/appeals/{given.id}/answer", data=answer_of(given))
        assert response.status_code == 409 and given.fresh().outcome == ""
        assert 'id="answer"' not in signed_in(person).get(f"/appeals/{given.id}/answer").text


def test_a_changed_restriction_is_written_with_the_pages_of_its_measures(signed_in, cast, row, given):
    sena = signed_in(cast.sena)
    sena.post(f"/appeals/{given.id}/answer", data=answer_of(given, outcome="varied"))
    draft = given.fresh().successor
    page = sena.get(f"/appeals/{given.id}/answer").text
    assert f"/restrictions/{draft.id}/terms/channels/editing" in page and "Nothing is milder or shorter yet" in words(
        page
    )
    told = {"version": draft.version, "channels": ["letter", "email", "telephone"]}
    saved = sena.post(f"/restrictions/{draft.id}/terms/channels", data=told)
    assert sena.get(saved.location).location == f"/appeals/{given.id}/answer#measures"
    ends = (row.ends_on - 30 * DAY).isoformat()
    review = (TODAY + 20 * DAY).isoformat()
    sena.post(
        f"/appeals/{given.id}/answer", data=answer_of(given, outcome="varied", ends_on=ends, next_review_on=review)
    )
    make.weighing(cast.sena, given.customer, "appeal", NOW)
    response = sena.post(f"/appeals/{given.id}/deciding", data={"version": given.fresh().version})
    assert response.status_code == 303, words(response.text)
    after = given.fresh().successor
    assert after.reference == f"{row.reference}/2" and after.in_force_on(TODAY) and not row.fresh().in_force_on(TODAY)


# --- The file as it was ---


def test_g47_the_file_is_shown_as_it_was_and_says_when_it_is_not(signed_in, cast, row, given):
    omar = signed_in(cast.omar)
    page = words(omar.get(f"/appeals/{given.id}/bundle").text)
    assert (
        "Nothing here has changed since" in page and "You are a useless idiot" in page and given.bundle_sha256 in page
    )
    with writing():
        given.bundle = given.bundle | {"incidents": []}
        given.save()
    assert "This is not as it was" in words(omar.get(f"/appeals/{given.id}/bundle").text)
    assert "is not as it was when it came in" in words(omar.get(f"/appeals/{given.id}").text)


def test_reading_the_pages_changes_nothing(signed_in, cast, given):
    before = Event.select().count(), given.fresh().version
    sena = signed_in(cast.sena)
    for page in (
        "",
        "/assigning",
        "/acknowledging",
        "/suspending",
        "/extending",
        "/withdrawing",
        "/answer",
        "/deciding",
        "/bundle",
    ):
        assert sena.get(f"/appeals/{given.id}{page}").status_code == 200, page
    assert (Event.select().count(), given.fresh().version) == before
    assert appeal_hearing.may_change(cast.sena, given, NOW)
    assert restriction_decision.may_lift(cast.mark, given.restriction, NOW)
