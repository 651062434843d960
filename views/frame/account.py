"""Signing in and out, and one's own account."""

import datetime as dt
from typing import Any

from flask import Blueprint, current_app, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response
from wtforms import EmailField, HiddenField, PasswordField

from models import User
from policy import calendar
from policy.core import clock
from policy.core.validation import Invalid
from policy.rulebook import clauses
from policy.staff import people
from views.frame import access, carry, respond, sessions
from views.frame.forms import Form, at_most, required
from views.frame.sections import NONE, section

blueprint = Blueprint("account", __name__)
section(blueprint, NONE)


class SignIn(Form):
    """Who is there?"""

    email = EmailField("E-mail address", [required("Enter your e-mail address."), at_most(200)])
    password = PasswordField("Password", [required("Enter your password.")])
    next = HiddenField()
    kept = HiddenField()


class NewPassword(Form):
    """A new password of one's own."""

    old_password = PasswordField("Password you have now", [required("Enter the password you have now.")])
    new_password = PasswordField("New password", [required("Enter a new password.")])


@blueprint.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> Response:
    """The sign-in page, and what it sends."""
    if request.method == "POST":
        return _check_sign_in()
    if current_user.is_authenticated:
        return respond.see("today.today")
    form = SignIn(formdata=None, next=access.own_path(request.args.get("next")))
    return respond.page("frame/sign_in.html", form=form)


def sign_in_again() -> Response:
    """400: the sign-in page was open too long for its token; its words are kept, its password is not."""
    form = SignIn(formdata=None, email=request.form.get("email", "")[:200], next=_next(), kept=request.form.get("kept"))
    return respond.page("frame/sign_in.html", form=form, status=400, stale=True)


def _check_sign_in() -> Response:
    """Sign in; then to where they were going, or to send what they had typed."""
    form = SignIn()
    kept = carry.opened(form.kept.data)
    now, address = clock.now(), request.remote_addr or ""

    def again(**more: Any) -> Response:
        return respond.page("frame/sign_in.html", form=form, carries=kept is not None, **more)

    def enter() -> User:
        user = people.sign_in(form.email.data, form.password.data, address, str(current_app.secret_key), now)
        if user is None:
            raise Invalid({"": people.NOT_RIGHT})
        return user

    return respond.deed(
        form,
        enter,
        lambda user: _signed_in(user, kept, now),
        again,
        when_refused=lambda **more: _too_often(again(**more | {"status": 429, "has_errors": True})),
    )


def _too_often(response: Response) -> Response:
    response.headers["Retry-After"] = "900"
    return response


def _signed_in(user: User, kept: carry.Kept | None, now: dt.datetime) -> Response:
    sessions.begin(user, now)
    if kept is not None and kept.who == user.id:
        return respond.page("frame/send_again.html", kept=kept)
    if kept is not None:
        flash("The words typed before you signed in were another person's. They were not sent.")
    return respond.go(_next() or url_for("today.today"))


def _next() -> str | None:
    return access.own_path(request.form.get("next"))


@blueprint.post("/sign-out")
def sign_out() -> Response:
    """Sign out on this browser."""
    sessions.end()
    flash("You are signed out.")
    response = respond.see("account.sign_in")
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


@blueprint.get("/account")
def show() -> Response:
    """One's own name and roles, and the form for a new password."""
    return _page()


def _page(form: NewPassword | None = None, **more: Any) -> Response:
    user = access.actor()
    return respond.page(
        "frame/account.html",
        form=form or NewPassword(formdata=None),
        user=user,
        roles=[(words, people.DUTIES[role]) for role, words in clauses.ROLES.items() if role in user.roles],
        shortest=people.SHORTEST_PASSWORD,
        **more,
    )


@blueprint.post("/account/password")
def change_password() -> Response:
    """Set a new password; every other session of this person ends."""
    form, now = NewPassword(), clock.now()

    def again(**more: Any) -> Response:
        return _page(form, **more)

    def done(user: User) -> Response:
        sessions.begin(user, now)
        flash("Your password is changed. You are signed out everywhere else.")
        return respond.see("account.show")

    return respond.deed(
        form,
        lambda: people.change_password(access.actor(), form.old_password.data or "", form.new_password.data or "", now),
        done,
        again,
        when_refused=lambda refusals, **_: respond.beside(
            form, refusals, lambda one: "old_password" if one.rule == "old_password" else "new_password", again
        ),
    )


# --- One's own calendar ---------------------------------------------------------------------------------------------


@blueprint.post("/account/calendar")
def make_calendar() -> Response:
    """A new address for one's own calendar, shown once; one that was there before leads nowhere from now on."""
    return respond.deed(
        None,
        lambda: calendar.make(access.actor(), clock.now()),
        lambda secret: respond.page(
            "pages/calendar.html", status=201, address=url_for("calendar.show", secret=secret, _external=True)
        ),
        _page,
    )


@blueprint.post("/account/calendar/end")
def close_calendar() -> Response:
    """Switch one's own calendar off."""
    return respond.deed(
        None,
        lambda: calendar.close(access.actor(), clock.now()),
        lambda _: respond.see("account.show"),
        _page,
        "Your calendar address is switched off.",
    )
