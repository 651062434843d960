"""Where the settings come from: the environment, checked at the start; each fault a sentence with its remedy."""

import ipaddress
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from click import ClickException

HERE = Path(__file__).resolve().parent
SHORTEST_KEY = 32
ONE_MEGABYTE = 1024 * 1024


class Misconfigured(ClickException):
    """The programme cannot start as it is set up; the message says what to change, to a command's user too."""


def read(environ: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
    """The settings in force: defaults, then the environment, then what the caller gave.

    Raises Misconfigured where there is no secret key and this is not a demonstration.
    """
    chosen: dict[str, Any] = {
        "DATA": Path(environ.get("EVENHAND_DATA") or HERE / "instance").expanduser().resolve(),
        "DATABASE_URL": environ.get("DATABASE_URL") or "",
        "DEMO": environ.get("EVENHAND_DEMO") == "1",
        "HTTPS": environ.get("EVENHAND_HTTPS") == "1",
        "PROXIES": _whole_number("EVENHAND_PROXIES", environ.get("EVENHAND_PROXIES") or "0"),
        "SECRET_KEY": environ.get("EVENHAND_SECRET_KEY") or "",
        "TRUSTED_HOSTS": environ.get("EVENHAND_HOSTS", "").split() or None,
        "SMTP_URL": environ.get("EVENHAND_SMTP_URL") or "",
        "MAIL_FROM": environ.get("EVENHAND_MAIL_FROM") or "",
        "MAX_CONTENT_LENGTH": ONE_MEGABYTE,
        "MAX_FORM_MEMORY_SIZE": ONE_MEGABYTE,
        "MAX_FORM_PARTS": 2000,
        **given,
    }
    chosen["DATA"] = Path(chosen["DATA"])
    chosen["DATABASE_URL"] = chosen["DATABASE_URL"] or f"sqlite:///{chosen['DATA']}/evenhand.db"
    chosen["SECRET_KEY"] = _secret_key(chosen)
    _check_mail(chosen["SMTP_URL"], chosen["MAIL_FROM"])
    return {**chosen, **_cookies(chosen["HTTPS"])}


def _check_mail(url: str, sender: str) -> None:
    """Both or neither, and each sound: half a mail server would be found out only when a letter has to go."""
    if not url and not sender:
        return
    parts = urlsplit(url)
    try:
        sound = parts.scheme in ("smtp", "smtps") and bool(parts.hostname) and (parts.port or 25) > 0
    except ValueError:
        sound = False
    if not sound:
        raise Misconfigured(
            "EVENHAND_SMTP_URL must name a mail server, for example smtp://user:password@mail.example:587?starttls=1 "
            "or smtps://mail.example."
        )
    if (
        parts.username
        and parts.scheme == "smtp"
        and "starttls=1" not in parts.query
        and not _is_loopback(parts.hostname or "")
    ):
        raise Misconfigured("EVENHAND_SMTP_URL would send its password unencrypted: add ?starttls=1, or use smtps://.")
    if sender.count("@") != 1 or any(sign in sender for sign in " <>,;\r\n"):
        raise Misconfigured("EVENHAND_MAIL_FROM must be one e-mail address, for example letters@your.example.")


def _whole_number(name: str, given: str) -> int:
    if not (given.isascii() and given.isdigit()):
        raise Misconfigured(f"{name} is “{given}”: give a whole number, for example 1.")
    return int(given)


def _cookies(https: bool) -> dict[str, Any]:
    """Session cookies that no script reads and no other site sends, encrypted on their way where there is https."""
    return {
        "SESSION_COOKIE_NAME": "__Host-evenhand" if https else "evenhand",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": https,
        "SESSION_COOKIE_PATH": "/",
        "PREFERRED_URL_SCHEME": "https" if https else "http",
    }


def _secret_key(chosen: Mapping[str, Any]) -> str:
    key = chosen["SECRET_KEY"]
    if not key and chosen["DEMO"]:
        return _demonstration_key(chosen["DATA"] / "secret-key")
    if len(key) < SHORTEST_KEY:
        raise Misconfigured(
            f"EVENHAND_SECRET_KEY must be set to at least {SHORTEST_KEY} characters that nobody can guess. "
            "Make one with: python3 -c 'import secrets; print(secrets.token_hex(32))'"
        )
    return key


def _demonstration_key(path: Path) -> str:
    """The demonstration's own random key, made the first time and readable by its owner only."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        key = secrets.token_hex(32)
        file.write(key)
    return key


def refuse_public_demonstration(demo: bool, host: str) -> None:
    """A demonstration, whose sign-ins are printed for all to read, listens on this machine alone.

    Raises Misconfigured for a `host` that other machines could reach.
    """
    if demo and not _is_loopback(host):
        raise Misconfigured(
            f"The demonstration prints its passwords, so it listens on this machine only, not on {host}. "
            "Use 127.0.0.1, or unset EVENHAND_DEMO."
        )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
