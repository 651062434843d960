"""Runs each page and its floor in turn, in one process on one file, and prints the ratio of their medians.

Other work on the machine slows both alike, so the ratio is to be read and the milliseconds are not.
"""

import datetime as dt
import itertools
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from werkzeug.test import EnvironBuilder, run_wsgi_app

import demo
import models
from app import create_app
from bench import floor, letters
from letterpress.languages import languages
from letterpress.make import render
from letterpress.make.address import window
from letterpress.samples import samples
from policy.core import clock
from policy.correspondence import check as letter_check
from policy.incidents import entries as incident_entries
from tests.browse import AGENT, Browser

CUSTOMERS, INCIDENTS, ROUNDS = 400, 20, 120
WORDS = "The customer rang about a repair, shouted at the adviser and was asked to stop. " * 5


def fill(now: dt.datetime) -> tuple[models.User, models.Customer]:
    """Enough customers to search among, and one with twenty incidents; answers who looks, and at whom."""
    staff = demo.people.add(now - dt.timedelta(days=90))
    for _ in range(CUSTOMERS // demo.households.COUNT):
        everybody = demo.households.add(staff, now - dt.timedelta(days=80), again=models.Customer.select().count())
    chosen = everybody[0]
    for number in range(INCIDENTS):
        day = now - dt.timedelta(days=2 * number + 1)
        told = {
            "happened_on": clock.today(day),
            "started_at": dt.time(9, number),
            "channel": "telephone",
            "what_happened": WORDS,
            "exact_words": "Words that were said",
            "behaviours": ["verbal_abuse"],
            "severity": 2,
        }
        incident_entries.log(staff["colleague"], chosen, told, day + dt.timedelta(days=1), f"bench-{number}")
    return staff["officer"], chosen


def asked(app: Any, person: models.User, address: str, sought: str = "", **headers: str) -> Callable[[], int]:
    """A signed-in request straight into the application; answers the length of what came back."""
    client = Browser(app, app.response_class)
    client.sign_in(person)
    if sought:
        client.post("/customers", data={"q": sought})
    cookie = client.get_cookie(app.config["SESSION_COOKIE_NAME"])
    assert cookie is not None
    sent = {"Cookie": f"{cookie.key}={cookie.value}", "User-Agent": AGENT, "Accept-Encoding": "br", **headers}

    def ask() -> int:
        environ = EnvironBuilder(path=address, headers=sent)
        body, status, _ = run_wsgi_app(app, environ.get_environ(), buffered=True)
        if not status.startswith("200"):
            raise SystemExit(f"{address} answered {status}.")
        return sum(len(part) for part in body)

    return ask


def timed(call: Callable[[], object]) -> float:
    """Milliseconds that one call took."""
    begun = time.perf_counter()
    call()
    return (time.perf_counter() - begun) * 1000


def compare(name: str, page: Callable[[], object], least: Callable[[], object]) -> None:
    """Both in turn, many times; prints the medians and their ratio."""
    for warm in (page, least) * 3:
        warm()
    pairs = [(timed(page), timed(least)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"{name:<40} {ours:8.2f} ms   floor {theirs:7.2f} ms   ratio {ours / theirs:5.1f}", flush=True)


def previews(name: str) -> None:
    """A letter as it is made while somebody types, and with its check, over bare Jinja and Markdown of its words."""
    facts, passages = samples.sample(name)
    files = {path: words.rpartition("+++\n")[2] for path, words in render.template_info(name).files.items()}
    around = {"format": "standard", "window": window(facts["recipient"]["address_lines"])}
    given = {**facts, **around, "language": languages.load("en")}
    key, written = next(iter(passages.items()))
    keystrokes = itertools.count()

    def typed() -> dict[str, str]:
        return passages | {key: f"{written} {next(keystrokes)}"}

    def checked() -> object:
        return letter_check.of(render.render(name, facts, typed()), clock.now())

    def least() -> str:
        return floor.letter(files, f"{name}.md", {**given, "passages": typed()})

    compare("a letter made as one types", lambda: render.render(name, facts, typed()), least)
    compare("the same, made and checked", checked, least)


def main() -> None:
    """Make a database in a temporary folder and compare each page with its floor."""
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "evenhand.db")
        app = create_app({"DATA": Path(folder), "DATABASE_URL": f"sqlite:///{path}", "SECRET_KEY": "bench " * 8})
        with models.db.connection_context(), models.writing():
            models.migrate()
            who, whom = fill(clock.now())
        number, typed = whom.id, whom.name.split()[-1].lower()[:3]
        compare(
            f"a customer's page, {INCIDENTS} incidents",
            asked(app, who, f"/customers/{number}"),
            lambda: floor.customer(path, number),
        )
        compare(
            f"search as one types, {CUSTOMERS} customers",
            asked(app, who, "/customers", typed, **{"HX-Request": "true", "HX-Target": "results"}),
            lambda: floor.find(path, typed),
        )
        with models.db.connection_context():
            previews("warnings/issued")
    letters.main()


if __name__ == "__main__":
    main()
