"""The landlord of the demonstration and the people who work there, all invented."""

import datetime as dt
from dataclasses import dataclass

from models import User
from policy.core import numbers
from policy.staff import people

PASSWORD = "fair and even handed"  # shown to everybody who starts the demonstration
DOMAIN = "karbonhomes.example"

ORGANISATION = {
    "name": "Karbon Homes",
    "address": "Number Five\nGosforth Park Avenue\nGosforth Business Park\nNewcastle upon Tyne\nNE12 8EG",
    "telephone": "0191 498 0100",
    "emergency_telephone": "0191 498 0199",
    "email": f"customers@{DOMAIN}",
    "complaints_email": f"complaints@{DOMAIN}",
    "data_email": f"data.protection@{DOMAIN}",
    "website": f"www.{DOMAIN}",
    "policy_address": f"www.{DOMAIN}/unacceptable-behaviour",
}


@dataclass(frozen=True)
class Person:
    """Somebody who works at the demonstration's landlord; `reports_to` is their line manager's key."""

    key: str
    name: str
    roles: tuple[str, ...]
    job_title: str
    team: str
    reports_to: str = ""

    @property
    def email(self) -> str:
        return f"{self.name.lower().replace(' ', '.')}@{DOMAIN}"


STAFF = (
    Person("administrator", "Morag Sinclair", ("administrator",), "Systems administrator", "Digital"),
    Person("senior", "Helen Armstrong", ("senior_officer",), "Assistant director, homes", "Directors"),
    Person("senior_deputy", "Tariq Mahmood", ("senior_officer",), "Assistant director, assets", "Directors"),
    Person("manager", "Priya Nair", ("manager",), "Housing manager (north)", "Housing north", "senior"),
    Person("manager_south", "David Robson", ("manager",), "Housing manager (south)", "Housing south", "senior"),
    Person("contact_manager", "Grace Okafor", ("manager",), "Customer contact manager", "Customer contact", "senior"),
    Person("officer", "Tom Bell", ("officer",), "Housing officer", "Housing north", "manager"),
    Person("officer_two", "Aisha Rahman", ("officer",), "Housing officer", "Housing north", "manager"),
    Person("officer_south", "Callum Reid", ("officer",), "Housing officer", "Housing south", "manager_south"),
    Person("officer_rents", "Wendy Charlton", ("officer",), "Income officer", "Housing south", "manager_south"),
    Person("colleague", "Sam Fletcher", ("colleague",), "Customer adviser", "Customer contact", "contact_manager"),
    Person("colleague_two", "Lucy Dodds", ("colleague",), "Customer adviser", "Customer contact", "contact_manager"),
    Person("trades", "Kevin Hall", ("colleague",), "Plumber", "Repairs", "manager_south"),
    Person("safety", "Joanne Wilkes", ("safety_lead",), "Health and safety adviser", "Safety", "senior"),
    Person("data", "Idris Evans", ("data_protection_officer",), "Data protection officer", "Governance", "senior"),
)


def add(now: dt.datetime) -> dict[str, User]:
    """Add the organisation's details and everybody who works there; answers the people by their key."""
    staff: dict[str, User] = {}
    for number, person in enumerate(STAFF):
        staff[person.key] = people.add_person(
            staff.get("administrator"), person.name, person.email, person.roles, PASSWORD, now,
            job_title=person.job_title, team=person.team, telephone=f"0191 498 01{number + 10}",
        )  # fmt: skip
    for person in STAFF:
        if person.reports_to:
            staff[person.key].line_manager = staff[person.reports_to]
            staff[person.key].save(only=[User.line_manager])
    for key, words in ORGANISATION.items():
        numbers.set_value(staff["administrator"], f"organisation_{key}", words, now)
    return staff
