"""Whatever is typed into any form, or sent in place of it, is answered in plain words: nothing is our fault (5xx)."""

import io
from types import SimpleNamespace

import pytest
from flask.testing import FlaskClient
from markupsafe import escape
from werkzeug.datastructures import FileStorage, MultiDict

import views.frame.forms
from letterpress.print import pdf as printing
from tests.browse import Browser
from tests.house.addresses import ADDRESSES, OPEN
from tests.house.every_form import forms
from tests.house.test_addresses import address_of, ground, scene  # noqa: F401  (fixtures)

POSTS = [row for row in ADDRESSES if row.method == "POST"]
PAGES = [row for row in ADDRESSES if row.method == "GET"]
WRONG = "\ufeffno \x00such thing, 31/02/2026 {{ 7 }} <b>"
SEEN = "no such thing, 31/02/2026 {{ 7 }} <b> "
TYPED = ("text", "textarea", "email", "tel", "search")
NUMBERS = ("2147483648", "9223372036854775808", "²")
NINES = "9" * 5000
ODD = [("a[]", "x"), ("", "x"), ("n" * 3000, "x"), ("nu\x00l", "x"), ("\ufffe", "x")]
EVERY = ("next", "kept", "then", "do", "rule", "more", "short", "different", "q", "arrangement", "found", "access")


class Plain(Browser):
    """Sends the token, and leaves the promises of pages to other tests: nobody but a program sends such things."""

    def open(self, *args, **kwargs):
        return FlaskClient.open(self, *args, **kwargs, **({"headers": {"X-CSRFToken": self._token()}}
                                if kwargs.get("method") == "POST" and "headers" not in kwargs else {}))  # fmt: skip


@pytest.fixture
def signed_in():
    def make(person, app):
        one = Plain(app, app.response_class)
        return one.sign_in(person) if person else one

    return make


@pytest.fixture(autouse=True)
def paper(monkeypatch):
    """What a form is answered with is asked here, not what is in a PDF: none is made."""
    monkeypatch.setattr(printing, "_child", SimpleNamespace(ask=lambda message: b"%PDF-1.7"))


def classes(base=views.frame.forms.Form):
    for one in base.__subclasses__():
        yield one
        yield from classes(one)


def names():
    """The name of every field of every form, and of those that are read without one."""
    own = {name for one in classes() for name in dir(one) if hasattr(getattr(one, name), "_formfield")}
    return sorted({*own, *EVERY, "form_key", "csrf_token", "list", "file", "letters"} - {"csrf_token"})


def file_part():
    return FileStorage(io.BytesIO(b"not what was asked for"), filename="a.txt")


WAYS = {
    "a wrong word in every field": lambda: [(name, WRONG) for name in names()],
    "every field twice": lambda: [(name, value) for name in names() for value in ("a", "b")],
    "a file in every field": lambda: [(name, file_part()) for name in names()],
    "a file and a text in every field": lambda: [(name, value()) for name in names() for value in (file_part, str)],
    "names that no field has": lambda: ODD,
    **{f"{one} in every field": lambda one=one: [(name, one) for name in names()] for one in NUMBERS},
}


@pytest.mark.parametrize("row", POSTS, ids=str)
def test_whatever_is_sent_to_an_address_is_answered(row, scene, signed_in):  # noqa: F811
    app, numbers, people = scene
    address = address_of(app, row, numbers)
    role = next((one for one in ("manager", "officer", "senior_officer") if one in row.opens_to), min(row.opens_to))
    for called, pairs in WAYS.items():
        client = signed_in(people[role], app=app)
        response = client.post(address, data=MultiDict(pairs()), content_type="multipart/form-data")
        assert response.status_code < 500, f"{row} with {called}: {response.status_code}"


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_a_form_comes_back_with_each_of_its_fields_filled_alone(row, scene, signed_in):  # noqa: F811
    app, numbers, people = scene
    tried = set()
    for role in sorted(row.opens_to):
        response = signed_in(people[role], app=app).get(address_of(app, row, numbers))
        if response.mimetype != "text/html":
            continue
        for form in forms(response.text, response.request.path):
            for control in form.controls:
                values = control.choices[-1:] or [f"{WRONG} {control.name}"]
                if (form.action, control.name) in tried or control.name in ("form_key", "version", "username"):
                    continue
                tried.add((form.action, control.name))
                hidden = {one.name: one.now for one in form.controls if one.kind == "hidden"}
                for stale in ({}, {"version": ["0"]}):
                    sent = hidden | stale | {control.name: values}
                    answer = signed_in(people[role], app=app).post(form.action, data=sent)
                    assert answer.status_code < 500, f"{form.action} with {control.name} alone: {answer.status_code}"
                    if control.kind in TYPED and answer.status_code in (409, 422):
                        assert escape(SEEN + control.name) in answer.text, f"{form.action} loses {control.name}"
                    if stale and answer.status_code == 422:
                        kept = [one for one in forms(answer.text, form.action) if one.action == form.action]
                        versions = {tuple(c.now) for one in kept for c in one.controls if c.name == "version"}
                        assert versions <= {("0",)}, f"{form.action}: not as typed, and no longer stale"


@pytest.mark.parametrize("row", [row for row in ADDRESSES if row.parts], ids=str)
def test_a_number_too_large_for_a_column_leads_nowhere(row, scene, signed_in):  # noqa: F811
    app, numbers, people = scene
    client = signed_in(people[min(row.opens_to)], app=app)
    for part in row.parts:
        usual = address_of(app, row, numbers).partition("?")[0]
        _, values = app.url_map.bind("localhost").match(usual, method=row.method)
        if not isinstance(values.get(part), int):
            continue
        shown = address_of(app, row, numbers | {row.parts[part]: 424_242_424})
        for number in ("2147483648", "9223372036854775808", NINES):
            address = shown.replace("424242424", number)
            status = (client.get if row.method == "GET" else client.post)(address).status_code
            assert status == 404, f"{row.method} {address[:100]}: {status}"


QUERIES = ("before", "person", "version", "page", "incident", "about", "purpose", "language", "kind", "on", "at")


@pytest.mark.parametrize("row", PAGES, ids=str)
def test_whatever_stands_in_a_query_is_answered(row, scene, signed_in):  # noqa: F811
    app, numbers, people = scene
    address, client = address_of(app, row, numbers), signed_in(people[min(row.opens_to)], app=app)
    for value in (*NUMBERS, NINES, "%zz%%ff%fe%00%ed%a0%80"):
        query = "&".join(f"{name}={value}" for name in QUERIES)
        status = client.get(f"{address}?{query}&=x&a[]=y").status_code
        assert status < 500, f"{address}?{query[:200]}: {status}"


def test_signing_in_takes_whatever_is_sent(app, signed_in):
    assert "account.sign_in" in OPEN
    client = signed_in(None, app=app)
    for called, pairs in WAYS.items():
        response = client.post("/sign-in", data=MultiDict(pairs()), content_type="multipart/form-data")
        assert response.status_code in (400, 401, 422), f"{called}: {response.status_code}"
    for body, kind in ((b"%zz=%f&%00=%ed%a0%80&email=%ff", "application/x-www-form-urlencoded"),
                       (b"[1, 2]", "application/json"), (b"{", "application/json"), (b"--x", "multipart/form-data"),
                       (b"--x\r\n\r\n\r\n--x--", "multipart/form-data; boundary=x")):  # fmt: skip
        assert client.post("/sign-in", data=body, content_type=kind).status_code in (400, 422), kind


def test_an_address_that_cannot_be_read_is_another_site(app, signed_in):
    client = signed_in(None, app=app)
    assert client.get("/sign-in?next=http://[").status_code == 200
    for header in ("Origin", "Referer"):
        assert client.post("/sign-in", headers={header: "http://["}).status_code == 403
    assert client.get("/customers", headers={"HX-Request": "true", "HX-Current-URL": "http://["}).status_code == 204
