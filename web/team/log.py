"""The log of an event: who did what and when."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from web.access import permitted
from web.audit import ACTIONS
from web.current import stored_or_404
from web.rights import Right
from web.services import services
from web.store import audit

log = Blueprint("log", __name__, url_prefix="/organiser/events/<event>/log")

ENTRIES_A_PAGE = 100


@log.get("")
@permitted(Right.MANAGE)
def show() -> ResponseReturnValue:
    """Show the entries, the newest first."""
    before = request.args.get("before", type=int)
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        entries = audit.newest(connection, stored.id, ENTRIES_A_PAGE + 1, before)
    return render_template(
        "log.html",
        zone=stored.event.zone,
        entries=entries[:ENTRIES_A_PAGE],
        has_more=len(entries) > ENTRIES_A_PAGE,
        sentences={str(each): sentence for each, sentence in ACTIONS.items()},
    )
