"""The pages of a warning: begun, written beside its letter, read, weighed, issued, withdrawn, and what is refused."""

import datetime as dt
from typing import Any

import pytest

from models import BehaviourWarning, Event, Letter, Override
from policy.core import clock
from policy.warnings import letter as warning_letter
from policy.warnings import warnings
from tests import make
from tests.browse import htmx, words

NOW = clock.now()


def ago(days: float) -> dt.datetime:
    return make.later(NOW, -days)


@pytest.fixture
def whose(app: Any, cast: Any) -> Any:
    return make.customer(cast.omar, ago(30))


@pytest.fixture
def happened(cast: Any, whose: Any) -> Any:
    return make.incident(cast.carla, whose, ago(3))


@pytest.fixture
def draft(cast: Any, whose: Any, happened: Any) -> BehaviourWarning:
    return make.draft_warning(cast.omar, whose, [happened], ago(2))


@pytest.fixture
def ready(cast: Any, whose: Any, draft: BehaviourWarning) -> BehaviourWarning:
    """A draft that Mark may issue now."""
    warnings.read(cast.olive, draft, "Clear.", ago(1), draft.version)
    make.weighing(cast.mark, whose, "warning", NOW)
    return draft.fresh()


def page_of(draft: BehaviourWarning, **typed: Any) -> dict[str, Any]:
    """What the page of a draft sends."""
    cited = [one.id for one in warning_letter.incidents_of(draft)]
    usual = {"incidents": cited, "sanctions": ["channels"], "channels": ["letter", "email"], "sanction_months": "6"}
    return {"version": draft.fresh().version, **usual, **make.WARNING_PASSAGES, **typed}


# --- Beginning ---


def test_a_draft_begins_from_chosen_incidents(signed_in, cast, whose, happened):
    omar = signed_in(cast.omar)
    assert "Begin a warning" in words(omar.get(f"/customers/{whose.id}/warnings/new").text)
    told = {"form_key": "one", "kind": "behaviour", "incidents": [happened.id]}
    first = omar.post(f"/customers/{whose.id}/warnings", data=told)
    again = omar.post(f"/customers/{whose.id}/warnings", data=told)
    row = BehaviourWarning.get()
    assert first.status_code == again.status_code == 303
    assert first.location == again.location == f"/warnings/{row.id}"
    assert [one.id for one in warning_letter.incidents_of(row)] == [happened.id]


def test_the_choice_says_why_an_incident_may_not_be_relied_on(signed_in, cast, whose, happened):
    make.incident(cast.carla, whose, ago(2), identity="low")
    page = words(signed_in(cast.omar).get(f"/customers/{whose.id}/warnings/new").text)
    assert page.count("May not be relied on") == 1
    assert "we are not sure enough that it was this customer" in page


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"kind": "behaviour"}, "Choose at least one incident"),
        ({"incidents": ["7"], "kind": "behaviour"}, "Choose from the list."),
        ({"incidents": ["x"], "kind": "behaviour"}, "Choose from the list."),
        ({"kind": "shouting"}, "please choose one from the list"),
        ({}, "please choose one"),
    ],
)
def test_a_beginning_that_cannot_be_is_asked_again(signed_in, cast, whose, told, sentence):
    response = signed_in(cast.omar).post(f"/customers/{whose.id}/warnings", data=told)
    assert response.status_code == 422
    assert sentence in words(response.text)
    assert BehaviourWarning.select().count() == 0


def test_an_incident_of_another_file_cannot_be_chosen(signed_in, cast, whose):
    other = make.incident(cast.carla, make.customer(cast.omar, ago(30)), ago(3))
    told = {"kind": "behaviour", "incidents": [other.id]}
    assert signed_in(cast.omar).post(f"/customers/{whose.id}/warnings", data=told).status_code == 422
    assert BehaviourWarning.select().count() == 0


# --- Writing ---


def test_the_letter_follows_what_is_typed_and_nothing_is_kept(signed_in, cast, draft):
    before = draft.fresh()
    typed = page_of(draft, effect="It was <b>not</b> *fair* to her.", sanctions=["named_officer"], sanction_months="3")
    response = signed_in(cast.omar).post(f"/warnings/{draft.id}/preview", data=typed, headers=htmx("preview"))
    assert response.status_code == 200
    assert response.text.startswith('<div id="preview">')
    letter = words(response.text)
    assert "It was <b>not</b> *fair* to her." in letter
    assert "one named officer" in letter and "up to 3 months" in letter
    after = draft.fresh()
    assert (after.version, after.passages) == (before.version, before.passages)


def test_without_a_script_the_page_shows_the_letter_and_keeps_what_is_typed(signed_in, cast, draft):
    typed = page_of(draft, effect="Typed and not saved", incidents=[])
    response = signed_in(cast.omar).post(f"/warnings/{draft.id}/preview", data=typed)
    page = words(response.text)
    assert response.status_code == 200
    assert page.count("Typed and not saved") == 2
    assert "It is not saved yet" in page
    assert draft.fresh().passages["effect"] == make.WARNING_PASSAGES["effect"]


def test_saving_keeps_everything_and_asks_for_the_reader_again(signed_in, cast, ready):
    told = page_of(ready, effect="Another effect", sanctions=["access"], place="the Wallsend office", sanction_months=4)
    response = signed_in(cast.omar).post(f"/warnings/{ready.id}", data=told)
    assert response.status_code == 303
    row = ready.fresh()
    assert row.passages["effect"] == "Another effect" and row.sanction_months == 4
    assert [(one.kind, one.detail) for one in warning_letter.sanctions_of(row)] == [
        ("access", {"place": "the Wallsend office"})
    ]
    assert "It has changed since, so it has to be read again" in words(
        signed_in(cast.mark).get(f"/warnings/{ready.id}").text
    )


def test_a_stale_page_keeps_its_words_and_says_who_was_there_first(signed_in, cast, draft):
    stale = page_of(draft, effect="Mine")
    theirs = page_of(draft, effect="Theirs")
    assert signed_in(cast.olive).post(f"/warnings/{draft.id}", data=theirs).status_code == 303
    response = signed_in(cast.omar).post(f"/warnings/{draft.id}", data=stale)
    page = words(response.text)
    assert response.status_code == 409
    assert "Somebody else changed this" in page and "Olive Officer changed it on" in page
    assert "Mine" in response.text and "Theirs" in page
    assert draft.fresh().passages["effect"] == "Theirs"


def test_words_typed_after_it_was_issued_are_shown_and_not_lost(signed_in, cast, ready):
    typed = page_of(ready, effect="Words of the last minute")
    assert (
        signed_in(cast.mark).post(f"/warnings/{ready.id}/issuing", data={"version": ready.version}).status_code == 303
    )
    response = signed_in(cast.omar).post(f"/warnings/{ready.id}", data=typed)
    page = words(response.text)
    assert response.status_code == 409
    assert "Words of the last minute" in page and "Mark Manager issued it on" in page


def test_what_stands_in_the_way_is_listed_with_its_place(signed_in, cast, whose, happened):
    draft = warnings.draft(cast.omar, whose, "behaviour", [happened], NOW, make.key())
    response = signed_in(cast.mark).get(f"/warnings/{draft.id}")
    page = words(response.text)
    for sentence in ("You have not yet recorded today", "No second person has read", "does not say what may follow"):
        assert sentence in page
    assert f"/customers/{whose.id}/considerations/new?purpose=warning&amp;about={draft.id}" in response.text
    assert 'href="#passages"' in response.text


def test_an_officer_is_not_told_what_only_the_manager_clears(signed_in, cast, draft):
    page = words(signed_in(cast.omar).get(f"/warnings/{draft.id}").text)
    assert "You have not yet recorded today" not in page
    assert "For the manager who decides" in page


# --- The second reader ---


def test_g14_the_author_cannot_be_the_second_reader(signed_in, cast, draft):
    omar = signed_in(cast.omar)
    assert "You drafted this warning yourself" in words(omar.get(f"/warnings/{draft.id}/reading").text)
    response = omar.post(f"/warnings/{draft.id}/reading", data={"version": draft.version})
    assert response.status_code == 409
    assert draft.fresh().read_by_id is None


def test_g14_the_reader_reads_this_version(signed_in, cast, draft):
    olive = signed_in(cast.olive)
    stale = olive.post(f"/warnings/{draft.id}/reading", data={"version": draft.version - 1, "noted": "Kept words"})
    assert stale.status_code == 409 and "Kept words" in stale.text
    assert draft.fresh().read_by_id is None
    told = {"version": draft.version, "noted": "Good"}
    assert olive.post(f"/warnings/{draft.id}/reading", data=told).status_code == 303
    assert draft.fresh().read_by_id == cast.olive.id


# --- Issuing ---


def test_the_check_page_shows_the_letter_and_issuing_freezes_it(signed_in, cast, ready):
    mark = signed_in(cast.mark)
    check = words(mark.get(f"/warnings/{ready.id}/issuing").text)
    assert "The letter as it will be sent" in check and "Issue this warning" in check
    response = mark.post(f"/warnings/{ready.id}/issuing", data={"version": ready.version})
    assert response.status_code == 303
    page = words(mark.get(f"/warnings/{ready.id}").text)
    assert "how it was sent is not recorded yet" in page
    assert Letter.select().count() == 1


def test_two_managers_issue_once_and_the_second_is_told(signed_in, cast, ready, whose):
    make.weighing(cast.mina, whose, "warning", NOW)
    told = {"version": ready.version}
    assert signed_in(cast.mark).post(f"/warnings/{ready.id}/issuing", data=told).status_code == 303
    response = signed_in(cast.mina).post(f"/warnings/{ready.id}/issuing", data=told)
    assert response.status_code == 409
    assert "Mark Manager issued it on" in words(response.text)
    assert Letter.select().count() == 1
    assert Event.select().where(Event.name == "warning_issued").count() == 1


@pytest.mark.parametrize("version", ["", "0", "-1", "x", "99999999999999999999", "٣"])
def test_a_warning_changed_since_the_check_page_is_not_issued(signed_in, cast, ready, version):
    response = signed_in(cast.mark).post(f"/warnings/{ready.id}/issuing", data={"version": version})
    assert response.status_code == 409
    assert ready.fresh().issued_at is None


def test_an_officer_cannot_issue(signed_in, cast, ready):
    response = signed_in(cast.omar).post(f"/warnings/{ready.id}/issuing", data={"version": ready.version})
    assert response.status_code == 409
    assert "Only a manager issues a warning" in words(response.text)


# --- Overriding and withdrawing ---


def test_a_senior_officer_sets_a_rule_of_kind_s_aside_with_a_reason(signed_in, cast, draft):
    sena = signed_in(cast.sena)
    assert "Set this rule aside" in words(sena.get(f"/warnings/{draft.id}").text)
    empty = sena.post(f"/warnings/{draft.id}/overrides", data={"rule": "G14", "because": " "})
    assert empty.status_code == 422 and 'href="#because-G14"' in empty.text
    told = {"rule": "G14", "because": "Everybody else is away and it cannot wait"}
    assert sena.post(f"/warnings/{draft.id}/overrides", data=told).status_code == 303
    assert Override.get().rule == "G14"
    assert "Everybody else is away" in words(sena.get(f"/warnings/{draft.id}").text)


@pytest.mark.parametrize("rule", ["G7", "", "G999", "<b>"])
def test_a_hard_rule_is_set_aside_by_nobody(signed_in, cast, draft, rule):
    response = signed_in(cast.sena).post(f"/warnings/{draft.id}/overrides", data={"rule": rule, "because": "Please"})
    assert response.status_code == 409
    assert Override.select().count() == 0


def test_a_manager_cannot_set_a_rule_aside(signed_in, cast, draft):
    response = signed_in(cast.mark).post(f"/warnings/{draft.id}/overrides", data={"rule": "G14", "because": "Please"})
    assert response.status_code == 409 and "Only a senior officer" in words(response.text)


def test_a_draft_is_put_aside_with_a_reason(signed_in, cast, draft):
    omar = signed_in(cast.omar)
    assert omar.post(f"/warnings/{draft.id}/withdrawing", data={"because": ""}).status_code == 422
    assert omar.post(f"/warnings/{draft.id}/withdrawing", data={"because": "Not needed"}).status_code == 303
    assert "Not needed" in words(omar.get(f"/warnings/{draft.id}").text)
    again = omar.post(f"/warnings/{draft.id}/withdrawing", data={"because": "Once more"})
    assert again.status_code == 409 and "You withdrew it on" in words(again.text)


def test_an_issued_warning_is_withdrawn_by_a_manager_only(signed_in, cast, ready):
    warnings.issue(cast.mark, ready, NOW)
    told = {"because": "It was somebody else"}
    assert signed_in(cast.omar).post(f"/warnings/{ready.id}/withdrawing", data=told).status_code == 409
    assert signed_in(cast.mark).post(f"/warnings/{ready.id}/withdrawing", data=told).status_code == 303


# --- Who may come here ---


@pytest.mark.parametrize("key", ["carla", "ada"])
def test_those_who_see_no_files_find_no_warning(signed_in, cast, draft, key):
    one = signed_in(getattr(cast, key))
    assert one.get(f"/warnings/{draft.id}").status_code == 404
    assert one.post(f"/warnings/{draft.id}", data=page_of(draft)).status_code == 403


def test_those_who_only_read_files_see_the_draft_as_it_stands(signed_in, cast, draft):
    page = signed_in(cast.dora).get(f"/warnings/{draft.id}")
    assert page.status_code == 200 and "<textarea" not in page.text
    assert "The letter as it stood" in words(page.text)


def test_a_warning_that_is_not_there(signed_in, cast, app):
    omar = signed_in(cast.omar)
    for address in ("/warnings/99", "/warnings/99/issuing", "/warnings/99/reading", "/customers/99/warnings/new"):
        assert omar.get(address).status_code == 404
    assert omar.post("/warnings/99", data={}).status_code == 404
