"""From somebody who does not come to the page on which the published programme is mended."""

from typing import Any

from flask import Blueprint, abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.event import Event
from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.grid.repairing import next_slot
from web.grid.sentences import BEGUN
from web.rights import Right
from web.services import services
from web.store import drafts, versions

mending = Blueprint("mending", __name__, url_prefix="/organiser/events/<event>/grid")


@mending.post("/published")
@permitted(Right.PLAN)
def begin() -> ResponseReturnValue:
    """Begin a working copy of what is published, and ask what changes without that person."""
    event_id, who = here.event_id(), request.form.get("who", "")
    with services().database.writing() as connection:
        latest = versions.latest(connection, event_id) or abort(404)
        run_id = latest.edition.run_id or abort(404)
        if who not in latest.content.event.participant_by_id:
            abort(404)
        plan = latest.content.plan
        key = drafts.begin(connection, event_id, run_id, plan, BEGUN, actor())
        note(connection, Action.DRAFT_BEGUN, key, version=latest.edition.number)
    times = _times(plan.event)
    return redirect(url_for("repairing.ask", **{"key": key, "who": who, **times}), 303)


def _times(event: Event) -> dict[str, Any]:
    """Return from when they are away, and from when they are there again, where that is known.

    What has begun is past by now.
    """
    order = list(event.slot_by_id)
    since, until = (request.form.get(name, "") for name in ("since", "until"))
    times = {"until": until} if until in order else {}
    if since in order:
        times["since"] = max(since, next_slot(event), key=order.index)
    return times
