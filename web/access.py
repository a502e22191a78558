"""Who may open what. Every view says so; a view that says nothing is closed to all."""

import hashlib
import hmac
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import quote, urlsplit

from flask import Flask, abort, current_app, g, redirect, render_template, request, session
from flask.typing import ResponseReturnValue

from web import here, kept
from web.rights import RIGHTS, Right, Role
from web.services import services
from web.store import accounts
from web.store.accounts import Account

View = TypeVar("View", bound=Callable[..., Any])

OWN_PAGES = "/organiser"
LOGIN = "login"


class Audience(StrEnum):
    """Who may open a page that is not about one event."""

    EVERYBODY = "everybody"
    MEMBER = "member"
    ADMINISTRATOR = "administrator"


Access = Audience | Right


@dataclass(frozen=True)
class Reader:
    """Who reads the page, and what they are for its event."""

    account: Account
    role: Role | None

    def may(self, access: Access) -> bool:
        """Tell whether a page with that access opens."""
        if isinstance(access, Right):
            return self.role is not None and access in RIGHTS[self.role]
        return access is not Audience.ADMINISTRATOR or self.account.is_administrator


def everybody(view: View) -> View:
    """Open `view` to everybody."""
    return _opened(view, Audience.EVERYBODY)


def member(view: View) -> View:
    """Open `view` to everybody who logged in."""
    return _opened(view, Audience.MEMBER)


def administrator(view: View) -> View:
    """Open `view` to who owns the installation."""
    return _opened(view, Audience.ADMINISTRATOR)


def permitted(right: Right) -> Callable[[View], View]:
    """Open a view to accounts with that right for the event of the page."""
    return lambda view: _opened(view, right)


def declared(view: Callable[..., Any]) -> Access | None:
    """Return who may open `view`, None when it does not say."""
    return getattr(view, "access", None)


def _opened(view: View, access: Access) -> View:
    view.access = access  # type: ignore[attr-defined]
    return view


class Logins:
    """Logins: bound to the password of the account, so that changing it ends them all."""

    def __init__(self, secret: str, hours: int) -> None:
        self._secret, self._seconds = secret.encode(), hours * 3600

    def open(self, account: Account) -> None:
        """Log the reader of this page in, with a fresh session."""
        session.clear()
        at = int(time.time())
        session[LOGIN] = {"account": account.id, "mark": self._mark(account), "at": at}

    def account_id(self) -> int | None:
        """Return whose login the reader of this page holds, as long as it is fresh."""
        login = session.get(LOGIN)
        if not isinstance(login, dict):
            return None
        fresh = time.time() - int(login.get("at", 0)) < self._seconds
        return int(login.get("account", 0)) if fresh else None

    def holds(self, account: Account) -> bool:
        """Tell whether the login was made with the present password of the account."""
        mark = str(session[LOGIN].get("mark", ""))
        return hmac.compare_digest(mark, self._mark(account))

    def _mark(self, account: Account) -> str:
        text = f"{account.id}:{account.password_hash}:{account.totp_secret or ''}"
        return hmac.new(self._secret, text.encode(), hashlib.sha256).hexdigest()[:16]


def logins() -> Logins:
    """Return those of the application that serves the page."""
    found: Logins = current_app.extensions["logins"]
    return found


def reader() -> Reader | None:
    """Return who reads this page, None for somebody who did not log in."""
    if "reader" not in g:
        g.reader = _reader()
    found: Reader | None = g.reader
    return found


def reader_or_404() -> Reader:
    """Return who reads this page; for anybody else it does not exist."""
    return reader() or abort(404)


def _reader() -> Reader | None:
    account_id = logins().account_id()
    if account_id is None:
        return None
    with services().database.reading() as connection:
        seen = accounts.seen(connection, account_id, here.event_key())
    if seen is None or not logins().holds(seen.account):
        return None
    if seen.event_id is not None:
        here.is_about(here.event_key() or "", seen.event_id)
    return Reader(seen.account, seen.role)


def may(right: str) -> bool:
    """Tell whether the reader has that right for the event of the page, as far as is known."""
    found: Reader | None = g.get("reader")
    return found is not None and found.may(Right(right))


def is_inside() -> bool:
    """Tell whether the page is one of the organisers', opened by somebody who logged in."""
    return g.get("reader") is not None


def _guard() -> ResponseReturnValue | None:
    """Answer alike for pages that do not exist and pages that the reader may not open."""
    inside = request.path == OWN_PAGES or request.path.startswith(OWN_PAGES + "/")
    view = current_app.view_functions.get(request.endpoint or "")
    access = Audience.EVERYBODY if request.endpoint == "static" else view and declared(view)
    if access is Audience.EVERYBODY:
        return None
    if inside or access is not None:
        who = reader()
        if who is None:
            return _to_login()
        if access is not None and who.may(access):
            return None
    return abort(404) if view is not None else None


def _to_login() -> ResponseReturnValue:
    if request.method in ("GET", "HEAD"):
        return redirect(f"/login?next={quote(request.path)}", 303)
    held, name = kept.written(kept.sent()), services().settings.organiser_name
    said = {"after": came_from(), "name": name, "kept": held, "failed": False, "is_late": True}
    return render_template("login.html", **said), 401


def came_from() -> str:
    """Return the organisers' page from which a form was sent, as far as the browser tells."""
    return safe_next(urlsplit(request.referrer or "").path)


def safe_next(path: str) -> str:
    """Return `path` when it is one of the organisers' pages here, else their first page."""
    plain = path.isprintable() and "\\" not in path and "//" not in path
    return path if plain and (path == OWN_PAGES or path.startswith(OWN_PAGES + "/")) else OWN_PAGES


def install(app: Flask, made: Logins) -> None:
    """Guard every page of `app`."""
    app.extensions["logins"] = made
    app.before_request(_guard)
    app.jinja_env.globals.update(is_inside=is_inside, may=may)
