"""The places in the header. Each blueprint says beside its definition in which of them its pages are, or in none."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, request, url_for
from flask_login import current_user

from models import User


@dataclass(frozen=True)
class Section:
    """One place in the header: its words, the endpoint it leads to, and who may go there."""

    words: str
    endpoint: str
    open_to: Callable[[User], bool] = lambda _user: True


TODAY = Section("Today", "today.today")
CUSTOMERS = Section("Customers", "customers.find", lambda user: user.sees_files or user.logs_incidents)
POST = Section("Post", "post.index", lambda user: user.is_officer)
NAMED_OFFICERS = Section("Named officers", "named_officers.board", lambda user: user.is_officer)
COLLEAGUES = Section("Colleagues", "care.index", lambda user: user.has("manager", "safety_lead"))
WHO_LOOKED = Section("Who looked", "access_report.show", lambda user: user.has("data_protection_officer"))
POLICY = Section("Policy", "policy_page.show")
SETTINGS = Section("Settings", "settings.show", lambda user: user.is_administrator)
ALL = (TODAY, CUSTOMERS, POST, NAMED_OFFICERS, COLLEAGUES, WHO_LOOKED, POLICY, SETTINGS)
NONE = None

OF: dict[str, Section | None] = {}


def section(blueprint: Blueprint, place: Section | None) -> None:
    """Put the pages of a blueprint in a place of the header, or in NONE of them."""
    OF[blueprint.name] = place


def section_of(name: str | None) -> Section | None:
    """The place of the blueprint of this name; no blueprint at all has none. Raises KeyError where none was said."""
    return None if name is None else OF[name]


def navigation() -> list[tuple[str, str, bool]]:
    """The places that whoever is signed in may go to: words, address, and whether the page shown is one of its own."""
    here = section_of(request.blueprint)
    return [(one.words, url_for(one.endpoint), one is here) for one in ALL if one.open_to(current_user)]
