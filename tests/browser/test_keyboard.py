"""With the keyboard alone; with forced colours; on paper; with letters twice as large."""

import re

import pytest
from playwright.sync_api import TimeoutError

from models import Incident, Restriction
from policy.core import clock
from policy.restrictions import proposal as restriction_proposal
from tests import make
from tests.accessible import overflow

pytestmark = pytest.mark.browser

FOCUSED = "document.activeElement"
# Words that cannot be told from what is behind them: same colour, or no size.
INVISIBLE = """() => {
    const solid = colour => !/rgba\\(.*, 0\\)|transparent/.test(colour);
    const ground = element => {
        for (let at = element; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if (solid(colour)) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    return [...document.querySelectorAll("body *")].filter(element => {
        const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
        if (!own || !element.checkVisibility({ visibilityProperty: true }) || element.closest(".unseen")) return false;
        const style = getComputedStyle(element);
        return style.color === ground(element) || !solid(style.color) || parseFloat(style.fontSize) < 8;
    }).map(element => element.outerHTML.slice(0, 160));
}"""


@pytest.fixture
def whose(live, cast):
    """A customer with a warning received nine days ago, an incident since, and a proposal begun."""
    now = clock.now()
    then = make.later(now, -20)
    whose = make.customer(cast.omar, then, name="Robin Keyford")
    first = make.incident(cast.carla, whose, then)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mina, whose, [first], then)
    make.served(cast.omar, warning.letter, then)
    again = make.incident(cast.carla, whose, make.later(now, -2))
    restriction_proposal.propose(cast.omar, whose, warning, [again], now, make.key())
    return whose


@pytest.fixture
def desk(page, live, cast, enter, whose):
    """A window in which an officer is signed in and uses no mouse."""
    page.set_default_timeout(15_000)
    enter(page, live, cast.omar)
    return page


def tab_to(page, selector, most=120):
    """Press Tab until what `selector` names has the focus."""
    for _ in range(most):
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached with {most} presses of Tab on {page.url}")


def until_within(page, selector):
    """Wait until the focus is in what `selector` names; fail where it never is."""
    try:
        page.wait_for_selector(f"{selector}:focus-within", timeout=5000)
    except TimeoutError:
        raise AssertionError(f"The focus is not in {selector} but on {focused(page)}") from None


def focused(page, what="outerHTML.slice(0, 200)"):
    return page.evaluate(f"{FOCUSED}.{what}")


def test_the_first_press_of_tab_offers_to_skip_to_the_page(desk, live):
    desk.goto(f"{live.url}/policy")
    desk.keyboard.press("Tab")
    assert focused(desk, "textContent") == "Skip to the page"
    box = desk.locator(".skip").bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0, "The link is focused and cannot be seen"
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_what_has_the_focus_is_outlined(desk, live):
    desk.goto(f"{live.url}/customers/new")
    for _ in range(12):
        desk.keyboard.press("Tab")
        style = desk.evaluate(f"(e => [getComputedStyle(e).outlineStyle, getComputedStyle(e).outlineWidth])({FOCUSED})")
        assert style[0] != "none" and float(style[1].removesuffix("px")) >= 2, focused(desk)


def test_a_customer_is_found_and_opened(desk, live, whose):
    desk.goto(f"{live.url}/")
    tab_to(desk, "#q")
    desk.keyboard.type("keyford")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("#results a")
    tab_to(desk, "#results a")
    assert "Contact check for Robin Keyford" in focused(desk, "textContent"), "what is asked most comes first"
    tab_to(desk, "#results .row__main")
    assert focused(desk, "textContent") == "Robin Keyford"
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**/customers/{whose.id}")


def test_an_incident_is_logged(desk, live, whose):
    desk.goto(f"{live.url}/customers/{whose.id}/incidents/new")
    tab_to(desk, "#what_happened")
    desk.keyboard.type("They rang and shouted.")
    tab_to(desk, "[name=channel]")
    desk.keyboard.press("Space")
    desk.keyboard.press("ArrowRight")
    assert desk.evaluate("document.querySelector('[name=channel]:checked').value") == "email"
    tab_to(desk, "[name=timing]")
    desk.keyboard.press("ArrowDown")
    tab_to(desk, "#time_unknown_because")
    desk.keyboard.type("The message has no time on it.")
    tab_to(desk, "summary")
    desk.keyboard.press("Enter")
    tab_to(desk, "[name=behaviours_abuse]")
    desk.keyboard.press("Space")
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile(r"/incidents/\d+$"))
    incident = Incident.select().order_by(Incident.id.desc()).get()
    assert (incident.channel, incident.time_unknown_because) == ("email", "The message has no time on it.")
    assert len(incident.behaviours) == 1


def test_a_refused_form_leads_to_its_fields(desk, live, whose):
    desk.goto(f"{live.url}/customers/{whose.id}/incidents/new")
    tab_to(desk, "main .buttons button")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("[data-summary]:focus")
    links = desk.locator("[data-summary] a").count()
    assert links >= 2
    for at in range(links):
        desk.evaluate("document.querySelector('[data-summary]').focus()")
        for _ in range(at + 1):
            desk.keyboard.press("Tab")
        target = focused(desk, "getAttribute('href')")
        desk.keyboard.press("Enter")
        assert f"#{focused(desk, 'id')}" == target
        assert desk.locator(target).is_visible()


def test_a_fault_in_a_folded_part_can_be_reached(desk, live, whose):
    desk.goto(f"{live.url}/customers/{whose.id}/incidents/new")
    desk.fill("#what_happened", "They rang.")
    desk.locator("summary", has_text="What they asked us for").press("Enter")
    desk.fill("#request_owner", "Nobody Whoworkshere")
    desk.locator("main .buttons button").press("Enter")
    desk.wait_for_selector("[data-summary]:focus")
    desk.locator("[data-summary] a[href='#request_owner']").press("Enter")
    assert focused(desk, "id") == "request_owner"
    assert desk.locator("#request_owner").is_visible()


def test_editing_a_measure_keeps_the_focus_in_its_card(desk, live, whose):
    row = Restriction.get()
    card = "#term-channels"
    desk.goto(f"{live.url}/restrictions/{row.id}")
    desk.locator(f"{card} button", has_text="Add").press("Enter")
    desk.wait_for_selector(f"{card} form")
    until_within(desk, card)
    desk.locator(f"{card} button", has_text="Save").press("Enter")
    desk.wait_for_selector(f"{card} [data-summary]:focus")
    tab_to(desk, f"{card} [name=channels]")
    desk.keyboard.press("Space")
    desk.wait_for_selector(f"{card} [name=channels]:checked", state="attached")
    desk.locator(f"{card} button", has_text="Save").press("Enter")
    desk.wait_for_selector(f"{card} button:has-text('Take out')")
    until_within(desk, card)
    desk.locator(f"{card} button", has_text="Change").press("Enter")
    desk.wait_for_selector(f"{card} form")
    until_within(desk, card)
    desk.locator(f"{card} a", has_text="Cancel").press("Enter")
    desk.wait_for_selector(f"{card} button:has-text('Take out')")
    until_within(desk, card)
    desk.locator(f"{card} button", has_text="Take out").press("Enter")
    desk.wait_for_selector(f"{card} button:has-text('Add')")
    until_within(desk, card)


def test_logging_in_place_tells_where_it_went(desk, live, whose):
    desk.goto(f"{live.url}/customers/{whose.id}")
    tab_to(desk, "#log textarea")
    desk.keyboard.type("They came to the office and shouted.")
    desk.locator("#log").get_by_label("Office").press("Space")
    tab_to(desk, "#log .buttons button")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("#log [role=status]")
    until_within(desk, "#log")


PAGES = ["/", "/customers/1", "/customers/1/incidents/new", "/restrictions/1", "/warnings/1", "/letters/1", "/policy"]


@pytest.mark.parametrize("path", PAGES)
def test_no_words_vanish_with_forced_colours_or_on_paper(desk, live, path):
    desk.goto(live.url + path)
    for shown in ({"forced_colors": "active"}, {"media": "print"}, {"media": "print", "color_scheme": "dark"}):
        desk.emulate_media(**{"forced_colors": "none", "media": "screen", "color_scheme": "light"} | shown)
        assert desk.evaluate(INVISIBLE) == [], f"{path} with {shown}"
    assert not desk.locator(".top").is_visible(), "The page's own header is printed"


def test_buttons_and_choices_have_edges_with_forced_colours(desk, live):
    desk.emulate_media(forced_colors="active")
    desk.goto(f"{live.url}/customers/1/incidents/new")
    bare = """() => [...document.querySelectorAll("main .button, main .control, .chips .choice__label")]
        .filter(one => one.checkVisibility() && parseFloat(getComputedStyle(one).borderTopWidth) < 1)
        .map(one => one.outerHTML.slice(0, 120))"""
    assert desk.evaluate(bare) == []


@pytest.mark.parametrize("path", PAGES)
def test_letters_twice_as_large_still_fit(desk, live, path):
    desk.set_viewport_size({"width": 1280, "height": 900})
    desk.goto(live.url + path)
    desk.evaluate("document.documentElement.style.fontSize = '200%'")
    assert overflow(desk) == []
    cut = """() => [...document.querySelectorAll("main *, header *")].filter(one => {
        const style = getComputedStyle(one);
        return style.overflow === "hidden" && !one.closest(".unseen") && one.checkVisibility()
            && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
    }).map(one => one.outerHTML.slice(0, 120))"""
    assert desk.evaluate(cut) == []
