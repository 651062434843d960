"""Customers on screen: finding one, the file, the short page for a colleague, details, needs and supporters."""

import pytest

from models import ContactWay, Customer, Need, Representative, SupportWorker
from policy.core import clock
from policy.customers import customers
from policy.restrictions import decision as restriction_decision
from tests import make
from tests.browse import htmx, words

pytestmark = pytest.mark.usefixtures("app")
NEW = {
    "name": "Robin Example",
    "reference": "ot123",
    "kind": "tenant",
    "address": "14 Sample Street\nWallsend",
    "postcode": "ne28 6aa",
    "telephone": "0191 496 0123",
    "email": "",
    "letter_format": "large_print",
    "language": "English",
    "salutation": "",
    "date_of_birth": "",
}


def details(customer, **changed):
    """What the form of details holds for a customer, with some of it changed."""
    row = Customer.get_by_id(customer.id)
    names = ("name", "reference", "kind", "address", "postcode", "salutation", "letter_format", "language", "version")
    return {name: getattr(row, name) for name in names} | {"date_of_birth": ""} | changed


def in_force(cast):
    """A customer under a restriction that is in force today."""
    now = clock.now()
    before = make.later(now, -20)
    whose = make.customer(cast.omar, before)
    first = make.incident(cast.carla, whose, before)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first], before)
    make.served(cast.omar, warning.letter, before)
    again = make.incident(cast.carla, whose, make.later(now, -10))
    row = make.proposal(cast.omar, whose, warning, [again], make.later(now, -9))
    row = make.authorised(cast.mark, row, make.later(now, -9))
    restriction_decision.issue(cast.mark, row, make.later(now, -9))
    return whose


# --- Finding ---


@pytest.mark.parametrize("typed", ["robin", "OT0", "Sample", "NE28 6AA", "ne286aa", "0191 496 0123", "960123"])
def test_a_customer_is_found_by_name_reference_address_postcode_and_telephone(signed_in, cast, typed):
    whose = make.customer(cast.omar)
    page = signed_in(cast.carla).post("/customers", data={"q": typed}, follow_redirects=True).text
    assert f'href="/customers/{whose.id}"' in page
    assert "14 Sample Street, NE28 6AA" in words(page)


def test_the_search_answers_htmx_with_the_results_alone(signed_in, cast):
    make.customer(cast.omar)
    answer = signed_in(cast.omar).post("/customers", data={"q": "sample"}, headers=htmx("results"))
    assert answer.text.lstrip().startswith('<div id="results"')
    assert "HX-Request" in answer.headers["Vary"] and answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Find a customer"), ("a", "at least two letters"), ("zzzz", "Nobody was found"), ("*\" OR '", "Nobody")],
)
def test_a_search_that_finds_nobody_says_so(signed_in, cast, typed, said):
    make.customer(cast.omar)
    assert said in words(signed_in(cast.omar).post("/customers", data={"q": typed}, follow_redirects=True).text)


def test_who_is_sought_stands_in_no_address_and_is_there_on_the_way_back(signed_in, cast):
    whose = make.customer(cast.omar)
    client = signed_in(cast.omar)
    answer = client.post("/customers", data={"q": "robin"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/customers")
    assert whose.name in client.get("/customers").text


# --- The file ---


def test_a_quiet_file_says_that_nothing_is_in_place(signed_in, cast):
    whose = make.customer(cast.omar)
    page = words(signed_in(cast.omar).get(f"/customers/{whose.id}").text)
    assert whose.name in page and "No warning or arrangement is in place" in page
    assert "The customer was added." in page and "Omar Officer, housing officer" in page


def test_the_icon_and_the_arrangement_stand_before_needs_and_history(signed_in, cast):
    whose = in_force(cast)
    customers.add_need(cast.omar, whose, "memory", "", clock.now())
    page = words(signed_in(cast.omar).get(f"/customers/{whose.id}").text)
    order = [
        "A contact arrangement is in place",
        "Contact only by letters and e-mails.",
        "Forgets",
        "What has happened",
    ]
    places = [page.index(said) for said in order]
    assert places == sorted(places)


def test_the_icon_follows_a_warning_from_its_issue(signed_in, cast):
    now = clock.now()
    whose = make.customer(cast.omar, now)
    first = make.incident(cast.carla, whose, make.later(now, -1))
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [first], now)
    client = signed_in(cast.omar)
    page = words(client.get(f"/customers/{whose.id}").text)
    assert "A written warning is in place" in page and "how it was sent is not recorded yet" in page
    make.served(cast.omar, warning.letter, now)
    assert "Received on" in words(client.get(f"/customers/{whose.id}").text)


def test_a_step_that_may_not_be_taken_yet_says_why_and_what_would_clear_it(signed_in, cast):
    from policy import actions

    whose = make.customer(cast.omar)
    steps = {step.action.name: step for step in actions.next_steps(cast.omar, whose, clock.now())}
    assert steps["draft_warning"].answer
    assert steps["propose_restriction"].answer.names("G1")
    assert all(reason.remedy for reason in steps["propose_restriction"].answer.reasons)


def test_the_file_is_shown_in_pages_of_fifty(signed_in, cast):
    now = clock.now()
    whose = make.customer(cast.omar, make.later(now, -3))
    for _ in range(60):
        make.incident(cast.omar, whose, make.later(now, -2))
    client = signed_in(cast.omar)
    first = client.get(f"/customers/{whose.id}").text
    assert first.count('class="timeline__item') == 50
    older = first.split('id="older"')[1].split('href="')[1].split('"')[0]
    rest = client.get(older).text
    assert rest.count('class="timeline__item') == 11 and "The customer was added." in rest
    fragment = client.get(older.split("#")[0], headers=htmx("older")).text
    assert fragment.count('class="timeline__item') == 11 and "<h1" not in fragment


def test_a_colleague_sees_a_short_page_and_only_their_own_entries(signed_in, cast):
    now = clock.now()
    whose = make.customer(cast.omar, make.later(now, -3))
    make.incident(cast.omar, whose, make.later(now, -2), what_happened="Words for the file only")
    customers.add_need(cast.omar, whose, "mental_health", "Told us in confidence", now)
    client = signed_in(cast.carla)
    page = client.get(f"/customers/{whose.id}").text
    assert whose.name in page and "14 Sample Street" in page and "damp and mould" in page
    assert "You have logged nothing" in page and "Told us in confidence" not in page
    make.incident(cast.carla, whose, now)
    page = client.get(f"/customers/{whose.id}").text
    assert "You have logged nothing" not in page and page.count('class="row"') == 1


def test_an_administrator_sees_no_case_content(signed_in, cast):
    whose = make.customer(cast.omar)
    row = make.incident(cast.omar, whose)
    client = signed_in(cast.ada)
    for address in ("/customers", f"/customers/{whose.id}", f"/customers/{whose.id}/edit", f"/incidents/{row.id}"):
        assert client.get(address).status_code == 404, address


def test_no_title_and_no_address_holds_a_name(signed_in, cast):
    whose = make.customer(cast.omar, clock.now())
    row = make.incident(cast.omar, whose, clock.now())
    client = signed_in(cast.omar)
    for address in (f"/customers/{whose.id}", f"/customers/{whose.id}/edit", f"/incidents/{row.id}",
                    f"/customers/{whose.id}/incidents/new"):  # fmt: skip
        title = client.get(address).text.split("<title>")[1].split("</title>")[0]
        assert whose.name.split()[1] not in title


# --- Details ---


def test_a_customer_is_added(signed_in, cast):
    answer = signed_in(cast.carla).post("/customers/new", data=NEW)
    row = Customer.get(Customer.reference == "OT123")
    assert answer.status_code == 303 and answer.location.endswith(f"/customers/{row.id}")
    assert (row.postcode, row.letter_format, row.added_by.name) == ("NE28 6AA", "large_print", "Carla Contact")
    assert ContactWay.get(ContactWay.customer == row).value == "0191 496 0123"


BAD_DETAILS = [
    ({"name": ""}, "Enter the customer"),
    ({"reference": ""}, "Enter the reference"),
    ({"name": "x" * 121}, "120 characters"),
    ({"date_of_birth": "3000-01-01"}, "is later than"),
    ({"date_of_birth": "31/02/1990"}, "a day that exists"),
    ({"postcode": "HELLO"}, "does not look like a postcode"),
    ({"address": "\n".join(["a line"] * 6)}, "at most 5 lines"),
    ({"address": "x" * 41}, "40 characters"),
    ({"kind": "king"}, "Choose one from the list"),
    ({"name": "Robin\x00Example"}, "cannot be seen"),
    ({"salutation": "x" * 121}, "120 characters"),
]


@pytest.mark.parametrize(("wrong", "said"), BAD_DETAILS)
def test_wrong_details_come_back_filled_with_a_reason_and_nothing_is_added(signed_in, cast, wrong, said):
    answer = signed_in(cast.omar).post("/customers/new", data=NEW | {"salutation": "Kept Words"} | wrong)
    page = answer.text
    assert answer.status_code == 422 and said in words(page)
    assert "<title>Error: " in page and ("14 Sample Street" in page or "address" in wrong)
    assert Customer.select().count() == 0


def test_a_reference_that_is_taken_is_said(signed_in, cast):
    make.customer(cast.omar, reference="OT123")
    answer = signed_in(cast.omar).post("/customers/new", data=NEW)
    assert answer.status_code == 422 and "another customer already has this one" in words(answer.text)
    assert Customer.select().count() == 1


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "=1+1", "**bold** _it_", "' OR 1=1 --", "{{ 7*7 }}"])
def test_marks_and_formulas_are_kept_and_shown_as_typed(signed_in, cast, typed):
    client = signed_in(cast.omar)
    client.post("/customers/new", data=NEW | {"name": typed})
    row = Customer.get()
    assert row.name == typed
    assert typed in words(client.get(f"/customers/{row.id}").text)
    assert "<script>alert" not in client.get(f"/customers/{row.id}").text


def test_details_are_changed(signed_in, cast):
    whose = make.customer(cast.omar)
    answer = signed_in(cast.omar).post(f"/customers/{whose.id}/edit", data=details(whose, name="Robin Changed"))
    assert answer.status_code == 303 and whose.fresh().name == "Robin Changed"


def test_a_stale_page_of_details_keeps_the_words_and_shows_what_is_saved(signed_in, cast):
    whose = make.customer(cast.omar)
    mine = details(whose, name="My Words")
    client = signed_in(cast.omar)
    signed_in(cast.olive).post(f"/customers/{whose.id}/edit", data=details(whose, name="Their Words"))
    answer = client.post(f"/customers/{whose.id}/edit", data=mine)
    page = words(answer.text)
    assert answer.status_code == 409 and "Somebody else changed these details" in page
    assert "Their Words" in page and 'value="My Words"' in answer.text
    assert whose.fresh().name == "Their Words"


@pytest.mark.parametrize("who", ["sol", "dora"])
def test_who_reads_files_and_changes_nothing_may_not_edit(signed_in, cast, who):
    whose = make.customer(cast.omar)
    client = signed_in(getattr(cast, who))
    assert client.get(f"/customers/{whose.id}/edit").status_code == 403
    assert client.post(f"/customers/{whose.id}/edit", data=details(whose, name="X")).status_code == 403
    page = words(client.get(f"/customers/{whose.id}").text)
    assert "Only officers and managers change a customer's details." in page and "Ask an officer." in page


PARTS = [
    ("ways", ContactWay, {"kind": "mobile", "value": "07700 900123", "note": "after 4"}, "value"),
    ("needs", Need, {"kind": "other", "words": "Needs a quiet room"}, "words"),
    ("support-workers", SupportWorker, {"name": "Ann Support", "basis": "They agreed in writing"}, "name"),
    ("representatives", Representative, {"name": "Sam Speaker", "relationship": "Brother"}, "name"),
]


@pytest.mark.parametrize(("part", "table", "typed", "needed"), PARTS)
def test_a_part_is_added_shown_and_ended(signed_in, cast, part, table, typed, needed):
    whose = make.customer(cast.omar, telephone="")
    client = signed_in(cast.omar)
    answer = client.post(f"/customers/{whose.id}/{part}", data={f"{part}-{key}": value for key, value in typed.items()})
    assert answer.status_code == 303 and answer.location.endswith(f"/customers/{whose.id}/edit#{part}")
    row = table.get(table.customer == whose)
    assert typed[needed] in words(client.get(f"/customers/{whose.id}").text)
    assert client.post(f"/{part}/{row.id}/ending").status_code == 303
    assert row.fresh().ended_at is not None
    assert client.post(f"/{part}/{row.id}/ending").status_code == 303


@pytest.mark.parametrize(("part", "table", "typed", "needed"), PARTS)
def test_a_part_that_is_not_filled_in_comes_back_with_a_link_to_its_field(signed_in, cast, part, table, typed, needed):
    whose = make.customer(cast.omar, telephone="")
    given = {f"{part}-{key}": value for key, value in (typed | {needed: ""}).items()}
    answer = signed_in(cast.omar).post(f"/customers/{whose.id}/{part}", data=given)
    assert answer.status_code == 422 and f'href="#{part}-{needed}"' in answer.text
    assert table.select().count() == 0


def test_a_part_that_is_not_there_or_not_theirs_is_not_found(signed_in, cast):
    row = customers.add_need(cast.omar, make.customer(cast.omar), "memory", "", clock.now())
    client = signed_in(cast.omar)
    assert client.post("/needs/987654/ending").status_code == 404
    assert client.post("/customers/987654/needs", data={"needs-kind": "memory"}).status_code == 404
    assert signed_in(cast.ada).post(f"/needs/{row.id}/ending").status_code == 404
    assert signed_in(cast.carla).post(f"/needs/{row.id}/ending").status_code == 404
    assert row.fresh().ended_at is None


def test_a_customer_who_is_not_there_is_not_found(signed_in, cast):
    answer = signed_in(cast.omar).get("/customers/987654")
    assert answer.status_code == 404 and "There is no such page" in words(answer.text)
