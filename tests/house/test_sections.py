"""Every blueprint says in which place of the header its pages are, and there that place is marked."""

import re

import pytest

from tests.house.addresses import ADDRESSES, ROLES
from tests.house.scene import person, things
from tests.house.test_addresses import address_of, ask, paper  # noqa: F401 (no PDF is made here either)
from views import blueprints
from views.frame import sections

NAMES = [one.name for one in blueprints()]
PLACE = re.compile(r'<a class="places__link" href="[^"]*"(?P<here> aria-current="\w+")?>(?P<words>[^<]+)</a>')


# These answer with a file, or with a letter by itself, and lead back to a page of another blueprint.
WITHOUT_A_PAGE = {"assets", "calendar", "scans", "letter_formats"}


@pytest.fixture(scope="module")
def scene(shared_demo):
    app, _ = shared_demo
    return app, things(), {role: person(role) for role in ROLES}


def marked(text):
    """The places that a page marks in its header as where one is."""
    return [one["words"] for one in PLACE.finditer(text) if one["here"]]


def pages(name, place, scene, signed_in):
    """The pages of a blueprint that show the header, each to somebody who may go to the blueprint's place."""
    app, numbers, people = scene
    for row in ADDRESSES:
        if row.endpoint.partition(".")[0] == name and row.method == "GET":
            role = min((one for one in row.opens_to if place is None or place.open_to(people[one])), default=None)
            if role is not None:
                answered = ask(signed_in(people[role], app=app), row, address_of(app, row, numbers))
                if b'class="places"' in answered.data:
                    yield row, answered.get_data(as_text=True)


def test_every_blueprint_says_where_its_pages_are(shared_app):
    assert set(shared_app.blueprints) == set(NAMES)
    silent = [name for name in NAMES if name not in sections.OF]
    assert not silent, f"Say section(blueprint, …) beside the blueprint of each of these: {silent}"


@pytest.mark.parametrize("name", NAMES)
def test_the_place_of_a_page_is_marked_in_the_header(name, scene, signed_in):
    place, seen = sections.section_of(name), 0
    for row, text in pages(name, place, scene, signed_in):
        assert marked(text) == ([place.words] if place else []), row
        seen += 1
    assert seen or name in WITHOUT_A_PAGE, f"No page of {name} showed the header"
