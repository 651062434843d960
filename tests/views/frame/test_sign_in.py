"""Signing in and out: the same answer for every wrong try, tries that run out, sessions that end, nothing lost."""

import datetime as dt
import re

import pytest
import time_machine

from models import SignInAttempt, User
from policy.core import clock
from policy.staff import people
from tests.browse import htmx, words
from tests.cast import PASSWORD
from tests.house.every_form import forms

START = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def moment():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


def enter(client, email="mina@karbon.example", password=PASSWORD, **more):
    return client.post("/sign-in", data={"email": email, "password": password, **more})


def hidden(html, name):
    """The value of a hidden field, as a browser would send it."""
    import html as mark_up

    return mark_up.unescape(re.search(rf'name="{name}" value="([^"]*)"', html)[1])


def test_the_right_password_opens_the_page_asked_for(client, cast):
    asked = client.get("/policy?from=x")
    assert asked.status_code == 303
    client.get(asked.location)
    answer = enter(client, email="  MINA@karbon.example ", next="/policy?from=x")
    assert (answer.status_code, answer.location) == (303, "/policy?from=x")
    assert client.get("/account").status_code == 200


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("nobody@karbon.example", PASSWORD),
        ("mina@karbon.example", "not the password"),
        ("mina@karbon.example", PASSWORD.upper()),
    ],
    ids=["unknown name", "wrong password", "other case"],
)
def test_a_wrong_try_says_the_same_whatever_was_wrong(client, cast, email, password):
    answer = enter(client, email, password)
    assert answer.status_code == 422
    assert people.NOT_RIGHT in words(answer.text)
    assert client.get("/account").status_code == 303


def test_somebody_whose_access_ended_is_told_the_same(client, cast):
    User.update(active=False).where(User.id == cast.mina.id).execute()
    assert people.NOT_RIGHT in words(enter(client).text)


def test_an_unknown_name_costs_a_password_check_too(app, cast, monkeypatch):
    checked = []

    class Counting:
        def __getattr__(self, name):
            return getattr(people_hasher, name)

        def verify(self, *given):
            checked.append(given[0][:9])
            return people_hasher.verify(*given)

    people_hasher = people.hasher
    monkeypatch.setattr(people, "hasher", Counting())
    for email in ("nobody@karbon.example", "mina@karbon.example"):
        assert people.sign_in(email, "wrong", "10.0.0.1", "key", START) is None
    assert checked == ["$argon2id", "$argon2id"]


def test_the_name_that_was_tried_is_kept_as_a_digest_only(client, cast):
    enter(client, password="wrong password")
    kept = SignInAttempt.get()
    assert re.fullmatch("[0-9a-f]{64}", kept.name_digest)


def test_after_five_failures_a_name_waits_and_the_page_says_how_long(client, cast, moment):
    for _ in range(5):
        assert enter(client, password="wrong password").status_code == 422
        moment.shift(60)
    refused = enter(client)
    assert refused.status_code == 429
    assert "Wait 10 minutes" in words(refused.text)
    assert enter(client, email="mark@karbon.example").status_code == 303
    client.post("/sign-out")
    moment.shift(10 * 60)
    assert enter(client).status_code == 303


def test_a_success_lets_the_name_begin_anew(client, cast, moment):
    for _ in range(4):
        enter(client, password="wrong password")
    moment.shift(1)
    assert enter(client).status_code == 303
    client.post("/sign-out")
    moment.shift(1)
    for _ in range(4):
        assert enter(client, password="wrong password").status_code == 422
    moment.shift(1)
    assert enter(client).status_code == 303


def test_after_twenty_failures_an_address_waits_whatever_the_names(client, cast, moment):
    for number in range(20):
        assert enter(client, email=f"guess{number}@karbon.example").status_code == 422
    assert enter(client).status_code == 429


@pytest.mark.parametrize(
    "target",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "elsewhere",
        "javascript:alert(1)",
        "",
    ],
)
def test_nobody_is_sent_to_another_site(client, cast, target):
    assert enter(client, next=target).location == "/"


def test_an_unknown_wait_leaves_the_typed_name_and_never_the_password(client, cast):
    answer = enter(client, password="a password to hide")
    assert "mina@karbon.example" in answer.text
    assert "a password to hide" not in answer.text


# --- How a session ends ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("steps", "status"),
    [
        ([29], 200),
        ([31], 303),
        ([29] * 24, 200),  # 11 hours 36 minutes, never idle
        ([29] * 24 + [25], 303),  # 12 hours and a minute
    ],
    ids=["used", "idle", "long day", "too long a day"],
)
def test_a_session_ends_idle_or_after_twelve_hours(client, cast, moment, steps, status):
    enter(client)
    for minutes in steps:
        moment.shift(minutes * 60)
        answer = client.get("/account")
    assert answer.status_code == status


def test_a_session_that_ended_says_so(client, cast, moment):
    enter(client)
    moment.shift(31 * 60)
    answer = client.get("/account", follow_redirects=True)
    assert "You were signed out" in words(answer.text)


def test_a_changed_password_ends_every_other_session(signed_in, cast):
    here, there = signed_in(cast.mina), signed_in(cast.mina)
    new = "four quiet brown mice"
    answer = here.post("/account/password", data={"old_password": PASSWORD, "new_password": new})
    assert answer.status_code == 303
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("wrong", "four quiet brown mice", "The password you have now is not right."),
        (PASSWORD, "short", "Use at least 12 characters."),
        (PASSWORD, PASSWORD, "The new password is the same as the old one."),
        (PASSWORD, "aaaaaaaaaaaaaa", "Choose something harder to guess."),
        (PASSWORD, "mina@karbon.example", "Choose something harder to guess."),
        (PASSWORD, "x y z 1 " * 30, "Use 200 characters at most."),
        ("", "", "Enter the password you have now."),
    ],
)
def test_a_password_that_will_not_do_changes_nothing(signed_in, cast, old, new, sentence):
    before = cast.mina.password_hash
    answer = signed_in(cast.mina).post("/account/password", data={"old_password": old, "new_password": new})
    assert answer.status_code == 422
    assert sentence in words(answer.text)
    assert cast.mina.password_hash == before


def test_somebody_whose_access_ended_is_out_at_once(signed_in, cast):
    client = signed_in(cast.mina)
    people.deactivate(cast.ada, cast.mina, clock.now())
    assert client.get("/account").status_code == 303


def test_another_browser_with_the_same_cookie_is_refused(signed_in, cast):
    client = signed_in(cast.mina)
    assert client.get("/account", headers={"User-Agent": "Another browser"}).status_code == 303


def test_signing_out_is_by_post_only(signed_in, cast):
    client = signed_in(cast.mina)
    assert client.get("/sign-out").status_code == 405
    assert client.get("/account").status_code == 200
    assert client.post("/sign-out").location == "/sign-in"
    assert client.get("/account").status_code == 303


# --- What was typed is carried --------------------------------------------------------------------------------------

TYPED = {"name": "Ines <b>Núñez</b>", "email": "ines@karbon.example", "roles": ["officer", "manager"]}


def expired_post(client, cast, moment):
    client.sign_in(cast.ada)
    moment.shift(31 * 60)
    return client.post("/settings/people", data=TYPED)


def test_words_typed_under_an_ended_session_are_sent_after_signing_in(client, cast, moment):
    asked = expired_post(client, cast, moment)
    assert asked.status_code == 401
    assert "What you typed has been kept" in words(asked.text)
    again = enter(client, email="ada@karbon.example", kept=hidden(asked.text, "kept"))
    assert again.status_code == 200
    assert 'action="/settings/people"' in again.text
    assert "Ines &lt;b&gt;Núñez&lt;/b&gt;" in again.text
    assert again.text.count('name="roles"') == 2
    assert User.get_or_none(User.email == "ines@karbon.example") is None
    assert client.post("/settings/people", data=TYPED).status_code == 201


def pressed(html):
    """What the form of the page sends when its button is pressed: its address and its fields, by their own token."""
    form = next(one for one in forms(html, "/") if one.action != "/sign-out")
    token = re.search(r'name="csrf_token" value="([^"]+)"', html.split("<main")[1])[1]
    return form.action, form.sent(csrf_token=[token])


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_the_first_press_sends_them_and_saves_them_once(client, cast, moment, kind):
    client.sign_in(cast.ada)
    client.protects = False
    _, asked = pressed(client.get("/settings/people/new").text)
    moment.shift(31 * 60)
    typed = TYPED | {"csrf_token": asked["csrf_token"]}
    page = client.post("/settings/people", data=typed, content_type=kind)
    assert page.status_code == 401
    address, sent = pressed(page.text)
    page = client.post(address, data=sent | {"email": "ada@karbon.example", "password": PASSWORD})
    assert page.status_code == 200 and "You are signed in again" in words(page.text)
    address, sent = pressed(page.text)
    assert address == "/settings/people" and sent["csrf_token"] != asked["csrf_token"]
    assert client.post(address, data=sent | {"csrf_token": asked["csrf_token"]}).status_code == 400
    assert User.get_or_none(User.email == "ines@karbon.example") is None
    assert client.post(address, data=sent).status_code == 201
    assert client.post(address, data=sent).status_code == 422
    assert User.select().where(User.email == "ines@karbon.example").count() == 1


def test_the_token_of_the_session_before_opens_nothing_after_signing_in(client, cast):
    client.protects = False
    _, before = pressed(client.get("/sign-in").text)
    client.post("/sign-in", data=before | {"email": "ada@karbon.example", "password": PASSWORD})
    assert client.post("/settings/people", data=TYPED | {"csrf_token": before["csrf_token"]}).status_code == 400


def test_after_signing_out_elsewhere_the_sign_in_page_says_why_it_stands_there(client, cast):
    answer = client.post("/settings/people", data=TYPED, headers={"Referer": "http://localhost/settings/people/new"})
    assert answer.status_code == 401 and "You were signed out before this was sent." in words(answer.text)
    entered = enter(client, email="ada@karbon.example", next=hidden(answer.text, "next"))
    assert (entered.status_code, entered.location) == (303, "/settings/people/new")


def test_words_sent_after_signing_out_in_another_tab_are_kept_for_the_same_person_alone(client, cast):
    enter(client, email="ada@karbon.example")
    client.post("/sign-out")
    answer = client.post("/settings/people", data=TYPED)
    assert answer.status_code == 401 and "What you typed has been kept" in words(answer.text)
    kept = hidden(answer.text, "kept")
    other = enter(client, email="mina@karbon.example", kept=kept)
    assert (other.status_code, other.location) == (303, "/")
    client.post("/sign-out")
    assert "Send what you typed" in words(enter(client, email="ada@karbon.example", kept=kept).text)


def test_nobody_sends_what_was_typed_under_another_name(client, cast):
    client.sign_in(cast.ada)
    client.protects = False
    _, typed = pressed(client.get("/settings/people/new").text)
    client.post("/sign-out", data={"csrf_token": typed["csrf_token"][0]})
    _, asked = pressed(client.get("/sign-in").text)
    assert (
        client.post("/sign-in", data=asked | {"email": "mark@karbon.example", "password": PASSWORD}).status_code == 303
    )
    answer = client.post("/settings/people", data=typed | TYPED)
    assert answer.status_code == 400 and "Somebody else was signed in here before you" in words(answer.text)
    assert "ines@karbon.example" not in answer.text


def test_htmx_is_told_on_the_sign_in_page_why_it_stands_there(client, cast, moment):
    client.sign_in(cast.ada)
    moment.shift(31 * 60)
    for _ in range(2):
        answer = client.post("/customers", data={"q": "Reid"}, headers=htmx("results"))
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/sign-in")
    assert words(client.get("/sign-in").text).count("Your session had come to its end".lower()[5:]) == 1
    client.sign_in(cast.ada).post("/sign-out")
    client.get("/sign-in")
    client.post("/customers", data={"q": "Reid"}, headers=htmx("results"))
    assert "You were signed out, so that was not done." in words(client.get("/sign-in").text)


def test_they_are_carried_through_a_wrong_password(client, cast, moment):
    asked = expired_post(client, cast, moment)
    wrong = enter(client, email="ada@karbon.example", password="wrong password", kept=hidden(asked.text, "kept"))
    assert hidden(wrong.text, "kept") == hidden(asked.text, "kept")


def test_they_are_not_given_to_somebody_else(client, cast, moment):
    asked = expired_post(client, cast, moment)
    other = enter(client, email="mina@karbon.example", kept=hidden(asked.text, "kept"))
    assert other.status_code == 303
    assert "ines@karbon.example" not in client.get("/").text


def test_words_that_we_did_not_sign_are_not_carried(client, cast, moment):
    kept = hidden(expired_post(client, cast, moment).text, "kept")
    forged = kept.replace("/settings/people", "/settings/elsewhere")
    assert enter(client, email="ada@karbon.example", kept=forged).status_code == 303


def test_a_password_is_never_carried(client, cast, moment):
    client.sign_in(cast.mina)
    moment.shift(31 * 60)
    asked = client.post("/account/password", data={"old_password": "the old secret", "new_password": "the new secret"})
    assert asked.status_code == 401
    assert "secret" not in asked.text


def test_nothing_is_carried_for_whoever_was_not_signed_in(client, cast):
    asked = client.post("/settings/people", data=TYPED)
    assert asked.status_code == 401
    assert "ines@karbon.example" not in asked.text


def test_what_is_too_long_to_carry_is_said(client, cast, moment):
    client.sign_in(cast.ada)
    moment.shift(31 * 60)
    asked = client.post("/settings/people", data={"name": "x" * 400_000})
    assert asked.status_code == 401
    assert "your browser still has it" in words(asked.text)


def test_htmx_is_sent_to_sign_in_and_swaps_nothing(client, cast):
    answer = client.get("/account", headers={"HX-Request": "true", "HX-Current-URL": "http://localhost/policy"})
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["HX-Redirect"] == "/sign-in?next=/policy"
