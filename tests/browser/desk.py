"""Somebody at a desk: a browser in which people sign in one after the other, read, press buttons and fill in forms.

With JavaScript or without it, by the words on the screen and no others.
"""

import re
from typing import Any

from playwright.sync_api import TimeoutError

from tests.cast import PASSWORD

SECONDS = 15


class Desk:
    """One browser window. `scripts`: whether JavaScript runs in it."""

    def __init__(self, page: Any, url: str, scripts: bool = True) -> None:
        self.page, self.url, self.scripts = page, url, scripts
        page.set_default_timeout(SECONDS * 1000)

    def sign_in(self, person: Any, password: str = PASSWORD) -> None:
        """Sign out whoever sits here, then sign `person` in with their password."""
        leave = self.page.get_by_role("button", name="Sign out")
        if leave.count():
            leave.click()
        self.page.goto(f"{self.url}/sign-in")
        self.fill(**{"E-mail": person.email, "Password": password})
        self.press("Sign in")
        self.page.wait_for_url(f"{self.url}/")

    def find(self, name: str) -> None:
        """Open the page of a customer by searching for their name."""
        self.page.goto(f"{self.url}/customers")
        self.fill(**{"Find a customer": name})
        if not self.scripts:
            self.press("Find")
        self.page.locator("#results .row__main", has_text=name).first.click()
        self.page.wait_for_load_state()

    def fill(self, within: str = "main", **told: str) -> None:
        """Type into the fields whose labels begin with these words; underscores stand for spaces."""
        for label, words in told.items():
            self._labelled(label.replace("_", " "), within).fill(words)

    def choose(self, *labels: str, within: str = "main") -> None:
        """Tick or choose what is labelled with words that begin so."""
        for label in labels:
            self._labelled(label, within).check()

    def _labelled(self, words: str, within: str) -> Any:
        return self.page.locator(within).get_by_label(re.compile(rf"^\s*{re.escape(words)}", re.IGNORECASE)).first

    def press(self, words: str, within: str = "main") -> None:
        """Press the button with these words."""
        self.page.locator(within).get_by_role("button", name=words, exact=False).first.click()

    def follow(self, words: str, within: str = "main") -> None:
        """Follow the link with these words and wait for the page it leads to."""
        self.page.locator(within).get_by_role("link", name=words, exact=False).first.click()
        self.page.wait_for_load_state()

    def unfold(self, words: str) -> None:
        """Open the folded part with these words."""
        self.page.locator("summary", has_text=words).first.click()

    def heading(self) -> str:
        """The page's own heading."""
        return self.page.inner_text("h1")

    def words(self, within: str = "main") -> str:
        """All that can be read there, a space between words."""
        return " ".join(self.page.locator(within).inner_text().split())

    def sees(self, words: str, within: str = "main") -> None:
        """Wait until these words can be read there; fail where they never can."""
        try:
            self.page.locator(within).get_by_text(words, exact=False).first.wait_for()
        except TimeoutError:
            shown = self.words(within if self.page.locator(within).count() else "body")
            raise AssertionError(f"“{words}” cannot be read on {self.page.url}: {shown[:3000]}") from None

    def offers(self, words: str) -> bool:
        """True where there is a button with these words."""
        return bool(self.page.locator("main").get_by_role("button", name=words).count())

    def fetch(self, path: str) -> Any:
        """The answer to a GET, with this window's session."""
        agent = self.page.evaluate("navigator.userAgent")
        return self.page.context.request.get(self.url + path, headers={"User-Agent": agent})
