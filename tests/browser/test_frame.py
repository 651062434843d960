"""The frame in a real browser: drafts that stay, forms that go once, words for failures; and without scripts."""

import pytest

from tests.cast import PASSWORD

pytestmark = pytest.mark.browser
NEW_PERSON = "/settings/people/new"


def enter(page, live, email="ada@karbon.example"):
    page.goto(f"{live.url}/sign-in")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.click("main button")
    page.wait_for_url(f"{live.url}/")


def drafts(page):
    return page.evaluate("Object.keys(sessionStorage).filter(name => name.startsWith('evenhand:'))")


def type_a_draft(page, live):
    page.goto(live.url + NEW_PERSON)
    page.fill("#name", "Ines <b>Draft")
    page.check("text=Safety lead")
    page.wait_for_timeout(500)
    assert len(drafts(page)) == 1


def test_a_draft_is_put_back_and_can_be_emptied(page, live, cast):
    enter(page, live)
    type_a_draft(page, live)
    page.goto(f"{live.url}/policy")
    page.goto(live.url + NEW_PERSON)
    assert page.input_value("#name") == "Ines <b>Draft"
    assert page.is_checked("text=Safety lead")
    page.click("text=Empty it again")
    assert page.input_value("#name") == ""
    assert not page.is_checked("text=Safety lead")
    page.goto(live.url + NEW_PERSON)
    assert page.input_value("#name") == ""


def test_a_refused_form_keeps_its_draft_and_an_accepted_one_does_not(page, live, cast):
    enter(page, live)
    type_a_draft(page, live)
    page.click("main .buttons button")
    page.wait_for_selector("[data-summary]")
    assert page.evaluate("document.activeElement.matches('[data-summary]')")
    assert page.title().startswith("Error: ")
    page.goto(live.url + NEW_PERSON)
    assert page.input_value("#name") == "Ines <b>Draft"
    page.fill("#email", "ines@karbon.example")
    page.click("main .buttons button")
    page.wait_for_selector("code")
    assert drafts(page) == []


def test_signing_out_leaves_no_draft(page, live, cast):
    enter(page, live)
    type_a_draft(page, live)
    page.click("text=Sign out")
    page.wait_for_url("**/sign-in")
    assert drafts(page) == []


def test_another_person_in_the_same_tab_finds_no_draft(page, live, cast):
    enter(page, live)
    type_a_draft(page, live)
    page.context.clear_cookies()
    enter(page, live, "mina@karbon.example")
    assert drafts(page) == []


def test_a_password_is_never_kept_as_a_draft(page, live, cast):
    enter(page, live)
    page.goto(f"{live.url}/account")
    page.evaluate("document.querySelector('main form').dataset.keep = ''")
    page.evaluate("htmx.trigger(document.body, 'htmx:load')")
    page.fill("#old_password", "a secret to keep")
    page.wait_for_timeout(500)
    assert "secret" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_two_presses_send_one_form(page, live, cast):
    sent = []
    enter(page, live)
    page.goto(f"{live.url}/account")
    page.on("request", lambda request: sent.append(request.method))
    button = "main form[action*=password] button"
    page.evaluate("(button) => { const b = document.querySelector(button); b.click(); b.click(); }", button)
    page.wait_for_selector("[data-summary]")
    assert sent.count("POST") == 1


@pytest.mark.parametrize(
    ("address", "offline", "sentence"),
    [
        ("/settings", False, "That did not work: This is not open to your role."),
        ("/not-there", False, "That did not work: There is no such page."),
        ("/policy", True, "That did not work: There is no connection just now."),
    ],
)
def test_a_request_that_fails_says_so_and_replaces_nothing(page, live, cast, address, offline, sentence):
    enter(page, live, "mina@karbon.example")
    page.context.set_offline(offline)
    page.evaluate(f"() => {{ htmx.ajax('GET', '{address}', {{target: '#main'}}).catch(() => 0); }}")
    assert page.inner_text(".banner p").startswith(sentence)
    assert page.inner_text("h1") == "Today"
    page.click(".banner button")
    assert page.locator(".banner").count() == 0


def test_nothing_breaks_the_content_policy(page, live, cast):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    enter(page, live)
    for address in ("/", "/policy", "/settings", "/account", NEW_PERSON):
        page.goto(live.url + address)
    assert said == []


def test_without_scripts_a_stale_form_is_sent_again_and_nothing_is_lost(browser, live, cast):
    context = browser.new_context(java_script_enabled=False)
    page, other = context.new_page(), context.new_page()
    enter(page, live)
    page.goto(live.url + NEW_PERSON)
    page.fill("#name", "Ines Without Scripts")
    page.fill("#email", "ines@karbon.example")
    other.goto(f"{live.url}/account")
    other.click("text=Sign out")
    enter(other, live)
    page.click("main .buttons button")
    assert page.inner_text("h1") == "This page was open for too long"
    assert "Ines Without Scripts" in page.inner_text("main")
    page.click("text=Send what you typed")
    assert page.inner_text("h1") == "First password"
    context.close()


def test_without_scripts_the_error_summary_takes_focus(browser, live, cast):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live.url}/sign-in")
    page.click("main button")
    assert page.evaluate("document.activeElement.matches('[data-summary]')")
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_scrolls_sideways(browser, live, cast, width):
    context = browser.new_context(viewport={"width": width, "height": 600})
    page = context.new_page()
    enter(page, live)
    for address in ("/", "/policy", "/settings", "/settings/people", NEW_PERSON, "/account", "/not-there"):
        page.goto(live.url + address)
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, address
    context.close()
