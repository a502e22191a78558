"""The organiser's first page: where everything stands, and what to do next."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from web.access import permitted
from web.current import current_or_404
from web.organiser.next_step import next_step
from web.organiser.stages import NAMES, WORDS, Stage, progress
from web.organiser.standing import standing
from web.rights import Right
from web.runs.stages import STATES
from web.runs.times import TIME_LIMITS, USUAL_LIMIT
from web.services import services
from web.wall_clock import time_at

overview = Blueprint("overview", __name__)


@overview.get("/organiser/events/<event>")
@permitted(Right.SEE)
def show() -> ResponseReturnValue:
    """Show the stages of the event with what there is of each, and the next step."""
    with services().database.reading() as connection:
        now = current_or_404(connection)
        at = standing(connection, now, time_at(now.stored.event))
    return render_template(
        "overview.html",
        now=now,
        at=at,
        event=now.merged.event,
        step=next_step(at),
        stages=Stage,
        names=NAMES,
        progress=progress(at),
        words=WORDS,
        states=STATES,
        changes=[each for each in now.registrations if not each.registration.is_as_planned],
        form_address=url_for("registrations.blank", _external=True),
        time_limits=TIME_LIMITS,
        usual_limit=USUAL_LIMIT,
    )
