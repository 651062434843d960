"""Letters by e-mail, through a real SMTP server on this machine: taken, refused, not known, never twice unnoticed."""

import email
import email.policy
import socket
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

import config
from letterpress import mail
from models import Delivery, EmailSent, Event, LetterFile
from policy import today
from policy.core import clock
from policy.core.answers import Refused
from policy.correspondence import delivery as letter_delivery
from policy.post import email as letter_email
from policy.post import printing as letter_printing
from policy.post import tray as post_tray
from tests import make

NOW = make.later(make.MONDAY, 1)
MUCH_LATER = make.later(NOW, 0.1)
SENDER = "letters@karbon.example"


class Desk:
    """What the server does with what it is given; keeps the messages it took."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.refuses = ""
        self.controller: Any = None

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        envelope.mail_from = address
        return "553 5.7.1 not in that name" if self.refuses == "sender" else "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refuses == "recipient":
            return "550 5.1.1 no such person here: sam@example.org"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.refuses == "message":
            return "552 too large"
        if self.refuses == "hangs up":
            server.transport.close()
            return "451 never said"
        self.taken.append((envelope.rcpt_tos, envelope.content))
        return "250 taken"


def only_robin(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"robin", b"s:cret@1")
    return AuthResult(success=right, handled=False)


@pytest.fixture(scope="module")
def server() -> Iterator[Desk]:
    desk = Desk()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    desk.controller = Controller(
        desk, hostname="127.0.0.1", port=port, authenticator=only_robin, auth_required=False, auth_require_tls=False
    )
    desk.controller.start()
    yield desk
    desk.controller.stop()


@pytest.fixture
def sent(cast: Any, server: Desk, monkeypatch: Any) -> Iterator[SimpleNamespace]:
    """A customer who has letters by e-mail, and the letter that waits; its PDF is kept already."""
    server.taken, server.refuses = [], ""
    mail.use(f"smtp://127.0.0.1:{server.controller.port}", SENDER)
    whose = make.customer(cast.omar, letter_format="email", email="sam@example.org", name="Sam Secret")
    cited = [make.incident(cast.carla, whose)]
    letter = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited).letter
    letter_printing.keep(letter, b"%PDF-kept", cast.omar, NOW)
    yield SimpleNamespace(cast=cast, letter=letter, server=server, whose=whose)
    mail.use("", "")


def answers(letter: Any) -> list[tuple[bool, str]]:
    return [(row.taken, row.answer) for row in letter_email.tries(letter)]


def test_p411_a_letter_goes_as_plain_text_with_its_pdf(sent):
    row = letter_email.send(sent.cast.omar, sent.letter, NOW)
    [(whom, content)] = sent.server.taken
    message = email.message_from_bytes(content, policy=email.policy.default)
    assert whom == ["sam@example.org"] and message["To"] == "sam@example.org"
    assert message["From"] == f"Karbon Homes <{SENDER}>" and message["Reply-To"] == "customers@karbon.example"
    assert message["Subject"] == f"A letter from Karbon Homes, our reference {sent.letter.reference}"
    assert "Secret" not in message["Subject"] and message["Message-ID"] == row.message_id
    body, pdf = message.get_body(("plain",)), next(message.iter_attachments())
    assert "Sam Secret" in body.get_content() and "You are a useless idiot" in body.get_content()
    assert (pdf.get_content_type(), pdf.get_filename()) == ("application/pdf", f"letter-{sent.letter.reference}.pdf")
    assert pdf.get_content() == b"%PDF-kept"
    way = Delivery.get(Delivery.id == row.delivery)
    assert (way.outcome, way.way, way.address) == ("emailed", "email", "sam@example.org")
    assert way.deemed_on == clock.working_days_after(clock.today(NOW), 1)
    assert answers(sent.letter) == [(False, post_tray.TRYING), (True, "250")]
    with pytest.raises(Refused):
        letter_email.send(sent.cast.omar, sent.letter, NOW)
    assert len(sent.server.taken) == 1 and LetterFile.select().count() == 1


@pytest.mark.parametrize(("refuses", "code", "says"), [
    ("sender", "553", "in our name"), ("recipient", "550", "Check it with the customer"),
    ("message", "552", "too large"),
])  # fmt: skip
def test_what_the_server_refuses_is_not_marked_and_may_be_tried_again(sent, refuses, code, says):
    sent.server.refuses = refuses
    with pytest.raises(mail.Refused) as refused:
        letter_email.send(sent.cast.omar, sent.letter, NOW)
    assert says in refused.value.sentence and refused.value.code == code
    assert answers(sent.letter) == [
        (False, post_tray.TRYING),
        (False, code),
    ]  # the code alone, none of the server's words
    assert Delivery.select().count() == 0
    assert Event.select().order_by(Event.id.desc()).first().name == "email_refused"
    sent.server.refuses = ""
    letter_email.send(sent.cast.omar, sent.letter, NOW)
    assert len(sent.server.taken) == 1 and Delivery.select().count() == 1


def test_a_server_that_is_away_is_said_plainly(sent):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        mail.use(f"smtp://127.0.0.1:{free.getsockname()[1]}", SENDER)
        with pytest.raises(mail.Refused) as refused:
            letter_email.send(sent.cast.omar, sent.letter, NOW)
    assert "could not be reached" in refused.value.sentence and Delivery.select().count() == 0


def test_where_no_server_is_set_up_the_tray_says_so(sent):
    mail.use("", "")
    [reason] = letter_email.may_email(sent.cast.omar, sent.letter, NOW).reasons
    assert "No mail server is set up" in reason.sentence and post_tray.tray(NOW)


def test_an_email_of_unknown_fate_is_found_out_before_anything_else_is_sent(sent):
    cast, letter = sent.cast, sent.letter
    sent.server.refuses = "hangs up"
    with pytest.raises(Refused) as refused:
        letter_email.send(cast.omar, letter, NOW)
    assert "may have been sent or not" in refused.value.reasons[0].sentence
    assert answers(letter) == [(False, post_tray.TRYING)] and Delivery.select().count() == 0
    sent.server.refuses = ""
    for now, why in ((NOW, "this moment"), (MUCH_LATER, "not known")):
        assert why in " ".join(one.sentence for one in letter_email.may_email(cast.omar, letter, now).reasons)
    assert not letter_email.may_settle(cast.omar, letter, NOW)
    assert [one.endpoint for one in today.needs(cast.olive, MUCH_LATER) if "e-mail" in one.sentence] == [
        "post.emailing"
    ]
    first = letter_email.unanswered(letter)
    letter_email.settle(cast.omar, letter, False, MUCH_LATER)
    row = letter_email.send(cast.omar, letter, MUCH_LATER)
    assert first is not None and row.message_id == first.message_id and len(sent.server.taken) == 1


def test_an_email_found_to_have_gone_is_a_delivery_of_that_day(sent):
    cast, letter = sent.cast, sent.letter
    sent.server.refuses = "hangs up"
    with pytest.raises(Refused):
        letter_email.send(cast.omar, letter, NOW)
    letter_email.settle(cast.omar, letter, True, make.later(NOW, 2))
    assert [(row.outcome, row.on) for row in Delivery.select()] == [("emailed", clock.today(NOW))]
    with pytest.raises(Refused):
        letter_email.settle(cast.olive, letter, True, make.later(NOW, 2))
    assert EmailSent.select().count() == 2 and not post_tray.tray(make.later(NOW, 2))


def test_an_email_may_come_back_and_then_waits_again(sent):
    letter_email.send(sent.cast.omar, sent.letter, NOW)
    told = {"outcome": "returned", "on": clock.today(NOW), "words": "The address does not exist any more"}
    letter_delivery.record_delivery(sent.cast.omar, sent.letter, told, NOW)
    assert [(one.letter.id, one.way) for one in post_tray.tray(NOW)] == [(sent.letter.id, "first_class")]


def test_the_server_may_ask_for_a_password(sent):
    port = sent.server.controller.port
    mail.use(f"smtp://robin:s%3Acret%401@127.0.0.1:{port}", SENDER)
    letter_email.send(sent.cast.omar, sent.letter, NOW)
    mail.use(f"smtp://robin:wrong@127.0.0.1:{port}", SENDER)
    with pytest.raises(mail.Refused) as refused:
        mail.send("sam@example.org", b"Subject: x\r\n\r\nx")
    assert "did not let us in" in refused.value.sentence


@pytest.mark.parametrize(
    "address", ["", "sam", "sam@x\nBcc: y@example.org", "sam @example.org", "a@b.c, d@e.f", "ü@x.de"]
)
def test_no_address_adds_a_header_or_another_reader(sent, address):
    with pytest.raises(mail.Refused):
        mail.message(address, "Karbon", "", "x", "x", "<1@x>", NOW, ())


@pytest.mark.parametrize(("url", "sender"), [
    ("http://mail.example", SENDER), ("smtp://", SENDER), ("smtp://host:99999", SENDER), ("smtp://host", ""),
    ("smtp://host", "no address"), ("", SENDER), ("smtp://user:password@mail.example", SENDER),
])  # fmt: skip
def test_half_a_mail_server_is_found_out_at_the_start(url, sender):
    given = {"SECRET_KEY": "x" * 40, "SMTP_URL": url, "MAIL_FROM": sender}
    with pytest.raises(config.Misconfigured, match=r"EVENHAND_(SMTP_URL|MAIL_FROM)"):
        config.read({}, given)


def test_ports_and_encryption_are_read_from_the_address():
    read = mail.server("smtps://u%40x:p%2Fw@mail.example?cafile=/etc/ca.pem")
    assert (read.port, read.encrypted, read.user, read.password, read.cafile) == (
        465,
        True,
        "u@x",
        "p/w",
        "/etc/ca.pem",
    )
    assert mail.server("smtp://h?starttls=1").port == 587 and mail.server("smtp://h").port == 25
