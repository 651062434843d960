"""The browser's own fixtures: a session without a password, and a reader that finds planted faults."""

import pytest

from tests.accessible import assert_accessible, faults, overflow, part_faults

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


def test_a_colour_that_cannot_be_read_and_a_button_too_small_to_hit_are_found(page, live):
    page.goto(f"{live.url}/sign-in")
    assert part_faults(page, "planted") == []
    page.evaluate("document.querySelector('label').style.cssText = 'color: silver; background: white'")
    found = " ".join(part_faults(page, "planted"))
    assert "color-contrast" in found and "label" in found
    page.evaluate("""() => {
        for (const label of ["A", "B"]) {
            const button = document.querySelector("form").appendChild(document.createElement("button"));
            button.textContent = label;
            button.style.cssText = "all: unset; display: block; width: 8px; height: 8px; font-size: 4px";
        }
    }""")
    assert "target-size" in " ".join(part_faults(page, "planted"))
