"""Whose file a person stays out of, because they know the customer privately (G65). Shared by the nouns; reads only."""

from collections.abc import Collection, Iterable
from typing import Any

from models import (
    Appeal,
    BehaviourWarning,
    Conflict,
    Contact,
    Customer,
    CustomerRequest,
    Declaration,
    Incident,
    Letter,
    Marker,
    Restriction,
    Review,
    User,
    marks,
    rows_of,
)
from policy.core.answers import Answer, answer, unless
from policy.core.work_item import Item

# What an item's page is about, by the name of its number in the address; the order is that of the narrowest first.
TABLES: dict[str, type] = {
    "request_id": CustomerRequest,
    "letter_id": Letter,
    "appeal_id": Appeal,
    "review_id": Review,
    "marker_id": Marker,
    "declaration_id": Declaration,
    "restriction_id": Restriction,
    "warning_id": BehaviourWarning,
    "incident_id": Incident,
    "contact_id": Contact,
}
OWN = ("care.", "statements.")  # pages about a colleague, which hold nothing of the customer's


def apart(user: User) -> frozenset[int]:
    """The customers whose files are closed to `user`, by number: one read."""
    standing = rows_of(Conflict, "WHERE user_id = ? AND ended_at IS NULL", user.id, columns="id, customer_id")
    return frozenset(one.customer_id for one in standing)


def customer_of(thing: Any) -> int | None:
    """The number of the customer a row is about; None where it is about nobody's file."""
    if isinstance(thing, Customer):
        return thing.id
    number = getattr(thing, "customer_id", None)
    if number is not None:
        return number
    behind = (getattr(thing, noun, None) for noun in ("incident", "review", "appeal", "restriction", "warning"))
    return next((one.customer_id for one in behind if one is not None), None)


def may_open(user: User, customer_id: int | None, kept_out_of: Collection[int] | None = None) -> Answer:
    """G65: nobody works on the file of a relative, neighbour or friend; `kept_out_of` where it was read already."""
    closed = apart(user) if kept_out_of is None else kept_out_of
    return answer(
        unless(
            customer_id is None or customer_id not in closed,
            "G65",
            "It is recorded that you know this customer privately.",
            "Pass it to a colleague now. A senior officer can let you in, with a reason.",
        )
    )


def without(user: User, items: list[Item]) -> list[Item]:
    """The same items but for those about customers whom `user` knows privately."""
    closed = apart(user)
    if not closed:
        return items
    customers = _customers(items)
    return [one for one in items if one.endpoint.startswith(OWN) or _about(one, customers) not in closed]


def _named(one: Item) -> tuple[str, int] | None:
    return next(((name, one.values[name]) for name in TABLES if name in one.values), None)


def _about(one: Item, customers: dict[tuple[str, int], int]) -> int | None:
    named = _named(one)
    return customers.get(named) if named else one.values.get("customer_id")


def _customers(items: Iterable[Item]) -> dict[tuple[str, int], int]:
    wanted: dict[str, set[int]] = {}
    for named in filter(None, map(_named, items)):
        wanted.setdefault(named[0], set()).add(named[1])
    customers: dict[tuple[str, int], int] = {}
    for name, ids in wanted.items():
        rows = rows_of(TABLES[name], f"WHERE id IN ({marks(ids)})", *ids, columns="id, customer_id")
        customers |= {(name, row.id): row.customer_id for row in rows}
    return customers
