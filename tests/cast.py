"""The named people of the tests: who records, who reads, who decides, who hears appeals, who has no business here."""

import datetime as dt
from typing import Any

from models import Setting, User
from policy.staff.people import hasher
from tests.copies import copied

PASSWORD = "correct horse battery"
HIRED = dt.datetime(2025, 1, 6, 9, tzinfo=dt.UTC)
PEOPLE: dict[str, dict[str, Any]] = {
    "carla": {"name": "Carla Contact", "job_title": "Customer adviser", "roles": ["colleague"], "boss": "mina"},
    "omar": {"name": "Omar Officer", "job_title": "Housing officer", "roles": ["officer"], "boss": "mina"},
    "olive": {"name": "Olive Officer", "job_title": "Housing officer", "roles": ["officer"], "boss": "mina"},
    "mina": {"name": "Mina Manager", "job_title": "Housing manager", "roles": ["manager"], "boss": "sena"},
    "mark": {"name": "Mark Manager", "job_title": "Neighbourhood manager", "roles": ["manager"], "boss": "sena"},
    "sena": {"name": "Sena Senior", "job_title": "Director of customer services", "roles": ["senior_officer"]},
    "sol": {"name": "Sol Safety", "job_title": "Health and safety lead", "roles": ["safety_lead"]},
    "dora": {"name": "Dora Data", "job_title": "Data protection officer", "roles": ["data_protection_officer"]},
    "ada": {"name": "Ada Administrator", "job_title": "Systems administrator", "roles": ["administrator"]},
}

LANDLORD = {
    "name": "Karbon Homes",
    "address": "Number Five\nGosforth Park Avenue\nNewcastle upon Tyne\nNE12 8EG",
    "telephone": "0191 498 0100",
    "emergency_telephone": "0191 498 0199",
    "email": "customers@karbon.example",
    "complaints_email": "complaints@karbon.example",
    "data_email": "data@karbon.example",
    "website": "www.karbon.example",
    "policy_address": "www.karbon.example/unacceptable-behaviour",
}


class Cast:
    """Everybody above, added to the database of the test; `cast.mina` is a fresh row each time it is asked for.

    `ids`: those of people who are there already; nobody is added then.
    """

    def __init__(self, ids: dict[str, int] | None = None) -> None:
        self.ids: dict[str, int] = ids or {}
        if not ids:
            self._add()

    def _add(self) -> None:
        secret = _hash()
        for key, told in reversed(PEOPLE.items()):
            boss = told.get("boss")
            row = User.create(
                name=told["name"],
                email=f"{key}@karbon.example",
                job_title=told["job_title"],
                team="North Tyneside",
                telephone="0191 496 0000",
                roles=told["roles"],
                line_manager=self.ids[boss] if boss else None,
                password_hash=secret,
                added_at=HIRED,
            )
            self.ids[key] = row.id

        for name, value in LANDLORD.items():
            Setting.create(key=f"organisation_{name}", value=value, at=HIRED, by=None)

    def __getattr__(self, key: str) -> User:
        if key.startswith("_") or key not in self.ids:
            raise AttributeError(key)
        found = User.find(self.ids[key])
        assert found is not None
        return found

    def as_written(self) -> dict[str, int]:
        """What `ids` takes."""
        return self.ids

    def everyone(self) -> dict[str, User]:
        """All of them, by key."""
        return {key: User.get_by_id(number) for key, number in self.ids.items()}


@copied
def everybody() -> Cast:
    """The cast, added to a database that may be a copy."""
    return Cast()


_known: list[str] = []


def _hash() -> str:
    if not _known:
        _known.append(hasher.hash(PASSWORD))
    return _known[0]
