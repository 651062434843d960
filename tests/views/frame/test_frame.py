"""What holds for every answer: headers, where a form comes from, its token, its size, and plain words for faults."""

import hashlib
import re

import pytest
from peewee import OperationalError

from policy.core import clock, numbers
from policy.core.answers import Refusal, Refused
from tests.browse import words
from views.frame import assets, errors, respond

HTMX_SHA256 = "71ea67185bfa8c98c39d31717c6fce5d852370fcdfd129db4543774d3145c0de"
HTMX = {"HX-Request": "true"}


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("Content-Security-Policy", "default-src 'none'"),
        ("Content-Security-Policy", "script-src 'self'"),
        ("Content-Security-Policy", "style-src 'self'"),
        ("Content-Security-Policy", "form-action 'self'"),
        ("Content-Security-Policy", "base-uri 'none'"),
        ("Content-Security-Policy", "frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Permissions-Policy", "geolocation=()"),
        ("Cache-Control", "no-store"),
    ],
)
@pytest.mark.parametrize("address", ["/sign-in", "/", "/policy", "/account", "/not-there"])
def test_every_page_carries_the_headers(signed_in, cast, address, header, wanted):
    assert wanted in signed_in(cast.mina).get(address).headers[header]


def test_the_policy_allows_nothing_inline(client):
    assert "unsafe" not in client.get("/sign-in").headers["Content-Security-Policy"]


def test_over_https_the_cookie_is_secure_and_the_browser_is_told_to_stay(sqlite_url, tmp_path, cast):
    from app import create_app

    app = create_app({"DATABASE_URL": sqlite_url, "DATA": tmp_path, "SECRET_KEY": "k" * 40, "HTTPS": True})
    answer = app.test_client().get("/sign-in", base_url="https://localhost")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-evenhand=")
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "max-age" in answer.headers["Strict-Transport-Security"]


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_a_page_is_compressed(app, encoding):
    answer = app.test_client().get("/sign-in", headers={"Accept-Encoding": encoding})
    assert answer.headers["Content-Encoding"] == encoding


# --- Static files ---------------------------------------------------------------------------------------------------


def test_htmx_is_the_pinned_one():
    assert hashlib.sha256(assets.htmx().read_bytes()).hexdigest() == HTMX_SHA256


@pytest.mark.parametrize(("logical", "mimetype"), [("app.css", "text/css"), ("app.js", "text/javascript")])
@pytest.mark.parametrize("encoding", ["br", "gzip", ""])
def test_a_static_file_is_named_by_its_content_and_kept_for_a_year(client, logical, mimetype, encoding):
    answer = client.get(assets.static_url(logical), headers={"Accept-Encoding": encoding})
    assert answer.status_code == 200
    assert answer.mimetype == mimetype
    assert answer.headers.get("Content-Encoding", "") == encoding
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Set-Cookie" not in answer.headers


def test_style_and_script_stay_small(client):
    sizes = {
        name: int(client.get(assets.static_url(name), headers={"Accept-Encoding": "gzip"}).content_length)
        for name in ("app.css", "app.js")
    }
    assert sizes["app.css"] < 8_000
    assert sizes["app.js"] < 21_000  # of which htmx 16,500


@pytest.mark.parametrize(
    "path", ["/static/app.css", "/static/../app.py", "/static/%2e%2e/app.py", "/static/css/base.css"]
)
def test_no_other_file_is_served(client, path):
    assert client.get(path).status_code == 404


# --- Where a form comes from, and its token -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"Origin": "http://localhost"}, 303),
        ({"Referer": "http://localhost/account"}, 303),
        ({"Origin": "http://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Referer": "http://elsewhere.example/localhost"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://localhost.elsewhere.example"}, 403),
    ],
)
def test_another_site_cannot_send_a_form(signed_in, cast, headers, status):
    assert signed_in(cast.mina).post("/sign-out", headers=headers).status_code == status


def test_without_its_token_a_form_changes_nothing_and_keeps_what_was_typed(signed_in, cast):
    client = signed_in(cast.ada)
    client.protects = False
    typed = {"value": "9", "note": "Some words & <b>signs</b>\nof mine", "csrf_token": "old"}
    answer = client.post("/settings/numbers/warning_months", data=typed)
    assert answer.status_code == 400
    assert "This page was open for too long" in words(answer.text)
    assert 'action="/settings/numbers/warning_months"' in answer.text
    assert "Some words &amp; &lt;b&gt;signs&lt;/b&gt;\nof mine" in answer.text
    assert numbers.value("warning_months", clock.now()) == 6
    fresh = re.search(r'name="csrf_token" value="([^"]+)"', answer.text.split("<main")[1])[1]
    assert client.post("/settings/numbers/warning_months", data={"value": "9", "csrf_token": fresh}).status_code == 303


def test_a_sign_in_page_left_open_asks_for_the_password_again(client, cast):
    client.protects = False
    answer = client.post("/sign-in", data={"email": "mina@karbon.example", "password": "a secret to keep"})
    assert answer.status_code == 400
    assert "mina@karbon.example" in answer.text
    assert "a secret to keep" not in answer.text


# --- Size -----------------------------------------------------------------------------------------------------------


BOUNDARY = b'--x\r\nContent-Disposition: form-data; name="name"\r\n\r\n'


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b"name=" + b"x" * 10_000_000),
        ("multipart/form-data; boundary=x", BOUNDARY + b"x" * 10_000_000 + b"\r\n--x--\r\n"),
    ],
)
def test_ten_megabytes_of_text_are_refused_in_plain_words(signed_in, cast, kind, body):
    answer = signed_in(cast.ada).post("/settings/people", data=body, content_type=kind)
    assert answer.status_code == 413
    assert "too much text" in words(answer.text)
    assert "Go back" in words(answer.text)


# --- Faults ---------------------------------------------------------------------------------------------------------

SECRET = "Ada Example of 1 Sample Street"


def broken(app, fault):
    """The application with one more address, which ends in `fault`."""

    def view():
        raise fault

    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/broken", "broken", view)


@pytest.mark.parametrize(
    ("fault", "status", "sentence"),
    [
        (RuntimeError(SECRET), 500, "Something went wrong on our side"),
        (OperationalError(SECRET), 503, "Evenhand is busy"),
        (Refused([Refusal("G15", "4.3", "Only a manager may.", "Ask one.")]), 409, "Only a manager may. What would"),
    ],
)
def test_a_fault_is_told_in_plain_words_and_nothing_else(own_app, signed_in, cast, fault, status, sentence):
    broken(own_app, fault)
    answer = signed_in(cast.mina, app=own_app).get("/broken")
    assert answer.status_code == status
    assert sentence in words(answer.text)
    assert SECRET not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("code", sorted(errors.WORDS))
def test_every_error_has_a_page_and_a_plain_sentence_for_htmx(own_app, signed_in, cast, code):
    own_app.add_url_rule("/broken", "broken", lambda: errors.page(code))
    client = signed_in(cast.mina, app=own_app)
    shown = client.get("/broken")
    assert shown.status_code == code
    assert errors.WORDS[code][0] in words(shown.text)
    told = client.get("/broken", headers=HTMX)
    assert (told.status_code, told.mimetype) == (code, "text/plain")
    assert told.text == ". ".join(errors.WORDS[code])


def test_without_its_database_a_page_says_that_evenhand_is_busy(tmp_path):
    from app import create_app

    app = create_app({"DATABASE_URL": f"sqlite:///{tmp_path}", "DATA": tmp_path, "SECRET_KEY": "k" * 40})
    for address in ("/", "/sign-in", "/healthz"):
        answer = app.test_client().get(address)
        assert answer.status_code == 503
        assert "Evenhand is busy" in words(answer.text)


def test_a_page_that_is_not_there_and_a_method_that_is_not_used(signed_in, cast):
    client = signed_in(cast.mina)
    assert client.get("/not-there").status_code == 404
    refused = client.post("/policy")
    assert refused.status_code == 405
    assert "GET" in refused.headers["Allow"]


def test_the_health_page_answers(client):
    assert client.get("/healthz").text == "ok"


# --- How views answer -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headers", "fragment"),
    [
        (HTMX, True),
        ({}, False),
        (HTMX | {"HX-Boosted": "true"}, False),
        (HTMX | {"HX-History-Restore-Request": "true"}, False),
    ],
    ids=["htmx", "plain", "boosted", "back button"],
)
def test_a_fragment_is_for_htmx_alone(app, headers, fragment):
    with app.test_request_context("/", headers=headers):
        answer = respond.page(
            "errors/page.html", fragment="components/notices.html", heading="A", advice="B", bare=True
        )
    assert (b"<html" not in answer.data) is fragment
    assert "HX-Request" in answer.headers["Vary"]
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("headers", "status", "name"), [({}, 303, "Location"), (HTMX, 204, "HX-Redirect")])
def test_after_a_deed_the_reader_is_sent_on(app, headers, status, name):
    with app.test_request_context("/", headers=headers):
        answer = respond.see("policy_page.show", _anchor="clause-4.3")
    assert answer.status_code == status
    assert answer.headers[name] == "/policy#clause-4.3"


def test_the_policy_page_has_every_clause_and_rule(signed_in, cast):
    from policy.rulebook import clauses, rules

    text = signed_in(cast.carla).get("/policy").text
    for number in clauses.CLAUSES:
        assert f'id="clause-{number}"' in text
    for rule in rules.RULES:
        assert f'id="rule-{rule}"' in text


# --- Drafts of the browser ------------------------------------------------------------------------------------------


def arrived(html):
    return re.search(r'data-arrived="([^"]*)"', html)[1].split()


def test_a_page_says_which_drafts_have_arrived_once_their_deed_is_done(signed_in, cast):
    client, address = signed_in(cast.ada), "/settings/numbers/warning_months"

    def send(mark, **typed):
        return client.post(address, data={"value": "9", "note": "Agreed.", "draft_mark": mark} | typed)

    assert send(f"wrong123 {address}", value="many").status_code == 422
    assert send("elsewhere /settings/numbers/review_months").status_code == 303
    assert send("<script>").status_code == 303 and send(f"' {address}").status_code == 303
    assert arrived(client.get("/settings").text) == []
    for number in range(12):
        assert send(f"good{number} {address}").status_code == 303
    assert arrived(client.get("/policy").text) == [f"good{number}" for number in range(4, 12)]


def test_a_refused_or_failed_form_has_not_arrived(own_app, signed_in, cast):
    def fail():
        raise Refused([Refusal("G15", "4.3", "Only a manager may.", "Ask one.")])

    own_app.add_url_rule("/fails", "fails", fail, methods=["POST"])
    client = signed_in(cast.ada, app=own_app)
    for address in ("/fails", "/nowhere"):
        assert client.post(address, data={"draft_mark": f"good1 {address}"}).status_code in (404, 409)
    assert arrived(client.get("/policy").text) == []


def test_no_form_has_a_field_by_the_name_of_the_mark():
    from tests.house.test_every_form import names
    from views.frame import drafts

    assert drafts.FIELD not in names()
