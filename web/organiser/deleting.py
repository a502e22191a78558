"""Deleting an event: what goes with it is said first, and its key is asked for."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.rights import Right
from web.services import services
from web.store.erasure import counts, erase, is_worked_on

deleting = Blueprint("deleting", __name__, url_prefix="/organiser/events/<event>/delete")

COUNTED = ("registrations", "runs", "versions", "mails", "links", "arrivals", "uploads", "audit")


@deleting.get("")
@permitted(Right.MANAGE)
def ask() -> ResponseReturnValue:
    """Say what goes and what stays, above the button; looking changes nothing."""
    with services().database.reading() as connection:
        return _page(connection, current_or_404(connection))


@deleting.post("")
@permitted(Right.MANAGE)
def delete() -> ResponseReturnValue:
    """Delete the event, if its key was typed and no worker needs it."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        if request.form.get("key", "").strip() != now.stored.key:
            return _page(connection, now, is_wrong=True), 422
        if is_worked_on(connection, now.stored.id):
            return _page(connection, now), 409
        erase(connection, now.stored.id)
        note(connection, Action.EVENT_DELETED, now.stored.key)
    services().forget(now.stored.id)
    return redirect(url_for("events.mine", deleted=1), 303)


def _page(connection: Connection, now: Current, is_wrong: bool = False) -> str:
    return render_template(
        "event_deletion.html",
        now=now,
        event=now.merged.event,
        counts=counts(connection, now.stored.id, COUNTED),
        is_worked_on=is_worked_on(connection, now.stored.id),
        is_wrong=is_wrong,
        typed=request.form.get("key", ""),
    )
