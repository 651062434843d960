"""Incidents on screen: the short and the whole form, bad input, possible duplicates, reading, adding, requests."""

import datetime as dt
import re
import uuid

import pytest

from models import Customer, CustomerRequest, Event, Incident, IncidentNote, IncidentStaff
from policy.core import clock
from policy.incidents import entries as incident_entries
from policy.rulebook import clauses
from tests import make
from tests.browse import htmx, words
from views.incidents.form import CHANNELS

pytestmark = pytest.mark.usefixtures("app")
TODAY = clock.today(clock.now())
YESTERDAY = TODAY - dt.timedelta(days=1)
TOMORROW = TODAY + dt.timedelta(days=1)


def typed(**changed):
    """The three answers that are enough, and the key of the page."""
    usual = {
        "form_key": str(uuid.uuid4()),
        "what_happened": "She shouted at me about the leak.",
        "channel": "telephone",
        "happened_on": YESTERDAY.isoformat(),
    }
    return {name: value for name, value in (usual | changed).items() if value is not None}


@pytest.fixture
def whose(cast):
    return make.customer(cast.omar)


@pytest.fixture
def log(signed_in, cast, whose):
    """Sends the form of an incident about `whose`, as Carla unless told otherwise."""
    clients = {}

    def send(who="carla", headers=None, **changed):
        client = clients.setdefault(who, signed_in(getattr(cast, who)))
        return client.post(f"/customers/{whose.id}/incidents/new", data=typed(**changed), headers=headers or {})

    return send


# --- Logging ---


def test_three_answers_are_enough(log, whose):
    answer = log()
    row = Incident.get()
    assert answer.status_code == 303 and answer.location.endswith(f"/incidents/{row.id}")
    assert (row.customer, row.channel, row.happened_on) == (whose, "telephone", YESTERDAY)
    assert row.recorded_by.name == "Carla Contact" and row.severity == 1 and row.identity == "certain"


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ({"what_happened": ""}, "Say what happened"),
        ({"what_happened": " \n "}, "Say what happened"),
        ({"channel": None}, "Choose how it happened"),
        ({"happened_on": ""}, "Give the day"),
    ],
)
def test_one_of_the_three_missing_is_said_and_linked(log, missing, said):
    answer = log(exact_words="Kept as typed", **missing)
    assert answer.status_code == 422 and said in words(answer.text) and "Kept as typed" in answer.text
    assert Incident.select().count() == 0
    field = next(iter(missing))
    assert f'href="#{field}' in answer.text


BAD = [
    ({"happened_on": TOMORROW.isoformat()}, "happened_on", "is later than"),
    ({"happened_on": "2026-02-31"}, "happened_on", "a day that exists"),
    ({"happened_on": "1890-01-01"}, "happened_on", "too early"),
    ({"timing": "known", "started_at": "14:30", "ended_at": "14:10"}, "ended_at", "is before the time"),
    ({"timing": "known", "started_at": "99:99"}, "started_at", "Enter a time of day"),
    ({"timing": "period", "until_on": "2020-01-01", "count_email": "4"}, "until_on", "before it begins"),
    ({"timing": "period", "until_on": TODAY.isoformat()}, "count_telephone", "needs the contacts counted"),
    ({"timing": "period", "until_on": TODAY.isoformat(), "count_email": "-4"}, "count_telephone", "from 1 to"),
    ({"timing": "period", "until_on": TODAY.isoformat(), "count_email": "many"}, "count_email", "whole number"),
    ({"timing": "period", "until_on": TOMORROW.isoformat(), "count_email": "4"}, "until_on", "is later than"),
    ({"told_to_stop": "y", "told_to_stop_at": "09:00", "timing": "known", "started_at": "10:00"}, "told_to_stop_at",
     "is before the time"),
    ({"what_happened": "x" * 10_001}, "what_happened", "at most 10,000 can be kept"),
    ({"exact_words": "a\x07b"}, "exact_words", "cannot be seen"),
    ({"channel": "pigeon"}, "channel", "Choose one from the list"),
    ({"behaviours_abuse": "sorcery"}, "behaviours_abuse", "not"),
    ({"severity": "9"}, "severity", "Choose one from the list"),
    ({"request": "A plumber", "request_due": YESTERDAY.isoformat()}, "request_due", "too early"),
    ({"request": "A plumber", "request_owner": "Nobody Here"}, "request_owner", "not the name of one person"),
    ({"colleague_1": "Nobody Here"}, "colleague_1", "not the name of one person"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "field", "said"), BAD, ids=[f"{field}-{n}" for n, (_, field, _) in enumerate(BAD)])
def test_what_cannot_be_is_said_beside_its_field_and_nothing_typed_is_lost(log, wrong, field, said):
    answer = log(**{"came_before": "We had cancelled twice."} | wrong)
    page = words(answer.text)
    assert answer.status_code == 422 and said in page and "We had cancelled twice." in answer.text
    assert f'href="#{field}' in answer.text and "<title>Error: " in answer.text and "data-summary" in answer.text
    assert Incident.select().count() == 0 and Event.select().where(Event.name == "incident_logged").count() == 0


@pytest.mark.parametrize("part", ["abuse", "requests", "persistence"])
def test_a_form_with_a_behaviour_and_a_fault_comes_back_with_it_ticked(log, part):
    for behaviour in [key for key, one in clauses.BEHAVIOURS.items() if one.heading == part]:
        answer = log(**{f"behaviours_{part}": behaviour, "happened_on": TOMORROW.isoformat()})
        assert answer.status_code == 422 and "is later than" in words(answer.text)
        assert re.search(rf'value="{behaviour}"[^>]* checked|checked[^>]* value="{behaviour}"', answer.text)


def test_ten_megabytes_are_refused_in_one_sentence(log):
    answer = log(what_happened="x" * 10_000_000)
    assert answer.status_code == 413 and "too much text" in words(answer.text)
    assert Incident.select().count() == 0


@pytest.mark.parametrize(
    "marks", ["<b>bold</b><script>x</script>", "=HYPERLINK(1)", "# Head\n* item", "{{ 1+1 }}", "%s \\"]
)
def test_marks_and_formulas_are_kept_and_shown_as_typed(log, signed_in, cast, marks):
    log(what_happened=marks, exact_words=marks)
    row = Incident.get()
    assert row.what_happened == marks
    page = signed_in(cast.omar).get(f"/incidents/{row.id}").text
    assert " ".join(marks.split()) in words(page) and "<script>x" not in page


def test_a_form_sent_twice_makes_one_incident(log):
    key = str(uuid.uuid4())
    first, second = log(form_key=key), log(form_key=key)
    assert first.location == second.location and Incident.select().count() == 1


def test_other_words_under_the_same_key_are_another_incident_and_never_lost(log, signed_in, cast):
    key = str(uuid.uuid4())
    log(form_key=key)
    asked = log(form_key=key, what_happened="And then the plumber too.")
    assert asked.status_code == 422 and "And then the plumber too." in asked.text
    sure = [log(form_key=key, what_happened="And then the plumber too.", different="y") for _ in range(2)]
    assert sure[0].location == sure[1].location and Incident.select().count() == 2
    log(form_key=key, different="y", colleague_1="Omar Officer", colleague_1_part="witness")
    assert Incident.select().count() == 3 and IncidentStaff.select().count() == 1
    assert log(form_key=key, who="omar", different="y").status_code == 303
    assert Incident.select().count() == 4


def test_a_form_without_a_sound_key_still_makes_its_incident(log):
    assert log(form_key="x" * 500).status_code == 303
    assert Incident.select().count() == 1


def test_everything_told_is_kept(log, cast):
    log(
        channel="visit", date_is_about="y", timing="known", started_at="10:00", ended_at="10.20 am",
        exact_words="Get out", behaviours_abuse=["threat", "verbal_abuse"], behaviours_requests="staff_replaced",
        aimed_at_a_person="yes", caused_fear="no", hate_element="y", severity="3", who_acted="household",
        identity="likely", identified_by="His voice", told_to_stop="y", told_to_stop_at="10:05",
        told_to_stop_words="Please stop", contact_ended="y", contact_ended_at="10:15", contact_about="A leak",
        request="A plumber", request_owner="Omar Officer, Housing officer", request_due=TODAY.isoformat(),
        protected="hazard", own_part="target", colleague_1="olive officer", colleague_1_part="witness",
        allegation="Said I was rude", came_before="Two missed visits", observed="Out of breath", place="The hall",
        witnesses="A neighbour", evidence_held="Call recording", late_reason="Off sick", police="reported",
        police_words="NP-1",
    )  # fmt: skip
    row = Incident.get()
    assert (row.started_at, row.ended_at) == (dt.time(10), dt.time(10, 20))
    assert row.behaviours == ["verbal_abuse", "threat", "staff_replaced"] or set(row.behaviours) == {
        "threat",
        "verbal_abuse",
        "staff_replaced",
    }
    assert (row.aimed_at_a_person, row.caused_fear, row.severity) == (True, False, 3)
    assert (row.who_acted, row.identity, row.protected, row.police) == ("household", "likely", "hazard", "reported")
    assert row.told_to_stop_at == dt.time(10, 5) and row.contact_ended_at == dt.time(10, 15)
    parts = {(one.user.name, one.part) for one in IncidentStaff.select()}
    assert parts == {("Carla Contact", "target"), ("Olive Officer", "witness")}
    asked = CustomerRequest.get()
    assert (asked.words, asked.owner.name, asked.due_on) == ("A plumber", "Omar Officer", TODAY)


def test_p336_a_pattern_covers_a_period_with_its_counted_contacts(log):
    first = (TODAY - dt.timedelta(days=30)).isoformat()
    log(happened_on=first, timing="period", until_on=TODAY.isoformat(), count_telephone="40", count_email="12",
        minutes_spent="300", started_at="10:00")  # fmt: skip
    row = Incident.get()
    assert row.is_pattern and row.minutes_spent == 300 and row.started_at is None
    assert row.contacts_counted == [{"channel": "telephone", "count": 40}, {"channel": "email", "count": 12}]


def test_g2_why_the_time_is_not_known_is_kept(log):
    log(timing="unknown", time_unknown_because="The voicemail has no time on it")
    assert Incident.get().has_time


def test_g38_a_request_without_an_owner_or_date_gets_the_writer_and_the_usual_days(log):
    log(channel="email", request="When will the plumber come?")
    asked = CustomerRequest.get()
    assert asked.owner.name == "Carla Contact" and asked.due_on == clock.working_days_after(TODAY, 10)


# --- Possible duplicates ---


def test_a_possible_duplicate_is_shown_before_saving_and_a_different_one_is_saved(log):
    log(who="omar", started_at="10:00")
    again = typed(started_at="10:20", came_before="We had cancelled twice.")
    answer = log(**again)
    page = words(answer.text)
    assert answer.status_code == 422 and "Is it already here?" in page and "Omar Officer" in page
    assert "We had cancelled twice." in answer.text and Incident.select().count() == 1
    assert log(**again, different="y").status_code == 303 and Incident.select().count() == 2


def test_a_colleague_is_not_shown_the_words_of_somebody_elses_entry(log):
    log(who="omar", what_happened="Words for the file")
    assert "Words for the file" not in log().text


def test_what_was_sent_before_is_not_its_own_duplicate(log):
    key = str(uuid.uuid4())
    log(form_key=key)
    assert log(form_key=key).status_code == 303


# --- The short form on the customer's page ---


def test_the_short_form_stands_in_the_customers_page(signed_in, cast, whose):
    for who in ("carla", "omar", "mina", "sol"):
        page = signed_in(getattr(cast, who)).get(f"/customers/{whose.id}").text
        assert 'name="what_happened"' in page and f'value="{TODAY.isoformat()}"' in page, who
    assert 'name="what_happened"' not in signed_in(cast.dora).get(f"/customers/{whose.id}").text


def test_the_short_form_is_answered_in_place_with_the_new_timeline(log):
    answer = log(who="omar", headers=htmx("log"), short="y")
    row = Incident.get()
    assert answer.status_code == 201 and f"Logged as {row.reference}" in words(answer.text)
    assert 'id="log"' in answer.text and 'id="timeline"' in answer.text and 'hx-swap-oob="true"' in answer.text
    assert f'href="/incidents/{row.id}"' in answer.text and "She shouted" not in answer.text


def test_the_short_form_without_script_goes_back_to_the_customer(log, whose):
    answer = log(short="y")
    assert answer.status_code == 303 and answer.location.endswith(f"/customers/{whose.id}")


def test_the_short_form_comes_back_in_place_with_what_is_wrong(log):
    answer = log(headers=htmx("log"), short="y", happened_on=TOMORROW.isoformat())
    assert answer.status_code == 422 and answer.text.lstrip().startswith('<section id="log"')
    assert "is later than" in words(answer.text) and "She shouted at me" in answer.text
    assert Incident.select().count() == 0


def test_the_short_form_without_script_comes_back_as_the_whole_form(log):
    answer = log(short="y", happened_on=TOMORROW.isoformat())
    assert answer.status_code == 422 and "is later than" in words(answer.text)
    assert "She shouted at me" in answer.text and 'name="exact_words"' in answer.text


def test_the_short_form_shows_a_possible_duplicate_in_place(log):
    log(who="omar", what_happened="The first telling")
    answer = log(headers=htmx("log"), short="y")
    assert (
        answer.status_code == 422 and "Is it already here?" in words(answer.text) and 'name="different"' in answer.text
    )
    assert log(short="y").status_code == 422 and Incident.select().count() == 1


@pytest.mark.parametrize("headers", [None, htmx("log")], ids=["page", "in place"])
def test_more_questions_bring_the_whole_form_with_what_was_typed_and_save_nothing(log, headers):
    answer = log(headers=headers, short="y", more="y")
    assert answer.status_code == 200 and "She shouted at me" in answer.text and 'name="exact_words"' in answer.text
    assert ("<h1" in answer.text) is (headers is None) and Incident.select().count() == 0


def test_every_way_of_contact_of_the_policy_can_be_chosen():
    from policy.rulebook import clauses

    assert set(CHANNELS) == set(clauses.CHANNELS)


# --- Who may ---


def test_who_logs_no_incidents_may_not(signed_in, cast, whose):
    for who, code in (("dora", 403), ("ada", 404)):
        client = signed_in(getattr(cast, who))
        assert client.get(f"/customers/{whose.id}/incidents/new").status_code == code
        assert client.post(f"/customers/{whose.id}/incidents/new", data=typed()).status_code == code
    assert Incident.select().count() == 0


def test_a_colleague_reads_their_own_incident_and_no_other(log, signed_in, cast):
    log(who="carla")
    log(who="omar", different="y")
    own, other = Incident.select().order_by(Incident.id)
    client = signed_in(cast.carla)
    assert client.get(f"/incidents/{own.id}").status_code == 200
    assert client.get(f"/incidents/{other.id}").status_code == 404
    assert client.get("/incidents/987654").status_code == 404


# --- Reading and adding ---


def test_an_incident_is_shown_as_it_was_told(log, signed_in, cast):
    log(exact_words="You useless lot", behaviours_abuse="allegations", severity="2", came_before="Two missed visits")
    page = words(signed_in(cast.omar).get(f"/incidents/{Incident.get().id}").text)
    assert "She shouted at me about the leak." in page and "You useless lot" in page
    assert "Made allegations without substance" in page and "Only once the matter itself" in page
    assert "Two missed visits" in page and "Carla Contact" in page


def note(client, row, headers=None, **changed):
    usual = {"form_key": str(uuid.uuid4()), "kind": "correction", "words": "It was the Tuesday."}
    return client.post(f"/incidents/{row.id}/notes", data=usual | changed, headers=headers or {})


NOTES = [
    ({"kind": "correction"}, "carla"),
    ({"kind": "account"}, "omar"),
    ({"kind": "finding"}, "omar"),
    ({"kind": "identity", "identity_outcome": "low"}, "omar"),
    ({"kind": "triage", "triage_outcome": "informal"}, "mina"),
]


@pytest.mark.parametrize(("given", "who"), NOTES, ids=[given["kind"] for given, _ in NOTES])
def test_g64_what_is_added_leaves_the_original_as_it_was(log, signed_in, cast, given, who):
    log()
    row = Incident.get()
    client = signed_in(getattr(cast, who))
    assert note(client, row, **given).status_code == 303
    added = IncidentNote.get()
    assert added.kind == given["kind"] and row.fresh().what_happened == row.what_happened
    page = words(client.get(f"/incidents/{row.id}").text)
    assert page.index("She shouted at me") < page.index("It was the Tuesday.")


def test_a_note_in_place_is_answered_with_the_notes(log, signed_in, cast):
    log()
    answer = note(signed_in(cast.omar), Incident.get(), headers=htmx("notes"))
    assert answer.status_code == 201 and answer.text.lstrip().startswith('<section id="notes"')
    assert "It was the Tuesday." in answer.text


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"words": ""}, "words"),
        ({"kind": ""}, "kind-0"),
        ({"kind": "identity"}, "identity_outcome-0"),
        ({"kind": "triage"}, "triage_outcome-0"),
        ({"words": "x" * 10_001}, "words"),
    ],
)
@pytest.mark.parametrize("headers", [None, htmx("notes")], ids=["page", "in place"])
def test_a_note_that_is_not_complete_comes_back_with_a_link_to_its_field(log, signed_in, cast, given, field, headers):
    log()
    answer = note(signed_in(cast.mina), Incident.get(), headers=headers, **given)
    assert answer.status_code == 422 and f'href="#{field}"' in answer.text
    assert IncidentNote.select().count() == 0


def test_a_note_sent_twice_is_one_note(log, signed_in, cast):
    log()
    client, key = signed_in(cast.omar), str(uuid.uuid4())
    assert note(client, Incident.get(), form_key=key).status_code == 303
    assert note(client, Incident.get(), form_key=key).status_code == 303
    assert IncidentNote.select().count() == 1


def test_another_note_under_the_same_key_is_another_note(log, signed_in, cast):
    log()
    client, key = signed_in(cast.omar), str(uuid.uuid4())
    for words_ in ("It was the Tuesday.", "No: the Monday.", "It was the Tuesday."):
        assert note(client, Incident.get(), form_key=key, words=words_).status_code == 303
    assert [one.words for one in IncidentNote.select().order_by(IncidentNote.id)] == [
        "It was the Tuesday.",
        "No: the Monday.",
    ]


def test_only_a_manager_decides_what_to_do(log, signed_in, cast):
    log()
    row = Incident.get()
    assert note(signed_in(cast.omar), row, kind="triage", triage_outcome="warning").status_code == 422
    assert note(signed_in(cast.dora), row).status_code == 403
    assert IncidentNote.select().count() == 0


# --- Requests ---


def test_p327_the_owner_passes_the_reply_to_their_line_manager_in_one_tap(log, signed_in, cast):
    log(channel="email", request="A plumber, please")
    asked = CustomerRequest.get()
    answer = signed_in(cast.carla).post(f"/requests/{asked.id}/passing")
    assert answer.status_code == 303 and asked.fresh().owner.name == "Mina Manager"


def test_what_stands_against_passing_is_said(log, signed_in, cast):
    log(who="sena", channel="email", request="A plumber, please")
    asked = CustomerRequest.get()
    client = signed_in(cast.sena)
    assert "No line manager is set" in words(client.get(f"/incidents/{asked.incident_id}").text)
    answer = client.post(f"/requests/{asked.id}/passing")
    assert answer.status_code == 409 and "No line manager is set" in words(answer.text)


def test_p326_the_answer_is_recorded_once(log, signed_in, cast):
    log(channel="email", request="A plumber, please")
    asked, client = CustomerRequest.get(), signed_in(cast.omar)
    assert client.post(f"/requests/{asked.id}/answer", data={"answer": "He comes on Friday."}).status_code == 303
    second = client.post(f"/requests/{asked.id}/answer", data={"answer": "Again"})
    assert second.status_code == 409 and asked.fresh().answer == "He comes on Friday."
    assert "He comes on Friday." in words(client.get(f"/incidents/{asked.incident_id}").text)


def test_an_empty_answer_comes_back_with_a_link_to_its_own_field(log, signed_in, cast):
    log(channel="email", request="A plumber, please")
    asked = CustomerRequest.get()
    answer = signed_in(cast.omar).post(f"/requests/{asked.id}/answer", data={"answer": " "})
    assert answer.status_code == 422 and f'href="#answer-{asked.id}"' in answer.text


def test_p326_what_was_asked_for_may_be_noted_afterwards(log, signed_in, cast):
    log(channel="letter")
    row, client = Incident.get(), signed_in(cast.omar)
    given = {"request": "A copy of the lease", "request_owner": "Olive Officer", "request_due": TOMORROW.isoformat()}
    assert client.post(f"/incidents/{row.id}/requests", data=given).status_code == 303
    asked = CustomerRequest.get()
    assert (asked.words, asked.owner.name, asked.due_on) == ("A copy of the lease", "Olive Officer", TOMORROW)
    for wrong, field in (({"request": ""}, "request"), ({"request_owner": "Nobody"}, "request_owner"),
                         ({"request_due": YESTERDAY.isoformat()}, "request_due")):  # fmt: skip
        answer = client.post(f"/incidents/{row.id}/requests", data=given | wrong)
        assert answer.status_code == 422 and f'href="#{field}"' in answer.text
    assert signed_in(cast.dora).post(f"/incidents/{row.id}/requests", data=given).status_code == 403
    assert CustomerRequest.select().count() == 1


def test_who_answers_the_request_may_open_its_incident(log, signed_in, cast):
    log(who="omar", channel="email", request="A plumber, please", request_owner="Carla Contact")
    asked, client = CustomerRequest.get(), signed_in(cast.carla)
    assert client.get(f"/incidents/{asked.incident_id}").status_code == 200
    assert client.post(f"/requests/{asked.id}/passing").headers["Location"].endswith("/")
    assert client.get(f"/incidents/{asked.incident_id}").status_code == 404


def test_a_request_is_shown_on_the_file_until_it_is_answered(log, signed_in, cast, whose):
    log(channel="email", request="A plumber, please")
    client = signed_in(cast.omar)
    assert "A plumber, please" in words(client.get(f"/customers/{whose.id}").text)
    client.post(f"/requests/{CustomerRequest.get().id}/answer", data={"answer": "Done"})
    assert "A plumber, please" not in words(client.get(f"/customers/{whose.id}").text)
    assert Customer.select().count() == 1


# --- What was left out ---


@pytest.fixture
def bare(app, cast):
    """An incident of the short form: what happened, how and when, and no more."""
    told = {"happened_on": clock.today(clock.now()), "channel": "telephone", "what_happened": "Shouted."}
    return incident_entries.log(cast.carla, make.customer(cast.omar), told, clock.now(), make.key())


def test_what_was_left_out_is_asked_for_and_added(signed_in, cast, bare):
    client = signed_in(cast.carla)
    assert "What was left out at first" in client.get(f"/incidents/{bare.id}").text
    given = {"behaviours_requests": "continual_contact", "time_unknown_because": "Nobody looked", "form_key": "once"}
    for _ in range(2):  # sent twice, added once
        assert client.post(f"/incidents/{bare.id}/completing", data=given).status_code == 303
    page = words(client.get(f"/incidents/{bare.id}").text)
    assert "Made contact an excessive number of times" in page and "The time is not known: Nobody looked" in page
    assert page.count("Nobody looked") == 1 and "A warning cannot rest on this incident" not in page


@pytest.mark.parametrize(
    ("given", "said"), [({}, "at least one of these"), ({"exact_words": "x" * 10_001}, "at most 10,000 can be kept")]
)
def test_what_is_added_badly_comes_back_as_typed(signed_in, cast, bare, given, said):
    answer = signed_in(cast.carla).post(f"/incidents/{bare.id}/completing", data=given)
    assert answer.status_code == 422 and said in words(answer.text)
    assert given.get("exact_words", "") in answer.text
