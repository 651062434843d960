"""What browser tests of a whole file share: the demonstration on one server, and a window for each role."""

import shutil

import pytest

from tests.browse import Browser
from tests.serve import served


@pytest.fixture(scope="module")
def demonstration(demo_template, tmp_path_factory):
    """The application over a copy of the demonstration, on a server that all tests of the module read."""
    import models
    from app import create_app

    folder = tmp_path_factory.mktemp("served")
    shutil.copyfile(demo_template, folder / "demonstration.db")
    url = f"sqlite:///{folder}/demonstration.db"
    app = create_app({"DATABASE_URL": url, "DATA": folder, "SECRET_KEY": "known to every test " * 2, "TESTING": True})
    with served(app) as live:
        yield live
    if not models.db.is_closed():
        models.db.close()


@pytest.fixture(scope="module")
def windows(browser, demonstration):
    """`windows(role)`: a page on which somebody of that role is signed in; "" is nobody. Each notes what it hears."""
    from tests.house.scene import person

    opened = {}

    def window(role):
        if role not in opened:
            context = browser.new_context(locale="en-GB", timezone_id="Europe/London", reduced_motion="reduce")
            page = context.new_page()
            page.set_default_timeout(15_000)
            if role:
                context.add_cookies([_cookie(demonstration, person(role), page.evaluate("navigator.userAgent"))])
            page.heard = []
            page.on("console", lambda message: page.heard.append(message.text))
            page.on("pageerror", lambda error: page.heard.append(str(error)))
            page.on("request", lambda request: page.heard.extend(_elsewhere(request.url, demonstration.url)))
            opened[role] = page
        return opened[role]

    yield window
    for page in opened.values():
        page.context.close()


def _elsewhere(address, ours):
    return [] if address.startswith((ours, "data:", "about:")) else [f"asked elsewhere: {address}"]


def _cookie(demonstration, person, agent):
    one = Browser(demonstration.app, demonstration.app.response_class)
    one.sign_in(person, agent)
    name = demonstration.app.config["SESSION_COOKIE_NAME"]
    return {"name": name, "value": one.get_cookie(name).value, "url": demonstration.url}
