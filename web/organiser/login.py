"""Logging in and out."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHash
from flask import Blueprint, current_app, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from web.access import Logins, everybody, is_organiser, safe_next
from web.limits import limiter, login_limit

login = Blueprint("login", __name__)
LONGEST_PASSWORD = 200


@login.get("/login")
@everybody
def ask() -> ResponseReturnValue:
    """Ask for the password."""
    after = safe_next(request.args.get("next", ""))
    if is_organiser():
        return redirect(after, 303)
    return render_template("login.html", after=after, failed=False)


@login.post("/login")
@limiter.limit(login_limit)
@everybody
def enter() -> ResponseReturnValue:
    """Open the organiser's pages to who knows the password."""
    after = safe_next(request.form.get("next", ""))
    if not _is_right(request.form.get("password", "")):
        return render_template("login.html", after=after, failed=True), 403
    logins: Logins = current_app.extensions["logins"]
    logins.open()
    return redirect(after, 303)


@login.post("/logout")
@everybody
def leave() -> ResponseReturnValue:
    """Close them again."""
    session.clear()
    return redirect("/", 303)


def _is_right(password: str) -> bool:
    """Tell whether it is the organiser's; takes as long either way, as argon2 does."""
    hashed = str(current_app.config["ORGANISER_PASSWORD_HASH"])
    try:
        return PasswordHasher().verify(hashed, password[:LONGEST_PASSWORD])
    except (Argon2Error, InvalidHash):
        return False
