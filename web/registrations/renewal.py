"""A new private link in the place of one that others may have seen."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from web.access import everybody
from web.audit import Action, note
from web.limits import limiter, registration_limit
from web.links import give_own
from web.mails.confirmation import written
from web.registrations.mine import plainly_mine
from web.services import services
from web.store import mails
from web.store.events import StoredEvent
from web.store.registrations import StoredRegistration

renewal = Blueprint("renewal", __name__)


@renewal.post("/registration/<link>/renew")
@limiter.limit(registration_limit)
@everybody
def renew(link: str) -> ResponseReturnValue:
    """Make a new private link; the one that was used opens nothing any more."""
    with services().database.writing() as connection:
        stored, mine = plainly_mine(connection, link)
        fresh = give_own(connection, stored, mine.registration.participant.id)
        _write_anew(connection, stored, mine, fresh)
        note(connection, Action.LINK_RENEWED, mine.registration.participant.name)
    return redirect(url_for("registrations.own", link=fresh, renewed=1), 303)


def _write_anew(
    connection: Connection, stored: StoredEvent, mine: StoredRegistration, link: str
) -> None:
    """Ask anew for what is not confirmed: the mail before holds the link that died."""
    if mine.is_confirmed:
        mails.drop_waiting(connection, mine.id)
        return
    letter = written(stored.event, mine.registration, mine.id, link)
    mails.add(connection, stored.id, letter, mine.id, mine.registration.participant.id)
