"""Withdrawing for good: everything that is stored of somebody goes."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from matchmaker.departures import named, wishing_for
from web.access import everybody
from web.audit import Action, note
from web.limits import limiter, registration_limit
from web.registrations.erasing import erase
from web.registrations.mine import mine_or_404
from web.services import services

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
        gone = {own, *named(now.stored.event, mine.registration.participant)}
        dropped = sum(len(wishing_for(now.merged.event, each)) for each in gone)
        erase(connection, now, mine, gone)
        note(connection, Action.REGISTRATION_DELETED, own, dropped_wishes=dropped)
    return redirect(url_for("start.event", left=1), 303)
