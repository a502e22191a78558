"""What the engine mended, back into the working copy in which it was asked."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import Connection

from matchmaker.moves.plan import Plan
from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.current import stored_or_404
from web.grid.sentences import BEGUN, of_turnout
from web.grid.sources import source_or_404, taken
from web.rights import Right
from web.services import services
from web.store import drafts, results, runs
from web.store.mendings import Mending
from web.store.runs import Run

mending = Blueprint("mending", __name__, url_prefix="/organiser/events/<event>/grid")


@mending.post("/runs/<run>/take")
@permitted(Right.PLAN)
def adopt(run: str) -> ResponseReturnValue:
    """Take over what the engine mended, into the working copy in which it was asked."""
    with services().database.writing() as connection:
        stored_or_404(connection)
        found = runs.find(connection, here.event_id(), run) or abort(404)
        asked = found.mending or abort(404)
        whole = results.whole_of(connection, found.id) or abort(404)
        key = _adopted(connection, found, asked, whole.plan)
    return redirect(url_for("grid.tables", key=key), 303)


def _adopted(connection: Connection, run: Run, asked: Mending, plan: Plan) -> str:
    """Return the key of the draft; one of its own where the other has gone on since."""
    if asked.draft:
        source = source_or_404(connection, asked.draft)
        if source.step == asked.step:
            before = source.plan.timetable
            return taken(connection, source, plan, of_turnout(asked.of(plan.event, before)))
    key = drafts.begin(connection, here.event_id(), run.id, plan, BEGUN, actor())
    note(connection, Action.DRAFT_BEGUN, key, run=run.key)
    return key
