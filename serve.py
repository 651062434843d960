"""Starts Evenhand: `python serve.py demonstration` (make run) or `python serve.py production` (make serve).

Everything that can be wrong at a start is said in one sentence with its remedy, before anything is changed.
"""

import errno
import os
import signal
import socket
import sys
from typing import NoReturn

import peewee
import waitress

import config
import demo
import models
from app import create_app
from policy.core import clock

DEFAULT_PORT = 8000
THREADS = 8
LARGEST_BODY = 32 * config.ONE_MEGABYTE  # more than the application takes, so that its own page can say so


def stop(sentence: str) -> NoReturn:
    """End with a sentence for the person at the terminal."""
    sys.exit(sentence)


def port() -> int:
    """The number in PORT, or 8000."""
    given = os.environ.get("PORT") or str(DEFAULT_PORT)
    if not given.isascii() or not given.isdigit() or not 0 < int(given) < 65536:
        stop(f"PORT is “{given}”: give a number from 1 to 65535, for example PORT=8001.")
    return int(given)


def check_address(url: str) -> None:
    """End with a sentence unless `url` is of a database that Evenhand runs on."""
    if not url.startswith(("sqlite:///", "postgresql://")):
        stop("DATABASE_URL must begin with postgresql:// or sqlite:///; without it SQLite is used in EVENHAND_DATA.")


def listen(host: str, number: int) -> socket.socket:
    """A socket bound to `host` and `number`; ends with a sentence where another programme has it."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        stop(f"HOST is “{host}”, which is no address of this machine: try HOST=127.0.0.1.")
    bound = socket.socket(family, kind, protocol)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(address)
        bound.listen(128)
    except OSError as error:
        bound.close()
        if error.errno == errno.EADDRINUSE:
            stop(f"Port {number} is already in use, perhaps by another Evenhand: stop that one or set another PORT.")
        stop(f"Evenhand cannot listen on {host}, port {number} ({error.strerror}): set another PORT or HOST.")
    return bound


def prepare(app_is_demonstration: bool) -> None:
    """Bring the schema up to date; fill or refuse the database according to what it is for."""
    with models.db.connection_context():
        models.migrate()
        invented = demo.is_here()
        if app_is_demonstration and not invented:
            if models.User.select().exists():
                stop("This database holds people of your own, so it is not for the demonstration: set EVENHAND_DATA.")
            print("Making the demonstration's people and files (once only).", flush=True)
            demo.fill(clock.now())
        if invented and not app_is_demonstration:
            stop("This database holds the demonstration, whose password everybody knows: set EVENHAND_DATA.")


def sign_ins() -> str:
    """The demonstration's people as lines to print."""
    people = [(person.name, person.roles, person.email) for person in demo.STAFF]
    widths = [max(len(person[place]) for person in people) for place in (0, 2)]
    lines = [
        f"  {email:<{widths[1]}}  {name:<{widths[0]}}  {', '.join(roles).replace('_', ' ')}"
        for name, roles, email in people
    ]
    return "\n".join(["Sign in as one of these invented people:", *lines, f"Everybody's password: {demo.PASSWORD}"])


def main(kind: str) -> None:
    """Start as a "demonstration" or in "production" and serve until stopped."""
    demonstration = kind == "demonstration"
    host = os.environ.get("HOST") or "127.0.0.1"
    try:
        config.refuse_public_demonstration(demonstration, host)
        check_address(config.read(os.environ, {"DEMO": demonstration})["DATABASE_URL"])
        bound = listen(host, port())
        app = create_app({"DEMO": demonstration})
        prepare(demonstration)
    except config.Misconfigured as fault:
        stop(str(fault))
    except peewee.OperationalError as error:
        said = " ".join(str(error).split())
        stop(f"The database could not be opened ({said}): look at EVENHAND_DATA or DATABASE_URL.")
    except OSError as error:
        stop(f"{error.filename or 'A file'} cannot be used ({error.strerror}): look at EVENHAND_DATA.")
    if demonstration:
        print(sign_ins())
    shown = f"[{host}]" if ":" in host else host
    print(f"Evenhand is at http://{shown}:{bound.getsockname()[1]} (Ctrl+C stops it)", flush=True)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    waitress.serve(
        app,
        sockets=[bound],
        threads=THREADS,
        ident=None,
        max_request_body_size=LARGEST_BODY,
        clear_untrusted_proxy_headers=not app.config["PROXIES"],
    )


if __name__ == "__main__":
    if sys.argv[1:] not in (["demonstration"], ["production"]):
        stop("Say which: python serve.py demonstration, or python serve.py production.")
    main(sys.argv[1])
