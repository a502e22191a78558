"""Logging in and out: name and password, then a code where the account asks for one."""

import time

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from web import kept
from web.access import everybody, logins, reader, safe_next
from web.account import codes
from web.account.passwords import is_password
from web.audit import Action
from web.limits import account_limit, is_refused, limiter, login_limit
from web.services import services
from web.store import accounts, audit
from web.store.accounts import Account
from web.store.audit import Deed

login = Blueprint("login", __name__)
WAITING = "waiting"
WAITING_SECONDS = 300


def _account_named() -> str:
    return accounts.name_key(request.form.get("name", ""))


def _account_waiting() -> str:
    said = session.get(WAITING)
    return str(said.get("account")) if isinstance(said, dict) else ""


@login.get("/login")
@everybody
def ask() -> ResponseReturnValue:
    """Ask for name and password."""
    after = safe_next(request.args.get("next", ""))
    if reader() is not None:
        return redirect(after, 303)
    name = services().settings.organiser_name
    return _asked("login.html", after, name=name)


@login.post("/login")
@limiter.limit(login_limit)
@limiter.limit(account_limit, key_func=_account_named, deduct_when=is_refused)
@everybody
def enter() -> ResponseReturnValue:
    """Open the organisers' pages to who knows the password of an account."""
    after, name = safe_next(request.form.get("next", "")), request.form.get("name", "")
    held = request.form.get("kept", "")
    account = _known(name, request.form.get("password", ""))
    if account is None:
        _note(Deed(Action.LOGIN_REFUSED, actor=name[:120]))
        return _asked("login.html", after, held, name=name, failed=True), 403
    if account.totp_secret:
        session.clear()
        session[WAITING] = {"account": account.id, "at": int(time.time())}
        if held:
            return _asked("login_code.html", after, held)
        return redirect(url_for(".ask_code", next=after), 303)
    _open(account)
    return _landed(after, held)


@login.get("/login/code")
@everybody
def ask_code() -> ResponseReturnValue:
    """Ask for the code of the telephone."""
    after = safe_next(request.args.get("next", ""))
    if _waiting() is None:
        return redirect(url_for(".ask", next=after), 303)
    return _asked("login_code.html", after)


@login.post("/login/code")
@limiter.limit(login_limit)
@limiter.limit(account_limit, key_func=_account_named, deduct_when=is_refused)
@everybody
def enter_code() -> ResponseReturnValue:
    """Open the organisers' pages to who has the telephone, too."""
    after, account = safe_next(request.form.get("next", "")), _waiting()
    held = request.form.get("kept", "")
    if account is None:
        return redirect(url_for(".ask", next=after), 303)
    with services().database.writing() as connection:
        taken = codes.take(connection, account, request.form.get("code", ""))
    if not taken:
        _note(Deed(Action.LOGIN_REFUSED, account.name, account.id))
        return _asked("login_code.html", after, held, failed=True), 403
    _open(account)
    return _landed(after, held)


@login.post("/logout")
@everybody
def leave() -> ResponseReturnValue:
    """Close them again."""
    session.clear()
    return redirect("/", 303)


def _open(account: Account) -> None:
    _note(Deed(Action.LOGGED_IN, account.name, account.id))
    logins().open(account)


def _asked(
    template: str, after: str, held: str = "", *, name: str = "", failed: bool = False
) -> str:
    return render_template(
        template, after=after, kept=held, name=name, failed=failed, is_late=False
    )


def _landed(after: str, held: str) -> ResponseReturnValue:
    """Lead to the page `after`, by way of what was typed before the login."""
    found = kept.read(held)
    if found is None or safe_next(found.to) != found.to:
        return redirect(after, 303)
    return render_template("kept.html", kept=found, after=after)


def _waiting() -> Account | None:
    """Return whose password was right a moment ago."""
    said = session.get(WAITING)
    if not isinstance(said, dict) or time.time() - int(said.get("at", 0)) > WAITING_SECONDS:
        return None
    with services().database.reading() as connection:
        return accounts.by_id(connection, int(said.get("account", 0)))


def _known(name: str, password: str) -> Account | None:
    """Return the account with that name and password; takes as long for any other, too."""
    with services().database.reading() as connection:
        account = accounts.by_name(connection, name)
    hashed = account.password_hash if account else str(current_app.config["NOBODYS_HASH"])
    return account if is_password(password, hashed) else None


def _note(deed: Deed) -> None:
    with services().database.writing() as connection:
        audit.add(connection, deed)
