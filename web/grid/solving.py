"""From a draft back to the engine: the rest solved anew around the locks, or the draft as it is."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from matchmaker.event import Event
from matchmaker.moves.arranged import as_arranged
from matchmaker.moves.begun import with_past
from matchmaker.rules.contradictions import contradictions
from matchmaker.variations import changed
from solver.collecting import without_collecting
from web import here
from web.access import permitted
from web.audit import Action, actor, note
from web.current import current_or_404, stored_or_404
from web.grid.changes import refused
from web.grid.opening import opened_or_404
from web.grid.outcome import outcome_of
from web.grid.sentences import of_turnout
from web.rights import Right
from web.runs.times import TIME_LIMITS, USUAL_LIMIT
from web.services import services
from web.store import results, run_queue, runs
from web.store.run_queue import Wanted
from web.store.runs import HAND
from web.wall_clock import begun

solving = Blueprint("solving", __name__, url_prefix="/organiser/events/<event>/grid")


@solving.post("/<key>/solve")
@permitted(Right.PLAN)
def solve(key: str) -> ResponseReturnValue:
    """Queue a run on the event as it stands now, near the draft: locks and what is past stay."""
    seconds = request.form.get("seconds", USUAL_LIMIT, type=int)
    if seconds not in TIME_LIMITS:
        abort(400)
    with services().database.reading() as connection:
        opened = opened_or_404(connection, key)
        present = current_or_404(connection).merged.event
    locked = with_locks_of(present, opened.plan.event)
    event = with_past(locked, opened.plan, begun(locked))
    broken = contradictions(event)
    if broken:
        return refused(opened, broken)
    wanted = Wanted(seconds, hint=opened.plan.timetable)
    return queued(key, opened.step, event, wanted)


@solving.post("/<key>/finish")
@permitted(Right.PLAN)
def finish(key: str) -> ResponseReturnValue:
    """Have the draft certified and printed as it is, in the rooms of by now, to be published."""
    with services().database.writing() as connection:
        opened = opened_or_404(connection, key)
        event = as_arranged(opened.plan.event, current_or_404(connection).merged.event)
        wanted = Wanted(USUAL_LIMIT, hint=opened.plan.timetable, origin=HAND, started_by=actor())
        run = run_queue.add(connection, here.event_id(), event, wanted)
        note(connection, Action.DRAFT_FINISHED, key, run=run, step=opened.step)
    return redirect(url_for("runs.show", key=run), 303)


@solving.get("/runs/<run>")
@permitted(Right.PLAN)
def outcome(run: str) -> ResponseReturnValue:
    """Show what a run changed against the timetable from which it started, and whom it concerns."""
    with services().database.reading() as connection:
        stored_or_404(connection)
        found = runs.find(connection, here.event_id(), run) or abort(404)
        kept = results.kept(connection, found.id) or abort(404)
        task = runs.task_of(connection, found.id)
    with without_collecting():
        made = outcome_of(task, found.mending, kept[0])
        return render_template(
            "grid_outcome.html",
            run=found,
            event=task.event,
            outcome=made,
            sentence=of_turnout(made.turnout) if made and made.turnout else None,
        )


def with_locks_of(event: Event, other: Event) -> Event:
    """Return `event` with those locks of meetings of `other` whose people and places it has."""
    locks = (
        each
        for each in other.locked_meetings
        if all(who in event.participant_by_id for who in each.participants)
        and (each.slot is None or each.slot in event.slot_by_id)
        and (each.table is None or each.table in event.table_by_id)
    )
    return changed(event, locked_meetings=tuple(locks))


def queued(draft: str, step: int, event: Event, wanted: Wanted) -> ResponseReturnValue:
    """Queue a run on `event` from the draft as it stood at that step, and lead to it."""
    with services().database.writing() as connection:
        asked = replace(wanted, started_by=actor())
        key = run_queue.add(connection, here.event_id(), event, asked)
        details = {"draft": draft, "step": step, "seconds": wanted.seconds}
        note(connection, Action.RUN_STARTED, key, **details)
    return redirect(url_for("runs.show", key=key), 303)
