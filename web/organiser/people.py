"""Who takes part, and new private links for them."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.people import Participant
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.links import give_own
from web.records.people import ORDERS, STATES, everybody, found, search_of
from web.registration import of_participant
from web.rights import Right
from web.services import services
from web.store import mails
from web.store import registrations as store

people = Blueprint("people", __name__, url_prefix="/organiser/events/<event>/people")


@people.get("")
@permitted(Right.GREET)
def everyone() -> ResponseReturnValue:
    """List the participants that are looked for, from the files and from the form."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    search, whole = search_of(request.args), everybody(now)
    return render_template(
        "people.html",
        now=now,
        event=now.merged.event,
        search=search,
        whole=whole,
        found=found(whole, search),
        regions=sorted({each.participant.region for each in whole} - {""}),
        clusters=sorted({each.participant.cluster for each in whole} - {""}),
        states=STATES,
        orders=ORDERS,
    )


@people.post("/<participant_id>/link")
@permitted(Right.GREET)
def renew_link(participant_id: str) -> ResponseReturnValue:
    """Make a new private link; the one before it opens nothing any more."""
    with services().database.writing() as connection:
        now = current_or_404(connection)
        participant = now.merged.event.participant_by_id.get(participant_id) or abort(404)
        if participant.email is None:
            abort(404)
        link = _given(connection, now, participant)
        note(connection, Action.LINK_RENEWED, participant.name)
    address = url_for("registrations.own", link=link, _external=True)
    return render_template("link.html", participant=participant, address=address)


def _given(connection: Connection, now: Current, participant: Participant) -> str:
    """Return a new private link of `participant`, who needs not have answered the form."""
    row = store.by_email(connection, now.stored.id, participant.email or "")
    if row is None:
        registration = of_participant(now.merged.event, participant)
        row_id = store.add(connection, now.stored.id, registration)
        # The address is the organisers' own.
        store.confirm(connection, row_id, participant.email or "")
        return give_own(connection, now.stored, participant.id)
    mails.drop_waiting(connection, row.id)
    return give_own(connection, now.stored, row.registration.participant.id)
