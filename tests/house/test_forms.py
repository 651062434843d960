"""No field of any form bears a name that every form has taken for something else."""

import pytest
from wtforms import StringField

from letterpress.make import render, templates
from policy.appeals.hearing import Entry
from policy.appeals.letters import DISPUTE_OUTCOME, OUTCOME
from policy.markers.decision import Proposal
from policy.markers.letters import NOTICE, REMOVED
from policy.markers.review import Settlement
from policy.other_letters import corrections
from policy.other_letters.corrections import Correction
from policy.reviews import letters as review_letters
from policy.reviews.opening import Preparation
from views.frame.decision_pages import passage_fields
from views.frame.forms import Form

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
