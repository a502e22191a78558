"""Withdrawing for good: everything that is stored of somebody goes."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from web.access import everybody
from web.audit import Action, note
from web.current import Current
from web.departures import named_in_files, wishing_for, without
from web.limits import limiter, registration_limit
from web.registrations.mine import mine_or_404
from web.services import services
from web.store import links, mails
from web.store import registrations as store
from web.store.registrations import StoredRegistration

leaving = Blueprint("leaving", __name__, url_prefix="/registration/<link>/delete")


@leaving.get("")
@everybody
def ask(link: str) -> ResponseReturnValue:
    """Say what goes and what stays, above the button; looking changes nothing."""
    with services().database.reading() as connection:
        _, mine = mine_or_404(connection, link)
    return render_template("leaving.html", link=link, own=mine.registration.participant)


@leaving.post("")
@limiter.limit(registration_limit)
@everybody
def leave(link: str) -> ResponseReturnValue:
    """Delete the registration, its mails and links, and the person from the organisers' files."""
    with services().database.writing() as connection:
        now, mine = mine_or_404(connection, link)
        own = mine.registration.participant.id
        gone = {own, *named_in_files(now.stored.event, mine.registration)}
        dropped = sum(len(wishing_for(now.merged.event, each)) for each in gone)
        _delete(connection, now, mine, gone)
        note(connection, Action.REGISTRATION_DELETED, own, dropped_wishes=dropped)
    return redirect(url_for("start.event", left=1), 303)


def _delete(connection: Connection, now: Current, mine: StoredRegistration, gone: set[str]) -> None:
    event = now.stored.event
    mails.forget(connection, now.stored.id, mine.id, gone)
    links.revoke(connection, now.stored.id, gone)
    if mine.is_kept:
        store.delete(connection, mine.id)
    if gone & event.participant_by_id.keys():
        services().events.replace(connection, now.stored.id, without(event, gone))
