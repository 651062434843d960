"""Takes the README's pictures, `make screenshots`: the demonstration in a real Chromium, as small PNGs.

Pictures go to docs/screenshots/. They show invented people only.
"""

import io
import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from waitress.server import create_server

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import demo  # noqa: E402
import models  # noqa: E402
from app import create_app  # noqa: E402
from policy.core import clock  # noqa: E402
from tests import chromium  # noqa: E402
from tests.accessible import NARROW, WIDE  # noqa: E402
from tests.browse import Browser as Client  # noqa: E402
from tests.house.scene import person, things  # noqa: E402

TARGET = ROOT / "docs/screenshots"
COLOURS = 128


@dataclass(frozen=True)
class Picture:
    """One picture: its name, who looks at which page (`{customer}` is a number of the scene), and how."""

    name: str
    role: str
    address: str
    narrow: bool = False
    dark: bool = False


PICTURES = (
    Picture("today", "manager", "/"),
    Picture("file", "officer", "/customers/{customer}"),
    Picture("file-phone", "officer", "/customers/{customer}", narrow=True),
    Picture("incident-phone", "colleague", "/customers/{customer}/incidents/new", narrow=True),
    Picture("check", "officer", "/customers/{customer}/contact-check"),
    Picture("warning", "officer", "/warnings/{draft_warning}"),
    Picture("review", "manager", "/reviews/{review}"),
    Picture("appeal", "senior_officer", "/appeals/{appeal}"),
    Picture("marker", "safety_lead", "/markers/{marker}"),
    Picture("care", "manager", "/care"),
    Picture("restriction", "manager", "/restrictions/{proposed_restriction}"),
    Picture("restriction-dark", "manager", "/restrictions/{restriction}", dark=True),
    Picture("letter", "officer", "/letters/{letter}"),
    Picture("post", "officer", "/post"),
    Picture("letterhead", "administrator", "/settings/letterhead"),
    Picture("wording", "administrator", "/settings/letters/warnings/issued"),
    Picture("policy", "officer", "/policy"),
)


@contextmanager
def served() -> Iterator[Any]:
    """The demonstration on a free port; yields the application and its address."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"DATA": Path(folder), "DEMO": True, "DATABASE_URL": f"sqlite:///{folder}/evenhand.db"})
        with models.db.connection_context():
            models.migrate()
            demo.fill(clock.now())
        server = create_server(app, host="127.0.0.1", port=0, threads=4)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        try:
            yield app, f"http://127.0.0.1:{server.effective_port}"
        finally:
            server.close()
            thread.join(5)


def take(browser: Browser, app: Any, url: str, picture: Picture, numbers: dict[str, Any]) -> bytes:
    """One picture as PNG bytes; ends with a sentence where the page does not answer well."""
    context = browser.new_context(
        viewport=NARROW if picture.narrow else WIDE,
        color_scheme="dark" if picture.dark else "light",
        device_scale_factor=2 if picture.narrow else 1,
        locale="en-GB",
        timezone_id="Europe/London",
        reduced_motion="reduce",
    )
    page = context.new_page()
    client = Client(app, app.response_class)
    client.sign_in(person(picture.role), page.evaluate("navigator.userAgent"))
    name = app.config["SESSION_COOKIE_NAME"]
    context.add_cookies([{"name": name, "value": client.get_cookie(name).value, "url": url}])
    address = picture.address.format(**numbers)
    response = page.goto(url + address)
    if response is None or response.status != 200:
        sys.exit(f"{picture.name}: {address} answered {response and response.status}.")
    taken = page.screenshot()
    context.close()
    return small(taken)


def small(png: bytes) -> bytes:
    """The same picture with fewer colours, which is all that flat pages need."""
    kept = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        kept, "PNG", optimize=True
    )
    return kept.getvalue()


def main(wanted: list[str]) -> None:
    """Take all pictures, or those named."""
    path = chromium.find()
    if path is None:
        sys.exit(chromium.ABSENT)
    TARGET.mkdir(parents=True, exist_ok=True)
    with served() as (app, url), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=list(chromium.FLAGS), chromium_sandbox=os.geteuid() != 0
        )
        numbers = things()
        for picture in PICTURES:
            if not wanted or picture.name in wanted:
                png = take(browser, app, url, picture, numbers)
                (TARGET / f"{picture.name}.png").write_bytes(png)
                print(f"{picture.name}.png {len(png) // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
