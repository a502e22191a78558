"""Logging in and out."""

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHash
from flask import Blueprint, current_app, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from web.access import everybody, logins, reader, safe_next
from web.audit import Action
from web.limits import limiter, login_limit
from web.services import services
from web.store import accounts, audit
from web.store.accounts import Account
from web.store.audit import Deed

login = Blueprint("login", __name__)
LONGEST_PASSWORD = 200


@login.get("/login")
@everybody
def ask() -> ResponseReturnValue:
    """Ask for name and password."""
    after = safe_next(request.args.get("next", ""))
    if reader() is not None:
        return redirect(after, 303)
    name = services().settings.organiser_name
    return render_template("login.html", after=after, name=name, failed=False)


@login.post("/login")
@limiter.limit(login_limit)
@everybody
def enter() -> ResponseReturnValue:
    """Open the organisers' pages to who knows the password of an account."""
    after = safe_next(request.form.get("next", ""))
    name = request.form.get("name", "")
    account = _known(name, request.form.get("password", ""))
    with services().database.writing() as connection:
        audit.add(connection, _deed(name, account))
    if account is None:
        return render_template("login.html", after=after, name=name, failed=True), 403
    logins().open(account)
    return redirect(after, 303)


@login.post("/logout")
@everybody
def leave() -> ResponseReturnValue:
    """Close them again."""
    session.clear()
    return redirect("/", 303)


def _deed(name: str, account: Account | None) -> Deed:
    if account is None:
        return Deed(Action.LOGIN_REFUSED, actor=name[:120])
    return Deed(Action.LOGGED_IN, account.name, account.id)


def _known(name: str, password: str) -> Account | None:
    """Return the account with that name and password; takes as long for any other, too."""
    with services().database.reading() as connection:
        account = accounts.by_name(connection, name)
    hashed = account.password_hash if account else str(current_app.config["NOBODYS_HASH"])
    try:
        PasswordHasher().verify(hashed, password[:LONGEST_PASSWORD])
    except (Argon2Error, InvalidHash):
        return None
    return account
