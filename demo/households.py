"""The customers of the demonstration: forty invented people with homes, telephone numbers and needs."""

import datetime as dt
import random
from typing import TYPE_CHECKING

from models import Customer, User
from policy.customers import customers

if TYPE_CHECKING:
    from faker import Faker

SEED = 20_260
COUNT = 40
PLACES = (
    ("Newcastle upon Tyne", "NE4"), ("Newcastle upon Tyne", "NE6"), ("Gateshead", "NE8"), ("Blyth", "NE24"),
    ("Ashington", "NE63"), ("South Shields", "NE33"), ("Durham", "DH1"), ("Stanley", "DH9"), ("Consett", "DH8"),
    ("Sunderland", "SR4"), ("Bishop Auckland", "DL14"), ("Darlington", "DL3"),
)  # fmt: skip
STREETS = ("Street", "Terrace", "Road", "Avenue", "Close", "Gardens", "Crescent", "Court")
KINDS = ("tenant",) * 7 + ("leaseholder", "shared_owner", "household_member")
NEEDS = {
    4: ("deaf", "Uses text messages; a British Sign Language interpreter for visits."),
    9: ("memory", "Asks for a short letter after each call."),
    13: ("mental_health", "Has told us that unexpected calls cause panic."),
    18: ("cannot_write", "Has arthritis in both hands and cannot hold a pen or type for long."),
    23: ("language", "Speaks Polish at home; reads English well enough for short letters."),
    28: ("cannot_read_print", "Needs large print."),
    31: ("support_days", "A support worker visits on Mondays and Thursdays."),
    36: ("understanding", "Prefers one thing at a time, in short sentences."),
}
SUPPORTED: dict[int, customers.SupporterEntry] = {
    13: {
        "name": "Beth Larkin", "organisation": "Tyne Recovery Partnership", "telephone": "0191 498 0301",
        "basis": "Signed consent, kept with the tenancy papers.",
    },
    31: {
        "name": "Owen Pritchard", "organisation": "Northern Floating Support", "telephone": "0191 498 0302",
        "basis": "Support agreement of which we are a party.",
    },
}  # fmt: skip
REPRESENTED: dict[int, customers.SpeakerEntry] = {
    18: {"name": "Maureen Tate", "relationship": "Sister", "telephone": "07700 900318"}
}


def add(staff: dict[str, User], now: dt.datetime, again: int = 0) -> list[Customer]:
    """Add the customers; the same people each time, others where `again` is another number."""
    from faker import Faker  # only the demonstration has it, and serve.py imports this module in production too

    fake = Faker("en_GB")
    fake.seed_instance(SEED + again)
    dice = random.Random(SEED + again)
    return [_one(number, fake, dice, staff["officer"], now) for number in range(COUNT)]


def _one(number: int, fake: "Faker", dice: random.Random, officer: User, now: dt.datetime) -> Customer:
    person = fake.unique.name_female() if number % 2 else fake.unique.name_male()
    names = [part for part in person.split() if part.rstrip(".") not in ("Mr", "Mrs", "Ms", "Miss", "Dr")]
    name = " ".join(names)
    town, district = PLACES[number % len(PLACES)]
    details: customers.NewCustomer = {
        "name": name,
        "salutation": f"{'Ms' if number % 2 else 'Mr'} {names[-1]}",
        "reference": f"OT1S-{dice.randrange(100_000, 999_999)}",
        "kind": dice.choice(KINDS),
        "date_of_birth": fake.date_of_birth(minimum_age=20, maximum_age=84) if number % 3 else None,
        "address": f"{dice.randrange(1, 140)} {fake.last_name()} {dice.choice(STREETS)}\n{town}",
        "postcode": f"{district} {dice.randrange(1, 9)}{dice.choice('ABDEFGHJLNPQRSTUWXYZ')}{dice.choice('ABDEFGHJ')}",
        "telephone": f"07700 900{dice.randrange(1000):03d}",
        "email": f"{names[0]}.{names[-1]}@post.example".lower() if number % 4 else "",
        "letter_format": "large_print" if number == 28 else "standard",
        "language": "English",
    }
    customer = customers.add(officer, details, now)
    if number in NEEDS:
        customers.add_need(officer, customer, *NEEDS[number], now)
    if number in SUPPORTED:
        customers.add_support_worker(officer, customer, SUPPORTED[number], now)
    if number in REPRESENTED:
        customers.add_representative(officer, customer, REPRESENTED[number], now)
    return customer
