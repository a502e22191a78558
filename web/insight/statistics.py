"""The page of statistics: whose wishes are met, how fairly, across which borders, at what load."""

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue

from matchmaker.messages import message
from matchmaker.statistics import LAST_RANK, STEPS, Duty, Statistics
from web.access import permitted
from web.current import stored_or_404
from web.insight.subject import subject
from web.rights import Right
from web.services import services
from web.store import runs, versions

statistics = Blueprint("statistics", __name__, url_prefix="/organiser/events/<event>/statistics")

WORST_OFF = 10
SHADES = 5
DUTIES = {
    Duty.MEETING: ("●", message("interprets a meeting")),
    Duty.SESSION: ("■", message("interprets a workshop")),
    Duty.FREE: ("○", message("is free")),
    Duty.AWAY: ("×", message("is away")),
}
"""The sign and the words for what an interpreter does in a slot."""
LISTED = 20


@statistics.get("")
@permitted(Right.SEE)
def show() -> ResponseReturnValue:
    """Show the figures of a timetable."""
    with services().database.reading() as connection:
        stored = stored_or_404(connection)
        found = subject(connection, stored.id, request.args)
        listed = runs.newest(connection, stored.id, LISTED)
        editions = versions.history(connection, stored.id)
    if found is None and request.args:
        abort(404)
    figures = Statistics(found.content.event, found.content.timetable) if found else None
    return render_template(
        "statistics.html",
        stored=stored,
        subject=found,
        figures=figures,
        worst_off=figures.standings[:WORST_OFF] if figures else [],
        shades=_shades(figures) if figures else {},
        steps=STEPS,
        last_rank=str(LAST_RANK),
        duties=DUTIES,
        runs=listed,
        editions=editions,
    )


def _shades(figures: Statistics) -> dict[tuple[str, str], int]:
    """Return how dark each cell of the matrix is, from 0 for none to SHADES for the most."""
    most = max(figures.matrix.values(), default=0)
    return {
        pair: -(-SHADES * count // most) if most else 0 for pair, count in figures.matrix.items()
    }
