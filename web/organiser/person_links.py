"""The links of one person: which there are, showing that to the agenda, closing all."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from segno import make_qr
from sqlalchemy import Connection

from web.access import permitted
from web.audit import Action, note
from web.current import Current, current_or_404
from web.links import agenda_links
from web.records.people import Person, somebody
from web.rights import Right
from web.services import services
from web.store import links
from web.store.links import Scope

person_links = Blueprint(
    "person_links", __name__, url_prefix="/organiser/events/<event>/people/<participant_id>/links"
)


@person_links.get("")
@permitted(Right.GREET)
def show(participant_id: str) -> ResponseReturnValue:
    """Show which links of the person open something, and what can be done about them."""
    with services().database.reading() as connection:
        now, person = _found(connection, participant_id)
        held = links.holders(connection, now.stored.id)
    scopes = {scope for name, scope in held if name in person.names}
    return render_template(
        "person_links.html",
        participant=person.participant,
        has_own=Scope.OWN in scopes,
        has_agenda=Scope.AGENDA in scopes,
    )


@person_links.post("/agenda")
@permitted(Right.GREET)
def agenda(participant_id: str) -> ResponseReturnValue:
    """Show the link to the agenda, also as a code that a phone reads from the screen."""
    with services().database.writing() as connection:
        now, person = _found(connection, participant_id)
        own = person.participant
        address = agenda_links(connection, now.stored, [own.id])[own.id]
        note(connection, Action.LINK_SHOWN, own.name)
    code = Markup(make_qr(address, error="m").svg_inline(light="#fff", omitsize=True))  # noqa: S704
    return render_template("agenda_link.html", participant=own, address=address, code=code)


@person_links.post("/revoke")
@permitted(Right.GREET)
def revoke(participant_id: str) -> ResponseReturnValue:
    """Close every link of the person, those in codes on paper, too."""
    with services().database.writing() as connection:
        now, person = _found(connection, participant_id)
        links.revoke(connection, now.stored.id, person.names)
        note(connection, Action.LINKS_REVOKED, person.participant.name)
    return redirect(url_for(".show", participant_id=participant_id, revoked=1), 303)


def _found(connection: Connection, participant_id: str) -> tuple[Current, Person]:
    now = current_or_404(connection)
    return now, somebody(now, participant_id) or abort(404)
