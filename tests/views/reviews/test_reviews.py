"""The pages of a review: opened or asked for, the customer invited, prepared beside its letter, eased, held."""

from typing import Any

import pytest

from models import Letter, Restriction, Review, ReviewComment
from policy import measures
from policy.core import clock
from policy.restrictions import lifecycle
from policy.reviews import letters as review_letters
from policy.reviews import opening as review_opening
from tests import make
from tests.browse import htmx, words
from tests.views.desk import NOW, ago

TODAY = clock.today(NOW)


@pytest.fixture
def row(app: Any, cast: Any) -> Restriction:
    """In force for two months: letters and e-mails only."""
    return make.restriction_in_force(cast, now=ago(60))


@pytest.fixture
def review(cast: Any, row: Restriction) -> Review:
    return make.opened_review(cast, row, NOW)


def page_of(review: Review, **typed: Any) -> dict[str, Any]:
    """What the page of a review sends."""
    review = review.fresh()
    told = make.going_on(review.restriction, NOW)
    days = {name: told[name].isoformat() for name in ("ends_on", "next_review_on")}
    return {"version": review.version, **told, **days, **typed}


def test_a_review_is_opened_once_from_the_page_of_the_restriction(signed_in, cast, row):
    omar = signed_in(cast.omar)
    page = omar.get(f"/restrictions/{row.id}")
    assert f"/restrictions/{row.id}/reviews/new" in page.text and "The next review is due by" in words(page.text)
    page = omar.get(f"/restrictions/{row.id}/reviews/new")
    assert "never later than its day" in words(page.text)
    first = omar.post(f"/restrictions/{row.id}/reviews", data={"form_key": "once"})
    again = omar.post(f"/restrictions/{row.id}/reviews", data={"form_key": "once"})
    assert first.status_code == again.status_code == 303 and first.location == again.location
    refused = omar.post(f"/restrictions/{row.id}/reviews", data={"form_key": "other"})
    assert refused.status_code == 409 and "open already" in words(refused.text)
    assert Review.select().count() == 1
    assert "Go on with it" in words(omar.get(f"/restrictions/{row.id}").text)


def test_g49_a_request_to_end_it_is_taken_with_its_day(signed_in, cast, row):
    omar = signed_in(cast.omar)
    told = {"form_key": "k", "asked_on": TODAY.isoformat(), "asked_by": "customer", "asked_channel": "telephone"}
    wrong = omar.post(f"/restrictions/{row.id}/reviews/asked", data=told)
    assert wrong.status_code == 422 and "What they said: please fill this in." in words(wrong.text)
    right = omar.post(f"/restrictions/{row.id}/reviews/asked", data=told | {"asked_words": "Please end it."})
    assert right.status_code == 303
    page = words(omar.get(right.location).text)
    assert "Please end it." in page and "Answer by" in page
    later = omar.post(f"/restrictions/{row.id}/reviews/asked", data=told | {"form_key": "n", "asked_words": "Now!"})
    assert later.status_code == 409 and "Now!" in later.text
    assert "Answer the request to end restriction" in words(omar.get("/").text)


def test_the_page_shows_both_sides_and_proposes_no_longer_a_term(signed_in, cast, row, review):
    since = make.incident(cast.carla, row.customer, ago(5))
    page = signed_in(cast.omar).get(f"/reviews/{review.id}")
    said = words(page.text)
    assert "Since the last decision" in said and "Where we did not keep to it ourselves" in said
    assert f"/incidents/{since.id}" in page.text and f'value="{row.ends_on.isoformat()}"' in page.text
    assert make.RESTRICTION_PASSAGES["reasons"] in said and "In all it has run for 1 month and" in said
    assert "Choose what is decided: then its letter stands here." in said


def test_g42_the_invitation_is_looked_at_then_issued(signed_in, cast, review):
    omar = signed_in(cast.omar)
    address = f"/reviews/{review.id}/invitation"
    assert "please tell us what you think" in omar.get(address).text
    typed = {"help": "Olive can ring you on any day."}
    shown = omar.post(address, data=typed | {"do": "preview"})
    assert shown.status_code == 200 and shown.text.count("Olive can ring you") == 2 and Letter.select().count() == 2
    assert "Olive can ring you" in omar.post(address, data=typed, headers=htmx("preview")).text
    sent = omar.post(address, data=typed)
    letter = Letter.get(Letter.kind == "reviews/invitation")
    assert sent.status_code == 303 and f"/letters/{letter.id}" in sent.location
    assert f"/reviews/{review.id}" in omar.get(f"/letters/{letter.id}").text
    again = omar.post(address, data=typed)
    assert again.status_code == 409 and "invited already" in words(again.text)
    told = {"expected": "0", "outcome": "posted", "on": TODAY.isoformat(), "address": "14 Sample Street"}
    recorded = omar.post(f"/letters/{letter.id}/deliveries", data=told)
    assert recorded.location.endswith(f"/letters/{letter.id}")


def test_g42_what_is_said_is_taken_down_by_any_way(signed_in, cast, review):
    omar, address = signed_in(cast.omar), f"/reviews/{review.id}/comments"
    said = {"said-from_whom": "customer", "said-channel": "visit", "said-on": TODAY.isoformat()}
    wrong = omar.post(address, data=said)
    assert wrong.status_code == 422 and "What they said: please fill this in." in words(wrong.text)
    right = omar.post(address, data=said | {"said-words": "I never shouted."})
    assert right.status_code == 303 and ReviewComment.select().count() == 1
    assert "I never shouted." in words(omar.get(f"/reviews/{review.id}").text)


def test_what_is_prepared_is_saved_and_shown_in_the_letter(signed_in, cast, review):
    omar, address = signed_in(cast.omar), f"/reviews/{review.id}"
    typed = page_of(review, reasons="Nothing has become better yet, and that is why.")
    for shown in (
        omar.post(f"{address}/preview", data=typed, headers=htmx("preview")),
        omar.post(f"{address}/preview", data=typed),
    ):
        assert shown.status_code == 200 and "Nothing has become better yet" in shown.text
        assert "the arrangement goes on" in shown.text
    assert review.fresh().reasons == ""
    assert omar.post(address, data=typed).status_code == 303
    assert review.fresh().outcome == "continued"
    bad = omar.post(address, data=page_of(review, ends_on="never", reasons="Kept all the same"))
    assert bad.status_code == 422 and "Kept all the same" in bad.text
    stale = omar.post(address, data=typed | {"reasons": "My own words"})
    assert stale.status_code == 409 and "My own words" in stale.text and "You changed it" in words(stale.text)
    assert review.fresh().reasons == "Nothing has become better yet, and that is why."


def test_the_measures_are_eased_on_pages_that_lead_back(signed_in, cast, row, review):
    omar, address = signed_in(cast.omar), f"/reviews/{review.id}"
    sent = omar.post(address, data=page_of(review, outcome="varied", then="measures"))
    assert sent.location.endswith(f"{address}/measures")
    draft = review_letters.draft_of(row)
    assert draft is not None
    page = omar.get(f"{address}/measures")
    assert "Now: Contact only by letters and e-mails." in words(page.text)
    assert omar.get(f"/restrictions/{draft.id}").location.endswith(f"{address}/measures")
    term = f"/restrictions/{draft.id}/terms/channels"
    assert omar.get(f"{term}/editing").status_code == 200
    saved = omar.post(term, data={"version": draft.version, "channels": ["letter", "email", "text"], "do": "save"})
    assert saved.status_code == 303 and saved.location.split("#")[0].endswith(f"/restrictions/{draft.id}")
    assert measures.terms_of(draft)[0].channels == ["letter", "email", "text"]
    assert "After the review: Contact only by letters, e-mails and text" in words(omar.get(f"{address}/measures").text)
    added = {"version": draft.fresh().version, "slot-0-days": ["0"], "slot-0-start": "10:00", "slot-0-end": "11:00"}
    omar.post(f"/restrictions/{draft.id}/terms/telephone_times", data=added | {"do": "save"})
    out = omar.post(f"/restrictions/{draft.id}/terms/telephone_times/removing", data={"version": draft.fresh().version})
    assert out.location.endswith(f"/restrictions/{draft.id}")
    stale = omar.post(f"/restrictions/{draft.id}/terms/channels/removing", data={"version": 0})
    assert stale.status_code == 303 and "Somebody else changed this" in omar.get(f"{address}/measures").text
    why = {"version": draft.fresh().version, "why_not_telephone_times": "They ring at night."}
    assert omar.post(f"{address}/measures", data=why).status_code == 303
    assert draft.fresh().why_not_milder["telephone_times"] == "They ring at night."


def test_a_manager_weighs_and_decides_and_the_letter_is_issued(signed_in, cast, row):
    review = make.ready_review(cast, row, NOW)
    omar, mina, address = signed_in(cast.omar), signed_in(cast.mina), f"/reviews/{review.id}/holding"
    page = omar.get(address)
    assert "Only a manager can decide a review" in words(page.text) and "Decide this and issue" not in page.text
    assert omar.post(address, data={"version": review.version}).status_code == 409
    page = mina.get(address)
    assert "Decide this and issue the letter" in page.text and "It goes on as it is." in words(page.text)
    stale = mina.post(address, data={"version": 0})
    assert stale.status_code == 409 and not review.fresh().held_at
    assert mina.post(address, data={"version": review.version}).status_code == 303
    review = review.fresh()
    again = mina.post(address, data={"version": review.version})
    assert again.status_code == 409 and "You decided it on" in words(again.text)
    page = words(mina.get(f"/reviews/{review.id}").text)
    assert "It goes on as it is. Decided on" in page and review.successor.reference in page
    assert review.reference in words(mina.get(f"/restrictions/{review.successor_id}").text)
    assert lifecycle.in_force(row.customer_id, TODAY) == [review.successor]
    late = omar.post(f"/reviews/{review.id}", data=page_of(review, reasons="Too late, but not lost"))
    assert late.status_code == 409 and "Too late, but not lost" in late.text


def test_it_may_end_the_same_day_and_the_letter_says_so(signed_in, cast, row, review):
    mina = signed_in(cast.mina)
    mina.post(f"/reviews/{review.id}", data=page_of(review, outcome="lifted", reasons="All is well now."))
    assert mina.post(f"/reviews/{review.id}/holding", data={"version": 1}).status_code == 303
    assert "It ends on" in words(mina.get(f"/reviews/{review.id}").text)
    assert row.fresh().ended_on == TODAY


def test_g42_is_set_aside_by_a_senior_officer_on_the_page(signed_in, cast, row, review):
    review_opening.change(cast.omar, review, make.going_on(row, NOW), NOW, 0)
    sena, address = signed_in(cast.sena), f"/reviews/{review.id}/overrides"
    assert "Set this rule aside, with a reason" in words(sena.get(f"/reviews/{review.id}").text)
    assert sena.post(address, data={"rule": "G42", "because": ""}).status_code == 422
    assert signed_in(cast.mina).post(address, data={"rule": "G42", "because": "No time"}).status_code == 409
    assert sena.post(address, data={"rule": "G42", "because": "They asked us not to write."}).status_code == 303
    assert "They asked us not to write." in words(sena.get(f"/reviews/{review.id}").text)


def test_g7_the_weighing_leads_there_and_back(signed_in, cast, row):
    review = make.ready_review(cast, row, NOW, by=cast.mark)
    mina = signed_in(cast.mina)
    page = mina.get(f"/reviews/{review.id}/holding")
    way = f"/customers/{row.customer_id}/considerations/new?purpose=review&amp;about={review.id}"
    assert way in page.text
    assert mina.get(way.replace("&amp;", "&")).status_code == 200


def test_a_review_that_was_overtaken_says_so_and_keeps_what_was_typed(signed_in, cast, row, review):
    from policy.restrictions import decision as restriction_decision

    restriction_decision.lift(cast.mark, row, "A call showed that it is not needed.", NOW)
    omar = signed_in(cast.omar)
    assert "nothing left to decide" in words(omar.get(f"/reviews/{review.id}").text)
    late = omar.post(f"/reviews/{review.id}", data=page_of(review, reasons="Words of an hour"))
    assert late.status_code == 409 and "Words of an hour" in late.text
    said = {"said-from_whom": "customer", "said-channel": "visit", "said-on": TODAY.isoformat(), "said-words": "Thanks"}
    assert omar.post(f"/reviews/{review.id}/comments", data=said).status_code == 409
    assert omar.get(f"/restrictions/{row.id}/reviews/new").status_code == 200
