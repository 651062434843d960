"""Customers are found by whatever one knows of them, on both engines alike; their details end, never vanish."""

from typing import Any

import pytest

from models import ContactWay, Customer, Need, SupportWorker
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.customers import customers
from tests import make

ROSE = {
    "name": "Róse O'Hara-Smythe",
    "reference": "ot00417",
    "address": "7 Quayside Court\nNorth Shields",
    "postcode": "NE29 6BQ",
    "telephone": "0191 496 0417",
    "email": "rose.ohara@example.org",
}


KNOWN = (
    "rose", "Róse", "o'hara", "O'Hara-Sm", "smythe rose", "OT00417", "ot0041", "quayside", "7 quay", "ne29 6bq",
    "NE296BQ", "0191 496 0417", "01914960417", "0417", "960417", "rose.ohara@example.org", "  ROSE  ",
)  # fmt: skip
NOTHING = ("", "   ", '"', "*", "rose AND (", "NOT", "ro' OR 1=1 --", "\\", "%", "_", "zzz", "rose:*", "^rose -x", "\0")


def test_a_customer_is_found_by_what_one_knows(db: Any, cast: Any) -> None:
    rose = make.customer(cast.omar, **ROSE)
    make.customer(cast.omar, telephone="0191 496 0999")
    assert {typed: customers.find(typed) for typed in KNOWN} == {key: [rose] for key in KNOWN}


def test_nothing_typed_into_the_search_is_an_error(db: Any, cast: Any) -> None:
    make.customer(cast.omar, name="Nobody Else")
    assert {typed: customers.find(typed) for typed in NOTHING} == {key: [] for key in NOTHING}


def test_the_newest_are_found_first_and_never_more_than_a_screenful(sqlite_db: Any, cast: Any) -> None:
    added = [make.customer(cast.omar, name="Sam Same") for _ in range(customers.FOUND_AT_MOST + 5)]
    found = customers.find("same")
    assert len(found) == customers.FOUND_AT_MOST
    assert [one.id for one in found] == [one.id for one in reversed(added[-customers.FOUND_AT_MOST :])]


def test_the_search_follows_a_change_of_details(db: Any, cast: Any) -> None:
    rose = make.customer(cast.omar, **ROSE)
    customers.edit(cast.omar, rose, {**ROSE, "kind": "tenant", "name": "Rose Marsh"}, make.MONDAY, rose.version)
    way = ContactWay.get(ContactWay.kind == "telephone")
    customers.end(cast.omar, way, make.MONDAY)
    assert [bool(customers.find(words)) for words in ("marsh", "hara", "smythe", "0417")] == [True, False, False, False]


def test_what_belongs_to_a_customer_ends_and_stays_on_the_file(sqlite_db: Any, cast: Any) -> None:
    rose = make.customer(cast.omar, **ROSE)
    need = customers.add_need(cast.omar, rose, "deaf", "Uses text relay", make.MONDAY)
    told = {"name": "Pat Helper", "organisation": "Tyne Support", "basis": "She asked us to"}
    worker = customers.add_support_worker(cast.omar, rose, told, make.MONDAY)
    for row in (need, worker):
        customers.end(cast.omar, row, make.later(make.MONDAY, 3))
    assert Need.get_by_id(need.id).ended_at and SupportWorker.get_by_id(worker.id).ended_at


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""), ("name", "x" * 121), ("name", "Bell\x07"), ("reference", ""), ("postcode", "not a postcode"),
        ("kind", "emperor"), ("letter_format", "papyrus"), ("address", "\n".join("abcdef")), ("address", "x" * 41),
    ],
)  # fmt: skip
def test_bad_input_names_its_field_and_changes_nothing(sqlite_db: Any, cast: Any, field: str, typed: str) -> None:
    with pytest.raises(Invalid) as refused:
        make.customer(cast.omar, **{**ROSE, field: typed})
    assert list(refused.value.errors) == [field]
    assert Customer.select().count() == 0


def test_two_customers_never_share_a_reference(sqlite_db: Any, cast: Any) -> None:
    make.customer(cast.omar, **ROSE)
    with pytest.raises(Invalid) as refused:
        make.customer(cast.omar, **{**ROSE, "name": "Another Person", "reference": "OT00417"})
    assert "reference" in refused.value.errors


def test_a_stale_page_changes_nothing(sqlite_db: Any, cast: Any) -> None:
    rose = make.customer(cast.omar, **ROSE)
    customers.edit(cast.omar, rose, {**ROSE, "kind": "tenant", "salutation": "Ms O'Hara"}, make.MONDAY, 0)
    with pytest.raises(Refused) as refused:
        customers.edit(cast.olive, rose, {**ROSE, "kind": "tenant", "salutation": "Rose"}, make.MONDAY, 0)
    assert refused.value.reasons[0].rule == "stale"
    assert Customer.get_by_id(rose.id).salutation == "Ms O'Hara"
