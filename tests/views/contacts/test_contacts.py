"""The pages of contacts: logged in two taps, what they come to, replies, breaks by us, and lists from a log."""

import html
import io
import re
from typing import Any

import pytest

from models import BreachByUs, Contact, ContactImport
from policy.considerations import comparable_cases
from policy.contacts import contacts, import_list
from policy.core import clock
from tests import make
from tests.browse import words
from tests.views.desk import NOW, ago
from tests.views.test_queries import ask

LIST = "Date,Time,Type,Reason,Minutes,Agent\n{rows}"
PLAIN = LIST.format(
    rows="1/3/2026,9:15,Phone,Repair,7,Dee\n2/3/2026,10:00,Email,=1+1,3,Dee\n31/2/2026,9:00,Phone,,1,Dee"
)


@pytest.fixture
def row(app: Any, cast: Any) -> Any:
    """A restriction with a named officer, in force for twenty days."""
    terms = {"named_officer": {"officer": cast.omar, "deputy": cast.olive}}
    return make.restriction_in_force(cast, now=ago(20), terms=terms)


def filled(response: Any) -> dict[str, str]:
    """The hidden fields of the page's last form."""
    form = response.text.split("<form")[-1]
    found = {name: html.unescape(value) for name, value in re.findall(r'name="(\w+)" value="([^"]*)"', form)}
    text = re.search(r'name="text"[^>]*>\n(.*?)</textarea>', form, re.DOTALL)
    return found | ({"text": html.unescape(text[1])} if text else {})


# --- Logging ---


def test_a_colleague_logs_a_contact_in_two_answers(signed_in, cast, row):
    carla, address = signed_in(cast.carla), f"/customers/{row.customer_id}/contacts/new"
    page = carla.get(address)
    assert "A contact arrangement is in force" in words(page.text)
    told = {"form_key": "once", "channel": "telephone", "minutes": "4"}
    for _ in range(2):
        response = carla.post(address, data=told)
        assert response.status_code == 303 and response.location == f"/customers/{row.customer_id}"
    contact = Contact.get()
    assert (contact.channel, contact.minutes, contact.direction, contact.by) == ("telephone", 4, "in", cast.carla)
    assert carla.get(f"/contacts/{contact.id}").status_code == 200
    assert carla.get(f"/customers/{row.customer_id}/contacts").status_code == 404
    assert signed_in(cast.sol).get(f"/contacts/{contact.id}").status_code == 200


def test_a_contact_sent_twice_is_one_and_other_words_are_another(signed_in, cast, row):
    carla, address = signed_in(cast.carla), f"/customers/{row.customer_id}/contacts/new"
    before = Contact.select().count()
    told = {"form_key": "once", "channel": "telephone", "minutes": "4"}
    for words_ in ("She rang about the lift.", "She rang about the lift.", "She rang about the door."):
        assert carla.post(address, data=told | {"words": words_}).status_code == 303
    assert Contact.select().count() == before + 2


def test_what_is_refused_comes_back_filled(signed_in, cast, row):
    told = {"channel": "telephone", "minutes": "many", "words": "Typed & kept <b>", "protected": "complaint"}
    response = signed_in(cast.omar).post(f"/customers/{row.customer_id}/contacts/new", data=told)
    assert response.status_code == 422 and 'href="#minutes"' in response.text
    assert "Typed &amp; kept &lt;b&gt;" in response.text and '<details class="part" open' in response.text
    told |= {"minutes": "5", "arrangement": "broken_by_customer"}
    response = signed_in(cast.omar).post(f"/customers/{row.customer_id}/contacts/new", data=told)
    assert response.status_code == 422 and "always open" in words(response.text) and not Contact.select().count()


def test_g50_a_reply_owed_is_shown_recorded_and_late_ones_stand_on_the_restriction(signed_in, cast, row):
    usual = {"channel": "email", "reply_wanted": True}
    contact = contacts.log(cast.carla, row.customer, usual, ago(15), make.key())
    omar = signed_in(cast.omar)
    assert "Overdue" in words(omar.get(f"/customers/{row.customer_id}/contacts").text)
    assert "still owed" in words(omar.get(f"/restrictions/{row.id}").text)
    address = f"/contacts/{contact.id}"
    assert "The customer has been answered" in omar.get(address).text
    assert omar.post(f"{address}/reply", data={"on": "soon"}).status_code == 422
    assert omar.post(f"{address}/reply", data={"on": ""}).status_code == 303
    assert omar.post(f"{address}/reply").status_code == 409
    assert "Given on" in words(omar.get(address).text) and "Late" in words(omar.get(address).text)
    assert signed_in(cast.carla).post(f"{address}/reply").status_code == 403


def test_where_we_did_not_keep_to_it_is_recorded_and_shown_on_the_restriction(signed_in, cast, row):
    omar, address = signed_in(cast.omar), f"/restrictions/{row.id}/breaks/new"
    assert omar.get(address).status_code == 200
    told = {"form_key": "once", "kind": "missed_slot", "on": ago(2).date().isoformat(), "words": "Nobody rang"}
    response = omar.post(address, data=told)
    assert response.status_code == 422 and "Nobody rang" in response.text and 'href="#put_right"' in response.text
    for _ in range(2):
        assert omar.post(address, data=told | {"put_right": "Rang at noon"}).status_code == 303
    assert BreachByUs.select().count() == 1
    page = words(omar.get(f"/restrictions/{row.id}").text)
    assert "We were not there at a time agreed for calls." in page and "Rang at noon" in page
    assert signed_in(cast.sol).get(address).status_code == 403


# --- The list and the meter ---


def test_the_meter_says_the_same_as_its_table(signed_in, cast, row):
    for _ in range(3):
        contacts.log(cast.carla, row.customer, {"channel": "telephone", "minutes": 4}, NOW, make.key())
    contacts.log(cast.carla, row.customer, {"channel": "telephone", "subject": "complaint"}, NOW, make.key())
    page = signed_in(cast.omar).get(f"/customers/{row.customer_id}/contacts")
    text = words(page.text)
    assert "In the last 26 weeks: 3 contacts in 1 week, 12 minutes of our time." in text
    assert "most 3" in text and "most 12" in text and text.count(f"Restriction {row.reference} from") == 2
    assert "Complaints and other protected contacts (1) and contacts made by us (0) are not." in text
    assert "What is usual is not shown" in text and "too few to compare with" in text
    assert page.text.count('class="meter__bar"') == 4 and "style=" not in page.text


def test_the_page_asks_the_same_of_many_contacts_and_is_quick(signed_in, cast, row):
    omar, address = signed_in(cast.omar), f"/customers/{row.customer_id}/contacts"
    few = ask(omar, address)
    rows = "".join(f"{day % 27 + 1}/{month}/2026,{9 + day % 9}:{day % 60:02d},Phone,Repair,{day % 9},Dee {day % 7}\n"
                   for month in range(1, 3) for day in range(600))  # fmt: skip
    at = max(NOW, ago(0))
    import_list.take_in(cast.omar, row.customer, "log.csv", LIST.format(rows=rows), "telephone", at)
    assert Contact.select().count() > 500
    many = ask(omar, address)
    assert len(many) == len(few) <= 9, "\n".join(sql[:100] for sql in many)
    page = omar.get(address)
    assert page.text.count('data-label="How"') == contacts.PAGE and "page=2" in page.text
    assert omar.get(f"{address}?page=2").status_code == 200
    assert "There are no older ones" in words(omar.get(f"{address}?page=9999999999").text)


# --- Lists ---


def send(client: Any, whose: Any, content: bytes, **told: Any) -> Any:
    data = {"channel": "telephone", "list": (io.BytesIO(content), "phone log.csv"), **told}
    return client.post(f"/customers/{whose.id}/contacts/import", data=data, content_type="multipart/form-data")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_list_is_looked_at_then_taken_in_from_the_page_itself(signed_in, cast, row, encoding):
    omar = signed_in(cast.omar)
    response = send(omar, row.customer, PLAIN.replace("Dee", "Zoë").replace("\n", "\r\n").encode(encoding))
    text = words(response.text)
    assert response.status_code == 200 and "2 of 3 lines can be taken in. Nothing is kept yet." in text
    assert "Line 4: “31/2/2026” is not a day we can read." in text and Contact.select().count() == 0
    again = filled(response)
    again["text"] = again["text"].replace("\n", "\r\n")  # as a browser sends it
    address = f"/customers/{row.customer_id}/contacts/import/taking"
    assert omar.post(address, data=again).status_code == 303
    assert Contact.select().count() == 2 and ContactImport.get().name == "phone log.csv"
    assert {one.words for one in Contact.select()} == {"", "=1+1"} and {one.colleague for one in Contact.select()} == {
        "Zoë"
    }
    second = omar.post(address, data=again)
    assert second.status_code == 409 and "taken in on" in words(second.text) and Contact.select().count() == 2
    looked = send(omar, row.customer, PLAIN.replace("Dee", "Zoë").encode(encoding))
    assert "This same list was taken in" in words(looked.text) and "<textarea" not in looked.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The list is empty"),
        (b"Name,Agent\nA,B", "No column for the day"),
        (b"PK\x03\x04 a workbook", "This is a workbook"),
        (b"Date\n" + b"1/3/2026\n" * 5001, "at most 5,000"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(signed_in, cast, row, content, said):
    response = send(signed_in(cast.omar), row.customer, content)
    assert response.status_code == 422 and said in words(response.text) and 'href="#list"' in response.text


def test_a_list_that_was_not_looked_through_is_refused(signed_in, cast, row):
    omar, address = signed_in(cast.omar), f"/customers/{row.customer_id}/contacts/import"
    assert omar.post(address, data={"channel": "telephone"}).status_code == 422
    assert omar.post(f"{address}/taking", data={"text": "nothing"}).status_code == 422
    assert omar.post(f"{address}/taking", data={"text": PLAIN, "channel": "pigeon"}).status_code == 422
    assert signed_in(cast.carla).get(address).status_code == 403
    assert Contact.select().count() == 0


# --- Like cases, and numbers that are kept ---


def test_g29_whoever_decides_sees_the_last_comparable_cases(signed_in, cast, row):
    from tests.views.desk import proposed

    proposal = proposed(cast)
    page = words(signed_in(cast.mark).get(f"/restrictions/{proposal.id}/authorising").text)
    part = page.split("What was decided in comparable cases")[1].split("What you considered today")[0]
    assert "One named officer" in part and "6 months" in part and "In force" in part
    assert row.customer.name not in part and row.reference not in part
    assert len(comparable_cases.cases(proposal, [make.incident(cast.carla, proposal.customer)], clock.today(NOW))) == 1


def test_g30_the_page_of_a_number_says_which_decisions_keep_it(signed_in, cast, row):
    ada = signed_in(cast.ada)
    page = words(ada.get("/settings/numbers/review_months").text)
    assert "1 warning and 1 restriction now standing: 3 months" in page and "Rule G30" in page
    nothing = words(ada.get("/settings/numbers/marker_recipients").text)
    assert "What a change leaves as it is" in nothing
