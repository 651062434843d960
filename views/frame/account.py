"""Signing in and out, and one's own account."""

from typing import Any

from flask import Blueprint, current_app, flash, request, url_for
from flask_login import current_user
from werkzeug.wrappers import Response
from wtforms import EmailField, HiddenField, PasswordField

from policy import calendar
from policy.core import clock
from policy.core.answers import Refused
from policy.rulebook import clauses
from policy.staff import people
from views.frame import access, carry, respond, sessions
from views.frame.forms import Form, at_most, required

blueprint = Blueprint("account", __name__)


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
        return respond.see("home.today")
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
    facts: dict[str, Any] = {"carries": kept is not None}
    if not form.validate():
        return respond.invalid("frame/sign_in.html", form, **facts)
    now = clock.now()
    try:
        user = people.sign_in(
            form.email.data, form.password.data, request.remote_addr or "", str(current_app.secret_key), now
        )
    except Refused as refusal:
        response = respond.page(
            "frame/sign_in.html", form=form, status=429, refusals=refusal.reasons, has_errors=True, **facts
        )
        response.headers["Retry-After"] = "900"
        return response
    if user is None:
        form.form_errors.append(people.NOT_RIGHT)
        return respond.invalid("frame/sign_in.html", form, **facts)
    sessions.begin(user, now)
    if kept is not None and kept.who == user.id:
        return respond.page("frame/send_again.html", kept=kept)
    if kept is not None:
        flash("The words typed before you signed in were another person's. They were not sent.")
    return respond.go(_next() or url_for("home.today"))


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
    return respond.page("frame/account.html", **_facts(NewPassword(formdata=None)))


@blueprint.post("/account/password")
def change_password() -> Response:
    """Set a new password; every other session of this person ends."""
    form, now = NewPassword(), clock.now()
    if not form.validate():
        return respond.invalid("frame/account.html", **_facts(form))
    try:
        user = people.change_password(access.actor(), form.old_password.data or "", form.new_password.data or "", now)
    except Refused as refusal:
        for reason in refusal.reasons:
            field = form.old_password if reason.rule == "old_password" else form.new_password
            field.errors = [*field.errors, reason.sentence]
        return respond.invalid("frame/account.html", **_facts(form))
    sessions.begin(user, now)
    flash("Your password is changed. You are signed out everywhere else.")
    return respond.see("account.show")


# --- One's own calendar ---------------------------------------------------------------------------------------------


@blueprint.post("/account/calendar")
def make_calendar() -> Response:
    """A new address for one's own calendar, shown once; one that was there before leads nowhere from now on."""
    try:
        secret = calendar.make(access.actor(), clock.now())
    except Refused as refusal:
        return respond.refused("frame/account.html", refusal, **_facts(NewPassword(formdata=None)))
    address = url_for("calendar.show", secret=secret, _external=True)
    return respond.page("pages/calendar.html", status=201, address=address)


@blueprint.post("/account/calendar/end")
def close_calendar() -> Response:
    """Switch one's own calendar off."""
    try:
        calendar.close(access.actor(), clock.now())
    except Refused as refusal:
        return respond.refused("frame/account.html", refusal, **_facts(NewPassword(formdata=None)))
    flash("Your calendar address is switched off.")
    return respond.see("account.show")


def _facts(form: NewPassword) -> dict[str, Any]:
    user = access.actor()
    roles = [(words, people.DUTIES[role]) for role, words in clauses.ROLES.items() if role in user.roles]
    return {"form": form, "user": user, "roles": roles, "shortest": people.SHORTEST_PASSWORD}
