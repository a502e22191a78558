"""Who may open what. Every view says so; a view that says nothing is closed to all."""

import hashlib
import hmac
import time
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote

from flask import Flask, abort, current_app, redirect, request, session
from flask.typing import ResponseReturnValue

View = TypeVar("View", bound=Callable[..., Any])

EVERYBODY = "everybody"
ORGANISER = "organiser"
OWN_PAGES = "/organiser"
LOGIN = "login"


def everybody(view: View) -> View:
    """Open `view` to everybody."""
    view.access = EVERYBODY  # type: ignore[attr-defined]
    return view


def organiser(view: View) -> View:
    """Open `view` to organisers who logged in."""
    view.access = ORGANISER  # type: ignore[attr-defined]
    return view


def declared(view: Callable[..., Any]) -> str | None:
    """Return who may open `view`, None when it does not say."""
    return getattr(view, "access", None)


class Logins:
    """Logins of the organiser: bound to the password, so that changing it ends them all."""

    def __init__(self, password_hash: str, secret: str, hours: int) -> None:
        digest = hmac.new(secret.encode(), password_hash.encode(), hashlib.sha256)
        self._mark, self._seconds = digest.hexdigest()[:16], hours * 3600

    def open(self) -> None:
        """Log the reader of this page in, with a fresh session."""
        session.clear()
        session[LOGIN] = {"mark": self._mark, "at": int(time.time())}

    def is_open(self) -> bool:
        """Tell whether the reader of this page is logged in."""
        login = session.get(LOGIN)
        if not isinstance(login, dict):
            return False
        fresh = time.time() - int(login.get("at", 0)) < self._seconds
        return fresh and hmac.compare_digest(str(login.get("mark", "")), self._mark)


def is_organiser() -> bool:
    """Tell whether the reader of this page is logged in as organiser."""
    logins: Logins = current_app.extensions["logins"]
    return logins.is_open()


def _guard() -> ResponseReturnValue | None:
    """Answer alike for pages that do not exist and pages that the reader may not open."""
    inside = request.path == OWN_PAGES or request.path.startswith(OWN_PAGES + "/")
    view = current_app.view_functions.get(request.endpoint or "")
    needs_login = inside or (view is not None and declared(view) == ORGANISER)
    if needs_login and not is_organiser():
        return _to_login()
    if view is not None and request.endpoint != "static" and declared(view) is None:
        abort(404)
    return None


def _to_login() -> ResponseReturnValue:
    if request.method not in ("GET", "HEAD"):
        abort(404)
    return redirect(f"/login?next={quote(request.path)}", 303)


def safe_next(path: str) -> str:
    """Return `path` when it is one of the organiser's pages here, else their first page."""
    plain = path.isprintable() and "\\" not in path and "//" not in path
    return path if plain and (path == OWN_PAGES or path.startswith(OWN_PAGES + "/")) else OWN_PAGES


def install(app: Flask, logins: Logins) -> None:
    """Guard every page of `app`."""
    app.extensions["logins"] = logins
    app.before_request(_guard)
    app.jinja_env.globals["is_organiser"] = is_organiser
