"""Whose address is not confirmed yet: writing to them again, and confirming it for them."""

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from web import here, languages
from web.access import permitted
from web.audit import Action, note
from web.current import current_or_404, stored_or_404
from web.links import desk
from web.mails import confirmation
from web.mails.private_link import language_of
from web.paging import number_of, page_of
from web.rights import Right
from web.services import services
from web.store import links, mails
from web.store import registrations as store
from web.store.events import StoredEvent
from web.store.links import Scope
from web.store.registrations import StoredRegistration
from web.wall_clock import time_at

unconfirmed = Blueprint("unconfirmed", __name__, url_prefix="/organiser/events/<event>/unconfirmed")

PER_PAGE = 50


@unconfirmed.get("")
@permitted(Right.PREPARE)
def show() -> ResponseReturnValue:
    """List them, whether they count or not, those who wait longest first."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    waiting = [each for each in now.registrations if not each.is_confirmed]
    return render_template(
        "unconfirmed.html",
        stored=now.stored,
        found=page_of(waiting, number_of(request.args), PER_PAGE),
        done=request.args.get("done", ""),
    )


@unconfirmed.post("/<participant_id>/write")
@permitted(Right.PREPARE)
def write(participant_id: str) -> ResponseReturnValue:
    """Put the mail that asks to confirm into the outbox, unless one went there today."""
    with services().database.writing() as connection:
        stored = stored_or_404(connection)
        row = _waiting(connection, participant_id)
        is_written = _put(connection, stored, row)
        if is_written:
            note(connection, Action.CONFIRMATION_ASKED, row.registration.participant.name)
    done = "written" if is_written else "already"
    return redirect(url_for(".show", done=done), 303)


@unconfirmed.post("/<participant_id>/confirm")
@permitted(Right.PREPARE)
def confirm(participant_id: str) -> ResponseReturnValue:
    """Let the address count as confirmed: the organisers know that it is the person's."""
    with services().database.writing() as connection:
        row = _waiting(connection, participant_id)
        store.vouch_for(connection, row.id)
        mails.drop_confirmations(connection, here.event_id(), row)
        note(connection, Action.ADDRESS_CONFIRMED, row.registration.participant.name)
    return redirect(url_for(".show", done="confirmed"), 303)


def _waiting(connection: Connection, participant_id: str) -> StoredRegistration:
    found = store.by_participant(connection, here.event_id(), participant_id)
    return found if found and not found.is_confirmed else abort(404)


def _put(connection: Connection, stored: StoredEvent, row: StoredRegistration) -> bool:
    """Write anew with the private link as it is; tells whether it is the first today."""
    own = row.registration.participant
    until = links.end_of(stored.event)
    link = desk(stored.id, Scope.OWN).given(connection, [own.id], until)[own.id]
    languages.use(language_of(stored.event, own))
    letter = confirmation.written(stored.event, row.registration, row.id, link)
    mails.drop_waiting(connection, row.id)
    occasion = f"{mails.CONFIRMATION}{time_at(stored.event).date()}"
    return mails.add_once(connection, stored.id, letter, own.id, occasion)
