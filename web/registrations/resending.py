"""Writing somebody their private link again: what is answered never tells who is registered."""

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.people import Participant
from web import languages
from web.access import everybody
from web.audit import Action, note
from web.current import stored_or_404
from web.limits import limiter, registration_limit
from web.links import desk, public
from web.mails import confirmation, private_link
from web.mails.private_link import language_of
from web.services import services
from web.store import links, mails
from web.store import registrations as store
from web.store.events import StoredEvent
from web.store.links import Scope
from web.store.mails import Letter
from web.store.registrations import StoredRegistration, email_key
from web.wall_clock import time_at

resending = Blueprint("resending", __name__, url_prefix="/events/<event>/link")


@resending.get("")
@everybody
def ask() -> ResponseReturnValue:
    """Ask for the address."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
    return render_template("link_again.html", stored=stored, is_sent=False)


@resending.post("")
@limiter.limit(registration_limit)
@everybody
def send() -> ResponseReturnValue:
    """Write to the address if somebody is known by it, once an hour; say the same in any case."""
    reader = languages.language()
    with services().database.writing() as connection:
        stored = stored_or_404(connection)
        _put(connection, stored, request.form.get("email", ""))
    languages.use(reader)
    sends_mails = services().settings.smtp.is_set
    return render_template("link_again.html", stored=stored, is_sent=True, sends_mails=sends_mails)


def _put(connection: Connection, stored: StoredEvent, email: str) -> None:
    row = store.by_email(connection, stored.id, email)
    own = row.registration.participant if row else _filed(stored, email)
    if own is None:
        return
    letter = _letter(stored, own, row, _link(connection, stored, own))
    if row is not None:
        mails.drop_waiting(connection, row.id)
    occasion = f"link-{time_at(stored.event):%Y-%m-%d-%H}"
    if mails.add_once(connection, stored.id, letter, own.id, occasion):
        note(connection, Action.LINK_SENT, own.name)


def _filed(stored: StoredEvent, email: str) -> Participant | None:
    """Return whom the organisers' files know by that address."""
    people = stored.event.participants
    return next((e for e in people if e.email and email_key(e.email) == email_key(email)), None)


def _link(connection: Connection, stored: StoredEvent, own: Participant) -> str:
    """Return the private link as it is: whoever asks, it opens what it did before."""
    until = links.end_of(stored.event)
    return desk(stored.id, Scope.OWN).given(connection, [own.id], until)[own.id]


def _letter(
    stored: StoredEvent, own: Participant, row: StoredRegistration | None, link: str
) -> Letter:
    """Return the mail; to an address that is not confirmed, that which asks to confirm it."""
    if row is not None and not row.is_confirmed:
        languages.use(language_of(stored.event, own))
        return confirmation.written(stored.event, row.registration, row.id, link)
    address = public(url_for("registrations.own", link=link))
    return private_link.written(stored.event, own, address, private_link.ASKED)
