"""The same key with the same words is the same form; with anything else it is another."""

import datetime as dt

import pytest

from models import Contact
from policy.contacts import contacts
from policy.core import form_keys
from tests import make
from tests.make import MONDAY


def test_a_key_holds_for_one_person_one_thing_and_one_content(cast):
    whose, other = make.customer(cast.omar), make.customer(cast.omar)
    told = {"words": "It was so.", "on": dt.date(2026, 1, 5), "at": dt.time(9), "by": cast.omar, "kinds": ["a", "b"]}
    one = form_keys.key("k", cast.omar, whose, told)
    assert one == form_keys.key("k", cast.omar, whose, dict(reversed(told.items()))) and len(one) == 64
    others = [
        form_keys.key("l", cast.omar, whose, told),
        form_keys.key("k", cast.mark, whose, told),
        form_keys.key("k", cast.omar, other, told),
        form_keys.key("k", cast.omar, cast.omar, told),
        form_keys.key("k", cast.omar, whose, told | {"words": "It was not."}),
        form_keys.key("k", cast.omar, whose, told, ["more"]),
    ]
    assert len({one, *others}) == 7


def test_without_a_key_each_sending_is_new_and_what_nobody_types_is_an_error(cast):
    whose = make.customer(cast.omar)
    assert form_keys.key("", cast.omar, whose, {}) != form_keys.key("", cast.omar, whose, {})
    with pytest.raises(TypeError, match="Nobody types a set"):
        form_keys.key("k", cast.omar, whose, {"kinds": {"a"}})


def test_a_key_borrowed_from_another_file_brings_no_row_of_it(db, cast):
    whose, other = make.customer(cast.omar), make.customer(cast.omar)
    told = {"channel": "telephone", "words": "The lift."}
    first, borrowed = (contacts.log(cast.omar, one, told, MONDAY, "k") for one in (whose, other))
    assert (first.customer_id, borrowed.customer_id) == (whose.id, other.id) and Contact.select().count() == 2
    assert contacts.log(cast.omar, whose, told, MONDAY + dt.timedelta(minutes=1), "k") == first
