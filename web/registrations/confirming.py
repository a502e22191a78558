"""Confirming an e-mail address: opening the link does nothing, pressing the button does."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from web.access import everybody
from web.audit import Action, note
from web.limits import limiter, registration_limit
from web.mails.confirmation import is_marked
from web.registrations.mine import plainly_mine
from web.services import services
from web.store import mails
from web.store import registrations as store
from web.store.events import StoredEvent
from web.store.registrations import StoredRegistration

confirming = Blueprint("confirming", __name__, url_prefix="/registration/<link>/confirm/<mark>")


@confirming.get("")
@everybody
def ask(link: str, mark: str) -> ResponseReturnValue:
    """Show the address and a button; programs that look into mails open links, too."""
    with services().database.reading() as connection:
        _, mine = _mine(connection, link, mark)
    return render_template(
        "confirm.html", email=mine.registration.participant.email, is_confirmed=mine.is_confirmed
    )


@confirming.post("")
@limiter.limit(registration_limit)
@everybody
def confirm(link: str, mark: str) -> ResponseReturnValue:
    """Remember that the address reaches the person."""
    with services().database.writing() as connection:
        stored, mine = _mine(connection, link, mark)
        store.confirm(connection, mine.id, mine.registration.participant.email or "")
        mails.drop_confirmations(connection, stored.id, mine)
        note(connection, Action.REGISTRATION_CHANGED, confirmed=True)
    return redirect(url_for("registrations.own", link=link, confirmed=1), 303)


def _mine(connection: Connection, link: str, mark: str) -> tuple[StoredEvent, StoredRegistration]:
    stored, mine = plainly_mine(connection, link)
    if not is_marked(mark, mine.id, mine.registration.participant.email or ""):
        abort(404)
    return stored, mine
