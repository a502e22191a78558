"""Tokens of an event: made, shown once, and revoked."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from web import here
from web.access import permitted, reader_or_404
from web.audit import Action, note
from web.rights import Right
from web.services import services
from web.store import tokens as store
from web.team.views import TOKEN_DAYS, name_or_400, role_or_400

tokens = Blueprint("tokens", __name__, url_prefix="/organiser/events/<event>/team/tokens")


@tokens.post("")
@permitted(Right.MANAGE)
def make() -> ResponseReturnValue:
    """Make a token and show it, this once."""
    name, role = name_or_400(), role_or_400()
    days = request.form.get("days", 0, type=int)
    if days not in TOKEN_DAYS:
        abort(400)
    own = reader_or_404().account.id
    with services().database.writing() as connection:
        secret = store.make(connection, here.event_id(), own, name, role, days)
        note(connection, Action.PROGRAM_ADMITTED, name, role=role, days=days)
    return render_template("token.html", name=name, secret=secret)


@tokens.post("/<int:token_id>/revoke")
@permitted(Right.MANAGE)
def revoke(token_id: int) -> ResponseReturnValue:
    """Let a token open nothing any more."""
    with services().database.writing() as connection:
        if not store.revoke(connection, here.event_id(), token_id):
            abort(404)
        note(connection, Action.PROGRAM_EXPELLED, str(token_id))
    return redirect(url_for("team.show"), 303)
