"""Saying that one comes later, or not at all."""

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.event import Event
from web.access import everybody
from web.audit import Action, note
from web.limits import limiter, registration_limit
from web.registrations.mine import plainly_mine
from web.services import services
from web.store import registrations as store

presence = Blueprint("presence", __name__)


@presence.post("/registration/<link>/presence")
@limiter.limit(registration_limit)
@everybody
def tell(link: str) -> ResponseReturnValue:
    """Keep what is said; it can be taken back, since the answers before it stay as they are."""
    with services().database.writing() as connection:
        stored, mine = plainly_mine(connection, link)
        said = told(stored.event)
        store.keep(connection, mine, mine.registration.model_copy(update=said))
        note(connection, Action.REGISTRATION_CHANGED, presence=request.form["presence"])
    return redirect(url_for(_back(), link=link, told=1, _anchor="presence"), 303)


def _back() -> str:
    """Return the page on which it was said."""
    return "agenda.show" if request.form.get("back") == "agenda" else "registrations.own"


def told(event: Event) -> dict[str, object]:
    """Return what the form of this request says of somebody's coming."""
    said = request.form.get("presence")
    if said not in ("planned", "late", "absent"):
        abort(400)
    arrives = request.form.get("arrives", "") if said == "late" else None
    if arrives is not None and arrives not in event.slot_by_id:
        abort(400)
    return {"absent": said == "absent", "arrives": arrives}
