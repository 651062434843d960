"""What keeps somebody safe comes first: “as with anybody else” stands only where nothing at all lives."""

import pytest

from policy.core import clock
from policy.customers import life_events
from policy.incidents import notes
from tests import make
from tests.browse import words

ANYBODY = "Deal with this customer as with anybody else"


def threatened(cast, customer):
    make.incident(cast.carla, customer, clock.now(), behaviours=["threat"], severity=3)


def pages(signed_in, cast, customer):
    """The file, the colleague's page and the contact check."""
    for who, address in ((cast.omar, "customers"), (cast.carla, "customers"), (cast.carla, "check")):
        path = f"/customers/{customer.id}" + ("/contact-check" if address == "check" else "")
        yield words(signed_in(who).get(path).text)


def test_nothing_lives(app, signed_in, cast):
    for page in pages(signed_in, cast, make.customer(cast.omar)):
        assert ANYBODY in page


def warned(cast, customer):
    now = clock.now()
    warning = make.issued_warning(cast.omar, cast.mina, cast.mark, customer, [make.incident(cast.carla, customer)], now)
    make.served(cast.omar, warning.letter, now)


@pytest.mark.parametrize("lives", [threatened, warned])
def test_something_lives(app, signed_in, cast, lives):
    customer = make.customer(cast.omar)
    lives(cast, customer)
    for page in pages(signed_in, cast, customer):
        assert ANYBODY not in page


def test_a_serious_incident_is_said_until_a_manager_decides(app, signed_in, cast):
    customer = make.customer(cast.omar)
    incident = make.incident(cast.carla, customer, clock.now(), behaviours=["violence"])
    for page in pages(signed_in, cast, customer):
        assert "A serious incident was logged" in page
    notes.add_note(cast.mark, incident, "triage", "Spoken to.", clock.now(), make.key(), "no_action")
    for page in pages(signed_in, cast, customer):
        assert ANYBODY in page


def test_a_death_is_said_before_anything_else(app, signed_in, cast):
    customer = make.customer(cast.omar)
    told = {"kind": "death", "on": clock.today(clock.now()), "words": "His daughter rang."}
    life_events.write(cast.omar, customer, told, clock.now(), make.key())
    for page in pages(signed_in, cast, customer):
        assert "This customer has died" in page and ANYBODY not in page
