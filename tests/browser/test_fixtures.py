"""The browser's own fixtures: a session without a password, and a reader that finds planted faults."""

import pytest

from tests.accessible import assert_accessible, faults, overflow

pytestmark = pytest.mark.browser


def test_a_person_enters_without_a_password(page, live, cast, enter):
    enter(page, live, cast.mina)
    page.goto(live.url)
    assert "Mina Manager" in page.inner_text("footer")


def test_a_page_is_sound_on_every_screen_in_every_scheme(page, live, cast):
    page.goto(f"{live.url}/sign-in")
    assert_accessible(page)


def test_planted_faults_are_found(page, live):
    page.goto(f"{live.url}/sign-in")
    page.evaluate("document.documentElement.removeAttribute('lang')")
    page.evaluate("document.querySelector('label').remove()")
    found = " ".join(faults(page))
    assert "html-has-lang" in found
    assert "label" in found
    page.evaluate("document.querySelector('h1').style.minWidth = '3000px'")
    assert overflow(page)
