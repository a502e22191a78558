"""The organiser's first page: where everything stands."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from web.access import permitted
from web.current import current_or_404
from web.rights import Right
from web.runs.stages import STATES
from web.runs.times import TIME_LIMITS, USUAL_LIMIT
from web.services import services
from web.store import imports, runs

overview = Blueprint("overview", __name__)


@overview.get("/organiser/events/<event>")
@permitted(Right.SEE)
def show() -> ResponseReturnValue:
    """Show the event, its registrations and the runs."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        latest = imports.latest(connection, now.stored.id)
        newest = runs.newest(connection, now.stored.id)
    return render_template(
        "overview.html",
        now=now,
        event=now.merged.event,
        changes=[each for each in now.registrations if not each.registration.is_as_planned],
        latest=latest,
        runs=newest,
        states=STATES,
        form_address=url_for("registrations.blank", _external=True),
        time_limits=TIME_LIMITS,
        usual_limit=USUAL_LIMIT,
    )
