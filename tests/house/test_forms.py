"""No field bears a name that every form has taken; what a form asks is checked, kept, and said on a page."""

import re

import pytest
from wtforms import StringField

from letterpress.make import render, templates
from models import Customer, Incident
from policy import history
from policy.appeals.hearing import Entry
from policy.appeals.letters import DISPUTE_OUTCOME, OUTCOME
from policy.customers import customers
from policy.incidents import entries
from policy.markers.decision import Proposal
from policy.markers.letters import NOTICE, REMOVED
from policy.markers.review import Settlement
from policy.other_letters import corrections
from policy.other_letters.corrections import Correction
from policy.reviews import letters as review_letters
from policy.reviews.opening import Preparation
from tests import make
from tests.house.trees import files
from tests.moment import NOW
from views.customers.customers import DetailsForm
from views.frame.decision_pages import passage_fields
from views.frame.forms import Form
from views.incidents.form import IncidentForm

ANSWERED = (OUTCOME, DISPUTE_OUTCOME)


def test_a_field_with_a_name_of_the_form_itself_is_refused():
    for name in ("formdata", "obj", "prefix", "data", "meta", "extra_filters", "errors", "form_errors", "validate",
                 "process", "populate_obj", "blame", "faults", "hidden_tag", "_words", "validate_words"):  # fmt: skip
        with pytest.raises(TypeError, match="name is taken"):
            type("ByType", (Form,), {name: StringField("")})
        plain = type("Plain", (Form,), {"words": StringField("")})
        with pytest.raises(TypeError, match="name is taken"):
            setattr(plain, name, StringField(""))


def test_a_field_may_not_hide_a_method_of_the_form_it_is_built_on():
    asking = type("Asking", (Form,), {"told": lambda self: {}, "words": StringField("")})
    type("Again", (asking,), {"words": StringField("other words")})
    with pytest.raises(TypeError, match="name is taken"):
        type("Hiding", (asking,), {"told": StringField("")})


def test_what_stands_in_a_letter_as_a_passage_can_be_a_field():
    from views.appeals.forms import FIELDS

    for name in templates.names():
        fields = {FIELDS.get(key, key): field for key, field in passage_fields(name).items()}
        type("Passages", (Form,), fields)


BY_THEMSELVES = {"id", "form_key", "nonce", "customer", "recorded_by", "recorded_at"}
MADE_OF_SEVERAL = {"behaviours", "contacts_counted"}  # asked in fields of other names, and shown by their words


def columns() -> set[str]:
    """What an incident holds that somebody types."""
    return Incident._meta.fields.keys() - BY_THEMSELVES


def test_each_column_of_an_incident_is_checked():
    least = {"what_happened": "It was loud.", "channel": "telephone", "happened_on": NOW.date()}
    assert columns() ^ entries.checked(least, NOW).keys() == set()


def test_each_column_of_an_incident_is_asked_and_handed_on():
    asked = {name for name in dir(IncidentForm) if hasattr(getattr(IncidentForm, name), "_formfield")}
    assert columns() - MADE_OF_SEVERAL - asked == set()
    assert columns() - entries.Entry.__annotations__.keys() == set()


def test_each_column_of_an_incident_is_shown():
    pages = files("templates/incidents/show.html", "templates/incidents/_facts.html")
    shown = re.findall(r"incident\.(\w+)", "".join(path.read_text() for path in pages))
    assert columns() - MADE_OF_SEVERAL - {*shown, "identity"} == set()  # how sure we are is said as it is now


def test_the_page_of_an_incident_has_each_field_of_its_form(signed_in, cast, app):
    page = signed_in(cast.carla).get(f"/customers/{make.customer(cast.omar).id}/incidents/new").text
    with app.test_request_context():
        assert IncidentForm()._fields.keys() - {"csrf_token"} - set(re.findall(r'name="(\w+)"', page)) == set()


def test_each_detail_of_a_customer_is_asked_checked_and_told(app):
    least = {"name": "Robin Example", "reference": "T-1", "kind": "tenant"}
    checked = customers.checked(least, NOW).keys()
    with app.test_request_context():
        fields = DetailsForm()._fields.keys() - {"csrf_token"}
    assert fields == checked == history.DETAILS.keys()
    assert checked <= Customer._meta.fields.keys()


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        (Correction, corrections.TEMPLATES.values()),
        (Preparation, review_letters.TEMPLATES.values()),
        (Entry, ANSWERED),
        (Proposal, [NOTICE]),
        (Settlement, [REMOVED]),
    ],
)
def test_what_is_typed_for_a_letter_holds_each_of_its_passages(typed, letters):
    passages = {one.key for name in letters for one in render.template_info(name).passages}
    assert passages and passages - typed.__annotations__.keys() == set()
