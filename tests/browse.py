"""The test client: signs people in without the cost of a password, sends what a browser sends, and reads every page.

`faults(html)` lists the promises that a page breaks: they hold for every page, so no test needs to repeat them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from tinyhtml5.parser import HTMLParser

AGENT = "Evenhand tests"
NEEDS_LABEL = ("input", "select", "textarea")
NO_LABEL = ("hidden", "submit", "button", "reset", "image")
INLINE = ("a", "abbr", "b", "bdi", "cite", "code", "em", "i", "mark", "q", "small", "span", "strong", "sup", "time")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
POINTERS = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "aria-errormessage", "headers", "list")
OURS = re.compile(r"(?!//)(?:/|#|\?|data:|mailto:|tel:|\w[\w./-]*(?:$|\?|#))")
# What a document may leave out, and what the parser says of a fragment.
TOLERATED = {"expected-doctype-but-got-start-tag", "expected-doctype-but-got-chars", "expected-doctype-but-got-eof"}


class Browser(FlaskClient):
    """Flask's client with a browser's manners. Set `protects` to False to post without the form's token."""

    protects = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.environ_base["HTTP_USER_AGENT"] = AGENT

    def sign_in(self, person: Any, agent: str = AGENT) -> "Browser":
        """Begin a session for `person` as the sign-in page would, without a password; it is bound to `agent`."""
        from policy.core import clock
        from views.frame import sessions

        with self.application.test_request_context(headers={"User-Agent": agent}):
            from flask import session

            sessions.begin(person, clock.now())
            begun = dict(session)
        with self.session_transaction() as kept:
            kept.clear()
            kept.update(begun)
        return self

    def open(self, *args: Any, **kwargs: Any) -> Any:
        """Send one request; a page that breaks a promise fails the test with the list of what is wrong."""
        if kwargs.get("method") == "POST" and self.protects:
            headers = dict(kwargs.get("headers") or {})
            headers.setdefault("X-CSRFToken", self._token())
            kwargs["headers"] = headers
        response = super().open(*args, **kwargs)
        if response.mimetype == "text/html" and response.status_code not in range(300, 400):
            fragment = "HX-Request" in response.request.headers
            broken = faults(response.get_data(as_text=True), fragment=fragment)
            assert not broken, f"{response.request.method} {response.request.path}: " + "; ".join(broken)
        return response

    def _token(self) -> str:
        with self.session_transaction() as kept:
            raw = kept.setdefault("csrf_token", "0" * 40)
        return URLSafeTimedSerializer(self.application.secret_key, salt="wtf-csrf-token").dumps(raw)


def htmx(target: str = "") -> dict[str, str]:
    """The headers with which htmx asks for a fragment: `client.get(address, headers=htmx("results"))`."""
    return {"HX-Request": "true", **({"HX-Target": target} if target else {})}


@lru_cache(maxsize=64)
def read(html: str) -> tuple[Element, tuple[str, ...]]:
    """The document's tree as a browser builds it, to be read only, and the mistakes in its mark-up."""
    parser = HTMLParser(namespace_html_elements=False)
    root = parser.parse(html)
    said = [f"mark-up: {code} {facts or ''}".strip() for _, code, facts in parser.errors if code not in TOLERATED]
    return root, tuple(said)


def text(element: Element) -> str:
    """The words of an element, spaced as a reader sees them: a new block is a new word, an inline element is not."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    gap = "" if element.tag in INLINE else " "
    yield gap + (element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            yield from _pieces(child)
        yield child.tail or ""
    yield gap


def words(html: str) -> str:
    """The words of a page's main part: what a test may look for."""
    root, _ = read(html)
    main = root.find(".//main")
    return text(root if main is None else main)


def faults(html: str, fragment: bool = False) -> list[str]:
    """Every promise that this page, or fragment of one, breaks; empty when it keeps them all."""
    root, mistakes = read(html)
    broken = list(mistakes)
    checks = (_ids, _labels, _forms, _names, _inline, _foreign, _tables)
    if not fragment:
        checks = (_page, _headings, _pointers, *checks)
        if not html.lstrip().lower().startswith("<!doctype html>"):
            broken.append("no <!doctype html>")
    return broken + [fault for check in checks for fault in check(root)]


def _page(root: Element) -> Iterator[str]:
    if not root.get("lang"):
        yield "no lang on <html>"
    if len(root.findall(".//main")) != 1:
        yield "there must be one <main>"
    tops = [text(heading) for heading in root.iter("h1")]
    title = " ".join("".join(found.itertext()).strip() for found in root.findall("./head/title"))
    title = " ".join(title.split())
    if len(tops) != 1 or not tops[0]:
        yield f"{len(tops)} h1 instead of one with words"
    elif not title.removeprefix("Error: ").startswith(tops[0]):
        yield f"the title “{title}” does not begin with the h1 “{tops[0]}”"
    if len(root.findall(".//*[@autofocus]")) > 1:
        yield "more than one autofocus"


def _headings(root: Element) -> Iterator[str]:
    last = 0
    for element in root.iter():
        if element.tag in HEADINGS:
            level = int(element.tag[1])
            if level > last + 1 and last:
                yield f"the heading “{text(element)}” skips a level (h{last} to h{level})"
            last = level


def _ids(root: Element) -> Iterator[str]:
    counted = Counter(element.get("id") for element in root.iter() if element.get("id") is not None)
    for name, count in counted.items():
        if count > 1 or not name or any(character.isspace() for character in name):
            yield f"the id “{name}” is not usable or not unique"


def _pointers(root: Element) -> Iterator[str]:
    known = {element.get("id") for element in root.iter()}
    for element in root.iter():
        for name in POINTERS:
            for target in element.get(name, "").split():
                if target not in known:
                    yield f"{name}=“{target}” points at nothing"
        link = element.get("href", "")
        if link.startswith("#") and link[1:] not in known:
            yield f"the link {link} leads nowhere"


def _labels(root: Element) -> Iterator[str]:
    labelled = {label.get("for") for label in root.iter("label") if text(label)}
    wrapped = {field for label in root.iter("label") if text(label) for field in label.iter()}
    for field in (element for element in root.iter() if element.tag in NEEDS_LABEL):
        if field.get("type") in NO_LABEL and field.tag == "input":
            continue
        named = field.get("aria-label") or field.get("aria-labelledby")
        if not (named or field.get("id") in labelled or field in wrapped):
            yield f"the field “{field.get('name')}” has no label"


def _forms(root: Element) -> Iterator[str]:
    for form in root.iter("form"):
        if form.get("method", "").lower() not in ("get", "post", "dialog") or not form.get("action"):
            yield f"a form without method and action: {form.attrib}"
        elif form.get("method", "").lower() == "post" and form.find(".//*[@name='csrf_token']") is None:
            yield f"the form for {form.get('action')} has no token (csrf_token)"


def _names(root: Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag in ("a", "button"):
            pictures = any(image.get("alt") for image in element.iter("img"))
            if not (text(element) or element.get("aria-label") or element.get("aria-labelledby") or pictures):
                yield f"a {element.tag} without words: {element.attrib}"
        if element.tag == "a" and element.get("href") is None and element.get("id") is None:
            yield f"a link that leads nowhere: “{text(element)}”"
        if element.tag == "img" and element.get("alt") is None:
            yield f"a picture without alt: {element.get('src')}"


def _inline(root: Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag == "style" or element.get("style") is not None:
            yield f"inline style on <{element.tag}>"
        if element.tag == "script" and not element.get("src") and element.get("type") != "application/json":
            yield "inline script"
        for name, value in element.attrib.items():
            if name.startswith(("on", "hx-on")):
                yield f"{name} on <{element.tag}>"
            if value.strip().lower().startswith("javascript:"):
                yield f"a javascript: address in {name}"


def _foreign(root: Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag in ("script", "img", "link", "iframe", "source", "use"):
            address = element.get("src") or element.get("href") or ""
            if address and not OURS.match(address):
                yield f"<{element.tag}> loads {address} from elsewhere"


def _tables(root: Element) -> Iterator[str]:
    for table in root.iter("table"):
        named = table.find("caption") is not None or table.get("aria-label") or table.get("aria-labelledby")
        if not named:
            yield "a table without a caption"
        for cell in table.iter("th"):
            if not cell.get("scope"):
                yield f"the table heading “{text(cell)}” has no scope"
