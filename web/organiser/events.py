"""The events of whoever logged in."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from web.access import Reader, member, reader
from web.current import wholes
from web.services import services

events = Blueprint("events", __name__, url_prefix="/organiser")


@events.get("")
@member
def mine() -> ResponseReturnValue:
    """List the events; with one only, lead there."""
    who: Reader = reader() or abort(404)
    with services().database.reading() as connection:
        if who.account.is_administrator:
            found = services().events.all(connection)
        else:
            found = services().events.of_account(connection, who.account.id)
        known = wholes(connection, found)
    is_deleted = "deleted" in request.args
    if len(found) == 1 and not who.account.is_administrator and not is_deleted:
        return redirect(url_for("overview.show", event=found[0].key), 303)
    return render_template(
        "own_events.html",
        events=known,
        may_add=who.account.is_administrator,
        is_deleted=is_deleted,
    )
