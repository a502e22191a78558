"""Others come on the day than were awaited: what it changes is shown first, for all at once.

At once there are new meetings in free places, by which few people are concerned. The engine may
move others to find more; either way no more hear of it than the organiser says. Nothing is changed
and no working copy begun before it is taken.
"""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.moves.turnout import Turnout
from matchmaker.rules.contradictions import contradictions
from matchmaker.rules.violation import Violation
from solver.collecting import without_collecting
from web.access import permitted
from web.current import current_or_404
from web.grid.asking import Asked
from web.grid.changes import overtaken
from web.grid.origin import Origin, origin
from web.grid.sentences import of_turnout
from web.grid.solving import queued
from web.grid.sources import Source, begun_of_published, source_or_404, taken
from web.languages import local_text, say
from web.rights import Right
from web.services import services
from web.store.drafts import Overtaken
from web.store.mendings import mending_of
from web.store.run_queue import Wanted
from web.versions.rows import difference

repairing = Blueprint("repairing", __name__, url_prefix="/organiser/events/<event>/grid")

SECONDS = 10.0
AFRESH = "afresh"
"""What is asked for where no working copy is to be gone on with."""


@repairing.get("/<key>/repair")
@permitted(Right.PLAN)
def ask(key: str) -> ResponseReturnValue:
    """Ask who is away when and who is new; all who are known are chosen, with what it changes.

    What is published is mended in its working copy, where there is one, unless that is not wanted.
    """
    with services().database.reading() as connection:
        source = source_or_404(connection, key)
        going_on = (
            None if source.draft or AFRESH in request.args else begun_of_published(connection)
        )
        if going_on is not None:
            return redirect(url_for(".ask", key=going_on.key), 303)
        present = current_or_404(connection).merged.event
        of = origin(connection, source.opened) if source.opened else None
    asked = Asked(source.plan, present, request.args)
    with without_collecting():
        return _page(source, asked, asked.turnout, of=of)


@repairing.post("/<key>/repair/take")
@permitted(Right.PLAN)
def take(key: str) -> ResponseReturnValue:
    """Take over what was shown, as a step of the working copy that can be undone."""
    source, asked, turnout = _sent(key)
    if turnout is None:
        return _page(source, asked, None)
    with without_collecting():
        plan = turnout.mended
    try:
        with services().database.writing() as connection:
            if request.form.get("step", type=int) != source.step:
                raise Overtaken
            new = taken(connection, source, plan, of_turnout(turnout))
    except Overtaken:
        return _overtaken(source, asked, turnout)
    return redirect(url_for("grid.tables", key=new), 303)


@repairing.post("/<key>/repair")
@permitted(Right.PLAN)
def repair(key: str) -> ResponseReturnValue:
    """Queue a run that mends the programme, for as few to hear of it as was asked."""
    source, asked, turnout = _sent(key)
    if turnout is None or contradictions(turnout.left.event):
        return _page(source, asked, turnout)
    wanted = Wanted(
        SECONDS,
        hint=source.plan.timetable,
        title=say(of_turnout(turnout))[:120],
        mending=mending_of(turnout, source.key, source.step),
    )
    return queued(source.key, source.step, turnout.left.event, wanted)


def _sent(key: str) -> tuple[Source, Asked, Turnout | None]:
    """Return what is to be mended, and what the form says of it."""
    with services().database.reading() as connection:
        source = source_or_404(connection, key)
        asked = Asked(source.plan, current_or_404(connection).merged.event, request.form)
    return source, asked, asked.turnout


def _overtaken(source: Source, asked: Asked, turnout: Turnout) -> ResponseReturnValue:
    """Say what others did meanwhile; what was published since is shown as it is by now."""
    if source.draft is not None:
        return overtaken(source.key, of_turnout(turnout))
    return _page(source, asked, turnout, code=409)


def _page(
    source: Source,
    asked: Asked,
    turnout: Turnout | None,
    code: int = 200,
    of: Origin | None = None,
) -> ResponseReturnValue:
    broken = () if turnout is None else tuple(contradictions(turnout.left.event))
    page = render_template(
        "grid_repair.html",
        source=source,
        asked=asked,
        origin=of,
        event=source.plan.event,
        broken=[each.message for each in broken],
        turnout=turnout,
        sentence=of_turnout(turnout) if turnout else None,
        difference=_difference(turnout, broken),
        is_stale=code == 409,
    )
    return page, 422 if broken else code


def _difference(turnout: Turnout | None, broken: tuple[Violation, ...]) -> object:
    """Return what differs, None where nothing can be shown."""
    if turnout is None or broken:
        return None
    return difference(turnout.plan, turnout.mended, local_text)
