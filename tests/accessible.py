"""What every page promises in a real browser: axe-core finds nothing, and nothing sticks out sideways.

Both hold on a telephone and on a wide screen, in light and in dark: `everywhere(page)` goes through all four.
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


def everywhere(page: Any) -> Iterator[str]:
    """The page on each screen in each scheme, one after the other; yields what it is shown as."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # no colour half-way to another
        for name, size in SCREENS.items():
            page.set_viewport_size(size)
            yield f"{name}, {scheme}"


def faults(page: Any, only: list[str] | None = None) -> list[str]:
    """What axe-core finds on the page as it is shown now: rule, help, and the first elements. `only`: these rules."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate(_RUN, {"runOnly": only or TAGS})


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
        only = COLOURS if "dark" in shown else SIZES if "wide" in shown else None
        assert faults(page, only) == [], f"{page.url} ({shown})"
        assert overflow(page) == [], f"{page.url} ({shown}) scrolls sideways"
