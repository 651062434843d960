"""What every page promises in a real browser: axe-core finds nothing, and nothing sticks out sideways.

Both hold on a telephone and on a wide screen, in light and in dark: `everywhere(page)` goes through all four. What is
about the whole page is asked of every page, on the telephone. Colours and sizes are most of the work, and differ from
part to part and not from page to page: each part is looked at once a run in each of the four, a part being known by
its own and its parent's classes and by the colours it has now.
"""

from collections.abc import Iterator
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

NARROW = {"width": 360, "height": 740}
WIDE = {"width": 1280, "height": 900}
SCREENS = {"narrow": NARROW, "wide": WIDE}
SCHEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # all that a scheme of colours can change
SIZES = [*COLOURS, "target-size", "scrollable-region-focusable", "aria-hidden-focus"]  # what a wider screen can change
_RUN = """options => axe.run(document, {...options, resultTypes: ["violations"]}).then(found => found.violations.map(
    one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 4).map(node => node.target[0]).join(" | ")}`))"""
# Every element with words of its own, something to press, or something that scrolls, by what it looks like.
_PARTS = """() => {
    const named = part => part.tagName + "." + [...part.classList].join(".");
    const behind = part => {
        while (part && getComputedStyle(part).backgroundColor === "rgba(0, 0, 0, 0)") part = part.parentElement;
        return part ? getComputedStyle(part).backgroundColor : "";
    };
    window.parts = {};
    for (const part of document.querySelectorAll("body *")) {
        const words = [...part.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
        const style = getComputedStyle(part), scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
        const chosen = part.matches("a, button, input, select, textarea, summary, [tabindex], [aria-hidden]");
        if (!(words || chosen || scrolls) || !part.checkVisibility()) continue;
        const state = part.matches(":disabled, [readonly], [aria-invalid], [aria-current]");
        const look = [named(part.parentElement), named(part), part.type, state, part.querySelector("a") !== null,
            style.color, behind(part), style.opacity, style.fontSize, style.fontWeight].join(" ");
        window.parts[look] ??= part;
    }
    return Object.keys(window.parts);
}"""
_LOOK = """([looks, rules]) => axe.run({include: looks.map(look => window.parts[look])}, {
    runOnly: rules, resultTypes: ["violations"],
}).then(found => found.violations.map(
    one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 4).map(node => node.target[0]).join(" | ")}`))"""
_seen: dict[str, set[str]] = {}


def everywhere(page: Any) -> Iterator[str]:
    """The page on each screen in each scheme, one after the other; yields what it is shown as."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour half-way to another
        for name, size in SCREENS.items():
            page.set_viewport_size(size)
            yield f"{name}, {scheme}"


def faults(page: Any, only: list[str] | None = None, parts: bool = True) -> list[str]:
    """What axe-core finds on the page as it is shown now: rule, help, and the first elements. `only`: these rules.

    `parts`: whether the colours too, which `part_faults` looks at once a run.
    """
    _ready(page)
    rules = {} if parts else {rule: {"enabled": False} for rule in COLOURS}
    return page.evaluate(_RUN, {"runOnly": only or TAGS, "rules": rules})


def part_faults(page: Any, shown: str) -> list[str]:
    """What axe-core finds in the colours and sizes of the parts that no page had before when `shown` like this."""
    _ready(page)
    seen = _seen.setdefault(shown, set())
    new = [look for look in page.evaluate(_PARTS) if look not in seen]
    found = page.evaluate(_LOOK, [new, SIZES]) if new else []
    seen.update([] if found else new)
    return found


def _ready(page: Any) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)


def overflow(page: Any) -> list[str]:
    """The elements that stick out of the screen sideways, when the page scrolls sideways; else nothing."""
    return page.evaluate(
        """() => {
            const root = document.documentElement, width = root.clientWidth;
            if (root.scrollWidth <= width) return [];
            return [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > width + 1)
                .slice(0, 5)
                .map(element => element.outerHTML.slice(0, 120));
        }"""
    )


def assert_accessible(page: Any) -> None:
    """Fail with what sticks out, and with what axe-core finds: all on a telephone, elsewhere what can differ there."""
    for shown in everywhere(page):
        found = part_faults(page, shown)
        if shown == "narrow, light":
            found += faults(page, parts=False)
        assert found == [], f"{page.url} ({shown})"
        assert overflow(page) == [], f"{page.url} ({shown}) scrolls sideways"
