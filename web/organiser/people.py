"""Who takes part, and new private links for them."""

from flask import Blueprint, abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.links import give_own
from web.paging import page_of
from web.records.people import (
    ORDERS,
    PER_PAGE,
    STATES,
    Person,
    everybody,
    found,
    search_of,
    somebody,
)
from web.rights import Right
from web.services import services
from web.store import mails

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
        found=page_of(found(whole, search), search.page, PER_PAGE),
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
        person = somebody(now, participant_id) or abort(404)
        participant = person.participant
        if participant.email is None:
            abort(404)
        link = _given(connection, now, person)
        note(connection, Action.LINK_RENEWED, participant.name)
    address = url_for("registrations.own", link=link, _external=True)
    return render_template("link.html", participant=participant, address=address)


def _given(connection: Connection, now: Current, person: Person) -> str:
    """Return a new private link of `person`, who needs not have answered the form."""
    if person.answered is not None:
        mails.drop_waiting(connection, person.answered.id)
    return give_own(connection, now.stored, person.answered_as)
