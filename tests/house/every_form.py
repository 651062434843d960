"""Every form that the pages of the demonstration show: where it is sent, who sends it, and its fields as they stand."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from tests.browse import read

NO_FIELD = ("submit", "button", "reset", "image")


@dataclass
class Control:
    """One field: its name, what kind it is, what it holds now (None: not ticked), and what else may be chosen."""

    name: str
    kind: str
    now: list[str]
    choices: list[str] = field(default_factory=list)


@dataclass
class Shown:
    """One form of a page: the address it is sent to and its fields."""

    action: str
    controls: list[Control]

    def sent(self, **typed: list[Any]) -> dict[str, list[Any]]:
        """What a browser sends of it, with some fields as given instead."""
        fields = {one.name: one.now for one in self.controls}
        return {name: values for name, values in {**fields, **typed}.items() if values}


def forms(html: str, at: str) -> Iterator[Shown]:
    """The forms of the page `html`, read at the address `at`, that are posted."""
    root, _ = read(html)
    everything = list(root.iter())
    for form in root.iter("form"):
        if form.get("method", "").lower() != "post":
            continue
        own = form.get("id")
        inside = [*form.iter(), *(one for one in everything if own and one.get("form") == own)]
        controls = list(_controls(inside))
        named = [one for one in inside if one.tag == "button" and one.get("name")]
        for action in {form.get("action"), *(one.get("formaction") for one in inside if one.get("formaction"))}:
            yield Shown(urlsplit(urljoin(at, action or "")).path, [*controls, *_buttons(named)])


def _controls(elements: list[Element]) -> Iterator[Control]:
    ticked: dict[str, Control] = {}
    for one in elements:
        name, kind = one.get("name"), one.get("type", "text") if one.tag == "input" else one.tag
        if not name or name == "csrf_token" or one.tag not in ("input", "select", "textarea") or kind in NO_FIELD:
            continue
        if kind in ("radio", "checkbox"):
            known = ticked.setdefault(name, Control(name, kind, []))
            known.choices.append(one.get("value", "on"))
            if one.get("checked") is not None:
                known.now.append(known.choices[-1])
        elif kind == "select":
            options = list(one.iter("option"))
            values = [option.get("value", "") for option in options]
            chosen = [option.get("value", "") for option in options if option.get("selected") is not None]
            yield Control(name, kind, chosen or values[:1], values)
        else:
            yield Control(name, kind, [one.text or ""] if kind == "textarea" else [one.get("value", "")])
    yield from ticked.values()


def _buttons(named: list[Element]) -> Iterator[Control]:
    for name in {one.get("name", "") for one in named}:
        yield Control(name, "button", [], [one.get("value", "") for one in named if one.get("name") == name])
