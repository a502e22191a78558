"""The log of an event: who did what and when."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from web.access import permitted
from web.current import current_or_404
from web.languages import moment_in
from web.rights import Right
from web.services import services
from web.store import audit, runs
from web.team.entries import lines

log = Blueprint("log", __name__, url_prefix="/organiser/events/<event>/log")

ENTRIES_A_PAGE = 200
RUNS_NAMED = 100


@log.get("")
@permitted(Right.MANAGE)
def show() -> ResponseReturnValue:
    """Show the entries, the newest first."""
    before = request.args.get("before", type=int)
    with services().database.reading() as connection:
        now = current_or_404(connection)
        entries = audit.newest(connection, now.stored.id, ENTRIES_A_PAGE + 1, before)
        made = runs.newest(connection, now.stored.id, RUNS_NAMED)
    zone, page = now.stored.event.zone, entries[:ENTRIES_A_PAGE]
    names = {each.key: each.title or moment_in(zone, each.created_at) for each in made}
    return render_template(
        "log.html",
        zone=zone,
        lines=lines(page, now.merged.event, names),
        older=page[-1].id if len(entries) > ENTRIES_A_PAGE else None,
    )
