"""Who calls the API: told by the token in the header, never by a login."""

from dataclasses import replace
from datetime import timedelta

from flask import Flask, abort, current_app, g, request
from flask.typing import ResponseReturnValue

from web import here
from web.access import Audience, Reader, declared
from web.api.problems import is_wanted, problem
from web.rights import Right
from web.services import services
from web.store import tokens
from web.store.moments import now
from web.store.tokens import Granted

SCHEME = "Bearer "
NOTED_EVERY = timedelta(minutes=1)


def _identify() -> ResponseReturnValue | None:
    """Let the caller be the account of the token, in the event of the token alone."""
    if not is_wanted():
        return None
    g.reader = None
    access = declared(current_app.view_functions.get(request.endpoint or "", _nothing))
    if access is None or access is Audience.EVERYBODY:
        return None
    granted = _granted()
    if granted is None:
        return problem(401, headers={"WWW-Authenticate": 'Bearer realm="matchmaker"'})
    if here.event_key() not in (None, granted.event_key):
        abort(404)
    here.is_about(granted.event_key, granted.event_id)
    _note_use(granted)
    name = f"{granted.account.name} ({granted.token_name})"
    g.reader = Reader(replace(granted.account, name=name), granted.role)
    if isinstance(access, Right) and not g.reader.may(access):
        return problem(403)
    return None


def _note_use(granted: Granted) -> None:
    """Write down that the token is used, once in a while."""
    if granted.used_at is None or now() - granted.used_at > NOTED_EVERY:
        with services().database.writing() as connection:
            tokens.note_use(connection, granted.token_id)


def _granted() -> Granted | None:
    header = request.headers.get("Authorization", "")
    if not header.startswith(SCHEME):
        return None
    with services().database.reading() as connection:
        return tokens.granted(connection, header.removeprefix(SCHEME).strip())


def _nothing() -> None:
    """Stand for a view that does not exist."""


def install(app: Flask) -> None:
    """Identify the callers of the API of `app`; must come before the guard."""
    app.before_request(_identify)
