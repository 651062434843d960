"""Letters by e-mail: the message, and handing it to our own mail server over real SMTP.

A message is taken, refused, or its fate is not known: that is the case only where the connection broke after the
server had been given the words and before it answered. Nothing here knows the database.
"""

import contextlib
import re
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr, make_msgid
from urllib.parse import parse_qs, unquote, urlsplit

SECONDS = 20.0
"""How long the mail server may take over each step."""
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+\.[A-Za-z0-9-]+")
NOT_SET = (
    "No mail server is set up, so letters cannot be sent by e-mail from here. Whoever looks after Evenhand sets "
    "EVENHAND_SMTP_URL and EVENHAND_MAIL_FROM. Until then, print the letter and post it."
)
UNREACHABLE = "Our mail server could not be reached. Nothing was sent. Try again later, or post the letter."
REFUSALS = {
    "greeting": "Our mail server did not let us in ({}). Nothing was sent. Tell whoever looks after Evenhand.",
    "sender": "Our mail server does not send in our name ({}). Nothing was sent. Tell whoever looks after Evenhand.",
    "recipient": "The mail server does not take this address ({}). Nothing was sent. Check it with the customer.",
    "message": "The mail server did not take the message ({}). Nothing was sent. It may be too large: post the letter.",
}


class Refused(Exception):
    """The message was certainly not sent: `code` is the server's own, `sentence` says it with what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code)
        self.code, self.sentence = code, sentence


class Unknown(Exception):
    """The connection broke when the server had the message and had not answered: it may have been sent."""


@dataclass(frozen=True)
class Server:
    """Our mail server, from smtp://user:password@host:587?starttls=1 or smtps://host; `cafile` names its own CA."""

    host: str
    port: int
    user: str
    password: str
    encrypted: bool
    starttls: bool
    cafile: str


_server: Server | None = None
_sender = ""


def use(url: str, sender: str) -> None:
    """Send through this server in this address's name from now on; an empty `url` for none at all."""
    global _server, _sender
    _server, _sender = (server(url), sender) if url and sender else (None, "")


def is_set() -> bool:
    """True where a mail server is set up."""
    return _server is not None


def server(url: str) -> Server:
    """Read a server's address; config.py has checked it."""
    parts = urlsplit(url)
    asked = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    encrypted = parts.scheme == "smtps"
    return Server(
        host=parts.hostname or "",
        port=parts.port or (465 if encrypted else 587 if asked.get("starttls") == "1" else 25),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        encrypted=encrypted,
        starttls=asked.get("starttls") == "1",
        cafile=asked.get("cafile", ""),
    )


def new_id() -> str:
    """A number for a message that no other has; it names nobody."""
    return make_msgid(domain=_sender.partition("@")[2] or "localhost")


def message(
    to: str, landlord: str, reply_to: str, subject: str, words: str, message_id: str, at: object,
    attached: Sequence[tuple[str, bytes]],
) -> bytes:  # fmt: skip
    """The whole message: plain words, and PDF files (name, content). Raises Refused for an address that is none."""
    for address in (to, reply_to or _sender):
        if not ADDRESS.fullmatch(address):
            raise Refused(
                "address", "This is not an e-mail address that can be written to. Check it with the customer."
            )
    made = EmailMessage(policy=SMTP)
    made["From"] = formataddr((" ".join(landlord.split()), _sender))
    made["To"] = to
    made["Reply-To"] = reply_to or _sender
    made["Subject"] = " ".join(subject.split())
    made["Date"] = format_datetime(at)  # type: ignore[arg-type]
    made["Message-ID"] = message_id
    made.set_content(words, charset="utf-8")
    for name, content in attached:
        made.add_attachment(content, maintype="application", subtype="pdf", filename=name)
    return made.as_bytes()


def send(to: str, content: bytes) -> str:
    """Hand the message to our server; answers its code. Raises Refused or Unknown."""
    if _server is None:
        raise Refused("not set", NOT_SET)
    try:
        with contextlib.closing(_connected(_server)) as line:
            return _handed(line, to, content)
    except smtplib.SMTPResponseException as error:  # SMTPException is a kind of OSError: it comes first
        code = str(error.smtp_code)
        raise Refused(code, REFUSALS["greeting"].format(code)) from error
    except OSError as error:
        raise Refused("unreachable", UNREACHABLE) from error


def _connected(chosen: Server) -> smtplib.SMTP:
    trusted = ssl.create_default_context(cafile=chosen.cafile or None)
    line: smtplib.SMTP
    if chosen.encrypted:
        line = smtplib.SMTP_SSL(chosen.host, chosen.port, timeout=SECONDS, context=trusted)
    else:
        line = smtplib.SMTP(chosen.host, chosen.port, timeout=SECONDS)
    try:
        if chosen.starttls:
            line.starttls(context=trusted)
        line.ehlo_or_helo_if_needed()
        if chosen.user:
            line.login(chosen.user, chosen.password)
    except BaseException:
        line.close()
        raise
    return line


def _handed(line: smtplib.SMTP, to: str, content: bytes) -> str:
    _taken(line.mail(_sender), "sender")
    _taken(line.rcpt(to), "recipient")
    try:
        answered = line.data(content)
    except smtplib.SMTPDataError as error:
        raise Refused(str(error.smtp_code), REFUSALS["message"].format(error.smtp_code)) from error
    except (OSError, smtplib.SMTPServerDisconnected) as error:
        raise Unknown from error
    code = _taken(answered, "message")
    with contextlib.suppress(OSError, smtplib.SMTPException):
        line.quit()  # it has the message: a fault in saying goodbye changes nothing
    return code


def _taken(answered: tuple[int, bytes], step: str) -> str:
    code = answered[0]
    if not 200 <= code < 300:
        raise Refused(str(code), REFUSALS[step].format(code))
    return str(code)
