"""Who takes part, and new private links for them."""

from collections import Counter

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.people import Participant
from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.links import give_own
from web.registration import of_participant
from web.rights import Right
from web.services import services
from web.store import mails
from web.store import registrations as store
from web.store.registrations import StoredRegistration

people = Blueprint("people", __name__, url_prefix="/organiser/events/<event>/people")


@people.get("")
@permitted(Right.GREET)
def everyone() -> ResponseReturnValue:
    """List every participant, from the files and from the form."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
    event = now.merged.event
    return render_template(
        "people.html",
        now=now,
        event=event,
        changed=_changed(now),
        wishes=Counter(each.wisher for each in event.wishes if not each.is_veto),
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


def _changed(now: Current) -> dict[str, StoredRegistration]:
    """Return what came by the form, by e-mail address."""
    rows = now.registrations
    return {store.email_key(each.registration.participant.email or ""): each for each in rows}
